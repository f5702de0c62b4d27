//! What bears a page, so that whoever reads it can find it: by journal and DOI, by its number in `PubMed`, by its address.

use super::{Line, Part};
use crate::i18n::Tr;
use crate::model::{Catalog, Source, SourceId};

/// Addresses up to so many signs stand there whole.
const LONGEST: usize = 48;

/// Each source once, in the order in which it was first needed; and the same by their names alone.
pub(super) fn cited(catalog: &Catalog, tr: &Tr, ids: &[SourceId]) -> (Part, Part) {
    let mut known: Vec<&Source> = Vec::new();
    for source in ids.iter().filter_map(|id| catalog.source(id)) {
        if !known.iter().any(|other| other.id == source.id) {
            known.push(source);
        }
    }
    let part = |lines: Vec<Line>| Part { title: tr.text("handout-sources"), lines, ..Part::default() };
    let names = known.iter().map(|source| Line::plain(&source.short)).collect();
    (part(known.into_iter().map(|source| Line::plain(reference(source))).collect()), part(names))
}

/// “Witt, 2009: Forschende Komplementärmedizin, doi:10.1159/000209315”.
fn reference(source: &Source) -> String {
    let journal = journal(&source.citation, source.year);
    let number = match (&source.doi, source.pmid) {
        (Some(doi), _) => Some(format!("doi:{doi}")),
        (None, Some(pmid)) => Some(format!("PMID {pmid}")),
        (None, None) => None,
    };
    let found = match (journal, number) {
        (Some((name, _)), Some(number)) => format!("{name}, {number}"),
        (None, Some(number)) => number,
        // Volume and pages lead to it too.
        (Some((name, issue)), None) => format!("{name} {issue}"),
        // An old page may be gone from its address; its title is in the citation, which says so.
        (None, None) => source.url.as_deref().map_or_else(|| source.citation.clone(), address),
    };
    format!("{}: {found}", source.short)
}

/// The journal in a citation, and what follows its name: “… Title of it. Journal 2009;16:91-97.”
fn journal(citation: &str, year: u16) -> Option<(&str, &str)> {
    let at = citation.find(&format!(" {year};"))?;
    let (before, issue) = (&citation[..at], citation[at..].trim());
    let name = before.rsplit_once(['.', '?', '!']).map(|(_, name)| name.trim())?;
    let issue = issue.split_once(". ").map_or(issue, |(issue, _)| issue).trim_end_matches('.');
    (!name.is_empty()).then_some((name, issue))
}

/// An address without what every address has. Of a long one, the place and the page, which are enough to search for.
fn address(url: &str) -> String {
    let bare = url.trim_start_matches("https://").trim_start_matches("http://").trim_start_matches("www.");
    let bare = bare.trim_end_matches('/');
    let path = bare.split('?').next().unwrap_or_default().trim_end_matches('/');
    let ends = path.split_once('/').and_then(|(place, rest)| Some((place, rest.rsplit_once('/')?.1)));
    match ends {
        Some((place, page)) if bare.len() > LONGEST => format!("{place}/…/{page}"),
        _ => bare.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Source, reference};
    use crate::model::SourceId;

    fn source(short: &str, citation: &str, year: u16) -> Source {
        let (short, citation) = (short.to_owned(), citation.to_owned());
        let checked_on = "2026-11-26".to_owned();
        let id = SourceId("any".to_owned());
        Source { id, short, citation, year, doi: None, pmid: None, url: None, note: None, checked_on }
    }

    #[test]
    fn a_source_is_named_by_what_finds_it() {
        let paper = source(
            "Witt, 2009",
            "Witt CM, et al. Safety: 229,230 patients. A Journal 2009;16:91-97. Read whole.",
            2009,
        );
        assert_eq!(reference(&paper), "Witt, 2009: A Journal 2009;16:91-97");
        let known = Source { pmid: Some(7), ..paper.clone() };
        assert_eq!(reference(&known), "Witt, 2009: A Journal, PMID 7");
        let doi = Some("10.1159/000209315".to_owned());
        assert_eq!(reference(&Source { doi: doi.clone(), ..known }), "Witt, 2009: A Journal, doi:10.1159/000209315");
        let page = source("NHS, back pain", "NHS. Back pain. Web page, undated.", 2026);
        assert_eq!(reference(&Source { doi, ..page.clone() }), "NHS, back pain: doi:10.1159/000209315");
        let url = Some("https://www.nhs.uk/conditions/back-pain/".to_owned());
        assert_eq!(reference(&Source { url, ..page.clone() }), "NHS, back pain: nhs.uk/conditions/back-pain");
        let url = Some("http://a.example/services/of/the/pain/clinic/leaflets/for-patients/?of=all".to_owned());
        assert_eq!(reference(&Source { url, ..page.clone() }), "NHS, back pain: a.example/…/for-patients");
        assert_eq!(reference(&page), "NHS, back pain: NHS. Back pain. Web page, undated.");
    }
}
