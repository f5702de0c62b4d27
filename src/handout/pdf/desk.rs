//! All that a template may see: the words of its page, its pictures, and our fonts. No disk, no network.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{DiagSpan, FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World, WorldExt as _};

use crate::theme::Face;

/// What never changes from page to page, read once: typst is loaded when the first page is asked for.
static SHELF: LazyLock<Shelf> = LazyLock::new(|| {
    let fonts: Vec<Font> = Face::ALL.into_iter().flat_map(|face| Font::iter(Bytes::new(face.bytes()))).collect();
    Shelf { library: LazyHash::new(Library::default()), book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
});

struct Shelf {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

/// One page in the making.
pub(super) struct Desk {
    main: Source,
    files: Vec<(FileId, Bytes)>,
}

impl Desk {
    /// Lays out what a page needs: its template under a name, and files by theirs.
    pub(super) fn new(name: &str, template: &str, files: Vec<(String, Bytes)>) -> Self {
        let main = id(name).map_or_else(|| Source::detached(template), |id| Source::new(id, template.to_owned()));
        Self { main, files: files.into_iter().filter_map(|(name, bytes)| Some((id(&name)?, bytes))).collect() }
    }

    /// Line and column of something in the template, both from 1.
    pub(super) fn place(&self, span: DiagSpan) -> Option<(u32, u32)> {
        let range = self.range(span)?;
        let (line, column) = self.main.lines().byte_to_line_column(range.start)?;
        Some((line as u32 + 1, column as u32 + 1))
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &SHELF.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &SHELF.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() { Ok(self.main.clone()) } else { Err(missing(id)) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.main.id() {
            return Ok(Bytes::from_string(self.main.text().to_owned()));
        }
        self.files.iter().find(|(known, _)| *known == id).map(|(_, bytes)| bytes.clone()).ok_or_else(|| missing(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        SHELF.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        // A page says nothing of the day it was printed on: the clock may be wrong.
        None
    }
}

/// Whether one of our fonts has this letter.
pub(super) fn can_print(letter: char) -> bool {
    SHELF.fonts.iter().any(|font| font.info().coverage.contains(letter as u32))
}

fn id(name: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).ok()?).intern())
}

fn missing(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_with_slash().into())
}
