//! Our icons, as glyphs of characters that no language uses, so that they take the colour of the text beside them.

use eframe::egui::Context;
use egui_extras::SvgGlyph;

macro_rules! icons {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $file:literal;)+) => {
        /// An icon. A word stands beside every one but +, −, close, back and forward.
        #[derive(Clone, Copy, Debug, Eq, PartialEq)]
        pub enum Icon { $($(#[$doc])* $name,)+ }

        impl Icon {
            const ALL: &[Self] = &[$(Self::$name),+];

            /// The character that draws it.
            pub fn glyph(self) -> char {
                match self { $(Self::$name => $code,)+ }
            }

            fn svg(self) -> &'static [u8] {
                match self { $(Self::$name => include_bytes!(concat!("../../assets/icons/", $file, ".svg")),)+ }
            }
        }
    };
}

icons! {
    /// A magnifying glass.
    Search = '\u{E001}', "search";
    /// A small and a large letter.
    TextSize = '\u{E002}', "text-size";
    /// Sliders or a wheel.
    Settings = '\u{E003}', "settings";
    /// A filled flag.
    Flag = '\u{E004}', "flag";
    /// A cross.
    Close = '\u{E005}', "close";
    /// An arrow head to the left.
    Previous = '\u{E006}', "previous";
    /// An arrow head to the right.
    Next = '\u{E007}', "next";
    /// A plus.
    Plus = '\u{E008}', "plus";
    /// A minus.
    Minus = '\u{E009}', "minus";
    /// A standing figure.
    WholeBody = '\u{E00A}', "whole-body";
    /// A list.
    List = '\u{E00B}', "list";
    /// A letter i in a ring.
    Info = '\u{E00C}', "info";
    /// A book.
    Book = '\u{E00D}', "book";
    /// A tick.
    Tick = '\u{E00E}', "tick";
    /// A ring with two waves.
    Tradition = '\u{E00F}', "tradition";
    /// A rounded square with a branching nerve.
    Body = '\u{E010}', "body";
    /// Three lines.
    Menu = '\u{E011}', "menu";
    /// An arrow to the left.
    Back = '\u{E012}', "back";
    /// A house.
    Home = '\u{E013}', "home";
    /// A person.
    Person = '\u{E014}', "person";
    /// A hand.
    Hand = '\u{E015}', "hand";
    /// A turning arrow.
    Turn = '\u{E016}', "turn";
    /// A half-filled ring.
    Contrast = '\u{E017}', "contrast";
    /// A filled triangle that points on.
    Play = '\u{E050}', "play";
    /// Two bars.
    Pause = '\u{E051}', "pause";
    /// A needle with its handle.
    Needle = '\u{E052}', "needle";
    /// A triangle that points back to a bar.
    StartOver = '\u{E053}', "step-back";
    /// A clock face.
    Clock = '\u{E054}', "clock";
    /// A ring that is a ring on its left and a rounded square on its right.
    Both = '\u{E040}', "both";
    /// Two arrow heads that point away from a line.
    Compare = '\u{E041}', "compare";
    /// A magnifying glass over points.
    Magnifier = '\u{E042}', "magnifier";
    /// A triangle at a bar.
    StepOn = '\u{E060}', "step-on";
    /// An arrow that turns back.
    Undo = '\u{E061}', "undo";
    /// An arrow down from a line.
    Lower = '\u{E070}', "lower";
    /// An arrow out of a door.
    Done = '\u{E071}', "done";
    /// An arrow up to a line.
    Raise = '\u{E072}', "raise";
    /// A printer.
    Print = '\u{E0B0}', "print";
    /// An arrow that turns on again.
    Redo = '\u{E0A0}', "redo";
    /// An arrow head upward.
    Up = '\u{E0A1}', "up";
    /// An arrow head downward.
    Down = '\u{E0A2}', "down";
    /// An arrow that bends upward.
    TiltUp = '\u{E0B1}', "tilt-up";
    /// An arrow that bends downward.
    TiltDown = '\u{E0B2}', "tilt-down";
    /// An arrow that bends to the left.
    TurnLeft = '\u{E0B3}', "turn-left";
    /// An arrow that bends to the right.
    TurnRight = '\u{E0B4}', "turn-right";
    /// A bin.
    Bin = '\u{E0A3}', "bin";
    /// A star.
    Star = '\u{E0A4}', "star";
    /// A filled star.
    StarOn = '\u{E0A5}', "star-on";
    /// A pen.
    Pen = '\u{E0A6}', "pen";
    /// A shining disc.
    Light = '\u{E0A7}', "light";
    /// An eraser.
    Eraser = '\u{E0A8}', "eraser";
    /// Three rising waves.
    Heat = '\u{E0A9}', "heat";
    /// A glass cup upside down.
    Cup = '\u{E0AA}', "cup";
    /// A flash.
    Current = '\u{E0AB}', "current";
    /// A dot with rays.
    Pain = '\u{E0AC}', "pain";
    /// A long arrow downward.
    Travel = '\u{E0AD}', "travel";
    /// A screen on its foot.
    Screen = '\u{E0AE}', "screen";
    /// A framed picture.
    Picture = '\u{E0AF}', "picture";
}

/// Gives egui our icons. One that cannot be read is left out: its word still stands beside it.
pub(super) fn install(ctx: &Context) {
    for icon in Icon::ALL {
        if let Ok(glyph) = SvgGlyph::from_bytes(icon.svg()) {
            // This puts the middle of the picture in the middle of a line of our fonts.
            let centred = glyph.with_color(false).with_baseline_offset(-0.166);
            ctx.add_glyph_rasterizer(centred.into_rasterizer(icon.glyph()));
        }
    }
}
