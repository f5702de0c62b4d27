//! Points beside what a finger finds: the long neck muscle, the shin bone, the joints of the toes, nails and wrists.
//!
//! Each of these was once wrong on all three figures while every span and share was right: it was seen on the pages of
//! the contact sheet, and is measured here.

use deqi::model::Side;
use glam::Vec3;

use crate::figures::{Body, on_each};

/// A point or a landmark.
fn at(body: &Body, name: &str) -> Vec3 {
    body.placed.first(name).map_or_else(|| body.landmark(name), |site| site.position)
}

fn faces(body: &Body, code: &str) -> Vec3 {
    body.placed.site(code, 1, Side::Left).unwrap().normal
}

/// How far along the way from `a` to `b` a place lies, 0 at `a` and 1 at `b`.
fn share(p: Vec3, a: Vec3, b: Vec3) -> f32 {
    (p - a).dot(b - a) / a.distance_squared(b)
}

/// Millimetres that must lie between two bounds, with what they measure.
type Want<'a> = (&'a str, f32, f32, f32);

fn hold(wrong: &mut Vec<String>, wants: &[Want<'_>]) {
    for (what, metres, low, high) in wants {
        let found = metres * 1000.0;
        if !(*low..=*high).contains(&found) {
            wrong.push(format!("{what}: {found:.1} mm, not {low} to {high}"));
        }
    }
}

#[test]
fn points_of_the_neck_lie_before_on_and_behind_its_long_muscle() {
    on_each(|body, wrong| {
        let p = |name: &str| at(body, name);
        hold(
            wrong,
            &[
                ("LI17 is level with ST10", p("LI17").y - p("ST10").y, -3.0, 3.0),
                ("LI17 is straight below LI18, seen from the side", p("LI17").z - p("LI18").z, -8.0, 8.0),
                ("LI17 is not far outside SI16", p("LI17").x - p("SI16").x, -8.0, 8.0),
                ("LI17 is outside LI18", p("LI17").x - p("LI18").x, 5.0, 22.0),
                ("LI17 is inside ST12", p("ST12").x - p("LI17").x, 15.0, 50.0),
                ("the muscle is as broad as it is, ST10 to LI17", p("ST10").distance(p("LI17")), 28.0, 52.0),
                ("TE16 is behind the muscle that SI17 lies before", p("SI17").z - p("TE16").z, 20.0, 35.0),
                ("TE16 is level with the corner of the jaw", p("TE16").y - p("mandible_angle").y, -2.0, 2.0),
                ("ST11 is above the collarbone's inner end", p("ST11").x - p("clavicle_sternal_end").x, -6.0, 6.0),
            ],
        );
    });
}

#[test]
fn the_liver_channel_runs_on_the_inner_face_of_the_shin_and_the_spleen_behind_it() {
    on_each(|body, wrong| {
        let (low, middle) = (body.landmark("tibia_medial_surface_lower"), body.landmark("tibia_medial_surface"));
        for code in ["LR5", "LR6"] {
            let p = body.at(code);
            let on_face = low.lerp(middle, (p.y - low.y) / (middle.y - low.y));
            if p.distance(on_face) > 0.005 {
                wrong.push(format!("{code} is {} m from the middle of the shin bone's face", p.distance(on_face)));
            }
            // The face looks inward and forward; farther back the skin looks straight inward.
            let normal = faces(body, code);
            if normal.x > -0.6 || normal.z < 0.35 {
                wrong.push(format!("{code} faces {normal}"));
            }
        }
        let p = |name: &str| at(body, name);
        hold(
            wrong,
            &[
                ("SP7 is behind LR5", p("LR5").z - p("SP7").z, 15.0, 35.0),
                ("SP7 is behind LR6", p("LR6").z - p("SP7").z, 15.0, 35.0),
                ("SP8 is behind LR6", p("LR6").z - p("SP8").z, 15.0, 35.0),
            ],
        );
    });
}

#[test]
fn joints_of_the_toes_lie_behind_the_webs_and_their_points_close_to_them() {
    on_each(|body, wrong| {
        let p = |name: &str| at(body, name);
        for (joint, web) in [
            ("mtp_1", "web_toe_1_2"),
            ("mtp_2", "web_toe_2_3"),
            ("mtp_3", "web_toe_3_4"),
            ("mtp_4", "web_toe_4_5"),
            ("mtp_5", "web_toe_4_5"),
        ] {
            hold(wrong, &[(joint, p(web).z - p(joint).z, 10.0, 35.0)]);
        }
        for (code, joint) in [("SP3", "mtp_1_medial"), ("ST43", "mtp_2"), ("GB42", "mtp_4"), ("BL65", "mtp_5_lateral")]
        {
            hold(wrong, &[(code, p(joint).z - p(code).z, 8.0, 18.0)]);
        }
        for (code, joint) in [("SP2", "mtp_1_medial"), ("BL66", "mtp_5_lateral")] {
            hold(wrong, &[(code, p(code).z - p(joint).z, 6.0, 20.0)]);
        }
        hold(
            wrong,
            &[
                ("BL64 is just before the bump", p("BL64").z - p("metatarsal_5_tuberosity").z, 5.0, 13.0),
                ("ST42 is before ST41", p("ST41").distance(p("ST42")), 20.0, 40.0),
            ],
        );
    });
}

#[test]
fn well_points_lie_at_the_base_of_the_nail() {
    // A point, the last bone of its digit, and the share of that bone at which the nail begins.
    let nails = [
        ("LU11", "joint_thumb_3", "joint_thumb_tip", 0.50, 0.64),
        ("LI1", "joint_finger2_3", "joint_finger2_tip", 0.36, 0.48),
        ("TE1", "joint_finger4_3", "joint_finger4_tip", 0.41, 0.54),
        ("HT9", "joint_finger5_3", "joint_finger5_tip", 0.48, 0.61),
        ("SI1", "joint_finger5_3", "joint_finger5_tip", 0.48, 0.61),
        ("SP1", "joint_toe1_2", "joint_toe1_tip", 0.36, 0.51),
        ("LR1", "joint_toe1_2", "joint_toe1_tip", 0.36, 0.51),
    ];
    on_each(|body, wrong| {
        for (code, joint, tip, low, high) in nails {
            let found = share(body.at(code), body.landmark(joint), body.landmark(tip));
            if !(low..=high).contains(&found) {
                wrong.push(format!("{code} is at {found:.2} of its last bone, not {low} to {high}"));
            }
        }
        let p = |name: &str| at(body, name);
        hold(
            wrong,
            &[
                ("SP1 is as far from the tip as LR1", p("SP1").z - p("LR1").z, -4.0, 4.0),
                ("SP1 and LR1 are a nail apart", p("SP1").distance(p("LR1")), 11.0, 18.0),
            ],
        );
    });
}

#[test]
fn points_of_the_arm_keep_to_their_side() {
    on_each(|body, wrong| {
        let p = |name: &str| at(body, name);
        let on_line = p("HT3").lerp(p("HT1"), share(p("HT2"), p("HT3"), p("HT1")));
        let from_fold = p("HT1").y - p("GB22").y;
        // From the tip of the elbow the forearm is a little longer than its twelve cun.
        let cun = p("TE9").distance(body.landmark("olecranon")) / body.unit("forearm");
        if !(4.85..=5.15).contains(&cun) {
            wrong.push(format!("TE9 is {cun:.2} cun from the tip of the elbow, not 5"));
        }
        hold(
            wrong,
            &[
                ("HT2 is on the line from HT3 to HT1, seen from the inner side", p("HT2").z - on_line.z, -6.0, 6.0),
                ("HT8 is level with PC8", p("HT8").y - p("PC8").y, -4.0, 4.0),
                ("SI6 is on the thumb side of the bump", p("SI6").x - p("ulnar_head").x, 2.0, 9.0),
                ("LU7 is nearer the palm than LI6", p("LU7").z - p("LI6").z, 5.0, 14.0),
                ("LU8 is nearer the palm than LU7", p("LU8").z - p("LU7").z, 3.0, 12.0),
                (
                    "EX-UE5 is over the joint between the thumb's bones",
                    p("EX-UE5").distance(p("joint_thumb_3")),
                    0.0,
                    9.0,
                ),
                ("TE14 is behind LI15", p("LI15").z - p("TE14").z, 18.0, 32.0),
                ("GB1 is level with the corner of the eye", p("GB1").y - p("outer_canthus").y, -1.0, 1.0),
                ("GB22 is below the armpit", from_fold, 12.0, 60.0),
            ],
        );
        // Half a cun: on the neutral figure the level of the fourth space runs through the armpit itself.
        let most = body.unit("chest_width") * 500.0;
        for code in ["GB22", "GB23"] {
            hold(wrong, &[(code, p(code).y - p("ST17").y, -most, 6.0)]);
        }
        let inward = -faces(body, "HT2").x;
        if inward < 0.8 {
            wrong.push(format!("HT2 faces inward by {inward}"));
        }
    });
}

#[test]
fn the_side_of_the_chest_is_counted_from_the_middle_of_the_armpit() {
    on_each(|body, wrong| {
        let p = |name: &str| at(body, name);
        hold(
            wrong,
            &[
                ("GB22 is straight below HT1", p("GB22").z - p("HT1").z, -6.0, 6.0),
                ("SP21 is straight below HT1", p("SP21").z - p("HT1").z, -6.0, 6.0),
                ("GB23 is before both", p("GB23").z - p("GB22").z, 12.0, 30.0),
                ("ST39 is level with GB36", p("ST39").y - p("GB36").y, -5.0, 5.0),
            ],
        );
        let half = share(p("CV1"), body.landmark("anus"), body.landmark("genital_back"));
        if (half - 0.5).abs() > 0.05 {
            wrong.push(format!("CV1 lies at {half:.2} of the way from anus to genitals"));
        }
    });
}
