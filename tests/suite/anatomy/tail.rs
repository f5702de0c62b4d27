//! Sacrum and tail bone: the processes that fused vertebrae keep, as crests and knobs, and those of the first tail bone.

use deqi::body::anatomy::Anatomy;
use glam::Vec3;

use super::{art, corners, crossing, part};
use crate::figures::{Body, on_each};

/// A millimetre, in metres.
const MM: f32 = 0.001;

/// The sacrum with the tail bone, and the landmarks that it is measured from.
struct Tail {
    faces: Vec<[Vec3; 3]>,
    openings: Vec<Vec3>,
    /// Where the canal opens.
    hiatus: f32,
    /// A millimetre of the neutral figure's tail bone, on this figure.
    unit: f32,
}

impl Tail {
    fn of(body: &Body, art: &Anatomy) -> Self {
        let hiatus = body.landmark("sacral_hiatus").y;
        let unit = (hiatus - body.landmark("coccyx_tip").y) / 51.0;
        let openings = (1..=4).map(|n| body.landmark(&format!("S{n}_foramen"))).collect();
        Self { faces: corners(art, part(art, "sacrum")), openings, hiatus, unit }
    }

    /// Where the bone begins, seen from behind, so far beside the middle plane: its z.
    fn back(&self, x: f32, y: f32) -> Option<f32> {
        let from = Vec3::new(x, y, -1.0);
        let hits = self.faces.iter().filter_map(|face| crossing(from, Vec3::Z, face));
        hits.min_by(f32::total_cmp).map(|far| far - 1.0)
    }

    /// How far it reaches beside the middle plane at a height.
    fn reach(&self, y: f32) -> f32 {
        let steps = (1_u8..120).map(|i| f32::from(i) * 0.25 * MM);
        steps.filter(|&x| self.back(x, y).is_some()).fold(0.0, f32::max)
    }

    /// The heights from so many millimetres below the hiatus up to so many.
    fn heights(&self, from: u8, to: u8) -> impl Iterator<Item = f32> {
        (to..=from).map(|mm| self.hiatus - f32::from(mm) * self.unit)
    }
}

/// The spinous processes of S1 to S4 have grown together into the crest in the middle.
#[test]
fn the_sacrum_has_a_crest_in_the_middle_with_a_knob_for_each_of_four() {
    on_each(|body, wrong| {
        let tail = Tail::of(body, art(body));
        for (n, opening) in (1..).zip(&tail.openings) {
            let stands_out = |y: f32| {
                let (Some(crest), Some(beside)) = (tail.back(0.2 * MM, y), tail.back(8.0 * MM, y)) else { return 0.0 };
                beside - crest
            };
            let most = (0_u8..22).map(|i| stands_out(opening.y + f32::from(i) * MM)).fold(0.0, f32::max);
            if most < 2.5 * MM {
                wrong.push(format!("the crest of S{n} stands out {most} m"));
            }
        }
    });
}

/// Their transverse processes have become the crest outside the openings.
#[test]
fn the_sacrum_has_a_knob_outside_each_opening() {
    on_each(|body, wrong| {
        let tail = Tail::of(body, art(body));
        for (n, opening) in (1..).zip(&tail.openings) {
            let y = opening.y - 4.0 * MM;
            let back = |out: u8| tail.back(opening.x.abs() + f32::from(out) * MM, y);
            let knob = (8..=14).filter_map(back).fold(f32::INFINITY, f32::min);
            let beyond = back(20).unwrap_or(f32::INFINITY);
            if knob > beyond - MM {
                wrong.push(format!("outside the opening of S{n} the bone is at {knob}, beyond at {beyond}"));
            }
        }
    });
}

/// The first tail bone alone has transverse processes. Those below it truly have none: they are beads.
#[test]
fn the_first_tail_bone_has_transverse_processes_and_the_others_have_none() {
    on_each(|body, wrong| {
        let tail = Tail::of(body, art(body));
        let widest = |from, to| tail.heights(from, to).map(|y| tail.reach(y)).fold(0.0, f32::max);
        let (first, others) = (widest(28, 22), widest(50, 32));
        if !(12.0 * MM..20.0 * MM).contains(&first) || first < others * 1.6 {
            wrong.push(format!("the first tail bone reaches out {first} m, those below it {others} m"));
        }
    });
}

/// The horns of sacrum and first tail bone meet on both sides of the hiatus.
#[test]
fn horns_stand_beside_the_end_of_the_canal() {
    on_each(|body, wrong| {
        let tail = Tail::of(body, art(body));
        let horn = |y: f32| Some(tail.back(0.2 * MM, y)? - tail.back(8.0 * MM, y)?);
        let most = tail.heights(20, 10).filter_map(horn).fold(0.0, f32::max);
        if most < 3.0 * MM {
            wrong.push(format!("the horns stand {most} m behind the middle"));
        }
    });
}
