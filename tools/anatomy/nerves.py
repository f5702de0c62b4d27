"""Nerves as paths in body millimetres, on the left side, from the spine outward."""

import numpy as np

from pelvis import P


def smooth(points, step=9.0):
    """A Catmull-Rom curve through the points, cut into even steps."""
    p = np.asarray(points, float)
    p = np.concatenate([[2 * p[0] - p[1]], p, [2 * p[-1] - p[-2]]])
    fine = []
    for i in range(1, len(p) - 2):
        a, b, c, d = p[i - 1 : i + 3]
        for t in np.linspace(0, 1, 24, endpoint=False):
            fine.append(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3))
    fine.append(p[-2])
    fine = np.array(fine)
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(fine, axis=0), axis=1))])
    n = max(2, int(round(along[-1] / step)) + 1)
    want = np.linspace(0, along[-1], n)
    return np.stack([np.interp(want, along, fine[:, k]) for k in range(3)], 1)


def taper(points, start, end):
    return np.linspace(start, end, len(points))


def sciatic(pl):
    """From where its roots join, under piriformis, between seat bone and trochanter, down to the fork above the knee."""
    c, k = pl.head, pl.knee
    gate = (pl.notch * 0.40 + pl.spine * 0.60) + P(10, 0, -4)  # lower part of the greater sciatic notch, below piriformis
    out = (pl.tuber * 0.50 + pl.trochanter * 0.50) + P(-7, 30, -27)
    between = (pl.tuber * 0.50 + pl.trochanter * 0.50) + P(1, 0, -26)
    low = P(pl.tuber[0] * 0.50 + pl.trochanter[0] * 0.50 + 3, pl.tuber[1] - 40, c[2] - 41)
    fork = P(k[0] - 1, k[1] + 92, k[2] - 34)
    join = P(46, pl.notch[1] - 8, pl.notch[2] + 16)
    return [join, gate, out, between, low, P((low[0] + fork[0]) / 2 + 1, (low[1] + fork[1]) / 2, (low[2] + fork[2]) / 2 - 3), fork], join, fork


def canal(seat, y=0.0):
    """A place in the middle of the spinal canal."""
    return seat.outward([[0, y, -seat.d / 2 - seat.cd * 0.5]])[0]


def cord(seats, skin):
    """The spinal cord from the brain stem to L1, and its end thread with the roots about it down to S2."""
    c1 = canal(seats["C1"])
    neck = [c1 + P(0, 36, 8), c1 + P(0, 16, 3)] + [canal(seats[f"C{i}"]) for i in (1, 2, 3, 4, 5, 6)]
    chest = [canal(seats[n]) for n in ["C7"] + [f"T{i}" for i in range(1, 13)]] + [canal(seats["L1"], -6)]
    return neck + chest


def tail(seats, pl):
    return [canal(seats["L1"], -6)] + [canal(seats[f"L{i}"]) + P(0, 0, -1) for i in (2, 3, 4, 5)] + [pl.sacrum[0] + P(0, 2, -22), pl.sacrum[1] + P(0, 0, -17)]


def all_of(seats, pl, skin):
    """Every nerve: id, kind, paired, points, radius at the start and at the end in millimetres."""
    import vertebra

    yield "spinal_cord", "cord", False, cord(seats, skin), 5.2, 3.6
    yield "cauda_equina", "cord", False, tail(seats, pl), 3.4, 1.2
    hole = {f"L{i}": vertebra.landmarks(seats[f"L{i}"])["foramen"] for i in range(1, 6)}
    c, k = pl.head, pl.knee
    out = lambda n, x, y, z: seats[n].outward([[x, y, z]])[0]
    above = {1: "T12", 2: "L1", 3: "L2", 4: "L3", 5: "L4"}

    def root(i):
        """From the sac through the opening under the pedicle of L(i)."""
        s = canal(seats[f"L{i}"], seats[f"L{i}"].h * 0.55)
        return [s + P(6, 0, 1), hole[f"L{i}"] + P(-5, 5, 2), hole[f"L{i}"], hole[f"L{i}"] + P(9, -8, 5)]

    # The way of the thigh nerve: L2 to L4 join in psoas and go under the groin.
    plexus = out("L5", 43, 2, -4)
    deep = lambda x, y, under: P(x, y, skin.front(x, y) - under)
    groin = P(pl.asis[0] * 0.5 + 16, (pl.asis[1] + pl.pubis[0][1]) / 2 - 4, 0)
    groin = deep(groin[0], groin[1], 26)
    femoral = [plexus, P(54, pl.crest_y - 58, c[2] + 26), P(66, c[1] + 58, c[2] + 52), groin, deep(c[0] - 8, c[1] - 42, 26), deep(c[0] - 3, c[1] - 100, 33)]
    side = P(96, pl.crest_y + 16, c[2] + 4)
    yield "nerve_l1", "branch", True, root(1) + [out("L2", 34, 2, -8), out("L3", 52, 22, -14), side, P(112, pl.crest_y + 2, c[2] + 40)], 1.5, 0.5
    for i in (2, 3, 4):
        end = [out(f"L{min(i + 1, 5)}", 37, 6, -6)] if i < 4 else []
        yield f"nerve_l{i}", "branch", True, root(i) + end + [plexus], 2.0, 2.4
    yield "femoral_nerve", "trunk", True, femoral, 3.2, 0.8
    # Down to the sciatic nerve: the trunk of L4 and L5 over the wing of the sacrum, and S1 to S3 from their openings.
    points, join, fork = sciatic(pl)
    wing = pl.sacrum[0] + P(36, 8, 16)
    yield "root_l4", "branch", True, root(4) + [out("L5", 31, 0, 2), wing + P(1, 4, 2), join], 1.8, 2.4
    yield "nerve_l5", "branch", True, root(5)[:3] + [wing, join], 2.4, 2.8
    for i, f in ((1, 0), (2, 1), (3, 2)):
        s = pl.foramina[f]
        middle = pl.sacrum[f]
        front = P(s[0] + 5, s[1] - 4, middle[2] + 6)
        yield f"nerve_s{i}", "branch", True, [P(8, s[1] + 8, middle[2] - 14), P(s[0] + 2, s[1], middle[2] - 4), front, join if i < 3 else join * 0.45 + points[1] * 0.55], 2.3 - 0.3 * i, 2.4
    yield "sciatic_nerve", "trunk", True, points, 5.4, 4.4
    calf = k[1] - 90
    yield "tibial_nerve", "trunk", True, [fork, P(k[0] - 3, k[1] + 30, k[2] - 46), P(k[0] - 2, k[1] - 28, k[2] - 44), P(k[0] - 2, calf, k[2] - 44)], 3.4, 2.4
    yield "common_fibular_nerve", "trunk", True, [fork, P(k[0] + 17, k[1] + 42, k[2] - 38), P(k[0] + 36, k[1] - 8, k[2] - 26), P(k[0] + 45, k[1] - 44, k[2] - 6), P(k[0] + 44, k[1] - 74, k[2] + 6)], 2.6, 1.7

    # Back branches. Each leaves below its vertebra, turns back over the root of the next transverse process and divides.
    for i in range(1, 6):
        below = seats[f"L{i + 1}"] if i < 5 else None
        if below is not None:
            turn = below.outward([[below.cw / 2 + below.pw + 4, 0.22 * below.h + 6, -below.d / 2 - 0.80 * below.cd]])[0]
            hook = below.outward([[below.cw / 2 + below.pw + 1, 0.05 * below.h, -below.d / 2 - 1.12 * below.cd]])[0]
            deep = below.outward([[11, -0.45 * below.h, -below.d / 2 - below.cd - 9]])[0]
            last = below.outward([[6, -0.75 * below.h - 6, -below.d / 2 - below.cd - 14]])[0]
        else:
            f = pl.foramina[0]
            turn = P(33, f[1] + 22, f[2] + 6)
            hook = P(28, f[1] + 10, f[2] - 2)
            deep, last = P(20, f[1] + 2, f[2] - 6), P(11, f[1] - 8, f[2] - 8)
        start = [hole[f"L{i}"], turn]
        yield f"medial_branch_l{i}", "branch", True, start + [hook, deep, last], 1.1, 0.5
        if i == 5:
            continue
        # Side branches of L1 to L3 cross the crest 8 to 10 cm beside the midline; that of L4 stays in the muscle.
        x, y = turn[0], turn[1]
        skin_at = lambda x, y, under: P(x, y, skin.back(x, y) + under)
        if i < 4:
            cross = {1: 98, 2: 90, 3: 81}[i]
            over = pl.crest_y - {1: 1, 2: 4, 3: 10}[i]
            way = [P(x + 9, y - 12, turn[2] - 9), skin_at(x * 0.45 + cross * 0.55, y * 0.45 + over * 0.55, 15), skin_at(cross, over, 8), skin_at(cross + 5 * i - 4, over - 34, 8), skin_at(cross + {1: 24, 2: 10, 3: -3}[i], over - {1: 84, 2: 98, 3: 90}[i], 7)]
        else:
            way = [P(x + 9, y - 10, turn[2] - 9), skin_at(x + 21, y - 30, 17), skin_at(x + 27, y - 46, 15)]
        yield f"dorsal_branch_l{i}", "branch", True, start + way, 1.5, 0.4
