//! How far the page to take away has come: what the program tells whoever waits for it.

use super::Cut;
use super::printing::Refusal;

/// The page itself.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub enum Made {
    /// Nobody asked for it, or something was changed since.
    #[default]
    Nothing,
    /// The figure is being drawn: the first of two steps.
    Drawing,
    /// The page is being set: the second step.
    Setting,
    /// It is there, with so many pages, and this is not on them.
    Ready(usize, Cut),
    /// It could not be made, for this reason.
    Failed(String),
}

impl Made {
    /// Whether someone waits for it.
    pub fn is_on_its_way(&self) -> bool {
        matches!(self, Self::Drawing | Self::Setting)
    }
}

/// What became of it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Said {
    /// It is kept in this file.
    Saved(String),
    /// It could not be kept, for this reason.
    NotSaved(String),
    /// Another program was asked to show this file.
    Opened(String),
    /// No other program could show it, for this reason.
    NotOpened(String),
    /// It is on its way to the printer.
    Printing,
    /// The printer took it.
    Printed,
    /// A printer of this computer took it: this one, where it said its name.
    Handed(Option<String>),
    /// It is not printed, for this reason.
    NotPrinted(Refusal),
}

/// What can be done with a page here.
#[allow(clippy::struct_excessive_bools, reason = "each says of one thing whether it can be done")]
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Ways {
    /// Pages can be made: this build carries the typesetter.
    pub make: bool,
    /// A page can be kept as a file.
    pub save: bool,
    /// A page can be opened in another program.
    pub open: bool,
    /// There is a printer that takes pages straight.
    pub print: bool,
}

impl Ways {
    /// Whether a page can be made, and something can be done with it.
    pub const fn any(self) -> bool {
        self.make && (self.save || self.open || self.print)
    }
}

/// All that is told of the page.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct State {
    /// The page itself.
    pub made: Made,
    /// What became of it.
    pub said: Option<Said>,
    /// What can be done.
    pub ways: Ways,
}
