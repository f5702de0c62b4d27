//! The bar at the top: always there, always the same names in the same places.

use eframe::egui::{Align, CornerRadius, Layout, Margin, Stroke, StrokeKind, TextEdit, Ui, UiBuilder, vec2};

use super::Cx;
use super::sections::{Elsewhere, sections};
use super::widgets::{Weight, button, button_width, icon, icon_button, job, rich};
use crate::theme::{Face, Icon, Role};
use crate::visit::{Action, Change, PlanAsk, Screen, Sheet};

/// Pages that have a place of their own in the bar.
const WARNING_SIGNS: &str = "warning_signs";
/// The width of the search field: at most, and where sections need the room.
const FIELD: f32 = 206.0;
const FIELD_LEAST: f32 = 150.0;

/// Shows the bar.
pub(super) fn top_bar(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    let width = ui.available_width();
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = if width >= 320.0 { 6.0 } else { 2.0 };
        if width >= 560.0 {
            sign(ui, cx, width >= 1330.0 || (700.0..1000.0).contains(&width));
            ui.add_space(10.0);
        }
        ui.add_enabled_ui(cx.visit.can_go_back(), |ui| {
            if icon_button(ui, cx.look, Icon::Back, &cx.tr.text("nav-back")).clicked() {
                out.push(Action::Back);
            }
        });
        // What a narrow bar has no room for stands in the menu of sections: first the settings, then the way home.
        let (homes, sets) = (width >= 356.0, width >= 400.0);
        let home = cx.tr.text("nav-home");
        let pressed = if width >= 1400.0 {
            button(ui, cx.look, Weight::Quiet, Some(Icon::Home), &home).clicked()
        } else {
            homes && icon_button(ui, cx.look, Icon::Home, &home).clicked()
        };
        if pressed {
            out.push(Action::Home);
        }
        let tells = width >= 640.0;
        let stories = cx.tr.text("nav-stories");
        if tells && icon_button(ui, cx.look, Icon::Play, &stories).clicked() {
            out.push(Action::Go(Screen::Stories));
        }
        let home = (!homes).then_some((Action::Home, "nav-home"));
        let stories = (!tells).then_some((Action::Go(Screen::Stories), "nav-stories"));
        let settings = (!sets).then_some((Action::Open(Sheet::Settings), "nav-settings"));
        let picture = cx.features.saves_pictures.then_some((Action::Plan(PlanAsk::Picture), "nav-picture"));
        let left: Vec<Elsewhere> = home.into_iter().chain(stories).chain(settings).chain(picture).collect();
        // The right half stands at the right end, and still goes from left to right for the keyboard.
        let warning = cx.tr.text("nav-warning-signs");
        let searches = width >= 840.0 && cx.features.typing;
        let steps = width >= 460.0;
        let room = button_width(ui, cx.look, Some(Icon::Flag), &warning)
            + 50.0 * f32::from(u8::from(steps) + u8::from(sets))
            + if searches { 6.0 } else { 50.0 };
        let least = if searches { FIELD_LEAST } else { 0.0 };
        sections(ui, cx, ui.available_width() - room - least - 12.0, &left, out);
        let field_width = (ui.available_width() - room - 6.0).clamp(FIELD_LEAST, FIELD);
        let right = room + if searches { field_width } else { 0.0 };
        ui.add_space((ui.available_width() - right - 6.0).max(0.0));
        if searches {
            field(ui, cx, field_width, out);
        } else if icon_button(ui, cx.look, Icon::Search, &cx.tr.text("find-field")).clicked() {
            out.push(Action::Open(Sheet::Find));
        }
        if steps && icon_button(ui, cx.look, Icon::TextSize, &cx.tr.text("nav-text-size")).clicked() {
            out.push(Action::Set(Change::TextSize(cx.next_text)));
        }
        if sets && icon_button(ui, cx.look, Icon::Settings, &cx.tr.text("nav-settings")).clicked() {
            out.push(Action::Open(Sheet::Settings));
        }
        warning_signs(ui, cx, out);
    });
}

/// The way to the warning signs, at the right end of every bar.
pub(super) fn warning_signs(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    if button(ui, cx.look, Weight::Alert, Some(Icon::Flag), &cx.tr.text("nav-warning-signs")).clicked() {
        out.push(Action::OpenPage(WARNING_SIGNS.to_owned()));
    }
}

fn sign(ui: &mut Ui, cx: &Cx<'_>, hanzi: bool) {
    let c = cx.look.colours();
    let name = cx.look.scale.format_in(Role::Heading, Face::SerifSemibold, 1.1, c.ink);
    let mut pieces = vec![(cx.tr.text("app-name"), name)];
    if hanzi {
        pieces.push((
            format!("  {}", cx.tr.text("app-hanzi")),
            cx.look.scale.format_in(Role::Heading, Face::Kai, 0.85, c.ink3),
        ));
    }
    rich(ui, job(pieces.iter().map(|(text, format)| (text.as_str(), format.clone()))));
}

/// The field to find a point in.
pub(super) fn field(ui: &mut Ui, cx: &Cx<'_>, width: f32, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    let (rect, _) = ui.allocate_exact_size(vec2(width, 44.0), eframe::egui::Sense::hover());
    let edge = Stroke::new(cx.look.tokens.stroke(1.5), c.line);
    ui.painter().rect(rect, CornerRadius::same(22), c.sheet, edge, StrokeKind::Inside);
    let glass = icon(ui, Icon::Search, 20.0, c.ink3);
    ui.painter().galley(rect.left_center() + vec2(16.0, -glass.size().y * 0.5), glass, c.ink3);
    let mut query = cx.visit.query.clone();
    let inner = rect.with_min_x(rect.left() + 44.0).with_max_x(rect.right() - 14.0).shrink2(vec2(0.0, 10.0));
    let name = cx.tr.text("find-field");
    // A child of its own, so that the bar goes on beside the field and not beside what is in it.
    let builder = UiBuilder::new().max_rect(inner).id_salt("find").layout(Layout::left_to_right(Align::Center));
    let ui = &mut ui.new_child(builder);
    let hint = job([(cx.tr.text("find-placeholder").as_str(), cx.look.scale.format(Role::Text, c.ink3))]);
    let edit = TextEdit::singleline(&mut query)
        .id_salt("find-field")
        .frame(eframe::egui::Frame::NONE)
        .margin(Margin::ZERO)
        .font(cx.look.scale.font(Role::Text))
        .char_limit(80)
        .desired_width(f32::INFINITY)
        .hint_text(eframe::egui::WidgetText::LayoutJob(hint.into()));
    let response = ui.add(edit).accessible_name(name);
    if response.has_focus() {
        super::widgets::ring(ui.painter(), cx.look, rect, 22);
    }
    if response.changed() {
        out.push(Action::Ask(query.clone()));
    } else if response.clicked() && (cx.visit.sheet != Sheet::Find || cx.visit.sheet_closed) {
        out.push(Action::Open(Sheet::Find));
    }
    if response.lost_focus()
        && ui.input(|i| i.key_pressed(eframe::egui::Key::Enter))
        && let Some(hit) = cx.search.find(&query, 1).first()
    {
        out.push(Action::OpenPoint(hit.code.clone()));
    }
}
