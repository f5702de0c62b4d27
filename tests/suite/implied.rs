//! What a stranger would measure with the points alone and the standard's text in hand: midpoints and shares of lines,
//! distances in the cun of the part, one line from the collarbone to the side, and which way every point faces.

use std::collections::BTreeMap;

use deqi::body::place::Site;
use deqi::model::Side;
use glam::Vec3;

use crate::figures::{Body, list, on_each, run};

/// A point (with the number of its site, if it has several) or a landmark.
fn at(body: &Body, name: &str) -> Vec3 {
    let (code, site) = name.split_once('#').map_or((name, 1), |(code, site)| (code, site.parse().unwrap()));
    let site = body.placed.site(code, site, Side::Left).or_else(|| body.placed.site(code, site, Side::Midline));
    site.map_or_else(|| body.landmark(code), |site| site.position)
}

/// A point, the ends of a line, and the share of the line that it lies at, seen straight across.
const ON_LINES: [(&str, &str, &str, f32); 35] = [
    ("LU6", "LU9", "LU5", 7.0 / 12.0),
    ("LI6", "LI5", "LI11", 3.0 / 12.0),
    ("LI10", "LI5", "LI11", 10.0 / 12.0),
    ("LI11", "LU5", "lateral_epicondyle_humerus", 0.5),
    ("ST33", "ST32", "patella_base_lateral", 0.5),
    ("ST36", "ST35", "ST41", 3.0 / 16.0),
    ("ST38", "ST35", "ST41", 0.5),
    ("SP5", "navicular_tuberosity", "EX-LE8", 0.5),
    ("SP11", "SP12", "patella_base_medial", 1.0 / 3.0),
    ("HT2", "HT3", "HT1", 1.0 / 3.0),
    ("HT3", "elbow_crease_medial_end", "medial_epicondyle_humerus", 0.5),
    ("SI7", "SI5", "SI8", 5.0 / 12.0),
    ("SI8", "EX-UE1", "medial_epicondyle_humerus", 0.5),
    ("SI11", "scapular_spine_mid", "scapula_inferior_angle", 1.0 / 3.0),
    ("SI13", "SI10", "T2_spine", 0.5),
    ("BL37", "BL36", "BL40", 6.0 / 14.0),
    ("BL56", "BL55", "BL57", 0.5),
    ("BL57", "BL40", "BL60", 0.5),
    ("BL60", "EX-LE9", "calcaneal_tendon", 0.5),
    ("KI1", "web_toe_2_3", "heel_back", 1.0 / 3.0),
    ("KI3", "EX-LE8", "calcaneal_tendon", 0.5),
    ("PC4", "PC7", "PC3", 5.0 / 12.0),
    ("TE8", "TE4", "EX-UE1", 1.0 / 3.0),
    ("TE15", "GB21", "SI13", 0.5),
    ("GB5", "ST8", "GB7", 0.5),
    ("GB21", "C7_spine", "acromion_lateral", 0.5),
    ("GB29", "asis", "great_trochanter", 0.5),
    ("GB30", "great_trochanter", "GV2", 1.0 / 3.0),
    ("LR4", "SP5", "ST41", 0.5),
    ("LR5", "EX-LE8", "patella_apex", 1.0 / 3.0),
    ("GV21", "GV20", "GV22", 0.5),
    ("GV26", "nose_base", "upper_lip_border", 0.5),
    ("CV12", "CV8", "CV16", 0.5),
    ("BL7", "BL6", "BL8", 0.5),
    ("EX-HN2", "GB15", "GB16", 0.5),
];

#[test]
fn points_on_lines_lie_at_their_share_of_them() {
    on_each(|body, wrong| {
        for (code, from, to, wanted) in ON_LINES {
            let (p, a, b) = (at(body, code), at(body, from), at(body, to));
            let found = (p - a).dot(b - a) / a.distance_squared(b);
            // The back of the neck of a short line is soon a few hundredths: skin bulges between its ends.
            let most = if a.distance(b) < 0.08 { 0.06 } else { 0.03 };
            if (found - wanted).abs() > most {
                wrong.push(format!("{code} is {found:.3} of the way from {from} to {to}, not {wanted:.3}"));
            }
        }
    });
}

/// A point, from where, how many cun of which unit.
const DISTANCES: [(&str, &str, f32, &str); 23] = [
    ("LU1", "LU2", 1.0, "chest_width"),
    ("LU3", "LU4", 1.0, "upper_arm"),
    ("LI13", "LI11", 3.0, "upper_arm"),
    ("LI14", "LI11", 7.0, "upper_arm"),
    ("TE10", "EX-UE1", 1.0, "upper_arm"),
    ("TE11", "EX-UE1", 2.0, "upper_arm"),
    ("TE12", "EX-UE1", 5.0, "upper_arm"),
    ("TE13", "acromial_angle", 3.0, "upper_arm"),
    ("ST40", "ST38", 1.0, "finger_width"),
    ("KI5", "KI3", 1.0, "foot_height"),
    ("KI6", "EX-LE8", 1.0, "foot_height"),
    ("KI7", "KI8", 0.5, "leg_medial"),
    ("LR7", "SP9", 1.0, "leg_medial"),
    ("LR10", "ST30", 3.0, "thigh_front"),
    ("EX-LE6", "fibular_head", 2.0, "leg_lateral"),
    ("GB8", "TE20", 1.5, "head_sagittal"),
    ("GB14", "EX-HN4", 1.0, "forehead"),
    ("GB23", "GB22", 1.0, "chest_width"),
    ("GB28", "GB27", 0.5, "lower_abdomen"),
    ("EX-HN1#1", "GV20", 1.0, "head_sagittal"),
    ("EX-HN1#3", "GV20", 1.0, "head_sagittal"),
    ("EX-HN14", "TE17", 1.0, "finger"),
    ("EX-LE3", "SP10", 1.0, "thigh_front"),
];

#[test]
fn neighbours_keep_their_distance_in_cun() {
    on_each(|body, wrong| {
        for (code, from, cun, unit) in DISTANCES {
            let found = at(body, code).distance(at(body, from)) / body.unit(unit);
            // A straight line is shorter than the skin that is measured.
            if !(cun * 0.93 - 0.05..=cun * 1.02 + 0.1).contains(&found) {
                wrong.push(format!("{code} is {found:.2} cun from {from}, not {cun}"));
            }
        }
    });
}

#[test]
fn collarbone_and_first_rib_space_are_lines_out_to_the_shoulder() {
    on_each(|body, wrong| {
        for (line, most) in [("CV21 KI27 ST13", 0.001), ("ST13 LU2", 0.008), ("CV20 KI26 ST14 LU1", 0.006)] {
            let heights: Vec<f32> = line.split(' ').map(|code| at(body, code).y).collect();
            let spread =
                heights.iter().copied().fold(f32::MIN, f32::max) - heights.iter().copied().fold(f32::MAX, f32::min);
            if spread > most {
                wrong.push(format!("{line} spread over {spread} m"));
            }
        }
        for (code, cun) in [("LU1", 6.0), ("LU2", 6.0), ("SP19", 6.0), ("SP20", 6.0), ("PC1", 5.0), ("ST12", 4.0)] {
            let found = at(body, code).x / body.unit("chest_width");
            if (found - cun).abs() > 0.05 {
                wrong.push(format!("{code} lies {found:.2} cun beside the midline, not {cun}"));
            }
        }
        // Lower down the chest of these figures is narrower than twelve cun: as far out as its side allows.
        for code in ["SP17", "SP18"] {
            let found = at(body, code).x / body.unit("chest_width");
            if !(5.05..=6.0).contains(&found) || at(body, code).x < at(body, "PC1").x {
                wrong.push(format!("{code} lies {found:.2} cun beside the midline"));
            }
        }
    });
}

/// What a word of `facts/faces.csv` means on the body's left, which stands with its palms forward.
fn direction(word: &str, foot: bool) -> Option<Vec3> {
    Some(match word {
        "front" | "palm" => Vec3::Z,
        "dorsum" if foot => Vec3::new(0.0, 0.8, 0.6),
        "back" | "dorsum" => Vec3::NEG_Z,
        "side" | "lateral" => Vec3::X,
        "medial" => Vec3::NEG_X,
        "top" => Vec3::Y,
        "sole" | "below" => Vec3::NEG_Y,
        _ => return None,
    })
}

#[test]
fn every_point_faces_the_way_its_place_is_looked_at_from() {
    // Corners of nails turn to the side; the tip of the ear is an edge; a narrow chest turns away early.
    let edges = BTreeMap::from([
        ("LU11", 0.15),
        ("SI1", 0.2),
        ("EX-HN6", -0.2),
        ("SP17", 0.18),
        ("SP18", 0.2),
        ("EX-UE9", 0.18),
    ]);
    let faces: Vec<(&str, &str)> =
        include_str!("../facts/faces.csv").lines().skip(1).map(|line| line.split_once(',').unwrap()).collect();
    on_each(|body, wrong| {
        let mut looked_at = 0;
        for (code, words) in &faces {
            let foot = ["ST", "SP", "BL", "KI", "GB", "LR", "EX-LE"].iter().any(|channel| code.starts_with(channel));
            let ways: Vec<Vec3> = words.split(' ').filter_map(|word| direction(word, foot)).collect();
            let left = body.placed.sites_of(code).filter(|site| site.side != Side::Right);
            for site in left.filter(|_| !words.contains("inside")) {
                let faces = ways.iter().map(|way| site.normal.dot(*way)).fold(f32::MIN, f32::max);
                if faces < edges.get(code).copied().unwrap_or(0.27) {
                    wrong.push(format!("{code} {} faces {}, not {words}", site.site, site.normal));
                }
            }
            looked_at += 1;
        }
        assert_eq!(looked_at, 361 + 48);
    });
}

#[test]
fn points_follow_each_other_over_hand_and_foot() {
    let down = ["LU9 LU10 LU11", "LI5 LI4 LI3 LI2 LI1", "TE4 TE3 TE2 TE1", "PC7 PC8 PC9", "SI5 SI4 SI3 SI2 SI1"];
    let forward = [
        "ST41 ST42 ST43 ST44 ST45",
        "SP5 SP4 SP3 SP2 SP1",
        "LR4 LR3 LR2 LR1",
        "GB40 GB41 GB42 GB43 GB44",
        "BL60 BL62 BL63 BL64 BL65 BL66 BL67",
        "KI3 KI2 KI1",
    ];
    on_each(|body, wrong| {
        let pairs = |list: &str| {
            let codes: Vec<String> = list.split(' ').map(str::to_owned).collect();
            codes.windows(2).map(|pair| (pair[0].clone(), pair[1].clone())).collect::<Vec<_>>()
        };
        for (a, b) in down.iter().flat_map(|list| pairs(list)) {
            if body.at(&a).y <= body.at(&b).y {
                wrong.push(format!("{a} is not above {b}"));
            }
        }
        for (a, b) in forward.iter().flat_map(|list| pairs(list)) {
            if body.at(&a).z >= body.at(&b).z {
                wrong.push(format!("{a} is not behind {b}"));
            }
        }
    });
}

#[test]
fn no_two_points_share_a_place_unless_their_rules_say_so() {
    let same = [
        ("ST35", "EX-LE5"),
        ("EX-LE4", "EX-LE5"),
        ("LR2", "EX-LE10"),
        ("ST44", "EX-LE10"),
        ("GB43", "EX-LE10"),
        ("PC9", "EX-UE11"),
        ("TE2", "EX-UE9"),
        ("GV27", "GV28"),
    ];
    on_each(|body, wrong| {
        let sites: Vec<&Site> = body.placed.sites.iter().filter(|site| site.side != Side::Right).collect();
        for (i, a) in sites.iter().enumerate() {
            for b in &sites[i + 1..] {
                let (one, other) = (a.code.as_str(), b.code.as_str());
                if a.position.distance(b.position) < 0.003 && !same.contains(&(one, other)) && one != other {
                    wrong.push(format!("{one} and {other} share a place"));
                }
            }
        }
    });
}

#[test]
fn the_outer_line_of_the_back_is_twice_as_far_out_as_the_inner() {
    let pairs = [12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23].into_iter().zip(41..=52);
    let pairs: Vec<(String, String)> = pairs
        .map(|(inner, outer)| (format!("BL{inner}"), format!("BL{outer}")))
        .chain([("BL28", "BL53"), ("BL30", "BL54")].map(|(a, b)| (a.to_owned(), b.to_owned())))
        .collect();
    on_each(|body, wrong| {
        for (inner, outer) in &pairs {
            let ratio = body.at(outer).x / body.at(inner).x;
            if !(1.93..=2.07).contains(&ratio) || (body.at(outer).y - body.at(inner).y).abs() > 0.003 {
                wrong.push(format!("{outer} is {ratio:.2} times as far out as {inner}"));
            }
        }
        for codes in [run("BL", 11..=30), list("EX-B3")] {
            for code in codes {
                let share = body.at(&code).x / (3.0 * at(body, "EX-B2#14").x);
                if (share - 1.0).abs() > 0.06 {
                    wrong.push(format!("{code} is {share:.2} times three times as far out as EX-B2"));
                }
            }
        }
    });
}
