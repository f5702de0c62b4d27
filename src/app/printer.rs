//! The printer of a kiosk: one fixed command without a shell, in a thread, with patience that ends.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::Duration;

use eframe::egui::Context;

/// How often a print that is under way is looked at.
const LOOK: Duration = Duration::from_millis(100);

/// Where pages are printed.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Printer {
    /// The program that takes pages: `lp`.
    program: PathBuf,
    name: String,
}

impl Printer {
    /// The printer of this name; none where the name is none that a printer can have.
    pub fn called(name: &str) -> Option<Self> {
        Self::with("lp", name)
    }

    /// A printer that another program feeds: for tests.
    pub fn with(program: impl Into<PathBuf>, name: &str) -> Option<Self> {
        let sound = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
        let may = !name.is_empty() && name.len() <= 127 && !name.starts_with('-') && name.chars().all(sound);
        may.then(|| Self { program: program.into(), name: name.to_owned() })
    }

    /// Sends a page. It goes through a pipe, so that nothing of a visitor is left in a file of ours.
    pub(super) fn send(&self, pdf: Vec<u8>, patience: f32, ctx: &Context) -> Sending {
        let (sender, receiver) = channel();
        let (printer, ctx) = (self.clone(), ctx.clone());
        std::thread::spawn(move || {
            // Nobody waits any more where the window was closed meanwhile.
            let _closed = sender.send(printer.print(pdf, patience));
            ctx.request_repaint();
        });
        Sending(receiver)
    }

    /// Whether the printer took it in time.
    fn print(&self, pdf: Vec<u8>, patience: f32) -> bool {
        let mut command = Command::new(&self.program);
        command.args(["-d", &self.name, "-"]).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        let Ok(mut child) = command.spawn() else { return false };
        if let Some(mut pipe) = child.stdin.take() {
            // A printer that does not read would hold this up for ever, so another thread waits for it.
            std::thread::spawn(move || {
                let _unread = pipe.write_all(&pdf);
            });
        }
        let looks = (patience / LOOK.as_secs_f32()).ceil() as u32;
        for _ in 0..looks {
            match child.try_wait() {
                Ok(Some(ended)) => return ended.success(),
                Ok(None) => std::thread::sleep(LOOK),
                Err(_) => break,
            }
        }
        give_up(child);
        false
    }
}

fn give_up(mut child: Child) {
    // It may have ended by itself just now.
    let _ended = child.kill();
    let _reaped = child.wait();
}

/// A page on its way to the printer.
pub(super) struct Sending(Receiver<bool>);

impl Sending {
    /// Whether the printer took it, once that is known.
    pub(super) fn ended(&self) -> Option<bool> {
        match self.0.try_recv() {
            Ok(taken) => Some(taken),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(false),
        }
    }
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;
    use std::path::Path;

    use super::Printer;

    fn fake(folder: &Path, does: &str) -> Printer {
        let program = folder.join("lp");
        std::fs::write(&program, format!("#!/bin/sh\n{does}\n")).unwrap();
        std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
        Printer::with(program, "Front_Desk").unwrap()
    }

    #[test]
    fn a_page_goes_through_the_pipe_to_the_named_printer_and_nowhere_else() {
        let folder = tempfile::tempdir().unwrap();
        let got = folder.path().join("got");
        let printer = fake(folder.path(), &format!("echo \"$@\" > {0}.args; cat > {0}", got.display()));
        assert!(printer.print(b"%PDF a page".to_vec(), 20.0));
        assert_eq!(std::fs::read(&got).unwrap(), b"%PDF a page");
        assert_eq!(std::fs::read_to_string(folder.path().join("got.args")).unwrap(), "-d Front_Desk -\n");
    }

    #[test]
    fn a_printer_that_fails_or_hangs_or_is_missing_holds_nothing_up() {
        let folder = tempfile::tempdir().unwrap();
        assert!(!fake(folder.path(), "exit 1").print(vec![0; 500_000], 20.0));
        assert!(!fake(folder.path(), "exec sleep 600").print(vec![0; 500_000], 0.3), "it is given up");
        assert!(!Printer::with(folder.path().join("none"), "x").unwrap().print(Vec::new(), 1.0));
    }

    #[test]
    fn no_name_can_be_taken_for_an_option_or_a_command() {
        for name in ["", "-o", "a b", "a;b", "$(id)", "../x", "büro"] {
            assert_eq!(Printer::called(name), None, "{name}");
        }
        assert!(Printer::called("HP_LaserJet-2.desk").is_some());
    }
}
