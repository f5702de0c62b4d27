"""Muscles of the low back and buttock as sheets: a grid whose columns are fibres, from origin to insertion.

A sheet is the outer face of its muscle. Where a muscle ends in sinew the sheet grows fainter.
"""

import numpy as np

from column import LEVELS
from pelvis import P


def curve(points, share):
    """Places at shares of the length of a polyline."""
    p = np.asarray(points, float)
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(p, axis=0), axis=1))])
    along /= along[-1]
    return np.stack([np.interp(share, along, p[:, k]) for k in range(3)], -1)


def fan(origin, over, insertion, across, along):
    """A grid [across][along] of fibres from one curve over another to a third."""
    u, t = np.linspace(0, 1, across), np.linspace(0, 1, along)
    a, m, b = curve(origin, u), curve(over, u), curve(insertion, u)
    m = 2 * m - (a + b) / 2  # so that the fibre passes through `over` half-way
    w = t[None, :, None]
    return a[:, None] * (1 - w) ** 2 + 2 * m[:, None] * w * (1 - w) + b[:, None] * w**2


def sheet(grid):
    """Vertices, triangles and normals of a grid; normals look away from the middle of the trunk."""
    n, m = grid.shape[:2]
    v = grid.reshape(-1, 3)
    t = []
    for i in range(n - 1):
        for j in range(m - 1):
            a = i * m + j
            t += [(a, a + m, a + 1), (a + 1, a + m, a + m + 1)]
    t = np.array(t)
    p = v[t]
    face = np.cross(p[:, 1] - p[:, 0], p[:, 2] - p[:, 0])
    normal = np.zeros_like(v)
    for k in range(3):
        np.add.at(normal, t[:, k], face)
    normal /= np.maximum(np.linalg.norm(normal, axis=1), 1e-9)[:, None]
    if (normal * (v - P(40, 0, 30) * [1, 0, 1] - P(0, 1, 0) * v[:, 1:2])).sum() < 0:
        t, normal = t[:, ::-1], -normal
    return v, t, normal


def tone(grid, ends=(0.35, 0.35), reach=0.22, sides=0.0, fade_top=0.0):
    """How strongly each place of a grid is painted: fainter toward its sinews."""
    n, m = grid.shape[:2]
    t = np.linspace(0, 1, m)
    rise = np.interp(t, [0, reach, 1 - reach, 1], [ends[0], 1, 1, ends[1]])
    u = np.linspace(0, 1, n)
    side = 1 - sides * np.abs(2 * u - 1) ** 4
    return (side[:, None] * rise[None]).ravel()


def threads(grid, count, points, inset=0.06, spread=0.05, seed=1):
    """Lines along the fibres of a grid, each a little different in where it begins and ends."""
    n, m = grid.shape[:2]
    rng = np.random.default_rng(seed)
    for k in range(count):
        u = inset + (1 - 2 * inset) * (k + 0.5) / count + rng.uniform(-0.3, 0.3) / count
        first, last = rng.uniform(0.02, 0.02 + 3 * spread), 1 - rng.uniform(0.02, 0.02 + 3 * spread)
        t = np.linspace(first, last, points)
        f = u * (n - 1)
        i = min(int(f), n - 2)
        column = grid[i] * (1 - f + i) + grid[i + 1] * (f - i)
        line = np.stack([np.interp(t * (m - 1), np.arange(m), column[:, c]) for c in range(3)], 1)
        s = np.sin(np.pi * np.clip((t - first) / (last - first), 0.0, 1)) ** 0.6
        yield line, s * rng.uniform(0.65, 1.0)


def all_of(seats, pl, skin, rib_paths):
    """Each muscle of the left side: name, grid, tone, fibre lines."""
    tip = {n: s.tip_body for n, s in seats.items()}
    down = lambda n: tip[n][1]

    def bed(grid, under):
        """Lays a grid a little under the skin of the back."""
        g = grid.reshape(-1, 3).copy()
        for p in g:
            z = skin.back(p[0], p[1])
            if np.isfinite(z):
                p[2] = max(p[2], z + under)
        return g.reshape(grid.shape)

    def back(points, under):
        return [P(x, y, skin.back(x, y) + under) for x, y in points]

    # Quadratus lumborum: from the crest to the twelfth rib and the transverse processes.
    cross = lambda n: seats[n].outward([[seats[n].span / 2 - 6, 0.22 * seats[n].h, -seats[n].d / 2 - 4]])[0]
    crest = [curve(pl.crest, s) for s in (0.30, 0.42, 0.50)]
    rib = rib_paths["rib_12"]
    top = [cross("L1") + P(0, 3, 0), curve(rib, 0.40), curve(rib, 0.66)]
    over = [cross("L3") + P(-2, -6, 0), P(74, (crest[1][1] + top[1][1]) / 2, (crest[1][2] + top[1][2]) / 2), P(88, (crest[2][1] + top[2][1]) / 2, (crest[2][2] + top[2][2]) / 2 + 2)]
    grid = fan(crest, over, top, 6, 8)
    yield "quadratus_lumborum", grid, tone(grid, (0.4, 0.4)) * 0.7, list(threads(grid, 9, 8, seed=3))

    # Multifidus: from sacrum and joint processes up and inward to the spinous processes.
    high, low = down("L1") + 16, pl.foramina[3][1] - 4
    ys = np.linspace(low, high, 14)
    inner = [P(4.5 + 2.0 * (1 - i / 13), y, 0) for i, y in enumerate(ys)]
    width = np.interp(ys, [low, pl.psis[1], down("L5"), down("L3"), high], [14, 31, 31, 26, 16])
    rows = []
    for w in np.linspace(0, 1, 6):
        row = []
        for i, y in enumerate(ys):
            x = inner[i][0] + w * (width[i] - inner[i][0] + 4)
            z = skin.back(x, y) + 12 + 7 * (1 - np.sin(np.pi * np.clip(w * 0.8 + 0.1, 0, 1)))
            row.append(P(x, y, z))
        rows.append(row)
    grid = np.array(rows)
    lines = []
    rng = np.random.default_rng(5)
    for k in range(19):
        start = (k + rng.uniform(-0.2, 0.2)) / 21
        t = np.linspace(0, 1, 8)
        s, w = np.clip(start + 0.26 * t, 0, 1), 0.97 - 0.92 * t
        place = [grid_at(grid, a, b) for a, b in zip(w, s)]
        lines.append((np.array(place), np.sin(np.pi * np.clip(t, 0.02, 0.98)) ** 0.5 * rng.uniform(0.7, 1)))
    yield "multifidus", grid, tone(grid, (0.3, 0.4), 0.18) * 0.62 * edge(6, 14, 0.12, 0.6), lines

    # Long back muscle: two columns from sacrum and crest to the ribs and up beside the spine.
    levels_y = lambda *names: [down(n) for n in names]
    ys = np.array([pl.foramina[2][1], pl.psis[1] + 4, *levels_y("L4", "L2", "T12", "T9", "T6", "T3"), down("T1")])
    in_x = np.array([6, 6, 6, 6, 6, 6, 6, 7, 8])
    mid_x = np.array([20, 31, 42, 45, 44, 40, 35, 29, 24])
    out_x = np.array([27, 43, 72, 79, 78, 72, 63, 52, 40])
    fine = np.linspace(ys[0], ys[-1], 20)
    at = lambda xs, y: np.interp(y, ys, xs)

    def band(left, right, under, swell):
        g = []
        for w in np.linspace(0, 1, 6):
            g.append([P(at(left, y) * (1 - w) + at(right, y) * w, y, skin.back(at(left, y) * (1 - w) + at(right, y) * w, y) + under + swell * (1 - np.sin(np.pi * (0.08 + 0.84 * w)))) for y in fine])
        return np.array(g)

    fade = np.interp(np.linspace(0, 1, 20), [0, 0.08, 0.2, 0.62, 0.85, 1], [0.25, 0.6, 1, 0.85, 0.4, 0.0])
    for name, a, b, seed in (("iliocostalis", mid_x, out_x, 8), ("long_back_muscle", in_x, mid_x, 7)):
        start = 2 if name == "iliocostalis" else 0
        grid = band(a, b, 8.5, 6)[:, start:]
        strength = np.tile(fade[start:] if start == 0 else np.minimum(fade[start:], np.interp(np.arange(20 - start), [0, 2, 30], [0.5, 1, 1])), 6)
        lines = [(l, s * np.interp(l[:, 1], [fine[0], fine[2], fine[12], fine[18], fine[19]], [0.5, 1, 0.9, 0.2, 0.0])) for l, s in threads(grid, 10, 16, seed=seed)]
        yield name, grid, 0.74 * strength * edge(6, 20 - start, 0.0 if start == 0 else 1.0, 1.0), lines

    # Gluteus medius: a fan from the outside of the hip bone to the trochanter.
    crest = [curve(pl.crest, s) + P(2, -4, -1) for s in (0.24, 0.38, 0.52, 0.66, 0.80, 0.90)]
    t = pl.trochanter
    end = [pl.trochanter_top + P(6, -2, -4), t + P(7, 4, 0), t + P(5, 0, 12)]
    over = [P(92, 930, -62), P(112, 942, -46), P(134, 952, -12), P(146, 948, 18), P(147, 936, 48), P(138, 925, 66)]
    over = [P(o[0], pl.head[1] + (o[1] - 889) * pl.up, pl.head[2] + o[2] - 8) for o in over]
    grid = fan(crest, over, end, 9, 9)
    yield "gluteus_medius", grid, tone(grid, (0.55, 0.35)) * 0.78, list(threads(grid, 15, 9, seed=11))

    # Piriformis: from the front of the sacrum through the notch to the top of the trochanter.
    f = pl.foramina
    start = [P(30, f[1][1] - 4, f[1][2] + 24), P(29, f[2][1] - 3, f[2][2] + 20), P(25, f[3][1] + 2, f[3][2] + 17)]
    gate = pl.notch * 0.62 + pl.spine * 0.38
    mid = [gate + P(16, 13, -17), gate + P(14, 1, -22), gate + P(12, -12, -16)]
    end = [pl.trochanter_top + P(-6, 3, -2), pl.trochanter_top + P(-6, 0, -4), pl.trochanter_top + P(-6, -4, -3)]
    grid = fan(start, mid, end, 5, 10)
    yield "piriformis", grid, tone(grid, (0.8, 0.5), 0.2), list(threads(grid, 7, 9, seed=13))

    # Gluteus maximus: from crest, sacrum and coccyx to thigh bone and the band at its side.
    rim = [curve(pl.crest, 0.20) + P(-2, 0, -3), pl.psis + P(4, -4, -6), P(36, f[2][1], f[2][2] - 3), P(24, f[3][1] - 8, f[3][2] - 2), P(12, pl.coccyx[1][1], pl.coccyx[1][2] - 7)]
    end = [t + P(8, 8, -14), t + P(6, -28, -14), P(137, t[1] - 62, t[2] - 16), P(128, t[1] - 96, t[2] - 20)]
    over = []
    for x, y in ((112, 952), (104, 925), (94, 893), (84, 858), (72, 820)):
        y = pl.head[1] + (y - 889) * pl.up
        over.append(P(x, y, skin.back(x, y) + 13))
    grid = bed(fan(rim, over, end, 9, 10), 9)
    yield "gluteus_maximus", grid, tone(grid, (0.4, 0.4)) * 0.42, [(l, s * 0.75) for l, s in threads(grid, 12, 11, seed=17)]


def edge(across, along, inner, outer):
    """Softer paint along the inner or outer border of a grid."""
    u = np.linspace(0, 1, across)
    side = np.interp(u, [0, 0.25, 0.8, 1], [inner, 1, 1, outer])
    return np.repeat(side, along)


def grid_at(grid, u, t):
    n, m = grid.shape[:2]
    f, g = u * (n - 1), t * (m - 1)
    i, j = min(int(f), n - 2), min(int(g), m - 2)
    f, g = f - i, g - j
    return grid[i, j] * (1 - f) * (1 - g) + grid[i + 1, j] * f * (1 - g) + grid[i, j + 1] * (1 - f) * g + grid[i + 1, j + 1] * f * g
