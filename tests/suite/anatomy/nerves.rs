//! An anatomist's questions about the nerves.

use glam::{Vec3, Vec3Swizzles};

use super::{art, furthest, places};
use crate::figures::on_each;

#[test]
fn the_sciatic_nerve_leaves_below_piriformis() {
    on_each(|body, wrong| {
        let art = art(body);
        let (nerve, muscle) = (art.nerve("sciatic_nerve"), places(art, "piriformis"));
        let covers = |p: Vec3| {
            let near = |m: &&Vec3| m.truncate().distance(p.truncate()) < 0.012;
            muscle.iter().filter(near).map(|m| m.z).fold(f32::INFINITY, f32::min)
        };
        let covered: Vec<(Vec3, f32)> = nerve.iter().map(|&p| (p, covers(p))).filter(|(_, z)| z.is_finite()).collect();
        if covered.is_empty() {
            wrong.push("the nerve never comes near piriformis".to_owned());
            return;
        }
        for (place, z) in &covered {
            if place.z < *z + 0.001 {
                wrong.push(format!("at {place} the nerve lies behind piriformis, whose face is at {z}"));
            }
        }
        // It never crosses over the upper border: beside the sacrum it lies before or below the muscle.
        for place in nerve {
            let beside: Vec<f32> = muscle.iter().filter(|m| (m.x - place.x).abs() < 0.012).map(|m| m.y).collect();
            let upper = beside.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            if !beside.is_empty() && place.y > upper + 0.002 {
                wrong.push(format!("at {place} the nerve runs above piriformis, whose border is at {upper} m"));
            }
        }
        let (last, _) = covered[covered.len() - 1];
        if nerve.last().is_none_or(|end| end.y > last.y - 0.2) {
            wrong.push(format!("it does not go down from piriformis, which it leaves at {last}"));
        }
    });
}

#[test]
fn the_sciatic_nerve_runs_between_seat_bone_and_trochanter() {
    on_each(|body, wrong| {
        let art = art(body);
        let seat = furthest(places(art, "hip_bone"), Vec3::NEG_Y);
        let nerve = art.nerve("sciatic_nerve");
        let here = nerve.iter().min_by(|a, b| (a.y - seat.y).abs().total_cmp(&(b.y - seat.y).abs())).unwrap();
        let thigh = places(art, "femur").iter().filter(|p| (p.y - seat.y).abs() < 0.03);
        let inner = thigh.map(|p| p.x).fold(f32::INFINITY, f32::min);
        if !(seat.x + 0.008 < here.x && here.x < inner + 0.004 && here.z < seat.z + 0.01) {
            wrong.push(format!("seat bone at {seat}, nerve at {here}, thigh bone from {inner} m"));
        }
        let fork = nerve.last().unwrap();
        for branch in ["tibial_nerve", "common_fibular_nerve"] {
            if art.nerve(branch).first().is_none_or(|p| p.distance(*fork) > 0.002) {
                wrong.push(format!("the {branch} does not leave the sciatic nerve where it ends"));
            }
        }
        if fork.y < body.landmark("knee_crease").y || fork.y > body.landmark("gluteal_fold").y {
            wrong.push(format!("it divides at {fork}"));
        }
    });
}

#[test]
fn lumbar_nerves_leave_between_the_right_vertebrae() {
    on_each(|body, wrong| {
        let art = art(body);
        for n in 1..=5 {
            let above = places(art, &format!("vertebra_l{n}"));
            let below = if n < 5 { places(art, &format!("vertebra_l{}", n + 1)) } else { places(art, "sacrum") };
            let names = [format!("nerve_l{n}"), format!("dorsal_branch_l{n}"), format!("medial_branch_l{n}")];
            for name in names.iter().filter(|name| n < 5 || !name.starts_with("dorsal")) {
                // Where it leaves the canal: 16 mm beside the midline runs the row of pedicles.
                let Some(gate) = art.nerve(name).iter().find(|p| p.x >= 0.016) else {
                    wrong.push(format!("{name} does not leave the canal"));
                    continue;
                };
                // The mean height of what stands over and under the gate.
                let height = |bone: &[Vec3]| {
                    let near: Vec<f32> =
                        bone.iter().filter(|p| p.xz().distance(gate.xz()) < 0.014).map(|p| p.y).collect();
                    near.iter().sum::<f32>() / near.len() as f32
                };
                let (upper, lower) = (height(above), height(below));
                if !(lower < gate.y && gate.y < upper) {
                    wrong.push(format!("{name} leaves at {gate}, between bone at {upper} m and at {lower} m"));
                }
            }
        }
        for n in 1..=3 {
            let way = art.nerve(&format!("dorsal_branch_l{n}"));
            let crest = body.landmark("iliac_crest_top");
            if way.last().is_none_or(|end| end.y > crest.y || end.x < 0.06) {
                wrong
                    .push(format!("the side branch of L{n} does not cross the crest to the buttock: {:?}", way.last()));
            }
        }
    });
}

#[test]
fn the_thigh_nerve_goes_through_the_groin_to_the_front() {
    on_each(|body, wrong| {
        let way = art(body).nerve("femoral_nerve");
        let joint = body.landmark("joint_hip");
        let end = way.last().unwrap();
        if way[0].y < body.landmark("S2_spine").y || end.y > joint.y || end.z < joint.z + 0.02 {
            wrong.push(format!("it runs from {} to {end}, the hip joint is at {joint}", way[0]));
        }
    });
}
