//! The question whether somebody is still there: a ring that empties, the seconds in it, and two large answers.

use eframe::egui::accesskit::{Live, Role as NodeRole};
use eframe::egui::{
    Area, Context, CornerRadius, FontId, Frame, Id, Margin, Modal, Order, Pos2, Sense, Shape, Stroke, Ui, WidgetInfo,
    vec2,
};

use super::Cx;
use super::widgets::{Weight, answer, focus_ring, heading, paragraph, wide_button};
use crate::theme::{Face, Role};
use crate::visit::{Action, VisitAsk, WARNING};

/// How high the first answer is, twice as high as it needs to be.
const ANSWER: f32 = 60.0;
/// The radius of the ring.
const RING: f32 = 56.0;

/// Asks it over everything else. A touch beside the sheet is an answer too: somebody is there.
pub(super) fn still_there(ctx: &Context, cx: &Cx<'_>, left: f32, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    let window = ctx.content_rect();
    let width = (window.width() * 0.7).clamp(260.0, 560.0).min((window.width() - 16.0).max(200.0));
    let seconds = left.ceil().max(1.0);
    let edge = if cx.look.tokens.contrast { Stroke::new(3.0, c.line) } else { Stroke::new(1.0, c.rule) };
    let frame = Frame::new()
        .fill(c.sheet)
        .stroke(edge)
        .corner_radius(CornerRadius::same(24))
        .inner_margin(Margin::symmetric(if width < 320.0 { 14 } else { 28 }, 22));
    let shade = if cx.look.tokens.dark { c.well } else { c.ink };
    let id = Id::unique("still-there");
    let area = Area::new(id).kind(eframe::egui::UiKind::Modal).order(Order::Foreground);
    let area = area.anchor(eframe::egui::Align2::CENTER_CENTER, vec2(0.0, 0.0)).interactable(true);
    let modal = Modal::new(id).area(area).backdrop_color(shade.gamma_multiply(0.62)).frame(frame);
    let shown = modal.show(ctx, |ui| {
        ui.set_width(width);
        ui.vertical_centered(|ui| answers(ui, cx, seconds, out));
    });
    if shown.should_close() {
        out.push(Action::Visit(VisitAsk::Stay));
    }
}

fn answers(ui: &mut Ui, cx: &Cx<'_>, seconds: f32, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    ui.spacing_mut().item_spacing.y = 10.0;
    let title = heading(ui, cx.look, 1, Role::Title, &cx.tr.text("still-title"));
    ui.accesskit_node_builder(title.id, |node| node.set_live(Live::Assertive));
    // Where the window is low, the words say what the ring would show.
    if ui.ctx().content_rect().height() >= 420.0 {
        ring(ui, cx, seconds);
    }
    let lead = cx.tr.text_with("still-lead", &[("seconds", (seconds as u32).into())]);
    paragraph(ui, cx.look, Role::Text, c.ink2, &lead);
    ui.add_space(4.0);
    if more(ui, cx) {
        out.push(Action::Visit(VisitAsk::Stay));
    }
    let width = ui.available_width();
    if wide_button(ui, cx.look, Weight::Second, None, &cx.tr.text("kiosk-done"), width).clicked() {
        out.push(Action::Visit(VisitAsk::Leave));
    }
}

/// The ring, and how many seconds are left.
fn ring(ui: &mut Ui, cx: &Cx<'_>, seconds: f32) {
    const STEPS: u16 = 90;
    let c = cx.look.colours();
    let (rect, response) = ui.allocate_exact_size(vec2(RING * 2.0 + 12.0, RING * 2.0 + 12.0), Sense::hover());
    let number = format!("{seconds:.0}");
    response.widget_info(|| WidgetInfo::labeled(NodeRole::Timer, true, &number));
    ui.painter().circle_stroke(rect.center(), RING, Stroke::new(8.0, c.well));
    let full = (seconds / WARNING).clamp(0.0, 1.0);
    let end = (full * f32::from(STEPS)).round() as u16;
    let path: Vec<Pos2> = (0..=end)
        .map(|i| {
            let (sin, cos) = (f32::from(i) / f32::from(STEPS) * std::f32::consts::TAU).sin_cos();
            rect.center() + vec2(-sin, -cos) * RING
        })
        .collect();
    ui.painter().add(Shape::line(path, Stroke::new(8.0, c.ink)));
    let font = FontId::new(cx.look.scale.font(Role::Number).size, Face::SerifSemibold.family());
    let number = ui.painter().layout_no_wrap(number, font, c.ink);
    ui.painter().galley(rect.center() - number.size() * 0.5, number, c.ink);
}

/// The first answer. Whether it was pressed.
fn more(ui: &mut Ui, cx: &Cx<'_>) -> bool {
    let c = cx.look.colours();
    let name = cx.tr.text("still-more");
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ANSWER), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(NodeRole::Button, true, &name));
    let shape = if response.is_pointer_button_down_on() { rect.shrink2(rect.size() * 0.01) } else { rect };
    let round = CornerRadius::same((ANSWER * 0.5) as u8);
    ui.painter().rect_filled(shape, round, answer(&response, c.ink, c.onfill));
    let word = ui.painter().layout_no_wrap(name, cx.look.scale.font(Role::Strong), c.onfill);
    ui.painter().galley(shape.center() - word.size() * 0.5, word, c.onfill);
    focus_ring(ui.painter(), cx.look, &response, round.nw);
    response.clicked()
}
