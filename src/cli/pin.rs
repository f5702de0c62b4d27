//! `deqi pin`: a PIN is typed twice, and the line for a kiosk's set-up comes out. What is asked goes to standard error,
//! so that `deqi pin >> kiosk.ron` holds the line alone. A terminal does not show the digits.

use std::io::{IsTerminal as _, Write, stdin};

use super::{Failure, Outcome, Said};
use crate::store::pin;

pub(super) fn pin(asks: &mut dyn Write) -> Said {
    let mut typed = |question: &str| {
        // Whoever pipes a PIN in need not see the question.
        let _unseen = write!(asks, "{question}").and_then(|()| asks.flush());
        // What cannot be read is no PIN, and is refused as one.
        read().unwrap_or_default().trim().to_owned()
    };
    let first = typed("A PIN for the staff, 8 digits (they are not shown): ");
    let hash = pin::hash(&first)?;
    if typed("The same again: ") != first {
        return Err(Failure::Differ);
    }
    Ok((format!("    pin: \"{hash}\",\n"), Outcome::Fine))
}

/// One line, unseen where someone types it.
fn read() -> std::io::Result<String> {
    if stdin().is_terminal() {
        return rpassword::read_password();
    }
    let mut line = String::new();
    stdin().read_line(&mut line)?;
    Ok(line)
}
