//! How the lines of the channels run on each of the three figures.

use crate::figures::{on_each, run};
use deqi::{
    body::{
        channel_line::{self, Line},
        place::Site,
        surface::Surface,
    },
    model::Stroke,
};
use glam::Vec3;

/// Metres above (or below 0, under) the skin.
fn height_above(skin: &Surface, place: Vec3) -> f32 {
    let spot = skin.closest(place).unwrap();
    let away = place - spot.position;
    away.length().copysign(away.dot(spot.normal))
}

/// The strokes of all channels that can be drawn on the skin without a jump. The last hops of ST and LR, from the web
/// of two toes to a nail, may dip between the toes and are left out.
fn strokes() -> Vec<Stroke> {
    let bladder = [
        run("BL", 1..=30),
        run("BL", 31..=40),
        run("BL", [10].into_iter().chain(41..=54).chain([40])),
        run("BL", [40].into_iter().chain(55..=67)),
    ];
    let stomach = [run("ST", 1..=8), run("ST", [5].into_iter().chain(9..=18)), run("ST", 19..=30), run("ST", 31..=44)];
    let others = [
        run("GV", 1..=28),
        run("CV", 2..=24),
        run("LU", 1..=11),
        run("LI", 1..=18),
        run("SP", 1..=11),
        run("SP", 12..=16),
        run("SP", 17..=21),
        run("HT", 2..=9),
        run("SI", 1..=15),
        run("KI", 1..=10),
        run("KI", 11..=21),
        run("KI", 22..=27),
        run("PC", 2..=9),
        run("TE", 1..=15),
        run("TE", 16..=23),
        run("GB", 1..=12),
        run("GB", 13..=20),
        run("GB", 31..=44),
        run("LR", 2..=8),
        run("LR", 9..=12),
    ];
    bladder.into_iter().chain(stomach).chain(others).collect()
}

#[test]
fn the_lines_run_through_their_points_along_the_skin() {
    let strokes = strokes();
    on_each(|body, wrong| {
        let lines = channel_line::lines(&strokes, &body.placed, &body.figure);
        let midline = strokes.iter().filter(|s| s[0].starts_with("GV") || s[0].starts_with("CV")).count();
        let wanted = strokes.len() * 2 - midline;
        if lines.len() != wanted {
            wrong.push(format!("{wanted} strokes on both sides gave {} lines", lines.len()));
        }
        for line in &lines {
            let stations: Vec<&Site> =
                strokes[line.stroke].iter().filter_map(|code| body.placed.site(code, 1, line.side)).collect();
            check_line(line, &stations, &body.figure.full, wrong);
        }
    });
}

fn check_line(line: &Line, stations: &[&Site], skin: &Surface, wrong: &mut Vec<String>) {
    let name = format!("stroke {} from {} {:?}", line.stroke, stations[0].code, line.side);
    for site in stations {
        let nearest = line.points.iter().map(|p| p.position.distance(site.position)).fold(1.0, f32::min);
        if nearest > 0.0016 {
            wrong.push(format!("{name} passes {} at {nearest}", site.code));
        }
    }
    for pair in line.points.windows(2) {
        let step = pair[0].position.distance(pair[1].position);
        let middle = height_above(skin, pair[0].position.midpoint(pair[1].position));
        if step > 0.010 || !(-0.0005..0.003).contains(&middle) {
            wrong.push(format!("{name}: a step of {step} whose middle is {middle} above, at {}", pair[0].position));
        }
    }
    for three in line.points.windows(3) {
        let (before, after) = (three[1].position - three[0].position, three[2].position - three[1].position);
        let turn = before.angle_between(after).to_degrees();
        let at_point = stations.iter().any(|s| s.position.distance(three[1].position) < 0.004);
        // At a point a line may turn back; between points it only bends with the skin.
        if turn > 65.0 && !at_point && before.length().min(after.length()) > 0.001 {
            wrong.push(format!("{name}: turns by {turn:.0}° at {}", three[1].position));
        }
    }
}
