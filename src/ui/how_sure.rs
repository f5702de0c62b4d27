//! How sure one can be of one account of a point: what kind of knowledge it is, what is not known, and every source.

use eframe::egui::{Ui, vec2};

use super::Cx;
use super::touched::title;
use super::widgets::{Badge, Weight, button, caption, heading, job, paragraph, rich};
use crate::describe;
use crate::model::{Grade, PointCode, Source};
use crate::theme::{Face, Icon, Role};
use crate::visit::{Account, Action};

/// Shows what bears an account.
pub(super) fn how_sure(ui: &mut Ui, cx: &Cx<'_>, code: &PointCode, account: Account, out: &mut Vec<Action>) {
    let Some(point) = cx.catalog.point(code) else { return };
    let Some(says) = describe::account(point, account) else { return };
    let c = cx.look.colours();
    title(ui, cx, &cx.tr.text("sure-title"), out);
    let key = match account {
        Account::Tradition => "sure-of-tradition",
        Account::Body => "sure-of-body",
    };
    let name = format!("{} {}", point.code, point.english);
    paragraph(ui, cx.look, Role::Strong, c.ink2, &cx.tr.text_with(key, &[("point", name.into())]));
    paragraph(ui, cx.look, Role::Card, c.ink, &says.plain);
    if let Some(grade) = describe::sure(says, account) {
        kind(ui, cx, grade, Role::Card);
    }
    ui.add_space(6.0);
    if let Some(doubt) = describe::doubt(cx.catalog, account) {
        heading(ui, cx.look, 2, Role::Strong, &cx.tr.text("sure-not-known"));
        paragraph(ui, cx.look, Role::Card, c.ink, &doubt.plain);
        if let Some(more) = &doubt.more {
            paragraph(ui, cx.look, Role::Caption, c.ink2, more);
        }
        ui.add_space(6.0);
    }
    heading(ui, cx.look, 2, Role::Strong, &cx.tr.text("sure-sources"));
    let doubted = describe::doubt(cx.catalog, account).map(|doubt| doubt.sources.as_slice()).unwrap_or_default();
    let others = doubted.iter().filter(|id| !says.sources.contains(id));
    for source in says.sources.iter().chain(others).filter_map(|id| cx.catalog.source(id)) {
        self::source(ui, cx, source);
    }
    ui.add_space(6.0);
    if account == Account::Body {
        heading(ui, cx.look, 2, Role::Strong, &cx.tr.text("sure-kinds"));
        for grade in Grade::ALL {
            kind(ui, cx, grade, Role::Caption);
        }
        ui.add_space(6.0);
    }
    if button(ui, cx.look, Weight::Second, Some(Icon::Back), &cx.tr.text("sure-back")).clicked() {
        out.push(Action::OpenPoint(code.clone()));
    }
}

/// A kind of knowledge and what it means.
fn kind(ui: &mut Ui, cx: &Cx<'_>, grade: Grade, role: Role) {
    ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
    Badge::new(ui, cx.look, Some(grade), &describe::grade(cx.tr, Some(grade))).label(ui);
    paragraph(ui, cx.look, role, cx.look.colours().ink2, &describe::grade_means(cx.tr, grade));
    ui.add_space(4.0);
}

/// A source in full, with what it is good for.
pub(super) fn source(ui: &mut Ui, cx: &Cx<'_>, source: &Source) {
    let c = cx.look.colours();
    let short = cx.look.scale.format_in(Role::Caption, Face::SansSemibold, 1.0, c.ink);
    let text = cx.look.scale.format(Role::Caption, c.ink2);
    rich(ui, job([(source.short.as_str(), short), (". ", text.clone()), (source.citation.as_str(), text)]));
    if let Some(note) = &source.note {
        caption(ui, cx.look, note);
    }
}
