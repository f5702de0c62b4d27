//! A person is in the middle of an entry when the window closes, or the power goes: at the next start it is there.

use deqi::diary::Unfinished;
use deqi::mode::Mode;
use deqi::visit::{Action, DiaryAsk, DiaryPanel, DiaryView, Field, Screen};
use eframe::egui::accesskit;
use eframe::egui::{Event, ViewportEvent, ViewportId};

use super::diary::{Home, does, entries, kept, says};
use crate::diary_weeks::{ask, day, entry, fields, weeks};
use crate::keeping::{files, holding};
use crate::support::{Deqi, act, control, headline, pass, press};

fn diary(deqi: &Deqi) -> &DiaryPanel {
    &deqi.state().visit().diary
}

fn goes_to_diary(deqi: &mut Deqi) {
    does(deqi, [Action::Go(Screen::Diary)]);
}

fn note(text: &str) -> Action {
    ask(DiaryAsk::Change(Field::Note(text.to_owned())))
}

/// The window is closed by its cross.
fn closes(mut deqi: Deqi) {
    let window = deqi.input_mut().viewports.entry(ViewportId::ROOT).or_default();
    window.events.push(ViewportEvent::Close);
    deqi.step();
}

fn types(deqi: &mut Deqi, field: &str, text: &str) {
    let field = control(deqi, field);
    act(deqi, &field, accesskit::Action::Focus, None);
    deqi.event(Event::Text(text.to_owned()));
    deqi.step();
    deqi.run();
}

#[test]
fn an_entry_half_written_is_there_again_after_the_window_was_closed() {
    let home = Home::new();
    let mut deqi = home.open(Mode::Home);
    does(&mut deqi, weeks().into_iter().chain([ask(DiaryAsk::Write(day("2026-12-13")))]));
    types(&mut deqi, "Anything else?", "Slept on the sofa and th");
    closes(deqi);
    let mut deqi = home.open(Mode::Home);
    press(&mut deqi, "More");
    press(&mut deqi, "My diary");
    assert!(says(&deqi, "Here is what you had begun for 13 December 2026. It is not in your diary yet."));
    assert_eq!(entries(&deqi).len(), 12, "nor is it");
    press(&mut deqi, "Go on with your entry");
    assert_eq!(headline(&deqi), "A new entry");
    types(&mut deqi, "Anything else?", "en on the floor");
    press(&mut deqi, "Keep this entry");
    assert_eq!(entries(&deqi).last().unwrap().note, "Slept on the sofa and then on the floor");
    assert_eq!(holding(home.folder.path(), "Slept on the sofa").len(), 1);
    drop(deqi);
    let mut deqi = home.open(Mode::Home);
    goes_to_diary(&mut deqi);
    assert!(!says(&deqi, "Here is what you had begun") && !says(&deqi, "Go on with your entry"));
    assert_eq!(entries(&deqi).len(), 13);
}

#[test]
fn a_power_cut_two_quiet_seconds_after_the_last_word_loses_none() {
    let home = Home::new();
    let mut deqi = home.open(Mode::Home);
    does(&mut deqi, weeks());
    does(&mut deqi, [ask(DiaryAsk::Edit(12)), note("MARKER-IN-AN-EDIT")]);
    pass(&mut deqi, 1.0);
    assert_eq!(holding(home.folder.path(), "MARKER-IN-AN-EDIT"), [""; 0].map(std::path::PathBuf::from));
    pass(&mut deqi, 1.5);
    assert_eq!(holding(home.folder.path(), "MARKER-IN-AN-EDIT"), [home.file()]);
    // Nothing is told to the program that goes.
    drop(deqi);
    let mut deqi = home.open(Mode::Home);
    goes_to_diary(&mut deqi);
    assert!(says(&deqi, "Here is what you had begun for 12 December 2026."));
    assert_ne!(entries(&deqi).last().unwrap().note, "MARKER-IN-AN-EDIT", "the entry is as it was kept");
    press(&mut deqi, "Go on with your entry");
    assert_eq!(headline(&deqi), "Change an entry");
    press(&mut deqi, "Keep this entry");
    assert_eq!(entries(&deqi).len(), 12, "it is changed, and none is added");
    assert_eq!(entries(&deqi).last().unwrap().note, "MARKER-IN-AN-EDIT");
}

#[test]
fn whoever_writes_without_a_pause_loses_ten_seconds_at_most() {
    let home = Home::new();
    let mut deqi = home.open(Mode::Home);
    does(&mut deqi, weeks().into_iter().chain([ask(DiaryAsk::Write(day("2026-12-13")))]));
    let mut text = "MARKER".to_owned();
    for _ in 0..11 {
        text.push('.');
        does(&mut deqi, [note(&text)]);
        pass(&mut deqi, 1.0);
    }
    assert_eq!(holding(home.folder.path(), "MARKER......"), [home.file()]);
}

#[test]
fn what_is_thrown_away_is_nowhere() {
    let home = Home::new();
    let mut deqi = home.open(Mode::Home);
    does(&mut deqi, weeks().into_iter().chain([ask(DiaryAsk::Write(day("2026-12-13"))), note("MARKER-THROWN-AWAY")]));
    closes(deqi);
    let mut deqi = home.open(Mode::Home);
    goes_to_diary(&mut deqi);
    assert_eq!(holding(home.folder.path(), "MARKER-THROWN-AWAY"), [home.file()], "no copy, no other file");
    press(&mut deqi, "Take along, back up, delete");
    press(&mut deqi, "Make a backup");
    press(&mut deqi, "Write a table (CSV)");
    press(&mut deqi, "Write plain words");
    assert_eq!(holding(home.folder.path(), "MARKER-THROWN-AWAY"), [home.file()], "files to take along hold the diary");
    press(&mut deqi, "Back to my diary");
    press(&mut deqi, "Go on with your entry");
    press(&mut deqi, "Leave it as it was");
    assert_eq!(holding(home.folder.path(), "MARKER-THROWN-AWAY"), [""; 0].map(std::path::PathBuf::from));
    drop(deqi);
    assert_eq!(kept(&home.file()), 12);
}

#[test]
fn deleting_everything_deletes_what_was_begun_and_a_new_diary_can_begin_with_an_unfinished_entry() {
    let home = Home::new();
    let mut deqi = home.open(Mode::Home);
    does(&mut deqi, weeks().into_iter().chain([ask(DiaryAsk::Write(day("2026-12-13"))), note("MARKER-BEGUN")]));
    pass(&mut deqi, 3.0);
    // A second name for the same bytes on the disk shows that they are written over, not only forgotten.
    let shadow = home.folder.path().join("shadow");
    std::fs::hard_link(home.file(), &shadow).unwrap();
    assert_eq!(holding(home.folder.path(), "MARKER-BEGUN").len(), 2);
    does(&mut deqi, [ask(DiaryAsk::Show(DiaryView::Keeping))]);
    press(&mut deqi, "Delete everything …");
    press(&mut deqi, "Yes, delete it for good");
    pass(&mut deqi, 3.0);
    assert_eq!(holding(home.folder.path(), "MARKER-BEGUN"), [""; 0].map(std::path::PathBuf::from));
    assert_eq!(files(&home.folder.path().join("private")), [], "and no new file is begun for nothing");
    does(&mut deqi, [ask(DiaryAsk::Write(day("2026-12-13"))), note("the first word")]);
    pass(&mut deqi, 3.0);
    drop(deqi);
    let mut deqi = home.open(Mode::Home);
    goes_to_diary(&mut deqi);
    assert_eq!(diary(&deqi).draft.as_ref().unwrap().entry.note, "the first word");
}

#[test]
fn a_second_window_writes_over_nothing_and_both_entries_come_back() {
    let home = Home::new();
    let mut first = home.open(Mode::Home);
    does(&mut first, [Action::Go(Screen::Diary)].into_iter().chain(entry("2026-12-01", fields(Some(3), false))));
    does(&mut first, [ask(DiaryAsk::Write(day("2026-12-10"))), note("begun in the first window")]);
    pass(&mut first, 3.0);
    let mut second = home.open(Mode::Home);
    goes_to_diary(&mut second);
    assert!(says(&second, "is open in another window"));
    does(&mut second, entry("2026-12-02", fields(Some(4), false)));
    // The first entry of this window is being changed: in the file it has another number.
    does(&mut second, [ask(DiaryAsk::Edit(1)), note("changed in the second window")]);
    pass(&mut second, 3.0);
    assert!(says(&second, "Not on the disk yet"));
    assert_eq!(holding(home.folder.path(), "changed in the second window").len(), 0);
    drop(first);
    press(&mut second, "Try again");
    assert!(says(&second, "You had begun one more entry, for 10 December 2026."));
    assert!(!says(&second, "Not on the disk yet"));
    let notes = |deqi: &Deqi| {
        let all: Vec<Unfinished> = diary(deqi).unfinished();
        all.into_iter().map(|one| one.entry.note).collect::<Vec<_>>()
    };
    assert_eq!(notes(&second), ["begun in the first window", "changed in the second window"]);
    for words in ["begun in the first window", "changed in the second window"] {
        assert_eq!(holding(home.folder.path(), words), [home.file()], "{words}");
    }
    press(&mut second, "Keep this entry");
    let pains: Vec<_> = entries(&second).into_iter().map(|entry| (entry.pain, entry.note)).collect();
    let changed = "changed in the second window".to_owned();
    assert_eq!(
        pains,
        [(Some(3), "Drive.".to_owned()), (Some(4), changed)],
        "the entry of the other window is as it was"
    );
    assert!(says(&second, "Here is what you had begun for 10 December 2026."));
    closes(second);
    let mut third = home.open(Mode::Home);
    goes_to_diary(&mut third);
    assert_eq!(notes(&third), ["begun in the first window"]);
}

#[test]
fn a_second_window_that_closes_last_keeps_what_it_has() {
    let home = Home::new();
    let mut first = home.open(Mode::Home);
    goes_to_diary(&mut first);
    let mut second = home.open(Mode::Home);
    goes_to_diary(&mut second);
    does(&mut second, [ask(DiaryAsk::Write(day("2026-12-02"))), note("written in the second window")]);
    pass(&mut second, 3.0);
    closes(first);
    closes(second);
    let mut third = home.open(Mode::Home);
    goes_to_diary(&mut third);
    assert_eq!(diary(&third).draft.as_ref().unwrap().entry.note, "written in the second window");
}

#[test]
fn a_new_entry_waits_while_an_old_one_is_changed() {
    let home = Home::new();
    let mut deqi = home.open(Mode::Home);
    does(&mut deqi, weeks().into_iter().chain([ask(DiaryAsk::Write(day("2026-12-13"))), note("new")]));
    does(&mut deqi, [ask(DiaryAsk::Show(DiaryView::Overview)), ask(DiaryAsk::Edit(12)), note("changed")]);
    does(&mut deqi, [ask(DiaryAsk::Show(DiaryView::Overview)), ask(DiaryAsk::Edit(12))]);
    assert_eq!(diary(&deqi).draft.as_ref().unwrap().entry.note, "changed", "an entry is gone on with, not begun again");
    press(&mut deqi, "Leave it as it was");
    assert!(says(&deqi, "Here is what you had begun for 13 December 2026."));
    press(&mut deqi, "Go on with your entry");
    assert_eq!(diary(&deqi).draft.as_ref().unwrap().entry.note, "new");
}

#[test]
fn a_kiosk_and_a_practice_begin_none() {
    for mode in [Mode::Kiosk, Mode::Practice] {
        let home = Home::new();
        let mut deqi = home.open(mode);
        does(&mut deqi, [Action::Go(Screen::Diary), ask(DiaryAsk::Write(day("2026-12-13"))), note("MARKER")]);
        pass(&mut deqi, 3.0);
        closes(deqi);
        assert_eq!(files(home.folder.path()), [], "{mode:?}");
    }
}
