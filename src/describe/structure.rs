//! The words for what lies under the skin: a plain name, the Latin one, and a line about it.

use crate::i18n::Tr;

/// What a label says.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct StructureWords {
    /// In plain English.
    pub name: String,
    /// In Latin, as anatomists call it.
    pub latin: String,
    /// One plain line.
    pub line: String,
}

/// Each structure of [`crate::body::anatomy::names`] with the keys of its words.
const WORDS: [(&str, [&str; 3]); 15] = [
    ("spinal_cord", ["structure-cord", "structure-cord-latin", "structure-cord-line"]),
    ("long_back_muscle", ["structure-long-back", "structure-long-back-latin", "structure-long-back-line"]),
    ("multifidus", ["structure-multifidus", "structure-multifidus-latin", "structure-multifidus-line"]),
    ("quadratus_lumborum", ["structure-quadratus", "structure-quadratus-latin", "structure-quadratus-line"]),
    ("vertebra_l2", ["structure-l2", "structure-l2-latin", "structure-l2-line"]),
    ("disc_l4", ["structure-disc", "structure-disc-latin", "structure-disc-line"]),
    ("small_nerves", ["structure-small-nerves", "structure-small-nerves-latin", "structure-small-nerves-line"]),
    ("hip_bone", ["structure-hip-bone", "structure-hip-bone-latin", "structure-hip-bone-line"]),
    ("sacrum", ["structure-sacrum", "structure-sacrum-latin", "structure-sacrum-line"]),
    ("femur", ["structure-femur", "structure-femur-latin", "structure-femur-line"]),
    ("gluteus_maximus", ["structure-maximus", "structure-maximus-latin", "structure-maximus-line"]),
    ("gluteus_medius", ["structure-medius", "structure-medius-latin", "structure-medius-line"]),
    ("piriformis", ["structure-piriformis", "structure-piriformis-latin", "structure-piriformis-line"]),
    ("sciatic_nerve", ["structure-sciatic", "structure-sciatic-latin", "structure-sciatic-line"]),
    ("femoral_nerve", ["structure-femoral", "structure-femoral-latin", "structure-femoral-line"]),
];

/// The words for a structure by its id; none for one that labels do not name.
pub fn structure(tr: &Tr, id: &str) -> Option<StructureWords> {
    let (_, [name, latin, line]) = WORDS.iter().find(|(known, _)| *known == id)?;
    Some(StructureWords { name: tr.text(name), latin: tr.text(latin), line: tr.text(line) })
}
