//! Calm drawings beside the ideas of tradition: ink, a little cinnabar and gold, nothing that shines.

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::epaint::{Mesh, Vertex, WHITE_UV};
use eframe::egui::{Color32, Painter, Pos2, Rect, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::super::Cx;
use super::super::widgets::job;
use crate::model::Sketch;
use crate::theme::Role;

/// The proportions of a drawing.
const WIDE: f32 = 2.0;

/// Shows a drawing as wide as there is room, with a sentence for those who do not see it.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, drawing: Sketch) {
    let width = ui.available_width().min(440.0);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), width / WIDE), Sense::HOVER);
    let key = match drawing {
        Sketch::Breath => "qi-drawing-breath",
        Sketch::Hill => "qi-drawing-hill",
        Sketch::River => "qi-drawing-river",
        Sketch::Phases => "qi-drawing-phases",
        Sketch::Map => "qi-drawing-map",
    };
    let said = cx.tr.text(key);
    response.widget_info(|| WidgetInfo::labeled(NodeRole::Image, true, &said));
    let pen = Pen { painter: ui.painter(), cx, rect: Rect::from_min_size(rect.min, vec2(width, width / WIDE)) };
    match drawing {
        Sketch::Breath => breath(&pen),
        Sketch::Hill => hill(&pen),
        Sketch::River => river(&pen),
        Sketch::Phases => phases(&pen),
        Sketch::Map => map(&pen),
    }
}

/// Draws in a field that is two wide and one high.
struct Pen<'a> {
    painter: &'a Painter,
    cx: &'a Cx<'a>,
    rect: Rect,
}

impl Pen<'_> {
    fn at(&self, x: f32, y: f32) -> Pos2 {
        self.rect.min + vec2(x, y) * self.rect.height()
    }

    fn long(&self, share: f32) -> f32 {
        share * self.rect.height()
    }

    /// A smooth line through some places, of changing width, as a brush draws it.
    fn brush(&self, through: &[(f32, f32)], width: (f32, f32), colour: Color32) {
        let path = smooth(&through.iter().map(|&(x, y)| self.at(x, y)).collect::<Vec<_>>());
        let mut mesh = Mesh::default();
        let last = path.len().saturating_sub(1).max(1);
        for (i, &pos) in path.iter().enumerate() {
            let share = i as f32 / last as f32;
            let way = (path[(i + 1).min(last)] - path[i.saturating_sub(1)]).normalized();
            let half = self.long(width.0 + (width.1 - width.0) * share) * 0.5;
            // Soft at both ends, with a feather of one point.
            let tip = (share * 14.0).min((1.0 - share) * 14.0).min(1.0).sqrt();
            let across = vec2(-way.y, way.x);
            for (out, color) in [
                (-(half * tip + 0.7), Color32::TRANSPARENT),
                (-(half * tip - 0.3).max(0.0), colour),
                ((half * tip - 0.3).max(0.0), colour),
                (half * tip + 0.7, Color32::TRANSPARENT),
            ] {
                mesh.vertices.push(Vertex { pos: pos + across * out, uv: WHITE_UV, color });
            }
            if i > 0 {
                let row = i as u32 * 4;
                for column in 0..3 {
                    mesh.add_triangle(row - 4 + column, row + column, row - 3 + column);
                    mesh.add_triangle(row - 3 + column, row + column, row + 1 + column);
                }
            }
        }
        self.painter.add(Shape::mesh(mesh));
    }

    /// The ground between a line and a level, in one wash that fades downward.
    fn land(&self, through: &[(f32, f32)], level: f32, colour: Color32) {
        let path = smooth(&through.iter().map(|&(x, y)| self.at(x, y)).collect::<Vec<_>>());
        let foot = self.at(0.0, level).y;
        let mut mesh = Mesh::default();
        for (i, &pos) in path.iter().enumerate() {
            mesh.vertices.push(Vertex { pos, uv: WHITE_UV, color: colour });
            let below = pos2(pos.x, foot.max(pos.y));
            mesh.vertices.push(Vertex { pos: below, uv: WHITE_UV, color: colour.gamma_multiply(0.25) });
            if i > 0 {
                let row = i as u32 * 2;
                mesh.add_triangle(row - 2, row, row - 1);
                mesh.add_triangle(row - 1, row, row + 1);
            }
        }
        self.painter.add(Shape::mesh(mesh));
    }

    fn word(&self, x: f32, y: f32, text: &str, colour: Color32) {
        let format = self.cx.look.scale.format(Role::Label, colour);
        let galley = self.painter.layout_job(job([(text, format)]));
        self.painter.galley(self.at(x, y) - galley.size() * 0.5, galley, colour);
    }

    fn disc(&self, x: f32, y: f32, radius: f32, fill: Color32, edge: Stroke) {
        self.painter.circle(self.at(x, y), self.long(radius), fill, edge);
    }
}

/// A Catmull-Rom curve through some places.
fn smooth(places: &[Pos2]) -> Vec<Pos2> {
    const STEPS: u16 = 12;
    let at = |i: isize| places[i.clamp(0, places.len() as isize - 1) as usize].to_vec2();
    let mut path = Vec::new();
    for i in 0..places.len() as isize - 1 {
        let (a, b, c, d) = (at(i - 1), at(i), at(i + 1), at(i + 2));
        for step in 0..STEPS {
            let t = f32::from(step) / f32::from(STEPS);
            let curve: Vec2 = b * 2.0
                + (c - a) * t
                + (a * 2.0 - b * 5.0 + c * 4.0 - d) * (t * t)
                + (b * 3.0 - a - c * 3.0 + d) * (t * t * t);
            path.push((curve * 0.5).to_pos2());
        }
    }
    path.extend(places.last());
    path
}

/// Steam over a bowl of rice.
fn breath(pen: &Pen<'_>) {
    let c = pen.cx.look.colours();
    let steam = c.gold.gamma_multiply(0.75);
    for (x, lean, high) in [(0.82, -0.04, 0.12), (1.0, 0.05, 0.04), (1.18, 0.03, 0.16)] {
        pen.brush(
            &[
                (x, 0.56),
                (x - 0.05, 0.46),
                (x + 0.06 + lean, 0.35),
                (x - 0.03 + lean, 0.24),
                (x + 0.05 + lean * 2.0, high),
            ],
            (0.042, 0.008),
            steam,
        );
    }
    let bowl: Vec<(f32, f32)> = vec![(0.62, 0.64), (0.66, 0.79), (0.80, 0.90), (1.0, 0.93)];
    let other: Vec<(f32, f32)> = vec![(1.38, 0.64), (1.34, 0.79), (1.20, 0.90), (1.0, 0.93)];
    pen.land(&[(0.70, 0.63), (0.82, 0.585), (1.0, 0.565), (1.18, 0.585), (1.30, 0.63)], 0.66, c.sheet);
    pen.brush(&[(0.66, 0.63), (0.80, 0.585), (1.0, 0.565), (1.2, 0.585), (1.34, 0.63)], (0.012, 0.016), c.ink2);
    for (x, y) in [(0.84, 0.61), (0.93, 0.595), (1.02, 0.61), (1.11, 0.60), (1.19, 0.615), (0.97, 0.625), (1.07, 0.63)]
    {
        pen.brush(&[(x, y), (x + 0.015, y - 0.006), (x + 0.03, y - 0.004)], (0.011, 0.006), c.ink3);
    }
    pen.brush(&bowl, (0.03, 0.022), c.ink);
    pen.brush(&other, (0.022, 0.022), c.ink);
    pen.brush(&[(0.56, 0.64), (0.8, 0.665), (1.2, 0.665), (1.44, 0.64)], (0.03, 0.016), c.ink);
    pen.brush(&[(0.84, 0.95), (1.0, 0.965), (1.16, 0.95)], (0.026, 0.02), c.ink);
    pen.brush(&[(0.72, 0.77), (0.86, 0.82), (1.0, 0.83), (1.14, 0.82), (1.28, 0.77)], (0.012, 0.012), c.trad);
}

/// A hill with the sun over one side.
fn hill(pen: &Pen<'_>) {
    let c = pen.cx.look.colours();
    pen.disc(1.52, 0.22, 0.1, c.tradtint, Stroke::new(pen.cx.look.tokens.stroke(2.4), c.trad));
    let crest = (0.98, 0.22);
    pen.land(&[(0.18, 0.9), (0.45, 0.72), (0.72, 0.42), crest], 0.91, c.ink2.gamma_multiply(0.55));
    pen.land(&[crest, (1.2, 0.4), (1.5, 0.7), (1.84, 0.9)], 0.91, c.gold.gamma_multiply(0.28));
    for (from, to) in [((0.42, 0.83), (0.62, 0.62)), ((0.56, 0.86), (0.78, 0.56)), ((0.72, 0.88), (0.9, 0.52))] {
        let middle = ((from.0 + to.0) * 0.5 + 0.01, (from.1 + to.1) * 0.5 + 0.02);
        pen.brush(&[from, middle, to], (0.012, 0.005), c.ink.gamma_multiply(0.65));
    }
    pen.brush(
        &[(0.14, 0.91), (0.45, 0.72), (0.72, 0.42), crest, (1.2, 0.4), (1.5, 0.7), (1.88, 0.91)],
        (0.03, 0.016),
        c.ink,
    );
    pen.word(0.42, 0.44, &pen.cx.tr.text("qi-yin"), c.ink);
    pen.word(1.5, 0.46, &pen.cx.tr.text("qi-yang"), c.trad);
}

/// A river with side arms, pools and towns.
fn river(pen: &Pen<'_>) {
    let c = pen.cx.look.colours();
    let main = [(0.1, 0.3), (0.45, 0.24), (0.78, 0.44), (1.1, 0.42), (1.42, 0.62), (1.9, 0.66)];
    let arms: [&[(f32, f32)]; 3] = [
        &[(0.3, 0.9), (0.44, 0.68), (0.66, 0.56), (0.86, 0.46)],
        &[(0.95, 0.06), (1.0, 0.22), (1.1, 0.34), (1.2, 0.46)],
        &[(1.12, 0.94), (1.3, 0.84), (1.42, 0.72), (1.52, 0.64)],
    ];
    for (widen, colour) in [(0.03, c.gold), (0.0, c.sheet.lerp_to_gamma(c.gold, 0.22))] {
        for arm in arms {
            pen.brush(arm, (0.014 + widen, 0.036 + widen), colour);
        }
        pen.brush(&main, (0.034 + widen, 0.086 + widen), colour);
    }
    let stream = c.trad.gamma_multiply(0.85);
    pen.brush(&main, (0.008, 0.016), stream);
    let edge = Stroke::new(pen.cx.look.tokens.stroke(1.8), c.ink);
    for (x, y) in [(0.45, 0.24), (0.84, 0.45), (1.2, 0.48), (1.5, 0.635), (1.0, 0.22), (0.44, 0.68), (1.3, 0.84)] {
        pen.disc(x, y, 0.03, c.sheet, edge);
    }
}

/// Five phases in a ring, each leading on to the next.
fn phases(pen: &Pen<'_>) {
    let c = pen.cx.look.colours();
    let names = ["qi-wood", "qi-fire", "qi-earth", "qi-metal", "qi-water"].map(|key| pen.cx.tr.text(key));
    let signs = ["木", "火", "土", "金", "水"];
    let place = |turn: f32, radius: f32| {
        let (sin, cos) = ((turn / 5.0 - 0.25) * std::f32::consts::TAU).sin_cos();
        (1.0 + cos * radius * 1.5, 0.52 + sin * radius)
    };
    for i in 0..5u8 {
        let from = f32::from(i);
        let apart = |a: (f32, f32), b: (f32, f32)| (a.0 - b.0).hypot(a.1 - b.1);
        let (here, there) = (place(from, 0.37), place(from + 1.0, 0.37));
        let arc: Vec<(f32, f32)> = (0..=40u8)
            .map(|k| place(from + f32::from(k) / 40.0, 0.37))
            .filter(|&at| apart(at, here) > 0.15 && apart(at, there) > 0.2)
            .collect();
        let [.., before, tip] = arc[..] else { continue };
        pen.brush(&arc, (0.012, 0.02), c.trad);
        let (tip, before) = (pen.at(tip.0, tip.1), pen.at(before.0, before.1));
        let way = (tip - before).normalized();
        let side = vec2(-way.y, way.x) * pen.long(0.026);
        let head = vec![tip + way * pen.long(0.045), tip + side, tip - side];
        pen.painter.add(Shape::convex_polygon(head, c.trad, Stroke::NONE));
    }
    for (i, (sign, name)) in (0u8..).zip(signs.into_iter().zip(&names)) {
        let (x, y) = place(f32::from(i), 0.37);
        pen.disc(x, y, 0.115, c.tradtint, Stroke::new(pen.cx.look.tokens.stroke(1.6), c.ink));
        let format = pen.cx.look.scale.format_in(Role::Heading, crate::theme::Face::Serif, 1.0, c.ink);
        let sign = pen.painter.layout_job(job([(sign, format)]));
        pen.painter.galley(pen.at(x, y) - sign.size() * 0.5, sign, c.ink);
        let out = if x < 0.95 { -0.3 } else { 0.3 };
        let (dx, dy) = if i == 0 { (0.3, -0.02) } else { (out, 0.0) };
        pen.word(x + dx, y + dy, name, c.ink2);
    }
}

/// The land, and a map of it laid over.
fn map(pen: &Pen<'_>) {
    let c = pen.cx.look.colours();
    let hills = [(0.02, 0.82), (0.3, 0.36), (0.55, 0.56), (0.9, 0.2), (1.3, 0.6), (1.6, 0.4), (1.98, 0.82)];
    pen.land(&hills, 0.82, c.gold.gamma_multiply(0.24));
    pen.brush(&hills, (0.022, 0.014), c.ink2);
    let sheet = Rect::from_min_max(pen.at(0.72, 0.42), pen.at(1.62, 0.96));
    let edge = Stroke::new(pen.cx.look.tokens.stroke(1.6), c.ink);
    let lift = pen.long(0.05);
    let corners = [
        sheet.left_top(),
        sheet.center_top() + vec2(0.0, lift),
        sheet.right_top(),
        sheet.right_bottom(),
        sheet.center_bottom() + vec2(0.0, lift),
        sheet.left_bottom(),
    ];
    let halves = [[0, 1, 4, 5], [1, 2, 3, 4]];
    for (half, shade) in halves.into_iter().zip([c.sheet, c.sheet.lerp_to_gamma(c.well, 0.5)]) {
        pen.painter.add(Shape::convex_polygon(half.map(|i| corners[i]).to_vec(), shade, edge));
    }
    pen.brush(
        &[(0.8, 0.86), (0.95, 0.72), (1.1, 0.78), (1.26, 0.64), (1.4, 0.7), (1.54, 0.54)],
        (0.014, 0.014),
        c.trad,
    );
    let dot = Stroke::new(pen.cx.look.tokens.stroke(1.6), c.ink);
    for (x, y) in [(0.95, 0.72), (1.26, 0.64), (1.54, 0.54)] {
        pen.disc(x, y, 0.026, c.sheet, dot);
    }
}
