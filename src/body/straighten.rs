//! Lines with no more corners than the eye needs: each corner costs triangles, and on screen they look the same.

/// Which of the corners of a line are needed, after Ramer, Douglas and Peucker. `off(from, to, i)` says how far corner
/// `i` would come to lie beside the straight piece between two others, in what a line may be off: above 1 it stays.
pub fn needed(corners: usize, off: impl Fn(usize, usize, usize) -> f32) -> Vec<usize> {
    let Some(last) = corners.checked_sub(1) else { return Vec::new() };
    let mut needed = vec![0, last];
    let mut open = vec![(0, last)];
    while let Some((from, to)) = open.pop() {
        let between = (from + 1..to).map(|i| (i, off(from, to, i)));
        if let Some((worst, far)) = between.max_by(|a, b| a.1.total_cmp(&b.1))
            && far > 1.0
        {
            needed.push(worst);
            open.extend([(from, worst), (worst, to)]);
        }
    }
    needed.sort_unstable();
    needed.dedup();
    needed
}

/// Where on a straight piece a place lies nearest: how far along it, 0 at `from` and 1 at `to`, and how far off.
pub fn beside<const N: usize>(from: [f32; N], to: [f32; N], at: [f32; N]) -> (f32, f32) {
    let dot = |a: [f32; N], b: [f32; N]| a.iter().zip(&b).map(|(a, b)| a * b).sum::<f32>();
    let less = |a: [f32; N], b: [f32; N]| std::array::from_fn(|i| a[i] - b[i]);
    let (way, out) = (less(to, from), less(at, from));
    let share = (dot(out, way) / dot(way, way).max(f32::MIN_POSITIVE)).clamp(0.0, 1.0);
    let off = less(out, way.map(|step| step * share));
    (share, dot(off, off).sqrt())
}

#[cfg(test)]
mod tests {
    use glam::Vec2;

    use super::*;

    #[test]
    fn a_place_beyond_the_end_is_nearest_to_the_end() {
        assert_eq!(beside([0.0, 0.0], [4.0, 0.0], [1.0, 2.0]), (0.25, 2.0));
        assert_eq!(beside([0.0, 0.0], [4.0, 0.0], [7.0, 4.0]), (1.0, 5.0));
        assert_eq!(beside([1.0, 1.0, 1.0], [1.0, 1.0, 1.0], [1.0, 1.0, 3.0]), (0.0, 2.0), "a piece without length");
    }

    #[test]
    fn a_bend_stays_and_what_lies_on_the_way_goes() {
        let line = [(0.0, 0.0), (1.0, 0.05), (2.0, 0.0), (3.0, 2.0), (4.0, 4.05), (5.0, 6.0)].map(Vec2::from);
        let off = |from: usize, to: usize, i: usize| {
            let along = (line[to] - line[from]).normalize();
            along.perp_dot(line[i] - line[from]).abs() / 0.1
        };
        assert_eq!(needed(line.len(), off), [0, 2, 5]);
        assert_eq!(needed(1, off), [0]);
        assert!(needed(0, off).is_empty());
    }
}
