//! The real figure in a three-quarter view from behind, its skin softly faded, and what lies in it on the path: the
//! same spine, cord and small nerves that the body shows under its skin.

use std::sync::Arc;

use eframe::egui::epaint::{Mesh, Vertex, WHITE_UV};
use eframe::egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, Ui, pos2};
use glam::{Vec2, Vec3};

use super::super::Cx;
use super::brain;
use super::curve::{Path, few};
use crate::body::anatomy::{self, Anatomy};
use crate::body::camera::{Area, Camera};
use crate::body::draw::{self, Scratch};
use crate::body::figure::Figure;
use crate::body::landmarks::Landmarks;
use crate::body::mesh;
use crate::model::{FigureId, SkinTone};
use crate::theme::{Flat, only_seen};

/// From behind and the body's left, so that head and spine both read.
const YAW: f32 = 2.02;
/// How much of the body's height is shown, and how much room stays above the crown.
const SHARE: f32 = 0.545;
const ABOVE: f32 = 0.035;
/// The cord is drawn so wide at the least, in metres, so that one sees what runs in it.
const CORD: f32 = 0.012;
/// The gate for the low back lies in the cord as high as this mark of the art: the nerves of the loin end there, above
/// the place where they leave the spine.
const GATE: &str = "T12.foramen";

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
    /// Skin, spine, the small nerves of the loin on the near side, cord and brain.
    picture: Arc<Mesh>,
    /// The cord from the midbrain down to its end, and the roots that go on below it.
    canal: Vec<Pos2>,
    /// The small nerves of the loin on the near side, from the spine outward.
    branches: Vec<Vec<Vec3>>,
    /// Where the brake sits.
    pub(super) brake: Pos2,
    /// Where the gate for the low back is: the lower end of the cord.
    pub(super) gate: Pos2,
}

impl Kept {
    /// The figure for a room on screen.
    pub(super) fn view(&mut self, ui: &Ui, cx: &Cx<'_>, figure: &Figure, room: Rect) -> &View {
        let flat = Flat::new(ui.ctx(), cx.plain);
        let (centre, size) = (room.center(), room.size());
        let area = Area { centre: Vec2::new(centre.x, centre.y), size: Vec2::new(size.x, size.y) };
        let key = Key {
            figure: figure.id,
            skin: cx.settings.skin,
            theme: cx.look.tokens.name.clone(),
            area,
            pixel: flat.pixel(),
        };
        match self.view.take().filter(|(known, _)| *known == key) {
            Some(kept) => &self.view.insert(kept).1,
            None => &self.view.insert((key, View::new(cx, figure, area, &flat, &mut self.scratch))).1,
        }
    }
}

impl View {
    fn new(cx: &Cx<'_>, figure: &Figure, area: Area, flat: &Flat, scratch: &mut Scratch) -> Self {
        let pixel = flat.pixel();
        let camera = camera(&figure.landmarks, area);
        let on = |at: Vec3| {
            let at = camera.project(at, area);
            pos2(at.x, at.y)
        };
        let paint = cx.look.paint(cx.settings.skin);
        // Half a body in half a window: the light mesh shows all that one can see of it there.
        let skin = &figure.skin.light;
        let drawing = draw::skin(skin, &camera, area, area, &paint, pixel, scratch);
        let seat = brain::Seat::of(&figure.landmarks);
        let fades = fades(skin, &camera, &figure.landmarks);
        let mut picture = faded(cx, &drawing, &fades);
        let under = figure.anatomy.only(is_on_the_path);
        let palette = cx.look.under_skin();
        let spine = anatomy::draw(&under, &camera, area, &palette, pixel, scratch);
        picture.append(super::super::stage::mesh(cx.plain, &spine));
        let stem = seat.stem();
        let below = |at: &Vec3| at.y < stem[3].y - 0.008;
        let along = |id: &str| figure.anatomy.nerve(id).iter().copied().filter(below).collect::<Vec<_>>();
        let (cord, roots) = (along("spinal_cord"), along("cauda_equina"));
        let line = |of: &mut dyn Iterator<Item = Vec3>| super::curve::smooth(&of.map(on).collect::<Vec<_>>());
        let whole = [line(&mut stem.into_iter().skip(2).chain(cord.iter().copied())), line(&mut roots.into_iter())];
        let gate = figure.anatomy.mark(GATE).and_then(|mark| nearest(&cord, |at| (at.y - mark.y).abs()));
        let mut shapes = shapes_of(cx, &whole, camera.scale(area));
        shapes.extend(brain::Drawing::new(&seat, &camera, area).shapes(cx));
        picture.append(flat.of(shapes));
        Self {
            camera,
            area,
            picture: Arc::new(only_seen(&picture, pixel)),
            canal: whole.concat(),
            branches: branches(&figure.anatomy),
            gate: on(gate.unwrap_or(stem[3])),
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

    /// The way of a signal from a place on the skin of the back to the midbrain: along the nearest small nerve into the
    /// canal, and up.
    pub(super) fn way_up(&self, from: Vec3) -> Path {
        let far = |branch: &&Vec<Vec3>| branch.iter().map(|at| at.distance(from)).fold(f32::INFINITY, f32::min);
        let mut places = vec![self.on(from)];
        if let Some(branch) = self.branches.iter().min_by(|a, b| far(a).total_cmp(&far(b))) {
            let met = (0..branch.len()).min_by(|&a, &b| branch[a].distance(from).total_cmp(&branch[b].distance(from)));
            let inward = branch[..=met.unwrap_or(0)].iter().rev().step_by(4);
            places.extend(inward.chain(branch.first()).map(|at| self.on(*at)));
        }
        // It enters the canal a little above where it leaves the nerve, and never turns back.
        let above = places.last().map_or(0.0, |at| at.y - self.scale() * 0.004);
        places.extend(self.canal.iter().rev().filter(|at| at.y <= above).step_by(5).copied());
        places.push(self.brake);
        Path::through(&places)
    }

    /// The brake's way from the midbrain down to the gate.
    pub(super) fn way_down(&self) -> Path {
        let along = self.canal.iter().filter(|at| at.y < self.gate.y).step_by(5).copied();
        Path::through(&std::iter::once(self.brake).chain(along).chain([self.gate]).collect::<Vec<_>>())
    }

    /// Paints what does not move.
    pub(super) fn paint(&self, painter: &Painter) {
        painter.add(Shape::Mesh(self.picture.clone()));
    }
}

/// The cord down to its end, and the roots that go on below it.
fn shapes_of(cx: &Cx<'_>, [cord, roots]: &[Vec<Pos2>; 2], scale: f32) -> Vec<Shape> {
    let (c, p) = (cx.look.colours(), &cx.look.tokens.plate);
    let wide = (scale * CORD).max(5.0);
    let each = [(few(roots), 0.5), (few(cord), 1.0)].into_iter().flat_map(|(line, share)| {
        [
            Stroke::new(wide * share + cx.look.tokens.stroke(2.6), p.sheath),
            Stroke::new(wide * share, c.nerve),
            Stroke::new(wide * share * 0.22, c.sheet.gamma_multiply(0.45)),
        ]
        .map(|stroke| Shape::line(line.clone(), stroke))
    });
    each.collect()
}

fn camera(landmarks: &Landmarks, area: Area) -> Camera {
    let stature = if landmarks.stature > 0.5 { landmarks.stature } else { 1.7 };
    // A low and wide room shows less of the body, never a dwarf of it.
    let span = stature * SHARE * (area.size.y / 500.0).clamp(0.78, 1.0);
    let target = Vec3::new(0.0, stature * (1.0 + ABOVE) - span * 0.5, 0.035);
    Camera { yaw: YAW, pitch: 0.0, span, target }
}

/// What of the art is shown here: the spine, and the small nerves of the loin on the near side.
fn is_on_the_path(id: &str) -> bool {
    id == "sacrum" || ["vertebra_", "disc_"].iter().any(|begins| id.starts_with(begins)) || is_branch(id)
}

fn is_branch(id: &str) -> bool {
    ["dorsal_branch_", "medial_branch_"].iter().any(|begins| id.starts_with(begins)) && !id.ends_with("_right")
}

fn branches(anatomy: &Anatomy) -> Vec<Vec<Vec3>> {
    anatomy.nerves().iter().filter(|nerve| is_branch(&nerve.id)).map(|nerve| nerve.points.clone()).collect()
}

fn nearest(places: &[Vec3], far: impl Fn(&Vec3) -> f32) -> Option<Vec3> {
    places.iter().copied().min_by(|a, b| far(a).total_cmp(&far(b)))
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
