//! `deqi export claims` and `deqi export sources`: what is claimed, and what bears it, for whoever wants to check.

use serde::Serialize;

use super::{Failure, Outcome, Said};
use crate::model::{Catalog, Claim, Denominator, NOT_APPLICABLE, Number, Source};

/// A claim as others read it.
#[derive(Debug, Serialize)]
struct ClaimOut<'a> {
    id: &'a str,
    text: TextOut<'a>,
    kind: &'static str,
    numbers: Vec<NumberOut<'a>>,
    comparison: &'a str,
    certainty: &'static str,
    sources: Vec<&'a str>,
    checked_on: String,
    review_by: String,
}

#[derive(Debug, Serialize)]
struct TextOut<'a> {
    plain: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    more: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    science: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct NumberOut<'a> {
    value: &'a str,
    shown: &'a str,
    unit: &'a str,
    denominator: DenominatorOut,
    arm: &'a str,
    time: &'a str,
    ci: Option<&'a str>,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum DenominatorOut {
    Of(u32),
    Word(&'static str),
}

/// A source as others read it.
#[derive(Debug, Serialize)]
struct SourceOut<'a> {
    id: &'a str,
    short: &'a str,
    citation: &'a str,
    year: u16,
    doi: Option<&'a str>,
    pmid: Option<u32>,
    url: Option<&'a str>,
    note: Option<&'a str>,
    checked_on: &'a str,
}

/// All claims as a JSON list.
pub(super) fn export_claims(catalog: &Catalog) -> Said {
    written(&catalog.evidence().claims.iter().map(claim).collect::<Vec<_>>())
}

/// All sources as a JSON list.
pub(super) fn export_sources(catalog: &Catalog) -> Said {
    written(&catalog.sources().iter().map(source).collect::<Vec<_>>())
}

fn written<T: Serialize>(list: &[T]) -> Said {
    Ok((serde_json::to_string_pretty(list).map_err(Failure::from)? + "\n", Outcome::Fine))
}

fn claim(claim: &Claim) -> ClaimOut<'_> {
    ClaimOut {
        id: &claim.id.0,
        text: TextOut {
            plain: &claim.text.plain,
            more: claim.text.more.as_deref(),
            science: claim.text.science.as_deref(),
        },
        kind: claim.kind.word(),
        numbers: claim.numbers.iter().map(number).collect(),
        comparison: &claim.comparison,
        certainty: claim.certainty.word(),
        sources: claim.sources.iter().map(|id| id.0.as_str()).collect(),
        checked_on: claim.checked_on.to_string(),
        review_by: claim.review_by.to_string(),
    }
}

fn number(number: &Number) -> NumberOut<'_> {
    NumberOut {
        value: &number.value,
        shown: &number.shown,
        unit: &number.unit,
        denominator: match number.denominator {
            Some(Denominator::Of(of)) => DenominatorOut::Of(of),
            Some(Denominator::NotApplicable) | None => DenominatorOut::Word(NOT_APPLICABLE),
        },
        arm: &number.arm,
        time: &number.time,
        ci: number.ci.as_deref(),
    }
}

fn source(source: &Source) -> SourceOut<'_> {
    SourceOut {
        id: &source.id.0,
        short: &source.short,
        citation: &source.citation,
        year: source.year,
        doi: source.doi.as_deref(),
        pmid: source.pmid,
        url: source.url.as_deref(),
        note: source.note.as_deref(),
        checked_on: &source.checked_on,
    }
}
