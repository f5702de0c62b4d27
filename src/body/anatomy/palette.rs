//! The colours under the skin and how light falls there: ink lines and two soft tones of wash.

use glam::Vec3;

use super::Kind;
use super::ink::Ink;

/// Colours of the art. All are sRGB, 0 to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Palette {
    /// What far things fade into: the paper behind the art.
    pub paper: Vec3,
    /// Bone in the light.
    pub bone: Vec3,
    /// Bone in the shade.
    pub bone_shade: Vec3,
    /// The pen line round bones.
    pub bone_line: Vec3,
    /// Discs between the vertebrae.
    pub disc: Vec3,
    /// Muscle.
    pub muscle: Vec3,
    /// Lines along its fibres and round it.
    pub fibre: Vec3,
    /// How dense muscle is painted, 0 to 1.
    pub muscle_strength: f32,
    /// The middle of a nerve.
    pub nerve: Vec3,
    /// Its casing.
    pub nerve_casing: Vec3,
    /// The light on it.
    pub nerve_light: Vec3,
    /// Where the key light stands, seen by the viewer: right, up, toward.
    pub key: Vec3,
    /// How much wider lines are than usual.
    pub line_scale: f32,
}

/// What a vertex brings to its colour.
#[derive(Clone, Copy, Debug)]
pub(super) struct Vertex {
    /// The normal as the viewer sees it: right, up, toward.
    pub(super) normal: Vec3,
    /// Light that reaches it, 0 to 1.
    pub(super) light: f32,
    /// How strongly it is painted, 0 to 1.
    pub(super) strength: f32,
    /// How far away it is, 0 to 1.
    pub(super) haze: f32,
}

impl Palette {
    /// The colour of a vertex of something.
    pub(super) fn wash(&self, kind: Kind, vertex: Vertex) -> Ink {
        match kind {
            Kind::Muscle => self.muscle(vertex),
            Kind::Bone | Kind::Nerve => {
                Ink { colour: self.hard(self.bone, self.bone_shade, vertex), alpha: vertex.strength }
            }
            Kind::Rib | Kind::Cartilage => {
                let faint = Vertex { haze: vertex.haze + (1.0 - vertex.haze) * 0.30, ..vertex };
                let lit = if kind == Kind::Rib { self.bone } else { self.disc };
                Ink { colour: self.hard(lit, self.bone_shade, faint), alpha: vertex.strength }
            }
            Kind::Disc => Ink {
                colour: self.hard(self.disc, self.disc.lerp(self.bone_line, 0.35), vertex),
                alpha: vertex.strength,
            },
        }
    }

    /// The pen line round something.
    pub(super) fn line(&self, kind: Kind, haze: f32) -> Ink {
        match kind {
            Kind::Muscle => Ink { colour: self.fibre, alpha: 0.55 * (1.0 - haze) },
            Kind::Rib | Kind::Cartilage => Ink { colour: self.hazed(self.bone_line, haze), alpha: 0.60 },
            Kind::Bone | Kind::Disc | Kind::Nerve => Ink { colour: self.hazed(self.bone_line, haze), alpha: 0.95 },
        }
    }

    /// A colour as it looks from afar.
    pub(super) fn hazed(&self, colour: Vec3, haze: f32) -> Vec3 {
        colour.lerp(self.paper, haze.clamp(0.0, 1.0))
    }

    fn hard(&self, lit: Vec3, shade: Vec3, vertex: Vertex) -> Vec3 {
        let key = (0.38 + 0.62 * vertex.normal.dot(self.key)).clamp(0.0, 1.0);
        let light = key * (0.30 + 0.70 * vertex.light);
        // Two tones with a soft border, a third in the deepest grooves, and a touch of paper on what faces the light.
        let deep = shade.lerp(self.bone_line, 0.55);
        let mut colour = deep.lerp(shade, smooth(0.10, 0.34, light));
        colour = colour.lerp(lit, smooth(0.30, 0.62, light));
        colour = colour.lerp(lit.lerp(Vec3::ONE, 0.5), smooth(0.72, 0.98, light));
        // The wash runs thicker where the form turns away.
        let turn = 1.0 - smooth(0.0, 0.30, vertex.normal.z);
        self.hazed(colour.lerp(shade.lerp(self.bone_line, 0.3), 0.40 * turn), vertex.haze)
    }

    fn muscle(&self, vertex: Vertex) -> Ink {
        let normal = if vertex.normal.z < 0.0 { -vertex.normal } else { vertex.normal };
        let key = (0.40 + 0.60 * normal.dot(self.key)).clamp(0.0, 1.0);
        let colour = self.fibre.lerp(self.muscle, 0.45 + 0.55 * key).lerp(self.bone, 0.18 * smooth(0.75, 1.0, key));
        let turn = 1.0 - smooth(0.0, 0.55, normal.z);
        let alpha = self.muscle_strength * vertex.strength * (0.85 + 0.55 * turn) * (1.0 - 0.6 * vertex.haze);
        Ink { colour, alpha }
    }
}

/// 0 below `from`, 1 above `to`, smooth between.
pub(super) fn smooth(from: f32, to: f32, x: f32) -> f32 {
    let t = ((x - from) / (to - from)).clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}
