//! What channels say of each other: pairs are mutual, and the organ clock gives each hour to one channel.

use std::collections::BTreeMap;

use super::entry::{Flaw, Located};
use super::problem::Problem;
use super::suggest::did_you_mean;
use crate::model::{Channel, Watch};

/// Checks pairs, the daily circuit and the clock. A channel that names one there is not is sound without the name.
pub(super) fn circuit(channels: &mut [Located<Channel>], problems: &mut Vec<Problem>) {
    let known: Vec<String> = channels.iter().map(|channel| channel.value.id.clone()).collect();
    for channel in channels.iter_mut() {
        let value = &mut channel.value;
        let mut flaws = Vec::new();
        cut("paired_with", &mut value.paired_with, &known, &mut flaws);
        cut("passes_to", &mut value.passes_to, &known, &mut flaws);
        channel.report(flaws, problems);
    }
    let by_id: BTreeMap<&str, &Channel> = channels.iter().map(|c| (c.value.id.as_str(), &c.value)).collect();
    for channel in channels.iter() {
        let found = [alone(&channel.value, &by_id), out_of_step(&channel.value, &by_id)];
        channel.report(found.into_iter().flatten().collect(), problems);
    }
    problems.extend(clock(channels));
}

fn cut(field: &str, named: &mut Option<String>, known: &[String], flaws: &mut Vec<Flaw>) {
    if let Some(id) = named.take_if(|id| !known.contains(id)) {
        let hint = did_you_mean(&id, known.iter().map(String::as_str), || "add it to channels.ron".to_owned());
        flaws.push(Flaw::error(field, format!("there is no channel `{id}`"), hint));
    }
}

/// A pair of which one does not know.
fn alone(channel: &Channel, all: &BTreeMap<&str, &Channel>) -> Option<Flaw> {
    let other = all.get(channel.paired_with.as_deref()?)?;
    let mutual = other.paired_with.as_deref() == Some(channel.id.as_str()) && other.polarity != channel.polarity;
    let what = format!("`{}` and `{}` are not one pair of yin and yang", channel.id, other.id);
    (!mutual).then(|| Flaw::warning("paired_with", what, "name each in the other, one Yin and one Yang"))
}

/// A channel that does not pass on at the hour at which the next one begins.
fn out_of_step(channel: &Channel, all: &BTreeMap<&str, &Channel>) -> Option<Flaw> {
    let next = all.get(channel.passes_to.as_deref()?)?;
    let (ends, begins) = (channel.watch.as_ref()?.ends(), next.watch.as_ref().map(|watch| watch.starts));
    let what = format!("its hours end at {ends}, and those of `{}` do not begin then", next.id);
    (begins != Some(ends)).then(|| Flaw::warning("passes_to", what, "check both hours"))
}

/// Hours that two channels claim, or that none has. Without any hours there is no clock to check.
fn clock(channels: &[Located<Channel>]) -> Vec<Problem> {
    let timed = |c: &Located<Channel>| c.value.watch.as_ref().map(|watch| (watch.starts, watch.ends()));
    let claims = |c: &&Located<Channel>, hour: u8| {
        timed(c).is_some_and(|(from, _)| (hour + Watch::DAY - from) % Watch::DAY < Watch::HOURS)
    };
    let last = channels.iter().rfind(|c| timed(c).is_some());
    let of_hour = |hour: u8| {
        let mut claiming = channels.iter().filter(|c| claims(c, hour));
        match (claiming.next(), claiming.next()) {
            (Some(first), Some(second)) => {
                let what = format!("hour {hour} belongs to `{}` already", first.value.id);
                Some(second.problem(Flaw::warning("watch", what, "each hour belongs to one channel")))
            }
            (None, _) => {
                let what = format!("hour {hour} belongs to no channel");
                last.map(|c| c.problem(Flaw::warning("watch", what, "the clock goes round once a day")))
            }
            (Some(_), None) => None,
        }
    };
    (0..Watch::DAY).filter_map(of_hour).collect()
}
