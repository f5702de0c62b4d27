//! Two accounts on one body: the lens switch, the divider, the fields of the card and how sure we are of each.

#![allow(clippy::float_cmp, reason = "the divider stands exactly where it was put")]

use deqi::body::views::NamedView;
use deqi::mode::Mode;
use deqi::model::{PointCode, Side};
use deqi::store::settings::{Motion, Settings};
use deqi::visit::{Account, Action, Lens, PlanAsk, Sheet};
use eframe::egui::accesskit::{self, ActionData, Role};
use eframe::egui::{Key, Modifiers, vec2};

use crate::support::{
    DESK, Deqi, LIBRARY, Thing, act, click, control, drag, english, go, headline, key, marker, open, open_in,
    open_large, press, resize, stage, still, tab_to, things,
};

const SMALL: (f32, f32) = (800.0, 600.0);
const KIOSK: (f32, f32) = (1080.0, 1920.0);

/// What each lens is called, and what the body then says.
const LENSES: [(&str, Lens, &str); 3] = [
    ("Tradition lens", Lens::Tradition, "The tradition lens is on"),
    ("Body lens", Lens::Body, "The body lens is on"),
    ("Both lenses", Lens::Both, ""),
];

fn lens(deqi: &Deqi) -> Lens {
    deqi.state().visit().lens
}

fn parted(size: (f32, f32), settings: Settings) -> Deqi {
    let mut deqi = open(size, settings);
    press(&mut deqi, "Compare");
    assert_eq!(lens(&deqi), Lens::Parted);
    deqi
}

fn divider(deqi: &Deqi) -> Thing {
    things(deqi).into_iter().find(|t| t.role == Role::Slider).expect("there is a divider")
}

fn at(deqi: &Deqi) -> f32 {
    deqi.state().visit().divider.at()
}

fn chosen_lenses(deqi: &Deqi) -> Vec<String> {
    let all = things(deqi).into_iter();
    let lenses = all.filter(|t| t.role == Role::RadioButton && LENSES.iter().any(|(name, ..)| *name == t.name));
    lenses.filter(|t| t.chosen == Some(true)).map(|t| t.name).collect()
}

#[test]
fn the_switch_is_pressed_with_the_mouse_at_every_size() {
    for size in [DESK, SMALL, KIOSK, (640.0, 480.0)] {
        let mut deqi = open(size, still());
        go(&mut deqi, &[Action::CloseSheet]);
        assert_eq!(chosen_lenses(&deqi), ["Both lenses"], "the quiet sight comes first");
        for (name, shows, says) in LENSES {
            press(&mut deqi, name);
            assert_eq!(lens(&deqi), shows, "{name} at {size:?}");
            assert_eq!(chosen_lenses(&deqi), [name]);
            assert!(stage(&deqi).name.contains(says), "{}", stage(&deqi).name);
        }
        assert!(!stage(&deqi).name.contains("lens is on"), "the quiet sight needs no word");
    }
}

/// The head of a whole body stands as high as the switch.
#[test]
fn the_switch_ends_before_the_head_of_a_whole_body() {
    for (size, text_size) in [(DESK, 100), (DESK, 200), (SMALL, 100)] {
        let mut deqi = open(size, Settings { text_size, ..still() });
        resize(&mut deqi, size);
        go(&mut deqi, &[Action::CloseSheet, Action::Look(NamedView::Left)]);
        let head = stage(&deqi).rect.center().x - 20.0;
        for name in ["Tradition lens", "Both lenses", "Body lens", "Compare"] {
            let ends = control(&deqi, name).rect.right();
            assert!(ends <= head, "{size:?} at {text_size} %: {name} ends at {ends}, the head begins at {head}");
        }
    }
}

/// At no size does anything that can be pressed lie over the head of a whole body, with a sheet or without.
#[test]
fn nothing_stands_over_the_head_of_a_whole_body() {
    let mut seen = 0;
    for size in [DESK, SMALL, KIOSK, (617.0, 1097.0), (640.0, 480.0)] {
        for (text_size, closed) in [(100, true), (100, false), (200, true), (200, false)] {
            let mut deqi = open(size, Settings { text_size, ..still() });
            resize(&mut deqi, size);
            let close = closed.then_some(Action::CloseSheet);
            go(&mut deqi, &close.into_iter().chain([Action::Look(NamedView::Back)]).collect::<Vec<_>>());
            // A sheet may cover a small window, and a body far off shows fewer points.
            if things(&deqi).iter().all(|t| t.role != Role::Figure) {
                continue;
            }
            let Some(head) = marker(&deqi, "GV20", Side::Midline) else { continue };
            let head = head.rect.center();
            seen += 1;
            for control in things(&deqi).into_iter().filter(|t| t.is_control() && t.is_seen()) {
                let over = control.shown.expand(4.0).contains(head);
                assert!(!over, "{size:?} at {text_size} %, closed {closed}: {} lies over the head", control.name);
            }
        }
    }
    assert!(seen >= 6, "only {seen} bodies were looked at");
}

/// Where words are large and the window is small, all that stands on the body would hide most of it.
#[test]
fn on_a_small_stage_one_button_shows_and_hides_the_others() {
    let mut deqi = open_large(SMALL, still());
    go(&mut deqi, &[Action::CloseSheet]);
    let standing = |deqi: &Deqi| {
        let room = stage(deqi).rect;
        let on_it = things(deqi).into_iter().filter(|t| t.is_control() && t.is_seen() && room.contains_rect(t.rect));
        on_it.map(|t| t.name).collect::<Vec<_>>()
    };
    let few = ["Lens and points", "Turn to the left", "Turn to the right", "Closer", "Wider"];
    assert_eq!(standing(&deqi), few, "the body has the room");
    press(&mut deqi, "Lens and points");
    for (name, shows, _) in LENSES {
        press(&mut deqi, name);
        assert_eq!(lens(&deqi), shows);
    }
    press(&mut deqi, "All points");
    press(&mut deqi, "Lens and points");
    assert_eq!(standing(&deqi), few);
    // By keyboard the lens can be changed either way.
    tab_to(&mut deqi, |t| t.name == "Lens and points");
    key(&mut deqi, Modifiers::NONE, Key::Enter);
    assert!(standing(&deqi).len() > few.len() + 4, "{:?}", standing(&deqi));
}

#[test]
fn the_switch_is_a_group_that_a_screen_reader_presses() {
    let mut deqi = open(DESK, still());
    let group = things(&deqi).into_iter().any(|t| t.role == Role::RadioGroup && t.name == "What the body shows");
    assert!(group, "the three stand in a group with a name");
    for (name, shows, _) in LENSES {
        let option = control(&deqi, name);
        act(&mut deqi, &option, accesskit::Action::Click, None);
        assert_eq!(lens(&deqi), shows);
    }
}

#[test]
fn the_switch_is_reached_by_tab_and_by_number_keys_on_the_body() {
    let mut deqi = open(DESK, still());
    tab_to(&mut deqi, |t| t.name == "Body lens");
    key(&mut deqi, Modifiers::NONE, Key::Space);
    assert_eq!(lens(&deqi), Lens::Body);
    tab_to(&mut deqi, |t| t.role == Role::Figure);
    let keys =
        [(Key::Num1, Lens::Tradition), (Key::Num2, Lens::Both), (Key::Num3, Lens::Body), (Key::Num4, Lens::Parted)];
    for (number, shows) in keys {
        key(&mut deqi, Modifiers::NONE, number);
        assert_eq!(lens(&deqi), shows, "{number:?}");
    }
}

#[test]
fn compare_parts_the_body_and_joins_it_again() {
    for size in [DESK, SMALL, KIOSK] {
        let mut deqi = parted(size, still());
        assert_eq!(divider(&deqi).name, "Divider between tradition and body");
        assert!(stage(&deqi).name.contains("tradition 50 %, body 50 %"), "{}", stage(&deqi).name);
        assert_eq!(chosen_lenses(&deqi), ["Both lenses"], "parted, both are shown");
        press(&mut deqi, "Compare");
        assert_eq!(lens(&deqi), Lens::Both);
        assert!(things(&deqi).iter().all(|t| t.role != Role::Slider), "the divider is gone");
    }
}

#[test]
fn the_divider_follows_a_drag_to_both_ends_and_back() {
    let mut deqi = parted(DESK, still());
    let wide = stage(&deqi).rect.width();
    let from = divider(&deqi).rect.center();
    drag(&mut deqi, from, vec2(-120.0, 0.0), 6);
    deqi.run();
    assert!((at(&deqi) - (0.5 - 120.0 / wide)).abs() < 0.01, "it went where the finger went: {}", at(&deqi));
    for (by, end) in [(-2000.0, 0.0), (4000.0, 1.0)] {
        let from = divider(&deqi).rect.center();
        drag(&mut deqi, from, vec2(by, 0.0), 12);
        deqi.run();
        assert_eq!(at(&deqi), end);
        assert!(stage(&deqi).rect.contains_rect(divider(&deqi).rect), "the grip stays in reach");
    }
}

#[test]
fn a_finger_that_goes_beyond_an_end_finds_the_divider_under_it_again() {
    let mut deqi = parted(DESK, still());
    let (stage, from) = (stage(&deqi).rect, divider(&deqi).rect.center());
    deqi.hover_at(from);
    deqi.drag_at(from);
    for x in [200.0, stage.left() + 30.0, stage.left() - 60.0, stage.left() + 30.0, 150.0, 300.0] {
        deqi.hover_at(eframe::egui::pos2(x, from.y));
    }
    deqi.drop_at(eframe::egui::pos2(300.0, from.y));
    deqi.run();
    let line = stage.left() + at(&deqi) * stage.width();
    assert!((line - 300.0).abs() < 60.0, "the line is at {line}, the finger at 300");
}

#[test]
fn released_near_the_half_it_glides_there() {
    let mut deqi = parted(DESK, Settings::default());
    let wide = stage(&deqi).rect.width();
    let from = divider(&deqi).rect.center();
    drag(&mut deqi, from, vec2(wide * 0.04, 0.0), 6);
    deqi.step();
    assert!(deqi.state().visit().divider.moves(), "it glides");
    deqi.run();
    assert_eq!(at(&deqi), 0.5);
    let from = divider(&deqi).rect.center();
    drag(&mut deqi, from, vec2(wide * 0.2, 0.0), 6);
    deqi.run();
    assert!((at(&deqi) - 0.7).abs() < 0.01, "far from the half it stays: {}", at(&deqi));
}

#[test]
fn with_reduced_motion_it_stays_where_it_is_let_go_and_buttons_cut() {
    let mut deqi = parted(DESK, still());
    let wide = stage(&deqi).rect.width();
    let from = divider(&deqi).rect.center();
    drag(&mut deqi, from, vec2(wide * 0.04, 0.0), 6);
    deqi.run();
    assert!((at(&deqi) - 0.54).abs() < 0.005, "it stays: {}", at(&deqi));
    let button = control(&deqi, "All body").rect.center();
    deqi.hover_at(button);
    deqi.drag_at(button);
    deqi.drop_at(button);
    deqi.step();
    assert!(!deqi.state().visit().divider.moves(), "nothing glides");
    assert_eq!(at(&deqi), 0.0);
}

#[test]
fn the_buttons_at_its_feet_send_it_to_the_ends() {
    for (size, settings) in [(DESK, Settings::default()), (SMALL, still()), (KIOSK, still())] {
        let mut deqi = parted(size, settings);
        press(&mut deqi, "All tradition");
        assert_eq!(at(&deqi), 1.0, "at {size:?}");
        assert!(stage(&deqi).name.contains("all tradition"), "{}", stage(&deqi).name);
        press(&mut deqi, "All body");
        assert_eq!(at(&deqi), 0.0, "at {size:?}");
        assert!(stage(&deqi).name.contains("all body"));
    }
}

#[test]
fn arrows_move_it_by_a_twentieth_and_do_not_leave_it() {
    let mut deqi = parted(DESK, still());
    tab_to(&mut deqi, |t| t.role == Role::Slider);
    key(&mut deqi, Modifiers::NONE, Key::ArrowRight);
    assert!((at(&deqi) - 0.55).abs() < 1e-4, "{}", at(&deqi));
    for _ in 0..3 {
        key(&mut deqi, Modifiers::NONE, Key::ArrowLeft);
    }
    assert!((at(&deqi) - 0.40).abs() < 1e-4, "{}", at(&deqi));
    key(&mut deqi, Modifiers::NONE, Key::End);
    assert_eq!(at(&deqi), 1.0);
    key(&mut deqi, Modifiers::NONE, Key::Home);
    assert_eq!(at(&deqi), 0.0);
    assert!(divider(&deqi).focused, "it keeps the keyboard");
    key(&mut deqi, Modifiers::NONE, Key::Tab);
    assert!(!divider(&deqi).focused, "and lets it go");
}

#[test]
fn a_screen_reader_moves_it_and_hears_where_it_stands() {
    let mut deqi = parted(DESK, still());
    let slider = divider(&deqi);
    act(&mut deqi, &slider, accesskit::Action::Increment, None);
    assert!((at(&deqi) - 0.55).abs() < 1e-4);
    act(&mut deqi, &slider, accesskit::Action::Decrement, None);
    act(&mut deqi, &slider, accesskit::Action::SetValue, Some(ActionData::NumericValue(20.0)));
    assert!((at(&deqi) - 0.2).abs() < 1e-4);
    assert!(stage(&deqi).name.contains("tradition 20 %, body 80 %"), "{}", stage(&deqi).name);
}

#[test]
fn a_point_under_the_divider_can_still_be_touched() {
    let mut deqi = parted(DESK, still());
    let point = marker(&deqi, "GV4", Side::Midline).expect("the spine is in sight");
    let line = stage(&deqi).rect.center().x;
    assert!((point.rect.center().x - line).abs() < 8.0, "the divider stands on the spine");
    click(&mut deqi, point.rect.center());
    assert_eq!(headline(&deqi), english("GV4"));
}

#[test]
fn points_are_found_under_every_lens() {
    let mut deqi = open(DESK, still());
    for shows in [Lens::Tradition, Lens::Body, Lens::Parted, Lens::Both] {
        go(&mut deqi, &[Action::See(shows)]);
        for side in [Side::Left, Side::Right] {
            let point = marker(&deqi, "BL25", side).unwrap_or_else(|| panic!("BL25 is not there under {shows:?}"));
            click(&mut deqi, point.rect.center());
            assert_eq!(headline(&deqi), english("BL25"), "under {shows:?}");
            assert_eq!(lens(&deqi), shows, "a touch leaves the lens on");
        }
    }
}

#[test]
fn home_takes_the_lens_off() {
    let mut deqi = parted(DESK, still());
    press(&mut deqi, "All body");
    press(&mut deqi, "Home");
    assert_eq!(lens(&deqi), Lens::Both);
    assert_eq!(at(&deqi), 0.5);
}

fn card(code: &str) -> Action {
    Action::OpenPoint(PointCode(code.to_owned()))
}

/// The badges of a card, with what they are called.
fn badges(deqi: &Deqi) -> Vec<Thing> {
    things(deqi).into_iter().filter(|t| t.is_control() && t.name.ends_with(": how sure is this?")).collect()
}

#[test]
fn both_accounts_stand_in_step_and_say_how_sure_they_are() {
    let mut deqi = open(DESK, still());
    for code in ["BL23", "ST36", "EX-B7", "GV4"] {
        go(&mut deqi, &[card(code)]);
        let badges = badges(&deqi);
        let [tradition, body] = &badges[..] else { panic!("{code} has {} badges", badges.len()) };
        assert_eq!(tradition.name, "Tradition: how sure is this?");
        assert!((tradition.rect.top() - body.rect.top()).abs() < 1.0, "{code}: they stand at one height");
        let headings: Vec<Thing> = things(&deqi).into_iter().filter(|t| t.level == Some(2)).take(2).collect();
        assert!((headings[0].rect.top() - headings[1].rect.top()).abs() < 1.0, "{code}: so do their headings");
    }
}

#[test]
fn on_every_low_back_point_both_accounts_have_one_shape_and_about_one_length() {
    /// The longer one has so many letters for one of the shorter one's, at the most.
    const LONGER: f32 = 1.75;
    let mut deqi = open(DESK, still());
    let mut wrong = Vec::new();
    for point in LIBRARY.catalog.points().iter().filter(|point| point.low_back) {
        let code = point.code.as_str();
        let (Some(told), Some(seen)) = (&point.tradition, &point.body) else {
            wrong.push(format!("{code} has one account only"));
            continue;
        };
        let letters = [told, seen].map(|says| says.plain.chars().count() as f32);
        let longer = (letters[0] / letters[1]).max(letters[1] / letters[0]);
        if longer > LONGER {
            wrong.push(format!("{code}: {letters:?} letters"));
        }
        go(&mut deqi, &[card(code)]);
        let all = things(&deqi);
        let of = |text: &str| all.iter().find(|t| t.name == text).map(|t| t.rect);
        let (left, right) =
            (of(told.plain.split("\n\n").next().unwrap()), of(seen.plain.split("\n\n").next().unwrap()));
        let (Some(left), Some(right)) = (left, right) else {
            wrong.push(format!("{code}: an account is not on its card"));
            continue;
        };
        let badges = badges(&deqi);
        let tops = [left, right].map(|r| r.top());
        let one_shape = (tops[0] - tops[1]).abs() < 1.0 && left.right() < right.left();
        let in_step = matches!(&badges[..], [a, b] if (a.rect.top() - b.rect.top()).abs() < 1.0);
        if !one_shape || !in_step {
            wrong.push(format!("{code}: {tops:?}, {} badges", badges.len()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn where_a_name_sounds_like_an_organ_the_card_says_that_it_is_a_name() {
    let mut deqi = open(DESK, still());
    let one = "Here “bladder” is a name, not your organ: the old word means more.";
    let two = "Here “bladder” and “kidney” are names, not your organs: the old words mean more.";
    let gall = "Here “gallbladder” is a name, not your organ: the old word means more.";
    let both = "Here “bladder” and “gallbladder” are names, not your organs: the old words mean more.";
    let (new, appendix) = (code_of("Appendix Point"), "Here “appendix” is a name, not your organ.");
    for (code, says) in [
        ("BL40", Some(one)),
        ("BL23", Some(two)),
        ("BL19", Some(both)),
        ("EX-LE6", Some(gall)),
        (new.as_str(), Some(appendix)),
        ("GV4", None),
        ("TE5", None),
    ] {
        go(&mut deqi, &[card(code)]);
        let old = |thing: &Thing| thing.name.contains("not your organ");
        let told: Vec<String> = things(&deqi).into_iter().filter(old).map(|t| t.name).collect();
        assert_eq!(told.iter().map(String::as_str).collect::<Vec<_>>(), Vec::from_iter(says), "{code}");
    }
}

fn code_of(english: &str) -> String {
    LIBRARY.catalog.points().iter().find(|point| point.english == english).expect("it is there").code.0.clone()
}

/// Words for parts of the body that a doctor would call organs, or that a visitor would take for one.
const ORGANS: [&str; 22] = [
    "lung",
    "intestine",
    "stomach",
    "spleen",
    "heart",
    "bladder",
    "kidney",
    "pericardium",
    "gallbladder",
    "gall",
    "liver",
    "appendix",
    "uterus",
    "womb",
    "brain",
    "diaphragm",
    "bowel",
    "colon",
    "pancreas",
    "lungs",
    "kidneys",
    "ovary",
];

#[test]
fn of_all_points_each_that_is_named_after_an_organ_says_that_this_is_a_name() {
    let words = |text: &str| -> Vec<String> {
        text.to_lowercase()
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let (mut named, mut wrong) = (0, Vec::new());
    for point in LIBRARY.catalog.points() {
        let name = words(&point.english);
        let line = deqi::describe::old_name_of_organ(&deqi::i18n::Tr::english(), &LIBRARY.catalog, point);
        let quoted: Vec<Vec<String>> = line
            .iter()
            .flat_map(|line| line.split('“').skip(1))
            .map(|rest| words(rest.split('”').next().unwrap_or_default()))
            .collect();
        let channel = LIBRARY.catalog.channel(&point.channel).and_then(|channel| channel.organ_name.as_deref());
        let strange = quoted.iter().any(|organ| {
            let in_name = name.windows(organ.len()).any(|of| of == organ.as_slice());
            !in_name && Some(organ.join(" ").as_str()) != channel
        });
        let missing =
            name.iter().find(|word| ORGANS.contains(&word.as_str()) && !quoted.iter().flatten().any(|q| q == *word));
        named += usize::from(name.iter().any(|word| ORGANS.contains(&word.as_str())));
        if strange || missing.is_some() || line.as_ref().is_some_and(|line| !line.contains("not your organ")) {
            wrong.push(format!("{} {}: {line:?}", point.code, point.english));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(named >= 20, "only {named} points are named after an organ");
}

#[test]
fn a_plan_that_is_presented_says_so_too() {
    let mut deqi = open_in(Mode::Practice, DESK, still());
    let ask = |ask| Action::Plan(ask);
    go(
        &mut deqi,
        &[
            Action::Go(deqi::visit::Screen::Plan),
            ask(PlanAsk::New),
            ask(PlanAsk::Heard),
            ask(PlanAsk::Start("leg".to_owned())),
        ],
    );
    let steps = deqi.state().visit().planning.plan().steps.clone();
    let mut told = 0;
    for (i, step) in steps.iter().enumerate() {
        deqi.state_mut().ask(ask(PlanAsk::Present(Some(i + 1))));
        deqi.run();
        let point = LIBRARY.catalog.point(&step.point).expect("it is there");
        assert_eq!(headline(&deqi), point.english);
        let line = deqi::describe::old_name_of_organ(&deqi::i18n::Tr::english(), &LIBRARY.catalog, point);
        let shown = things(&deqi).into_iter().find(|t| t.name.contains("not your organ")).map(|t| t.name);
        assert_eq!(shown, line, "{}", point.code);
        told += usize::from(line.is_some());
    }
    assert!(told > 0, "no point of this plan is named after an organ");
}

/// What a screen reader hears of the divider stands on the stage as well, where there is room.
#[test]
fn the_divider_has_a_caption_that_follows_it() {
    let mut deqi = open(DESK, still());
    go(&mut deqi, &[Action::CloseSheet, Action::See(Lens::Parted)]);
    let caption = |deqi: &Deqi| {
        let lead = "A divider parts the picture, tradition on its left, the body on its right: ";
        let all = things(deqi);
        let found = all.iter().find(|t| t.role == Role::Label && t.name.starts_with(lead)).cloned();
        let found = found.expect("it has a caption");
        assert!(stage(deqi).name.contains(&found.name), "the two disagree: {} and {}", found.name, stage(deqi).name);
        for other in all.iter().filter(|t| t.is_control()) {
            assert!(!other.rect.shrink(0.5).intersects(found.rect), "it lies under {}", other.name);
        }
        found.name.trim_start_matches(lead).to_owned()
    };
    assert_eq!(caption(&deqi), "tradition 50 %, body 50 %.");
    tab_to(&mut deqi, |t| t.role == Role::Slider);
    key(&mut deqi, Modifiers::NONE, Key::ArrowLeft);
    assert_ne!(caption(&deqi), "tradition 50 %, body 50 %.");
    // Where there is none, it covers nothing.
    resize(&mut deqi, (420.0, 420.0));
    assert!(things(&deqi).iter().all(|t| t.role != Role::Label || !t.name.starts_with("A divider parts")));
}

#[test]
fn grades_come_from_the_pack() {
    let mut deqi = open(DESK, still());
    for (code, grade) in
        [("ST36", "Seen in people"), ("BL57", "Anatomy"), ("EX-B7", "Disputed"), ("ASHI", "Seen in people")]
    {
        go(&mut deqi, &[card(code)]);
        let names: Vec<String> = badges(&deqi).into_iter().map(|t| t.name).collect();
        assert_eq!(names, ["Tradition: how sure is this?".to_owned(), format!("{grade}: how sure is this?")], "{code}");
    }
}

#[test]
fn a_card_lists_the_studies_that_used_its_point_and_opens_each() {
    let mut deqi = open(DESK, still());
    go(&mut deqi, &[card("KI3")]);
    let lines = |deqi: &Deqi| -> Vec<String> {
        things(deqi).into_iter().map(|t| t.name).filter(|name| name.starts_with("Read about this study")).collect()
    };
    assert_eq!(
        lines(&deqi),
        ["Read about this study: American trial (SPINE), 2009", "Read about this study: German trial (ART), 2006"]
    );
    press(&mut deqi, "Read about this study: American trial (SPINE), 2009");
    let said = |deqi: &Deqi, words: &str| things(deqi).iter().any(|t| t.name.contains(words));
    assert!(said(&deqi, "Where the needles went, and whether they broke the skin, made no clear difference."));
    press(&mut deqi, "Back");
    assert_eq!(headline(&deqi), english("KI3"), "Back leads to the card");
    go(&mut deqi, &[card("LU2")]);
    assert!(lines(&deqi).is_empty(), "no study we know used it");
}

#[test]
fn a_badge_opens_what_bears_the_account_and_leads_back() {
    let mut deqi = open(DESK, still());
    go(&mut deqi, &[card("ST36")]);
    press(&mut deqi, "Seen in people: how sure is this?");
    assert_eq!(headline(&deqi), "How sure are we?");
    let said = |deqi: &Deqi, words: &str| things(deqi).iter().any(|t| t.name.contains(words));
    assert!(said(&deqi, "Takano"), "the study is named");
    assert!(said(&deqi, "Seen in people, in at least one study."), "the grade is explained");
    assert!(said(&deqi, "no clear gap to other spots was seen"), "and so is the doubt");
    press(&mut deqi, "Back to the card");
    assert_eq!(headline(&deqi), english("ST36"));
    press(&mut deqi, "Back");
    assert_eq!(headline(&deqi), "How sure are we?", "Back goes back over it");
    go(&mut deqi, &[Action::Open(Sheet::HowSure(PointCode("ST36".to_owned()), Account::Tradition))]);
    assert!(said(&deqi, "It is not a finding of science."));
}

#[test]
fn motion_comes_back_with_the_setting() {
    let mut deqi = open(DESK, still());
    deqi.state_mut().ask(Action::Set(deqi::visit::Change::Motion(Motion::Full)));
    deqi.run();
    press(&mut deqi, "Compare");
    let button = control(&deqi, "All tradition").rect.center();
    deqi.hover_at(button);
    deqi.drag_at(button);
    deqi.drop_at(button);
    deqi.step();
    assert!(deqi.state().visit().divider.moves(), "it glides");
    let frames = deqi.run();
    assert!(frames < 14, "0.18 seconds are {frames} frames of a thirtieth");
    assert_eq!(at(&deqi), 1.0);
}
