//! The first loupe: the needle in the layers of the back. Turning winds the tissue; a nerve ending fires.

use eframe::egui::{Color32, Pos2, pos2, vec2};

use super::curve::{Path, ease, places};
use super::disc::Disc;
use super::scene::Scene;

/// Where the needle stands.
const NEEDLE: f32 = 0.06;
/// Upper edges of the layers: outer skin, deep skin, fat, fascia, muscle.
const EDGES: [f32; 5] = [-0.70, -0.60, -0.36, -0.04, 0.14];
/// Where tissue gathers when the needle turns.
const GATHERS: f32 = 0.04;
/// How deep the tip is: out, touching the skin, in.
const TIP: (f32, f32, f32) = (-0.86, -0.69, 0.60);
/// The path of the nerve, from its ending near the needle to the rim.
const NERVE: [(f32, f32); 6] =
    [(-0.10, 0.38), (-0.26, 0.42), (-0.42, 0.52), (-0.58, 0.58), (-0.80, 0.70), (-1.05, 0.86)];
/// A branch of it.
const BRANCH: [(f32, f32); 4] = [(-0.16, 0.66), (-0.30, 0.60), (-0.44, 0.57), (-0.58, 0.58)];
/// Where adenosine is drawn, nearest to the needle first.
const GRAINS: [(f32, f32); 14] = [
    (0.20, 0.30),
    (-0.08, 0.24),
    (0.24, 0.48),
    (-0.02, 0.54),
    (0.18, 0.68),
    (0.40, 0.38),
    (0.38, 0.60),
    (-0.12, 0.76),
    (0.08, 0.80),
    (0.54, 0.26),
    (0.32, 0.80),
    (0.56, 0.50),
    (0.52, 0.72),
    (0.68, 0.38),
];
/// Docks for adenosine on the nerve, as shares of its way.
const DOCKS: [f32; 3] = [0.10, 0.26, 0.44];

/// The parts that have names: the key of the name, and where the part is.
pub(super) const PARTS: &[(&str, f32, f32)] = &[
    ("part-skin", -0.62, -0.64),
    ("part-fat", -0.78, -0.2),
    ("part-fascia", -0.84, 0.05),
    ("part-ending", -0.17, 0.4),
    ("part-nerve", -0.66, 0.63),
    ("part-needle", 0.07, -0.5),
    ("part-wound", 0.17, 0.05),
    ("part-adenosine", 0.4, 0.38),
    ("part-muscle", 0.8, 0.52),
    ("part-vessel", 0.52, 0.9),
];

/// What never changes: the layers.
pub(super) fn ground(d: &mut Disc<'_>) {
    let p = d.plate();
    let edges: Vec<Vec<Pos2>> = EDGES
        .iter()
        .enumerate()
        .map(|(i, y)| wave(*y, [0.012, 0.030, 0.024, 0.016, 0.014][i], i as f32 * 1.7))
        .collect();
    let (above, below) = (wave(-1.1, 0.0, 0.0), wave(1.1, 0.0, 0.0));
    let mut top = &above;
    let fills = [[p.air; 2], [p.skin; 2], [p.dermis, p.dermis], [p.fat; 2], [p.fascia; 2], [p.muscle; 2]];
    for (i, fill) in fills.into_iter().enumerate() {
        let low = edges.get(i).unwrap_or(&below);
        d.between(top, low, fill);
        top = low;
    }
    lobules(d);
    fibres_of_muscle(d);
    deep_skin(d);
    for (i, edge) in edges.iter().enumerate() {
        let (width, colour) = if i == 0 { (1.4, p.skin_line) } else { (0.9, p.skin_line.gamma_multiply(0.55)) };
        d.line(edge, width, colour);
    }
}

/// What lives: tissue round the needle, vessel, nerve, adenosine, the needle itself.
pub(super) fn live(d: &mut Disc<'_>, scene: &Scene) {
    vessel(d, scene);
    strands(d, scene);
    nerve(d, scene);
    grains(d, scene);
    needle(d, scene);
    whorl(d, scene);
}

fn wave(y: f32, by: f32, phase: f32) -> Vec<Pos2> {
    (0..=24)
        .map(|i| {
            let x = -1.1 + i as f32 * 2.2 / 24.0;
            pos2(x, y + by * ((x * 5.3 + phase).sin() + 0.5 * (x * 11.0 + phase * 2.0).sin()))
        })
        .collect()
}

/// Fat: round lobules in rows, each a little different.
fn lobules(d: &mut Disc<'_>) {
    let p = d.plate();
    let light = p.fat.lerp_to_gamma(p.air, 0.35);
    for row in 0..3u8 {
        for i in 0..15u8 {
            let odd = f32::from((i * 7 + row * 5) % 4) * 0.012;
            let x = -1.02 + f32::from(i) * 0.148 + f32::from(row % 2) * 0.074;
            let at = pos2(x, -0.285 + f32::from(row) * 0.098 + odd);
            if (at.x - NEEDLE).abs() > 0.05 {
                d.dot(at, 0.052 + odd * 0.6, light, (0.7, p.fat_line.gamma_multiply(0.75)));
            }
        }
    }
}

fn fibres_of_muscle(d: &mut Disc<'_>) {
    let p = d.plate();
    for i in 0..11u8 {
        let y = 0.21 + f32::from(i) * 0.078;
        let line = wave(y, 0.010, f32::from(i) * 2.1);
        let strong = if i % 3 == 2 { 1.2 } else { 0.6 };
        d.line(&line, strong, p.muscle_line.gamma_multiply(if i % 3 == 2 { 0.75 } else { 0.42 }));
    }
}

fn deep_skin(d: &mut Disc<'_>) {
    let p = d.plate();
    for i in 0..9u8 {
        let x = -0.98 + f32::from(i) * 0.25;
        let y = -0.50 + f32::from(i % 3) * 0.045;
        d.curve(&[(x, y), (x + 0.07, y + 0.022), (x + 0.15, y - 0.012)], 0.7, p.skin_line.gamma_multiply(0.35));
    }
}

/// A small vessel in the muscle, wider when more blood flows.
fn vessel(d: &mut Disc<'_>, scene: &Scene) {
    let p = d.plate();
    let way = [(1.1, 0.70), (0.80, 0.66), (0.54, 0.74), (0.26, 0.86), (0.02, 1.05)];
    let wide = 0.045 + 0.055 * scene.flow;
    d.strand(&way, (wide, wide * 0.7), p.blood.lerp_to_gamma(p.muscle, 0.25), (0.8, p.muscle_line));
    let path = Path::through(&places(&way));
    for far in scene.beads(path.length(), 0.16, 0.22, 0.25 + 0.75 * scene.flow) {
        d.dot(path.at(far).0, 0.018 + 0.008 * scene.flow, p.air.gamma_multiply(0.8), (0.0, p.air));
    }
}

/// Fibres of connective tissue. Turning pulls them to the needle, as thread to a spindle.
fn strands(d: &mut Disc<'_>, scene: &Scene) {
    let p = d.plate();
    let pull = ease(scene.winding);
    for i in 0..13u8 {
        let share = f32::from(i) / 12.0;
        let rest = -0.09 + share * 0.25;
        let reach = 0.24 + 0.08 * (f32::from(i) * 2.3).sin();
        let line: Vec<Pos2> = (0..=48)
            .map(|s| {
                let x = -1.1 + f32::from(s as u8) * 2.2 / 48.0;
                let near = (-((x - NEEDLE) / reach).powi(2)).exp();
                let curl = 0.010 * (x * 14.0 + f32::from(i) * 1.3).sin() * (1.0 - near * pull);
                pos2(x + (NEEDLE - x) * near * pull * 0.22, rest + curl + (GATHERS - rest) * near * pull * 0.86)
            })
            .collect();
        let strong = if i % 4 == 0 { 1.3 } else { 0.8 };
        d.line(&line, strong, p.fascia_line.gamma_multiply(if i % 4 == 0 { 0.95 } else { 0.7 }));
    }
}

/// The tissue that is wound round the needle, in front of it: slanted turns that go round with it.
fn whorl(d: &mut Disc<'_>, scene: &Scene) {
    let p = d.plate();
    let pull = ease(scene.winding);
    if pull < 0.03 {
        return;
    }
    let half = 0.035 + 0.075 * pull;
    let turns = 8u8;
    for i in 0..turns {
        let share = (f32::from(i) / f32::from(turns) + scene.turn / std::f32::consts::TAU).rem_euclid(1.0);
        let y = GATHERS - half + share * half * 2.0;
        let swell = (1.0 - ((share - 0.5) * 2.0).powi(2)).max(0.0).sqrt();
        let side = (0.045 + 0.055 * pull) * (0.45 + 0.55 * swell);
        let faint = swell.min(1.0);
        let turn = [(NEEDLE - side, y - 0.022), (NEEDLE - side * 0.3, y + 0.012), (NEEDLE + side, y + 0.026)];
        d.curve(&turn, 2.4, p.fascia.gamma_multiply(faint));
        d.curve(&turn, 1.1, p.fascia_line.gamma_multiply(faint));
    }
}

fn nerve(d: &mut Disc<'_>, scene: &Scene) {
    let (p, c) = (d.plate(), d.colours());
    for (way, wide) in [(&BRANCH[..], 0.034), (&NERVE[..], 0.040)] {
        d.strand(way, (wide, wide * 2.0), c.nerve, (1.0, p.sheath));
    }
    for end in [NERVE[0], BRANCH[0]] {
        for (dx, dy) in [(0.06, -0.05), (0.085, 0.005), (0.055, 0.05)] {
            let tip = (end.0 + dx, end.1 + dy);
            d.curve(&[end, (end.0 + dx * 0.5, end.1 + dy * 0.3), tip], 1.6, c.nerve);
            d.dot(pos2(tip.0, tip.1), 0.017, c.nerve, (0.8, p.sheath));
        }
    }
    let path = Path::through(&places(&NERVE));
    for share in DOCKS {
        let (at, along) = path.at(share * path.length());
        let up = vec2(-along.y, along.x) * if along.x < 0.0 { 1.0 } else { -1.0 };
        dock(d, at + up * 0.045, up.angle(), scene.no_switch);
    }
    for far in scene.beads(path.length(), 0.8, 0.24, scene.firing) {
        let (at, _) = path.at(far);
        d.dot(at, 0.040, c.sheet, (1.4, p.sheath));
    }
}

/// A dock for adenosine on the nerve: a small cup. Where it was taken out, only its dashed trace stays.
fn dock(d: &mut Disc<'_>, at: Pos2, facing: f32, missing: bool) {
    let p = d.plate();
    let arc: Vec<Pos2> = (0..=10u8)
        .map(|i| {
            let (sin, cos) = (facing + 1.9 + f32::from(i) / 10.0 * (std::f32::consts::TAU - 3.8)).sin_cos();
            at + vec2(cos, sin) * 0.040
        })
        .collect();
    if missing {
        d.dashes(&Path::new(arc), (0.022, 0.020), 0.0, 1.0, p.sheath);
    } else {
        d.line(&arc, 2.0, p.brake);
    }
}

/// Adenosine: green diamonds that come one after the other.
fn grains(d: &mut Disc<'_>, scene: &Scene) {
    let (p, c) = (d.plate(), d.colours());
    for (i, &(x, y)) in GRAINS.iter().enumerate() {
        let size = ease(scene.adenosine * GRAINS.len() as f32 - i as f32);
        if size > 0.02 {
            let diamond = [(0.0, -1.0), (0.8, 0.0), (0.0, 1.0), (-0.8, 0.0)];
            d.corners(pos2(x, y), &diamond, 0.048 * size, p.brake, (1.0, c.sheet));
        }
    }
}

fn needle(d: &mut Disc<'_>, scene: &Scene) {
    let p = d.plate();
    let (out, touching, inside) = TIP;
    let tip = if scene.pretend {
        out + (touching - out) * ease(scene.depth)
    } else {
        out + (inside - out) * ease(scene.depth)
    };
    let wide = 0.046;
    let shaft = |x: f32| [pos2(NEEDLE + x, -1.1), pos2(NEEDLE + x, tip - 0.12)];
    d.between(&shaft(-wide), &shaft(0.0), [p.steel, p.steel_light]);
    d.between(&shaft(0.0), &shaft(wide), [p.steel_light, p.steel]);
    let point = [pos2(NEEDLE - wide, tip - 0.12), pos2(NEEDLE, tip), pos2(NEEDLE + wide, tip - 0.12)];
    d.fan(point[1], &point, p.steel);
    let edge = [shaft(-wide)[0], point[0], point[1], point[2], shaft(wide)[0]];
    d.line(&edge, 1.1, p.steel_line);
    // Two short marks show the turn of a shaft that is round.
    for i in 0..2u8 {
        let side = (scene.turn + f32::from(i) * std::f32::consts::PI).cos();
        if (scene.turn + f32::from(i) * std::f32::consts::PI).sin() > -0.2 && tip > -0.5 {
            let x = NEEDLE + side * wide * 0.75;
            d.line(&[pos2(x, -0.95), pos2(x, -0.78)], 1.2, p.steel_line.gamma_multiply(0.8));
        }
    }
    if scene.current {
        spark(d, tip.min(-0.4));
    }
}

/// A current: a still zigzag beside the needle. It never flashes.
fn spark(d: &mut Disc<'_>, y: f32) {
    let colour: Color32 = d.colours().ink;
    let zigzag = places(&[(0.30, y - 0.46), (0.20, y - 0.30), (0.30, y - 0.28), (0.19, y - 0.10)]);
    d.line(&zigzag, 4.4, d.plate().air);
    d.line(&zigzag, 2.0, colour);
}
