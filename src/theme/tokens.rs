//! One theme as data. See `assets/themes`.

use eframe::egui::{Color32, Shadow};
use glam::Vec3;
use serde::Deserialize;
use serde::de::{Deserializer, Error as _};

use super::{Plate, ThemeName};
use crate::body::anatomy::Palette;
use crate::body::shade::{Paint, Veil};
use crate::model::SkinTone;

/// A colour of a token file, written as `"#RRGGBB"`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tint(pub Color32);

impl Tint {
    /// sRGB, 0 to 1.
    fn vec(self) -> Vec3 {
        let [r, g, b, _] = self.0.to_array();
        Vec3::new(f32::from(r), f32::from(g), f32::from(b)) / 255.0
    }
}

impl<'de> Deserialize<'de> for Tint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Color32::from_hex(&text)
            .map(Self)
            .map_err(|_| D::Error::custom(format!("{text:?} is not a colour like #2A241E")))
    }
}

macro_rules! colours {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {
        /// The colours of a theme by what they are for.
        #[derive(Clone, Debug, Deserialize, PartialEq)]
        #[serde(deny_unknown_fields, from = "RawColours")]
        pub struct Colours { $($(#[$doc])* pub $name: Color32,)+ }

        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct RawColours { $($name: Tint,)+ }

        impl From<RawColours> for Colours {
            fn from(raw: RawColours) -> Self {
                Self { $($name: raw.$name.0,)+ }
            }
        }
    };
}

colours! {
    /// The page.
    ground,
    /// The middle of the soft light on the page.
    glow,
    /// Cards and panels.
    sheet,
    /// Tracks and quiet fills.
    well,
    /// Hairlines, never the only edge of a control.
    rule,
    /// Outlines of controls.
    line,
    /// Text, and the first button's fill.
    ink,
    /// Second text.
    ink2,
    /// Captions.
    ink3,
    /// Tradition.
    trad,
    /// The field of tradition.
    tradtint,
    /// Gilding.
    gold,
    /// What the body does.
    body,
    /// The field of the body.
    bodytint,
    /// Warning signs and harms.
    alert,
    /// Their field.
    alerttint,
    /// Done.
    ok,
    /// The focus ring.
    focus,
    /// Text on any solid fill.
    onfill,
    /// Bone.
    bone,
    /// Bone in the shade.
    bone_shade,
    /// The pen line round bones.
    bone_line,
    /// Discs between vertebrae.
    disc,
    /// Nerve.
    nerve,
    /// The casing of a nerve.
    nerve_casing,
    /// The light on a nerve.
    nerve_light,
    /// Muscle as a mark of its own.
    muscle,
    /// Muscle as a thin wash.
    muscle_wash,
    /// Lines along the fibres of a muscle.
    fibre,
}

/// Light on a figure.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
struct Light {
    key: (f32, f32, f32),
    wrap: f32,
    key_weight: f32,
    fill_weight: f32,
    rim: Tint,
    rim_strength: f32,
    contour: f32,
    gain: f32,
}

/// How one channel is drawn.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct ChannelLook {
    /// The channel's id.
    pub id: String,
    colour: Tint,
}

impl ChannelLook {
    /// Its colour.
    pub fn colour(&self) -> Color32 {
        self.colour.0
    }
}

#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
struct ShadowLook {
    offset: f32,
    blur: f32,
    colour: Tint,
    alpha: f32,
}

/// One theme.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Tokens {
    /// Its name.
    pub name: String,
    /// Whether its ground is dark.
    pub dark: bool,
    /// Whether it is the high-contrast one: outlines instead of tints, no shadow.
    pub contrast: bool,
    /// Its colours.
    pub colours: Colours,
    /// The colours of illustrations.
    pub plate: Plate,
    skins: Vec<(Tint, Tint, Tint)>,
    garment: (Tint, Tint, Tint),
    light: Light,
    /// How channels are drawn.
    pub channels: Vec<ChannelLook>,
    shadow: ShadowLook,
    /// How dense muscle is washed, 0 to 1.
    muscle_strength: f32,
    /// How much wider strokes are than in the light theme.
    pub stroke_scale: f32,
}

impl Tokens {
    pub(super) fn new(theme: ThemeName) -> Result<Self, ron::error::SpannedError> {
        ron::from_str(match theme {
            ThemeName::Light => include_str!("../../assets/themes/light.ron"),
            ThemeName::Dark => include_str!("../../assets/themes/dark.ron"),
            ThemeName::Contrast => include_str!("../../assets/themes/contrast.ron"),
        })
    }

    pub(super) fn paint(&self, skin: SkinTone) -> Paint {
        let stops = |(a, b, c): (Tint, Tint, Tint)| [a.vec(), b.vec(), c.vec()];
        let light = &self.light;
        Paint {
            skin: self.skins.get(skin.index()).or(self.skins.first()).map_or([Vec3::ONE; 3], |&s| stops(s)),
            cloth: stops(self.garment),
            key: Vec3::from(light.key).normalize_or(Vec3::Z),
            wrap: light.wrap,
            key_weight: light.key_weight,
            fill_weight: light.fill_weight,
            rim: light.rim.vec(),
            rim_strength: light.rim_strength,
            contour: light.contour,
            gain: light.gain,
            veil: None,
        }
    }

    pub(super) fn under_skin(&self) -> Palette {
        let c = &self.colours;
        let vec = |colour| Tint(colour).vec();
        Palette {
            paper: vec(c.ground),
            bone: vec(c.bone),
            bone_shade: vec(c.bone_shade),
            bone_line: vec(c.bone_line),
            disc: vec(c.disc),
            muscle: vec(c.muscle_wash),
            fibre: vec(c.fibre),
            muscle_strength: self.muscle_strength,
            nerve: vec(c.nerve),
            nerve_casing: vec(c.nerve_casing),
            nerve_light: vec(c.nerve_light),
            key: Vec3::from(self.light.key).normalize_or(Vec3::Z),
            line_scale: self.stroke_scale,
        }
    }

    /// Colours and light of a figure whose skin lets through what lies under it.
    pub(super) fn paint_veiled(&self, skin: SkinTone) -> Paint {
        let veil = Veil { paper: Tint(self.colours.ground).vec(), facing: 0.72, edge: 0.15 };
        Paint { veil: Some(veil), ..self.paint(skin) }
    }

    /// The colours of the skin swatches: the middle stop of each ramp.
    pub fn swatches(&self) -> impl Iterator<Item = Color32> {
        self.skins.iter().map(|s| s.1.0)
    }

    /// How a channel is drawn.
    pub fn channel(&self, id: &str) -> Option<&ChannelLook> {
        self.channels.iter().find(|c| c.id == id)
    }

    /// The one soft shadow under sheets.
    pub fn shadow(&self) -> Shadow {
        Shadow {
            offset: [0, self.shadow.offset as i8],
            blur: self.shadow.blur as u8,
            spread: 0,
            color: self.shadow.colour.0.gamma_multiply(self.shadow.alpha),
        }
    }

    /// A stroke width in this theme.
    pub fn stroke(&self, width: f32) -> f32 {
        width * self.stroke_scale
    }
}
