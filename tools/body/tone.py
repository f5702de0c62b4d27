"""Where skin is warmer (blood near the surface) or darker (brows, lashes), and where the mesh must stay fine."""

import numpy as np

from mesh import relax, smoothstep
from parts import PARTS

# landmark -> (strength, radius in metres); the spot fades like a bell
WARM = {
    "nose_tip": (0.22, 0.011), "ala_mid": (0.14, 0.009), "olecranon": (0.20, 0.022), "patella_base": (0.10, 0.030),
    "patella_apex": (0.16, 0.030), "heel_back": (0.22, 0.026), "mcp_2": (0.22, 0.009), "mcp_3": (0.22, 0.009),
    "mcp_4": (0.22, 0.009), "mcp_5": (0.22, 0.009), "elbow_crease": (0.06, 0.025), "knee_crease": (0.05, 0.030),
}  # fmt: skip
# How far (in relative terms) decimation may stray in each part: small = fine mesh.
FINE = {
    "face": 0.24, "ear": 0.32, "scalp": 0.50, "neck": 0.60, "finger": 0.46, "thumb": 0.42, "palm": 0.45,
    "back_of_hand": 0.45, "wrist": 0.55, "toe": 0.50, "sole": 0.70, "top_of_foot": 0.55, "heel": 0.60, "ankle": 0.55,
    "low_back": 0.45, "sacrum": 0.50, "mid_back": 0.50, "upper_back": 0.60, "chest": 0.65, "belly": 0.65, "side": 0.65,
    "buttock": 0.70, "shoulder": 0.75,
}  # fmt: skip


def bell(points, centre, radius):
    near = points.copy()
    near[:, 0] = np.abs(near[:, 0])
    return np.exp(-(((near - centre) ** 2).sum(1)) / (2 * (radius / 1.6) ** 2))


def curve_distance(points, line):
    """Distance to a polyline on the left, the right side mirrored; and the place along it, 0..1."""
    near = points.copy()
    near[:, 0] = np.abs(near[:, 0])
    best, place = np.full(len(near), np.inf), np.zeros(len(near))
    for k, (a, b) in enumerate(zip(line, line[1:])):
        t = np.clip((near - a) @ (b - a) / ((b - a) @ (b - a)), 0, 1)
        d = np.linalg.norm(near - (a + t[:, None] * (b - a)), axis=1)
        nearer = d < best
        best[nearer], place[nearer] = d[nearer], ((k + t) / (len(line) - 1))[nearer]
    return best, place


def brow(skin, mark):
    """The left eyebrow's line on the skin."""
    ends = [mark[n] for n in ("eyebrow_medial_end", "eyebrow_mid", "eyebrow_arch", "eyebrow_lateral_end")]
    t = np.linspace(0, 1, 25)
    flat = np.array([np.interp(t, [0, 0.4, 0.68, 1], [e[k] for e in ends]) for k in range(3)]).T
    for _ in range(6):
        flat[1:-1] = 0.5 * flat[1:-1] + 0.25 * (flat[:-2] + flat[2:])
    return np.array([skin.front(x, y) for x, y, _ in flat])


def tone(skin, value, mark, joint):
    p, n, size = skin.p, skin.n, skin.stature / 1.70
    out = 0.44 * smoothstep(value["lips"], 0.15, 0.85)
    for name, (strength, radius) in WARM.items():
        out = np.maximum(out, strength * bell(p, mark[name], radius * size))
    cheek = mark["zygomatic_lower"] * [0.80, 1, 1]
    cheek = skin.front(cheek[0], cheek[1] - 0.004)
    out = np.maximum(out, 0.17 * bell(p, cheek, 0.024 * size))
    out = np.maximum(out, 0.22 * value["ears"])
    # palms, soles and the pads of fingers and toes
    palm = np.cross(joint["finger5-1"] - joint["wrist"], joint["finger2-1"] - joint["wrist"])
    palm *= np.sign(palm[2]) / np.linalg.norm(palm)
    left = n * np.where(p[:, :1] < 0, [[-1, 1, 1]], [[1, 1, 1]])
    hand = value["weight_hand"] + value["weight_finger"] + value["weight_thumb"]
    out = np.maximum(out, 0.17 * smoothstep(left @ palm, 0.0, 0.7) * smoothstep(hand, 0.3, 0.9))
    foot = value["weight_foot"] + value["weight_toe"]
    out = np.maximum(out, 0.20 * smoothstep(-n[:, 1], 0.1, 0.7) * smoothstep(foot, 0.3, 0.9) * (p[:, 1] < 0.035))
    for digit in (1, 2, 3, 4, 5):
        tip = skin.end[f"finger{digit}-3"]
        out = np.maximum(out, 0.26 * bell(p, tip, 0.015 * size))
        out = np.maximum(out, 0.24 * bell(p, skin.end[f"toe{digit}-{2 if digit == 1 else 3}"], 0.014 * size))
        if digit > 1:
            knuckle = joint[f"finger{digit}-2"] - palm * 0.008
            out = np.maximum(out, 0.14 * bell(p, knuckle, 0.009 * size))
    out *= 1 - 0.6 * smoothstep(np.maximum(value["fingernails"], value["toenails"]), 0.3, 0.8)

    # brows: thick at the inner third, thin outside; soft at every edge
    away, place = curve_distance(p, brow(skin, mark))
    half = np.interp(place, [0, 0.12, 0.5, 1], [0.0018, 0.0034, 0.0030, 0.0012]) * size
    hair = 0.42 * (1 - smoothstep(away, 0.25 * half, 1.7 * half)) * (p[:, 2] > joint["jaw"][2] + 0.02)
    out = np.where(hair > 0.02, out * (1 - hair) - hair, out)
    # lashes: the seam of the closed lids
    eye = (np.abs(p[:, 1] - joint["eye"][1]) < 0.02) & (p[:, 2] > joint["eye"][2])
    lash = 0.55 * smoothstep(value["pocket"], 0.01, 0.30) * eye
    return np.where(lash > 0.02, out * (1 - lash) - lash, out)


def tolerance(value, part, painted, mean):
    """How far decimation may stray, relative to plain skin."""
    slack = np.array([FINE.get(name, 1.0) for name in PARTS])[part]
    # painted edges need vertices too
    change = np.sqrt(np.maximum(mean @ painted**2 - (mean @ painted) ** 2, 0))
    slack = slack / (1 + 25 * relax(change, mean, np.ones(len(painted)), 1))
    slack = relax(slack, mean, np.ones(len(painted)), 4)
    # hair is darker than anything else: the bare skin round it needs vertices, or the brow would bleed into the forehead
    hair = (painted < -0.02).astype(float)
    for _ in range(2):
        hair = np.maximum(hair, (mean @ hair > 0).astype(float))
    slack = np.where((hair > 0) & (value["pocket"] < 0.01), slack * 0.35, slack)
    nail = np.maximum(value["fingernails"], value["toenails"])
    slack = slack * (1 - 0.5 * smoothstep(relax(nail, mean, np.ones(len(nail)), 2), 0.05, 0.4))
    # nobody sees the drawn-tight pockets
    return np.where(value["pocket"] > 0.6, 30.0, slack)
