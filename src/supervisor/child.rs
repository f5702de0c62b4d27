//! One life of the program: its process, and the two pipes to it.

use std::io::{self, BufRead as _, BufReader, Read as _};
use std::process::{ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::Sender;
use std::thread;

use super::codes::{LEFT, NO_SCREEN, RESTART};
use super::line::Line;
use super::policy::Exit;

/// No line of ours is longer.
const MOST_LINE_BYTES: u64 = 64;

/// A program that runs.
pub(super) struct Child {
    process: std::process::Child,
    /// While this is open, the program goes on.
    lifeline: Option<ChildStdin>,
}

/// What came through a program's pipe; nothing where it was closed.
pub(super) type Heard = Option<Line>;

impl Child {
    /// Starts a program. What it tells is sent on with its number, until its pipe is closed.
    pub(super) fn start(command: &mut Command, number: u64, to: Sender<(u64, Heard)>) -> io::Result<Self> {
        let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let lifeline = process.stdin.take();
        if let Some(pipe) = process.stdout.take() {
            thread::spawn(move || listen(pipe, number, &to));
        }
        Ok(Self { process, lifeline })
    }

    /// Its number with the platform.
    pub(super) fn pid(&self) -> u32 {
        self.process.id()
    }

    /// How it ended, if it did, and the same in the system's words.
    pub(super) fn ended(&mut self) -> Option<(Exit, String)> {
        let status = match self.process.try_wait() {
            Ok(status) => status?,
            // Somebody else was told of its end, and nobody will be told how it was.
            Err(error) => return Some((Exit::Crash, error.to_string())),
        };
        let exit = match status.code() {
            Some(code) if code == i32::from(LEFT) => Exit::Left,
            Some(code) if code == i32::from(RESTART) => Exit::Restart,
            Some(code) if code == i32::from(NO_SCREEN) => Exit::NoScreen,
            _ => Exit::Crash,
        };
        Some((exit, status.to_string()))
    }

    /// Asks it to end.
    pub(super) fn close(&mut self) {
        self.lifeline = None;
    }

    /// Ends it at once.
    pub(super) fn kill(&mut self) {
        // It may have ended by itself meanwhile.
        let _gone = self.process.kill();
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        self.kill();
        let _reaped = self.process.wait();
    }
}

fn listen(pipe: ChildStdout, number: u64, to: &Sender<(u64, Heard)>) {
    let mut pipe = BufReader::new(pipe);
    let mut line = Vec::new();
    loop {
        line.clear();
        match pipe.by_ref().take(MOST_LINE_BYTES).read_until(b'\n', &mut line) {
            Ok(0) | Err(_) => break,
            Ok(_) => {
                let heard = Line::read(&String::from_utf8_lossy(&line));
                if heard.is_some() && to.send((number, heard)).is_err() {
                    return;
                }
            }
        }
    }
    // Nobody listens where the supervisor has ended meanwhile.
    let _ended = to.send((number, None));
}
