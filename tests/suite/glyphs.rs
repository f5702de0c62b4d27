//! Our fonts hold every sign that Deqi shows, and a sign they lack is a plain substitute and no crash.
//!
//! The harness stops at the first sign that no font can draw, so showing everything is the test.

use deqi::app::{App, Start};
use deqi::i18n::Tr;
use deqi::theme;
use deqi::visit::{Action, Level, Sheet};
use eframe::egui::epaint::{ClippedShape, Shape};
use eframe::egui::{Context, RawInput, vec2};
use egui_kittest::Harness;

use crate::support::{DESK, LIBRARY, go, open, still, things, words};

/// Signs of scripts that Deqi does not speak, and a picture.
const FOREIGN: &str = "ქართული ไทย 🦀";

#[test]
fn every_card_and_page_can_be_written() {
    // So small a window has no room for the body, which saves drawing it.
    let mut deqi = open((640.0, 480.0), still());
    for level in [Level::Plain, Level::More] {
        deqi.state_mut().ask(Action::Tell(level));
        for point in LIBRARY.catalog.points() {
            deqi.state_mut().ask(Action::OpenPoint(point.code.clone()));
            deqi.step();
            assert!(things(&deqi).iter().any(|t| t.name == point.english), "{} is written", point.code);
        }
    }
    for page in LIBRARY.catalog.pages() {
        go(&mut deqi, &[Action::OpenPage(page.id.clone())]);
    }
    for part in LIBRARY.catalog.parts().keys() {
        go(&mut deqi, &[Action::Open(Sheet::Part { part: part.clone(), near: Vec::new() })]);
    }
}

#[test]
fn every_word_that_no_screen_shows_now_can_be_written_too() {
    let catalog = &LIBRARY.catalog;
    let mut all: Vec<String> = Tr::english().messages().into_iter().map(|m| m.text).collect();
    all.extend(catalog.rules().iter().map(|r| r.says.clone()));
    all.extend(catalog.sources().iter().flat_map(|s| [s.short.clone(), s.citation.clone()]));
    all.extend(catalog.points().iter().flat_map(|p| p.find.clone()));
    all.extend(catalog.points().iter().map(|p| p.hanzi.traditional.clone()));
    let captions = |story: &deqi::model::Story| story.steps.iter().map(|s| s.caption.clone()).collect::<Vec<_>>();
    all.extend(catalog.stories().iter().flat_map(captions));
    let evidence = catalog.evidence();
    all.extend(evidence.panels.iter().flat_map(deqi::model::Panel::texts).map(|text| text.says.to_owned()));
    all.extend(evidence.claims.iter().flat_map(|c| c.text.each()).map(|(_, text)| text.to_owned()));
    all.extend(evidence.charts.iter().flat_map(|c| [c.says.clone(), c.means.clone(), c.caption.clone()]));
    all.extend(evidence.studies.iter().flat_map(|s| [s.result.clone(), s.limits.clone(), s.made.clone()]));
    all.extend(evidence.terms.iter().map(|term| term.says.clone()));
    let text = all.join("\n");
    let shown = text.clone();
    let harness =
        Harness::builder().with_size(vec2(900.0, 700.0)).with_context_setup(theme::install_fonts).build_ui(move |ui| {
            ui.label(&shown);
        });
    assert!(harness.output().shapes.len() > 1, "{} signs are written", text.chars().count());
}

#[test]
fn what_a_visitor_types_may_be_in_any_script() {
    let mut harness = Harness::builder().with_size(vec2(DESK.0, DESK.1)).allow_missing_glyphs().build_eframe(|cc| {
        let start = Start::with(LIBRARY.clone(), still());
        App::new(&cc.egui_ctx, start).unwrap()
    });
    harness.state_mut().ask(Action::Ask(FOREIGN.to_owned()));
    harness.run_steps(3);
    let typed: Vec<_> = words(&harness).into_iter().filter(|w| w.text.contains(FOREIGN)).collect();
    assert!(typed.len() >= 2, "in the field and in the headline");
    for word in typed {
        assert!(word.ink.width() > 40.0, "a substitute is painted for each sign: {word:?}");
    }
}

#[test]
fn the_real_program_paints_a_substitute() {
    let ctx = Context::default();
    theme::install_fonts(&ctx);
    let mut widths = Vec::new();
    for text in ["ก", "กก"] {
        let mut output = ctx.run_ui(RawInput::default(), |ui| {
            ui.label(text);
        });
        output.textures_delta.clear();
        let painted = output.shapes.iter().find_map(|ClippedShape { shape, .. }| match shape {
            Shape::Text(text) => Some(text.visual_bounding_rect().width()),
            _ => None,
        });
        widths.push(painted.expect("the label is painted"));
    }
    assert!(widths[0] > 2.0 && widths[1] > widths[0] * 1.5, "one substitute a sign: {widths:?}");
}
