//! Pictures of the body that are kept until the camera, the figure or the look changes.

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::epaint::{Mesh, Vertex, WHITE_UV};
use eframe::egui::{Color32, Pos2, TextureId};
use glam::Vec3;

use super::super::Cx;
use super::magnifier::Glass;
use super::names::Names;
use super::painted::{Painted, marks};
use super::seen::Sight;
use super::under::Under;
use crate::body::camera::{Area, Camera};
use crate::body::draw::{self, Drawing, Scratch};
use crate::body::figure::Figure;
use crate::diary::Place;
use crate::model::{FigureId, SkinTone};

/// What the body's picture depends on.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Key {
    figure: FigureId,
    skin: SkinTone,
    theme: String,
    pub(super) camera: Camera,
    pub(super) area: Area,
    window: Area,
    pub(super) pixel: f32,
    light: bool,
}

impl Key {
    pub(super) fn new(cx: &Cx<'_>, figure: &Figure, shot: &Shot) -> Self {
        Self {
            figure: figure.id,
            skin: cx.settings.skin,
            theme: cx.look.tokens.name.clone(),
            camera: shot.camera,
            area: shot.area,
            window: shot.window,
            pixel: shot.pixel,
            light: shot.moving,
        }
    }
}

/// How the body is to be drawn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shot {
    /// From where.
    pub(super) camera: Camera,
    /// The area that the camera fills.
    pub(super) area: Area,
    /// What of the area is shown.
    pub(super) window: Area,
    /// The size of a pixel in points.
    pub(super) pixel: f32,
    /// While something moves, the light mesh stands in for the full one.
    pub(super) moving: bool,
    /// Whether the skin lets through what lies under it.
    pub(super) veiled: bool,
}

/// Pictures of the body that are kept between frames. It holds nothing of the visitor but paint, and that only
/// while it is shown.
#[derive(Debug, Default)]
pub struct StageCache {
    /// The body as it is, and the same under its veil.
    bodies: [Option<(Key, Arc<Mesh>)>; 2],
    /// What lies under the skin.
    pub(super) under: Under,
    scratch: Scratch,
    /// What can be seen from where.
    pub(super) sight: Sight,
    /// The names of the last picture.
    pub(super) names: Names,
    /// What is seen in the magnifier.
    pub(super) glass: Glass,
    /// Whether the last press on the body came from a finger.
    pub(super) by_finger: bool,
    /// Whether the drag on the body paints it instead of turning it.
    pub(super) paints: bool,
    /// The body with paint on it.
    painted: Option<PaintedBody>,
}

/// The body with paint on it, and where the marks of the paint stand.
#[derive(Debug)]
struct PaintedBody {
    key: Key,
    places: BTreeSet<Place>,
    mesh: Arc<Mesh>,
    marks: Vec<Spot>,
}

/// A place on the skin, and the way it looks there.
pub(super) type Spot = (Vec3, Vec3);

impl StageCache {
    /// The body's picture.
    pub(super) fn body(&mut self, cx: &Cx<'_>, figure: &Figure, shot: &Shot) -> Arc<Mesh> {
        let Shot { camera, area, window, pixel, moving, veiled } = *shot;
        let key = Key::new(cx, figure, shot);
        let kept = &mut self.bodies[usize::from(veiled)];
        if let Some((known, mesh)) = kept
            && *known == key
        {
            return mesh.clone();
        }
        let skin = if moving { &figure.skin.light } else { &figure.skin.full };
        let paint = if veiled { cx.look.paint_veiled(cx.settings.skin) } else { cx.look.paint(cx.settings.skin) };
        let drawing = draw::skin(skin, &camera, area, window, &paint, pixel, &mut self.scratch);
        let mesh = Arc::new(mesh(cx.plain, &drawing));
        *kept = Some((key, mesh.clone()));
        mesh
    }

    /// The body's picture with the places painted, and where their marks stand.
    pub(super) fn painted(
        &mut self,
        cx: &Cx<'_>,
        figure: &Figure,
        shot: &Shot,
        places: Option<&BTreeSet<Place>>,
    ) -> (Arc<Mesh>, Vec<Spot>) {
        let Some(places) = places.filter(|places| !places.is_empty()) else {
            // Nobody's paint is kept once it is gone.
            self.painted = None;
            return (self.body(cx, figure, shot), Vec::new());
        };
        let key = Key::new(cx, figure, shot);
        if let Some(kept) = &self.painted
            && kept.key == key
            && kept.places == *places
        {
            return (kept.mesh.clone(), kept.marks.clone());
        }
        let skin = if shot.moving { &figure.skin.light } else { &figure.skin.full };
        let paint = cx.look.paint(cx.settings.skin);
        let mut drawing = draw::skin(skin, &shot.camera, shot.area, shot.window, &paint, shot.pixel, &mut self.scratch);
        Painted::new(&figure.skin, places).tint(&figure.skin, skin, cx.look.on_skin().alert, &mut drawing);
        let (mesh, marks) = (Arc::new(mesh(cx.plain, &drawing)), marks(figure, places));
        self.painted = Some(PaintedBody { key, places: places.clone(), mesh: mesh.clone(), marks: marks.clone() });
        (mesh, marks)
    }
}

pub(in super::super) fn mesh(texture: TextureId, drawing: &Drawing) -> Mesh {
    let vertices = drawing.positions.iter().zip(&drawing.colours).map(|(p, &[r, g, b, a])| Vertex {
        pos: Pos2::new(p.x, p.y),
        uv: WHITE_UV,
        color: Color32::from_rgba_premultiplied(r, g, b, a),
    });
    Mesh { vertices: vertices.collect(), indices: drawing.indices.clone(), texture_id: texture }
}
