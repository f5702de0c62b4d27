//! `deqi check --scores`: how hard each panel is to read, and its marks by instruments for patient information.

use crate::gate::HARDEST_GRADE;
use crate::gate::scores::{FOR_PEOPLE, Item, cards, met, pack, panel, percent};
use crate::model::Catalog;

/// A table with a line for each panel, the marks of all together, and what is left for people to judge.
pub(super) fn scores(catalog: &Catalog) -> Vec<String> {
    let evidence = catalog.evidence();
    let mut lines = vec![
        "Marks informed by PEMAT, CDC-CCI, IPDAS and DISCERN. Only items that can be computed from the texts count."
            .to_owned(),
        format!(
            "{:<20} {:>6} {:>6} {:>6} {:>8} {:>6} {:>5} {:>6} {:>8}",
            "panel", "grade", "SMOG", "more", "science", "PEMAT", "CCI", "IPDAS", "DISCERN"
        ),
    ];
    let mut unmet = Vec::new();
    for one in &evidence.panels {
        let scores = panel(one, evidence);
        let [plain, more, science] = scores.counts;
        lines.push(format!(
            "{:<20} {:>6.1} {:>6.1} {:>6.1} {:>8.1} {:>6.0} {:>5.0} {:>6} {:>8}",
            one.id,
            plain.grade(),
            plain.smog(),
            more.grade(),
            science.grade(),
            percent(&scores.pemat),
            percent(&scores.cci),
            share(&scores.ipdas),
            share(&scores.discern),
        ));
        for (instrument, items) in
            [("PEMAT", &scores.pemat), ("CCI", &scores.cci), ("IPDAS", &scores.ipdas), ("DISCERN", &scores.discern)]
        {
            unmet.extend(open(items).map(|name| format!("{}: {instrument} {name}", one.id)));
        }
    }
    let all = pack(catalog);
    for (name, items) in [
        ("IPDAS qualifying", &all.qualifying),
        ("IPDAS certifying", &all.certifying),
        ("IPDAS probabilities", &all.probabilities),
        ("DISCERN", &all.discern),
    ] {
        lines.push(format!("{name:<20} {}", share(items)));
        unmet.extend(open(items).map(|item| format!("all: {name} {item}")));
    }
    lines.extend(of_cards(catalog));
    lines.push("not met:".to_owned());
    lines.extend(if unmet.is_empty() { vec!["  nothing".to_owned()] } else { indented(unmet) });
    lines.push("for people to judge:".to_owned());
    lines.extend(FOR_PEOPLE.iter().map(|(instrument, items)| format!("  {instrument}: {items}")));
    lines
}

/// How many cards are harder than grade 6, and the ten hardest.
fn of_cards(catalog: &Catalog) -> Vec<String> {
    let all = cards(catalog);
    let above = all.iter().filter(|(_, counts)| counts.grade() > HARDEST_GRADE).count();
    let share = above as f64 * 100.0 / all.len().max(1) as f64;
    let worst: Vec<String> =
        all.iter().take(10).map(|(code, counts)| format!("{code} {:.1}", counts.grade())).collect();
    vec![
        format!("{:<20} {} cards, {above} above grade {HARDEST_GRADE:.0} ({share:.0} of 100)", "cards", all.len()),
        format!("{:<20} {}", "hardest cards", worst.join(", ")),
    ]
}

fn indented(lines: Vec<String>) -> Vec<String> {
    lines.into_iter().map(|line| format!("  {line}")).collect()
}

fn open(items: &[Item]) -> impl Iterator<Item = &'static str> {
    items.iter().filter(|item| item.met == Some(false)).map(|item| item.name)
}

/// So many of so many; a dash where nothing applies.
fn share(items: &[Item]) -> String {
    let (met, of) = met(items);
    if of == 0 { "–".to_owned() } else { format!("{met}/{of}") }
}
