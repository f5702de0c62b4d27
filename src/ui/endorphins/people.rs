//! People of 100, one array for each group of a study: every group, in one size, with the number and the words.

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::{CornerRadius, Painter, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::super::Cx;
use super::super::widgets::{caption, heading, paragraph};
use super::detail;
use crate::model::{Arm, Chart, Drawing, Group};
use crate::theme::{Face, Role};

/// People in a row, and rows.
const ACROSS: u32 = 10;

/// Shows a chart whose drawing is people; any other is left to its sentence.
pub(super) fn people(ui: &mut Ui, cx: &Cx<'_>, chart: &Chart) {
    let c = cx.look.colours();
    heading(ui, cx.look, 2, Role::Strong, &chart.title);
    paragraph(ui, cx.look, Role::Caption, c.ink2, &chart.caption);
    if let Drawing::People { of, counted, arms, .. } = &chart.drawing
        && *of == ACROSS * ACROSS
    {
        arrays(ui, cx, counted, arms);
    }
    paragraph(ui, cx.look, Role::Card, c.ink, &chart.says);
    caption(ui, cx.look, &chart.means);
    paragraph(ui, cx.look, Role::Caption, c.ink2, &detail::source_line(cx, &chart.sources));
}

fn arrays(ui: &mut Ui, cx: &Cx<'_>, counted: &str, arms: &[Arm]) {
    let gap = 14.0;
    let columns = arms.len().max(1) as f32;
    let wide = ((ui.available_width() - gap * (columns - 1.0)) / columns).min(150.0);
    let cell = vec2(wide / ACROSS as f32, wide / ACROSS as f32 * 1.35);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for arm in arms {
            let Some(count) = arm.shown() else { continue };
            ui.vertical(|ui| {
                ui.set_width(wide);
                ui.spacing_mut().item_spacing.y = 2.0;
                let (rect, response) = ui.allocate_exact_size(cell * ACROSS as f32, Sense::hover());
                let words = [("count", count.into()), ("arm", arm.name.as_str().into()), ("counted", counted.into())];
                let said = cx.tr.text_with("endo-people-of", &words);
                response.widget_info(|| WidgetInfo::labeled(NodeRole::Image, true, &said));
                if ui.is_rect_visible(rect) {
                    array(ui.painter(), cx, rect, cell, count, arm.group);
                }
                let number = cx.look.scale.format_in(Role::Heading, Face::SerifSemibold, 1.2, cx.look.colours().ink);
                super::super::widgets::rich(ui, super::super::widgets::job([(count.to_string().as_str(), number)]));
                paragraph(ui, cx.look, Role::Label, cx.look.colours().ink, &arm.name);
            });
        }
    });
}

fn array(painter: &Painter, cx: &Cx<'_>, rect: Rect, cell: eframe::egui::Vec2, count: u32, group: Group) {
    for i in 0..ACROSS * ACROSS {
        let corner = rect.min + vec2((i % ACROSS) as f32 * cell.x, (i / ACROSS) as f32 * cell.y);
        let person = Rect::from_min_size(corner, cell).shrink2(vec2(cell.x * 0.16, cell.y * 0.10));
        one(painter, cx, person, (i < count).then_some(group));
    }
}

/// One person: a head and a body, filled as their group is, or an outline.
fn one(painter: &Painter, cx: &Cx<'_>, place: Rect, group: Option<Group>) {
    let c = cx.look.colours();
    let head = place.width() * 0.30;
    let at: Pos2 = pos2(place.center().x, place.top() + head);
    let body = Rect::from_min_max(pos2(place.left(), at.y + head * 1.25), place.max);
    let round = CornerRadius { nw: (place.width() * 0.5) as u8, ne: (place.width() * 0.5) as u8, sw: 1, se: 1 };
    let (fill, edge) = match group {
        Some(Group::Real | Group::RealOrPretend) => (c.body, c.body),
        Some(Group::Pretend) => (c.bodytint, c.body),
        Some(_) => (c.well, c.ink2),
        None => (c.sheet, c.line),
    };
    let stroke = Stroke::new(1.0, edge);
    painter.circle(at, head, fill, stroke);
    painter.rect(body, round, fill, stroke, StrokeKind::Inside);
    match group {
        // A stripe for pretend needles, a dot for other care: pattern tells the groups apart, not colour alone.
        Some(Group::Pretend) => {
            _ = painter.line_segment([body.left_bottom(), body.right_top()], Stroke::new(1.4, c.body));
        }
        Some(Group::Usual | Group::Nothing) => _ = painter.circle_filled(body.center(), body.width() * 0.18, c.ink2),
        _ => {}
    }
}
