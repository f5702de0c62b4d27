//! The endorphin panel: from needle to brain and back, to be worked with one's own hands.
//!
//! The pictures are functions of a [`scene::Scene`], which is read from the model; time comes in through the visit
//! alone. Nothing here moves by itself.

mod at_brake;
mod at_gate;
mod at_needle;
mod brain;
mod course;
mod curve;
mod detail;
mod disc;
mod figure;
mod loupe;
mod meter;
mod more;
mod needle;
mod panel;
mod plan;
mod scene;
mod signals;
mod stage;
mod timeline;
mod tries;

use eframe::egui::{Rect, Response, Ui, UiBuilder, vec2};

use self::plan::{Plan, Shape};
use super::scroll::filling;
use super::widgets::Badge;
use super::{Cx, sheet};
use crate::body::figure::Marker;
use crate::describe;
use crate::model::{Grade, Mechanism, Side};
use crate::sim::{Clock, Experiment, Handling, Method, Needle, Who, Work};
use crate::store::settings::Motion;
use crate::visit::{Action, Loupe, NeedleAsk};

/// How many points one can choose from.
const POINTS: usize = 6;

/// Pictures that are kept between frames. It holds nothing of the visitor.
#[derive(Debug, Default)]
pub struct EndorphinCache {
    figure: figure::Kept,
    grounds: loupe::Grounds,
}

/// Shows the section.
pub(super) fn endorphins(ui: &mut Ui, cx: &Cx<'_>, cache: &mut EndorphinCache, rect: Rect, out: &mut Vec<Action>) {
    if is_still(cx) && cx.visit.needling.runs() {
        out.push(Action::Needle(NeedleAsk::Run(false)));
    }
    if cx.bare {
        stage::ground(ui, cx, rect, rect);
        return stage::stage(ui, cx, cache, rect, out);
    }
    match Plan::of(rect).shape {
        Shape::Close { stage, sheet: paper } if !is_read(cx) => {
            let alone = Cx { bare: true, ..*cx };
            stage::ground(ui, &alone, rect, stage);
            ui.scope_builder(UiBuilder::new().max_rect(stage).id_salt("stage"), |ui| {
                stage::stage(ui, &alone, cache, stage, out);
            });
            ui.scope_builder(UiBuilder::new().max_rect(paper).id_salt("sheet"), |ui| {
                sheet::on_paper(ui, cx, |ui| sheet::scroll(ui, cx, &what(cx), |ui| panel::panel(ui, cx, true, out)));
            });
        }
        Shape::Close { .. } | Shape::Column => {
            let stage = plan::column(rect.width());
            stage::ground(ui, cx, rect, rect);
            let inner = rect.shrink2(vec2(12.0, 6.0));
            ui.scope_builder(UiBuilder::new().max_rect(inner).id_salt("endorphins"), |ui| {
                filling(ui, cx, what(cx), |ui| {
                    ui.spacing_mut().item_spacing.y = 8.0;
                    let size = vec2(ui.available_width(), stage);
                    let (room, _) = ui.allocate_exact_size(size, eframe::egui::Sense::hover());
                    ui.scope_builder(UiBuilder::new().max_rect(room).id_salt("stage"), |ui| {
                        // What is painted counts as well as what is laid out: the words begin below it.
                        ui.expand_to_include_rect(room);
                        stage::stage(ui, cx, cache, room, out);
                    });
                    panel::panel(ui, cx, false, out);
                    ui.add_space(12.0);
                });
            });
        }
        Shape::Two { stage, sheet: paper } => {
            stage::ground(ui, cx, rect, stage);
            ui.scope_builder(UiBuilder::new().max_rect(stage).id_salt("stage"), |ui| {
                stage::stage(ui, cx, cache, stage, out);
            });
            ui.scope_builder(UiBuilder::new().max_rect(paper).id_salt("sheet"), |ui| {
                sheet::on_paper(ui, cx, |ui| sheet::scroll(ui, cx, &what(cx), |ui| panel::panel(ui, cx, false, out)));
            });
        }
    }
}

/// Whether the picture has no room for words of its own.
pub(super) fn is_small(room: Rect) -> bool {
    !matches!(Plan::of(room).shape, Shape::Two { .. })
}

/// Whether the picture is one to read: the graph of the course, or one thing large.
fn is_read(cx: &Cx<'_>) -> bool {
    cx.visit.needling.clock == Clock::Course || cx.visit.needling.open.is_some()
}

/// What the sheet shows, so that each thing keeps its own place while one scrolls.
fn what(cx: &Cx<'_>) -> String {
    format!("{:?} {:?}", cx.visit.needling.clock, cx.visit.needling.open)
}

/// Whether nothing may move by itself.
fn is_still(cx: &Cx<'_>) -> bool {
    cx.settings.motion == Motion::Reduced
}

/// Puts the needle in and lets time run; where nothing may move, goes on by one step.
fn put_in(cx: &Cx<'_>, out: &mut Vec<Action>) {
    out.push(Action::Needle(NeedleAsk::PutIn));
    run(cx, out);
}

/// Lets time run, or goes on by one step.
fn run(cx: &Cx<'_>, out: &mut Vec<Action>) {
    out.push(Action::Needle(if is_still(cx) { NeedleAsk::StepOn } else { NeedleAsk::Run(true) }));
}

/// Lets what was just tried show its effect: on a needle that is turned, as most studies did it, and from the beginning
/// where the needle is out. What comes of it later would lie beside what was before it, and could not be compared.
fn show_effect(cx: &Cx<'_>, out: &mut Vec<Action>) {
    let panel = &cx.visit.needling;
    if !panel.needle_is_in() {
        out.extend([NeedleAsk::Restart, NeedleAsk::PutIn].map(Action::Needle));
    }
    if panel.visit.settings().method == Method::ByHand && !turns(cx) {
        out.push(Action::Needle(NeedleAsk::Turn(Handling::Turned)));
    }
    run(cx, out);
}

/// Whether the needle is in and a hand turns it.
fn turns(cx: &Cx<'_>) -> bool {
    let (panel, settings) = (&cx.visit.needling, cx.visit.needling.visit.settings());
    panel.needle_is_in() && settings.method == Method::ByHand && settings.handling == Handling::Turned
}

/// The ids of the steps that a loupe shows, the one it is named after first.
fn steps_of(loupe: Loupe) -> &'static [&'static str] {
    match loupe {
        Loupe::Needle => &["winding", "deqi", "adenosine"],
        Loupe::Gate => &["gate", "fibres", "ascending"],
        Loupe::Brake => &["brake", "opioids"],
    }
}

/// The grade that one badge for several steps may wear: the most doubtful, so that no step looks surer than it is.
fn most_doubtful(steps: &[&Mechanism]) -> Option<Grade> {
    let doubt = |grade: &Grade| match grade {
        Grade::Anatomy => 0,
        Grade::People => 1,
        Grade::Tradition => 2,
        Grade::Animals => 3,
        Grade::Idea => 4,
        Grade::Disputed => 5,
    };
    steps.iter().filter_map(|step| step.grade).max_by_key(doubt)
}

/// The badge of a thing, which opens what bears it.
fn badge(ui: &mut Ui, cx: &Cx<'_>, grade: Option<Grade>, of: &str) -> Response {
    let word = describe::grade(cx.tr, grade);
    let name = cx.tr.text_with("endo-badge", &[("grade", word.as_str().into()), ("of", of.into())]);
    Badge::new(ui, cx.look, grade, &word).button(ui, &name)
}

/// The name of a loupe.
fn name_of(cx: &Cx<'_>, loupe: Loupe) -> String {
    cx.tr.text(match loupe {
        Loupe::Needle => "endo-loupe-needle",
        Loupe::Gate => "endo-loupe-gate",
        Loupe::Brake => "endo-loupe-brake",
    })
}

/// The points one can choose: those of most use at the back of the waist, on the near side, from above.
fn points<'a>(cx: &Cx<'a>) -> Vec<&'a Marker> {
    let Some(figure) = cx.figure else { return Vec::new() };
    let place = |id: &str| figure.landmarks.get(id).map(|at| at.y);
    let (Some(top), Some(low)) = (place("T12_lower"), place("S2_spine")) else { return Vec::new() };
    let mut all: Vec<&Marker> = figure
        .markers
        .iter()
        .filter(|m| m.low_back && m.key.side != Side::Right && m.key.number == 1)
        .filter(|m| m.normal.z < -0.3 && (low..top).contains(&m.position.y))
        .collect();
    // The few that trials used most: more would hide each other, and the choice makes no difference here.
    all.sort_by_key(|m| m.rank);
    all.truncate(POINTS);
    all.sort_by(|a, b| b.position.y.total_cmp(&a.position.y).then(a.key.cmp(&b.key)));
    all
}

/// The point that the needle is at: the chosen one, or the one that trials used most.
fn point<'a>(cx: &Cx<'a>) -> Option<&'a Marker> {
    let all = points(cx);
    let chosen = cx.visit.needling.visit.settings().point.as_ref();
    let known = all.iter().copied().find(|m| Some(&m.key.code) == chosen);
    known.or_else(|| all.into_iter().min_by_key(|m| m.rank))
}

/// What the pictures show now, read from the model.
fn scene(cx: &Cx<'_>) -> scene::Scene {
    let panel = &cx.visit.needling;
    let (settings, state) = (panel.visit.settings(), panel.visit.shown());
    let in_it = |experiment| settings.is_on(experiment, settings.who);
    let before = crate::sim::State::BEFORE;
    scene::Scene {
        depth: panel.depth(),
        turn: panel.turned(),
        winding: state.tissue_winding,
        adenosine: state.adenosine,
        firing: state.ache_signal.max(state.touch_signal),
        flow: state.blood_flow,
        gate: state.gate,
        pain: state.ascending / before.ascending,
        up: state.ache_signal.max(state.touch_signal),
        brake: state.brake,
        opioids: state.opioid_action,
        docks_closed: in_it(Experiment::BlockOpioids),
        no_switch: in_it(Experiment::NoAdenosineReceptor),
        pretend: settings.needle == Needle::In && panel.visit.work() == Work::Pretend
            || in_it(Experiment::PretendNeedle) && settings.who == Who::People,
        current: panel.needle_is_in() && matches!(settings.method, Method::Electrical(_)),
        seconds: panel.seconds(),
        still: is_still(cx),
    }
}
