//! What the world standard implies beyond single rules: spans divide as stated, neighbours keep their distance, what
//! shares a level shares it, and names are those of the reference list, with the forms that books disagree on.

use std::collections::BTreeMap;

use deqi::body::place::Site;
use deqi::model::{Point, PointCode, Side};
use deqi::search::Index;
use glam::Vec3;

use crate::figures::{Body, on_each, run};
use crate::support::LIBRARY;

/// How far a span may miss what is stated, as a share of the span.
const MISS: f32 = 0.03;

fn point(code: &str) -> &'static Point {
    LIBRARY.catalog.point(&PointCode(code.to_owned())).unwrap_or_else(|| panic!("no {code}"))
}

/// A point or a landmark.
fn at(body: &Body, name: &str) -> Vec3 {
    body.placed.first(name).map_or_else(|| body.landmark(name), |site| site.position)
}

/// Spans of trunk and leg, by height: from, to, how many cun, and at which cun which points lie.
const BY_HEIGHT: [(&str, &str, f32, &str); 13] = [
    (
        "CV8",
        "CV16",
        8.0,
        "1:CV9,ST24 2:CV10,KI17,ST23 3:CV11,KI18,ST22,SP16 4:CV12,KI19,ST21 5:CV13,KI20,ST20 6:CV14,KI21,ST19 7:CV15",
    ),
    (
        "CV8",
        "CV2",
        5.0,
        "1:CV7,KI15,ST26 1.3:SP14 1.5:CV6 2:CV5,KI14,ST27 3:CV4,KI13,ST28,GB27 4:CV3,KI12,ST29,EX-CA1 4.3:SP13 5:KI11,ST30",
    ),
    ("patella_base", "CV2", 18.0, "2:ST34,SP10 3:ST33,EX-LE3 4:LR9 6:ST32"),
    ("CV2", "patella_base", 18.0, "2:LR11 3:LR10"),
    ("BL40", "great_trochanter", 19.0, "7:GB32 9:GB31"),
    ("BL36", "BL40", 14.0, "6:BL37 13:BL38"),
    ("BL40", "BL60", 16.0, "2:BL55 5:BL56 8:BL57 9:BL58 13:BL59"),
    ("lateral_malleolus", "BL40", 16.0, "3:GB39 4:GB38 5:GB37 7:GB35,GB36 8:ST40"),
    ("ST35", "ST41", 16.0, "3:ST36 5:EX-LE7 6:ST37 8:ST38,ST40 9:ST39"),
    ("medial_malleolus", "SP9", 13.0, "2:KI7,KI8 3:SP6 5:KI9 6:SP7 10:SP8"),
    ("medial_malleolus", "patella_apex", 15.0, "5:LR5 7:LR6 13:SP9,LR7"),
    ("medial_malleolus", "sole", 3.0, "1:KI6"),
    ("SP12", "patella_base_medial", 3.0, "1:SP11"),
];

/// Spans of the arm, along the way from end to end.
const ALONG: [(&str, &str, f32, &str); 9] = [
    ("PC7", "PC3", 12.0, "2:PC6 3:PC5 4:EX-UE2 5:PC4"),
    ("HT7", "HT3", 12.0, "0.5:HT6 1:HT5 1.5:HT4"),
    ("LU9", "LU5", 12.0, "1:LU8 1.5:LU7 7:LU6"),
    ("LI5", "LI11", 12.0, "3:LI6 5:LI7 8:LI8 9:LI9 10:LI10"),
    ("SI5", "SI8", 12.0, "1:SI6"),
    ("wrist_crease_dorsal", "elbow_crease", 12.0, "0:TE4,LI5,SI5 2:TE5 3:TE6,TE7 4:TE8 5:SI7"),
    ("wrist_crease_palmar", "elbow_crease", 12.0, "0:PC7,HT7 2:PC6 3:PC5 5:PC4"),
    ("LI11", "LI15", 12.4, "3:LI13 6.8:LI14"),
    ("olecranon", "acromial_angle", 12.5, "1:TE10 2:TE11 5:TE12 9.5:TE13"),
];

fn told(list: &str) -> impl Iterator<Item = (f32, &str)> {
    list.split(' ').flat_map(|item| {
        let (cun, codes) = item.split_once(':').unwrap();
        codes.split(',').map(move |code| (cun.parse().unwrap(), code))
    })
}

#[test]
fn every_span_of_trunk_and_limbs_divides_as_the_standard_says() {
    on_each(|body, wrong| {
        for (from, to, cun, list) in BY_HEIGHT {
            let (a, b) = (at(body, from).y, if to == "sole" { 0.0 } else { at(body, to).y });
            for (wanted, code) in told(list) {
                let found = (body.at(code).y - a) / (b - a);
                if (found - wanted / cun).abs() > MISS {
                    wrong.push(format!("{code} is {:.2} of {cun} cun from {from} to {to}, not {wanted}", found * cun));
                }
            }
        }
        for (from, to, cun, list) in ALONG {
            let (a, b) = (at(body, from), at(body, to));
            for (wanted, code) in told(list) {
                let found = (body.at(code) - a).dot(b - a) / a.distance_squared(b);
                if (found - wanted / cun).abs() > MISS {
                    wrong.push(format!("{code} is {:.2} of {cun} cun from {from} to {to}, not {wanted}", found * cun));
                }
            }
        }
    });
}

/// The fold of the armpit lies on the chest, and a tape lies along the arm: so it is measured along the arm, which runs
/// from the corner of the shoulder's roof to the outer end of the elbow's fold.
#[test]
fn the_upper_arm_divides_into_nine() {
    on_each(|body, wrong| {
        let along = (body.at("LI11") - body.at("LI15")).normalize();
        let (fold, elbow) = (body.landmark("axillary_fold_anterior"), body.landmark("elbow_crease"));
        for (code, cun) in [("PC2", 2.0), ("LU3", 3.0), ("LU4", 4.0)] {
            let found = (body.at(code) - fold).dot(along) / (elbow - fold).dot(along);
            if (found - cun / 9.0).abs() > MISS {
                wrong.push(format!("{code} is {:.2} of 9 cun from the fold to the elbow, not {cun}", found * 9.0));
            }
        }
    });
}

#[test]
fn the_scalp_divides_into_twelve_and_the_forehead_into_three() {
    // Steps along the midline, in cun, from GV24 back to GV15.
    let steps = [0.5, 1.0, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 0.5];
    on_each(|body, wrong| {
        let cun = body.unit("head_sagittal");
        for (pair, step) in run("GV", (15..=24).rev()).windows(2).zip(steps) {
            let found = body.at(&pair[0]).distance(body.at(&pair[1])) / cun;
            // A chord is a little shorter than the scalp under it.
            if !(step * 0.95..=step * 1.01).contains(&found) {
                wrong.push(format!("{} and {} are {found:.2} cun apart, not {step}", pair[0], pair[1]));
            }
        }
        for (code, cun) in [("BL4", 1.5), ("GB13", 3.0), ("GB15", 2.25)] {
            let share = body.at(code).distance(body.at("GV24")) / body.at("ST8").distance(body.at("GV24"));
            if (share - cun / 4.5).abs() > 0.06 {
                wrong.push(format!("{code} is {share:.2} of the way from GV24 to ST8, not {:.2}", cun / 4.5));
            }
        }
        let pupil = body.landmark("pupil_line").x;
        for code in ["ST1", "ST2", "ST3", "GB14", "GB15", "GB16", "GB17", "GB18"] {
            if (body.at(code).x - pupil).abs() > 0.003 {
                wrong.push(format!("{code} is {} m beside the pupil's line", body.at(code).x - pupil));
            }
        }
    });
}

#[test]
fn rib_spaces_are_one_level_from_the_breastbone_to_the_side() {
    let spaces =
        ["CV20 KI26 ST14", "CV19 KI25 ST15 SP20", "CV18 KI24 ST16 SP19", "CV17 KI23 ST17 SP18 PC1", "KI22 ST18 SP17"];
    on_each(|body, wrong| {
        for space in spaces.iter().chain(&["GB22 GB23", "LR14 ST19 CV14"]) {
            let heights: Vec<f32> = space.split(' ').map(|code| body.at(code).y).collect();
            let spread =
                heights.iter().fold(f32::MIN, |a, b| a.max(*b)) - heights.iter().fold(f32::MAX, |a, b| a.min(*b));
            if spread > 0.006 {
                wrong.push(format!("{space} spread over {spread} m"));
            }
        }
    });
}

#[test]
fn the_spine_is_as_even_as_a_living_one() {
    on_each(|body, wrong| {
        let row: Vec<f32> =
            (1..=17).map(|site| body.placed.site("EX-B2", site, Side::Left).unwrap().position.y).collect();
        let steps: Vec<f32> = row.windows(2).map(|w| w[0] - w[1]).collect();
        for (i, pair) in steps.windows(2).enumerate() {
            if !(0.80..=1.25).contains(&(pair[1] / pair[0])) {
                wrong.push(format!("step {} of the spine is {} m, the next {}", i + 1, pair[0], pair[1]));
            }
        }
        if steps.iter().any(|step| !(0.020..=0.040).contains(step)) {
            wrong.push(format!("steps of {steps:?} m"));
        }
    });
}

#[test]
fn neighbours_lie_beside_above_and_across_from_each_other() {
    on_each(|body, wrong| {
        let mut want = |ok: bool, what: &str| {
            if !ok {
                wrong.push(what.to_owned());
            }
        };
        let p = |code: &str| body.at(code);
        want(
            (p("SI9").x - p("SI10").x).abs() < 0.02 && p("SI10").y > p("SI9").y + 0.05,
            "SI10 is not straight above SI9",
        );
        let up = p("SI9").y - body.landmark("axillary_fold_posterior").y;
        want((up / body.unit("upper_arm") - 1.0).abs() < 0.2, "SI9 is not one cun above the fold");
        want(
            (p("GB3").z - p("ST7").z).abs() < 0.006 && p("GB3").y > p("ST7").y + 0.012,
            "GB3 is not straight above ST7",
        );
        want(
            p("TE21").y > p("SI19").y + 0.004 && p("SI19").y > p("GB2").y + 0.004,
            "TE21, SI19 and GB2 are not one below the other",
        );
        want((p("BL2").x - p("BL1").x).abs() < 0.004, "BL2 is not straight above BL1");
        want(
            (p("SI18").x - body.landmark("outer_canthus").x).abs() < 0.006,
            "SI18 is not below the outer corner of the eye",
        );
        let (fold, knob) = (p("LU5"), body.landmark("lateral_epicondyle_humerus"));
        let share = (p("LI11") - fold).dot(knob - fold) / fold.distance_squared(knob);
        want((share - 0.5).abs() < 0.1, "LI11 is not half-way from LU5 to the outer knob of the elbow");
        want((p("KI3").y - p("BL60").y).abs() < 0.025, "KI3 and BL60 are not across from each other");
        want(
            (p("TE15") - p("GB21").midpoint(p("SI13"))).with_z(0.0).length() < 0.012,
            "TE15 is not half-way from GB21 to SI13",
        );
        want(
            (p("GB29") - body.landmark("asis").midpoint(body.landmark("great_trochanter"))).with_z(0.0).length() < 0.02,
            "GB29 is not half-way",
        );
        let behind = run("GB", 9..=12);
        want(
            behind.windows(2).all(|w| p(&w[0]).y > p(&w[1]).y && p(&w[0]).distance(p(&w[1])) < 0.07),
            "GB9 to GB12 do not go down behind the ear",
        );
        want(run("GB", 4..=7).windows(2).all(|w| p(&w[0]).y > p(&w[1]).y), "GB4 to GB7 do not go down the temple");
        want(p("BL36").x < p("BL54-BL40").x, "the outer line does not pass outside BL36");
        let way = [p("TE17"), p("TE18"), p("TE19"), p("TE20")];
        let thirds: Vec<f32> = way.windows(2).map(|w| w[0].distance(w[1])).collect();
        want(
            thirds.iter().all(|t| (t * 3.0 / thirds.iter().sum::<f32>() - 1.0).abs() < 0.25),
            "TE18 and TE19 are not at the thirds",
        );
        let back = (p("GV20").z - body.landmark("ear_apex").z).abs() / body.unit("head_sagittal");
        want(back < 1.5, "GV20 is far from the line over the ears");
        want((p("ST12").y - p("ST11").y).abs() < 0.022, "ST12 is not just above the collarbone");
    });
}

/// Three people of one build of body: a place that strays on one of them was found by accident.
#[test]
fn every_place_is_at_the_same_share_of_the_height_on_all_three() {
    let bodies: Vec<&Body> = crate::figures::BODIES.iter().collect();
    let share = |body: &Body, site: &Site| site.position / body.figure.landmarks.stature;
    let mut wrong = Vec::new();
    for site in &bodies[0].placed.sites {
        for other in &bodies[1..] {
            let there = other.placed.site(site.code.as_str(), site.site, site.side).unwrap();
            let apart = share(bodies[0], site).distance(share(other, there));
            if apart > 0.045 {
                wrong.push(format!(
                    "{} {} {:?} strays by {apart} on the {}",
                    site.code, site.site, site.side, other.name
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn names_and_numbers_of_places_are_those_of_the_reference_list() {
    let placed = crate::figures::BODIES.iter().next().map(|body| &body.placed).unwrap();
    let mut wrong = Vec::new();
    let mut codes = 0;
    for line in include_str!("../facts/names.csv").lines().skip(1) {
        let [code, pinyin, simplified, traditional, sites, english, region] = line.split(',').collect::<Vec<_>>()[..]
        else {
            panic!("{line}")
        };
        let point = point(code);
        let found = [point.pinyin.as_str(), &point.hanzi.simplified, &point.hanzi.traditional];
        if found != [pinyin, simplified, traditional] {
            wrong.push(format!("{code} is {found:?}"));
        }
        let anatomical = point.anatomical_region.as_ref().unwrap_or(&point.region);
        if !english.is_empty() && point.english.replace('’', "'") != english || anatomical != region {
            wrong.push(format!("{code} is “{}” in the region “{anatomical}”", point.english));
        }
        if placed.sites_of(code).count().to_string() != sites {
            wrong.push(format!("{code} has {} places, not {sites}", placed.sites_of(code).count()));
        }
        codes += 1;
    }
    assert_eq!(codes, LIBRARY.catalog.points().len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_books_disagree_on_stands_on_the_card_and_is_found() {
    let index = Index::new(&LIBRARY.catalog);
    let mut wrong = Vec::new();
    for point in LIBRARY.catalog.points().iter().filter(|p| p.hanzi.simplified.contains('俞')) {
        let other = point.pinyin.replace("shū", "shù").replace("Shū", "Shù");
        if !point.also_called.contains(&other) {
            wrong.push(format!("{} does not say that 俞 is also read shù", point.code));
        }
    }
    for code in ["LI19", "LI20", "PC8", "PC9", "GB30", "GV26"] {
        let other = point(code).also_placed.as_ref();
        if !other.is_some_and(|said| said.sources.iter().any(|id| id.0 == "who2008")) {
            wrong.push(format!("{code} does not tell the other place that the standard keeps"));
        }
    }
    let names = BTreeMap::from([
        ("GV29", "EX-HN3"),
        ("Huatuojiaji", "EX-B2"),
        ("Weiguanxiashu", "EX-B3"),
        ("Shiqizhuixia", "EX-B8"),
        ("Yaotongxue", "EX-UE7"),
        ("Luozhen", "EX-UE8"),
        ("renzhong", "GV26"),
        ("人中", "GV26"),
        ("shènshù", "BL23"),
        ("zanzhu", "BL2"),
    ]);
    for (name, code) in names {
        if !index.find(name, 3).iter().any(|hit| hit.code.as_str() == code) {
            wrong.push(format!("{name} does not find {code}: {:?}", index.find(name, 3)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
