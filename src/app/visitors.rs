//! One visitor after the other: inviting, watching whether somebody is still there, and forgetting them.

use std::time::Duration;

use eframe::egui::{Context, Event, LayerId, Memory, PointerState, Shape};

use super::{App, Clock, guard};
use crate::body::camera::Camera;
use crate::body::views::NamedView;
use crate::i18n::{Language, Tr};
use crate::store::kiosk::Kiosk;
use crate::store::settings::Settings;
use crate::theme;
use crate::ui::Caches;
use crate::visit::{ASLEEP, Lens, Presence, Screenful, Telling, Visit, VisitAsk, Waiting};

/// Somebody who stands there is looked at again after so many seconds at the latest: a longer gap would not tell a
/// quiet reader from a computer that slept.
const LOOK: f32 = 10.0;

/// A moment by two clocks. egui's own stands still while the computer sleeps; the one on the wall may be set.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Moment {
    shown: Option<f64>,
    wall: Option<f64>,
}

impl Moment {
    fn now(ctx: &Context, clock: Clock) -> Self {
        Self { shown: Some(ctx.input(|i| i.time)), wall: clock.seconds() }
    }

    /// Seconds since an earlier moment: by egui's clock, unless the one on the wall tells of sleep.
    fn since(self, before: Self) -> f64 {
        let by = |now: Option<f64>, then: Option<f64>| now.zip(then).map_or(0.0, |(now, then)| (now - then).max(0.0));
        let (shown, wall) = (by(self.shown, before.shown), by(self.wall, before.wall));
        if wall - shown > f64::from(ASLEEP) { wall } else { shown }
    }
}

impl App {
    /// Whether nobody is there, and the picture that invites is shown.
    pub(super) fn invites(&self) -> bool {
        self.features.passers_by && self.idle.presence() == Presence::Nobody
    }

    /// Whether the program may be started anew and nobody would miss it: staff come from the picture that invites too.
    pub fn is_free(&self) -> bool {
        self.invites() && !self.attendance.is_here()
    }

    /// What that picture shows: the two accounts parted, on a body that turns.
    pub(super) fn invitation(&self, home: Camera) -> (Visit, Settings) {
        let mut visit = Visit::default();
        (visit.lens, visit.stream) = (Lens::Parted, self.waiting.drift());
        visit.turning.cut_to(Camera { yaw: self.waiting.yaw(), ..home });
        (visit, Settings { skin: self.waiting.skin(self.house.skin), ..self.settings.clone() })
    }

    /// Lets time pass before the screen. At rest it asks for one frame in ten seconds; while the seconds are counted,
    /// or the picture invites, for what these need.
    pub(super) fn watch(&mut self, ctx: &Context) {
        let now = Moment::now(ctx, self.clock);
        let passed = now.since(self.seen_at);
        self.seen_at = now;
        if self.leaves {
            self.forget(ctx);
            return self.invite(ctx, 0.0);
        }
        if self.invites() {
            return self.invite(ctx, passed);
        }
        let told = self.visit.story.as_ref().is_some_and(|story| story.telling == Telling::Plays);
        let screen = Screenful { words: self.words, told };
        let touched = ctx.input(|i| i.events.iter().any(is_touch));
        if touched {
            self.idle.noticed();
        }
        // What passed before a touch passed for somebody who is there, unless the computer slept.
        let passed = passed as f32;
        if self.idle.step(if touched && passed <= ASLEEP { 0.0 } else { passed }, screen) {
            self.forget(ctx);
            return self.invite(ctx, 0.0);
        }
        let until = self.idle.until(screen).unwrap_or(LOOK).min(LOOK);
        ctx.request_repaint_after(Duration::from_secs_f32(until));
    }

    /// Lets the picture that invites move on.
    fn invite(&mut self, ctx: &Context, passed: f64) {
        self.waiting.step(passed, self.is_still());
        ctx.request_repaint_after(Duration::from_secs_f64(self.waiting.until()));
    }

    /// Who is before the screen: for tests.
    pub fn presence(&self) -> Presence {
        self.idle.presence()
    }

    /// Does what a visitor asked who comes, stays or leaves.
    pub(super) fn host(&mut self, asked: &VisitAsk) {
        match asked {
            VisitAsk::Begin(_) if !self.invites() => {}
            VisitAsk::Begin(language) => {
                self.idle.begin();
                self.spoken = language.as_deref().and_then(Tr::language);
                // The body that invited is the one that is met, and turns to the low back from where it was.
                self.settings.skin = self.waiting.skin(self.house.skin);
                if let Some(figure) = self.figure().filter(|_| !self.is_still()) {
                    let home = NamedView::LowBack.camera(&figure.landmarks);
                    let whole = NamedView::Back.camera(&figure.landmarks);
                    self.visit.turning.cut_to(Camera { yaw: self.waiting.yaw(), ..whole });
                    self.visit.turning.fly_to(home, home);
                }
            }
            VisitAsk::Stay => self.idle.stay(),
            // Nothing of the visit is shown again: the next frame begins with forgetting.
            VisitAsk::Leave => self.leaves = self.features.passers_by,
        }
    }

    /// Forgets the visitor. Every field is named, so that a new one does not compile until somebody has said here what
    /// becomes of it.
    fn forget(&mut self, ctx: &Context) {
        let Self {
            // What every visitor finds: nothing of it changes during a visit.
            library: _,
            search: _,
            tr: _,
            languages: _,
            look: _,
            night: _,
            house,
            settings_file: _,
            features: _,
            kiosk: _,
            clock: _,
            today: _,
            plain: _,
            // The staff's delay after wrong PINs must outlast visits; when they go, a visit ends.
            attendance: _,
            // Strangers make no plans and keep no diary: where visits end, neither touches a file.
            plans: _,
            keeper: _,
            // Time goes on.
            told_at: _,
            seen_at: _,
            // The supervisor goes on listening, and hears that a visit has ended.
            pulse,
            // A figure that was asked for may still arrive; it is put away like the others when it is not the house's.
            loading: _,
            figures,
            unreadable,
            // What the visitor did and asked for.
            spoken,
            dressed,
            settings,
            visit,
            caches,
            note,
            idle,
            waiting,
            words,
            leaves,
            taking,
        } = self;
        taking.forget();
        if idle.end() {
            pulse.visit_ended();
        }
        figures.retain(|id, _| *id == house.figure);
        unreadable.clear();
        *spoken = None;
        *dressed = None;
        settings.clone_from(house);
        *visit = Visit::default();
        *caches = Caches::default();
        *note = None;
        *waiting = Waiting::default();
        *words = 0;
        *leaves = false;
        forget_in_egui(ctx);
        guard::forget(ctx);
        // A theme that cannot be read leaves the one before: the program still works.
        let _kept = self.dress(ctx);
    }
}

/// Letters that were drawn, scroll places, undo, focus, open menus, what is held or pressed, what was to be copied.
fn forget_in_egui(ctx: &Context) {
    theme::forget_letters(ctx);
    ctx.memory_mut(|memory| {
        let mut fresh = Memory::default();
        fresh.options.clone_from(&memory.options);
        *memory = fresh;
    });
    ctx.clear_animations();
    ctx.input_mut(|input| {
        input.pointer = PointerState::default();
        input.events.clear();
        input.keys_down.clear();
    });
    ctx.output_mut(|output| output.commands.clear());
}

/// The languages that a clinic offers, in its order; all where it says nothing that there is.
pub(super) fn offered(kiosk: &Kiosk) -> Vec<Language> {
    let all = Tr::own_names();
    let named = |id: &String| all.iter().find(|language| language.id == *id).cloned();
    let offered: Vec<Language> = kiosk.languages.iter().filter_map(named).collect();
    if offered.is_empty() { all } else { offered }
}

/// Whether this comes from somebody's hand, voice or screen reader.
fn is_touch(event: &Event) -> bool {
    matches!(
        event,
        Event::PointerButton { .. }
            | Event::PointerMoved(_)
            | Event::Touch { .. }
            | Event::Key { .. }
            | Event::Text(_)
            | Event::MouseWheel { .. }
            | Event::Zoom(_)
            | Event::AccessKitActionRequest(_)
    )
}

/// How many words this picture holds. Where words are not parted by spaces, two characters count as one.
pub(super) fn words(ctx: &Context) -> usize {
    let mut layers: Vec<LayerId> = ctx.memory(|memory| memory.layer_ids().collect());
    if !layers.contains(&LayerId::background()) {
        layers.push(LayerId::background());
    }
    let screen = ctx.content_rect();
    ctx.graphics(|graphics| {
        let entries = layers
            .iter()
            .filter_map(|layer| graphics.get(*layer))
            .flat_map(eframe::egui::layers::PaintList::all_entries);
        entries.map(|entry| words_of(&entry.shape, entry.clip_rect.intersect(screen))).sum()
    })
}

fn words_of(shape: &Shape, clip: eframe::egui::Rect) -> usize {
    match shape {
        Shape::Vec(shapes) => shapes.iter().map(|shape| words_of(shape, clip)).sum(),
        Shape::Text(text) if clip.intersects(text.visual_bounding_rect()) => {
            let text = text.galley.text();
            let wide = text.chars().filter(|c| ('\u{3000}'..='\u{9FFF}').contains(c)).count();
            text.split_whitespace().count() + wide / 2
        }
        _ => 0,
    }
}
