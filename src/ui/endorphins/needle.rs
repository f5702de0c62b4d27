//! The needle at its point on the body, drawn larger than it is, with a handle to hold and turn.

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::epaint::Mesh;
use eframe::egui::{Painter, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, vec2};

use super::super::Cx;
use super::super::widgets::focus_ring;
use super::curve::ease;
use super::plan::LoupePlace;
use super::scene::Scene;
use crate::sim::{Handling, Method};
use crate::visit::{Action, NeedleAsk};

/// Lengths in points for a figure of usual size: what shows of the shaft when it is in and when it is out, the handle.
const SHAFT_IN: f32 = 84.0;
const SHAFT_OUT: f32 = 90.0;
const HANDLE: f32 = 56.0;
/// How far the tip hovers over the skin before it goes in, and how far at the least, in points: clear of the mark there.
const HOVERS: f32 = 30.0;
const CLEAR: f32 = 24.0;
/// A press that lasts longer than this holds the needle; a shorter one switches turning over, in seconds.
const HOLD: f64 = 0.5;

/// Where the needle is on screen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// The point on the skin.
    pub(super) skin: Pos2,
    /// Which way it stands out of the skin.
    pub(super) out: Vec2,
    /// How large it is drawn, 1 on a figure of usual size.
    pub(super) size: f32,
}

impl Place {
    /// The same needle, but steeper where it would reach further to the right than this.
    pub(super) fn left_of(self, right: f32) -> Self {
        let reach = self.hover() + (SHAFT_OUT + HANDLE + 8.0) * self.size;
        let most = ((right - self.skin.x) / reach).clamp(0.0, 1.0);
        if self.out.x <= most { self } else { Self { out: vec2(most, -(1.0 - most * most).sqrt()), ..self } }
    }

    /// How far a place lies from what shows of the needle.
    pub(super) fn distance(&self, scene: &Scene, at: Pos2) -> f32 {
        let (tip, _, end) = self.ends(scene);
        let along = ((at - tip).dot(self.out)).clamp(0.0, tip.distance(end));
        at.distance(tip + self.out * along)
    }

    fn hover(&self) -> f32 {
        (HOVERS * self.size).max(CLEAR)
    }

    fn ends(&self, scene: &Scene) -> (Pos2, Pos2, Pos2) {
        let into = if scene.pretend { 0.0 } else { ease(scene.depth) };
        let tip = self.skin + self.out * self.hover() * (1.0 - ease(scene.depth));
        let neck = tip + self.out * (SHAFT_OUT + (SHAFT_IN - SHAFT_OUT) * into) * self.size;
        (tip, neck, neck + self.out * HANDLE * self.size)
    }
}

/// Paints the needle.
pub(super) fn paint(painter: &Painter, cx: &Cx<'_>, place: &Place, scene: &Scene, turning: bool) {
    let p = &cx.look.tokens.plate;
    let (tip, neck, end) = place.ends(scene);
    let across = vec2(-place.out.y, place.out.x);
    let size = place.size;
    // The needle's shadow on the skin, and its own body: dark edge, steel, light.
    let cast = vec2(3.0, 5.0) * size;
    painter.line_segment([tip, neck + cast], Stroke::new(3.0 * size, p.steel_line.gamma_multiply(0.16)));
    painter.line_segment([tip, neck], Stroke::new(cx.look.tokens.stroke(4.6) * size, p.steel_line));
    painter.line_segment([tip, neck], Stroke::new(2.6 * size, p.steel));
    painter.line_segment([tip - across * 0.5, neck - across * 0.5], Stroke::new(1.0 * size, p.steel_light));
    let wide = 5.4 * size;
    let side = |far: f32, to: f32| neck + place.out * far * size + across * to;
    let body = vec![side(0.0, -wide * 0.7), side(4.0, -wide), side(HANDLE - 3.0, -wide), side(HANDLE, -wide * 0.6)]
        .into_iter()
        .chain([side(HANDLE, wide * 0.6), side(HANDLE - 3.0, wide), side(4.0, wide), side(0.0, wide * 0.7)]);
    let edge = Stroke::new(cx.look.tokens.stroke(1.4), p.handle_line);
    painter.add(Shape::convex_polygon(body.collect(), p.handle, edge));
    windings(painter, cx, scene, &side, wide);
    painter.circle(end + place.out * 3.6 * size, 3.8 * size, p.handle, edge);
    if turning {
        arrow(painter, cx, place, neck + place.out * HANDLE * size * 0.62);
    }
    if scene.current {
        wire(painter, cx, place, end);
    }
}

/// Wire wound round the handle: the windings go round as it turns.
fn windings(painter: &Painter, cx: &Cx<'_>, scene: &Scene, side: &dyn Fn(f32, f32) -> Pos2, wide: f32) {
    let p = &cx.look.tokens.plate;
    let gap = 4.4;
    let moved = (scene.turn / std::f32::consts::TAU).rem_euclid(1.0) * gap;
    let mut far = 4.0 + moved;
    while far < HANDLE - 5.0 {
        let line = [side(far - 1.2, -wide), side(far + 1.4, wide)];
        painter.line_segment(line, Stroke::new(1.3, p.handle_line.gamma_multiply(0.85)));
        far += gap;
    }
    let light = [side(5.0, -wide * 0.45), side(HANDLE - 5.0, -wide * 0.45)];
    painter.line_segment(light, Stroke::new(1.4, p.steel_light.gamma_multiply(0.35)));
}

/// An arrow round the handle.
fn arrow(painter: &Painter, cx: &Cx<'_>, place: &Place, middle: Pos2) {
    let across = vec2(-place.out.y, place.out.x);
    let at =
        |angle: f32| middle + across * angle.cos() * 15.0 * place.size + place.out * angle.sin() * 6.5 * place.size;
    let line: Vec<Pos2> = (0..=20u8).map(|i| at(-2.5 + f32::from(i) / 20.0 * 4.5)).collect();
    let (ink, paper) = (cx.look.colours().ink, cx.look.colours().sheet);
    painter.line(line.clone(), Stroke::new(4.6, paper.gamma_multiply(0.9)));
    painter.line(line.clone(), Stroke::new(cx.look.tokens.stroke(2.0), ink));
    if let [.., before, tip] = line[..] {
        head(painter, tip, (tip - before).normalized(), 7.5 * place.size, ink);
    }
}

/// The head of an arrow.
pub(super) fn head(painter: &Painter, tip: Pos2, along: Vec2, size: f32, colour: eframe::egui::Color32) {
    let across = vec2(-along.y, along.x);
    let mut mesh = Mesh::default();
    for at in [
        tip + along * size * 0.6,
        tip - along * size * 0.5 + across * size * 0.55,
        tip - along * size * 0.5 - across * size * 0.55,
    ] {
        mesh.colored_vertex(at, colour);
    }
    mesh.add_triangle(0, 1, 2);
    painter.add(Shape::mesh(mesh));
}

/// A wire to the machine.
fn wire(painter: &Painter, cx: &Cx<'_>, place: &Place, end: Pos2) {
    let (ink, paper) = (cx.look.colours().ink, cx.look.colours().sheet);
    let from = end + place.out * 3.0 * place.size;
    let line = super::curve::smooth(&[
        from,
        from + vec2(14.0, -4.0) * place.size,
        from + vec2(20.0, 16.0) * place.size,
        from + vec2(36.0, 26.0) * place.size,
    ]);
    painter.line(line.clone(), Stroke::new(4.4, paper));
    painter.line(line, Stroke::new(cx.look.tokens.stroke(2.0), ink));
}

/// Lets the visitor hold the handle: it turns while it is held, and a tap switches turning over.
///
/// A loupe keeps its place: where one is near, the handle is taken hold of beside it.
pub(super) fn handle(ui: &Ui, cx: &Cx<'_>, place: &Place, scene: &Scene, loupes: &[LoupePlace], out: &mut Vec<Action>) {
    let (_, neck, end) = place.ends(scene);
    let mut rect = Rect::from_center_size(neck + (end - neck) * 0.5, Vec2::splat(64.0));
    for loupe in loupes.iter().map(LoupePlace::square) {
        if loupe.intersects(rect) {
            rect = rect.translate(vec2(loupe.left() - rect.right(), 0.0));
        }
    }
    let response = ui.interact(rect, ui.scope_id().with("needle"), Sense::click_and_drag());
    let turned = super::turns(cx);
    let name = cx.tr.text("endo-handle");
    response.widget_info(|| WidgetInfo::selected(NodeRole::Button, true, turned, &name));
    focus_ring(ui.painter(), cx.look, &response, 32);
    hold(ui, cx, &response, out);
    response.on_hover_text(name);
}

/// What a press on something that turns the needle means.
pub(super) fn hold(ui: &Ui, cx: &Cx<'_>, response: &Response, out: &mut Vec<Action>) {
    let settings = cx.visit.needling.visit.settings();
    if settings.method != Method::ByHand {
        return;
    }
    let turned = super::turns(cx);
    // Whether it was turned before the press, and when that was.
    let id = response.id.with("press");
    let now = ui.input(|i| i.time);
    let press = ui.data(|d| d.get_temp::<(bool, f64)>(id));
    if response.is_pointer_button_down_on() {
        if press.is_none() {
            ui.data_mut(|d| d.insert_temp(id, (turned, now)));
            start(cx, out);
        }
    } else if let Some((before, since)) = press {
        ui.data_mut(|d| d.remove_temp::<(bool, f64)>(id));
        if before || now - since > HOLD {
            out.push(Action::Needle(NeedleAsk::Turn(Handling::Still)));
        }
    } else if response.clicked() {
        // By key or by screen reader: no press was seen.
        toggle(cx, out);
    }
}

/// A tap on the needle itself, where no handle lies on it: it goes in and turns, and is let rest again.
pub(super) fn tap(cx: &Cx<'_>, out: &mut Vec<Action>) {
    if cx.visit.needling.visit.settings().method == Method::ByHand || !cx.visit.needling.needle_is_in() {
        toggle(cx, out);
    }
}

/// Lets a needle that is turned rest, and begins to turn any other.
fn toggle(cx: &Cx<'_>, out: &mut Vec<Action>) {
    if super::turns(cx) {
        out.push(Action::Needle(NeedleAsk::Turn(Handling::Still)));
    } else {
        start(cx, out);
    }
}

/// Begins to turn; a needle that is out goes in first.
fn start(cx: &Cx<'_>, out: &mut Vec<Action>) {
    if !cx.visit.needling.needle_is_in() {
        super::put_in(cx, out);
    } else if !super::is_still(cx) {
        super::run(cx, out);
    }
    out.push(Action::Needle(NeedleAsk::Turn(Handling::Turned)));
}
