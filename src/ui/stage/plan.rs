//! Where the lens's controls stand on the stage, and what they leave to the others.

use eframe::egui::{Rect, Ui, Vec2 as Size, pos2, vec2};

use super::super::Cx;
use super::super::widgets::{LEAST, button_width};
use super::{chips, divider, pad, plan_marks, room_of, switch, zoom};
use crate::body::labels::Taken;
use crate::theme::Icon;
use crate::visit::{Account, Controls, Lens};

/// The height of the switch.
const HEIGHT: f32 = 48.0;
/// On a tall window it lies at the foot of the stage, near the hand.
const TALL: f32 = 60.0;
/// A stage lower than this has no room for the row of chips while the body is parted.
const LOW: f32 = 420.0;
/// A stage lower than this shows its controls when they are asked for.
const SMALL: f32 = 260.0;
/// How far the head of a whole body reaches beside the middle of a stage, in points.
const HEAD: f32 = 24.0;
/// From the first of these on, a view in metres comes to show the whole body, and from the second on it does.
const WHOLE: (f32, f32) = (1.3, 1.9);
/// How much closer a low picture without controls is seen, in shares of its height on both sides, and how high one is
/// that need not come closer.
const CLOSER: f32 = 0.35;
const CLOSE: f32 = 420.0;
/// How wide a headline usually is.
const TITLE_USUAL: f32 = 215.0;
/// A stage lower than this has no room for the dial under the grip.
const ROOMY: f32 = 480.0;
/// The size of the divider's grip.
const GRIP: Size = vec2(88.0, 56.0);
/// A stage narrower than this has no room for a caption beside the body.
const WIDE: f32 = 560.0;
/// How high the headline of a stage without a sheet is, and how wide at most.
const TITLE: f32 = 32.0;
const TITLE_WIDTH: f32 = 420.0;
/// A stage lower than this has no room for a caption over the dial.
const HIGH: f32 = 480.0;
/// A half of a parted body narrower than this has no room for one beside the body.
const HALF: f32 = 380.0;
/// How wide a caption is, and how high it may be.
const CAPTION: Size = vec2(206.0, 90.0);

/// Where the lens's controls stand.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    /// On a small stage, the one button that shows and hides the switch and the row of chips.
    pub(super) tools: Option<Tools>,
    /// The pill of three.
    pub(super) switch: Rect,
    /// The button that parts the body.
    pub(super) compare: Rect,
    /// What the divider brings, while the body is parted.
    pub(super) parted: Option<Parted>,
    /// Where the body stands: all of the stage, or what is under a switch that would lie over the head.
    pub(super) body: Rect,
    /// Where the dial, the zoom buttons and the row of chips may stand, at its foot.
    pub(super) floor: Rect,
    /// Whether there is room for the dial and the zoom buttons.
    pub(super) controls: bool,
    /// Where there is none: what turns and zooms instead, on a stage that has no sheet beside it.
    pub(super) pad: Option<Rect>,
    /// Whether the row of chips is shown.
    pub(super) chips: bool,
    /// From here on down nothing stands at the right edge of the stage but the zoom buttons.
    pub(super) below: f32,
    /// The room of the headline.
    pub(super) title: Rect,
    /// Whether the stage shows it, since no sheet has one.
    pub(super) titled: bool,
    /// The room of the caption, if the lens has one.
    pub(super) caption: Option<Rect>,
}

/// Where the one button stands that shows and hides all others: on a stage so low that they would hide most of the body.
/// A parted body needs them all.
fn tools(ui: &Ui, cx: &Cx<'_>, stage: Rect, controls: bool, margin: f32) -> Option<Tools> {
    let wide = HEIGHT + 8.0 + switch::width(ui, cx, false) + 8.0 + HEIGHT;
    let small = !controls && stage.height() < SMALL && stage.width() >= wide + 2.0 * margin;
    let place = Rect::from_min_size(stage.min + vec2(margin, 10.0), vec2(HEIGHT, HEIGHT));
    let open = cx.visit.controls == Controls::Shown;
    (small && cx.visit.lens != Lens::Parted).then_some(Tools { place, open })
}

/// How far a picture without controls reaches beyond its stage, above and below, so that as much of the width is seen as
/// on a stage that is not as low.
pub(super) fn closer(stage: Rect) -> f32 {
    (stage.height() * CLOSER).min((CLOSE - stage.height()) * 0.5).max(0.0)
}

/// How much of the whole body is looked at: 0 near by, 1 where head and feet are in sight. In between it glides, so that
/// nothing jumps while one zooms.
fn whole_body(cx: &Cx<'_>) -> f32 {
    let span = cx.visit.turning.camera(cx.home_camera()).span;
    let share = ((span - WHOLE.0) / (WHOLE.1 - WHOLE.0)).clamp(0.0, 1.0);
    share * share * (3.0 - 2.0 * share)
}

/// How wide the switch and its button may be. Without a sheet the whole body may be shown, and its head stands as high as
/// they do: they end before it, as long as their words fit.
fn switch_room(ui: &Ui, cx: &Cx<'_>, stage: Rect, margin: f32, tall: bool) -> f32 {
    let all = stage.width() - 2.0 * margin;
    if tall || !cx.visit.sheet_closed {
        return all;
    }
    let least = switch::width(ui, cx, false) + 8.0 + HEIGHT;
    (stage.width() * 0.5 - margin - HEAD).max(least).min(all)
}

/// The one button of a small stage.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tools {
    /// Where it stands.
    pub(super) place: Rect,
    /// Whether what it shows is shown.
    pub(super) open: bool,
}

/// What the divider brings.
#[derive(Clone, Copy, Debug)]
pub(super) struct Parted {
    /// Where the line runs.
    pub(super) x: f32,
    /// What is pulled.
    pub(super) grip: Rect,
    /// The names of the halves, where a half has room for its name.
    pub(super) names: [(Account, Option<Rect>); 2],
    /// The buttons for one account alone.
    pub(super) feet: [(Account, Rect); 2],
}

impl Plan {
    /// Divides the stage. `x` is where the divider stands, if there is one.
    pub(super) fn new(ui: &Ui, cx: &Cx<'_>, stage: Rect, controls: bool, x: Option<f32>) -> Self {
        let window = ui.ctx().content_rect();
        let tall = controls && window.height() > window.width() * 1.15;
        let margin = if controls { 20.0 } else { 12.0 };
        let tools = tools(ui, cx, stage, controls, margin);
        let switched = tools.is_none_or(|tools| tools.open);
        let left = tools.map_or(stage.left() + margin, |tools| tools.place.right() + 8.0);
        let room = switch_room(ui, cx, stage.with_min_x(left - margin), margin, tall);
        let compare = button_width(ui, cx.look, Some(Icon::Compare), &cx.tr.text("lens-compare"));
        let compare = if tall || switch::width(ui, cx, true) + 8.0 + compare <= room { compare } else { HEIGHT };
        let (corner, width, height) = if tall {
            (pos2(stage.left() + margin, stage.bottom() - TALL - 12.0), room - compare - 8.0, TALL)
        } else {
            let width = switch::width(ui, cx, true);
            let width = if width + 8.0 + compare <= room { width } else { switch::width(ui, cx, false) };
            let top = if controls { 16.0 } else { 10.0 };
            (pos2(left, stage.top() + top), width.min(room - compare - 8.0), HEIGHT)
        };
        let switch = Rect::from_min_size(corner, vec2(width, height));
        let compare = Rect::from_min_size(pos2(switch.right() + 8.0, switch.top()), vec2(compare, height));
        let whole = if tall { stage.with_max_y(switch.top()) } else { stage };
        let top = if tall { stage.top() + 16.0 } else { switch.bottom() + 10.0 };
        let title = if switched {
            let size = vec2((stage.width() - margin - 14.0).min(TITLE_WIDTH), TITLE - 2.0);
            Rect::from_min_size(pos2(stage.left() + margin, top), size)
        } else {
            // At the foot, beside the legs: higher up it would lie over the head or the low back.
            let foot = pos2(stage.left() + margin, stage.bottom() - 2.0 * TITLE - 10.0);
            Rect::from_min_max(foot, pos2(stage.center().x - HEAD, stage.bottom() - 10.0))
        };
        let mut plan = Self {
            tools,
            body: stage,
            switch,
            compare,
            parted: None,
            floor: whole,
            controls,
            pad: None,
            chips: switched,
            below: top,
            title,
            titled: cx.visit.sheet_closed,
            caption: None,
        };
        if stage.width() >= WIDE && stage.height() >= HIGH && cx.visit.lens.alone().is_some() {
            let corner = plan.title.min + vec2(0.0, if plan.titled { TITLE } else { 0.0 });
            plan.caption = Some(Rect::from_min_size(corner, CAPTION));
        }
        if cx.bare {
            // Near by, as much of the width is shown as on a stage that is not as low.
            plan.body = stage.expand2(vec2(0.0, closer(stage) * (1.0 - whole_body(cx))));
        } else if tools.is_none() {
            plan.body = stage.with_min_y(stage.top() + plan.over_head(stage, tall) * whole_body(cx));
        }
        if !controls && cx.visit.sheet_closed && x.is_none() {
            let back = plan_marks::is_shown(cx).then(|| super::super::plan::way_back_place(ui, cx, stage));
            let switch = switched.then_some([plan.switch, plan.compare]);
            let others: Vec<Rect> = switch.into_iter().flatten().chain(back).collect();
            let place = pad::place(if switched { whole.with_max_y(chips::place(whole).top()) } else { whole });
            plan.pad = place.filter(|place| !others.iter().any(|other| other.intersects(*place)));
            if let Some(pad) = plan.pad.filter(|pad| pad.intersects(plan.title)) {
                plan.title = plan.title.with_max_x(pad.left() - 8.0);
            }
        }
        if let Some(x) = x {
            let top = top + if plan.titled { TITLE } else { 0.0 };
            plan.part(ui, cx, whole, controls, (x, top, margin));
        }
        plan
    }

    /// How far down what stands in the middle of the stage reaches, where the head of a whole body would be.
    fn over_head(&self, stage: Rect, tall: bool) -> f32 {
        let head = stage.center().x - HEAD;
        let switch = (!tall && self.compare.right() > head).then_some(self.switch.bottom() + 4.0);
        let title = (self.titled && self.title.left() + TITLE_USUAL > head).then_some(self.title.bottom());
        [switch, title].into_iter().flatten().map(|y| y - stage.top()).fold(0.0, f32::max)
    }

    fn part(&mut self, ui: &Ui, cx: &Cx<'_>, room: Rect, controls: bool, (x, top, margin): (f32, f32, f32)) {
        let controls = controls && room.height() >= ROOMY;
        self.controls = controls;
        // The buttons for one account take the place of the row of chips, or stand over it on a small stage.
        let chips = !controls && room.height() >= LOW;
        let bottom = room.bottom() - 10.0 - if chips { LEAST + 8.0 } else { 0.0 };
        let foot = |account| divider::foot_width(ui, cx, account).min((room.width() - 2.0 * margin - 8.0) * 0.5);
        let (left, right) = (foot(Account::Tradition), foot(Account::Body));
        let feet = [
            (Account::Tradition, Rect::from_min_size(pos2(room.left() + margin, bottom - LEAST), vec2(left, LEAST))),
            (
                Account::Body,
                Rect::from_min_size(pos2(room.right() - margin - right, bottom - LEAST), vec2(right, LEAST)),
            ),
        ];
        self.chips = chips;
        // The grip goes from edge to edge, so nothing else may stand at its height.
        let below = if controls { zoom::place(chips::above(room)).top() - 12.0 } else { bottom - LEAST - 8.0 };
        let reach = GRIP.x * 0.5 + 6.0;
        let middle = x.clamp(room.left() + reach, room.right() - reach);
        let grip = Rect::from_min_size(pos2(middle - GRIP.x * 0.5, below - GRIP.y), GRIP);
        let names = [(Account::Tradition, room.with_max_x(x)), (Account::Body, room.with_min_x(x))];
        let names = names.map(|(account, half)| {
            let size = vec2(divider::name_width(ui, cx, account), 40.0);
            let fits = half.width() >= size.x + margin + 12.0 && top + size.y < grip.top();
            let corner = match account {
                Account::Tradition => pos2(room.left() + margin, top),
                Account::Body => pos2(room.right() - margin - size.x, top),
            };
            (account, fits.then(|| Rect::from_min_size(corner, size)))
        });
        // Under the name of a half that is wide enough, at the edge of the stage, where the body seldom is.
        let fits = |(account, name): &(Account, Option<Rect>)| {
            let name = (*name)?;
            let half = if *account == Account::Tradition { x - room.left() } else { room.right() - x };
            let left = if *account == Account::Tradition { name.left() } else { name.right() - CAPTION.x };
            let caption = Rect::from_min_size(pos2(left, name.bottom() + 8.0), CAPTION);
            (half >= HALF && caption.bottom() < grip.top()).then_some(caption)
        };
        self.caption = if room.height() >= HIGH { names.iter().find_map(fits) } else { None };
        self.parted = Some(Parted { x, grip, names, feet });
    }

    /// Whether the switch is shown.
    pub(super) fn is_switched(&self) -> bool {
        self.tools.is_none_or(|tools| tools.open)
    }

    /// What names must leave free.
    pub(super) fn taken(&self) -> Vec<Taken> {
        let mut rects: Vec<Rect> = self.tools.iter().map(|tools| tools.place).collect();
        if self.is_switched() {
            rects.extend([self.switch, self.compare]);
        }
        rects.extend(self.caption);
        rects.extend(self.titled.then_some(self.title));
        if let Some(parted) = &self.parted {
            rects.push(parted.grip);
            rects.extend(parted.names.iter().filter_map(|(_, name)| *name));
            rects.extend(parted.feet.iter().map(|(_, foot)| *foot));
        }
        rects.into_iter().map(room_of).collect()
    }
}
