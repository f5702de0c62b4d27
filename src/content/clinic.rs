//! A clinic's name, logo and colours, from `clinic.ron`; and its own template for pages to take away.

use super::entry::{FileText, misread_problem, read_ron};
use super::picture::{self, picture};
use super::problem::Problem;
use super::source::PackSource;
use super::text;
use crate::model::Clinic;

pub(super) const FILE: &str = "clinic.ron";
/// A clinic's own template.
const TEMPLATE: &str = "handout.typ";
/// No side of a logo is longer, in pixels: it is printed 14 millimetres high.
const MAX_LOGO: u32 = 1024;
const MAX_LINES: usize = 4;
const MAX_LETTERS: usize = 60;
const MAX_NOTE: usize = 400;

/// Reads what a pack says of its clinic. A clinic with an error is left out as a whole.
pub(super) fn read(source: &dyn PackSource, file: &FileText, problems: &mut Vec<Problem>) -> Option<Clinic> {
    let mut clinic: Clinic = match read_ron(&file.text) {
        Ok(clinic) => clinic,
        Err(misread) => {
            problems.push(misread_problem(file, 0, misread));
            return None;
        }
    };
    let before = problems.len();
    words(&clinic, file, problems);
    let colours = [("heading", &clinic.colours.heading, 4.5), ("line", &clinic.colours.line, 3.0)];
    problems.extend(colours.into_iter().filter_map(|(field, colour, least)| colour_flaw(file, field, colour, least)));
    if let Some(logo) = &mut clinic.logo {
        match read_logo(source, &logo.file) {
            Ok(png) => logo.png = png,
            Err(problem) => problems.push(Problem { file: file.name.clone(), ..problem }.at(find(file, &logo.file))),
        }
    }
    (problems.len() == before).then_some(clinic)
}

/// A pack's own template for pages to take away; none where it brings none that can be read.
pub fn template(source: &dyn PackSource) -> Option<String> {
    text::decode(&source.read(TEMPLATE).ok()?).ok()
}

fn words(clinic: &Clinic, file: &FileText, problems: &mut Vec<Problem>) {
    let logo = clinic.logo.iter().map(|logo| &logo.says);
    let all = std::iter::once(&clinic.name).chain(&clinic.lines).chain(&clinic.note).chain(logo);
    for says in all {
        let flaw = if says.trim().is_empty() {
            Some(("this text is empty".to_owned(), "fill it in, or leave the field out"))
        } else {
            text::flaw(says)
        };
        problems.extend(flaw.map(|(what, hint)| Problem::error(&file.name, what).hint(hint).at(find(file, says))));
    }
    if clinic.lines.len() > MAX_LINES {
        let what = format!("there are {} lines under the name", clinic.lines.len());
        problems.push(
            Problem::error(&file.name, what).hint("keep them to 4: they stand on every page").at(find(file, "lines")),
        );
    }
    let long = std::iter::once(&clinic.name).chain(&clinic.lines).find(|says| says.chars().count() > MAX_LETTERS);
    if let Some(says) = long {
        let what = format!("this line is longer than {MAX_LETTERS} letters");
        problems
            .push(Problem::error(&file.name, what).hint("it would not fit at the head of a page").at(find(file, says)));
    }
    if let Some(note) = clinic.note.as_ref().filter(|note| note.chars().count() > MAX_NOTE) {
        let what = format!("the note is longer than {MAX_NOTE} letters");
        problems
            .push(Problem::error(&file.name, what).hint("a page has room for a few sentences").at(find(file, note)));
    }
}

fn colour_flaw(file: &FileText, field: &str, colour: &str, least: f32) -> Option<Problem> {
    let problem = |what: String, hint: &str| Some(Problem::error(&file.name, what).hint(hint).at(find(file, colour)));
    let Some(rgb) = rgb(colour) else {
        return problem(format!("`{colour}` is no colour"), "write it as \"#0E5560\"");
    };
    let contrast = contrast_with_white(rgb);
    if contrast < least {
        let what = format!(
            "the colour `{field}` has a contrast of {contrast:.1} to 1 against white paper; {least} is the least"
        );
        return problem(what, "choose a darker one");
    }
    None
}

/// Red, green and blue of `#RRGGBB`.
fn rgb(colour: &str) -> Option<[u8; 3]> {
    let digits = colour.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let part = |i: usize| u8::from_str_radix(&digits[i..i + 2], 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

/// The contrast of a colour against white, as WCAG 2 counts it.
fn contrast_with_white(rgb: [u8; 3]) -> f32 {
    let linear = |v: u8| {
        let v = f32::from(v) / 255.0;
        if v <= 0.040_45 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
    };
    let [r, g, b] = rgb.map(linear);
    1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05)
}

/// A logo, unpacked and packed again: whatever else the file held is gone.
fn read_logo(source: &dyn PackSource, path: &str) -> Result<Vec<u8>, Problem> {
    if !path.starts_with("pictures/") {
        let what = format!("there is no logo `{path}`");
        return Err(Problem::error(path, what).hint("put it into the folder pictures, as pictures/logo.png"));
    }
    let size = picture::measure(source, path)?;
    if size.0 > MAX_LOGO || size.1 > MAX_LOGO {
        let what = format!("the logo is {} by {} pixels large", size.0, size.1);
        return Err(Problem::error(path, what).hint(format!("keep each side within {MAX_LOGO} pixels")));
    }
    let mut bytes = std::io::Cursor::new(Vec::new());
    let written = picture(source, path)?.write_to(&mut bytes, image::ImageFormat::Png);
    written.map_err(|e| Problem::error(path, format!("the logo cannot be read: {e}")).hint("save it as PNG again"))?;
    Ok(bytes.into_inner())
}

/// Where a file says something, for the place of a problem.
fn find(file: &FileText, says: &str) -> (u32, u32) {
    let quoted = format!("\"{says}\"");
    file.place(file.text.find(&quoted).or_else(|| file.text.find(says)).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::{contrast_with_white, rgb};

    #[test]
    fn contrast_is_counted_as_wcag_counts_it() {
        let of = |colour: &str| format!("{:.1}", contrast_with_white(rgb(colour).unwrap()));
        assert_eq!([of("#000000"), of("#FFFFFF"), of("#767676"), of("#949494")], ["21.0", "1.0", "4.5", "3.0"]);
        for wrong in ["", "#12345", "0E5560", "#GG0000", "#é234"] {
            assert_eq!(rgb(wrong), None, "{wrong}");
        }
    }
}
