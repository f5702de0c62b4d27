//! The spine in its place: bodies of vertebrae with discs between them, and the spines that one feels at the back.
//!
//! It stands on the measured levels of the figure. Each bone is the outline round a few places in the body, so it is
//! seen rightly from any side.

use eframe::egui::{Painter, Pos2, Shape, Stroke};
use glam::Vec3;

use super::super::Cx;
use super::brain::hull;
use crate::body::landmarks::Landmarks;

/// Levels that are measured on the skin: the lower edge of each spine.
const LEVELS: [&str; 18] = [
    "C7_lower",
    "T1_lower",
    "T2_lower",
    "T3_lower",
    "T4_lower",
    "T5_lower",
    "T6_lower",
    "T7_lower",
    "T8_lower",
    "T9_lower",
    "T10_lower",
    "T11_lower",
    "T12_lower",
    "L1_lower",
    "L2_lower",
    "L3_lower",
    "L4_lower",
    "L5_lower",
];
/// How many vertebrae of the neck stand above the seventh and are drawn.
const NECK: u8 = 5;

/// One vertebra as outlines on screen.
#[derive(Clone, Debug, Default)]
struct Bone {
    body: Vec<Pos2>,
    disc: Vec<Pos2>,
    back: Vec<Pos2>,
    wing: Vec<Pos2>,
    light: [Pos2; 2],
}

/// The spine as it is seen from one side.
#[derive(Clone, Debug, Default)]
pub(crate) struct Drawing {
    bones: Vec<Bone>,
    /// Grown together, and each smaller than the one above.
    sacrum: Vec<Vec<Pos2>>,
}

/// Where a vertebra is and how large: all in metres.
struct Level {
    canal: Vec3,
    tip: Vec3,
    high: f32,
    deep: f32,
    wide: f32,
}

impl Drawing {
    /// Draws the spine for a view. `canal` gives the middle of the canal at a height.
    pub(super) fn new(landmarks: &Landmarks, canal: &dyn Fn(f32) -> Vec3, on: &dyn Fn(Vec3) -> Pos2) -> Self {
        let bones = levels(landmarks, canal).iter().map(|level| bone(level, on)).collect();
        let rings = sacrum_rings(landmarks);
        let on_screen = |ring: &[Vec3]| ring.iter().map(|at| on(*at)).collect::<Vec<_>>();
        let sacrum = rings.windows(2).map(|pair| hull([on_screen(&pair[0]), on_screen(&pair[1])].concat())).collect();
        Self { bones, sacrum }
    }

    /// Paints what lies before the cord: bodies and discs.
    pub(super) fn paint_bodies(&self, painter: &Painter, cx: &Cx<'_>) {
        let (c, p) = (cx.look.colours(), &cx.look.tokens.plate);
        let edge = Stroke::new(cx.look.tokens.stroke(1.2), p.stem_line);
        for bone in self.sacrum.iter().rev() {
            painter.add(Shape::convex_polygon(bone.clone(), c.bone, edge));
        }
        for bone in self.bones.iter().rev() {
            painter.add(Shape::convex_polygon(bone.disc.clone(), c.bodytint.lerp_to_gamma(p.stem_line, 0.14), edge));
            painter.add(Shape::convex_polygon(bone.body.clone(), c.bone, edge));
            painter.line_segment(bone.light, Stroke::new(1.6, p.stem.lerp_to_gamma(c.sheet, 0.5).gamma_multiply(0.8)));
        }
    }

    /// Paints what lies behind the cord: wings and spines.
    pub(super) fn paint_backs(&self, painter: &Painter, cx: &Cx<'_>) {
        let (c, p) = (cx.look.colours(), &cx.look.tokens.plate);
        let edge = Stroke::new(cx.look.tokens.stroke(1.2), p.stem_line);
        for bone in self.bones.iter().rev() {
            painter.add(Shape::convex_polygon(bone.back.clone(), c.bone, edge));
        }
    }

    /// Paints the wings at the near side.
    pub(super) fn paint_wings(&self, painter: &Painter, cx: &Cx<'_>) {
        let (c, p) = (cx.look.colours(), &cx.look.tokens.plate);
        let edge = Stroke::new(cx.look.tokens.stroke(1.0), p.stem_line.gamma_multiply(0.9));
        for bone in self.bones.iter().rev() {
            painter.add(Shape::convex_polygon(bone.wing.clone(), c.bone.lerp_to_gamma(p.stem_line, 0.08), edge));
        }
    }
}

/// Edges of the bones of the sacrum and the tail, from the last disc down, along the skin over them.
fn sacrum_rings(landmarks: &Landmarks) -> Vec<Vec<Vec3>> {
    let stature = landmarks.stature;
    let skin: Vec<Vec3> =
        ["L5_lower", "S2_spine", "sacral_hiatus", "coccyx_tip"].iter().filter_map(|id| landmarks.get(id)).collect();
    if skin.len() < 4 {
        return Vec::new();
    }
    (0..=6u8)
        .map(|i| {
            let share = f32::from(i) / 6.0;
            let far = share * 2.9;
            let (from, t) = (far as usize, far.fract());
            let over = skin[from] + (skin[from + 1] - skin[from]) * t;
            let deep = (0.0195 - 0.0155 * share) * stature;
            let middle = over + Vec3::new(0.0, -0.004 * stature, (0.040 - 0.028 * share) * stature);
            (0..14u8)
                .map(|k| {
                    let (sin, cos) = (f32::from(k) / 14.0 * std::f32::consts::TAU).sin_cos();
                    // The upper edge leans forward, as the sacrum does.
                    middle + Vec3::new(cos * deep * 0.8, sin * deep * -0.45 * (1.0 - share), sin * deep)
                })
                .collect()
        })
        .collect()
}

fn levels(landmarks: &Landmarks, canal: &dyn Fn(f32) -> Vec3) -> Vec<Level> {
    let stature = landmarks.stature;
    let skin: Vec<Vec3> = LEVELS.iter().filter_map(|id| landmarks.get(id)).collect();
    let (Some(first), Some(top)) = (skin.first().copied(), landmarks.get("C2_upper")) else { return Vec::new() };
    let neck = (0..NECK).map(|i| top + (first - top) * (f32::from(i) + 0.9) / (f32::from(NECK) + 0.9));
    let all: Vec<Vec3> = neck.chain(skin).collect();
    let mut levels = Vec::new();
    for (i, at) in all.iter().enumerate() {
        let above = if i > 0 { all[i - 1].y - at.y } else { 0.018 };
        let share = i as f32 / all.len() as f32;
        // A spine of the chest leans down over the next bone; one of the loin stands straight out.
        let lean = if (0.30..0.68).contains(&share) { 0.55 } else { 0.15 };
        levels.push(Level {
            canal: canal(at.y + above * 0.5),
            tip: *at + Vec3::new(0.0, above * (0.25 - lean * 0.4), 0.006 * stature),
            high: above * 0.80,
            deep: (0.0085 + 0.0105 * share) * stature,
            wide: (0.0085 + 0.0085 * share) * stature,
        });
    }
    levels
}

fn bone(level: &Level, on: &dyn Fn(Vec3) -> Pos2) -> Bone {
    let Level { canal, tip, high, deep, wide } = *level;
    let middle = canal + Vec3::new(0.0, 0.0, deep + 0.009);
    let ring = |y: f32, grow: f32| {
        (0..14u8).map(move |i| {
            let (sin, cos) = (f32::from(i) / 14.0 * std::f32::consts::TAU).sin_cos();
            middle + Vec3::new(cos * wide * grow, y, sin * deep * grow)
        })
    };
    // A body is waisted: wide at its ends. Its outline shows only that it stands proud of the disc.
    let body = ring(high * 0.5, 1.0).chain(ring(-high * 0.5, 1.04)).map(on).collect();
    let disc = ring(-high * 0.46, 0.96).chain(ring(-high * 0.80, 0.96)).map(on).collect();
    let root = canal + Vec3::new(0.0, 0.0, -0.008);
    let thick = high * 0.20;
    let back = [
        root + Vec3::new(0.0, thick, 0.004),
        root + Vec3::new(0.0, -thick * 1.4, 0.004),
        tip + Vec3::new(0.0, thick * 0.8, 0.0),
        tip + Vec3::new(0.0, -thick * 0.9, 0.001),
        tip + Vec3::new(0.003, 0.0, 0.004),
        tip + Vec3::new(-0.003, 0.0, 0.004),
    ];
    let side = wide * 2.1;
    let wing = [
        canal + Vec3::new(wide * 0.55, thick * 0.9, -0.002),
        canal + Vec3::new(wide * 0.55, -thick * 0.9, -0.002),
        canal + Vec3::new(side, thick * 0.7, -0.012),
        canal + Vec3::new(side, -thick * 0.5, -0.012),
        canal + Vec3::new(side * 1.08, thick * 0.1, -0.012),
    ];
    let light = [
        middle + Vec3::new(wide * 0.7, high * 0.30, -deep * 0.6),
        middle + Vec3::new(wide * 0.7, -high * 0.30, -deep * 0.6),
    ];
    Bone {
        body: hull(body),
        disc: hull(disc),
        back: hull(back.map(on).to_vec()),
        wing: hull(wing.map(on).to_vec()),
        light: light.map(on),
    }
}
