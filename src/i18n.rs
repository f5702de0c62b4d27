//! stand-in until merge
#![allow(missing_docs, clippy::all, clippy::pedantic, clippy::unwrap_used, clippy::print_stdout, reason = "stand-in")]
use std::collections::BTreeMap;
#[derive(Clone, Debug)]
pub enum Arg {
    Word(String),
    Number(f64),
}
impl From<String> for Arg {
    fn from(v: String) -> Self {
        Self::Word(v)
    }
}
impl From<&str> for Arg {
    fn from(v: &str) -> Self {
        Self::Word(v.to_owned())
    }
}
impl From<u32> for Arg {
    fn from(v: u32) -> Self {
        Self::Number(f64::from(v))
    }
}
impl From<usize> for Arg {
    fn from(v: usize) -> Self {
        Self::Number(v as f64)
    }
}
#[derive(Clone, Debug)]
pub struct Tr(BTreeMap<String, String>);
impl Tr {
    pub fn english() -> Self {
        Self(
            include_str!("../assets/i18n/en.ftl")
                .lines()
                .filter_map(|l| l.split_once(" = "))
                .map(|(k, v)| (k.to_owned(), v.to_owned()))
                .collect(),
        )
    }
    pub fn text(&self, key: &str) -> String {
        self.0.get(key).cloned().unwrap_or_else(|| key.to_owned())
    }
    pub fn text_with(&self, key: &str, args: &[(&str, Arg)]) -> String {
        let mut s = self.text(key);
        for (k, v) in args {
            let v = match v {
                Arg::Word(w) => w.clone(),
                Arg::Number(n) => n.to_string(),
            };
            s = s.replace(&format!("{{ ${k} }}"), &v);
        }
        s
    }
}
