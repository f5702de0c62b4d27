//! The section on Qi: the dammed flow opens by keyboard, the dial turns, and one line never leaves the screen.

use deqi::body::camera::Area;
use deqi::body::figure::Figure;
use deqi::body::views::NamedView;
use deqi::mode::Mode;
use deqi::model::{FigureId, Side};
use deqi::sim::free_flow::State;
use deqi::sim::qi::{Ask, Part, Qi};
use deqi::store::settings::Settings;
use deqi::visit::{Action, Change, Screen, StoryAsk};
use eframe::egui::accesskit::{self, Live, Role};
use eframe::egui::{Key, Modifiers, ViewportId};
use egui_kittest::kittest::NodeT as _;

use crate::support::{
    DESK, Deqi, LIBRARY, Thing, act, click, control, english, go, headline, key, open, open_in, press, resize, site,
    stage, still, tab_to, things, window, within,
};

fn open_part(part: Part, settings: Settings) -> Deqi {
    let mut deqi = open(DESK, settings);
    show(&mut deqi, part);
    deqi
}

fn show(deqi: &mut Deqi, part: Part) {
    go(deqi, &[Action::Go(Screen::Qi), Action::Qi(Ask::Show(part))]);
}

/// Every sentence in the tree.
fn said(deqi: &Deqi) -> Vec<String> {
    things(deqi).into_iter().filter(|t| t.role == Role::Label).map(|t| t.name).collect()
}

fn hears(deqi: &Deqi, sentence: &str) -> bool {
    said(deqi).iter().any(|s| s == sentence)
}

/// The dial, and what its value is in words.
fn dial(deqi: &Deqi) -> (Thing, String) {
    let thing = things(deqi).into_iter().find(|t| t.role == Role::Slider).expect("the day has a slider");
    let nodes = deqi.root().children_recursive().map(|node| node.accesskit_node());
    let value = nodes.filter(|node| node.role() == Role::Slider).find_map(|node| node.value());
    (thing, value.expect("its value is told in words"))
}

#[test]
fn needles_are_placed_and_the_flow_is_heard_to_open_by_keyboard_alone() {
    for settings in [still(), Settings::default()] {
        let mut deqi = open_part(Part::Flow, settings);
        assert_eq!(said(&deqi).iter().filter(|s| *s == "No needle yet. The flow is dammed.").count(), 2);
        tab_to(&mut deqi, |t| t.name == "BL23, left side");
        key(&mut deqi, Modifiers::NONE, Key::Enter);
        assert!(hears(&deqi, "One needle in. A little gets through."));
        key(&mut deqi, Modifiers::NONE, Key::Tab);
        key(&mut deqi, Modifiers::NONE, Key::Space);
        assert!(hears(&deqi, "Two needles in. The flow is open."), "{:?}", said(&deqi));
        assert!(hears(&deqi, "No needle yet. The flow is dammed."), "the right side is as it was");
        let picture = stage(&deqi).name;
        assert!(picture.contains("Left: two needles in. The flow is open."), "{picture}");
        assert!(picture.contains("Right: no needle yet. The flow is dammed."), "{picture}");
        tab_to(&mut deqi, |t| t.name == "Start over");
        key(&mut deqi, Modifiers::NONE, Key::Enter);
        assert!(!hears(&deqi, "Two needles in. The flow is open."));
    }
}

#[test]
fn what_the_needles_do_is_told_anew_to_a_screen_reader() {
    let deqi = open_part(Part::Flow, still());
    let told = deqi
        .root()
        .children_recursive()
        .map(|node| node.accesskit_node())
        .filter(|node| node.data().live() == Some(Live::Polite))
        .count();
    assert_eq!(told, 2, "both sides tell when they change");
}

#[test]
fn a_place_on_the_body_takes_a_needle_by_touch_and_by_tree() {
    let mut deqi = open_part(Part::Flow, still());
    let place = |deqi: &Deqi, name: &str| {
        things(deqi).into_iter().find(|t| t.name == name && !t.focusable).expect("the place can be seen")
    };
    let at = place(&deqi, "BL25, right side").rect.center();
    click(&mut deqi, at);
    assert_eq!(deqi.state().visit().qi.free.half(Side::Right).state(), State::Seeping);
    let node = place(&deqi, "BL23, right side");
    act(&mut deqi, &node, accesskit::Action::Click, None);
    assert_eq!(deqi.state().visit().qi.free.half(Side::Right).state(), State::Open);
    assert_eq!(deqi.state().visit().qi.free.half(Side::Left).state(), State::Dammed);
    assert_eq!(place(&deqi, "BL23, right side").chosen, Some(true), "it tells that the needle is in");
}

#[test]
fn the_dial_turns_by_arrow_keys_through_the_whole_circuit() {
    let mut deqi = open_part(Part::Day, still());
    assert_eq!(dial(&deqi).1, "15 to 17, Bladder channel, now");
    tab_to(&mut deqi, |t| t.role == Role::Slider);
    let mut visited = Vec::new();
    for _ in 0..12 {
        key(&mut deqi, Modifiers::NONE, Key::ArrowRight);
        visited.push(deqi.state().visit().channel(&LIBRARY.catalog, None).expect("each hour has a channel").id.clone());
    }
    assert_eq!(visited, ["KI", "PC", "TE", "GB", "LR", "LU", "LI", "ST", "SP", "HT", "SI", "BL"]);
    key(&mut deqi, Modifiers::NONE, Key::ArrowLeft);
    assert_eq!(dial(&deqi).1, "13 to 15, Small Intestine channel");
    key(&mut deqi, Modifiers::NONE, Key::Home);
    assert!(dial(&deqi).1.ends_with("now"), "Home leads back to the present hour");
}

#[test]
fn the_dial_turns_by_mouse_and_by_screen_reader() {
    let mut deqi = open_part(Part::Day, still());
    let face = dial(&deqi).0.rect;
    // Noon is at the top.
    click(&mut deqi, within(face, 0.5, 0.15));
    assert_eq!(dial(&deqi).1, "11 to 13, Heart channel");
    let slider = dial(&deqi).0;
    act(&mut deqi, &slider, accesskit::Action::Increment, None);
    assert_eq!(dial(&deqi).1, "13 to 15, Small Intestine channel");
    let liver = things(&deqi).into_iter().find(|t| t.name == "Liver channel, 1 to 3").expect("a part is a node");
    act(&mut deqi, &liver, accesskit::Action::Click, None);
    assert_eq!(dial(&deqi).1, "1 to 3, Liver channel");
    // A drag of the knob from the lower left to the right: six in the evening.
    crate::support::drag(&mut deqi, within(face, 0.36, 0.68), face.size() * eframe::egui::vec2(0.44, -0.17), 6);
    deqi.run();
    assert_eq!(dial(&deqi).1, "17 to 19, Kidney channel");
}

#[test]
fn every_channel_tells_its_way_and_that_its_name_means_more_than_an_organ() {
    let mut deqi = open_part(Part::Day, still());
    for channel in LIBRARY.catalog.circuit().chain(LIBRARY.catalog.vessels()) {
        press(&mut deqi, &channel.name);
        let lit = stage(&deqi).name;
        assert!(lit.contains(&channel.name), "the body lights {}: {lit}", channel.name);
        let told = said(&deqi).join("\n");
        let course = channel.course.as_ref().expect("each has a way");
        assert!(told.contains(&course.from) && told.contains(&course.to), "{}: {told}", channel.name);
        if let Some(organ) = &channel.organ_name {
            let line = format!("“{organ}” is a name, not your organ: the old word means more.");
            assert!(told.contains(&line), "{}: {told}", channel.name);
        }
        // The two vessels have no hours and no phase, and a pair in each other.
        let pair = channel.paired_with.as_ref().and_then(|id| LIBRARY.catalog.channel(id));
        let phase = channel.phase.map(|phase| format!("channel of the phase {phase:?}.").to_lowercase());
        assert!(pair.is_some(), "{} has no pair", channel.id);
        assert_eq!(phase.is_some(), channel.watch.is_some(), "{} and its phase", channel.id);
        for line in pair.map(|pair| format!("Its pair is the {}.", pair.name)).into_iter().chain(phase) {
            assert!(told.contains(&line), "{}: {line:?} is not in {told}", channel.name);
        }
    }
}

/// The day of Qi with a channel lit that no test touches, and the body it is on.
fn on_the_governor_vessel() -> (Deqi, Figure) {
    let mut deqi = open_part(Part::Day, still());
    deqi.state_mut().ask(Action::Qi(Ask::Vessel("GV".to_owned())));
    deqi.run();
    (deqi, LIBRARY.figure(FigureId::Neutral).expect("the figure is sound"))
}

/// Where a point on the left lies on the body.
fn placed(figure: &Figure, code: &str) -> glam::Vec3 {
    figure.marker(&site(code, Side::Left)).expect("it is placed").position
}

/// Where a place on the body stands on the screen.
fn on_stage(deqi: &Deqi, figure: &Figure, at: glam::Vec3) -> glam::Vec2 {
    let camera = deqi.state().visit().turning.camera(NamedView::LowBack.camera(&figure.landmarks));
    let rect = stage(deqi).rect;
    let area = Area {
        centre: glam::Vec2::new(rect.center().x, rect.center().y),
        size: glam::Vec2::new(rect.width(), rect.height()),
    };
    camera.project(at, area)
}

/// Between two points there is a bare line, and it belongs to its channel too.
#[test]
fn a_touch_on_the_bare_line_of_a_channel_lights_it_and_tells_its_story() {
    let (mut deqi, figure) = on_the_governor_vessel();
    let on_screen = |at| on_stage(&deqi, &figure, at);
    let (above, below) = (on_screen(placed(&figure, "BL18")), on_screen(placed(&figure, "BL19")));
    let between = (above + below) * 0.5;
    let from_a_point = figure.markers.iter().map(|m| on_screen(m.position).distance(between));
    assert!(from_a_point.fold(f32::INFINITY, f32::min) > 4.0, "the place is no point");
    click(&mut deqi, eframe::egui::pos2(between.x, between.y));
    let lit = deqi.state().visit().channel(&LIBRARY.catalog, None).expect("one is lit");
    assert_eq!(lit.id, "BL");
    assert!(stage(&deqi).name.contains("Bladder channel"), "the body lights it: {}", stage(&deqi).name);
    let told = said(&deqi).join("\n");
    let course = lit.course.as_ref().expect("it has a way");
    assert!(told.contains(&course.from) && told.contains("Its pair is the Kidney channel."), "its story: {told}");
}

#[test]
fn a_touch_on_another_channel_of_the_body_lights_it() {
    let (mut deqi, figure) = on_the_governor_vessel();
    let at = on_stage(&deqi, &figure, placed(&figure, "BL18"));
    click(&mut deqi, eframe::egui::pos2(at.x, at.y));
    assert_eq!(deqi.state().visit().channel(&LIBRARY.catalog, None).map(|c| c.id.as_str()), Some("BL"));
    assert!(stage(&deqi).name.contains("Bladder channel"));
}

#[test]
fn a_point_of_the_channel_opens_its_card_and_back_returns() {
    let mut deqi = open_part(Part::Day, still());
    press(&mut deqi, "BL40");
    assert_eq!(headline(&deqi), english("BL40"));
    press(&mut deqi, "Back");
    assert_eq!(headline(&deqi), "Qi through the day");
}

#[test]
fn one_line_never_leaves_the_screen() {
    for size in [DESK, (1920.0, 1080.0), (1080.0, 1920.0), (800.0, 600.0)] {
        let mut deqi = open(size, still());
        for percent in [100, 200] {
            deqi.state_mut().ask(Action::Set(Change::TextSize(percent)));
            deqi.run_steps(2);
            resize(&mut deqi, size);
            for (part, alone) in Part::ALL.into_iter().flat_map(|part| [(part, false), (part, true)]) {
                show(&mut deqi, part);
                deqi.state_mut().ask(Action::Qi(Ask::BodyAlone(alone)));
                key(&mut deqi, Modifiers::NONE, Key::End);
                let line = things(&deqi).into_iter().find(|t| t.name.contains("Science has not found Qi or channels"));
                let line = line.unwrap_or_else(|| panic!("no line at {size:?}, {percent} %, {part:?}"));
                let room = window(&deqi).expand(1.0);
                assert!(room.contains_rect(line.rect), "{size:?}, {percent} %, {part:?}: {:?}", line.rect);
                assert!(line.rect.height() > 30.0, "it has room for its words");
            }
        }
    }
}

/// On the wall too, for those who sit as well, and while the story of Qi is told there.
#[test]
fn the_line_stays_in_a_kiosk_lowered_and_while_a_story_plays() {
    for size in [(1080.0, 1920.0), (1920.0, 1080.0)] {
        for lowered in [false, true] {
            let mut deqi = open_in(Mode::Kiosk, size, Settings { points_per_mm: Some(4.0), ..still() });
            resize(&mut deqi, size);
            if lowered {
                press(&mut deqi, "Move everything down, for those who sit");
            }
            let in_view = |deqi: &Deqi, place: &str| {
                let line = things(deqi).into_iter().find(|t| t.name.contains("Science has not found Qi or channels"));
                let line = line.unwrap_or_else(|| panic!("no line at {size:?}, lowered {lowered}, {place}"));
                assert!(
                    window(deqi).expand(1.0).contains_rect(line.rect),
                    "{size:?}, {lowered}, {place}: {:?}",
                    line.rect
                );
                assert!(line.rect.height() > 20.0, "{size:?}, {lowered}, {place}: it has room for its words");
            };
            for part in Part::ALL {
                for action in [Action::Go(Screen::Qi), Action::Qi(Ask::Show(part))] {
                    deqi.state_mut().ask(action);
                }
                deqi.run();
                assert_eq!(deqi.state().visit().lowered, lowered);
                in_view(&deqi, &format!("{part:?}"));
            }
            let story = LIBRARY.catalog.story("what-qi-means").expect("it is there");
            deqi.state_mut().ask(Action::Story(StoryAsk::Start(story.id.clone())));
            let mut steps = 0;
            for step in &story.steps {
                deqi.run();
                if deqi.state().visit().screen == Screen::Qi {
                    in_view(&deqi, &step.id);
                    steps += 1;
                }
                deqi.state_mut().ask(Action::Story(StoryAsk::Forward));
            }
            assert!(steps >= 6, "only {steps} steps play in the section on Qi");
        }
    }
}

#[test]
fn the_clock_says_that_it_gives_no_advice() {
    let deqi = open_part(Part::Day, still());
    assert!(said(&deqi).iter().any(|s| s.contains("not advice on when to be treated")), "{:?}", said(&deqi));
}

#[test]
fn pages_are_turned_one_by_one() {
    let mut deqi = open_part(Part::Meaning, still());
    let mut read = vec![headline(&deqi)];
    for _ in 0..4 {
        press(&mut deqi, "Next");
        read.push(headline(&deqi));
    }
    assert_eq!(read, ["What is Qi?", "Yin and yang", "What is a channel?", "The five phases", "A map, or a thing?"]);
    assert!(things(&deqi).iter().any(|t| t.name == "Next" && t.disabled), "the last page is the last");
    press(&mut deqi, "Back a page");
    assert_eq!(headline(&deqi), "The five phases");
}

fn asks_for_a_frame(deqi: &mut Deqi) -> bool {
    for _ in 0..4 {
        deqi.step();
    }
    deqi.output().viewport_output[&ViewportId::ROOT].repaint_delay != std::time::Duration::MAX
}

#[test]
fn a_flow_runs_can_be_paused_and_comes_to_rest() {
    let mut deqi = open_part(Part::Flow, Settings::default());
    assert!(!asks_for_a_frame(&mut deqi), "it came to rest");
    let at = control(&deqi, "Let it flow").rect.center();
    deqi.hover_at(at);
    deqi.drag_at(at);
    deqi.drop_at(at);
    deqi.run_steps(10);
    let before = deqi.state().visit().qi.free.half(Side::Left).phase();
    assert!(asks_for_a_frame(&mut deqi), "it flows");
    assert!((deqi.state().visit().qi.free.half(Side::Left).phase() - before).abs() > 1e-3);
    let at = control(&deqi, "Pause").rect.center();
    deqi.hover_at(at);
    deqi.drag_at(at);
    deqi.drop_at(at);
    deqi.run_steps(2);
    deqi.remove_cursor();
    deqi.run_steps(8);
    assert!(!asks_for_a_frame(&mut deqi), "a pause asks for nothing");
}

#[test]
fn a_day_that_runs_passes_on_and_stops_when_one_leaves() {
    let mut deqi = open_part(Part::Day, Settings::default());
    deqi.state_mut().ask(Action::Qi(Ask::RunDay(16.0)));
    let first = deqi.state().visit().channel(&LIBRARY.catalog, None).map(|c| c.id.clone());
    deqi.run_steps(100);
    let next = deqi.state().visit().channel(&LIBRARY.catalog, None).map(|c| c.id.clone());
    assert_eq!((first.as_deref(), next.as_deref()), (Some("BL"), Some("KI")), "the day goes on");
    assert!(stage(&deqi).name.contains("Kidney channel"));
    deqi.state_mut().ask(Action::Go(Screen::Body));
    deqi.run_steps(60);
    assert!(!asks_for_a_frame(&mut deqi), "what nobody sees does not move");
}

#[test]
fn with_reduced_motion_nothing_moves_and_steps_remain() {
    let mut deqi = open_part(Part::Flow, still());
    let names = |deqi: &Deqi| things(deqi).into_iter().map(|t| t.name).collect::<Vec<_>>();
    assert!(!names(&deqi).contains(&"Let it flow".to_owned()));
    press(&mut deqi, "Place both, right");
    assert!((deqi.state().visit().qi.free.half(Side::Right).through() - 1.0).abs() < f32::EPSILON, "it opens at once");
    assert!(!deqi.state().visit().moves());
    show(&mut deqi, Part::Day);
    assert!(!names(&deqi).contains(&"Run the day".to_owned()));
    press(&mut deqi, "Later");
    assert_eq!(dial(&deqi).1, "17 to 19, Kidney channel");
    assert!(!deqi.state().visit().moves());
}

#[test]
fn a_wrong_clock_only_moves_a_mark() {
    for hour in [-3.0, 0.0, 23.999, 24.0, 99.0] {
        let mut deqi = open(DESK, still());
        deqi.state_mut().stop_the_clock(hour);
        show(&mut deqi, Part::Day);
        assert_eq!(headline(&deqi), "Qi through the day");
        assert!(dial(&deqi).1.ends_with("now"), "at {hour}: {}", dial(&deqi).1);
    }
}

#[test]
fn what_one_did_is_forgotten_with_the_visit() {
    let mut deqi = open_part(Part::Flow, still());
    press(&mut deqi, "Place both, left");
    deqi.state_mut().ask(Action::Home);
    deqi.run();
    assert_eq!(deqi.state().visit().qi, Qi::default());
}
