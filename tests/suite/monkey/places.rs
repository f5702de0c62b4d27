//! Where a visitor can be. Nobody keeps a list of it here: it comes from the screens that the suite knows, from what the
//! packs hold and from the lists of the visit itself, so a new one is asked for as soon as it is there.

use std::collections::BTreeSet;

use deqi::mode::Mode;
use deqi::model::{Catalog, Chapter};
use deqi::sim::qi::{Ask, Part};
use deqi::visit::{Action, ReadAsk, Screen, StoryAsk, Topic, Visit};

use super::tour::By;
use crate::support::{LIBRARY, screens};

/// Somewhere that a mode, or whoever has only keys, is not led to, and why.
struct Elsewhere {
    place: &'static str,
    modes: &'static [Mode],
    by: &'static [By],
    why: &'static str,
}

const BOTH: &[By] = &[By::Finger, By::Keys];
const KIOSK: &[Mode] = &[Mode::Kiosk];
const BEHIND_ABOUT: &str = "it stands behind what is said about the program";
const BEHIND_SETTINGS: &str = "it stands behind the settings and on the first sheet of home";

const ELSEWHERE: &[Elsewhere] = &[
    Elsewhere {
        place: "sheet Settings",
        modes: KIOSK,
        by: BOTH,
        why: "text size and contrast stand in the bar; the rest is for the clinic to set",
    },
    Elsewhere { place: "screen Diary", modes: &[Mode::Kiosk, Mode::Practice], by: BOTH, why: "it stays at home" },
    Elsewhere { place: "screen Plan", modes: &[Mode::Home, Mode::Kiosk], by: BOTH, why: "a practice makes plans" },
    Elsewhere { place: "sheet ScreenSize", modes: KIOSK, by: BOTH, why: "the staff's page measures the screen" },
    Elsewhere { place: "screen Page(\"about\")", modes: KIOSK, by: BOTH, why: BEHIND_SETTINGS },
    Elsewhere { place: "screen Licences(None)", modes: KIOSK, by: BOTH, why: BEHIND_ABOUT },
    Elsewhere { place: "screen Licences(Some(0))", modes: KIOSK, by: BOTH, why: BEHIND_ABOUT },
    Elsewhere { place: "screen Page(\"how_points_are_placed\")", modes: KIOSK, by: BOTH, why: BEHIND_SETTINGS },
    Elsewhere {
        place: "sheet Part",
        modes: &Mode::ALL,
        by: &[By::Keys],
        why: "it answers a touch beside every point; arrows go from point to point, and the list stands by part",
    },
    Elsewhere {
        place: "sheet Choose",
        modes: &Mode::ALL,
        by: &[By::Keys],
        why: "it answers a touch between two points; arrows choose one of them",
    },
];

/// What this mode does not offer to whoever has only this.
pub(super) fn elsewhere(mode: Mode, by: By) -> impl Iterator<Item = (&'static str, &'static str)> {
    let these = ELSEWHERE.iter().filter(move |e| e.modes.contains(&mode) && e.by.contains(&by));
    these.map(|e| (e.place, e.why))
}

/// Where a visit is: on its screen, its sheet, and in the parts of these that fill most of the window.
pub(super) fn of(visit: &Visit, catalog: &Catalog) -> Vec<String> {
    let mut all = vec![format!("screen {:?}", visit.screen)];
    match &visit.screen {
        Screen::Body if !visit.sheet_closed => {
            let sheet = format!("{:?}", visit.sheet);
            let kind = sheet.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            all.push(format!("sheet {kind}"));
        }
        Screen::Body => all.push(format!("lens {:?}", visit.lens)),
        Screen::Qi => all.push(format!("qi {:?}", visit.qi.part)),
        Screen::Chapter(chapter) => {
            all.extend(visit.reader.topic(catalog, *chapter).map(|topic| format!("{chapter:?}, {topic:?}")));
        }
        _ => {}
    }
    all.extend(visit.story.as_ref().map(|story| format!("story {}", story.story)));
    all
}

/// Everywhere that a mode leads to whoever has only this.
pub(super) fn all(mode: Mode, by: By) -> BTreeSet<String> {
    let catalog = &LIBRARY.catalog;
    let mut all = BTreeSet::new();
    let mut go = |actions: Vec<Action>| {
        let mut visit = Visit::default();
        for action in actions {
            visit.apply(catalog, action);
            all.extend(of(&visit, catalog));
        }
    };
    for (_, actions) in screens() {
        go(actions);
    }
    for page in catalog.pages() {
        go(vec![Action::OpenPage(page.id.clone())]);
    }
    for story in catalog.stories() {
        go(vec![Action::Story(StoryAsk::Start(story.id.clone()))]);
    }
    for part in Part::ALL {
        go(vec![Action::Go(Screen::Qi), Action::Qi(Ask::Show(part))]);
    }
    for chapter in Chapter::ALL {
        go(vec![Action::Go(Screen::Chapter(chapter))]);
        for panel in catalog.evidence().chapter(chapter) {
            go(vec![Action::Read(ReadAsk::Open(chapter, Topic::Panel(panel.id.clone())))]);
        }
    }
    for (place, why) in elsewhere(mode, by) {
        assert!(all.remove(place), "{place} is nowhere at all, so nobody needs to know that {why}");
    }
    all
}
