"""Where each vertebra stands in the trunk: its centre, its axes, and where its spinous process ends.

The tips are given: they are the landmarks, a few millimetres under the skin. The bodies follow from them: their heights
share the way from C7 to L5 as measured bodies and discs do, and they lie as deep as the processes are long.
"""

import numpy as np

NECK = ["C1", "C2", "C3", "C4", "C5", "C6"]
LEVELS = ["C7"] + [f"T{i}" for i in range(1, 13)] + [f"L{i}" for i in range(1, 6)]

# Millimetres. Body: width, depth, height behind; disc below it; canal: width, depth; pedicle: width, height;
# span of the transverse processes; from the tip of the spinous process to the middle of the body, straight.
# See README.md for the sources.
MEASURES = {
    "C1": (26.0, 10.0, 9.0, 0.0, 27.0, 26.0, 7.0, 7.0, 76.0, 0.0),
    "C2": (19.0, 15.0, 17.0, 4.5, 24.0, 16.0, 7.5, 8.5, 56.0, 0.0),
    "C3": (18.5, 15.0, 12.5, 5.0, 23.0, 14.5, 5.8, 7.2, 52.0, 0.0),
    "C4": (19.0, 15.2, 12.5, 5.2, 23.5, 14.2, 5.8, 7.2, 53.0, 0.0),
    "C5": (20.0, 15.4, 12.5, 5.3, 24.0, 14.2, 6.0, 7.2, 55.0, 0.0),
    "C6": (22.5, 16.0, 12.8, 5.4, 24.5, 14.4, 6.2, 7.2, 58.0, 0.0),
    "C7": (28.0, 17.5, 13.0, 5.5, 24.0, 15.0, 6.5, 7.5, 66.0, 50.0),
    "T1": (27.5, 17.5, 14.1, 4.5, 21.8, 16.4, 8.5, 9.6, 75.0, 52.0),
    "T2": (26.0, 18.0, 15.6, 4.0, 19.5, 15.8, 8.2, 11.0, 69.0, 52.0),
    "T3": (25.5, 19.0, 15.7, 4.0, 18.3, 15.9, 6.8, 11.8, 63.0, 52.0),
    "T4": (25.5, 20.5, 16.2, 4.0, 17.0, 15.9, 5.5, 11.9, 61.0, 53.0),
    "T5": (26.0, 22.0, 16.2, 4.2, 16.8, 15.9, 5.6, 11.7, 61.0, 55.0),
    "T6": (27.0, 24.0, 17.4, 4.5, 16.9, 15.9, 5.7, 12.1, 61.0, 56.0),
    "T7": (28.5, 26.0, 18.2, 4.8, 16.9, 15.9, 5.9, 12.1, 60.0, 57.0),
    "T8": (29.5, 27.5, 18.7, 5.0, 17.2, 16.0, 6.7, 12.5, 59.0, 58.0),
    "T9": (31.0, 28.5, 19.3, 5.2, 17.4, 16.0, 7.7, 13.8, 58.0, 58.0),
    "T10": (33.0, 29.0, 20.2, 5.6, 17.8, 15.8, 9.0, 15.2, 55.0, 58.0),
    "T11": (35.5, 29.5, 21.3, 6.2, 19.6, 16.2, 9.8, 16.9, 51.0, 59.0),
    "T12": (39.0, 30.5, 22.7, 7.0, 21.9, 18.1, 9.0, 16.7, 47.0, 60.0),
    "L1": (41.5, 31.5, 23.8, 8.0, 23.0, 18.0, 8.0, 15.5, 72.0, 63.0),
    "L2": (43.0, 32.5, 24.3, 9.0, 23.2, 17.2, 8.2, 15.0, 78.0, 64.5),
    "L3": (44.5, 33.5, 23.8, 10.0, 23.6, 16.8, 9.8, 14.6, 88.0, 65.0),
    "L4": (46.5, 33.5, 24.0, 10.5, 24.8, 17.2, 12.5, 14.6, 84.0, 63.0),
    "L5": (48.5, 33.0, 22.8, 10.0, 27.5, 18.0, 16.0, 14.5, 90.0, 58.0),
}
UNDER_SKIN = {"C7": 7.0, "T1": 6.5, "L4": 6.5, "L5": 7.5}  # tips lie about 6 mm under the skin


class Seat:
    """The place of one vertebra: centre, axes, half sizes and the tip of its spine, in its own frame."""

    def __init__(self, name, centre, tilt, tip, crowd=1.0):
        (self.w, self.d, self.h, self.disc, self.cw, self.cd, self.pw, self.ph, self.span, _) = MEASURES[name]
        self.h, self.disc = self.h * crowd, self.disc * crowd
        self.name, self.centre, self.tilt = name, np.asarray(centre, float), tilt
        up = np.array([0.0, np.cos(tilt), np.sin(tilt)])
        self.axes = np.stack([[1.0, 0, 0], up, np.cross([1.0, 0, 0], up)])
        self.tip = self.inward(tip[None])[0]
        self.tip_body = np.asarray(tip, float)

    def inward(self, p):
        return (p - self.centre) @ self.axes.T

    def outward(self, q):
        return np.asarray(q, float) @ self.axes + self.centre


# How far the tip's lower edge lies below the middle of the body, in millimetres of height, in most people.
BELOW = dict(zip(LEVELS, (15, 20, 22, 25, 28, 34, 37, 39, 39, 38, 35, 31, 28, 27, 25, 22, 19, 13)))


def heights(tip_y, unit):
    """Heights of the bodies: in the proportions of measured bodies and discs, near their own tips."""
    n = len(tip_y)
    below = np.array([BELOW[name] for name in LEVELS], float)
    want = tip_y + below
    scale = (want[0] - want[-1]) / unit.sum()
    rows, right = [], []
    for i in range(n):
        row = np.zeros(n)
        row[i] = 1
        rows.append(row * (3 if i in (0, n - 1) else 1))
        right.append(want[i] * (3 if i in (0, n - 1) else 1))
    for i in range(n - 1):
        row = np.zeros(n)
        row[i], row[i + 1] = 2.5, -2.5
        rows.append(row)
        right.append(2.5 * scale * unit[i])
    return np.linalg.lstsq(np.array(rows), np.array(right), rcond=None)[0]


def column(marks):
    tips = {}
    for name in LEVELS:
        at = marks[f"{name}_lower"][1].copy()
        at[2] += UNDER_SKIN.get(name, 6.0)
        tips[name] = at
    tip_y = np.array([tips[n][1] for n in LEVELS])
    tip_z = np.array([tips[n][2] for n in LEVELS])
    unit = np.array([(MEASURES[a][2] + MEASURES[b][2]) / 2 + MEASURES[a][3] for a, b in zip(LEVELS, LEVELS[1:])])
    y = heights(tip_y, unit)
    reach = np.array([MEASURES[n][9] for n in LEVELS])
    across = np.sqrt(reach**2 - np.clip(y - tip_y, -0.72 * reach, 0.72 * reach) ** 2)
    z = tip_z + across
    # A smooth curve through the bodies: it keeps the bends of the spine and no others. Its ends are held by the neck
    # above and by the sacrum below.
    more_y = np.concatenate([[y[0] + 70, y[0] + 45, y[0] + 20], y, [y[-1] - 21, y[-1] - 45]])
    more_z = np.concatenate([[z[0] + 12, z[0] + 10, z[0] + 6], z, [z[-1] - 10, z[-1] - 27]])
    weight = np.ones(len(more_y))
    weight[[0, 1, 2, -1, -2]] = 2
    t = (more_y - y.mean()) / (y.max() - y.min()) * 2
    fit = np.polynomial.chebyshev.Chebyshev.fit(t, more_z, 8, w=weight)
    t = (y - y.mean()) / (y.max() - y.min()) * 2
    z = fit(t)
    tilt = np.arctan(fit.deriv()(t) / ((y.max() - y.min()) / 2))
    apart = np.hypot(np.diff(y), np.diff(z)) / unit  # bodies and discs share the room there is
    crowd = np.concatenate([apart[:1], (apart[1:] + apart[:-1]) / 2, apart[-1:]])
    seats = {n: Seat(n, [0, y[i], z[i]], tilt[i], tips[n], crowd[i]) for i, n in enumerate(LEVELS)}
    return neck(marks, seats) | seats


def neck(marks, seats):
    """The vertebrae above C7: they lead from C7 to the joint of the head. No landmark holds their tips."""
    c7, head = seats["C7"], marks["joint_head"][1]
    top = np.array([0, head[1] - 5, head[2] - 2])
    rise = [sum(MEASURES[n][2] + MEASURES[n][3] for n in NECK[i:]) for i in range(len(NECK))]
    out = {}
    for i, n in enumerate(NECK):
        s = rise[i] / rise[0]
        mid = c7.centre * (1 - s) + top * s + np.array([0, 0, 5 * np.sin(np.pi * s)])
        crowd = (top[1] - c7.centre[1]) / rise[0]
        tilt = np.radians(15 - 17 * s)
        seat = Seat(n, mid, tilt, mid, crowd)
        tip = [0, -0.35 * seat.h - (3 if n != "C1" else 0), -seat.d / 2 - seat.cd - {"C1": 3, "C2": 15, "C6": 17}.get(n, 12)]
        out[n] = Seat(n, mid, tilt, seat.outward([tip])[0], crowd)
    return out


if __name__ == "__main__":
    from figure import landmarks

    for name in ("neutral", "woman", "man"):
        print(name)
        for n, s in column(landmarks(name)).items():
            print(n, s.centre.round(1), "tilt", round(np.degrees(s.tilt), 1), "tip", s.tip.round(1), "reach", round(float(np.linalg.norm(s.tip)), 1))
