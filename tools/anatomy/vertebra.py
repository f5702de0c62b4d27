"""One vertebra as a solid, in its own frame: x to the left, y up its body, z forward; the origin is the body's middle.

C7, the twelve of the chest and the five of the loin are one recipe with other measures: what differs is how the joint
surfaces face, how the transverse processes point, and whether the spinous process is a spike or a hatchet.
"""

import numpy as np

import sdf


def kind(name):
    return name[0], int(name[1:])


def atlas(seat):
    """C1: a ring with broad side masses, without body and without spinous process."""

    def solid(q):
        p = np.column_stack([np.abs(q[:, 0]), q[:, 1], q[:, 2]])
        front = sdf.path(p, [[0, 0, 2], [8, 0, 0], [15, 0, -6]], [4.4, 3.8, 4.6], 3)
        mass = sdf.ellipsoid(p, np.array([17, 0, -10]), (7, 7, 9.5))
        rear = sdf.path(p, [[17, 0, -14], [15, 0, -24], [8, -1, -31], [0, -1, -33]], [4.6, 3.4, 3.2, 4.0], 3)
        side = sdf.rod(p, [20, 0, -10], [seat.span / 2 - 4, -1, -11], 4.2, 3.6)
        return sdf.blend(3, front, mass, rear, side)

    return solid


def solid(seat):
    region, number = kind(seat.name)
    if seat.name == "C1":
        return atlas(seat)
    lumbar = region == "L" or seat.name == "T12"
    w, d, h, cw, cd, pw, ph = seat.w / 2, seat.d / 2, seat.h, seat.cw / 2, seat.cd, seat.pw / 2, seat.ph / 2
    back = -d  # the rear face of the body
    floor = back - cd  # the rear wall of the canal
    tip_y, tip_z = seat.tip[1], seat.tip[2]
    px = cw + pw * 0.9  # where the pedicle runs
    if region == "L":
        up, lift = 0.20 * h, 0.0
    else:
        up, lift = 0.24 * h, 2.0
    side = seat.span / 2

    def body(p):
        waist = 1 - 0.10 * (1 - np.clip(2 * p[:, 1] / h, -1, 1) ** 2)
        q = np.stack([p[:, 0] / waist, p[:, 1], p[:, 2] / waist], 1)
        flat = q[:, [0, 2]]
        r = np.array([w, d])
        k0 = np.linalg.norm(flat / r, axis=1)
        k1 = np.linalg.norm(flat / (r * r), axis=1)
        round_ = k0 * (k0 - 1) / np.maximum(k1, 1e-9)
        disc = sdf.both(3.0, round_, np.abs(p[:, 1]) - h / 2)
        # The rear face is hollow, so that the body looks like a bean from above.
        return sdf.carve(3.0, disc, sdf.rod(p, [0, -h, back - 0.42 * cd], [0, h, back - 0.42 * cd], 0.47 * cd))

    def arch(p):
        q = p * [1, pw / ph, 1]
        m = lambda x, y, z: np.array([x, y, z], float)
        pedicle = sdf.rod(q, m(px, up * pw / ph, back + 4), m(px, up * pw / ph, back - 0.62 * cd), pw * 1.05)
        # Laminae: two sloping plates that meet behind the canal.
        if region == "L":
            high, low, thick = up + 3, -0.62 * h, 3.0
            inner_high, inner_low = up - 2, -0.56 * h
        elif region == "T":
            high, low, thick = up + 3, -0.72 * h, 2.9
            inner_high, inner_low = up + 1, -0.80 * h
        else:
            high, low, thick = up + 2, -0.42 * h, 2.8
            inner_high, inner_low = up, -0.62 * h
        lean = 2.0 if region == "T" else 1.0
        lamina = sdf.plate(
            p,
            [[px - 1, high, back - 0.72 * cd], [0, inner_high, floor - 1], [0, inner_low, floor - 2 - lean], [px - 2, low, back - 0.78 * cd - lean]],
            thick,
        )
        return sdf.blend(3.0, pedicle, lamina)

    def joints(p):
        """The four articular processes: two above, two below."""
        if lumbar and region == "L":
            grow = {1: 0.0, 2: 0.6, 3: 1.6, 4: 3.2, 5: 5.0}[number]
            out, inn = 17.0 + grow, 12.5 + grow * 0.9
            above = sdf.rod(p, [px, up, back - 0.55 * cd], [out, h / 2 + 6.5, back - 0.66 * cd], 5.2, 4.6)
            knob = sdf.ball(p, np.array([out + 1.5, h / 2 + 1.0, back - 0.95 * cd]), 3.6)  # mamillary process
            below = sdf.rod(p, [inn - 0.5, -0.30 * h, floor + 1.5], [inn, -h / 2 - 9.5, floor + 2.0], 5.0, 4.3)
            return sdf.blend(3.0, above, knob, below)
        if seat.name == "T12":
            above = sdf.rod(p, [px, up, back - 0.5 * cd], [13.0, h / 2 + 5, back - 0.75 * cd], 4.2, 3.6)
            below = sdf.rod(p, [10.5, -0.3 * h, floor + 1.5], [11.0, -h / 2 - 8, floor + 2], 4.4, 3.8)
            return sdf.blend(2.5, above, below)
        # Chest and C7: flat plates that overlap like tiles, the lower one behind.
        x = 10.5 + (2.5 if number == 1 and region == "T" else 0) + (5 if region == "C" else 0)
        above = sdf.rod(p, [x, up, back - 0.62 * cd], [x, h / 2 + 6.0, back - 0.62 * cd], 3.9, 3.2, squash=[0.85, 1, 1])
        below = sdf.rod(p, [x * 0.82, -0.4 * h, floor + 1.5], [x * 0.86, -h / 2 - 6.5, floor + 1.5], 3.8, 3.1, squash=[0.85, 1, 1])
        return sdf.blend(2.5, above, below)

    def transverse(p):
        if region == "L":
            # Thin blades; those of L3 reach farthest, those of L5 are stout and rise a little.
            root = [px + 1, up + (0 if number < 5 else 1), back - 0.25 * cd]
            rise = {1: 1.5, 2: 1.0, 3: 0.0, 4: 4.0, 5: 6.0}[number]
            swing = {1: 6.0, 2: 5.0, 3: 4.0, 4: 6.0, 5: 9.0}[number]
            r0, r1 = (4.2, 2.9) if number < 5 else (6.5, 3.6)
            end = [side - r1, root[1] + rise, root[2] - swing]
            blade = sdf.rod(p, root, end, r0, r1, squash=[1, 0.80, 1.25])
            accessory = sdf.ball(p, np.array([px + 3.5, up - 4.5, back - 0.62 * cd]), 2.2)
            return sdf.blend(2.5, blade, accessory)
        if region == "C":
            root = [px + 1, up - 1, back + 1]
            return sdf.blend(2, sdf.rod(p, root, [side - 4, up - 3, back - 7], 4.4, 4.0), sdf.rod(p, [px, up, back - 0.5 * cd], [side - 5, up - 2, back - 8], 4.0))
        # Chest: they point back and up, each with a club for its rib, shorter from T1 to T12.
        sweep = 9 + 0.9 * number if number <= 10 else 15
        root = [px + 1, up, back - 0.62 * cd]
        if number == 12:
            stub = sdf.rod(p, root, [side - 3.5, up + 0.5, back - 0.85 * cd], 4.5, 3.6)
            return sdf.blend(2, stub, sdf.ball(p, np.array([side - 6, up - 5.5, back - 0.9 * cd]), 3.0))
        end = [side - 4.6, up + lift + 3.0, root[2] - sweep + 3]
        return sdf.rod(p, root, end, 4.2, 4.7)

    def spine(p):
        """The spinous process in the middle plane, from the laminae to the landmark."""
        root_high = np.array([0, up + (1 if region == "L" else 2), floor - 1.0])
        root_low = np.array([0, -0.60 * h, floor - 2.5])
        if region == "L":
            tall = {1: 15, 2: 17, 3: 18, 4: 16, 5: 11}[number] * (1 if seat.tip[2] < floor - 18 else 0.9)
            end_low = np.array([0, tip_y + 2.6, tip_z + 3.0])
            end_high = np.array([0, tip_y + tall, tip_z + 5.5])
            blade = sdf.plate(p, [root_high + [0, -2.5, 2], root_low + [0, 4, 2], end_low, end_high], 2.5)
            rim = sdf.rod(p, end_low + [0, 0.6, 0.4], end_high + [0, -1, 1.0], 3.4, 2.8)
            return sdf.blend(3.0, blade, rim)
        if region == "C":
            end = np.array([0, tip_y + 4.2, tip_z + 3.6])
            return sdf.blend(3, sdf.rod(p, [0, 0, floor], end, 3.6, 4.2), sdf.rod(p, [0, -3, floor - 1], end + [0, -0.5, 2], 3.4, 3.6))
        if seat.name in ("T11", "T12"):
            end_low = np.array([0, tip_y + 2.6, tip_z + 3])
            end_high = np.array([0, tip_y + 11, tip_z + 6])
            blade = sdf.plate(p, [root_high + [0, -3, 2], root_low + [0, 4, 2], end_low, end_high], 2.4)
            return sdf.blend(2.5, blade, sdf.rod(p, end_low, end_high, 3.1, 2.6))
        # A long spike with a roof edge, slanting down over the vertebra below.
        end = np.array([0, tip_y + 3.2, tip_z + 3.0])
        ridge = sdf.rod(p, [0, up - 1, floor - 1], end, 3.4, 3.0)
        keel = sdf.rod(p, [0, -0.55 * h, floor - 2.5], end + [0, 1.0, 1.5], 3.6, 2.6)
        web = sdf.plate(p, [[0, up - 3, floor], [0, -0.55 * h, floor - 2], end + [0, -0.3, 1], end + [0, 2, 0.5]], 1.9)
        return sdf.blend(2.5, ridge, keel, web)

    def all_of(p):
        solid_ = sdf.blend(3.0, arch(p), joints(p), transverse(p))
        bore = lambda p: sdf.rod(p, [0, -60, back - 0.5 * cd], [0, 60, back - 0.5 * cd], 0.5 * cd, squash=[cd / (2 * cw) * 1.0, 1, 1])
        solid_ = sdf.carve(1.5, solid_, bore(p))
        solid_ = sdf.blend(3.0, solid_, spine(p))
        if seat.name == "C2":
            # The tooth that C1 turns round.
            solid_ = sdf.blend(3, solid_, sdf.rod(p, [0, h / 2 - 2, 1], [0, h / 2 + 13, -1.5], 5.0, 4.2))
        return sdf.blend(2.2, solid_, body(p))

    return lambda p: all_of(np.column_stack([np.abs(p[:, 0]), p[:, 1], p[:, 2]]))


def box(seat):
    low = [-1, min(seat.tip[1] - 4, -seat.h / 2 - 18), min(seat.tip[2] - 4, -seat.d / 2 - seat.cd - 22)]
    if seat.name in ("C1", "C2"):
        low[2] = min(low[2], -44)
    high = [max(seat.span / 2, seat.w / 2) + 4, seat.h / 2 + (22 if seat.name == "C2" else 16), seat.d / 2 + 4]
    return low, high


def landmarks(seat):
    """Places that tests and nerves ask for, in the body's frame."""
    up = 0.22 * seat.h
    return {
        "tip": seat.tip_body,
        "transverse_tip": seat.outward([seat.span / 2, up, -seat.d / 2 - seat.cd * 0.4]),
        # Where the nerve of this number leaves: under this pedicle.
        "foramen": seat.outward([seat.cw / 2 + seat.pw * 0.5, -seat.h * 0.38, -seat.d / 2 - seat.cd * 0.35]),
    }
