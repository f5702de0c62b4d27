//! The clinic's people at a kiosk: they call, type their PIN, do what they came for and go, by finger and by keyboard.

use std::path::PathBuf;

use deqi::app::{Ending, Start};
use deqi::library::Library;
use deqi::mode::Mode;
use deqi::staff::Place;
use deqi::store::kiosk::Kiosk;
use deqi::store::pin;
use deqi::store::settings::ThemeChoice;
use deqi::visit::{Action, Change, Sheet, Visit};
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, ViewportCommand};

use crate::support::{
    DESK, Deqi, LIBRARY, come, control, fake_printer, fill, focused, headline, jobs, key, open_in, open_kiosk,
    open_to_nobody, open_with, press, still, tab_to, things, until,
};

const PIN: &str = "27182818";

fn kiosk_with(kiosk: Kiosk) -> Deqi {
    let kiosk = Kiosk { pin: Some(pin::hash(PIN).unwrap()), ..kiosk };
    open_kiosk(DESK, kiosk, LIBRARY.clone())
}

/// By keyboard: with a finger it is tried among the ways out.
fn call(deqi: &mut Deqi) {
    key(deqi, Modifiers::CTRL | Modifiers::SHIFT, Key::F8);
}

fn type_in(deqi: &mut Deqi, digits: &str) {
    for digit in digits.chars() {
        press(deqi, &digit.to_string());
    }
}

fn enter(deqi: &mut Deqi) {
    call(deqi);
    type_in(deqi, PIN);
    assert_eq!(headline(deqi), "Staff page");
}

fn pass(deqi: &mut Deqi, seconds: f64) {
    let now = deqi.ctx.input(|i| i.time);
    deqi.input_mut().time = Some(now + seconds);
    deqi.step();
    deqi.input_mut().time = None;
    deqi.run();
}

fn says(deqi: &Deqi, text: &str) -> bool {
    things(deqi).iter().any(|t| t.name.contains(text))
}

fn closes(deqi: &Deqi) -> bool {
    deqi.output().viewport_output.values().any(|v| v.commands.contains(&ViewportCommand::Close))
}

#[test]
fn with_the_pin_staff_get_in_and_close_the_program() {
    for (row, ending) in [("Leave the kiosk", Ending::Left), ("Start again", Ending::Restart)] {
        let mut deqi = kiosk_with(Kiosk::default());
        enter(&mut deqi);
        press(&mut deqi, row);
        assert_eq!(deqi.state().ending(), Some(ending), "{row}");
        // The window is asked to close, and this time nothing says no.
        let viewport = deqi.input_mut().viewports.values_mut().next().unwrap();
        viewport.events.push(eframe::egui::ViewportEvent::Close);
        deqi.step();
        let said = deqi.output().viewport_output.values().flat_map(|v| &v.commands);
        assert!(!said.into_iter().any(|c| *c == ViewportCommand::CancelClose), "{row}");
    }
}

#[test]
fn while_staff_are_there_nobody_starts_it_anew() {
    let kiosk = Kiosk { pin: Some(pin::hash(PIN).unwrap()), ..Kiosk::default() };
    let start = Start { mode: Mode::Kiosk, kiosk, ..Start::with(LIBRARY.clone(), still()) };
    let mut deqi = open_to_nobody(DESK, start);
    fill(&mut deqi, DESK);
    assert!(deqi.state().is_free());
    enter(&mut deqi);
    assert!(!deqi.state().is_free(), "staff at work lose their page");
    press(&mut deqi, "Back to the visitors’ screen");
    assert!(deqi.state().is_free());
    come(&mut deqi);
    assert!(!deqi.state().is_free());
}

#[test]
fn a_wrong_pin_waits_and_the_right_one_comes_in_after_that() {
    let mut deqi = kiosk_with(Kiosk::default());
    call(&mut deqi);
    assert!(says(&deqi, "Type the PIN of this screen."));
    type_in(&mut deqi, "271");
    assert!(says(&deqi, "3 of 8 digits"));
    press(&mut deqi, "Erase");
    assert!(says(&deqi, "2 of 8 digits"));
    type_in(&mut deqi, "000000");
    assert!(says(&deqi, "That PIN is not right. Wait 5 seconds."), "{:?}", things(&deqi));
    assert!(things(&deqi).iter().filter(|t| t.role == Role::Button && t.name.len() == 1).all(|t| t.disabled));
    pass(&mut deqi, 2.5);
    assert!(says(&deqi, "Wait 3 seconds."));
    pass(&mut deqi, 3.0);
    assert!(!says(&deqi, "Wait"));
    type_in(&mut deqi, PIN);
    assert_eq!(headline(&deqi), "Staff page");
    // Once in, the lock forgets: the next mistake costs five seconds, not ten.
    press(&mut deqi, "Back to the visitors’ screen");
    call(&mut deqi);
    type_in(&mut deqi, "00000000");
    assert!(says(&deqi, "Wait 5 seconds."));
    assert!(!closes(&deqi));
}

#[test]
fn a_new_start_waits_as_long_as_the_one_before() {
    let kiosk = Kiosk { pin: Some(pin::hash(PIN).unwrap()), ..Kiosk::default() };
    let mut deqi =
        open_with(DESK, Start { mode: Mode::Kiosk, kiosk, wrong_pins: 3, ..Start::with(LIBRARY.clone(), still()) });
    call(&mut deqi);
    assert!(says(&deqi, "Wait 20 seconds."));
    pass(&mut deqi, 20.5);
    type_in(&mut deqi, "00000000");
    assert!(says(&deqi, "Wait 40 seconds."), "the next wrong one doubles it");
}

#[test]
fn without_a_pin_nobody_gets_in_and_the_screen_says_what_helps() {
    let mut deqi = open_kiosk(DESK, Kiosk::default(), LIBRARY.clone());
    call(&mut deqi);
    assert_eq!(headline(&deqi), "Staff only");
    assert!(says(&deqi, "run “deqi pin”"));
    assert!(!things(&deqi).iter().any(|t| t.name == "1"), "there is no keypad");
    for _ in 0..8 {
        key(&mut deqi, Modifiers::NONE, Key::Num0);
    }
    assert_eq!(deqi.state().staff().place(), Place::Door);
    press(&mut deqi, "Back to the visitors’ screen");
    assert_eq!(deqi.state().staff().place(), Place::Away);
}

#[test]
fn only_a_kiosk_has_a_page_for_staff() {
    for mode in [Mode::Home, Mode::Practice] {
        let mut deqi = open_in(mode, DESK, still());
        call(&mut deqi);
        assert_eq!(deqi.state().staff().place(), Place::Away, "{mode:?}");
    }
}

#[test]
fn by_keyboard_alone() {
    let mut deqi = kiosk_with(Kiosk::default());
    call(&mut deqi);
    for digit in PIN.chars() {
        key(&mut deqi, Modifiers::NONE, Key::from_name(&digit.to_string()).unwrap());
    }
    assert_eq!(headline(&deqi), "Staff page");
    tab_to(&mut deqi, |t| t.name == "Check the content");
    key(&mut deqi, Modifiers::NONE, Key::Enter);
    assert_eq!(headline(&deqi), "Check the content");
    key(&mut deqi, Modifiers::NONE, Key::Escape);
    assert_eq!(headline(&deqi), "Staff page");
    key(&mut deqi, Modifiers::NONE, Key::Escape);
    assert_eq!(deqi.state().staff().place(), Place::Away);
    assert!(focused(&deqi).is_none_or(|t| t.name != "Check the content"));
}

#[test]
fn what_staff_did_is_forgotten_and_the_next_visitor_begins_anew() {
    let mut deqi = kiosk_with(Kiosk::default());
    deqi.state_mut().ask(Action::Open(Sheet::Channels));
    call(&mut deqi);
    type_in(&mut deqi, "271");
    press(&mut deqi, "Back to the visitors’ screen");
    assert_eq!(*deqi.state().visit(), Visit::default());
    call(&mut deqi);
    assert!(says(&deqi, "0 of 8 digits"), "digits of someone who went away wait for the next");
    // Whoever walks away leaves no door open.
    pass(&mut deqi, 31.0);
    assert_eq!(deqi.state().staff().place(), Place::Away);
    enter(&mut deqi);
    pass(&mut deqi, 179.0);
    assert_eq!(deqi.state().staff().place(), Place::Page);
    pass(&mut deqi, 2.0);
    assert_eq!(deqi.state().staff().place(), Place::Away);
}

#[test]
fn while_the_screen_is_wiped_no_touch_counts() {
    let mut deqi = kiosk_with(Kiosk::default());
    enter(&mut deqi);
    press(&mut deqi, "Clean the screen");
    assert_eq!(headline(&deqi), "You can wipe the screen now");
    assert!(says(&deqi, "60 seconds left"));
    assert!(!things(&deqi).iter().any(crate::support::Thing::is_control), "nothing can be pressed");
    pass(&mut deqi, 29.5);
    assert!(says(&deqi, "seconds left"));
    for x in 0..10 {
        crate::support::click(&mut deqi, eframe::egui::pos2(100.0 * x as f32, 60.0 * x as f32));
        key(&mut deqi, Modifiers::NONE, Key::Escape);
        key(&mut deqi, Modifiers::NONE, Key::Enter);
    }
    assert!(matches!(deqi.state().staff().place(), Place::Cleaning(_)));
    assert!(deqi.ctx.input(|i| i.events.is_empty()));
    pass(&mut deqi, 40.0);
    assert_eq!(deqi.state().staff().place(), Place::Away);
    let middle = crate::support::window(&deqi).center();
    crate::support::click(&mut deqi, middle);
    control(&deqi, "Warning signs");
}

#[test]
fn the_pack_is_read_as_it_is_now() {
    let mut deqi = kiosk_with(Kiosk::default());
    enter(&mut deqi);
    press(&mut deqi, "Check the content");
    assert!(says(&deqi, "No pack is set up.") && says(&deqi, "Nothing is wrong with it."));

    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("pack.ron"), "(format: 1, id: \"own\"").unwrap();
    let mut deqi = kiosk_with(Kiosk { pack: Some(folder.path().to_owned()), ..Kiosk::default() });
    enter(&mut deqi);
    press(&mut deqi, "Check the content");
    assert!(says(&deqi, "to look at:") && says(&deqi, "pack.ron:1:"), "{:?}", things(&deqi));
    let told = Library::read(Vec::new()).problems.len();
    assert_eq!(told, 0, "what is told is the pack's own");

    let gone: PathBuf = folder.path().join("gone");
    let mut deqi = kiosk_with(Kiosk { pack: Some(gone), ..Kiosk::default() });
    enter(&mut deqi);
    press(&mut deqi, "Check the content");
    assert!(says(&deqi, "this is not a folder that can be read"));
}

#[test]
fn counters_and_record_are_read_in_words() {
    let mut deqi = kiosk_with(Kiosk::default());
    enter(&mut deqi);
    assert!(!says(&deqi, "Counters and record"), "there is nothing to read where no file was set up");

    let folder = tempfile::tempdir().unwrap();
    let (metrics, crashes) = (folder.path().join("deqi.prom"), folder.path().join("crash.txt"));
    let counters = "# HELP deqi_kiosk_visits_today Visits that ended today.\n# TYPE deqi_kiosk_visits_today gauge\n\
                    deqi_kiosk_visits_today 12\n";
    std::fs::write(&metrics, counters).unwrap();
    let lines: Vec<String> = (0..5000).map(|i| format!("line {i}")).collect();
    std::fs::write(&crashes, lines.join("\n")).unwrap();
    let kiosk = Kiosk { metrics: Some(metrics), crash_record: Some(crashes), ..Kiosk::default() };
    assert_eq!(kiosk.records(200).len(), 200, "as much as someone reads");
    let mut deqi = kiosk_with(kiosk);
    enter(&mut deqi);
    press(&mut deqi, "Counters and record");
    assert!(says(&deqi, "Visits that ended today: 12"));
    assert!(says(&deqi, "line 4999") && !says(&deqi, "line 4000"), "the newest lines");
}

#[test]
fn without_a_printer_the_page_says_what_helps() {
    let mut deqi = kiosk_with(Kiosk::default());
    enter(&mut deqi);
    press(&mut deqi, "Printer");
    assert!(says(&deqi, "No printer is set up for this screen.") && says(&deqi, "printer: Some(\"Front_Desk\")"));
    assert!(!things(&deqi).iter().any(|t| t.is_control() && t.name.contains("Print")), "there is nothing to press");
    press(&mut deqi, "Back to the staff page");
    assert_eq!(headline(&deqi), "Staff page");
    // A name that no printer has is not tried.
    let mut deqi = kiosk_with(Kiosk { printer: Some("a; reboot".to_owned()), ..Kiosk::default() });
    enter(&mut deqi);
    press(&mut deqi, "Printer");
    assert!(says(&deqi, "names a printer “a; reboot”"));
    assert!(!things(&deqi).iter().any(|t| t.is_control() && t.name.contains("Print")));
}

#[cfg(unix)]
#[test]
fn a_test_page_is_printed_once_in_a_while_and_what_became_of_it_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let mut deqi = kiosk_with(Kiosk { printer: Some("Front_Desk".to_owned()), ..Kiosk::default() });
    deqi.state_mut().print_on(Some(fake_printer(folder.path(), "exit 0")));
    enter(&mut deqi);
    press(&mut deqi, "Printer");
    assert!(says(&deqi, "Pages go to the printer “Front_Desk”."));
    press(&mut deqi, "Print a test page");
    until(&mut deqi, |deqi| says(deqi, "The printer took the test page."));
    assert_eq!(jobs(folder.path()), 1);
    for _ in 0..20 {
        press(&mut deqi, "Print a test page");
        assert!(says(&deqi, "seconds before the next test page."));
    }
    assert_eq!(jobs(folder.path()), 1, "twenty more presses print nothing");
    pass(&mut deqi, 16.0);
    press(&mut deqi, "Print a test page");
    until(&mut deqi, |deqi| says(deqi, "The printer took the test page."));
    assert_eq!(jobs(folder.path()), 2);
    // Who goes away leaves nothing of it for whoever comes next.
    press(&mut deqi, "Back to the staff page");
    press(&mut deqi, "Printer");
    assert!(!says(&deqi, "The printer took"));
    // The page is one that other programs read, in both builds the same.
    let page = folder.path().join("page.1.pdf");
    let Ok(read) = std::process::Command::new("pdftotext").arg("-layout").arg(&page).arg("-").output() else {
        eprintln!("skipped: pdftotext is not installed");
        return;
    };
    let text = String::from_utf8_lossy(&read.stdout).into_owned();
    assert!(read.status.success() && read.stderr.is_empty(), "{}", String::from_utf8_lossy(&read.stderr));
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for says in ["Deqi: test page", "The printer of this screen works.", "Nothing of any visitor is on it."] {
        assert!(words.contains(says), "{says} is missing in {words}");
    }
}

#[cfg(unix)]
#[test]
fn a_printer_that_does_not_take_the_page_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let mut deqi = kiosk_with(Kiosk { printer: Some("Front_Desk".to_owned()), ..Kiosk::default() });
    deqi.state_mut().print_on(Some(fake_printer(folder.path(), "exit 1")));
    enter(&mut deqi);
    press(&mut deqi, "Printer");
    press(&mut deqi, "Print a test page");
    until(&mut deqi, |deqi| says(deqi, "The printer did not take the test page."));
    assert_eq!(jobs(folder.path()), 1);
}

#[test]
fn the_screen_is_measured_and_a_line_keeps_it() {
    let mut deqi = kiosk_with(Kiosk::default());
    enter(&mut deqi);
    press(&mut deqi, "Screen size");
    let before = deqi.state().settings().points_per_mm.unwrap_or(3.78);
    press(&mut deqi, "Longer");
    let after = deqi.state().settings().points_per_mm.unwrap();
    assert!(after > before);
    assert!(says(&deqi, &format!("points_per_mm: {after:.3},")));
    press(&mut deqi, "Back to the staff page");
    assert_eq!(headline(&deqi), "Staff page");
}

#[test]
fn a_screen_too_small_for_fingers_is_named_where_it_is_measured() {
    let small = "This screen is too small for buttons of 20 mm: the smallest are 12 mm here. A larger screen would suit \
                 fingers better.";
    for (points_per_mm, size, told) in [(4.0, (1080.0, 1920.0), None), (5.5, (800.0, 600.0), Some(small))] {
        let mut deqi = kiosk_with(Kiosk::default());
        deqi.state_mut().ask(Action::Set(Change::PointsPerMillimetre(points_per_mm)));
        deqi.run_steps(2);
        fill(&mut deqi, size);
        enter(&mut deqi);
        press(&mut deqi, "Screen size");
        let said: Vec<String> = things(&deqi).into_iter().map(|t| t.name).filter(|n| n.contains("too small")).collect();
        let zoom = deqi.ctx.zoom_factor();
        assert_eq!(said, told.into_iter().collect::<Vec<_>>(), "{size:?}, {points_per_mm} points a mm, zoom {zoom}");
    }
}

#[test]
fn it_fits_every_screen_and_size_of_text() {
    for size in [(800.0, 600.0), (1280.0, 800.0), (1920.0, 1080.0), (1080.0, 1920.0)] {
        for (theme, percent) in [(ThemeChoice::Light, 100), (ThemeChoice::Contrast, 200)] {
            let mut deqi = kiosk_with(Kiosk::default());
            deqi.state_mut().ask(Action::Set(Change::Theme(theme)));
            deqi.state_mut().ask(Action::Set(Change::TextSize(percent)));
            deqi.run_steps(2);
            fill(&mut deqi, size);
            let fits = |deqi: &mut Deqi| {
                let place = format!("{:?} at {size:?}, {percent} %", deqi.state().staff().place());
                crate::layout::fits(deqi, &place);
            };
            call(&mut deqi);
            fits(&mut deqi);
            type_in(&mut deqi, "00000000");
            fits(&mut deqi);
            pass(&mut deqi, 6.0);
            type_in(&mut deqi, PIN);
            fits(&mut deqi);
            for row in ["Check the content", "Screen size", "Printer"] {
                press(&mut deqi, row);
                fits(&mut deqi);
                press(&mut deqi, "Back to the staff page");
            }
            press(&mut deqi, "Clean the screen");
            fits(&mut deqi);
        }
    }
}
