//! The program: gives the command line what it needs of the world.

use std::io::{stderr, stdout};
use std::process::ExitCode;

use deqi::app::{Keeper, Start, open};
use deqi::cli::{Outcome, RendererName, Window, library, run};
use deqi::i18n::Tr;
use deqi::store::paths::{diary_file, documents_folder, settings_file};
use deqi::store::settings::Settings;
use eframe::Renderer;

fn main() -> ExitCode {
    run(std::env::args_os(), &mut stdout(), &mut stderr(), window).into()
}

/// Opens the window, and says plainly where that cannot be done.
fn window(asked: &Window) -> Outcome {
    let renderers: &[Renderer] = match asked.renderer {
        Some(RendererName::Glow) => &[Renderer::Glow],
        Some(RendererName::Wgpu) => &[Renderer::Wgpu],
        // OpenGL runs on the oldest computers; where its drivers are missing, wgpu may still find a way.
        None => &[Renderer::Glow, Renderer::Wgpu],
    };
    let library = match library(&asked.packs) {
        Ok(library) => library,
        Err(error) => {
            eprintln!("deqi: {error}");
            return Outcome::Unable;
        }
    };
    for problem in library.problems.iter() {
        eprintln!("{problem}");
    }
    let settings_file = settings_file(asked.config.as_deref());
    let (mut settings, notes) = settings_file.as_deref().map(Settings::load).unwrap_or_default();
    for note in notes {
        eprintln!("deqi: {note}");
    }
    if let Some(figure) = asked.figure {
        settings.figure = figure;
    }
    let start = || Start {
        library: library.clone(),
        tr: Tr::english(),
        settings: settings.clone(),
        settings_file: settings_file.clone(),
        mode: asked.mode,
    };
    let config = asked.config.as_deref();
    let keeper = || Keeper::new(diary_file(config), documents_folder(config));
    match open(renderers, start, keeper) {
        Ok(()) => Outcome::Fine,
        Err(failures) => {
            eprintln!("deqi: no window could be opened. Is there a screen, and a graphics driver (OpenGL or Vulkan)?");
            for failure in failures {
                eprintln!("deqi: {failure}");
            }
            Outcome::Unable
        }
    }
}
