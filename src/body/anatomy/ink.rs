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

/// Draws a stroke that is full in its middle and fades to both sides. A stroke thinner than a pixel gets fainter
/// instead.
pub(super) fn stroke(drawing: &mut Drawing, ends: [Vec2; 2], inks: [Ink; 2], width: f32, pixel: f32) {
    let Some(along) = (ends[1] - ends[0]).try_normalize() else { return };
    let half = width.max(pixel);
    let across = along.perp() * half;
    let share = (width / half).min(1.0);
    let base = drawing.positions.len() as u32;
    for (end, ink) in ends.into_iter().zip(inks) {
        drawing.positions.extend([end - across, end, end + across]);
        drawing.colours.extend([[0; 4], ink.thinned(share).bytes(), [0; 4]]);
    }
    for left in [0, 1] {
        let [a, b, c, d] = [base + left, base + left + 1, base + left + 3, base + left + 4];
        drawing.indices.extend([a, b, c, b, d, c]);
    }
}
