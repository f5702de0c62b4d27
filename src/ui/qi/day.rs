//! The day clock: the dial, the channel of the hour with its story and its points, and all fourteen to choose from.

use eframe::egui::Ui;
use eframe::egui::accesskit::Role as NodeRole;

use super::super::Cx;
use super::super::widgets::{Weight, button, caption, chip, heading, job, paragraph, rich, sign_button, wide_button};
use super::dial::{dial, stepped};
use super::meaning::more;
use super::sheet::{COLUMN, first};
use super::strip::strip;
use crate::describe;
use crate::model::{Channel, Told};
use crate::sim::qi::Ask;
use crate::store::settings::Motion;
use crate::theme::{Face, Icon, Role};
use crate::visit::Action;

/// The least width and height a dial needs.
const DIAL: f32 = 290.0;
/// So much of the words under the dial should be in sight with it.
const WORDS: f32 = 96.0;

/// Shows the clock. `sight` is how high what one sees at once is.
pub(super) fn clock(ui: &mut Ui, cx: &Cx<'_>, sight: f32, out: &mut Vec<Action>) {
    let size = ui.available_width().min(sight - WORDS).min(470.0);
    if size >= DIAL {
        ui.vertical_centered(|ui| dial(ui, cx, size, out));
    } else {
        strip(ui, cx, out);
        caption(ui, cx.look, &describe::qi::dial(cx.tr, cx.catalog, cx.visit, cx.hour));
    }
}

/// Shows what the clock tells of: the channel, all fourteen, and where this comes from.
pub(super) fn below(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    if let Some(channel) = cx.visit.channel(cx.catalog, Some(cx.hour)) {
        story(ui, cx, channel, out);
    }
    ui.add_space(8.0);
    all(ui, cx, out);
    if let Some(idea) = first(cx, Told::Day) {
        ui.add_space(8.0);
        more(ui, cx, idea, out);
    }
}

/// Buttons in the column beside the dial: run, step, and back to the hour on the wall.
pub(super) fn controls_in_column(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    run(ui, cx, COLUMN, out);
    ui.horizontal(|ui| steps(ui, cx, (COLUMN - 8.0) * 0.5, out));
    ui.add_enabled_ui(!is_now(cx), |ui| now(ui, cx, COLUMN, out));
}

/// The same in a row.
pub(super) fn controls(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    ui.horizontal_wrapped(|ui| {
        run(ui, cx, 0.0, out);
        steps(ui, cx, 60.0, out);
        if !is_now(cx) {
            now(ui, cx, 0.0, out);
        }
    });
}

/// Runs the day or stops it. Without motion one steps through the day.
fn run(ui: &mut Ui, cx: &Cx<'_>, width: f32, out: &mut Vec<Action>) {
    if cx.settings.motion == Motion::Reduced {
        return;
    }
    let day = &cx.visit.qi.day;
    let (picture, key, ask) = if day.runs() {
        (Icon::Pause, "qi-pause", Ask::Pause)
    } else {
        (Icon::Play, "qi-run", Ask::RunDay(day.hour(Some(cx.hour))))
    };
    if wide_button(ui, cx.look, Weight::Second, Some(picture), &cx.tr.text(key), width).clicked() {
        out.push(Action::Qi(ask));
    }
}

fn steps(ui: &mut Ui, cx: &Cx<'_>, width: f32, out: &mut Vec<Action>) {
    for (picture, key, steps) in [(Icon::Previous, "qi-earlier", -1), (Icon::Next, "qi-later", 1)] {
        if sign_button(ui, cx.look, picture, &cx.tr.text(key), width).clicked() {
            out.push(Action::Qi(Ask::TurnToPart(stepped(cx, steps))));
        }
    }
}

fn is_now(cx: &Cx<'_>) -> bool {
    cx.visit.qi.day.is_now() && cx.visit.qi.vessel.is_none()
}

fn now(ui: &mut Ui, cx: &Cx<'_>, width: f32, out: &mut Vec<Action>) {
    if wide_button(ui, cx.look, Weight::Second, Some(Icon::Clock), &cx.tr.text("qi-to-now"), width).clicked() {
        out.push(Action::Qi(Ask::Now));
    }
}

/// The channel that is shown: what is said of it, and its points.
fn story(ui: &mut Ui, cx: &Cx<'_>, channel: &Channel, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    let [first, second] = describe::qi::channel(cx.tr, cx.catalog, channel);
    let title = job([
        (channel.name.as_str(), cx.look.scale.format_in(Role::Strong, Face::SansBold, 1.0, c.trad)),
        ("   ", cx.look.scale.format(Role::Strong, c.ink2)),
        (channel.hanzi.simplified.as_str(), cx.look.scale.format_in(Role::Strong, Face::Serif, 1.15, c.ink)),
        ("  ", cx.look.scale.format(Role::Strong, c.ink2)),
        (channel.pinyin.as_str(), cx.look.scale.format_in(Role::Strong, Face::SerifItalic, 1.0, c.ink2)),
    ]);
    let shown = rich(ui, title);
    ui.accesskit_node_builder(shown.id, |node| {
        node.set_role(NodeRole::Heading);
        node.set_label(channel.name.as_str());
        node.set_level(2);
    });
    paragraph(ui, cx.look, Role::Text, c.ink, &first);
    paragraph(ui, cx.look, Role::Text, c.ink2, &second);
    let points: Vec<_> = cx.catalog.points().iter().filter(|point| point.channel == channel.id).collect();
    if points.is_empty() {
        return;
    }
    caption(ui, cx.look, &cx.tr.text("qi-points"));
    ui.horizontal_wrapped(|ui| {
        for point in points {
            let pressed = button(ui, cx.look, Weight::Second, None, point.code.as_str()).on_hover_text(&point.english);
            if pressed.clicked() {
                out.push(Action::OpenPoint(point.code.clone()));
            }
        }
    });
}

/// The fourteen channels, to choose from.
fn all(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    heading(ui, cx.look, 2, Role::Strong, &cx.tr.text("qi-all-channels"));
    let shown = cx.visit.channel(cx.catalog, Some(cx.hour)).map(|channel| channel.id.as_str());
    ui.horizontal_wrapped(|ui| {
        for channel in cx.catalog.circuit().chain(cx.catalog.vessels()) {
            if chip(ui, cx.look, shown == Some(channel.id.as_str()), None, &channel.name).clicked()
                && let Some(ask) = describe::qi::ask_for(cx.catalog, &channel.id)
            {
                out.push(Action::Qi(ask));
            }
        }
    });
}
