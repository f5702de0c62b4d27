//! Every screen in every theme, window and text size: nothing clipped, nothing overlapping, nothing too small.

use std::collections::BTreeMap;

use deqi::app::Start;
use deqi::mode::Mode;
use deqi::model::PointCode;
use deqi::store::settings::{Settings, ThemeChoice};
use deqi::visit::{Action, Change, VisitAsk};
use eframe::egui::Rect;
use eframe::egui::accesskit::{self, Role};

use crate::support::{
    Deqi, LIBRARY, Thing, Word, act, fill, go, open, open_in, open_with, plans, resize, screens, still, things, window,
    words,
};

/// The least width and height of what is pressed.
const LEAST: f32 = 44.0;
/// Rounding to pixels moves edges by this much.
const SLACK: f32 = 1.0;
/// Text may touch text by this much: tails of letters into the next line.
const TAIL: f32 = 2.0;

/// What scrolls must show at least four lines at once.
const SLIT: f32 = 96.0;

/// Faults, and where each was seen.
type Faults = BTreeMap<String, Vec<String>>;

/// Whether one rectangle lies in another.
fn lies_in(inner: Rect, outer: Rect) -> bool {
    outer.expand(SLACK).contains_rect(inner)
}

/// Whether two rectangles share more than an edge.
fn collide(a: Rect, b: Rect, slack: f32) -> bool {
    let both = a.intersect(b);
    both.width() > slack && both.height() > slack
}

/// The row of chips on the stage scrolls sideways; its ends may be cut.
fn is_chip(thing: &Thing, stage: Option<Rect>) -> bool {
    let low = stage.is_some_and(|s| s.x_range().contains(thing.rect.center().x.clamp(s.left(), s.right())));
    let names = ["List", "Low back", "All points", "Channels", "Parts of the body", "Extra points"];
    let is_named =
        names.contains(&thing.name.as_str()) || thing.name.starts_with("Channel: ") || thing.name.starts_with("Part: ");
    low && is_named && thing.rect.top() > 64.0
}

/// The beginning of a name. Icons are characters that no language uses, and show as their codes.
fn short(name: &str) -> String {
    let cut: String = name.chars().take(40).collect();
    let cut = if cut.len() < name.len() { format!("{cut}…") } else { cut };
    let is_icon = |c: char| ('\u{E000}'..'\u{F8FF}').contains(&c);
    cut.chars().map(|c| if is_icon(c) { format!("icon {:x}", u32::from(c)) } else { c.to_string() }).collect()
}

/// What is wrong with where controls and words of the tree lie.
fn places(deqi: &mut Deqi, say: &mut dyn FnMut(String)) {
    let all: Vec<Thing> = things(deqi).into_iter().filter(|t| t.role != Role::ScrollBar).collect();
    let stage = all.iter().find(|t| t.role == Role::Figure).map(|t| t.rect);
    let room = window(deqi);
    let counts = |t: &Thing| t.is_control() || matches!(t.role, Role::Heading | Role::Label);
    let mut hidden: Vec<Thing> = Vec::new();
    for thing in all.iter().filter(|t| counts(t)) {
        let name = format!("{:?} “{}”", thing.role, short(&thing.name));
        if !is_chip(thing, stage) {
            let (left, right) = (thing.rect.left(), thing.rect.right());
            if left < thing.shown.left() - SLACK
                || right > thing.shown.right() + SLACK
                || left < room.left() - SLACK
                || right > room.right() + SLACK
            {
                say(format!("{name} is cut off at the side"));
            }
            if !lies_in(thing.rect, thing.shown) {
                hidden.push(thing.clone());
            }
        }
        if thing.is_control() && thing.rect.size().min_elem() < LEAST - 0.5 {
            say(format!("{name} is {:.0} × {:.0}, less than {LEAST}", thing.rect.width(), thing.rect.height()));
        }
    }
    let controls: Vec<&Thing> = all.iter().filter(|t| t.is_control() && t.shown.is_positive()).collect();
    for (i, a) in controls.iter().enumerate() {
        for b in &controls[i + 1..] {
            if collide(a.shown, b.shown, SLACK) {
                say(format!("“{}” and “{}” overlap", short(&a.name), short(&b.name)));
            }
        }
    }
    // What is not wholly in sight must come there by scrolling. Long lists are tried at their ends.
    let some = if hidden.len() > 8 { [&hidden[..3], &hidden[hidden.len() - 3..]].concat() } else { hidden };
    for thing in some {
        act(deqi, &thing, accesskit::Action::ScrollIntoView, None);
        let Some(now) = things(deqi).into_iter().find(|t| t.id == thing.id) else { continue };
        let name = format!("{:?} “{}”", thing.role, short(&thing.name));
        let long = now.rect.height() > now.shown.height() + SLACK;
        if !now.shown.is_positive() || !lies_in(now.shown, window(deqi)) {
            say(format!("{name} is cut off and no scrolling shows it"));
        } else if long && (now.is_control() || now.shown.height() < SLIT) {
            say(format!("{name} is read through a slit {:.0} high", now.shown.height()));
        } else if !long && !lies_in(now.rect, now.shown) {
            say(format!("{name} is cut off after scrolling to it"));
        }
    }
}

/// What is wrong with the text that was painted.
fn texts(deqi: &Deqi, say: &mut dyn FnMut(String)) {
    let all = things(deqi);
    let stage = all.iter().find(|t| t.role == Role::Figure).map(|t| t.rect);
    let room = window(deqi);
    let words: Vec<Word> = words(deqi)
        .into_iter()
        .filter(|w| !w.text.trim().is_empty() && w.ink.is_positive() && w.clip.intersects(w.ink))
        .collect();
    let controls: Vec<&Thing> = all.iter().filter(|t| t.is_control() && t.shown.is_positive()).collect();
    for word in &words {
        let text = short(&word.text);
        let seen = word.ink.intersect(word.clip).intersect(room);
        if word.elided {
            say(format!("“{text}” is shortened"));
        }
        let within = controls.iter().find(|c| c.shown.contains(seen.center()));
        let chip = within.is_some_and(|c| is_chip(c, stage));
        if !chip && (seen.left() > word.ink.left() + SLACK || seen.right() < word.ink.right() - SLACK) {
            say(format!("“{text}” is cut off at the side"));
        }
        if Some(word.clip) == stage && !lies_in(word.ink, word.clip) {
            say(format!("“{text}” leaves the stage"));
        }
        if let Some(control) = within
            && control.role == Role::Button
            && lies_in(control.rect, control.shown)
            && !lies_in(word.ink, control.rect)
        {
            say(format!("“{text}” does not fit into its button “{}”", short(&control.name)));
        }
    }
    for (i, a) in words.iter().enumerate() {
        for b in &words[i + 1..] {
            if collide(a.ink.intersect(a.clip), b.ink.intersect(b.clip), TAIL) {
                say(format!("“{}” and “{}” are written over each other", short(&a.text), short(&b.text)));
            }
        }
    }
}

/// That what is shown now fits.
pub(crate) fn fits(deqi: &mut Deqi, place: &str) {
    let mut faults = Vec::new();
    texts(deqi, &mut |fault| faults.push(fault));
    places(deqi, &mut |fault| faults.push(fault));
    assert!(faults.is_empty(), "{place}:\n{}", faults.join("\n"));
}

fn every_screen_at(size: (f32, f32)) {
    let all = screens();
    every_one_of(&all, open(size, still()), size, resize);
}

/// Where one stands: millimetres decide how large everything is, a frame is round all screens, and it may stand low.
fn every_screen_of_a_kiosk_at(size: (f32, f32)) {
    let settings = Settings { points_per_mm: Some(4.0), ..still() };
    let deqi = open_in(Mode::Kiosk, size, settings);
    // The size of the screen is the staff's to set; nobody types where strangers stand.
    let mut all = screens();
    all.retain(|(name, _)| !["screen size", "asked"].contains(name));
    let low: Vec<_> =
        [("welcome", "low"), ("card", "low card"), ("stories", "low stories"), ("benefits", "low benefits")]
            .into_iter()
            .filter_map(|(of, name)| {
                Some((name, [all.iter().find(|(n, _)| *n == of)?.1.clone(), vec![Action::Lower(true)]].concat()))
            })
            .collect();
    all.extend(low);
    every_one_of(&all, deqi, size, fill);
}

fn every_one_of(
    all: &[(&'static str, Vec<Action>)],
    mut deqi: Deqi,
    size: (f32, f32),
    fill: fn(&mut Deqi, (f32, f32)),
) {
    let mut faults = Faults::new();
    for theme in [ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::Contrast] {
        // No theme changes how wide a letter is, so that the sizes between are looked at in one.
        let between: &[u16] = if theme == ThemeChoice::Light { &[125, 150, 175] } else { &[] };
        for &percent in [100, 200].iter().chain(between) {
            deqi.state_mut().ask(Action::Set(Change::Theme(theme)));
            deqi.state_mut().ask(Action::Set(Change::TextSize(percent)));
            deqi.run_steps(2);
            fill(&mut deqi, size);
            let logical = window(&deqi).size() * deqi.ctx.zoom_factor();
            assert!((logical.x - size.0).abs() < 1.0 && (logical.y - size.1).abs() < 1.0, "the window is {logical}");
            for (screen, actions) in all {
                deqi.state_mut().ask(Action::Visit(VisitAsk::Begin(None)));
                deqi.state_mut().ask(Action::Lower(false));
                go(&mut deqi, actions);
                let place = format!("{screen}, {theme:?}, {percent} %");
                let mut say = |fault: String| faults.entry(fault).or_default().push(place.clone());
                texts(&deqi, &mut say);
                places(&mut deqi, &mut say);
            }
        }
    }
    let told: Vec<String> =
        faults.iter().map(|(fault, at)| format!("{fault} — {}, and {} more", at[0], at.len() - 1)).collect();
    assert!(told.is_empty(), "at {} × {}, {} faults:\n{}", size.0, size.1, told.len(), told.join("\n"));
}

#[test]
fn all_of_a_kiosk_fits_upright() {
    every_screen_of_a_kiosk_at((1080.0, 1920.0));
}

#[test]
fn all_of_a_kiosk_fits_lying() {
    every_screen_of_a_kiosk_at((1920.0, 1080.0));
}

/// As small as the checklist allows: 169 × 228 mm.
#[test]
fn all_of_a_kiosk_fits_the_smallest_screen() {
    every_screen_of_a_kiosk_at((169.0 * 4.0, 228.0 * 4.0));
    every_screen_of_a_kiosk_at((228.0 * 4.0, 169.0 * 4.0));
}

#[test]
fn all_fits_at_800_by_600() {
    every_screen_at((800.0, 600.0));
}

#[test]
fn all_fits_at_1280_by_800() {
    every_screen_at((1280.0, 800.0));
}

#[test]
fn all_fits_at_1920_by_1080() {
    every_screen_at((1920.0, 1080.0));
}

#[test]
fn all_fits_at_1080_by_1920() {
    every_screen_at((1080.0, 1920.0));
}

#[test]
fn all_fits_at_3840_by_2160() {
    every_screen_at((3840.0, 2160.0));
}

#[test]
fn a_practice_has_room_for_its_tab_and_its_button_on_cards() {
    let mut faults = Faults::new();
    for size in [(800.0, 600.0), (1280.0, 800.0), (1920.0, 1080.0), (1080.0, 1920.0)] {
        let start = Start { mode: Mode::Practice, ..Start::with(LIBRARY.clone(), still()) };
        let mut deqi = open_with(size, start);
        for percent in [100, 200] {
            deqi.state_mut().ask(Action::Set(Change::TextSize(percent)));
            deqi.run_steps(2);
            resize(&mut deqi, size);
            let card = vec![Action::OpenPoint(PointCode("BL23".to_owned()))];
            for (screen, actions) in plans().into_iter().take(2).chain([("card", card)]) {
                go(&mut deqi, &actions);
                let place = format!("{screen}, {size:?}, {percent} %");
                let mut say = |fault: String| faults.entry(fault).or_default().push(place.clone());
                texts(&deqi, &mut say);
                places(&mut deqi, &mut say);
            }
        }
    }
    let told: Vec<String> = faults.iter().map(|(fault, at)| format!("{fault} — {at:?}")).collect();
    assert!(told.is_empty(), "{} faults:\n{}", told.len(), told.join("\n"));
}
