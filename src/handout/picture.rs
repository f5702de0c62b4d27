//! The figure on paper: seen from where its numbers are seen best, each number on a disc at its place.

use glam::{Vec2, Vec3};
use image::ImageFormat;

use super::Picture;
use crate::body::camera::{Area, Camera};
use crate::body::figure::Figure;
use crate::body::views::NamedView;
use crate::body::visible::DepthMap;
use crate::export::sheet::letters::{Letters, Type};
use crate::export::sheet::paper::{Align, Ink, Paper};
use crate::export::sheet::raster::{self, Ground};
use crate::i18n::Tr;
use crate::model::SkinTone;
use crate::theme::{Face, Look};

/// How wide and high a picture is, in pixels: 60 by 80 millimetres at 250 dots an inch.
const SIZE: (u32, u32) = (600, 800);
/// More pictures would leave no room for words.
const MOST: usize = 3;
/// The sides from which the figure is shown, the back first.
const VIEWS: [NamedView; 4] = [NamedView::Back, NamedView::Front, NamedView::Left, NamedView::Right];
/// The radius of a disc with a number, in pixels.
const DISC: f32 = 21.0;
const NUMBER: Type = Type(Face::SansBold, 25.0);
/// The least part of the body's height that is shown, so that one sees which part it is.
const LEAST: f32 = 0.42;

/// A number at its place on the skin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Numbered {
    /// The number of the step.
    pub number: usize,
    /// Its place, in metres.
    pub at: Vec3,
    /// Which way the skin looks there.
    pub normal: Vec3,
}

/// Draws the figure: without numbers once from the back, to be marked with a pen; with numbers from as many sides as
/// it takes to see them, but at most three.
pub fn pictures(tr: &Tr, figure: &Figure, look: &Look, skin: SkinTone, numbers: &[Numbered]) -> Vec<Picture> {
    let letters = Letters::new();
    if numbers.is_empty() {
        let stature = figure.landmarks.stature;
        let whole = NamedView::Back.camera(&figure.landmarks);
        let middle = Vec3::new(0.0, stature * 0.5, 0.0);
        let camera = Camera { span: stature * 1.08, target: middle, ..whole }.limited();
        return draw(tr, figure, look, skin, &letters, (NamedView::Back, &camera), &[]).into_iter().collect();
    }
    let mut left = numbers.to_vec();
    let mut made = Vec::new();
    while made.len() < MOST && !left.is_empty() {
        let Some((view, seen)) = best_view(figure, &left) else { break };
        let camera = closer(view.camera(&figure.landmarks), &seen, figure.landmarks.stature);
        made.extend(draw(tr, figure, look, skin, &letters, (view, &camera), &seen));
        left.retain(|number| !seen.contains(number));
    }
    made
}

/// The side that sees most of the numbers, and which it sees.
fn best_view(figure: &Figure, numbers: &[Numbered]) -> Option<(NamedView, Vec<Numbered>)> {
    let area = Area { centre: Vec2::splat(400.0), size: Vec2::splat(800.0) };
    let mut depth = DepthMap::default();
    let mut best: Option<(NamedView, Vec<Numbered>)> = None;
    for view in VIEWS {
        let camera = view.camera(&figure.landmarks);
        depth.draw(&figure.skin.light, &camera, area);
        let seen: Vec<Numbered> =
            numbers.iter().filter(|n| depth.shows(n.at, n.normal, &camera, area)).copied().collect();
        if best.as_ref().is_none_or(|(_, known)| seen.len() > known.len()) {
            best = Some((view, seen));
        }
    }
    best.filter(|(_, seen)| !seen.is_empty())
}

/// The same side as near as all numbers allow.
fn closer(camera: Camera, seen: &[Numbered], stature: f32) -> Camera {
    let basis = camera.basis();
    let flat = |n: &Numbered| Vec2::new(basis.right.dot(n.at - camera.target), basis.up.dot(n.at - camera.target));
    let (low, high) =
        seen.iter().map(flat).fold((Vec2::INFINITY, Vec2::NEG_INFINITY), |(low, high), at| (low.min(at), high.max(at)));
    let shape = SIZE.0 as f32 / SIZE.1 as f32;
    let size = high - low;
    let span = (size.y * 1.3).max(size.x * 1.35 / shape).max(stature * LEAST).min(camera.span);
    let middle = (low + high) * 0.5;
    // The spine stays in the middle where it can, so that left and right are seen as such.
    let aside = if size.x * 0.5 + middle.x.abs() < span * shape * 0.42 { 0.0 } else { middle.x };
    Camera { span, target: camera.target + basis.right * aside + basis.up * middle.y, ..camera }.limited()
}

fn draw(
    tr: &Tr,
    figure: &Figure,
    look: &Look,
    skin: SkinTone,
    letters: &Letters,
    (view, camera): (NamedView, &Camera),
    numbers: &[Numbered],
) -> Option<Picture> {
    let colours = look.on_skin();
    let [ink, halo] = [colours.ink, colours.sheet].map(|c| [c.r(), c.g(), c.b()]);
    let white: Ink = [255; 3];
    let unit = |ink: Ink| Vec3::from(ink.map(|v| f32::from(v) / 255.0));
    let ground = Ground { paper: unit(white), ink: unit(ink) };
    let body = raster::picture(&figure.skin.full, (camera, 9.0), SIZE, &look.paint(skin), &ground);
    let mut paper = Paper::new(SIZE, white, letters)?;
    paper.picture(&body, (0, 0), 30);
    let size = Vec2::new(SIZE.0 as f32, SIZE.1 as f32);
    let area = Area { centre: size * 0.5, size };
    for (at, place, number) in apart(numbers, camera, area) {
        if at.distance(place) > 1.0 {
            paper.line(place, at, 5.0, halo, 0.9);
            paper.line(place, at, 2.2, ink, 1.0);
        }
        paper.disc(place, 6.5, halo, 1.0);
        paper.disc(place, 4.5, ink, 1.0);
        paper.disc(at, DISC + 3.0, halo, 1.0);
        paper.disc(at, DISC, ink, 1.0);
        let text = number.to_string();
        let wide = letters.width(NUMBER, &text);
        paper.text(NUMBER, &text, at + Vec2::new(-wide * 0.5, NUMBER.1 * 0.36), Align::Left, halo);
    }
    let seen = tr.text(seen_from(view));
    let mut told: Vec<usize> = numbers.iter().map(|n| n.number).collect();
    told.sort_unstable();
    told.dedup();
    let told: Vec<String> = told.iter().map(ToString::to_string).collect();
    let (says, caption) = if told.is_empty() {
        (tr.text("handout-picture-bare"), format!("{} {seen}", tr.text("handout-mark-where")))
    } else {
        (tr.text_with("handout-picture", &[("numbers", told.join(", ").into())]), seen.clone())
    };
    let mut png = std::io::Cursor::new(Vec::new());
    paper.finish().write_to(&mut png, ImageFormat::Png).ok()?;
    let png = png.into_inner();
    Some(Picture { png, says: format!("{says} {seen}"), caption, shape: SIZE.0 as f32 / SIZE.1 as f32 })
}

/// The key of what says from where a picture is seen, and which side of it is whose.
fn seen_from(view: NamedView) -> &'static str {
    match view {
        NamedView::Front => "handout-seen-front",
        NamedView::Left => "handout-seen-left",
        NamedView::Right => "handout-seen-right",
        _ => "handout-seen-back",
    }
}

/// Where each disc stands: on its place, or moved from those before it until none covers another.
fn apart(numbers: &[Numbered], camera: &Camera, area: Area) -> Vec<(Vec2, Vec2, usize)> {
    let mut placed: Vec<(Vec2, Vec2, usize)> = Vec::new();
    for number in numbers {
        let place = camera.project(number.at, area);
        let outward = if place.x < area.centre.x { -1.0 } else { 1.0 };
        let tries = (0..40).map(|i| {
            // On its place first, then on growing rings, outward before inward.
            let (ring, turn) = (i / 8, i % 8);
            if i == 0 {
                return place;
            }
            let side = if turn % 2 == 0 { 1.0 } else { -1.0 };
            let angle = side * (turn as f32) * 0.4;
            place + Vec2::new(outward * angle.cos(), angle.sin()) * (DISC * (1.6 + 0.9 * ring as f32))
        });
        let free = |at: &Vec2| {
            let clear = placed.iter().all(|(disc, dot, _)| {
                disc.distance(*at) > DISC * 2.0 + 8.0 && (dot.distance(*at) > DISC + 8.0 || *dot == place)
            });
            clear && area.holds(*at, DISC + 4.0)
        };
        let mut tries = tries;
        let at = tries.find(free).unwrap_or(place);
        placed.push((at, place, number.number));
    }
    placed
}
