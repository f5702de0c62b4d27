//! Where the keyboard goes when what had it is gone: to the heading of what has come in its place. egui would let it go
//! nowhere, and a screen reader would say nothing of what is shown now.

use eframe::egui::{Context, Id, Memory, Response};

/// A heading that was shown.
#[derive(Clone, Debug)]
struct Heading {
    id: Id,
    level: usize,
    text: String,
}

/// The headings of this picture and of the one before. They hold nothing but words of Deqi.
#[derive(Clone, Debug, Default)]
struct Headings {
    now: Vec<Heading>,
    before: Vec<Heading>,
}

impl Headings {
    /// The most important heading that has just come; where none has, the one of all that is shown.
    fn place(&self) -> Option<Id> {
        // Their words tell: a note that comes in above gives all below it other ids.
        let is_known = |heading: &Heading| self.before.iter().any(|known| known.text == heading.text);
        let first = self.now.iter().filter(|heading| !is_known(heading)).min_by_key(|heading| heading.level);
        first.or_else(|| self.now.iter().min_by_key(|heading| heading.level)).map(|heading| heading.id)
    }
}

/// Notes a heading that is shown.
pub(super) fn note(heading: &Response, level: usize, text: &str) {
    let heading_of = Heading { id: heading.id, level, text: text.to_owned() };
    heading.ctx.data_mut(|data| data.get_temp_mut_or_default::<Headings>(Id::NULL).now.push(heading_of));
}

/// To be called when all of a picture has been shown: where something had the keyboard that is there no more, its
/// place is kept.
pub(crate) fn keep_place(ctx: &Context) {
    let gone = ctx.memory(Memory::focused);
    let gone = gone.filter(|id| !ctx.viewport(|viewport| viewport.this_pass.widgets.contains(*id)));
    let place = ctx.data_mut(|data| {
        let headings = data.get_temp_mut_or_default::<Headings>(Id::NULL);
        let place = headings.place();
        headings.before = std::mem::take(&mut headings.now);
        place
    });
    if let (Some(_), Some(place)) = (gone, place) {
        ctx.memory_mut(|memory| memory.request_focus(place));
    }
}
