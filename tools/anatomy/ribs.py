"""Discs, ribs and their cartilage, made ring by ring: simple forms need no solid. And the breastbone, which does."""

import numpy as np

import sdf
from column import LEVELS, NECK
from nerves import smooth
from pelvis import P


def rings(rows, closed_ends=True):
    """A skin over rows of points; each row goes round, with the right hand along the way from row to row."""
    rows = np.asarray(rows, float)
    n, m = rows.shape[:2]
    v = rows.reshape(-1, 3)
    t = []
    for i in range(n - 1):
        for j in range(m):
            a, b = i * m + j, i * m + (j + 1) % m
            t += [(a, b, a + m), (b, b + m, a + m)]
    if closed_ends:
        v = np.concatenate([v, rows[0].mean(0)[None], rows[-1].mean(0)[None]])
        for j in range(m):
            t.append((n * m, (j + 1) % m, j))
            t.append((n * m + 1, (n - 1) * m + j, (n - 1) * m + (j + 1) % m))
    t = np.array(t)
    p = v[t]
    face = np.cross(p[:, 1] - p[:, 0], p[:, 2] - p[:, 0])
    normal = np.zeros_like(v)
    for k in range(3):
        np.add.at(normal, t[:, k], face)
    return v, t, normal / np.maximum(np.linalg.norm(normal, axis=1), 1e-9)[:, None]


def turned_out(v, t, n, inside):
    """Makes sure that triangles look away from a point inside."""
    if ((v - inside) * n).sum() < 0:
        return v, t[:, ::-1], -n
    return v, t, n


def tube(points, wide, high, sides=6, lean=None):
    """A flat tube along a path: `wide` across (as seen from outside the chest), `high` up and down."""
    p = np.asarray(points, float)
    along = np.gradient(p, axis=0)
    along /= np.linalg.norm(along, axis=1)[:, None]
    up = np.array([0.0, 1, 0]) - along * along[:, 1:2]
    up /= np.linalg.norm(up, axis=1)[:, None]
    out = np.cross(along, up)
    a = np.linspace(0, 2 * np.pi, sides, endpoint=False) + np.pi / sides
    rows = [p[i] + np.outer(np.cos(a) * high[i], up[i]) + np.outer(np.sin(a) * wide[i], out[i]) for i in range(len(p))]
    v, t, n = rings(rows)
    middle = p[len(p) // 2]
    near = np.linalg.norm(v - middle, axis=1) < 25
    if ((v[near] - middle) * n[near]).sum() < 0:
        return v, t[:, ::-1], -n
    return v, t, n


def discs(seats, s1):
    """Each disc: name and the half at x >= 0."""
    order = NECK[1:] + LEVELS + ["S1"]
    for upper, lower in zip(order, order[1:]):
        a = seats[upper]
        top, top_z = a.outward([[0, -a.h / 2 + 0.6, 0]])[0], a.axes[2]
        if lower == "S1":
            bottom, bottom_z, w, d = s1[0], s1[2], a.w / 2, a.d / 2
        else:
            b = seats[lower]
            bottom, bottom_z = b.outward([[0, b.h / 2 - 0.6, 0]])[0], b.axes[2]
            w, d = (a.w + b.w) / 4, (a.d + b.d) / 4
        angles = np.linspace(0, np.pi, 9)  # from the front round the left to the back
        rows = []
        for share, bulge in ((0.0, 0.95), (0.5, 1.035), (1.0, 0.95)):
            c, z = top * (1 - share) + bottom * share, top_z * (1 - share) + bottom_z * share
            ring = [c + P(1, 0, 0) * (np.sin(s) * w * bulge) + z * (np.cos(s) * d * bulge * (1.0 if np.cos(s) > 0 else 0.92)) for s in angles]
            rows.append(ring)
        rows = np.array(rows)
        rows[:, [0, -1], 0] = 0.0
        v = rows.reshape(-1, 3)
        m, t = len(angles), []
        for i in range(2):
            for j in range(m - 1):
                q = i * m + j
                t += [(q, q + m, q + 1), (q + 1, q + m, q + m + 1)]
        t = np.array(t)
        p = v[t]
        face = np.cross(p[:, 1] - p[:, 0], p[:, 2] - p[:, 0])
        n = np.zeros_like(v)
        for k in range(3):
            np.add.at(n, t[:, k], face)
        middle = (top + bottom) / 2
        if ((v - middle) * n).sum() < 0:
            t, n = t[:, ::-1], -n
        n[np.abs(v[:, 0]) < 1e-9, 0] = 0
        n /= np.linalg.norm(n, axis=1)[:, None]
        yield f"disc_{upper.lower()}", v, t, n


# How far each rib reaches round the chest (1 is the breastbone), how much its front end lies lower than its head,
# and the greatest half breadth of the cage there, all in millimetres but the first.
RIBS = [
    (1.0, 42, 64), (1.0, 62, 84), (1.0, 84, 100), (1.0, 96, 110), (1.0, 104, 117), (1.0, 110, 122), (0.98, 112, 125),
    (0.90, 112, 126), (0.82, 108, 125), (0.73, 100, 122), (0.52, 76, 116), (0.34, 52, 100),
]  # fmt: skip


def ribs(seats, skin):
    """Each rib of the left side: name, path, half width, half height."""
    for k, (reach, drop, breadth) in enumerate(RIBS, 1):
        seat = seats[f"T{k}"]
        head = seat.outward([[seat.w / 2 - 1, seat.h * (0.35 if 1 < k < 11 else 0.05), -seat.d / 2 + 3]])[0]
        tip = seat.outward([[seat.span / 2 - 3, 0.24 * seat.h + (6 if k < 11 else 1), -seat.d / 2 - 0.6 * seat.cd - (9 if k < 11 else 2)]])[0]
        side = head[1] - drop * 0.52
        # The cage is an oval inside the skin: 14 mm under it at the side, and behind it as far as the blade allows.
        edge = skin.out([0, side, head[2] + 30], [1, 0, 0]) - 15
        half = min(breadth, edge) if np.isfinite(edge) and edge > 60 else breadth
        angle = np.array([half * 0.60, head[1] - drop * 0.17, tip[2] - (6 if k > 2 else 0)])
        angle[2] = max(angle[2], skin.back(angle[0], angle[1]) + 16)
        front_y = head[1] - drop
        front_z = skin.front(8, front_y) - 20
        depth = front_z - angle[2]
        lateral = np.array([half, side, angle[2] + depth * 0.44])
        back_side = np.array([half * 0.90, head[1] - drop * 0.34, angle[2] + depth * 0.17])
        front_side = np.array([half * 0.84, head[1] - drop * 0.75, angle[2] + depth * 0.76])
        front = np.array([max(24.0, half * 0.36), front_y, front_z - 8])
        whole = smooth([head, (head + tip) / 2 + P(0, 1, 0), tip, angle, back_side, lateral, front_side, front], 6.0)
        length = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(whole, axis=0), axis=1))])
        end = length[-1] * reach
        count = max(7, int(round(12 * reach)) + 1)
        share = np.linspace(0, 1, count) ** 1.15
        path = np.stack([np.interp(share * end, length, whole[:, i]) for i in range(3)], 1)
        grown = np.interp(share, [0, 0.05, 0.2, 0.8, 1], [0.75, 0.85, 1, 1, 0.72 if k < 11 else 0.35])
        tall = 6.2 if 2 < k < 11 else 5.2
        yield f"rib_{k}", path, 3.4 * grown, tall * grown


def cartilages(paths, marks):
    """From the ends of ribs 1 to 7 to the breastbone; those of 8 to 10 to the one above."""
    notch, tip = marks["sternal_notch"][1] + P(0, -3, -17), marks["xiphisternal_junction"][1] + P(0, 0, -17)
    share = {1: 0.10, 2: 0.28, 3: 0.45, 4: 0.60, 5: 0.73, 6: 0.84, 7: 0.93}
    above = None
    for k in range(1, 11):
        end = paths[f"rib_{k}"][-1]
        ahead = end - paths[f"rib_{k}"][-2]
        ahead /= np.linalg.norm(ahead)
        if k <= 7:
            s = share[k]
            goal = notch * (1 - s) + tip * s + P(16 if k > 1 else 24, 0, 4)
            bow = 6 if k < 4 else 10 + 7 * (k - 4)
        else:
            goal = above * 0.62 + previous * 0.38
            bow = 8
        middle = (end + goal) / 2 + P(0, -bow * 0.6, 3) + ahead * bow * 0.4
        way = smooth([end, end * 0.55 + middle * 0.45 + ahead * 3, middle, goal], 13.0)
        yield f"cartilage_{k}", way, np.full(len(way), 3.0), np.linspace(4.6, 4.0, len(way))
        previous, above = end, middle


def sternum(marks):
    """Breastbone: handle, body and tip, 14 mm under the skin."""
    notch, tip = marks["sternal_notch"][1] + P(0, -3, -17), marks["xiphisternal_junction"][1] + P(0, 0, -17)
    at = lambda t, out=0.0, deep=0.0: notch * (1 - t) + tip * t + P(0, 0, (7 if t > 0.15 else 0) * np.sin(np.pi * min(t, 1.0))) + P(out, 0, -deep)

    def solid(q):
        p = np.column_stack([np.abs(q[:, 0]), q[:, 1], q[:, 2]])
        handle = sdf.plate(p, [at(0, -22), at(0.0, 22), at(0.12, 26), at(0.28, 15), at(0.28, -15), at(0.12, -26)], 5.0)
        body = sdf.plate(p, [at(0.29, -14), at(0.29, 14), at(0.80, 18), at(0.96, 13), at(0.96, -13), at(0.80, -18)], 4.6)
        end = sdf.rod(p, at(0.97), at(1.16, 0, 3), 5.5, 3.0, squash=[0.7, 1, 1])
        return sdf.carve(3, sdf.blend(3, handle, body, end), sdf.ball(p, at(-0.055), 11))

    return solid, P(0, tip[1] - 40, notch[2] - 14), P(36, notch[1] + 16, tip[2] + 24)
