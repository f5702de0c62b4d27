//! The magnifier: a small place where points crowd, seen large beside the body.

use deqi::body::closeup::Closeup;
use deqi::body::part::BodyPart;
use deqi::model::{FigureId, Side};
use deqi::store::settings::{Settings, TEXT_SIZES};
use deqi::visit::{Action, Shown};
use eframe::egui::accesskit::{self, Role};

use crate::support::{DESK, Deqi, LIBRARY, Thing, act, click, control, go, open, press, resize, stage, still, things};

const SIZES: [(f32, f32); 3] = [DESK, (800.0, 600.0), (1080.0, 1920.0)];

/// The glass, as the tree has it.
fn glass(deqi: &Deqi) -> Option<Thing> {
    things(deqi).into_iter().find(|t| t.role == Role::Figure && t.name.contains("in the magnifier"))
}

#[test]
fn crowded_places_are_seen_large_and_a_touch_there_opens_the_card() {
    for size in SIZES {
        let mut deqi = open(size, still());
        press(&mut deqi, "Parts of the body");
        press(&mut deqi, "The ear");
        let shown = glass(&deqi).expect("the glass is there");
        assert!(shown.name.starts_with("The ear"), "{}", shown.name);
        let points: Vec<_> = things(&deqi)
            .into_iter()
            .filter(|t| t.role == Role::Button && !t.focusable && shown.rect.contains(t.rect.center()))
            .filter(|t| t.name.starts_with("TE"))
            .collect();
        assert!(points.len() >= 3, "{} points of the ear at {size:?}", points.len());
        click(&mut deqi, points[0].rect.center());
        assert!(deqi.state().visit().chosen.as_ref().is_some_and(|site| site.code.as_str().starts_with("TE")));
        press(&mut deqi, "Put the magnifier away");
        assert!(glass(&deqi).is_none());
    }
}

#[test]
fn the_magnifier_goes_from_place_to_place_and_stays_on_the_stage() {
    for size in SIZES {
        let mut deqi = open(size, still());
        go(&mut deqi, &[Action::Magnify(Some(Closeup::ALL[0]))]);
        let mut seen = Vec::new();
        for _ in Closeup::ALL {
            let shown = glass(&deqi).expect("the glass is there");
            assert!(deqi.ctx.content_rect().contains_rect(shown.rect), "{:?} at {size:?}", shown.rect);
            assert!((shown.rect.width() - shown.rect.height()).abs() < 1.0 && shown.rect.width() >= 120.0);
            seen.push(shown.name);
            press(&mut deqi, "The next place");
        }
        assert_eq!(glass(&deqi).map(|g| g.name).as_ref(), seen.first(), "round and round");
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), Closeup::ALL.len());
    }
}

#[test]
fn at_every_size_of_text_the_whole_glass_is_in_the_window() {
    for size in SIZES {
        for percent in TEXT_SIZES {
            let mut deqi = open(size, Settings { text_size: percent, ..still() });
            go(&mut deqi, &[Action::CloseSheet, Action::Magnify(Some(Closeup::BackOfHand))]);
            resize(&mut deqi, size);
            let shown = glass(&deqi).expect("the glass is there").rect;
            let stage = stage(&deqi).rect;
            assert!(stage.contains_rect(shown), "{shown:?} leaves {stage:?} at {size:?}, {percent} %");
        }
    }
}

#[test]
fn a_screen_reader_chooses_in_the_glass() {
    let mut deqi = open(DESK, still());
    go(&mut deqi, &[Action::CloseSheet, Action::Magnify(Some(Closeup::Palm))]);
    let palm = things(&deqi).into_iter().find(|t| t.role == Role::Button && t.name.starts_with("PC8")).unwrap();
    act(&mut deqi, &palm, accesskit::Action::Click, None);
    assert_eq!(deqi.state().visit().chosen.as_ref().map(|site| site.code.as_str()), Some("PC8"));
}

#[test]
fn the_button_beside_the_zoom_brings_it_and_puts_it_away() {
    let mut deqi = open(DESK, still());
    press(&mut deqi, "Magnifier");
    assert!(glass(&deqi).is_some_and(|t| t.name.starts_with("The ear")));
    press(&mut deqi, "Magnifier");
    assert!(glass(&deqi).is_none());
    go(&mut deqi, &[Action::ShowPoints(Shown::Part(BodyPart::Hand))]);
    press(&mut deqi, "Magnifier");
    assert!(glass(&deqi).is_some_and(|t| t.name.starts_with("Back of the hand")), "the part that is shown");
}

#[test]
fn home_puts_the_magnifier_away() {
    let mut deqi = open(DESK, still());
    go(&mut deqi, &[Action::Magnify(Some(Closeup::Sole))]);
    assert!(control(&deqi, "Put the magnifier away").is_seen());
    press(&mut deqi, "Home");
    assert!(glass(&deqi).is_none());
}

#[test]
fn on_every_figure_each_place_shows_the_points_that_are_looked_for_there() {
    for id in FigureId::ALL {
        let figure = LIBRARY.figure(id).unwrap();
        for (place, codes) in [
            (Closeup::Ear, &["TE17", "TE21", "SI19", "GB2"][..]),
            (Closeup::BackOfHand, &["LI4", "TE3", "SI3"][..]),
            (Closeup::Palm, &["PC8", "HT8", "PC7"][..]),
            (Closeup::TopOfFoot, &["LR3", "ST44", "GB41"][..]),
            (Closeup::Sole, &["KI1"][..]),
        ] {
            let camera = place.camera(&figure.markers).unwrap();
            for code in codes {
                let marker = figure
                    .markers
                    .iter()
                    .find(|m| m.key.code.as_str() == *code && m.key.side == Side::Left)
                    .unwrap_or_else(|| panic!("{code} on {id:?}"));
                let off = marker.position - camera.target;
                let basis = camera.basis();
                let far = glam::Vec2::new(basis.right.dot(off), basis.up.dot(off)).length();
                assert!(far < camera.span * 0.5, "{code} lies in {place:?} of {id:?}: {far}");
                assert!(basis.toward.dot(marker.normal) > 0.0, "{code} looks out of {place:?} of {id:?}");
            }
        }
    }
}
