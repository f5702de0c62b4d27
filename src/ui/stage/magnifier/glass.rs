//! What is seen in the glass, kept until the place, the figure or the look changes.

use std::sync::Arc;

use eframe::egui::epaint::Mesh;
use eframe::egui::{Painter, Pos2, Rect, pos2};

use super::super::super::Cx;
use super::super::{area_of, cache};
use super::names::{self, Name};
use crate::body::camera::Area;
use crate::body::closeup::Closeup;
use crate::body::draw::{self, Scratch};
use crate::body::figure::Figure;
use crate::body::visible::DepthMap;
use crate::model::{FigureId, SkinTone};

/// What the picture depends on.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    figure: FigureId,
    skin: SkinTone,
    theme: String,
    over: Closeup,
    area: Area,
    pixel: f32,
}

/// The last picture in the glass. It holds nothing of the visitor.
#[derive(Debug, Default)]
pub(in super::super) struct Glass {
    kept: Option<(Key, Arc<Picture>)>,
}

/// What is seen in the glass.
#[derive(Debug)]
pub(super) struct Picture {
    /// The skin.
    pub(super) body: Arc<Mesh>,
    /// The points, by their index into the figure's markers, and where they are on screen.
    pub(super) markers: Vec<(usize, Pos2)>,
    /// Their names, as many as find room.
    pub(super) names: Vec<Name>,
}

impl Glass {
    /// The picture of a place in a square; none where the figure has no points there.
    pub(super) fn picture(
        &mut self,
        painter: &Painter,
        cx: &Cx<'_>,
        figure: &Figure,
        over: Closeup,
        round: Rect,
    ) -> Option<Arc<Picture>> {
        let (area, pixel) = (area_of(round), 1.0 / painter.pixels_per_point());
        let theme = cx.look.tokens.name.clone();
        let key = Key { figure: figure.id, skin: cx.settings.skin, theme, over, area, pixel };
        if let Some((known, picture)) = &self.kept
            && *known == key
        {
            return Some(picture.clone());
        }
        let camera = over.camera(&figure.markers)?;
        let paint = cx.look.paint(cx.settings.skin);
        let drawing = draw::skin(&figure.skin.full, &camera, area, area, &paint, pixel, &mut Scratch::default());
        let mut depth = DepthMap::default();
        depth.draw(&figure.skin.light, &camera, area);
        let within = |at: Pos2| at.distance(round.center()) < round.width() * 0.5 - 10.0;
        let seen = figure.markers.iter().enumerate().filter(|(_, marker)| marker.part == Some(over.part()));
        let markers: Vec<(usize, Pos2)> = seen
            .filter_map(|(i, marker)| {
                let at = depth.place(marker.position, marker.normal)?;
                let at = pos2(at.x, at.y);
                within(at).then_some((i, at))
            })
            .collect();
        let names = names::place(painter, cx, figure, &markers, round);
        let picture = Arc::new(Picture { body: Arc::new(cache::mesh(cx.plain, &drawing)), markers, names });
        self.kept = Some((key, picture.clone()));
        Some(picture)
    }
}
