//! Pictures of numbers. Each is one node of the tree, which says the same numbers in a sentence.
//!
//! Real needles are solid everywhere, pretend ones striped, usual care dotted, harm hatched: never colour alone.

mod arrays;
mod axis;
mod bars;
mod curve;
mod effects;
mod field;
mod figures;
mod gauge;
mod ink;
mod people;
mod table;

pub(super) use arrays::{Arrays, Form};
pub(super) use axis::Axis;
pub(super) use bars::bars;
pub(super) use effects::{Row, effects};
pub(super) use gauge::{gauge, gauges};
pub(super) use people::People;
pub(super) use table::{rows as table_of, table};

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::{Response, Ui, WidgetInfo, vec2};

use super::Cx;
use crate::describe;
use crate::model::{Chart, Drawing};

/// Draws a chart as wide as there is room. `height` is what it should keep to where it can.
pub(super) fn chart(ui: &mut Ui, cx: &Cx<'_>, chart: &Chart, height: f32) {
    let says = describe::charts::chart(chart);
    match &chart.drawing {
        Drawing::People { .. } => {
            if let Some(people) = People::of(&chart.drawing) {
                let room = vec2(ui.available_width(), height);
                Arrays::of(ui, cx, people, room, Form::Whole).show(ui, cx, &says);
            }
        }
        Drawing::Bars { of, unit, arms } => bars(ui, cx, *of, unit, arms, &says),
        Drawing::Curve { of, unit, every, lines } => {
            let axes = curve::Axes { of: *of, unit, every };
            curve::curve(ui, cx, &axes, lines, height, &says);
        }
        Drawing::Ruler { unit, of, marks } => effects::ruler(ui, cx, unit, *of, marks, &says),
        Drawing::Gauges(all) => gauges(ui, cx, all),
    }
}

/// The key to a chart's figures: what the filled ones and the others are. Nothing where the picture names its own.
pub(super) fn legend(ui: &mut Ui, cx: &Cx<'_>, chart: &Chart) {
    if let Some(people) = People::of(&chart.drawing) {
        people::legend(ui, cx, people);
    }
}

/// Tells the tree what a picture says.
fn tell(response: &Response, says: &str) {
    response.widget_info(|| WidgetInfo::labeled(NodeRole::Image, true, says));
}
