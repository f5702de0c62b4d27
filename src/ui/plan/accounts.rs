//! Both accounts of a point in short, in the same shape: what tradition says, what the body does, and how sure it is.

use eframe::egui::{CornerRadius, Frame, Margin, Stroke, Ui};

use super::super::Cx;
use super::super::card_accounts;
use super::super::card_fields::source_line;
use super::super::widgets::{Badge, paragraph};
use crate::describe;
use crate::model::Point;
use crate::theme::Role;
use crate::visit::Account;

/// So many letters of each account are told: a practitioner tells the rest.
const SHORT: usize = 150;

/// Shows both, one under the other.
pub(super) fn accounts(ui: &mut Ui, cx: &Cx<'_>, point: &Point) {
    let c = cx.look.colours();
    for account in [Account::Tradition, Account::Body] {
        let Some(says) = describe::account(point, account) else { continue };
        let (tint, colour) = match account {
            Account::Tradition => (c.tradtint, c.trad),
            Account::Body => (c.bodytint, c.body),
        };
        let edge = if cx.look.tokens.contrast { Stroke::new(2.0, colour) } else { Stroke::NONE };
        let frame = Frame::new().fill(tint).stroke(edge).corner_radius(CornerRadius::same(10));
        frame.inner_margin(Margin::symmetric(14, 10)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 8.0;
            ui.spacing_mut().interact_size.y = 24.0;
            card_accounts::title(ui, cx, account);
            let short = describe::plan::first_sentences(&says.plain, SHORT);
            paragraph(ui, cx.look, Role::Text, c.ink, short);
            if let Some(grade) = describe::sure(says, account) {
                Badge::new(ui, cx.look, Some(grade), &describe::grade(cx.tr, Some(grade))).label(ui);
            }
            paragraph(ui, cx.look, Role::Caption, c.ink2, &source_line(cx, &says.sources));
        });
    }
}
