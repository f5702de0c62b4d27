//! The ruler that effects share: its round numbers, where *no difference* lies, and which side is whose. Values are
//! gains: more is better with acupuncture, so they grow to the left.

use std::sync::Arc;

use eframe::egui::{Galley, Rangef, Ui, pos2, vec2};

use super::super::Cx;
use super::super::widgets::job;
use crate::describe::charts::decimal;
use crate::theme::{Face, Role};

/// The ruler that rows share.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Axis<'a> {
    /// Where it begins and ends; it always holds *no difference*.
    pub(in super::super) from: f32,
    pub(in super::super) to: f32,
    /// What is measured.
    pub(in super::super) unit: &'a str,
}

/// So many parts it has at the most.
const PARTS: f32 = 6.0;

impl Axis<'_> {
    /// Where a gain lies between two ends: the more acupuncture gained, the further left.
    pub(super) fn along(self, gain: f32, ends: Rangef) -> f32 {
        ends.max - ((gain - self.from) / (self.to - self.from)).clamp(0.0, 1.0) * ends.span()
    }

    /// Round numbers on it: ones, twos or fives of some power of ten apart.
    pub(super) fn ticks(self) -> Vec<f32> {
        let rough = (self.to - self.from) / PARTS;
        if !rough.is_finite() || rough <= 0.0 {
            return Vec::new();
        }
        let ten = 10.0_f32.powf(rough.log10().floor());
        let step =
            [1.0, 2.0, 5.0].map(|times| times * ten).into_iter().find(|step| *step >= rough).unwrap_or(10.0 * ten);
        let (first, last) = ((self.from / step).ceil() as i32, (self.to / step).floor() as i32);
        (first..=last).map(|times| times as f32 * step).collect()
    }
}

/// Over the rows: where no difference lies.
pub(super) fn above(ui: &mut Ui, cx: &Cx<'_>, axis: Axis<'_>, ends: Rangef) {
    let words = lay(ui, cx, &cx.tr.text("effect-no-difference"), Face::SansSemibold, ui.available_width());
    line(ui, vec![(words, axis.along(0.0, ends), 0.5)]);
}

/// Under them: its numbers, which side is whose, and what is measured.
pub(super) fn below(ui: &mut Ui, cx: &Cx<'_>, axis: Axis<'_>, ends: Rangef) {
    // How much better either side did: which one, the words below say.
    let number =
        |tick: f32| (lay(ui, cx, &decimal(tick.abs(), 2), Face::Sans, f32::INFINITY), axis.along(tick, ends), 0.5);
    let numbers = axis.ticks().into_iter().map(number).collect();
    line(ui, numbers);
    let zero = axis.along(0.0, ends);
    let room = (zero - ends.min).max(90.0);
    let mut sides = vec![(lay(ui, cx, &cx.tr.text("effect-acupuncture-better"), Face::Sans, room), zero - 8.0, 1.0)];
    if ends.max - zero > 60.0 {
        let other = lay(ui, cx, &cx.tr.text("effect-other-better"), Face::Sans, ends.max - zero);
        sides.push((other, zero + 8.0, 0.0));
    }
    line(ui, sides);
    let unit = lay(ui, cx, axis.unit, Face::Sans, ui.available_width());
    line(ui, vec![(unit, ends.max, 1.0)]);
}

fn lay(ui: &Ui, cx: &Cx<'_>, words: &str, face: Face, wrap: f32) -> Arc<Galley> {
    let mut job = job([(words, cx.look.scale.format_in(Role::Caption, face, 1.0, cx.look.colours().ink2))]);
    job.wrap.max_width = wrap;
    ui.painter().layout_job(job)
}

/// A line of words, each with its place and the share of it that lies left of that. Where one has no room it is left out.
fn line(ui: &mut Ui, words: Vec<(Arc<Galley>, f32, f32)>) {
    let high = words.iter().map(|(galley, ..)| galley.size().y).fold(0.0, f32::max);
    let width = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(vec2(width, high + 2.0), eframe::egui::Sense::hover());
    let mut taken: Vec<Rangef> = Vec::new();
    for (galley, x, pivot) in words {
        let left = (x - galley.size().x * pivot).min(width - galley.size().x).max(0.0);
        let room = Rangef::new(left, left + galley.size().x);
        if taken.iter().all(|other| other.max + 4.0 <= room.min || room.max + 4.0 <= other.min) {
            taken.push(room);
            let colour = ui.visuals().text_color();
            ui.painter().galley(pos2(rect.left() + left, rect.top() + 1.0), galley, colour);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENDS: Rangef = Rangef { min: 10.0, max: 50.0 };

    #[test]
    fn what_acupuncture_gained_lies_left_of_no_difference() {
        let axis = Axis { from: -1.0, to: 3.0, unit: "" };
        let [best, gain, none, loss, worst] = [3.0, 1.0, 0.0, -0.5, -1.0].map(|gain| axis.along(gain, ENDS));
        assert!(best < gain && gain < none && none < loss && loss < worst);
        let at = |found: f32, there: f32| (found - there).abs() < 1e-3;
        assert!(at(best, 10.0) && at(none, 40.0) && at(worst, 50.0));
        assert!(at(axis.along(9.0, ENDS), 10.0), "what is off the ruler stays on its end");
    }

    #[test]
    fn its_numbers_are_round_and_none_holds_more_than_it_has() {
        let ticks = |from: f32, to: f32| Axis { from, to, unit: "" }.ticks();
        assert_eq!(ticks(-14.6, 31.8), [-10.0, 0.0, 10.0, 20.0, 30.0]);
        assert_eq!(ticks(-0.5, 35.0), [0.0, 10.0, 20.0, 30.0]);
        assert_eq!(ticks(-0.4, 1.6), [0.0, 0.5, 1.0, 1.5]);
        assert!(ticks(0.0, f32::NAN).is_empty() && ticks(1.0, 1.0).is_empty());
    }
}
