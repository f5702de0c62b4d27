//! The line that never scrolls away: what this is, and that science has not found it.

use std::sync::Arc;

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::{Color32, CornerRadius, Galley, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::super::Cx;
use super::super::widgets::job;
use crate::model::Told;
use crate::sim::qi::Part;
use crate::theme::{Face, Role};

/// The id of what is told in every part.
const ALWAYS: &str = "always";
/// The id of what the clock is not.
const NO_HOURS: &str = "no-hours";
/// Below this width the line is set smaller, so that it leaves room for what it speaks of.
const NARROW: f32 = 420.0;

/// The room round the words, and their size.
fn set(cx: &Cx<'_>, width: f32) -> (eframe::egui::Vec2, Role) {
    if width < NARROW || cx.bare { (vec2(16.0, 7.0), Role::Caption) } else { (vec2(24.0, 13.0), Role::Card) }
}

/// How high the line is at a width.
pub(super) fn height(ui: &Ui, cx: &Cx<'_>, width: f32) -> f32 {
    words(ui, cx, width).size().y + set(cx, width).0.y * 2.0
}

/// Shows the line at the foot of a sheet whose corners are so round.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, rect: Rect, round: u8) {
    let c = cx.look.colours();
    let words = words(ui, cx, rect.width());
    let response = ui.interact(rect, ui.scope_id().with("always"), Sense::HOVER);
    response.widget_info(|| WidgetInfo::labeled(NodeRole::Label, true, words.text()));
    let corners = CornerRadius { sw: round, se: round, ..CornerRadius::ZERO };
    ui.painter().rect_filled(rect, corners, c.tradtint);
    if cx.look.tokens.contrast {
        ui.painter().rect_stroke(rect, corners, Stroke::new(2.0, c.line), StrokeKind::Inside);
    }
    ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(cx.look.tokens.stroke(2.0), c.trad));
    ui.painter().galley(rect.min + set(cx, rect.width()).0, words, Color32::PLACEHOLDER);
}

fn words(ui: &Ui, cx: &Cx<'_>, width: f32) -> Arc<Galley> {
    let c = cx.look.colours();
    let (margin, role) = set(cx, width);
    let mut pieces = Vec::new();
    if let Some(idea) = cx.catalog.idea(ALWAYS).filter(|idea| idea.told == Told::Always) {
        pieces.push((idea.title.as_str(), cx.look.scale.format_in(role, Face::SansBold, 1.0, c.ink)));
        pieces.push((" ", cx.look.scale.format(role, c.ink)));
        pieces.push((idea.says.plain.as_str(), cx.look.scale.format(role, c.ink)));
    }
    if cx.visit.qi.part == Part::Day
        && let Some(idea) = cx.catalog.idea(NO_HOURS)
    {
        pieces.push((" ", cx.look.scale.format(role, c.ink)));
        pieces.push((idea.title.as_str(), cx.look.scale.format(role, c.ink)));
    }
    let mut job = job(pieces);
    job.wrap.max_width = width - 2.0 * margin.x;
    ui.painter().layout_job(job)
}
