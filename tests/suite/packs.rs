//! The pack that ships: nothing in it is wrong.

use deqi::content::{Embedded, figure, load_core};
use deqi::model::FigureId;

#[test]
fn the_core_pack_has_no_problems() {
    let loaded = load_core();
    let told: Vec<String> = loaded.problems.iter().map(ToString::to_string).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
}

#[test]
fn every_figure_can_be_read() {
    for id in FigureId::ALL {
        let read = figure(&Embedded, id).expect("the shipped figures are sound");
        assert!(read.skin.full.triangles.len() > 10_000, "{id:?} has hardly any skin");
        assert!(read.landmarks.get("navel").is_some(), "{id:?} has no navel");
    }
}
