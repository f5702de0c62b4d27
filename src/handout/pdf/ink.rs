//! What is drawn on a page besides protected print: whether it lies over it, and how dark the paper is behind it.

use typst::layout::{Abs, Point, Ratio, Rect, Size, Transform};
use typst::visualize::{Curve, CurveItem, FillRule, Geometry, Paint, Shape};

/// A bend is so many straight pieces.
const PIECES: u32 = 8;

/// Something that is drawn: an area with an edge, or an edge alone.
pub(super) struct Ink {
    /// Its edge on the page, piece by piece; that of an area is closed.
    edges: Vec<[Point; 2]>,
    /// Half as wide as its edge is.
    half: Abs,
    /// How its inside is told where it is an area.
    area: Option<FillRule>,
    /// As much of the page as it can be seen on.
    seen: Rect,
    /// How pale it is, 0 to 1; none where nobody can say.
    tone: Option<f32>,
    /// How much of what lies behind it it hides, 0 to 1.
    hides: f32,
}

impl Ink {
    /// The ink of a shape that lies so, as far as it is seen.
    pub(super) fn of_shape(shape: &Shape, lies: Transform, seen: Rect) -> Vec<Self> {
        let (open, closed) = edges(&shape.geometry, lies);
        let fill = shape.fill.as_ref().map(|paint| {
            let edges = open.iter().chain(&closed).copied().collect();
            Self { edges, half: Abs::zero(), area: Some(shape.fill_rule), seen, tone: tone(paint), hides: hides(paint) }
        });
        let stroke = shape.stroke.as_ref().map(|stroke| {
            let half = 0.5 * stroke.thickness * grows(lies);
            Self { edges: open, half, area: None, seen, tone: tone(&stroke.paint), hides: hides(&stroke.paint) }
        });
        fill.into_iter().chain(stroke).filter(|ink| ink.hides > 0.0).collect()
    }

    /// The ink of a box in which anything may be: a picture, or letters with a colour.
    pub(super) fn of_box(part: Rect, paint: Option<&Paint>, lies: Transform, seen: Rect) -> Self {
        let size = part.max - part.min;
        let lies = lies.pre_concat(Transform::translate(part.min.x, part.min.y));
        let edges = edges(&Geometry::Rect(Size::new(size.x, size.y)), lies).0;
        let (tone, hides) = (paint.and_then(tone), paint.map_or(1.0, hides));
        Self { edges, half: Abs::zero(), area: Some(FillRule::NonZero), seen, tone, hides }
    }

    /// Whether any of it lies in a part of the page.
    pub(super) fn touches(&self, part: Rect) -> bool {
        self.hides > 0.0 && is_some(both(part, self.seen)) && (self.crosses(part) || self.holds(middle(part)))
    }

    fn crosses(&self, part: Rect) -> bool {
        let wide = Point::new(self.half, self.half);
        let near = Rect { min: part.min - wide, max: part.max + wide };
        self.edges.iter().any(|[from, to]| crosses(*from, *to, near))
    }

    /// Whether a point lies inside.
    fn holds(&self, point: Point) -> bool {
        let Some(rule) = self.area else { return false };
        let mut turns = 0;
        for [from, to] in &self.edges {
            let (up, down) = (from.y <= point.y && to.y > point.y, to.y <= point.y && from.y > point.y);
            if up || down {
                let along = (point.y - from.y) / (to.y - from.y);
                if from.x + along * (to.x - from.x) > point.x {
                    turns += if up { 1 } else { -1 };
                }
            }
        }
        match rule {
            FillRule::NonZero => turns != 0,
            FillRule::EvenOdd => turns % 2 != 0,
        }
    }
}

/// How dark it is behind a part of the page at its darkest, 0 is black: the paper, and over it all this ink in its
/// order. What nobody can say the colour of counts as black.
pub(super) fn darkest<'a>(part: Rect, paper: f32, ink: impl Iterator<Item = &'a Ink>) -> f32 {
    ink.filter(|ink| ink.touches(part)).fold(paper, |darkest, ink| {
        let there = ink.hides * ink.tone.unwrap_or(0.0) + (1.0 - ink.hides) * darkest;
        let whole = ink.area.is_some() && !ink.crosses(part) && both(part, ink.seen) == part;
        if whole { there } else { there.min(darkest) }
    })
}

/// How pale the paper of a page is under its own colour.
pub(super) fn paper(fill: Option<&Paint>) -> f32 {
    fill.map_or(1.0, |paint| hides(paint) * tone(paint).unwrap_or(0.0) + 1.0 - hides(paint))
}

/// What two boxes share.
pub(super) fn both(one: Rect, other: Rect) -> Rect {
    Rect { min: one.min.max(other.min), max: one.max.min(other.max) }
}

fn is_some(part: Rect) -> bool {
    part.min.x < part.max.x && part.min.y < part.max.y
}

fn middle(part: Rect) -> Point {
    Point::new(0.5 * (part.min.x + part.max.x), 0.5 * (part.min.y + part.max.y))
}

fn tone(paint: &Paint) -> Option<f32> {
    let Paint::Solid(colour) = paint else { return None };
    Some(colour.to_luma().luma)
}

fn hides(paint: &Paint) -> f32 {
    let Paint::Solid(colour) = paint else { return 1.0 };
    colour.alpha().unwrap_or(1.0)
}

/// How much larger something becomes, at the most.
fn grows(lies: Transform) -> f64 {
    let [a, b, c, d] = [lies.sx, lies.ky, lies.kx, lies.sy].map(|ratio: Ratio| ratio.get().abs());
    (a + c).max(b + d)
}

/// The edge of a shape on the page as it is drawn, and what closes it to an area.
fn edges(geometry: &Geometry, lies: Transform) -> (Vec<[Point; 2]>, Vec<[Point; 2]>) {
    match geometry {
        Geometry::Line(to) => (vec![[Point::zero(), *to].map(|point| point.transform(lies))], Vec::new()),
        Geometry::Rect(size) => {
            let corners = [Point::zero(), Point::with_x(size.x), size.to_point(), Point::with_y(size.y)];
            let corners = corners.map(|corner| corner.transform(lies));
            ((0..4).map(|i| [corners[i], corners[(i + 1) % 4]]).collect(), Vec::new())
        }
        Geometry::Curve(curve) => bends(curve, lies),
    }
}

fn bends(curve: &Curve, lies: Transform) -> (Vec<[Point; 2]>, Vec<[Point; 2]>) {
    let (mut open, mut closed) = (Vec::new(), Vec::new());
    let (mut start, mut at) = (Point::zero().transform(lies), Point::zero().transform(lies));
    for item in &curve.0 {
        match item {
            CurveItem::Move(to) => {
                closed.push([at, start]);
                start = to.transform(lies);
                at = start;
            }
            CurveItem::Line(to) => {
                let to = to.transform(lies);
                open.push([at, to]);
                at = to;
            }
            CurveItem::Cubic(one, two, to) => {
                let [one, two, to] = [one, two, to].map(|point| point.transform(lies));
                let mut before = at;
                for piece in 1..=PIECES {
                    let t = f64::from(piece) / f64::from(PIECES);
                    let s = 1.0 - t;
                    let next = at * (s * s * s) + one * (3.0 * s * s * t) + two * (3.0 * s * t * t) + to * (t * t * t);
                    open.push([before, next]);
                    before = next;
                }
                at = to;
            }
            CurveItem::Close => {
                open.push([at, start]);
                at = start;
            }
        }
    }
    closed.push([at, start]);
    (open, closed)
}

/// Whether a straight line runs through a box: what of it is left is cut off side by side.
fn crosses(from: Point, to: Point, part: Rect) -> bool {
    let (mut first, mut last) = (0.0_f64, 1.0_f64);
    let sides = [(from.x, to.x, part.min.x, part.max.x), (from.y, to.y, part.min.y, part.max.y)];
    for (from, to, least, most) in sides {
        let [from, to, least, most] = [from, to, least, most].map(Abs::to_pt);
        let run = to - from;
        if run.abs() < 1e-9 {
            if from < least || from > most {
                return false;
            }
            continue;
        }
        let (one, other) = ((least - from) / run, (most - from) / run);
        first = first.max(one.min(other));
        last = last.min(one.max(other));
    }
    first <= last
}
