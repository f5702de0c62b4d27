#!/usr/bin/env python3
"""How long a kiosk is away after its program was killed: from the kill to the first frame of the next life.

    tools/kiosk/restart_times.py DEQI [KILLS]

Runs `DEQI kiosk` where DISPLAY or WAYLAND_DISPLAY points, for example under xvfb-run. The supervisor is started anew
after every second kill, since three crashes in a minute would lead to safe mode. Ends with 1 where more than one kill
of a hundred took longer than two seconds.
"""
import os, random, signal, subprocess, sys, time

LIMIT = 2.0


def child_of(pid):
    """The program that a supervisor runs."""
    with open(f"/proc/{pid}/task/{pid}/children") as file:
        return int(file.read().split()[0])


def wait_up(supervisor):
    """Reads what the supervisor says until the program is up; when that was."""
    for line in supervisor.stderr:
        if "is up (Normal)" in line:
            return time.monotonic()
    sys.exit("the supervisor ended")


def main():
    deqi, kills = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 50
    times, first = [], []
    while len(times) < kills:
        began = time.monotonic()
        supervisor = subprocess.Popen([deqi, "kiosk"], stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True)
        first.append(wait_up(supervisor) - began)
        for _ in range(min(2, kills - len(times))):
            time.sleep(random.uniform(0.5, 1.5))
            killed = time.monotonic()
            os.kill(child_of(supervisor.pid), signal.SIGKILL)
            times.append(wait_up(supervisor) - killed)
        supervisor.terminate()
        supervisor.communicate(timeout=10)
        if supervisor.returncode != 0:
            sys.exit(f"the supervisor ended with {supervisor.returncode}")
    times.sort()
    at = lambda share: times[min(len(times) - 1, int(share * len(times)))]
    load = os.getloadavg()[0]
    print(f"kills {len(times)}, cores {os.cpu_count()}, load {load:.1f}")
    print(f"first start: median {sorted(first)[len(first) // 2]:.2f} s")
    print(f"away: median {at(0.5):.2f} s, p90 {at(0.9):.2f} s, p99 {at(0.99):.2f} s, longest {times[-1]:.2f} s")
    sys.exit(at(0.99) > LIMIT)


main()
