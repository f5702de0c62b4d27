//! What holds for any input whatever. The fuzz targets try it with inputs of their own, `cargo test` with the corpus.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use deqi::content::plan::{PlanRead, read as read_plan};
use deqi::content::{Embedded, Loaded, Memory, PackSource as _, load, load_core, picture as read_picture};
use deqi::model::{Catalog, marked};
use deqi::plan::{Drawing, LONGEST_NAME, LONGEST_NOTE, MOST_DRAWINGS, MOST_STEPS};
use deqi::search::Index;
use deqi::store::settings::{Settings, TEXT_SIZES};

static CORE: LazyLock<Catalog> = LazyLock::new(|| load_core().catalog);
static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(&CORE));
/// The files that a pack may hold.
static FILES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let listed = Embedded.list().unwrap_or_default();
    listed.into_iter().map(|file| file.path).filter(|path| path.rsplit('.').next() == Some("ron")).collect()
});

/// A pack with one strange file: its name in the first line, what it holds in the rest. Loading comes back, every id in
/// the catalog resolves, and every problem names a file.
pub(super) fn pack(data: &[u8]) {
    let Loaded { catalog, problems, .. } = load(&[&one_file(data)]);
    for point in catalog.points() {
        assert!(catalog.channel(&point.channel).is_some(), "{} is on no channel", point.code);
        assert!(point.cautions.iter().all(|id| catalog.caution(id).is_some()), "{}", point.code);
        assert!(catalog.point(&point.code).is_some(), "{}", point.code);
        let mut sources = point.place.iter().flat_map(|place| &place.sources);
        assert!(sources.all(|id| catalog.source(id).is_some()), "{}", point.code);
    }
    assert!(catalog.rules().iter().all(|rule| catalog.rule(&rule.code).is_some()));
    for problem in &problems {
        assert!(!problem.file.is_empty() && !problem.to_string().trim().is_empty(), "{problem:?}");
    }
}

fn one_file(data: &[u8]) -> Memory {
    let head = r#"(format: 1, id: "x", title: "X", reviewed_on: "2026-11-22")"#;
    let (name, rest) = data.iter().position(|&byte| byte == b'\n').map_or((data, &[][..]), |at| {
        let (name, rest) = data.split_at(at);
        (name, &rest[1..])
    });
    let known = FILES.iter().find(|file| file.as_bytes() == name);
    let sum: usize = name.iter().map(|&byte| usize::from(byte)).sum();
    let file = known.or_else(|| FILES.get(sum % FILES.len().max(1))).map_or("points.ron", String::as_str);
    Memory::default().with("pack.ron", head).with(file, rest)
}

/// A picture of a pack: refused with a reason, or small enough to be shown anywhere.
pub(super) fn picture(data: &[u8]) {
    let path = "pictures/a.png";
    match read_picture(&Memory::default().with(path, data), path) {
        Ok(image) => {
            let (width, height) = image.dimensions();
            assert!(width <= 4096 && height <= 4096 && image.as_raw().len() == (width * height * 4) as usize);
        }
        Err(problem) => assert!(problem.file == path && !problem.to_string().is_empty()),
    }
}

/// Settings: whatever the file holds, each is one that Deqi offers.
pub(super) fn settings(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (settings, notes) = Settings::from_text(&text, "settings.ron");
    assert!(TEXT_SIZES.contains(&settings.text_size));
    assert!(settings.points_per_mm.is_none_or(|scale| (0.5..=20.0).contains(&scale)));
    assert!(notes.iter().all(|note| note.to_string().starts_with("settings.ron")));
}

/// A query: few answers, best first, each a point and each once.
pub(super) fn search(data: &[u8]) {
    let query = String::from_utf8_lossy(data);
    let hits = INDEX.find(&query, 20);
    assert!(hits.len() <= 20 && hits.windows(2).all(|pair| pair[0].score >= pair[1].score));
    assert!(hits.iter().all(|hit| CORE.point(&hit.code).is_some()));
    let codes: BTreeSet<_> = hits.iter().map(|hit| hit.code.as_str()).collect();
    assert_eq!(codes.len(), hits.len(), "a point answers once");
}

/// Running text: the words of the glossary in it are marked one after the other, and each mark stands on whole letters.
pub(super) fn words(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let mut end = 0;
    for (range, term) in marked(&text, &CORE.evidence().terms) {
        assert!(range.start >= end && !range.is_empty(), "marks lie over each other in {text:?}");
        let said = text.get(range.clone()).expect("a mark stands on whole letters");
        let mut forms = std::iter::once(&term.term).chain(&term.forms);
        assert!(forms.any(|form| form.eq_ignore_ascii_case(said)), "{said:?} is not {:?}", term.term);
        end = range.end;
    }
}

/// A plan that came from elsewhere: refused with the reason, or one as Deqi makes them, which is written and read back as
/// it is.
pub(super) fn plan(data: &[u8]) {
    let PlanRead { plan, problems } = read_plan("x.ron", data, &CORE);
    assert!(problems.len() <= 21 && problems.iter().all(|problem| problem.file == "x.ron"), "{problems:?}");
    let Some(plan) = plan else {
        assert!(!problems.is_empty(), "refusing in silence helps nobody");
        return;
    };
    assert!(plan.steps.len() <= MOST_STEPS && plan.drawings.len() <= MOST_DRAWINGS);
    assert!(plan.name.chars().count() <= LONGEST_NAME && plan.note.chars().count() <= LONGEST_NOTE);
    for step in &plan.steps {
        assert!(CORE.point(&step.point).is_some() && step.note.chars().count() <= LONGEST_NOTE, "{step:?}");
    }
    assert!(plan.drawings.iter().all(Drawing::is_sound));
    assert!(plan.spotlight.is_none_or(|spot| spot.is_sound()));
    let written = plan.to_ron().expect("a plan can be written");
    let again = read_plan("x.ron", written.as_bytes(), &CORE);
    assert!(again.problems.is_empty(), "{:?} in\n{written}", again.problems);
    assert_eq!(again.plan, Some(plan), "what was written is read back");
}
