"""Hip bone, sacrum with coccyx, and thigh bone of the left side as solids, in body millimetres.

Their places are read from the figure's landmarks: dimples (S2), hiatus, coccyx, crest, front spine, pubis, hip joint.
"""

import numpy as np

import sdf


def P(*v):
    return np.array(v, float)


class Places:
    """The few places that pelvis, muscles and nerves share. Left side; depth under the skin is in `in_`."""

    def __init__(self, marks):
        at = lambda n: marks[n][1]
        self.head = P(at("joint_hip")[0] * 0.92, at("joint_hip")[1] - 2, at("joint_hip")[2] + 3)
        hip, s2, hiatus, coccyx, crest = self.head, at("S2_spine"), at("sacral_hiatus"), at("coccyx_tip"), at("iliac_crest_top")
        self.psis = at("psis") + P(0, 1, 12)
        self.asis = at("asis") + P(-4, 2, -14)
        self.crest_y = crest[1]
        up = (self.crest_y - hip[1]) / 131.0  # 131 mm from hip to crest in the measured pelvis
        self.up = up
        z = lambda v: hip[2] + v
        self.crest = [
            self.psis,
            P(54, self.psis[1] + 36 * up, self.psis[2] + 7),
            P(76, self.crest_y - 11, z(-46)),
            P(101, self.crest_y - 1, z(-12)),
            P(122, self.crest_y - 9, z(25)),
            P(130, self.crest_y - 33, z(55)),
            P(126, self.asis[1] + 14, self.asis[2] - 12),
            self.asis,
        ]
        self.piis = P(41, hip[1] + 32 * up, self.psis[2] + 9)
        self.notch = P(63, hip[1] + 30 * up, z(-44))
        self.aiis = P(103, hip[1] + 31 * up, z(46))
        self.tuber = P(58, hip[1] - 78 * up, z(-31))
        self.spine = P(50, hip[1] - 19 * up, z(-46))
        self.pubis = [P(9, at("pubic_symphysis_upper")[1] - 6, at("pubic_symphysis_upper")[2] - 29), P(8, at("pubic_symphysis_lower")[1] - 1, at("pubic_symphysis_lower")[2] - 26)]
        # Sacrum: middles of the five bodies, then the coccyx.
        self.s1_top = None
        self.sacrum = [P(0, s2[1] + 24, s2[2] + 58), P(0, s2[1] + 4, s2[2] + 37), P(0, s2[1] - 18, s2[2] + 21.5), P(0, hiatus[1], hiatus[2] + 17), P(0, hiatus[1] - 15, hiatus[2] + 16)]
        self.coccyx = [P(0, hiatus[1] - 27, hiatus[2] + 18.5), P(0, (hiatus[1] - 27 + coccyx[1] + 5) / 2, hiatus[2] + 22), P(0, coccyx[1] + 5, coccyx[2] + 13)]
        self.foramina = [at(f"S{i}_foramen") + P(0, 0, 9) for i in (1, 2, 3, 4)]
        self.trochanter = P(147, hip[1] - 13 * up, hip[2] - 6)
        self.trochanter_top = P(140, hip[1] + 3 * up, hip[2] - 14)
        self.lesser = P(121, hip[1] - 50 * up, hip[2] - 18)
        self.knee = at("joint_knee")


def hip_bone(pl):
    c = pl.head
    lower = [pl.piis, pl.notch + P(2, 3, 2), c + P(-16, 28, -16), c + P(-4, 32, 20), pl.aiis]

    def solid(p):
        crest_r = [7.5, 7.0, 6.5, 6.0, 7.0, 5.5, 5.5, 6.5]
        crest = sdf.path(p, pl.crest, crest_r, 4)
        k = pl.crest
        fan = [
            (k[0], k[1], lower[1], lower[0]),
            (k[1], k[2], lower[1]),
            (k[2], k[3], lower[2], lower[1]),
            (k[3], k[4], lower[3], lower[2]),
            (k[4], k[5], lower[3]),
            (k[5], k[6], lower[4], lower[3]),
            (k[6], k[7], lower[4]),
        ]
        wing = None
        for corners in fan:
            for tri in [corners[:3]] + ([(corners[0], corners[2], corners[3])] if len(corners) == 4 else []):
                slab = sdf.plate(p, tri, 3.0)
                wing = slab if wing is None else sdf.blend(4, wing, slab)
        d = sdf.blend(7, wing, crest)
        # The thick bar from the joint with the sacrum to the hip socket, and the rough part behind that joint.
        bar = sdf.path(p, [P(46, pl.psis[1] + 6, pl.psis[2] + 20), pl.notch + P(2, 8, 8), c + P(-14, 20, -8)], [10, 11, 17], 5)
        d = sdf.blend(8, d, bar)
        d = sdf.blend(6, d, sdf.rod(p, pl.piis, pl.psis, 6, 7), sdf.rod(p, pl.aiis, c + P(2, 22, 28), 7, 10))
        # Socket.
        cup = sdf.ball(p, c, 32.5)
        facing = P(0.78, -0.45, 0.43) / np.linalg.norm(P(0.78, -0.45, 0.43))
        cup = sdf.both(3, cup, (p - c) @ facing - 9)
        # Ischium, its spine and seat; pubis with both rami. What they leave free is the obturator foramen.
        seat = sdf.path(p, [c + P(-14, -16, -18), c + P(-24, -50 * pl.up, -27), pl.tuber + P(2, 8, 0), pl.tuber + P(-2, 2, 12)], [15, 12, 14, 11], 6)
        thorn = sdf.rod(p, c + P(-22, -14, -24), pl.spine, 10, 3)
        high = sdf.path(p, [c + P(-8, -2, 22), c + P(-34, 6, 54), pl.pubis[0] + P(12, -2, -2), pl.pubis[0]], [14, 9, 9, 8.5], 5)
        low = sdf.path(p, [pl.tuber + P(-4, 4, 14), pl.tuber + P(-24, 22, 52), pl.pubis[1] + P(6, 0, -2), pl.pubis[1]], [9, 6.5, 7, 7.5], 5)
        front = sdf.rod(p, pl.pubis[0], pl.pubis[1], 8.5, 7.5)
        d = sdf.blend(7, d, cup, seat, thorn, high, low, front)
        d = sdf.carve(2.5, d, sdf.ball(p, c, 25.0))
        # Two hip bones meet at a disc and not at each other.
        return sdf.both(1.5, d, 2.2 - p[:, 0])

    low, high = P(0, pl.tuber[1] - 18, pl.psis[2] - 12), P(142, pl.crest_y + 10, max(pl.asis[2], pl.pubis[0][2]) + 14)
    return solid, low, high


def sacrum(pl, s1):
    """s1: middle of the upper face of S1, its up and its forward direction."""
    top, up, forward = s1
    width = [54, 49, 38, 27, 15]
    thick = [13, 11, 8.5, 6.5, 5.0]
    c = pl.sacrum

    def solid(q):
        p = np.column_stack([np.abs(q[:, 0]), q[:, 1], q[:, 2]])
        body = sdf.rod(p, top - up * 5, c[0], 15, 13, squash=[0.66, 1, 1])
        flat = np.stack([p @ P(1, 0, 0), (p - top) @ up, (p - top) @ forward], 1)
        face = sdf.both(2.5, sdf.ellipsoid(flat * P(1, 0.001, 1), P(0, 0, 0), (25, 1000, 16)), np.abs(flat[:, 1] + 7) - 7)
        d = sdf.blend(6, body, face)
        for i in range(4):
            slab = sdf.plate(p, [c[i] + P(-width[i] + 10, 0, 0), c[i] + P(width[i] - thick[i], 2, -3), c[i + 1] + P(width[i + 1] - thick[i + 1], 0, -2), c[i + 1] + P(-width[i + 1] + 8, 0, 0)], (thick[i] + thick[i + 1]) / 2)
            d = sdf.blend(6, d, slab)
        # Wings of S1: wide, and sloping down to the joint with the hip bone.
        wing = sdf.path(p, [top - up * 9 + P(18, 0, -2), top - up * 14 + P(40, -1, -8), c[1] + P(46, 14, 2)], [12, 12, 13], 6)
        d = sdf.blend(8, d, wing)
        # Behind: the roof of the sacral canal, with the median crest and its bumps, and the joint processes of S1.
        roof = [top - up * 6 - forward * 26 + P(0, 2, 0), c[0] + P(0, 2, -31), c[1] + P(0, 0, -25.5), c[2] + P(0, 0, -14), c[3] + P(0, 2, -8)]
        for i in range(4):
            slab = sdf.plate(p, [roof[i] + P(-14, 0, 5), roof[i] + P(14, 0, 5), roof[i + 1] + P(11, 0, 4), roof[i + 1] + P(-11, 0, 4)], 5)
            d = sdf.blend(6, d, slab)
        filling = sdf.path(p, [c[0] + P(0, 0, -12), c[1] + P(0, 0, -12), c[2] + P(0, 0, -7)], [14, 12, 8], 5)
        d = sdf.blend(6, d, filling)
        for i, size in ((0, 4.6), (1, 5.2), (2, 4.6), (3, 3.6)):
            bump = (roof[i] * 0.35 + roof[i + 1] * 0.65) + P(0, 0, -3.5)
            d = sdf.blend(4, d, sdf.rod(p, bump + P(0, 4, 2), bump + P(0, -3, 0), size * 0.7, size * 0.8))
        horn = sdf.rod(p, c[0] + P(21, 6, -20), top + P(20, 5, -20) - forward * 4, 7, 4.6)
        d = sdf.blend(4, d, horn)
        # Lateral crest: a row of low knobs outside the openings.
        for f, out in zip(pl.foramina, (13, 12, 10, 8)):
            d = sdf.blend(4, d, sdf.ball(p, f + P(out, -4, 11 if out == 13 else 7), 5.0))
        # Four openings on each side, right through.
        for i, f in enumerate(pl.foramina):
            r = (5.0, 4.9, 4.6, 4.4)[i]
            d = sdf.carve(2.2, d, sdf.rod(p, f + P(0.5, 0, -12), f + P(3, -4, 60), r, r * 1.05))
        # Canal, open above and at the hiatus.
        d = sdf.carve(2, d, sdf.path(p, [top + up * 12 - forward * 23, c[0] + P(0, 2, -22), c[1] + P(0, 0, -17)], [8.5, 7, 4], 2))
        d = sdf.carve(1.5, d, sdf.rod(p, c[3] + P(0, -2, -11), c[4] + P(0, -4, -9), 3.4))
        # Coccyx: three beads. The first alone has horns, which meet those of the sacrum beside the hiatus, and transverse
        # processes, out and a little up; the others truly have neither.
        e = pl.coccyx
        beads = sdf.blend(2.5, sdf.ellipsoid(p, e[0], (10, 6.5, 5)), sdf.ellipsoid(p, e[1], (6.5, 6.5, 4.6)), sdf.ellipsoid(p, e[2] + P(0, 4, 0), (4.4, 6, 4)))
        process = sdf.rod(p, e[0] + P(6, 1, 0), e[0] + P(14, 3, -1), 3.8, 2.8)
        horns = [sdf.rod(p, e[0] + P(6, 2, -3), e[0] + P(7, 8, -8), 2.8, 2.4), sdf.rod(p, c[4] + P(8, 6, -7), c[4] + P(8, 0, -10), 3.0, 2.4)]
        d = sdf.blend(2.0, sdf.blend(3, d, beads), process)
        return sdf.blend(1.5, d, *horns)

    low = P(-1, pl.coccyx[2][1] - 8, pl.foramina[2][2] - 14)
    high = P(66, top[1] + 26, top[2] + 24)
    return solid, low, high


def femur(pl):
    c, k = pl.head, pl.knee
    t = pl.trochanter
    axis = [P(136, c[1] - 28 * pl.up, c[2] - 4), P(135, c[1] - 70 * pl.up, c[2] - 2)]
    bottom = P(k[0] + 2, k[1] + 30, k[2] - 4)
    bend = axis[1] * 0.5 + bottom * 0.5 + P(1, 0, 13)
    way = [axis[0], axis[1]]
    for s in np.linspace(0, 1, 9)[1:]:
        way.append(axis[1] * (1 - s) ** 2 + (2 * bend - (axis[1] + bottom) / 2) * 2 * s * (1 - s) + bottom * s * s)
    thick = [18, 15.5, 14.2, 13.4, 13.0, 13.0, 13.2, 14.0, 16.0, 20.0]

    def solid(p):
        head = sdf.ball(p, c, 23.2)
        neck = sdf.rod(p, c, axis[0] + P(-4, 6, 0), 15.0, 17.0)
        shaft = sdf.path(p, way, thick, 6)
        great = sdf.blend(5, sdf.rod(p, t + P(-5, -16, 4), pl.trochanter_top + P(-1, -5, 0), 13, 8), sdf.rod(p, t + P(-3, 0, 8), t + P(-5, -20, 4), 9.5, 11))
        small = sdf.rod(p, axis[1] + P(-4, 14, -6), pl.lesser, 11, 5.5)
        ridge = sdf.rod(p, pl.trochanter_top + P(-4, -8, -2), pl.lesser + P(2, 2, -2), 5, 4)
        d = sdf.blend(7, head, neck)
        d = sdf.blend(7, d, shaft, great, small)
        d = sdf.blend(5, d, ridge)
        # Knee end: two rollers with a notch between them behind.
        inner = sdf.ellipsoid(p, P(k[0] - 22, k[1] + 8, k[2] - 8), (15, 21, 28))
        outer = sdf.ellipsoid(p, P(k[0] + 23, k[1] + 9, k[2] - 6), (15, 21, 29))
        web = sdf.rod(p, P(k[0] - 20, k[1] + 17, k[2] + 5), P(k[0] + 20, k[1] + 18, k[2] + 5), 16)
        return sdf.blend(8, d, sdf.blend(6, inner, outer, web))

    low = P(min(c[0] - 26, k[0] - 42), k[1] - 16, min(c[2], k[2]) - 42)
    high = P(t[0] + 14, c[1] + 28, max(c[2], k[2]) + 34)
    return solid, low, high


def s1_face(seats):
    """The upper face of S1: below the L5 disc, tilted 40 degrees."""
    l5 = seats["L5"]
    tilt = np.radians(39)
    up, forward = P(0, np.cos(tilt), np.sin(tilt)), P(0, -np.sin(tilt), np.cos(tilt))
    down = l5.outward([[0, -l5.h / 2, 0]])[0]
    mid = P(0, np.cos((tilt + l5.tilt) / 2), np.sin((tilt + l5.tilt) / 2))
    return down - mid * (l5.disc + 1), up, forward


if __name__ == "__main__":
    import sys

    import look
    import mesh
    from column import column
    from figure import landmarks

    marks = landmarks()
    pl, seats = Places(marks), column(marks)
    out = []
    what = sys.argv[1:] or ["hip", "sacrum", "femur"]
    if "hip" in what:
        m = mesh.bone(*hip_bone(pl), 3.2, 760, seam=False)
        out += [m, look.mirrored(*m)]
    if "sacrum" in what:
        m = mesh.bone(*sacrum(pl, s1_face(seats)), 2.4, 520)
        out += [m, look.mirrored(*m)]
    if "femur" in what:
        m = mesh.bone(*femur(pl), 4.0, 330, seam=False)
        out += [m, look.mirrored(*m)]
    print([len(m[1]) for m in out])
    for view in ("back", "left", "front", "oblique"):
        look.picture(out, view, 2.2, path=f"/tmp/look-pelvis-{view}.png")
