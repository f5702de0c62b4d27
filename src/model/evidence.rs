//! All that is told of benefits, evidence, safety and the visit, found by id.

use super::{CareOption, Chapter, Chart, Claim, ClaimId, Myth, Panel, Study, TeachBack, Term};

/// What the packs tell of benefits, evidence, safety and the visit, in the order of their files. Inside a
/// [`Catalog`](super::Catalog) every id in it resolves.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    /// The claims that everything else stands on.
    pub claims: Vec<Claim>,
    /// Studies, reviews, advice.
    pub studies: Vec<Study>,
    /// Pictures of numbers.
    pub charts: Vec<Chart>,
    /// Panels.
    pub panels: Vec<Panel>,
    /// Words explained.
    pub terms: Vec<Term>,
    /// Myths answered.
    pub myths: Vec<Myth>,
    /// Questions after each part.
    pub questions: Vec<TeachBack>,
    /// What else helps.
    pub options: Vec<CareOption>,
}

impl Evidence {
    /// A claim by its id.
    pub fn claim(&self, id: &ClaimId) -> Option<&Claim> {
        self.claims.iter().find(|claim| claim.id == *id)
    }

    /// A chart by its id.
    pub fn chart(&self, id: &str) -> Option<&Chart> {
        self.charts.iter().find(|chart| chart.id == id)
    }

    /// A panel by its id.
    pub fn panel(&self, id: &str) -> Option<&Panel> {
        self.panels.iter().find(|panel| panel.id == id)
    }

    /// The study that a source is.
    pub fn study(&self, source: &str) -> Option<&Study> {
        self.studies.iter().find(|study| study.source.0 == source)
    }

    /// The panels of a chapter, in order.
    pub fn chapter(&self, chapter: Chapter) -> impl Iterator<Item = &Panel> {
        self.panels.iter().filter(move |panel| panel.chapter == chapter)
    }

    /// The claims that bear a panel: its own and those of its charts, each once, in order.
    pub fn claims_of(&self, panel: &Panel) -> Vec<&Claim> {
        let charts = panel.charts.iter().filter_map(|id| self.chart(id)).flat_map(|chart| &chart.claims);
        let mut claims: Vec<&Claim> = Vec::new();
        for claim in panel.claims.iter().chain(charts).filter_map(|id| self.claim(id)) {
            if !claims.iter().any(|known| known.id == claim.id) {
                claims.push(claim);
            }
        }
        claims
    }
}
