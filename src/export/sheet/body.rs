//! A figure with everything a sheet shows of it: its skin, its points, the lines of its channels.

use glam::Vec3;

use crate::body::channel_line;
use crate::body::landmarks::Landmarks;
use crate::body::mesh::Mesh;
use crate::body::place::{self, Placed, Site, mirror, place};
use crate::content::FigureFiles;
use crate::model::{Catalog, FigureId};

use super::regions::Piece;

/// A figure as the sheet sees it.
pub(super) struct Body {
    /// Which one.
    pub id: FigureId,
    /// Its skin in full detail.
    pub mesh: Mesh,
    /// Its landmarks.
    pub landmarks: Landmarks,
    /// Every point that a rule places, with a card or without.
    pub placed: Placed,
    /// The lines of the channels: the channel's id, then places on the skin with the way it looks there.
    pub lines: Vec<(String, Vec<(Vec3, Vec3)>)>,
    /// The parts that vertices of the skin belong to, by name.
    parts: Vec<String>,
    ready: place::Figure,
}

impl Body {
    /// Places all rules on a figure.
    pub(super) fn new(files: FigureFiles, catalog: &Catalog) -> Self {
        let FigureFiles { id, skin, landmarks } = files;
        let ready = place::Figure::new(&skin, landmarks.clone());
        let placed = place(catalog.rules(), &ready);
        let lines = catalog.channels().iter().flat_map(|channel| {
            let drawn = channel_line::lines(&channel.strokes, &placed, &ready);
            drawn.into_iter().map(|l| (channel.id.clone(), l.points.iter().map(|p| (p.position, p.normal)).collect()))
        });
        let lines = lines.collect();
        Self { id, mesh: skin.full, landmarks, placed, lines, parts: skin.parts, ready }
    }

    /// The piece of the body that a site lies on.
    pub(super) fn piece(&self, site: &Site) -> Piece {
        let vertex = self.mesh.triangles.get(site.triangle as usize).map(|corners| usize::from(corners[0]));
        let part = vertex.and_then(|v| self.mesh.part.get(v)).and_then(|p| self.parts.get(usize::from(*p)));
        Piece::of_part(part.map_or("", String::as_str))
    }

    /// The places on the skin of a landmark, and of its mirror where it has one.
    pub(super) fn landmark(&self, id: &str) -> Vec<(Vec3, Vec3)> {
        let Some(at) = self.landmarks.get(id) else { return Vec::new() };
        let sides = if self.landmarks.is_paired(id) { vec![at, mirror(at)] } else { vec![at] };
        let on_skin = |at: Vec3| self.ready.full.closest(at).map(|spot| (spot.position, spot.normal));
        sides.into_iter().filter_map(on_skin).collect()
    }
}
