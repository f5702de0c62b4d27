//! The frame round every screen where one stands before it: what one always needs in a bar at the top, where one can
//! go at the foot, and all of it lower for those who sit.

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::{
    Align, Color32, CornerRadius, FontId, Frame, Layout, Margin, Panel, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    Vec2, WidgetInfo, pos2, vec2,
};

use super::widgets::{LEAST, Weight, answer, button, button_width, focus_ring, icon, icon_button, job, rich};
use super::{Cx, top_bar};
use crate::model::Chapter;
use crate::store::settings::ThemeChoice;
use crate::theme::{Face, Icon, Role};
use crate::visit::{Action, Change, Playing, Screen, Sheet, VisitAsk};

/// Where one can go from the foot: what is open there, its sign, the key of its name.
const PLACES: [(Place, Icon, &str); 5] = [
    (Place::Body, Icon::WholeBody, "nav-body"),
    (Place::Stories, Icon::Play, "nav-stories"),
    (Place::Benefits, Icon::Person, "nav-benefits"),
    (Place::Visit, Icon::Clock, "nav-visit"),
    (Place::Signs, Icon::Flag, "nav-warning-signs"),
];
/// The page of warning signs.
const SIGNS: &str = "warning_signs";
/// The height of the bar.
const BAR: f32 = 64.0;
/// Space round the foot and between its parts.
const GAP: f32 = 8.0;
/// How high a part of the foot is with its sign over its word, and with the word alone.
const SIGNED: f32 = 60.0;
const WORDED: f32 = 44.0;
/// In a window lower than this, words stand alone.
const LOW: f32 = 480.0;
/// While a story is told in a room lower than this, the places to go make way for its picture.
const TOLD: f32 = 560.0;
/// The room round the bar, and between its buttons at most.
const BAR_PAD: Vec2 = vec2(12.0, 10.0);
const BAR_GAP: f32 = 6.0;
/// Lowered, everything keeps this share of the height of a tall window and of a wide one, and so many points at least.
const LOWERED: (f32, f32) = (0.58, 0.60);
const LEAST_HEIGHT: f32 = 400.0;

/// A part of the foot.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Place {
    Body,
    Stories,
    Benefits,
    Visit,
    Signs,
}

impl Place {
    fn action(self) -> Action {
        match self {
            Self::Body => Action::Go(Screen::Body),
            Self::Stories => Action::Go(Screen::Stories),
            Self::Benefits => Action::Go(Screen::Chapter(Chapter::Benefits)),
            Self::Visit => Action::Go(Screen::Chapter(Chapter::Visit)),
            Self::Signs => Action::OpenPage(SIGNS.to_owned()),
        }
    }

    /// Whether it is what the window shows.
    fn is_open(self, screen: &Screen) -> bool {
        match self {
            Self::Body => *screen == Screen::Body,
            Self::Stories => *screen == Screen::Stories,
            Self::Benefits => *screen == Screen::Chapter(Chapter::Benefits),
            Self::Visit => *screen == Screen::Chapter(Chapter::Visit),
            Self::Signs => matches!(screen, Screen::Page(id) if id == SIGNS),
        }
    }
}

/// Whether the first sheet is open: then the body beside it is only looked at and turned, since the choices on the
/// sheet come first.
pub(super) fn is_first(cx: &Cx<'_>) -> bool {
    let visit = cx.visit;
    cx.features.passers_by && visit.screen == Screen::Body && visit.sheet == Sheet::Welcome && !visit.sheet_closed
}

/// The part of the window that everything stands in, and what is left above it.
pub(super) fn room(cx: &Cx<'_>, window: Rect) -> Rect {
    if !cx.visit.lowered {
        return window;
    }
    let share = if window.height() > window.width() { LOWERED.0 } else { LOWERED.1 };
    let height = (window.height() * share).max(LEAST_HEIGHT).min(window.height());
    window.with_min_y(window.bottom() - height)
}

/// Whether a story has the room of the foot. The way to the warning signs then stands in the bar, if that has room for it.
pub(super) fn is_told(ui: &Ui, cx: &Cx<'_>, room: Rect) -> bool {
    if room.height() >= TOLD || cx.visit.story.as_ref().is_none_or(Playing::leaves_room) {
        return false;
    }
    let words = [(Icon::Done, "kiosk-done"), (Icon::Flag, "nav-warning-signs")];
    let wide = |(sign, key): (Icon, &str)| button_width(ui, cx.look, Some(sign), &cx.tr.text(key));
    // Beside them five buttons have a sign alone.
    let bar = words.into_iter().map(wide).sum::<f32>() + 5.0 * LEAST + 7.0 * BAR_GAP + 2.0 * BAR_PAD.x;
    room.width() >= bar
}

/// What stands above everything where it was lowered: the page, and a line that says so.
pub(super) fn above(ui: &mut Ui, cx: &Cx<'_>, window: Rect, room: Rect) {
    let above = window.with_max_y(room.top());
    if above.height() < 1.0 {
        return;
    }
    super::stage::glow(ui, cx, above, above);
    if above.height() < 60.0 {
        return;
    }
    let middle = Rect::from_center_size(above.center(), vec2(above.width() - 48.0, 30.0));
    ui.scope_builder(UiBuilder::new().max_rect(middle).layout(Layout::top_down(Align::Center)), |ui| {
        let format = cx.look.scale.format_in(Role::Strong, Face::SerifItalic, 1.0, cx.look.colours().ink2);
        rich(ui, job([(cx.tr.text("kiosk-is-low").as_str(), format)]));
    });
}

/// The bar at the top; `told` says whether a story has the room of the foot.
pub(super) fn bar(ui: &mut Ui, cx: &Cx<'_>, told: bool, out: &mut Vec<Action>) {
    let frame = Frame::new().fill(cx.look.colours().ground).inner_margin(Margin::from(BAR_PAD));
    Panel::top("bar").exact_size(BAR).resizable(false).show_separator_line(false).frame(frame).show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            ui.spacing_mut().item_spacing.x = if ui.available_width() < 400.0 { 2.0 } else { BAR_GAP };
            left(ui, cx, told, out);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| right(ui, cx, out));
        });
    });
}

/// Back, and the way to the beginning; while a story has the room of the foot, also the one to the warning signs.
fn left(ui: &mut Ui, cx: &Cx<'_>, told: bool, out: &mut Vec<Action>) {
    ui.add_enabled_ui(cx.visit.can_go_back(), |ui| {
        if icon_button(ui, cx.look, Icon::Back, &cx.tr.text("nav-back")).clicked() {
            out.push(Action::Back);
        }
    });
    let home = cx.tr.text("nav-home");
    let pressed = if ui.available_width() >= 800.0 {
        button(ui, cx.look, Weight::Quiet, Some(Icon::Home), &home)
    } else {
        icon_button(ui, cx.look, Icon::Home, &home)
    };
    if pressed.clicked() {
        out.push(Action::Home);
    }
    if told {
        return top_bar::warning_signs(ui, cx, out);
    }
    if ui.available_width() >= 400.0 {
        let c = cx.look.colours();
        ui.add_space(6.0);
        let name = cx.look.scale.format_in(Role::Heading, Face::SerifSemibold, 1.05, c.ink);
        let hanzi = cx.look.scale.format_in(Role::Heading, Face::Kai, 0.85, c.ink3);
        let characters = format!(" {}", cx.tr.text("app-hanzi"));
        let name = (cx.tr.text("app-name"), name);
        let wide = ui.available_width() >= 480.0;
        let pieces = [(name.0.as_str(), name.1), (characters.as_str(), hanzi)];
        rich(ui, job(pieces.into_iter().take(if wide { 2 } else { 1 })));
    }
}

/// From the right end: done, lower, contrast, text size.
fn right(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let room = ui.available_width();
    let done = cx.tr.text("kiosk-done");
    if button(ui, cx.look, Weight::First, (room >= 330.0).then_some(Icon::Done), &done).clicked() {
        out.push(Action::Visit(VisitAsk::Leave));
    }
    let low = cx.visit.lowered;
    let (sign, hint) = if low { (Icon::Raise, "kiosk-raise-hint") } else { (Icon::Lower, "kiosk-lower-hint") };
    let wide = room >= 560.0;
    let word = cx.tr.text(if low { "kiosk-raise" } else { "kiosk-lower" });
    let pressed = pick(ui, cx, wide, sign, &word, &cx.tr.text(hint));
    if pressed {
        out.push(Action::Lower(!low));
    }
    let strong = cx.settings.theme == ThemeChoice::Contrast;
    let name = cx.tr.text(if strong { "kiosk-contrast-plain" } else { "kiosk-contrast" });
    if pick(ui, cx, wide, Icon::Contrast, &cx.tr.text("kiosk-contrast"), &name) {
        out.push(Action::Set(Change::Theme(if strong { ThemeChoice::Light } else { ThemeChoice::Contrast })));
    }
    let size = cx.tr.text("nav-text-size");
    if pick(ui, cx, wide, Icon::TextSize, &size, &size) {
        out.push(Action::Set(Change::TextSize(cx.next_text)));
    }
}

/// A sign with its word where there is room for it. Whether it was pressed.
fn pick(ui: &mut Ui, cx: &Cx<'_>, wide: bool, sign: Icon, word: &str, name: &str) -> bool {
    if !wide {
        return icon_button(ui, cx.look, sign, name).clicked();
    }
    let response = button(ui, cx.look, Weight::Second, Some(sign), word);
    response.widget_info(|| WidgetInfo::labeled(NodeRole::Button, true, name));
    response.clicked()
}

/// Where one can go, at the foot. In a narrow window it has two rows.
pub(super) fn foot(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let width = ui.available_width() - 2.0 * 12.0;
    let low = ui.ctx().content_rect().height() < LOW || ui.available_height() < LOW;
    let names = PLACES.map(|(_, _, key)| cx.tr.text(key));
    let usual = cx.look.scale.font(Role::Label).size;
    let in_one_row = |size: &f32| {
        let widest = names.iter().map(|name| word(ui, name, *size, Color32::PLACEHOLDER).size().x).fold(0.0, f32::max);
        (widest + 14.0) * 5.0 + GAP * 4.0 <= width
    };
    // A low window has no height for two rows: rather smaller words.
    let shares: &[f32] = if low { &[1.0, 0.9, 0.8] } else { &[1.0] };
    let size = shares.iter().map(|share| usual * share).find(in_one_row);
    let (size, columns) = size.map_or((usual, 3), |size| (size, 5));
    let signed = columns == 5 && !low;
    let height = if signed { SIGNED } else { WORDED };
    let rows = PLACES.len().div_ceil(columns);
    let all = (height + GAP) * rows as f32 + 4.0;
    let frame = Frame::new().fill(cx.look.colours().ground);
    let panel = Panel::bottom("foot").exact_size(all).resizable(false).show_separator_line(false).frame(frame);
    panel.show(ui, |ui| {
        let room = ui.max_rect();
        for (i, ((place, sign, _), name)) in PLACES.into_iter().zip(names).enumerate() {
            let (row, column) = (i / columns, i % columns);
            let in_row = columns.min(PLACES.len() - row * columns) as f32;
            let wide = (width - GAP * (in_row - 1.0)) / in_row;
            let corner =
                pos2(room.left() + 12.0 + (wide + GAP) * column as f32, room.top() + 4.0 + (height + GAP) * row as f32);
            let part = Rect::from_min_size(corner, vec2(wide, height));
            if part_of_foot(ui, cx, place, signed.then_some(sign), (&name, size), part) {
                out.push(place.action());
            }
        }
    });
}

fn word(ui: &Ui, text: &str, size: f32, colour: Color32) -> std::sync::Arc<eframe::egui::Galley> {
    ui.painter().layout_no_wrap(text.to_owned(), FontId::new(size, Face::SansSemibold.family()), colour)
}

/// One part of the foot. Whether it was pressed.
fn part_of_foot(
    ui: &mut Ui,
    cx: &Cx<'_>,
    place: Place,
    sign: Option<Icon>,
    (name, size): (&str, f32),
    rect: Rect,
) -> bool {
    let c = cx.look.colours();
    let open = place.is_open(&cx.visit.screen);
    let warns = place == Place::Signs;
    let response = ui.interact(rect, ui.scope_id().with(("foot", place as u8)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(NodeRole::Button, true, open, name));
    let edge = cx.look.tokens.stroke(if warns { 2.2 } else { 1.5 });
    let (fill, text, line) = match (open, warns) {
        (true, true) => (c.alert, c.onfill, c.alert),
        (true, false) => (c.ink, c.onfill, c.ink),
        (false, true) => (c.sheet, c.alert, c.alert),
        (false, false) => (c.sheet, c.ink, c.line),
    };
    let shape = if response.is_pointer_button_down_on() { rect.shrink2(rect.size() * 0.01) } else { rect };
    let fill = answer(&response, fill, text);
    ui.painter().rect(shape, CornerRadius::same(14), fill, Stroke::new(edge, line), StrokeKind::Inside);
    let word = word(ui, name, size, text);
    let mut middle = shape.center();
    if let Some(sign) = sign {
        let sign = icon(ui, sign, 22.0, text);
        let top = shape.center().y - (sign.size().y + word.size().y) * 0.5;
        ui.painter().galley(pos2(middle.x - sign.size().x * 0.5, top), sign.clone(), text);
        middle.y = top + sign.size().y + word.size().y * 0.5;
    }
    ui.painter().galley(middle - word.size() * 0.5, word, text);
    focus_ring(ui.painter(), cx.look, &response, 14);
    response.clicked()
}
