//! How the lines of the channels run on each of the three figures.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::figures::{on_each, run};
use deqi::{
    body::{
        channel_line::{self, Line},
        place::Site,
        surface::Surface,
    },
    content::load_core,
    model::{Channel, Stroke},
};
use glam::Vec3;

/// Metres above (or below 0, under) the skin.
fn height_above(skin: &Surface, place: Vec3) -> f32 {
    let spot = skin.closest(place).unwrap();
    let away = place - spot.position;
    away.length().copysign(away.dot(spot.normal))
}

static CHANNELS: LazyLock<Vec<Channel>> = LazyLock::new(|| load_core().catalog.channels().to_vec());

/// Pairs that no line joins, since the channel goes inside there or leaps, after the notes on drawing.
const JUMPS: &str = "LI18-LI19 ST8-ST9 ST18-ST19 ST30-ST31 SP16-SP17 SI15-SI16 SI17-SI18 BL30-BL31 BL40-BL41 \
                     KI10-KI11 KI21-KI22 PC1-PC2 TE15-TE16 TE20-TE21 GB3-GB4 GB12-GB13 GB14-GB15 GB20-GB21 GB24-GB25 \
                     GB28-GB29 LR12-LR13";
/// Neighbours that lie on no common line for other reasons: GB21 stands alone, GV27 is where GV28 is shown, and bends
/// that are no points lie between GB18 and GB19, HT1 and HT2, LR6 and LR7.
const APART: [(&str, &str); 7] = [
    ("BL35", "BL36"),
    ("BL54", "BL55"),
    ("GB18", "GB19"),
    ("GB21", "GB22"),
    ("GV27", "GV28"),
    ("HT1", "HT2"),
    ("LR6", "LR7"),
];
/// Pairs that a line joins though they do not follow each other by number.
const BRANCHES: &str = "ST5-ST9 BL10-BL11 BL10-BL41 BL30-BL36 BL40-BL55";

fn pairs(strokes: &[Stroke]) -> impl Iterator<Item = (&str, &str)> {
    strokes.iter().flat_map(|stroke| stroke.windows(2).map(|w| (w[0].as_str(), w[1].as_str())))
}

#[test]
fn all_fourteen_channels_are_drawn_through_all_their_points_but_where_they_jump() {
    let jumps: BTreeSet<(&str, &str)> = JUMPS.split_whitespace().map(|pair| pair.split_once('-').unwrap()).collect();
    let mut wrong = Vec::new();
    for channel in CHANNELS.iter().filter(|c| c.id != "EX") {
        let joined: BTreeSet<(&str, &str)> = pairs(&channel.strokes).collect();
        wrong.extend(joined.intersection(&jumps).map(|pair| format!("{pair:?} is joined")));
        let codes = run(&channel.id, 1..=channel.points);
        for pair in codes.windows(2).map(|w| (w[0].as_str(), w[1].as_str())) {
            let apart = jumps.contains(&pair) || APART.contains(&pair);
            if joined.contains(&pair) == apart {
                wrong.push(format!("{pair:?} is {}joined", if apart { "" } else { "not " }));
            }
        }
    }
    let all: BTreeSet<(&str, &str)> = CHANNELS.iter().flat_map(|c| pairs(&c.strokes)).collect();
    for pair in BRANCHES.split_whitespace().map(|pair| pair.split_once('-').unwrap()) {
        if !all.contains(&pair) {
            wrong.push(format!("{pair:?} is not joined"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_lines_run_through_their_points_along_the_skin() {
    on_each(|body, wrong| {
        for channel in CHANNELS.iter() {
            let strokes = &channel.strokes;
            let lines = channel_line::lines(strokes, &body.placed, &body.figure);
            let wanted = if channel.midline { strokes.len() } else { strokes.len() * 2 };
            if lines.len() != wanted {
                let found: Vec<_> = lines.iter().map(|l| (l.stroke, l.side)).collect();
                wrong.push(format!("{}: {wanted} lines were wanted, not {found:?}", channel.id));
            }
            for line in &lines {
                let stations: Vec<&Site> =
                    strokes[line.stroke].iter().filter_map(|code| body.placed.site(code, 1, line.side)).collect();
                check_line(line, &stations, &body.figure.full, wrong);
            }
        }
    });
}

fn check_line(line: &Line, stations: &[&Site], skin: &Surface, wrong: &mut Vec<String>) {
    let name = format!("stroke {} from {} {:?}", line.stroke, stations[0].code, line.side);
    let mut reached = 0;
    for site in stations {
        // From where the last one was reached onwards, so that the order is kept.
        let ahead = line.points.iter().enumerate().skip(reached);
        let nearest = ahead.map(|(i, p)| (i, p.position.distance(site.position))).find(|(_, apart)| *apart < 0.0016);
        let Some((i, _)) = nearest else {
            let off = line.points.iter().map(|p| p.position.distance(site.position)).fold(f32::INFINITY, f32::min);
            wrong.push(format!("{name} does not come to {} in its turn: {:.1} mm off", site.code, off * 1e3));
            continue;
        };
        reached = i;
    }
    for pair in line.points.windows(2) {
        let step = pair[0].position.distance(pair[1].position);
        let middle = height_above(skin, pair[0].position.midpoint(pair[1].position));
        if step > 0.010 || !(-0.0005..0.002).contains(&middle) {
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
