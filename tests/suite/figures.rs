//! The three figures with the points of the core pack on them, for tests.

use std::{fs, path::PathBuf, sync::LazyLock};

use deqi::{
    body::{
        landmarks::{LandmarkFile, Landmarks},
        mesh::Skin,
        place::{Figure, Placed, Site, place},
    },
    model::{FigureId, Rule},
};
use glam::Vec3;

pub(crate) struct Body {
    pub(crate) name: &'static str,
    pub(crate) figure: Figure,
    pub(crate) placed: Placed,
}

pub(crate) static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| ron::from_str(&text("rules.ron")).unwrap());

pub(crate) static BODIES: LazyLock<Vec<Body>> = LazyLock::new(|| {
    FigureId::ALL
        .map(|id| {
            let name = id.as_str();
            let skin = Skin::decode(&fs::read(core(&format!("figures/{name}.body"))).unwrap()).unwrap();
            let file: LandmarkFile = ron::from_str(&text(&format!("figures/{name}.landmarks.ron"))).unwrap();
            let figure = Figure::new(&skin, Landmarks::new(&file));
            let placed = place(&RULES, &figure);
            Body { name, figure, placed }
        })
        .into()
});

fn core(file: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("assets/packs/core").join(file)
}

fn text(file: &str) -> String {
    fs::read_to_string(core(file)).unwrap()
}

impl Body {
    pub(crate) fn landmark(&self, id: &str) -> Vec3 {
        self.figure.landmarks.get(id).unwrap_or_else(|| panic!("{}: no {id}", self.name))
    }

    pub(crate) fn site(&self, code: &str) -> &Site {
        self.placed.first(code).unwrap_or_else(|| panic!("{}: no {code}", self.name))
    }

    pub(crate) fn at(&self, code: &str) -> Vec3 {
        self.site(code).position
    }

    pub(crate) fn unit(&self, unit: &str) -> f32 {
        self.figure.units.get(unit).unwrap_or_else(|| panic!("{}: no {unit}", self.name))
    }
}

/// Says every failure of every figure at once.
pub(crate) fn on_each(check: impl Fn(&Body, &mut Vec<String>)) {
    let mut wrong = Vec::new();
    for body in BODIES.iter() {
        let mut here = Vec::new();
        check(body, &mut here);
        wrong.extend(here.into_iter().map(|w| format!("{}: {w}", body.name)));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

pub(crate) fn run(channel: &str, numbers: impl IntoIterator<Item = u32>) -> Vec<String> {
    numbers.into_iter().map(|n| format!("{channel}{n}")).collect()
}

pub(crate) fn list(codes: &str) -> Vec<String> {
    codes.split(' ').map(str::to_owned).collect()
}
