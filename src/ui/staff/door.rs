//! The keypad before the staff's page: our own, with keys for cold and hurried fingers; a keyboard works too.

use eframe::egui::accesskit::{Live, Role as NodeRole};
use eframe::egui::{CornerRadius, Key, Modifiers, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2};

use super::super::Cx;
use super::super::widgets::{answer, focus_ring, paragraph};
use super::title;
use crate::staff::{Ask, Staff};
use crate::store::pin::DIGITS;
use crate::theme::{Face, Role};

/// The keys from above, row by row. What is no digit takes the last one back; nothing stands at the lower left.
const KEYS: [[Option<u8>; 3]; 3] =
    [[Some(1), Some(2), Some(3)], [Some(4), Some(5), Some(6)], [Some(7), Some(8), Some(9)]];
const DIGIT_KEYS: [Key; 10] =
    [Key::Num0, Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
/// The space between keys.
const GAP: f32 = 12.0;
/// The sides of the smallest and of the largest key.
const LEAST: f32 = 44.0;
const MOST: f32 = 72.0;
/// What is kept free below the keys.
const EDGE: f32 = 16.0;
/// On a page lower than this the keys stand beside the words, if it is also this wide.
const HIGH: f32 = 520.0;
const WIDE: f32 = 360.0;

/// Shows the keypad, or says why there is none.
pub(super) fn door(ui: &mut Ui, cx: &Cx<'_>, staff: &Staff, has_pin: bool, out: &mut Vec<Ask>) {
    let c = cx.look.colours();
    title(ui, cx, &cx.tr.text("staff-door-title"), &cx.tr.text("staff-back"), out);
    if !has_pin {
        paragraph(ui, cx.look, Role::Text, c.ink2, &cx.tr.text("staff-door-none"));
        return;
    }
    let (page, top, open) = (ui.clip_rect().height(), ui.max_rect().top(), staff.wait() <= 0.0);
    let keys = |ui: &mut Ui, out: &mut Vec<Ask>| {
        // As high as there is room for, so that no key is below the edge.
        let height = page - (ui.cursor().top() - top) - EDGE;
        keypad(ui, cx, open, (height - GAP * 3.0) / 4.0, out);
    };
    if page < HIGH && ui.available_width() >= WIDE {
        let half = (ui.available_width() - GAP * 2.0) * 0.5;
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width(half);
                words(ui, cx, staff);
            });
            ui.add_space(GAP);
            ui.vertical(|ui| keys(ui, out));
        });
    } else {
        words(ui, cx, staff);
        keys(ui, out);
    }
    for (digit, key) in (0..).zip(DIGIT_KEYS) {
        if ui.input_mut(|i| i.consume_key(Modifiers::NONE, key)) {
            out.push(Ask::Digit(digit));
        }
    }
    if ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Backspace)) {
        out.push(Ask::Erase);
    }
}

/// What to do, how far it has come, what went wrong.
fn words(ui: &mut Ui, cx: &Cx<'_>, staff: &Staff) {
    let c = cx.look.colours();
    paragraph(ui, cx.look, Role::Text, c.ink2, &cx.tr.text("staff-door-lead"));
    ui.add_space(8.0);
    typed(ui, cx, staff.typed());
    let said = says(cx, staff);
    // Its line is always there, so that no key moves away under a finger.
    let response = paragraph(ui, cx.look, Role::Strong, c.alert, if said.is_empty() { " " } else { &said });
    ui.accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
    ui.add_space(4.0);
}

/// What went wrong and how long to wait.
fn says(cx: &Cx<'_>, staff: &Staff) -> String {
    let mut said = Vec::new();
    if staff.was_wrong() {
        said.push(cx.tr.text("staff-door-wrong"));
    }
    let seconds = staff.wait().ceil() as u32;
    if seconds > 90 {
        said.push(cx.tr.text_with("staff-door-wait-minutes", &[("minutes", seconds.div_ceil(60).into())]));
    } else if seconds > 0 {
        said.push(cx.tr.text_with("staff-door-wait", &[("seconds", seconds.into())]));
    }
    said.join(" ")
}

/// As many dots as the PIN has digits, and those that were typed are filled.
fn typed(ui: &mut Ui, cx: &Cx<'_>, typed: usize) {
    let c = cx.look.colours();
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 36.0), Sense::hover());
    let name = cx.tr.text_with("staff-door-typed", &[("typed", typed.into()), ("all", DIGITS.into())]);
    response.widget_info(|| WidgetInfo::labeled(NodeRole::Label, true, &name));
    let step = (rect.width() / DIGITS as f32).min(32.0);
    let first = rect.center() - vec2(step * (DIGITS as f32 - 1.0) * 0.5, 0.0);
    for i in 0..DIGITS {
        let at = first + vec2(step * i as f32, 0.0);
        let fill = if i < typed { c.ink } else { c.sheet };
        ui.painter().circle(at, 8.0, fill, Stroke::new(cx.look.tokens.stroke(1.5), c.ink));
    }
}

/// The keys, each of a height if a finger can press what is so low.
fn keypad(ui: &mut Ui, cx: &Cx<'_>, open: bool, height: f32, out: &mut Vec<Ask>) {
    let width = ui.available_width().clamp(LEAST * 3.0 + GAP * 2.0, MOST * 3.0 + GAP * 2.0);
    let size = vec2((width - GAP * 2.0) / 3.0, height.clamp(LEAST, MOST));
    let left = ((ui.available_width() - width) * 0.5).max(0.0);
    ui.spacing_mut().item_spacing = Vec2::splat(GAP);
    let erase = cx.tr.text("staff-door-erase");
    for row in KEYS.into_iter().chain([[None, Some(0), None]]) {
        ui.horizontal(|ui| {
            ui.add_space(left);
            for (column, digit) in row.into_iter().enumerate() {
                match digit {
                    Some(digit) if key(ui, cx, size, open, &digit.to_string()) => out.push(Ask::Digit(digit)),
                    None if column == 0 => _ = ui.allocate_exact_size(size, Sense::hover()),
                    None if key(ui, cx, size, open, &erase) => out.push(Ask::Erase),
                    _ => {}
                }
            }
        });
    }
}

/// One key; whether it was pressed.
fn key(ui: &mut Ui, cx: &Cx<'_>, size: Vec2, open: bool, name: &str) -> bool {
    let c = cx.look.colours();
    let (rect, response) = ui.allocate_exact_size(size, if open { Sense::click() } else { Sense::hover() });
    response.widget_info(|| WidgetInfo::labeled(NodeRole::Button, open, name));
    let digit = name.len() == 1;
    let role = if digit { Role::Heading } else { Role::Label };
    let mut format = cx.look.scale.format_in(role, Face::SansSemibold, 1.0, if open { c.ink } else { c.ink3 });
    format.line_height = None;
    let word = ui.painter().layout_no_wrap(name.to_owned(), format.font_id, format.color);
    let edge = Stroke::new(cx.look.tokens.stroke(1.5), if open { c.line } else { c.rule });
    let round = CornerRadius::same(16);
    ui.painter().rect(rect, round, answer(&response, c.sheet, c.ink), edge, StrokeKind::Inside);
    ui.painter().galley(rect.center() - word.size() * 0.5, word, c.ink);
    focus_ring(ui.painter(), cx.look, &response, 16);
    response.clicked()
}
