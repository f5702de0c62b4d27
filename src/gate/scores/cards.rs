//! How hard the cards of points are to read.

use super::super::cards::of_card;
use super::super::measure::Counts;
use crate::model::{Catalog, PointCode};

/// The counts of each card's plain words, the hardest card first.
pub fn cards(catalog: &Catalog) -> Vec<(&PointCode, Counts)> {
    let mut cards: Vec<_> = catalog.points().iter().map(|point| (&point.code, of_card(point))).collect();
    cards.sort_by(|(_, a), (_, b)| b.grade().total_cmp(&a.grade()));
    cards
}
