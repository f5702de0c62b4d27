//! What a clinic sets up: the file is read leniently, and the PIN never stands in it.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use deqi::store::kiosk::Kiosk;
use deqi::store::pin;

fn load(text: &str) -> (Kiosk, Vec<String>, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kiosk.ron");
    std::fs::write(&path, text).unwrap();
    let (kiosk, notes) = Kiosk::load(&path);
    let shown = format!("{}/", folder.path().display());
    (kiosk, notes.iter().map(|note| note.to_string().replace(&shown, "")).collect(), folder.path().to_owned())
}

#[test]
fn a_set_up_is_read_and_its_paths_go_from_its_folder() {
    let hash = pin::hash("27182818").unwrap();
    let (kiosk, notes, folder) = load(&format!(
        "(\n    pin: \"{hash}\",\n    idle_seconds: 120,\n    languages: [\"en\"],\n    points_per_mm: 4.1,\n    \
         pack: \"pack\",\n    printer: Some(\"front-desk\"),\n    metrics: \"/run/deqi/deqi.prom\",\n    \
         crash_record: None,\n)"
    ));
    assert_eq!(notes, [""; 0]);
    assert_eq!(
        kiosk,
        Kiosk {
            pin: Some(hash),
            idle_seconds: 120,
            languages: vec!["en".to_owned()],
            points_per_mm: Some(4.1),
            pack: Some(folder.join("pack")),
            printer: Some("front-desk".to_owned()),
            metrics: Some("/run/deqi/deqi.prom".into()),
            crash_record: None,
        }
    );
}

#[test]
fn a_bad_value_costs_that_value_and_says_what_is_wanted() {
    let (kiosk, notes, _) =
        load("(\n    pin: \"12345678\",\n    idle_seconds: 10,\n    pinter: \"x\",\n    points_per_mm: 4.1,\n)");
    assert_eq!(kiosk, Kiosk { points_per_mm: Some(4.1), ..Kiosk::default() });
    assert_eq!(
        notes,
        [
            "kiosk.ron:2: pin: the line that `deqi pin` writes is wanted, never the PIN itself",
            "kiosk.ron:3: idle_seconds: 60 to 300 is wanted; 180 is used",
            "kiosk.ron:4: pinter: there is no such key; there are pin, idle_seconds, languages, points_per_mm, pack, \
             printer, metrics, crash_record",
        ]
    );
    assert_eq!(load("hello").0, Kiosk::default());
    assert!(load("hello").1[0].starts_with("kiosk.ron: this is not a set-up"));
    let (kiosk, notes) = Kiosk::load(std::path::Path::new("/no/such/kiosk.ron"));
    assert_eq!((kiosk, notes.len()), (Kiosk::default(), 1), "a set-up that was asked for and is missing is told");
}

#[test]
fn a_hash_opens_to_its_pin_alone() {
    let hash = pin::hash("27182818").unwrap();
    assert!(!hash.contains("27182818"));
    assert!(pin::matches(&hash, "27182818"));
    for wrong in ["27182819", "2718281", "", "271828180", "abcdefgh"] {
        assert!(!pin::matches(&hash, wrong), "{wrong}");
    }
    assert!(!pin::matches("27182818", "27182818"), "a PIN that stands in the file itself opens nothing");
    assert_ne!(hash, pin::hash("27182818").unwrap(), "each hash has a salt of its own");
}

#[test]
fn pins_that_are_soon_guessed_are_refused() {
    for pin in ["00000000", "12345678", "87654321", "11223311", "20202020"] {
        assert_eq!(pin::hash(pin), Err(pin::BadPin::Easy), "{pin}");
    }
    for pin in ["1234567", "271828182", "2718 281", "٢٧١٨٢٨١٨", ""] {
        assert_eq!(pin::hash(pin), Err(pin::BadPin::NotDigits), "{pin}");
    }
}

/// What `deqi pin` writes, says and ends with, when this is typed.
fn typed(text: &str) -> (String, String, i32) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_deqi"))
        .arg("pin")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code().unwrap())
}

#[test]
fn deqi_pin_writes_the_line_for_the_set_up() {
    let (line, asked, code) = typed("27182818\n27182818\n");
    assert_eq!(code, 0);
    assert!(asked.contains("8 digits"), "{asked}");
    let (kiosk, notes, _) = load(&format!("(\n{line})"));
    assert_eq!(notes, [""; 0]);
    assert!(pin::matches(&kiosk.pin.unwrap(), "27182818"));
    for (typed_in, said) in [("27182818\n27182819\n", "differ"), ("12345678\n", "too easy"), ("", "8 digits")] {
        let (line, asked, code) = typed(typed_in);
        assert_eq!((line.as_str(), code), ("", 2), "{typed_in:?}");
        assert!(asked.contains(said), "{asked}");
    }
}
