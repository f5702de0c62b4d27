//! Pain over time: a ring for each entry, a line through the averages of weeks, a mark for each visit.
//!
//! The scale is always the whole of 0 to 10. Where no one wrote for a week or more, the line stops: nobody knows.

use std::sync::Arc;

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::{Galley, Painter, Pos2, Rect, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::super::Cx;
use super::super::widgets::job;
use crate::describe;
use crate::diary::{Course, MOST_PAIN};
use crate::model::Day;
use crate::theme::Role;

/// How high the field is.
const HEIGHT: f32 = 190.0;
/// The shortest time that the field spans, in days, so that two days do not look like a long way.
const LEAST_DAYS: u32 = 13;
/// How high a line of the key is.
const KEY: f32 = 26.0;

/// Where things stand in the field.
struct Field {
    rect: Rect,
    first: u32,
    days: u32,
}

impl Field {
    fn at(&self, day: Day, pain: f32) -> Pos2 {
        let along = day.number().saturating_sub(self.first) as f32 / self.days as f32;
        let up = pain / f32::from(MOST_PAIN);
        let inner = self.rect.shrink2(vec2(10.0, 0.0));
        pos2(inner.left() + along * inner.width(), inner.bottom() - up * inner.height())
    }
}

/// Shows the plot; nothing where no day can be drawn.
pub(super) fn plot(ui: &mut Ui, cx: &Cx<'_>, course: &Course, says: &str) {
    let Some((first, last)) = course.span() else { return };
    let word = |text: String| {
        let mut layout = job([(text.as_str(), cx.look.scale.format(Role::Caption, cx.look.colours().ink3))]);
        layout.wrap.max_width = ui.available_width();
        ui.painter().layout_job(layout)
    };
    let scale = word(cx.tr.text("diary-plot-scale"));
    let ends = [word(describe::diary::day(cx.tr, first)), word(describe::diary::day(cx.tr, last))];
    let keys = ["diary-plot-entry", "diary-plot-mean", "diary-plot-visit"].map(|key| word(cx.tr.text(key)));
    let shown = [!course.dots.is_empty(), course.weeks.len() > 1, !course.visits.is_empty()];
    let lines = shown.iter().filter(|shown| **shown).count() as f32;
    let under = ends[0].size().y + 14.0;
    let high = scale.size().y + 10.0 + HEIGHT + under + lines * KEY;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), high), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(NodeRole::Image, true, says));
    if !ui.is_rect_visible(rect) {
        return;
    }
    let painter = ui.painter_at(rect.expand(4.0));
    let top = rect.top() + scale.size().y + 10.0;
    let room = Rect::from_min_max(pos2(rect.left() + 28.0, top), pos2(rect.right() - 4.0, top + HEIGHT));
    let days = (last.number() - first.number()).max(LEAST_DAYS);
    let field = Field { rect: room, first: first.number(), days };
    painter.galley(rect.min, scale, cx.look.colours().ink3);
    ground(&painter, cx, &field, &ends, last);
    draw(&painter, cx, &field, course);
    let mut y = room.bottom() + under;
    for ((galley, shown), sample) in keys.into_iter().zip(shown).zip([entry, mean, visit]) {
        if shown {
            let middle = y + KEY * 0.5;
            sample(&painter, cx, pos2(rect.left() + 20.0, middle));
            painter.galley(pos2(rect.left() + 48.0, middle - galley.size().y * 0.5), galley, cx.look.colours().ink3);
            y += KEY;
        }
    }
}

/// The whole scale, and the days at both ends.
fn ground(painter: &Painter, cx: &Cx<'_>, field: &Field, ends: &[Arc<Galley>; 2], last: Day) {
    let c = cx.look.colours();
    painter.rect_filled(field.rect, 0.0, c.well.gamma_multiply(0.5));
    for pain in [0_u8, 5, 10] {
        let y = field.at(last, f32::from(pain)).y;
        let (weight, colour) = if pain == 0 { (1.5, c.line) } else { (1.0, c.rule) };
        painter.hline(field.rect.x_range(), y, Stroke::new(cx.look.tokens.stroke(weight), colour));
        let number =
            painter.layout_job(job([(pain.to_string().as_str(), cx.look.scale.format(Role::Caption, c.ink3))]));
        painter.galley(pos2(field.rect.left() - 8.0 - number.size().x, y - number.size().y * 0.5), number, c.ink3);
    }
    let below = field.rect.bottom() + 6.0;
    let [first, end] = ends;
    painter.galley(pos2(field.rect.left(), below), first.clone(), c.ink3);
    // The last day stands under its place, unless that is under the first one.
    let left = (field.at(last, 0.0).x - end.size().x * 0.5).min(field.rect.right() - end.size().x);
    if left > field.rect.left() + first.size().x + 12.0 {
        painter.galley(pos2(left, below), end.clone(), c.ink3);
    }
}

fn draw(painter: &Painter, cx: &Cx<'_>, field: &Field, course: &Course) {
    let c = cx.look.colours();
    for day in &course.visits {
        let foot = field.at(*day, 0.0);
        let head = pos2(foot.x, field.rect.top());
        painter.extend(Shape::dashed_line(&[head, foot], Stroke::new(cx.look.tokens.stroke(1.2), c.line), 3.0, 4.0));
        visit(painter, cx, pos2(foot.x, foot.y - 8.0));
    }
    for dot in &course.dots {
        entry(painter, cx, field.at(dot.day, f32::from(dot.pain)));
    }
    // A week stands at its Thursday, or where the picture begins or ends.
    let last = field.first + field.days;
    let at = |monday: Day, mean: f32| field.at(Day::from_number((monday.number() + 3).clamp(field.first, last)), mean);
    for pair in course.weeks.windows(2) {
        if let [a, b] = pair
            && b.monday.number() - a.monday.number() == 7
        {
            let stroke = Stroke::new(cx.look.tokens.stroke(3.0), c.ink);
            painter.line_segment([at(a.monday, a.mean), at(b.monday, b.mean)], stroke);
        }
    }
    if course.weeks.len() > 1 {
        for week in &course.weeks {
            painter.circle_filled(at(week.monday, week.mean), 5.0, c.ink);
        }
    }
}

/// The mark of an entry.
fn entry(painter: &Painter, cx: &Cx<'_>, at: Pos2) {
    let c = cx.look.colours();
    painter.circle(at, 4.0, c.sheet, Stroke::new(cx.look.tokens.stroke(1.5), c.ink2));
}

/// The mark of an average.
fn mean(painter: &Painter, cx: &Cx<'_>, at: Pos2) {
    let c = cx.look.colours();
    painter.hline(at.x - 16.0..=at.x + 16.0, at.y, Stroke::new(cx.look.tokens.stroke(3.0), c.ink));
    painter.circle_filled(at, 5.0, c.ink);
}

/// The mark of a visit: a wedge that points down, which looks like nothing else in the picture.
fn visit(painter: &Painter, cx: &Cx<'_>, at: Pos2) {
    let c = cx.look.colours();
    let points = vec![at + vec2(0.0, 7.0), at + vec2(-5.0, -5.0), at + vec2(5.0, -5.0)];
    painter.add(Shape::convex_polygon(points, c.ink, Stroke::new(1.0, c.sheet)));
}
