//! A person keeps a diary of their back: at home, on their own disk, and nowhere else.

use std::fs;
use std::path::{Path, PathBuf};

use deqi::app::{App, Keeper, Start};
use deqi::diary::{Entry, Place};
use deqi::mode::Mode;
use deqi::model::Side;
use deqi::store::diary::DiaryStore;
use deqi::visit::{Action, DiaryAsk, DiaryView, Field, Screen, Told};
use eframe::egui::accesskit::{self, Role};
use eframe::egui::{Event, Pos2, Rect, Shape, vec2};
use egui_kittest::Harness;
use tempfile::TempDir;

use crate::diary_weeks::{ask, day, entry, fields, place, weeks};
use crate::keeping::{files, holding};
use crate::support::{
    DESK, Deqi, FRAME, LIBRARY, act, control, drag, headline, press, stage, still, things, within, words,
};

/// A home: the folder for what is private, and the one for documents.
pub(crate) struct Home {
    pub(crate) folder: TempDir,
}

impl Home {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn file(&self) -> PathBuf {
        self.folder.path().join("private").join("diary.sqlite")
    }

    pub(crate) fn documents(&self) -> PathBuf {
        self.folder.path().join("documents")
    }

    pub(crate) fn open(&self, mode: Mode) -> Deqi {
        let keeper = Keeper::new(Some(self.file()), Some(self.documents()));
        let start = Start { mode, ..Start::with(LIBRARY.clone(), still()) };
        Harness::builder().with_size(vec2(DESK.0, DESK.1)).with_step_dt(FRAME).with_max_steps(300).build_eframe(|cc| {
            let mut app = App::new(&cc.egui_ctx, start).unwrap();
            app.load_now();
            app.stop_the_clock(16.17);
            app.set_today(day("2026-12-13"));
            app.keep_diary(keeper);
            app
        })
    }
}

pub(crate) fn does(deqi: &mut Deqi, actions: impl IntoIterator<Item = Action>) {
    for action in actions {
        deqi.state_mut().ask(action);
    }
    deqi.run_steps(2);
    deqi.run();
}

pub(crate) fn entries(deqi: &Deqi) -> Vec<Entry> {
    deqi.state().visit().diary.book.entries().map(|(_, entry)| entry.clone()).collect()
}

pub(crate) fn says(deqi: &Deqi, words: &str) -> bool {
    things(deqi).iter().any(|thing| thing.name.contains(words))
}

pub(crate) fn kept(path: &Path) -> usize {
    DiaryStore::open(path).unwrap().0.rows().unwrap().rows.len()
}

#[test]
fn a_first_entry_begins_with_warning_signs_and_is_there_at_the_next_start() {
    let home = Home::new();
    let mut deqi = home.open(Mode::Home);
    press(&mut deqi, "More");
    press(&mut deqi, "My diary");
    assert_eq!(headline(&deqi), "My diary");
    press(&mut deqi, "Write an entry");
    assert_eq!(headline(&deqi), "First, a question about safety");
    let page = LIBRARY.catalog.page("warning_signs").unwrap();
    for section in &page.sections[..2] {
        for item in &section.items {
            assert!(says(&deqi, item), "the words of the page: {item}");
        }
        press(&mut deqi, "No, none of these");
    }
    assert_eq!(headline(&deqi), "A new entry");
    for _ in 0..5 {
        press(&mut deqi, "More pain");
    }
    press(&mut deqi, "low back, left side");
    press(&mut deqi, "I had a treatment");
    press(&mut deqi, "Keep this entry");
    assert_eq!(headline(&deqi), "My diary");
    drop(deqi);
    let mut again = home.open(Mode::Home);
    does(&mut again, [Action::Go(Screen::Diary)]);
    let kept = entries(&again);
    assert_eq!(kept.len(), 1);
    assert_eq!((kept[0].pain, kept[0].day, kept[0].visit.is_some()), (Some(4), day("2026-12-13"), true));
    assert_eq!(kept[0].places.iter().collect::<Vec<_>>(), [&place("low_back", Side::Left)]);
    assert!(says(&again, "Change the entry of 13 December 2026"));
}

#[test]
fn a_yes_brings_the_warning_signs_first_and_loses_nothing() {
    let home = Home::new();
    let mut deqi = home.open(Mode::Home);
    does(&mut deqi, [Action::Go(Screen::Diary)].into_iter().chain(entry("2026-12-01", fields(Some(3), false))));
    does(&mut deqi, [ask(DiaryAsk::Write(day("2026-12-02"))), ask(DiaryAsk::Change(Field::Pain(Some(6))))]);
    press(&mut deqi, "Keep this entry");
    assert!(says(&deqi, "Your pain is stronger than in your last entry"));
    press(&mut deqi, "Yes, or I am not sure");
    assert_eq!(headline(&deqi), "Warning signs");
    assert_eq!(entries(&deqi).len(), 2, "the entry is kept all the same");
    press(&mut deqi, "Back");
    assert_eq!(headline(&deqi), "My diary");
    // A new place is asked about too; the same pain in the same place is not.
    does(&mut deqi, [ask(DiaryAsk::Write(day("2026-12-03"))), ask(DiaryAsk::Change(Field::Pain(Some(7))))]);
    press(&mut deqi, "Keep this entry");
    assert_eq!(headline(&deqi), "My diary");
    does(&mut deqi, [ask(DiaryAsk::Write(day("2026-12-04")))]);
    press(&mut deqi, "calf, right side");
    press(&mut deqi, "Keep this entry");
    assert!(says(&deqi, "It hurts in a new place"));
}

#[test]
fn a_finger_on_the_body_and_a_row_of_the_list_are_the_same() {
    let home = Home::new();
    let mut deqi = home.open(Mode::Home);
    let write = [Action::Go(Screen::Diary), ask(DiaryAsk::Write(day("2026-12-01")))];
    does(&mut deqi, write.into_iter().chain([ask(DiaryAsk::Signs(false)), ask(DiaryAsk::Signs(false))]));
    let body = stage(&deqi).rect;
    let at = within(body, 0.5, 0.45);
    let painted = |deqi: &Deqi| deqi.state().visit().diary.draft.as_ref().unwrap().entry.places.clone();
    crate::support::click(&mut deqi, at);
    let tapped: Vec<Place> = painted(&deqi).into_iter().collect();
    assert_eq!(tapped.len(), 1, "a tap on the back paints one place");
    assert_eq!(tapped[0].side, Side::Midline);
    let named = things(&deqi).into_iter().find(|t| t.chosen == Some(true) && t.name.ends_with(", middle"));
    assert!(named.is_some(), "the list shows it");
    assert!(stage(&deqi).name.contains("It hurts here:"), "a sentence says it: {}", stage(&deqi).name);
    press(&mut deqi, &named.unwrap().name);
    assert!(painted(&deqi).is_empty(), "the list takes it away again");
    // A drag on the skin paints and does not turn; one beside the body turns and does not paint.
    let camera = |deqi: &Deqi| deqi.state().visit().turning.camera(deqi::body::camera::Camera::default());
    let before = camera(&deqi);
    drag(&mut deqi, at, vec2(90.0, 0.0), 8);
    deqi.run();
    assert!(painted(&deqi).len() >= 2, "middle and side: {:?}", painted(&deqi));
    assert_eq!(camera(&deqi), before);
    let all = painted(&deqi);
    drag(&mut deqi, within(body, 0.04, 0.1), vec2(60.0, 0.0), 8);
    deqi.run();
    assert_ne!(camera(&deqi), before);
    assert_eq!(painted(&deqi), all);
}

#[test]
fn pain_is_a_slider_for_a_screen_reader_and_may_be_left_out() {
    let home = Home::new();
    let mut deqi = home.open(Mode::Home);
    let write = [Action::Go(Screen::Diary), ask(DiaryAsk::Write(day("2026-12-01")))];
    does(&mut deqi, write.into_iter().chain([ask(DiaryAsk::Signs(false)), ask(DiaryAsk::Signs(false))]));
    let pain = |deqi: &Deqi| deqi.state().visit().diary.draft.as_ref().unwrap().entry.pain;
    let slider = || |deqi: &Deqi| things(deqi).into_iter().find(|t| t.role == Role::Slider).unwrap();
    assert_eq!(pain(&deqi), None);
    for expected in [0, 1, 2] {
        let thing = slider()(&deqi);
        act(&mut deqi, &thing, accesskit::Action::Increment, None);
        assert_eq!(pain(&deqi), Some(expected));
    }
    let thing = slider()(&deqi);
    act(&mut deqi, &thing, accesskit::Action::Decrement, None);
    assert_eq!(pain(&deqi), Some(1));
    press(&mut deqi, "Leave it out");
    assert_eq!(pain(&deqi), None);
    press(&mut deqi, "Keep this entry");
    assert!(says(&deqi, "There is nothing in this entry yet"));
}

#[test]
fn what_is_changed_or_deleted_can_be_taken_back_on_the_disk_too() {
    let home = Home::new();
    let mut deqi = home.open(Mode::Home);
    does(&mut deqi, weeks());
    press(&mut deqi, "Change the entry of 12 December 2026: pain 2 of 10 · buttock, left side · low back, left side");
    press(&mut deqi, "Delete this entry");
    assert_eq!(entries(&deqi).len(), 11);
    press(&mut deqi, "Undo");
    assert_eq!(entries(&deqi).len(), 12);
    press(&mut deqi, "Redo");
    assert_eq!(entries(&deqi).len(), 11);
    press(&mut deqi, "Undo");
    drop(deqi);
    assert_eq!(kept(&home.file()), 12);
}

#[test]
fn how_it_went_is_said_in_a_sentence_a_picture_and_a_table() {
    let home = Home::new();
    let mut deqi = home.open(Mode::Home);
    does(&mut deqi, weeks());
    let sentence = "11 entries with a number for pain, from 2 November 2026 to 12 December 2026. The least was 2 of 10, \
                    the most 7 of 10. In the week of 2 November 2026 the average was 6; in the week of 7 December 2026 \
                    it was 2.5. An average does not say why. You marked 3 visits.";
    let picture = things(&deqi).into_iter().find(|t| t.role == Role::Image && t.name.contains("entries"));
    assert_eq!(picture.map(|t| t.name).as_deref(), Some(sentence));
    press(&mut deqi, "Show the numbers as a table");
    assert!(things(&deqi).iter().any(|t| t.role == Role::Table));
    assert!(says(&deqi, "16 November 2026") && says(&deqi, "3.5"));
}

#[test]
fn a_table_and_a_page_are_written_where_documents_are() {
    let home = Home::new();
    let mut deqi = home.open(Mode::Home);
    does(&mut deqi, weeks());
    press(&mut deqi, "Take along, back up, delete");
    press(&mut deqi, "Write a table (CSV)");
    assert!(says(&deqi, "It is written: "));
    press(&mut deqi, "Write plain words");
    let table = fs::read_to_string(home.documents().join("Deqi diary 2026-12-13 table.csv")).unwrap();
    assert_eq!(table.lines().count(), 13, "a head and twelve entries");
    assert!(table.contains("\"buttock, left side; low back, left side\"") && table.contains("\"Ibuprofen 400\""));
    let page = fs::read_to_string(home.documents().join("Deqi diary 2026-12-13 page.txt")).unwrap();
    assert!(page.starts_with("My back: a diary") && page.contains("Some trouble"), "{page}");
    press(&mut deqi, "Write plain words");
    assert!(home.documents().join("Deqi diary 2026-12-13 2 page.txt").exists(), "no file is written over");
}

#[test]
fn a_backup_comes_back_after_everything_was_deleted() {
    let home = Home::new();
    let mut deqi = home.open(Mode::Home);
    does(&mut deqi, weeks());
    let before = entries(&deqi);
    does(&mut deqi, [ask(DiaryAsk::Show(DiaryView::Keeping))]);
    press(&mut deqi, "Make a backup");
    press(&mut deqi, "Delete everything …");
    press(&mut deqi, "Delete its file too");
    press(&mut deqi, "Yes, delete it for good");
    assert!(entries(&deqi).is_empty() && says(&deqi, "Everything is deleted"));
    assert_eq!(files(&home.folder.path().join("private")), []);
    does(&mut deqi, [ask(DiaryAsk::Show(DiaryView::Keeping))]);
    press(&mut deqi, "Bring back: Deqi diary 2026-12-13 backup.json");
    assert!(says(&deqi, "12 entries came back."));
    assert_eq!(entries(&deqi), before);
    press(&mut deqi, "Bring back: Deqi diary 2026-12-13 backup.json");
    assert!(says(&deqi, "Everything in this backup is in your diary already."));
    drop(deqi);
    assert_eq!(kept(&home.file()), 12);
}

#[test]
fn a_bad_backup_changes_nothing_and_says_so() {
    let home = Home::new();
    fs::create_dir_all(home.documents()).unwrap();
    fs::write(home.documents().join("Deqi diary x backup.json"), "{\"deqi_diary\": 9}").unwrap();
    fs::write(home.documents().join("Deqi diary y backup.json"), "[[[").unwrap();
    let mut deqi = home.open(Mode::Home);
    does(&mut deqi, weeks().into_iter().chain([ask(DiaryAsk::Show(DiaryView::Keeping))]));
    press(&mut deqi, "Bring back: Deqi diary x backup.json");
    assert!(says(&deqi, "This backup comes from a newer Deqi."));
    press(&mut deqi, "Bring back: Deqi diary y backup.json");
    assert!(says(&deqi, "This file is no backup of a diary"));
    assert_eq!(entries(&deqi).len(), 12);
}

#[test]
fn deleting_everything_leaves_no_word_anywhere_on_the_disk() {
    let home = Home::new();
    let mut deqi = home.open(Mode::Home);
    let mut said = fields(Some(4), true);
    said.push(Field::Note("MARKER-IN-A-NOTE".to_owned()));
    does(&mut deqi, [Action::Go(Screen::Diary)].into_iter().chain(entry("2026-12-01", said)));
    drop(deqi);
    let mut deqi = home.open(Mode::Home);
    does(&mut deqi, [Action::Go(Screen::Diary), ask(DiaryAsk::Show(DiaryView::Keeping))]);
    press(&mut deqi, "Make a backup");
    press(&mut deqi, "Write a table (CSV)");
    let found = holding(home.folder.path(), "MARKER-IN-A-NOTE");
    assert_eq!(found.len(), 4, "diary, copy, backup, table: {found:?}");
    // Second names for the same bytes on the disk show that they are written over, not only forgotten.
    let shadows = home.folder.path().join("shadows");
    fs::create_dir(&shadows).unwrap();
    for (number, path) in found.iter().enumerate() {
        fs::hard_link(path, shadows.join(number.to_string())).unwrap();
    }
    press(&mut deqi, "Delete everything …");
    press(&mut deqi, "Yes, delete it for good");
    assert_eq!(holding(home.folder.path(), "MARKER-IN-A-NOTE"), [""; 0].map(PathBuf::from));
    assert!(!deqi.state().visit().diary.book.can_undo(), "nor can it be undone");
    // A new diary can begin.
    does(&mut deqi, entry("2026-12-02", fields(Some(1), false)));
    drop(deqi);
    assert_eq!(kept(&home.file()), 1);
}

#[test]
fn a_kiosk_and_a_practice_have_no_diary_and_touch_no_file() {
    for mode in [Mode::Kiosk, Mode::Practice] {
        let home = Home::new();
        let mut deqi = home.open(mode);
        does(&mut deqi, weeks());
        assert_ne!(deqi.state().visit().screen, Screen::Diary);
        assert!(entries(&deqi).is_empty());
        assert!(!says(&deqi, "My diary"));
        assert_eq!(files(home.folder.path()), [], "{mode:?}");
    }
}

#[test]
fn at_home_no_file_is_made_before_the_diary_is_opened() {
    let home = Home::new();
    let mut deqi = home.open(Mode::Home);
    does(&mut deqi, [Action::Go(Screen::Qi), Action::Home]);
    assert_eq!(files(home.folder.path()), []);
    does(&mut deqi, [Action::Go(Screen::Diary)]);
    assert!(home.file().exists());
}

#[test]
fn a_second_window_is_told_and_what_is_written_there_waits_for_its_turn() {
    let home = Home::new();
    let mut first = home.open(Mode::Home);
    does(&mut first, [Action::Go(Screen::Diary)].into_iter().chain(entry("2026-12-01", fields(Some(3), false))));
    let mut second = home.open(Mode::Home);
    does(&mut second, [Action::Go(Screen::Diary)]);
    assert!(says(&second, "is open in another window"));
    does(&mut second, entry("2026-12-02", fields(Some(4), false)));
    assert!(says(&second, "Not on the disk yet"));
    drop(first);
    press(&mut second, "Try again");
    assert!(!says(&second, "Not on the disk yet"));
    assert_eq!(entries(&second).iter().map(|entry| entry.pain).collect::<Vec<_>>(), [Some(3), Some(4)]);
    drop(second);
    assert_eq!(kept(&home.file()), 2);
}

#[test]
fn a_second_window_that_cannot_delete_the_diary_says_so() {
    let home = Home::new();
    let mut first = home.open(Mode::Home);
    does(&mut first, [Action::Go(Screen::Diary)].into_iter().chain(entry("2026-12-01", fields(Some(3), false))));
    let mut second = home.open(Mode::Home);
    does(&mut second, [Action::Go(Screen::Diary), ask(DiaryAsk::AskErase(Some(false))), ask(DiaryAsk::Erase)]);
    assert!(says(&second, "is open in another window"));
    assert!(!says(&second, "Everything is deleted"));
    drop(first);
    assert_eq!(kept(&home.file()), 1, "nothing was deleted");
    does(&mut second, [ask(DiaryAsk::AskErase(Some(false))), ask(DiaryAsk::Erase)]);
    assert!(says(&second, "Everything is deleted"));
    assert!(!home.file().exists());
}

#[test]
fn a_damaged_diary_is_set_aside_told_and_its_copy_is_back() {
    let home = Home::new();
    let mut deqi = home.open(Mode::Home);
    does(&mut deqi, weeks());
    drop(deqi);
    assert_eq!(kept(&home.file()), 12, "the second start makes the copy");
    fs::write(home.file(), "not a diary any more").unwrap();
    let mut deqi = home.open(Mode::Home);
    does(&mut deqi, [Action::Go(Screen::Diary)]);
    assert!(says(&deqi, "was damaged") && says(&deqi, "diary.damaged-1.sqlite"));
    assert_eq!(entries(&deqi).len(), 12);
}

#[test]
fn a_clock_that_lost_its_battery_shuffles_nothing_and_is_pointed_at() {
    let home = Home::new();
    let mut deqi = home.open(Mode::Home);
    does(&mut deqi, weeks());
    deqi.state_mut().set_today(day("1970-01-01"));
    does(&mut deqi, entry("1970-01-01", fields(Some(9), false)));
    deqi.state_mut().set_today(day("2026-12-13"));
    does(&mut deqi, [ask(DiaryAsk::Show(DiaryView::Overview))]);
    assert_eq!(entries(&deqi).last().unwrap().day, day("1970-01-01"), "it is the last that was written");
    assert!(says(&deqi, "One entry has a date that looks like a slip."));
    assert!(says(&deqi, "1 January 1970") && says(&deqi, "the most 7 of 10"), "it is shown as entered, and not drawn");
}

#[test]
fn words_are_typed_and_kept_as_they_are() {
    let home = Home::new();
    let mut deqi = home.open(Mode::Home);
    does(&mut deqi, weeks().into_iter().chain([ask(DiaryAsk::Write(day("2026-12-13")))]));
    let field = control(&deqi, "Anything else?");
    act(&mut deqi, &field, accesskit::Action::Focus, None);
    deqi.event(Event::Text("Rain, =1+1, Grüße".to_owned()));
    deqi.step();
    deqi.run();
    press(&mut deqi, "Keep this entry");
    assert_eq!(entries(&deqi).last().unwrap().note, "Rain, =1+1, Grüße");
    assert!(!deqi.state().visit().diary.told.iter().any(|told| matches!(told, Told::Fault(_))));
}

#[test]
fn the_first_screen_and_the_one_where_it_is_kept_say_who_else_can_read_it() {
    const SHARED: &str = "Anyone who uses this computer account can read your diary. It is not encrypted.";
    let home = Home::new();
    let mut deqi = home.open(Mode::Home);
    let told = |deqi: &Deqi| things(deqi).iter().filter(|thing| thing.name.contains(SHARED)).count();
    assert_eq!(told(&deqi), 0, "nobody opened the diary yet");
    for actions in [vec![Action::Go(Screen::Diary)], weeks()] {
        does(&mut deqi, actions);
        assert_eq!(told(&deqi), 1, "with entries and without");
    }
    does(&mut deqi, [ask(DiaryAsk::Show(DiaryView::Keeping))]);
    assert_eq!(told(&deqi), 1);
}

/// The marks of visits in the plot of the diary: wedges, nothing else there has three corners. With the one of the key.
fn marks(deqi: &Deqi) -> Vec<Pos2> {
    fn gather(shape: &Shape, plot: Rect, into: &mut Vec<Pos2>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| gather(shape, plot, into)),
            Shape::Path(path) if path.closed && path.points.len() == 3 => {
                let middle = Rect::from_points(&path.points).center();
                into.extend(plot.contains(middle).then_some(middle));
            }
            _ => {}
        }
    }
    let plot = things(deqi).into_iter().find(|thing| thing.role == Role::Image).expect("the plot is shown");
    assert!(plot.name.contains("a number for pain"), "{}", plot.name);
    let mut marks = Vec::new();
    for clipped in &deqi.output().shapes {
        gather(&clipped.shape, plot.rect, &mut marks);
    }
    marks.sort_by(|a, b| a.x.total_cmp(&b.x));
    marks
}

#[test]
fn the_plot_marks_each_visit_at_its_day_and_none_where_there_was_none() {
    let plotted = |visits: [bool; 3]| {
        let home = Home::new();
        let mut deqi = home.open(Mode::Home);
        does(&mut deqi, [Action::Go(Screen::Diary)]);
        for (on, visit) in ["2026-11-01", "2026-11-11", "2026-12-01"].into_iter().zip(visits) {
            does(&mut deqi, entry(on, fields(Some(5), visit)));
        }
        let key = words(&deqi).iter().any(|word| word.text == "a visit");
        (marks(&deqi), key)
    };
    assert_eq!(plotted([false; 3]), (vec![], false));
    let (marks, key) = plotted([true, true, true]);
    assert!(key, "what a mark means is said");
    // The first is the key's, which stands to the left of the field.
    assert_eq!(marks.len(), 4, "{marks:?}");
    let [first, second, third] = [marks[1].x, marks[2].x, marks[3].x];
    assert!(((second - first) / (third - first) - 1.0 / 3.0).abs() < 0.01, "ten days of thirty: {marks:?}");
    assert!(marks[1..].iter().all(|mark| (mark.y - marks[1].y).abs() < 1.0), "they stand at the foot: {marks:?}");
    assert_eq!(plotted([false, true, false]).0.len(), 2);
}
