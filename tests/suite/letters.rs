//! The picture of all letters stays small, whatever is looked at in whatever size.

use deqi::app::Start;
use deqi::mode::Mode;
use deqi::store::settings::Settings;
use deqi::theme::forget_letters;
use deqi::visit::{Action, Change, VisitAsk};

use crate::support::{DESK, Deqi, LIBRARY, come, go, open, open_to_nobody, screens, still};

/// What good graphics cards take, in pixels a side.
const CARD: usize = 16_384;

/// How large the picture is, and how full.
fn letters(deqi: &Deqi) -> ([usize; 2], f32) {
    deqi.ctx.fonts(|fonts| (fonts.font_image_size(), fonts.font_atlas_fill_ratio()))
}

fn on_a_card(text_size: u16) -> Deqi {
    let mut deqi = open(DESK, Settings { text_size, ..still() });
    deqi.input_mut().max_texture_side = Some(CARD);
    deqi.step();
    deqi
}

#[test]
fn all_letters_of_a_screen_at_200_percent_take_a_third_of_the_room_at_most() {
    let mut deqi = on_a_card(200);
    for (screen, actions) in screens() {
        forget_letters(&deqi.ctx);
        go(&mut deqi, &actions);
        let (size, full) = letters(&deqi);
        assert_eq!(size[0], 1536, "{screen}: however large pictures may be, this one is not");
        assert!((0.005..0.33).contains(&full), "{screen}: {full}");
    }
}

#[test]
fn where_more_pixels_make_a_point_there_is_room_for_them() {
    let mut deqi = on_a_card(100);
    assert_eq!(letters(&deqi).0[0], 1024);
    let input = deqi.input_mut();
    let window = input.viewport_id;
    input.viewports.entry(window).or_default().native_pixels_per_point = Some(2.0);
    deqi.run_steps(2);
    assert_eq!(letters(&deqi).0[0], 1536);
}

#[test]
fn letters_of_another_size_are_forgotten() {
    let mut deqi = on_a_card(100);
    deqi.run_steps(2);
    let (_, before) = letters(&deqi);
    for percent in [200, 150, 100] {
        deqi.state_mut().ask(Action::Set(Change::TextSize(percent)));
        deqi.run_steps(4);
    }
    let (_, after) = letters(&deqi);
    assert!(after < before * 1.5, "{before} of the room was full, and after other sizes {after}");
}

#[test]
fn letters_that_a_visitor_saw_are_forgotten_with_the_visit() {
    let mut deqi = open_to_nobody(DESK, Start { mode: Mode::Kiosk, ..Start::with(LIBRARY.clone(), still()) });
    deqi.run_steps(2);
    let (_, before) = letters(&deqi);
    come(&mut deqi);
    for (_, actions) in screens().into_iter().take(8) {
        go(&mut deqi, &actions);
    }
    assert!(letters(&deqi).1 > before * 1.5, "a visitor sees more than who passes by");
    deqi.state_mut().ask(Action::Visit(VisitAsk::Leave));
    deqi.run_steps(3);
    let (_, after) = letters(&deqi);
    assert!(after <= before, "{before} of the room was full before the visit, and after it {after}");
}
