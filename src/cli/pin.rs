//! `deqi pin`: a PIN is typed twice, and the line for a kiosk's set-up comes out. What is asked goes to standard error,
//! so that `deqi pin >> kiosk.ron` holds the line alone.

use std::io::{BufRead, Write};

use super::{Failure, Outcome, Said};
use crate::store::pin;

pub(super) fn pin(from: &mut dyn BufRead, asks: &mut dyn Write) -> Said {
    let mut typed = |question: &str| {
        // Whoever pipes a PIN in need not see the question.
        let _unseen = write!(asks, "{question}").and_then(|()| asks.flush());
        let mut line = String::new();
        // What cannot be read is no PIN, and is refused as one.
        let _short = from.read_line(&mut line);
        line.trim().to_owned()
    };
    let first = typed("A PIN for the staff, 8 digits (they are shown as you type): ");
    let hash = pin::hash(&first)?;
    if typed("The same again: ") != first {
        return Err(Failure::Differ);
    }
    Ok((format!("    pin: \"{hash}\",\n"), Outcome::Fine))
}
