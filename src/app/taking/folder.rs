//! Tries in which folder a page is kept.

use std::path::Path;
use std::sync::Arc;

use eframe::egui::Context;

use crate::app::{App, Start};
use crate::handout::state::Said;
use crate::library::Library;
use crate::model::Catalog;
use crate::store::settings::Settings;
use crate::visit::TakeAsk;

#[test]
fn a_page_is_kept_in_the_folder_that_was_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let settings_file = Some(folder.path().join("settings.ron"));
    let start = Start::with(Library::over(Catalog::default()), Settings::default());
    let mut app = App::new(&Context::default(), Start { settings_file, ..start }).unwrap();
    app.taking.pdf = Some(Arc::new(b"%PDF someone's page".to_vec()));
    app.take(TakeAsk::Save);
    let Some(Said::Saved(told)) = &app.taking.state.said else { panic!("{:?}", app.taking.state.said) };
    let documents = folder.path().join("documents");
    assert_eq!(Path::new(told).parent(), Some(documents.as_path()));
    assert!(Path::new(told).is_file());
}
