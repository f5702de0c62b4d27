//! Pictures of the body that are kept until the camera, the figure or the look changes.

use std::sync::Arc;

use eframe::egui::epaint::{Mesh, Vertex, WHITE_UV};
use eframe::egui::{Color32, Pos2, TextureId};

use super::super::Cx;
use super::names::Names;
use super::seen::Sight;
use crate::body::camera::{Area, Camera};
use crate::body::draw::{self, Drawing, Scratch};
use crate::body::figure::Figure;
use crate::model::{FigureId, SkinTone};

/// What the body's picture depends on.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    figure: FigureId,
    skin: SkinTone,
    theme: String,
    camera: Camera,
    area: Area,
    pixel: f32,
    light: bool,
}

/// Pictures of the body that are kept between frames. It holds nothing of the visitor.
#[derive(Debug, Default)]
pub struct StageCache {
    body: Option<(Key, Arc<Mesh>)>,
    scratch: Scratch,
    /// What can be seen from where.
    pub(super) sight: Sight,
    /// The names of the last picture.
    pub(super) names: Names,
    /// Whether the last press on the body came from a finger.
    pub(super) by_finger: bool,
}

impl StageCache {
    /// The body's picture. While it moves, the light mesh stands in for the full one.
    pub(super) fn body(
        &mut self,
        cx: &Cx<'_>,
        figure: &Figure,
        camera: &Camera,
        area: Area,
        pixel: f32,
        moving: bool,
    ) -> Arc<Mesh> {
        let key = Key {
            figure: figure.id,
            skin: cx.settings.skin,
            theme: cx.look.tokens.name.clone(),
            camera: *camera,
            area,
            pixel,
            light: moving,
        };
        if let Some((known, mesh)) = &self.body
            && *known == key
        {
            return mesh.clone();
        }
        let skin = if moving { &figure.skin.light } else { &figure.skin.full };
        let paint = cx.look.paint(cx.settings.skin);
        let mesh = Arc::new(mesh(cx.plain, &draw::skin(skin, camera, area, &paint, pixel, &mut self.scratch)));
        self.body = Some((key, mesh.clone()));
        mesh
    }
}

fn mesh(texture: TextureId, drawing: &Drawing) -> Mesh {
    let vertices = drawing.positions.iter().zip(&drawing.colours).map(|(p, &[r, g, b, a])| Vertex {
        pos: Pos2::new(p.x, p.y),
        uv: WHITE_UV,
        color: Color32::from_rgba_premultiplied(r, g, b, a),
    });
    Mesh { vertices: vertices.collect(), indices: drawing.indices.clone(), texture_id: texture }
}
