//! The window that is left when Deqi fails again and again: one page, no pack, no body.

use eframe::egui::{Context, Ui, ViewportCommand, Visuals};

use super::guard;
use super::pulse::Pulse;
use super::sizing::poster_scale;
use crate::i18n::Tr;
use crate::store::settings::USUAL_POINTS_PER_MM;
use crate::theme::{self, Look, ThemeName};
use crate::ui::apology;

/// The page that asks people to tell staff.
pub struct Plain {
    tr: Tr,
    look: Look,
    pulse: Pulse,
}

impl Plain {
    /// Makes the page ready.
    ///
    /// # Errors
    /// Where a built-in theme file cannot be read.
    pub fn new(ctx: &Context, tr: Tr, pulse: Pulse) -> Result<Self, ron::error::SpannedError> {
        theme::install_fonts(ctx);
        let look = Look::new(ThemeName::Light)?;
        theme::apply(ctx, &look, true);
        guard::post(ctx, USUAL_POINTS_PER_MM);
        Ok(Self { tr, look, pulse })
    }
}

impl eframe::App for Plain {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.pulse.notice(ctx, false);
        if ctx.input(|i| i.viewport().close_requested()) && !self.pulse.is_cut() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        }
        let zoom = poster_scale(ctx);
        if (ctx.zoom_factor() - zoom).abs() > f32::EPSILON {
            ctx.set_zoom_factor(zoom);
        }
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        apology(ui, &self.tr, &self.look);
    }

    fn clear_color(&self, _visuals: &Visuals) -> [f32; 4] {
        self.look.colours().ground.to_normalized_gamma_f32()
    }
}
