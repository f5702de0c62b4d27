//! The diary as a PDF, looked at with other people's tools where they are.

use std::time::{Duration, Instant};

use deqi::diary::{Book, Entry};
use deqi::handout::DiaryPage;
use deqi::handout::pdf::render_diary;
use deqi::mode::Mode;
use deqi::model::{Paper, Sheet};
use deqi::visit::{Action, DiaryAsk, DiaryPdf, DiaryView, Screen};

use crate::diary_paper::{page, six_weeks};
use crate::diary_weeks::{ask, day, weeks};
use crate::handout_pdf::{is_tagged, tool};
use crate::journeys::diary::{Home, does};
use crate::keeping::holding;
use crate::support::{Deqi, control, press, things};

#[test]
fn other_programs_read_it_in_order_with_tags_a_title_and_a_language() {
    let page = page(&six_weeks(), false);
    let made = render_diary(&page).unwrap();
    assert!(made.pages <= 2, "{} pages for twelve entries", made.pages);
    if let Some(text) = tool("pdftotext", &["-raw", "FILE", "-"], &made.pdf) {
        let order = [
            page.title.as_str(),
            "Written on",
            "Pain: 0 is none",
            "Every entry",
            "2 November 2026",
            "12 December 2026",
        ];
        let mut from = 0;
        for words in order {
            let at = text[from..].find(words).unwrap_or_else(|| panic!("{words} after {from}:\n{text}"));
            from += at;
        }
        assert!(text.contains("Ibuprofen 400") && text.contains("Page 1 of"), "{text}");
    }
    is_tagged(&made.pdf, &page.title, &["H1", "H2", "Figure", "Table", "TH", "TD"]);
}

#[test]
fn every_paper_print_and_length_has_its_page() {
    let mut long = Book::default();
    for number in 0..120 {
        let note = "walked to the shop and back ".repeat(number % 9);
        long.add(Entry { pain: Some((number % 11) as u8), note, ..Entry::on(day("2026-12-01")) });
    }
    for book in [Book::default(), six_weeks(), long] {
        for large in [false, true] {
            for paper in Paper::ALL {
                let page = DiaryPage { sheet: Sheet { paper, large }, ..page(&book, large) };
                let made = render_diary(&page).unwrap_or_else(|e| panic!("{paper:?} {large}: {e}"));
                assert!(made.pdf.starts_with(b"%PDF-") && made.pages >= 1);
                let Some(text) = tool("pdftotext", &["-raw", "FILE", "-"], &made.pdf) else { continue };
                let flat = |text: &str| text.split_whitespace().collect::<String>().replace('\u{200b}', "");
                let text = flat(&text);
                for cell in page.rows.iter().flatten().filter(|cell| cell.len() < 200) {
                    assert!(text.contains(&flat(cell)), "{cell}");
                }
            }
        }
    }
}

#[test]
fn what_no_font_has_is_marked_and_ends_nothing() {
    let mut book = Book::default();
    let note = format!("Bad night \u{1f634} \u{0627}\u{0644}\u{0645} {}", "x".repeat(300));
    book.add(Entry { pain: Some(7), note, ..Entry::on(day("2026-12-01")) });
    let made = render_diary(&page(&book, false)).unwrap();
    let Some(text) = tool("pdftotext", &["-raw", "FILE", "-"], &made.pdf) else { return };
    assert!(text.contains("Bad night ? ???"), "{text}");
    assert!(text.contains("A question mark may stand for a sign"), "{text}");
    let whole = render_diary(&page(&six_weeks(), false)).unwrap();
    let text = tool("pdftotext", &["-raw", "FILE", "-"], &whole.pdf).unwrap_or_default();
    assert!(!text.contains("A question mark"), "said only where it is so");
}

/// Waits until the page is made, as a person does.
fn wait(deqi: &mut Deqi) {
    let until = Instant::now() + Duration::from_mins(2);
    while deqi.state().visit().diary.pdf == DiaryPdf::Making && Instant::now() < until {
        std::thread::sleep(Duration::from_millis(20));
        deqi.step();
    }
    deqi.run();
}

#[test]
fn it_is_made_aside_and_lies_among_the_documents_until_all_is_deleted() {
    let home = Home::new();
    let mut deqi = home.open(Mode::Home);
    does(&mut deqi, weeks());
    press(&mut deqi, "Take along, back up, delete");
    press(&mut deqi, "Letter");
    press(&mut deqi, "Make a PDF");
    wait(&mut deqi);
    let file = home.documents().join("Deqi diary 2026-12-13 page.pdf");
    let bytes = std::fs::read(&file).unwrap();
    assert!(bytes.starts_with(b"%PDF-"));
    if let Some(info) = tool("pdfinfo", &["FILE"], &bytes) {
        assert!(info.contains("letter"), "{info}");
    }
    assert!(things(&deqi).iter().any(|thing| thing.name.contains("It is written, ")));
    assert!(!control(&deqi, "Open it").disabled);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600, "only for its owner");
    }
    press(&mut deqi, "Delete everything …");
    press(&mut deqi, "Yes, delete it for good");
    assert!(!file.exists(), "it goes with the diary");
}

#[test]
fn whoever_stops_and_begins_again_gets_one_file_of_what_was_asked_last() {
    let home = Home::new();
    let mut deqi = home.open(Mode::Home);
    does(&mut deqi, weeks());
    press(&mut deqi, "Take along, back up, delete");
    for _ in 0..5 {
        press(&mut deqi, "Make a PDF");
        press(&mut deqi, "Stop");
    }
    press(&mut deqi, "Letter");
    press(&mut deqi, "Make a PDF");
    wait(&mut deqi);
    let found = holding(&home.documents(), "%PDF-");
    assert_eq!(found, [home.documents().join("Deqi diary 2026-12-13 page.pdf")]);
    if let Some(info) = tool("pdfinfo", &["FILE"], &std::fs::read(&found[0]).unwrap()) {
        assert!(info.contains("letter"), "{info}");
    }
}

#[test]
fn one_that_is_given_up_or_deleted_meanwhile_never_comes_to_the_disk() {
    let home = Home::new();
    let mut deqi = home.open(Mode::Home);
    for end in [DiaryAsk::CancelPdf, DiaryAsk::Show(DiaryView::Overview), DiaryAsk::Erase] {
        does(&mut deqi, weeks());
        deqi.state_mut().ask(Action::Go(Screen::Diary));
        deqi.state_mut().ask(ask(DiaryAsk::Show(DiaryView::Keeping)));
        deqi.state_mut().ask(ask(DiaryAsk::MakePdf));
        deqi.state_mut().ask(ask(end.clone()));
        for _ in 0..40 {
            std::thread::sleep(Duration::from_millis(20));
            deqi.step();
        }
        assert!(!home.documents().join("Deqi diary 2026-12-13 page.pdf").exists(), "{end:?}");
        assert_eq!(holding(home.folder.path(), "%PDF-"), [""; 0].map(std::path::PathBuf::from), "{end:?}");
    }
}
