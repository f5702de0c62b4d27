//! A panel's list: points, steps, things to tick, questions to pick.

use eframe::egui::accesskit::{Live, Role as NodeRole};
use eframe::egui::{CornerRadius, Frame, Margin, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::super::Cx;
use super::super::widgets::{Weight, button, caption, focus_ring, heading, icon, is_painted, job, rich};
use crate::model::{Item, ListKind, Panel, Tone};
use crate::theme::{Face, Icon, Role};
use crate::visit::{Action, ReadAsk, Screen};

/// Shows the lists, each on a field of its own; warning signs on one that nobody overlooks.
pub(super) fn list(ui: &mut Ui, cx: &Cx<'_>, panel: &Panel, out: &mut Vec<Action>) {
    field(ui, cx, panel.tone, |ui| {
        if let Some(title) = &panel.list_title {
            heading(ui, cx.look, 2, Role::Heading, title);
        }
        lines(ui, cx, panel, out);
    });
    if let Some(second) = &panel.second {
        field(ui, cx, second.tone, |ui| {
            heading(ui, cx.look, 2, Role::Heading, &second.title);
            second.items.iter().for_each(|item| point(ui, cx, item));
        });
    }
}

/// A field for a list. What is grave looks it.
fn field(ui: &mut Ui, cx: &Cx<'_>, tone: Tone, add: impl FnOnce(&mut Ui)) {
    let c = cx.look.colours();
    let (fill, edge) = match tone {
        Tone::Emergency => (c.alerttint, Stroke::new(2.0, c.alert)),
        Tone::SameDay => (c.sheet, Stroke::new(1.5, c.alert)),
        Tone::Plain if cx.look.tokens.contrast => (c.sheet, Stroke::new(2.0, c.line)),
        Tone::Plain => (c.sheet, Stroke::new(1.0, c.rule)),
    };
    let margin = if ui.available_width() < 420.0 { 14 } else { 22 };
    let frame = Frame::new().fill(fill).stroke(edge).corner_radius(CornerRadius::same(14));
    frame.inner_margin(Margin::same(margin)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 6.0;
        add(ui);
    });
}

/// The lines of a panel's own list.
fn lines(ui: &mut Ui, cx: &Cx<'_>, panel: &Panel, out: &mut Vec<Action>) {
    for (i, item) in panel.items.iter().enumerate() {
        match panel.list {
            ListKind::Points => point(ui, cx, item),
            ListKind::Steps => step(ui, cx, i + 1, &item.says),
            ListKind::Checks | ListKind::Picks => tick(ui, cx, panel, i, item, out),
        }
    }
    if matches!(panel.list, ListKind::Checks | ListKind::Picks) {
        let count = cx.visit.reader.ticks(&panel.id);
        let key = if panel.list == ListKind::Checks { "list-ticked" } else { "list-picked" };
        let said = caption(ui, cx.look, &cx.tr.text_with(key, &[("count", count.into())]));
        ui.accesskit_node_builder(said.id, |node| node.set_live(Live::Polite));
        if button(ui, cx.look, Weight::Second, Some(Icon::Print), &cx.tr.text("take-along")).clicked() {
            out.push(Action::Go(Screen::TakeAway));
        }
    }
}

/// An item as one piece of text: its title leads.
fn words(cx: &Cx<'_>, item: &Item) -> eframe::egui::text::LayoutJob {
    let c = cx.look.colours();
    let text = cx.look.scale.format(Role::Text, c.ink);
    match &item.title {
        Some(title) => {
            let lead = cx.look.scale.format_in(Role::Text, Face::SansSemibold, 1.0, c.ink);
            job([(title.as_str(), lead.clone()), (": ", lead), (item.says.as_str(), text)])
        }
        None => job([(item.says.as_str(), text)]),
    }
}

fn point(ui: &mut Ui, cx: &Cx<'_>, item: &Item) {
    let c = cx.look.colours();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        let (rect, _) = ui.allocate_exact_size(vec2(20.0, 24.0), Sense::hover());
        if item.tone == Tone::Plain {
            ui.painter().circle_filled(rect.center(), 3.0, c.ink);
        } else {
            let flag = icon(ui, Icon::Flag, 18.0, c.alert);
            ui.painter().galley(rect.center() - flag.size() * 0.5, flag, c.alert);
        }
        rich(ui, words(cx, item));
    });
}

/// A step with its number in a ring.
pub(super) fn step(ui: &mut Ui, cx: &Cx<'_>, number: usize, says: &str) {
    let c = cx.look.colours();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        let (rect, _) = ui.allocate_exact_size(vec2(28.0, 28.0), Sense::hover());
        ui.painter().circle_stroke(rect.center(), 12.5, Stroke::new(cx.look.tokens.stroke(1.5), c.line));
        let number = number.to_string();
        let format = cx.look.scale.format_in(Role::Label, Face::SansBold, 1.0, c.ink);
        let number = ui.painter().layout_job(job([(number.as_str(), format)]));
        ui.painter().galley(rect.center() - number.size() * 0.5, number, c.ink);
        ui.vertical(|ui| {
            ui.add_space(2.0);
            rich(ui, job([(says, cx.look.scale.format(Role::Text, c.ink))]));
        });
    });
}

/// A line with a box to tick.
fn tick(ui: &mut Ui, cx: &Cx<'_>, panel: &Panel, index: usize, item: &Item, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    let on = cx.visit.reader.is_ticked(&panel.id, index);
    let mut text = words(cx, item);
    text.wrap.max_width = ui.available_width() - 44.0;
    let name = text.text.clone();
    let text = ui.painter().layout_job(text);
    let size = vec2(ui.available_width(), (text.size().y + 18.0).max(44.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(NodeRole::CheckBox, true, on, &name));
    if is_painted(ui, &response) {
        let middle = pos2(rect.left() + 14.0, rect.center().y);
        let square = eframe::egui::Rect::from_center_size(middle, vec2(24.0, 24.0));
        let colour = if item.tone == Tone::Plain { c.ink } else { c.alert };
        if response.hovered() {
            ui.painter().rect_filled(rect, CornerRadius::same(8), c.ink.gamma_multiply(0.05));
        }
        let edge = Stroke::new(cx.look.tokens.stroke(1.8), if on { colour } else { c.line });
        let fill = if on { colour } else { c.sheet };
        ui.painter().rect(square, CornerRadius::same(6), fill, edge, StrokeKind::Inside);
        if on {
            let sign = icon(ui, Icon::Tick, 18.0, c.onfill);
            ui.painter().galley(square.center() - sign.size() * 0.5, sign, c.onfill);
        }
        ui.painter().galley(pos2(rect.left() + 40.0, rect.center().y - text.size().y * 0.5), text, c.ink);
        focus_ring(ui.painter(), cx.look, &response, 8);
    }
    if response.clicked() {
        out.push(Action::Read(ReadAsk::Tick(panel.id.clone(), index)));
    }
}
