//! The examples in `docs/pack-format.md` are a sound pack.

use deqi::content::{Embedded, Memory, load};
use deqi::model::PointCode;

#[test]
fn the_examples_in_the_manual_load() {
    let manual = include_str!("../../docs/pack-format.md");
    let blocks = manual.split("```ron\n// ").skip(1).filter_map(|rest| rest.split("```").next());
    let mut files = 0;
    let pack = blocks.fold(Memory::default(), |pack, block| {
        let (name, text) = block.split_once('\n').expect("an example begins with the name of its file");
        files += 1;
        pack.with(name, text)
    });
    assert_eq!(files, manual.matches("```ron").count(), "every example begins with `// ` and the name of its file");
    let loaded = load(&[&Embedded, &pack]);
    let told: Vec<String> = loaded.problems.iter().map(ToString::to_string).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
    let code = PointCode("EX-MY9".to_owned());
    assert!(loaded.catalog.point(&code).is_some_and(|point| point.trials.is_some()));
    assert!(loaded.catalog.page("our-clinic").is_some() && loaded.catalog.part("thigh") == Some("upper leg"));
}
