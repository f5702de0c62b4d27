//! Where the camera goes for the section on Qi: to the whole body, to the low back, or along a channel.

use glam::{Vec2, Vec3};

use super::App;
use crate::body::camera::{Area, Camera, wrap};
use crate::body::figure::Figure;
use crate::body::views::NamedView;
use crate::body::visible::DepthMap;
use crate::visit::{Screen, Subject};

/// From so many sides a channel is looked at to find the best.
const SIDES: u8 = 12;
/// A stage may be this much narrower than it is high.
const NARROW: f32 = 0.74;
/// How far the spine moves aside for the words on the stage, in metres.
const ASIDE: f32 = 0.04;
/// How much nearer the story of the low back is seen than the first sight of it.
const NEARER: f32 = 0.74;

impl App {
    /// Where the camera goes for what the section on Qi tells of, unless it was sent there before.
    pub(super) fn send_to_subject(&mut self, figure: &Figure) -> Option<Camera> {
        let subject = self.visit.subject(&self.library.catalog, Some(self.clock.hour()));
        if self.visit.screen != Screen::Qi || self.visit.subject_seen.as_ref() == Some(&subject) {
            return None;
        }
        let home = NamedView::LowBack.camera(&figure.landmarks);
        let to = to_subject(figure, &self.visit.turning.destination(home), &subject);
        self.visit.subject_seen = Some(subject);
        Some(to)
    }
}

/// The camera that shows what the section tells of.
fn to_subject(figure: &Figure, from: &Camera, subject: &Subject) -> Camera {
    match subject {
        Subject::Whole => NamedView::Back.camera(&figure.landmarks),
        Subject::LowBack => {
            let low = NamedView::LowBack.camera(&figure.landmarks);
            Camera { target: low.target + Vec3::new(ASIDE, 0.0, 0.0), span: low.span * NEARER, ..low }.limited()
        }
        Subject::Channel(id) => along(figure, from, id).unwrap_or_else(|| NamedView::Back.camera(&figure.landmarks)),
    }
}

/// The camera that sees most of a channel; of two that see as much, the one that turns less.
fn along(figure: &Figure, from: &Camera, id: &str) -> Option<Camera> {
    let points: Vec<(Vec3, Vec3)> =
        figure.strokes.iter().filter(|s| s.channel == id).flat_map(|s| s.points.iter().step_by(3).copied()).collect();
    let area = Area { centre: Vec2::ZERO, size: Vec2::splat(240.0) };
    let whole = NamedView::Back.camera(&figure.landmarks);
    let mut depth = DepthMap::default();
    let best = (0..SIDES)
        .map(|i| {
            let yaw = wrap(f32::from(i) * std::f32::consts::TAU / f32::from(SIDES));
            let camera = Camera { yaw, ..whole };
            depth.draw(&figure.skin.light, &camera, area);
            let toward = camera.basis().toward;
            let seen: Vec<(Vec3, f32)> = points
                .iter()
                .filter(|(at, normal)| depth.place(*at, *normal).is_some())
                .map(|(at, normal)| (*at, toward.dot(*normal)))
                .collect();
            let turn = wrap(yaw - from.yaw).abs();
            let worth = seen.iter().map(|(_, facing)| facing.max(0.0)).sum::<f32>() * (1.0 - 0.02 * turn);
            (worth, camera, seen)
        })
        .max_by(|a, b| a.0.total_cmp(&b.0))?;
    let (_, camera, seen) = best;
    fit(camera, seen.iter().map(|(at, _)| *at))
}

/// The same side, as near as all these places allow.
fn fit(camera: Camera, places: impl Iterator<Item = Vec3>) -> Option<Camera> {
    let basis = camera.basis();
    let on_screen = |at: Vec3| Vec2::new(basis.right.dot(at - camera.target), basis.up.dot(at - camera.target));
    let (low, high) =
        places.map(on_screen).fold((Vec2::INFINITY, Vec2::NEG_INFINITY), |(low, high), at| (low.min(at), high.max(at)));
    if !low.is_finite() || !high.is_finite() {
        return None;
    }
    let (middle, size) = ((low + high) * 0.5, high - low);
    let span = (size.y * 1.3).max(size.x * 1.3 / NARROW).max(0.45);
    let target = camera.target + basis.right * middle.x + basis.up * middle.y;
    Some(Camera { span, target, ..camera }.limited())
}
