//! The pain meter: cells without numbers, one mark for people, one for mice, and where pain was before.

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::{
    Align2, Color32, CornerRadius, FontId, Painter, Pos2, Rangef, Rect, Sense, Shape, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use super::super::Cx;
use super::super::widgets::{caption, heading, job, paragraph};
use crate::describe::needling;
use crate::sim::{State, Who};
use crate::theme::Role;

/// How many cells there are.
const CELLS: u8 = 25;
const BAR: f32 = 24.0;
const ROW: f32 = 21.0;
/// How far from the middle of its mark a word begins, and how far it keeps from the line of another mark.
const ASIDE: f32 = 15.0;
const CLEAR: f32 = 3.0;

/// Shows the meter with its sentence. Where there is little room its ends say what it measures, and no heading does.
pub(super) fn meter(ui: &mut Ui, cx: &Cx<'_>, close: bool) {
    let panel = &cx.visit.needling;
    let sentence = needling::pain(cx.tr, &panel.visit);
    if !close {
        heading(ui, cx.look, 2, Role::Label, &cx.tr.text("endo-meter"));
    }
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), BAR + ROW * 3.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(NodeRole::Meter, true, cx.tr.text("endo-meter")));
    if ui.is_rect_visible(rect) {
        let bar = Rect::from_min_size(rect.min + vec2(0.0, ROW), vec2(rect.width(), BAR));
        let ends = if close { ["endo-less-pain", "endo-more-pain"] } else { ["endo-less", "endo-more"] };
        paint(ui.painter(), cx, bar, ends.map(|key| cx.tr.text(key)));
    }
    let comfort = cx.tr.text("endo-comfort");
    let (longest, needed) = (needling::longest_of_pain(cx.tr), needling::is_comforted(panel.visit.shown()));
    // What is pressed further down stays where it is, whatever is said here.
    let end = ui.cursor().top() + height(ui, cx, Role::Card, &longest) + height(ui, cx, Role::Caption, &comfort);
    let said = paragraph(ui, cx.look, Role::Card, cx.look.colours().ink, &sentence);
    // A screen reader hears the sentence when it changes, once the one before has been read.
    ui.accesskit_node_builder(said.id, |node| node.set_live(eframe::egui::accesskit::Live::Polite));
    if needed {
        caption(ui, cx.look, &comfort);
    }
    ui.add_space((end - ui.cursor().top()).max(0.0));
}

/// How high a paragraph is, with the space below it.
fn height(ui: &Ui, cx: &Cx<'_>, role: Role, text: &str) -> f32 {
    let mut job = job([(text, cx.look.scale.format(role, Color32::PLACEHOLDER))]);
    job.wrap.max_width = ui.available_width();
    ui.painter().layout_job(job).size().y + ui.spacing().item_spacing.y
}

fn paint(painter: &Painter, cx: &Cx<'_>, bar: Rect, [less, more]: [String; 2]) {
    let (c, p) = (cx.look.colours(), &cx.look.tokens.plate);
    let panel = &cx.visit.needling.visit;
    let font = cx.look.scale.font(Role::Label);
    let edge = Stroke::new(cx.look.tokens.stroke(1.5), c.line);
    painter.rect(bar, CornerRadius::same(12), c.well, edge, StrokeKind::Inside);

    let inner = bar.shrink2(vec2(6.0, 5.0));
    let at = |pain: f32| inner.left() + pain.clamp(0.0, 1.0) * inner.width();
    let step = inner.width() / f32::from(CELLS);
    let shown = panel.shown().pain;
    // What gets past the gate and is not felt is what the visit around the needle eases: open cells.
    let sent = if needling::is_comforted(panel.shown()) { panel.shown().ascending } else { shown };
    for i in 0..CELLS {
        let share = (f32::from(i) + 0.5) / f32::from(CELLS);
        if share > shown.max(sent) {
            break;
        }
        let cell = Rect::from_min_size(
            pos2(inner.left() + step * f32::from(i) + 1.5, inner.top()),
            vec2(step - 3.0, inner.height()),
        );
        if share > shown {
            let calm = Stroke::new(cx.look.tokens.stroke(1.2), c.ink3);
            painter.rect_stroke(cell, CornerRadius::same(3), calm, StrokeKind::Inside);
        } else if cx.look.tokens.contrast {
            painter.rect_stroke(cell, CornerRadius::same(3), Stroke::new(1.5, p.muscle_line), StrokeKind::Inside);
            let slant = [cell.left_bottom() + vec2(1.0, -2.0), cell.right_top() + vec2(-1.0, 2.0)];
            painter.line_segment(slant, Stroke::new(1.0 + 2.0 * share, p.muscle_line));
        } else {
            let deep = p.muscle.lerp_to_gamma(p.muscle_line, share * 1.1);
            painter.rect_filled(cell, CornerRadius::same(3), deep.lerp_to_gamma(c.well, 0.45 * (1.0 - share)));
        }
    }

    // The ends, and where it was before.
    let above = bar.top() - 3.0;
    painter.text(pos2(bar.left() + 2.0, above), Align2::LEFT_BOTTOM, less, small(cx), c.ink3);
    let more = painter.text(pos2(bar.right() - 2.0, above), Align2::RIGHT_BOTTOM, more, small(cx), c.ink3);
    let before = at(State::BEFORE.pain);
    let tick = [pos2(before, bar.top() - 2.0), pos2(before, bar.bottom() + 2.0)];
    painter.extend(Shape::dashed_line(&tick, Stroke::new(cx.look.tokens.stroke(2.0), c.ink), 4.0, 3.0));
    let word = painter.layout_no_wrap(cx.tr.text("endo-before"), small(cx), c.ink2);
    // Over its line, or further left where it would run into the end.
    let left = (before + 2.0 - word.size().x * 0.5).min(more.left() - 8.0 - word.size().x);
    painter.galley(pos2(left, above - word.size().y), word, c.ink2);

    // Where nobody tried it, the mark does not move.
    let known = |who| panel.settings().is_known_in(who);
    let marks = Who::ALL.map(|who| (who, if known(who) { at(panel.state(who).pain) } else { before }));
    let mut free = bar.bottom() + 2.0;
    for (i, (who, x)) in marks.into_iter().enumerate() {
        let row = bar.bottom() + 3.0 + ROW * i as f32;
        let known = known(who);
        pointer(painter, cx, pos2(x, free), row, who, known);
        let word = cx.tr.text(match (who, known) {
            (Who::People, true) => "endo-in-people",
            (Who::Mice, true) => "endo-in-mice",
            (Who::People, false) => "endo-in-people-not-tried",
            (Who::Mice, false) => "endo-in-mice-not-tried",
        });
        let strong = panel.settings().who == who;
        let galley = painter.layout_no_wrap(word, font.clone(), if strong { c.ink } else { c.ink2 });
        let crossing = marks.get(i + 1).map(|(_, below)| *below);
        let (left, clear) = beside(x, galley.size().x, bar.x_range(), crossing);
        if !clear {
            free = row + ROW;
        }
        painter.galley(pos2(left, row + (ROW - galley.size().y) * 0.5), galley, Color32::PLACEHOLDER);
    }
}

/// Where the word of a mark at `x` begins: on its right if there is room, else on its left, and rather where the line
/// of the mark below does not cross it. Also, whether that line is clear of it; where it is not, it starts below.
fn beside(x: f32, wide: f32, bar: Rangef, crossing: Option<f32>) -> (f32, bool) {
    let sides = [x + ASIDE, x - ASIDE - wide];
    let fits = |left: f32| left >= bar.min && left + wide <= bar.max;
    let clear = |left: f32| crossing.is_none_or(|line| !(left - CLEAR..=left + wide + CLEAR).contains(&line));
    let best = sides.into_iter().find(|&left| fits(left) && clear(left));
    let left = best.or_else(|| sides.into_iter().find(|&left| fits(left))).unwrap_or(sides[1]);
    (left, clear(left))
}

fn small(cx: &Cx<'_>) -> FontId {
    let mut font = cx.look.scale.font(Role::Caption);
    font.size -= 0.5;
    font
}

/// A triangle under the bar: full for people, hollow for mice, dashed where nobody tried it.
fn pointer(painter: &Painter, cx: &Cx<'_>, tip: Pos2, row: f32, who: Who, known: bool) {
    let c = cx.look.colours();
    let top = row + 4.0;
    let corners = vec![pos2(tip.x, top), pos2(tip.x + 8.0, top + 12.0), pos2(tip.x - 8.0, top + 12.0)];
    let stroke = Stroke::new(cx.look.tokens.stroke(1.8), c.ink);
    if top > tip.y + 8.0 {
        painter.line_segment([tip, pos2(tip.x, top)], Stroke::new(1.2, c.ink.gamma_multiply(0.7)));
    }
    if known {
        let fill = if who == Who::People { c.ink } else { c.sheet };
        painter.add(Shape::convex_polygon(corners, fill, stroke));
    } else {
        let mut outline = corners;
        outline.extend(outline.first().copied());
        painter.extend(Shape::dashed_line(&outline, stroke, 3.0, 2.5));
    }
}

#[cfg(test)]
mod tests {
    use super::{Rangef, beside};

    const BAR: Rangef = Rangef { min: 0.0, max: 300.0 };

    #[test]
    fn a_word_stands_where_no_line_of_another_mark_crosses_it() {
        assert_eq!(beside(100.0, 60.0, BAR, None), (115.0, true), "on the right");
        assert_eq!(beside(280.0, 60.0, BAR, None), (205.0, true), "on the left, for want of room");
        assert_eq!(beside(100.0, 60.0, BAR, Some(140.0)), (25.0, true), "away from the line");
        assert_eq!(beside(100.0, 60.0, BAR, Some(100.0)), (115.0, true), "a line through its own mark is no matter");
        assert_eq!(beside(280.0, 60.0, BAR, Some(230.0)), (205.0, false), "no side is free: the line begins below");
        assert_eq!(beside(280.0, 60.0, BAR, Some(190.0)), (205.0, true));
    }
}
