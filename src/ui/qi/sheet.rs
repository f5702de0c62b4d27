//! The sheet of the section: headline, the three parts to choose from, what the part tells, and the line that stays.

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::epaint::{Mesh, Vertex, WHITE_UV};
use eframe::egui::{
    Color32, CornerRadius, Rect, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::super::sheet::{RADIUS, scroll, shadow};
use super::super::widgets::{Weight, button, heading, icon, job, paragraph, wide_chip};
use super::super::{Cx, stories};
use super::{day, free_flow, line, meaning};
use crate::model::{Idea, Place, Told};
use crate::sim::qi::{Ask, Part};
use crate::theme::{Face, Icon, Role};
use crate::visit::Action;

/// From this width on, the parts stand in a column of their own.
pub(super) const ROOMY: f32 = 520.0;
/// How wide that column is.
pub(super) const COLUMN: f32 = 140.0;

/// How high what scrolls fades at the foot.
const FADE: f32 = 22.0;

/// Shows the sheet. `covers` tells that it hides the body, so that one can ask to see it.
pub(super) fn sheet(ui: &mut Ui, cx: &Cx<'_>, covers: bool, out: &mut Vec<Action>) {
    let rect = ui.available_rect_before_wrap();
    let c = cx.look.colours();
    shadow(ui.painter(), cx, rect);
    ui.painter().rect_filled(rect, CornerRadius::same(RADIUS as u8), c.sheet);
    let foot = rect.with_min_y(rect.bottom() - line::height(ui, cx, rect.width()));
    let margin = if rect.width() < 380.0 { 16.0 } else { 26.0 };
    let inner = Rect::from_min_max(rect.min + vec2(margin, 14.0), pos2(rect.right() - margin + 10.0, foot.top()));
    ui.scope_builder(UiBuilder::new().max_rect(inner).id_salt("told"), |ui| {
        // What is in sight without scrolling: the dial takes no more.
        let sight = inner.height();
        scroll(ui, cx, &format!("{:?}", cx.visit.qi.part), |ui| {
            ui.set_max_width(inner.width() - 10.0);
            told(ui, cx, covers, sight, out);
            ui.add_space(FADE - 8.0);
        });
    });
    fade(ui, cx, Rect::from_min_max(pos2(inner.left(), foot.top() - FADE), foot.right_top() - vec2(margin, 0.0)));
    line::show(ui, cx, foot, RADIUS as u8);
    let edge = if cx.look.tokens.contrast { Stroke::new(2.0, c.line) } else { Stroke::new(1.0, c.rule) };
    ui.painter().rect_stroke(rect, CornerRadius::same(RADIUS as u8), edge, StrokeKind::Inside);
}

/// What scrolls fades into the paper above the line that stays.
fn fade(ui: &Ui, cx: &Cx<'_>, rect: Rect) {
    let color = cx.look.colours().sheet;
    let mut mesh = Mesh::with_texture(cx.plain);
    for (pos, color) in [
        (rect.left_top(), Color32::TRANSPARENT),
        (rect.right_top(), Color32::TRANSPARENT),
        (rect.right_bottom(), color),
        (rect.left_bottom(), color),
    ] {
        mesh.vertices.push(Vertex { pos, uv: WHITE_UV, color });
    }
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(0, 2, 3);
    ui.painter().add(Shape::mesh(mesh));
}

fn told(ui: &mut Ui, cx: &Cx<'_>, covers: bool, sight: f32, out: &mut Vec<Action>) {
    let roomy = ui.available_width() >= ROOMY;
    let page = meaning::page(cx);
    let idea = match cx.visit.qi.part {
        Part::Meaning => page,
        Part::Flow => first(cx, Told::Flow),
        Part::Day => first(cx, Told::Day),
    };
    let top = ui.cursor().top();
    headline(ui, cx, idea, roomy);
    if covers && button(ui, cx.look, Weight::Second, Some(Icon::Body), &cx.tr.text("qi-show-body")).clicked() {
        out.push(Action::Qi(Ask::BodyAlone(true)));
    }
    if !roomy {
        parts(ui, cx, false, out);
        ui.add_space(4.0);
        part(ui, cx, sight - 8.0, out);
        return;
    }
    let left = ui.available_rect_before_wrap();
    let column = Rect::from_min_max(pos2(left.right() - COLUMN, left.top() + 6.0), left.max);
    let beside = ui.scope_builder(UiBuilder::new().max_rect(column).id_salt("column"), |ui| {
        parts(ui, cx, true, out);
        ui.add_space((sight * 0.16).min(96.0));
        match cx.visit.qi.part {
            Part::Meaning => meaning::turn(ui, cx, COLUMN, out),
            Part::Flow => free_flow::controls(ui, cx, COLUMN, out),
            Part::Day => day::controls_in_column(ui, cx, out),
        }
    });
    let words = Rect::from_min_max(left.min, pos2(column.left() - 18.0, left.max.y));
    let told = ui.scope_builder(UiBuilder::new().max_rect(words).id_salt("words"), |ui| {
        let sight = sight - (words.top() - top);
        match cx.visit.qi.part {
            Part::Meaning => meaning::meaning(ui, cx, out),
            Part::Flow => free_flow::free_flow(ui, cx, out),
            Part::Day => day::clock(ui, cx, sight, out),
        }
    });
    ui.advance_cursor_after_rect(told.response.rect.union(beside.response.rect).with_max_x(left.right()));
    match cx.visit.qi.part {
        Part::Meaning => stories::offer(ui, cx, Place::Qi, out),
        Part::Flow => {}
        Part::Day => day::below(ui, cx, out),
    }
}

/// The part that is open, where there is no column beside it.
fn part(ui: &mut Ui, cx: &Cx<'_>, sight: f32, out: &mut Vec<Action>) {
    match cx.visit.qi.part {
        Part::Meaning => {
            meaning::meaning(ui, cx, out);
            meaning::turn(ui, cx, 0.0, out);
            stories::offer(ui, cx, Place::Qi, out);
        }
        Part::Flow => {
            free_flow::free_flow(ui, cx, out);
            free_flow::controls(ui, cx, 0.0, out);
        }
        Part::Day => {
            day::clock(ui, cx, sight, out);
            day::controls(ui, cx, out);
            day::below(ui, cx, out);
        }
    }
}

/// The first idea that is told somewhere.
pub(super) fn first<'a>(cx: &Cx<'a>, told: Told) -> Option<&'a Idea> {
    cx.catalog.ideas().iter().find(|idea| idea.told == told)
}

fn headline(ui: &mut Ui, cx: &Cx<'_>, idea: Option<&Idea>, roomy: bool) {
    let c = cx.look.colours();
    let title = idea.map_or_else(|| cx.tr.text("qi-title"), |idea| idea.title.clone());
    let top = ui.cursor().top();
    let right = ui.max_rect().right();
    let badge = tag_size(ui, cx);
    let fits = roomy || ui.available_width() > badge.x + 240.0;
    ui.scope(|ui| {
        ui.set_max_width(if fits { ui.available_width() - badge.x - 16.0 } else { ui.available_width() });
        heading(ui, cx.look, 1, if roomy { Role::Title } else { Role::Heading }, &title);
    });
    if fits {
        tag(ui, cx, Rect::from_min_size(pos2(right - badge.x, top + 5.0), badge));
    } else {
        let (rect, _) = ui.allocate_exact_size(badge, Sense::hover());
        tag(ui, cx, rect);
    }
    if let Some(idea) = idea.filter(|_| cx.visit.qi.part == Part::Day) {
        paragraph(ui, cx.look, Role::Text, c.ink2, &idea.says.plain);
    }
}

fn tag_size(ui: &Ui, cx: &Cx<'_>) -> eframe::egui::Vec2 {
    let word = ui
        .painter()
        .layout_job(job([(cx.tr.text("qi-tag").as_str(), cx.look.scale.format(Role::Label, cx.look.colours().trad))]));
    vec2(word.size().x + 46.0, word.size().y + 10.0)
}

/// The badge that says whose account this is.
fn tag(ui: &mut Ui, cx: &Cx<'_>, rect: Rect) {
    let c = cx.look.colours();
    let name = cx.tr.text("qi-tag");
    let response = ui.interact(rect, ui.scope_id().with("tag"), Sense::HOVER);
    response.widget_info(|| WidgetInfo::labeled(NodeRole::Label, true, &name));
    let edge = Stroke::new(cx.look.tokens.stroke(1.4), c.trad);
    ui.painter().rect(rect, CornerRadius::same(14), c.sheet, edge, StrokeKind::Inside);
    let sign = icon(ui, Icon::Tradition, 18.0, c.trad);
    ui.painter().galley(pos2(rect.left() + 10.0, rect.center().y - sign.size().y * 0.5), sign, c.trad);
    let format = cx.look.scale.format_in(Role::Label, Face::SansSemibold, 1.0, c.trad);
    let word = ui.painter().layout_job(job([(name.as_str(), format)]));
    ui.painter().galley(pos2(rect.left() + 34.0, rect.center().y - word.size().y * 0.5), word, c.trad);
}

/// The three parts: a column of equal pills, or as many beside each other as there is room for.
fn parts(ui: &mut Ui, cx: &Cx<'_>, roomy: bool, out: &mut Vec<Action>) {
    let mut add = |ui: &mut Ui| {
        for part in Part::ALL {
            let name = cx.tr.text(match part {
                Part::Meaning => "qi-part-meaning",
                Part::Flow => "qi-part-flow",
                Part::Day => "qi-part-day",
            });
            let chosen = cx.visit.qi.part == part;
            if wide_chip(ui, cx.look, chosen, None, &name, if roomy { COLUMN } else { 0.0 }).clicked() && !chosen {
                out.push(Action::Qi(Ask::Show(part)));
            }
        }
    };
    if roomy {
        add(ui);
    } else {
        ui.horizontal_wrapped(add);
    }
}
