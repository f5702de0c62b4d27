//! What one finger or keys alone can press of what the screen shows.

use std::collections::BTreeMap;
use std::f32::consts::TAU;
use std::ops::Range;

use eframe::egui::accesskit::{NodeId, Role};
use eframe::egui::{Key, Pos2, Vec2, vec2};
use fastrand::Rng;

use super::groove::{groove, pages};
use super::hand::focused;
use super::{By, without_numbers};
use crate::support::{Deqi, Thing, things};

/// A finger that misses a point is so far from it, in points of the screen.
const BESIDE: Range<f32> = 20.0..80.0;
/// What this says it does.
const NEXT_PAGE: &str = "More below";
/// A window of its own: under test it lies over the first one, and nothing there leads on.
const SECOND_WINDOW: &str = "Button Patient’s window";
/// Keys that do something on the body.
const ON_BODY: [Key; 8] =
    [Key::ArrowUp, Key::ArrowDown, Key::ArrowLeft, Key::ArrowRight, Key::Num1, Key::Num2, Key::Num3, Key::Num4];

/// What comes of pressing something again.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Sort {
    Usual,
    /// Another page from each.
    NextPage,
    /// The same page from everywhere in the place.
    Page,
    /// Something else: it is pressed at another spot each time.
    Chance,
}

/// Something that can be pressed here.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    /// What it is called; of the many points on the body all the same.
    pub(super) name: String,
    /// What is like it: what stands as it does and is as wide, as the rows of a list, and what begins with the same word.
    pub(super) kinds: [String; 2],
    pub(super) sort: Sort,
    /// How far it is from what has the keyboard, in presses of Tab, backwards if negative.
    pub(super) tabs: i32,
    pub(super) role: Role,
    pub(super) id: NodeId,
    pub(super) at: Pos2,
    /// With which key, where it is one of several.
    pub(super) key: Option<Key>,
}

/// What can be pressed, in reading order. Of several things with one name, the second and the third are called so.
/// `bars` says whether a finger turns pages in the grooves of scroll bars.
pub(super) fn choices(deqi: &Deqi, by: By, bars: bool, rng: &mut Rng) -> Vec<Choice> {
    let all = things(deqi);
    let stops: Vec<NodeId> = all.iter().filter(|t| t.focusable && !t.disabled).map(|t| t.id).collect();
    let has_keyboard = focused(deqi);
    let from = stops.iter().position(|id| has_keyboard == Some(*id)).map_or(-1, |at| at as i32);
    let (mut choices, mut points) = (Vec::new(), Vec::new());
    for thing in all.iter().filter(|t| !t.disabled) {
        let stop = stops.iter().position(|id| *id == thing.id);
        let tabs = stop.map_or(0, |at| shorter(at as i32 - from, stops.len() as i32));
        let choice = choice(thing, tabs);
        match by {
            _ if choice.name == SECOND_WINDOW => {}
            By::Finger if !thing.is_seen() => {}
            By::Finger if thing.role == Role::Figure => {
                let at = thing.shown.min + thing.shown.size() * vec2(rng.f32(), rng.f32());
                choices.push(Choice { at, sort: Sort::Chance, ..choice });
            }
            By::Finger if thing.role == Role::ScrollBar => {
                choices.extend(groove(thing, &choice, if bars { pages(thing, &all) } else { 0 }));
            }
            By::Finger if thing.focusable => choices.push(choice),
            By::Finger if thing.role == Role::Button => points.push(choice),
            By::Keys if stop.is_none() => {}
            By::Keys if thing.role == Role::Figure => {
                let by_key = |key: Key| Choice { name: format!("body {key:?}"), key: Some(key), ..choice.clone() };
                choices.extend(ON_BODY.map(by_key));
            }
            By::Keys => choices.push(choice),
            By::Finger => {}
        }
    }
    choices.extend(on_body(&points, rng));
    if by == By::Keys {
        choices.push(escape());
    }
    let mut named: BTreeMap<String, u32> = BTreeMap::new();
    for choice in &mut choices {
        let count = named.entry(choice.name.clone()).or_default();
        *count += 1;
        if *count > 1 {
            choice.name = format!("{} ({count})", choice.name);
        }
    }
    choices
}

/// The words in sight, by which a finger tells one page of a place from another. Keys need no pages: what they go to
/// comes into sight by itself.
pub(super) fn words(deqi: &Deqi, by: By) -> Vec<String> {
    if by == By::Keys {
        return Vec::new();
    }
    let words = things(deqi).into_iter().filter(|t| matches!(t.role, Role::Heading | Role::Label));
    // Numbers change from moment to moment.
    words.filter(Thing::is_seen).map(|t| without_numbers(&t.name)).collect()
}

fn choice(thing: &Thing, tabs: i32) -> Choice {
    // What the body shows is told in its name.
    let name = if thing.role == Role::Figure { "body" } else { thing.name.as_str() };
    Choice {
        name: format!("{:?} {name}", thing.role),
        kinds: [
            format!("{:?} {:.0} {:.0}", thing.role, thing.rect.left(), thing.rect.width()),
            format!("{:?} {}", thing.role, without_numbers(name.split(' ').next().unwrap_or_default())),
        ],
        sort: if thing.name == NEXT_PAGE { Sort::NextPage } else { Sort::Usual },
        tabs,
        role: thing.role,
        id: thing.id,
        at: thing.shown.center(),
        key: None,
    }
}

/// What a finger does among the points on the body, each time at another one.
fn on_body(points: &[Choice], rng: &mut Rng) -> Vec<Choice> {
    let Some(point) = rng.choice(points) else { return Vec::new() };
    let named = |name: &str, at: Pos2| Choice {
        name: name.to_owned(),
        kinds: [name.to_owned(), name.to_owned()],
        sort: Sort::Chance,
        at,
        ..point.clone()
    };
    let beside = point.at + Vec2::angled(rng.f32() * TAU) * (BESIDE.start + rng.f32() * (BESIDE.end - BESIDE.start));
    let others = points.iter().map(|other| other.at).filter(|at| at.distance(point.at) > 1.0);
    let nearest = others.min_by(|a, b| a.distance(point.at).total_cmp(&b.distance(point.at)));
    let between = nearest.map(|other| named("between points", point.at.lerp(other, 0.5)));
    [named("a point", point.at), named("beside a point", beside)].into_iter().chain(between).collect()
}

fn escape() -> Choice {
    Choice {
        name: "Escape".to_owned(),
        kinds: ["Escape".to_owned(), "Escape".to_owned()],
        sort: Sort::Usual,
        tabs: 0,
        role: Role::Unknown,
        id: NodeId(0),
        at: Pos2::ZERO,
        key: Some(Key::Escape),
    }
}

/// The way round that is shorter.
fn shorter(tabs: i32, of: i32) -> i32 {
    [tabs, tabs - of, tabs + of].into_iter().min_by_key(|tabs| tabs.abs()).unwrap_or(tabs)
}
