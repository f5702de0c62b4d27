//! The story of the dammed flow: a field for each side, with its needles and how it stands there.

use eframe::egui::accesskit::Live;
use eframe::egui::{CornerRadius, Frame, Margin, Stroke, StrokeKind, Ui, UiBuilder, pos2};

use super::super::Cx;
use super::super::widgets::{Weight, button, chip, heading, paragraph, wide_button};
use super::meaning::more;
use super::sheet::first;
use crate::describe;
use crate::model::{PointCode, Side, Told};
use crate::sim::free_flow::{PLACES, State};
use crate::sim::qi::Ask;
use crate::store::settings::Motion;
use crate::theme::{Icon, Role};
use crate::visit::Action;

/// From this width on, the two fields stand side by side.
const BESIDE: f32 = 400.0;

/// Shows the story.
pub(super) fn free_flow(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    let idea = first(cx, Told::Flow);
    if let Some(idea) = idea {
        paragraph(ui, cx.look, Role::Text, c.ink, &idea.says.plain);
    }
    paragraph(ui, cx.look, Role::Strong, c.ink, &cx.tr.text("qi-flow-do"));
    ui.add_space(4.0);
    let area = ui.available_rect_before_wrap();
    // On the screen the body is seen from behind, so its left is on the left.
    if area.width() >= BESIDE {
        let width = (area.width() - 12.0) * 0.5;
        let mut bottom = area.top();
        for (i, side) in [Side::Left, Side::Right].into_iter().enumerate() {
            let left = area.left() + i as f32 * (width + 12.0);
            let rect = eframe::egui::Rect::from_min_max(pos2(left, area.top()), pos2(left + width, area.bottom()));
            let builder = UiBuilder::new().max_rect(rect).id_salt(i);
            let inner = ui.scope_builder(builder, |ui| field(ui, cx, side, out));
            bottom = bottom.max(inner.response.rect.bottom());
        }
        ui.advance_cursor_after_rect(area.with_max_y(bottom));
    } else {
        field(ui, cx, Side::Left, out);
        field(ui, cx, Side::Right, out);
    }
    ui.add_space(4.0);
    if let Some(idea) = idea {
        more(ui, cx, idea, out);
    }
}

/// Buttons for the whole picture: let it flow, and start over. In a column so wide, or in a row.
pub(super) fn controls(ui: &mut Ui, cx: &Cx<'_>, column: f32, out: &mut Vec<Action>) {
    let mut add = |ui: &mut Ui| {
        play(ui, cx, column, out);
        ui.add_enabled_ui(cx.visit.qi.free.has_any(), |ui| {
            let name = cx.tr.text("qi-start-over");
            if wide_button(ui, cx.look, Weight::Second, Some(Icon::StartOver), &name, column).clicked() {
                out.push(Action::Qi(Ask::StartOver));
            }
        });
    };
    if column > 0.0 {
        add(ui);
    } else {
        ui.horizontal(add);
    }
}

/// Lets it flow or stops it, where motion is wanted at all.
fn play(ui: &mut Ui, cx: &Cx<'_>, column: f32, out: &mut Vec<Action>) {
    if cx.settings.motion == Motion::Reduced {
        return;
    }
    let (picture, key, ask) =
        if cx.visit.qi.moves() { (Icon::Pause, "qi-pause", Ask::Pause) } else { (Icon::Play, "qi-play", Ask::Play) };
    if wide_button(ui, cx.look, Weight::Second, Some(picture), &cx.tr.text(key), column).clicked() {
        out.push(Action::Qi(ask));
    }
}

/// One side: how it stands there, and its needles.
fn field(ui: &mut Ui, cx: &Cx<'_>, side: Side, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    let half = cx.visit.qi.free.half(side);
    let frame = Frame::new().fill(c.tradtint).corner_radius(CornerRadius::same(10)).inner_margin(Margin {
        left: 18,
        right: 12,
        top: 12,
        bottom: 14,
    });
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 8.0;
        let name = if side == Side::Left { "left" } else { "right" };
        heading(ui, cx.look, 2, Role::Strong, &cx.tr.text_with("qi-side", &[("side", name.into())]));
        let said = paragraph(ui, cx.look, Role::Card, c.ink, &describe::qi::stands(cx.tr, half));
        // A screen reader says it anew whenever it changes.
        ui.accesskit_node_builder(said.id, |node| node.set_live(Live::Polite));
        for (number, code) in PLACES.into_iter().enumerate() {
            let placed = half.has_needle(number);
            let picture = if placed { Icon::Tick } else { Icon::Needle };
            let english = cx.catalog.point(&PointCode(code.to_owned())).map_or("", |point| point.english.as_str());
            let name = describe::qi::place(cx.tr, side, code);
            if chip(ui, cx.look, placed, Some(picture), &name).on_hover_text(english).clicked() {
                out.push(Action::Qi(Ask::Needle(side, number)));
            }
        }
        let both = cx.tr.text_with("qi-place-both", &[("side", name.into())]);
        ui.add_enabled_ui(half.state() != State::Open, |ui| {
            if button(ui, cx.look, Weight::First, None, &both).clicked() {
                out.push(Action::Qi(Ask::PlaceBoth(side)));
            }
        });
    });
    let rect = shown.response.rect;
    let rule = rect.with_max_x(rect.left() + 5.0);
    ui.painter().rect_filled(rule, CornerRadius { nw: 10, sw: 10, ..CornerRadius::ZERO }, c.trad);
    if cx.look.tokens.contrast {
        ui.painter().rect_stroke(rect, CornerRadius::same(10), Stroke::new(2.0, c.line), StrokeKind::Inside);
    }
}
