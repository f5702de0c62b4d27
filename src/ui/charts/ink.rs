//! How each group is drawn: a fill, an outline and a pattern, which tell it apart without colour.

use eframe::egui::epaint::PathShape;
use eframe::egui::{Color32, Pos2, Rect, Shape, Stroke, Vec2, pos2, vec2};

use crate::model::Group;
use crate::theme::Look;

/// What is drawn over a fill.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Pattern {
    Solid,
    Stripes,
    Dots,
    Bars,
    Hatch,
}

/// How a group is drawn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ink {
    pub(super) fill: Color32,
    pub(super) line: Color32,
    pub(super) pattern: Pattern,
    /// The colour of the pattern.
    pub(super) mark: Color32,
}

/// How a group is drawn in this theme.
pub(super) fn of(look: &Look, group: Group) -> Ink {
    let c = look.colours();
    let ink = |fill, line, pattern| Ink { fill, line, pattern, mark: line };
    match group {
        Group::Real => ink(c.body, c.body, Pattern::Solid),
        Group::Pretend => ink(c.bodytint, c.body, Pattern::Stripes),
        // Solid as real, striped as pretend: both at once.
        Group::RealOrPretend => Ink { fill: c.body, line: c.body, pattern: Pattern::Stripes, mark: c.bodytint },
        Group::Usual => ink(c.well, c.ink2, Pattern::Dots),
        Group::Nothing => ink(c.sheet, c.ink2, Pattern::Bars),
        Group::Harm => ink(c.alerttint, c.alert, Pattern::Hatch),
    }
}

/// The shapes of a convex outline in this ink; `step` is the distance between lines of the pattern.
pub(super) fn shapes(outline: &[Pos2], ink: &Ink, step: f32, edge: f32) -> Vec<Shape> {
    let fill = Shape::convex_polygon(outline.to_vec(), ink.fill, Stroke::NONE);
    let width = (step * 0.36).max(0.8);
    let mark = Stroke::new(width, ink.mark);
    let lines = |along: Vec2| lines(outline, along, step, mark);
    let pattern = match ink.pattern {
        Pattern::Solid => Vec::new(),
        Pattern::Stripes => lines(vec2(1.0, -1.0)),
        Pattern::Bars => lines(vec2(0.0, 1.0)),
        Pattern::Hatch => {
            let thin = Stroke::new(width * 0.7, ink.mark);
            let each = |along| self::lines(outline, along, step * 1.15, thin);
            [each(vec2(1.0, -1.0)), each(vec2(1.0, 1.0))].concat()
        }
        Pattern::Dots => dots(outline, step * 0.9, ink.mark),
    };
    let edge = PathShape::closed_line(outline.to_vec(), Stroke::new(edge, ink.line));
    std::iter::once(fill).chain(pattern).chain([Shape::Path(edge)]).collect()
}

/// The outline of a rectangle with round corners.
pub(super) fn rounded(rect: Rect, radius: f32) -> Vec<Pos2> {
    let radius = radius.min(rect.width() * 0.5).min(rect.height() * 0.5).max(0.0);
    let inner = rect.shrink(radius);
    let corners = [inner.right_bottom(), inner.left_bottom(), inner.left_top(), inner.right_top()];
    let quarter = |(i, corner): (usize, Pos2)| {
        (0..=4).map(move |step| {
            let (sin, cos) = ((i as f32 + step as f32 / 4.0) * std::f32::consts::FRAC_PI_2).sin_cos();
            corner + vec2(cos, sin) * radius
        })
    };
    corners.into_iter().enumerate().flat_map(quarter).collect()
}

/// Lines in one direction across a convex outline.
fn lines(outline: &[Pos2], along: Vec2, step: f32, stroke: Stroke) -> Vec<Shape> {
    let along = along.normalized();
    let across = along.rot90();
    let far = |p: &Pos2| p.to_vec2().dot(across);
    let (low, high) = outline.iter().map(far).fold((f32::MAX, f32::MIN), |(l, h), x| (l.min(x), h.max(x)));
    if step <= 0.0 || low >= high {
        return Vec::new();
    }
    let count = ((high - low) / step).floor() as usize;
    let first = low + ((high - low) - count as f32 * step) * 0.5;
    let each = (0..=count).filter_map(|i| chord(outline, along, across, first + i as f32 * step));
    each.map(|ends| Shape::line_segment(ends, stroke)).collect()
}

/// Where a line crosses a convex outline.
fn chord(outline: &[Pos2], along: Vec2, across: Vec2, at: f32) -> Option<[Pos2; 2]> {
    let crossing = |(a, b): (Pos2, Pos2)| {
        let (from, to) = (a.to_vec2().dot(across) - at, b.to_vec2().dot(across) - at);
        (from * to < 0.0).then(|| a + (b - a) * (from / (from - to)))
    };
    let ends = outline.iter().zip(outline.iter().cycle().skip(1));
    let mut found: Vec<Pos2> = ends.filter_map(|(a, b)| crossing((*a, *b))).collect();
    found.sort_by(|a, b| a.to_vec2().dot(along).total_cmp(&b.to_vec2().dot(along)));
    let (first, last) = (found.first().copied()?, found.last().copied()?);
    (first.distance(last) > 1.0).then_some([first, last])
}

/// Dots in rows inside a convex outline.
fn dots(outline: &[Pos2], step: f32, colour: Color32) -> Vec<Shape> {
    let bounds = Rect::from_points(outline);
    let radius = (step * 0.26).max(0.6);
    let rows = (bounds.height() / step).max(1.0) as usize;
    let columns = (bounds.width() / step).max(1.0) as usize;
    let at = |row: usize, column: usize| {
        let middle = bounds.center();
        pos2(
            middle.x + (column as f32 - (columns - 1) as f32 * 0.5) * step,
            middle.y + (row as f32 - (rows - 1) as f32 * 0.5) * step,
        )
    };
    let each = (0..rows).flat_map(|row| (0..columns).map(move |column| at(row, column)));
    each.filter(|p| is_inside(outline, *p, radius + 0.6)).map(|p| Shape::circle_filled(p, radius, colour)).collect()
}

/// Whether a place lies in a convex outline that goes round like a clock, at least so far from its edge.
fn is_inside(outline: &[Pos2], at: Pos2, far: f32) -> bool {
    outline.iter().zip(outline.iter().cycle().skip(1)).all(|(a, b)| {
        let edge = *b - *a;
        let length = edge.length();
        length < 0.01 || vec2(-edge.y, edge.x).dot(at - *a) / length >= far
    })
}

#[cfg(test)]
mod tests {
    use eframe::egui::{Rect, pos2, vec2};

    use super::{chord, is_inside, rounded};

    #[test]
    fn a_chord_goes_from_edge_to_edge_and_dots_stay_inside() {
        let square = rounded(Rect::from_min_size(pos2(0.0, 0.0), vec2(10.0, 10.0)), 0.0);
        let ends = chord(&square, vec2(1.0, 0.0), vec2(0.0, 1.0), 5.0).unwrap();
        assert_eq!(ends, [pos2(0.0, 5.0), pos2(10.0, 5.0)]);
        assert!(chord(&square, vec2(1.0, 0.0), vec2(0.0, 1.0), 11.0).is_none());
        assert!(is_inside(&square, pos2(5.0, 5.0), 2.0));
        assert!(!is_inside(&square, pos2(9.0, 5.0), 2.0) && !is_inside(&square, pos2(12.0, 5.0), 0.0));
    }
}
