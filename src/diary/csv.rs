//! The diary as a table for other programs, such as a doctor's spreadsheet.

use super::report::Report;

/// The words of the table's head, in the order of its columns.
pub type CsvWords = [String; 12];

/// The table as comma-separated text with a mark for UTF-8, as spreadsheets want it.
pub fn csv(words: &CsvWords, report: &Report) -> String {
    let mut text = String::from("\u{FEFF}");
    line(&mut text, words.iter().map(String::as_str));
    for row in &report.rows {
        let cells = [row.day.as_str(), &row.pain, &row.places].into_iter();
        let cells = cells.chain(row.doing.iter().map(String::as_str));
        line(&mut text, cells.chain([row.sleep.as_str(), &row.medicines, &row.visit, &row.points, &row.note]));
    }
    text
}

fn line<'a>(into: &mut String, cells: impl Iterator<Item = &'a str>) {
    let cells: Vec<String> = cells.map(cell).collect();
    into.push_str(&cells.join(","));
    into.push_str("\r\n");
}

/// A cell in quotes. A text that a spreadsheet would take for a formula is marked as text.
fn cell(text: &str) -> String {
    let begins = text.trim_start().chars().next();
    let is_formula = matches!(begins, Some('=' | '+' | '-' | '@')) || text.starts_with(['\t', '\r']);
    let guard = if is_formula { "'" } else { "" };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn quotes_are_doubled_and_formulas_are_text() {
        assert_eq!(cell("plain, with a comma"), "\"plain, with a comma\"");
        assert_eq!(cell("she said \"ow\"\nand sat"), "\"she said \"\"ow\"\"\nand sat\"");
        for text in ["=HYPERLINK(\"x\")", "+1", "-2 tablets", "@SUM(A1)", "  =1", "\tx"] {
            assert!(cell(text).starts_with("\"'"), "{text}");
        }
    }
}
