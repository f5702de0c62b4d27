//! Every point of the pack on every figure: found, seen, opened, read.

use deqi::model::{FigureId, Layout, Point};
use deqi::search::Index;
use deqi::store::settings::Settings;
use deqi::visit::Action;
use eframe::egui::accesskit::Role;

use crate::support::{DESK, Deqi, LIBRARY, Thing, headline, markers, open, stage, still, things};

/// What stands in the way of a point.
fn wrong(deqi: &mut Deqi, point: &Point) -> Option<String> {
    deqi.state_mut().ask(Action::OpenPoint(point.code.clone()));
    deqi.run_steps(2);
    if headline(deqi) != point.english {
        return Some(format!("its card does not open: {}", headline(deqi)));
    }
    let read = point.place.as_ref().is_some_and(|place| things(deqi).iter().any(|t| t.name.contains(&place.plain)));
    if !read {
        return Some("its card does not say where it is".to_owned());
    }
    let chosen: Vec<Thing> = markers(deqi).into_iter().filter(|m| m.chosen == Some(true)).collect();
    if point.layout == Layout::Nowhere {
        return (!chosen.is_empty()).then(|| "it has a marker".to_owned());
    }
    let [marker] = chosen.as_slice() else { return Some(format!("{} markers are chosen", chosen.len())) };
    if !marker.name.starts_with(&format!("{} ", point.code)) {
        return Some(format!("{} is chosen instead", marker.name));
    }
    let at = marker.rect.center();
    if !stage(deqi).rect.shrink(8.0).contains(at) {
        return Some(format!("its marker lies at {at}, at the edge"));
    }
    let over = things(deqi).into_iter().find(|t| t.is_control() && t.shown.contains(at));
    over.map(|button| format!("its marker lies under {:?}", button.name))
}

fn each(figure: FigureId) {
    let mut deqi = open(DESK, Settings { figure, ..still() });
    let mut faults = Vec::new();
    for point in LIBRARY.catalog.points() {
        faults.extend(wrong(&mut deqi, point).map(|fault| format!("{}: {fault}", point.code)));
    }
    assert!(faults.is_empty(), "on the {}:\n{}", figure.as_str(), faults.join("\n"));
}

#[test]
fn on_the_woman_each_is_seen_and_read() {
    each(FigureId::Woman);
}

#[test]
fn on_the_man_each_is_seen_and_read() {
    each(FigureId::Man);
}

#[test]
fn on_the_neutral_figure_each_is_seen_and_read() {
    each(FigureId::Neutral);
}

#[test]
fn each_is_found_by_its_code_and_its_name() {
    let index = Index::new(&LIBRARY.catalog);
    let mut faults = Vec::new();
    for point in LIBRARY.catalog.points() {
        let code = point.code.0.to_lowercase();
        if index.find(&code, 1).first().map(|hit| &hit.code) != Some(&point.code) {
            faults.push(format!("{code} does not find {} first", point.code));
        }
        for word in [&point.pinyin, &point.english] {
            if !index.find(word, 5).iter().any(|hit| hit.code == point.code) {
                faults.push(format!("{word} does not find {}", point.code));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn each_has_a_row_in_the_list_that_opens_it() {
    let mut deqi = open(DESK, still());
    let mut opened = 0;
    for point in LIBRARY.catalog.points() {
        deqi.state_mut().ask(Action::Ask(point.code.0.clone()));
        deqi.run_steps(2);
        let start = format!("{} {}, ", point.code, point.pinyin);
        let row =
            things(&deqi).into_iter().find(|t| t.role == Role::Button && t.is_control() && t.name.starts_with(&start));
        let row = row.unwrap_or_else(|| panic!("{} has no row", point.code));
        crate::support::act(&mut deqi, &row, eframe::egui::accesskit::Action::Click, None);
        assert_eq!(headline(&deqi), point.english);
        opened += 1;
    }
    assert_eq!(opened, LIBRARY.catalog.points().len());
}
