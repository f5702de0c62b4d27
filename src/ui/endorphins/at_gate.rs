//! The second loupe: the back of the spinal cord, where needle signals meet pain signals at a gate.

use eframe::egui::{Pos2, pos2, vec2};

use super::curve::{Path, ease, places};
use super::disc::Disc;
use super::scene::Scene;

/// The signal of the needle comes in here and ends at the gate's keeper.
const NEEDLE_WAY: [(f32, f32); 6] =
    [(-1.08, -0.62), (-0.80, -0.66), (-0.52, -0.56), (-0.30, -0.40), (-0.16, -0.22), (-0.10, -0.10)];
/// A branch of it goes on, up to the brain.
const NEEDLE_UP: [(f32, f32); 4] = [(-0.30, -0.40), (-0.18, -0.58), (-0.12, -0.80), (-0.10, -1.08)];
/// The pain signal comes in here and goes through the gate to the cell that passes it on.
const PAIN_IN: [(f32, f32); 5] = [(-1.08, 0.02), (-0.72, 0.00), (-0.44, 0.08), (-0.16, 0.17), (0.10, 0.22)];
/// Beyond the gate.
const PAIN_ON: [(f32, f32); 3] = [(0.10, 0.22), (0.26, 0.25), (0.40, 0.27)];
/// From the cell up to the brain.
const PAIN_UP: [(f32, f32); 5] = [(0.52, 0.20), (0.66, -0.04), (0.70, -0.36), (0.62, -0.72), (0.58, -1.08)];
/// The brake's line comes down and ends at the gate as well.
const BRAKE: [(f32, f32); 5] = [(0.26, -1.08), (0.28, -0.78), (0.26, -0.50), (0.20, -0.28), (0.12, -0.13)];
/// Where the gate stands, across the pain signal's way.
const GATE: (f32, f32) = (0.12, 0.225);

/// The parts that have names: the key of the name, and where the part is.
pub(super) const PARTS: &[(&str, f32, f32)] = &[
    ("part-needle-signal", -0.78, -0.66),
    ("part-keeper", -0.09, -0.08),
    ("part-pain-signal", -0.66, 0.02),
    ("part-horn", -0.12, 0.42),
    ("part-brake-line", 0.27, -0.62),
    ("part-to-brain", 0.7, -0.36),
    ("part-gate", 0.14, 0.06),
    ("part-cell", 0.5, 0.27),
];

/// What never changes: the cord from its back, its grey horn, the root that comes in.
pub(super) fn ground(d: &mut Disc<'_>) {
    let (p, c) = (d.plate(), d.colours());
    d.fan(Pos2::ZERO, &square(), c.bodytint);
    let cord = [
        (-0.62, -0.30),
        (-0.40, -0.74),
        (0.02, -0.92),
        (0.50, -0.88),
        (0.96, -0.62),
        (1.3, -0.2),
        (1.3, 0.9),
        (0.7, 1.3),
        (-0.1, 1.2),
        (-0.56, 0.86),
        (-0.76, 0.40),
    ];
    // The root runs into the cord's side under its edge.
    let root = [(-1.2, -0.32), (-0.86, -0.30), (-0.60, -0.18), (-0.36, -0.06)];
    d.strand(&root, (0.86, 0.42), p.stem.lerp_to_gamma(c.bodytint, 0.25), (1.2, p.stem_line));
    d.blob((0.2, 0.2), &cord, p.stem, (1.6, p.stem_line));
    let cover = [(-0.98, -0.30), (-0.72, -0.24), (-0.52, -0.14), (-0.34, -0.06)];
    d.strand(&cover, (0.74, 0.36), p.stem, (0.0, p.stem));
    let horn = [
        (-0.40, -0.20),
        (-0.22, -0.36),
        (0.10, -0.38),
        (0.36, -0.22),
        (0.62, 0.06),
        (0.84, 0.34),
        (1.2, 0.5),
        (1.2, 1.0),
        (0.62, 0.98),
        (0.40, 0.70),
        (0.10, 0.54),
        (-0.22, 0.40),
        (-0.40, 0.12),
    ];
    d.blob((0.3, 0.3), &horn, p.grey, (1.2, p.stem_line.gamma_multiply(0.8)));
    // The outermost layer of the horn, where thin fibres end.
    let cap = [(-0.31, 0.16), (-0.32, -0.12), (-0.16, -0.28), (0.10, -0.30), (0.28, -0.18)];
    d.curve(&cap, 0.8, p.stem_line.gamma_multiply(0.6));
    for &(x, y) in &[(0.60, 0.62), (0.80, 0.74), (0.46, 0.52), (0.92, 0.58), (0.02, 0.42), (0.30, 0.50)] {
        d.dot(pos2(x, y), 0.022, p.stem_line.gamma_multiply(0.45), (0.0, p.stem_line));
    }
    for i in 0..7u8 {
        let x = -0.36 + f32::from(i) * 0.20;
        let y = 1.02 - f32::from(i % 2) * 0.07;
        d.curve(&[(x, y), (x + 0.05, y - 0.05), (x + 0.11, y - 0.04)], 0.6, p.stem_line.gamma_multiply(0.4));
    }
}

fn square() -> Vec<Pos2> {
    places(&[(-1.1, -1.1), (1.1, -1.1), (1.1, 1.1), (-1.1, 1.1)])
}

/// What lives: both signals, the gate's keeper, the gate, the brake.
pub(super) fn live(d: &mut Disc<'_>, scene: &Scene) {
    pain_way(d, scene);
    brake(d, scene);
    needle_way(d, scene);
    cell(d);
    gate(d, scene);
    keeper(d, scene);
}

fn pain_way(d: &mut Disc<'_>, scene: &Scene) {
    let p = d.plate();
    let into = Path::through(&places(&PAIN_IN));
    let on = Path::through(&places(&PAIN_ON));
    let up = Path::through(&places(&PAIN_UP));
    let phase = if scene.still { 0.0 } else { scene.seconds * 0.10 };
    d.line(into.line(), 6.5, p.stem);
    d.dashes(&into, (0.10, 0.055), phase, 4.2, p.pain);
    // What gets through is thinner, and fainter, as the gate closes; its trace stays.
    let through = ease(scene.pain);
    for path in [&on, &up] {
        d.line(path.line(), 4.6, p.stem);
        d.dashes(path, (0.035, 0.05), 0.0, 1.0, p.pain.gamma_multiply(0.55));
        if through > 0.03 {
            d.dashes(path, (0.10, 0.055), phase, 0.8 + 3.4 * through, p.pain);
        }
    }
}

fn needle_way(d: &mut Disc<'_>, scene: &Scene) {
    let (p, c) = (d.plate(), d.colours());
    for way in [&NEEDLE_UP[..], &NEEDLE_WAY[..]] {
        d.strand(way, (0.115, if way.len() == 4 { 0.085 } else { 0.070 }), c.nerve, (1.3, p.sheath));
        let path = Path::through(&places(way));
        d.line(&path.beside(-0.018).part(0.02, path.length() - 0.05), 0.9, c.sheet.gamma_multiply(0.4));
    }
    for way in [&NEEDLE_WAY[..], &NEEDLE_UP[..]] {
        let path = Path::through(&places(way));
        for far in scene.beads(path.length(), 0.62, 0.30, scene.up) {
            d.dot(path.at(far).0, 0.062, c.sheet, (1.6, p.sheath));
        }
    }
}

/// The brain's brake comes down: a green line of squares.
fn brake(d: &mut Disc<'_>, scene: &Scene) {
    let (p, c) = (d.plate(), d.colours());
    let path = Path::through(&places(&BRAKE));
    let phase = if scene.still { 0.0 } else { scene.seconds * 0.12 };
    d.line(path.line(), 4.6, c.sheet.gamma_multiply(0.9));
    d.dashes(&path, (0.05, 0.05), 0.0, 1.2, p.brake.gamma_multiply(0.7));
    if scene.brake > 0.03 {
        d.dashes(&path, (0.085, 0.055), phase, 1.0 + 3.0 * ease(scene.brake), p.brake);
    }
    let (end, _) = path.at(path.length());
    let strong = 0.4 + 0.6 * scene.brake;
    d.line(&[end + vec2(-0.09, 0.02), end + vec2(0.09, -0.02)], 2.6, p.brake.gamma_multiply(strong));
}

/// The cell that passes the pain signal on.
fn cell(d: &mut Disc<'_>) {
    let p = d.plate();
    let arms = [
        [(0.46, 0.30), (0.34, 0.38), (0.24, 0.47)],
        [(0.52, 0.34), (0.56, 0.46), (0.66, 0.54)],
        [(0.44, 0.26), (0.38, 0.22), (0.30, 0.16)],
    ];
    for arm in arms {
        d.curve(&arm, 2.4, p.stem_line);
        d.curve(&arm, 1.2, p.stem);
    }
    let round_it = [(0.38, 0.26), (0.46, 0.17), (0.56, 0.18), (0.60, 0.27), (0.56, 0.36), (0.45, 0.36)];
    d.blob((0.49, 0.27), &round_it, p.stem, (1.4, p.pain));
    d.dot(pos2(0.49, 0.27), 0.034, p.pain, (0.0, p.pain));
}

/// Two leaves that close on the pain signal's way.
fn gate(d: &mut Disc<'_>, scene: &Scene) {
    let c = d.colours();
    let path = Path::through(&places(&PAIN_IN));
    let (_, along) = path.at(path.length());
    let across = vec2(-along.y, along.x);
    let middle = pos2(GATE.0, GATE.1);
    let open = 0.185 - 0.145 * ease(scene.gate);
    for side in [-1.0f32, 1.0] {
        let inner = middle + across * open * side;
        let outer = middle + across * (open + 0.25) * side;
        let half = along * 0.058;
        // Each leaf is a wedge: narrow at the signal, broad away from it.
        let leaf = [inner - half * 0.55, inner + half * 0.55, outer + half * 1.2, outer - half * 1.2];
        let flat: Vec<(f32, f32)> = leaf.iter().map(|at| (at.x, at.y)).collect();
        d.corners(Pos2::ZERO, &flat, 1.0, c.ink, (2.0, c.sheet));
    }
}

/// The small cell that works the gate.
fn keeper(d: &mut Disc<'_>, scene: &Scene) {
    let (p, c) = (d.plate(), d.colours());
    let lit = ease(scene.gate);
    d.curve(&[(-0.04, -0.04), (0.02, 0.00), (0.09, 0.03)], 2.4, p.sheath);
    let fill = p.stem.lerp_to_gamma(c.nerve, 0.25 + 0.65 * lit);
    d.dot(pos2(-0.09, -0.08), 0.075, fill, (1.5, p.sheath));
    d.dot(pos2(-0.09, -0.08), 0.024, p.sheath, (0.0, p.sheath));
}
