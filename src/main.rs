//! stand-in until merge
use deqi::app::{Library, Start, open};
use eframe::Renderer;
fn main() -> std::process::ExitCode {
    let words: Vec<String> = std::env::args().collect();
    let renderers =
        match words.iter().position(|w| w == "--renderer").and_then(|i| words.get(i + 1)).map(String::as_str) {
            Some("glow") => vec![Renderer::Glow],
            Some("wgpu") => vec![Renderer::Wgpu],
            _ => vec![Renderer::Glow, Renderer::Wgpu],
        };
    match open(&renderers, || Start {
        library: Library::new(deqi::content::load()),
        tr: deqi::i18n::Tr::english(),
        settings: deqi::store::settings::Settings::default(),
    }) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(errors) => {
            eprintln!("Deqi could not open a window: {errors:?}");
            std::process::ExitCode::FAILURE
        }
    }
}
