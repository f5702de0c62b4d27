//! Shapes as triangles, for pictures that are made once and kept.

use eframe::egui::epaint::{Mesh, TessellationOptions, Tessellator};
use eframe::egui::{Context, Shape, TextureId};

use super::rounded::dot;

/// Makes triangles of shapes.
pub struct Flat {
    pixels_per_point: f32,
    options: TessellationOptions,
    plain: TextureId,
}

impl Flat {
    /// As a program's shapes are painted. `plain` is a texture of one white pixel.
    pub fn new(ctx: &Context, plain: TextureId) -> Self {
        let options = ctx.tessellation_options(|options| *options);
        Self { pixels_per_point: ctx.pixels_per_point(), options, plain }
    }

    /// The size of a pixel in points.
    pub fn pixel(&self) -> f32 {
        1.0 / self.pixels_per_point
    }

    /// The triangles of shapes that hold neither words nor pictures.
    pub fn of(&self, shapes: Vec<Shape>) -> Mesh {
        // egui's own pictures of discs lie in another texture.
        let mut tessellator = Tessellator::new(self.pixels_per_point, self.options, [1, 1], Vec::new());
        let mut whole = Mesh::default();
        for shape in shapes {
            let shape = match shape {
                Shape::Circle(circle) => dot(circle, self.pixel()),
                other => other,
            };
            tessellator.tessellate_shape(shape, &mut whole);
        }
        whole.texture_id = self.plain;
        whole
    }
}
