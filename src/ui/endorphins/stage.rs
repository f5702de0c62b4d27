//! The stage: the figure with the path in it, the loupes beside it, the timeline under it.

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::{
    Align, Align2, CornerRadius, FontId, Id, Painter, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo,
    pos2, vec2,
};

use super::super::Cx;
use super::super::stage::glow;
use super::super::widgets::{caption, choose, focus_ring, job, paragraph, rich};
use super::plan::{self, LoupePlace, Places};
use super::scene::Scene;
use super::{EndorphinCache, course, loupe, needle, signals, timeline};
use crate::describe::needling;
use crate::model::Mechanism;
use crate::sim::{Clock, Work};
use crate::theme::{Face, Role};
use crate::visit::{Action, Detail, Loupe, NeedleAsk};

/// How far from a point a touch still means it, in points.
const REACH: f32 = 26.0;
/// How far from a large loupe the names of its parts stand, and how narrow their column may be.
const AWAY: f32 = 22.0;
const NARROWEST: f32 = 84.0;
/// How small a large loupe may become to make room for them.
const SMALLEST: f32 = 72.0;

/// The page under everything, with the soft light behind the figure of a stage.
pub(super) fn ground(ui: &Ui, cx: &Cx<'_>, page: Rect, stage: Rect) {
    let places = if cx.bare { Places::bare(stage) } else { Places::of(stage) };
    glow(ui, cx, page, places.figure);
}

/// Shows the stage.
pub(super) fn stage(ui: &mut Ui, cx: &Cx<'_>, cache: &mut EndorphinCache, rect: Rect, out: &mut Vec<Action>) {
    let scene = super::scene(cx);
    let panel = &cx.visit.needling;
    if panel.clock == Clock::Course {
        course::stage(ui, cx, rect, out);
        return;
    }
    if cx.bare {
        body(ui, cx, cache, &Places::bare(rect), &scene, out);
        return;
    }
    let places = Places::of(rect);
    if let Some(Detail::Loupe(open)) = panel.open {
        large(ui, cx, cache, &places, open, &scene);
    } else {
        body(ui, cx, cache, &places, &scene, out);
    }
    timeline::timeline(ui, cx, places.timeline, out);
}

/// The figure and its loupes.
fn body(ui: &mut Ui, cx: &Cx<'_>, cache: &mut EndorphinCache, places: &Places, scene: &Scene, out: &mut Vec<Action>) {
    let EndorphinCache { figure: kept, grounds } = cache;
    // For fingers and mice alone: the keyboard finds the same points as chips on the sheet.
    let response = ui.interact(places.figure, ui.scope_id().with("figure"), Sense::CLICK);
    response
        .widget_info(|| WidgetInfo::labeled(NodeRole::Figure, true, needling::scene(cx.tr, &cx.visit.needling.visit)));
    let shown: Vec<(Loupe, LoupePlace)> = if places.all {
        Loupe::ALL.into_iter().zip(places.loupes.iter().copied()).collect()
    } else {
        places.loupes.first().map(|place| (cx.visit.needling.look, *place)).into_iter().collect()
    };
    let (Some(figure), Some(point)) = (cx.figure, super::point(cx)) else {
        caption(ui, cx.look, &cx.instead_of_body());
        return;
    };
    let view = kept.view(ui, cx, figure, places.figure);
    let painter = ui.painter().with_clip_rect(places.figure.intersect(ui.clip_rect()));
    view.paint(&painter);
    let skin = view.on(point.position);
    let (up, down) = (view.way_up(point.position), view.way_down());
    signals::nerve(&painter, cx, &up, view.gate);
    signals::paint(&painter, cx, &up, &down, scene);
    let at = |loupe: Loupe| match loupe {
        Loupe::Needle => skin,
        Loupe::Gate => view.gate,
        Loupe::Brake => view.brake,
    };
    for (which, place) in &shown {
        let to = (place.centre, place.radius);
        // Where words lie under the loupe, one line is enough: a beam would run through them.
        if places.all {
            loupe::beam(ui.painter(), cx, at(*which), 12.0, to);
        } else {
            loupe::thread(ui.painter(), cx, at(*which), 12.0, to);
        }
    }
    for marker in super::points(cx) {
        let at = view.on(marker.position);
        if marker.key != point.key {
            painter.circle(at, 3.6, cx.look.on_skin().sheet, Stroke::new(1.4, cx.look.on_skin().ink));
        }
    }
    let away = view.on(point.position + point.normal * 0.05) - skin;
    let stands = needle::Place {
        skin,
        out: (away.normalized() + vec2(0.25, -0.42)).normalized(),
        size: (view.scale() / 600.0).clamp(0.6, 1.25),
    };
    // A loupe alone has its words beside the needle, which ends before them.
    let stands = if places.all { stands } else { stands.left_of(places.beside() - 12.0) };
    let turning = cx.visit.needling.visit.work() == Work::Turned;
    mark(&painter, cx, skin);
    needle::paint(ui.painter(), cx, &stands, scene, turning);
    pick(cx, view, (&stands, scene), &response, out);
    if places.all {
        tag(ui, cx, places.figure.min + vec2(24.0, 20.0), &point.key.code);
    }
    if places.feels.is_positive() {
        feels(ui, cx, places.feels);
    }
    for (which, place) in shown {
        if which == cx.visit.needling.look && !cx.bare {
            follow(ui, cx, place.square().union(place.words));
        }
        loupe::paint(ui, cx, grounds, which, scene, (place.centre, place.radius));
        open(ui, cx, which, &place, out);
        if !cx.bare {
            words(ui, cx, which, &place, places.all, out);
        }
    }
    // With one loupe the words lie where the handle would be pressed; the button on the sheet turns as well.
    if places.all {
        needle::handle(ui, cx, &stands, scene, &places.loupes, out);
    }
}

/// Where the pictures are higher than the window, each step of a story brings the loupe it tells of into sight, once.
fn follow(ui: &Ui, cx: &Cx<'_>, loupe: Rect) {
    let told = cx.visit.story.as_ref().map(|story| (story.story.clone(), story.step));
    let id = Id::unique("endorphins-told");
    let before: Option<(String, usize)> = ui.data_mut(|data| data.get_temp(id)).flatten();
    if told != before {
        if told.is_some() {
            ui.scroll_to_rect(loupe, Some(Align::Center));
        }
        ui.data_mut(|data| data.insert_temp(id, told));
    }
}

/// The point that the needle is at.
fn mark(painter: &Painter, cx: &Cx<'_>, at: Pos2) {
    let c = cx.look.on_skin();
    painter.circle(at, 7.6, c.ink, Stroke::new(2.6, c.sheet));
    painter.circle_stroke(at, 9.4, Stroke::new(1.2, c.ink.gamma_multiply(0.6)));
}

/// A touch on the needle works it; one on another point moves it there.
fn pick(
    cx: &Cx<'_>,
    view: &super::figure::View,
    (stands, scene): (&needle::Place, &Scene),
    response: &eframe::egui::Response,
    out: &mut Vec<Action>,
) {
    let Some(at) = response.interact_pointer_pos().filter(|_| response.clicked()) else { return };
    let now = super::point(cx).map(|marker| &marker.key);
    let others = super::points(cx).into_iter().filter(|marker| Some(&marker.key) != now);
    let near = others.map(|m| (view.on(m.position).distance(at), m)).min_by(|a, b| a.0.total_cmp(&b.0));
    let far_of_needle = stands.distance(scene, at);
    match near.filter(|(far, _)| *far <= REACH && *far < far_of_needle) {
        Some((_, marker)) => out.push(Action::Needle(NeedleAsk::At(marker.key.code.clone()))),
        None if far_of_needle <= REACH => needle::tap(cx, out),
        None => {}
    }
}

/// Which point this is: code and pinyin on a plate.
fn tag(ui: &Ui, cx: &Cx<'_>, corner: Pos2, code: &crate::model::PointCode) {
    let c = cx.look.colours();
    let name = cx.catalog.point(code).map_or("", |p| p.pinyin.as_str());
    let strong = cx.look.scale.format_in(Role::Card, Face::SansBold, 1.0, c.ink);
    let pinyin = cx.look.scale.format_in(Role::Card, Face::SerifItalic, 1.08, c.ink2);
    let text = ui.painter().layout_job(job([(code.as_str(), strong), ("  ", pinyin.clone()), (name, pinyin)]));
    let rect = Rect::from_min_size(corner, text.size() + vec2(30.0, 18.0));
    let edge = Stroke::new(cx.look.tokens.stroke(1.2), c.line);
    ui.painter().rect(rect, CornerRadius::same(20), c.sheet, edge, StrokeKind::Inside);
    ui.painter().galley(rect.center() - text.size() * 0.5, text, c.ink);
}

/// What people feel: the words come as the signals grow, the same list as in the sentence. A list that is too long for
/// its room, as in large print, begins higher up.
fn feels(ui: &mut Ui, cx: &Cx<'_>, rect: Rect) {
    let c = cx.look.colours();
    let words: Vec<String> =
        cx.visit.needling.visit.feels().into_iter().map(|feel| needling::feel(cx.tr, feel)).collect();
    if words.is_empty() {
        return;
    }
    let said = cx.tr.text_with("endo-feels", &[("words", words.join(", ").into())]);
    let high =
        |role, text: &str| ui.painter().layout(text.to_owned(), cx.look.scale.font(role), c.ink, rect.width()).size().y;
    let needed = high(Role::Heading, &cx.tr.text("endo-deqi")) + high(Role::Caption, &said) + 12.0;
    let room = rect.with_min_y(rect.top().min(rect.bottom() - needed));
    ui.scope_builder(UiBuilder::new().max_rect(room).id_salt("feels"), |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let kai = cx.look.scale.format_in(Role::Heading, Face::Kai, 1.0, c.ink);
        let pinyin = cx.look.scale.format_in(Role::Heading, Face::SerifItalic, 0.8, c.ink2);
        let (hanzi, name) = (cx.tr.text("app-hanzi"), cx.tr.text("endo-deqi"));
        rich(ui, job([(hanzi.as_str(), kai), (" ", pinyin.clone()), (name.as_str(), pinyin)]));
        paragraph(ui, cx.look, Role::Caption, c.ink2, &said);
    });
}

/// A loupe opens large when it is touched.
fn open(ui: &Ui, cx: &Cx<'_>, which: Loupe, place: &LoupePlace, out: &mut Vec<Action>) {
    let rect = place.square();
    let response = ui.interact(rect, ui.scope_id().with(("loupe", which)), Sense::click());
    let name = cx.tr.text_with("endo-open", &[("name", super::name_of(cx, which).into())]);
    response.widget_info(|| WidgetInfo::labeled(NodeRole::Button, true, &name));
    if response.hovered() {
        let ring = Stroke::new(2.5, cx.look.colours().ink);
        ui.painter().circle_stroke(place.centre, place.radius + 4.5, ring);
    }
    focus_ring(ui.painter(), cx.look, &response.clone().with_new_rect(rect.expand(5.0)), 110);
    if response.clicked() {
        out.push(Action::Needle(NeedleAsk::Open(Detail::Loupe(which))));
    }
}

/// What a stage without words leaves to the sheet: which loupe it is, and the timeline.
pub(super) fn beside(ui: &mut Ui, cx: &Cx<'_>, out: &mut Vec<Action>) {
    ui.add_space(4.0);
    said(ui, cx, cx.visit.needling.look, false, out);
    let width = ui.available_width();
    let (card, _) = ui.allocate_exact_size(vec2(width, plan::timeline(width)), Sense::hover());
    ui.scope_builder(UiBuilder::new().max_rect(card).id_salt("time"), |ui| {
        // What is painted counts as well as what is laid out.
        ui.expand_to_include_rect(card);
        timeline::timeline(ui, cx, card, out);
    });
}

/// The words beside a loupe.
fn words(ui: &mut Ui, cx: &Cx<'_>, which: Loupe, place: &LoupePlace, all: bool, out: &mut Vec<Action>) {
    ui.scope_builder(UiBuilder::new().max_rect(place.words).id_salt(("words", which)), |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        said(ui, cx, which, all, out);
    });
}

/// Number, name, a line or two, and the badge.
fn said(ui: &mut Ui, cx: &Cx<'_>, which: Loupe, all: bool, out: &mut Vec<Action>) {
    let steps: Vec<&Mechanism> = super::steps_of(which).iter().filter_map(|id| cx.catalog.mechanism(id)).collect();
    if steps.is_empty() {
        return;
    }
    // The gate is told of the way up in large only.
    let told = &steps[..steps.len().min(if which == Loupe::Gate { 1 } else { 2 })];
    let name = super::name_of(cx, which);
    let c = cx.look.colours();
    if !all {
        numbers(ui, cx, which, out);
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        if all {
            let (disc, _) = ui.allocate_exact_size(vec2(26.0, 26.0), Sense::hover());
            ui.painter().circle_filled(disc.center(), 13.0, c.ink);
            let font = FontId::new(15.0, Face::SansBold.family());
            ui.painter().text(disc.center(), Align2::CENTER_CENTER, which as usize + 1, font, c.onfill);
        }
        paragraph(ui, cx.look, Role::Strong, c.ink, &name);
    });
    if all {
        let mut shorts: Vec<&str> = told.iter().filter_map(|step| step.short.as_deref()).collect();
        let blocked = cx.tr.text("endo-docks-closed");
        if which == Loupe::Brake && super::scene(cx).docks_closed {
            // In the place of what it keeps from helping.
            shorts.truncate(1);
            shorts.push(&blocked);
        }
        paragraph(ui, cx.look, Role::Caption, c.ink2, &shorts.join(" "));
    }
    if super::badge(ui, cx, super::most_doubtful(told), &name).clicked() {
        out.push(Action::Needle(NeedleAsk::Open(Detail::Loupe(which))));
    }
}

/// Where one loupe is shown at a time: which of the three.
fn numbers(ui: &mut Ui, cx: &Cx<'_>, now: Loupe, out: &mut Vec<Action>) {
    let each = [(Loupe::Needle, "1"), (Loupe::Gate, "2"), (Loupe::Brake, "3")];
    if let Some(loupe) = choose(ui, cx.look, &cx.tr.text("endo-loupes"), now, &each) {
        out.push(Action::Needle(NeedleAsk::Look(loupe)));
    }
}

/// One loupe alone, as large as the stage allows, with the names of what it shows.
fn large(ui: &mut Ui, cx: &Cx<'_>, cache: &mut EndorphinCache, places: &Places, which: Loupe, scene: &Scene) {
    let room = Rect::from_min_max(places.figure.min, pos2(places.timeline.right(), places.timeline.top() - 8.0));
    let response = ui.interact(room, ui.scope_id().with("large"), Sense::hover());
    let said = needling::scene(cx.tr, &cx.visit.needling.visit);
    response.widget_info(|| WidgetInfo::labeled(NodeRole::Figure, true, &said));
    let widest = (room.height() * 0.5 - 22.0).min(room.width() * 0.31).max(60.0);
    // A somewhat smaller picture with the names of its parts tells more than a large one without.
    let named = room.width() * 0.5 - AWAY - 2.0 - NARROWEST;
    let radius = if named >= SMALLEST { widest.min(named) } else { widest };
    let centre = room.center();
    loupe::paint(ui, cx, &mut cache.grounds, which, scene, (centre, radius));
    let beside = room.width() * 0.5 - radius - AWAY - 2.0;
    if beside >= NARROWEST {
        labels(ui.painter(), cx, which, (centre, radius), room, beside.min(104.0));
    }
}

/// The names of parts with leaders, sorted by height on either side.
fn labels(painter: &Painter, cx: &Cx<'_>, which: Loupe, (centre, radius): (Pos2, f32), room: Rect, width: f32) {
    let c = cx.look.colours();
    let parts: &[(&str, f32, f32)] = match which {
        Loupe::Needle => super::at_needle::PARTS,
        Loupe::Gate => super::at_gate::PARTS,
        Loupe::Brake => super::at_brake::PARTS,
    };
    for side in [-1.0f32, 1.0] {
        let mut of: Vec<_> = parts.iter().filter(|(_, x, _)| x.signum() == side.signum()).collect();
        of.sort_by(|a, b| a.2.total_cmp(&b.2));
        let mut last = f32::MIN;
        for (key, x, y) in of {
            let at = centre + vec2(*x, *y) * radius;
            let font = cx.look.scale.font(Role::Label);
            let word = painter.layout(cx.tr.text(key), font, c.ink, width);
            let edge = centre.x + side * (radius + AWAY);
            let height = at.y.clamp(room.top() + 16.0, room.bottom() - 20.0).max(last + word.size().y * 0.5 + 6.0);
            last = height + word.size().y * 0.5;
            let left = if side < 0.0 { edge - word.size().x } else { edge };
            let line = [at, pos2(centre.x + side * (radius + 16.0), height)];
            painter.line_segment(line, Stroke::new(3.4, c.sheet));
            painter.line_segment(line, Stroke::new(cx.look.tokens.stroke(1.2), c.ink));
            painter.circle(at, 3.2, c.ink, Stroke::new(1.6, c.sheet));
            painter.galley(pos2(left, height - word.size().y * 0.5), word, c.ink);
        }
    }
}
