//! What is handed to whoever installs Deqi: the Debian package, the archive, installers for other systems.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// What stands in quotes in a part of a file.
fn quoted(text: &str) -> Vec<String> {
    text.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// A part of Cargo.toml, from its heading to the next.
fn part(heading: &str) -> String {
    let manifest = text("Cargo.toml");
    let (_, after) = manifest.split_once(&format!("\n[{heading}]\n")).unwrap();
    after.split("\n[").next().unwrap().to_owned()
}

/// The package for a computer of one's own.
fn debian() -> String {
    part("package.metadata.deb")
}

/// What a package takes, where to, and who may read it.
fn assets(of: &str) -> Vec<Vec<String>> {
    let (_, assets) = of.split_once("assets = [").unwrap();
    let rows: Vec<Vec<String>> = assets.lines().map(quoted).filter(|row| row.len() == 3).collect();
    assert!(rows.len() > 10, "{rows:?}");
    for row in &rows {
        assert!(row[0] == "target/release/deqi" || !meant(&row[0]).is_empty(), "{} is not there", row[0]);
    }
    rows
}

/// The files that a path with at most one `*` in its last part means.
fn meant(path: &str) -> Vec<PathBuf> {
    let path = root().join(path);
    let name = path.file_name().unwrap().to_str().unwrap().to_owned();
    let Some((head, tail)) = name.split_once('*') else { return path.exists().then_some(path).into_iter().collect() };
    let entries = fs::read_dir(path.parent().unwrap()).unwrap().map(|entry| entry.unwrap().path());
    entries
        .filter(|path| {
            path.file_name().and_then(|n| n.to_str()).is_some_and(|n| n.starts_with(head) && n.ends_with(tail))
        })
        .collect()
}

#[test]
fn everything_that_the_debian_package_takes_is_there() {
    let rows = assets(&debian());
    let goes = |to: &str| rows.iter().any(|row| row[1] == to);
    for licence in ["LICENSES.md", "LICENSE-MIT", "LICENSE-APACHE", "LICENSE-CC-BY-4.0", "assets/licences/licences.txt"]
    {
        assert!(rows.iter().any(|row| row[0] == licence && row[1] == "usr/share/doc/deqi/"), "{licence} goes along");
    }
    assert!(goes("usr/share/applications/") && goes("usr/share/metainfo/") && goes("usr/share/man/man1/"));
}

#[test]
fn the_kiosks_package_has_no_more_than_a_kiosk_may_and_starts_nothing_without_a_pin() {
    let kiosk = part("package.metadata.deb.variants.kiosk");
    for line in ["default-features = false", "features = [\"pdf\"]"] {
        assert!(kiosk.lines().any(|l| l == line), "{line}");
    }
    assert!(kiosk.contains("unit-scripts = \"packaging/kiosk\", enable = false, start = false"));
    // systemd's part of a package is found by the name of the package.
    assert!(kiosk.contains("name = \"deqi-kiosk\"") && root().join("packaging/kiosk/deqi-kiosk.service").exists());
    let rows = assets(&kiosk);
    for licence in ["LICENSES.md", "LICENSE-MIT", "LICENSE-APACHE", "LICENSE-CC-BY-4.0", "assets/licences/licences.txt"]
    {
        assert!(rows.iter().any(|row| row[0] == licence && row[1] == "usr/share/doc/deqi-kiosk/"), "{licence}");
    }
    // What a clinic may change, an update leaves alone.
    let (_, kept) = kiosk.split_once("conf-files = [").unwrap();
    let kept = quoted(kept.split(']').next().unwrap());
    for row in rows.iter().filter(|row| row[1].starts_with("etc/")) {
        let path = format!("/{}{}", row[1], row[0].rsplit('/').next().unwrap());
        assert!(kept.contains(&path), "{path}");
    }
    for script in ["postinst", "postrm"] {
        let script = text(&format!("packaging/linux/kiosk/{script}"));
        assert!(script.contains("\n#DEBHELPER#\n") && script.contains("\nset -e\n"), "{script}");
    }
    let version = env!("CARGO_PKG_VERSION");
    assert!(text("docs/kiosk.md").contains(&format!("apt-get install ./deqi-kiosk_{version}-1_amd64.deb")));
}

#[test]
fn every_library_that_ci_installs_for_the_window_comes_with_the_package() {
    let debian = debian();
    let (_, depends) = debian.split_once("depends = \"\"\"").unwrap();
    let depends = depends.split("\"\"\"").next().unwrap().replace('\\', "");
    let depends: BTreeSet<&str> = depends.split([',', '\n']).map(str::trim).filter(|name| !name.is_empty()).collect();
    let ci = text(".ci/run");
    let (_, packages) = ci.split_once("packages=(").unwrap();
    let packages = packages.split(')').next().unwrap().split_whitespace();
    // Drivers come by way of libgl1 and libegl1; Vulkan's is recommended.
    let libraries: Vec<&str> = packages.filter(|name| name.starts_with("lib") && !name.ends_with("-dri")).collect();
    assert!(libraries.len() >= 10, "{libraries:?}");
    for library in libraries {
        assert!(depends.contains(library), "{library} is missing in {depends:?}");
    }
}

#[test]
fn the_menu_starts_what_the_program_understands() {
    let entry = text("packaging/linux/deqi.desktop");
    let starts: Vec<&str> = entry.lines().filter_map(|line| line.strip_prefix("Exec=")).collect();
    assert_eq!(starts, ["deqi", "deqi --mode practice"]);
    // Wayland finds the entry by its name, X11 by this line; the window says the same in both.
    assert!(entry.contains("\nStartupWMClass=deqi\n"));
    assert!(text("src/app/start.rs").contains(".with_app_id(\"deqi\")"));
    let help = Command::new(env!("CARGO_BIN_EXE_deqi")).arg("--help").output().unwrap();
    assert!(String::from_utf8(help.stdout).unwrap().contains("practice"));
}

#[test]
fn the_manual_names_every_command_and_option() {
    let manual = text("packaging/linux/deqi.1").replace('\\', "");
    let help = Command::new(env!("CARGO_BIN_EXE_deqi")).arg("--help").output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    let (commands, options) = help.split_once("Options:").unwrap();
    let (_, commands) = commands.split_once("Commands:").unwrap();
    let commands = commands.lines().filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
    let options = options.split_whitespace().filter(|word| word.starts_with("--"));
    let all: Vec<&str> = commands.chain(options).filter(|word| !word.is_empty()).collect();
    assert!(all.len() > 12 && all.contains(&"kiosk") && all.contains(&"--renderer"), "{all:?}");
    for word in all {
        assert!(manual.contains(word), "{word} is not in the manual");
    }
}

#[test]
fn all_packages_have_the_version_of_the_program() {
    let version = env!("CARGO_PKG_VERSION");
    assert!(text("packaging/Packager.toml").contains(&format!("\nversion = \"{version}\"\n")));
    assert!(text("packaging/linux/deqi.metainfo.xml").contains(&format!("<release version=\"{version}\"")));
    assert!(text("packaging/linux/deqi.1").contains(&format!("\"Deqi {version}\"")));
    assert!(text("README.md").contains(&format!("sudo apt install ./deqi_{version}-1_amd64.deb")));
}

#[test]
fn everything_that_the_installers_take_is_there() {
    let packager = text("packaging/Packager.toml");
    let paths: BTreeSet<String> = quoted(&packager.lines().filter(|l| !l.starts_with('#')).collect::<String>())
        .into_iter()
        .filter(|path| path.contains('/') && !path.contains("target/release") && *path != "../dist")
        .collect();
    let from = root().join("packaging");
    let sources: Vec<&String> = paths.iter().filter(|p| p.starts_with("../") || p.starts_with("kiosk/")).collect();
    assert!(sources.len() > 12, "{sources:?}");
    for path in sources {
        assert!(from.join(path).exists(), "{path} is not there");
    }
}

#[test]
fn the_icon_is_there_in_every_size_and_light() {
    for size in [16u32, 22, 24, 32, 48, 64, 128, 256] {
        let path = root().join(format!("assets/app-icon/{size}.png"));
        let picture = image::open(&path).unwrap().into_rgba8();
        assert_eq!(picture.dimensions(), (size, size));
        assert!(fs::metadata(&path).unwrap().len() < 32_000, "{size} is light");
        // Corners let through what lies under them; the disc has its two halves.
        assert_eq!(picture.get_pixel(0, 0).0[3], 0, "{size}");
        let at = |share: f32| picture.get_pixel((size as f32 * share) as u32, (size as f32 * 0.28) as u32).0;
        let (left, right) = (at(0.42), at(0.57));
        assert!(left[0] > left[2] && right[2] > right[0], "{size}: {left:?} {right:?}");
    }
}
