//! The card of a point: its names, where it is, both accounts in step, and what to take care of.

use std::sync::Arc;

use eframe::egui::{Align, CornerRadius, Galley, Layout, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

use super::Cx;
use super::card_accounts;
use super::card_fields;
use super::sheet::scroll;
use super::widgets::{
    LEAST, Weight, button, button_width, chip, focus_ring, heading, icon, icon_button, job, paragraph,
};
use crate::describe;
use crate::model::{Layout as Sites, Point, PointCode, Side, SiteKey};
use crate::theme::{Face, Icon, Role};
use crate::visit::{Action, Level};

/// Shows the card of a point.
pub(super) fn card(ui: &mut Ui, cx: &Cx<'_>, code: &PointCode, out: &mut Vec<Action>) {
    let Some(point) = cx.catalog.point(code) else { return };
    // On a small window everything scrolls; else the names of the sheet stand still.
    if ui.available_height() < 420.0 {
        scroll(ui, cx, code.as_str(), |ui| {
            top(ui, cx, point, out);
            text(ui, cx, point, out);
            neighbours(ui, cx, point, out);
        });
        return;
    }
    top(ui, cx, point, out);
    let foot = 60.0;
    let room = ui.available_height() - foot;
    ui.allocate_ui(vec2(ui.available_width(), room), |ui| {
        ui.set_min_height(room);
        scroll(ui, cx, code.as_str(), |ui| text(ui, cx, point, out));
    });
    ui.add_space(8.0);
    neighbours(ui, cx, point, out);
}

/// All that the card says.
fn text(ui: &mut Ui, cx: &Cx<'_>, point: &Point, out: &mut Vec<Action>) {
    names(ui, cx, point);
    hairline(ui, cx);
    card_fields::place(ui, cx, point);
    card_fields::variants(ui, cx, point);
    card_accounts::accounts(ui, cx, point, out);
    card_fields::under(ui, cx, point);
    card_fields::trials(ui, cx, point);
    card_fields::cautions(ui, cx, point);
    card_fields::studies(ui, cx, point, out);
    if point.layout == Sites::Nowhere {
        paragraph(ui, cx.look, Role::Caption, cx.look.colours().ink2, &cx.tr.text("card-not-placed"));
    }
    other_side(ui, cx, point, out);
    super::plan::card_button(ui, cx, point, out);
    card_fields::sources(ui, cx, point);
}

/// The code on its tag, the channel, and the cross.
fn top(ui: &mut Ui, cx: &Cx<'_>, point: &Point, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    ui.horizontal(|ui| {
        let code = cx.look.scale.format_in(Role::Card, Face::SansBold, 1.0, c.onfill);
        let galley = ui.painter().layout_job(job([(point.code.as_str(), code)]));
        let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(20.0, 8.0), Sense::hover());
        response.widget_info(|| {
            eframe::egui::WidgetInfo::labeled(eframe::egui::accesskit::Role::Label, true, &point.code.0)
        });
        ui.painter().rect_filled(rect, CornerRadius::same(6), c.ink);
        ui.painter().galley(rect.min + vec2(10.0, 4.0), galley, c.onfill);
        let room = ui.available_width() - 52.0;
        ui.allocate_ui_with_layout(vec2(room, 44.0), Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(room);
            paragraph(ui, cx.look, Role::Card, c.ink2, &describe::on_channel(cx.tr, cx.catalog, &point.code));
        });
        if icon_button(ui, cx.look, Icon::Close, &cx.tr.text("close")).clicked() {
            out.push(Action::CloseSheet);
        }
    });
}

/// English, pinyin and characters.
fn names(ui: &mut Ui, cx: &Cx<'_>, point: &Point) {
    let c = cx.look.colours();
    let scale = &cx.look.scale;
    let mut hanzi = point.hanzi.simplified.clone();
    if point.hanzi.traditional != point.hanzi.simplified && cx.visit.level == Level::More {
        hanzi = format!("{hanzi} {}", point.hanzi.traditional);
    }
    ui.horizontal_top(|ui| {
        let big = ui.painter().layout_job(job([(hanzi.as_str(), scale.format_in(Role::Title, Face::Kai, 1.2, c.ink))]));
        let pinyin = ui
            .painter()
            .layout_job(job([(point.pinyin.as_str(), scale.format_in(Role::Strong, Face::SerifItalic, 1.05, c.ink2))]));
        let side = big.size().x.max(pinyin.size().x) + 4.0;
        let room = (ui.available_width() - side - 12.0).max(120.0);
        ui.allocate_ui_with_layout(vec2(room, 10.0), Layout::top_down(Align::Min), |ui| {
            ui.set_min_width(room);
            ui.spacing_mut().item_spacing.y = 0.0;
            heading(ui, cx.look, 1, Role::Title, &point.english);
            if let Some(line) = describe::old_name_of_organ(cx.tr, cx.catalog, point) {
                paragraph(ui, cx.look, Role::Caption, c.ink2, &line);
            } else {
                paragraph(ui, cx.look, Role::Caption, c.ink2, &point.region);
            }
        });
        let height = big.size().y + pinyin.size().y;
        let (rect, response) = ui.allocate_exact_size(vec2(side, height), Sense::hover());
        let name = format!("{hanzi}, {}", point.pinyin);
        response.widget_info(|| eframe::egui::WidgetInfo::labeled(eframe::egui::accesskit::Role::Label, true, &name));
        ui.painter().galley(pos2(rect.right() - big.size().x, rect.top() - 4.0), big.clone(), c.ink);
        ui.painter().galley(pos2(rect.right() - pinyin.size().x, rect.top() + big.size().y - 6.0), pinyin, c.ink2);
    });
}

pub(super) fn hairline(ui: &mut Ui, cx: &Cx<'_>) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 9.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, Stroke::new(1.0, cx.look.colours().rule));
}

/// The twin of the chosen marker.
fn other_side(ui: &mut Ui, cx: &Cx<'_>, point: &Point, out: &mut Vec<Action>) {
    let Some(chosen) = cx.visit.chosen.as_ref().filter(|site| site.code == point.code) else { return };
    if point.layout == Sites::OneSided {
        return;
    }
    let side = match chosen.side {
        Side::Left => Side::Right,
        Side::Right => Side::Left,
        Side::Midline => return,
    };
    if button(ui, cx.look, Weight::Second, None, &cx.tr.text("card-other-side")).clicked() {
        out.push(Action::Choose(SiteKey { side, ..chosen.clone() }));
    }
}

/// Back and forth along the channel, and how much to tell.
fn neighbours(ui: &mut Ui, cx: &Cx<'_>, point: &Point, out: &mut Vec<Action>) {
    let points = cx.catalog.points();
    let here = cx.catalog.position(&point.code).unwrap_or_default();
    let on_channel = |i: usize| points.get(i).filter(|p| p.channel == point.channel);
    let before = here.checked_sub(1).and_then(on_channel);
    let after = on_channel(here + 1);
    let more = cx.visit.level == Level::More;
    let word = cx.tr.text("card-more");
    ui.horizontal(|ui| {
        let (width, left, gap) = (ui.available_width(), ui.cursor().left(), ui.spacing().item_spacing.x);
        let middle = button_width(ui, cx.look, None, &word);
        let sides = [before, after].map(|to| to.map_or(LEAST, |to| spelled_width(&step_words(ui, cx, to, Icon::Next))));
        // Where large letters leave too little room, arrows say it without the code.
        let spelled = sides[0] + sides[1] + middle + gap * 2.0 <= width;
        step(ui, cx, before, "card-previous", Icon::Previous, spelled, out);
        ui.add_space((left + (width - middle) * 0.5 - ui.cursor().left()).max(0.0));
        if chip(ui, cx.look, more, None, &word).clicked() {
            out.push(Action::Tell(if more { Level::Plain } else { Level::More }));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            step(ui, cx, after, "card-next", Icon::Next, spelled, out);
        });
    });
}

/// The code and the arrow of a step along the channel.
fn step_words(ui: &Ui, cx: &Cx<'_>, to: &Point, picture: Icon) -> [Arc<Galley>; 2] {
    let ink = cx.look.colours().ink;
    let code = job([(to.code.as_str(), cx.look.scale.format_in(Role::Label, Face::SansBold, 1.08, ink))]);
    [ui.painter().layout_job(code), icon(ui, picture, 20.0, ink)]
}

fn spelled_width([code, arrow]: &[Arc<Galley>; 2]) -> f32 {
    code.size().x + arrow.size().x + 32.0
}

fn step(ui: &mut Ui, cx: &Cx<'_>, to: Option<&Point>, key: &str, picture: Icon, spelled: bool, out: &mut Vec<Action>) {
    let Some(to) = to else {
        ui.allocate_exact_size(vec2(LEAST, LEAST), Sense::hover());
        return;
    };
    let c = cx.look.colours();
    let name = cx.tr.text_with(key, &[("code", to.code.0.clone().into())]);
    let words = step_words(ui, cx, to, picture);
    let width = if spelled { spelled_width(&words) } else { LEAST };
    let [word, arrow] = words;
    let (rect, response) = ui.allocate_exact_size(vec2(width, LEAST), Sense::click());
    response.widget_info(|| eframe::egui::WidgetInfo::labeled(eframe::egui::accesskit::Role::Button, true, &name));
    let fill = if response.is_pointer_button_down_on() { c.well } else { c.sheet };
    let edge = Stroke::new(cx.look.tokens.stroke(1.5), c.line);
    ui.painter().rect(rect, CornerRadius::same(22), fill, edge, StrokeKind::Inside);
    let (arrow_x, word_x) = match picture {
        _ if !spelled => (rect.center().x - arrow.size().x * 0.5, None),
        Icon::Previous => (rect.left() + 12.0, Some(rect.right() - 14.0 - word.size().x)),
        _ => (rect.right() - 12.0 - arrow.size().x, Some(rect.left() + 14.0)),
    };
    let y = |height: f32| rect.center().y - height * 0.5;
    ui.painter().galley(pos2(arrow_x, y(arrow.size().y)), arrow.clone(), c.ink);
    if let Some(x) = word_x {
        ui.painter().galley(pos2(x, y(word.size().y)), word.clone(), c.ink);
    }
    focus_ring(ui.painter(), cx.look, &response, 22);
    if response.clicked() {
        out.push(Action::OpenPoint(to.code.clone()));
    }
}
