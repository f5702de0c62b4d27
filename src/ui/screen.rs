//! How the window is divided: bar, stage and sheet, by how much room there is.

use eframe::egui::epaint::Mesh;
use eframe::egui::{CentralPanel, Context, Panel, Rect, Shape, Ui, UiBuilder, pos2, vec2};

use super::stage::StageCache;
use super::story_bar::Left;
use super::widgets::keep_place;
use super::{
    Cx, EndorphinCache, chapters, diary, endorphins, kiosk, licences, list, page, plan, problems, qi, sheet, stage,
    still_there, stories, story_bar, take_away, top_bar,
};
use crate::visit::{Action, Lens, Screen};

/// Pictures and scroll places that are kept between frames.
#[derive(Debug, Default)]
pub struct Caches {
    /// Of the body.
    pub stage: StageCache,
    /// Of the endorphin panel.
    pub endorphins: EndorphinCache,
    /// Of the square on the page to take away.
    pub square: take_away::SquareCache,
    /// Of the diary.
    pub diary: diary::DiaryCache,
    /// Of the body in the patient's window.
    pub patient: StageCache,
    /// Which story the bar at the foot showed last.
    pub story: Option<String>,
}

impl Caches {
    /// Lets go of all that was made of packs and figures, since they were read anew: markers are kept by their numbers,
    /// and these are other markers' now.
    pub fn renew(&mut self, ctx: &Context) {
        *self = Self { story: self.story.take(), ..Self::default() };
        list::forget(ctx);
    }
}

/// From this height on, a sheet that covers the stage leaves a strip of the body above it.
const STRIP_FROM: f32 = 520.0;

/// How stage and sheet share the window.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Split {
    /// The sheet stands at the right of the stage.
    Beside,
    /// The sheet lies under the stage.
    Below,
    /// The window is small: the sheet covers the stage.
    Over,
}

impl Split {
    pub(super) fn of(rect: Rect) -> Self {
        if rect.height() > rect.width() * 1.15 && rect.height() >= 700.0 {
            Self::Below
        } else if rect.width() >= 700.0 {
            Self::Beside
        } else {
            Self::Over
        }
    }

    /// Where stage and sheet stand. Beside the stage the sheet has a width in points, below it a share of the height;
    /// where it covers the stage, a strip of the body stays above it if there is height for both.
    pub(super) fn rooms(self, rect: Rect, width: f32, share: f32) -> (Rect, Rect) {
        match self {
            Self::Beside => {
                let margin = if rect.height() <= STRIP_FROM { 8.0 } else { 24.0 };
                let stage = Rect::from_min_max(rect.min, pos2(rect.right() - width - margin, rect.bottom()));
                let corner = pos2(stage.right(), rect.top() + 20.0_f32.min(margin));
                (stage, Rect::from_min_max(corner, rect.max - vec2(margin, margin)))
            }
            Self::Below => {
                let stage = Rect::from_min_max(rect.min, pos2(rect.right(), rect.bottom() - rect.height() * share));
                let corner = pos2(rect.left() + 24.0, stage.bottom() + 8.0);
                (stage, Rect::from_min_max(corner, rect.max - vec2(24.0, 20.0)))
            }
            Self::Over => {
                let strip = if rect.height() > STRIP_FROM { rect.height() * 0.40 } else { 0.0 };
                let stage = Rect::from_min_max(rect.min, pos2(rect.right(), rect.top() + strip));
                let corner = pos2(rect.left() + 8.0, stage.bottom() + 8.0);
                (stage, Rect::from_min_max(corner, rect.max - vec2(8.0, 8.0)))
            }
        }
    }
}

/// Whether the words of a section would cover its picture in this room, or push it out of sight.
pub(super) fn is_crowded(screen: &Screen, room: Rect) -> bool {
    match screen {
        Screen::Body | Screen::Plan | Screen::Qi => Split::of(room) == Split::Over,
        Screen::Endorphins => endorphins::is_small(room),
        _ => false,
    }
}

/// Shows the whole window and gathers what the visitor asked for.
pub fn screen(ui: &mut Ui, cx: &Cx<'_>, caches: &mut Caches, out: &mut Vec<Action>) {
    if !cx.features.passers_by {
        if !story_bar::instead_of_bar(ui, cx, out) {
            bar(ui, cx, out);
        }
        content(ui, cx, caches, out);
        return keep_place(ui.ctx());
    }
    let window = ui.max_rect();
    let room = kiosk::room(cx, window);
    kiosk::above(ui, cx, window, room);
    ui.scope_builder(UiBuilder::new().max_rect(room).id_salt("room"), |ui| {
        ui.set_clip_rect(room);
        let told = kiosk::is_told(ui, cx, room);
        kiosk::bar(ui, cx, told, out);
        if !told {
            kiosk::foot(ui, cx, out);
        }
        content(ui, cx, caches, out);
    });
    if let Some(left) = cx.idle.left() {
        still_there::still_there(ui.ctx(), cx, left, out);
    }
    keep_place(ui.ctx());
}

fn bar(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    let side = if ui.available_width() < 440.0 { 8 } else { 20 };
    let bar = eframe::egui::Frame::new().inner_margin(eframe::egui::Margin::symmetric(side, 10));
    Panel::top("bar").exact_size(64.0).resizable(false).show_separator_line(false).frame(bar).show(ui, |ui| {
        if !cx.cleared {
            let mut mesh = Mesh::with_texture(cx.plain);
            mesh.add_rect_with_uv(ui.max_rect().expand(24.0), Rect::ZERO, c.ground);
            ui.painter().add(Shape::mesh(mesh));
        }
        top_bar::top_bar(ui, cx, out);
    });
}

/// What lies between bar and foot.
fn content(ui: &mut Ui, cx: &Cx<'_>, caches: &mut Caches, out: &mut Vec<Action>) {
    problems::problems(ui, cx, out);
    plan::elsewhere(ui, cx, out);
    let left = story_bar::story_bar(ui, cx, &mut caches.story, out);
    if left == Left::Nothing {
        return;
    }
    let cx = &Cx { bare: left == Left::Picture, ..*cx };
    CentralPanel::no_frame().show(ui, |ui| {
        let rect = ui.available_rect_before_wrap();
        match &cx.visit.screen {
            Screen::Page(id) => page::page(ui, cx, id, out),
            Screen::Licences(open) => licences::others(ui, cx, *open, out),
            Screen::Endorphins => endorphins::endorphins(ui, cx, &mut caches.endorphins, rect, out),
            Screen::Chapter(of) => chapters::chapter(ui, cx, *of, rect, out),
            Screen::Body => body(ui, cx, caches, rect, out),
            Screen::Plan => plan::plan(ui, cx, rect, out, |ui, cx, out| body(ui, cx, caches, rect, out)),
            Screen::Qi => qi::qi(ui, cx, caches, rect, out),
            Screen::Stories => stories::stories(ui, cx, out),
            Screen::TakeAway => take_away::take_away(ui, cx, &mut caches.square, out),
            Screen::Diary => diary::diary(ui, cx, caches, rect, out),
        }
        let rule = eframe::egui::Stroke::new(1.0, cx.look.colours().rule);
        ui.painter().hline(rect.x_range(), rect.top(), rule);
    });
}

fn body(ui: &mut Ui, cx: &Cx<'_>, caches: &mut Caches, rect: Rect, out: &mut Vec<Action>) {
    let first = kiosk::is_first(cx);
    let (stage_rect, sheet_rect) = if cx.visit.sheet_closed || cx.bare {
        (rect, None)
    } else {
        let width = (rect.width() * if first { 0.48 } else { 0.38 }).clamp(360.0, 600.0).min(rect.width() * 0.55);
        // Where one stands, the words are large, and need the room.
        let share = if first {
            0.58
        } else if cx.features.passers_by {
            0.46
        } else {
            0.40
        };
        let wide = rect.width() >= 600.0 && cx.visit.magnified.is_none();
        let split = match Split::of(rect) {
            // Too low for a strip of the body above the sheet, but wide enough for one beside it, if not
            // for two halves or the magnifier.
            Split::Over if wide && rect.height() <= STRIP_FROM && cx.visit.lens != Lens::Parted => Split::Beside,
            split => split,
        };
        let (stage, sheet) = split.rooms(rect, width, share);
        (stage, Some(sheet))
    };
    ground(ui, cx, rect, stage_rect, sheet_rect);
    let covered = stage_rect.height() <= 60.0;
    if !covered {
        ui.scope_builder(UiBuilder::new().max_rect(stage_rect).id_salt("stage"), |ui| {
            let roomy = stage_rect.width() >= 420.0 && stage_rect.height() >= 320.0;
            stage::stage(ui, cx, &mut caches.stage, roomy, out);
        });
    }
    if let Some(rect) = sheet_rect {
        ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt("sheet"), |ui| {
            if cx.visit.screen == Screen::Plan { plan::sheet(ui, cx, out) } else { sheet::sheet(ui, cx, covered, out) }
        });
    }
}

/// Paints the page round the sheet. Where no graphics card helps every pixel costs, so each is painted once:
/// the stage and the sheet paint their own.
pub(super) fn ground(ui: &Ui, cx: &Cx<'_>, whole: Rect, stage: Rect, sheet: Option<Rect>) {
    let Some(sheet) = sheet.filter(|_| !cx.cleared) else { return };
    let rest = if stage.height() < whole.height() {
        whole.with_min_y(stage.bottom())
    } else {
        whole.with_min_x(stage.right())
    };
    // The sheet's corners are round: a little of the page shows there.
    let hole = sheet.shrink(16.0);
    let strips = [
        Rect::from_min_max(rest.min, pos2(rest.right(), hole.top())),
        Rect::from_min_max(pos2(rest.left(), hole.bottom()), rest.max),
        Rect::from_min_max(pos2(rest.left(), hole.top()), pos2(hole.left(), hole.bottom())),
        Rect::from_min_max(pos2(hole.right(), hole.top()), pos2(rest.right(), hole.bottom())),
    ];
    let mut mesh = Mesh::with_texture(cx.plain);
    for strip in strips {
        mesh.add_rect_with_uv(strip, Rect::ZERO, cx.look.colours().ground);
    }
    ui.painter().add(Shape::mesh(mesh));
}
