//! One column of names: how far it stands from its points, and at which height each name.

use glam::Vec2;

use super::{Label, Stage, Taken, Tier, Wish, is_kept};

/// Space between a name and the edge of the area, and between a name and what is taken.
const MARGIN: f32 = 12.0;
/// How far a column stands from the points it names, at least.
const REACH: f32 = 56.0;
/// How much farther it is tried where it would hide markers, and how often.
const STRIDE: f32 = 16.0;
const STEPS: usize = 14;
/// The shortest leader between a name and its point.
const SHORTEST: f32 = 16.0;
/// A column that was there before stays until its points are farther off than it was placed, by this much.
const SLACK: f32 = 120.0;
/// A name that was there before may hide as many small markers while they pass under it.
const PASSING: usize = 2;
/// Names that were there before keep their order until one point is above the other by this much.
const SWAP: f32 = 10.0;

/// Names that would like to stand below each other.
pub(super) struct Column<'a> {
    /// First come first.
    wishes: Vec<Wish>,
    stage: &'a Stage<'a>,
    left: bool,
    low: Vec2,
    high: Vec2,
    width: f32,
}

impl<'a> Column<'a> {
    pub(super) fn new(mut wishes: Vec<Wish>, stage: &'a Stage<'a>, left: bool) -> Self {
        let low = stage.area.centre - stage.area.size * 0.5;
        let high = stage.area.centre + stage.area.size * 0.5;
        wishes.retain(|w| w.at.cmpge(low).all() && w.at.cmple(high).all());
        let width = wishes.iter().map(|w| w.size.x).fold(0.0, f32::max);
        Self { wishes, stage, left, low, high, width }
    }

    /// The column that was there before if it can stay; or the one nearest to its points that hides no marker; or the
    /// one that hides fewest.
    pub(super) fn clear(&self) -> Vec<Label> {
        if self.wishes.is_empty() || self.width + 2.0 * MARGIN > self.stage.area.size.x {
            return Vec::new();
        }
        if let Some(labels) = self.kept() {
            return labels;
        }
        let mut best: Option<(usize, Vec<Label>)> = None;
        for step in 0..STEPS {
            let labels = self.at(self.edge(REACH + STRIDE * step as f32));
            let hidden = labels.iter().map(|label| self.hidden(label).0).sum();
            let lost = best.as_ref().is_some_and(|(_, kept)| labels.len() < kept.len());
            if !lost && best.as_ref().is_none_or(|(fewest, _)| hidden < *fewest) {
                best = Some((hidden, labels));
            }
            if hidden == 0 {
                break;
            }
        }
        best.map(|(_, labels)| self.allowed(labels)).unwrap_or_default()
    }

    /// The column where it was before, unless it has come too near to its points, too far from them, or off the stage.
    fn kept(&self) -> Option<Vec<Label>> {
        let before = self.stage.before.iter().find(|label| label.left == self.left)?;
        let x = if self.left { before.corner.x + before.size.x } else { before.corner.x };
        let inside =
            if self.left { x - self.width >= self.low.x + MARGIN } else { x + self.width <= self.high.x - MARGIN };
        let reach = (self.outermost() - x).abs();
        if !inside || reach > REACH + STRIDE * STEPS as f32 + SLACK {
            return None;
        }
        let labels = self.allowed(self.at(x));
        // It stays for the sake of the names that are there, so none of them may be lost.
        let were = self.wishes.iter().filter(|w| is_kept(w.id, self.stage.before)).count();
        let are = labels.iter().filter(|label| is_kept(label.id, self.stage.before)).count();
        (are == were).then_some(labels)
    }

    /// The names with the column's inner edge at `x`.
    fn at(&self, x: f32) -> Vec<Label> {
        let spacing = self.stage.spacing;
        let span = if self.left { (x - self.width, x) } else { (x, x + self.width) };
        let (top, bottom) = free(span, (self.low.y + MARGIN, self.high.y - MARGIN), self.stage.taken);
        let room = ((bottom - top) / spacing).floor().max(0.0) as usize;
        // A name never lies over its own point: it would hide what it names.
        let mut wishes: Vec<Wish> = self.wishes.iter().filter(|w| self.leads(w, x)).take(room).copied().collect();
        self.sort(&mut wishes);
        let wanted: Vec<f32> = wishes.iter().map(|w| w.at.y - spacing * 0.5).collect();
        let tops = spread(&wanted, spacing, top, bottom - spacing);
        wishes.iter().zip(tops).map(|(wish, y)| label(wish, x, y, spacing)).collect()
    }

    /// By height; names that were there before keep their order while their points are nearly level.
    fn sort(&self, wishes: &mut [Wish]) {
        let before = |w: &Wish| self.stage.before.iter().find(|label| label.id == w.id).map(|label| label.corner.y);
        wishes.sort_by(|a, b| a.at.y.total_cmp(&b.at.y).then(a.id.cmp(&b.id)));
        for _ in 0..wishes.len() {
            for i in 1..wishes.len() {
                let (above, below) = (wishes[i - 1], wishes[i]);
                let swapped = before(&above).zip(before(&below)).is_some_and(|(a, b)| a > b);
                if swapped && below.at.y - above.at.y < SWAP {
                    wishes.swap(i - 1, i);
                }
            }
        }
    }

    /// Whether there is room for a leader between a point and the column.
    fn leads(&self, wish: &Wish, x: f32) -> bool {
        if self.left { x + SHORTEST <= wish.at.x } else { wish.at.x + SHORTEST <= x }
    }

    fn outermost(&self) -> f32 {
        let places = self.wishes.iter().map(|w| w.at.x);
        if self.left { places.fold(f32::INFINITY, f32::min) } else { places.fold(f32::NEG_INFINITY, f32::max) }
    }

    /// The inner edge of the column: a reach beside the outermost point, but inside the area.
    fn edge(&self, reach: f32) -> f32 {
        if self.left {
            (self.outermost() - reach).max(self.low.x + MARGIN + self.width)
        } else {
            (self.outermost() + reach).min(self.high.x - MARGIN - self.width)
        }
    }

    /// Where a small stage leaves no clear column, markers go before names. While the body turns, a few small ones may
    /// pass under a name that is there.
    fn allowed(&self, mut labels: Vec<Label>) -> Vec<Label> {
        labels.retain(|label| {
            let (all, large) = self.hidden(label);
            let passing = large == 0 && all <= PASSING && is_kept(label.id, self.stage.before);
            label.tier == Tier::Wanted || all == 0 || passing
        });
        labels
    }

    /// How many markers a name hides with its plate, and how many of them are large.
    fn hidden(&self, label: &Label) -> (usize, usize) {
        let margin = Vec2::new(14.0, 8.0);
        let (low, high) = (label.corner - margin, label.corner + label.size + margin);
        let under = self.stage.marks.iter().filter(|mark| mark.at.cmpge(low).all() && mark.at.cmple(high).all());
        under.fold((0, 0), |(all, large), mark| (all + 1, large + usize::from(mark.large)))
    }
}

fn label(wish: &Wish, x: f32, y: f32, spacing: f32) -> Label {
    let corner = Vec2::new(if wish.left { x - wish.size.x } else { x }, y + (spacing - wish.size.y) * 0.5);
    let from = Vec2::new(if wish.left { x + 5.0 } else { x - 5.0 }, y + spacing * 0.5);
    Label { id: wish.id, corner, size: wish.size, from, to: wish.at, left: wish.left, tier: wish.tier }
}

/// The part of a column's height that nothing takes.
fn free((from, to): (f32, f32), (mut top, mut bottom): (f32, f32), taken: &[Taken]) -> (f32, f32) {
    let middle = (top + bottom) * 0.5;
    for (corner, size) in taken {
        if corner.x < to + MARGIN && from - MARGIN < corner.x + size.x {
            if corner.y + size.y * 0.5 < middle {
                top = top.max(corner.y + size.y + MARGIN);
            } else {
                bottom = bottom.min(corner.y - MARGIN);
            }
        }
    }
    (top, bottom)
}

/// Moves heights as little as possible so that each is `gap` below the one before: isotonic regression by pooling.
fn spread(wanted: &[f32], gap: f32, low: f32, high: f32) -> Vec<f32> {
    // Blocks of neighbours that touch: the sum of what they want, and how many they are.
    let mut blocks: Vec<(f32, usize)> = Vec::new();
    for (i, &y) in wanted.iter().enumerate() {
        blocks.push((y - gap * i as f32, 1));
        while let [.., (a, n), (b, m)] = blocks[..]
            && a / n as f32 > b / m as f32
        {
            blocks.truncate(blocks.len() - 2);
            blocks.push((a + b, n + m));
        }
    }
    let last = gap * wanted.len().saturating_sub(1) as f32;
    blocks
        .iter()
        .flat_map(|&(sum, count)| std::iter::repeat_n(sum / count as f32, count))
        .enumerate()
        .map(|(i, y)| y.min(high - last).max(low) + gap * i as f32)
        .collect()
}
