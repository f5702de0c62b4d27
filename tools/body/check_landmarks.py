"""Do the landmarks make sense? `python tools/body/check_landmarks.py` reads the written files and prints what fails.

Heights are shares of stature; the bands are wide, they catch gross errors only. Those of nose and mouth reach 0.002
higher than in people's means: the face of the base mesh is a little short.
"""

import sys
from pathlib import Path

import numpy as np
from scipy.spatial import cKDTree

from preview import read_landmarks, read_level
from shape import FIGURES

HERE = Path(__file__).resolve().parents[2] / "assets" / "packs" / "core" / "figures"

HEIGHT = {
    "glabella": (0.945, 0.955), "sternal_notch": (0.80, 0.82), "xiphisternal_junction": (0.70, 0.735), "navel": (0.585, 0.61),
    "pubic_symphysis_upper": (0.51, 0.53), "pubic_symphysis_lower": (0.485, 0.508), "perineum_mid": (0.465, 0.487),
    "coccyx_tip": (0.495, 0.515), "ics1": (0.785, 0.805), "ics4": (0.725, 0.75), "ics7": (0.65, 0.71),
    "clavicle_lower_border": (0.79, 0.815), "clavicle_sternal_end": (0.80, 0.83), "armpit_apex": (0.74, 0.765),
    "axillary_fold_anterior": (0.74, 0.765), "axillary_fold_posterior": (0.74, 0.765), "rib11_tip": (0.62, 0.645),
    "rib12_tip": (0.615, 0.635), "thyroid_cartilage_upper": (0.848, 0.864), "cricoid": (0.83, 0.846), "hyoid": (0.856, 0.872), "C7_lower": (0.84, 0.86), "T3_lower": (0.80, 0.825), "T7_lower": (0.725, 0.75),
    "T12_lower": (0.65, 0.675), "L2_lower": (0.615, 0.64), "L4_lower": (0.59, 0.61), "S2_spine": (0.548, 0.564),
    "sacral_hiatus": (0.525, 0.54), "psis": (0.548, 0.564), "asis": (0.545, 0.57), "great_trochanter": (0.512, 0.538),
    "gluteal_fold": (0.445, 0.465), "front_hairline": (0.96, 0.985), "back_hairline": (0.87, 0.896), "C2_upper": (0.88, 0.905),
    "inner_canthus": (0.925, 0.938), "outer_canthus": (0.925, 0.938), "eyebrow_mid": (0.94, 0.952), "nose_tip": (0.90, 0.918),
    "nose_base": (0.893, 0.909), "upper_lip_border": (0.884, 0.904), "mouth_corner": (0.88, 0.898), "mentolabial_groove": (0.87, 0.889),
    "mandible_angle": (0.872, 0.892), "tragus": (0.90, 0.925), "ear_apex": (0.925, 0.952), "mastoid": (0.89, 0.918),
    "occipital_protuberance_upper": (0.913, 0.932), "occipital_base": (0.89, 0.912), "acromion_lateral": (0.81, 0.835),
    "greater_tubercle": (0.79, 0.815), "elbow_crease": (0.62, 0.665), "wrist_crease_palmar": (0.47, 0.535),
    "patella_base": (0.28, 0.31), "patella_apex": (0.255, 0.285), "knee_crease": (0.26, 0.285), "fibular_head": (0.245, 0.268),
    "tibia_medial_condyle_lower": (0.225, 0.255), "medial_malleolus": (0.044, 0.051), "lateral_malleolus": (0.035, 0.043),
    "navicular_tuberosity": (0.015, 0.032), "heel_back": (0.0, 0.031), "middle_fingertip_hanging": (0.37, 0.41),
}  # fmt: skip

# name, from, to, cun, band of one cun as a share of stature, "x" = only across, "d" = straight distance
UNITS = (
    ("head_sagittal", None, None, 12, (0.016, 0.019)),
    ("face", "glabella", "front_hairline", 3, (0.0097, 0.0125)),
    ("mastoid_width", "mastoid", None, 9, (0.0075, 0.0095)),
    ("sternum", "sternal_notch", "xiphisternal_junction", 9, (0.009, 0.012)),
    ("upper_abdomen", "navel", "xiphisternal_junction", 8, (0.013, 0.0175)),
    ("lower_abdomen", "navel", "pubic_symphysis_upper", 5, (0.013, 0.018)),
    ("chest_width", "nipple_line", None, 8, (0.011, 0.0155)),
    ("back_width", "scapula_medial_border", None, 6, (0.011, 0.0145)),
    ("upper_arm", "axillary_fold_anterior", "elbow_crease", 9, (0.0115, 0.0145)),
    ("forearm", "elbow_crease", "wrist_crease_palmar", 12, (0.0105, 0.0135)),
    ("thigh_front", "pubic_symphysis_upper", "patella_base", 18, (0.012, 0.0138)),
    ("leg_medial", "patella_apex", "medial_malleolus", 15, (0.0145, 0.016)),
    ("thigh_lateral", "great_trochanter", "knee_crease", 19, (0.0125, 0.014)),
    ("thigh_back", "gluteal_fold", "knee_crease", 14, (0.0120, 0.0145)),
    ("leg_lateral", "knee_crease", "lateral_malleolus", 16, (0.0135, 0.0155)),
    ("foot_height", "medial_malleolus", None, 3, (0.0145, 0.017)),
)

FALLING = (
    "C7_spine C7_lower T1_lower T2_spine T2_lower T3_lower T4_lower T5_lower T6_lower T7_lower T8_lower T9_lower T10_lower "
    "T11_lower T12_lower L1_lower L2_lower L3_lower L4_lower L5_lower S2_spine sacral_hiatus coccyx_tip",
    "front_hairline glabella nose_tip nose_base philtrum_mid upper_lip_border upper_lip_tubercle mentolabial_groove chin "
    "chin_underside hyoid thyroid_cartilage_upper cricoid sternal_notch ics1 ics2 ics3 ics4 xiphisternal_junction navel "
    "pubic_symphysis_upper pubic_symphysis_lower perineum_mid patella_base patella_apex",
    "occipital_protuberance_upper occipital_base C2_upper back_hairline C7_spine",
    "S1_foramen S2_foramen S3_foramen S4_foramen",
    "ear_apex supratragic_notch tragus intertragic_notch ear_lobe mastoid_tip mandible_angle",
    "acromion_lateral greater_tubercle armpit_apex elbow_crease wrist_crease_palmar mcp_3 fingertip_3",
    "knee_crease fibular_head gastrocnemius_gap gastrocnemius_lateral_lower lateral_malleolus lateral_malleolus_lower",
)  # fmt: skip


def check(figure):
    marks = {name: at for name, (_, at) in read_landmarks(HERE / f"{figure.id}.landmarks.ron").items()}
    paired = {name: pair for name, (pair, _) in read_landmarks(HERE / f"{figure.id}.landmarks.ron").items()}
    h = figure.stature
    bad = []

    def want(ok, text):
        if not ok:
            bad.append(text)

    y = lambda name: marks[name][1] / h
    for name, (low, high) in HEIGHT.items():
        want(low <= y(name) <= high, f"{name} at {y(name):.4f}, expected {low} to {high}")
    want(abs(y("L4_lower") - y("navel")) < 0.02, f"L4 {y('L4_lower'):.4f} is far from the navel {y('navel'):.4f}")
    want(abs(y("iliac_crest_top") - y("L4_lower")) < 0.002, "iliac crest and L4 differ")
    want(abs(y("great_trochanter") - y("pubic_symphysis_upper")) < 0.02, "trochanter is far from the pubic bone's height")
    want(abs(y("patella_apex") - y("knee_crease")) < 0.01, "kneecap's tip is not level with the knee crease")
    want(y("lateral_malleolus") < y("medial_malleolus"), "outer ankle is not below the inner one")
    span = np.linalg.norm(marks["C7_lower"] - marks["S2_spine"]) / h
    want(0.285 <= span <= 0.312, f"C7 to S2 is {span:.4f} of stature")
    share = (marks["S2_spine"][1] - marks["sacral_hiatus"][1]) / (marks["C7_lower"][1] - marks["S2_spine"][1])
    want(abs(share - 0.076) < 0.004, f"hiatus lies {share:.4f} of the span below S2")
    if figure.id == "man":
        want(abs(y("ics4_nipple_line") - y("nipple")) < 0.015, f"4th rib space {y('ics4_nipple_line'):.4f} and nipple {y('nipple'):.4f}")
    for chain in FALLING:
        names = chain.split()
        for a, b in zip(names, names[1:]):
            want(y(a) > y(b), f"{a} {y(a):.4f} is not above {b} {y(b):.4f}")

    unit = {}
    for name, a, b, cun, (low, high) in UNITS:
        if name == "head_sagittal":
            value = scalp_arc(figure, marks) / cun / h
        elif b is None:
            value = (2 * marks[a][0] if name != "foot_height" else marks[a][1]) / cun / h
        else:
            value = np.linalg.norm(marks[a] - marks[b]) / cun / h
        unit[name] = value
        want(low <= value <= high, f"one cun of {name} is {value:.4f} of stature, expected {low} to {high}")
    want(0.9 <= unit["leg_lateral"] / unit["thigh_back"] <= 1.2, "lower leg and thigh cun differ much")
    want(0.8 <= unit["upper_abdomen"] / unit["lower_abdomen"] <= 1.25, f"belly cun above and below the navel: {unit['upper_abdomen'] / unit['lower_abdomen']:.3f}")

    for name, at in marks.items():
        want(at[0] > 0 if paired[name] else at[0] == 0, f"{name} is on the wrong side: x = {at[0]}")
    skin = [n for n in marks if not n.startswith("joint_")]
    for level, label, limit in ((1, "full", 0.0012), (0, "light", 0.0025)):
        away = distance(read_level(HERE / f"{figure.id}.body", level), np.array([marks[n] for n in skin]))
        for k in np.flatnonzero(away > limit):
            bad.append(f"{skin[k]} lies {away[k] * 1000:.1f} mm from the {label} level")
    print(f"{figure.id}: {len(skin)} on the skin, {len(marks) - len(skin)} joints, {len(bad)} remarks")
    for text in bad:
        print("   " + text)
    return len(bad)


def scalp_arc(figure, marks):
    """Length over the scalp from hairline to hairline, on the written mesh."""
    level = read_level(HERE / f"{figure.id}.body", 1)
    p = level["position"]
    middle = p[(np.abs(p[:, 0]) < 1e-6) & (p[:, 1] > marks["back_hairline"][1] - 0.002)]
    centre = np.array([0, marks["joint_eye"][1], marks["joint_eye"][2] - 0.045 * figure.stature])
    angle = lambda q: np.arctan2(q[..., 1] - centre[1], q[..., 2] - centre[2]) % (2 * np.pi)
    a, b = angle(marks["front_hairline"]), angle(marks["back_hairline"])
    ring = middle[(angle(middle) > a) & (angle(middle) < b)]
    ring = ring[np.argsort(angle(ring))]
    line = np.concatenate([[marks["front_hairline"]], ring, [marks["back_hairline"]]])
    return np.linalg.norm(np.diff(line, axis=0), axis=1).sum()


def distance(level, points):
    """Distance of points to a level's triangles."""
    import trimesh

    p, t = level["position"], level["triangle"]
    _, near = cKDTree(p[t].mean(1)).query(points, k=48)
    spread = np.repeat(points, 48, axis=0)
    place = trimesh.triangles.closest_point(p[t[near.ravel()]], spread).reshape(-1, 48, 3)
    return np.linalg.norm(place - points[:, None], axis=2).min(1)


if __name__ == "__main__":
    sys.exit(1 if sum([check(figure) for figure in FIGURES]) else 0)
