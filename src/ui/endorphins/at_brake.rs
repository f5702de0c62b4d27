//! The third loupe: the middle of the brain, cut from front to back, where the brake sits.

use eframe::egui::{Pos2, pos2, vec2};

use super::curve::{Path, ease, places};
use super::disc::Disc;
use super::scene::Scene;

/// Signals from the cord come up here.
const UP: [(f32, f32); 6] = [(0.06, 1.10), (-0.02, 0.74), (-0.13, 0.42), (-0.17, 0.12), (-0.10, -0.12), (0.02, -0.24)];
/// The brake goes down here.
const DOWN: [(f32, f32); 6] = [(0.16, -0.06), (0.17, 0.16), (0.15, 0.42), (0.20, 0.66), (0.26, 0.88), (0.30, 1.10)];
/// The grey round the canal: the brake's seat.
const SEAT: (f32, f32) = (0.10, -0.24);
const SEAT_RADIUS: f32 = 0.225;
/// Docks for opioids in it.
const DOCKS: [(f32, f32); 5] = [(-0.015, -0.315), (0.105, -0.375), (0.215, -0.300), (0.185, -0.165), (0.020, -0.155)];

/// The parts that have names: the key of the name, and where the part is.
pub(super) const PARTS: &[(&str, f32, f32)] = &[
    ("part-cortex", -0.5, -0.88),
    ("part-deep", -0.46, -0.5),
    ("part-up", -0.16, 0.22),
    ("part-stem", -0.44, 0.44),
    ("part-seat", 0.1, -0.45),
    ("part-opioids", 0.21, -0.3),
    ("part-small-brain", 0.8, 0.2),
    ("part-down", 0.17, 0.46),
];

/// What never changes: cortex, the deep brain, the stem, the small brain behind.
pub(super) fn ground(d: &mut Disc<'_>) {
    let (p, c) = (d.plate(), d.colours());
    d.fan(Pos2::ZERO, &places(&[(-1.1, -1.1), (1.1, -1.1), (1.1, 1.1), (-1.1, 1.1)]), c.bodytint);
    small_brain(d);
    cortex(d);
    let deep = [
        (-0.72, -0.46),
        (-0.52, -0.66),
        (-0.16, -0.72),
        (0.12, -0.62),
        (0.18, -0.46),
        (-0.02, -0.36),
        (-0.30, -0.32),
        (-0.58, -0.30),
    ];
    d.blob((-0.25, -0.5), &deep, p.grey, (1.3, p.stem_line));
    let stem = [
        (-0.34, -0.40),
        (-0.02, -0.46),
        (0.26, -0.48),
        (0.37, -0.38),
        (0.36, -0.22),
        (0.30, -0.06),
        (0.34, 0.14),
        (0.36, 0.34),
        (0.38, 0.56),
        (0.43, 0.84),
        (0.46, 1.2),
        (-0.02, 1.2),
        (-0.12, 0.90),
        (-0.24, 0.76),
        (-0.50, 0.62),
        (-0.60, 0.38),
        (-0.52, 0.14),
        (-0.34, -0.02),
        (-0.40, -0.16),
        (-0.50, -0.28),
    ];
    d.blob((0.02, 0.24), &stem, p.stem, (1.6, p.stem_line));
    // The bulge in front, in its own grain.
    for i in 0..6u8 {
        let y = 0.14 + f32::from(i) * 0.085;
        d.curve(
            &[(-0.54 + f32::from(i.abs_diff(2)) * 0.02, y), (-0.42, y + 0.03), (-0.30, y + 0.02)],
            0.7,
            p.stem_line.gamma_multiply(0.5),
        );
    }
    // Behind the stem, water: the space under the small brain.
    let water = [(0.325, 0.00), (0.375, 0.05), (0.425, 0.17), (0.395, 0.28), (0.36, 0.33), (0.345, 0.17)];
    d.blob((0.375, 0.17), &water, c.bodytint, (1.0, p.stem_line.gamma_multiply(0.6)));
    // The roof with its two hills.
    d.curve(&[(0.30, -0.44), (0.40, -0.40), (0.37, -0.30), (0.41, -0.22), (0.34, -0.12)], 1.4, p.stem_line);
}

fn cortex(d: &mut Disc<'_>) {
    let p = d.plate();
    let arch = [
        (-1.2, -0.30),
        (-0.98, -0.52),
        (-0.66, -0.80),
        (-0.10, -0.90),
        (0.40, -0.82),
        (0.76, -0.60),
        (1.2, -0.42),
        (1.2, -1.3),
        (-1.2, -1.3),
    ];
    d.blob((0.0, -1.2), &arch, p.brain, (1.4, p.brain_line));
    let folds: [&[(f32, f32)]; 6] = [
        &[(-0.90, -0.78), (-0.78, -0.86), (-0.70, -0.80)],
        &[(-0.52, -1.02), (-0.44, -0.94), (-0.30, -0.98), (-0.26, -1.06)],
        &[(-0.08, -0.92), (-0.02, -0.99), (0.10, -0.96)],
        &[(0.24, -1.02), (0.32, -0.94), (0.44, -0.94)],
        &[(0.52, -0.84), (0.60, -0.78), (0.74, -0.82), (0.78, -0.92)],
        &[(0.62, -1.02), (0.70, -0.98), (0.84, -1.02)],
    ];
    for fold in folds {
        d.curve(fold, 1.1, p.brain_line.gamma_multiply(0.8));
    }
    // The white bridge between the halves, thick and round at both ends.
    let bridge = [
        (-0.78, -0.52),
        (-0.74, -0.68),
        (-0.52, -0.80),
        (-0.14, -0.86),
        (0.22, -0.78),
        (0.40, -0.62),
        (0.38, -0.52),
        (0.26, -0.54),
        (0.10, -0.68),
        (-0.16, -0.75),
        (-0.48, -0.70),
        (-0.64, -0.60),
        (-0.68, -0.50),
    ];
    let edge: Vec<Pos2> = super::curve::round(&places(&bridge));
    let half = edge.len() / 2;
    let back: Vec<Pos2> = edge[half..].iter().rev().copied().collect();
    d.between(&edge[..half], &back, [p.stem, p.stem]);
    d.line(&edge, 1.1, p.stem_line);
}

fn small_brain(d: &mut Disc<'_>) {
    let p = d.plate();
    let shape = [
        (0.40, 0.10),
        (0.58, -0.16),
        (0.88, -0.24),
        (1.3, -0.20),
        (1.3, 0.70),
        (0.92, 0.72),
        (0.62, 0.60),
        (0.44, 0.38),
    ];
    d.blob((0.75, 0.2), &shape, p.brain.lerp_to_gamma(p.grey, 0.4), (1.4, p.brain_line));
    // The tree of life: a white trunk with leaves.
    let twigs: [&[(f32, f32)]; 6] = [
        &[(0.46, 0.18), (0.64, 0.20), (0.84, 0.16), (1.06, 0.16)],
        &[(0.60, 0.20), (0.68, 0.06), (0.78, -0.08)],
        &[(0.74, 0.18), (0.86, 0.04), (1.0, -0.04)],
        &[(0.60, 0.20), (0.68, 0.34), (0.76, 0.50)],
        &[(0.76, 0.18), (0.88, 0.32), (1.0, 0.44)],
        &[(0.54, 0.20), (0.56, 0.32), (0.60, 0.46)],
    ];
    for twig in twigs {
        d.curve(twig, 3.0, p.stem);
        d.curve(twig, 0.7, p.brain_line.gamma_multiply(0.7));
    }
}

/// What lives: signals up, the seat with its docks, opioids, the brake down.
pub(super) fn live(d: &mut Disc<'_>, scene: &Scene) {
    let (p, c) = (d.plate(), d.colours());
    d.strand(&UP, (0.130, 0.090), c.nerve, (1.3, p.sheath));
    let up = Path::through(&places(&UP));
    for far in scene.beads(up.length(), 0.62, 0.32, scene.up) {
        d.dot(up.at(far).0, 0.058, c.sheet, (1.6, p.sheath));
    }
    down(d, scene);
    seat(d, scene);
}

fn down(d: &mut Disc<'_>, scene: &Scene) {
    let (p, c) = (d.plate(), d.colours());
    let path = Path::through(&places(&DOWN));
    let strong = ease(scene.brake);
    d.line(path.line(), 3.0 + 5.0 * strong, p.brake.gamma_multiply(0.35 + 0.65 * strong));
    let phase = if scene.still { 0.0 } else { scene.seconds * 0.16 };
    d.dashes(&path, (0.075, 0.075), phase, 1.2 + 3.0 * strong, c.sheet);
}

fn seat(d: &mut Disc<'_>, scene: &Scene) {
    let (p, c) = (d.plate(), d.colours());
    let awake = ease(scene.brake);
    let fill = p.stem.lerp_to_gamma(p.brake, 0.10 + 0.22 * awake);
    d.dot(pos2(SEAT.0, SEAT.1), SEAT_RADIUS, fill, (2.0, p.brake));
    // The canal it lies round.
    d.dot(pos2(SEAT.0, SEAT.1), 0.040, c.bodytint, (1.2, p.stem_line));
    let square = [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)];
    for (i, &(x, y)) in DOCKS.iter().enumerate() {
        let at = pos2(x, y);
        // A cup that is open to above.
        let cup = [(-0.050, -0.020), (-0.046, 0.030), (0.0, 0.050), (0.046, 0.030), (0.050, -0.020)];
        let cup: Vec<Pos2> = cup.iter().map(|&(cx, cy)| at + vec2(cx, cy)).collect();
        d.line(&cup, 1.5, p.brake);
        let docked = ease(scene.opioids * DOCKS.len() as f32 - i as f32);
        if scene.docks_closed {
            // Naloxone sits in the dock: a black stopper with a cross.
            d.dot(at, 0.042, c.ink, (0.8, c.sheet));
            for s in [-1.0f32, 1.0] {
                d.line(&[at + vec2(-0.018, -0.018 * s), at + vec2(0.018, 0.018 * s)], 1.1, c.sheet);
            }
            if docked > 0.05 {
                let away = (at - pos2(SEAT.0, SEAT.1)).normalized() * 0.17;
                d.corners(at + away, &square, 0.034 * docked, p.brake, (1.0, c.sheet));
            }
        } else if docked > 0.05 {
            let drop = vec2(0.0, -0.10 * (1.0 - docked));
            d.corners(at + drop, &square, 0.036 * docked, p.brake, (1.0, c.sheet));
        }
    }
}
