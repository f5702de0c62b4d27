//! What is written down when the program panics: when, where and what, and nothing that a visitor typed.

use std::panic::{self, PanicHookInfo};
use std::path::Path;
use std::thread;

use jiff::Timestamp;

use super::Pulse;
use crate::store::run_dir::RunDir;

/// The name that Rust gives to the thread of the window.
const MAIN: &str = "main";

/// From now on panics are recorded in the folder of the running kiosk, and the supervisor hears of those that end the
/// program. What is usually printed still is.
pub fn record_crashes(run_dir: Option<RunDir>, pulse: Pulse) {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        usual(info);
        if let Some(folder) = &run_dir {
            // On a disk that cannot be written there is no record; that is no reason to fail twice.
            let _unwritten = folder.add_crash(&entry(info));
        }
        // A panic elsewhere costs a figure or the like, and the window goes on.
        if thread::current().name() == Some(MAIN) {
            pulse.is_dying();
        }
    }));
}

fn entry(info: &PanicHookInfo<'_>) -> String {
    let place = info.location().map(|at| format!("{}:{}:{}", tail(at.file()), at.line(), at.column()));
    let thread = thread::current().name().unwrap_or("unnamed").to_owned();
    format!(
        "{:.0} deqi {} in thread {thread} at {}\n{}",
        Timestamp::now(),
        env!("CARGO_PKG_VERSION"),
        place.unwrap_or_else(|| "an unknown place".to_owned()),
        without_quotes(info.payload_as_str().unwrap_or("no message")),
    )
}

/// The end of a path to source, which says enough and names nobody's folders.
fn tail(file: &str) -> String {
    let names: Vec<_> = Path::new(file).iter().map(|name| name.to_string_lossy()).collect();
    names[names.len().saturating_sub(4)..].join("/")
}

/// A message without what stands in quotes: it may be what someone looked for.
fn without_quotes(message: &str) -> String {
    let mut kept = String::new();
    let mut within = None;
    for c in message.chars() {
        match within {
            None => {
                kept.push(c);
                within = matches!(c, '"' | '`').then_some(c);
                if within.is_some() {
                    kept.push('…');
                }
            }
            Some(quote) if c == quote => {
                kept.push(c);
                within = None;
            }
            Some(_) => {}
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::{tail, without_quotes};

    #[test]
    fn what_was_typed_is_not_written_down() {
        let message = "byte index 3 is not a char boundary; it is inside 'ä' of `my knäe`, or \"so\"";
        let kept = without_quotes(message);
        assert_eq!(kept, "byte index 3 is not a char boundary; it is inside 'ä' of `…`, or \"…\"");
        assert_eq!(without_quotes("it began `and never ended"), "it began `…");
    }

    #[test]
    fn a_place_names_no_folder_of_whoever_built_it() {
        assert_eq!(tail("/home/me/.cargo/registry/egui-0.37.0/src/ui.rs"), "registry/egui-0.37.0/src/ui.rs");
        assert_eq!(tail("src/app.rs"), "src/app.rs");
    }
}
