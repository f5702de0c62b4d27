//! Bends one body into another: a thin-plate spline, as morphometry uses it (Bookstein, 1989).
//!
//! It carries each anchor exactly to its place on the other body, and everything between as gently as a bent sheet.

use glam::{DVec3, Vec3};

/// A bend from one body to another.
pub(super) struct Warp {
    centres: Vec<DVec3>,
    weights: Vec<DVec3>,
    /// Where the origin goes, and the axes.
    affine: [DVec3; 4],
}

impl Warp {
    /// The bend that carries each first place to its second. None where the places do not span a body.
    pub(super) fn new(pairs: &[(Vec3, Vec3)]) -> Option<Self> {
        let n = pairs.len();
        let centres: Vec<DVec3> = pairs.iter().map(|(from, _)| from.as_dvec3()).collect();
        let size = n + 4;
        let mut rows = vec![vec![0.0; size + 3]; size];
        for (i, (from, to)) in pairs.iter().enumerate() {
            let from = from.as_dvec3();
            for (j, centre) in centres.iter().enumerate() {
                rows[i][j] = from.distance(*centre);
            }
            for (k, value) in [1.0, from.x, from.y, from.z].into_iter().enumerate() {
                rows[i][n + k] = value;
                rows[n + k][i] = value;
            }
            rows[i][size..].copy_from_slice(&to.as_dvec3().to_array());
        }
        solve(&mut rows)?;
        let at = |row: &Vec<f64>| DVec3::new(row[size], row[size + 1], row[size + 2]);
        let solved: Vec<DVec3> = rows.iter().map(at).collect();
        let (weights, affine) = solved.split_at(n);
        Some(Self { centres, weights: weights.to_vec(), affine: affine.try_into().ok()? })
    }

    /// Where a place goes.
    pub(super) fn at(&self, place: Vec3) -> Vec3 {
        let p = place.as_dvec3();
        let [origin, x, y, z] = self.affine;
        let flat = origin + x * p.x + y * p.y + z * p.z;
        let bent: DVec3 = self.centres.iter().zip(&self.weights).map(|(c, w)| *w * p.distance(*c)).sum();
        (flat + bent).as_vec3()
    }

    /// Which way a direction points after the bend, at a place that went to `moved`.
    pub(super) fn along(&self, place: Vec3, moved: Vec3, direction: Vec3) -> Vec3 {
        const STEP: f32 = 0.002;
        (self.at(place + direction * STEP) - moved).normalize_or(direction)
    }
}

/// Gauss with the best pivot; what stands right of the square becomes the answer.
fn solve(rows: &mut [Vec<f64>]) -> Option<()> {
    let size = rows.len();
    for column in 0..size {
        let best = (column..size).max_by(|&a, &b| rows[a][column].abs().total_cmp(&rows[b][column].abs()))?;
        if rows[best][column].abs() < 1e-9 {
            return None;
        }
        rows.swap(column, best);
        let pivot = std::mem::take(&mut rows[column]);
        for (r, row) in rows.iter_mut().enumerate() {
            if r == column || row.is_empty() {
                continue;
            }
            let factor = row[column] / pivot[column];
            if factor != 0.0 {
                row.iter_mut().zip(&pivot).skip(column).for_each(|(value, p)| *value -= factor * p);
            }
        }
        rows[column] = pivot;
    }
    for (i, row) in rows.iter_mut().enumerate() {
        let pivot = row[i];
        row.iter_mut().skip(size).for_each(|value| *value /= pivot);
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const CORNERS: [Vec3; 6] = [Vec3::ZERO, Vec3::X, Vec3::Y, Vec3::Z, Vec3::ONE, Vec3::new(0.3, 0.8, 0.1)];

    #[test]
    fn anchors_meet_their_places() {
        let pairs: Vec<_> = CORNERS.iter().map(|&c| (c, c * 1.1 + Vec3::new(0.2, c.x * c.y * 0.1, 0.0))).collect();
        let warp = Warp::new(&pairs).unwrap();
        for (from, to) in pairs {
            assert!(warp.at(from).distance(to) < 1e-5, "{from} went to {} and not to {to}", warp.at(from));
        }
    }

    #[test]
    fn a_move_moves_all() {
        let pairs: Vec<_> = CORNERS.iter().map(|&c| (c, c * 2.0 + Vec3::Y)).collect();
        let warp = Warp::new(&pairs).unwrap();
        let far = Vec3::new(3.0, -2.0, 5.0);
        assert!(warp.at(far).distance(far * 2.0 + Vec3::Y) < 1e-4);
    }

    #[test]
    fn places_in_one_plane_hold_no_body() {
        let flat: Vec<_> = CORNERS.iter().map(|c| (Vec3::new(c.x, c.y, 0.0), *c)).collect();
        assert!(Warp::new(&flat).is_none());
    }
}
