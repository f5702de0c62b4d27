//! The names of points on the stage, over cameras, figures and sizes that nobody thought of.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use deqi::body::camera::{Area, Camera, PITCH, SPAN};
use deqi::body::detail::ALL_FROM;
use deqi::body::figure::{Figure, Marker};
use deqi::body::part::BodyPart;
use deqi::body::place;
use deqi::describe;
use deqi::i18n::Tr;
use deqi::model::FigureId;
use deqi::store::settings::Settings;
use deqi::visit::{Action, Shown};
use eframe::egui::accesskit::Role;
use eframe::egui::{Rect, pos2};
use glam::{Vec2, Vec3};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::support::{Deqi, LIBRARY, Thing, Word, click, go, markers, open, resize, stage, still, things, words};

/// Cameras a figure: with three figures, 501.
const CASES: u32 = 167;
/// Skin this far before a point may still belong to the point's own place: points lie under the light mesh here and there.
const SLACK: f32 = 0.03;
/// A marker is a disc about so wide, in points: while some of it peeps out, it may be shown.
const DISC: f32 = 7.0;
/// What rises by so many metres, so many points beside a marker, may hide it: the program looks at cells of two points.
const DOUBT: f32 = 4.0;
const RISE: f32 = 0.008;

/// In one slow turn names may blink so often; in all, at most a third as often as without memory.
const MOST_BLINKS: usize = 30;
/// A name that moves farther from one picture to the next has jumped, in points.
const JUMP: f32 = 24.0;

const SIZES: [(f32, f32); 5] = [(800.0, 600.0), (1280.0, 800.0), (640.0, 480.0), (600.0, 1000.0), (960.0, 540.0)];

/// Which points are asked for: a few, all, and some in between.
fn choices() -> [Shown; 6] {
    [
        Shown::LowBack,
        Shown::All,
        Shown::Channel("BL".to_owned()),
        Shown::Channel("LI".to_owned()),
        Shown::Part(BodyPart::Hand),
        Shown::Extra,
    ]
}

fn cameras() -> impl Strategy<Value = (Camera, usize, bool, usize)> {
    let turn = (-3.2f32..3.2, -PITCH..PITCH, 0.0f32..1.0);
    let target = (-0.3f32..0.3, 0.0f32..1.7, -0.1f32..0.15);
    let rest = (0..SIZES.len(), any::<bool>(), 0..choices().len());
    (turn, target, rest).prop_map(|((yaw, pitch, near), (x, y, z), (size, alone, shown))| {
        // As many near views as far ones.
        let span = SPAN.0 * (SPAN.1 / SPAN.0).powf(near);
        (Camera { yaw, pitch, span, target: Vec3::new(x, y, z) }.limited(), size, alone, shown)
    })
}

/// A figure whose skin can be asked what lies before what.
struct Truth {
    figure: Figure,
    solid: place::Figure,
}

impl Truth {
    fn of(id: FigureId) -> Self {
        let figure = LIBRARY.figure(id).unwrap();
        let solid = place::Figure::new(&figure.skin, figure.landmarks.clone());
        Self { figure, solid }
    }

    /// Whether skin lies between all of a marker's disc and the viewer.
    fn is_behind(&self, marker: &Marker, camera: &Camera, area: Area) -> bool {
        marker.normal.dot(camera.basis().toward) < -0.05
            || self.rays(marker, camera, DISC / camera.scale(area), SLACK).into_iter().all(|hidden| hidden)
    }

    /// Whether a marker lies open to the viewer beyond doubt: nothing near it on screen rises before it.
    fn is_open(&self, marker: &Marker, camera: &Camera, area: Area) -> bool {
        marker.normal.dot(camera.basis().toward) > 0.35
            && self.rays(marker, camera, DOUBT / camera.scale(area), RISE).into_iter().all(|hidden| !hidden)
    }

    /// Whether skin lies before the middle of a marker and before four places round it.
    fn rays(&self, marker: &Marker, camera: &Camera, reach: f32, lift: f32) -> [bool; 5] {
        let basis = camera.basis();
        [(0.0, 0.0), (1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)].map(|(x, y)| {
            let at = marker.position + (basis.right * x + basis.up * y) * reach + basis.toward * lift;
            self.solid.full.first_exit(at, basis.toward, 3.0).is_some()
        })
    }
}

fn name(marker: &Marker) -> String {
    describe::marker(&Tr::english(), &LIBRARY.catalog, &marker.key)
}

/// The names on the stage: a code, two spaces, pinyin.
fn labels(deqi: &Deqi, stage: Rect) -> Vec<Word> {
    let is_label = |word: &Word| {
        let code = word.text.split_once("  ").map(|(code, _)| code);
        word.clip == stage && code.is_some_and(|c| LIBRARY.catalog.points().iter().any(|p| p.code.as_str() == c))
    };
    words(deqi).into_iter().filter(is_label).collect()
}

/// What is wrong with the names that are shown.
fn faults(deqi: &Deqi, truth: &Truth, camera: &Camera, shown: &Shown) -> Vec<String> {
    let mut wrong = Vec::new();
    let stage = stage(deqi).rect;
    let labels = labels(deqi, stage);
    let controls: Vec<Thing> =
        things(deqi).into_iter().filter(|t| t.is_control() && stage.intersects(t.shown)).collect();
    for (i, label) in labels.iter().enumerate() {
        for other in &labels[i + 1..] {
            if label.frame.shrink(0.5).intersects(other.frame) {
                wrong.push(format!("{} and {} overlap", label.text, other.text));
            }
        }
        if !stage.contains_rect(label.frame.shrink(0.5)) {
            wrong.push(format!("{} leaves the stage: {} in {stage}", label.text, label.frame));
        }
        for control in controls.iter().filter(|c| c.shown.intersects(label.frame.shrink(0.5))) {
            wrong.push(format!("{} lies over {:?}", label.text, control.name));
        }
    }
    let area =
        Area { centre: Vec2::new(stage.center().x, stage.center().y), size: Vec2::new(stage.width(), stage.height()) };
    let told: BTreeSet<String> = markers(deqi).into_iter().map(|m| m.name).collect();
    // From afar only some are shown, but always those of most use in low back pain.
    let near = camera.scale(area) >= ALL_FROM;
    for marker in &truth.figure.markers {
        let name = name(marker);
        if told.contains(&name) && truth.is_behind(marker, camera, area) {
            wrong.push(format!("{name} lies behind the body and is in the tree"));
        }
        let is_asked_for = shown.holds(&LIBRARY.catalog, marker);
        if told.contains(&name) && !is_asked_for {
            wrong.push(format!("{name} is in the tree, and nobody asked for it"));
        }
        if !is_asked_for || !near && !marker.low_back {
            continue;
        }
        let on_stage = area.holds(camera.project(marker.position, area), 8.0);
        if !told.contains(&name) && on_stage && truth.is_open(marker, camera, area) {
            wrong.push(format!("{name} lies open and is not in the tree"));
        }
    }
    for label in &labels {
        let code = label.text.split("  ").next().unwrap_or_default();
        if !told.iter().any(|name| name.starts_with(&format!("{code} "))) {
            wrong.push(format!("{code} is named and cannot be seen"));
        }
    }
    wrong
}

fn on(id: FigureId) {
    let truth = Truth::of(id);
    let deqi = RefCell::new((open(SIZES[0], Settings { figure: id, ..still() }), SIZES[0]));
    let config = Config { cases: CASES, failure_persistence: None, max_shrink_iters: 40, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let named = RefCell::new(0usize);
    let outcome = runner.run(&cameras(), |(camera, size, alone, choice)| {
        let (deqi, window) = &mut *deqi.borrow_mut();
        if *window != SIZES[size] {
            *window = SIZES[size];
            resize(deqi, *window);
        }
        if alone != deqi.state().visit().sheet_closed {
            deqi.state_mut().ask(if alone { Action::CloseSheet } else { Action::Home });
            deqi.step();
        }
        let shown = choices()[choice].clone();
        deqi.state_mut().ask(Action::ShowPoints(shown.clone()));
        deqi.state_mut().ask(Action::Turn(camera));
        deqi.step();
        deqi.step();
        if !things(deqi).iter().any(|t| t.role == Role::Figure) {
            return Ok(()); // The sheet covers the body in a small window.
        }
        *named.borrow_mut() += labels(deqi, stage(deqi).rect).len();
        let faults = faults(deqi, &truth, &camera, &shown);
        prop_assert!(faults.is_empty(), "{:?}: {}", SIZES[size], faults.join("\n"));
        Ok(())
    });
    outcome.unwrap_or_else(|fault| panic!("on the {}: {fault}", id.as_str()));
    assert!(*named.borrow() > 200, "hardly a name was tried: {}", named.borrow());
}

#[test]
fn names_are_tidy_on_the_woman() {
    on(FigureId::Woman);
}

#[test]
fn names_are_tidy_on_the_man() {
    on(FigureId::Man);
}

#[test]
fn names_are_tidy_on_the_neutral_figure() {
    on(FigureId::Neutral);
}

#[test]
fn a_point_behind_the_body_cannot_be_touched() {
    let truth = Truth::of(FigureId::Neutral);
    let mut deqi = open((1280.0, 800.0), still());
    let mut touched = 0;
    for turn in 0..8 {
        go(&mut deqi, &[Action::ShowPoints(Shown::All)]);
        let camera =
            Camera { yaw: turn as f32 * 0.785, span: 1.0, target: Vec3::new(0.0, 1.0, 0.0), ..Camera::default() };
        let stage = stage(&deqi).rect;
        let area = Area {
            centre: Vec2::new(stage.center().x, stage.center().y),
            size: Vec2::new(stage.width(), stage.height()),
        };
        for marker in truth.figure.markers.iter().filter(|m| truth.is_behind(m, &camera, area)).step_by(9) {
            let at = camera.project(marker.position, area);
            if !area.holds(at, 160.0) {
                continue;
            }
            go(&mut deqi, &[Action::ShowPoints(Shown::All), Action::Turn(camera)]);
            click(&mut deqi, pos2(at.x, at.y));
            assert_ne!(deqi.state().visit().chosen.as_ref(), Some(&marker.key), "{} is behind the body", name(marker));
            touched += 1;
        }
    }
    assert!(touched > 15, "only {touched} were tried");
}

#[test]
fn there_are_fewer_names_from_afar_and_more_from_near() {
    let mut deqi = open((1280.0, 800.0), still());
    let mut count = |span: f32| {
        deqi.state_mut().ask(Action::Turn(Camera { span, target: Vec3::new(0.0, 1.0, 0.0), ..Camera::default() }));
        deqi.run_steps(2);
        labels(&deqi, stage(&deqi).rect).len()
    };
    let (far, near) = (count(2.4), count(0.7));
    assert!(near > far || near >= 8, "{far} names from afar, {near} from near");
    assert!(near >= 4, "{near} names from near");
}

/// What the names did while the body turned once.
#[derive(Debug, Default)]
struct Unrest {
    /// Names that came and went, or went and came, within a few degrees.
    blinks: Vec<String>,
    /// Names that sprang to another place from one degree to the next.
    jumps: Vec<String>,
    /// How many names were shown in all, counted in every picture.
    shown: usize,
    /// How many different ones.
    names: usize,
}

/// How the names are watched.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Memory {
    /// As a visitor sees them.
    Kept,
    /// Each picture comes after a leap, so that nothing of the one before is left.
    Lost,
}

/// Turns the body once, slowly, and watches the names.
fn watched(deqi: &mut Deqi, shown: &Shown, span: f32, memory: Memory) -> Unrest {
    const STEPS: usize = 240;
    const BRIEF: usize = 6;
    go(deqi, &[Action::ShowPoints(shown.clone())]);
    let mut seen: BTreeMap<String, Vec<Option<f32>>> = BTreeMap::new();
    for step in 0..STEPS {
        let yaw = std::f32::consts::PI + step as f32 / STEPS as f32 * std::f32::consts::TAU;
        let camera = Camera { yaw, pitch: 0.0, span, target: Vec3::new(0.0, 1.03, 0.0) }.limited();
        if memory == Memory::Lost {
            deqi.state_mut().ask(Action::Turn(Camera { pitch: 1.0, ..camera }));
            deqi.step();
        }
        deqi.state_mut().ask(Action::Turn(camera));
        deqi.step();
        for label in labels(deqi, stage(deqi).rect) {
            seen.entry(label.text).or_insert_with(|| vec![None; STEPS])[step] = Some(label.frame.center().x);
        }
    }
    let mut unrest = Unrest { names: seen.len(), ..Unrest::default() };
    for (name, places) in seen {
        unrest.shown += places.iter().flatten().count();
        let mut since = 0;
        for step in 1..STEPS {
            let (before, now) = (places[step - 1], places[step]);
            if before.zip(now).is_some_and(|(a, b)| (a - b).abs() > JUMP) {
                unrest.jumps.push(format!("{name} at {step}"));
            }
            if before.is_some() != now.is_some() {
                if since > 0 && step - since <= BRIEF {
                    unrest.blinks.push(format!("{name} at {step}"));
                }
                since = step;
            }
        }
    }
    unrest
}

#[test]
fn names_neither_blink_nor_jump_while_the_body_turns() {
    let mut deqi = open((1280.0, 800.0), still());
    let mut wrong = Vec::new();
    let (mut with, mut without) = (0, 0);
    for (shown, span) in [(Shown::LowBack, 0.7), (Shown::All, 0.9), (Shown::Channel("BL".to_owned()), 1.4)] {
        let kept = watched(&mut deqi, &shown, span, Memory::Kept);
        let lost = watched(&mut deqi, &shown, span, Memory::Lost);
        assert!(kept.shown > 1000, "hardly a name was shown with {shown:?}: {}", kept.shown);
        with += kept.blinks.len();
        without += lost.blinks.len();
        if kept.blinks.len() > MOST_BLINKS {
            wrong.push(format!("{shown:?}: {} blinks: {:?}", kept.blinks.len(), kept.blinks));
        }
        // A name goes over to the other side of the body with its point, and comes back.
        if kept.jumps.len() > 3 * kept.names {
            wrong.push(format!("{shown:?}: {} names jump {} times: {:?}", kept.names, kept.jumps.len(), kept.jumps));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(with * 3 <= without, "{with} blinks with memory, {without} without");
}
