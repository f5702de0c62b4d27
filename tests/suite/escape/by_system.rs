//! Ways out by what the system offers a program: files, browser, clipboard, printers, packs.

use std::path::Path;
use std::sync::Arc;

use deqi::content::{Folder, PackSource};
use deqi::library::Library;
use deqi::model::SourceId;
use deqi::store::kiosk::Kiosk;
use deqi::visit::{Action, Screen};
use eframe::egui::accesskit::Role;
use eframe::egui::output::IMEOutput;
use eframe::egui::{ColorImage, Event, HoveredFile, IMEPurpose, ImeEvent, Key, Modifiers, OpenUrl, Rect, pos2};
use tempfile::TempDir;

#[cfg(unix)]
use super::by_finger::tap;
use super::{chord, kiosk, quiet, send, state, swallowed, tree};
use crate::stick::Stick;
use crate::support::{DESK, Deqi, LIBRARY, go, open_kiosk, screens, things};
#[cfg(unix)]
use crate::support::{Thing, fake_printer, jobs, press, until};

/// Looks at every screen of a kiosk.
fn on_every_screen(look: impl Fn(&str, &Deqi)) {
    let mut deqi = kiosk();
    for (screen, actions) in screens() {
        go(&mut deqi, &actions);
        quiet(&deqi);
        look(screen, &deqi);
    }
}

pub(super) fn links() {
    tree::no_links_and_no_clipboard();
    on_every_screen(|screen, deqi| {
        assert!(!things(deqi).iter().any(|t| t.role == Role::Link), "{screen}: a link is shown");
    });
    // Even what our own code asks for by mistake does not go out.
    let deqi = &mut kiosk();
    deqi.ctx.open_url(OpenUrl::new_tab("https://example.org"));
    deqi.step();
    quiet(deqi);
}

pub(super) fn dropped_files() {
    let mut deqi = kiosk();
    let before = state(&deqi);
    for path in ["/etc/passwd", "/media/stick/pack.ron"] {
        let input = deqi.input_mut();
        input.hovered_files.push(HoveredFile { path: Some(path.into()), ..HoveredFile::default() });
        input.dropped_files.push(Arc::new(Stick(path.into())));
        deqi.step();
        assert!(deqi.ctx.input(|i| i.raw.dropped_files.is_empty() && i.raw.hovered_files.is_empty()), "{path} arrives");
        deqi.input_mut().hovered_files.clear();
    }
    deqi.run();
    assert!(state(&deqi) == before);
}

pub(super) fn clipboard() {
    tree::no_links_and_no_clipboard();
    let mut deqi = kiosk();
    let image = Arc::new(ColorImage::filled([2, 2], eframe::egui::Color32::WHITE));
    let text = "x".repeat(10_000_000);
    let events = [
        Event::Paste(text.clone()),
        Event::PasteImage(image),
        Event::MiddleClickPaste { pos: pos2(300.0, 30.0), text },
        Event::Copy,
        Event::Cut,
    ];
    swallowed(&mut deqi, events);
    for key in [Key::A, Key::C, Key::V, Key::X, Key::Insert] {
        let [down, up] = chord(Modifiers::CTRL, key);
        swallowed(&mut deqi, [down]);
        send(&mut deqi, [up]);
    }
    assert!(!deqi.ctx.global_style().interaction.selectable_labels, "text can be selected");
    deqi.ctx.copy_text("what a visitor read".to_owned());
    deqi.step();
    quiet(&deqi);
}

fn no_text_fields() {
    on_every_screen(|screen, deqi| {
        let field = things(deqi).into_iter().find(|t| {
            matches!(t.role, Role::TextInput | Role::MultilineTextInput | Role::SearchInput | Role::PasswordInput)
        });
        assert!(field.is_none(), "{screen}: {field:?}");
    });
}

pub(super) fn text() {
    no_text_fields();
    let mut deqi = kiosk();
    swallowed(&mut deqi, (0..50).map(|_| Event::Text("ab".repeat(5000))));
}

pub(super) fn keyboard_on_screen() {
    on_every_screen(|screen, deqi| {
        assert!(deqi.output().platform_output.ime.is_none(), "{screen}: the system is asked for a keyboard");
    });
    no_text_fields();
    // Even where our own code asks for it by mistake.
    let mut deqi = kiosk();
    deqi.ctx.output_mut(|output| {
        output.ime = Some(IMEOutput {
            purpose: IMEPurpose::Normal,
            rect: Rect::EVERYTHING,
            cursor_rect: Rect::EVERYTHING,
            should_interrupt_composition: false,
        });
    });
    deqi.step();
    assert!(deqi.output().platform_output.ime.is_none(), "the system is asked for a keyboard");
    swallowed(&mut kiosk(), [Event::Ime(ImeEvent::Commit("針".to_owned()))]);
}

pub(super) fn printing() {
    // Where the clinic set up no printer, there is nothing to flood.
    on_every_screen(|screen, deqi| {
        let prints = things(deqi).into_iter().find(|t| t.is_control() && t.name.contains("Print"));
        assert!(prints.is_none(), "{screen}: {prints:?}");
    });
    #[cfg(unix)]
    flooding_by_staff();
}

/// A kiosk with a printer, whose jobs are counted in a folder.
#[cfg(unix)]
fn with_printer() -> (Deqi, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let mut deqi = super::by_finger::with_pin();
    deqi.state_mut().print_on(Some(fake_printer(folder.path(), "exit 0")));
    (deqi, folder)
}

/// Staff, or whoever learned their PIN: one page in fifteen seconds.
#[cfg(unix)]
fn flooding_by_staff() {
    let (mut deqi, folder) = with_printer();
    send(&mut deqi, chord(Modifiers::CTRL | Modifiers::SHIFT, Key::F8));
    for digit in super::by_finger::PIN.chars() {
        send(&mut deqi, chord(Modifiers::NONE, Key::from_name(&digit.to_string()).unwrap()));
    }
    deqi.run();
    press(&mut deqi, "Printer");
    let time = |deqi: &Deqi| deqi.ctx.input(|i| i.time);
    let began = time(&deqi);
    while jobs(folder.path()) < 3 {
        press(&mut deqi, "Print a test page");
        std::thread::sleep(std::time::Duration::from_millis(20));
        super::send_after(&mut deqi, 0.5, []);
        let (pages, seconds) = (jobs(folder.path()), time(&deqi) - began);
        assert!(pages as f64 <= 1.0 + seconds / 15.0, "{pages} test pages in {seconds} seconds");
        assert!(seconds < 600.0, "no page is printed");
    }
}

#[cfg(not(unix))]
pub(super) fn flooding() {
    super::skip("the printer of this test is a shell script");
}

/// What can be pressed under this name and is in sight.
#[cfg(unix)]
fn in_sight(deqi: &Deqi, name: &str) -> Option<Thing> {
    things(deqi).into_iter().find(|t| t.is_control() && t.name == name && t.is_seen() && !t.disabled)
}

/// A finger turns the page until a button is in sight, and taps it.
#[cfg(unix)]
fn find_and_tap(deqi: &mut Deqi, name: &str) {
    for _ in 0..30 {
        let button = in_sight(deqi, name);
        let next = button.clone().or_else(|| in_sight(deqi, "More below"));
        let next = next.unwrap_or_else(|| panic!("no finger finds {name}"));
        tap(deqi, next.shown.center());
        deqi.run_steps(3);
        if button.is_some() {
            return;
        }
    }
    panic!("no finger finds {name}");
}

/// Where there is a printer, taps without end print what one visit may, and no more. All of it is done by a finger: it
/// opens the page to take away, has it made, and taps *Print* again and again.
#[cfg(unix)]
pub(super) fn flooding() {
    let (mut deqi, folder) = with_printer();
    for name in ["Your visit", "Take it along"] {
        find_and_tap(&mut deqi, name);
    }
    assert_eq!(deqi.state().visit().screen, Screen::TakeAway);
    if !cfg!(feature = "pdf") {
        super::skip("without the feature pdf there is no page to print");
    }
    find_and_tap(&mut deqi, "Make the page");
    let has = |deqi: &Deqi, name: &str| things(deqi).iter().any(|t| t.is_control() && t.name == name);
    until(&mut deqi, |deqi| has(deqi, "Print"));
    let of_a_visit = 3;
    let time = |deqi: &Deqi| deqi.ctx.input(|i| i.time);
    let began = time(&deqi);
    while time(&deqi) - began < 300.0 {
        find_and_tap(&mut deqi, "Print");
        super::send_after(&mut deqi, 0.6, []);
        let (pages, seconds) = (jobs(folder.path()), time(&deqi) - began);
        assert!(pages as f64 <= 1.0 + seconds / 60.0, "{pages} pages in {seconds} seconds");
    }
    // The printer takes its time, in which the minutes of this test may have gone by.
    until(&mut deqi, |deqi| {
        find_and_tap(deqi, "Print");
        jobs(folder.path()) >= of_a_visit
    });
    for _ in 0..100 {
        find_and_tap(&mut deqi, "Print");
        super::send_after(&mut deqi, 0.6, []);
    }
    assert_eq!(jobs(folder.path()), of_a_visit, "no more than a visit may have");
}

/// A folder with these files.
fn folder_with(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

/// What is known with a pack in a folder over the built-in one.
fn library_with(folder: &Path) -> Library {
    let pack: Box<dyn PackSource> = Box::new(Folder::open(folder).unwrap());
    Library::read(vec![pack])
}

/// A kiosk with a pack over the built-in one.
fn with_pack(files: &[(&str, &str)]) -> (Deqi, Library) {
    let library = library_with(folder_with(files).path());
    (open_kiosk(DESK, Kiosk::default(), library.clone()), library)
}

const HEAD: &str = r#"(format: 1, id: "stick", title: "Stick", version: "1", reviewed_on: "2026-11-22", language: "en", licence: "CC-BY-4.0")"#;

fn source(id: &str, url: &str) -> String {
    format!(
        "(id: \"{id}\", short: \"Stick\", citation: \"Click me\", year: 2026, url: Some(\"{url}\"), \
         checked_on: \"2026-11-22\")"
    )
}

pub(super) fn links_of_packs() {
    let sources = format!("[{}, {}]", source("evil", "javascript:alert(1)"), source("file", "file:///etc/passwd"));
    let (mut deqi, library) = with_pack(&[("pack.ron", HEAD), ("sources.ron", &sources)]);
    let told: Vec<String> = library.problems.iter().map(ToString::to_string).collect();
    assert!(told.iter().any(|told| told.contains("javascript:alert(1)` is not a web address")), "{told:?}");
    assert!(told.iter().any(|told| told.contains("file:///etc/passwd` is not a web address")), "{told:?}");
    for (screen, actions) in screens() {
        go(&mut deqi, &actions);
        quiet(&deqi);
        assert!(!things(&deqi).iter().any(|t| t.role == Role::Link), "{screen}: a link is shown");
    }
}

pub(super) fn packs() {
    // A stick is only files: nothing that is dropped, typed or pasted names a folder.
    dropped_files();
    swallowed(&mut kiosk(), [Event::Paste("/media/stick".to_owned()), Event::Text("/media/stick".to_owned())]);
    // And a hostile pack in the folder of the clinic's own is left out, entry by entry.
    let (mut deqi, library) = with_pack(&[("pack.ron", HEAD), ("points.ron", "[(code: \"BL23\", ((((")]);
    assert!(!library.problems.is_empty());
    assert_eq!(library.catalog.points().len(), LIBRARY.catalog.points().len());
    go(&mut deqi, &[Action::OpenPage("about".to_owned())]);
    quiet(&deqi);
    // A link that lies in it leads nowhere: what would be taken from the folder itself is not taken from outside.
    let sources = format!("[{}]", source("stick", "https://example.org"));
    let has_it = |library: &Library| library.catalog.source(&SourceId("stick".to_owned())).is_some();
    let inside = folder_with(&[("pack.ron", HEAD), ("sources.ron", &sources)]);
    assert!(has_it(&library_with(inside.path())), "this tries nothing");
    #[cfg(unix)]
    {
        let linked = folder_with(&[("pack.ron", HEAD)]);
        std::os::unix::fs::symlink(inside.path().join("sources.ron"), linked.path().join("sources.ron")).unwrap();
        assert!(!has_it(&library_with(linked.path())), "a link leads out of the pack");
    }
}
