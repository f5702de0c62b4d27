//! The reading dial: plain, more, science. The sources beneath are the same.

use eframe::egui::accesskit::Action as NodeAction;
use eframe::egui::{EventFilter, Key, Modifiers, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::super::Cx;
use super::super::widgets::{focus_ring, job};
use crate::model::Reading;
use crate::theme::{Face, Role};
use crate::visit::{Action, ReadAsk};

/// How high the rail with its words is.
const RAIL: f32 = 26.0;

/// Shows the dial.
pub(super) fn dial(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    let now = index(cx.visit.reader.reading);
    let words = ["reading-plain", "reading-more", "reading-science"].map(|key| cx.tr.text(key));
    let galleys: Vec<_> = words
        .iter()
        .enumerate()
        .map(|(i, word)| {
            let (face, colour) = if i == now { (Face::SansBold, c.ink) } else { (Face::Sans, c.ink2) };
            let format = cx.look.scale.format_in(Role::Label, face, 1.0, colour);
            ui.painter().layout_job(job([(word.as_str(), format)]))
        })
        .collect();
    let high = RAIL + galleys.iter().map(|word| word.size().y).fold(0.0, f32::max) + 4.0;
    let width = ui.available_width().min(340.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, high.max(44.0)), Sense::click_and_drag());
    let name = cx.tr.text("reading-dial");
    response.widget_info(|| WidgetInfo::slider(true, now as f64, &name));
    ui.accesskit_node_builder(response.id, |node| {
        node.set_value(words[now].clone());
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(2.0);
        node.set_numeric_value_step(1.0);
        node.add_action(NodeAction::Increment);
        node.add_action(NodeAction::Decrement);
    });
    let stops: Vec<f32> = galleys
        .iter()
        .enumerate()
        .map(|(i, word)| match i {
            0 => rect.left() + word.size().x * 0.5 + 4.0,
            1 => rect.center().x,
            _ => rect.right() - word.size().x * 0.5 - 4.0,
        })
        .collect();
    let mut to = now as isize + steps(ui, &response);
    if let Some(at) = response.interact_pointer_pos().filter(|_| response.clicked() || response.dragged()) {
        let near = |i: &usize| (stops[*i] - at.x).abs();
        to = (0..stops.len()).min_by(|a, b| near(a).total_cmp(&near(b))).map_or(to, |i| i as isize);
    }
    let to = Reading::ALL[to.clamp(0, 2) as usize];
    if to != cx.visit.reader.reading {
        out.push(Action::Read(ReadAsk::At(to)));
    }
    let y = rect.top() + RAIL * 0.5;
    let rail = Stroke::new(cx.look.tokens.stroke(3.0), c.line);
    ui.painter().hline(stops[0]..=stops[2], y, rail);
    for (i, (x, word)) in stops.iter().zip(galleys).enumerate() {
        if i == now {
            ui.painter().circle_filled(pos2(*x, y), 10.0, c.ink);
        } else {
            ui.painter().circle(pos2(*x, y), 6.0, c.sheet, Stroke::new(cx.look.tokens.stroke(2.0), c.line));
        }
        ui.painter().galley(pos2(x - word.size().x * 0.5, rect.top() + RAIL), word, c.ink);
    }
    focus_ring(ui.painter(), cx.look, &response, 8);
}

fn index(reading: Reading) -> usize {
    Reading::ALL.iter().position(|level| *level == reading).unwrap_or(0)
}

/// What arrow keys or a screen reader ask for.
fn steps(ui: &Ui, response: &eframe::egui::Response) -> isize {
    let mut steps = ui.input(|i| {
        let count = |action| i.num_accesskit_action_requests(response.id, action) as isize;
        count(NodeAction::Increment) - count(NodeAction::Decrement)
    });
    if response.has_focus() {
        let arrows = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: false };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        let pressed = |key| isize::from(ui.input_mut(|i| i.consume_key(Modifiers::NONE, key)));
        steps += pressed(Key::ArrowRight) + pressed(Key::ArrowUp);
        steps -= pressed(Key::ArrowLeft) + pressed(Key::ArrowDown);
    }
    steps
}
