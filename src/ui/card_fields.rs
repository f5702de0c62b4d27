//! The fields of a card. A field that is not verified is absent.

use std::collections::BTreeSet;

use eframe::egui::{Color32, CornerRadius, Frame, Margin, Pos2, Rect, Sense, Stroke, Ui, pos2, vec2};

use super::Cx;
use super::widgets::{caption, heading, heading_in, icon, job, paragraph, rich};
use crate::describe;
use crate::model::{CautionId, Point, SourceId, Statement};
use crate::theme::{Face, Icon, Role};
use crate::visit::Level;

/// What every card says beside the two accounts: shared statements of the core pack.
const DOUBT_TRADITION: &str = "doubt-tradition";
const DOUBT_BODY: &str = "doubt-body";

/// Where the point is: plain words, the measurement as a detail.
pub(super) fn place(ui: &mut Ui, cx: &Cx<'_>, point: &Point) {
    let Some(place) = &point.place else { return };
    let c = cx.look.colours();
    let scale = &cx.look.scale;
    let lead = format!("{}. ", cx.tr.text("card-where"));
    rich(
        ui,
        job([
            (lead.as_str(), scale.format_in(Role::Card, Face::SansBold, 1.0, c.ink)),
            (place.plain.as_str(), scale.format(Role::Card, c.ink)),
        ]),
    );
    if cx.visit.level == Level::More {
        paragraph(ui, cx.look, Role::Caption, c.ink2, &place.measure);
    }
    caption(ui, cx.look, &source_line(cx, &place.sources));
}

/// Other names, another accepted place, and the roles that tradition gives.
pub(super) fn variants(ui: &mut Ui, cx: &Cx<'_>, point: &Point) {
    let c = cx.look.colours();
    if !point.also_called.is_empty() {
        let names = [("names", point.also_called.join(", ").into())];
        paragraph(ui, cx.look, Role::Caption, c.ink2, &cx.tr.text_with("card-also-called", &names));
    }
    if let Some(other) = &point.also_placed {
        let text = [("place", other.plain.as_str().into())];
        paragraph(ui, cx.look, Role::Card, c.ink2, &cx.tr.text_with("card-also-placed", &text));
    }
    if !point.roles.is_empty() {
        let roles: Vec<String> = point.roles.iter().map(|role| cx.tr.text(describe::role_key(*role))).collect();
        let text = [("roles", roles.join(", ").into())];
        paragraph(ui, cx.look, Role::Caption, c.ink2, &cx.tr.text_with("card-roles", &text));
    }
}

/// Tradition and body in the same shape: beside each other where there is room, else one above the other.
pub(super) fn accounts(ui: &mut Ui, cx: &Cx<'_>, point: &Point) {
    let accounts: Vec<Account<'_>> = [
        point.tradition.as_ref().map(|says| Account { says, tradition: true }),
        point.body.as_ref().map(|says| Account { says, tradition: false }),
    ]
    .into_iter()
    .flatten()
    .collect();
    if accounts.is_empty() {
        return;
    }
    ui.add_space(4.0);
    let beside = accounts.len() == 2 && ui.available_width() >= 360.0;
    if !beside {
        for account in &accounts {
            field(ui, cx, account, 0.0);
        }
        return;
    }
    let width = (ui.available_width() - 12.0) * 0.5;
    let id =
        ui.scope_id().with(("account-height", point.code.as_str(), cx.visit.level == Level::More, width.to_bits()));
    // Both have the height of the taller one, which is known from the frame before.
    let known = ui.data(|d| d.get_temp::<f32>(id)).unwrap_or(0.0);
    let mut tallest = 0.0f32;
    let top = ui.cursor().min;
    for (i, account) in accounts.iter().enumerate() {
        let corner = top + vec2(i as f32 * (width + 12.0), 0.0);
        let column = Rect::from_min_size(corner, vec2(width, 0.0));
        let inner = ui.scope_builder(eframe::egui::UiBuilder::new().max_rect(column).id_salt(i), |ui| {
            ui.set_width(width);
            field(ui, cx, account, known)
        });
        tallest = tallest.max(inner.inner);
    }
    if (tallest - known).abs() > 0.5 {
        ui.data_mut(|d| d.insert_temp(id, tallest));
        ui.ctx().request_discard("both accounts take the height of the taller one");
    }
    let used = ui.cursor().top() - top.y;
    ui.add_space((tallest - used).max(0.0));
}

struct Account<'a> {
    says: &'a Statement,
    tradition: bool,
}

/// One account in its field. Gives the height that its content needs.
fn field(ui: &mut Ui, cx: &Cx<'_>, account: &Account<'_>, least: f32) -> f32 {
    let c = cx.look.colours();
    let (tint, colour, picture, title, doubt) = if account.tradition {
        (c.tradtint, c.trad, Icon::Tradition, "card-tradition", DOUBT_TRADITION)
    } else {
        (c.bodytint, c.body, Icon::Body, "card-body", DOUBT_BODY)
    };
    let edge = if cx.look.tokens.contrast { Stroke::new(2.0, colour) } else { Stroke::NONE };
    let mut needed = 0.0;
    Frame::new()
        .fill(tint)
        .stroke(edge)
        .corner_radius(CornerRadius::same(10))
        .inner_margin(Margin::symmetric(14, 10))
        .show(ui, |ui| {
            let width = ui.available_width();
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = 8.0;
            let top = ui.cursor().top();
            ui.spacing_mut().interact_size.y = 24.0;
            ui.horizontal(|ui| {
                let sign = icon(ui, picture, 20.0, colour);
                let (rect, _) = ui.allocate_exact_size(vec2(22.0, 24.0), Sense::hover());
                ui.painter().galley(rect.center() - sign.size() * 0.5, sign, colour);
                let format = cx.look.scale.format_in(Role::Card, Face::SansSemibold, 1.03, colour);
                heading_in(ui, 2, format, &cx.tr.text(title));
            });
            rule(ui, colour, account.tradition, width);
            for part in account.says.plain.split("\n\n") {
                paragraph(ui, cx.look, Role::Card, c.ink, part.trim());
            }
            if cx.visit.level == Level::More
                && let Some(more) = &account.says.more
            {
                paragraph(ui, cx.look, Role::Caption, c.ink2, more);
            }
            let mut sources = account.says.sources.clone();
            if let Some(doubt) = cx.catalog.caution(&CautionId(doubt.to_owned())) {
                paragraph(ui, cx.look, Role::Caption, c.ink2, &doubt.says.plain);
                more(ui, cx, &doubt.says);
                sources.extend(doubt.says.sources.iter().filter(|id| !account.says.sources.contains(id)).cloned());
            }
            paragraph(ui, cx.look, Role::Caption, c.ink2, &source_line(cx, &sources));
            needed = ui.cursor().top() - top - 8.0 + 20.0;
            ui.add_space((least - needed).max(0.0));
        });
    needed
}

/// The rule under a field's heading: solid for tradition, dotted for the body.
fn rule(ui: &mut Ui, colour: Color32, solid: bool, width: f32) {
    let (rect, _) = ui.allocate_exact_size(vec2(width, 2.0), Sense::hover());
    let painter = ui.painter();
    if solid {
        painter.hline(rect.x_range(), rect.center().y, Stroke::new(2.0, colour));
    } else {
        let dots = (rect.width() / 5.0) as usize;
        for i in 0..dots {
            let x = rect.left() + i as f32 * 5.0;
            painter.hline(x..=x + 2.2, rect.center().y, Stroke::new(2.0, colour));
        }
    }
}

/// What lies under the skin.
pub(super) fn under(ui: &mut Ui, cx: &Cx<'_>, point: &Point) {
    let Some(says) = &point.under else { return };
    let c = cx.look.colours();
    ui.add_space(6.0);
    heading(ui, cx.look, 2, Role::Label, &cx.tr.text("card-under"));
    paragraph(ui, cx.look, Role::Card, c.ink, &says.plain);
    more(ui, cx, says);
    caption(ui, cx.look, &source_line(cx, &says.sources));
}

fn more(ui: &mut Ui, cx: &Cx<'_>, says: &Statement) {
    if cx.visit.level == Level::More
        && let Some(text) = &says.more
    {
        paragraph(ui, cx.look, Role::Caption, cx.look.colours().ink2, text);
    }
}

/// How often low-back trials used the point, as dots and in words.
pub(super) fn trials(ui: &mut Ui, cx: &Cx<'_>, point: &Point) {
    let Some(trials) = &point.trials else { return };
    let c = cx.look.colours();
    ui.add_space(6.0);
    let count = trials.of.min(20);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 16.0), Sense::hover());
    for i in 0..count {
        let at: Pos2 = pos2(rect.left() + 7.0 + i as f32 * 18.0, rect.center().y);
        let fill = if i < trials.named { c.ink } else { Color32::TRANSPARENT };
        ui.painter().circle(at, 6.0, fill, Stroke::new(1.4, c.ink));
    }
    let words = [("named", trials.named.into()), ("of", trials.of.into())];
    paragraph(ui, cx.look, Role::Card, c.ink, &cx.tr.text_with("card-trials", &words));
    if let Some(plain) = &trials.plain {
        paragraph(ui, cx.look, Role::Card, c.ink2, plain);
    }
    caption(ui, cx.look, &source_line(cx, &trials.sources));
}

/// What to take care of, in the same size as the rest.
pub(super) fn cautions(ui: &mut Ui, cx: &Cx<'_>, point: &Point) {
    let shared =
        point.cautions.iter().filter_map(|id| cx.catalog.caution(id)).map(|c| (Some(c.name.as_str()), &c.says));
    let all: Vec<(Option<&str>, &Statement)> =
        point.own_caution.iter().map(|says| (None, says)).chain(shared).collect();
    if all.is_empty() {
        return;
    }
    let c = cx.look.colours();
    ui.add_space(6.0);
    let frame = Frame::new().fill(c.alerttint).corner_radius(CornerRadius::same(10)).inner_margin(Margin {
        left: 18,
        right: 14,
        top: 12,
        bottom: 12,
    });
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().interact_size.y = 22.0;
        ui.horizontal(|ui| {
            let flag = icon(ui, Icon::Flag, 20.0, c.alert);
            let (rect, _) = ui.allocate_exact_size(vec2(24.0, 22.0), Sense::hover());
            ui.painter().galley(rect.center() - flag.size() * 0.5, flag, c.alert);
            heading(ui, cx.look, 2, Role::Label, &cx.tr.text("card-caution"));
        });
        for (name, says) in all {
            let text = cx.look.scale.format(Role::Card, c.ink);
            let strong = cx.look.scale.format_in(Role::Card, Face::SansBold, 1.0, c.ink);
            let lead = name.map(|n| format!("{n}. ")).unwrap_or_default();
            rich(ui, job([(lead.as_str(), strong), (says.plain.as_str(), text)]));
            more(ui, cx, says);
            paragraph(ui, cx.look, Role::Caption, c.ink2, &source_line(cx, &says.sources));
        }
    });
    let bar = Rect::from_min_size(shown.response.rect.min, vec2(5.0, shown.response.rect.height()));
    ui.painter().rect_filled(bar, CornerRadius { nw: 10, sw: 10, ne: 0, se: 0 }, c.alert);
}

/// Every source of the card in full.
pub(super) fn sources(ui: &mut Ui, cx: &Cx<'_>, point: &Point) {
    if cx.visit.level != Level::More {
        return;
    }
    let mut ids: BTreeSet<&SourceId> = BTreeSet::new();
    ids.extend(point.place.iter().flat_map(|p| &p.sources));
    for says in [&point.under, &point.tradition, &point.body, &point.own_caution].into_iter().flatten() {
        ids.extend(&says.sources);
    }
    ids.extend(point.trials.iter().flat_map(|t| &t.sources));
    ids.extend(point.cautions.iter().filter_map(|id| cx.catalog.caution(id)).flat_map(|c| &c.says.sources));
    ui.add_space(8.0);
    heading(ui, cx.look, 2, Role::Label, &cx.tr.text("card-sources"));
    for source in ids.into_iter().filter_map(|id| cx.catalog.source(id)) {
        caption(ui, cx.look, &source.citation);
    }
}

/// “Source: WHO 2008; Cherkin 2009”.
fn source_line(cx: &Cx<'_>, ids: &[SourceId]) -> String {
    let names: Vec<&str> = ids.iter().filter_map(|id| cx.catalog.source(id)).map(|s| s.short.as_str()).collect();
    cx.tr.text_with("card-source-line", &[("sources", names.join("; ").into())])
}
