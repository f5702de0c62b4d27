//! What lies under the skin, painted over its veil, with the names of what can be seen.

use std::sync::Arc;

use eframe::egui::epaint::Mesh;
use eframe::egui::layers::ShapeIdx;
use eframe::egui::{Painter, Pos2, Rect, Shape, TextureId, pos2};
use glam::Vec3;

use super::super::Cx;
use super::StageCache;
use super::cache::{Key, Shot, mesh};
use super::legends::Legend;
use super::seen::Seen;
use crate::body::anatomy::{self, Anatomy, Kind, Palette};
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

/// What it takes to draw it, without anything that belongs to one thread.
struct Wanted<'a> {
    key: Key,
    anatomy: &'a Anatomy,
    palette: Palette,
    plain: TextureId,
}

impl<'a> Wanted<'a> {
    fn new(cx: &Cx<'_>, figure: &'a Figure, shot: &Shot) -> Self {
        let key = Key::new(cx, figure, &Shot { window: shot.area, moving: false, ..*shot });
        Self { key, anatomy: &figure.anatomy, palette: cx.look.under_skin(), plain: cx.plain }
    }
}

impl Under {
    fn kept(&self, wanted: &Wanted<'_>) -> Option<Arc<Mesh>> {
        self.kept.as_ref().filter(|(key, _)| *key == wanted.key).map(|(_, mesh)| mesh.clone())
    }

    fn draw(&mut self, wanted: &Wanted<'_>) -> Arc<Mesh> {
        let Wanted { key, anatomy, palette, plain } = wanted;
        let drawing = anatomy::draw(anatomy, &key.camera, key.area, palette, key.pixel, &mut self.scratch);
        let mesh = Arc::new(mesh(*plain, &drawing));
        self.kept = Some((key.clone(), mesh.clone()));
        mesh
    }
}

/// A place among what is painted that is still empty.
pub(super) struct Free {
    painter: Painter,
    place: ShapeIdx,
}

impl Free {
    /// After all that the painter has painted.
    pub(super) fn keep(painter: Painter) -> Self {
        let place = painter.add(Shape::Noop);
        Self { painter, place }
    }
}

/// Paints what is under the skin into the place that `show` keeps free for it. A second thread draws it while `show`
/// does all the rest of the stage: the two take as long as each other.
pub(super) fn meanwhile(
    cx: &Cx<'_>,
    cache: &mut StageCache,
    figure: &Figure,
    shot: &Shot,
    show: impl FnOnce(&mut StageCache) -> Option<Free>,
) {
    let wanted = Wanted::new(cx, figure, shot);
    if let Some(mesh) = cache.under.kept(&wanted) {
        if let Some(Free { painter, place }) = show(cache) {
            painter.set(place, Shape::Mesh(mesh));
        }
        return;
    }
    let mut under = std::mem::take(&mut cache.under);
    let (free, drawn) = std::thread::scope(|scope| {
        let drawn = std::thread::Builder::new().spawn_scoped(scope, || under.draw(&wanted));
        (show(cache), drawn.ok().and_then(|drawn| drawn.join().ok()))
    });
    // Where there is no second thread to be had, it is drawn here.
    let mesh = drawn.unwrap_or_else(|| under.draw(&wanted));
    cache.under = under;
    if let Some(Free { painter, place }) = free {
        painter.set(place, Shape::Mesh(mesh));
    }
}

/// Paints it in the room of the painter.
pub(super) fn paint(painter: &Painter, cx: &Cx<'_>, cache: &mut StageCache, figure: &Figure, shot: &Shot) {
    let wanted = Wanted::new(cx, figure, shot);
    let mesh = cache.under.kept(&wanted).unwrap_or_else(|| cache.under.draw(&wanted));
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
