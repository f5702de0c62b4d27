//! Texts as they come from strangers: bytes that should be UTF-8, sentences that should be drawable.

use unicode_normalization::char::is_combining_mark;

/// The longest text: drawing a longer one would hold the window up.
const MAX_CHARS: usize = 20_000;
const MAX_NEWLINES: usize = 400;
const MAX_MARKS: usize = 200;

/// What is wrong with a text, and what to do about it.
pub(super) type Flaw = (String, &'static str);

/// A file's bytes as text with `\n` at line ends. An error comes with the offset where it went wrong.
pub(super) fn decode(bytes: &[u8]) -> Result<String, (usize, Flaw)> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let save = "save it as UTF-8 in your editor";
    let wide = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") || looks_wide(bytes);
    if wide {
        return Err((0, ("this file is saved as UTF-16".to_owned(), save)));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.replace("\r\n", "\n")),
        Err(error) => Err((error.valid_up_to(), ("this is not UTF-8 text".to_owned(), save))),
    }
}

/// UTF-16 without a mark at its start: every other byte of plain letters is zero.
fn looks_wide(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(64)];
    head.len() >= 4 && head.chunks_exact(2).filter(|pair| pair.contains(&0)).count() * 3 >= head.len()
}

/// What keeps a text from being shown, if anything does.
pub(super) fn flaw(text: &str) -> Option<Flaw> {
    if text.chars().nth(MAX_CHARS).is_some() {
        return Some((format!("this text is longer than {MAX_CHARS} characters"), "split it"));
    }
    if text.matches('\n').count() > MAX_NEWLINES {
        return Some((format!("this text has more than {MAX_NEWLINES} lines"), "split it"));
    }
    let mut marks = 0;
    for c in text.chars() {
        marks = if is_combining_mark(c) { marks + 1 } else { 0 };
        if marks > MAX_MARKS {
            let what = format!("more than {MAX_MARKS} accents are piled on one letter");
            return Some((what, "write the letter with the accents it has"));
        }
        if let Some(hint) = unwanted(c) {
            return Some((format!("this text holds the invisible character U+{:04X}", u32::from(c)), hint));
        }
    }
    None
}

fn unwanted(c: char) -> Option<&'static str> {
    match c {
        '\n' => None,
        '\t' => Some("write spaces instead"),
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => Some("delete it: it can turn the words around it"),
        '\u{FDD0}'..='\u{FDEF}' | '\u{FEFF}' => Some("delete it: it is not text"),
        c if c.is_control() => Some("delete it: it is not text"),
        c if u32::from(c) & 0xFFFE == 0xFFFE => Some("delete it: it is not text"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{decode, flaw};

    #[test]
    fn notepad_files_are_read_or_explained() {
        assert_eq!(decode(b"\xEF\xBB\xBFa\r\nb").as_deref(), Ok("a\nb"));
        let utf16: Vec<u8> = "[(code)]".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(decode(&utf16).is_err_and(|(_, (what, _))| what.contains("UTF-16")));
        assert!(decode(b"abc\xFF").is_err_and(|(at, _)| at == 3));
    }

    #[test]
    fn honest_texts_pass_and_hostile_ones_do_not() {
        for text in ["Shènshū 肾俞 – ½ × 1.5 cun\nnext line", "e\u{301}", ""] {
            assert_eq!(flaw(text), None, "{text}");
        }
        let long = "x".repeat(20_001);
        let tall = "\n".repeat(401);
        let zalgo = format!("a{}", "\u{301}".repeat(201));
        for text in
            [&long, &tall, &zalgo, "\0", "a\u{7f}", "\u{85}", "\u{202e}abc", "\u{2066}", "\u{ffff}", "\u{fffe}", "a\tb"]
        {
            assert!(flaw(text).is_some(), "{text:?}");
        }
    }
}
