//! Rules on a made-up trunk: an egg with a navel, a spine and two shoulder blades.

use proptest::prelude::*;

use super::*;
use crate::{
    body::{
        landmarks::{Landmark, LandmarkFile},
        mesh::Mesh,
        surface::tests::ball,
    },
    model::{Share, Step, Step::*, Toward, View},
};

const SIZE: Vec3 = Vec3::new(0.18, 0.4, 0.12);
const MIDDLE: Vec3 = Vec3::new(0.0, 1.2, 0.0);

fn egg() -> Mesh {
    let mut mesh = ball();
    for (p, n) in mesh.positions.iter_mut().zip(&mut mesh.normals) {
        *p = *p * SIZE + MIDDLE;
        *n = (*n / SIZE).normalize();
    }
    mesh
}

fn figure() -> Figure {
    let landmark =
        |id: &str, paired, at: Vec3| Landmark { id: id.to_owned(), paired, at: at.into(), how: String::new() };
    let on_back = |x: f32, y: f32| {
        let up = y / SIZE.y;
        let out = x / SIZE.x;
        MIDDLE + Vec3::new(x, y, -SIZE.z * (1.0 - up * up - out * out).sqrt())
    };
    let file = LandmarkFile {
        figure: "egg".to_owned(),
        stature: 1.6,
        landmarks: vec![
            landmark("C7_lower", false, on_back(0.0, 0.3)),
            landmark("L2_lower", false, on_back(0.0, -0.1)),
            landmark("L4_lower", false, on_back(0.0, -0.15)),
            landmark("scapula_medial_border", true, on_back(0.06, 0.1)),
            landmark("hip", true, MIDDLE + Vec3::new(0.1, -0.2, 0.0)),
        ],
    };
    let skin = Skin { parts: Vec::new(), light: egg(), full: egg() };
    Figure::new(&skin, Landmarks::new(&file))
}

fn rule(code: &str, steps: Vec<Step>) -> Rule {
    Rule { code: code.to_owned(), sites: vec![steps], only: None, says: String::new(), sources: Vec::new() }
}

fn s(text: &str) -> String {
    text.to_owned()
}

fn kidney_rules(cun: f32) -> Vec<Rule> {
    vec![
        rule("BL23", vec![At(s("L2_lower")), Out(cun, s("back_width"))]),
        rule("BL52", vec![At(s("L2_lower")), Out(3.0, s("back_width"))]),
        rule("GV4", vec![At(s("L2_lower"))]),
        rule("half", vec![Between(s("BL23"), s("BL52"), Share(1.0, 2.0), View::Back)]),
    ]
}

fn why(rules: &[Rule], code: &str) -> String {
    let placed = place(rules, &figure());
    assert!(placed.sites_of(code).next().is_none(), "{code} was placed after all");
    placed.problems.iter().find(|p| p.code == code).map(ToString::to_string).unwrap_or_default()
}

#[test]
fn distances_from_the_midline_are_measured_along_the_skin() {
    let figure = figure();
    let placed = place(&kidney_rules(1.5), &figure);
    assert_eq!(placed.problems, []);
    let one = figure.units.get("back_width").unwrap();
    assert!((one - 0.02).abs() < 1e-4, "3 cun from the midline to the shoulder blade: {one}");
    let [gv4, bl23, bl52] = ["GV4", "BL23", "BL52"].map(|c| placed.first(c).unwrap().clone());
    assert_eq!(gv4.side, Side::Midline);
    assert_eq!(gv4.position.x.to_bits(), 0, "the midline is x = 0 to the last bit");
    assert!((bl23.position.y - gv4.position.y).abs() < 1e-4 && (bl52.position.y - gv4.position.y).abs() < 1e-4);
    // The back curves, so 3 cun on the skin reach less than 3 cun sideways, but more than the straight way.
    assert!(bl52.position.x < 3.0 * one && bl52.position.distance(gv4.position) < 3.0 * one);
    assert!(bl52.position.x > 2.8 * one);
    assert!(bl23.position.z < 0.0 && bl23.normal.z < -0.8);
}

#[test]
fn the_right_mirrors_the_left() {
    let placed = place(&kidney_rules(1.5), &figure());
    let sides: Vec<Side> = placed.sites_of("BL23").map(|s| s.side).collect();
    assert_eq!(sides, [Side::Left, Side::Right]);
    let (left, right) = (placed.site("BL23", 1, Side::Left).unwrap(), placed.site("BL23", 1, Side::Right).unwrap());
    assert!(left.position.x > 0.0);
    assert!(left.position.distance(mirror(right.position)) < 1e-3);
}

#[test]
fn a_pack_that_says_three_cun_moves_bl23_onto_bl52() {
    let placed = place(&kidney_rules(3.0), &figure());
    let [bl23, bl52] = ["BL23", "BL52"].map(|c| placed.first(c).unwrap().position);
    assert!(bl23.distance(bl52) < 1e-5);
}

#[test]
fn points_are_drawn_above_the_skin() {
    let figure = figure();
    for site in place(&kidney_rules(1.5), &figure).sites {
        assert!(figure.light.first_exit(site.shown, site.normal, 0.02).is_none(), "{site:?}");
        assert!(site.shown.distance(site.position) < 0.004);
    }
}

#[test]
fn steps_lead_where_they_say() {
    let hip = || Over(s("hip"), View::Side);
    let one = figure().units.get("back_width").unwrap();
    let start = place(&[rule("a", vec![hip()])], &figure()).first("a").unwrap().position;
    assert!(start.x > 0.13 && start.z.abs() < 1e-3, "{start}");
    let check = |step: Step, gone: fn(Vec3) -> f32| {
        let placed = place(&[rule("a", vec![hip(), step])], &figure());
        assert_eq!(placed.problems, []);
        let way = placed.first("a").unwrap().position - start;
        assert!(gone(way) > 0.5 * one, "{way}");
        assert!((way.length() - one).abs() < 0.05 * one, "{way}");
    };
    let go = |toward| Go(toward, 1.0, s("back_width"));
    check(go(Toward::Front), |way| way.z);
    check(go(Toward::Back), |way| -way.z);
    check(go(Toward::Up), |way| way.y);
    check(go(Toward::Down), |way| -way.y);
    check(GoTo(s("L4_lower"), 1.0, s("back_width")), |way| -way.z);

    let level = place(&[rule("a", vec![hip(), Level(s("L2_lower"))])], &figure()).first("a").unwrap().position;
    assert!((level.y - 1.1).abs() < 1e-4 && level.x > start.x && level.z.abs() < 0.005, "{level}");
    let beside = vec![At(s("L2_lower")), Beside(3.0, s("back_width"))];
    let beside = place(&[rule("a", beside)], &figure()).first("a").unwrap().position;
    assert!((beside.x - 3.0 * one).abs() < 1e-4 && beside.z < 0.0, "a ruler lies straight: {beside}");
    let spine = vec![SkinBetween(s("C7_lower"), s("L2_lower"), Share(1.0, 2.0), View::Back)];
    let half = place(&[rule("a", spine)], &figure()).first("a").unwrap().clone();
    assert!(half.side == Side::Midline && half.position.z < -0.1, "{half:?}");
    let waist = vec![Leg(s("C7_lower"), s("L2_lower"), Share(1.0, 2.0), View::Side)];
    let waist = place(&[rule("a", waist)], &figure()).first("a").unwrap().position;
    assert!(waist.x > 0.16 && waist.z.abs() < 0.03, "{waist}");
}

#[test]
fn what_is_wrong_is_said_in_plain_words() {
    let at = |a: &str| vec![At(s(a))];
    assert_eq!(
        why(&[rule("X", at("L7_lower"))], "X"),
        "X, walk 1, step 1: there is no landmark and no point “L7_lower” on this figure: \
         check the spelling against the list of landmarks"
    );
    assert_eq!(
        why(&[rule("X", vec![At(s("L2_lower")), Out(1.0, s("back"))])], "X"),
        "X, walk 1, step 2: there is no unit “back”: name a span, such as back_width or leg_lateral"
    );
    assert!(why(&[rule("X", vec![At(s("L2_lower")), Out(1.0, s("forearm"))])], "X").contains("cannot be measured"));
    assert!(why(&[rule("X", vec![Level(s("L2_lower"))])], "X").contains("must start"));
    assert!(why(&[rule("X", vec![At(s("L2_lower")), Out(-1.0, s("back_width"))])], "X").contains("0 to 60 cun"));
    assert!(why(&[rule("X", vec![At(s("L2_lower")), Out(60.0, s("back_width"))])], "X").contains("skin ends"));
    assert!(why(&[rule("X", vec![])], "X").contains("no steps"));
    let circle = [rule("X", at("Y")), rule("Y", at("Z")), rule("Z", at("X"))];
    assert!(why(&circle, "Z").contains("X → Y → Z → X"));
    assert_eq!(why(&circle, "X"), "X, walk 1, step 1: it leans on Y, which could not be placed");
    assert!(why(&[rule("X", at("X"))], "X").contains("X → X"));
}

#[test]
fn only_what_changed_is_walked_again() {
    let figure = figure();
    let mut cache = PlacementCache::default();
    let first = cache.place(&kidney_rules(1.5), &figure);
    assert_eq!(cache.walked(), ["BL23", "BL52", "GV4", "half"]);
    assert_eq!(cache.place(&kidney_rules(1.5), &figure), first);
    assert_eq!(cache.walked(), [""; 0]);
    let moved = cache.place(&kidney_rules(2.0), &figure);
    assert_eq!(cache.walked(), ["BL23", "half"], "what leans on a changed rule is walked again too");
    assert_eq!(moved, place(&kidney_rules(2.0), &figure), "kept results are those of a fresh start");

    let mut words = kidney_rules(2.0);
    for rule in &mut words {
        rule.says = s("other words");
    }
    cache.place(&words, &figure);
    assert_eq!(cache.walked(), [""; 0], "words move no point");

    let other = Figure { fingerprint: 7, ..figure.clone() };
    cache.place(&words, &other);
    assert_eq!(cache.walked().len(), 4, "another figure has its own places");
    cache.place(&words, &figure);
    assert_eq!(cache.walked(), [""; 0], "and the first keeps its own");
}

fn any_step() -> impl Strategy<Value = Step> {
    let name = prop::sample::select(vec!["C7_lower", "L2_lower", "hip", "P0", "P1", "P2", "nowhere", ""]);
    let name = move || name.clone().prop_map(s);
    let unit = || prop::sample::select(vec!["back_width", "finger", "forearm", "ell"]).prop_map(s);
    let cun = || prop_oneof![0.0f32..5.0, prop::num::f32::ANY];
    let share = || (cun(), cun()).prop_map(|(a, b)| Share(a, b));
    let view = || {
        use View::*;
        let all = [Front, Back, Side, BackSide, FrontSide, Inner, BackInner, FrontInner, Top, TopFront, TopSide, Below];
        prop::sample::select(all.to_vec())
    };
    let toward = {
        use Toward::*;
        prop::sample::select(vec![Up, Down, Out, In, Front, Back])
    };
    prop_oneof![
        name().prop_map(At),
        (name(), view()).prop_map(|(a, v)| Over(a, v)),
        (name(), name(), share(), view()).prop_map(|(a, b, s, v)| Between(a, b, s, v)),
        (name(), name(), share(), view()).prop_map(|(a, b, s, v)| SkinBetween(a, b, s, v)),
        (name(), name(), share(), view()).prop_map(|(a, b, s, v)| Arm(a, b, s, v)),
        (name(), name(), share(), view()).prop_map(|(a, b, s, v)| Leg(a, b, s, v)),
        name().prop_map(Level),
        (cun(), unit()).prop_map(|(n, u)| Out(n, u)),
        (cun(), unit()).prop_map(|(n, u)| Beside(n, u)),
        (toward, cun(), unit()).prop_map(|(t, n, u)| Go(t, n, u)),
        (name(), cun(), unit()).prop_map(|(a, n, u)| GoTo(a, n, u)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn no_rule_makes_it_panic(walks in prop::collection::vec(prop::collection::vec(any_step(), 0..5), 0..5)) {
        let figure = figure();
        let rules: Vec<Rule> = (0..).zip(walks).map(|(i, steps)| rule(&format!("P{i}"), steps)).collect();
        let placed = place(&rules, &figure);
        for site in &placed.sites {
            prop_assert!(site.position.is_finite() && site.normal.is_finite() && site.shown.is_finite());
            let near = figure.full.closest(site.position).map_or(f32::MAX, |s| s.position.distance(site.position));
            prop_assert!(near < 1e-3);
        }
        let failed = rules.iter().filter(|r| placed.sites_of(&r.code).next().is_none()).count();
        prop_assert_eq!(failed, placed.problems.len());
    }
}
