//! What a panel or a picture rests on: its claims, how sure each is, compared with what, when it was checked and when it
//! is due again, and every source.

use std::collections::BTreeSet;

use eframe::egui::Ui;

use super::super::Cx;
use super::super::how_sure::source;
use super::super::widgets::{caption, heading, job, paragraph, rich};
use crate::describe::charts::certainty_key;
use crate::model::{Claim, NOT_APPLICABLE, SourceId};
use crate::theme::{Face, Role};

/// Shows claims and their sources, and more sources that a chart names itself.
pub(super) fn bearing(ui: &mut Ui, cx: &Cx<'_>, claims: &[&Claim], more: &[SourceId]) {
    let c = cx.look.colours();
    paragraph(ui, cx.look, Role::Card, c.ink2, &cx.tr.text("bearing-lead"));
    for one in claims {
        ui.add_space(4.0);
        claim(ui, cx, one);
    }
    ui.add_space(8.0);
    heading(ui, cx.look, 2, Role::Strong, &cx.tr.text("sure-sources"));
    let mut told = BTreeSet::new();
    for id in more.iter().chain(claims.iter().flat_map(|claim| &claim.sources)) {
        if told.insert(id)
            && let Some(found) = cx.catalog.source(id)
        {
            source(ui, cx, found);
        }
    }
}

fn claim(ui: &mut Ui, cx: &Cx<'_>, claim: &Claim) {
    let c = cx.look.colours();
    rich(ui, job([(claim.text.at(cx.visit.reader.reading), cx.look.scale.format(Role::Card, c.ink))]));
    let sure = cx.tr.text(certainty_key(claim.certainty));
    let mut line = cx.tr.text_with("bearing-certainty", &[("certainty", sure.into())]);
    if claim.comparison != NOT_APPLICABLE {
        let with = [("with", claim.comparison.clone().into())];
        line = format!("{line} {}", cx.tr.text_with("bearing-compared", &with));
    }
    let dates = [("checked", claim.checked_on.to_string().into()), ("due", claim.review_by.to_string().into())];
    caption(ui, cx.look, &format!("{line} {}", cx.tr.text_with("bearing-dates", &dates)));
    if cx.today.is_some_and(|today| claim.is_overdue(today)) {
        let format = cx.look.scale.format_in(Role::Caption, Face::SansSemibold, 1.0, c.alert);
        rich(ui, job([(cx.tr.text("bearing-overdue").as_str(), format)]));
    }
}
