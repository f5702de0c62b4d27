//! One of several: a row of words in one outline, and a row of colour swatches.

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::{
    Color32, CornerRadius, FontId, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};

use super::button::LEAST;
use super::control::{answer, focus_ring};
use crate::theme::{Face, Look, Role};

/// One thing to choose: its value and its word.
type Choice<'a, T> = (T, &'a str);

/// A row of words in one outline, or several rows where one is too narrow. Gives the value that was chosen anew.
pub(crate) fn choose<T: Copy + PartialEq>(
    ui: &mut Ui,
    look: &Look,
    name: &str,
    now: T,
    options: &[Choice<'_, T>],
) -> Option<T> {
    let mut chosen = None;
    let font = FontId::new(look.scale.font(Role::Label).size + 1.0, Face::SansSemibold.family());
    let widest = options
        .iter()
        .map(|(_, word)| ui.painter().layout_no_wrap((*word).to_owned(), font.clone(), Color32::WHITE).size().x)
        .fold(0.0, f32::max)
        + 24.0;
    let fits = (ui.available_width() / widest).floor().max(1.0) as usize;
    let rows = options.len().div_ceil(fits);
    let columns = options.len().div_ceil(rows.max(1)).max(1);
    let builder = UiBuilder::new().id_salt(name).accessibility_role(NodeRole::RadioGroup).accessibility_label(name);
    ui.scope_builder(builder, |ui| {
        let (area, _) = ui.allocate_exact_size(vec2(ui.available_width(), LEAST * rows as f32), Sense::hover());
        let c = look.colours();
        let edge = Stroke::new(look.tokens.stroke(1.5), c.line);
        ui.painter().rect(area, CornerRadius::same(22), c.sheet, edge, StrokeKind::Inside);
        let cell = vec2(area.width() / columns as f32, LEAST);
        for (i, &(value, word)) in options.iter().enumerate() {
            let corner = area.left_top() + vec2((i % columns) as f32 * cell.x, (i / columns) as f32 * cell.y);
            let rect = Rect::from_min_size(corner, cell);
            let response = ui.interact(rect, ui.scope_id().with(("option", i)), Sense::click());
            let on = value == now;
            response.widget_info(|| WidgetInfo::selected(NodeRole::RadioButton, ui.is_enabled(), on, word));
            let (fill, text) = if on { (c.ink, c.onfill) } else { (Color32::TRANSPARENT, c.ink) };
            let toward = if on { c.onfill } else { c.ink.gamma_multiply(0.6) };
            let inner = rect.shrink(4.0);
            ui.painter().rect_filled(inner, CornerRadius::same(18), answer(&response, fill, toward));
            let galley = ui.painter().layout_no_wrap(word.to_owned(), font.clone(), text);
            ui.painter().galley(rect.center() - galley.size() * 0.5, galley, text);
            focus_ring(ui.painter(), look, &response.clone().with_new_rect(inner), 18);
            if response.clicked() && !on {
                chosen = Some(value);
            }
        }
    });
    chosen
}

/// A row of colour swatches; each is called `name` and its number. Gives the number that was chosen anew, from 0.
pub(crate) fn swatches(
    ui: &mut Ui,
    look: &Look,
    group: &str,
    name: impl Fn(usize) -> String,
    now: usize,
    colours: impl Iterator<Item = Color32>,
) -> Option<usize> {
    let mut chosen = None;
    let builder = UiBuilder::new().id_salt(group).accessibility_role(NodeRole::RadioGroup).accessibility_label(group);
    ui.scope_builder(builder, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
            for (i, colour) in colours.enumerate() {
                let (rect, response) = ui.allocate_exact_size(Vec2::splat(LEAST), Sense::click());
                let on = i == now;
                response.widget_info(|| WidgetInfo::selected(NodeRole::RadioButton, ui.is_enabled(), on, name(i)));
                let c = look.colours();
                let painter = ui.painter();
                let middle = pos2(rect.center().x, rect.center().y);
                let radius = if response.hovered() || on { 17.0 } else { 15.5 };
                painter.circle(middle, radius, colour, Stroke::new(look.tokens.stroke(1.5), c.line));
                if on {
                    painter.circle_stroke(middle, 20.0, Stroke::new(look.tokens.stroke(2.5), c.ink));
                }
                focus_ring(painter, look, &response, 22);
                if response.clicked() && !on {
                    chosen = Some(i);
                }
            }
        });
    });
    chosen
}
