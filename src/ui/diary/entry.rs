//! An entry being written: every question may be left out.

use eframe::egui::{Ui, vec2};

use super::super::Cx;
use super::super::widgets::{LEAST, Weight, button, caption, choose, heading, icon_button, job, paragraph, rich};
use super::{fields, pain, told, whereabouts};
use crate::describe;
use crate::diary::{Ease, Entry, Sleep, is_odd};
use crate::model::Day;
use crate::theme::{Face, Icon, Role};
use crate::visit::{Action, DiaryAsk, Draft, Field};

/// Shows the entry.
pub(super) fn entry(ui: &mut Ui, cx: &Cx<'_>, draft: &Draft, out: &mut Vec<Action>) {
    let entry = &draft.entry;
    let title = if draft.of.is_some() { "diary-entry-old" } else { "diary-entry-new" };
    heading(ui, cx.look, 1, Role::Title, &cx.tr.text(title));
    told::told(ui, cx, out);
    day(ui, cx, entry.day, out);
    section(ui, cx, "diary-pain");
    pain::pain(ui, cx, entry.pain, out);
    section(ui, cx, "diary-where");
    caption(ui, cx.look, &cx.tr.text(if cx.figure.is_some() { "diary-where-how" } else { "diary-where-list" }));
    whereabouts::whereabouts(ui, cx, entry, out);
    doing(ui, cx, entry, out);
    sleep(ui, cx, entry, out);
    section(ui, cx, "diary-medicines");
    let asks = |key: &str| cx.tr.text(key);
    let hint = asks("diary-medicines-hint");
    if let Some(text) = fields::words(ui, cx, &asks("diary-medicines"), &hint, &entry.medicines, 2) {
        change(out, Field::Medicines(text));
    }
    visit(ui, cx, entry, out);
    section(ui, cx, "diary-note");
    if let Some(text) = fields::words(ui, cx, &asks("diary-note"), &asks("diary-note-hint"), &entry.note, 3) {
        change(out, Field::Note(text));
    }
    ui.add_space(12.0);
    ends(ui, cx, draft, out);
}

fn change(out: &mut Vec<Action>, field: Field) {
    out.push(Action::Diary(DiaryAsk::Change(field)));
}

fn section(ui: &mut Ui, cx: &Cx<'_>, key: &str) {
    ui.add_space(12.0);
    heading(ui, cx.look, 2, Role::Heading, &cx.tr.text(key));
}

/// The day, with a step to each side.
fn day(ui: &mut Ui, cx: &Cx<'_>, now: Day, out: &mut Vec<Action>) {
    section(ui, cx, "diary-entry-day");
    let c = cx.look.colours();
    ui.spacing_mut().interact_size.y = LEAST;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        if icon_button(ui, cx.look, Icon::Previous, &cx.tr.text("diary-day-before")).clicked() {
            change(out, Field::Day(Day::from_number(now.number().saturating_sub(1))));
        }
        if icon_button(ui, cx.look, Icon::Next, &cx.tr.text("diary-day-after")).clicked() {
            change(out, Field::Day(Day::from_number(now.number() + 1)));
        }
        let said = describe::diary::day(cx.tr, now);
        rich(ui, job([(said.as_str(), cx.look.scale.format_in(Role::Text, Face::SansSemibold, 1.1, c.ink))]));
    });
    if is_odd(now, cx.today) {
        paragraph(ui, cx.look, Role::Caption, c.ink, &cx.tr.text("diary-odd"));
    }
}

/// What could be done.
fn doing(ui: &mut Ui, cx: &Cx<'_>, entry: &Entry, out: &mut Vec<Action>) {
    section(ui, cx, "diary-doing");
    caption(ui, cx.look, &cx.tr.text("diary-doing-about"));
    let words = Ease::ALL.map(|ease| (Some(ease), cx.tr.text(describe::diary::ease_key(ease))));
    let skip = cx.tr.text("diary-skip");
    let mut options: Vec<(Option<Ease>, &str)> = words.iter().map(|(ease, word)| (*ease, word.as_str())).collect();
    options.push((None, &skip));
    for (which, (key, now)) in describe::diary::DOING.into_iter().zip(entry.doing).enumerate() {
        ui.add_space(2.0);
        let asks = cx.tr.text(key);
        heading(ui, cx.look, 3, Role::Strong, &asks);
        if let Some(ease) = choose(ui, cx.look, &asks, now, &options) {
            change(out, Field::Doing(which, ease));
        }
    }
}

fn sleep(ui: &mut Ui, cx: &Cx<'_>, entry: &Entry, out: &mut Vec<Action>) {
    section(ui, cx, "diary-sleep");
    let words = Sleep::ALL.map(|sleep| (Some(sleep), cx.tr.text(describe::diary::sleep_key(sleep))));
    let skip = cx.tr.text("diary-skip");
    let mut options: Vec<(Option<Sleep>, &str)> = words.iter().map(|(sleep, word)| (*sleep, word.as_str())).collect();
    options.push((None, &skip));
    if let Some(sleep) = choose(ui, cx.look, &cx.tr.text("diary-sleep"), entry.sleep, &options) {
        change(out, Field::Sleep(sleep));
    }
}

/// A treatment on that day, and its points.
fn visit(ui: &mut Ui, cx: &Cx<'_>, entry: &Entry, out: &mut Vec<Action>) {
    section(ui, cx, "diary-visit-ask");
    let words = ["diary-visit-no", "diary-visit-yes"].map(|key| cx.tr.text(key));
    let options = [(false, words[0].as_str()), (true, words[1].as_str())];
    if let Some(was) = choose(ui, cx.look, &cx.tr.text("diary-visit-ask"), entry.visit.is_some(), &options) {
        change(out, Field::Visit(was));
    }
    if let Some(visit) = &entry.visit {
        let asks = cx.tr.text("diary-points");
        heading(ui, cx.look, 3, Role::Strong, &asks);
        let hint = cx.tr.text("diary-points-hint");
        if let Some(points) = fields::words(ui, cx, &asks, &hint, &visit.points, 1) {
            change(out, Field::Points(points));
        }
    }
}

/// What to do with it.
fn ends(ui: &mut Ui, cx: &Cx<'_>, draft: &Draft, out: &mut Vec<Action>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        if button(ui, cx.look, Weight::First, Some(Icon::Tick), &cx.tr.text("diary-save")).clicked() {
            out.push(Action::Diary(DiaryAsk::Save));
        }
        if button(ui, cx.look, Weight::Second, None, &cx.tr.text("diary-discard")).clicked() {
            out.push(Action::Diary(DiaryAsk::Discard));
        }
        if let Some(id) = draft.of
            && button(ui, cx.look, Weight::Second, Some(Icon::Close), &cx.tr.text("diary-delete")).clicked()
        {
            out.push(Action::Diary(DiaryAsk::Delete(id)));
        }
    });
}
