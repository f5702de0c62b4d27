//! The course: weeks of visits and the year after them, as trials measured it. No chemical of minutes explains it.

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::{
    Align2, CornerRadius, FontId, Painter, Pos2, Rect, Sense, Shape, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::super::widgets::{caption, heading, paragraph};
use super::super::{Cx, charts};
use super::{detail, timeline};
use crate::describe::charts::certainty_key;
use crate::describe::needling;
use crate::model::{Chart, Claim, ClaimId, Grade};
use crate::sim::{Against, Course};
use crate::theme::{Face, Role};
use crate::visit::{Action, COURSE_PEOPLE, Detail, NeedleAsk};

/// What the pack tells of weeks and months.
const TOLD: &str = "unknown-months";
/// The claims that bear the graph: how long the gains last, and how large each was.
const CLAIMS: [&str; 2] = ["lasts-a-year", "needle-s-own-part"];
/// Trials of people bear it, and nothing else.
const GRADE: Grade = Grade::People;
/// A graph less high than this has no room for a word between its lines.
const LOW: f32 = 220.0;
/// How high its arrays are kept on the sheet.
const ARRAYS: f32 = 560.0;

/// Shows the picture of the course: how much of the gain is left, week by week.
pub(super) fn stage(ui: &mut Ui, cx: &Cx<'_>, rect: Rect, out: &mut Vec<Action>) {
    let margin = if rect.width() > 560.0 { 24.0 } else { 10.0 };
    let card = rect.shrink(margin);
    timeline::paper(ui.painter(), cx, card);
    let inner = card.shrink2(vec2(if margin > 20.0 { 28.0 } else { 14.0 }, 16.0));
    let mut below = inner;
    if cx.bare {
        // The line under the graph has one row of words here.
        graph(ui, cx, card.shrink2(vec2(14.0, 4.0)).with_max_y(card.bottom() + 14.0));
        return;
    }
    ui.scope_builder(UiBuilder::new().max_rect(inner).id_salt("course"), |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        paragraph(ui, cx.look, Role::Strong, cx.look.colours().ink, &cx.tr.text("endo-course-title"));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
            timeline::controls(ui, cx, out);
            if super::badge(ui, cx, Some(GRADE), &cx.tr.text("endo-course-title")).clicked() {
                out.push(Action::Needle(NeedleAsk::Open(Detail::Course)));
            }
        });
        let said = needling::course(cx.tr, &cx.visit.needling.course);
        let said = paragraph(ui, cx.look, Role::Card, cx.look.colours().ink2, &said);
        ui.accesskit_node_builder(said.id, |node| node.set_live(eframe::egui::accesskit::Live::Polite));
        caption(ui, cx.look, &cx.tr.text("endo-course-size"));
        caption(ui, cx.look, &how_sure(cx));
        below = inner.with_min_y(ui.cursor().top() + 8.0);
    });
    if below.height() > 80.0 {
        graph(ui, cx, below);
    }
}

fn graph(ui: &Ui, cx: &Cx<'_>, room: Rect) {
    let response = ui.interact(room, ui.scope_id().with("course-curve"), Sense::hover());
    response
        .widget_info(|| WidgetInfo::labeled(NodeRole::Figure, true, needling::gains(cx.tr, &cx.visit.needling.course)));
    curve(ui.painter(), cx, room);
}

/// The claims that bear the graph.
pub(super) fn borne_by<'a>(cx: &Cx<'a>) -> Vec<&'a Claim> {
    CLAIMS.into_iter().filter_map(|id| cx.catalog.evidence().claim(&ClaimId(id.to_owned()))).collect()
}

/// How sure the figures of the graph are, and whose they are.
fn how_sure(cx: &Cx<'_>) -> String {
    let claims = borne_by(cx);
    let sources: Vec<_> = claims.iter().flat_map(|claim| claim.sources.iter().cloned()).collect();
    let sure = claims.first().map(|claim| certainty(cx, claim));
    [sure, Some(detail::source_line(cx, &sources))].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn certainty(cx: &Cx<'_>, claim: &Claim) -> String {
    let word = cx.tr.text(certainty_key(claim.certainty));
    cx.tr.text_with("bearing-certainty", &[("certainty", word.into())])
}

/// The graph told large: each claim that bears it, what it is compared with, and how sure anyone is.
pub(super) fn claims(ui: &mut Ui, cx: &Cx<'_>) {
    let c = cx.look.colours();
    heading(ui, cx.look, 1, Role::Title, &cx.tr.text("endo-course-title"));
    detail::sign(ui, cx, Some(GRADE));
    for claim in borne_by(cx) {
        ui.add_space(4.0);
        paragraph(ui, cx.look, Role::Text, c.ink, &claim.text.plain);
        for more in [&claim.text.more, &claim.text.science].into_iter().flatten() {
            paragraph(ui, cx.look, Role::Caption, c.ink2, more);
        }
        let with = cx.tr.text_with("bearing-compared", &[("with", claim.comparison.clone().into())]);
        caption(ui, cx.look, &format!("{} {with}", certainty(cx, claim)));
    }
}

/// The two gains, each against its own comparison, never drawn as one.
fn curve(painter: &Painter, cx: &Cx<'_>, graph: Rect) {
    let c = cx.look.colours();
    let small = cx.look.scale.font(Role::Caption);
    let strong = FontId::new(cx.look.scale.font(Role::Caption).size, Face::SansSemibold.family());
    let room = Rect::from_min_max(graph.min + vec2(8.0, 26.0), graph.max - vec2(8.0, 46.0));
    let x = |week: f32| room.left() + week / Course::WEEKS * room.width();
    let y = |gain: f32| room.bottom() - gain * room.height() * 0.94;
    let visits = Rect::from_x_y_ranges(x(0.0)..=x(Course::WEEKS_OF_VISITS), room.y_range());
    painter.rect_filled(visits, CornerRadius { nw: 6, ne: 6, sw: 0, se: 0 }, c.well);
    painter.hline(room.x_range(), room.bottom(), Stroke::new(cx.look.tokens.stroke(1.4), c.line));
    let full = [pos2(room.left(), y(1.0)), pos2(room.right(), y(1.0))];
    painter.extend(Shape::dashed_line(&full, Stroke::new(1.0, c.line), 3.0, 4.0));
    painter.text(
        pos2(room.left() + 8.0, y(1.0) - 6.0),
        Align2::LEFT_BOTTOM,
        cx.tr.text("endo-course-full"),
        small.clone(),
        c.ink2,
    );

    let week = cx.visit.needling.course.week();
    let mut words = Vec::new();
    for against in Against::ALL {
        let all: Vec<Pos2> =
            (0u16..).zip(Course::curve(against)).map(|(w, gain)| pos2(x(f32::from(w)), y(gain))).collect();
        let (colour, key) = match against {
            Against::NoNeedles => (c.body, "endo-course-none"),
            Against::PretendNeedle => (c.ink2, "endo-course-pretend"),
        };
        // What has been told so far is strong; what comes is a thin line, so that nothing is hidden.
        let done = ((week.floor() as usize) + 1).min(all.len());
        painter.line(all.clone(), Stroke::new(1.2, colour.gamma_multiply(0.6)));
        let strong_line = Stroke::new(cx.look.tokens.stroke(3.2), colour);
        match against {
            Against::NoNeedles => _ = painter.line(all[..done].to_vec(), strong_line),
            Against::PretendNeedle => painter.extend(Shape::dashed_line(&all[..done], strong_line, 9.0, 6.0)),
        }
        let gain = Course::at(week).gain(against);
        painter.circle(pos2(x(week), y(gain)), 6.0, colour, Stroke::new(2.0, c.sheet));
        let end = y(against.kept_after_a_year());
        let word = painter.layout(cx.tr.text(key), strong.clone(), colour, (room.width() * 0.5).min(260.0));
        let lift = if against == Against::NoNeedles { 12.0 } else { 14.0 };
        // Where the graph is low, the upper word goes above all lines: below its own it would hide the other.
        let top = if against == Against::NoNeedles && room.height() < LOW {
            y(1.0) - word.size().y - 4.0
        } else {
            // Over the words of the axis, however low the graph is.
            (end + lift).min(room.bottom() - word.size().y)
        };
        words.push((Rect::from_min_size(pos2(room.right() - word.size().x, top), word.size()), word, colour));
    }
    for (place, word, colour) in words {
        // In large print it reaches down to the other line, which then passes behind it.
        painter.rect_filled(place.expand2(vec2(4.0, 0.0)), 4, c.sheet);
        painter.galley(place.min, word, colour);
    }
    let below = room.bottom() + 6.0;
    let visits_word = cx.tr.text("endo-course-visits");
    painter.text(pos2(room.left(), below), Align2::LEFT_TOP, visits_word, small.clone(), c.ink2);
    let year = cx.tr.text("endo-course-year");
    painter.text(pos2(room.right(), below), Align2::RIGHT_TOP, year, small, c.ink2);
}

/// People of 100, as the other sections draw them, and how to read it.
fn people(ui: &mut Ui, cx: &Cx<'_>, chart: &Chart) {
    let c = cx.look.colours();
    heading(ui, cx.look, 2, Role::Strong, &chart.title);
    paragraph(ui, cx.look, Role::Caption, c.ink2, &chart.caption);
    charts::chart(ui, cx, chart, ARRAYS);
    ui.horizontal_wrapped(|ui| charts::legend(ui, cx, chart));
    paragraph(ui, cx.look, Role::Card, c.ink, &chart.says);
    caption(ui, cx.look, &chart.means);
    paragraph(ui, cx.look, Role::Caption, c.ink2, &detail::source_line(cx, &chart.sources));
}

/// Shows on the sheet what was measured: people of 100 in every group, and how long the gain lasts.
pub(super) fn figures(ui: &mut Ui, cx: &Cx<'_>) {
    if let Some(chart) = cx.catalog.evidence().chart(COURSE_PEOPLE) {
        people(ui, cx, chart);
        ui.add_space(8.0);
    }
    let Some(told) = cx.catalog.mechanism(TOLD) else { return };
    let c = cx.look.colours();
    heading(ui, cx.look, 2, Role::Strong, &told.name);
    paragraph(ui, cx.look, Role::Card, c.ink, &told.says.plain);
    if let Some(more) = &told.says.more {
        paragraph(ui, cx.look, Role::Card, c.ink2, more);
    }
    paragraph(ui, cx.look, Role::Caption, c.ink2, &detail::source_line(cx, &told.sources));
}
