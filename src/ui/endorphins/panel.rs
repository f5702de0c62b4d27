//! The sheet of the endorphin panel: what one can do, what it comes to, what scientists tried, what nobody knows.

use eframe::egui::{Align, Layout, Ui, UiBuilder, vec2};

use super::super::widgets::{LEAST, Weight, button, button_width, caption, chip, choose, heading, paragraph};
use super::super::{Cx, stories};
use super::{course, detail, meter, more, needle, stage, tries};
use crate::describe::needling;
use crate::model::Place;
use crate::sim::{Clock, Frequency, Method, Who};
use crate::theme::{Icon, Role};
use crate::visit::{Action, Detail, NeedleAsk};

/// Between the buttons that work the needle.
const GAP: f32 = 8.0;

/// Shows the sheet, or one thing of it large. A picture that is `close` to it has its words and its timeline here.
pub(super) fn panel(ui: &mut Ui, cx: &Cx<'_>, close: bool, out: &mut Vec<Action>) {
    let panel = &cx.visit.needling;
    let c = cx.look.colours();
    if let Some(open) = &panel.open {
        detail::detail(ui, cx, open, out);
        return;
    }
    heading(ui, cx.look, 1, if close { Role::Heading } else { Role::Title }, &cx.tr.text("endo-title"));
    let lead = if panel.clock == Clock::Visit { "endo-lead" } else { "endo-lead-course" };
    // Where one stands before it, what is pressed and what comes of it must be seen at once.
    if panel.clock == Clock::Course || !(close || cx.features.passers_by) {
        paragraph(ui, cx.look, Role::Card, c.ink2, &cx.tr.text(lead));
    }
    if close {
        work(ui, cx, out);
        meter::meter(ui, cx, true);
        stage::beside(ui, cx, out);
    }
    let clocks = [(Clock::Visit, cx.tr.text("endo-clock-visit")), (Clock::Course, cx.tr.text("endo-clock-course"))];
    let clocks = clocks.each_ref().map(|(clock, word)| (*clock, word.as_str()));
    if let Some(clock) = choose(ui, cx.look, &cx.tr.text("endo-clock"), panel.clock, &clocks) {
        out.push(Action::Needle(NeedleAsk::Tell(clock)));
    }
    ui.add_space(4.0);
    match panel.clock {
        Clock::Visit => {
            // What is pressed stands above all that grows and shrinks, and so under the same finger.
            if !close {
                work(ui, cx, out);
                meter::meter(ui, cx, false);
            }
            method(ui, cx, out);
            ui.add_space(4.0);
            tries::tries(ui, cx, out);
            told(ui, cx);
            ui.add_space(8.0);
            whom(ui, cx, out);
            points(ui, cx, out);
            ui.add_space(10.0);
            more::steps(ui, cx, out);
        }
        Clock::Course => course::figures(ui, cx),
    }
    ui.add_space(10.0);
    stories::offer(ui, cx, Place::Endorphins, out);
    ui.add_space(10.0);
    more::unknown(ui, cx);
    ui.add_space(8.0);
    caption(ui, cx.look, &cx.tr.text("endo-teaching"));
}

/// What the pictures show, in words: the sentence that a screen reader hears of them. It grows as the visit goes on, so it
/// stands below what is pressed: above, it would push the buttons away from under the finger.
fn told(ui: &mut Ui, cx: &Cx<'_>) {
    ui.add_space(4.0);
    heading(ui, cx.look, 2, Role::Label, &cx.tr.text("endo-shows"));
    caption(ui, cx.look, &needling::scene(cx.tr, &cx.visit.needling.visit));
}

/// The needle: in or out, turned or at rest.
fn work(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let panel = &cx.visit.needling;
    let settings = panel.visit.settings();
    let [put_in, take_out, turn] = ["endo-put-in", "endo-take-out", "endo-turn"].map(|key| cx.tr.text(key));
    let room = ui.available_width();
    let fits = |icons: [Option<Icon>; 2]| {
        let [first, second] = icons;
        let [put_in, take_out] = [&put_in, &take_out].map(|word| button_width(ui, cx.look, first, word));
        put_in.max(take_out) + GAP + button_width(ui, cx.look, second, &turn) <= room
    };
    // Beside each other, without their icons if need be. Whichever word the first one wears: neither may move when pressed.
    let icons = [[Some(Icon::Needle), Some(Icon::Turn)], [None, None]].into_iter().find(|icons| fits(*icons));
    let layout = if icons.is_some() { Layout::left_to_right(Align::Center) } else { Layout::top_down(Align::Min) };
    let [needle_icon, turn_icon] = icons.unwrap_or([Some(Icon::Needle), Some(Icon::Turn)]);
    ui.allocate_ui_with_layout(vec2(room, LEAST), layout, |ui| {
        ui.spacing_mut().item_spacing = vec2(GAP, GAP);
        if panel.needle_is_in() {
            if button(ui, cx.look, Weight::Second, needle_icon, &take_out).clicked() {
                out.push(Action::Needle(NeedleAsk::TakeOut));
                super::run(cx, out);
            }
        } else if button(ui, cx.look, Weight::First, needle_icon, &put_in).clicked() {
            super::put_in(cx, out);
        }
        ui.add_enabled_ui(settings.method == Method::ByHand, |ui| {
            let response = chip(ui, cx.look, super::turns(cx), turn_icon, &turn);
            needle::hold(ui, cx, &response, out);
        });
    });
}

/// By hand or by a current.
fn method(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let settings = cx.visit.needling.visit.settings();
    let methods = [(false, cx.tr.text("endo-by-hand")), (true, cx.tr.text("endo-electrical"))];
    let methods = methods.each_ref().map(|(current, word)| (*current, word.as_str()));
    let current = matches!(settings.method, Method::Electrical(_));
    if let Some(current) = choose(ui, cx.look, &cx.tr.text("endo-method"), current, &methods) {
        let method = if current { Method::Electrical(Frequency::Hz2) } else { Method::ByHand };
        out.push(Action::Needle(NeedleAsk::By(method)));
    }
    if let Method::Electrical(now) = settings.method {
        frequency(ui, cx, now, out);
    }
}

fn frequency(ui: &mut Ui, cx: &Cx<'_>, now: Frequency, out: &mut Vec<Action>) {
    let words = Frequency::ALL.map(|frequency| {
        let key = match frequency {
            Frequency::Hz2 => "endo-hz-2",
            Frequency::Hz100 => "endo-hz-100",
            Frequency::Alternating => "endo-hz-both",
        };
        (frequency, cx.tr.text(key))
    });
    let words = words.each_ref().map(|(frequency, word)| (*frequency, word.as_str()));
    if let Some(frequency) = choose(ui, cx.look, &cx.tr.text("endo-frequency"), now, &words) {
        out.push(Action::Needle(NeedleAsk::By(Method::Electrical(frequency))));
    }
    if let Some(linked) = needling::opioids(cx.tr, cx.visit.needling.visit.settings()) {
        paragraph(ui, cx.look, Role::Card, cx.look.colours().ink, &linked);
    }
    let id = match now {
        Frequency::Hz2 => "2-hz",
        Frequency::Hz100 => "100-hz",
        Frequency::Alternating => "2-and-100-hz",
    };
    if let Some(told) = cx.catalog.mechanism(id)
        && super::badge(ui, cx, told.grade, &told.name).clicked()
    {
        out.push(Action::Needle(NeedleAsk::Open(Detail::Step(told.id.clone()))));
    }
}

/// In whom the pictures are told.
fn whom(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    heading(ui, cx.look, 2, Role::Label, &cx.tr.text("endo-whom"));
    let words = [(Who::People, cx.tr.text("endo-people")), (Who::Mice, cx.tr.text("endo-mice"))];
    let words = words.each_ref().map(|(who, word)| (*who, word.as_str()));
    let now = cx.visit.needling.visit.settings().who;
    if let Some(who) = choose(ui, cx.look, &cx.tr.text("endo-whom"), now, &words) {
        out.push(Action::Needle(NeedleAsk::In(who)));
    }
}

/// The points of the low back that one can choose.
fn points(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let all = super::points(cx);
    let Some(chosen) = super::point(cx) else { return };
    ui.add_space(4.0);
    heading(ui, cx.look, 2, Role::Label, &cx.tr.text("endo-points"));
    ui.scope_builder(UiBuilder::new().id_salt("points"), |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            for marker in all {
                let on = marker.key.code == chosen.key.code;
                if chip(ui, cx.look, on, None, marker.key.code.as_str()).clicked() {
                    out.push(Action::Needle(NeedleAsk::At(marker.key.code.clone())));
                }
            }
        });
    });
    caption(ui, cx.look, &cx.tr.text("endo-points-note"));
}
