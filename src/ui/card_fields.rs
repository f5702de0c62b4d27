//! The fields of a card. A field that is not verified is absent.

use std::collections::BTreeSet;

use eframe::egui::{Color32, CornerRadius, Frame, Margin, Pos2, Rect, Sense, Stroke, Ui, pos2, vec2};

use super::Cx;
use super::widgets::{caption, heading, icon, job, paragraph, rich, row_button};
use crate::describe;
use crate::model::{Chapter, Point, SourceId, Statement, Study};
use crate::theme::{Face, Icon, Role};
use crate::visit::{Account, Action, Level, ReadAsk, Topic};

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
        more(ui, cx, other);
        caption(ui, cx.look, &source_line(cx, &other.sources));
    }
    if !point.roles.is_empty() {
        let roles: Vec<String> = point.roles.iter().map(|role| cx.tr.text(describe::role_key(*role))).collect();
        let text = [("roles", roles.join(", ").into())];
        paragraph(ui, cx.look, Role::Caption, c.ink2, &cx.tr.text_with("card-roles", &text));
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

pub(super) fn more(ui: &mut Ui, cx: &Cx<'_>, says: &Statement) {
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

/// The studies that used the point, each a line that opens it, and what big ones say of the exact spot.
pub(super) fn studies(ui: &mut Ui, cx: &Cx<'_>, point: &Point, out: &mut Vec<Action>) {
    let named = cx.catalog.studies_of(&point.code);
    if named.is_empty() {
        return;
    }
    let c = cx.look.colours();
    ui.add_space(6.0);
    heading(ui, cx.look, 2, Role::Label, &cx.tr.text("card-studies"));
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for study in named {
            used_by(ui, cx, study, out);
        }
    });
    if let Some(spot) = describe::doubt(cx.catalog, Account::Body) {
        paragraph(ui, cx.look, Role::Card, c.ink, &spot.plain);
        caption(ui, cx.look, &source_line(cx, &spot.sources));
    }
}

/// One study in a line: its name and year, how its points were chosen.
fn used_by(ui: &mut Ui, cx: &Cx<'_>, study: &Study, out: &mut Vec<Action>) {
    let c = cx.look.colours();
    let name = format!("{}, {}", study.name, study.year);
    let how = study.chosen.as_ref().map(|chosen| format!("\n{chosen}")).unwrap_or_default();
    let lead = cx.look.scale.format_in(Role::Card, Face::SansSemibold, 1.0, c.ink);
    let mut words = job([(name.as_str(), lead), (how.as_str(), cx.look.scale.format(Role::Caption, c.ink2))]);
    words.wrap.max_width = ui.available_width() - 64.0;
    let words = ui.painter().layout_job(words);
    let said = cx.tr.text_with("card-study", &[("study", name.as_str().into())]);
    if row_button(ui, cx.look, false, &said, words, Some(Icon::Next)).clicked() {
        out.push(Action::Read(ReadAsk::Open(Chapter::Evidence, Topic::Studies)));
        out.push(Action::Read(ReadAsk::Study(Some(study.source.clone()))));
    }
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
pub(super) fn source_line(cx: &Cx<'_>, ids: &[SourceId]) -> String {
    let names: Vec<&str> = ids.iter().filter_map(|id| cx.catalog.source(id)).map(|s| s.short.as_str()).collect();
    cx.tr.text_with("card-source-line", &[("sources", names.join("; ").into())])
}
