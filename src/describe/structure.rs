//! The names of what lies under the skin: a plain one and the one of the books.

use crate::i18n::Tr;

/// A structure's plain name and its name in the books; none where we have no words for it.
pub fn structure(tr: &Tr, id: &str) -> Option<(String, String)> {
    if let Some(level) = id.strip_prefix("vertebra_") {
        return vertebra(tr, &level.to_uppercase());
    }
    let (plain, books) = match id {
        "sacrum" => ("under-sacrum", "under-sacrum-latin"),
        "coccyx" => ("under-coccyx", "under-coccyx-latin"),
        "hip_bone" => ("under-hip-bone", "under-hip-bone-latin"),
        "femur" => ("under-femur", "under-femur-latin"),
        "disc" => ("under-disc", "under-disc-latin"),
        "rib" => ("under-rib", "under-rib-latin"),
        "erector_spinae" => ("under-erector-spinae", "under-erector-spinae-latin"),
        "multifidus" => ("under-multifidus", "under-multifidus-latin"),
        "quadratus_lumborum" => ("under-quadratus-lumborum", "under-quadratus-lumborum-latin"),
        "gluteus_maximus" => ("under-gluteus-maximus", "under-gluteus-maximus-latin"),
        "gluteus_medius" => ("under-gluteus-medius", "under-gluteus-medius-latin"),
        "piriformis" => ("under-piriformis", "under-piriformis-latin"),
        "sciatic_nerve" => ("under-sciatic-nerve", "under-sciatic-nerve-latin"),
        "femoral_nerve" => ("under-femoral-nerve", "under-femoral-nerve-latin"),
        "dorsal_branches" => ("under-dorsal-branches", "under-dorsal-branches-latin"),
        "spinal_cord" => ("under-spinal-cord", "under-spinal-cord-latin"),
        _ => return None,
    };
    Some((tr.text(plain), tr.text(books)))
}

/// A bone of the spine by its level, such as L4.
fn vertebra(tr: &Tr, level: &str) -> Option<(String, String)> {
    let (plain, books) = match level.chars().next()? {
        'C' => ("under-neck-bone", "under-neck-bone-latin"),
        'T' => ("under-chest-bone", "under-chest-bone-latin"),
        'L' => ("under-low-back-bone", "under-low-back-bone-latin"),
        _ => return None,
    };
    let level = [("level", level.to_owned().into())];
    Some((tr.text_with(plain, &level), tr.text_with(books, &level)))
}

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
