//! Buttons: pills with a word, chips that stay chosen, round icons, tabs, and rows of a list.

use std::sync::Arc;

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::{
    Color32, CornerRadius, FontId, Galley, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::control::{answer, focus_ring, is_painted};
use crate::theme::{Face, Icon, Look, Role};

pub(crate) use crate::theme::LEAST;

/// How strongly a button asks to be pressed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Weight {
    /// The first action of a screen: ink.
    First,
    /// Any other: an outline.
    Second,
    /// A word in the bar.
    Quiet,
    /// Warning signs.
    Alert,
}

struct Dress {
    fill: Color32,
    text: Color32,
    edge: Stroke,
    toward: Color32,
}

impl Weight {
    fn dress(self, look: &Look) -> Dress {
        let c = look.colours();
        let stroke = |w: f32, colour| Stroke::new(look.tokens.stroke(w), colour);
        match self {
            Self::First => Dress { fill: c.ink, text: c.onfill, edge: stroke(1.5, c.ink), toward: c.onfill },
            Self::Second => Dress { fill: c.sheet, text: c.ink, edge: stroke(1.5, c.line), toward: c.ink },
            Self::Quiet => {
                Dress { fill: Color32::TRANSPARENT, text: c.ink, edge: Stroke::NONE, toward: c.ink.gamma_multiply(0.6) }
            }
            Self::Alert => Dress { fill: c.sheet, text: c.alert, edge: stroke(2.0, c.alert), toward: c.alert },
        }
    }
}

/// A pill with an icon, a word, or both.
pub(crate) fn button(ui: &mut Ui, look: &Look, weight: Weight, icon: Option<Icon>, text: &str) -> Response {
    pill(ui, look, &weight.dress(look), icon, text, None, 0.0)
}

/// A pill at least so wide.
pub(crate) fn wide_button(
    ui: &mut Ui,
    look: &Look,
    weight: Weight,
    icon: Option<Icon>,
    text: &str,
    width: f32,
) -> Response {
    pill(ui, look, &weight.dress(look), icon, text, None, width)
}

/// A pill that stays chosen: chips and switches.
pub(crate) fn chip(ui: &mut Ui, look: &Look, chosen: bool, icon: Option<Icon>, text: &str) -> Response {
    let weight = if chosen { Weight::First } else { Weight::Second };
    pill(ui, look, &weight.dress(look), icon, text, Some(chosen), 0.0)
}

/// A pill that stays chosen, at least so wide.
pub(crate) fn wide_chip(
    ui: &mut Ui,
    look: &Look,
    chosen: bool,
    icon: Option<Icon>,
    text: &str,
    width: f32,
) -> Response {
    let weight = if chosen { Weight::First } else { Weight::Second };
    pill(ui, look, &weight.dress(look), icon, text, Some(chosen), width)
}

/// How wide a pill is where it has room.
pub(crate) fn button_width(ui: &Ui, look: &Look, picture: Option<Icon>, text: &str) -> f32 {
    let word = word(ui, look, text, Color32::PLACEHOLDER).size().x;
    let gap = if text.is_empty() { 0.0 } else { 8.0 };
    word + picture.map_or(0.0, |picture| icon(ui, picture, 20.0, Color32::PLACEHOLDER).size().x + gap) + 36.0
}

fn word(ui: &Ui, look: &Look, text: &str, colour: Color32) -> Arc<Galley> {
    let size = look.scale.font(Role::Label).size + 2.0;
    ui.painter().layout_no_wrap(text.to_owned(), FontId::new(size, Face::SansSemibold.family()), colour)
}

fn pill(
    ui: &mut Ui,
    look: &Look,
    dress: &Dress,
    picture: Option<Icon>,
    text: &str,
    chosen: Option<bool>,
    least: f32,
) -> Response {
    let word = word(ui, look, text, dress.text);
    let glyph = picture.map(|picture| icon(ui, picture, 20.0, dress.text));
    let gap = if glyph.is_some() && !text.is_empty() { 8.0 } else { 0.0 };
    let inner = glyph.as_ref().map_or(0.0, |g| g.size().x) + gap + word.size().x;
    let padding = if dress.edge == Stroke::NONE || ui.available_width() < inner + 40.0 { 10.0 } else { 18.0 };
    let width = (inner + padding * 2.0).max(least);
    let (rect, response) = ui.allocate_exact_size(vec2(width, LEAST), Sense::click());
    response.widget_info(|| match chosen {
        Some(on) => WidgetInfo::selected(NodeRole::Button, ui.is_enabled(), on, text),
        None => WidgetInfo::labeled(NodeRole::Button, ui.is_enabled(), text),
    });
    if is_painted(ui, &response) {
        let painter = ui.painter();
        let shape = press(&response, rect);
        painter.rect(
            shape,
            CornerRadius::same(22),
            answer(&response, dress.fill, dress.toward),
            dress.edge,
            StrokeKind::Inside,
        );
        let mut x = shape.center().x - inner * 0.5;
        if let Some(glyph) = glyph {
            let at = pos2(x, shape.center().y - glyph.size().y * 0.5);
            x += glyph.size().x + gap;
            painter.galley(at, glyph, dress.text);
        }
        painter.galley(pos2(x, shape.center().y - word.size().y * 0.5), word, dress.text);
        focus_ring(painter, look, &response, 22);
    }
    response
}

/// A round button with only an icon; `name` is what it is called.
pub(crate) fn icon_button(ui: &mut Ui, look: &Look, picture: Icon, name: &str) -> Response {
    wordless(ui, look, LEAST, name, |ui, response| {
        let c = look.colours();
        let colour = if ui.is_enabled() { c.ink } else { c.ink3 };
        let shape = press(response, response.rect);
        let fill = answer(response, Color32::TRANSPARENT, c.ink.gamma_multiply(0.6));
        ui.painter().rect_filled(shape, CornerRadius::same(22), fill);
        glyph(ui, picture, shape, colour);
    })
}

/// The first button of a row of round ones: a disc of ink with only an icon; `name` is what it is called.
pub(crate) fn disc_button(ui: &mut Ui, look: &Look, picture: Icon, name: &str) -> Response {
    wordless(ui, look, LEAST, name, |ui, response| {
        let c = look.colours();
        let fill = if ui.is_enabled() { c.ink } else { c.line };
        let fill = if response.hovered() { fill.lerp_to_gamma(c.onfill, 0.12) } else { fill };
        ui.painter().circle_filled(response.rect.center(), 22.0, fill);
        glyph(ui, picture, response.rect, c.onfill);
    })
}

/// An outlined pill with only an icon, at least so wide; `name` is what it is called.
pub(crate) fn sign_button(ui: &mut Ui, look: &Look, picture: Icon, name: &str, width: f32) -> Response {
    wordless(ui, look, width.max(LEAST), name, |ui, response| {
        let dress = Weight::Second.dress(look);
        let shape = press(response, response.rect);
        let fill = answer(response, dress.fill, dress.toward);
        ui.painter().rect(shape, CornerRadius::same(22), fill, dress.edge, StrokeKind::Inside);
        glyph(ui, picture, shape, dress.text);
    })
}

/// A button without words: its name is told to the screen reader, and to a pointer that rests on it.
fn wordless(ui: &mut Ui, look: &Look, width: f32, name: &str, paint: impl FnOnce(&Ui, &Response)) -> Response {
    let (_, response) = ui.allocate_exact_size(vec2(width, LEAST), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(NodeRole::Button, ui.is_enabled(), name));
    if is_painted(ui, &response) {
        paint(ui, &response);
        focus_ring(ui.painter(), look, &response, 22);
    }
    response.on_hover_text(name)
}

/// Its icon, in the middle.
fn glyph(ui: &Ui, picture: Icon, shape: Rect, colour: Color32) {
    let glyph = icon(ui, picture, 22.0, colour);
    ui.painter().galley(shape.center() - glyph.size() * 0.5, glyph, colour);
}

/// A word in the top bar: the open one is strong and underlined.
pub(crate) fn tab(ui: &mut Ui, look: &Look, open: bool, text: &str) -> Response {
    let c = look.colours();
    let face = if open { Face::SansSemibold } else { Face::Sans };
    let colour = if open { c.ink } else { c.ink2 };
    let word = ui.painter().layout_no_wrap(text.to_owned(), FontId::new(16.0, face.family()), colour);
    let (rect, response) = ui.allocate_exact_size(vec2((word.size().x + 12.0).max(LEAST), LEAST), Sense::click());
    response.widget_info(|| WidgetInfo::selected(NodeRole::Tab, ui.is_enabled(), open, text));
    if is_painted(ui, &response) {
        let painter = ui.painter();
        let width = word.size().x;
        painter.galley(rect.center() - word.size() * 0.5, word, colour);
        if open {
            let bar = Rect::from_center_size(pos2(rect.center().x, rect.bottom() - 3.0), vec2(width, 3.0));
            painter.rect_filled(bar, CornerRadius::same(1), c.ink);
        } else if response.hovered() {
            let bar = Rect::from_center_size(pos2(rect.center().x, rect.bottom() - 3.0), vec2(width, 1.5));
            painter.rect_filled(bar, CornerRadius::same(1), c.line);
        }
        focus_ring(painter, look, &response, 6);
    }
    response
}

/// A row of a list, as wide as the list: what `text` draws is one node called `name`.
pub(crate) fn row_button(
    ui: &mut Ui,
    look: &Look,
    chosen: bool,
    name: &str,
    text: Arc<Galley>,
    end: Option<Icon>,
) -> Response {
    let (_, response) = ui.allocate_exact_size(vec2(ui.available_width(), row_height(&text)), Sense::click());
    row(ui, look, chosen, name, text, end, response)
}

/// How high a row with this text is.
pub(crate) fn row_height(text: &Galley) -> f32 {
    (text.size().y + 20.0).max(LEAST)
}

/// The same over a place that was made for it: for lists so long that most of their rows are not laid out.
pub(crate) fn row(
    ui: &Ui,
    look: &Look,
    chosen: bool,
    name: &str,
    text: Arc<Galley>,
    end: Option<Icon>,
    response: Response,
) -> Response {
    let c = look.colours();
    let rect = response.rect;
    response.widget_info(|| WidgetInfo::selected(NodeRole::Button, ui.is_enabled(), chosen, name));
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        let base = if chosen { c.well } else { Color32::TRANSPARENT };
        painter.rect_filled(rect, CornerRadius::same(10), answer(&response, base, c.ink.gamma_multiply(0.6)));
        if chosen {
            let mark = Rect::from_min_size(rect.left_top() + vec2(0.0, 8.0), vec2(4.0, rect.height() - 16.0));
            painter.rect_filled(mark, CornerRadius::same(2), c.ink);
        }
        painter.galley(pos2(rect.left() + 14.0, rect.center().y - text.size().y * 0.5), text, c.ink);
        if let Some(end) = end {
            let glyph = icon(ui, end, 20.0, c.ink3);
            let at = pos2(rect.right() - 12.0 - glyph.size().x, rect.center().y - glyph.size().y * 0.5);
            painter.galley(at, glyph, c.ink3);
        }
    }
    focus_ring(ui.painter(), look, &response, 10);
    response
}

/// An icon, laid out to be painted.
pub(crate) fn icon(ui: &Ui, picture: Icon, size: f32, colour: Color32) -> Arc<Galley> {
    ui.painter().layout_no_wrap(picture.glyph().to_string(), FontId::new(size, Face::Sans.family()), colour)
}

/// The shape of a control under a finger: a little smaller, so that the press is felt.
fn press(response: &Response, rect: Rect) -> Rect {
    if response.is_pointer_button_down_on() { rect.shrink2(rect.size() * 0.01) } else { rect }
}
