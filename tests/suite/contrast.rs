//! Every pair of colours that must be told apart can be: WCAG 2.x ratios, computed from the theme files.

use deqi::model::SkinTone;
use deqi::theme::{Colours, Look, ThemeName};
use eframe::egui::Color32;

type Colour = fn(&Colours) -> Color32;

/// Text needs this.
const TEXT: f32 = 4.5;
/// Parts need this.
const PART: f32 = 3.0;

macro_rules! pairs {
    ($($needs:ident: $($over:ident),+ on $($under:ident),+;)+) => {
        vec![$(($needs, vec![$((stringify!($over), (|c| c.$over) as Colour)),+],
                        vec![$((stringify!($under), (|c| c.$under) as Colour)),+])),+]
    };
}

fn light_of(c: Color32) -> f32 {
    let [r, g, b, _] = c.to_array().map(|v| {
        let v = f32::from(v) / 255.0;
        if v <= 0.040_45 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn ratio(a: Color32, b: Color32) -> f32 {
    let (a, b) = (light_of(a), light_of(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn every_pair_of_the_palette_passes() {
    let pairs = pairs![
        TEXT: ink on ground, sheet, well, tradtint, bodytint, alerttint, glow;
        TEXT: ink2 on ground, sheet, well, tradtint, bodytint, alerttint, glow;
        TEXT: ink3 on ground, sheet;
        TEXT: trad on ground, sheet, tradtint;
        TEXT: body on ground, sheet, bodytint;
        TEXT: alert on ground, sheet, alerttint;
        TEXT: ok on ground, sheet;
        TEXT: onfill on ink, trad, body, alert;
        PART: line on ground, sheet, well;
        PART: gold on ground, sheet;
        PART: focus on ground, sheet, well;
        PART: nerve on ground, sheet;
    ];
    let mut weak = Vec::new();
    for theme in ThemeName::ALL {
        let look = Look::new(theme).unwrap();
        for (needs, overs, unders) in &pairs {
            for (over_name, over) in overs {
                for (under_name, under) in unders {
                    let found = ratio(over(look.colours()), under(look.colours()));
                    if found < *needs {
                        weak.push(format!("{theme:?}: {over_name} on {under_name} is {found:.2}, not {needs}"));
                    }
                }
            }
        }
    }
    assert!(weak.is_empty(), "{}", weak.join("\n"));
}

/// What a marker wears: ink, and a halo of paper. See `ui::stage::markers`.
fn marker_inks(look: &Look) -> [Color32; 2] {
    let c = look.colours();
    if look.tokens.dark { [c.onfill, c.ink] } else { [c.ink, c.sheet] }
}

fn stop(colour: glam::Vec3) -> Color32 {
    let byte = |v: f32| (v * 255.0).round() as u8;
    Color32::from_rgb(byte(colour.x), byte(colour.y), byte(colour.z))
}

#[test]
fn a_marker_stands_out_from_every_skin_and_garment() {
    let mut weak = Vec::new();
    for theme in ThemeName::ALL {
        let look = Look::new(theme).unwrap();
        let inks = marker_inks(&look);
        let own = ratio(inks[0], inks[1]);
        assert!(own >= TEXT, "{theme:?}: a disc in its halo is {own}");
        for tone in 0..SkinTone::COUNT {
            let paint = look.paint(SkinTone(tone));
            for (what, stops) in [("skin", paint.skin), ("garment", paint.cloth)] {
                for (i, colour) in stops.into_iter().map(stop).enumerate() {
                    let best = inks.into_iter().map(|ink| ratio(ink, colour)).fold(0.0, f32::max);
                    if best < PART {
                        weak.push(format!("{theme:?}: {what} {tone} stop {i} is {best:.2}"));
                    }
                }
            }
        }
        for c in [look.colours().trad, look.colours().body] {
            let on_paper = inks.into_iter().map(|ink| ratio(ink, c)).fold(0.0, f32::max);
            assert!(on_paper >= PART, "{theme:?}: a chosen disc's half is {on_paper:.2} against its ring");
        }
    }
    assert!(weak.is_empty(), "{}", weak.join("\n"));
}

#[test]
fn channels_stand_out_from_the_page() {
    let mut weak = Vec::new();
    for theme in ThemeName::ALL {
        let look = Look::new(theme).unwrap();
        for channel in &look.tokens.channels {
            let found = ratio(channel.colour(), look.colours().ground);
            if found < PART {
                weak.push(format!("{theme:?}: {} on ground is {found:.2}", channel.id));
            }
        }
    }
    assert!(weak.is_empty(), "{}", weak.join("\n"));
}

#[test]
fn the_measure_itself_is_right() {
    assert!((ratio(Color32::WHITE, Color32::BLACK) - 21.0).abs() < 0.01);
    assert!((ratio(Color32::from_rgb(0x77, 0x77, 0x77), Color32::WHITE) - 4.48).abs() < 0.01);
}
