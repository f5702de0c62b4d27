//! The page as a PDF, for each paper, level and size of print; looked at with other people's tools where they are.

use std::process::Command;
use std::sync::LazyLock;

use deqi::app::{Printer, Start};
use deqi::body::figure::Figure;
use deqi::content::{Embedded, Memory, load};
use deqi::handout::pdf::{HandoutError, Made, TEMPLATE, render};
use deqi::handout::{Cut, Handout, Wish, gather, numbered, pictures};
use deqi::i18n::Tr;
use deqi::mode::Mode;
use deqi::model::{FigureId, Paper, PointCode, Reading, Sheet, SkinTone};
use deqi::plan::{LONGEST_NOTE, MOST_STEPS, Plan};
use deqi::theme::{Look, ThemeName};
use deqi::visit::{Action, PlanAsk, ReadAsk, Screen, Visit};

use crate::handout::{page, plan, say};
use crate::support::{DESK, Deqi, LIBRARY, open_with, press, still, things};
#[cfg(unix)]
use crate::support::{fake_printer, jobs, pass, until};

static FIGURE: LazyLock<Figure> = LazyLock::new(|| LIBRARY.figure(FigureId::Neutral).unwrap());

/// A page with its pictures.
fn drawn(steps: usize, wish: Wish) -> Handout {
    of(&plan(steps), &Visit::default(), wish)
}

/// The page of a plan, with its pictures.
fn of(plan: &Plan, visit: &Visit, wish: Wish) -> Handout {
    let look = Look::new(ThemeName::Light).unwrap();
    let numbers = numbered(&FIGURE, plan);
    let pictures = pictures(&Tr::english(), &FIGURE, &look, SkinTone(2), &numbers);
    Handout { pictures, ..page(Some(plan), visit, wish) }
}

fn wish(paper: Paper, large: bool, reading: Reading) -> Wish {
    Wish { reading, sheet: Sheet { paper, large } }
}

/// What a program says of a PDF; none, and aloud, where it is not installed.
pub(crate) fn tool(program: &str, args: &[&str], pdf: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("page.pdf");
    std::fs::write(&file, pdf).unwrap();
    let args = args.iter().map(|arg| if *arg == "FILE" { file.to_str().unwrap() } else { *arg });
    let Ok(said) = Command::new(program).args(args).output() else {
        assert!(std::env::var("DEQI_PICTURES").as_deref() != Ok("required"), "{program} is missing");
        eprintln!("skipped: {program} is not installed");
        return None;
    };
    assert!(said.status.success(), "{program}: {}", String::from_utf8_lossy(&said.stderr));
    Some(String::from_utf8_lossy(&said.stdout).into_owned())
}

/// What a line of `pdfinfo` says under a key.
fn said<'a>(info: &'a str, key: &str) -> &'a str {
    info.lines().find_map(|line| line.strip_prefix(key)).unwrap_or_default().trim()
}

/// Asks other people's tools whether a page bears its title, language and tags. Gives what `pdfinfo` says of it.
pub(crate) fn is_tagged(pdf: &[u8], title: &str, tags: &[&str]) -> Option<String> {
    let info = tool("pdfinfo", &["FILE"], pdf);
    if let Some(info) = &info {
        assert_eq!(said(info, "Title:"), title);
        assert_eq!(said(info, "Tagged:"), "yes");
    }
    if let Some(structure) = tool("pdfinfo", &["-struct-text", "FILE"], pdf) {
        for tag in tags {
            assert!(structure.contains(tag), "{tag}:\n{structure}");
        }
    }
    if let Some(inside) = tool("qpdf", &["--qdf", "--object-streams=disable", "FILE", "-"], pdf) {
        for mark in ["/Lang (en", "/Alt ", "pdfuaid:part", "/Marked true"] {
            assert!(inside.contains(mark), "{mark} is missing");
        }
    }
    info
}

#[test]
fn every_paper_level_and_print_has_its_page_within_its_number_of_pages() {
    for paper in Paper::ALL {
        for large in [false, true] {
            for reading in Reading::ALL {
                for steps in [0, 5] {
                    let page = drawn(steps, wish(paper, large, reading));
                    let made = render(&page, TEMPLATE)
                        .unwrap_or_else(|e| panic!("{paper:?} {large} {reading:?} {steps}: {e}"));
                    assert!(made.pdf.starts_with(b"%PDF-"), "it is a PDF");
                    assert!((1..=Sheet::MOST_PAGES).contains(&made.pages), "{} pages", made.pages);
                }
            }
        }
    }
}

/// The longest that a plan may be, and a patient who ticked everything.
fn longest(wish: Wish) -> Handout {
    let words = "Keep warm and move about a little every hour. ".repeat(30);
    let note: String = words.chars().take(LONGEST_NOTE).collect();
    let mut plan = plan(MOST_STEPS);
    plan.note.clone_from(&note);
    plan.steps.iter_mut().for_each(|step| step.note.clone_from(&note));
    let mut visit = Visit::default();
    for id in ["questions", "take-care"] {
        let items = LIBRARY.catalog.evidence().panel(id).unwrap().items.len();
        for item in 0..items {
            visit.apply(&LIBRARY.catalog, Action::Read(ReadAsk::Tick(id.to_owned(), item)));
        }
    }
    of(&plan, &visit, wish)
}

#[test]
fn every_plan_within_its_limits_has_its_page_at_every_level() {
    for paper in Paper::ALL {
        for large in [false, true] {
            for reading in Reading::ALL {
                let page = longest(wish(paper, large, reading));
                let made = render(&page, TEMPLATE).unwrap_or_else(|e| panic!("{paper:?} {large} {reading:?}: {e}"));
                let most = if large { Sheet::AT_WORST } else { Sheet::MOST_PAGES };
                assert!(made.pages <= most, "{paper:?} {large} {reading:?}: {} pages", made.pages);
                let Some(text) = tool("pdftotext", &["-raw", "FILE", "-"], &made.pdf) else { continue };
                let flat = |text: &str| text.split_whitespace().collect::<String>();
                let text = flat(&text);
                let plain = page.spare.plain.clone().filter(|_| made.cut.level);
                let (benefits, harms) = plain.unwrap_or((page.benefits.clone(), page.harms.clone()));
                let told = Handout { benefits, harms, ..page };
                for says in told.protected() {
                    assert!(text.contains(&flat(says)), "{paper:?} {large} {reading:?}: {says}");
                }
                assert!(text.contains(&flat("Long notes were cut")), "that notes were cut is said");
                assert!(text.contains(&flat("take blood thinners")), "whatever was ticked to be told is");
            }
        }
    }
}

/// The sizes of letters in a PDF, each with how many strings are printed in it, as another program unpacks them.
fn sizes(pdf: &[u8]) -> Option<Vec<(f64, usize)>> {
    let inside = tool("qpdf", &["--qdf", "--object-streams=disable", "FILE", "-"], pdf)?;
    let mut sizes: Vec<(f64, usize)> = Vec::new();
    let words: Vec<&str> = inside.split_whitespace().collect();
    for pair in words.windows(2).filter(|pair| pair[1] == "Tf") {
        let size: f64 = pair[0].parse().unwrap();
        match sizes.iter_mut().find(|(known, _)| (known - size).abs() < 0.01) {
            Some((_, count)) => *count += 1,
            None => sizes.push((size, 1)),
        }
    }
    Some(sizes)
}

/// A page of large print: two sides, in large letters, with every sign and every harm.
fn is_whole_in_large_print(page: &Handout, made: &Made) {
    assert!(made.pages <= 2, "{} sides", made.pages);
    if let Some(text) = tool("pdftotext", &["-raw", "FILE", "-"], &made.pdf) {
        let flat = |text: &str| text.split_whitespace().collect::<String>();
        let text = flat(&text);
        for says in page.protected() {
            assert!(text.contains(&flat(says)), "{says}");
        }
    }
    if let Some(sizes) = sizes(&made.pdf) {
        assert!(sizes.iter().all(|(size, _)| *size >= 14.0), "nothing is smaller than 14 points: {sizes:?}");
        let most = sizes.iter().max_by_key(|(_, count)| *count).unwrap();
        assert!(most.0 >= 16.0, "running text has 16 points: {sizes:?}");
    }
}

#[test]
fn each_example_to_teach_with_takes_two_sides_of_large_print_or_fewer_in_usual_print() {
    for paper in Paper::ALL {
        for large in [false, true] {
            for set in LIBRARY.catalog.teaching() {
                let plan = Plan::from_set(set, &LIBRARY.catalog);
                let page = of(&plan, &Visit::default(), wish(paper, large, Reading::Plain));
                let made = render(&page, TEMPLATE).unwrap();
                // In large print sources may stand on the page in usual print alone; the page says so.
                let cut = Cut { sources: large && made.cut.sources, ..Cut::default() };
                assert!(made.pages <= 2 && made.cut == cut, "{paper:?} {}: {:?}", set.id, made.cut);
                if large {
                    is_whole_in_large_print(&page, &made);
                }
            }
        }
    }
}

#[test]
fn eight_steps_with_short_notes_stand_on_two_sides_of_large_print() {
    for paper in Paper::ALL {
        let mut plan = plan(8);
        plan.steps.iter_mut().take(2).for_each(|step| step.note = "Warm it at home, too.".to_owned());
        let page = of(&plan, &Visit::default(), wish(paper, true, Reading::Plain));
        let made = render(&page, TEMPLATE).unwrap();
        assert_eq!((made.cut.first, made.cut.notes), (None, false), "{paper:?}: the plan stands there whole");
        is_whole_in_large_print(&page, &made);
    }
}

#[test]
fn the_longest_plan_is_cut_and_harms_and_warning_signs_are_not() {
    let page = drawn(40, wish(Paper::A4, false, Reading::Science));
    let made = render(&page, TEMPLATE).unwrap();
    assert!(made.pages <= 2, "{} pages", made.pages);
    let Some(text) = tool("pdftotext", &["-raw", "FILE", "-"], &made.pdf) else { return };
    let flat = |text: &str| text.split_whitespace().collect::<String>();
    assert!(text.contains(" more"), "a line says how many steps are left out:\n{text}");
    for says in page.protected() {
        assert!(flat(&text).contains(&flat(says)), "{says}");
    }
}

#[test]
fn a_practitioner_reads_what_of_the_plan_is_not_on_the_page_before_it_is_printed() {
    let start = Start { mode: Mode::Practice, ..Start::with(LIBRARY.clone(), still()) };
    let mut deqi = open_with(DESK, start);
    let says = |deqi: &Deqi, words: &str| things(deqi).iter().any(|thing| thing.name.contains(words));
    let add = |code: &str| Action::Plan(PlanAsk::Add(PointCode(code.to_owned())));
    deqi.state_mut().ask(Action::Go(Screen::Plan));
    for code in ["BL23", "GV4", "BL25", "BL40", "GB30", "BL60", "KI3", "ST36"] {
        deqi.state_mut().ask(add(code));
    }
    deqi.state_mut().ask(Action::Go(Screen::TakeAway));
    deqi.run();
    assert!(!says(&deqi, "fit on the page"), "eight steps fit");
    deqi.state_mut().ask(Action::Go(Screen::Plan));
    for code in ["BL57", "GB34"] {
        deqi.state_mut().ask(add(code));
    }
    deqi.state_mut().ask(Action::Go(Screen::TakeAway));
    deqi.run();
    assert!(says(&deqi, "Your plan has 10 steps. No more than 8 fit on the page."));
    press(&mut deqi, "Make the page");
    for _ in 0..3000 {
        if says(&deqi, "Your page is ready: 2 sides.") {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(40));
        deqi.step();
    }
    deqi.run();
    assert!(says(&deqi, "The page holds the first ") && says(&deqi, " of your 10 steps. The others did not fit."));
    assert!(!says(&deqi, "Long notes"), "there are none");
}

#[cfg(unix)]
#[test]
fn a_practitioner_prints_it_at_once_on_the_usual_printer_and_is_told_what_came_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut deqi = open_with(DESK, Start { mode: Mode::Practice, ..Start::with(LIBRARY.clone(), still()) });
    let says = |deqi: &Deqi, words: &str| things(deqi).iter().any(|thing| thing.name.contains(words));
    // The command of a printer is taken by its path: this one writes down what it is sent.
    let usual = |then: &str| {
        fake_printer(folder.path(), then);
        Printer::usual_by(folder.path().join("lp"))
    };
    deqi.state_mut().ask(Action::Go(Screen::TakeAway));
    deqi.run();
    deqi.state_mut().print_on(Some(usual("exit 0")));
    press(&mut deqi, "Make the page");
    until(&mut deqi, |deqi| says(deqi, "Your page is ready"));
    let came = [
        ("echo 'request id is Desk-3 (1 file(s))'", "It was handed to the printer “Desk”."),
        ("exit 0", "It was handed to the usual printer of this computer."),
        ("echo 'lp: Error - no default destination available.' >&2; exit 1", "This computer has no usual printer."),
        ("exit 1", "The printer did not take it."),
    ];
    for (number, (then, told)) in (1..).zip(came) {
        deqi.state_mut().print_on(Some(usual(then)));
        press(&mut deqi, "Print");
        until(&mut deqi, |deqi| says(deqi, told));
        assert_eq!(jobs(folder.path()), number);
        let page = std::fs::read(folder.path().join(format!("page.{number}.pdf"))).unwrap();
        assert!(page.starts_with(b"%PDF"), "the page went through the pipe");
        pass(&mut deqi, 4.0);
    }
    let asked = std::fs::read_to_string(folder.path().join("jobs")).unwrap();
    assert!(asked.lines().all(|asked| asked == "-"), "no printer is named, and no file: {asked}");
    assert!(says(&deqi, "Save") && !says(&deqi, "Open to print"));
}

#[test]
fn what_is_cut_from_a_plan_is_told_with_the_page() {
    let page = drawn(40, wish(Paper::A4, false, Reading::Science));
    assert!(render(&page, TEMPLATE).unwrap().cut.first.is_some_and(|first| first <= 8));
    let page = longest(wish(Paper::A4, false, Reading::Plain));
    assert!(render(&page, TEMPLATE).unwrap().cut.notes);
    assert_eq!(render(&drawn(4, wish(Paper::A4, false, Reading::Plain)), TEMPLATE).unwrap().cut, Cut::default());
}

#[test]
fn other_programs_read_it_in_order_with_tags_a_title_and_a_language() {
    let page = drawn(4, wish(Paper::A4, false, Reading::Plain));
    let made = render(&page, TEMPLATE).unwrap();
    if let Some(text) = tool("pdftotext", &["-raw", "FILE", "-"], &made.pdf) {
        let order = [
            page.title.as_str(),
            page.plan.as_ref().unwrap().title.as_str(),
            page.expect.title.as_str(),
            page.benefits.title.as_str(),
            page.harms.title.as_str(),
            page.warnings[0].title.as_str(),
            page.warnings[1].title.as_str(),
            page.aftercare.title.as_str(),
            page.sources.title.as_str(),
        ];
        let places: Vec<usize> =
            order.iter().map(|title| text.find(title).unwrap_or_else(|| panic!("{title}:\n{text}"))).collect();
        assert!(places.is_sorted(), "{order:?} {places:?}\n{text}");
        assert!(text.contains("on your left side"), "{text}");
    }
    let info = is_tagged(&made.pdf, &page.title, &["H1", "H2", "Figure", "L ", "LI", "P "]);
    if let Some(info) = info {
        assert!(said(&info, "Page size:").contains("A4"), "{info}");
    }
}

#[test]
fn the_square_on_paper_is_read_back_by_another_program() {
    let page = drawn(0, wish(Paper::Letter, false, Reading::Plain));
    let made = render(&page, TEMPLATE).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let pdf = folder.path().join("page.pdf");
    std::fs::write(&pdf, &made.pdf).unwrap();
    let stem = folder.path().join("page");
    // As a phone would see it: 300 dots an inch.
    let drawn = Command::new("pdftoppm").args(["-r", "300", "-gray", "-png"]).args([&pdf, &stem]).status();
    if !drawn.is_ok_and(|status| status.success()) {
        assert!(std::env::var("DEQI_PICTURES").as_deref() != Ok("required"), "pdftoppm is missing");
        eprintln!("skipped: pdftoppm is not installed");
        return;
    }
    let mut read = Vec::new();
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|e| e == "png") {
            let picture = image::open(&path).unwrap().into_luma8();
            let (width, height) = picture.dimensions();
            let look = |x: usize, y: usize| picture.get_pixel(x as u32, y as u32).0[0];
            let mut seen = rqrr::PreparedImage::prepare_from_greyscale(width as usize, height as usize, look);
            read.extend(seen.detect_grids().iter().filter_map(|grid| Some(grid.decode().ok()?.1)));
            match Command::new("zbarimg").args(["--quiet", "--raw"]).arg(&path).output() {
                Ok(said) if said.status.success() => {
                    read.push(String::from_utf8_lossy(&said.stdout).trim_end().to_owned());
                }
                Ok(_) => {}
                Err(_) => {
                    assert!(std::env::var("DEQI_PICTURES").as_deref() != Ok("required"), "zbarimg is missing");
                    eprintln!("skipped: zbarimg is not installed");
                }
            }
        }
    }
    // Two readers tried; neither may read anything else, and one at least must read it.
    assert!(!read.is_empty() && read.iter().all(|said| *said == page.short), "{read:?}");
}

#[test]
fn a_template_that_leaves_out_or_shrinks_what_is_protected_makes_no_page() {
    let page = drawn(0, wish(Paper::A4, false, Reading::Plain));
    let without = TEMPLATE.replace("warnings.join()", "warnings.slice(1).join()");
    assert_ne!(without, TEMPLATE);
    assert_eq!(render(&page, &without).unwrap_err(), HandoutError::LeftOut("Get help now".to_owned()));

    let harms = "#let harms = told(page-data.harms)";
    let small = TEMPLATE.replace(harms, "#let harms = { set text(size: 6pt); told(page-data.harms) }");
    assert_ne!(small, TEMPLATE);
    let error = render(&page, &small).unwrap_err().to_string();
    assert!(
        error.starts_with("handout.typ: error: “")
            && error.contains("is printed at 6 points (hint: print harms and warning signs at 10 points or more)"),
        "{error}"
    );

    let hidden = TEMPLATE.replace(harms, "#let harms = hide(told(page-data.harms))");
    assert!(matches!(render(&page, &hidden), Err(HandoutError::LeftOut(_))), "what is hidden does not stand there");

    // The letters are as large as ever; the paper shows them smaller, or not at all.
    let with = |told: &str| render(&page, &TEMPLATE.replace(harms, &format!("#let harms = {told}"))).unwrap_err();
    for (what, small) in [
        ("half", "scale(50%, reflow: true, told(page-data.harms))"),
        ("flat", "scale(x: 100%, y: 20%, told(page-data.harms))"),
    ] {
        let error = with(small);
        assert!(matches!(error, HandoutError::TooSmall { size: 1..=7, .. }), "{what}: {error}");
    }
    for (what, unseen) in [
        ("white", "{ set text(fill: white); told(page-data.harms) }"),
        ("glass", "{ set text(fill: rgb(0, 0, 0, 20)); told(page-data.harms) }"),
        ("off the paper", "move(dx: 30cm, told(page-data.harms))"),
        ("cut off", "block(height: 1cm, clip: true, told(page-data.harms))"),
        ("outlined in white", "{ set text(stroke: 3pt + white); told(page-data.harms) }"),
        ("letter on letter", "{ set text(tracking: -0.45em); told(page-data.harms) }"),
    ] {
        let error = with(unseen);
        assert!(matches!(error, HandoutError::LeftOut(_)), "{what}: {error}");
    }
}

#[test]
fn a_template_that_covers_what_is_protected_makes_no_page() {
    let page = drawn(0, wish(Paper::A4, false, Reading::Plain));
    let harms = "#let harms = told(page-data.harms)";
    let with = |told: &str| render(&page, &TEMPLATE.replace(harms, &format!("#let harms = {told}")));
    let over = |what: &str| format!("{{ told(page-data.harms); place(bottom + left, dy: -2cm, {what}) }}");
    let white = over("rect(width: 100%, height: 4cm, fill: white)");
    assert_eq!(
        with(&white).unwrap_err().to_string().split_once("” ").unwrap().1,
        "cannot be read: something lies over it, or dark behind it (hint: draw nothing over harms and warning signs, and \
         no picture and nothing dark behind them)"
    );
    let covers = [
        ("a round box", over("ellipse(width: 100%, height: 4cm, fill: white)")),
        ("glass", over("rect(width: 100%, height: 4cm, fill: rgb(255, 255, 255, 200))")),
        ("a gradient", over("rect(width: 100%, height: 4cm, fill: gradient.linear(white, white))")),
        ("a picture", over("image(\"square.svg\", width: 6cm)")),
        ("a thick line", over("line(length: 100%, stroke: 3cm + white)")),
        (
            "a scribble",
            over("curve(stroke: 4pt, curve.move((0cm, 0cm)), curve.line((8cm, -4cm)), curve.line((0cm, -2cm)))"),
        ),
        ("letters", over("text(size: 90pt, \"MMM\")")),
        ("struck out", "strike(told(page-data.harms))".to_owned()),
        ("on black", "block(fill: rgb(\"#202020\"), told(page-data.harms))".to_owned()),
        (
            "on many veils",
            "{ let veil(i, body) = if i == 0 { body } else { block(fill: rgb(0, 0, 0, 30), veil(i - 1, body)) }; \
          veil(9, told(page-data.harms)) }"
                .to_owned(),
        ),
        ("on a picture", "{ place(image(\"square.svg\", width: 8cm)); told(page-data.harms) }".to_owned()),
    ];
    for (what, told) in &covers {
        let made = with(told);
        assert!(matches!(made, Err(HandoutError::Covered(_))), "{what}: {:?}", made.err());
    }
    for (what, set) in [
        ("dark paper", "#set page(fill: rgb(\"#404040\"))\n"),
        ("a gradient for paper", "#set page(fill: gradient.linear(white, black))\n"),
        ("a veil before the page", "#set page(foreground: rect(width: 100%, height: 100%, fill: white))\n"),
        ("a dark ground", "#set page(background: rect(width: 100%, height: 100%, fill: black))\n"),
    ] {
        let made = render(&page, &TEMPLATE.replacen("#show heading:", &format!("{set}#show heading:"), 1));
        assert!(matches!(made, Err(HandoutError::Covered(_))), "{what}: {:?}", made.err());
    }
    for (what, told) in [
        ("on a tint", "block(fill: rgb(\"#F4EBDD\"), told(page-data.harms))"),
        ("in a frame of three sides", "block(stroke: (rest: 1pt, right: none), inset: 3mm, told(page-data.harms))"),
        ("in a round frame", "block(stroke: 2pt, radius: 4mm, inset: 3mm, told(page-data.harms))"),
        ("underlined", "underline(told(page-data.harms))"),
        ("on white on black", "block(fill: black, inset: 1mm, block(fill: white, told(page-data.harms)))"),
    ] {
        assert!(with(told).is_ok(), "{what}: {:?}", with(told).err());
    }
    let tinted = TEMPLATE.replacen("#show heading:", "#set page(fill: rgb(\"#FBF6EC\"))\n#show heading:", 1);
    assert!(render(&page, &tinted).is_ok(), "pale paper is paper");
}

#[test]
fn a_template_with_a_mistake_says_where() {
    let page = drawn(0, wish(Paper::A4, false, Reading::Plain));
    let error = render(&page, "= Title\n\n#nosuchthing\n").unwrap_err();
    assert_eq!(error.to_string(), "handout.typ:3:2: error: unknown variable: nosuchthing");
    let error = render(&page, "#import \"@preview/cetz:0.3.0\"\n").unwrap_err();
    assert!(matches!(error, HandoutError::Template { .. }), "nothing is fetched: {error}");
    let error = render(&page, "#read(\"/etc/passwd\")\n").unwrap_err().to_string();
    assert!(error.contains("file not found"), "no disk is seen: {error}");
    let long = format!("{TEMPLATE}\n#pagebreak()\nx\n#pagebreak()\ny\n");
    assert!(matches!(render(&page, &long), Err(HandoutError::TooLong(4.., 2))), "a page is short");
}

#[test]
fn a_clinic_stands_at_the_head_of_its_page() {
    let files = |name: &str| {
        let path = format!("{}/assets/new-pack/{name}", env!("CARGO_MANIFEST_DIR"));
        std::fs::read(path).unwrap()
    };
    let names = ["pack.ron", "clinic.ron", "sources.ron", "pictures/logo.png"];
    let pack = names.into_iter().fold(Memory::default(), |pack, name| pack.with(name, files(name)));
    let catalog = load(&[&Embedded, &pack]).catalog;
    let wish = wish(Paper::A4, false, Reading::Plain);
    let page = gather(&catalog, &Tr::english(), None, &Visit::default().reader, wish).unwrap();
    let made = render(&page, TEMPLATE).unwrap();
    let Some(text) = tool("pdftotext", &["-raw", "FILE", "-"], &made.pdf) else { return };
    assert!(text.trim_start().starts_with("Example Clinic") && text.contains("Telephone 555 0100"), "{text}");
    assert!(text.contains("Please call us one day before"), "{text}");
}

#[test]
fn a_plan_in_a_file_has_its_page_from_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let [plan_file, out] = ["plan.ron", "page.pdf"].map(|name| folder.path().join(name).to_str().unwrap().to_owned());
    std::fs::write(&plan_file, plan(5).to_ron().unwrap()).unwrap();
    let (said, fine) = say(&["export", "handout", "-o", &out, "--large", "--plan", &plan_file]);
    assert!(fine && said.ends_with("page.pdf of 2 pages\n"), "{said}");
    if let Some(text) = tool("pdftotext", &["-raw", "FILE", "-"], &std::fs::read(&out).unwrap()) {
        assert!(text.contains("KI3") || text.contains("GB30"), "the plan's points stand there:\n{text}");
    }
    std::fs::write(&plan_file, "(format: 1, steps: [").unwrap();
    let (said, fine) = say(&["export", "handout", "-o", &out, "--plan", &plan_file]);
    assert!(!fine && said.contains("plan.ron:1:"), "{said}");
    let (said, fine) = say(&["export", "handout", "-o", &out, "--plan", "/no/such/plan.ron"]);
    assert!(!fine && said.contains("/no/such/plan.ron: "), "{said}");
}
