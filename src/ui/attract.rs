//! The picture that invites while nobody is there: the body turns, one half as tradition tells of it and one as it is
//! built, a story of the needle is told in captions, and one button starts.

mod plan;
mod words;

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::epaint::Mesh;
use eframe::egui::{CornerRadius, Key, Rect, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use self::plan::Plan;
use super::stage::{Picture, glow, picture};
use super::widgets::{focus_ring, icon};
use super::{Caches, Cx};
use crate::body::camera::Camera;
use crate::describe;
use crate::model::{PointCode, Story, StoryStep};
use crate::theme::{Face, Icon};
use crate::visit::{Action, VisitAsk, Waiting};

/// The story that is told.
const STORY: &str = "needle";
/// The point where the needle of the story goes in, as its second step says.
const POINT: &str = "BL23";

/// Shows the picture. A touch anywhere starts.
pub fn attract(ui: &mut Ui, cx: &Cx<'_>, caches: &mut Caches, waiting: &Waiting, out: &mut Vec<Action>) {
    let window = ui.max_rect();
    let moved = vec2(waiting.shift().0, waiting.shift().1);
    let plan = Plan::new(window, moved, cx.finger());
    let anywhere = ui.interact(window, ui.scope_id().with("anywhere"), Sense::CLICK);

    glow(ui, cx, window, plan.seen);
    let told = steps(cx);
    let step = told.as_ref().and_then(|(_, steps)| steps.get(waiting.caption(steps.len())).copied());
    let point = PointCode(POINT.to_owned());
    let camera = Camera { yaw: waiting.yaw(), pitch: 0.0, span: plan.span(cx), target: plan.target(cx) };
    // The first caption tells where it will go in.
    let needle = told.as_ref().is_some_and(|(_, steps)| waiting.caption(steps.len()) > 0).then_some(&point);
    anywhere.widget_info(|| {
        WidgetInfo::labeled(NodeRole::Figure, true, describe::inviting(cx.tr, &camera, !waiting.is_still(), needle))
    });
    let of =
        Picture { camera, area: plan.body, window: plan.seen, fade: plan.fade, needle, moving: !waiting.is_still() };
    picture(ui, cx, &mut caches.stage, &of);

    words::sign(ui, cx, &plan);
    words::question(ui, cx, &plan);
    words::accounts(ui, cx, &plan);
    if let Some(step) = step {
        words::caption(ui, cx, &plan, step);
    }
    let pressed = anywhere.is_pointer_button_down_on();
    let mut begin = start(ui, cx, &plan, pressed).then_some(None);
    for (i, language) in cx.languages.iter().enumerate() {
        if words::language(ui, cx, plan.language(i, cx.languages.len()), &language.name) {
            begin = Some(Some(language.id.clone()));
        }
    }
    words::promise(ui, cx, &plan);
    if waiting.dimmed() > 0.0 {
        let mut mesh = Mesh::with_texture(cx.plain);
        let shade = cx.look.colours().well.gamma_multiply(waiting.dimmed());
        mesh.add_rect_with_uv(window, Rect::ZERO, shade);
        ui.painter().add(Shape::mesh(mesh));
    }
    let free = ui.memory(|memory| memory.focused().is_none());
    let by_key = free && ui.input(|i| i.key_pressed(Key::Enter) || i.key_pressed(Key::Space));
    if begin.is_none() && (anywhere.clicked() || by_key) {
        begin = Some(None);
    }
    out.extend(begin.map(|language| Action::Visit(VisitAsk::Begin(language))));
}

/// The story that is told, and those of its steps that claim something.
fn steps<'a>(cx: &Cx<'a>) -> Option<(&'a Story, Vec<&'a StoryStep>)> {
    let story = cx.catalog.story(STORY)?;
    Some((story, story.steps.iter().filter(|step| step.grade.is_some()).collect()))
}

/// The one button. Whether it was pressed.
fn start(ui: &mut Ui, cx: &Cx<'_>, plan: &Plan, pressed: bool) -> bool {
    let c = cx.look.colours();
    let name = cx.tr.text("attract-start");
    let response = ui.interact(plan.start, ui.scope_id().with("start"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(NodeRole::Button, true, &name));
    let pressed = pressed || response.is_pointer_button_down_on();
    let shape = if pressed { plan.start.shrink2(plan.start.size() * 0.01) } else { plan.start };
    let fill = c.ink.lerp_to_gamma(c.onfill, if pressed { 0.16 } else { 0.0 });
    let round = CornerRadius::same((plan.start.height() * 0.5).min(255.0) as u8);
    ui.painter().rect(shape, round, fill, Stroke::NONE, StrokeKind::Inside);
    let word = words::line(ui, name, Face::SansSemibold, plan.points(50.0), c.onfill);
    let hand = icon(ui, Icon::Hand, plan.points(56.0), c.onfill);
    let gap = plan.points(28.0);
    let left = shape.center().x - (word.size().x + gap + hand.size().x) * 0.5;
    let y = |height: f32| shape.center().y - height * 0.5;
    let after = left + hand.size().x + gap;
    ui.painter().galley(pos2(left, y(hand.size().y)), hand.clone(), c.onfill);
    ui.painter().galley(pos2(after, y(word.size().y)), word.clone(), c.onfill);
    focus_ring(ui.painter(), cx.look, &response, round.nw);
    response.clicked()
}
