//! Nerves as cords: a dark casing, a core, and a thin light along its upper left.

use glam::Vec2;

use super::ink::Ink;
use super::{NerveKind, Palette};
use crate::body::draw::Drawing;

/// The thinnest a nerve is drawn, in points, by its kind.
fn least_width(kind: NerveKind) -> f32 {
    match kind {
        NerveKind::Trunk => 2.6,
        NerveKind::Branch => 1.4,
        NerveKind::Cord => 3.0,
    }
}

/// One piece of a cord on screen: its ends, the ways across, and half its widths, in points.
pub(super) struct Piece {
    pub(super) ends: [Vec2; 2],
    pub(super) across: [Vec2; 2],
    pub(super) half: [f32; 2],
}

impl Piece {
    /// The piece between the middle two of four points that follow each other on screen.
    pub(super) fn new([before, from, to, after]: [Vec2; 4], radii: [f32; 2], kind: NerveKind, scale: f32) -> Self {
        let across = |a: Vec2, b: Vec2| (b - a).normalize_or(Vec2::Y).perp();
        let least = least_width(kind) * 0.5;
        Self {
            ends: [from, to],
            across: [across(before, to), across(from, after)],
            half: radii.map(|radius| (radius * scale).max(least)),
        }
    }
}

/// Paints one piece.
pub(super) fn paint(drawing: &mut Drawing, piece: &Piece, palette: &Palette, haze: f32, pixel: f32) {
    let soft = |colour| Ink { colour: palette.hazed(colour, haze), alpha: 1.0 }.bytes();
    let (casing, core, light) = (soft(palette.nerve_casing), soft(palette.nerve), soft(palette.nerve_light));
    let clear = [0; 4];
    let half = piece.half[0].max(piece.half[1]);
    let thin = Ink { colour: palette.hazed(palette.nerve.lerp(palette.nerve_casing, 0.3), haze), alpha: 1.0 }.bytes();
    // Across the cord: where, as a share of its half width, how many pixels further out, and which colour.
    let profile: &[(f32, f32, [u8; 4])] = if half > 2.4 {
        &[
            (-1.0, -0.5, clear),
            (-1.0, 0.5, casing),
            (-0.66, 0.0, core),
            (-0.30, 0.0, light),
            (0.05, 0.0, core),
            (0.62, 0.0, core),
            (1.0, -0.5, casing),
            (1.0, 0.5, clear),
        ]
    } else if half > 1.1 {
        &[(-1.0, -0.6, clear), (-0.9, 0.0, casing), (0.0, 0.0, core), (0.9, 0.0, casing), (1.0, 0.6, clear)]
    } else {
        &[(-1.0, -0.6, clear), (0.0, 0.0, thin), (1.0, 0.6, clear)]
    };
    // The light lies on the side that looks up and to the left, whichever way the nerve runs.
    let turned = piece.across[0].dot(Vec2::new(1.0, 0.35)) < 0.0;
    let base = drawing.positions.len() as u32;
    for end in 0..2 {
        let across = if turned { -piece.across[end] } else { piece.across[end] };
        for &(share, out, colour) in profile {
            drawing.positions.push(piece.ends[end] + across * (share * piece.half[end] + out * pixel));
            drawing.colours.push(colour);
        }
    }
    let count = profile.len() as u32;
    for i in base..base + count - 1 {
        drawing.indices.extend([i, i + 1, i + count, i + 1, i + count + 1, i + count]);
    }
}
