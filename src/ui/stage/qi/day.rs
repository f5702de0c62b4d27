//! The channel of the hour on the body: lit and flowing, the others faint. A touch on another lights that one.

use eframe::egui::{Painter, PointerButton, Pos2, Response, Stroke};

use super::super::super::Cx;
use super::super::channels::runs;
use super::super::flow;
use super::super::seen::Seen;
use super::{reach, stands_still};
use crate::body::camera::{Area, Camera};
use crate::body::figure::Figure;
use crate::body::straighten::beside;
use crate::describe;
use crate::sim::flow::Course;
use crate::visit::Action;

/// How strongly the others show.
const FAINT: f32 = 0.35;

/// Shows the channels and reads touches on them.
#[allow(clippy::too_many_arguments, reason = "a frame's facts, each used once")]
pub(super) fn show(
    painter: &Painter,
    cx: &Cx<'_>,
    figure: &Figure,
    seen: &Seen<'_>,
    camera: &Camera,
    area: Area,
    response: &Response,
    out: &mut Vec<Action>,
) {
    let lit = cx.visit.channel(cx.catalog, Some(cx.hour)).map(|channel| channel.id.as_str());
    quiet(painter, cx, figure, seen, camera, area, lit);
    let course = Course::free(cx.visit.qi.phase()).sized(camera.scale(area));
    let strokes = figure.strokes.iter().filter(|s| Some(s.channel.as_str()) == lit);
    let bands = strokes.flat_map(|stroke| runs(stroke, seen, camera, area)).collect();
    flow::paint_all(painter, cx, bands, &course, stands_still(cx));
    if let Some(at) = response.interact_pointer_pos().filter(|_| response.clicked_by(PointerButton::Primary))
        && let Some(ask) =
            touched(figure, seen, camera, area, at, reach(cx)).and_then(|id| describe::qi::ask_for(cx.catalog, id))
    {
        out.push(Action::Qi(ask));
    }
}

/// The lines of all channels but one, faint.
pub(super) fn quiet(
    painter: &Painter,
    cx: &Cx<'_>,
    figure: &Figure,
    seen: &Seen<'_>,
    camera: &Camera,
    area: Area,
    lit: Option<&str>,
) {
    let paper = cx.look.on_skin().sheet;
    for stroke in figure.strokes.iter().filter(|s| Some(s.channel.as_str()) != lit) {
        let Some(colour) = cx.look.channel_on_skin(&stroke.channel) else { continue };
        for run in runs(stroke, seen, camera, area) {
            let path: Vec<Pos2> = run.iter().map(|(at, _)| *at).collect();
            painter.line(path.clone(), Stroke::new(4.0, paper.gamma_multiply(FAINT * 0.8)));
            painter.line(path, Stroke::new(cx.look.tokens.stroke(1.8), colour.gamma_multiply(FAINT * 1.4)));
        }
    }
}

/// The channel whose line is nearest to a touch.
fn touched<'a>(
    figure: &'a Figure,
    seen: &Seen<'_>,
    camera: &Camera,
    area: Area,
    at: Pos2,
    reach: f32,
) -> Option<&'a str> {
    let distance = |run: &[(Pos2, f32)]| {
        run.windows(2).map(|pair| beside(pair[0].0.into(), pair[1].0.into(), at.into()).1).fold(f32::INFINITY, f32::min)
    };
    figure
        .strokes
        .iter()
        .filter_map(|stroke| {
            let nearest =
                runs(stroke, seen, camera, area).iter().map(|run| distance(run)).fold(f32::INFINITY, f32::min);
            (nearest < reach).then_some((nearest, stroke.channel.as_str()))
        })
        .min_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, channel)| channel)
}
