#!/usr/bin/env python3
"""An hour of visits at sixty times speed: does the kiosk grow?

    tools/soak/soak.py DEQI [--minutes 60] [--out FILE.csv]

Runs `DEQI kiosk` under Xvfb and touches it with xdotool: a visit a second, of a start, some touches, a drag and now and
then *I'm done*. Every four seconds it looks at memory, threads and open files of the program. After five minutes of
warm-up (or a quarter of a shorter run) the slope of the memory is the median of the slopes of all pairs (Theil and Sen), so that one
step does not count as a trend; steps above 4 MB are listed. Threads and files must be as many in the last quarter as in
the first. Ends with 1 where a bound is broken.

It needs Xvfb and xdotool. A touch of xdotool's is a click of a mouse: what a touch screen sends only a device can show.
"""
import argparse, itertools, os, random, re, shutil, statistics, subprocess, sys, tempfile, threading, time

SPEED = 60
SIZE = (1280, 800)
STEP_KB = 4096
SLOPE_MB_A_DAY = 1.0
MOST_MB = 250


def child_of(pid):
    try:
        with open(f"/proc/{pid}/task/{pid}/children") as file:
            return int(file.read().split()[0])
    except (OSError, IndexError):
        return None


def look(pid):
    """Kilobytes, threads and open files of a process."""
    with open(f"/proc/{pid}/status") as file:
        status = dict(line.split(":", 1) for line in file if ":" in line)
    return int(status["VmRSS"].split()[0]), int(status["Threads"]), len(os.listdir(f"/proc/{pid}/fd"))


def touch(display, rng):
    """One visit: a start, touches anywhere, a drag over the body."""
    width, height = SIZE
    words = ["mousemove", str(width // 2), str(height // 2), "click", "1"]
    for _ in range(rng.randint(4, 12)):
        x, y = rng.randint(4, width - 4), rng.randint(4, height - 4)
        words += ["mousemove", str(x), str(y), "mousedown", "1", "sleep", "0.06", "mouseup", "1"]
    x, y = rng.randint(100, width // 2), rng.randint(100, height - 100)
    words += ["mousemove", str(x), str(y), "mousedown", "1"]
    words += ["mousemove", str(x + 90), str(y + 10), "mousemove", str(x + 180), str(y), "mouseup", "1"]
    subprocess.run(["xdotool", *words], env={**os.environ, "DISPLAY": display}, check=False, timeout=60)


def slope(rows):
    """Kilobytes a second: the median of all pairs of at most 500 rows."""
    rows = rows[:: max(1, len(rows) // 500)]
    pairs = itertools.combinations(rows, 2)
    return statistics.median((b[1] - a[1]) / (b[0] - a[0]) for a, b in pairs if b[0] > a[0])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("deqi")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", default="soak.csv")
    asked = parser.parse_args()
    for tool in ("Xvfb", "xdotool"):
        if not shutil.which(tool):
            sys.exit(f"{tool} is not installed")
    rng = random.Random(asked.seed)
    run = tempfile.mkdtemp()
    display = f":{90 + os.getpid() % 900}"
    screen = subprocess.Popen(["Xvfb", display, "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24"], stderr=subprocess.DEVNULL)
    time.sleep(2)
    env = {**os.environ, "DISPLAY": display, "WAYLAND_DISPLAY": ""}
    env.pop("WAYLAND_DISPLAY")
    kiosk = subprocess.Popen([asked.deqi, "kiosk", "--run-dir", run], env=env, stderr=subprocess.PIPE, text=True)
    said, up = [], threading.Event()

    def hear():
        for line in kiosk.stderr:
            said.append(line.rstrip())
            if "is up" in line:
                up.set()

    threading.Thread(target=hear, daemon=True).start()
    if not up.wait(90):
        kiosk.terminate(); screen.terminate()
        sys.exit("the kiosk did not come up:\n" + "\n".join(said))
    rows, lives, began, looked = [], set(), time.monotonic(), 0.0
    try:
        while time.monotonic() - began < asked.minutes * 60:
            touch(display, rng)
            now = time.monotonic() - began
            pid = child_of(kiosk.pid)
            if pid and now - looked >= 4:
                looked = now
                lives.add(pid)
                try:
                    rows.append((now, *look(pid)))
                except (OSError, KeyError):
                    pass
    finally:
        kiosk.terminate()
        kiosk.wait(10)
        screen.terminate()
    with open(asked.out, "w") as file:
        file.write("second,kilobytes,threads,files\n")
        file.writelines("{:.1f},{},{},{}\n".format(*row) for row in rows)
    metrics = open(f"{run}/deqi.prom").read()
    value = lambda name: int(re.search(rf"^deqi_kiosk_{name} (\d+)", metrics, re.M).group(1))
    warm = min(300, asked.minutes * 15)
    late = [row for row in rows if row[0] >= warm]
    a_day = slope(late) * 86400 / SPEED / 1024
    steps = [(a[0], b[1] - a[1]) for a, b in zip(late, late[1:]) if b[1] - a[1] > STEP_KB]
    memory = [row[1] for row in rows]
    quarter = max(1, len(late) // 4)
    grew = lambda i: statistics.median(row[i] for row in late[:quarter]) != statistics.median(row[i] for row in late[-quarter:])
    spread = lambda i: f"{min(row[i] for row in late)} to {max(row[i] for row in late)}"
    print(f"minutes {asked.minutes:g} (simulated {asked.minutes * SPEED / 60:g} h), seed {asked.seed}, "
          f"cores {os.cpu_count()}, load {os.getloadavg()[0]:.1f}")
    print(f"visits ended {value('visits_total')}, lives {len(lives)}, crashes {value('crashes_total')}, hangs {value('hangs_total')}")
    print(f"memory: first {memory[0] / 1024:.1f} MB, after warm-up {late[0][1] / 1024:.1f} MB, last {memory[-1] / 1024:.1f} MB, "
          f"most {max(memory) / 1024:.1f} MB")
    print(f"slope (Theil-Sen, after {warm:g} s): {a_day:+.2f} MB a simulated day")
    print(f"threads {spread(2)}, files {spread(3)}")
    for at, kilobytes in steps:
        print(f"step at {at:.0f} s: {kilobytes / 1024:+.1f} MB")
    broken = [name for name, bad in {
        "slope": a_day > SLOPE_MB_A_DAY, "memory": max(memory) / 1024 > MOST_MB,
        "threads": grew(2), "files": grew(3), "lives": len(lives) != 1, "crashes": value("crashes_total") > 0,
    }.items() if bad]
    print("bounds broken: " + (", ".join(broken) or "none"))
    sys.exit(bool(broken))


main()
