//! What lies under the skin, painted over its veil, with the names of what can be seen.

use std::sync::Arc;

use eframe::egui::epaint::Mesh;
use eframe::egui::{Painter, Pos2, Rect, Shape, pos2};
use glam::Vec3;

use super::super::Cx;
use super::StageCache;
use super::cache::{Key, Shot, mesh};
use super::legends::Legend;
use super::seen::Seen;
use crate::body::anatomy::{self, Kind};
use crate::body::camera::{Area, Camera};
use crate::body::draw::Scratch;
use crate::body::figure::Figure;
use crate::body::place::mirror;
use crate::describe;
use crate::visit::Account;

/// What lies deeper than this under the skin that one looks at is hidden by what lies before it, in metres.
const DEEP: f32 = 0.085;

/// Its picture. It is the same at rest and in motion, and whatever part of it is shown.
#[derive(Debug, Default)]
pub(super) struct Under {
    kept: Option<(Key, Arc<Mesh>)>,
    scratch: Scratch,
}

/// Paints it in the room of the painter.
pub(super) fn paint(painter: &Painter, cx: &Cx<'_>, cache: &mut StageCache, figure: &Figure, shot: &Shot) {
    let Under { kept, scratch } = &mut cache.under;
    let key = Key::new(cx, figure, &Shot { window: shot.area, moving: false, ..*shot });
    let mesh = match kept {
        Some((known, mesh)) if *known == key => mesh.clone(),
        _ => {
            let palette = cx.look.under_skin();
            let drawing = anatomy::draw(&figure.anatomy, &key.camera, key.area, &palette, key.pixel, scratch);
            let mesh = Arc::new(mesh(cx.plain, &drawing));
            *kept = Some((key, mesh.clone()));
            mesh
        }
    };
    painter.add(Shape::Mesh(mesh));
}

/// The legends of what can be seen of it in a room, on its right.
pub(super) fn legends(
    cx: &Cx<'_>,
    figure: &Figure,
    seen: &Seen<'_>,
    camera: &Camera,
    area: Area,
    room: Rect,
) -> Vec<Legend> {
    let sights = anatomy::names(&figure.anatomy).iter().filter_map(|structure| {
        // Of a pair the one farther right is named: its leader crosses least.
        let places = [structure.at, mirror(structure.at)].map(|at| in_sight(seen, camera, area, room, at));
        let at = places.into_iter().flatten().max_by(|a, b| a.x.total_cmp(&b.x))?;
        let describe::StructureWords { name: plain, latin: italic, .. } = describe::structure(cx.tr, &structure.id)?;
        let rank = rank(structure.kind, &structure.id);
        Some(Legend { account: Account::Body, at, left: false, plain, italic, rank, wanted: false })
    });
    sights.collect()
}

/// Where a place under the skin is on screen, if it is in the room and nothing hides it.
fn in_sight(seen: &Seen<'_>, camera: &Camera, area: Area, room: Rect, at: Vec3) -> Option<Pos2> {
    let on_screen = camera.project(at, area);
    let place = pos2(on_screen.x, on_screen.y);
    let shows = room.shrink(6.0).contains(place) && seen.depth.under_skin(at)? < DEEP;
    shows.then_some(place)
}

/// What matters in low back pain is named first.
fn rank(kind: Kind, id: &str) -> u32 {
    match kind {
        Kind::Nerve => 0,
        Kind::Muscle => 1,
        Kind::Bone if id.starts_with("vertebra_l") => 2,
        Kind::Disc => 3,
        Kind::Bone => 4,
        Kind::Rib | Kind::Cartilage => 5,
    }
}
