//! What authors are told of a broken pack, word for word; and that the core stands whatever is laid over it.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::LazyLock;

use deqi::content::{Embedded, Folder, Loaded, Memory, PackSource, load, load_core};
use deqi::model::{Catalog, PointCode};

const HEAD: &str = r#"(format: 1, id: "mine", title: "Mine", reviewed_on: "2026-11-22")"#;

/// A point of an author's own, as short as a point may be.
const POINT: &str = r#"(
        code: "EX-Q9",
        channel: "EX",
        number: 9,
        pinyin: "Yāoyǎn",
        hanzi: (simplified: "腰眼", traditional: "腰眼"),
        english: "Lumbar Eyes",
        region: "low back",
        layout: Nowhere,
    )"#;

/// The core pack, read once.
static CORE: LazyLock<Catalog> = LazyLock::new(|| load_core().catalog);

fn over_core(pack: &dyn PackSource) -> Loaded {
    load(&[&Embedded, pack])
}

fn pack(file: &str, contents: impl Into<Vec<u8>>) -> Memory {
    Memory::default().with("pack.ron", HEAD).with(file, contents)
}

fn told(pack: &dyn PackSource) -> Vec<String> {
    over_core(pack).problems.iter().map(ToString::to_string).collect()
}

/// What an author is told of one file, and that nothing of the core is lost for it.
#[track_caller]
fn check(file: &str, contents: impl Into<Vec<u8>>, expected: &[&str]) {
    let loaded = over_core(&pack(file, contents));
    let told: Vec<String> = loaded.problems.iter().map(ToString::to_string).collect();
    assert_eq!(told, expected);
    assert_core_stands(&loaded);
}

#[track_caller]
fn assert_core_stands(loaded: &Loaded) {
    let core = &*CORE;
    for point in core.points() {
        assert!(loaded.catalog.point(&point.code).is_some(), "{} is lost", point.code);
    }
    for rule in core.rules() {
        assert!(loaded.catalog.rule(&rule.code).is_some(), "the rule of {} is lost", rule.code);
    }
    assert!(loaded.catalog.sources().len() >= core.sources().len(), "sources are lost");
}

/// The author's point with one line changed.
fn changed(from: &str, to: &str) -> String {
    assert!(POINT.contains(from), "{from}");
    format!("[\n    {},\n]", POINT.replace(from, to))
}

#[test]
fn a_sound_pack_has_no_problems_and_its_point_is_there() {
    check("points.ron", format!("[\n    {POINT},\n]"), &[]);
    let loaded = over_core(&pack("points.ron", format!("[{POINT}]")));
    assert!(loaded.catalog.point(&PointCode("EX-Q9".to_owned())).is_some());
    assert_eq!(loaded.packs.len(), 2);
}

#[test]
fn a_restated_point_takes_the_place_of_the_core_s() {
    let restated = POINT.replace("EX-Q9", "BL23").replace("\"EX\"", "\"BL\"").replace("9,", "23,");
    let loaded = over_core(&pack("points.ron", format!("[{restated}]")));
    let code = PointCode("BL23".to_owned());
    assert_eq!(loaded.catalog.point(&code).map(|p| p.english.as_str()), Some("Lumbar Eyes"));
    assert_eq!(loaded.catalog.position(&code), CORE.position(&code));
}

#[test]
fn slips_of_the_pen_are_named_with_what_was_meant() {
    check(
        "points.ron",
        changed("english:", "englich:"),
        &["points.ron:8:9: error: there is no field `englich` (hint: did you mean `english`?)"],
    );
    check(
        "points.ron",
        changed("region: \"low back\",", ""),
        &["points.ron:11:5: error: the field `region` is missing (hint: add `region: …`)"],
    );
    check(
        "points.ron",
        changed("number: 9,", "number: 9, number: 9,"),
        &["points.ron:5:20: error: the field `number` is given twice (hint: keep one)"],
    );
    check(
        "points.ron",
        changed("Nowhere", "Nowere"),
        &["points.ron:10:17: error: `Nowere` is not known (in `layout`) (hint: did you mean `Nowhere`?)"],
    );
    check(
        "points.ron",
        changed("\"EX\"", "\"EXX\""),
        &["points.ron:4:18: error: there is no channel `EXX` (hint: did you mean `EX`?)"],
    );
    check(
        "points.ron",
        changed("number: 9,", "number: \"9\","),
        &[
            "points.ron:5:17: error: a whole number should stand here (in `number`) (hint: write it without quotes and point: 23)",
        ],
    );
    check(
        "points.ron",
        changed("region: \"low back\"", "region: low"),
        &["points.ron:9:17: error: a text should stand here (in `region`) (hint: put it in quotes: \"…\")"],
    );
    check(
        "points.ron",
        changed("number: 9,", "number: 9"),
        &["points.ron:6:9: error: a comma is missing before this (hint: put a comma between fields)"],
    );
}

#[test]
fn statements_need_sources_that_exist_and_words() {
    let under = |said: &str| changed("layout: Nowhere,", &format!("layout: Nowhere,\n        under: ({said}),"));
    check(
        "points.ron",
        under("plain: \"Muscle.\", sources: []"),
        &[
            "points.ron:11:9: error: `under` names no source (hint: name at least one id from sources.ron, or leave the statement out)",
        ],
    );
    check(
        "points.ron",
        under("plain: \"Muscle.\", sources: [\"who2009\"]"),
        &["points.ron:11:45: error: there is no source `who2009` (hint: did you mean `who2008`?)"],
    );
    check(
        "points.ron",
        under("plain: \" \", sources: [\"who2008\"]"),
        &["points.ron:11:9: error: `under` is empty (hint: write it, or leave the field out if it may be left out)"],
    );
    check(
        "points.ron",
        changed("layout: Nowhere,", "layout: Nowhere,\n        cautions: [\"pregnant\"],"),
        &["points.ron:11:20: error: there is no caution `pregnant` (hint: did you mean `pregnancy`?)"],
    );
}

#[test]
fn tradition_and_findings_are_not_graded_as_each_other() {
    let said = |field: &str, sure: &str| {
        let statement = format!("(plain: \"Muscle.\", sure: {sure}, sources: [\"who2008\"])");
        changed("layout: Nowhere,", &format!("layout: Nowhere,\n        {field}: {statement},"))
    };
    check(
        "points.ron",
        said("tradition", "People"),
        &[
            "points.ron:11:39: error: `tradition` is graded as if it were a finding (hint: leave `sure` out here, or say in `body` what studies found)",
        ],
    );
    check(
        "points.ron",
        said("body", "Tradition"),
        &[
            "points.ron:11:34: error: `body` is graded as tradition (hint: use Anatomy, People, Animals, Idea or Disputed, or move the words to `tradition`)",
        ],
    );
    assert_eq!(told(&pack("points.ron", said("body", "Animals"))), [""; 0], "a finding may be one in animals");
    assert_eq!(told(&pack("points.ron", said("tradition", "Tradition"))), [""; 0]);
}

#[test]
fn one_broken_entry_leaves_its_neighbours() {
    for slip in ["\"EX-Q8", "[\"EX-Q8\"", "(\"EX-Q8\"", "\"EX-Q8\"))", "/* \"EX-Q8\""] {
        let broken = POINT.replace("\"EX-Q9\"", slip);
        let after = POINT.replace("EX-Q9", "EX-Q10");
        let loaded = over_core(&pack("points.ron", format!("[\n    {POINT},\n    {broken},\n    {after},\n]")));
        for code in ["EX-Q9", "EX-Q10"] {
            assert!(loaded.catalog.point(&PointCode(code.to_owned())).is_some(), "{slip}: {code} is lost");
        }
        assert_eq!(loaded.problems.len(), 1, "{slip}: {:?}", loaded.problems);
        assert_core_stands(&loaded);
    }
    check(
        "points.ron",
        format!("[\n    {},\n    {POINT},\n]", POINT.replace("\"EX\"", "\"EX")),
        &["points.ron:4:18: error: this text is never closed (hint: add the closing \")"],
    );
}

#[test]
fn ids_are_plain_and_given_once() {
    for id in ["", "EX B9", "ВL23", "EX/B9", "../BL23", "EX\\u{202E}B9"] {
        let told = told(&pack("points.ron", changed("EX-Q9", id)));
        assert_eq!(told.len(), 1, "{id}: {told:?}");
        assert!(told[0].starts_with("points.ron:2:") || told[0].starts_with("points.ron:3:"), "{told:?}");
    }
    check(
        "points.ron",
        format!("[\n    {POINT},\n    {POINT},\n]"),
        &[
            "points.ron:13:15: error: the point `EX-Q9` is given twice in this pack (hint: the first one is kept: rename this one or take it out)",
        ],
    );
}

#[test]
fn strange_characters_and_endless_texts_are_refused() {
    let english = |text: &str| changed("Lumbar Eyes", text);
    check(
        "points.ron",
        english("Eyes\u{202E}"),
        &[
            "points.ron:8:18: error: this text holds the invisible character U+202E (hint: delete it: it can turn the words around it)",
        ],
    );
    check(
        "points.ron",
        english("\\u{0007}"),
        &["points.ron:8:18: error: this text holds the invisible character U+0007 (hint: delete it: it is not text)"],
    );
    check(
        "points.ron",
        english(&"x".repeat(20_001)),
        &["points.ron:8:18: error: this text is longer than 20000 characters (hint: split it)"],
    );
    check(
        "points.ron",
        english(&"x\n".repeat(401)),
        &["points.ron:8:18: error: this text has more than 400 lines (hint: split it)"],
    );
    check(
        "points.ron",
        english(&format!("e{}", "\u{301}".repeat(201))),
        &[
            "points.ron:8:18: error: more than 200 accents are piled on one letter (hint: write the letter with the accents it has)",
        ],
    );
}

fn rule(code: &str, walk: &str) -> String {
    format!("(code: \"{code}\", sites: [[{walk}]], says: \"There.\", sources: [\"who2008\"]),")
}

#[test]
fn rules_lead_back_to_landmarks() {
    let rules = |rules: &[String]| format!("[\n{}\n]", rules.join("\n"));
    check("rules.ron", rules(&[rule("BL23", "At(\"L2_lower\"), Out(2.0, \"back_width\")")]), &[]);
    check(
        "rules.ron",
        rules(&[rule("BL23", "At(\"L2_lower\")").replace("who2008", "who2009")]),
        &["rules.ron:2:69: error: there is no source `who2009` (hint: did you mean `who2008`?)"],
    );
    check(
        "rules.ron",
        rules(&[rule("BL23", "At(\"L2_lover\")")]),
        &["rules.ron:2:28: error: no landmark or rule is called `L2_lover` (hint: did you mean `L2_lower`?)"],
    );
    check(
        "rules.ron",
        rules(&[rule("BL23", "At(\"BL52\")"), rule("BL52", "At(\"BL23\")")]),
        &[
            "rules.ron:2:16: error: this rule starts from itself: BL23 → BL52 → BL23 (hint: begin one of them at a landmark)",
            "rules.ron:3:16: error: this rule starts from itself: BL52 → BL23 → BL52 (hint: begin one of them at a landmark)",
        ],
    );
    check(
        "rules.ron",
        rules(&[rule("x1", "At(\"x2\")"), rule("x2", "At(\"qqqqqqqq\")"), rule("x3", "At(\"x3\")")]),
        &[
            "rules.ron:2:26: error: it starts from `x2`, whose rule is left out (hint: mend that rule)",
            "rules.ron:3:26: error: no landmark or rule is called `qqqqqqqq` (hint: see the landmarks in figures/)",
            "rules.ron:4:14: error: this rule starts from itself: x3 → x3 (hint: begin one of them at a landmark)",
        ],
    );
}

#[test]
fn numbers_in_rules_are_numbers_on_a_body() {
    let walk = |walk: &str| format!("[\n{}\n]", rule("BL23", walk));
    for cun in ["NaN", "inf", "-inf", "1e999", "-1.0", "31.0"] {
        let told = told(&pack("rules.ron", walk(&format!("At(\"L2_lower\"), Out({cun}, \"back_width\")"))));
        assert_eq!(told.len(), 1, "{cun}: {told:?}");
        assert!(told[0].contains("cun is not a distance on a body"), "{told:?}");
    }
    for share in ["(NaN, 1)", "(1, 0)", "(3, 2)", "(-1, 2)", "(1, inf)"] {
        let told = told(&pack("rules.ron", walk(&format!("Between(\"L2_lower\", \"L4_lower\", {share}, Back)"))));
        assert_eq!(told.len(), 1, "{share}: {told:?}");
        assert!(told[0].contains("is not a share of a way"), "{told:?}");
    }
    check(
        "rules.ron",
        walk("At(\"L2_lower\"), Out(1.5, \"back_with\")"),
        &["rules.ron:2:50: error: there is no unit `back_with` (hint: did you mean `back_width`?)"],
    );
    check(
        "rules.ron",
        walk("Level(\"L2_lower\")"),
        &[
            "rules.ron:2:16: error: this walk starts nowhere (hint: begin at a landmark or another point, such as At(\"L2_lower\"))",
        ],
    );
}

#[test]
fn a_pack_without_a_sound_head_is_left_out() {
    let without = Memory::default().with("points.ron", format!("[{POINT}]"));
    let hint = "begin it with (format: 1, id: \"my-pack\", title: \"My pack\", reviewed_on: \"2026-11-22\")";
    assert_eq!(told(&without), [format!("pack.ron: error: this file is missing (hint: {hint})")]);
    assert_core_stands(&over_core(&without));
    for (head, expected) in [
        (
            HEAD.replace("format: 1", "format: 2"),
            "pack.ron:1:2: error: format 2 is not known to this Deqi, which reads format 1 (hint: write format: 1, or update Deqi)",
        ),
        (
            HEAD.replace("format: 1, ", ""),
            "pack.ron:1:54: error: the field `format` is missing (hint: add `format: …`)",
        ),
        (
            HEAD.replace("2026-11-22", "yesterday"),
            "pack.ron:1:40: error: `reviewed_on` is not a day (hint: write it as 2026-11-22)",
        ),
    ] {
        assert_eq!(told(&Memory::default().with("pack.ron", head)), [expected]);
    }
}

#[test]
fn files_that_are_not_utf_8_are_explained() {
    let text = format!("[{POINT}]");
    let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    check(
        "points.ron",
        utf16,
        &["points.ron:1:1: error: this file is saved as UTF-16 (hint: save it as UTF-8 in your editor)"],
    );
    check("points.ron", format!("\u{FEFF}[{POINT}]"), &[]);
    check("points.ron", text.replace('\n', "\r\n"), &[]);
    check(
        "points.ron",
        b"[\n  \xE9".to_vec(),
        &["points.ron:2:3: error: this is not UTF-8 text (hint: save it as UTF-8 in your editor)"],
    );
}

#[test]
fn files_that_are_no_list_are_explained() {
    for (text, expected) in [
        ("", "points.ron:1:1: error: there is nothing in this file (hint: a file holds one list: [ entry, entry ])"),
        ("\"a\"", "points.ron:1:1: error: a list should begin here (hint: a file holds one list: [ entry, entry ])"),
        (
            "[] []",
            "points.ron:1:4: error: nothing may follow the end of the list (hint: move it inside, or take it out)",
        ),
        ("[,]", "points.ron:1:2: error: there is a comma too many (hint: take it out)"),
        (
            "#![enable(unwrap_newtypes)]\n[]",
            "points.ron:1:1: error: extensions of RON are not used here (hint: take this line out; `Some(...)` may be left out without it)",
        ),
    ] {
        check("points.ron", text, &[expected]);
    }
    check("points.ron", "#![enable(implicit_some)]\n[]", &[]);
    check("point.ron", "[]", &["point.ron: warning: Deqi does not read this file (hint: did you mean `points.ron`?)"]);
}

/// P1 to P3: what is deep, big or tangled is refused, and quickly.
#[test]
fn hostile_files_cost_little() {
    let started = std::time::Instant::now();
    let deep = "[".repeat(1_900_000);
    let comments = format!("[{}", "/*".repeat(900_000));
    let hashes = format!("[r{}\"", "#".repeat(1_000_000));
    let open = format!("[\n{}", "(r##\"\n".repeat(300_000));
    let escapes = format!("[\"{}\"]", "\\u{e9}".repeat(300_000));
    let digits = format!("[{}]", "9".repeat(1_900_000));
    let empties = format!("[{}]", "(),".repeat(600_000));
    let chain: String = (0..15_000).fold(String::new(), |mut text, i| {
        let _ok = writeln!(text, "{}", rule(&format!("c{i}"), &format!("At(\"c{}\")", i + 1)));
        text
    });
    let ring = format!("[{chain}{}]", rule("c15000", "At(\"c0\")"));
    let chain = format!("[{chain}]");
    for (file, text) in [
        ("points.ron", deep),
        ("points.ron", comments),
        ("points.ron", hashes),
        ("points.ron", open),
        ("points.ron", escapes),
        ("points.ron", digits),
        ("points.ron", empties),
        ("rules.ron", chain),
        ("rules.ron", ring),
    ] {
        let loaded = over_core(&pack(file, text));
        assert!(!loaded.problems.is_empty() && loaded.problems.len() <= 401, "{}", loaded.problems.len());
        assert_core_stands(&loaded);
    }
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}

#[test]
fn too_much_is_not_read() {
    check(
        "points.ron",
        vec![b' '; 2 * 1024 * 1024 + 1],
        &["points.ron: error: this file is larger than 2 MiB (hint: the rest of the pack is read without it)"],
    );
    let many = (0..70).fold(pack("points.ron", "[]"), |pack, i| pack.with(&format!("notes{i}.txt"), ""));
    assert_eq!(told(&many), [".: error: the pack holds more than 64 files (hint: is this the right folder?)"]);
    let much = (0..40).fold(pack("points.ron", "[]"), |pack, i| pack.with(&format!("n{i}.txt"), vec![0; 1_700_000]));
    assert_eq!(told(&much), [".: error: the pack holds more than 64 MiB (hint: is this the right folder?)"]);
}

#[test]
fn figures_are_checked_before_they_are_used() {
    let landmarks = |text: &str| pack("figures/woman.landmarks.ron", text);
    let one = r#"(id: "navel", paired: false, at: (0.0, 1.0, 0.1), how: "seen")"#;
    for (marks, expected) in [
        (format!("{one}, {one}"), "the landmark `navel` is given twice"),
        (one.replace("1.0", "NaN"), "the landmark `navel` lies outside any body"),
        (one.replace("1.0", "1e999"), "the landmark `navel` lies outside any body"),
    ] {
        let text = format!("(figure: \"woman\", stature: 1.6, landmarks: [{marks}])");
        let told = told(&landmarks(&text));
        assert!(told.iter().any(|t| t.contains(expected)), "{told:?}");
    }
    let wrong = told(&landmarks("(figure: \"man\", stature: 1.6, landmarks: [])"));
    assert!(wrong.iter().any(|t| t.contains("these are the landmarks of `man`")), "{wrong:?}");
    for bytes in [b"DEQB".to_vec(), b"MZ".to_vec(), Vec::new(), vec![0xFF; 4096]] {
        let pack = pack("figures/woman.body", bytes);
        assert!(deqi::content::figure(&pack, deqi::model::FigureId::Woman).is_err());
    }
}

/// A PNG of one colour; the size it claims may be larger than what follows.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let image = image::GrayImage::new(width, height);
    image.write_to(&mut std::io::Cursor::new(&mut bytes), image::ImageFormat::Png).unwrap();
    bytes
}

#[test]
fn pictures_are_png_and_small_enough_to_show() {
    check("pictures/a.png", png(64, 64), &[]);
    let told = told(&pack("pictures/a.png", png(5000, 10)));
    assert!(told.len() == 1 && told[0].starts_with("pictures/a.png: error: "), "{told:?}");
    check(
        "pictures/a.png",
        b"\xFF\xD8\xFF\xE0JFIF".to_vec(),
        &["pictures/a.png: error: this is not a PNG picture (hint: save it as PNG)"],
    );
    let torn = png(64, 64)[..50].to_vec();
    assert!(deqi::content::picture(&pack("pictures/a.png", torn), "pictures/a.png").is_err());
}

#[test]
fn nothing_outside_a_folder_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let outside = tempfile::tempdir().unwrap();
    std::fs::write(outside.path().join("secret.ron"), "[]").unwrap();
    std::fs::write(folder.path().join("pack.ron"), HEAD).unwrap();
    let open = Folder::open(folder.path()).unwrap();
    let secret = outside.path().join("secret.ron");
    let up = format!("../{}/secret.ron", outside.path().file_name().unwrap().to_str().unwrap());
    for path in [
        secret.to_str().unwrap(),
        up.as_str(),
        "..",
        ".",
        "",
        "/etc/passwd",
        "a\0b",
        "..\\x",
        "C:\\x",
        "file:///etc/passwd",
    ] {
        assert!(open.read(path).is_err(), "{path:?}");
    }
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(&secret, folder.path().join("points.ron")).unwrap();
        std::os::unix::fs::symlink("/dev/zero", folder.path().join("rules.ron")).unwrap();
        let made = std::process::Command::new("mkfifo").arg(folder.path().join("pages.ron")).status();
        assert!(made.is_ok_and(|status| status.success()), "mkfifo is on every Unix");
        std::fs::create_dir(folder.path().join("sources.ron")).unwrap();
        let loaded = over_core(&open);
        let files: Vec<&str> = loaded.problems.iter().map(|p| p.file.as_str()).collect();
        assert_eq!(files, ["pages.ron", "points.ron", "rules.ron", "sources.ron"], "{:?}", loaded.problems);
        assert_core_stands(&loaded);
    }
}

#[test]
fn a_folder_reads_as_memory_does() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("pack.ron"), HEAD).unwrap();
    std::fs::write(folder.path().join("points.ron"), format!("[{POINT}]")).unwrap();
    let loaded = over_core(&Folder::open(folder.path()).unwrap());
    assert_eq!(loaded.problems, []);
    assert!(loaded.catalog.point(&PointCode("EX-Q9".to_owned())).is_some());
    assert!(Folder::open(&folder.path().join("none")).is_err());
    assert!(Folder::open(Path::new("/dev/null")).is_err());
}

#[test]
fn a_sentence_on_four_cards_is_told() {
    let say = |i: u32| {
        let said = "layout: Nowhere, under: (plain: \"Much the same lies here.\", sources: [\"who2008\"])";
        POINT.replace("EX-Q9", &format!("EX-Q9{i}")).replace("layout: Nowhere", said)
    };
    let three: Vec<String> = (1..4).map(say).collect();
    check("points.ron", format!("[{}]", three.join(",")), &[]);
    let four: Vec<String> = (1..5).map(say).collect();
    let told = told(&pack("points.ron", format!("[{}]", four.join(","))));
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("warning: “much the same lies here.” stands on 4 cards"), "{told:?}");
}

/// A channel of an author's own, with something more to say.
fn channel(id: &str, more: &str) -> String {
    format!(
        "(id: \"{id}\", name: \"Mine\", pinyin: \"Wǒ\", hanzi: (simplified: \"我\", traditional: \"我\"), points: 1, \
         pattern: Dash, sources: [\"who2008\"], {more})"
    )
}

#[test]
fn channels_pair_both_ways_and_share_out_the_day() {
    let watch = |starts: u8| format!("watch: (starts: {starts}, branch: \"申\", pinyin: \"Shēn\")");
    for (said, expected) in [
        (channel("M1", "paired_with: \"BLL\""), "error: there is no channel `BLL` (hint: did you mean `BL`?)"),
        (
            channel("M1", "paired_with: \"BL\", polarity: Yang"),
            "warning: `M1` and `BL` are not one pair of yin and yang (hint: name each in the other, one Yin and one Yang)",
        ),
        (
            channel("M1", &watch(24)),
            "error: 24 is not an hour of the day (hint: write the hour at which its two hours begin, 0 to 23)",
        ),
        (
            channel("M1", "phase: Water, fire: Sovereign"),
            "error: only a channel of the phase Fire has a `fire` (hint: leave one of them out)",
        ),
        (channel("M1", "course: (from: \" \", to: \"the toe\")"), "error: `from` is empty"),
    ] {
        let told = told(&pack("channels.ron", format!("[{said}]")));
        assert!(told.len() == 1 && told[0].contains(expected), "{said}: {told:?}");
    }
    let told = told(&pack("channels.ron", format!("[{}]", channel("M1", &watch(15)))));
    assert_eq!(told.len(), 2, "both hours are taken: {told:?}");
    assert!(told[0].contains("hour 15 belongs to `BL` already"), "{told:?}");
    let told = self::told(&pack("channels.ron", format!("[{}]", channel("BL", &watch(13)))));
    assert!(told.iter().any(|t| t.contains("hour 15 belongs to no channel")), "{told:?}");
    assert!(told.iter().any(|t| t.contains("its hours end at 15") || t.contains("not one pair")), "{told:?}");
}
