//! A small depth picture: how near something is, cell by cell.

use std::ops::Range;

use glam::{Vec2, Vec3};

use super::camera::Area;

/// The size of a cell in points: a half-size picture is fine enough to tell what lies before what.
const CELL: f32 = 2.0;

/// How near the nearest thing is at each cell. It keeps its memory from picture to picture.
#[derive(Clone, Debug, Default)]
pub(super) struct Relief {
    low: Vec2,
    width: usize,
    height: usize,
    cells: Vec<f32>,
    /// Room to work in.
    spare: Vec<f32>,
}

impl Relief {
    /// An empty picture of an area.
    pub(super) fn begin(&mut self, area: Area) {
        self.low = area.centre - area.size * 0.5;
        self.width = (area.size.x / CELL).ceil().clamp(1.0, 4096.0) as usize;
        self.height = (area.size.y / CELL).ceil().clamp(1.0, 4096.0) as usize;
        self.cells.clear();
        self.cells.resize(self.width * self.height, f32::NEG_INFINITY);
    }

    /// Fills a triangle that faces us: its corners on screen, and how near each is.
    pub(super) fn fill(&mut self, corners: [Vec3; 3]) {
        let [a, b, c] = corners.map(|at| self.cell(at.truncate()).extend(at.z));
        let (ab, ac) = ((b - a).truncate(), (c - a).truncate());
        let area = ab.perp_dot(ac);
        if area >= 0.0 {
            return;
        }
        let low = a.min(b).min(c);
        let high = a.max(b).max(c);
        // Seen from near, most of the body lies beside the picture.
        if high.x < 0.0 || high.y < 0.0 || low.x > self.width as f32 || low.y > self.height as f32 {
            return;
        }
        let columns = cells(low.x, high.x, self.width);
        // How the two weights and the depth change from one cell to the next.
        let per_area = area.recip();
        let step = Vec2::new(ac.y, -ab.y) * per_area;
        let slope = step.x * (b.z - a.z) + step.y * (c.z - a.z);
        // What of the corners a cell is made of; inside the triangle no share is below nothing.
        let steps = Vec3::new(step.x, step.y, -step.x - step.y);
        let per_step = steps.recip();
        for row in cells(low.y, high.y, self.height) {
            let at = Vec2::new(columns.start as f32 + 0.5, row as f32 + 0.5) - a.truncate();
            let weights = Vec2::new(at.perp_dot(ac), ab.perp_dot(at)) * per_area;
            let shares = Vec3::new(weights.x, weights.y, 1.0 - weights.x - weights.y);
            let Some(inside) = inside(shares, steps, per_step, columns.len()) else { continue };
            let depth = a.z + weights.x * (b.z - a.z) + weights.y * (c.z - a.z);
            let first = columns.start + inside.start;
            let line = &mut self.cells[row * self.width..][first..columns.start + inside.end];
            let mut depth = depth + inside.start as f32 * slope;
            for cell in line {
                *cell = cell.max(depth);
                depth += slope;
            }
        }
    }

    fn cell(&self, screen: Vec2) -> Vec2 {
        (screen - self.low) / CELL
    }

    /// How near the nearest thing is at a place on screen; nothing outside the picture.
    pub(super) fn at(&self, screen: Vec2) -> Option<f32> {
        let cell = self.cell(screen);
        if cell.x < 0.0 || cell.y < 0.0 {
            return None;
        }
        let (column, row) = (cell.x as usize, cell.y as usize);
        (column < self.width && row < self.height).then(|| self.cells[row * self.width + column])
    }

    /// The cells of a rectangle on screen, row by row, as far as the picture goes.
    pub(super) fn rows(&self, low: Vec2, high: Vec2) -> impl Iterator<Item = &[f32]> {
        let (low, high) = (self.cell(low), self.cell(high));
        let range = |low: f32, high: f32, count: usize| {
            let first = low.floor().clamp(0.0, count as f32) as usize;
            let end = high.ceil().clamp(0.0, count as f32) as usize;
            first..end.max(first)
        };
        let columns = range(low.x, high.x, self.width);
        range(low.y, high.y, self.height).map(move |row| &self.cells[row * self.width..][columns.clone()])
    }

    /// Makes all that is near a cell smaller on every side: each cell becomes the farthest of itself and its
    /// neighbours.
    pub(super) fn draw_in(&mut self) {
        let (width, farther) = (self.width, |a: f32, b: f32| if a < b { a } else { b });
        let Self { cells, spare, .. } = self;
        spare.clone_from(cells);
        for (row, from) in cells.chunks_exact_mut(width).zip(spare.chunks_exact(width)) {
            for (cell, pair) in row[1..].iter_mut().zip(from.windows(2)) {
                *cell = farther(pair[0], pair[1]);
            }
            for (cell, after) in row.iter_mut().zip(&from[1..]) {
                *cell = farther(*cell, *after);
            }
        }
        spare.clone_from(cells);
        for (cell, above) in cells[width..].iter_mut().zip(spare.iter()) {
            *cell = farther(*cell, *above);
        }
        for (cell, below) in cells.iter_mut().zip(&spare[width..]) {
            *cell = farther(*cell, *below);
        }
    }
}

/// Which cells of a row lie in a triangle, from the shares its corners have in the first of them and how these change
/// from cell to cell.
fn inside(shares: Vec3, steps: Vec3, per_step: Vec3, cells: usize) -> Option<Range<usize>> {
    let (mut first, mut end) = (0, cells as i32);
    for ((share, step), per_step) in shares.to_array().into_iter().zip(steps.to_array()).zip(per_step.to_array()) {
        if step > 0.0 {
            first = first.max(up(-share * per_step));
        } else if step < 0.0 {
            end = end.min(-up(share * per_step) + 1);
        } else if share < 0.0 {
            return None;
        }
    }
    (first < end).then_some(first as usize..end as usize)
}

/// The next whole number at or above. Faster than the library's, which asks a function for what old processors lack.
fn up(value: f32) -> i32 {
    let whole = value as i32;
    whole + i32::from(value > whole as f32)
}

/// The cells whose middles lie between two edges.
fn cells(low: f32, high: f32, count: usize) -> Range<usize> {
    let first = (low - 0.5).ceil().clamp(0.0, count as f32) as usize;
    let end = ((high - 0.5).floor() + 1.0).clamp(0.0, count as f32) as usize;
    first..end.max(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(low: f32, high: f32, near: f32) -> Relief {
        let mut relief = Relief::default();
        relief.begin(Area { centre: Vec2::splat(20.0), size: Vec2::splat(40.0) });
        let [a, b, c, d] = [(low, low), (low, high), (high, high), (high, low)].map(|at| Vec2::from(at).extend(near));
        relief.fill([a, b, c]);
        relief.fill([a, c, d]);
        relief
    }

    #[test]
    fn the_nearest_thing_at_a_place_is_known() {
        let mut relief = square(10.0, 30.0, 0.5);
        relief.fill([(14.0, 14.0), (14.0, 22.0), (22.0, 14.0)].map(|at| Vec2::from(at).extend(0.25)));
        let near = |x: f32, y: f32| relief.at(Vec2::new(x, y));
        assert_eq!(near(15.0, 15.0), Some(0.5), "what lies behind changes nothing");
        assert_eq!(near(31.0, 20.0), Some(f32::NEG_INFINITY), "nothing is there");
        assert_eq!(near(-1.0, 20.0), None, "beside the picture");
        assert_eq!(relief.rows(Vec2::new(8.0, 8.0), Vec2::new(14.0, 10.0)).flatten().count(), 3);
    }

    #[test]
    fn what_is_drawn_in_loses_its_rim_on_every_side() {
        let mut relief = square(10.0, 30.0, 0.5);
        relief.draw_in();
        for (x, y, inside) in [
            (11.0, 20.0, false),
            (13.0, 20.0, true),
            (27.0, 20.0, true),
            (29.0, 20.0, false),
            (20.0, 11.0, false),
            (20.0, 13.0, true),
            (20.0, 27.0, true),
            (20.0, 29.0, false),
        ] {
            assert_eq!(relief.at(Vec2::new(x, y)).is_some_and(f32::is_finite), inside, "at {x}, {y}");
        }
    }
}
