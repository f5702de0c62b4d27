//! Pain over time for paper, as on screen: a ring for each entry, a line through the averages of weeks, a wedge for
//! each treatment. The scale is always the whole of 0 to 10, and where nobody wrote for a week the line stops.

use std::fmt::Write as _;

use crate::describe;
use crate::diary::{Course, MOST_PAIN};
use crate::i18n::Tr;
use crate::model::Day;

/// The picture's size, and where its field begins and ends.
const SIZE: (f32, f32) = (520.0, 178.0);
const LEFT: f32 = 26.0;
const RIGHT: f32 = 508.0;
const TOP: f32 = 12.0;
const BOTTOM: f32 = 150.0;
/// The shortest time that the field spans, in days, so that two days do not look like a long way.
const LEAST_DAYS: u32 = 13;
/// Ink on paper, quieter ink, lines, and the ground of the field.
const INK: &str = "#2A241E";
const QUIET: &str = "#574D42";
const LINE: &str = "#D8CDBA";
const GROUND: &str = "#F6F1E7";

/// Draws it; none where no day can be drawn.
pub(super) fn plot(tr: &Tr, course: &Course) -> Option<String> {
    let (first, last) = course.span()?;
    let days = (last.number() - first.number()).max(LEAST_DAYS) as f32;
    let x = |day: Day| LEFT + 8.0 + day.number().saturating_sub(first.number()) as f32 / days * (RIGHT - LEFT - 16.0);
    let y = |pain: f32| BOTTOM - pain / f32::from(MOST_PAIN) * (BOTTOM - TOP);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\">",
        SIZE.0, SIZE.1
    );
    // A string takes all that is written to it.
    let mut draw = |shape: std::fmt::Arguments<'_>| _ = svg.write_fmt(shape);
    draw(format_args!(
        "<rect x=\"{LEFT}\" y=\"{TOP}\" width=\"{}\" height=\"{}\" fill=\"{GROUND}\"/>",
        RIGHT - LEFT,
        BOTTOM - TOP
    ));
    let word = "font-family=\"Deqi Sans\" font-size=\"9\"";
    for pain in [0_u8, 5, MOST_PAIN] {
        let at = y(f32::from(pain));
        let colour = if pain == 0 { QUIET } else { LINE };
        draw(format_args!("<path d=\"M{LEFT} {at}H{RIGHT}\" stroke=\"{colour}\" stroke-width=\"0.8\"/>"));
        let (left, low) = (LEFT - 6.0, at + 3.0);
        draw(format_args!("<text x=\"{left}\" y=\"{low}\" text-anchor=\"end\" {word} fill=\"{QUIET}\">{pain}</text>"));
    }
    for day in &course.visits {
        let (at, foot) = (x(*day), BOTTOM - 1.0);
        draw(format_args!(
            "<path d=\"M{at} {TOP}V{BOTTOM}\" stroke=\"{QUIET}\" stroke-width=\"0.8\" stroke-dasharray=\"2 3\"/>\
             <path d=\"M{at} {foot}l-4 -9h8z\" fill=\"{INK}\"/>"
        ));
    }
    for dot in &course.dots {
        let (at, high) = (x(dot.day), y(f32::from(dot.pain)));
        draw(format_args!(
            "<circle cx=\"{at}\" cy=\"{high}\" r=\"3\" fill=\"#FFFFFF\" stroke=\"{QUIET}\" stroke-width=\"1.2\"/>"
        ));
    }
    // A week stands at its Thursday, or where the picture begins or ends.
    let end = first.number() + days as u32;
    let week = |monday: Day| x(Day::from_number((monday.number() + 3).clamp(first.number(), end)));
    for pair in course.weeks.windows(2) {
        if let [a, b] = pair
            && b.monday.number() - a.monday.number() == 7
        {
            let (ax, ay, bx, by) = (week(a.monday), y(a.mean), week(b.monday), y(b.mean));
            draw(format_args!("<path d=\"M{ax} {ay}L{bx} {by}\" stroke=\"{INK}\" stroke-width=\"2.2\"/>"));
        }
    }
    if course.weeks.len() > 1 {
        for one in &course.weeks {
            draw(format_args!("<circle cx=\"{}\" cy=\"{}\" r=\"3.6\" fill=\"{INK}\"/>", week(one.monday), y(one.mean)));
        }
    }
    let below = BOTTOM + 16.0;
    let from = escaped(&describe::diary::day(tr, first));
    draw(format_args!("<text x=\"{LEFT}\" y=\"{below}\" {word} fill=\"{QUIET}\">{from}</text>"));
    if last.number() - first.number() >= LEAST_DAYS {
        let to = escaped(&describe::diary::day(tr, last));
        draw(format_args!("<text x=\"{RIGHT}\" y=\"{below}\" text-anchor=\"end\" {word} fill=\"{QUIET}\">{to}</text>"));
    }
    svg.push_str("</svg>");
    Some(svg)
}

/// Words as SVG has them.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
