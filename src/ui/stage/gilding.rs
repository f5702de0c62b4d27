//! Channels as tradition sees them: one stroke of cinnabar on a band of pale gold that fades into the skin.

use eframe::egui::epaint::{Mesh, Vertex, WHITE_UV};
use eframe::egui::{Color32, Painter, Pos2, Shape, Stroke, vec2};

use super::super::Cx;
use super::channels::{Along, lit, runs, strength};
use super::flow;
use super::seen::Seen;
use crate::body::camera::{Area, Camera};
use crate::body::figure::Figure;
use crate::sim::flow::Course;

/// From the middle of a band to its rim: how far off, in points, and what lies there.
const ACROSS: [(f32, Leaf); 6] = [
    (-10.0, Leaf::None),
    (-4.2, Leaf::Gold),
    (-2.8, Leaf::Pale),
    (2.8, Leaf::Pale),
    (4.2, Leaf::Gold),
    (10.0, Leaf::None),
];
/// Bands have their full width from this many points a metre; from afar they are narrower, so as not to hide the body.
const FULL_SIZE: f32 = 820.0;

/// A channel drawn at least so strongly is lit.
const LIT: f32 = 0.8;
/// From farther away, as a share of the full size, drops would hide the body.
const NEAR: f32 = 0.6;

/// A run shorter than this is left out, in points.
const CRUMB: f32 = 28.0;

#[derive(Clone, Copy)]
enum Leaf {
    None,
    Gold,
    Pale,
}

/// Paints what can be seen of every channel in the room of the painter.
pub(super) fn paint(painter: &Painter, cx: &Cx<'_>, figure: &Figure, seen: &Seen<'_>, camera: &Camera, area: Area) {
    let size = (camera.scale(area) / FULL_SIZE).clamp(0.5, 1.0);
    let room = painter.clip_rect().expand(12.0);
    let lit = lit(cx);
    let course = Course::free(cx.visit.stream.phase());
    let still = !cx.visit.qi_flows();
    let cinnabar = cx.look.on_skin().trad;
    let (mut lines, mut flowing) = (Vec::new(), Vec::new());
    let mut mesh = Mesh::with_texture(cx.plain);
    for stroke in &figure.strokes {
        let Some(channel) = cx.catalog.channel(&stroke.channel) else { continue };
        let strength = strength(cx, lit, channel);
        if strength <= 0.0 {
            continue;
        }
        for run in runs(stroke, seen, camera, area) {
            // Crumbs of a line that goes over the edge of the body say nothing.
            let long = run.last().zip(run.first()).is_some_and(|((_, end), (_, start))| end - start >= CRUMB);
            if !long || !run.iter().any(|(at, _)| room.contains(*at)) {
                continue;
            }
            // Qi moves on the channel that is lit; on all of them where none is.
            if strength >= LIT && size >= NEAR {
                flowing.push(run);
                continue;
            }
            band(&mut mesh, cx, &run, size, strength);
            let path: Vec<Pos2> = run.iter().map(|(at, _)| *at).collect();
            let width = cx.look.tokens.stroke(2.2) * size.max(0.7);
            lines.push(Shape::line(path, Stroke::new(width, cinnabar.gamma_multiply(strength))));
        }
    }
    painter.add(Shape::mesh(mesh));
    painter.extend(lines);
    for run in flowing {
        flow::paint(painter, cx, &run, &course, still);
    }
}

/// One band as a ribbon whose colour changes across it: each pixel is painted once.
fn band(mesh: &mut Mesh, cx: &Cx<'_>, run: &[Along], size: f32, strength: f32) {
    let c = cx.look.on_skin();
    let gold = c.gold.gamma_multiply(0.42 * strength);
    let pale = c.sheet.lerp_to_gamma(c.gold, 0.22).gamma_multiply(0.90 * strength);
    let width = ACROSS.len() as u32;
    for (i, &(at, _)) in run.iter().enumerate() {
        let before = run[i.saturating_sub(1)].0;
        let after = run[(i + 1).min(run.len() - 1)].0;
        let along = (after - before).normalized();
        let across = vec2(-along.y, along.x) * size;
        let row = mesh.vertices.len() as u32;
        for (off, leaf) in ACROSS {
            let color = match leaf {
                Leaf::None => Color32::TRANSPARENT,
                Leaf::Gold => gold,
                Leaf::Pale => pale,
            };
            mesh.vertices.push(Vertex { pos: at + across * off, uv: WHITE_UV, color });
        }
        if i > 0 {
            for k in row..row + width - 1 {
                mesh.add_triangle(k - width, k, k + 1);
                mesh.add_triangle(k - width, k + 1, k + 1 - width);
            }
        }
    }
}
