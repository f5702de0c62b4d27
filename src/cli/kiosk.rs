//! `deqi kiosk`: keeps a kiosk running.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use super::{Failure, Outcome, RendererName};
use crate::model::FigureId;
use crate::store::paths::notify_socket;
use crate::store::run_dir::RunDir;
use crate::supervisor::policy::{Level, Limits};
use crate::supervisor::{Keeper, keep};

/// How the kiosk is kept running.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Kiosk {
    /// A kiosk's set-up, as `docs/kiosk.md` tells it
    #[arg(long, value_name = "FILE")]
    setup: Option<PathBuf>,
    /// Write counters for a monitor and a short record of crashes into this folder, and nothing else anywhere
    #[arg(long, value_name = "DIR")]
    run_dir: Option<PathBuf>,
    /// Draw with this renderer instead of trying one after the other
    #[arg(long, value_enum)]
    renderer: Option<RendererName>,
    /// Show this figure
    #[arg(long, value_parser = super::figure_parser())]
    figure: Option<FigureId>,
    /// Run this program instead of Deqi's own window
    #[arg(long, value_name = "FILE", hide = true)]
    app: Option<PathBuf>,
}

/// Keeps the window running until staff leave or SIGTERM comes.
///
/// # Errors
/// Where the program does not know its own file, or cannot listen for signals.
pub(super) fn kiosk(asked: &Kiosk, packs: &[PathBuf], log: &mut dyn Write) -> Result<Outcome, Failure> {
    let program = match &asked.app {
        Some(program) => program.clone(),
        None => std::env::current_exe().map_err(Failure::Program)?,
    };
    let stop = Arc::new(AtomicBool::new(false));
    for signal in [signal_hook::consts::SIGTERM, signal_hook::consts::SIGINT] {
        signal_hook::flag::register(signal, Arc::clone(&stop)).map_err(Failure::Signals)?;
    }
    // Whoever starts the kiosk may have told the system to forget how children end. Listened to, it does not: otherwise
    // staff who leave would look like a crash.
    #[cfg(unix)]
    signal_hook::flag::register(signal_hook::consts::SIGCHLD, Arc::default()).map_err(Failure::Signals)?;
    let keeper = Keeper {
        command: &|level| command(&program, asked, packs, level),
        limits: Limits::default(),
        run_dir: asked.run_dir.clone().map(RunDir::new),
        stop,
        notify: notify_socket(),
    };
    keep(&keeper, log);
    Ok(Outcome::Fine)
}

/// The program at a level.
fn command(program: &Path, asked: &Kiosk, packs: &[PathBuf], level: Level) -> Command {
    let mut command = Command::new(program);
    command.args(["--mode", "kiosk", "--supervised"]);
    let mut with = |name: &str, value: Option<&Path>| {
        if let Some(value) = value {
            command.arg(name).arg(value);
        }
    };
    with("--run-dir", asked.run_dir.as_deref());
    with("--setup", asked.setup.as_deref());
    with("--figure", asked.figure.map(|figure| Path::new(figure.as_str())));
    // Who named a renderer knows which one works on this computer: nothing simpler would be shown without it.
    with("--renderer", asked.renderer.map(|renderer| Path::new(renderer.as_str())));
    match level {
        Level::Normal => {
            for pack in packs {
                with("--pack", Some(pack));
            }
        }
        Level::Safe => _ = command.arg("--safe"),
        Level::Plain => _ = command.arg("--plain"),
    }
    command
}
