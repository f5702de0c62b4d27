//! The supervisor with real children: programs that crash, hang, start slowly, refuse to end. They are small shell
//! scripts, so nothing for tests is in the program.
#![cfg(unix)]

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::net::UnixDatagram;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use deqi::store::run_dir::RunDir;
use deqi::supervisor::policy::{Level, Limits};
use deqi::supervisor::{Keeper, Kept, keep};

/// Limits that let a test end soon, and still leave a busy computer room.
fn short() -> Limits {
    Limits {
        hang: Duration::from_secs(2),
        start: Duration::from_secs(20),
        end: Duration::from_secs(2),
        pause: Duration::from_millis(5),
        long_pause: Duration::from_millis(60),
        calm: Duration::from_hours(1),
        ..Limits::default()
    }
}

/// A folder with a script that is told its level, and where it may count its lives.
struct Kiosk {
    folder: tempfile::TempDir,
    limits: Limits,
}

impl Kiosk {
    /// The script finds its life's number in `$life`, from 1.
    fn new(script: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let head = "#!/bin/sh\ncd \"$(dirname \"$0\")\" && echo x >>lives && life=$(wc -l <lives)\n";
        write_script(&folder.path().join("app"), &format!("{head}{script}\n"));
        Self { folder, limits: short() }
    }

    fn app(&self) -> PathBuf {
        self.folder.path().join("app")
    }

    /// Runs until the script ends with 0, or until it made a file `stop`.
    fn keep(&self) -> (Kept, String) {
        let stop = Arc::new(AtomicBool::new(false));
        let (flag, file) = (Arc::clone(&stop), self.folder.path().join("stop"));
        let watch = thread::spawn(move || {
            for _ in 0..6000 {
                if file.exists() || flag.load(Ordering::Relaxed) {
                    break;
                }
                thread::sleep(Duration::from_millis(10));
            }
            flag.store(true, Ordering::Relaxed);
        });
        let mut log = Vec::new();
        let app = self.app();
        let command = |level: Level| {
            let mut command = Command::new(&app);
            command.arg(format!("{level:?}"));
            command
        };
        let run_dir = Some(RunDir::new(self.folder.path().to_owned()));
        let kept = keep(
            &Keeper { command: &command, limits: self.limits, run_dir, stop: Arc::clone(&stop), notify: None },
            &mut log,
        );
        stop.store(true, Ordering::Relaxed);
        watch.join().unwrap();
        (kept, String::from_utf8(log).unwrap())
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.folder.path().join(file)).unwrap_or_default()
    }

    fn metric(&self, name: &str) -> u64 {
        let text = self.read("deqi.prom");
        let value = text.lines().find_map(|line| line.strip_prefix(&format!("deqi_kiosk_{name} ")));
        value.unwrap_or_else(|| panic!("no {name} in {text}")).parse().unwrap()
    }
}

fn write_script(path: &Path, text: &str) {
    fs::write(path, text).unwrap();
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn what_crashes_is_started_again_and_its_crashes_are_recorded() {
    let kiosk = Kiosk::new("echo idle; [ $life -ge 3 ] && exit 0; [ $life = 2 ] && kill -SEGV $$; exit 70");
    let (kept, log) = kiosk.keep();
    assert!(kept.left, "{log}");
    assert_eq!((kept.counts.crashes, kept.counts.restarts, kept.counts.hangs), (2, 2, 0), "{log}");
    assert!(log.contains("signal: 11") && log.contains("exit status: 70"), "{log}");
    let record = kiosk.read("crash.txt");
    assert_eq!(record.matches("supervisor: crash").count(), 2, "{record}");
    assert_eq!((kiosk.metric("crashes_total"), kiosk.metric("restarts_total"), kiosk.metric("left")), (2, 2, 1));
}

#[test]
fn what_hangs_is_ended_and_started_again() {
    let kiosk = Kiosk::new("echo idle; [ $life -ge 2 ] && exit 0; trap '' TERM; exec sleep 600");
    let (kept, log) = kiosk.keep();
    assert!(kept.left, "{log}");
    assert_eq!((kept.counts.hangs, kept.counts.crashes), (1, 1), "{log}");
    assert!(kiosk.read("crash.txt").contains("hung"));
}

#[test]
fn wrong_pins_are_remembered_over_a_crash_and_forgotten_after_a_right_one() {
    let kiosk = Kiosk::new(
        "echo $* >>told; echo idle; case $life in 1) echo wrong-pins 1; echo wrong-pins 4; exit 70;; \
         2) exit 70;; 3) echo wrong-pins 0; exit 75;; *) exit 0;; esac",
    );
    let (kept, log) = kiosk.keep();
    assert!(kept.left, "{log}");
    let told = kiosk.read("told");
    let wrong: Vec<Option<&str>> = told.lines().map(|line| line.split(" --wrong-pins ").nth(1)).collect();
    assert_eq!(wrong, [None, Some("4"), Some("4"), None], "{log}");
}

#[test]
fn what_starts_slowly_is_waited_for() {
    // Longer than a hang may last.
    let kiosk = Kiosk::new("sleep 3; echo idle; exit 0");
    let (kept, log) = kiosk.keep();
    assert!(kept.left, "{log}");
    assert_eq!((kept.counts.restarts, kept.counts.crashes), (0, 0), "{log}");
}

#[test]
fn crash_upon_crash_ends_at_the_plain_page() {
    let kiosk = Kiosk::new("echo $1 >>levels; [ $1 = Plain ] && { echo idle; touch stop; read _; exit 0; }; exit 1");
    let (kept, log) = kiosk.keep();
    assert_eq!((kept.level, kept.left), (Level::Plain, false), "{log}");
    assert_eq!(kiosk.read("levels"), "Normal\nNormal\nNormal\nSafe\nSafe\nSafe\nPlain\n");
    assert_eq!(kept.counts.crashes, 6, "{log}");
    assert_eq!(kiosk.metric("level"), 2);
}

#[test]
fn where_nothing_stays_up_it_goes_on_trying() {
    let kiosk = Kiosk::new("[ $life -ge 12 ] && touch stop; exit 1");
    let (kept, log) = kiosk.keep();
    assert!(kept.counts.crashes >= 11 && kept.level == Level::Plain, "{log}");
}

#[test]
fn a_program_that_is_not_there_is_tried_again() {
    let kiosk = Kiosk::new("exit 0");
    let (app, away) = (kiosk.app(), kiosk.folder.path().join("away"));
    fs::rename(&app, &away).unwrap();
    let back = thread::spawn(move || {
        thread::sleep(Duration::from_millis(200));
        fs::rename(away, app).unwrap();
    });
    let (kept, log) = kiosk.keep();
    back.join().unwrap();
    assert!(kept.left && kept.counts.crashes > 0 && log.contains("cannot be started"), "{log}");
}

#[test]
fn one_that_will_not_end_is_made_to() {
    let kiosk = Kiosk::new("echo idle; trap '' TERM; touch stop; while :; do echo idle; sleep 0.2; done");
    let (kept, log) = kiosk.keep();
    assert!(!kept.left, "{log}");
    assert_eq!((kept.counts.crashes, kept.counts.hangs), (0, 0), "{log}");
}

#[test]
fn without_a_screen_it_goes_on_looking_for_one() {
    let mut kiosk = Kiosk::new("echo $1 >>levels; [ $life -ge 12 ] && { echo idle; exit 0; }; exit 69");
    kiosk.limits.no_screen = Duration::from_millis(5);
    let (kept, log) = kiosk.keep();
    assert!(kept.left, "{log}");
    assert_eq!((kept.level, kept.counts.crashes, kept.counts.restarts), (Level::Normal, 0, 11), "{log}");
    assert_eq!(log.matches("there is no screen").count(), 1, "it says so once: {log}");
    assert_eq!(kiosk.read("crash.txt"), "");
}

/// The real program, whose screen is not there.
#[cfg(target_os = "linux")]
#[test]
fn the_program_tells_its_supervisor_that_there_is_no_screen() {
    let window = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_deqi"));
        command.args(args).env("DISPLAY", ":9731").env_remove("WAYLAND_DISPLAY").env_remove("WAYLAND_SOCKET");
        let mut window = command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        // While this is open, somebody supervises it.
        let lifeline = window.stdin.take();
        let code = window.wait().unwrap().code();
        drop(lifeline);
        code
    };
    assert_eq!(window(&["--mode", "kiosk", "--supervised"]), Some(69));
    assert_eq!(window(&["--mode", "kiosk", "--supervised", "--plain"]), Some(69));
    assert_eq!(window(&[]), Some(2), "nobody supervises a window of one's own");
}

#[test]
fn staff_may_ask_for_a_new_start() {
    let kiosk = Kiosk::new("echo idle; [ $life -ge 3 ] && exit 0; exit 75");
    let (kept, log) = kiosk.keep();
    assert_eq!((kept.counts.restarts, kept.counts.crashes), (2, 0), "{log}");
    assert_eq!(kiosk.read("crash.txt"), "");
}

#[test]
fn visits_are_counted_and_noise_is_not() {
    let noise = "printf 'idle\\nvisit\\nfoo\\n\\0\\377\\n'; head -c 300000 /dev/zero; echo; echo visit; exit 0";
    let kiosk = Kiosk::new(noise);
    let (kept, log) = kiosk.keep();
    assert_eq!(kept.counts.visits, 2, "{log}");
    assert_eq!((kiosk.metric("visits_total"), kiosk.metric("visits_today")), (2, 2));
}

#[test]
fn what_grows_too_large_is_renewed_while_nobody_is_there() {
    let mut kiosk = Kiosk::new("echo idle; [ $life -ge 2 ] && exit 0; while read -r _; do :; done; exit 0");
    // Any shell is larger than a byte.
    kiosk.limits.most_memory = 1;
    kiosk.limits.calm = Duration::from_millis(200);
    // It says nothing until it is looked at again.
    kiosk.limits.hang = Duration::from_secs(20);
    let (kept, log) = kiosk.keep();
    if cfg!(target_os = "linux") {
        assert!(kept.counts.crashes == 0 && kept.counts.restarts >= 1, "{log}");
    }
}

#[test]
fn a_disk_that_cannot_be_written_stops_nothing() {
    let kiosk = Kiosk::new("echo idle; [ $life -ge 3 ] && exit 0; exit 70");
    let mut log = Vec::new();
    let app = kiosk.app();
    let keeper = Keeper {
        command: &|_| Command::new(&app),
        limits: short(),
        run_dir: Some(RunDir::new("/nowhere/at/all".into())),
        stop: Arc::default(),
        notify: Some("/nowhere/at/all/socket".to_owned()),
    };
    let kept = keep(&keeper, &mut log);
    let log = String::from_utf8(log).unwrap();
    assert!(kept.left && kept.counts.crashes == 2, "{log}");
    assert_eq!(log.matches("cannot be written").count(), 1, "it says so once: {log}");
}

/// The real `deqi kiosk` over a script.
struct Real {
    supervisor: Child,
    said: BufReader<std::process::ChildStderr>,
}

impl Real {
    fn start(kiosk: &Kiosk, more: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_deqi"));
        command.args(["kiosk", "--app"]).arg(kiosk.app()).args(more);
        Self::over(kiosk, command)
    }

    fn over(kiosk: &Kiosk, mut command: Command) -> Self {
        command.env_remove("HOME");
        let notify = kiosk.folder.path().join("notify");
        if notify.exists() {
            command.env("NOTIFY_SOCKET", notify);
        }
        let mut supervisor = command.stdin(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let said = BufReader::new(supervisor.stderr.take().unwrap());
        Self { supervisor, said }
    }

    /// Reads what it says until it has said this.
    fn wait_for(&mut self, words: &str) {
        let mut all = String::new();
        while !all.contains(words) {
            assert!(self.said.read_line(&mut all).unwrap() > 0, "it ended without “{words}”: {all}");
        }
    }

    fn signal(&self, name: &str) {
        let status = Command::new("kill").args([name, &self.supervisor.id().to_string()]).status().unwrap();
        assert!(status.success());
    }

    fn end(mut self) -> ExitStatus {
        self.supervisor.wait().unwrap()
    }
}

#[test]
fn sigterm_ends_the_supervisor_and_the_program() {
    let kiosk = Kiosk::new("echo idle; while read -r _; do :; done; echo over >over; exit 0");
    let mut real = Real::start(&kiosk, &[]);
    real.wait_for("is up");
    real.signal("-TERM");
    real.wait_for("deqi kiosk: ended");
    assert_eq!(real.end().code(), Some(0));
    assert_eq!(kiosk.read("over"), "over\n", "the program was asked to end and did");
}

#[test]
fn the_program_ends_with_a_supervisor_that_is_killed() {
    let kiosk = Kiosk::new("echo idle; while read -r _; do :; done; echo over >over");
    let mut real = Real::start(&kiosk, &[]);
    real.wait_for("is up");
    real.signal("-KILL");
    assert_eq!(real.end().code(), None);
    while kiosk.read("over").is_empty() {
        thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn the_program_is_told_how_to_run_and_its_code_is_understood() {
    let kiosk = Kiosk::new("echo \"$@\" >>told; echo idle; [ $life -ge 7 ] && exit 0; exit 70");
    let run = kiosk.folder.path().to_str().unwrap();
    let mut real = Real::start(&kiosk, &["--run-dir", run, "--pack", "own", "--renderer", "wgpu", "--figure", "man"]);
    real.wait_for("staff left");
    assert_eq!(real.end().code(), Some(0));
    let told = kiosk.read("told");
    let lines: Vec<&str> = told.lines().collect();
    // Where another renderer crashes, nothing would be shown by it, not even the last page.
    let all = format!("--mode kiosk --supervised --run-dir {run} --figure man --renderer wgpu");
    assert_eq!(lines[0], format!("{all} --pack own"));
    assert_eq!(lines[3], format!("{all} --safe"), "after three crashes");
    assert_eq!(lines[6], format!("{all} --plain"), "after six");
    assert_eq!(kiosk.metric("left"), 1);
}

/// Some who start programs tell the system to forget how children end, and what they start inherits it.
#[cfg(target_os = "linux")]
#[test]
fn whoever_starts_it_may_not_care_how_children_end_and_it_does() {
    let kiosk = Kiosk::new("echo idle; [ $life -ge 2 ] && exit 0; exit 70");
    let mut command = Command::new("env");
    command.args(["--ignore-signal=CHLD", env!("CARGO_BIN_EXE_deqi"), "kiosk", "--app"]).arg(kiosk.app());
    let mut real = Real::over(&kiosk, command);
    real.wait_for("exit status: 70");
    real.wait_for("staff left");
    assert_eq!(real.end().code(), Some(0));
}

#[test]
fn systemd_hears_that_all_is_well() {
    let kiosk = Kiosk::new("echo idle; read _; exit 0");
    let ear = UnixDatagram::bind(kiosk.folder.path().join("notify")).unwrap();
    let mut real = Real::start(&kiosk, &[]);
    let hear = || {
        let mut heard = [0; 256];
        let length = ear.recv(&mut heard).unwrap();
        String::from_utf8(heard[..length].to_vec()).unwrap()
    };
    let mut all = Vec::new();
    while !(all.iter().any(|words: &String| words.contains("READY=1")) && all.contains(&"WATCHDOG=1".to_owned())) {
        all.push(hear());
    }
    real.wait_for("is up");
    real.signal("-TERM");
    while hear() != "STOPPING=1" {}
    assert_eq!(real.end().code(), Some(0));
}
