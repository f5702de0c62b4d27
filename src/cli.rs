//! The command line: opens the window, or checks packs, or writes out what the program knows.
//!
//! Exit codes: 0 where all is well, 1 where a pack holds an error, 2 where a command could not run at all. What a
//! window ends with besides is in [`crate::supervisor::codes`].

mod check;
mod coverage;
mod export_claims;
#[cfg(feature = "pdf")]
mod export_handout;
mod export_landmarks;
mod export_points;
mod export_sheet;
mod export_text;
mod kiosk;
mod new_pack;
mod pin;
mod scores;

use std::ffi::OsString;
use std::io::{ErrorKind, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueEnum};
use thiserror::Error;

use crate::content::source::FolderError;
use crate::content::{Folder, PackSource, Problem};
use crate::library::Library;
use crate::mode::Mode;
use crate::model::{Day, FigureId};
#[cfg(feature = "pdf")]
use crate::model::{Paper, Sheet};
use crate::store::pin::BadPin;
use crate::supervisor::codes;

/// Explains acupuncture for low back pain on a body that you can turn.
#[derive(Debug, Parser)]
#[command(name = "deqi", version)]
struct Cli {
    #[command(flatten)]
    window: Window,
    #[command(subcommand)]
    command: Option<Command>,
}

/// How the window opens.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Window {
    /// Lay this pack over the built-in one; may be given more than once
    #[arg(long = "pack", value_name = "DIR", global = true)]
    pub packs: Vec<PathBuf>,
    /// Draw with this renderer instead of trying one after the other
    #[arg(long, value_enum)]
    pub renderer: Option<RendererName>,
    /// Show this figure, whatever the settings say
    #[arg(long, value_parser = figure_parser())]
    pub figure: Option<FigureId>,
    /// Open it for this place of use
    #[arg(long, default_value = "home", value_parser = mode_parser())]
    pub mode: Mode,
    /// A kiosk's set-up, as `docs/kiosk.md` tells it
    #[arg(long, value_name = "FILE")]
    pub setup: Option<PathBuf>,
    /// Keep settings in this folder
    #[arg(long, value_name = "DIR")]
    pub config: Option<PathBuf>,
    /// Tell a supervisor on the standard output how the program is, and end with the standard input
    #[arg(long, hide = true)]
    pub supervised: bool,
    /// Record crashes in this folder
    #[arg(long, value_name = "DIR", hide = true)]
    pub run_dir: Option<PathBuf>,
    /// So many wrong PINs were tried before this start
    #[arg(long, value_name = "COUNT", default_value_t = 0, hide = true)]
    pub wrong_pins: u16,
    /// With the built-in pack alone, and nothing moving
    #[arg(long, hide = true)]
    pub safe: bool,
    /// Only a page that asks people to tell staff
    #[arg(long, hide = true)]
    pub plain: bool,
}

impl Window {
    /// What may draw the window, the first to be tried first. What was asked for is the only one that is known to work
    /// on this computer, so it holds however carefully the program is run.
    pub fn renderers(&self) -> &'static [RendererName] {
        use RendererName::{Glow, Wgpu};
        match self.renderer {
            // The last page comes where all else has failed: it would rather be drawn by another than not at all. A
            // renderer that panics lets no other have its turn, so where nobody said which one works, it is the other.
            Some(Glow) if self.plain => &[Glow, Wgpu],
            Some(Wgpu) | None if self.plain => &[Wgpu, Glow],
            Some(Glow) => &[Glow],
            Some(Wgpu) => &[Wgpu],
            // OpenGL runs on the oldest computers; where its drivers are missing, wgpu may still find a way.
            None => &[Glow, Wgpu],
        }
    }
}

/// What draws the window.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub enum RendererName {
    /// OpenGL: runs nearly everywhere.
    Glow,
    /// Vulkan, Metal, DirectX 12.
    Wgpu,
}

impl RendererName {
    /// Its name on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Glow => "glow",
            Self::Wgpu => "wgpu",
        }
    }
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Keep a kiosk running: start it, and start it again whenever it crashes or hangs
    Kiosk(kiosk::Kiosk),
    /// Say what is wrong with a pack; without a folder, with the built-in one
    Check {
        /// The pack's folder
        dir: Option<PathBuf>,
        /// Say how many points have each field
        #[arg(long)]
        coverage: bool,
        /// Say how hard each panel is to read, and what marks it gets
        #[arg(long)]
        scores: bool,
        /// Also name the claims that are due to be checked again on this day
        #[arg(long, value_name = "DAY", value_parser = day)]
        on: Option<Day>,
    },
    /// Ask for a PIN of 8 digits, and write the line that a kiosk's set-up needs of it
    Pin,
    /// Write a pack to begin with, every file of it explained
    NewPack {
        /// Into this folder, which must be empty or not there yet
        dir: PathBuf,
    },
    /// Write out what Deqi knows
    Export {
        #[command(subcommand)]
        what: Export,
    },
}

#[derive(Debug, Subcommand)]
enum Export {
    /// Where every point lies on a figure, as JSON in metres
    Points {
        /// On this figure
        #[arg(long, default_value = "neutral", value_parser = figure_parser())]
        figure: FigureId,
    },
    /// The landmarks of a figure, as JSON in metres
    Landmarks {
        /// On this figure
        #[arg(long, value_parser = figure_parser())]
        figure: FigureId,
    },
    /// Every text that a visitor can read, as JSON
    Text {
        /// In this language
        #[arg(long, default_value = "en")]
        lang: String,
    },
    /// Every claim with its numbers, its certainty and its sources, as JSON
    Claims,
    /// Every source with its citation, as JSON
    Sources,
    /// The page to take away, as a PDF
    #[cfg(feature = "pdf")]
    Handout {
        /// Into this file
        #[arg(short, value_name = "FILE")]
        out: PathBuf,
        /// For US Letter paper instead of A4
        #[arg(long)]
        letter: bool,
        /// In large print
        #[arg(long)]
        large: bool,
        /// With this plan, as a practice writes it into a file
        #[arg(long, value_name = "FILE")]
        plan: Option<PathBuf>,
    },
    /// Pictures of all points on all figures
    Sheet {
        /// Into this folder
        #[arg(short, value_name = "DIR")]
        out: PathBuf,
    },
}

/// How a command ended.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Outcome {
    /// All is well.
    Fine,
    /// A pack holds an error.
    Faulty,
    /// The command could not run.
    Unable,
    /// The window failed while it was open.
    Crashed,
    /// Staff asked for the window to be opened anew.
    Restart,
    /// There is no screen to open the window on.
    NoScreen,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Fine => Self::SUCCESS,
            Outcome::Faulty => Self::from(1),
            Outcome::Unable => Self::from(2),
            Outcome::Crashed => Self::from(codes::CRASHED),
            Outcome::Restart => Self::from(codes::RESTART),
            Outcome::NoScreen => Self::from(codes::NO_SCREEN),
        }
    }
}

/// Why a command could not run.
#[derive(Debug, Error)]
pub(crate) enum Failure {
    #[error(transparent)]
    Folder(#[from] FolderError),
    #[error("there are no words in the language {0}: there are {1}")]
    Language(String, String),
    #[error("this could not be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
    #[error("{0}")]
    Figure(#[from] Problem),
    #[error(transparent)]
    Theme(#[from] ron::error::SpannedError),
    #[error("the sheet could not be written to {0}: {1}")]
    Sheet(PathBuf, std::io::Error),
    #[error(transparent)]
    Pin(#[from] BadPin),
    #[error("the two PINs differ: nothing was written")]
    Differ,
    #[cfg(feature = "pdf")]
    #[error("the page to take away could not be made: {0}")]
    Handout(String),
    #[error("the new pack could not be written to {0}: {1}")]
    NewPack(PathBuf, String),
    #[error("a page could not be drawn: {0}")]
    Page(#[from] image::ImageError),
    #[error("the program does not know its own file: {0}")]
    Program(std::io::Error),
    #[error("the program cannot listen for signals: {0}")]
    Signals(std::io::Error),
}

/// What a command has to say, and how it ended.
type Said = Result<(String, Outcome), Failure>;

/// Does what the command line asks. The window is opened by whoever calls, since nothing here knows of windows.
pub fn run(
    args: impl IntoIterator<Item = OsString>,
    out: &mut dyn Write,
    err: &mut dyn Write,
    window: impl FnOnce(&Window) -> Outcome,
) -> Outcome {
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(error) if error.use_stderr() => return tell(err, &error.to_string(), Outcome::Unable),
        Err(help) => return tell(out, &help.to_string(), Outcome::Fine),
    };
    let said = match cli.command {
        None => return window(&cli.window),
        Some(Command::Kiosk(asked)) => kiosk::kiosk(&asked, &cli.window.packs, err).map(|ended| (String::new(), ended)),
        Some(Command::Check { dir, coverage, scores, on }) => check::check(dir.as_deref(), coverage, scores, on),
        Some(Command::NewPack { dir }) => new_pack::new_pack(&dir),
        Some(Command::Pin) => pin::pin(err),
        Some(Command::Export { what }) => export(what, &cli.window.packs),
    };
    match said {
        Ok((text, outcome)) => tell(out, &text, outcome),
        Err(failure) => tell(err, &format!("deqi: {failure}\n"), Outcome::Unable),
    }
}

/// Each export is a function from the loaded packs to text. Points, landmarks and sheet come from the body's side.
fn export(what: Export, packs: &[PathBuf]) -> Said {
    match what {
        Export::Text { lang } => export_text::export_text(&library(packs)?.catalog, &lang),
        Export::Claims => export_claims::export_claims(&library(packs)?.catalog),
        Export::Sources => export_claims::export_sources(&library(packs)?.catalog),
        Export::Points { figure } => export_points::export_points(packs, figure),
        Export::Landmarks { figure } => export_landmarks::export_landmarks(packs, figure),
        #[cfg(feature = "pdf")]
        Export::Handout { out, letter, large, plan } => {
            let paper = if letter { Paper::Letter } else { Paper::A4 };
            export_handout::export_handout(packs, &out, Sheet { paper, large }, plan.as_deref())
        }
        Export::Sheet { out } => export_sheet::export_sheet(packs, &out),
    }
}

/// The built-in pack with the packs in these folders laid over it.
///
/// # Errors
/// Where a folder is missing or is none.
pub fn library(folders: &[PathBuf]) -> Result<Library, FolderError> {
    overlays(folders).map(Library::read)
}

/// Opens packs, the one that lies lowest first; nothing of them is read yet.
///
/// # Errors
/// Where one of the folders cannot be opened.
pub fn overlays(folders: &[PathBuf]) -> Result<Vec<Box<dyn PackSource>>, FolderError> {
    let open = |path: &PathBuf| Folder::open(path).map(|folder| Box::new(folder) as Box<dyn PackSource>);
    folders.iter().map(open).collect()
}

/// Writes a text. Whoever reads may stop reading, as `head` does: that is no failure.
fn tell(to: &mut dyn Write, text: &str, outcome: Outcome) -> Outcome {
    match to.write_all(text.as_bytes()).and_then(|()| to.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Outcome::Unable,
        _ => outcome,
    }
}

fn day(text: &str) -> Result<Day, String> {
    Day::read(text).ok_or_else(|| "write a day as 2026-11-25".to_owned())
}

fn mode_parser() -> impl TypedValueParser<Value = Mode> {
    let named = |name: String| Mode::ALL.into_iter().find(|mode| mode.as_str() == name).unwrap_or_default();
    PossibleValuesParser::new(Mode::ALL.map(Mode::as_str)).map(named)
}

fn figure_parser() -> impl TypedValueParser<Value = FigureId> {
    let named = |name: String| FigureId::ALL.into_iter().find(|id| id.as_str() == name).unwrap_or_default();
    PossibleValuesParser::new(FigureId::ALL.map(FigureId::as_str)).map(named)
}
