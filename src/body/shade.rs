//! The light on the skin: a warm three-stop ramp under a soft key and fill, with folds kept dark and a lit rim.

use glam::Vec3;

/// Colours and light of a figure. Colours are sRGB, 0 to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Paint {
    /// Skin in shadow, between, in light.
    pub skin: [Vec3; 3],
    /// Cloth in shadow, between, in light.
    pub cloth: [Vec3; 3],
    /// Where the key light stands, seen by the viewer: right, up, toward.
    pub key: Vec3,
    /// How far the key light wraps round, 0 to 1.
    pub wrap: f32,
    /// How much the key counts beside the fill.
    pub key_weight: f32,
    /// How much the fill counts.
    pub fill_weight: f32,
    /// The colour of the rim.
    pub rim: Vec3,
    /// How strong the rim is, 0 to 1.
    pub rim_strength: f32,
    /// How much darker the contour is, 0 to 1.
    pub contour: f32,
    /// Brightness of all.
    pub gain: f32,
    /// What the skin is veiled with, so that what lies under it can be drawn on it.
    pub veil: Option<Veil>,
}

/// Paper over the skin, thinner at the contour, which stays.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Veil {
    /// Its colour.
    pub paper: Vec3,
    /// How much of it lies on skin that faces the viewer, 0 to 1.
    pub facing: f32,
    /// How much of it lies at the contour, 0 to 1.
    pub edge: f32,
}

/// What a vertex brings to its colour, besides its place. See [`super::mesh::Mesh`].
#[derive(Clone, Copy, Debug)]
pub struct Surface {
    /// The normal as the viewer sees it: right, up, toward.
    pub normal: Vec3,
    /// Light that reaches it.
    pub occlusion: f32,
    /// Groove or ridge.
    pub cavity: f32,
    /// Metres into the cloth.
    pub garment: f32,
    /// Warm skin or hair.
    pub tone: f32,
}

const FILL: Vec3 = Vec3::new(0.62, 0.10, 0.778);
const COOL: Vec3 = Vec3::new(0.42, 0.435, 0.56);
const LIP: Vec3 = Vec3::new(0.69, 0.32, 0.28);

impl Paint {
    /// The colour of a vertex, sRGB 0 to 1.
    pub fn colour(&self, s: Surface) -> Vec3 {
        let key = (s.normal.dot(self.key) * (1.0 - self.wrap) + self.wrap).clamp(0.0, 1.0);
        let fill = (s.normal.dot(FILL) * 0.5 + 0.5).clamp(0.0, 1.0);
        let open = 0.40 + 0.60 * s.occlusion * s.occlusion.sqrt();
        let relief = 1.0 + 0.34 * s.cavity.clamp(-1.0, 0.6);
        let light = ((self.key_weight * key + self.fill_weight * fill) * open * relief * self.gain).clamp(0.0, 1.0);

        let inside = smooth(-0.0011, 0.0011, s.garment);
        let mut colour = if inside <= 0.0 { self.skin_at(light, s.tone) } else { self.cloth_at(light, s.garment) };
        if inside > 0.0 && inside < 1.0 {
            colour = self.skin_at(light, s.tone).lerp(colour, inside);
        }
        // Shadows lean toward a cool grey, as they do in a lit room.
        colour = colour.lerp(COOL * (0.35 + 0.65 * light), 0.10 * (1.0 - light));

        let facing = s.normal.z.clamp(0.0, 1.0);
        let edge = smooth(0.0, 0.30, facing);
        let rim = (1.0 - facing).powi(3) * (0.35 + 0.65 * (s.normal.y * 0.5 + 0.5)) * s.occlusion;
        colour = colour.lerp(self.rim, self.rim_strength * rim * edge);
        colour *= 1.0 - self.contour * (1.0 - edge);
        match self.veil {
            None => colour,
            Some(veil) => {
                let share = veil.edge + (veil.facing - veil.edge) * smooth(0.05, 0.55, facing);
                colour.lerp(veil.paper, share)
            }
        }
    }

    fn skin_at(&self, light: f32, tone: f32) -> Vec3 {
        let base = ramp(&self.skin, light);
        if tone > 0.0 {
            // Blood near the skin: the same lightness, redder.
            let warm = base * Vec3::new(1.04, 0.80, 0.76);
            base.lerp(warm.lerp(LIP * (0.35 + 0.75 * light), 0.25 * tone), tone)
        } else {
            base.lerp(self.skin[0] * 0.55, -tone * 0.85)
        }
    }

    fn cloth_at(&self, light: f32, depth: f32) -> Vec3 {
        // A darker hem, one centimetre in.
        let hem = 1.0 - 0.14 * (1.0 - smooth(0.0, 0.0018, (depth - 0.010).abs() - 0.0012));
        ramp(&self.cloth, light) * hem
    }
}

fn ramp(stops: &[Vec3; 3], t: f32) -> Vec3 {
    const BREAK: f32 = 0.55;
    if t < BREAK { stops[0].lerp(stops[1], t / BREAK) } else { stops[1].lerp(stops[2], (t - BREAK) / (1.0 - BREAK)) }
}

/// 0 below `from`, 1 above `to`, smooth between.
fn smooth(from: f32, to: f32, x: f32) -> f32 {
    let t = ((x - from) / (to - from)).clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}
