//! The page with which the staff of a kiosk try its printer: a frame, a few words and five greys.
//!
//! It is written by hand in the oldest letters that every printer has, so that it tells of the printer and not of the
//! typesetter. Nothing of any visitor is on it.

use std::fmt::Write as _;

/// As wide as A4 and as long as Letter, in points: it fits both.
const SIZE: (u32, u32) = (595, 792);
/// How far the frame is from the edge of the paper: 10 mm, which every printer reaches.
const EDGE: u32 = 28;
/// So many letters stand in a line at the most.
const LINE: usize = 62;
const TITLE: u32 = 28;
const TEXT: u32 = 14;

/// Sets the page: a headline, and paragraphs below it. Letters that old printers lack become question marks.
pub fn trial(title: &str, paragraphs: &[String]) -> Vec<u8> {
    let (width, height) = SIZE;
    let mut page = format!("1 w {EDGE} {EDGE} {} {} re S\n", width - 2 * EDGE, height - 2 * EDGE);
    for grey in 0..5 {
        let (x, shade) = (EDGE + 32 + grey * 60, f64::from(grey) * 0.2);
        // Writing to a string never fails.
        let _always = writeln!(page, "{shade:.1} g {x} {} 60 40 re f\n0 g", EDGE + 32);
    }
    let _always = writeln!(page, "BT {} {} Td\n/F {TITLE} Tf {} Tj\n/F {TEXT} Tf", EDGE + 32, height - 100, hex(title));
    for paragraph in paragraphs {
        page.push_str("0 -14 Td\n");
        for line in lines(paragraph) {
            let _always = writeln!(page, "0 -20 Td {} Tj", hex(&line));
        }
    }
    page.push_str("ET\n");
    assemble(&[
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
        ),
        format!("<</Length {}>>\nstream\n{page}endstream", page.len()),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
    ])
}

/// A file of these objects, the first of which is its root.
fn assemble(objects: &[String]) -> Vec<u8> {
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = String::new();
    for (number, object) in (1..).zip(objects) {
        let _always = writeln!(places, "{:010} 00000 n ", file.len());
        let _always = writeln!(file, "{number} 0 obj\n{object}\nendobj");
    }
    let (start, count) = (file.len(), objects.len() + 1);
    let _always = write!(file, "xref\n0 {count}\n0000000000 65535 f \n{places}");
    let _always = writeln!(file, "trailer\n<</Size {count}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF");
    file.into_bytes()
}

/// Words broken into lines.
fn lines(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= LINE => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// A text as the file has it, so that nothing in it can be taken for anything else.
fn hex(text: &str) -> String {
    let mut letters = "<".to_owned();
    for letter in text.chars() {
        let _always = write!(letters, "{:02X}", in_windows(letter));
    }
    letters.push('>');
    letters
}

/// A letter in the encoding of the old fonts.
fn in_windows(letter: char) -> u8 {
    match letter {
        '‘' => 0x91,
        '’' => 0x92,
        '“' => 0x93,
        '”' => 0x94,
        '–' => 0x96,
        ' '..='~' | '\u{a0}'..='ÿ' => u8::try_from(u32::from(letter)).unwrap_or(b'?'),
        _ => b'?',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_object_lies_where_the_table_says() {
        let file = trial("Test (page) \\ 針", &["A long line. ".repeat(12), "“Ü”".to_owned()]);
        let text = String::from_utf8(file).unwrap();
        let table = text.split("xref\n0 6\n").nth(1).unwrap();
        for (number, line) in (1..).zip(table.lines().skip(1).take(5)) {
            let place: usize = line[..10].parse().unwrap();
            assert!(text[place..].starts_with(&format!("{number} 0 obj\n")), "{number}");
        }
        let start: usize = text.split("startxref\n").nth(1).unwrap().lines().next().unwrap().parse().unwrap();
        assert!(text[start..].starts_with("xref\n"));
        let (head, stream) = text.split_once("stream\n").unwrap();
        let length: usize = head.rsplit("/Length ").next().unwrap().split('>').next().unwrap().parse().unwrap();
        assert!(stream[length..].starts_with("endstream"));
        assert!(stream.contains("<546573742028706167652920 5C203F>".replace(' ', "").as_str()), "{stream}");
        assert!(stream.contains("<93DC94>"));
    }

    #[test]
    fn no_line_is_longer_than_the_paper() {
        assert!(lines(&"word ".repeat(100)).iter().all(|line| line.chars().count() <= LINE));
        assert_eq!(lines("a b"), ["a b"]);
        assert!(lines(" ").is_empty());
    }
}
