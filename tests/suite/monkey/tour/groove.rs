//! The groove of a scroll bar: a touch in it turns to a page.

use eframe::egui::accesskit::Role;
use eframe::egui::pos2;

use super::choice::{Choice, Sort};
use crate::support::Thing;

/// A finger touches a groove at no more places than this.
const MOST_PAGES: f32 = 9.0;

/// Places in the groove: one for each page. `choice` is the bar as a whole.
pub(super) fn groove(bar: &Thing, choice: &Choice, pages: u8) -> impl Iterator<Item = Choice> {
    let inner = bar.shown.shrink(2.0);
    (0..pages).map(move |page| {
        let share = f32::from(page) / f32::from(pages - 1);
        let at = if inner.height() > inner.width() {
            pos2(inner.center().x, inner.top() + inner.height() * share)
        } else {
            pos2(inner.left() + inner.width() * share, inner.center().y)
        };
        let kinds = ["page".to_owned(), "page".to_owned()];
        Choice { name: format!("page {page} of {pages}"), kinds, at, sort: Sort::Page, ..choice.clone() }
    })
}

/// How many pages a bar turns, as the length of its handle shows. All that is beside the bar counts.
pub(super) fn pages(bar: &Thing, all: &[Thing]) -> u8 {
    let area = bar.rect;
    let beside = all.iter().filter(|t| t.focusable || matches!(t.role, Role::Heading | Role::Label));
    let beside = beside.filter(|t| t.role != Role::Figure && t.rect.right() <= area.right() + 1.0);
    let (mut first, mut last) = (area.top(), area.bottom());
    for thing in beside.filter(|t| !t.is_seen()) {
        (first, last) = (first.min(thing.rect.top()), last.max(thing.rect.bottom()));
    }
    ((last - first) / area.height()).ceil().clamp(2.0, MOST_PAGES) as u8
}
