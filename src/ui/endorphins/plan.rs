//! How the section divides its room, by how much there is.

use eframe::egui::{Pos2, Rect, Vec2, pos2, vec2};

/// How stage and sheet share the window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Shape {
    /// Beside or above each other.
    Two {
        /// The pictures.
        stage: Rect,
        /// The sheet.
        sheet: Rect,
    },
    /// The room is small, as in large print: a small picture without words of its own, and what is pressed, both seen at once.
    Close {
        /// The picture.
        stage: Rect,
        /// The sheet, with the timeline on it.
        sheet: Rect,
    },
    /// One long column that scrolls: the pictures, then the words.
    Column,
}

/// A timeline that is less wide has its curve under its buttons.
pub(super) const SPLIT: f32 = 380.0;

/// A stage so wide and so high has room for all loupes.
const ALL: (f32, f32) = (700.0, 600.0);

/// A loupe with a smaller radius is lower than its words.
const SMALL: f32 = 64.0;

/// So wide and so high, a room holds a small picture beside what is pressed; so wide and so high, above it.
const CLOSE: (f32, f32) = (600.0, 250.0);
const CLOSE_TALL: (f32, f32) = (340.0, 420.0);

/// How the section divides its room.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Plan {
    pub(super) shape: Shape,
}

impl Plan {
    /// The plan for a room.
    pub(super) fn of(rect: Rect) -> Self {
        let (width, height) = (rect.width(), rect.height());
        let shape = if height > width * 1.15 && height >= 900.0 {
            // Three loupes with their words need more of it than one.
            let share = if width >= ALL.0 && height * 0.56 >= ALL.1 { 0.56 } else { 0.52 };
            let stage = rect.with_max_y(rect.top() + height * share);
            let sheet =
                Rect::from_min_max(pos2(rect.left() + 24.0, stage.bottom() + 12.0), rect.max - vec2(24.0, 20.0));
            Shape::Two { stage, sheet }
        } else if width >= 760.0 && height >= 380.0 {
            let wide = (width * 0.343).clamp(360.0, 560.0).max(if width >= 1200.0 { 440.0 } else { 0.0 });
            let stage = rect.with_max_x(rect.right() - wide - 24.0);
            let sheet = Rect::from_min_max(pos2(stage.right(), rect.top() + 20.0), rect.max - vec2(24.0, 24.0));
            Shape::Two { stage, sheet }
        } else if width >= CLOSE.0 && height >= CLOSE.1 && width >= height {
            let stage = rect.with_max_x(rect.left() + width * 0.42);
            let sheet = Rect::from_min_max(pos2(stage.right(), rect.top() + 10.0), rect.max - vec2(14.0, 12.0));
            Shape::Close { stage, sheet }
        } else if width >= CLOSE_TALL.0 && height >= CLOSE_TALL.1 {
            let stage = rect.with_max_y(rect.top() + (height * 0.36).max(170.0));
            let sheet = Rect::from_min_max(pos2(rect.left() + 14.0, stage.bottom()), rect.max - vec2(14.0, 12.0));
            Shape::Close { stage, sheet }
        } else {
            Shape::Column
        };
        Self { shape }
    }
}

/// How high the timeline is for the width of its card.
pub(super) fn timeline(width: f32) -> f32 {
    if width >= SPLIT { 136.0 } else { 200.0 }
}

/// How high the pictures are in a column of this width.
pub(super) fn column(width: f32) -> f32 {
    (width * 1.25).clamp(500.0, 600.0)
}

/// Where things lie on the stage.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Places {
    /// The room for the figure.
    pub(super) figure: Rect,
    /// The loupes with their words, from the needle to the brain; one alone where there is little room.
    pub(super) loupes: Vec<LoupePlace>,
    /// The timeline's card.
    pub(super) timeline: Rect,
    /// The words for what people feel.
    pub(super) feels: Rect,
    /// Whether all loupes are shown at once.
    pub(super) all: bool,
}

/// Where a loupe and its words lie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct LoupePlace {
    pub(super) centre: Pos2,
    pub(super) radius: f32,
    pub(super) words: Rect,
}

impl LoupePlace {
    /// What is pressed to open it.
    pub(super) fn square(&self) -> Rect {
        Rect::from_center_size(self.centre, Vec2::splat(self.radius * 2.0))
    }
}

impl Places {
    /// Where the loupes and their words begin.
    pub(super) fn beside(&self) -> f32 {
        let left = |place: &LoupePlace| {
            let words = if place.words.is_positive() { place.words.left() } else { f32::INFINITY };
            words.min(place.centre.x - place.radius)
        };
        self.loupes.iter().map(left).fold(f32::INFINITY, f32::min)
    }

    /// The places on a stage so small that it has room for a figure and one loupe, and for no words.
    pub(super) fn bare(stage: Rect) -> Self {
        let radius = (stage.height() * 0.5 - 10.0).min(stage.width() * 0.24).max(20.0);
        let centre = pos2(stage.right() - stage.width() * 0.28, stage.center().y);
        let loupe = LoupePlace { centre, radius, words: Rect::NOTHING };
        let figure = stage.with_max_x(stage.left() + stage.width() * 0.5);
        Self { figure, loupes: vec![loupe], timeline: Rect::NOTHING, feels: Rect::NOTHING, all: false }
    }

    /// The places on a stage.
    pub(super) fn of(stage: Rect) -> Self {
        let all = stage.width() >= ALL.0 && stage.height() >= ALL.1;
        let margin = if all { 24.0 } else { 10.0 };
        let high = timeline(stage.width() - 2.0 * margin);
        let timeline = Rect::from_min_max(
            pos2(stage.left() + margin, stage.bottom() - margin - high),
            pos2(stage.right() - margin, stage.bottom() - margin),
        );
        let room = stage.with_max_y(timeline.top());
        if all {
            let radius = (room.height() / 6.0 - 20.0).clamp(52.0, 104.0);
            let x = stage.left() + stage.width() * 0.655;
            let gap = (room.height() - radius * 6.0) / 3.0;
            let place = |i: usize| {
                let y = room.bottom() - gap * 0.5 - radius - (radius * 2.0 + gap) * i as f32;
                let left = x + radius + 18.0;
                // Beside a small loupe the words begin higher, so that the lowest end above the timeline.
                let top = y - radius + if radius < SMALL { -8.0 } else { 6.0 };
                let words = Rect::from_min_max(pos2(left, top), pos2(stage.right() - 12.0, y + radius + gap));
                LoupePlace { centre: pos2(x, y), radius, words }
            };
            let figure = Rect::from_min_max(room.min, pos2(x - radius * 0.4, room.bottom()));
            let feels = Rect::from_min_max(
                pos2(room.left() + 24.0, room.bottom() - 198.0),
                // The figure's hand reaches into the corner below.
                pos2(room.left() + 24.0 + (stage.width() * 0.16).clamp(116.0, 170.0), room.bottom() - 42.0),
            );
            return Self { figure, loupes: (0..3).map(place).collect(), timeline, feels, all };
        }
        // Between the buttons that turn pages it is still seen whole.
        let radius = (room.height() * 0.22).min(stage.width() * 0.20).clamp(48.0, 86.0);
        let centre = pos2(stage.right() - radius - 22.0, room.top() + radius + 18.0);
        let left = stage.left() + stage.width() * 0.54;
        let words = Rect::from_min_max(pos2(left, centre.y + radius + 12.0), pos2(stage.right() - 10.0, room.bottom()));
        let figure = room.with_max_x(left + 10.0);
        let feels = Rect::NOTHING;
        Self { figure, loupes: vec![LoupePlace { centre, radius, words }], timeline, feels, all }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_loupes_fit_where_there_is_room() {
        for (width, height) in [(816.0, 736.0), (950.0, 800.0), (864.0, 820.0)] {
            let stage = Rect::from_min_size(pos2(0.0, 64.0), vec2(width, height));
            let places = Places::of(stage);
            assert_eq!(places.loupes.len(), 3);
            for pair in places.loupes.windows(2) {
                let apart = pair[0].centre.distance(pair[1].centre);
                assert!(apart > pair[0].radius * 2.0 + 10.0, "{apart} apart, {} wide", pair[0].radius * 2.0);
            }
            for loupe in &places.loupes {
                let round = Rect::from_center_size(loupe.centre, vec2(2.0, 2.0) * loupe.radius);
                assert!(stage.contains_rect(round) && round.bottom() < places.timeline.top());
                assert!(loupe.words.width() > 150.0);
            }
        }
    }
}
