//! What the section on Qi shows, as sentences made from its state.

use crate::i18n::Tr;
use crate::model::{Catalog, Channel, Phase, Polarity, Side};
use crate::sim::day;
use crate::sim::free_flow::{FreeFlow, Half, State};
use crate::sim::qi::{Ask, Part};
use crate::visit::Visit;

/// What the body shows in the part that is open.
pub fn shown(tr: &Tr, catalog: &Catalog, visit: &Visit, now: f32) -> String {
    match visit.qi.part {
        Part::Meaning => tr.text("qi-shown-meaning"),
        Part::Flow => low_back(tr, &visit.qi.free),
        Part::Day => match visit.channel(catalog, Some(now)) {
            Some(channel) => tr.text_with("qi-shown-day", &[("channel", channel.name.clone().into())]),
            None => String::new(),
        },
    }
}

/// How it stands with the flow on both sides.
pub fn low_back(tr: &Tr, free: &FreeFlow) -> String {
    let [right, left] = [Side::Right, Side::Left].map(|side| half(tr, side, free.half(side)));
    format!("{right} {left}")
}

/// How it stands with the flow on one side, as “Right: two needles in. The flow is open.”
pub fn half(tr: &Tr, side: Side, half: &Half) -> String {
    tr.text_with("qi-half", &[("side", key(side).into()), ("state", state(half).into())])
}

/// The same without naming the side.
pub fn stands(tr: &Tr, half: &Half) -> String {
    tr.text_with("qi-stands", &[("state", state(half).into())])
}

fn state(half: &Half) -> &'static str {
    match half.state() {
        State::Dammed => "dammed",
        State::Seeping => "seeping",
        State::Open => "open",
    }
}

/// The name of a place for a needle, as “BL23, left side”.
pub fn place(tr: &Tr, side: Side, code: &str) -> String {
    tr.text_with("qi-place-name", &[("code", code.into()), ("side", key(side).into())])
}

fn key(side: Side) -> &'static str {
    match side {
        Side::Right => "right",
        Side::Left | Side::Midline => "left",
    }
}

/// The hours of a part of the circuit, as “15 to 17”.
pub fn hours(tr: &Tr, part: usize) -> String {
    let (from, to) = (day::begins(part), day::begins(part + 1));
    tr.text_with("qi-hours", &[("from", whole(from).into()), ("to", whole(to).into())])
}

/// A full hour as a number; midnight is 0.
fn whole(hour: f32) -> u32 {
    hour.round() as u32 % 24
}

/// The time on the wall, as “16:10”.
pub fn time(hour: f32) -> String {
    let minutes = (hour.rem_euclid(24.0) * 60.0).round() as u32 % (24 * 60);
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

/// What the dial says: hours and channel, and whether that is now.
pub fn dial(tr: &Tr, catalog: &Catalog, visit: &Visit, now: f32) -> String {
    let part = visit.qi.day.part(Some(now));
    let channel = catalog.watch_from(day::begins_at(part)).map_or_else(String::new, |c| c.name.clone());
    let is_now = if part == day::part_at(now) { "yes" } else { "no" };
    tr.text_with(
        "qi-dial-value",
        &[("hours", hours(tr, part).into()), ("channel", channel.into()), ("now", is_now.into())],
    )
}

/// What is told of a channel under its name. First its way, its points, and that it is a name; then its kind, its
/// pair, and which comes after it.
pub fn channel(tr: &Tr, catalog: &Catalog, channel: &Channel) -> [String; 2] {
    let name = |id: &Option<String>| id.as_ref().and_then(|id| catalog.channel(id)).map(|c| c.name.clone());
    let mut first = Vec::new();
    if let Some(course) = &channel.course {
        let ends = [("from", course.from.clone().into()), ("to", course.to.clone().into())];
        first.push(tr.text_with("qi-channel-course", &ends));
    }
    first.push(tr.text_with("qi-channel-points", &[("count", channel.points.into())]));
    if let Some(organ) = &channel.organ_name {
        first.push(tr.text_with("card-no-organ", &[("organ", organ.clone().into())]));
    }
    let mut second = Vec::from_iter(kind(tr, channel));
    if let Some(pair) = name(&channel.paired_with) {
        second.push(tr.text_with("qi-channel-pair", &[("channel", pair.into())]));
    }
    if let Some(next) = name(&channel.passes_to) {
        second.push(tr.text_with("qi-channel-next", &[("channel", next.into())]));
    }
    if channel.watch.is_none() {
        second.push(tr.text("qi-channel-no-hours"));
    }
    [first.join(" "), second.join(" ")]
}

/// “A yang channel of the phase water.”
fn kind(tr: &Tr, channel: &Channel) -> Option<String> {
    let polarity = match channel.polarity? {
        Polarity::Yin => "yin",
        Polarity::Yang => "yang",
    };
    let phase = channel.phase.map_or("none", |phase| match phase {
        Phase::Wood => "wood",
        Phase::Fire => "fire",
        Phase::Earth => "earth",
        Phase::Metal => "metal",
        Phase::Water => "water",
    });
    Some(tr.text_with("qi-channel-kind", &[("polarity", polarity.into()), ("phase", phase.into())]))
}

/// What shows a channel: its hours, or the vessel itself.
pub fn ask_for(catalog: &Catalog, id: &str) -> Option<Ask> {
    let channel = catalog.channel(id)?;
    match &channel.watch {
        Some(watch) => Some(Ask::TurnToPart(day::part_at(f32::from(watch.starts)))),
        None => channel.midline.then(|| Ask::Vessel(channel.id.clone())),
    }
}
