//! Where the names of points stand beside the body, so that none overlaps another.
//!
//! Names stand in two columns, left and right of their points, sorted by height.
//! A name that finds no room gives way by rank.

use glam::Vec2;

use super::camera::Area;

/// A point that would like its name shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wish {
    /// Who asks: the caller's own index.
    pub id: usize,
    /// Where the point is on screen.
    pub at: Vec2,
    /// How large its name is.
    pub size: Vec2,
    /// Lower goes first.
    pub rank: u32,
    /// Whether the name stands on the left.
    pub left: bool,
    /// Whether it must be shown even where it hides a marker: the chosen point's name.
    pub wanted: bool,
}

/// A name with its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Label {
    /// Who asked.
    pub id: usize,
    /// Its top left corner.
    pub corner: Vec2,
    /// How large it is.
    pub size: Vec2,
    /// Where its leader begins, beside the name.
    pub from: Vec2,
    /// The point that it names.
    pub to: Vec2,
    /// Whether it must be shown even where it hides a marker.
    wanted: bool,
}

impl Label {
    /// Whether two names share a place.
    pub fn overlaps(&self, other: &Self) -> bool {
        let gap = (self.corner - other.corner).abs();
        let size = Vec2::select(self.corner.cmple(other.corner), self.size, other.size);
        gap.x < size.x && gap.y < size.y
    }
}

/// A rectangle on the stage that names must leave free, such as a button: top left corner and size.
pub type Taken = (Vec2, Vec2);

/// Space between a name and the edge of the area, and between a name and what is taken.
const MARGIN: f32 = 12.0;
/// How far a column stands from the points it names, at least.
const REACH: f32 = 56.0;
/// How much farther it is tried where it would hide markers, and how often.
const STRIDE: f32 = 16.0;
const STEPS: usize = 14;
/// The shortest leader between a name and its point.
const SHORTEST: f32 = 16.0;

/// What names are placed on.
#[derive(Clone, Copy, Debug)]
pub struct Stage<'a> {
    /// The area the body is drawn in.
    pub area: Area,
    /// What names must leave free: controls.
    pub taken: &'a [Taken],
    /// What names should not hide: markers.
    pub marks: &'a [Vec2],
    /// The least distance from line to line.
    pub spacing: f32,
    /// How many names a side holds at most.
    pub most: usize,
}

/// Places as many names as there is room for.
pub fn place(wishes: &[Wish], stage: &Stage<'_>) -> Vec<Label> {
    let (left, right): (Vec<Wish>, Vec<Wish>) = wishes.iter().partition(|w| w.left);
    let mut labels = clear_column(&left, stage);
    for label in clear_column(&right, stage) {
        // Columns only meet on a very narrow stage; there the right one gives way.
        if !labels.iter().any(|other| label.overlaps(other)) {
            labels.push(label);
        }
    }
    labels
}

/// The column nearest to its points that hides no marker, or else the one that hides fewest.
fn clear_column(wishes: &[Wish], stage: &Stage<'_>) -> Vec<Label> {
    let mut best: Option<(usize, Vec<Label>)> = None;
    for step in 0..STEPS {
        let labels = column(wishes.to_vec(), stage, REACH + STRIDE * step as f32);
        let hidden = hidden(&labels, stage.marks);
        let lost = best.as_ref().is_some_and(|(_, kept)| labels.len() < kept.len());
        if !lost && best.as_ref().is_none_or(|(fewest, _)| hidden < *fewest) {
            best = Some((hidden, labels));
        }
        if best.as_ref().is_some_and(|(fewest, _)| *fewest == 0) {
            break;
        }
    }
    let mut labels = best.map(|(_, labels)| labels).unwrap_or_default();
    // Where a small stage leaves no clear column, markers go before names.
    labels.retain(|label| label.wanted || !stage.marks.iter().any(|&mark| hides(label, mark)));
    labels
}

/// How many markers these names hide.
fn hidden(labels: &[Label], marks: &[Vec2]) -> usize {
    marks.iter().filter(|&&mark| labels.iter().any(|label| hides(label, mark))).count()
}

/// Whether a name, with its plate, lies on a marker.
fn hides(label: &Label, mark: Vec2) -> bool {
    let margin = Vec2::new(14.0, 8.0);
    mark.cmpge(label.corner - margin).all() && mark.cmple(label.corner + label.size + margin).all()
}

fn column(mut wishes: Vec<Wish>, stage: &Stage<'_>, reach: f32) -> Vec<Label> {
    let Stage { area, taken, spacing, most, .. } = *stage;
    let low = area.centre - area.size * 0.5;
    let high = area.centre + area.size * 0.5;
    wishes.retain(|w| w.at.cmpge(low).all() && w.at.cmple(high).all());
    wishes.sort_by_key(|w| (w.rank, w.id));
    wishes.truncate(most);
    let width = wishes.iter().map(|w| w.size.x).fold(0.0, f32::max);
    if wishes.is_empty() || width + 2.0 * MARGIN > area.size.x {
        return Vec::new();
    }
    let x = edge(&wishes, low, high, width, reach);
    // A name never lies over its own point: it would hide what it names.
    wishes.retain(|w| if w.left { x + SHORTEST <= w.at.x } else { w.at.x + SHORTEST <= x });
    let span = if wishes.first().is_some_and(|w| w.left) { (x - width, x) } else { (x, x + width) };
    let (top, bottom) = free(span, (low.y + MARGIN, high.y - MARGIN), taken);
    let room = ((bottom - top) / spacing).floor().max(0.0) as usize;
    wishes.truncate(room);
    wishes.sort_by(|a, b| a.at.y.total_cmp(&b.at.y).then(a.id.cmp(&b.id)));
    let wanted: Vec<f32> = wishes.iter().map(|w| w.at.y - spacing * 0.5).collect();
    let tops = spread(&wanted, spacing, top, bottom - spacing);
    wishes.iter().zip(tops).map(|(wish, y)| label(wish, x, y, spacing)).collect()
}

fn label(wish: &Wish, x: f32, y: f32, spacing: f32) -> Label {
    let corner = Vec2::new(if wish.left { x - wish.size.x } else { x }, y + (spacing - wish.size.y) * 0.5);
    let from = Vec2::new(if wish.left { x + 5.0 } else { x - 5.0 }, y + spacing * 0.5);
    Label { id: wish.id, corner, size: wish.size, from, to: wish.at, wanted: wish.wanted }
}

/// The inner edge of the column: a reach beside the outermost point, but inside the area.
fn edge(wishes: &[Wish], low: Vec2, high: Vec2, width: f32, reach: f32) -> f32 {
    if wishes.first().is_some_and(|w| w.left) {
        let outermost = wishes.iter().map(|w| w.at.x).fold(f32::INFINITY, f32::min);
        (outermost - reach).max(low.x + MARGIN + width)
    } else {
        let outermost = wishes.iter().map(|w| w.at.x).fold(f32::NEG_INFINITY, f32::max);
        (outermost + reach).min(high.x - MARGIN - width)
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const AREA: Area = Area { centre: Vec2::new(400.0, 300.0), size: Vec2::new(800.0, 600.0) };

    fn stage(taken: &[Taken]) -> Stage<'_> {
        Stage { area: AREA, taken, marks: &[], spacing: 28.0, most: 8 }
    }

    fn wish(id: usize, x: f32, y: f32, left: bool) -> Wish {
        Wish { id, at: Vec2::new(x, y), size: Vec2::new(120.0, 20.0), rank: id as u32, left, wanted: false }
    }

    #[test]
    fn names_of_points_at_one_height_stand_below_each_other() {
        let labels = place(&[wish(0, 400.0, 300.0, false), wish(1, 410.0, 300.0, false)], &stage(&[]));
        assert_eq!(labels.len(), 2, "both find room");
        assert!((labels[0].corner.y - labels[1].corner.y).abs() >= 28.0, "one stands below the other: {labels:?}");
    }

    #[test]
    fn a_button_keeps_its_place() {
        let button = (Vec2::new(300.0, 280.0), Vec2::new(500.0, 320.0));
        let labels = place(&[wish(0, 400.0, 300.0, false)], &stage(&[button]));
        assert!(labels[0].corner.y + 20.0 <= 280.0, "the name stands above the button: {labels:?}");
    }

    #[test]
    fn a_name_stands_farther_off_rather_than_on_a_marker() {
        let marks = [Vec2::new(480.0, 300.0)];
        let labels = place(&[wish(0, 400.0, 300.0, false)], &Stage { marks: &marks, ..stage(&[]) });
        assert!(labels[0].corner.x > 490.0, "the name stands beyond the marker: {labels:?}");
    }

    proptest! {
        #[test]
        fn no_two_names_overlap_and_all_stay_inside(
            points in prop::collection::vec((0.0f32..800.0, 0.0f32..600.0, any::<bool>(), 40.0f32..260.0), 0..40),
            spacing in 24.0f32..64.0,
        ) {
            let wishes: Vec<Wish> = points.iter().enumerate().map(|(id, &(x, y, left, width))| {
                Wish { id, at: Vec2::new(x, y), size: Vec2::new(width, 20.0), rank: (id % 7) as u32, left, wanted: id == 0 }
            }).collect();
            let labels = place(&wishes, &Stage { spacing, ..stage(&[]) });
            for (i, a) in labels.iter().enumerate() {
                prop_assert!(a.corner.x >= 0.0 && a.corner.x + a.size.x <= 800.0, "inside: {a:?}");
                prop_assert!(a.corner.y >= 0.0 && a.corner.y + a.size.y <= 600.0, "inside: {a:?}");
                for b in &labels[i + 1..] {
                    prop_assert!(!a.overlaps(b), "{a:?} overlaps {b:?}");
                }
            }
        }
    }
}
