//! Pen strokes made of triangles: soft at both sides, so that they are smooth at any pixel density.

use glam::Vec2;

use crate::body::draw::Drawing;

/// A colour with alpha, not multiplied in: sRGB and alpha, 0 to 1.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ink {
    pub(super) colour: glam::Vec3,
    pub(super) alpha: f32,
}

impl Ink {
    /// As the painter takes it: alpha multiplied in.
    pub(super) fn bytes(self) -> [u8; 4] {
        let alpha = self.alpha.clamp(0.0, 1.0);
        let c = (self.colour.clamp(glam::Vec3::ZERO, glam::Vec3::ONE) * alpha * 255.0 + 0.5).to_array();
        [c[0] as u8, c[1] as u8, c[2] as u8, (alpha * 255.0 + 0.5) as u8]
    }

    fn thinned(self, share: f32) -> Self {
        Self { alpha: self.alpha * share, ..self }
    }
}

/// Draws a hairline that fades to one side. A hairline thinner than a pixel gets fainter instead.
pub(super) fn stroke(drawing: &mut Drawing, ends: [Vec2; 2], inks: [Ink; 2], width: f32, pixel: f32) {
    let Some(along) = (ends[1] - ends[0]).try_normalize() else { return };
    outline(drawing, ends, [along.perp(); 2], inks, width, pixel);
}

/// Draws a pen line along an outline: full at the edge of what it goes round, and fading outward. `away` points out
/// of the outline at both ends.
pub(super) fn outline(drawing: &mut Drawing, ends: [Vec2; 2], away: [Vec2; 2], inks: [Ink; 2], width: f32, pixel: f32) {
    // A fading line holds half the ink of a full one.
    let reach = (width * 1.7).max(pixel);
    let share = (width * 1.7 / reach).min(1.0);
    let base = drawing.positions.len() as u32;
    for i in 0..2 {
        drawing.positions.extend([ends[i], ends[i] + away[i] * reach]);
        drawing.colours.extend([inks[i].thinned(share).bytes(), [0; 4]]);
    }
    drawing.indices.extend([base, base + 1, base + 2, base + 1, base + 3, base + 2]);
}
