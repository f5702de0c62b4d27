//! What a practitioner kept, or left on the table, is there again as it was: through other windows, packs that are gone,
//! disks that are full, and plans of the same name.

use std::fs;
use std::path::{Path, PathBuf};

use deqi::model::{FigureId, Side};
use deqi::plan::{Drawing, Edit, Ink, Mark, Skin};
use deqi::store::plans::PlanStore;
use deqi::visit::{Action, PlanAsk, PlanTab, ReadAsk, Screen, Tool};
use eframe::egui::{Key, Modifiers, ViewportEvent, ViewportId};
use tempfile::TempDir;

use super::plans::{points, practice, practice_in, says, types};
use crate::support::{Deqi, key, pass, press, touch_point};

fn file(folder: &Path) -> PathBuf {
    folder.join("private").join("plans.sqlite")
}

/// The names and texts of all kept plans, and the plan on the table, as they lie on the disk.
fn kept(folder: &Path) -> (Vec<(String, String)>, Option<String>) {
    let (store, _) = PlanStore::open(&file(folder)).unwrap();
    let text = |id| store.plan(id).unwrap().unwrap();
    let plans = store.plans().unwrap().into_iter().map(|plan| (plan.name, text(plan.id))).collect();
    (plans, store.draft().unwrap())
}

fn ask(deqi: &mut Deqi, asks: impl IntoIterator<Item = PlanAsk>) {
    for ask in asks {
        deqi.state_mut().ask(Action::Plan(ask));
    }
    deqi.run();
}

/// A window with a plan on its table; what it keeps lies in a folder.
fn planning_in(folder: &Path) -> Deqi {
    let mut deqi = practice_in(folder);
    press(&mut deqi, "Plan");
    deqi
}

/// The first such window in a folder of its own.
fn planning() -> (TempDir, Deqi) {
    let folder = tempfile::tempdir().unwrap();
    let deqi = planning_in(folder.path());
    (folder, deqi)
}

/// Begins with an example, under a name.
fn begin(deqi: &mut Deqi, set: &str, name: &str) {
    ask(deqi, [PlanAsk::Start(set.to_owned()), PlanAsk::Edit(Edit::Rename(name.to_owned()))]);
}

/// Opens a kept plan by its name.
fn open(deqi: &mut Deqi, name: &str) {
    ask(deqi, [PlanAsk::Show(PlanTab::Kept)]);
    let id = deqi.state().visit().planning.kept.iter().find(|kept| kept.name == name).unwrap().id;
    ask(deqi, [PlanAsk::Open(id)]);
}

fn codes(deqi: &Deqi) -> Vec<String> {
    points(deqi).into_iter().map(|(code, _)| code).collect()
}

/// Closes the window as its cross does.
fn close(mut deqi: Deqi) {
    deqi.input_mut().viewports.entry(ViewportId::ROOT).or_default().events.push(ViewportEvent::Close);
    deqi.step();
}

const ANOTHER: &str = "Another plan of this name was there before.";
const LARGE: &str = "This plan is too large to keep";

#[test]
fn a_plan_that_was_opened_in_part_takes_the_place_of_the_whole_one_not_in_silence() {
    let (folder, mut deqi) = planning();
    begin(&mut deqi, "leg", "Leg");
    ask(&mut deqi, [PlanAsk::Keep]);
    drop(deqi);
    // The pack with one of its points is gone.
    let whole = kept(folder.path()).0[0].1.replace("GB30", "X99");
    PlanStore::open(&file(folder.path())).unwrap().0.save_plan("Leg", &whole).unwrap();
    let mut deqi = planning_in(folder.path());
    open(&mut deqi, "Leg");
    assert!(says(&deqi, "Some of it could not be read and was left out:"));
    ask(&mut deqi, [PlanAsk::Keep]);
    assert!(says(&deqi, ANOTHER));
    press(&mut deqi, "Keep the older one too");
    drop(deqi);
    let (plans, _) = kept(folder.path());
    assert_eq!((plans[1].0.as_str(), &plans[1].1), ("Leg, older 1", &whole));
}

#[test]
fn a_plan_that_could_not_be_opened_is_not_lost_for_the_one_on_the_table() {
    let (folder, mut deqi) = planning();
    begin(&mut deqi, "leg", "Letter");
    pass(&mut deqi, 3.0);
    drop(deqi);
    PlanStore::open(&file(folder.path())).unwrap().0.save_plan("Letter", "Dear colleague,").unwrap();
    let mut deqi = planning_in(folder.path());
    open(&mut deqi, "Letter");
    assert!(says(&deqi, "Your plan is as it was."));
    ask(&mut deqi, [PlanAsk::Keep]);
    assert!(says(&deqi, ANOTHER));
}

#[test]
fn a_plan_that_comes_back_by_undo_takes_no_other_ones_place_in_silence() {
    let (_folder, mut deqi) = planning();
    begin(&mut deqi, "central", "Same");
    ask(&mut deqi, [PlanAsk::Keep]);
    begin(&mut deqi, "leg", "Same");
    let leg = points(&deqi);
    open(&mut deqi, "Same");
    assert_ne!(points(&deqi), leg);
    press(&mut deqi, "Undo");
    assert_eq!(points(&deqi), leg);
    ask(&mut deqi, [PlanAsk::Keep]);
    assert!(says(&deqi, ANOTHER));
}

#[test]
fn what_one_patient_ticked_does_not_go_along_with_undo_redo_or_the_plan_of_the_last_window() {
    let tick = |deqi: &mut Deqi| deqi.state_mut().ask(Action::Read(ReadAsk::Tick("questions".to_owned(), 0)));
    let ticks = |deqi: &Deqi| deqi.state().visit().reader.ticks("questions");
    let (folder, mut deqi) = planning();
    ask(&mut deqi, [PlanAsk::Start("central".to_owned()), PlanAsk::Start("leg".to_owned())]);
    for back in [PlanAsk::Undo, PlanAsk::Redo] {
        tick(&mut deqi);
        assert_eq!(ticks(&deqi), 1);
        ask(&mut deqi, [back.clone()]);
        assert_eq!(ticks(&deqi), 0, "{back:?}");
    }
    // What is changed within one plan is still the same patient's.
    tick(&mut deqi);
    ask(&mut deqi, [PlanAsk::Edit(Edit::Remove(0)), PlanAsk::Undo, PlanAsk::Redo]);
    assert_eq!(ticks(&deqi), 1);
    pass(&mut deqi, 3.0);
    drop(deqi);
    let mut deqi = practice_in(folder.path());
    tick(&mut deqi);
    press(&mut deqi, "Plan");
    assert!(says(&deqi, "Here is the plan that was on the table"));
    assert_eq!(ticks(&deqi), 0);
}

#[test]
fn the_plan_on_the_table_of_another_window_is_put_aside_and_not_written_over() {
    let (folder, mut first) = planning();
    touch_point(&mut first, "BL23", Side::Left);
    pass(&mut first, 3.0);
    let mut second = planning_in(folder.path());
    assert!(says(&second, "is open in another window"));
    touch_point(&mut second, "GV4", Side::Midline);
    pass(&mut second, 3.0);
    drop(first);
    touch_point(&mut second, "BL25", Side::Left);
    pass(&mut second, 3.0);
    second.run();
    assert!(says(&second, "Another plan was on the table before."));
    assert!(says(&second, "stands under “Saved”, as “Plan on the table”."));
    assert_eq!(codes(&second), ["GV4", "BL25"], "what was begun here stays");
    drop(second);
    let (plans, draft) = kept(folder.path());
    assert!(plans[0].1.contains("BL23") && plans.len() == 1, "{plans:?}");
    assert!(draft.unwrap().contains("GV4"));
    let mut next = planning_in(folder.path());
    press(&mut next, "Saved");
    press(&mut next, "Open “Plan on the table”");
    assert_eq!(codes(&next), ["BL23"]);
}

#[test]
fn a_plan_on_the_table_that_the_disk_changed_is_put_aside_and_not_written_over() {
    let (folder, mut deqi) = planning();
    touch_point(&mut deqi, "BL23", Side::Left);
    pass(&mut deqi, 3.0);
    drop(deqi);
    let mut bytes = fs::read(file(folder.path())).unwrap();
    let found: Vec<usize> = (0..bytes.len() - 4).filter(|&at| &bytes[at..at + 4] == b"BL23").collect();
    assert!(!found.is_empty());
    for at in found {
        bytes[at + 3] = b'4';
    }
    fs::write(file(folder.path()), bytes).unwrap();
    let mut deqi = planning_in(folder.path());
    assert!(says(&deqi, "The disk changed some of it."));
    assert_eq!(codes(&deqi), [""; 0], "nobody takes it for what was written");
    touch_point(&mut deqi, "GV4", Side::Midline);
    pass(&mut deqi, 3.0);
    drop(deqi);
    let (plans, draft) = kept(folder.path());
    assert!(plans[0].0 == "Plan on the table" && plans[0].1.contains("BL24"), "{plans:?}");
    assert!(draft.unwrap().contains("GV4"));
}

#[test]
fn a_plan_on_the_table_that_is_read_in_part_is_kept_as_a_whole_too() {
    let (folder, mut deqi) = planning();
    begin(&mut deqi, "leg", "Leg");
    pass(&mut deqi, 3.0);
    drop(deqi);
    let whole = kept(folder.path()).1.unwrap().replace("GB30", "X99");
    PlanStore::open(&file(folder.path())).unwrap().0.keep_draft(Some(&whole)).unwrap();
    for start in 0..2 {
        let mut deqi = planning_in(folder.path());
        assert!(says(&deqi, "Here is the plan that was on the table"));
        assert_eq!(says(&deqi, "stands under “Saved”, as “Plan on the table”."), start == 0);
        touch_point(&mut deqi, ["BL25", "GV4"][start], [Side::Left, Side::Midline][start]);
        pass(&mut deqi, 3.0);
    }
    let (plans, draft) = kept(folder.path());
    assert_eq!(plans, [("Plan on the table".to_owned(), whole)]);
    assert!(draft.unwrap().contains("BL25"));
}

#[test]
fn a_plan_that_was_saved_or_deleted_does_not_come_back_as_one_without_a_name() {
    for delete in [false, true] {
        let (folder, mut deqi) = planning();
        touch_point(&mut deqi, "BL23", Side::Left);
        press(&mut deqi, "Saved");
        press(&mut deqi, "Name of the plan");
        types(&mut deqi, "Tuesday");
        pass(&mut deqi, 3.0);
        key(&mut deqi, Modifiers::NONE, Key::Enter);
        assert!(says(&deqi, "Saved as “Tuesday”."));
        if delete {
            press(&mut deqi, "Delete “Tuesday”");
        }
        pass(&mut deqi, 3.0);
        close(deqi);
        let (plans, draft) = kept(folder.path());
        assert_eq!((plans.len(), draft), (usize::from(!delete), None), "{delete}");
        let deqi = planning_in(folder.path());
        assert!(!says(&deqi, "Here is the plan") && codes(&deqi).is_empty(), "{delete}");
    }
}

#[test]
fn a_kept_plan_that_comes_back_by_redo_is_still_no_plan_without_a_name() {
    let (folder, mut deqi) = planning();
    begin(&mut deqi, "leg", "Leg");
    ask(&mut deqi, [PlanAsk::Keep, PlanAsk::New]);
    open(&mut deqi, "Leg");
    ask(&mut deqi, [PlanAsk::Undo, PlanAsk::Redo]);
    assert_eq!(codes(&deqi).len(), 5);
    close(deqi);
    assert_eq!(kept(folder.path()).1, None);
}

#[test]
fn a_window_that_nobody_sees_has_written_its_plan_down_and_wakes_no_more() {
    let (folder, mut deqi) = planning();
    touch_point(&mut deqi, "BL23", Side::Left);
    deqi.input_mut().viewports.entry(ViewportId::ROOT).or_default().minimized = Some(true);
    // Time stands still in such a window.
    pass(&mut deqi, 0.0);
    pass(&mut deqi, 0.0);
    let root = &deqi.output().viewport_output[&ViewportId::ROOT];
    assert!(root.repaint_delay > std::time::Duration::from_mins(1), "{:?}", root.repaint_delay);
    drop(deqi);
    assert!(kept(folder.path()).1.unwrap().contains("BL23"));
}

#[test]
fn what_the_disk_refused_is_written_when_the_window_closes() {
    let (folder, mut deqi) = practice();
    let blocked = folder.path().join("private");
    fs::write(&blocked, "no folder").unwrap();
    press(&mut deqi, "Plan");
    touch_point(&mut deqi, "BL23", Side::Left);
    pass(&mut deqi, 3.0);
    deqi.run();
    assert!(says(&deqi, "That did not work."));
    // It is told once, and not tried again in each frame.
    press(&mut deqi, "Fine");
    pass(&mut deqi, 3.0);
    deqi.run();
    assert!(!says(&deqi, "That did not work."));
    fs::remove_file(&blocked).unwrap();
    pass(&mut deqi, 3.0);
    assert!(!blocked.exists());
    close(deqi);
    assert!(kept(folder.path()).1.unwrap().contains("BL23"));
}

/// Places along a spiral on the back, half a millimetre apart.
fn spiral(count: u16) -> Vec<Skin> {
    let at = |i: u16| {
        let way = (f32::from(i) + 100.0).sqrt();
        [way.cos() * way * 0.001, 1.0 + way.sin() * way * 0.001, -0.1]
    };
    (0..count).map(|i| Skin { at: at(i), out: [0.0, 0.0, -1.0] }).collect()
}

#[test]
fn a_line_does_not_end_under_the_pen() {
    let (_folder, mut deqi) = planning();
    let places = spiral(9_000);
    let pen = places.iter().map(|place| PlanAsk::PenAt(FigureId::Neutral, *place));
    let asks = [PlanAsk::Take(Tool::Pen(Ink::Pain))].into_iter().chain(pen).chain([PlanAsk::PenUp]);
    ask(&mut deqi, asks);
    let plan = deqi.state().visit().planning.plan();
    let [drawing] = &plan.drawings[..] else { panic!("{} lines", plan.drawings.len()) };
    let drawn = drawing.places();
    assert_eq!((drawn.first(), drawn.last()), (places.first(), places.last()));
    assert!(drawn.len() <= Drawing::LONGEST_STROKE);
    let near = |a: &Skin, b: &Skin| a.at.iter().zip(b.at).all(|(a, b)| (a - b).abs() < 0.006);
    assert!(places.iter().all(|place| drawn.iter().any(|there| near(place, there))), "no part of it is missing");
}

#[test]
fn a_plan_that_could_not_be_read_again_is_not_saved_and_that_is_told() {
    let (folder, mut deqi) = planning();
    begin(&mut deqi, "leg", "Large");
    ask(&mut deqi, [PlanAsk::Keep]);
    let whole = kept_while_open(&deqi);
    let line = || Drawing { on: FigureId::Neutral, mark: Mark::Stroke(Ink::Pain, spiral(2_000)) };
    ask(&mut deqi, (0..20).map(|at| PlanAsk::Edit(Edit::Draw(at, line()))));
    for way in [PlanAsk::Keep, PlanAsk::Export] {
        ask(&mut deqi, [PlanAsk::Heard]);
        assert!(!says(&deqi, LARGE));
        ask(&mut deqi, [way.clone()]);
        assert!(says(&deqi, LARGE), "{way:?}");
    }
    assert_eq!(kept_while_open(&deqi), whole);
    ask(&mut deqi, [PlanAsk::Heard]);
    pass(&mut deqi, 3.0);
    deqi.run();
    assert!(says(&deqi, LARGE), "the plan on the table cannot be written down either");
    assert!(!folder.path().join("documents").exists(), "no file was written");
    drop(deqi);
    assert_eq!(kept(folder.path()).0.len(), 1);
}

/// The kept plans, while the window has their file.
fn kept_while_open(deqi: &Deqi) -> Option<String> {
    deqi.state().visit().planning.origin.clone()
}

#[test]
fn an_earlier_plan_is_found_once_the_file_of_plans_is_free() {
    let (folder, mut first) = planning();
    touch_point(&mut first, "BL23", Side::Left);
    pass(&mut first, 3.0);
    let mut second = planning_in(folder.path());
    assert!(says(&second, "is open in another window"));
    drop(first);
    press(&mut second, "Saved");
    second.state_mut().ask(Action::Go(Screen::Plan));
    second.run();
    assert_eq!(codes(&second), ["BL23"], "nothing was begun here, so it lies on the table");
}
