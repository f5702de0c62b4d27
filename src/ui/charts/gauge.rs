//! How sure anyone is: a half ring of four steps with a needle, and always the words.

use std::f32::consts::PI;

use eframe::egui::epaint::Mesh;
use eframe::egui::{Align, Color32, Pos2, Sense, Shape, Stroke, Ui, pos2, vec2};

use super::super::Cx;
use super::super::widgets::job;
use super::tell;
use crate::describe::charts::certainty_key;
use crate::model::{Certainty, Gauge};
use crate::theme::{Face, Role};

/// The radius of the half ring.
const RADIUS: f32 = 54.0;
/// The least width of one gauge with its words.
const NARROW: f32 = 150.0;

/// Gauges side by side, as many as there is room for.
pub(in super::super) fn gauges(ui: &mut Ui, cx: &Cx<'_>, all: &[Gauge]) {
    if all.is_empty() {
        return;
    }
    let fit = ((ui.available_width() / NARROW).floor() as usize).clamp(1, all.len());
    let width = ui.available_width() / fit as f32;
    for row in all.chunks(fit) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            for one in row {
                gauge(ui, cx, one.certainty, Some(&one.asks), width);
            }
        });
    }
}

/// One gauge with its words, and the question that it answers.
pub(in super::super) fn gauge(ui: &mut Ui, cx: &Cx<'_>, certainty: Certainty, asks: Option<&str>, width: f32) {
    let c = cx.look.colours();
    let word = cx.tr.text(certainty_key(certainty));
    let lay = |text: &str, role, face, colour| {
        let mut job = job([(text, cx.look.scale.format_in(role, face, 1.0, colour))]);
        job.wrap.max_width = (width - 12.0).max(60.0);
        job.halign = Align::Center;
        ui.painter().layout_job(job)
    };
    let said = lay(&word, Role::Label, Face::SansBold, c.ink);
    let asked = asks.map(|asks| lay(asks, Role::Caption, Face::Sans, c.ink2));
    let steps = certainty.steps();
    let ring = if steps.is_some() { RADIUS + 14.0 } else { 0.0 };
    let high = ring + 6.0 + said.size().y + asked.as_ref().map_or(0.0, |asked| asked.size().y) + 4.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, high), Sense::hover());
    let asks = asks.map_or_else(|| cx.tr.text("sure-how"), str::to_owned);
    tell(&response, &cx.tr.text_with("gauge-says", &[("asks", asks.into()), ("certainty", word.clone().into())]));
    if !ui.is_rect_visible(rect) {
        return;
    }
    if let Some(steps) = steps {
        half_ring(ui, cx, pos2(rect.center().x, rect.top() + RADIUS + 4.0), steps);
    }
    let mut y = rect.top() + ring + 6.0;
    for galley in [Some(said), asked].into_iter().flatten() {
        let high = galley.size().y;
        ui.painter().galley(pos2(rect.center().x, y), galley, c.ink);
        y += high;
    }
}

fn half_ring(ui: &Ui, cx: &Cx<'_>, middle: Pos2, (from, to): (u8, u8)) {
    let c = cx.look.colours();
    let mut mesh = Mesh::default();
    for step in 0..4u8 {
        let inside = (from..=to).contains(&step);
        let (thick, colour) = if inside { (14.0, c.ink) } else { (9.0, c.rule) };
        let gap = 0.025;
        let start = PI + PI * f32::from(step) / 4.0 + gap;
        let end = PI + PI * f32::from(step + 1) / 4.0 - gap;
        sector(&mut mesh, middle, (RADIUS - thick, RADIUS), (start, end), colour, ui.pixels_per_point());
    }
    ui.painter().add(Shape::mesh(mesh));
    let share = (f32::from(from) + f32::from(to) + 1.0) / 8.0;
    let (sin, cos) = (PI + PI * share).sin_cos();
    let tip = middle + vec2(cos, sin) * (RADIUS - 20.0);
    ui.painter().line_segment([middle, tip], Stroke::new(cx.look.tokens.stroke(3.0), c.ink));
    ui.painter().circle_filled(middle, 6.5, c.ink);
}

/// A part of a ring, with soft edges one pixel wide.
fn sector(mesh: &mut Mesh, middle: Pos2, (inner, outer): (f32, f32), (from, to): (f32, f32), fill: Color32, ppp: f32) {
    let soft = 1.0 / ppp;
    let clear = Color32::TRANSPARENT;
    let rims = [(inner - soft, clear), (inner, fill), (outer, fill), (outer + soft, clear)];
    let base = mesh.vertices.len() as u32;
    let pieces = 18u32;
    for i in 0..=pieces {
        let (sin, cos) = (from + (to - from) * i as f32 / pieces as f32).sin_cos();
        for (radius, colour) in rims {
            mesh.colored_vertex(middle + vec2(cos, sin) * radius, colour);
        }
    }
    for i in 0..pieces {
        for rim in 0..3 {
            let a = base + i * 4 + rim;
            mesh.add_triangle(a, a + 1, a + 4);
            mesh.add_triangle(a + 1, a + 5, a + 4);
        }
    }
}
