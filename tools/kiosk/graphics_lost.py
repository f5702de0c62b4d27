#!/usr/bin/env python3
"""Loses the graphics device under a kiosk, and measures how long the screen is away.

    tools/kiosk/graphics_lost.py DEQI [TIMES]

Builds a Vulkan layer (lost_layer.c) that says VK_ERROR_DEVICE_LOST when told to, and runs `DEQI kiosk --renderer wgpu`
behind it where DISPLAY or WAYLAND_DISPLAY points, for example under xvfb-run. It needs a C compiler, libvulkan-dev and
a Vulkan driver; Debian's mesa-vulkan-drivers draws in software. The supervisor is started anew after every second loss,
since three crashes in a minute would lead to safe mode. Ends with 1 where a loss was not noticed, was not recorded, or
kept the screen away for longer than two seconds.
"""
import json, os, subprocess, sys, tempfile, time

LIMIT = 2.0
NAME = "VK_LAYER_DEQI_lost"


def build(folder):
    here = os.path.dirname(os.path.abspath(__file__))
    library = os.path.join(folder, "liblost.so")
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-Wall", "-o", library, os.path.join(here, "lost_layer.c")], check=True)
    layer = {"name": NAME, "type": "GLOBAL", "library_path": library, "api_version": "1.3.0",
             "implementation_version": "1", "description": "loses the graphics device"}
    with open(os.path.join(folder, "lost.json"), "w") as file:
        json.dump({"file_format_version": "1.2.0", "layer": layer}, file)


def wait_for(supervisor, words, said):
    """Reads what the supervisor and its program say until these words; when that was."""
    for line in supervisor.stderr:
        said.append(line)
        if words in line:
            return time.monotonic()
    sys.exit(f"it ended without “{words}”:\n{''.join(said)}")


def main():
    deqi, times = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 6
    away, records = [], 0
    with tempfile.TemporaryDirectory() as folder:
        build(folder)
        lose, run = os.path.join(folder, "lose"), os.path.join(folder, "run")
        os.mkdir(run)
        around = dict(os.environ, VK_LAYER_PATH=folder, VK_INSTANCE_LAYERS=NAME, LOSE_WHEN=lose)
        while len(away) < times:
            said = []
            supervisor = subprocess.Popen([deqi, "kiosk", "--renderer", "wgpu", "--run-dir", run], env=around,
                                          stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True)
            wait_for(supervisor, "is up (Normal)", said)
            for _ in range(min(2, times - len(away))):
                time.sleep(1.5)
                open(lose, "w").close()
                lost = time.monotonic()
                ended = wait_for(supervisor, "the program ended", said)
                up = wait_for(supervisor, "is up (Normal)", said)
                away.append((up - lost, ended - lost, said[:]))
                if os.path.exists(lose):
                    sys.exit(f"nothing was lost; it ended for another reason:\n{''.join(said)}")
            supervisor.terminate()
            supervisor.communicate(timeout=10)
            if supervisor.returncode != 0:
                sys.exit(f"the supervisor ended with {supervisor.returncode}")
        with open(os.path.join(run, "crash.txt")) as file:
            record = file.read()
        records = record.count("supervisor: crash")
        told = [line for line in "".join(away[0][2]).splitlines() if "ended" in line or "lost" in line.lower()]
    print(f"losses {times}, recorded {records}, load {os.getloadavg()[0]:.1f}")
    print("ended after " + ", ".join(f"{ended:.2f}" for _, ended, _ in away) + " s")
    print("away for " + ", ".join(f"{time:.2f}" for time, _, _ in away) + " s")
    print("\n".join(told))
    sys.exit(records != times or max(time for time, _, _ in away) > LIMIT)


main()
