//! Buttons, plates and dots with few triangles.
//!
//! egui cuts a round shape into long thin slices that all start in one of its corners. A graphics card does not mind;
//! a computer without one works for each slice on every small block of pixels that it touches, and spent as long on a
//! dozen buttons as on the whole body. Here the same shapes are cut into rectangles with a fan in each corner, and
//! have no more corners than the eye can tell from a round edge. What is not round is left to egui.

use std::f32::consts::FRAC_PI_2;

use eframe::egui::emath::GuiRounding as _;
use eframe::egui::epaint::{CircleShape, Mesh, RectShape, Vertex, WHITE_UV};
use eframe::egui::{
    Color32, Context, FullOutput, Plugin, Pos2, Rect, Shape, Stroke, StrokeKind, TextureId, Vec2, pos2, vec2,
};

/// How far an edge may lie from the true arc, in pixels.
const OFF: f32 = 0.2;
/// egui keeps pictures of discs up to this radius, in pixels (its limit of 8 by the fourth root of 2); they are two
/// triangles each.
const DISC: f32 = 6.7;
/// egui bends corners a little more than they are said to; ours shall look the same, in points.
const BEND: f32 = 0.4;

/// From this many points² on a shape takes the plain texture.
const LARGE: f32 = 40_000.0;

/// Has round shapes painted in this way from now on, large ones with `plain`: a texture of one white pixel that is
/// looked up without smoothing, which in software is half as dear as a spot in the smooth picture of all letters.
pub fn paint_rounded(ctx: &Context, plain: TextureId) {
    ctx.add_plugin(Rounded { plain });
}

/// A dot with few triangles, for a picture that is made ahead.
pub(super) fn dot(circle: CircleShape, pixel: f32) -> Shape {
    let outline = Outline::of_circle(&circle, pixel);
    outline.map_or(Shape::Circle(circle), |outline| Shape::mesh(outline.mesh(pixel, TextureId::default())))
}

struct Rounded {
    plain: TextureId,
}

impl Plugin for Rounded {
    fn debug_name(&self) -> &'static str {
        "rounded shapes"
    }

    fn output_hook(&mut self, _ctx: &Context, output: &mut FullOutput) {
        let pixel = 1.0 / output.pixels_per_point;
        for clipped in &mut output.shapes {
            recut(&mut clipped.shape, clipped.clip_rect, pixel, self.plain);
        }
    }
}

fn recut(shape: &mut Shape, clip: Rect, pixel: f32, plain: TextureId) {
    let outline = match shape {
        Shape::Vec(shapes) => return shapes.iter_mut().for_each(|shape| recut(shape, clip, pixel, plain)),
        Shape::Rect(rect) => Outline::of_rect(rect, pixel),
        Shape::Circle(circle) if let Some(discs) = discs(circle, pixel) => return *shape = discs.into(),
        // Left to egui, which has a picture of it.
        Shape::Circle(circle) if circle.stroke.is_empty() && circle.radius <= DISC * pixel => None,
        Shape::Circle(circle) => Outline::of_circle(circle, pixel),
        _ => None,
    };
    if let Some(outline) = outline.filter(|outline| outline.border.expand(pixel).intersects(clip)) {
        let texture = if outline.border.area() < LARGE { TextureId::default() } else { plain };
        *shape = Shape::mesh(outline.mesh(pixel, texture));
    }
}

/// A small dot with an edge as two discs, of which egui keeps pictures.
fn discs(dot: &CircleShape, pixel: f32) -> Option<Vec<Shape>> {
    let outer = dot.radius + dot.stroke.width;
    let small = outer <= DISC * pixel && !dot.stroke.is_empty() && dot.fill.is_opaque();
    let discs = [(outer, dot.stroke.color), (dot.radius, dot.fill)];
    small.then(|| discs.map(|(radius, colour)| Shape::circle_filled(dot.center, radius, colour)).to_vec())
}

/// A rectangle with equally round corners; a circle is one without straight sides.
#[derive(Clone, Copy, Debug)]
struct Outline {
    /// The outer edge of its stroke.
    border: Rect,
    radius: f32,
    fill: Color32,
    /// Lies inside the border.
    stroke: Stroke,
}

impl Outline {
    fn of_rect(shape: &RectShape, pixel: f32) -> Option<Self> {
        let stroke = if shape.stroke.is_empty() { Stroke::NONE } else { shape.stroke };
        let inside = shape.stroke_kind == StrokeKind::Inside || stroke.is_empty();
        let plain = shape.brush.is_none() && shape.blur_width == 0.0 && shape.angle == 0.0;
        let round = shape.corner_radius.is_same() && shape.corner_radius.nw > 0;
        let border =
            if shape.round_to_pixels == Some(false) { shape.rect } else { shape.rect.round_to_pixels(1.0 / pixel) };
        let least = border.size().min_elem();
        let wide = border.is_finite() && least > 2.0 * (stroke.width + pixel);
        let radius = (f32::from(shape.corner_radius.nw) + BEND).max(stroke.width + 0.1).min(least * 0.5);
        (inside && plain && round && wide).then_some(Self { border, radius, fill: shape.fill, stroke })
    }

    fn of_circle(shape: &CircleShape, pixel: f32) -> Option<Self> {
        let stroke = if shape.stroke.is_empty() { Stroke::NONE } else { shape.stroke };
        let radius = shape.radius + stroke.width;
        let border = Rect::from_center_size(shape.center, Vec2::splat(2.0 * radius));
        let wide = border.is_finite() && shape.radius > pixel;
        wide.then_some(Self { border, radius, fill: shape.fill, stroke })
    }

    /// The shape's triangles, with edges that fade within a pixel.
    fn mesh(&self, pixel: f32, texture: TextureId) -> Mesh {
        let mut mesh = Mesh::with_texture(texture);
        let steps = steps(self.radius / pixel);
        let mut last: Option<u32> = None;
        let rings = self.rings(pixel);
        for &(inset, colour) in &rings {
            let first = mesh.vertices.len() as u32;
            for at in self.contour(inset, steps) {
                mesh.vertices.push(Vertex { pos: at, uv: WHITE_UV, color: colour });
            }
            if let Some(outer) = last {
                band(&mut mesh, outer, first, 4 * (steps + 1));
            }
            last = Some(first);
        }
        if let (Some(first), Some(&(inset, colour))) = (last, rings.last())
            && colour != Color32::TRANSPARENT
        {
            self.fill(&mut mesh, first, inset, steps, colour);
        }
        mesh
    }

    /// How far inside the border each change of colour lies, from the outermost, which is nothing, to the fill.
    fn rings(&self, pixel: f32) -> Vec<(f32, Color32)> {
        let Self { fill, stroke: Stroke { width, color }, .. } = *self;
        let half = 0.5 * pixel;
        if width == 0.0 {
            vec![(-half, Color32::TRANSPARENT), (half, fill)]
        } else if width <= 0.9 * pixel {
            // A line thinner than a pixel is a pixel wide and paler, and what it bounds is still filled as far.
            let middle = if fill == Color32::TRANSPARENT { 0.5 * width } else { width - half };
            let colour = color.gamma_multiply(width / pixel);
            vec![(middle - pixel, Color32::TRANSPARENT), (middle, colour), (middle + pixel, fill)]
        } else {
            let inner = width.max(pixel) - half;
            let mut rings = vec![(-half, Color32::TRANSPARENT), (half, color), (inner, color), (inner + pixel, fill)];
            if inner - half < 0.01 * pixel {
                rings.remove(2);
            }
            rings
        }
    }

    /// Points along the edge of what is left of the shape when so much is cut off all round, clockwise on screen from
    /// the right.
    fn contour(&self, inset: f32, steps: u32) -> impl Iterator<Item = Pos2> {
        let radius = (self.radius - inset).max(0.0);
        let centres = corners(self.border.shrink(self.radius.max(inset)));
        (0u8..).zip(centres).flat_map(move |(quarter, centre)| {
            (0..=steps).map(move |step| {
                let turned = f32::from(quarter) + step as f32 / steps as f32;
                let (sin, cos) = (turned * FRAC_PI_2).sin_cos();
                centre + vec2(cos, sin) * radius
            })
        })
    }

    /// Fills what the contour that begins with vertex `first` holds: a fan in each corner, rectangles between them.
    fn fill(&self, mesh: &mut Mesh, first: u32, inset: f32, steps: u32, colour: Color32) {
        let (inner, core) = (self.border.shrink(inset), self.border.shrink(self.radius.max(inset)));
        for (quarter, centre) in (0u32..).zip(corners(core)) {
            let hub = mesh.vertices.len() as u32;
            mesh.vertices.push(Vertex { pos: centre, uv: WHITE_UV, color: colour });
            let arc = first + quarter * (steps + 1);
            for step in 0..steps {
                mesh.add_triangle(hub, arc + step, arc + step + 1);
            }
        }
        let middle = Rect::from_x_y_ranges(inner.x_range(), core.y_range());
        let above = Rect::from_min_max(pos2(core.left(), inner.top()), core.right_top());
        let below = Rect::from_min_max(core.left_bottom(), pos2(core.right(), inner.bottom()));
        for part in [middle, above, below].into_iter().filter(Rect::is_positive) {
            mesh.add_rect_with_uv(part, Rect::from_min_max(WHITE_UV, WHITE_UV), colour);
        }
    }
}

/// The corners of a rectangle in the order of a contour.
fn corners(rect: Rect) -> [Pos2; 4] {
    [rect.right_bottom(), rect.left_bottom(), rect.left_top(), rect.right_top()]
}

/// How many straight pieces make a quarter of a circle of this radius in pixels.
fn steps(radius: f32) -> u32 {
    let piece = 2.0 * (1.0 - OFF / radius.max(1.0)).acos();
    ((FRAC_PI_2 / piece).ceil() as u32).clamp(2, 64)
}

/// A closed band of triangles between two contours of `count` vertices.
fn band(mesh: &mut Mesh, outer: u32, inner: u32, count: u32) {
    for i in 0..count {
        let next = (i + 1) % count;
        mesh.add_triangle(outer + i, outer + next, inner + i);
        mesh.add_triangle(inner + i, outer + next, inner + next);
    }
}

#[cfg(test)]
mod tests {
    use eframe::egui::emath::TSTransform;
    use eframe::egui::epaint::{ClippedShape, Primitive};
    use eframe::egui::{CornerRadius, FontDefinitions};

    use super::*;

    const CLIP: Rect = Rect::EVERYTHING;

    /// What egui makes of a shape by itself, or of the one that it was made into here.
    fn tessellated(shape: &Shape) -> Mesh {
        let ctx = Context::default();
        ctx.set_fonts(FontDefinitions::empty());
        ctx.options_mut(|options| options.tessellation_options.prerasterized_discs = false);
        let mut all = Mesh::default();
        ctx.run_ui(eframe::egui::RawInput::default(), |_| {}).textures_delta.clear();
        let clipped =
            ClippedShape { clip_rect: CLIP, shape: shape.clone(), transform_after_tessellation: TSTransform::IDENTITY };
        for part in ctx.tessellate(vec![clipped], 1.0) {
            if let Primitive::Mesh(mesh) = part.primitive {
                all.append(mesh);
            }
        }
        all
    }

    fn recut_one(mut shape: Shape) -> Shape {
        recut(&mut shape, CLIP, 1.0, TextureId::default());
        shape
    }

    /// How much of each of red, green, blue and alpha a mesh lays on the screen.
    fn paint_of(mesh: &Mesh) -> [f32; 4] {
        let mut sum = [0.0; 4];
        for corners in mesh.triangles() {
            let [a, b, c] = corners.map(|v| mesh.vertices[v as usize]);
            let area = ((b.pos - a.pos).rot90().dot(c.pos - a.pos) * 0.5).abs();
            for (i, all) in sum.iter_mut().enumerate() {
                let mean: f32 = [a, b, c].iter().map(|v| f32::from(v.color.to_array()[i])).sum::<f32>() / 3.0;
                *all += mean * area;
            }
        }
        sum
    }

    fn shapes() -> Vec<Shape> {
        let fill = Color32::from_rgb(240, 200, 120);
        let line = Stroke::new(1.5, Color32::from_rgb(40, 60, 80));
        let mut all = Vec::new();
        for stroke in [Stroke::NONE, Stroke::new(0.6, line.color), Stroke::new(1.0, line.color), line] {
            for fill in [fill, fill.gamma_multiply(0.5), Color32::TRANSPARENT] {
                if fill == Color32::TRANSPARENT && stroke.is_empty() {
                    continue;
                }
                for (size, radius) in [(vec2(240.0, 44.0), 22), (vec2(480.0, 690.0), 14), (vec2(60.0, 30.0), 3)] {
                    let rect = Rect::from_min_size(pos2(20.0, 30.0), size);
                    let corner = CornerRadius::same(radius);
                    all.push(RectShape::new(rect, corner, fill, stroke, StrokeKind::Inside).into());
                }
                for radius in [8.2, 17.0, 62.0] {
                    all.push(CircleShape { center: pos2(100.0, 90.0), radius, fill, stroke }.into());
                }
            }
        }
        all
    }

    #[test]
    fn they_look_as_egui_paints_them_and_take_a_third_fewer_triangles() {
        let mut all = (0, 0);
        for shape in shapes() {
            let (theirs, ours) = (tessellated(&shape), tessellated(&recut_one(shape.clone())));
            assert!(matches!(recut_one(shape.clone()), Shape::Mesh(_)), "{shape:?} was left to egui");
            for (a, b) in paint_of(&theirs).into_iter().zip(paint_of(&ours)) {
                assert!((a - b).abs() <= 0.025 * a.max(1.0), "{a} by egui, {b} by us: {shape:?}");
            }
            let (a, b) = (theirs.calc_bounds(), ours.calc_bounds());
            assert!(
                a.min.distance(b.min) < 0.3 && a.max.distance(b.max) < 0.3,
                "{a:?} by egui, {b:?} by us: {shape:?}"
            );
            let (a, b) = (theirs.indices.len() / 3, ours.indices.len() / 3);
            assert!(b < a, "{a} triangles by egui, {b} by us: {shape:?}");
            all = (all.0 + a, all.1 + b);
        }
        assert!(all.1 * 3 <= all.0 * 2, "{all:?} triangles by egui and by us");
    }

    #[test]
    fn what_is_not_evenly_round_is_left_to_egui() {
        let rect = Rect::from_min_size(pos2(20.0, 30.0), vec2(240.0, 44.0));
        let filled = |corner: CornerRadius| RectShape::filled(rect, corner, Color32::RED);
        for shape in [
            filled(CornerRadius::ZERO).into(),
            filled(CornerRadius { nw: 8, ne: 8, sw: 0, se: 0 }).into(),
            Shape::Rect(filled(CornerRadius::same(8)).with_blur_width(4.0)),
            Shape::circle_filled(rect.center(), 3.0, Color32::RED),
            Shape::circle_filled(rect.center(), f32::NAN, Color32::RED),
        ] {
            assert_eq!(format!("{:?}", recut_one(shape.clone())), format!("{shape:?}"));
        }
    }
}
