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

#[test]
fn the_twelve_channels_hand_the_day_on_in_a_circle() {
    let catalog = load_core().catalog;
    let mut at = catalog.channel("LU").unwrap();
    let mut round = Vec::new();
    for _ in 0..12 {
        let watch = at.watch.as_ref().unwrap();
        round.push((at.id.as_str(), watch.starts, watch.branch.as_str()));
        let pair = catalog.channel(at.paired_with.as_ref().unwrap()).unwrap();
        assert_eq!((pair.phase, pair.limb, pair.fire), (at.phase, at.limb, at.fire), "{} and {}", at.id, pair.id);
        at = catalog.channel(at.passes_to.as_ref().unwrap()).unwrap();
    }
    assert_eq!(at.id, "LU", "the circle closes");
    let clock = [
        ("LU", 3, "寅"),
        ("LI", 5, "卯"),
        ("ST", 7, "辰"),
        ("SP", 9, "巳"),
        ("HT", 11, "午"),
        ("SI", 13, "未"),
        ("BL", 15, "申"),
        ("KI", 17, "酉"),
        ("PC", 19, "戌"),
        ("TE", 21, "亥"),
        ("GB", 23, "子"),
        ("LR", 1, "丑"),
    ];
    assert_eq!(round, clock);
    for channel in catalog.channels().iter().filter(|c| c.id != "EX") {
        assert!(channel.course.is_some() && channel.polarity.is_some(), "{} has no course", channel.id);
    }
}
