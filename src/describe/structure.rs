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
