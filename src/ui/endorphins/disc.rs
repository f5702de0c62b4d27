//! A round picture: painted in coordinates of its own, cut at its rim, and given the rim of a loupe.

use eframe::egui::epaint::{Mesh, Vertex};
use eframe::egui::{Color32, Pos2, Shape, Stroke, Vec2, pos2, vec2};

use super::curve::{Path, few, round, smooth};
use crate::theme::{Colours, Flat, Look, Plate};

/// The radius for which widths of lines are given, in points.
const USUAL: f32 = 76.0;
/// How many corners the rim has.
const CORNERS: u8 = 72;

/// A round picture that is being painted. Its middle is (0, 0), its rim 1 away, and y points down.
pub(super) struct Disc<'a> {
    pub(super) look: &'a Look,
    centre: Pos2,
    radius: f32,
    shapes: Vec<Shape>,
}

impl<'a> Disc<'a> {
    pub(super) fn new(look: &'a Look, centre: Pos2, radius: f32) -> Self {
        Self { look, centre, radius, shapes: Vec::new() }
    }

    pub(super) fn plate(&self) -> &'a Plate {
        &self.look.tokens.plate
    }

    pub(super) fn colours(&self) -> &'a Colours {
        self.look.colours()
    }

    /// Where a place of the picture is on screen.
    fn on(&self, at: Pos2) -> Pos2 {
        self.centre + at.to_vec2() * self.radius
    }

    /// A line on screen, with no more corners than the eye needs.
    fn all(&self, line: &[Pos2]) -> Vec<Pos2> {
        let on: Vec<Pos2> = line.iter().map(|at| self.on(*at)).collect();
        few(&on)
    }

    /// How wide a line is here: a large picture has stronger lines, but not in proportion.
    fn width(&self, width: f32) -> f32 {
        self.look.tokens.stroke(width) * (self.radius / USUAL).sqrt()
    }

    fn stroke(&self, width: f32, colour: Color32) -> Stroke {
        Stroke::new(self.width(width), colour)
    }

    /// A line through these places as they are.
    pub(super) fn line(&mut self, line: &[Pos2], width: f32, colour: Color32) {
        let (line, stroke) = (self.all(line), self.stroke(width, colour));
        self.shapes.push(Shape::line(line, stroke));
    }

    /// A smooth line through a few places.
    pub(super) fn curve(&mut self, through: &[(f32, f32)], width: f32, colour: Color32) {
        let line = smooth(&super::curve::places(through));
        self.line(&line, width, colour);
    }

    /// A smooth shape round a few places, seen whole from `from`, with its edge.
    pub(super) fn blob(&mut self, from: (f32, f32), round_it: &[(f32, f32)], fill: Color32, edge: (f32, Color32)) {
        let outline = round(&super::curve::places(round_it));
        self.fan(pos2(from.0, from.1), &outline, fill);
        if edge.0 > 0.0 {
            let closed = Shape::closed_line(self.all(&outline), self.stroke(edge.0, edge.1));
            self.shapes.push(closed);
        }
    }

    /// Fills an outline that can be seen whole from one place inside.
    pub(super) fn fan(&mut self, from: Pos2, outline: &[Pos2], fill: Color32) {
        let mut mesh = Mesh::default();
        mesh.colored_vertex(self.on(from), fill);
        let outline = self.all(outline);
        let count = outline.len() as u32;
        for at in outline {
            mesh.colored_vertex(at, fill);
        }
        for i in 0..count {
            mesh.add_triangle(0, 1 + i, 1 + (i + 1) % count);
        }
        self.shapes.push(Shape::mesh(mesh));
    }

    /// Fills what lies between two lines of as many places, from one colour to another.
    pub(super) fn between(&mut self, upper: &[Pos2], lower: &[Pos2], [from, to]: [Color32; 2]) {
        let mut mesh = Mesh::default();
        for (above, below) in upper.iter().zip(lower) {
            mesh.colored_vertex(self.on(*above), from);
            mesh.colored_vertex(self.on(*below), to);
        }
        for i in 0..(upper.len().min(lower.len()) as u32).saturating_sub(1) * 2 {
            mesh.add_triangle(i, i + 1, i + 2);
        }
        self.shapes.push(Shape::mesh(mesh));
    }

    /// A strand that goes from one width to another, with its edge.
    pub(super) fn strand(&mut self, through: &[(f32, f32)], widths: (f32, f32), fill: Color32, edge: (f32, Color32)) {
        let path = Path::through(&super::curve::places(through));
        let length = path.length().max(1e-6);
        let side = |to: f32| -> Vec<Pos2> {
            let step = |i: u8| {
                let t = f32::from(i) / 28.0;
                let (at, along) = path.at(t * length);
                let half = (widths.0 + (widths.1 - widths.0) * t) * 0.5;
                at + vec2(-along.y, along.x) * half * to
            };
            (0..=28).map(step).collect()
        };
        let (left, right) = (side(-1.0), side(1.0));
        self.between(&left, &right, [fill, fill]);
        if edge.0 > 0.0 {
            self.line(&left, edge.0, edge.1);
            self.line(&right, edge.0, edge.1);
        }
    }

    /// Dashes along a path, in units of the picture; `phase` moves them on.
    pub(super) fn dashes(&mut self, path: &Path, (dash, gap): (f32, f32), phase: f32, width: f32, colour: Color32) {
        let period = dash + gap;
        let mut from = phase.rem_euclid(period) - period;
        while from < path.length() {
            let (start, end) = (from.max(0.0), (from + dash).min(path.length()));
            if end > start + 1e-3 {
                self.line(&path.part(start, end), width, colour);
            }
            from += period;
        }
    }

    /// A full dot; its radius is in units of the picture.
    pub(super) fn dot(&mut self, at: Pos2, radius: f32, fill: Color32, edge: (f32, Color32)) {
        let stroke = if edge.0 > 0.0 { self.stroke(edge.0, edge.1) } else { Stroke::NONE };
        let (centre, radius) = (self.on(at), radius * self.radius);
        self.shapes.push(Shape::Circle(eframe::egui::epaint::CircleShape { center: centre, radius, fill, stroke }));
    }

    /// A full shape whose corners are given round a place; it must bulge outward everywhere.
    pub(super) fn corners(&mut self, at: Pos2, corners: &[(f32, f32)], size: f32, fill: Color32, edge: (f32, Color32)) {
        let points = corners.iter().map(|&(x, y)| self.on(at + vec2(x, y) * size)).collect();
        let stroke = if edge.0 > 0.0 { self.stroke(edge.0, edge.1) } else { Stroke::NONE };
        self.shapes.push(Shape::convex_polygon(points, fill, stroke));
    }

    /// Cuts the picture at its rim.
    pub(super) fn cut(self, flat: &Flat) -> Mesh {
        within(&flat.of(self.shapes), self.centre, self.radius)
    }
}

/// The part of a picture that lies within a circle.
fn within(whole: &Mesh, centre: Pos2, radius: f32) -> Mesh {
    let inner = radius * (std::f32::consts::PI / f32::from(CORNERS)).cos();
    let inside: Vec<bool> = whole.vertices.iter().map(|v| v.pos.distance_sq(centre) <= inner * inner).collect();
    let mut cut = Mesh { vertices: whole.vertices.clone(), ..Mesh::with_texture(whole.texture_id) };
    let rim: Vec<(Vec2, f32)> = (0..CORNERS)
        .map(|i| {
            let (sin, cos) = ((f32::from(i) + 0.5) / f32::from(CORNERS) * std::f32::consts::TAU).sin_cos();
            (vec2(cos, sin), inner)
        })
        .collect();
    for triangle in whole.triangles() {
        let [a, b, c] = triangle.map(|i| i as usize);
        if inside[a] && inside[b] && inside[c] {
            cut.indices.extend(triangle);
            continue;
        }
        let corners = [a, b, c].map(|i| whole.vertices[i]);
        let piece = rim.iter().fold(corners.to_vec(), |piece, &(way, reach)| trim(piece, centre, way, reach));
        let first = cut.vertices.len() as u32;
        for i in 2..piece.len() as u32 {
            cut.indices.extend([first, first + i - 1, first + i]);
        }
        cut.vertices.extend(piece);
    }
    cut
}

/// Cuts off what of a piece lies further one way than it may (Sutherland–Hodgman).
fn trim(piece: Vec<Vertex>, centre: Pos2, way: Vec2, reach: f32) -> Vec<Vertex> {
    let beyond = |v: &Vertex| (v.pos - centre).dot(way) - reach;
    if piece.iter().all(|v| beyond(v) <= 0.0) {
        return piece;
    }
    let mut kept = Vec::with_capacity(piece.len() + 1);
    for (i, from) in piece.iter().enumerate() {
        let to = &piece[(i + 1) % piece.len()];
        let (a, b) = (beyond(from), beyond(to));
        if a <= 0.0 {
            kept.push(*from);
        }
        if (a <= 0.0) != (b <= 0.0) {
            let t = a / (a - b);
            let color = from.color.lerp_to_gamma(to.color, t);
            kept.push(Vertex { pos: from.pos + (to.pos - from.pos) * t, uv: from.uv, color });
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use eframe::egui::{Context, TextureId};

    use super::*;
    use crate::theme::ThemeName;

    #[test]
    fn nothing_is_painted_beyond_the_rim() {
        let look = Look::new(ThemeName::Light).unwrap();
        let centre = pos2(100.0, 80.0);
        let mut disc = Disc::new(&look, centre, 50.0);
        let square = [pos2(-2.0, -2.0), pos2(2.0, -2.0), pos2(2.0, 2.0), pos2(-2.0, 2.0)];
        disc.fan(Pos2::ZERO, &square, Color32::WHITE);
        disc.curve(&[(-3.0, 0.0), (0.0, 0.4), (3.0, 0.0)], 4.0, Color32::BLACK);
        let mesh = disc.cut(&Flat::new(&Context::default(), TextureId::default()));
        assert!(mesh.is_valid() && !mesh.is_empty());
        let used: std::collections::BTreeSet<u32> = mesh.indices.iter().copied().collect();
        let far = used.iter().map(|&i| mesh.vertices[i as usize].pos.distance(centre)).fold(0.0, f32::max);
        assert!((49.0..=50.1).contains(&far), "it reaches the rim and no further: {far}");
    }
}
