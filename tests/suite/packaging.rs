//! What is handed to whoever puts Deqi on a screen: the unit, the set-up, the page of last resort.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use deqi::app::{Plain, Pulse};
use deqi::i18n::Tr;
use deqi::store::kiosk::Kiosk;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Pos2, Rect, Shape, ViewportCommand, ViewportId, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT as _;

fn packaging() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("packaging/kiosk")
}

fn unit() -> String {
    fs::read_to_string(packaging().join("deqi-kiosk.service")).unwrap()
}

/// The values of a key of the unit.
fn values(key: &str) -> Vec<String> {
    unit().lines().filter_map(|line| line.strip_prefix(&format!("{key}="))).map(str::to_owned).collect()
}

#[test]
fn the_unit_starts_what_the_program_understands() {
    let start = values("ExecStart");
    let (cage, deqi) = start[0].split_once(" -- ").unwrap();
    assert_eq!(cage, "/usr/bin/cage", "no switch that lets a key lead to another console");
    let mut words = deqi.split(' ');
    assert_eq!((words.next(), words.next()), (Some("/opt/deqi/deqi"), Some("kiosk")));
    let help = Command::new(env!("CARGO_BIN_EXE_deqi")).args(["kiosk", "--help"]).output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    for option in words.filter(|word| word.starts_with("--")) {
        assert!(help.contains(option), "{option} is not in: {help}");
    }
    assert!(!help.contains("--app"), "what is for tests is not offered");
}

#[test]
fn the_unit_restarts_for_ever_and_listens_to_the_supervisor() {
    for (key, wanted) in [
        ("Type", "notify"),
        ("NotifyAccess", "all"),
        ("Restart", "always"),
        ("StartLimitIntervalSec", "0"),
        ("StandardInput", "tty-force"),
        ("Conflicts", "getty@tty1.service"),
        ("ProtectSystem", "strict"),
        ("NoNewPrivileges", "yes"),
        ("LimitCORE", "0"),
        ("RuntimeDirectoryPreserve", "restart"),
    ] {
        assert_eq!(values(key), [wanted], "{key}");
    }
    // It tells every five seconds.
    assert!(values("WatchdogSec")[0].parse::<u32>().unwrap() >= 15);
    assert!(values("ExecStopPost")[0].contains("^deqi_kiosk_left 1"), "staff who leave get the console");
}

/// The compositor's socket lies in `/run/user`, which `ProtectHome` hides with the homes, and no other line opens again.
#[test]
fn homes_are_hidden_and_the_compositor_keeps_its_folder() {
    assert_eq!(values("ProtectHome"), [""; 0]);
    let hidden = values("InaccessiblePaths").join(" ");
    assert_eq!(hidden, "-/home -/root");
    assert_eq!(values("ReadWritePaths"), ["/run/user"]);
    // What says that staff left is gone before the next start, though the folder stays.
    assert!(values("ExecStartPre")[0].ends_with("/bin/rm -f /run/deqi/deqi.prom"), "{:?}", values("ExecStartPre"));
}

#[test]
fn systemd_understands_the_unit() {
    let output = Command::new("bash").arg(packaging().join("verify")).output();
    match output {
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stdout);
            eprintln!("{said}");
            assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
            assert!(said.contains("understands it") || said.contains("SKIPPED"), "{said}");
        }
        Err(error) => eprintln!("SKIPPED: there is no bash to run packaging/kiosk/verify: {error}"),
    }
}

#[test]
fn the_set_up_that_is_handed_out_is_sound() {
    let (kiosk, notes) = Kiosk::load(&packaging().join("kiosk.ron"));
    assert!(notes.is_empty(), "{notes:?}");
    assert_eq!(kiosk, Kiosk::default(), "it changes nothing until somebody does");
    let text = fs::read_to_string(packaging().join("kiosk.ron")).unwrap();
    for key in ["pin", "idle_seconds", "languages", "points_per_mm", "pack", "printer"] {
        assert!(text.contains(&format!("\n    {key}: ")), "{key} is not explained");
    }
}

fn last_resort(size: (f32, f32)) -> Harness<'static, Plain> {
    let builder = Harness::builder().with_size(vec2(size.0, size.1));
    let mut page = builder.build_eframe(|cc| Plain::new(&cc.egui_ctx, Tr::english(), Pulse::default()).unwrap());
    // A harness tells no program how large its window is.
    for _ in 0..3 {
        let points = vec2(size.0, size.1) / page.ctx.zoom_factor();
        for viewport in page.input_mut().viewports.values_mut() {
            viewport.inner_rect = Some(Rect::from_min_size(Pos2::ZERO, points));
        }
        page.set_size(points);
        page.run_steps(2);
    }
    page
}

#[test]
fn the_page_of_last_resort_is_read_from_afar() {
    for (size, least) in [((1920.0, 1080.0), 33.0), ((1080.0, 1920.0), 33.0), ((3840.0, 2160.0), 66.0)] {
        let page = last_resort(size);
        let shapes = page.output().shapes.iter().map(|shape| &shape.shape);
        let letters = shapes.filter_map(|shape| if let Shape::Text(text) = shape { Some(text) } else { None });
        let sizes = letters.flat_map(|text| text.galley.job.sections.iter().map(|section| section.format.font_id.size));
        let smallest = sizes.fold(f32::INFINITY, f32::min) * page.ctx.zoom_factor();
        assert!(smallest >= least, "on {size:?} letters have {smallest} pixels");
    }
}

#[test]
fn the_page_of_last_resort_asks_to_tell_staff_at_every_size() {
    for size in [(1280.0, 800.0), (1920.0, 1080.0), (1080.0, 1920.0), (800.0, 600.0), (640.0, 480.0)] {
        let mut page = last_resort(size);
        page.run_steps(3);
        let nodes: Vec<(Role, String)> = page
            .root()
            .children_recursive()
            .map(|node| node.accesskit_node())
            .map(|node| (node.role(), node.label().or_else(|| node.value()).unwrap_or_default()))
            .collect();
        assert!(nodes.contains(&(Role::Heading, "Please tell the staff".to_owned())), "{nodes:?}");
        assert!(nodes.iter().any(|(_, said)| said.contains("You did nothing wrong")), "{nodes:?}");
        let screen = page.ctx.content_rect();
        for shape in &page.output().shapes {
            let ink = shape.shape.visual_bounding_rect();
            assert!(!ink.is_finite() || screen.expand(1.0).contains_rect(ink), "{size:?}: something is cut off");
        }
    }
}

#[test]
fn nobody_closes_the_page_of_last_resort() {
    let mut page = last_resort((1280.0, 800.0));
    page.run_steps(2);
    for key in [Key::Q, Key::W, Key::F4, Key::Escape] {
        for held in [Modifiers::NONE, Modifiers::COMMAND, Modifiers::ALT] {
            page.key_press_modifiers(held, key);
            page.step();
            let commands = &page.output().viewport_output[&ViewportId::ROOT].commands;
            assert!(!commands.contains(&ViewportCommand::Close), "{held:?} {key:?}");
        }
    }
}

/// What Deqi opens at run time under Wayland is not there by itself: cage brings no `libwayland-egl1`.
#[test]
fn the_installer_is_told_every_library_that_a_window_opens() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |file: &str| fs::read_to_string(root.join(file)).unwrap();
    let (manifest, guide) = (read("Cargo.toml"), read("docs/kiosk.md"));
    let depends = manifest.split("depends = \"\"\"").nth(1).and_then(|rest| rest.split("\"\"\"").next()).unwrap();
    let needed = depends.split(',').map(|name| name.trim().trim_start_matches('\\').trim());
    let needed: Vec<&str> = needed
        .filter(|name| {
            name.starts_with("lib") && !name.contains("x11") && !name.contains("libx") || *name == "libxkbcommon0"
        })
        .collect();
    assert!(needed.contains(&"libwayland-egl1") && needed.contains(&"libegl1"), "{needed:?}");
    let install = guide.split("apt-get install cage ").nth(1).and_then(|rest| rest.split("\nadduser").next()).unwrap();
    let kiosk = manifest.split("[package.metadata.deb.variants.kiosk]").nth(1).unwrap();
    let kiosk = kiosk.split("\ndepends = \"\"\"").nth(1).and_then(|rest| rest.split("\"\"\"").next()).unwrap();
    for name in needed.into_iter().chain(["xwayland", "libpam-systemd", "procps"]) {
        assert!(install.split_whitespace().any(|word| word == name), "{name} is not in: {install}");
        assert!(kiosk.split([',', '\n']).any(|word| word.trim() == name), "{name} is not in: {kiosk}");
    }
}
