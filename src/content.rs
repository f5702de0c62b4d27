//! stand-in until merge
#![allow(missing_docs, clippy::all, clippy::pedantic, clippy::unwrap_used, clippy::print_stdout, reason = "stand-in")]
use crate::body::landmarks::{LandmarkFile, Landmarks};
use crate::body::mesh::Skin;
use crate::model::{Catalog, CatalogParts, FigureId};
fn text(name: &str) -> String {
    std::fs::read_to_string(format!("{}/assets/packs/core/{name}", env!("CARGO_MANIFEST_DIR")))
        .unwrap_or_else(|_| "[]".into())
}
fn list<T: serde::de::DeserializeOwned>(name: &str) -> Vec<T> {
    ron::from_str(&text(name)).unwrap_or_else(|e| {
        eprintln!("{name}: {e}");
        Vec::new()
    })
}
pub fn load() -> Catalog {
    #[derive(serde::Deserialize)]
    struct P {
        id: String,
        name: String,
    }
    Catalog::new(CatalogParts {
        points: list("points.ron"),
        rules: list("rules.ron"),
        channels: list("channels.ron"),
        cautions: list("cautions.ron"),
        sources: list("sources.ron"),
        pages: list("pages.ron"),
        parts: list::<P>("parts.ron").into_iter().map(|p| (p.id, p.name)).collect(),
        reviewed_on: "2026-11-22".into(),
    })
}
pub fn figure(id: FigureId) -> Option<(Skin, Landmarks)> {
    let dir = format!("{}/assets/packs/core/figures/{}", env!("CARGO_MANIFEST_DIR"), id.as_str());
    let skin = Skin::decode(&std::fs::read(format!("{dir}.body")).ok()?).ok()?;
    let file: LandmarkFile = ron::from_str(&std::fs::read_to_string(format!("{dir}.landmarks.ron")).ok()?).ok()?;
    Some((skin, Landmarks::new(&file)))
}
