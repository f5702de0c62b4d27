//! A hanging scroll with words of an old book, written downward, and what they mean.

use eframe::egui::{Align, Color32, CornerRadius, FontId, Painter, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

use super::super::super::widgets::job;
use super::super::super::{Cx, sheet};
use crate::model::Idea;
use crate::theme::{Face, Role};

/// How wide the paper is.
const WIDTH: f32 = 138.0;
/// From character to character.
const STEP: f32 = 58.0;
/// The size of a character.
const CHARACTER: f32 = 48.0;
/// How thick a rod is, and how far it stands out.
const ROD: (f32, f32) = (9.0, 8.0);

/// Where the scroll in a room ends.
pub(super) fn right(room: Rect) -> f32 {
    room.left() + WIDTH + ROD.1 * 2.0 + 6.0
}

/// Paints the scroll from the top of the room down, where there is room for it.
pub(super) fn show(painter: &Painter, cx: &Cx<'_>, room: Rect, idea: &Idea) {
    let c = cx.look.colours();
    let (Some(hanzi), Some(pinyin)) = (&idea.hanzi, &idea.pinyin) else { return };
    let characters: Vec<String> = hanzi.simplified.chars().map(String::from).collect();
    let mut words = job([
        (idea.says.plain.as_str(), cx.look.scale.format_in(Role::Text, Face::Serif, 1.0, c.ink)),
        ("\n", cx.look.scale.format_in(Role::Caption, Face::SerifItalic, 1.0, c.ink2)),
        (source(cx, idea), cx.look.scale.format_in(Role::Caption, Face::SerifItalic, 1.0, c.ink2)),
    ]);
    words.wrap.max_width = WIDTH - 28.0;
    words.halign = Align::LEFT;
    let words = painter.layout_job(words);
    let height = 22.0 + STEP * characters.len() as f32 + 26.0 + words.size().y + 20.0;
    if height > room.height() || room.width() < WIDTH {
        return;
    }
    let paper = Rect::from_min_size(room.min + vec2(ROD.1, ROD.0 * 0.5), vec2(WIDTH, height));
    sheet::shadow(painter, cx, paper);
    painter.rect(paper, CornerRadius::ZERO, c.sheet, sheet::edge(cx), StrokeKind::Inside);
    for y in [paper.top(), paper.bottom()] {
        let rod = Rect::from_center_size(pos2(paper.center().x, y), vec2(WIDTH + ROD.1 * 2.0, ROD.0));
        let wood = c.trad.lerp_to_gamma(if cx.look.tokens.dark { c.well } else { c.ink }, 0.66);
        painter.rect(rod, CornerRadius::same(4), wood, Stroke::NONE, StrokeKind::Inside);
    }
    let font = FontId::new(CHARACTER, Face::Serif.family());
    let mut y = paper.top() + 18.0;
    for (character, sound) in characters.into_iter().zip(pinyin.split_whitespace()) {
        let glyph = painter.layout_no_wrap(character, font.clone(), c.ink);
        painter.galley(pos2(paper.left() + 12.0, y + (STEP - glyph.size().y) * 0.5), glyph, c.ink);
        let sound =
            painter.layout_job(job([(sound, cx.look.scale.format_in(Role::Text, Face::SerifItalic, 1.1, c.ink2))]));
        painter.galley(pos2(paper.left() + 70.0, y + (STEP - sound.size().y) * 0.5), sound, c.ink2);
        y += STEP;
    }
    let mark = [pos2(paper.left() + 14.0, y + 10.0), pos2(paper.left() + 56.0, y + 10.0)];
    painter.add(Shape::line_segment(mark, Stroke::new(cx.look.tokens.stroke(2.0), c.trad)));
    painter.galley(pos2(paper.left() + 14.0, y + 22.0), words, Color32::PLACEHOLDER);
}

fn source<'a>(cx: &Cx<'a>, idea: &Idea) -> &'a str {
    idea.says.sources.first().and_then(|id| cx.catalog.source(id)).map_or("", |source| source.short.as_str())
}
