//! What is seen is saved as a picture, by a key and by buttons: a file as large as the window, with the body on it.

use std::path::Path;

use deqi::app::{App, Start};
use deqi::mode::Mode;
use deqi::visit::{Action, PlanAsk};
use eframe::egui::{Key, Modifiers, Rect, vec2};
use egui_kittest::Harness;
use image::RgbaImage;

use crate::pictures::renderer;
use crate::support::{Deqi, LIBRARY, key, open_in, press, stage, still, things};

/// The window, in points; a pixel is a point.
const SIZE: (f32, f32) = (1000.0, 640.0);

/// Deqi with something that draws it; what it saves lies in a folder.
fn drawn(mode: Mode, folder: &Path) -> Option<Deqi> {
    let settings_file = Some(folder.join("settings.ron"));
    let start = Start { settings_file, mode, ..Start::with(LIBRARY.clone(), still()) };
    let builder = Harness::builder().with_size(vec2(SIZE.0, SIZE.1)).with_render_cursor(false).renderer(renderer()?);
    let mut deqi = builder.build_eframe(|cc| {
        let mut app = App::new(&cc.egui_ctx, start).unwrap();
        app.load_now();
        app
    });
    deqi.run();
    Some(deqi)
}

/// The picture of this number.
fn saved(folder: &Path, number: usize) -> RgbaImage {
    let name = if number == 1 { "Deqi picture.png".to_owned() } else { format!("Deqi picture {number}.png") };
    let picture = image::open(folder.join("documents").join("Deqi").join(name)).unwrap().to_rgba8();
    assert_eq!(picture.dimensions(), (SIZE.0 as u32, SIZE.1 as u32), "it is as large as the window");
    picture
}

/// How many pixels in a hundred of a part of a picture look like skin: redder than blue, and neither white nor black.
fn skin(picture: &RgbaImage, part: Rect) -> usize {
    let inside = picture.enumerate_pixels().filter(|(x, y, _)| part.contains((*x as f32, *y as f32).into()));
    let pixels: Vec<[u8; 4]> = inside.map(|(_, _, pixel)| pixel.0).collect();
    let is_skin = |[red, _, blue, _]: &&[u8; 4]| (90..245).contains(red) && red.saturating_sub(*blue) > 25;
    pixels.iter().filter(is_skin).count() * 100 / pixels.len().max(1)
}

/// How many pixels in a hundred differ by more than a hair.
fn differing(one: &RgbaImage, other: &RgbaImage) -> usize {
    let differs = |(a, b): &(&image::Rgba<u8>, &image::Rgba<u8>)| a.0.iter().zip(b.0).any(|(a, b)| a.abs_diff(b) > 3);
    one.pixels().zip(other.pixels()).filter(differs).count() * 100 / one.pixels().len().max(1)
}

/// It is told where the picture is, and what is shown can be pressed again.
fn told(deqi: &mut Deqi) {
    deqi.run_steps(2);
    deqi.run();
    assert!(
        things(deqi).iter().any(|thing| thing.name.contains("Saved as a picture: ")),
        "{:?}",
        deqi.state().visit().planning.news
    );
    deqi.state_mut().ask(Action::Plan(PlanAsk::Heard));
    deqi.run();
}

#[test]
fn any_view_is_saved_as_it_is_by_key_and_by_touch() {
    let folder = tempfile::tempdir().unwrap();
    let Some(mut deqi) = drawn(Mode::Home, folder.path()) else { return };
    let body = stage(&deqi).rect;
    let seen = deqi.render().unwrap();
    assert!(skin(&seen, body) > 8, "{}", skin(&seen, body));
    key(&mut deqi, Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    told(&mut deqi);
    press(&mut deqi, "More");
    press(&mut deqi, "Save picture");
    told(&mut deqi);
    for number in [1, 2] {
        let picture = saved(folder.path(), number);
        assert!(differing(&picture, &seen) == 0, "picture {number} is what was seen, and no menu over it");
        assert!(skin(&picture, body) > 8, "the body is on picture {number}");
    }
}

#[test]
fn a_plan_is_saved_as_its_patient_sees_it_also_while_it_is_presented() {
    let folder = tempfile::tempdir().unwrap();
    let Some(mut deqi) = drawn(Mode::Practice, folder.path()) else { return };
    press(&mut deqi, "Plan");
    press(&mut deqi, "Pain in the middle of the low back");
    press(&mut deqi, "Present");
    press(&mut deqi, "Next");
    let seen = deqi.render().unwrap();
    key(&mut deqi, Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    told(&mut deqi);
    press(&mut deqi, "Save this view as a picture");
    told(&mut deqi);
    press(&mut deqi, "More");
    press(&mut deqi, "Save picture");
    told(&mut deqi);
    let first = saved(folder.path(), 1);
    // There the body has the left half, and the bar with its alarming red is not there.
    let left = Rect::from_min_size((0.0, 0.0).into(), vec2(SIZE.0 * 0.55, SIZE.1));
    assert!(skin(&first, left) > 8, "the body is on it: {}", skin(&first, left));
    assert!(differing(&first, &seen) > 5, "nothing to press is on it");
    for number in [2, 3] {
        assert_eq!(differing(&saved(folder.path(), number), &first), 0, "picture {number} is the same");
    }
    assert_eq!(differing(&deqi.render().unwrap(), &seen), 0, "the window is as it was");
}

#[test]
fn a_kiosk_saves_no_picture() {
    let mut deqi = open_in(Mode::Kiosk, SIZE, still());
    deqi.run();
    assert!(!things(&deqi).iter().any(|thing| thing.name == "Save picture"));
    key(&mut deqi, Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    assert_eq!(deqi.state().visit().planning.news, None);
}
