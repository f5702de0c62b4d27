//! The timeline of one visit: play, step, start again, and the curve of relief, whose shape is illustrative.

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::epaint::Mesh;
use eframe::egui::{
    Align2, Color32, CornerRadius, FontId, Painter, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use super::super::widgets::{LEAST, disc_button, icon_button, paragraph};
use super::super::{Cx, sheet};
use super::plan::SPLIT;
use crate::describe::needling;
use crate::sim::{Needling, Sample, Who};
use crate::theme::{Face, Icon, Role};
use crate::visit::{Action, NeedleAsk};

/// How wide the buttons and the minute are.
const LEFT: f32 = 158.0;

/// Shows the timeline on its card.
pub(super) fn timeline(ui: &mut Ui, cx: &Cx<'_>, card: Rect, out: &mut Vec<Action>) {
    paper(ui.painter(), cx, card);
    let inner = card.shrink2(vec2(14.0, 10.0));
    let waits = cx.visit.needling.waits() && !super::is_still(cx);
    let needle = || needling::needle(cx.tr, &cx.visit.needling.visit);
    // There is room for one of the two.
    let mut said = if waits { cx.tr.text("endo-waits") } else { needle() };
    let ink = cx.look.colours().ink2;
    let beside = card.width() >= SPLIT;
    let (words, graph) = if beside {
        let words = inner.with_max_x(inner.left() + LEFT);
        (words, inner.with_min_x(words.right() + 16.0))
    } else {
        let words = inner.with_max_y(inner.top() + LEAST);
        (words, inner.with_min_y(words.bottom() + 8.0))
    };
    let legend = Legend::new(ui, cx, graph, beside);
    if legend.place == Place::Beside && !waits {
        said = format!("{said} {}", legend.said);
    }
    ui.scope_builder(UiBuilder::new().max_rect(words).id_salt("timeline"), |ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
        ui.horizontal(|ui| {
            controls(ui, cx, out);
            if !beside {
                ui.vertical(|ui| paragraph(ui, cx.look, Role::Caption, ink, &said));
            }
        });
        if beside {
            paragraph(ui, cx.look, Role::Caption, ink, &said);
        }
    });
    let response = ui.interact(graph, ui.scope_id().with("curve"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(NodeRole::Image, true, needling::relief(cx.tr, &cx.visit.needling)));
    curve(ui, cx, graph, &legend);
}

/// A card like the sheet's.
pub(super) fn paper(painter: &Painter, cx: &Cx<'_>, card: Rect) {
    sheet::shadow(painter, cx, card);
    let round = CornerRadius::same(sheet::RADIUS as u8);
    painter.rect(card, round, cx.look.colours().sheet, sheet::edge(cx), StrokeKind::Inside);
}

/// Play and pause where things may move; a step on and a new start always.
pub(super) fn controls(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let panel = &cx.visit.needling;
    if !super::is_still(cx) {
        let (picture, key) = if panel.runs() { (Icon::Pause, "endo-pause") } else { (Icon::Play, "endo-play") };
        ui.add_enabled_ui(panel.can_run() || panel.clock == crate::sim::Clock::Course, |ui| {
            if disc_button(ui, cx.look, picture, &cx.tr.text(key)).clicked() {
                out.push(Action::Needle(NeedleAsk::Run(!panel.runs())));
            }
        });
    }
    ui.add_enabled_ui(panel.can_run(), |ui| {
        if icon_button(ui, cx.look, Icon::StepOn, &cx.tr.text("endo-step")).clicked() {
            out.push(Action::Needle(NeedleAsk::StepOn));
        }
    });
    if icon_button(ui, cx.look, Icon::Undo, &cx.tr.text("endo-again")).clicked() {
        out.push(Action::Needle(NeedleAsk::Restart));
    }
}

fn curve(ui: &Ui, cx: &Cx<'_>, graph: Rect, legend: &Legend) {
    let painter = ui.painter();
    let c = cx.look.colours();
    let panel = &cx.visit.needling;
    let small = FontId::new(13.0, Face::Sans.family());
    let top = if legend.place == Place::Below { 42.0 } else { 22.0 };
    let room = Rect::from_min_max(graph.min + vec2(0.0, top), graph.max - vec2(6.0, 22.0));
    let x = |minute: f32| room.left() + minute / Needling::VISIT_MINUTES as f32 * room.width();
    painter.text(graph.left_top(), Align2::LEFT_TOP, cx.tr.text("endo-curve"), cx.look.scale.font(Role::Label), c.ink2);

    let band = Rect::from_x_y_ranges(x(0.0)..=x(Needling::STAY_MINUTES as f32), room.y_range());
    painter.rect_filled(band, CornerRadius { nw: 6, ne: 6, sw: 0, se: 0 }, c.well);
    let axis = Stroke::new(cx.look.tokens.stroke(1.4), c.line);
    let (who, compares) = (legend.who, legend.compares);
    let ahead = panel.ahead();
    let main = if compares { &ahead.usual } else { &ahead.this };
    let most = main.iter().chain(&ahead.this).map(|s| s.of(who)).fold(0.12, f32::max) * 1.12;
    let at = |minute: usize, sample: &Sample| {
        pos2(x(minute as f32), room.bottom() - 2.0 - sample.of(who) / most * (room.height() - 4.0))
    };
    let line = |of: &[Sample]| of.iter().enumerate().step_by(2).map(|(m, s)| at(m, s)).collect::<Vec<Pos2>>();
    let usual = line(main);
    if usual.len() > 1 {
        fill(painter, &usual, room.bottom(), c.body.gamma_multiply(0.12));
        painter.line(usual, Stroke::new(cx.look.tokens.stroke(3.0), c.body));
    }
    painter.hline(room.x_range(), room.bottom(), axis);
    if compares {
        let dashed = line(&ahead.this);
        painter.extend(Shape::dashed_line(&dashed, Stroke::new(cx.look.tokens.stroke(2.4), c.ink2), 7.0, 5.0));
    }
    if matches!(legend.place, Place::Right | Place::Below) {
        painter.text(pos2(room.right(), room.top() - 22.0), Align2::RIGHT_TOP, &legend.said, legend_font(), c.ink2);
    }

    let stay = x(Needling::STAY_MINUTES as f32);
    let below = room.bottom() + 4.0;
    painter.text(pos2(room.left(), below), Align2::LEFT_TOP, "0", small.clone(), c.ink2);
    painter.text(pos2(stay, below), Align2::CENTER_TOP, Needling::STAY_MINUTES, small.clone(), c.ink2);
    painter.text(pos2(x(60.0), below), Align2::CENTER_TOP, 60, small.clone(), c.ink2);
    let end = cx.tr.text_with("endo-minutes", &[("minutes", Needling::VISIT_MINUTES.into())]);
    painter.text(pos2(room.right(), below), Align2::RIGHT_TOP, end, small, c.ink2);

    if panel.visit.has_begun() {
        let minute = panel.visit.minute();
        let here = &ahead.this;
        let from = (minute.floor() as usize).min(here.len().saturating_sub(1));
        let value = here.get(from).map_or(0.0, |a| {
            let b = here.get(from + 1).unwrap_or(a);
            a.of(who) + (b.of(who) - a.of(who)) * minute.fract()
        });
        let dot = pos2(x(minute), room.bottom() - 2.0 - value / most * (room.height() - 4.0));
        painter.vline(dot.x, room.y_range(), Stroke::new(cx.look.tokens.stroke(1.8), c.ink));
        painter.circle(dot, 6.5, c.ink, Stroke::new(2.4, c.sheet));
    }
}

/// What the lines of the graph are.
struct Legend {
    said: String,
    /// In whom they are.
    who: Who,
    /// Whether there are two: as usual, and as something is tried.
    compares: bool,
    place: Place,
}

/// Where the legend stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Place {
    /// At the right of the title.
    Right,
    /// With the words beside the graph.
    Beside,
    /// Under the title.
    Below,
    /// Nowhere: there is one line, and no room.
    Nowhere,
}

impl Legend {
    fn new(ui: &Ui, cx: &Cx<'_>, graph: Rect, beside: bool) -> Self {
        let panel = &cx.visit.needling;
        let compares = !panel.ahead().usual.is_empty();
        let key = match (compares, panel.visit.has_begun()) {
            (true, _) => "endo-legend-both",
            (false, true) => "endo-legend",
            (false, false) => "endo-legend-before",
        };
        let who = panel.drawn_in();
        let place = cx.tr.text(if who == Who::People { "endo-in-people" } else { "endo-in-mice" });
        let say = |key| cx.tr.text_with(key, &[("who", place.as_str().into())]);
        let wide = |text: String, font| ui.painter().layout_no_wrap(text, font, Color32::PLACEHOLDER).size().x;
        let title = wide(cx.tr.text("endo-curve"), cx.look.scale.font(Role::Label));
        let said = say(key);
        if title + 12.0 + wide(said.clone(), legend_font()) <= graph.width() - 6.0 {
            return Self { said, who, compares, place: Place::Right };
        }
        let place = match (compares, beside) {
            (true, true) => Place::Beside,
            (true, false) => Place::Below,
            (false, _) => Place::Nowhere,
        };
        Self { said: say("endo-legend-short"), who, compares, place }
    }
}

fn legend_font() -> FontId {
    FontId::new(14.0, Face::SerifItalic.family())
}

fn fill(painter: &Painter, line: &[Pos2], floor: f32, colour: eframe::egui::Color32) {
    let mut mesh = Mesh::default();
    for at in line {
        mesh.colored_vertex(*at, colour);
        mesh.colored_vertex(pos2(at.x, floor), colour);
    }
    for i in 0..(line.len() as u32 - 1) * 2 {
        mesh.add_triangle(i, i + 1, i + 2);
    }
    painter.add(Shape::mesh(mesh));
}
