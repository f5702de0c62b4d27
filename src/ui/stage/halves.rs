//! Which account of the body is seen where on the stage.

use eframe::egui::Rect;

use super::super::Cx;
use crate::visit::{Account, Lens};

/// What the stage shows, from its left edge to its right.
#[derive(Clone, Copy, Debug)]
pub(super) struct Halves {
    lens: Lens,
    stage: Rect,
    divider: f32,
}

impl Halves {
    pub(super) fn new(cx: &Cx<'_>, stage: Rect) -> Self {
        let divider = stage.left() + stage.width() * cx.visit.divider.at();
        Self { lens: cx.visit.lens, stage, divider }
    }

    /// The account that is seen at this place; none in the quiet sight, which is both at once.
    pub(super) fn at(&self, x: f32) -> Option<Account> {
        match self.lens {
            Lens::Parted if x < self.divider => Some(Account::Tradition),
            Lens::Parted => Some(Account::Body),
            lens => lens.alone(),
        }
    }

    /// Where the divider stands on screen, while there is one.
    pub(super) fn divider(&self) -> Option<f32> {
        (self.lens == Lens::Parted).then_some(self.divider)
    }

    /// Where one account is seen.
    pub(super) fn room(&self, account: Account) -> Option<Rect> {
        let room = match (self.lens, account) {
            (Lens::Parted, Account::Tradition) => self.stage.with_max_x(self.divider),
            (Lens::Parted, Account::Body) => self.stage.with_min_x(self.divider),
            (lens, account) if lens.alone() == Some(account) => self.stage,
            _ => return None,
        };
        (room.width() >= 1.0).then_some(room)
    }

    /// The stage in parts that show one thing each: no pixel lies in two of them.
    pub(super) fn parts(&self) -> Vec<(Option<Account>, Rect)> {
        if self.lens == Lens::Both {
            return vec![(None, self.stage)];
        }
        let each = [Account::Tradition, Account::Body];
        each.into_iter().filter_map(|account| Some((Some(account), self.room(account)?))).collect()
    }
}
