//! The sections of the program in the top bar: as many tabs as there is room for, the last ones behind one button.

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::{
    Color32, FontId, Frame, Key, Margin, Memory, Modifiers, Popup, PopupCloseBehavior, Response, Stroke, Ui, WidgetInfo,
};

use super::Cx;
use super::scroll::up_to;
use super::widgets::{LEAST, Weight, button, button_width, icon_button, job, row_button, tab};
use crate::model::Chapter;
use crate::theme::{Face, Icon, Role};
use crate::visit::{Action, Screen};

/// The sections in their fixed order, with the keys of their names.
const SECTIONS: &[(Screen, &str)] = &[
    (Screen::Body, "nav-body"),
    (Screen::Plan, "nav-plan"),
    (Screen::Qi, "nav-qi"),
    (Screen::Endorphins, "nav-endorphins"),
    (Screen::Chapter(Chapter::Benefits), "nav-benefits"),
    (Screen::Chapter(Chapter::Evidence), "nav-evidence"),
    (Screen::Chapter(Chapter::Safety), "nav-safety"),
    (Screen::Chapter(Chapter::Visit), "nav-visit"),
    (Screen::Diary, "nav-diary"),
];
/// The space between two tabs, and what a tab has beside its word.
const GAP: f32 = 6.0;
const PADDING: f32 = 12.0;

/// Where else one can go from the bar, with the key of its name.
pub(super) type Elsewhere = (Action, &'static str);

/// Shows the tabs in a room of this width. What else found no room in the bar, `left`, stands in the menu too.
pub(super) fn sections(ui: &mut Ui, cx: &Cx<'_>, room: f32, left: &[Elsewhere], out: &mut Vec<Action>) {
    let offered: Vec<&(Screen, &str)> = SECTIONS.iter().filter(|(screen, _)| is_offered(cx, screen)).collect();
    let names: Vec<String> = offered.iter().map(|(_, key)| cx.tr.text(key)).collect();
    let widths: Vec<f32> = names.iter().map(|name| width(ui, name)).collect();
    let more = cx.tr.text("nav-more");
    let whole = room;
    let menu = button_width(ui, cx.look, Some(Icon::Menu), &more) + GAP;
    let all_fit = widths.iter().sum::<f32>() + if left.is_empty() { 0.0 } else { menu } <= room;
    let room = if all_fit { room } else { room - menu };
    let mut used = 0.0;
    let fits = widths.iter().take_while(|width| {
        used += **width;
        used <= room
    });
    let fits = fits.count();
    for ((screen, _), name) in offered.iter().copied().zip(&names).take(fits) {
        if tab(ui, cx.look, cx.visit.screen == *screen, name).clicked() {
            out.push(Action::Go(screen.clone()));
        }
    }
    if fits < offered.len() || !left.is_empty() {
        let go = offered[fits..].iter().map(|(screen, key)| (Action::Go(screen.clone()), *key));
        let entries: Vec<Elsewhere> = left.iter().cloned().chain(go).collect();
        rest(ui, cx, whole - used_by(&widths, fits), &more, &entries, out);
    }
}

/// Whether a section is there where Deqi is used.
fn is_offered(cx: &Cx<'_>, screen: &Screen) -> bool {
    match screen {
        Screen::Plan => cx.features.plans,
        Screen::Diary => cx.features.diary,
        _ => true,
    }
}

/// How much room the first tabs take.
fn used_by(widths: &[f32], tabs: usize) -> f32 {
    widths.iter().take(tabs).sum()
}

/// How much room a tab takes. An open tab is set stronger, so the wider face counts.
fn width(ui: &Ui, name: &str) -> f32 {
    let font = FontId::new(16.0, Face::SansSemibold.family());
    (ui.painter().layout_no_wrap(name.to_owned(), font, Color32::PLACEHOLDER).size().x + PADDING).max(LEAST) + GAP
}

/// What found no room, as a menu behind one button.
fn rest(ui: &mut Ui, cx: &Cx<'_>, room: f32, more: &str, entries: &[Elsewhere], out: &mut Vec<Action>) {
    let c = cx.look.colours();
    let is_here = |action: &Action| matches!(action, Action::Go(screen) if *screen == cx.visit.screen);
    let here = entries.iter().any(|(action, _)| is_here(action));
    // Where even its word finds no room, its sign stands alone.
    let response = if room < button_width(ui, cx.look, Some(Icon::Menu), more) {
        icon_button(ui, cx.look, Icon::Menu, more)
    } else {
        button(ui, cx.look, if here { Weight::Second } else { Weight::Quiet }, Some(Icon::Menu), more)
    };
    let id = Popup::default_response_id(&response);
    if Popup::is_id_open(ui.ctx(), id) && ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Escape)) {
        // Back to where one came from; what lies under the menu does not hear of it.
        Popup::close_id(ui.ctx(), id);
        response.request_focus();
    }
    let open = Popup::is_id_open(ui.ctx(), id);
    response.widget_info(|| WidgetInfo::selected(NodeRole::Button, true, open, more));
    let frame = Frame::new()
        .fill(c.sheet)
        .stroke(Stroke::new(cx.look.tokens.stroke(1.5), c.line))
        .corner_radius(14)
        .inner_margin(Margin::same(8));
    let shown = Popup::menu(&response)
        .accessible_name(more)
        .frame(frame)
        .width(220.0)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            let mut held = false;
            up_to(ui, cx, ui.ctx().content_rect().height() - 120.0, |ui| {
                for (action, key) in entries {
                    let name = cx.tr.text(key);
                    let word = ui.painter().layout_job(job([(name.as_str(), cx.look.scale.format(Role::Text, c.ink))]));
                    let row = row_button(ui, cx.look, is_here(action), &name, word, None);
                    held |= row.has_focus();
                    if row.clicked() {
                        out.push(action.clone());
                        ui.close();
                    }
                }
            });
            held
        });
    close_behind(ui, &response, shown.map(|shown| shown.inner));
}

/// Closes the menu once the keyboard, which was in it or on its button, has gone on: it would lie over what has the
/// keyboard now. `held` tells whether the keyboard is in the menu, if that is open.
fn close_behind(ui: &Ui, button: &Response, held: Option<bool>) {
    let id = button.id.with("had the keyboard");
    let had = ui.data(|data| data.get_temp(id)).unwrap_or(false);
    let elsewhere = ui.memory(Memory::focused).is_some();
    let has = held.is_some_and(|held| held || button.has_focus() || had && !elsewhere);
    if held.is_some() && had && !has {
        Popup::close_id(ui.ctx(), Popup::default_response_id(button));
    }
    if has != had {
        ui.data_mut(|data| data.insert_temp(id, has));
        ui.ctx().request_repaint();
    }
}
