"""Spine, pelvis, chest and belly. Heights of the spine come from levels.py; the rest from rays and profiles."""

import numpy as np

RIB_SPACE = {1: 0.21, 2: 0.41, 3: 0.58, 4: 0.74, 5: 0.92, 6: 1.06, 7: 1.22}  # notch 0 to xiphisternal junction 1
# The spaces slope down a little as they go out: within a finger's width they are one level, as the standard names them.
RIB_SPACE_NIPPLE_LINE = {1: 0.235, 2: 0.435, 3: 0.605, 4: 0.765, 5: 0.945, 6: 1.30, 7: 1.55}
# A man's fourth space runs through his nipple: that much of the difference is shared with its neighbours, at the
# breastbone as on the nipple line.
NIPPLE_PULL = {1: 0.25, 2: 0.6, 3: 0.8, 4: 1.0, 5: 0.8, 6: 0.6, 7: 0.4}
RIB_SPACE_MIDAXILLARY = {3: 1.5, 6: 6.0, 7: 7.5}  # twelfths from the armpit to rib 11


def dent(heights, depth):
    """Index of the deepest dent of a profile: farthest behind the chord of its neighbourhood."""
    chord = np.interp(heights, [heights[0], heights[-1]], [depth[0], depth[-1]])
    return int(np.argmax(chord - depth))


def find(marks, skin, level, nipple, figure):
    h, joint = skin.stature, skin.joint
    hip = joint["upperleg01"]

    # Shoulder roof first: the sideways unit of the back comes from its width.
    shoulder = joint["upperarm01"]
    roof = skin.from_outside(shoulder[0] + 0.013 * h, shoulder[1], shoulder[2], [0, -1, 0])
    marks.pair("acromion_lateral", roof, "skin above the outer side of the shoulder joint")
    for name, forward in (("acromion_front_corner", 0.0088 * h), ("acromial_angle", -0.0110 * h)):
        at = skin.from_outside(roof[0] - 0.002 * h, roof[1], roof[2] + forward, [0, -1, 0])
        marks.pair(name, at, "1.5 to 2 cm in front of or behind the outer end of the shoulder roof")
    cun = back_cun(marks)

    # Spine
    for name, y in level.items():
        if name.endswith("_lower"):
            marks.middle(name, skin.back(0, y), "share of the C7 to S2 distance on the midline, ray from behind")
    marks.middle("C7_spine", skin.back(0, level["C7_lower"] + 0.005 * h), "half a vertebra above C7_lower")
    marks.middle("T2_spine", skin.back(0, (level["T1_lower"] + level["T2_lower"]) / 2), "half-way between T1 and T2 lower edges")
    marks.middle("S2_spine", skin.back(0, level["S2"]), "height of the dimples, midline")
    for k, out in ((1, 0.9), (2, 0.8), (3, 0.7), (4, 0.6)):
        at = skin.back(out * cun, level[f"S{k}"])
        marks.pair(f"S{k}_foramen", at, f"level share, {out} cun of the back beside the midline")
    marks.pair("psis", skin.back(2.0 * cun * 0.95, level["S2"]), "S2 height, about 4 cm beside the midline")
    marks.middle("sacral_hiatus", skin.back(0, level["S4"]), "S4 level, midline")
    marks.middle("coccyx_tip", skin.back(0, level["S4"] - 0.030 * h), "3 % of stature below the hiatus")
    half = skin.out([0, level["L4_lower"], 0.0], [1, 0, 0])[0]
    crest = skin.back(0.62 * half, level["L4_lower"])
    marks.pair("iliac_crest_top", crest, "L4_lower height, 62 % of the way from the midline to the side")

    # Shoulder blade
    spine_end = skin.back(3 * cun, level["T3_lower"])
    marks.pair("scapular_spine_medial_end", spine_end, "T3_lower height, 3 cun beside the midline")
    middle = (spine_end + marks["acromial_angle"]) / 2
    ridge = skin.ray(middle + [0, 0.25, -0.25], [0, -1, 1])
    marks.pair("scapular_spine_mid", ridge, "half-way from its inner end to the acromial angle")
    marks.pair("scapular_spine", skin.near((spine_end + 2 * marks["acromial_angle"]) / 3), "two thirds of that ridge")
    marks.pair("scapula_medial_border", skin.back(3 * cun, level["T5_lower"]), "3 cun by definition, drawn at T5 height")
    marks.pair("scapula_inferior_angle", skin.back(3.2 * cun, level["T7_lower"]), "T7_lower height, 3.2 cun beside the midline")
    marks.pair("scapula_superior_angle", skin.back(3 * cun, level["T2_lower"]), "T2 height, 3 cun beside the midline")

    # Front midline
    notch_y = min(joint["clavicle"][1] + 0.006 * h, 0.8195 * h)
    marks.middle("sternal_notch", skin.front(0, notch_y), "just above the inner collarbone joints")
    y = np.arange(0.575, 0.640, 0.0008) * h
    z = np.array([skin.front(0, v)[2] for v in y])
    slope = np.convolve(np.pad(z, 12, "edge"), np.ones(25) / 25, "valid")
    found = y[np.argmin(np.where((y > 0.585 * h) & (y < 0.628 * h), z - slope, 1))]
    marks.middle("navel", skin.front(0, found), "deepest dent of the belly's profile")
    sternum = (0.100 if figure.id == "man" else 0.095) * h  # a man's breastbone is longer
    xiphoid = skin.front(0, notch_y - sternum)
    marks.middle("xiphisternal_junction", xiphoid, f"{sternum / h:.1%} of stature below the notch")
    pubis = min(hip[1] + 0.003 * h, 0.529 * h)
    marks.middle("pubic_symphysis_upper", skin.front(0, pubis), "hip joint height")
    marks.middle("pubic_symphysis_lower", skin.front(0, pubis - 0.023 * h), "2.3 % of stature below the upper edge")
    inner = np.flatnonzero((skin.p[:, 0] == 0) & (skin.p[:, 1] > 0.42 * h) & (skin.p[:, 1] < 0.52 * h))
    lowest = skin.p[inner[np.argmin(skin.p[inner, 1])]]
    marks.middle("perineum_mid", lowest, "lowest midline skin between the legs")
    for name, back in (("anus", 0.016 * h), ("genital_back", -0.010 * h)):
        at = skin.from_outside(0, lowest[1], lowest[2] - back, [0, 1, 0])
        marks.middle(name, at, "midline skin behind or in front of the lowest point")
    marks.middle("midline_front", xiphoid, "x = 0")
    marks.middle("midline_back", skin.back(0, level["L2_lower"]), "x = 0")

    # Pelvis
    marks.pair("asis", skin.front(0.072 * h, hip[1] + 0.034 * h), "3.4 % of stature above the hip joint")
    marks.pair("great_trochanter", skin.extreme(hip, [0, 1, 0], [0, 0, 1], [1, 0, 0]), "outermost skin at hip joint height")

    # Chest lines
    clavicle, acromial = joint["clavicle"], marks["acromion_lateral"]
    line_x = nipple[0] if figure.id == "man" else (clavicle[0] + acromial[0] * 0.93) / 2
    man = figure.id == "man"
    pull = notch_y - RIB_SPACE_NIPPLE_LINE[4] * sternum - nipple[1] if man else 0.0
    for k, share in RIB_SPACE.items():
        at = skin.front(0.018 * h, notch_y - share * sternum - pull * NIPPLE_PULL[k])
        marks.pair(f"ics{k}", at, "share of the breastbone, at its edge")
    # The sixth space meets the nipple line beside 6 of the 8 cun from navel to breastbone, where two points share a level.
    sixth = xiphoid[1] - (xiphoid[1] - found) * 2 / 8
    for k, share in RIB_SPACE_NIPPLE_LINE.items():
        y = notch_y - share * sternum - pull * NIPPLE_PULL[k] if k < 6 else sixth - (share - RIB_SPACE_NIPPLE_LINE[6]) * sternum
        marks.pair(f"ics{k}_nipple_line", skin.front(line_x, y), "share of the breastbone, on the nipple line")
    y4 = nipple[1] if man else notch_y - RIB_SPACE_NIPPLE_LINE[4] * sternum
    marks.pair("nipple", skin.front(line_x, y4), "painted areola of the base mesh" if man else "nipple line at the 4th rib space")
    marks.pair("nipple_line", skin.front(line_x, notch_y - 0.3 * sternum), "through the nipple" if man else "through the middle of the collarbone")


def back_cun(marks):
    """One cun across the back: 0.057 of the width between the shoulder roofs."""
    return 0.057 * 2 * marks["acromion_lateral"][0]


def find_late(marks, skin, level):
    """What needs arm and leg landmarks."""
    h, joint = skin.stature, skin.joint
    shoulder, clavicle = joint["upperarm01"], joint["clavicle"]
    # armpit: highest free space between arm and chest
    best = None
    for x in np.arange(0.075, 0.125, 0.001) * h:
        hit = skin.ray([x, 0.66 * h, shoulder[2]], [0, 1, 0])
        inside = hit is not None and skin.normal(hit)[1] > 0
        if hit is None or inside or hit[1] > 0.80 * h:
            continue
        if best is None or hit[1] > best[1]:
            best = hit
    marks.pair("armpit_apex", best, "highest skin between arm and chest")
    marks.pair("axillary_artery", best, "at the armpit apex")
    for name, way in (("axillary_fold_anterior", 1), ("axillary_fold_posterior", -1)):
        at = skin.from_outside(best[0], best[1] + 0.003 * h, 0, [0, 0, -way])
        marks.pair(name, at, "front or back end of the armpit crease")
    notch, xiphoid, navel = (marks[n] for n in ("sternal_notch", "xiphisternal_junction", "navel"))
    cun = (xiphoid[1] - navel[1]) / 8
    y = navel[1] + 1.8 * cun

    def flank(height):
        """Half-way between front and back at the side."""
        middle = (skin.front(0.05 * h, height)[2] + skin.back(0.05 * h, height)[2]) / 2
        return skin.out([0, height, middle], [1, 0, 0])

    marks.pair("rib11_tip", flank(y), "side of the trunk, 1.8 cun above the navel")
    def side(height):
        """At the side, on the upright line through the middle of the armpit: a breast does not draw it forward."""
        return skin.out([0, height, best[2]], [1, 0, 0])

    low = level["L2_lower"]
    half = skin.out([0, low, 0.0], [1, 0, 0])[0]
    marks.pair("rib12_tip", skin.back(0.80 * half, low), "L2_lower height, just behind the side line")
    marks.pair("midaxillary_line", side((best[1] + y) / 2), "upright below the armpit apex")
    # The standard names one level from the breastbone to the side; but not so high that it would lie in the armpit.
    for k in (4, 5):
        height = min(marks[f"ics{k}_nipple_line"][1], best[1] - (best[1] - y) / 12)
        marks.pair(f"ics{k}_midaxillary", side(height), "level with the same space on the nipple line, a twelfth of the way from armpit to rib 11 at the highest")
    for k, twelfth in RIB_SPACE_MIDAXILLARY.items():
        at = side(best[1] - twelfth / 12 * (best[1] - y))
        marks.pair(f"ics{k}_midaxillary", at, "share of the way from armpit to rib 11")
    # collarbone
    outer = marks["acromion_lateral"]
    line = lambda t: clavicle + t * (outer - clavicle)
    marks.pair("clavicle_sternal_end", skin.front(clavicle[0] + 0.004 * h, clavicle[1] + 0.002 * h), "rig joint, ray from the front")
    marks.pair("clavicle_acromial_end", skin.near(line(0.90) + [0, 0.01, 0.005]), "nine tenths of the way to the shoulder roof")
    middle = line(0.5)
    marks.pair("clavicle_lower_border", skin.front(middle[0], middle[1] - 0.010 * h), "1.7 cm below the collarbone's line")
    width = marks["nipple_line"][0] / 4
    marks.pair("supraclavicular_fossa", skin.near([4 * width, line(0.5)[1] + 0.008 * h, clavicle[2] + 0.008 * h]), "just above the collarbone at 4 cun")
    x = min(6 * width, outer[0] - 0.02 * h)
    marks.pair("infraclavicular_fossa", skin.front(x, line(0.7)[1] - 0.016 * h), "below the collarbone at about 6 cun")
    front = marks["acromion_front_corner"]
    marks.pair("coracoid", skin.front(front[0] - 0.014 * h, front[1] - 0.018 * h), "2 to 3 cm inside and below the front corner of the shoulder roof")
