//! An author saves a file of their pack while Deqi shows it: what is wrong stands at the foot of the window, until it is
//! mended.

use std::fs;
use std::path::Path;

use deqi::app::Start;
use deqi::content::Folder;
use deqi::library::Library;
use deqi::mode::Mode;

use crate::handout::say;
use crate::support::{DESK, Deqi, open_with, press, still, things, until};

/// Deqi with the pack in a folder.
fn open(pack: &Path, mode: Mode) -> Deqi {
    let library = Library::read(vec![Box::new(Folder::open(pack).unwrap())]);
    open_with(DESK, Start { mode, ..Start::with(library, still()) })
}

/// What the strip says, line by line.
fn strip(deqi: &Deqi) -> Vec<String> {
    let names = things(deqi).into_iter().map(|thing| thing.name);
    names.filter(|name| name.contains(": error: ") || name.starts_with("Your pack has")).collect()
}

#[test]
fn a_pack_that_is_saved_is_read_anew_and_what_is_wrong_stands_there_until_it_is_mended() {
    let folder = tempfile::tempdir().unwrap();
    let pack = folder.path().join("pack");
    assert!(say(&["new-pack", pack.to_str().unwrap()]).1);
    let sound = fs::read_to_string(pack.join("clinic.ron")).unwrap();
    let mut deqi = open(&pack, Mode::Practice);
    assert_eq!(strip(&deqi), [""; 0]);

    fs::write(pack.join("clinic.ron"), "(name: \" \")").unwrap();
    let empty = "clinic.ron:1:8: error: this text is empty (hint: fill it in, or leave the field out)";
    until(&mut deqi, |deqi| strip(deqi).iter().any(|line| line == empty));
    press(&mut deqi, "Hide");
    assert_eq!(strip(&deqi), [""; 0]);

    fs::write(pack.join("clinic.ron"), "(name: \"A\", colours: (heading: \"green\", line: \"#1F7A8C\"))").unwrap();
    let colour = "clinic.ron:1:32: error: `green` is no colour (hint: write it as \"#0E5560\")";
    until(&mut deqi, |deqi| strip(deqi).iter().any(|line| line == colour));
    assert!(!strip(&deqi).iter().any(|line| line == empty), "what is mended is told no more");

    fs::write(pack.join("clinic.ron"), sound).unwrap();
    until(&mut deqi, |deqi| strip(deqi).is_empty());
}
