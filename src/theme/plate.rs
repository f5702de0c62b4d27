//! The colours of illustrations: what lies under the skin, and the needle.

use eframe::egui::Color32;
use serde::Deserialize;

use super::tokens::Tint;

macro_rules! plate {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {
        /// The colours of tissues and tools by what they show. Each fill has its line, so that it can be told apart
        /// from its neighbours without its hue.
        #[derive(Clone, Debug, Deserialize, PartialEq)]
        #[serde(deny_unknown_fields, from = "RawPlate")]
        pub struct Plate { $($(#[$doc])* pub $name: Color32,)+ }

        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct RawPlate { $($name: Tint,)+ }

        impl From<RawPlate> for Plate {
            fn from(raw: RawPlate) -> Self {
                Self { $($name: raw.$name.0,)+ }
            }
        }
    };
}

plate! {
    /// The air above the skin.
    air,
    /// The outer skin.
    skin,
    /// The edge of skin.
    skin_line,
    /// The deep skin.
    dermis,
    /// Fat.
    fat,
    /// The edge of a lobule of fat.
    fat_line,
    /// The sheet of connective tissue round muscle.
    fascia,
    /// Its fibres.
    fascia_line,
    /// Muscle.
    muscle,
    /// Its fibres.
    muscle_line,
    /// A small vessel.
    blood,
    /// The needle.
    steel,
    /// The light on it.
    steel_light,
    /// Its edge.
    steel_line,
    /// The wound handle.
    handle,
    /// Its windings.
    handle_line,
    /// Brain.
    brain,
    /// Its folds.
    brain_line,
    /// The brain stem and the white of the cord.
    stem,
    /// The grey of the cord.
    grey,
    /// The edge of both.
    stem_line,
    /// The sheath of a nerve.
    sheath,
    /// A pain signal.
    pain,
    /// The brake: opioids and what runs down.
    brake,
}
