//! Takes pictures of Deqi without a display: `cargo run --example pictures -- FOLDER [WORD …]`.
//!
//! It needs a Vulkan driver; Debian's `mesa-vulkan-drivers` draws in software. Words pick the pictures whose names hold one of them.

#![allow(clippy::expect_used, reason = "a tool for developers may stop with a message")]
#![allow(clippy::too_many_lines, reason = "a list of screens, one a line")]

#[path = "../../tests/suite/diary_weeks.rs"]
mod diary_weeks;
mod waiting_room;

use std::path::Path;

use deqi::app::{App, Keeper, Start};
use deqi::body::closeup::Closeup;
use deqi::body::part::BodyPart;
use deqi::body::views::NamedView;
use deqi::library::Library;
use deqi::mode::Mode;
use deqi::model::{Chapter, FigureId, PointCode, Side, SiteKey, SkinTone, SourceId};
use deqi::plan::{Edit, How, Ink, Sides, Skin, Stamp, Step};
use deqi::sim::qi::{Ask, Part};
use deqi::sim::{Clock, Experiment, Frequency, Handling, Method, Who};
use deqi::store::settings::{Motion, Settings, ThemeChoice};
use deqi::visit::{
    Account, Action, Aside, Detail, DiaryAsk, DiaryView, Grouping, Lens, Level, Loupe, NeedleAsk, PlanAsk, PlanNews,
    PlanTab, ReadAsk, Screen, Sheet, Shown, StoryAsk, Tool, Topic,
};
use eframe::egui::vec2;
use egui_kittest::Harness;

fn main() {
    let mut words = std::env::args().skip(1);
    let folder = words.next().unwrap_or_else(|| "pictures".to_owned());
    let only: Vec<String> = words.collect();
    let folder = Path::new(&folder);
    let library = Library::read(Vec::new());
    let point = |code: &str| Action::OpenPoint(PointCode(code.to_owned()));
    let site = |code: &str| SiteKey { code: PointCode(code.to_owned()), side: Side::Left, number: 1 };
    let story = |id: &str, step: usize| {
        let begin = std::iter::once(Action::Story(StoryAsk::Start(id.to_owned())));
        begin.chain((0..step).map(|_| Action::Story(StoryAsk::Forward))).collect::<Vec<_>>()
    };
    let screens: Vec<(&str, Vec<Action>)> = vec![
        ("welcome", vec![]),
        ("card", vec![point("BL23")]),
        ("more", vec![point("BL23"), Action::Tell(Level::More)]),
        ("gb30", vec![point("GB30")]),
        ("find", vec![Action::Open(Sheet::Find)]),
        ("asked", vec![Action::Ask("knee".to_owned())]),
        ("settings", vec![Action::Open(Sheet::Settings)]),
        ("screen", vec![Action::Open(Sheet::ScreenSize)]),
        ("warning", vec![Action::OpenPage("warning_signs".to_owned())]),
        ("about", vec![Action::OpenPage("about".to_owned())]),
        (
            "part",
            vec![Action::Open(Sheet::Part { part: "low_back".to_owned(), near: vec![site("BL25"), site("EX-B7")] })],
        ),
        ("choose", vec![Action::Open(Sheet::Choose(vec![site("EX-B6"), site("EX-B7")]))]),
        ("qi-meaning", vec![Action::Go(Screen::Qi)]),
        ("qi-hill", vec![Action::Go(Screen::Qi), Action::Qi(Ask::Page(1))]),
        ("qi-river", vec![Action::Go(Screen::Qi), Action::Qi(Ask::Page(2))]),
        ("qi-phases", vec![Action::Go(Screen::Qi), Action::Qi(Ask::Page(3)), Action::Tell(Level::More)]),
        ("qi-map", vec![Action::Go(Screen::Qi), Action::Qi(Ask::Page(4))]),
        ("qi-dammed", vec![Action::Go(Screen::Qi), Action::Qi(Ask::Show(Part::Flow))]),
        (
            "qi-half",
            vec![
                Action::Go(Screen::Qi),
                Action::Qi(Ask::Show(Part::Flow)),
                Action::Qi(Ask::PlaceBoth(Side::Right)),
                Action::Qi(Ask::Needle(Side::Left, 0)),
            ],
        ),
        (
            "qi-open",
            vec![
                Action::Go(Screen::Qi),
                Action::Qi(Ask::Show(Part::Flow)),
                Action::Qi(Ask::PlaceBoth(Side::Right)),
                Action::Qi(Ask::PlaceBoth(Side::Left)),
            ],
        ),
        ("qi-day", vec![Action::Go(Screen::Qi), Action::Qi(Ask::Show(Part::Day))]),
        (
            "qi-vessel",
            vec![Action::Go(Screen::Qi), Action::Qi(Ask::Show(Part::Day)), Action::Qi(Ask::Vessel("GV".to_owned()))],
        ),
        ("qi-body", vec![Action::Go(Screen::Qi), Action::Qi(Ask::BodyAlone(true))]),
        ("endo-start", vec![Action::Go(Screen::Endorphins)]),
        ("endo-turned", needle(&[NeedleAsk::Turn(Handling::Turned)], 4)),
        ("endo-naloxone", needle(&[NeedleAsk::Turn(Handling::Turned), NeedleAsk::Try(Experiment::BlockOpioids)], 4)),
        ("endo-mice", needle(&[NeedleAsk::Turn(Handling::Turned), NeedleAsk::In(Who::Mice)], 5)),
        ("endo-current", needle(&[NeedleAsk::By(Method::Electrical(Frequency::Alternating))], 3)),
        ("endo-gate", needle(&[NeedleAsk::Turn(Handling::Turned), large(Loupe::Gate)], 4)),
        ("endo-needle", needle(&[NeedleAsk::Turn(Handling::Turned), large(Loupe::Needle)], 4)),
        ("endo-brake", needle(&[NeedleAsk::In(Who::Mice), large(Loupe::Brake)], 4)),
        ("endo-course", needle(&[NeedleAsk::Tell(Clock::Course)], 10)),
        ("endo-course-studies", needle(&[NeedleAsk::Tell(Clock::Course), NeedleAsk::Open(Detail::Course)], 10)),
        ("told-glance", vec![Action::Go(Screen::Chapter(Chapter::Benefits))]),
        ("told-truth", told("truth")),
        ("told-less-pain", told("less-pain")),
        ("told-moving", told("moving-better")),
        ("told-lasting", told("lasting-effect")),
        ("told-drugs", told("fewer-drugs")),
        ("told-sure", told("how-sure")),
        ("told-needle", told("needle-or-visit")),
        ("told-guidelines", told("guidelines")),
        ("told-flags", told("red-flags")),
        ("told-harm", told("how-often-harm")),
        ("told-rare", told("rare-harm")),
        ("told-care", told("take-care")),
        ("told-happens", told("what-happens")),
        ("told-options", told("what-else-helps")),
        ("told-read", [told("at-a-glance"), vec![behind("V1", Aside::HowToRead)]].concat()),
        ("told-numbers", [told("at-a-glance"), vec![behind("V1", Aside::Numbers)]].concat()),
        ("told-sources", [told("less-pain"), vec![behind("less-pain", Aside::Sources)]].concat()),
        ("told-studies", vec![Action::Read(ReadAsk::Open(Chapter::Evidence, Topic::Studies))]),
        (
            "told-study",
            vec![
                Action::Read(ReadAsk::Open(Chapter::Evidence, Topic::Studies)),
                Action::Read(ReadAsk::Study(Some(SourceId("brinkhaus2006".to_owned())))),
            ],
        ),
        ("told-myths", vec![Action::Read(ReadAsk::Open(Chapter::Benefits, Topic::Myths))]),
        (
            "told-questions",
            vec![
                Action::Read(ReadAsk::Open(Chapter::Benefits, Topic::Questions)),
                Action::Read(ReadAsk::Answer("ask-chances".to_owned(), 0)),
            ],
        ),
        ("alone", vec![Action::CloseSheet]),
        ("channels", vec![Action::Open(Sheet::Channels), Action::ShowPoints(Shown::Channel("BL".to_owned()))]),
        ("parts", vec![Action::Open(Sheet::Parts), Action::ShowPoints(Shown::Part(BodyPart::Hand))]),
        ("all-points", vec![Action::ShowPoints(Shown::All)]),
        ("all-back", vec![Action::CloseSheet, Action::ShowPoints(Shown::All), Action::Look(NamedView::Back)]),
        ("all-front", vec![Action::CloseSheet, Action::ShowPoints(Shown::All), Action::Look(NamedView::Front)]),
        ("all-foot", vec![Action::CloseSheet, Action::ShowPoints(Shown::All), Action::Look(NamedView::Foot)]),
        ("face", vec![Action::ShowPoints(Shown::Part(BodyPart::Face)), Action::CloseSheet]),
        ("ear", vec![Action::ShowPoints(Shown::Part(BodyPart::Ear)), Action::CloseSheet]),
        ("glass-ear", vec![Action::ShowPoints(Shown::All), Action::Magnify(Some(Closeup::Ear))]),
        ("glass-back", vec![Action::CloseSheet, Action::Magnify(Some(Closeup::BackOfHand))]),
        ("glass-palm", vec![point("PC8"), Action::Magnify(Some(Closeup::Palm))]),
        ("glass-foot", vec![Action::Magnify(Some(Closeup::TopOfFoot))]),
        ("glass-sole", vec![Action::Magnify(Some(Closeup::Sole))]),
        ("extra", vec![Action::ShowPoints(Shown::Extra), Action::Look(NamedView::Back)]),
        ("by-part", vec![Action::Open(Sheet::Find), Action::Group(Grouping::Part)]),
        ("lens-tradition", vec![point("BL23"), Action::See(Lens::Tradition)]),
        ("lens-body", vec![point("BL23"), Action::See(Lens::Body)]),
        ("lens-front", vec![Action::CloseSheet, Action::Look(NamedView::Front), Action::See(Lens::Body)]),
        ("lens-parted", vec![point("BL23"), Action::See(Lens::Parted)]),
        ("lens-all-parted", vec![Action::CloseSheet, Action::See(Lens::Parted), Action::Part(0.4)]),
        ("licences", vec![Action::Go(Screen::Licences(None))]),
        ("licence-words", vec![Action::Go(Screen::Licences(Some(0)))]),
        ("take-away", vec![Action::Go(Screen::TakeAway)]),
        (
            "take-questions",
            vec![
                Action::Read(ReadAsk::Tick("questions".to_owned(), 0)),
                Action::Read(ReadAsk::Tick("questions".to_owned(), 3)),
                Action::Read(ReadAsk::Tick("take-care".to_owned(), 0)),
                Action::Go(Screen::TakeAway),
            ],
        ),
        ("stories", vec![Action::Go(Screen::Stories)]),
        ("story-expect", story("low-back-pain", 5)),
        ("story-course", story("low-back-pain", 2)),
        ("story-counted", story("low-back-pain", 7)),
        ("story-harm", story("low-back-pain", 9)),
        ("story-rare", story("low-back-pain", 10)),
        ("story-pretend", story("needle", 11)),
        ("story-signs", story("low-back-pain", 0)),
        ("story-qi", story("what-qi-means", 7)),
        ("story-channels", story("what-qi-means", 4)),
        ("story-needle", story("needle", 4)),
        ("story-mice", story("needle", 9)),
        ("lens-sure", vec![Action::Open(Sheet::HowSure(PointCode("ST36".to_owned()), Account::Body))]),
        ("diary-empty", diary_weeks::empty()),
        ("diary-weeks", diary_weeks::weeks()),
        ("diary-table", [diary_weeks::weeks(), vec![Action::Diary(DiaryAsk::Table(true))]].concat()),
        (
            "diary-signs",
            [diary_weeks::empty(), vec![Action::Diary(DiaryAsk::Write(diary_weeks::day("2026-11-25")))]].concat(),
        ),
        ("diary-entry", [diary_weeks::weeks(), vec![Action::Diary(DiaryAsk::Edit(12))]].concat()),
        (
            "diary-files",
            [
                diary_weeks::weeks(),
                vec![Action::Diary(DiaryAsk::Show(DiaryView::Keeping)), Action::Diary(DiaryAsk::AskErase(Some(true)))],
            ]
            .concat(),
        ),
        ("back", vec![Action::CloseSheet, Action::Look(NamedView::Back)]),
        ("front", vec![Action::CloseSheet, Action::Look(NamedView::Front)]),
        ("left", vec![Action::CloseSheet, Action::Look(NamedView::Left)]),
        ("head", vec![Action::CloseSheet, Action::Look(NamedView::Head)]),
        ("hand", vec![Action::CloseSheet, Action::Look(NamedView::Hand)]),
        ("foot", vec![Action::CloseSheet, Action::Look(NamedView::Foot)]),
    ];
    waiting_room::kiosk(&library, &screens, folder, &only);
    let plans = plans(&library);
    let screens: Vec<(&str, Vec<Action>)> = screens.into_iter().chain(plans).collect();
    let mut sizes = vec![(1280.0, 800.0), (1920.0, 1080.0), (1080.0, 1920.0), (800.0, 600.0)];
    // Other sizes are drawn where a word asks for them, such as `card-1024x768`.
    sizes.extend(only.iter().filter_map(|word| size_in(word)).filter(|size| !sizes.contains(size)).collect::<Vec<_>>());
    let themes = [("light", ThemeChoice::Light), ("dark", ThemeChoice::Dark), ("contrast", ThemeChoice::Contrast)];
    for (width, height) in sizes {
        let name = format!("apology-{width}x{height}");
        if only.is_empty() || only.iter().any(|word| name.contains(word)) {
            waiting_room::apology((width, height), &folder.join(format!("{name}.png")));
        }
        for (theme_name, theme) in themes {
            // Sizes between are drawn where a word asks for them.
            let asked =
                |size: u16| size.is_multiple_of(100) || only.iter().any(|word| word.contains(&format!("-{size}")));
            for text_size in [100u16, 125, 150, 175, 200].into_iter().filter(|size| asked(*size)) {
                let settings = Settings { theme, text_size, motion: Motion::Reduced, ..Settings::default() };
                waiting_room::staff(&library, &settings, (width, height), |name| {
                    let name = format!("{name}-{width}x{height}-{theme_name}-{text_size}");
                    let wanted = only.is_empty() || only.iter().any(|word| name.contains(word));
                    wanted.then(|| folder.join(format!("{name}.png")))
                });
                for (i, figure) in FigureId::ALL.into_iter().enumerate() {
                    for (screen, actions) in &screens {
                        let name = format!("{screen}-{width}x{height}-{theme_name}-{text_size}-{}", figure.as_str());
                        if !only.is_empty() && !only.iter().any(|word| name.contains(word)) {
                            continue;
                        }
                        let settings = Settings {
                            theme,
                            text_size,
                            figure,
                            skin: SkinTone(if i == 0 { 1 } else { 2 }),
                            motion: Motion::Reduced,
                            ..Settings::default()
                        };
                        let mode = if screen.starts_with("plan-") { Mode::Practice } else { Mode::Home };
                        let to = folder.join(format!("{name}.png"));
                        picture(&library, settings, mode, actions, (width, height), &to);
                    }
                }
            }
        }
    }
}

/// The size of a window that a word names.
fn size_in(word: &str) -> Option<(f32, f32)> {
    let size = |part: &str| part.split_once('x').and_then(|(w, h)| Some((w.parse().ok()?, h.parse().ok()?)));
    word.split('-').find_map(size)
}

/// The program after what was asked for.
fn ready(ctx: &eframe::egui::Context, start: Start, actions: &[Action]) -> App {
    let mut app = App::new(ctx, start).expect("the built-in themes are sound");
    app.load_now();
    app.stop_the_clock(16.17);
    for action in actions {
        app.ask(action.clone());
    }
    app
}

fn save<A>(harness: &mut Harness<'_, A>, to: &Path) {
    match harness.render() {
        Ok(image) => image.save(to).expect("the folder can be written"),
        Err(error) => eprintln!("no picture of {}: {error}", to.display()),
    }
}

/// Plans, from the empty sheet to the presentation.
fn plans(library: &Library) -> Vec<(&'static str, Vec<Action>)> {
    let ask = Action::Plan;
    let open = |asks: Vec<PlanAsk>| {
        let begin = [Action::Go(Screen::Plan), ask(PlanAsk::Start("leg".to_owned()))];
        begin.into_iter().chain(asks.into_iter().map(ask)).collect::<Vec<_>>()
    };
    let figure = library.figure(FigureId::Neutral).expect("the figure is sound");
    let at = |code: &str| {
        let marker = figure.markers.iter().find(|m| m.key.code.as_str() == code).expect("the point is placed");
        Skin { at: marker.position.to_array(), out: marker.normal.to_array() }
    };
    let pen = |ink, codes: &[&str]| {
        let strokes = codes.iter().map(|code| PlanAsk::PenAt(FigureId::Neutral, at(code)));
        std::iter::once(PlanAsk::Take(Tool::Pen(ink))).chain(strokes).chain([PlanAsk::PenUp]).collect::<Vec<_>>()
    };
    let put = |tool, code: &str| vec![PlanAsk::Take(tool), PlanAsk::Put(FigureId::Neutral, at(code))];
    let drawn = [
        vec![PlanAsk::Show(PlanTab::Draw)],
        pen(Ink::Pain, &["BL22", "BL23", "BL24", "BL25", "BL26"]),
        pen(Ink::Tradition, &["BL52", "BL53", "BL54"]),
        pen(Ink::Body, &["GV5", "GV4", "GV3"]),
        put(Tool::Stamp(Stamp::Pain), "BL25"),
        put(Tool::Stamp(Stamp::Heat), "BL52"),
    ]
    .concat();
    let lit = [drawn.clone(), put(Tool::Light, "BL25")].concat();
    let how = |how| {
        let step = Step { how, ..Step::new(PointCode("BL25".to_owned()), Sides::Left) };
        vec![
            PlanAsk::Edit(Edit::Change(0, Step { note: "Warm and slow.".to_owned(), ..step })),
            PlanAsk::OpenStep(Some(0)),
        ]
    };
    let problem = "monday.ron:6:9: error: there is no point `BL233` (hint: did you mean `BL23`?)".to_owned();
    let kept = vec![
        PlanAsk::Edit(Edit::Rename("Monday, low back and leg".to_owned())),
        PlanAsk::Show(PlanTab::Kept),
        PlanAsk::Told(PlanNews::Opened("monday.ron".to_owned(), vec![problem])),
    ];
    vec![
        ("plan-empty", vec![Action::Go(Screen::Plan)]),
        ("plan-points", open(vec![])),
        ("plan-step", open(how(How::Heat))),
        ("plan-seek", open(vec![PlanAsk::Seek("knee".to_owned())])),
        ("plan-drawn", open(drawn)),
        ("plan-lit", open(lit)),
        ("plan-kept", open(kept)),
        ("plan-glance", open(vec![PlanAsk::Present(Some(0))])),
        ("plan-present", open(vec![PlanAsk::Present(Some(2))])),
        ("plan-window", open(vec![PlanAsk::Present(Some(1)), PlanAsk::PatientWindow(true)])),
        ("plan-alone", [open(vec![]), vec![Action::CloseSheet]].concat()),
        ("plan-card", vec![Action::OpenPoint(PointCode("GB34".to_owned()))]),
    ]
}

/// The endorphin panel with the needle in, after some steps.
fn needle(asks: &[NeedleAsk], steps: usize) -> Vec<Action> {
    let first = [Action::Go(Screen::Endorphins), Action::Needle(NeedleAsk::PutIn)];
    let asked = asks.iter().cloned().map(Action::Needle);
    first.into_iter().chain(asked).chain(std::iter::repeat_n(Action::Needle(NeedleAsk::StepOn), steps)).collect()
}

/// A panel of benefits, evidence, safety or the visit.
fn told(panel: &str) -> Vec<Action> {
    vec![Action::Read(ReadAsk::Find(panel.to_owned()))]
}

/// What is one tap behind a chart or a panel.
fn behind(id: &str, aside: Aside) -> Action {
    Action::Read(ReadAsk::Aside(Some((id.to_owned(), aside))))
}

/// A loupe seen large.
fn large(loupe: Loupe) -> NeedleAsk {
    NeedleAsk::Open(Detail::Loupe(loupe))
}

fn picture(
    library: &Library,
    settings: Settings,
    mode: Mode,
    actions: &[Action],
    (width, height): (f32, f32),
    to: &Path,
) {
    let start = Start { mode, ..Start::with(library.clone(), settings) };
    // The diary of the pictures is gone after them.
    let kept = tempfile::tempdir().expect("there is room for a small file");
    // A window of this size scales everything, as the real one does by itself.
    let scale = if width.max(height) >= 1900.0 { 1.25 } else { 1.0 };
    let zoom = scale * f32::from(start.settings.text_size) / 100.0;
    let builder = Harness::builder().with_size(vec2(width, height) / zoom).with_pixels_per_point(scale);
    let mut harness = builder.wgpu().build_eframe(|cc| {
        let mut app = ready(&cc.egui_ctx, start, &[]);
        app.keep_diary(Keeper::new(Some(kept.path().join("diary.sqlite")), Some(kept.path().join("documents"))));
        for action in actions {
            app.ask(action.clone());
        }
        app
    });
    harness.run_steps(4);
    save(&mut harness, to);
}
