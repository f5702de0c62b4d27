//! The program: gives the command line what it needs of the world.

use std::io::{stderr, stdout};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

use deqi::app::{Ahead, Ending, Keeper, Pulse, Start, open, open_plain, record_crashes};
use deqi::cli::{Outcome, RendererName, Window, overlays, run};
use deqi::content::Folder;
use deqi::i18n::Tr;
use deqi::library::Library;
use deqi::store::kiosk::Kiosk;
use deqi::store::paths::{diary_file, documents_folder, settings_file};
use deqi::store::run_dir::RunDir;
use deqi::store::settings::{Motion, Settings};
use eframe::Renderer;

fn main() -> ExitCode {
    run(std::env::args_os(), &mut stdout(), &mut stderr(), |asked| {
        let pulse = if asked.supervised { Pulse::supervised() } else { Pulse::default() };
        if asked.supervised {
            record_crashes(asked.run_dir.clone().map(RunDir::new), pulse.clone());
        }
        // What went wrong was told by whoever panicked. Nothing is kept that could be half done.
        catch_unwind(AssertUnwindSafe(|| window(asked, &pulse))).unwrap_or(Outcome::Crashed)
    })
    .into()
}

/// Opens the window, and says plainly where that cannot be done.
fn window(asked: &Window, pulse: &Pulse) -> Outcome {
    let renderer = |name: &RendererName| match name {
        RendererName::Glow => Renderer::Glow,
        RendererName::Wgpu => Renderer::Wgpu,
    };
    let renderers: &[Renderer] = &asked.renderers().iter().map(renderer).collect::<Vec<_>>();
    if cfg!(feature = "inspection") && !asked.mode.bears_inspection() {
        eprintln!("deqi: this build lets other programs look in (feature `inspection`), so it is no kiosk.");
        return Outcome::Unable;
    }
    if asked.plain {
        return match open_plain(renderers, Tr::english, pulse) {
            // Nobody can leave this page: whatever ended it, the supervisor should go on.
            Ok(()) => Outcome::Crashed,
            Err(failures) => no_window(&failures, asked.supervised),
        };
    }
    let (mut kiosk, notes) = asked.setup.as_deref().map(Kiosk::load).unwrap_or_default();
    for note in notes {
        eprintln!("deqi: {note}");
    }
    if let Some(folder) = asked.run_dir.clone().map(RunDir::new) {
        kiosk.metrics.get_or_insert(folder.metrics_file());
        kiosk.crash_record.get_or_insert(folder.crash_file());
    }
    let mut packs = asked.packs.clone();
    // A screen that nobody watches shows what it can: without its pack, what is built in.
    match kiosk.pack.as_deref().map(|pack| (pack, Folder::open(pack))) {
        Some((pack, Ok(_))) => packs.push(pack.to_owned()),
        Some((_, Err(error))) => eprintln!("deqi: {error}; what is built in is shown without it"),
        None => {}
    }
    if asked.safe {
        packs.clear();
    }
    let overlays = match overlays(&packs) {
        Ok(overlays) => overlays,
        Err(error) => {
            eprintln!("deqi: {error}");
            return Outcome::Unable;
        }
    };
    let ahead = Ahead::begin(|| {
        let library = Library::read(overlays);
        for problem in library.problems.iter() {
            eprintln!("{problem}");
        }
        library
    });
    let settings_file = settings_file(asked.config.as_deref());
    let (mut settings, notes) = settings_file.as_deref().map(Settings::load).unwrap_or_default();
    for note in notes {
        eprintln!("deqi: {note}");
    }
    if let Some(figure) = asked.figure {
        settings.figure = figure;
    }
    if asked.safe {
        settings.motion = Motion::Reduced;
    }
    settings.points_per_mm = kiosk.points_per_mm.or(settings.points_per_mm);
    let start = || Start {
        library: ahead.library(),
        tr: Tr::english(),
        settings: settings.clone(),
        settings_file: settings_file.clone(),
        mode: asked.mode,
        kiosk: kiosk.clone(),
        wrong_pins: asked.wrong_pins,
    };
    let config = asked.config.as_deref();
    let keeper = || Keeper::new(diary_file(config), documents_folder(config));
    match open(renderers, asked.mode.features().closed, start, keeper, pulse) {
        Ok(Ending::Left) => Outcome::Fine,
        Ok(Ending::Restart) => Outcome::Restart,
        Ok(Ending::Lost) => Outcome::Crashed,
        Err(failures) => no_window(&failures, asked.supervised),
    }
}

fn no_window(failures: &[eframe::Error], supervised: bool) -> Outcome {
    // A supervisor tries again twice a second, and says once that there is no screen.
    if supervised && failures.iter().any(|failure| matches!(failure, eframe::Error::WinitEventLoop(_))) {
        return Outcome::NoScreen;
    }
    eprintln!("deqi: no window could be opened. Is there a screen, and a graphics driver (OpenGL or Vulkan)?");
    for failure in failures {
        eprintln!("deqi: {}", said(&failure.to_string()));
    }
    Outcome::Unable
}

/// What the system said of a failure, without the line of winit's code that heard it.
fn said(failure: &str) -> &str {
    failure.split_once(".rs:").and_then(|(_, rest)| rest.split_once(": ")).map_or(failure, |(_, said)| said)
}
