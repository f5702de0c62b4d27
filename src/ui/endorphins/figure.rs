//! The real figure in a three-quarter view from behind, its skin softly faded, and what lies in it on the path.

use std::sync::Arc;

use eframe::egui::epaint::{Mesh, Vertex, WHITE_UV};
use eframe::egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, Ui, pos2};
use glam::{Vec2, Vec3};

use super::super::Cx;
use super::curve::Path;
use super::{brain, spine};
use crate::body::camera::{Area, Camera};
use crate::body::draw::{self, Scratch};
use crate::body::figure::Figure;
use crate::body::landmarks::Landmarks;
use crate::body::mesh;
use crate::model::{FigureId, SkinTone};

/// From behind and the body's left, so that head and spine both read.
const YAW: f32 = 2.02;
/// How much of the body's height is shown, and how much room stays above the crown.
const SHARE: f32 = 0.545;
const ABOVE: f32 = 0.035;
/// How far before the skin of the back the canal of the spine lies, from neck to loin, as a share of body height.
const CANAL: [(&str, f32); 12] = [
    ("C2_upper", 0.026),
    ("C7_lower", 0.031),
    ("T2_lower", 0.030),
    ("T4_lower", 0.029),
    ("T6_lower", 0.028),
    ("T8_lower", 0.028),
    ("T10_lower", 0.029),
    ("T12_lower", 0.031),
    ("L1_lower", 0.033),
    ("L2_lower", 0.035),
    ("L3_lower", 0.036),
    ("L4_lower", 0.036),
];
/// The lower end of the cord and the place of its horn for the low back: between these.
const CORD_ENDS: usize = 8;

/// What the figure's picture depends on.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    figure: FigureId,
    skin: SkinTone,
    theme: String,
    area: Area,
    pixel: f32,
}

/// The figure and its path on screen, kept until size, figure or theme changes.
#[derive(Debug, Default)]
pub(crate) struct Kept {
    view: Option<(Key, View)>,
    scratch: Scratch,
}

/// The figure on screen.
#[derive(Clone, Debug)]
pub(super) struct View {
    pub(super) camera: Camera,
    pub(super) area: Area,
    skin: Arc<Mesh>,
    brain: brain::Drawing,
    spine: spine::Drawing,
    /// From the midbrain down to the end of the cord, and on to the loin.
    canal: Vec<Pos2>,
    /// Where the brake sits.
    pub(super) brake: Pos2,
    /// Where the gate for the low back is: the lower end of the cord.
    pub(super) gate: Pos2,
}

impl Kept {
    /// The figure for a room on screen.
    pub(super) fn view(&mut self, ui: &Ui, cx: &Cx<'_>, figure: &Figure, room: Rect) -> &View {
        let pixel = 1.0 / ui.pixels_per_point();
        let (centre, size) = (room.center(), room.size());
        let area = Area { centre: Vec2::new(centre.x, centre.y), size: Vec2::new(size.x, size.y) };
        let key = Key { figure: figure.id, skin: cx.settings.skin, theme: cx.look.tokens.name.clone(), area, pixel };
        match self.view.take().filter(|(known, _)| *known == key) {
            Some(kept) => &self.view.insert(kept).1,
            None => &self.view.insert((key, View::new(cx, figure, area, pixel, &mut self.scratch))).1,
        }
    }
}

impl View {
    fn new(cx: &Cx<'_>, figure: &Figure, area: Area, pixel: f32, scratch: &mut Scratch) -> Self {
        let camera = camera(&figure.landmarks, area);
        let on = |at: Vec3| {
            let at = camera.project(at, area);
            pos2(at.x, at.y)
        };
        let paint = cx.look.paint(cx.settings.skin);
        let drawing = draw::skin(&figure.skin.full, &camera, area, area, &paint, pixel, scratch);
        let seat = brain::Seat::of(&figure.landmarks);
        let fades = fades(&figure.skin.full, &camera, &figure.landmarks);
        let skin = Arc::new(faded(cx, &drawing, &fades));
        let canal = canal(&figure.landmarks);
        let places = seat.stem().into_iter().skip(2).chain(canal.iter().copied()).map(on).collect::<Vec<_>>();
        Self {
            camera,
            area,
            skin,
            brain: brain::Drawing::new(&seat, &camera, area),
            spine: spine::Drawing::new(&figure.landmarks, &|height| at_height(&canal, height), &on),
            gate: canal.get(CORD_ENDS - 1).copied().map_or_else(Pos2::default, on),
            canal: super::curve::smooth(&places),
            brake: on(seat.brake()),
        }
    }

    /// Where a place of the body is on screen.
    pub(super) fn on(&self, at: Vec3) -> Pos2 {
        let at = self.camera.project(at, self.area);
        pos2(at.x, at.y)
    }

    /// Points on screen for one metre.
    pub(super) fn scale(&self) -> f32 {
        self.camera.scale(self.area)
    }

    /// The way of a signal from a place on the skin of the back to the midbrain.
    pub(super) fn way_up(&self, from: Pos2) -> Path {
        let mut places = vec![from];
        // It enters the canal a little above where it starts, as the nerves of the loin do, and never turns back.
        let enters = self.canal.iter().rev().find(|at| at.y < from.y - self.scale() * 0.012);
        if let Some(enter) = enters {
            let knee = from + (*enter - from) * 0.55 + eframe::egui::vec2(0.0, self.scale() * 0.006);
            places.push(knee);
        }
        let above = enters.map_or(from.y, |at| at.y);
        places.extend(self.canal.iter().rev().filter(|at| at.y <= above).step_by(3).copied());
        places.push(self.brake);
        Path::through(&places)
    }

    /// The brake's way from the midbrain down to the gate.
    pub(super) fn way_down(&self) -> Path {
        let along = self.canal.iter().filter(|at| at.y < self.gate.y).step_by(3).copied();
        Path::through(&std::iter::once(self.brake).chain(along).chain([self.gate]).collect::<Vec<_>>())
    }

    /// Paints skin, cord and brain.
    pub(super) fn paint(&self, painter: &Painter, cx: &Cx<'_>) {
        painter.add(Shape::Mesh(self.skin.clone()));
        self.spine.paint_bodies(painter, cx);
        self.spine.paint_backs(painter, cx);
        self.spine.paint_wings(painter, cx);
        self.cord(painter, cx);
        self.brain.paint(painter, cx);
    }

    /// The cord down to its end, and the roots that go on below it.
    fn cord(&self, painter: &Painter, cx: &Cx<'_>) {
        let (c, p) = (cx.look.colours(), &cx.look.tokens.plate);
        let wide = (self.scale() * 0.015).max(5.0);
        let cord: Vec<Pos2> = self.canal.iter().filter(|at| at.y <= self.gate.y + 1.0).copied().collect();
        let tail: Vec<Pos2> = self.canal.iter().filter(|at| at.y >= self.gate.y - 2.0).copied().collect();
        for (line, share) in [(tail, 0.5), (cord, 1.0)] {
            painter.line(line.clone(), Stroke::new(wide * share + cx.look.tokens.stroke(2.6), p.sheath));
            painter.line(line.clone(), Stroke::new(wide * share, c.nerve));
            painter.line(line, Stroke::new(wide * share * 0.22, c.sheet.gamma_multiply(0.45)));
        }
    }
}

fn camera(landmarks: &Landmarks, area: Area) -> Camera {
    let stature = if landmarks.stature > 0.5 { landmarks.stature } else { 1.7 };
    // A low and wide room shows less of the body, never a dwarf of it.
    let span = stature * SHARE * (area.size.y / 500.0).clamp(0.78, 1.0);
    let target = Vec3::new(0.0, stature * (1.0 + ABOVE) - span * 0.5, 0.035);
    Camera { yaw: YAW, pitch: 0.0, span, target }
}

/// The canal of the spine, from the neck down.
fn canal(landmarks: &Landmarks) -> Vec<Vec3> {
    let stature = landmarks.stature;
    let each = CANAL.iter().filter_map(|&(id, deep)| Some(landmarks.get(id)? + Vec3::new(0.0, 0.0, deep * stature)));
    each.collect()
}

/// The middle of the canal at a height; beyond its ends, straight on.
fn at_height(canal: &[Vec3], height: f32) -> Vec3 {
    let next = canal.partition_point(|at| at.y > height).clamp(1, canal.len().max(2) - 1);
    let (Some(&above), Some(&below)) = (canal.get(next - 1), canal.get(next)) else {
        return Vec3::new(0.0, height, 0.0);
    };
    let t = (above.y - height) / (above.y - below.y).max(1e-4);
    (above + (below - above) * t.clamp(-0.5, 3.0)).with_y(height)
}

/// How much each vertex of the skin fades: most over the spine and the brain, little at the edges.
fn fades(skin: &mesh::Mesh, camera: &Camera, landmarks: &Landmarks) -> Vec<f32> {
    let toward = camera.basis().toward;
    let ear = landmarks.get("tragus").unwrap_or(Vec3::new(0.07, landmarks.stature * 0.92, 0.06));
    let each = skin.positions.iter().zip(&skin.normals).map(|(at, normal)| {
        let faces = super::curve::ease((normal.dot(toward) - 0.06) / 0.5);
        let spine = (-(at.x / 0.085).powi(2)).exp() * super::curve::ease((0.06 - at.z) / 0.08);
        let head = super::curve::ease((at.y - ear.y + 0.02) / 0.05);
        faces * (0.26 + 0.46 * spine.max(head))
    });
    each.collect()
}

/// The skin faded to paper, without the vertices that nothing uses.
fn faded(cx: &Cx<'_>, drawing: &draw::Drawing, fades: &[f32]) -> Mesh {
    let paper = if cx.look.tokens.contrast { cx.look.colours().ground } else { cx.look.colours().glow };
    let mut places = vec![u32::MAX; drawing.positions.len()];
    let mut mesh = Mesh::with_texture(cx.plain);
    mesh.indices.reserve(drawing.indices.len());
    for &index in &drawing.indices {
        let i = index as usize;
        if places[i] == u32::MAX {
            places[i] = mesh.vertices.len() as u32;
            let [r, g, b, a] = drawing.colours[i];
            let skin = Color32::from_rgba_premultiplied(r, g, b, a);
            let color = fades.get(i).map_or(skin, |fade| skin.lerp_to_gamma(paper, *fade));
            let at = drawing.positions[i];
            mesh.vertices.push(Vertex { pos: Pos2::new(at.x, at.y), uv: WHITE_UV, color });
        }
        mesh.indices.push(places[i]);
    }
    mesh
}
