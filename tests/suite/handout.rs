//! The page to take away: what stands on it, what no pack can take from it, and what a clinic can add.

use deqi::content::{Embedded, Folder, Memory, PackSource, load};
use deqi::handout::{Handout, LONGEST, Lacking, Room, Square, Wish, gather};
use deqi::i18n::Tr;
use deqi::model::{Catalog, ClaimId, Paper, PointCode, Reading, Sheet, Sides};
use deqi::plan::{How, Plan, Step};
use deqi::visit::{Action, ReadAsk, Screen, TakeAsk, Visit};

use crate::support::{DESK, LIBRARY, go, open, press, still, things};

const HEAD: &str = r#"(format: 1, id: "mine", title: "Mine", reviewed_on: "2026-11-25")"#;

fn wish(reading: Reading) -> Wish {
    Wish { reading, sheet: Sheet::default() }
}

/// Where a visitor ticked these lines of these panels.
fn ticked(lines: &[(&str, usize)]) -> Visit {
    let mut visit = Visit::default();
    for (panel, line) in lines {
        visit.apply(&LIBRARY.catalog, Action::Read(ReadAsk::Tick((*panel).to_owned(), *line)));
    }
    visit
}

pub(crate) fn plan(steps: usize) -> Plan {
    let codes = ["BL23", "GV4", "BL25", "BL40", "GB30", "BL60", "KI3", "ST36"];
    let step = |i: usize| {
        let code = PointCode(codes[i % codes.len()].to_owned());
        let sides = if code.as_str() == "GV4" { Sides::Midline } else { [Sides::Left, Sides::Both][i % 2] };
        Step { how: How::ALL[i % 4], ..Step::new(code, sides) }
    };
    Plan {
        name: "Monday".to_owned(),
        note: "Twice a week.".to_owned(),
        steps: (0..steps).map(step).collect(),
        ..Plan::default()
    }
}

pub(crate) fn page(plan: Option<&Plan>, visit: &Visit, wish: Wish) -> Handout {
    gather(&LIBRARY.catalog, &Tr::english(), plan, &visit.reader, wish).unwrap()
}

#[test]
fn benefits_and_harms_are_the_claims_of_the_catalog_word_for_word_at_each_level() {
    for reading in Reading::ALL {
        let page = page(None, &Visit::default(), wish(reading));
        let ids = ["better-than-usual", "real-and-pretend-equal", "pain-after-course"];
        let harms = ["side-effects", "serious-harm", "harm-in-reports"];
        for (part, ids) in [(&page.benefits, ids), (&page.harms, harms)] {
            let says: Vec<&str> = part.lines.iter().map(|line| line.says.as_str()).collect();
            let claims = ids.map(|id| LIBRARY.catalog.evidence().claim(&ClaimId(id.to_owned())).unwrap());
            assert_eq!(says, claims.map(|claim| claim.text.at(reading)));
            for (line, claim) in part.lines.iter().zip(claims) {
                let aside = line.aside.as_ref().unwrap();
                let source = LIBRARY.catalog.source(&claim.sources[0]).unwrap();
                assert!(aside.starts_with("How sure: ") && aside.contains(&source.short), "{aside}");
            }
        }
        assert_eq!(page.benefits.lines.len(), page.harms.lines.len(), "neither looks larger");
    }
}

#[test]
fn every_warning_sign_stands_on_the_page() {
    let page = page(None, &Visit::default(), wish(Reading::Plain));
    let signs = LIBRARY.catalog.page("warning_signs").unwrap();
    let grave: Vec<&String> = signs.sections.iter().take(2).flat_map(|section| &section.items).collect();
    let told: Vec<&String> = page.warnings.iter().flat_map(|part| &part.lines).map(|line| &line.says).collect();
    assert_eq!(told, grave);
    let protected = page.protected();
    assert!(grave.iter().all(|sign| protected.contains(&sign.as_str())));
}

#[test]
fn ones_own_questions_and_ticks_come_along() {
    let visit = ticked(&[("questions", 3), ("take-care", 0)]);
    let page = page(None, &visit, wish(Reading::Plain));
    assert_eq!(page.questions.lines[0].says, "When do we stop if it does not help?");
    assert_eq!(page.questions.lines.len(), 1);
    assert_eq!(page.tell.unwrap().lines[0].says, "I take blood thinners, or I bleed easily.");
}

#[test]
fn a_plan_says_your_left_side_and_what_is_done() {
    let page = page(Some(&plan(4)), &Visit::default(), wish(Reading::Plain));
    let told = page.plan.as_ref().unwrap();
    let leads: Vec<&str> = told.lines.iter().map(|line| line.lead.as_deref().unwrap()).collect();
    assert!(leads[0].starts_with("BL23 Shènshū") && leads[0].ends_with("on your left side"), "{leads:?}");
    assert!(leads[1].ends_with("in the middle") && leads[3].ends_with("on both sides"), "{leads:?}");
    assert_eq!(told.lines[0].says, "A thin needle.");
    assert_eq!(told.lead.as_deref(), Some("Twice a week."));
    assert!(!page.title.contains("Monday"), "the name of a plan may be a patient's: it stays in the program");
}

#[test]
fn what_is_done_alike_at_every_step_is_said_once() {
    let mut plan = plan(3);
    plan.steps.iter_mut().for_each(|step| step.how = How::Heat);
    plan.steps[1].note = "Not too hot.".to_owned();
    let told = page(Some(&plan), &Visit::default(), wish(Reading::Plain)).plan.unwrap();
    assert_eq!(told.lead.as_deref(), Some("Twice a week. Warmth at each place."));
    let says: Vec<&str> = told.lines.iter().map(|line| line.says.as_str()).collect();
    assert_eq!(says, ["", "Not too hot.", ""]);
}

#[test]
fn a_plan_that_is_cut_says_how_much_is_left() {
    let whole = page(Some(&plan(20)), &Visit::default(), wish(Reading::Plain));
    let all = Room::LESS[0];
    let cut = whole.within(Room { steps: 8, ..all });
    assert_eq!(cut.plan.as_ref().unwrap().lines.len(), 8);
    assert_eq!(cut.plan.as_ref().unwrap().tail.as_deref(), Some("and 12 more"));
    assert_eq!(cut.protected(), whole.protected(), "nothing else is cut");
    assert_eq!(whole.within(Room { steps: 20, ..all }), whole);
}

#[test]
fn with_less_room_more_is_left_out_and_never_a_harm_or_a_warning_sign() {
    let visit = ticked(&[0, 1, 2, 3, 4].map(|line| ("questions", line)));
    let sheet = Sheet { large: true, ..Sheet::default() };
    let mut long = plan(20);
    long.steps[0].note = "Keep warm. ".repeat(40);
    let whole = page(Some(&long), &visit, Wish { reading: Reading::Science, sheet });
    let plain = page(Some(&long), &visit, Wish { reading: Reading::Plain, sheet });
    let mut before = 0;
    for room in Room::LESS {
        let page = whole.within(room);
        let cut = whole.missing_from(&page);
        let missing = [
            cut.first.is_some(),
            cut.notes,
            cut.sources,
            cut.questions.is_some(),
            cut.level,
            cut.first.is_some_and(|first| first < 5),
            cut.first.is_some_and(|first| first < 3),
            cut.visit,
        ];
        let count = missing.into_iter().filter(|missing| *missing).count();
        assert!(count >= before, "{room:?}: {cut:?}");
        before = count;
        assert_eq!(page.warnings, whole.warnings);
        assert_eq!(page.harms, if cut.level { &plain } else { &whole }.harms);
        assert_eq!(
            (page.questions.lines.len(), page.questions.tail.is_some()),
            if room.questions { (5, false) } else { (3, true) }
        );
    }
    assert_eq!(before, 8, "at last all of that is left out");
}

#[test]
fn the_square_holds_the_warning_signs_and_an_independent_reader_reads_it_back() {
    let visits = [Visit::default(), ticked(&[("questions", 0), ("questions", 1), ("questions", 2)])];
    for visit in &visits {
        for steps in [0, 1, 6, 40] {
            let page = page(Some(&plan(steps)), visit, wish(Reading::Science));
            assert!(page.short.len() <= LONGEST, "{} bytes", page.short.len());
            for item in &LIBRARY.catalog.evidence().panel("red-flags").unwrap().items {
                assert!(page.short.contains(&item.says), "{}", item.says);
            }
            assert!(page.short.contains("9 of 100") && page.short.contains("Of 100,000 people"), "{}", page.short);
            assert_eq!(read_back(&Square::of(&page.short).unwrap()), page.short);
        }
    }
}

/// What a phone would read: the square as a picture, through a reader that is not ours.
pub(crate) fn read_back(square: &Square) -> String {
    const SCALE: usize = 4;
    let side = square.framed() * SCALE;
    let mut dark = vec![false; side * side];
    for (column, row, long) in square.runs() {
        for y in row * SCALE..(row + 1) * SCALE {
            dark[y * side + column * SCALE..y * side + (column + long) * SCALE].fill(true);
        }
    }
    let mut seen = rqrr::PreparedImage::prepare_from_bitmap(side, side, |x, y| dark[y * side + x]);
    let found = seen.detect_grids();
    assert_eq!(found.len(), 1, "one square is found");
    found[0].decode().unwrap().1
}

#[test]
fn without_warning_signs_there_is_no_page() {
    let gathered = gather(&Catalog::default(), &Tr::english(), None, &Visit::default().reader, wish(Reading::Plain));
    assert_eq!(gathered, Err(Lacking("better-than-usual".to_owned())));
}

/// What `deqi check` would say of a pack with these files.
fn told(files: &[(&str, &str)]) -> (Vec<String>, Catalog) {
    let pack = files.iter().fold(Memory::default().with("pack.ron", HEAD), |pack, (name, text)| pack.with(name, *text));
    let loaded = load(&[&Embedded, &pack]);
    (loaded.problems.iter().map(ToString::to_string).collect(), loaded.catalog)
}

#[test]
fn a_pack_may_add_a_warning_sign_and_may_not_take_one() {
    let core = Embedded.read("pages.ron").unwrap().into_owned();
    let core = String::from_utf8(core).unwrap();
    let added =
        core.replacen("\"You have a fever or chills.\",", "\"You have a fever or chills.\",\n\"Our own sign.\",", 1);
    let (problems, catalog) = told(&[("pages.ron", &added)]);
    assert_eq!(problems, [""; 0]);
    assert!(format!("{:?}", catalog.page("warning_signs")).contains("Our own sign."));

    let cut = core.replacen("                    \"You have a fever or chills.\",\n", "", 1);
    let (problems, catalog) = told(&[("pages.ron", &cut)]);
    assert_eq!(
        problems,
        ["pages.ron:4:13: error: the page `warning_signs` is protected, and here it leaves out “You have a fever or \
          chills.” (hint: warning signs and harms may be added to, never cut: restate it whole, or take this entry out)"]
    );
    assert!(format!("{:?}", catalog.page("warning_signs")).contains("You have a fever or chills."), "it still stands");

    let calmed = core.replacen("tone: Emergency,", "", 1);
    let (problems, _) = told(&[("pages.ron", &calmed)]);
    assert!(problems.len() == 1 && problems[0].contains("is protected"), "{problems:?}");
}

#[test]
fn a_pack_may_not_make_a_harm_smaller() {
    let file = |name: &str| String::from_utf8(Embedded.read(name).unwrap().into_owned()).unwrap();
    for (name, from, to) in [
        ("claims.ron", "About 9 of 100 people have a side effect in a course.", "Side effects are rare."),
        ("panels.ron", "Serious harm is rare: about 10 of 100,000 people in a course.", "Serious harm is rare."),
        ("panels.ron", "(says: \"Your legs are getting weak fast.\", tone: Emergency),", ""),
    ] {
        let text = file(name);
        assert!(text.contains(from), "{from}");
        let (problems, _) = told(&[(name, &text.replacen(from, to, 1))]);
        assert!(
            problems.iter().any(|p| p.starts_with(name) && p.contains("is protected, and here it leaves out")),
            "{problems:?}"
        );
        assert!(told(&[(name, &text)]).0.is_empty(), "the whole of it may be said again");
    }
}

#[test]
fn a_clinic_with_pale_colours_long_lines_or_no_logo_is_told_where_and_what_to_do() {
    let cases = [
        (
            r##"(name: "A", colours: (heading: "#3399AA", line: "#1F7A8C"))"##,
            "clinic.ron:1:32: error: the colour `heading` has a contrast of 3.3 to 1 against white paper; 4.5 is the least (hint: choose a darker one)",
        ),
        (
            r##"(name: "A", colours: (heading: "#0E5560", line: "#DDDDDD"))"##,
            "clinic.ron:1:49: error: the colour `line` has a contrast of 1.4 to 1 against white paper; 3 is the least (hint: choose a darker one)",
        ),
        (
            r##"(name: "A", colours: (heading: "green", line: "#1F7A8C"))"##,
            "clinic.ron:1:32: error: `green` is no colour (hint: write it as \"#0E5560\")",
        ),
        (r#"(name: " ")"#, "clinic.ron:1:8: error: this text is empty (hint: fill it in, or leave the field out)"),
        (
            r#"(name: "A", lines: ["1", "2", "3", "4", "5"])"#,
            "clinic.ron:1:13: error: there are 5 lines under the name (hint: keep them to 4: they stand on every page)",
        ),
        (
            r#"(name: "A", logo: (file: "pictures/none.png", says: "x"))"#,
            "clinic.ron:1:26: error: this file is missing",
        ),
        (
            r#"(name: "A", logo: (file: "../../etc/passwd", says: "x"))"#,
            "clinic.ron:1:26: error: there is no logo `../../etc/passwd` (hint: put it into the folder pictures, as pictures/logo.png)",
        ),
    ];
    for (text, says) in cases {
        let (problems, catalog) = told(&[("clinic.ron", text)]);
        assert_eq!(problems, [says]);
        assert!(catalog.clinic().is_none(), "a clinic with an error is left out");
    }
}

#[test]
fn a_logo_is_a_small_png_and_nothing_else() {
    let with = |png: Vec<u8>| {
        let clinic = r#"(name: "A", logo: (file: "pictures/logo.png", says: "a sign"))"#;
        let pack = Memory::default().with("pack.ron", HEAD).with("clinic.ron", clinic).with("pictures/logo.png", png);
        let loaded = load(&[&Embedded, &pack]);
        (loaded.problems.iter().map(ToString::to_string).collect::<Vec<_>>(), loaded.catalog)
    };
    let png = |side: u32| {
        let mut bytes = std::io::Cursor::new(Vec::new());
        image::RgbaImage::new(side, 3).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
        bytes.into_inner()
    };
    let (problems, catalog) = with(png(1024));
    assert_eq!(problems, [""; 0]);
    assert!(!catalog.clinic().unwrap().logo.as_ref().unwrap().png.is_empty());
    let (problems, catalog) = with(png(1025));
    assert!(
        problems[0].contains("the logo is 1025 by 3 pixels large (hint: keep each side within 1024 pixels)"),
        "{problems:?}"
    );
    assert!(catalog.clinic().is_none());
    let (problems, _) = with(b"GIF89a".to_vec());
    assert!(problems.iter().any(|p| p.contains("this is not a PNG picture")), "{problems:?}");
}

/// What the command line says, and whether all is well.
pub(crate) fn say(args: &[&str]) -> (String, bool) {
    let args = std::iter::once("deqi").chain(args.iter().copied()).map(Into::into);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let ended = deqi::cli::run(args, &mut out, &mut err, |_| panic!("no window is wanted"));
    (String::from_utf8([out, err].concat()).unwrap(), ended == deqi::cli::Outcome::Fine)
}

#[test]
fn a_new_pack_is_sound_and_stands_at_the_head_of_the_page() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("pack");
    let (out, ended) = say(&["new-pack", place.to_str().unwrap()]);
    assert!(ended && out.contains("A pack to begin with is in"), "{out}");
    let (out, ended) = say(&["check", place.to_str().unwrap()]);
    assert!(ended && out.contains("0 errors, 0 warnings"), "{out}");
    for file in ["pack.ron", "clinic.ron", "points.ron", "rules.ron", "pages.ron", "sources.ron"] {
        assert!(std::fs::read_to_string(place.join(file)).unwrap().starts_with("// "), "{file} explains itself");
    }
    let loaded = load(&[&Embedded, &Folder::open(&place).unwrap()]);
    let page = gather(&loaded.catalog, &Tr::english(), None, &Visit::default().reader, wish(Reading::Plain)).unwrap();
    let clinic = page.clinic.unwrap();
    assert_eq!(clinic.name, "Example Clinic");
    assert!(clinic.logo.is_some() && page.short.starts_with("Example Clinic\n"));
    let (out, ended) = say(&["new-pack", place.to_str().unwrap()]);
    assert!(!ended && out.contains("there is something in it already"), "{out}");
}

#[test]
fn every_source_on_the_page_can_be_found() {
    let says: Vec<String> =
        page(None, &Visit::default(), wish(Reading::Plain)).sources.lines.into_iter().map(|line| line.says).collect();
    for reference in [
        "Haake, 2007: Archives of Internal Medicine, doi:10.1001/archinte.167.17.1892",
        "Cochrane, 2020: Cochrane Database of Systematic Reviews, doi:10.1002/14651858.CD013814",
        "Finucane, 2020: Journal of Orthopaedic and Sports Physical Therapy 2020;50(7):350-372",
        "NHS, back pain: nhs.uk/conditions/back-pain",
    ] {
        assert!(says.iter().any(|line| line == reference), "{reference}: {says:#?}");
    }
    for line in &says {
        let (_, found) = line.split_once(": ").unwrap();
        assert!(["doi:", "PMID ", ";", "/"].iter().any(|sign| found.contains(sign)), "{line}");
    }
}

#[test]
fn a_visitor_takes_their_questions_along() {
    let mut deqi = open(DESK, still());
    go(&mut deqi, &[Action::Read(ReadAsk::Find("questions".to_owned()))]);
    press(&mut deqi, "Gain: What do you expect it to do for me, and by when?");
    press(&mut deqi, "Take it along");
    assert_eq!(deqi.state().visit().screen, Screen::TakeAway);
    let names: Vec<String> = things(&deqi).into_iter().map(|thing| thing.name).collect();
    for name in ["A page to take away", "Your own questions: one line", "Warning signs", "What the square says"] {
        assert!(names.iter().any(|n| n == name), "{name}: {names:#?}");
    }
    assert!(
        names.iter().any(|n| n.contains("What do you expect it to do for me")),
        "the square's words stand beside it"
    );
}

#[test]
fn what_is_chosen_for_the_page_is_kept_with_the_visit_and_forgotten_with_it() {
    let mut visit = Visit::default();
    visit.apply(&LIBRARY.catalog, Action::Take(TakeAsk::Large(true)));
    visit.apply(&LIBRARY.catalog, Action::Take(TakeAsk::Paper(Paper::Letter)));
    visit.apply(&LIBRARY.catalog, Action::Home);
    assert_eq!(visit.taking.sheet, Sheet { paper: Paper::Letter, large: true }, "the way home forgets nobody");
    assert_ne!(visit, Visit::default());
}
