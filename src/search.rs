//! stand-in until merge
#![allow(missing_docs, clippy::all, clippy::pedantic, clippy::unwrap_used, clippy::print_stdout, reason = "stand-in")]
use crate::model::{Catalog, PointCode};
#[derive(Clone, Debug, Default)]
pub struct Index(Vec<(String, PointCode)>);
#[derive(Clone, Debug)]
pub struct Hit {
    pub code: PointCode,
}
impl Index {
    pub fn new(catalog: &Catalog) -> Self {
        Self(
            catalog
                .points()
                .iter()
                .map(|p| (format!("{} {} {}", p.code, p.pinyin, p.english).to_lowercase(), p.code.clone()))
                .collect(),
        )
    }
    pub fn find(&self, query: &str, limit: usize) -> Vec<Hit> {
        let q = query.to_lowercase();
        self.0
            .iter()
            .filter(|(t, _)| !q.is_empty() && t.contains(&q))
            .take(limit)
            .map(|(_, c)| Hit { code: c.clone() })
            .collect()
    }
}
