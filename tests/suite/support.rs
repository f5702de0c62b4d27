//! Deqi without a window, and what all tests do with it: look at the tree, press by name, touch, type.
//!
//! Tests speak as visitors do, by roles and names. Only this file knows how a press becomes events.

use std::collections::HashMap;
use std::sync::LazyLock;

use deqi::app::{App, Printer, Start};
use deqi::body::camera::Camera;
use deqi::body::closeup::Closeup;
use deqi::body::part::BodyPart;
use deqi::describe;
use deqi::i18n::Tr;
use deqi::library::Library;
use deqi::mode::Mode;
use deqi::model::{Chapter, FigureId, PointCode, Side, SiteKey};
use deqi::plan::Stamp;
use deqi::sim::qi::{Ask, Part};
use deqi::sim::{Clock, Experiment, Frequency, Method};
use deqi::store::kiosk::Kiosk;
use deqi::store::settings::{Motion, Settings};
use deqi::visit::{
    Account, Action, Aside, Detail, DiaryAsk, DiaryView, Grouping, Lens, Level, Loupe, NeedleAsk, PlanAsk, PlanTab,
    ReadAsk, Screen, Sheet, Shown, StoryAsk, Tool, Topic, VisitAsk,
};
use eframe::egui::accesskit::{self, ActionData, NodeId, Role, Toggled, TreeId};
use eframe::egui::epaint::{ClippedShape, Shape, TextShape};
use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, Vec2, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT as _;

use crate::diary_weeks;

/// The whole program, drawn nowhere.
pub(crate) type Deqi = Harness<'static, App>;

/// A desktop window.
pub(crate) const DESK: (f32, f32) = (1280.0, 800.0);
/// Seconds a frame.
pub(crate) const FRAME: f32 = 1.0 / 30.0;

/// The core pack, read once.
pub(crate) static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::read(Vec::new()));

pub(crate) fn open(size: (f32, f32), settings: Settings) -> Deqi {
    open_in(Mode::Home, size, settings)
}

/// Opens it with text at 200 %, in a window of this size.
pub(crate) fn open_large(size: (f32, f32), settings: Settings) -> Deqi {
    let mut deqi = open(size, Settings { text_size: 200, ..settings });
    resize(&mut deqi, size);
    deqi
}

/// Opens it for a place of use.
pub(crate) fn open_in(mode: Mode, size: (f32, f32), settings: Settings) -> Deqi {
    open_with(size, Start { mode, ..Start::with(LIBRARY.clone(), settings) })
}

/// Opens it with somebody before it: where visitors come one after the other, one has begun.
pub(crate) fn open_with(size: (f32, f32), start: Start) -> Deqi {
    let mut deqi = open_to_nobody(size, start);
    deqi.state_mut().ask(Action::Visit(VisitAsk::Begin(None)));
    deqi.run_steps(2);
    deqi
}

/// Opens it with nobody before it.
pub(crate) fn open_to_nobody(size: (f32, f32), start: Start) -> Deqi {
    Harness::builder().with_size(vec2(size.0, size.1)).with_step_dt(FRAME).with_max_steps(300).build_eframe(|cc| {
        let mut app = App::new(&cc.egui_ctx, start).unwrap();
        app.load_now();
        app.stop_the_clock(16.17);
        app
    })
}

/// Opens a kiosk with this set-up, and begins a visit there.
pub(crate) fn open_kiosk(size: (f32, f32), kiosk: Kiosk, library: Library) -> Deqi {
    let mut deqi = open_with(size, Start { mode: Mode::Kiosk, kiosk, ..Start::with(library, still()) });
    come(&mut deqi);
    fill(&mut deqi, size);
    deqi
}

/// A printer that another program feeds: it writes each page into a file of its own in this folder, and a line for each
/// into `jobs`; then it does what is said here.
#[cfg(unix)]
pub(crate) fn fake_printer(folder: &std::path::Path, then: &str) -> Printer {
    use std::os::unix::fs::PermissionsExt as _;
    let (program, shown) = (folder.join("lp"), folder.display());
    let script = format!(
        "#!/bin/sh\necho \"$@\" >> {shown}/jobs\ncat > {shown}/page.$(wc -l < {shown}/jobs | tr -d ' ').pdf\n{then}\n"
    );
    std::fs::write(&program, script).unwrap();
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
    Printer::with(program, "Front_Desk").unwrap()
}

/// How many pages it was sent.
#[cfg(unix)]
pub(crate) fn jobs(folder: &std::path::Path) -> usize {
    std::fs::read_to_string(folder.join("jobs")).unwrap_or_default().lines().count()
}

/// Goes on, without a second passing for the program, until something that happens elsewhere has happened.
#[cfg(unix)]
pub(crate) fn until(deqi: &mut Deqi, mut happened: impl FnMut(&mut Deqi) -> bool) {
    for _ in 0..1200 {
        deqi.step();
        if happened(deqi) {
            deqi.run();
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    panic!("it does not happen");
}

/// A visitor begins.
pub(crate) fn come(deqi: &mut Deqi) {
    deqi.state_mut().ask(Action::Visit(VisitAsk::Begin(None)));
    deqi.run_steps(2);
}

/// Fills a screen of so many pixels, however large everything is on it.
pub(crate) fn fill(deqi: &mut Deqi, (width, height): (f32, f32)) {
    for _ in 0..3 {
        let size = vec2(width, height) / deqi.ctx.zoom_factor();
        for viewport in deqi.input_mut().viewports.values_mut() {
            viewport.inner_rect = Some(Rect::from_min_size(Pos2::ZERO, size));
        }
        deqi.set_size(size);
        deqi.run_steps(2);
    }
    deqi.run();
}

/// Settings in which views change at once.
pub(crate) fn still() -> Settings {
    Settings { motion: Motion::Reduced, ..Settings::default() }
}

/// A marker's key.
pub(crate) fn site(code: &str, side: Side) -> SiteKey {
    SiteKey { code: PointCode(code.to_owned()), side, number: 1 }
}

/// A marker's name.
pub(crate) fn called(code: &str, side: Side) -> String {
    describe::marker(&Tr::english(), &LIBRARY.catalog, &site(code, side))
}

/// The English name of a point: the headline of its card.
pub(crate) fn english(code: &str) -> String {
    LIBRARY.catalog.point(&PointCode(code.to_owned())).unwrap().english.clone()
}

/// Every screen, and what a visitor asked for to be there.
pub(crate) fn screens() -> Vec<(&'static str, Vec<Action>)> {
    let card = || Action::OpenPoint(PointCode("BL23".to_owned()));
    let page = |id: &str| Action::OpenPage(id.to_owned());
    let near = vec![site("BL23", Side::Left), site("BL52", Side::Left), site("GV4", Side::Midline)];
    let part = LIBRARY.catalog.parts().keys().next().unwrap().clone();
    let story = |id: &str, step: usize| {
        let ask = |ask: StoryAsk| Action::Story(ask);
        let begin = std::iter::once(ask(StoryAsk::Start(id.to_owned())));
        begin.chain((0..step).map(|_| ask(StoryAsk::Forward))).chain([ask(StoryAsk::Pause)]).collect::<Vec<_>>()
    };
    vec![
        ("welcome", vec![]),
        ("card", vec![card()]),
        ("card with more", vec![card(), Action::Tell(Level::More)]),
        ("find", vec![Action::Open(Sheet::Find)]),
        ("asked", vec![Action::Ask("knee".to_owned())]),
        ("part touched", vec![Action::Open(Sheet::Part { part, near: near.clone() })]),
        ("choose", vec![Action::Open(Sheet::Choose(near))]),
        ("list by part", vec![Action::Open(Sheet::Find), Action::Group(Grouping::Part)]),
        ("channels", vec![Action::Open(Sheet::Channels), Action::ShowPoints(Shown::Channel("BL".to_owned()))]),
        ("parts", vec![Action::Open(Sheet::Parts), Action::ShowPoints(Shown::Part(BodyPart::Hand))]),
        ("all points", vec![Action::ShowPoints(Shown::All), Action::CloseSheet]),
        ("magnifier", vec![card(), Action::Magnify(Some(Closeup::BackOfHand))]),
        ("magnifier alone", vec![Action::CloseSheet, Action::Magnify(Some(Closeup::Ear))]),
        ("settings", vec![Action::Open(Sheet::Settings)]),
        ("screen size", vec![Action::Open(Sheet::ScreenSize)]),
        ("warning signs", vec![page("warning_signs")]),
        ("about", vec![page("about")]),
        ("how points are placed", vec![page("how_points_are_placed")]),
        ("licences", vec![Action::Go(Screen::Licences(None))]),
        ("a licence", vec![Action::Go(Screen::Licences(Some(0)))]),
        ("endorphins", vec![Action::Go(Screen::Endorphins)]),
        ("endorphins, needle in", needle(vec![NeedleAsk::StepOn, NeedleAsk::StepOn, naloxone()])),
        ("endorphins, current", needle(vec![NeedleAsk::By(Method::Electrical(Frequency::Hz2)), NeedleAsk::StepOn])),
        ("endorphins, a loupe", needle(vec![NeedleAsk::StepOn, NeedleAsk::Open(Detail::Loupe(Loupe::Gate))])),
        (
            "endorphins, studies",
            needle(vec![naloxone(), NeedleAsk::Open(Detail::Experiment(Experiment::BlockOpioids))]),
        ),
        ("endorphins, course", needle(vec![NeedleAsk::Tell(Clock::Course), NeedleAsk::StepOn])),
        ("endorphins, course studies", needle(vec![NeedleAsk::Tell(Clock::Course), NeedleAsk::Open(Detail::Course)])),
        ("body alone", vec![Action::CloseSheet]),
        ("body from near", vec![Action::CloseSheet, Action::Fly(near_the_low_back())]),
        ("tradition lens", vec![card(), Action::See(Lens::Tradition)]),
        ("body lens", vec![Action::CloseSheet, Action::See(Lens::Body)]),
        ("parted", vec![card(), Action::See(Lens::Parted)]),
        ("parted alone", vec![Action::CloseSheet, Action::See(Lens::Parted)]),
        ("how sure", vec![Action::Open(Sheet::HowSure(PointCode("ST36".to_owned()), Account::Body))]),
        ("benefits", vec![Action::Go(Screen::Chapter(Chapter::Benefits))]),
        ("benefits, less pain", vec![panel("less-pain")]),
        ("benefits, numbers", vec![panel("at-a-glance"), behind("V1", Aside::Numbers)]),
        ("benefits, often said", vec![Action::Read(ReadAsk::Open(Chapter::Benefits, Topic::Myths))]),
        ("safety", vec![Action::Go(Screen::Chapter(Chapter::Safety))]),
        ("safety, rare harm", vec![panel("rare-harm")]),
        ("safety, take care", vec![panel("take-care")]),
        ("safety, questions", vec![Action::Read(ReadAsk::Open(Chapter::Safety, Topic::Questions))]),
        ("visit", vec![Action::Go(Screen::Chapter(Chapter::Visit))]),
        ("visit, what else helps", vec![panel("what-else-helps")]),
        ("evidence", vec![Action::Go(Screen::Chapter(Chapter::Evidence))]),
        ("evidence, needle or visit", vec![panel("needle-or-visit"), behind("V9", Aside::HowToRead)]),
        ("evidence, sources", vec![panel("guidelines"), behind("guidelines", Aside::Sources)]),
        ("evidence, studies", vec![Action::Read(ReadAsk::Open(Chapter::Evidence, Topic::Studies))]),
        ("qi meaning", vec![Action::Go(Screen::Qi)]),
        ("qi phases", vec![Action::Go(Screen::Qi), Action::Qi(Ask::Page(3)), Action::Tell(Level::More)]),
        ("qi flow", vec![Action::Go(Screen::Qi), Action::Qi(Ask::Show(Part::Flow))]),
        (
            "qi open",
            vec![Action::Go(Screen::Qi), Action::Qi(Ask::Show(Part::Flow)), Action::Qi(Ask::PlaceBoth(Side::Left))],
        ),
        ("qi day", vec![Action::Go(Screen::Qi), Action::Qi(Ask::Show(Part::Day))]),
        ("qi body", vec![Action::Go(Screen::Qi), Action::Qi(Ask::BodyAlone(true))]),
        ("take away", vec![Action::Go(Screen::TakeAway)]),
        ("stories", vec![Action::Go(Screen::Stories)]),
        ("story on the body", story("low-back-pain", 5)),
        ("story of a course", story("low-back-pain", 2)),
        ("story of people", story("low-back-pain", 6)),
        ("story of rare harm", story("low-back-pain", 10)),
        ("story of qi", story("what-qi-means", 7)),
        ("story of a needle", story("needle", 4)),
        ("diary, empty", diary_weeks::empty()),
        ("diary, weeks", [diary_weeks::weeks(), vec![Action::Diary(DiaryAsk::Table(true))]].concat()),
        (
            "diary, signs",
            [diary_weeks::empty(), vec![Action::Diary(DiaryAsk::Write(diary_weeks::day("2026-11-25")))]].concat(),
        ),
        ("diary, entry", [diary_weeks::weeks(), vec![Action::Diary(DiaryAsk::Edit(12))]].concat()),
        (
            "diary, files",
            [
                diary_weeks::weeks(),
                vec![Action::Diary(DiaryAsk::Show(DiaryView::Keeping)), Action::Diary(DiaryAsk::AskErase(Some(true)))],
            ]
            .concat(),
        ),
    ]
    .into_iter()
    .chain(plans())
    .collect()
}

/// What a practitioner sees: plans.
pub(crate) fn plans() -> Vec<(&'static str, Vec<Action>)> {
    let plan = |asks: Vec<PlanAsk>| {
        let begin = [PlanAsk::Present(None), PlanAsk::New, PlanAsk::Heard, PlanAsk::Seek(String::new())];
        let asks = begin.into_iter().chain(asks).map(Action::Plan);
        std::iter::once(Action::Go(Screen::Plan)).chain(asks).collect::<Vec<_>>()
    };
    let leg = || PlanAsk::Start("leg".to_owned());
    let points = PlanAsk::Show(PlanTab::Points);
    vec![
        ("plan", plan(vec![points.clone()])),
        ("plan, points", plan(vec![points.clone(), leg()])),
        ("plan, a step", plan(vec![points.clone(), leg(), PlanAsk::OpenStep(Some(1))])),
        ("plan, which one", plan(vec![points.clone(), PlanAsk::Offer(vec![site("BL23", Side::Left)])])),
        ("plan, asked", plan(vec![points, leg(), PlanAsk::Seek("knee".to_owned())])),
        ("plan, draw", plan(vec![leg(), PlanAsk::Show(PlanTab::Draw), PlanAsk::Take(Tool::Stamp(Stamp::Pain))])),
        ("plan, save", plan(vec![leg(), PlanAsk::Show(PlanTab::Kept)])),
        ("plan, at a glance", plan(vec![leg(), PlanAsk::Present(Some(0))])),
        ("plan, presented", plan(vec![leg(), PlanAsk::Present(Some(2))])),
    ]
}

/// A panel of benefits, evidence, safety or the visit.
pub(crate) fn panel(id: &str) -> Action {
    Action::Read(ReadAsk::Find(id.to_owned()))
}

/// What is one tap behind a chart or a panel.
pub(crate) fn behind(id: &str, aside: Aside) -> Action {
    Action::Read(ReadAsk::Aside(Some((id.to_owned(), aside))))
}

/// The endorphin panel with the needle in, and what was asked for there.
fn needle(asks: Vec<NeedleAsk>) -> Vec<Action> {
    let asks = std::iter::once(NeedleAsk::PutIn).chain(asks);
    std::iter::once(Action::Go(Screen::Endorphins)).chain(asks.map(Action::Needle)).collect()
}

/// A view closer than the first one.
fn near_the_low_back() -> Camera {
    Camera { span: 0.3, target: glam::Vec3::new(0.0, 1.0, 0.0), ..Camera::default() }
}

fn naloxone() -> NeedleAsk {
    NeedleAsk::Try(Experiment::BlockOpioids)
}

/// Goes to a screen from the beginning.
pub(crate) fn go(deqi: &mut Deqi, actions: &[Action]) {
    for action in [Action::Home, Action::Tell(Level::Plain)].iter().chain(actions) {
        deqi.state_mut().ask(action.clone());
    }
    deqi.run_steps(2);
    deqi.run();
}

/// Shows another figure and waits for it.
pub(crate) fn wait_for(deqi: &mut Deqi, figure: FigureId) {
    assert_eq!(deqi.state().settings().figure, figure, "nobody asked for this figure");
    deqi.state_mut().load_now();
    deqi.run_steps(2);
    deqi.run();
}

/// One node of the tree, with where it is.
#[derive(Clone, Debug)]
pub(crate) struct Thing {
    pub(crate) id: NodeId,
    pub(crate) role: Role,
    pub(crate) name: String,
    /// Of a heading.
    pub(crate) level: Option<usize>,
    /// Where it lies.
    pub(crate) rect: Rect,
    /// What of it can be seen: the rest is scrolled away.
    pub(crate) shown: Rect,
    pub(crate) chosen: Option<bool>,
    pub(crate) disabled: bool,
    pub(crate) focused: bool,
    pub(crate) focusable: bool,
}

impl Thing {
    pub(crate) fn is_control(&self) -> bool {
        self.focusable && self.role != Role::Figure
    }

    pub(crate) fn is_seen(&self) -> bool {
        self.shown.is_positive() && self.shown.contains(self.rect.center())
    }
}

/// All that the tree tells, in reading order, without bare containers.
pub(crate) fn things(deqi: &Deqi) -> Vec<Thing> {
    let places: HashMap<NodeId, (Rect, Rect)> = deqi.ctx.viewport(|v| {
        let all = v.prev_pass.widgets.layers().flat_map(|(_, widgets)| widgets);
        all.map(|w| (w.id.accesskit_id(), (w.rect, w.interact_rect))).collect()
    });
    let nodes = deqi.root().children_recursive().map(|node| node.accesskit_node());
    nodes
        .filter_map(|node| {
            let id = node.locate().0;
            let name = node.label().or_else(|| node.value()).unwrap_or_default();
            let bare = matches!(node.role(), Role::GenericContainer | Role::Pane | Role::Unknown | Role::TextRun);
            let &(rect, shown) = places.get(&id)?;
            (!bare || !name.is_empty()).then(|| Thing {
                id,
                role: node.role(),
                name,
                level: node.level(),
                rect,
                shown,
                chosen: node.toggled().map(|t| t == Toggled::True),
                disabled: node.is_disabled(),
                focused: node.is_focused(),
                focusable: node.data().supports_action(accesskit::Action::Focus),
            })
        })
        .collect()
}

/// The headline of what is shown.
pub(crate) fn headline(deqi: &Deqi) -> String {
    let found = things(deqi).into_iter().find(|t| t.role == Role::Heading && t.level == Some(1));
    found.map_or_else(String::new, |t| t.name)
}

/// The first thing of a name that can be pressed.
pub(crate) fn control(deqi: &Deqi, name: &str) -> Thing {
    let all = things(deqi);
    all.iter().find(|t| t.is_control() && t.name == name).cloned().unwrap_or_else(|| {
        let names: Vec<&str> = all.iter().filter(|t| t.is_control()).map(|t| t.name.as_str()).collect();
        panic!("nothing to press is called {name:?}, only {names:?}")
    })
}

/// A marker on the body that can be seen.
pub(crate) fn marker(deqi: &Deqi, code: &str, side: Side) -> Option<Thing> {
    let name = called(code, side);
    things(deqi).into_iter().find(|t| t.name == name && t.role == Role::Button && !t.focusable)
}

/// All markers that can be seen.
pub(crate) fn markers(deqi: &Deqi) -> Vec<Thing> {
    let stage = stage(deqi).rect;
    let all = things(deqi).into_iter();
    all.filter(|t| t.role == Role::Button && !t.focusable && !t.disabled && stage.contains(t.rect.center())).collect()
}

/// The body on its stage.
pub(crate) fn stage(deqi: &Deqi) -> Thing {
    things(deqi).into_iter().find(|t| t.role == Role::Figure).expect("the body is shown")
}

/// Presses a control by mouse, scrolling to it first if need be.
pub(crate) fn press(deqi: &mut Deqi, name: &str) {
    let mut thing = control(deqi, name);
    if !thing.is_seen() {
        act(deqi, &thing, accesskit::Action::ScrollIntoView, None);
        thing = control(deqi, name);
    }
    assert!(thing.is_seen(), "{name} cannot be seen");
    click(deqi, thing.shown.center());
}

/// Clicks with the mouse.
pub(crate) fn click(deqi: &mut Deqi, at: Pos2) {
    deqi.hover_at(at);
    deqi.drag_at(at);
    deqi.event(released(at));
    deqi.step();
    deqi.remove_cursor();
    deqi.run();
}

/// Clicks on a point that can be seen.
pub(crate) fn touch_point(deqi: &mut Deqi, code: &str, side: Side) {
    let at = marker(deqi, code, side).unwrap_or_else(|| panic!("{code} cannot be seen")).rect.center();
    click(deqi, at);
}

/// Drags with the mouse in some frames and lets go.
pub(crate) fn drag(deqi: &mut Deqi, from: Pos2, by: Vec2, frames: usize) {
    deqi.hover_at(from);
    deqi.drag_at(from);
    for i in 1..=frames {
        deqi.hover_at(from + by * (i as f32 / frames as f32));
    }
    deqi.event(released(from + by));
    deqi.step();
}

fn released(pos: Pos2) -> Event {
    Event::PointerButton { pos, button: PointerButton::Primary, pressed: false, modifiers: Modifiers::NONE }
}

/// Presses a key with others held.
pub(crate) fn key(deqi: &mut Deqi, held: Modifiers, key: Key) {
    deqi.key_press_modifiers(held, key);
    deqi.run();
}

/// What a screen reader does to a node.
pub(crate) fn act(deqi: &mut Deqi, thing: &Thing, action: accesskit::Action, data: Option<ActionData>) {
    deqi.event(Event::AccessKitActionRequest(accesskit::ActionRequest {
        action,
        target_tree: TreeId::ROOT,
        target_node: thing.id,
        data,
    }));
    deqi.step();
    deqi.run();
}

/// One frame, so many seconds after the last one.
pub(crate) fn pass(deqi: &mut Deqi, seconds: f64) {
    let now = deqi.ctx.input(|i| i.time);
    deqi.input_mut().time = Some(now + seconds);
    deqi.step();
    deqi.input_mut().time = None;
}

/// What has the keyboard.
pub(crate) fn focused(deqi: &Deqi) -> Option<Thing> {
    things(deqi).into_iter().find(|t| t.focused)
}

/// Steps on with Tab until something has the keyboard.
pub(crate) fn tab_to(deqi: &mut Deqi, is: impl Fn(&Thing) -> bool) -> Thing {
    for _ in 0..120 {
        key(deqi, Modifiers::NONE, Key::Tab);
        if let Some(thing) = focused(deqi).filter(|t| is(t)) {
            return thing;
        }
    }
    panic!("Tab does not reach it")
}

/// The window, in points at the chosen text size.
pub(crate) fn window(deqi: &Deqi) -> Rect {
    deqi.ctx.content_rect()
}

/// Gives the window another size.
pub(crate) fn resize(deqi: &mut Deqi, (width, height): (f32, f32)) {
    let zoom = deqi.ctx.zoom_factor();
    deqi.set_size(vec2(width, height) / zoom);
    deqi.run_steps(2);
    deqi.run();
}

/// A text that was painted.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    pub(crate) text: String,
    /// Where its ink is.
    pub(crate) ink: Rect,
    /// The box it was laid out in.
    pub(crate) frame: Rect,
    /// Where it may be seen.
    pub(crate) clip: Rect,
    /// Whether some of it was left out for want of room.
    pub(crate) elided: bool,
}

/// Every text that was painted, icons too, in the order of painting.
pub(crate) fn words(deqi: &Deqi) -> Vec<Word> {
    words_in(&deqi.output().shapes)
}

/// Every text among these shapes.
pub(crate) fn words_in(shapes: &[ClippedShape]) -> Vec<Word> {
    fn gather(shape: &Shape, clip: Rect, into: &mut Vec<Word>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| gather(shape, clip, into)),
            Shape::Text(text) => into.push(word(text, clip)),
            _ => {}
        }
    }
    let mut words = Vec::new();
    for ClippedShape { clip_rect, shape, .. } in shapes {
        gather(shape, *clip_rect, &mut words);
    }
    words
}

fn word(text: &TextShape, clip: Rect) -> Word {
    Word {
        text: text.galley.job.text.clone(),
        ink: text.visual_bounding_rect(),
        frame: text.galley.rect.translate(text.pos.to_vec2()),
        clip,
        elided: text.galley.elided,
    }
}

/// A place in a rectangle by shares of its width and height.
pub(crate) fn within(rect: Rect, x: f32, y: f32) -> Pos2 {
    pos2(rect.left() + rect.width() * x, rect.top() + rect.height() * y)
}
