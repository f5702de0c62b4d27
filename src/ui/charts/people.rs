//! People as they are counted: a hundred small figures for each group, filled one by one. Rare harm stands in a field of
//! small squares instead, each of which is many people.

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::epaint::Mesh;
use eframe::egui::{Rect, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::super::Cx;
use super::super::widgets::job;
use super::figures::{TALL, person, stamp, template};
use super::{field, ink};
use crate::describe::charts::grouped;
use crate::model::{Arm, Drawing};
use crate::theme::Role;

/// How high one person's place is for its width.
pub(super) const HIGH: f32 = 1.32;

/// What is counted, of how many, in which groups.
#[derive(Clone, Copy)]
pub(in super::super) struct People<'a> {
    pub(super) of: u32,
    pub(super) counted: &'a str,
    rest: &'a str,
    pub(super) arms: &'a [Arm],
}

impl<'a> People<'a> {
    /// What a chart counts; nothing where it counts no people.
    pub(in super::super) fn of(drawing: &'a Drawing) -> Option<Self> {
        let Drawing::People { of, counted, rest, arms } = drawing else { return None };
        (*of > 0 && !arms.is_empty()).then_some(Self { of: *of, counted, rest, arms })
    }

    /// Whether each of them has a place of their own.
    pub(in super::super) fn are_few(self) -> bool {
        self.of <= 100
    }
}

/// Paints the people of one group, so many beside each other.
pub(super) fn array(ui: &Ui, cx: &Cx<'_>, of: u32, arm: &Arm, field: Rect, across: u32) {
    let Some(count) = arm.shown() else {
        let edge = Stroke::new(cx.look.tokens.stroke(1.2), cx.look.colours().line);
        let outline =
            [field.left_top(), field.right_top(), field.right_bottom(), field.left_bottom(), field.left_top()];
        ui.painter().extend(Shape::dashed_line(&outline, edge, 5.0, 4.0));
        return;
    };
    let marked = ink::of(cx.look, arm.group);
    if of > 100 {
        field::rare(ui, cx, of, count, marked.line, field);
        return;
    }
    let pitch = field.height() / of.div_ceil(across) as f32;
    let aside = (field.width() / across as f32).min(pitch * 0.92);
    let wide = aside.min(pitch / HIGH) * 0.82;
    let size = vec2(wide, wide * TALL);
    let filled = template(ui, person(cx.look, size, Some(&marked)));
    let up_to = arm.up_to.filter(|to| to.is_finite()).map_or(count, |to| to.round().max(0.0) as u32);
    let mut pale = filled.clone();
    for vertex in &mut pale.vertices {
        vertex.color = vertex.color.gamma_multiply(0.42);
    }
    let rest = template(ui, person(cx.look, size, None));
    let snap = |x: f32| (x * ui.pixels_per_point()).round() / ui.pixels_per_point();
    let counted = cx.visit.filling.people();
    let mut mesh = Mesh::default();
    for i in 0..of {
        let (row, column) = (i / across, i % across);
        let at = vec2(snap(field.left() + column as f32 * aside), snap(field.top() + row as f32 * pitch));
        // Who is not counted yet is still an outline.
        let one = if i >= counted {
            &rest
        } else if i < count {
            &filled
        } else if i < up_to {
            &pale
        } else {
            &rest
        };
        stamp(&mut mesh, one, at);
    }
    ui.painter().add(Shape::mesh(mesh));
}

/// What filled figures and the others are.
pub(in super::super) fn legend(ui: &mut Ui, cx: &Cx<'_>, people: People<'_>) {
    let People { of, counted, rest, arms } = people;
    let Some(group) = arms.first().map(|arm| arm.group) else { return };
    if of > 100 {
        let words = [("people", grouped(field::each(of)).into()), ("counted", counted.to_owned().into())];
        super::super::widgets::caption(ui, cx.look, &cx.tr.text_with("chart-squares", &words));
        return;
    }
    let marked = ink::of(cx.look, group);
    entry(ui, cx, counted, |size| person(cx.look, size, Some(&marked)));
    entry(ui, cx, rest, |size| person(cx.look, size, None));
}

fn entry(ui: &mut Ui, cx: &Cx<'_>, word: &str, figure: impl Fn(eframe::egui::Vec2) -> Vec<Shape>) {
    let c = cx.look.colours();
    let mut text = job([(word, cx.look.scale.format(Role::Caption, c.ink))]);
    text.wrap.max_width = (ui.available_width() - 30.0).max(60.0);
    let text = ui.painter().layout_job(text);
    let (rect, response) = ui.allocate_exact_size(vec2(text.size().x + 32.0, text.size().y.max(28.0)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(NodeRole::Label, true, word));
    if ui.is_rect_visible(rect) {
        let mut mesh = Mesh::default();
        let size = vec2(19.0, 19.0 * TALL);
        stamp(&mut mesh, &template(ui, figure(size)), rect.left_center().to_vec2() - vec2(0.0, size.y * 0.5));
        ui.painter().add(Shape::mesh(mesh));
        ui.painter().galley(pos2(rect.left() + 26.0, rect.center().y - text.size().y * 0.5), text, c.ink);
    }
}
