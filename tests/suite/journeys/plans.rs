//! A practitioner makes a plan, draws on it, presents it, keeps it and hands it on: by touch, by name, by key.

use std::cell::{Cell, RefCell};
use std::fs;
use std::path::Path;
use std::rc::Rc;

use deqi::app::Start;
use deqi::mode::Mode;
use deqi::model::Side;
use deqi::plan::{Mark, Sides};
use deqi::store::settings::Settings;
use deqi::visit::{Action, PlanAsk, ReadAsk, Screen};
use eframe::egui::accesskit;
use eframe::egui::{
    Color32, ColorImage, Context, Event, Key, Modifiers, Pos2, RawInput, Rect, ViewportEvent, ViewportId, ViewportInfo,
    vec2,
};
use tempfile::TempDir;

use crate::support::{
    DESK, Deqi, LIBRARY, Thing, act, called, click, control, drag, english, headline, key, markers, open_with, pass,
    press, stage, still, tab_to, things, touch_point, words_in,
};

/// Deqi in a practice; what it keeps lies in a folder.
pub(crate) fn practice_in(folder: &Path) -> Deqi {
    let settings_file = Some(folder.join("settings.ron"));
    let start = Start { settings_file, mode: Mode::Practice, ..Start::with(LIBRARY.clone(), still()) };
    open_with(DESK, start)
}

pub(crate) fn practice() -> (TempDir, Deqi) {
    let folder = tempfile::tempdir().unwrap();
    let deqi = practice_in(folder.path());
    (folder, deqi)
}

pub(crate) fn types(deqi: &mut Deqi, text: &str) {
    deqi.event(Event::Text(text.to_owned()));
    deqi.run();
}

/// The points of the plan in their order, with their sides.
pub(crate) fn points(deqi: &Deqi) -> Vec<(String, Sides)> {
    let plan = deqi.state().visit().planning.plan();
    plan.steps.iter().map(|step| (step.point.0.clone(), step.sides)).collect()
}

pub(crate) fn says(deqi: &Deqi, words: &str) -> bool {
    things(deqi).iter().any(|thing| thing.name.contains(words))
}

#[test]
fn only_a_practice_has_plans() {
    for (mode, has) in [(Mode::Home, false), (Mode::Kiosk, false), (Mode::Practice, true)] {
        let start = Start { mode, ..Start::with(LIBRARY.clone(), still()) };
        let deqi = open_with(DESK, start);
        let offers = things(&deqi).iter().any(|thing| thing.is_control() && thing.name == "Plan");
        assert_eq!(offers, has, "{mode:?}");
    }
}

#[test]
fn a_plan_that_nobody_saved_is_there_again_at_the_next_start() {
    let (folder, mut deqi) = practice();
    press(&mut deqi, "Plan");
    touch_point(&mut deqi, "BL23", Side::Left);
    pass(&mut deqi, 1.0);
    touch_point(&mut deqi, "GV4", Side::Midline);
    pass(&mut deqi, 3.0);
    let plan = points(&deqi);
    drop(deqi);
    let mut deqi = practice_in(folder.path());
    assert_eq!(points(&deqi), [], "nothing is read before someone looks at plans");
    press(&mut deqi, "Plan");
    assert_eq!(points(&deqi), plan);
    assert!(says(&deqi, "Here is the plan that was on the table"));
    // Whoever closes the window right after the last touch loses nothing either.
    touch_point(&mut deqi, "BL25", Side::Left);
    let window = deqi.input_mut().viewports.entry(ViewportId::ROOT).or_default();
    window.events.push(ViewportEvent::Close);
    deqi.step();
    drop(deqi);
    let mut deqi = practice_in(folder.path());
    press(&mut deqi, "Plan");
    assert_eq!(points(&deqi).len(), 3);
    // Begun anew, or saved under a name, it is no longer needed.
    deqi.state_mut().ask(Action::Plan(PlanAsk::New));
    deqi.step();
    pass(&mut deqi, 3.0);
    drop(deqi);
    let mut deqi = practice_in(folder.path());
    press(&mut deqi, "Plan");
    assert_eq!(points(&deqi), []);
    assert!(!says(&deqi, "Here is the plan"));
}

#[test]
fn a_plan_is_made_by_touch_ordered_and_undone_to_its_beginning() {
    let (_folder, mut deqi) = practice();
    press(&mut deqi, "Plan");
    touch_point(&mut deqi, "BL23", Side::Left);
    touch_point(&mut deqi, "BL23", Side::Right);
    touch_point(&mut deqi, "GV4", Side::Midline);
    let (both, middle) = (("BL23".to_owned(), Sides::Both), ("GV4".to_owned(), Sides::Midline));
    assert_eq!(points(&deqi), [both.clone(), middle.clone()]);
    press(&mut deqi, "Step 2: GV4 Mìngmén, middle, needle");
    press(&mut deqi, "Move up");
    assert_eq!(points(&deqi), [middle.clone(), both.clone()]);
    press(&mut deqi, "Heat");
    assert!(says(&deqi, "Step 1: GV4 Mìngmén, middle, heat"));
    let mut undone = 0;
    while !control(&deqi, "Undo").disabled {
        press(&mut deqi, "Undo");
        undone += 1;
    }
    assert_eq!((undone, points(&deqi)), (5, Vec::new()), "each touch and each press is one change");
    while !control(&deqi, "Redo").disabled {
        press(&mut deqi, "Redo");
    }
    assert_eq!(points(&deqi), [middle, both]);
}

#[test]
fn a_plan_is_made_by_search_and_by_keys_alone() {
    let (_folder, mut deqi) = practice();
    tab_to(&mut deqi, |t| t.name == "Plan");
    key(&mut deqi, Modifiers::NONE, Key::Enter);
    tab_to(&mut deqi, |t| t.name == "Add a point");
    types(&mut deqi, "yanglingquan");
    key(&mut deqi, Modifiers::NONE, Key::Enter);
    assert_eq!(points(&deqi), [("GB34".to_owned(), Sides::Both)]);
    // On the body the arrows look, and Enter takes.
    tab_to(&mut deqi, |t| t.role == accesskit::Role::Figure);
    key(&mut deqi, Modifiers::NONE, Key::ArrowUp);
    assert_eq!(points(&deqi).len(), 1, "to look at a point is not to take it");
    key(&mut deqi, Modifiers::NONE, Key::Enter);
    assert_eq!(points(&deqi).len(), 2);
    key(&mut deqi, Modifiers::COMMAND, Key::Z);
    assert_eq!(points(&deqi).len(), 1);
    key(&mut deqi, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(points(&deqi).len(), 2);
}

#[test]
fn a_screen_reader_takes_points_from_the_body() {
    let (_folder, mut deqi) = practice();
    press(&mut deqi, "Plan");
    let marker = markers(&deqi).into_iter().find(|t| t.name == called("BL25", Side::Right)).unwrap();
    act(&mut deqi, &marker, accesskit::Action::Click, None);
    assert_eq!(points(&deqi), [("BL25".to_owned(), Sides::Right)]);
    assert!(says(&deqi, &format!("Step 1: {}, needle", called("BL25", Side::Right))), "the mark on the body is told");
    assert!(stage(&deqi).name.contains("The plan: 1 BL25 Dàchángshū, right side, needle."));
}

#[test]
fn a_practitioner_makes_and_presents_a_plan_with_few_presses() {
    let (_folder, mut deqi) = practice();
    let mut presses = 0;
    let mut pressed = |deqi: &mut Deqi, name: &str| {
        press(deqi, name);
        presses += 1;
    };
    pressed(&mut deqi, "Plan");
    for (code, side) in [
        ("BL23", Side::Left),
        ("BL23", Side::Right),
        ("BL25", Side::Left),
        ("GV4", Side::Midline),
        ("GB30", Side::Left),
    ] {
        if deqi.state().visit().planning.plan().steps.len() == 1 && code == "BL23" && side == Side::Left {
            continue;
        }
        touch_point(&mut deqi, code, side);
    }
    let touches = 5;
    pressed(&mut deqi, "Present");
    assert_eq!(headline(&deqi), "The plan at a glance");
    assert!(presses + touches <= 12, "{presses} presses and {touches} touches");
    assert_eq!(points(&deqi).len(), 4);

    // Or from an example of five points: three presses.
    let (_folder, mut deqi) = practice();
    press(&mut deqi, "Plan");
    press(&mut deqi, "Low back pain that runs down the leg");
    press(&mut deqi, "Present");
    assert_eq!((points(&deqi).len(), headline(&deqi).as_str()), (5, "The plan at a glance"));
}

#[test]
fn a_plan_is_presented_page_by_page_with_both_accounts() {
    let (_folder, mut deqi) = practice();
    press(&mut deqi, "Plan");
    press(&mut deqi, "Pain in the middle of the low back");
    press(&mut deqi, "Present");
    assert!(says(&deqi, "The plan has 4 points."));
    for code in ["GV3", "BL23", "BL40", "KI3"] {
        press(&mut deqi, "Next");
        assert_eq!(headline(&deqi), english(code));
        for account in ["Tradition", "Body"] {
            let told = things(&deqi).iter().any(|t| t.role == accesskit::Role::Heading && t.name == account);
            assert!(told, "{code} tells of {account}");
        }
        let name = format!(": {code}");
        assert!(
            things(&deqi).iter().any(|t| t.name.starts_with("Step") && t.name.contains(&name)),
            "{code} is in sight"
        );
    }
    // A touch on the body changes nothing while one presents.
    let before = points(&deqi);
    let middle = stage(&deqi).rect.center();
    click(&mut deqi, middle);
    assert_eq!(points(&deqi), before);
    key(&mut deqi, Modifiers::NONE, Key::PageUp);
    assert_eq!(headline(&deqi), english("BL40"));
    key(&mut deqi, Modifiers::NONE, Key::Escape);
    assert_eq!(headline(&deqi), "Your plan");
}

#[test]
fn a_line_is_drawn_on_the_skin_and_taken_back() {
    let (_folder, mut deqi) = practice();
    press(&mut deqi, "Plan");
    press(&mut deqi, "Draw");
    press(&mut deqi, "Pen");
    press(&mut deqi, "Pain");
    let camera = deqi.state().visit().turning.clone();
    let middle = stage(&deqi).rect.center();
    drag(&mut deqi, middle, vec2(10.0, 60.0), 6);
    deqi.run();
    assert_eq!(deqi.state().visit().turning, camera, "the body does not turn under the pen");
    let drawn = deqi.state().visit().planning.plan().drawings.clone();
    let [drawing] = &drawn[..] else { panic!("{drawn:?}") };
    assert!(matches!(&drawing.mark, Mark::Stroke(deqi::plan::Ink::Pain, places) if places.len() >= 6), "{drawing:?}");
    assert!(drawing.places().iter().all(|place| place.out[2] < 0.0), "it lies on the back");
    let name = things(&deqi).into_iter().find(|t| t.name.starts_with("Take away: A line: pain, near ")).unwrap().name;
    press(&mut deqi, &name);
    assert!(deqi.state().visit().planning.plan().drawings.is_empty());
    press(&mut deqi, "Undo");
    assert_eq!(deqi.state().visit().planning.plan().drawings, drawn);
    // The hand turns the body again.
    press(&mut deqi, "Hand");
    drag(&mut deqi, middle, vec2(60.0, 0.0), 4);
    deqi.run();
    assert_ne!(deqi.state().visit().turning, camera);
    assert_eq!(deqi.state().visit().planning.plan().drawings, drawn);
}

#[test]
fn a_stamp_and_a_light_are_put_by_touch_or_at_the_chosen_point() {
    let (_folder, mut deqi) = practice();
    press(&mut deqi, "Plan");
    press(&mut deqi, "Draw");
    press(&mut deqi, "Stamp");
    press(&mut deqi, "Heat");
    let middle = stage(&deqi).rect.center();
    click(&mut deqi, middle);
    assert!(says(&deqi, "Take away: Heat, near "));
    tab_to(&mut deqi, |t| t.role == accesskit::Role::Figure);
    key(&mut deqi, Modifiers::NONE, Key::ArrowUp);
    press(&mut deqi, "Light");
    let put = things(&deqi).into_iter().find(|t| t.name.starts_with("Put it at ")).unwrap().name;
    press(&mut deqi, &put);
    assert!(deqi.state().visit().planning.plan().spotlight.is_some());
    press(&mut deqi, "Put the light out");
    assert!(deqi.state().visit().planning.plan().spotlight.is_none());
}

#[test]
fn a_plan_is_kept_by_name_and_found_again_after_a_new_start() {
    let (folder, mut deqi) = practice();
    press(&mut deqi, "Plan");
    press(&mut deqi, "Pain on one side of the low back");
    press(&mut deqi, "Saved");
    assert!(says(&deqi, "Do not use a patient’s full name."));
    press(&mut deqi, "Name of the plan");
    key(&mut deqi, Modifiers::COMMAND, Key::A);
    types(&mut deqi, "Tuesday");
    key(&mut deqi, Modifiers::NONE, Key::Enter);
    assert!(says(&deqi, "Saved as “Tuesday”."));
    let kept = points(&deqi);
    drop(deqi);

    let mut deqi = practice_in(folder.path());
    press(&mut deqi, "Plan");
    press(&mut deqi, "Saved");
    press(&mut deqi, "Open “Tuesday”");
    assert_eq!(points(&deqi), kept);
    press(&mut deqi, "Saved");
    press(&mut deqi, "Delete “Tuesday”");
    assert!(says(&deqi, "“Tuesday” was deleted."));
    press(&mut deqi, "Bring it back");
    assert!(says(&deqi, "Open “Tuesday”"));
}

#[test]
fn a_name_that_is_taken_costs_nobody_their_plan() {
    let (_folder, mut deqi) = practice();
    let ask = |deqi: &mut Deqi, ask: PlanAsk| deqi.state_mut().ask(Action::Plan(ask));
    deqi.state_mut().ask(Action::Go(Screen::Plan));
    for set in ["central", "leg"] {
        ask(&mut deqi, PlanAsk::Start(set.to_owned()));
        ask(&mut deqi, PlanAsk::Edit(deqi::plan::Edit::Rename("Same".to_owned())));
        ask(&mut deqi, PlanAsk::Keep);
    }
    deqi.run();
    assert!(says(&deqi, "Another plan of this name was there before."));
    press(&mut deqi, "Keep the older one too");
    press(&mut deqi, "Saved");
    press(&mut deqi, "Open “Same, older 1”");
    assert_eq!(points(&deqi)[0].0, "GV3");
}

#[test]
fn a_plan_goes_out_as_a_file_and_comes_in_with_what_is_wrong_named() {
    let (folder, mut deqi) = practice();
    let documents = folder.path().join("documents").join("Deqi");
    press(&mut deqi, "Plan");
    press(&mut deqi, "Low back pain that runs down the leg");
    let sent = points(&deqi);
    press(&mut deqi, "Saved");
    press(&mut deqi, "Save as a file");
    let file = documents.join("Low back pain that runs down the leg.ron");
    assert!(says(&deqi, &format!("Saved as a file: {}", file.display())));
    let text = fs::read_to_string(&file).unwrap();
    fs::write(documents.join("broken.ron"), text.replace("GB30", "GB300")).unwrap();
    fs::write(documents.join("letter.ron"), "Dear colleague,").unwrap();

    press(&mut deqi, "Points");
    press(&mut deqi, "Start anew");
    press(&mut deqi, "Saved");
    press(&mut deqi, "Read the file “broken.ron”");
    assert!(says(&deqi, "“broken.ron” is open. Some of it could not be read and was left out:"));
    assert!(says(&deqi, "error: there is no point `GB300` (hint: did you mean `GB30`?)"));
    assert_eq!(points(&deqi).len(), sent.len() - 1);
    press(&mut deqi, "Undo");
    assert!(points(&deqi).is_empty(), "what was there before comes back");
    press(&mut deqi, "Saved");
    press(&mut deqi, "Read the file “letter.ron”");
    assert!(says(&deqi, "This file could not be read. Your plan is as it was."));
    assert!(
        says(&deqi, "letter.ron:1:15: error: a list should begin here"),
        "{:?}",
        deqi.state().visit().planning.news
    );
    press(&mut deqi, "Read the file “Low back pain that runs down the leg.ron”");
    assert_eq!(points(&deqi), sent);
}

#[test]
fn favourites_are_at_hand_at_the_next_start() {
    let (folder, mut deqi) = practice();
    press(&mut deqi, "Plan");
    press(&mut deqi, "Pain in the middle of the low back");
    press(&mut deqi, "Step 4: KI3 Tàixī, both sides, needle");
    press(&mut deqi, "Make KI3 a favourite");
    drop(deqi);
    let (settings, notes) = Settings::load(&folder.path().join("settings.ron"));
    assert!(notes.is_empty());
    let settings = Settings { motion: still().motion, ..settings };
    let settings_file = Some(folder.path().join("settings.ron"));
    let start = Start { settings_file, mode: Mode::Practice, ..Start::with(LIBRARY.clone(), settings) };
    let mut deqi = open_with(DESK, start);
    press(&mut deqi, "Plan");
    press(&mut deqi, "KI3");
    assert_eq!(points(&deqi), [("KI3".to_owned(), Sides::Both)]);
}

/// Writes a note at the first point of an example, and presents that point.
fn present_with_a_note(deqi: &mut Deqi) {
    press(deqi, "Plan");
    press(deqi, "Pain in the middle of the low back");
    press(deqi, "Step 1: GV3 Yāoyángguān, middle, needle");
    press(deqi, "Note for this point, printed on the page");
    types(deqi, "Ask about the fall.");
    press(deqi, "Present");
    press(deqi, "Next");
}

#[test]
fn the_patients_window_shows_the_page_and_leaves_the_notes_to_the_paper() {
    let (_folder, mut deqi) = practice();
    present_with_a_note(&mut deqi);
    let count = |deqi: &Deqi, words: &str| things(deqi).iter().filter(|t| t.name.contains(words)).count();
    assert_eq!((count(&deqi, "Ask about the fall."), count(&deqi, &english("GV3"))), (1, 1));
    press(&mut deqi, "Patient’s window");
    assert_eq!((count(&deqi, "Ask about the fall."), count(&deqi, &english("GV3"))), (1, 2));
    // Where no second window can be opened it lies over this one, and over the button.
    let close = control(&deqi, "Patient’s window");
    act(&mut deqi, &close, accesskit::Action::Click, None);
    assert_eq!(count(&deqi, &english("GV3")), 1);
}

/// The title of a second window, and its words, frame by frame.
type Frames = Rc<RefCell<Vec<(String, Vec<String>)>>>;

/// Lets second windows open, and tells of each frame of theirs: their title, and all words in them. A window is closed
/// by its own cross once that is asked for.
fn windows(deqi: &Deqi) -> (Frames, Rc<Cell<bool>>) {
    let (seen, cross) = (Frames::default(), Rc::<Cell<bool>>::default());
    let (tells, pressed) = (Rc::clone(&seen), Rc::clone(&cross));
    Context::set_immediate_viewport_renderer(move |ctx, mut window| {
        let events = if pressed.take() { vec![ViewportEvent::Close] } else { Vec::new() };
        let viewports = [
            (window.ids.parent, ViewportInfo::default()),
            (window.ids.this, ViewportInfo { events, ..ViewportInfo::default() }),
        ];
        let size = window.builder.inner_size.expect("the window asks for its size");
        let input = RawInput {
            viewport_id: window.ids.this,
            viewports: viewports.into_iter().collect(),
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, size)),
            ..RawInput::default()
        };
        let output = ctx.run_ui(input, |ui| (window.viewport_ui_cb)(ui));
        let said = words_in(&output.shapes).into_iter().map(|word| word.text).collect();
        tells.borrow_mut().push((window.builder.title.clone().unwrap_or_default(), said));
    });
    deqi.ctx.set_embed_viewports(false);
    (seen, cross)
}

#[test]
fn the_patients_window_is_a_second_window_and_its_cross_closes_it() {
    let (_folder, mut deqi) = practice();
    let (seen, cross) = windows(&deqi);
    let count = |deqi: &Deqi| deqi.output().viewport_output.len();
    present_with_a_note(&mut deqi);
    assert_eq!((count(&deqi), seen.borrow().len()), (1, 0), "nobody asked for it yet");
    press(&mut deqi, "Patient’s window");
    assert_eq!(count(&deqi), 2);
    let (title, said) = seen.borrow().last().cloned().unwrap();
    assert!(!title.is_empty());
    let shows = |words: &str| said.iter().any(|said| said.contains(words));
    assert!(shows(&english("GV3")), "{said:?}");
    assert!(!shows("Ask about the fall.") && !shows("Next"), "no notes and nothing to press: {said:?}");
    cross.set(true);
    deqi.run_steps(2);
    deqi.run();
    assert_eq!(count(&deqi), 1, "it is closed");
    assert!(!deqi.state().visit().planning.patient_window);
}

#[test]
fn the_patients_window_is_not_cut_where_letters_are_large_and_there_is_no_second_one() {
    for size in [(640.0, 480.0), (800.0, 600.0), DESK] {
        let settings = Settings { text_size: 200, ..still() };
        let start = Start { mode: Mode::Practice, ..Start::with(LIBRARY.clone(), settings) };
        let mut deqi = open_with(size, start);
        for ask in [PlanAsk::Start("central".to_owned()), PlanAsk::Present(Some(0)), PlanAsk::PatientWindow(true)] {
            deqi.state_mut().ask(Action::Plan(ask));
        }
        deqi.run();
        let screen = deqi.ctx.content_rect();
        let inside = |thing: &Thing| screen.expand(1.0).contains_rect(thing.rect);
        let page: Vec<Thing> = things(&deqi).into_iter().filter(|thing| thing.name.contains("Deqi: for you")).collect();
        assert!(!page.is_empty() && page.iter().all(inside), "{size:?}: {screen:?} {page:?}");
    }
}

#[test]
fn what_one_patient_ticked_is_shown_before_it_is_printed_and_never_on_the_page_of_the_next() {
    const WORRY: &str = "What do you expect it to do for me, and by when?";
    let (_folder, mut deqi) = practice();
    press(&mut deqi, "Plan");
    deqi.state_mut().ask(Action::Plan(PlanAsk::Start("central".to_owned())));
    deqi.state_mut().ask(Action::Plan(PlanAsk::Keep));
    deqi.run();
    let id = deqi.state().visit().planning.kept[0].id;
    deqi.state_mut().ask(Action::Plan(PlanAsk::Export));
    deqi.run();
    let file = deqi.state().visit().planning.files[0].clone();
    let others = [PlanAsk::New, PlanAsk::Start("leg".to_owned()), PlanAsk::Open(id), PlanAsk::Import(file)];
    for other in others {
        for panel in ["questions", "take-care"] {
            deqi.state_mut().ask(Action::Read(ReadAsk::Tick(panel.to_owned(), 0)));
        }
        deqi.state_mut().ask(Action::Go(Screen::TakeAway));
        deqi.run();
        let ticked = |deqi: &Deqi| ["questions", "take-care"].map(|panel| deqi.state().visit().reader.ticks(panel));
        assert_eq!(ticked(&deqi), [1, 1]);
        assert!(says(&deqi, WORRY), "what will be printed is shown");
        deqi.state_mut().ask(Action::Plan(other.clone()));
        deqi.run();
        assert_eq!(ticked(&deqi), [0, 0], "{other:?}");
        deqi.state_mut().ask(Action::Go(Screen::TakeAway));
        deqi.run();
        assert!(!says(&deqi, WORRY), "{other:?}");
    }
}

#[test]
fn a_picture_goes_into_the_documents_and_never_over_another() {
    let (folder, deqi) = practice();
    let image = ColorImage::filled([3, 2], Color32::WHITE);
    for name in ["Deqi picture.png", "Deqi picture 2.png"] {
        let path = folder.path().join("documents").join("Deqi").join(name);
        deqi.state().save_picture(&image).unwrap();
        let bytes = fs::read(&path).unwrap();
        assert_eq!(&bytes[1..4], b"PNG");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = fs::metadata(&path).unwrap().permissions().mode() & 0o777;
            assert_eq!(mode, 0o600, "a picture may show a diary or a patient's plan");
        }
    }
    assert!(!Mode::Kiosk.features().saves_pictures);
}
