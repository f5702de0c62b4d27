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

#[cfg(test)]
mod tests {
    use glam::Vec2;

    use super::*;

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
