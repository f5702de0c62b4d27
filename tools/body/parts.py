"""Which part of the body every vertex belongs to, in words a visitor would use."""

import numpy as np

from mesh import unit

PARTS = (
    "scalp face ear neck shoulder upper_arm elbow forearm wrist palm back_of_hand finger thumb chest side belly groin "
    "upper_back mid_back low_back sacrum buttock hip front_thigh back_thigh inner_thigh outer_thigh knee back_of_knee "
    "shin calf ankle top_of_foot sole heel toe"
).split()

# Families of bones; the heaviest family of a vertex decides in which region it is sorted further.
FAMILIES = {
    "head": ("head", "jaw", "eye", "levator", "oculi", "orbicularis", "oris", "risorius", "special", "temporalis", "tongue"),
    "neck": ("neck",),
    "trunk": ("spine", "breast", "clavicle", "root", "pelvis"),
    "shoulder": ("shoulder",),
    "arm": ("upperarm", "lowerarm"),
    "hand": ("wrist", "metacarpal"),
    "finger": ("finger2", "finger3", "finger4", "finger5"),
    "thumb": ("finger1",),
    "leg": ("upperleg", "lowerleg"),
    "foot": ("foot",),
    "toe": ("toe",),
}


def azimuth(offset, axis):
    """Degrees round a left limb: 0 = front, 90 = outer side, 180 = back, -90 = inner side."""
    axis = unit(axis)
    front = unit(np.array([0, 0, 1.0]) - axis * axis[2])
    outer = unit(np.cross(axis, front)) * (1 if np.cross(axis, front)[0] > 0 else -1)
    return np.degrees(np.arctan2(offset @ outer, offset @ front))


def parts(points, normals, weight, mask, joint, level, mark, stature):
    """`weight` = family -> share per vertex, `mask` = painted regions, `mark` = landmarks (left side)."""
    p = points.copy()
    p[:, 0] = np.abs(p[:, 0])
    n = normals.copy()
    n[:, 0] *= np.where(points[:, 0] < 0, -1, 1)
    x, y, z = p.T
    h = stature
    family = np.array(list(FAMILIES))[np.argmax(np.stack([weight[f] for f in FAMILIES]), 0)]
    out = np.full(len(p), -1)

    def put(name, where):
        out[where & (out < 0)] = PARTS.index(name)

    # Head and neck
    head = family == "head"
    hairline = mark["front_hairline"]
    back_hair = mark["back_hairline"][1]
    jaw = joint["jaw"]
    put("ear", (head | (family == "neck")) & (mask["ears"] > 0.5))
    in_front = z > jaw[2] - 0.004 - 0.25 * (y - jaw[1])
    put("face", head & in_front & (y < hairline[1] - 0.30 * np.clip(hairline[2] - 0.012 - z, 0, None)) & ~((n[:, 1] < -0.6) & (y < 0.883 * h)))
    put("scalp", head & (y > np.where(z < jaw[2], back_hair, 0.885 * h)))
    collar = level["C7_lower"] + (mark["sternal_notch"][1] - level["C7_lower"]) * np.clip((z + 0.04) / (mark["sternal_notch"][2] + 0.04), 0, 1)
    put("neck", (head | (family == "neck")) & (y > collar - 0.45 * np.clip(x - 0.055, 0, None) / 1))
    family = np.where((family == "head") | (family == "neck"), "trunk", family)

    # Arm
    shoulder, elbow, wrist = joint["upperarm01"], joint["lowerarm01"], joint["wrist"]
    upper_axis, fore_axis = unit(elbow - shoulder), unit(wrist - elbow)
    down_fore = (p - elbow) @ fore_axis
    fore = np.linalg.norm(wrist - elbow)
    hand_axis = unit(joint["finger3-1"] - wrist)
    palm_way = unit(np.cross(joint["finger5-1"] - wrist, joint["finger2-1"] - wrist))
    palm_way *= np.sign(palm_way[2])
    put("thumb", family == "thumb")
    put("finger", family == "finger")
    hand = (family == "hand") | ((family == "arm") & (down_fore > fore))
    put("wrist", (hand | (family == "arm")) & (np.abs((p - wrist) @ hand_axis) < 0.012 * h))
    put("palm", hand & (n @ palm_way > 0))
    put("back_of_hand", hand)
    arm = family == "arm"
    put("elbow", arm & (np.abs((p - elbow) @ unit(upper_axis + fore_axis)) < 0.021 * h))
    put("forearm", arm & (down_fore > 0))
    cap = (p - shoulder) @ upper_axis < 0.045 * h
    put("shoulder", arm & cap)
    put("upper_arm", arm)
    acromion = mark["acromion_lateral"]
    put("shoulder", (family == "shoulder") & (x > acromion[0] - 0.030 * h) & (y > acromion[1] - 0.06 * h))
    family = np.where(family == "shoulder", "trunk", family)

    # Foot and leg
    hip, knee, ankle = joint["upperleg01"], joint["lowerleg01"], joint["foot"]
    put("toe", family == "toe")
    foot = (family == "foot") | ((family == "leg") & (y < 0.02 * h))
    put("ankle", (foot | (family == "leg")) & (y > mark["lateral_malleolus"][1] - 0.006 * h) & (y < 0.072 * h) & (z < ankle[2] + 0.024 * h))
    put("sole", foot & (n[:, 1] < -0.45))
    put("heel", foot & (z < ankle[2] - 0.012 * h))
    put("top_of_foot", foot)
    leg = family == "leg"
    fold = mark["gluteal_fold"]
    thigh_angle = azimuth(p - hip - ((p - hip) @ unit(knee - hip))[:, None] * unit(knee - hip), knee - hip)
    shank_angle = azimuth(p - knee - ((p - knee) @ unit(ankle - knee))[:, None] * unit(ankle - knee), ankle - knee)
    crease = mark["knee_crease"][1]
    behind = np.abs(thigh_angle) > 118
    put("back_of_knee", leg & behind & (np.abs(y - crease) < 0.028 * h))
    put("knee", leg & (y > crease - 0.030 * h) & (y < crease + 0.038 * h) & ~behind)
    put("shin", leg & (y < crease) & (np.abs(shank_angle - 8) < 75))
    put("calf", leg & (y < crease))

    # Trunk and thigh
    crest = level["L4_lower"]
    groin_line = mark["pubic_symphysis_upper"][1] + (mark["asis"][1] - mark["pubic_symphysis_upper"][1]) * np.clip(x / mark["asis"][0], 0, 1.2)
    trunk = (family == "trunk") | (leg & (y > fold[1]))
    half = np.interp(y, *_half_width(p, trunk & (family == "trunk")))
    middle = np.interp(y, *_middle(p, trunk & (family == "trunk")))
    depth = np.interp(y, *_half_depth(p, trunk & (family == "trunk")))
    round_angle = np.degrees(np.arctan2(x / half, (z - middle) / depth))
    front, rear = round_angle < 62, round_angle > 122
    put("front_thigh", leg & (y < groin_line - 0.026 * h) & (np.abs(thigh_angle - 5) < 48))
    put("inner_thigh", leg & (y < fold[1]) & (thigh_angle < 0) & (thigh_angle > -128))
    put("outer_thigh", leg & (y < fold[1] + 0.012 * h) & (thigh_angle > 0) & (thigh_angle < 125))
    put("back_thigh", leg & (y < fold[1]))
    put("groin", trunk & (z > middle - 0.02) & (y < groin_line + 0.004 * h) & (np.abs(thigh_angle) < 70) & (x < mark["asis"][0]))
    put("groin", trunk & (z > hip[2] - 0.02) & (x < 0.035 * h) & (y < mark["pubic_symphysis_upper"][1] + 0.004 * h))
    put("chest", trunk & front & (y > mark["xiphisternal_junction"][1] - 0.012 * h - 0.35 * np.clip(x - 0.02, 0, 0.10)))
    top_of_sacrum = level["L5_lower"] + 0.25 * (level["S1"] - level["L5_lower"])
    tip = mark["coccyx_tip"][1]
    triangle = x < mark["psis"][0] * 1.02 * np.clip((y - tip) / (level["S2"] - tip), 0, 1) ** 0.8
    put("sacrum", trunk & rear & (y < top_of_sacrum) & (y > tip - 0.004 * h) & triangle)
    hipbone = crest - (crest - top_of_sacrum) * np.clip(1 - x / (mark["psis"][0] * 2.2), 0, 1)
    put("upper_back", trunk & rear & (y > level["T7_lower"]))
    put("mid_back", trunk & rear & (y > level["T12_lower"]))
    put("low_back", trunk & rear & (y > hipbone - 0.012 * h))
    put("buttock", trunk & rear)
    put("belly", trunk & front & (y > groin_line))
    put("shoulder", trunk & (y > acromion[1] - 0.022 * h))
    put("side", trunk & (y > crest - 0.014 * h))
    put("hip", trunk & (y > fold[1]))
    put("buttock", trunk)
    if (out < 0).any():
        raise ValueError(f"{(out < 0).sum()} vertices belong to no part")
    return out


def _slices(p, where, value):
    """A value of every horizontal slice of the trunk, as (heights, smoothed values)."""
    y = p[where, 1]
    edge = np.linspace(y.min(), y.max(), 40)
    heights, values = [], []
    for low, high in zip(edge, edge[1:]):
        inside = (y >= low) & (y <= high)
        if inside.sum() > 6:
            heights.append((low + high) / 2)
            values.append(value(p[where][inside]))
    values = np.convolve(np.pad(values, 2, "edge"), np.ones(5) / 5, "valid")
    return np.array(heights), values


def _half_width(p, where):
    return _slices(p, where, lambda q: np.quantile(q[:, 0], 0.98))


def _middle(p, where):
    return _slices(p, where, lambda q: (q[:, 2].max() + q[:, 2].min()) / 2)


def _half_depth(p, where):
    return _slices(p, where, lambda q: (q[:, 2].max() - q[:, 2].min()) / 2)
