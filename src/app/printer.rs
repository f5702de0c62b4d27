//! Printers: one fixed command without a shell, in a thread, with patience that ends.

use std::convert::Infallible;
use std::io::{Read, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::Duration;

use eframe::egui::Context;

use crate::handout::handed::Job;
use crate::store::paths;

/// How often a print that is under way is looked at.
const LOOK: Duration = Duration::from_millis(100);
/// How many seconds a page that is taken back may take.
const TAKING_BACK: f32 = 5.0;
/// The program that takes pages, and the most that is read of what it says.
const PROGRAM: &str = "lp";
const MOST_SAID: u64 = 4096;

/// Where pages are printed.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Printer {
    /// The program that takes pages: `lp`. `cancel`, which takes them back, lies beside it.
    program: PathBuf,
    /// None for the usual one of this computer.
    name: Option<String>,
}

impl Printer {
    /// The printer of this name; none where the name is none that a printer can have.
    pub fn called(name: &str) -> Option<Self> {
        Self::with(PROGRAM, name)
    }

    /// A printer that another program feeds: for tests.
    pub fn with(program: impl Into<PathBuf>, name: &str) -> Option<Self> {
        let sound = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
        let may = !name.is_empty() && name.len() <= 127 && !name.starts_with('-') && name.chars().all(sound);
        may.then(|| Self { program: program.into(), name: Some(name.to_owned()) })
    }

    /// The usual printer of this computer; none where it lacks the command. Windows has none that could say what came of it.
    pub fn usual() -> Option<Self> {
        paths::program(PROGRAM).map(Self::usual_by)
    }

    /// The usual printer, as another program knows it: for tests.
    pub fn usual_by(program: impl Into<PathBuf>) -> Self {
        Self { program: program.into(), name: None }
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

    /// Takes pages back that still wait in the queue, in a thread, which lets go of what is returned when it is done. What
    /// was printed meanwhile is no longer in the queue, and the command says so to nobody.
    pub(super) fn take_back(&self, jobs: Vec<Job>) -> Receiver<Infallible> {
        let (sender, receiver) = channel();
        let program = self.program.with_file_name("cancel");
        std::thread::spawn(move || {
            // All are begun before one is waited for: the program may be about to end.
            let begun: Vec<Child> =
                jobs.iter().filter_map(|job| quiet(&program).arg(job.as_str()).spawn().ok()).collect();
            for child in begun {
                let _too_late = wait(child, TAKING_BACK);
            }
            drop(sender);
        });
        receiver
    }

    /// What came of it, in time.
    fn print(&self, pdf: Vec<u8>, patience: f32) -> Came {
        let mut command = quiet(&self.program);
        if let Some(name) = &self.name {
            command.args(["-d", name]);
        }
        command.arg("-").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let Ok(mut child) = command.spawn() else { return Came::NoPrinter };
        if let Some(mut pipe) = child.stdin.take() {
            // A printer that does not read would hold this up for ever, so another thread waits for it.
            std::thread::spawn(move || {
                let _unread = pipe.write_all(&pdf);
            });
        }
        let (told, complained) = (child.stdout.take().map(words), child.stderr.take().map(words));
        let said = |by: Option<Receiver<String>>| by.and_then(|by| by.recv_timeout(LOOK * 10).ok()).unwrap_or_default();
        match wait(child, patience) {
            Some(ended) if ended.success() => Came::Taken(Job::told_in(&said(told))),
            Some(_) if said(complained).contains("no default destination") => Came::NoPrinter,
            _ => Came::Refused,
        }
    }
}

/// A command that hears nothing, says nothing, and where it says something says it in English.
fn quiet(program: &Path) -> Command {
    let mut command = Command::new(program);
    command.env("LC_ALL", "C").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// What a program says, read in a thread: it may leave others behind that keep the pipe open.
fn words(pipe: impl Read + Send + 'static) -> Receiver<String> {
    let (sender, receiver) = channel();
    std::thread::spawn(move || {
        let mut said = Vec::new();
        // What was said before an error counts too.
        let _all = pipe.take(MOST_SAID).read_to_end(&mut said);
        let _unheard = sender.send(String::from_utf8_lossy(&said).into_owned());
    });
    receiver
}

/// How a child ended; none where it did not in so many seconds, and was given up.
fn wait(mut child: Child, patience: f32) -> Option<ExitStatus> {
    let looks = (patience / LOOK.as_secs_f32()).ceil() as u32;
    for _ in 0..looks {
        match child.try_wait() {
            Ok(Some(ended)) => return Some(ended),
            Ok(None) => std::thread::sleep(LOOK),
            Err(_) => break,
        }
    }
    // It may have ended by itself just now.
    let _ended = child.kill();
    let _reaped = child.wait();
    None
}

/// What came of a page that was sent.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Came {
    /// The printer took it; in its queue it has this name, where it said one.
    Taken(Option<Job>),
    /// There is no printer to take it.
    NoPrinter,
    /// The printer did not take it, or not in time.
    Refused,
}

/// A page on its way to the printer.
pub(super) struct Sending(Receiver<Came>);

impl Sending {
    /// What came of it, once that is known.
    pub(super) fn ended(&self) -> Option<Came> {
        match self.0.try_recv() {
            Ok(came) => Some(came),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Came::Refused),
        }
    }

    /// What came of it, if that is known so soon.
    pub(super) fn ended_within(&self, time: Duration) -> Option<Came> {
        self.0.recv_timeout(time).ok()
    }
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;
    use std::path::Path;

    use super::{Came, Printer};
    use crate::handout::handed::Job;

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
        assert_eq!(printer.print(b"%PDF a page".to_vec(), 20.0), Came::Taken(None));
        assert_eq!(std::fs::read(&got).unwrap(), b"%PDF a page");
        assert_eq!(std::fs::read_to_string(folder.path().join("got.args")).unwrap(), "-d Front_Desk -\n");
    }

    #[test]
    fn a_printer_that_fails_or_hangs_or_is_missing_holds_nothing_up() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(fake(folder.path(), "exit 1").print(vec![0; 500_000], 20.0), Came::Refused);
        assert_eq!(fake(folder.path(), "exec sleep 600").print(vec![0; 500_000], 0.3), Came::Refused, "it is given up");
        assert_eq!(Printer::with(folder.path().join("none"), "x").unwrap().print(Vec::new(), 1.0), Came::NoPrinter);
    }

    #[test]
    fn what_lp_says_is_the_name_of_the_page_in_the_queue_or_that_there_is_no_printer() {
        let folder = tempfile::tempdir().unwrap();
        let took = "cat > /dev/null; echo 'request id is Front_Desk-12 (1 file(s))'; echo warning-9 >&2";
        let id = Job::told_in("Front_Desk-12");
        assert_eq!(fake(folder.path(), took).print(vec![0; 500_000], 20.0), Came::Taken(id));
        let none = "echo 'lp: Error - no default destination available.' >&2; exit 1";
        assert_eq!(fake(folder.path(), none).print(Vec::new(), 20.0), Came::NoPrinter);
        // Somebody who stays behind and keeps the pipes open holds nothing up.
        let left = fake(folder.path(), "cat > /dev/null; sleep 30 & exit 0");
        assert_eq!(left.print(Vec::new(), 20.0), Came::Taken(None));
    }

    #[test]
    fn the_usual_printer_is_not_named_and_the_command_speaks_english() {
        let folder = tempfile::tempdir().unwrap();
        let got = folder.path().join("got");
        fake(folder.path(), &format!("echo \"$@\" $LC_ALL > {}; cat > /dev/null", got.display()));
        let printer = Printer::usual_by(folder.path().join("lp"));
        assert_eq!(printer.print(b"%PDF".to_vec(), 20.0), Came::Taken(None));
        assert_eq!(std::fs::read_to_string(got).unwrap(), "- C\n");
    }

    #[test]
    fn no_name_can_be_taken_for_an_option_or_a_command() {
        for name in ["", "-o", "a b", "a;b", "$(id)", "../x", "büro"] {
            assert_eq!(Printer::called(name), None, "{name}");
        }
        assert!(Printer::called("HP_LaserJet-2.desk").is_some());
    }
}
