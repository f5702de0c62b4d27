"""Thigh, knee, lower leg and foot. Sections round the bones' axes; angles: 0 front, 90 outer, 180 back, -90 inner."""

import numpy as np

from mesh import unit


def ring_point(skin, centre, axis, degrees):
    """Skin of a left limb at an angle round its axis."""
    axis = unit(axis)
    front = unit(np.array([0, 0, 1.0]) - axis * axis[2])
    outer = np.cross(axis, front)
    outer *= np.sign(outer[0])
    a = np.radians(degrees)
    return skin.out(centre, np.cos(a) * front + np.sin(a) * outer)


def find(marks, skin, level):
    h, joint = skin.stature, skin.joint
    hip, knee, ankle = joint["upperleg01"], joint["lowerleg01"], joint["foot"]
    up = np.array([0, 1.0, 0])

    def shank(y):
        """Centre of the lower leg or knee at a height."""
        t = (knee[1] - y) / (knee[1] - ankle[1])
        c = knee + t * (ankle - knee)
        front, back = skin.front(c[0], y), skin.back(c[0], y)
        return np.array([c[0], y, (front[2] + back[2]) / 2])

    def thigh(y):
        t = (hip[1] - y) / (hip[1] - knee[1])
        c = hip + t * (knee - hip)
        return np.array([c[0] + 0.004 * h, y, (skin.front(c[0], y)[2] + skin.back(c[0], y)[2]) / 2])

    # Fold under the buttock: the profile's strongest hollow
    x = hip[0] * 0.98
    y = np.arange(0.425, 0.49, 0.001) * h
    z = np.array([skin.back(x, v)[2] for v in y])
    hollow = np.convolve(z, np.r_[-1, np.zeros(9), 2, np.zeros(9), -1], "same")
    inside = (y > 0.452 * h) & (y < 0.463 * h)
    fold = y[np.argmax(np.where(inside, hollow, -1))]
    marks.pair("gluteal_fold", skin.back(x, fold), "strongest hollow of the back profile, middle of the fold")
    marks.pair("gluteal_fold_medial_end", skin.back(x - 0.030 * h, fold), "inner end of the fold")
    marks.pair("gluteal_fold_lateral_end", skin.back(x + 0.026 * h, fold + 0.004 * h), "outer end of the fold")

    # Knee
    crease = knee[1] - 0.009 * h
    c = shank(crease)
    marks.pair("knee_crease", skin.back(c[0], crease), "middle of the fold, just below the knee joint")
    medial, lateral = ring_point(skin, c, up, -122), ring_point(skin, c, up, 122)
    marks.pair("knee_crease_medial_end", medial, "where the back of the knee turns to the inner side")
    marks.pair("knee_crease_lateral_end", lateral, "where the back of the knee turns to the outer side")
    marks.pair("biceps_femoris_tendon", ring_point(skin, c, up, 150), "a quarter of the crease from its outer end")
    marks.pair("semitendinosus_tendon", ring_point(skin, c, up, -150), "a quarter of the crease from its inner end")
    cap = skin.extreme(shank(knee[1]), up, [0, 0, 1], [0, 0, 1], (-50, 50))
    apex = crease + 0.001 * h
    base = apex + 0.027 * h
    marks.pair("patella_apex", skin.front(cap[0], apex), "most forward line of the knee, height of the crease")
    marks.pair("patella_base", skin.front(cap[0], base), "2.7 % of stature above the apex")
    marks.pair("patella_base_lateral", skin.front(cap[0] + 0.013 * h, base - 0.002 * h), "outer corner of the kneecap's top")
    marks.pair("patella_base_medial", skin.front(cap[0] - 0.013 * h, base - 0.002 * h), "inner corner of the kneecap's top")
    marks.pair("patellar_ligament", skin.front(cap[0], apex - 0.010 * h), "front of the knee just below the apex")
    marks.pair("lateral_epicondyle_femur", skin.extreme(shank(knee[1] + 0.006 * h), up, [0, 0, 1], [1, 0, 0]), "outermost skin 1 cm above the knee joint")

    # Ankle bumps
    def bump(low, high, way):
        near = skin.box((0.02 * h, low * h, ankle[2] - 0.03 * h), (None, high * h, ankle[2] + 0.025 * h))
        return skin.highest(near, way)

    inner, outer = bump(0.0452, 0.0495, [-1, 0, 0]), bump(0.0365, 0.0415, [1, 0, 0])
    marks.pair("medial_malleolus", inner, "innermost skin of the ankle")
    marks.pair("lateral_malleolus", outer, "outermost skin of the ankle")
    marks.pair("lateral_malleolus_front", skin.side(outer[1], outer[2] + 0.011 * h), "front edge of the outer ankle bump")
    marks.pair("lateral_malleolus_lower", skin.side(outer[1] - 0.010 * h, outer[2] - 0.001 * h), "lower edge of the outer ankle bump")
    tendon_y = (inner[1] + outer[1]) / 2
    marks.pair("calcaneal_tendon", skin.extreme(shank(tendon_y), up, [0, 0, 1], [0, 0, -1]), "rearmost skin at ankle height")
    marks.pair("calcaneal_tendon_upper", skin.extreme(shank(0.09 * h), up, [0, 0, 1], [0, 0, -1]), "rearmost skin at 9 % of stature")

    # Lower leg: lines given at three heights (near the knee, middle, near the ankle)
    head = knee[1] - 0.023 * h
    marks.pair("fibular_head", ring_point(skin, shank(head), up, 112), "outer side 3 to 4 cm below the knee joint")
    step = (marks["patella_apex"][1] - inner[1]) / 15
    condyle = marks["patella_apex"][1] - 2 * step
    marks.pair("tibia_medial_condyle_lower", ring_point(skin, shank(condyle), up, -92), "2/15 of the way from kneecap to ankle, inner side")
    middle = (crease + inner[1]) / 2
    low = inner[1] + 3 * step
    lines = {
        "tibia_medial_border": (-92, -82, -92), "tibia_medial_surface": (-52, -46, -48),
        "tibialis_anterior": (32, 32, 30), "tibialis_anterior_lateral_border": (58, 58, 55),
        "fibula_anterior_border": (78, 80, 82), "fibula_posterior_border": (112, 114, 118),
        "soleus_medial": (-130, -128, -125),
    }  # fmt: skip
    for name, angles in lines.items():
        for suffix, y, angle in (("_upper", condyle, angles[0]), ("", middle, angles[1]), ("_lower", low, angles[2])):
            marks.pair(name + suffix, ring_point(skin, shank(y), up, angle), f"section of the lower leg, {angle} degrees from the front")
    calf = crease - 5 / 16 * (crease - outer[1])
    marks.pair("gastrocnemius_gap", ring_point(skin, shank(calf), up, 180), "rear midline of the calf")
    calf = crease - 9 / 16 * (crease - outer[1])
    marks.pair("gastrocnemius_lateral_lower", ring_point(skin, shank(calf), up, 152), "outer rear at 9/16 of the lower leg")

    # Thigh lines, at the middle of the thigh unless said
    half = (marks["patella_base"][1] + marks["pubic_symphysis_upper"][1]) / 2
    lower = marks["patella_base"][1] + 0.04 * h
    for name, y, angle in (
        ("iliotibial_band", half - 0.02 * h, 98), ("hamstring_gap", half, 180), ("rectus_femoris_tendon", lower, 22),
        ("vastus_medialis", lower - 0.012 * h, -38), ("sartorius_posterior", lower, -112),
    ):  # fmt: skip
        marks.pair(name, ring_point(skin, thigh(y), up, angle), f"section of the thigh, {angle} degrees from the front")
    span = marks["great_trochanter"][1] - crease
    y = crease + 9 / 19 * span
    marks.pair("middle_fingertip_hanging", ring_point(skin, thigh(y), up, 92), "9/19 of the way from knee crease to trochanter, outer side")
    groin = (marks["asis"] + marks["pubic_symphysis_upper"]) / 2
    marks.pair("inguinal_crease", skin.front(groin[0], groin[1] - 0.010 * h), "just below the line from hip spine to pubic bone")
    marks.pair("femoral_artery", skin.front(groin[0], groin[1] - 0.012 * h), "middle of the groin crease")
    marks.pair("adductor_longus", skin.front(0.026 * h, marks["pubic_symphysis_upper"][1] - 0.024 * h), "inner cord below the pubic bone")

    foot(marks, skin)


JOINT_OF_TOE = {1: 0.745, 2: 0.75, 3: 0.73, 4: 0.69, 5: 0.64}  # shares of the foot's length, from the heel


def foot(marks, skin):
    h, joint = skin.stature, skin.joint
    ankle = joint["foot"]
    inner, outer = marks["medial_malleolus"], marks["lateral_malleolus"]
    top = lambda x, z: skin.ray([x, 0.075 * h, z], [0, -1, 0])
    below = lambda x, z: skin.ray([x, -0.05, z], [0, 1, 0])
    inner_side = lambda y, z: skin.ray([0.004, y, z], [1, 0, 0])

    heel = skin.highest(skin.box((0, None, None), (None, 0.015 * h, ankle[2])), [0, 0, -1])
    marks.pair("heel_back", heel, "rearmost skin of the heel, at the sole")
    marks.pair("calcaneal_tuberosity", skin.back(heel[0] - 0.006, 0.016 * h), "lower rear of the heel")
    marks.pair("calcaneus_lateral", skin.side(0.020 * h, outer[2] - 0.012 * h), "outer face of the heel")
    marks.pair("calcaneus_upper", skin.back(heel[0], 0.030 * h), "top of the heel bone under the tendon")
    marks.pair("sole", below(ankle[0], (heel[2] + joint["toe2-1"][2]) / 2), "middle of the sole")

    # The rig's toes begin at the webs, where one sees them begin; the joints lie behind. Shares of the foot's length are
    # those of people, and put the first and fifth beside the broadest places of the figure's own foot.
    start = np.array([ankle[0], 0, ankle[2] + 0.010 * h])
    front = skin.highest(skin.box((0, None, ankle[2]), (None, 0.05 * h, None)), [0, 0, 1])
    mtp = {}
    for k, share in JOINT_OF_TOE.items():
        root = joint[f"toe{k}-1"]
        z = heel[2] + share * (front[2] - heel[2])
        mtp[k] = root + (root[2] - z) / (root[2] - start[2]) * (start - root) * [1, 0, 1]
        mtp[k][1] = joint[f"toe{k}-1"][1]
    for k in mtp:
        marks.pair(f"mtp_{k}", top(mtp[k][0], mtp[k][2]), "base joint of the toe, skin above")
    marks.pair("mtp_1_medial", inner_side(0.011 * h, mtp[1][2]), "inner side of the big toe's base joint")
    marks.pair("mtp_5_lateral", skin.side(max(mtp[5][1] * 0.8, 0.006 * h), mtp[5][2]), "outer side of the little toe's base joint")
    base = {k: start + 0.46 * (mtp[k] - start) for k in mtp}
    for k in (1, 2):
        marks.pair(f"metatarsal_base_{k}", top(base[k][0], base[k][2]), "46 % of the way from ankle to toe joint, skin above")
    for a, b in ((1, 2), (4, 5)):
        at = (base[a] + base[b]) / 2
        marks.pair(f"metatarsal_base_{a}_{b}", top(at[0], at[2]), "between two foot-bone bases, skin above")
    z = heel[2] + 0.54 * (mtp[5][2] - heel[2])
    bump = skin.side(0.012 * h, z)
    marks.pair("metatarsal_5_tuberosity", bump, "outer border a little in front of half-way from heel to little toe joint")
    marks.pair("cuboid", skin.side(0.017 * h, z - 0.011 * h), "outer border just behind the tuberosity")
    marks.pair("navicular_tuberosity", inner_side(inner[1] - 0.020 * h, inner[2] + 0.020 * h), "inner border below and in front of the inner ankle")
    for a, b, share in ((2, 3, 0.80), (4, 5, 0.85)):
        at = (base[a] + base[b]) / 2 * (1 - share) + (mtp[a] + mtp[b]) / 2 * share
        marks.pair(f"metatarsal_{a}_{b}_gap", top(at[0], at[2]), "between two foot bones, behind the toe joints")
    for a, b in ((1, 2), (2, 3), (3, 4), (4, 5)):
        marks.pair(f"web_toe_{a}_{b}", web(skin, joint, a, b), "front edge of the web between two toes")
    # front of the ankle
    y = (inner[1] + outer[1]) / 2 + 0.008 * h
    middle = (inner + outer) / 2
    core = np.array([middle[0], y, middle[2]])
    for name, angle, where in (("ehl_edl_gap", 0, "middle"), ("tibialis_anterior_tendon", -38, "inner front"), ("edl_tendon", 26, "outer front")):
        marks.pair(name, ring_point(skin, core, [0, 1, 0], angle), f"{where} of the ankle's section")
    at = (base[4] + mtp[5] + base[5] + mtp[4]) / 4
    marks.pair("edl_tendon_toe5", top(at[0] + 0.002 * h, at[2] - 0.006 * h), "line to the little toe on the instep, in front of the bases of the 4th and 5th bones")
    marks.pair("dorsalis_pedis", top(base[2][0], base[2][2] - 0.004 * h), "instep over the base of the second foot bone")
    marks.pair("skin_border_foot", skin.side(0.007 * h, mtp[5][2] - 0.01 * h), "outer border of the sole")
    marks.pair("skin_border_foot_medial", inner_side(0.008 * h, mtp[1][2] - 0.02 * h), "inner border of the sole")

    left = skin.p[:, 0] > 0
    for toe in (1, 2, 3, 4, 5):
        last = "2" if toe == 1 else "3"
        own = left & nearest_digit(skin, joint, "toe", toe)
        inner, outer = nail_corners(skin, "toenails", own, joint[f"toe{toe}-{last}"], np.array([1.0, 0, 0]))
        marks.pair(f"nail_toe{toe}_medial", inner, "where the painted nail's inner edge rounds into its base")
        marks.pair(f"nail_toe{toe}_lateral", outer, "where the painted nail's outer edge rounds into its base")


def nail_corners(skin, paint, own, root, across):
    """The two places, a tenth of a cun before a nail's base line, where its sides round into it.

    One tenth of a cun back from there is where the line of the side and the line of the base would cross. The nail's
    border is where its paint, which fades out over a millimetre or two, has a fifth of its strength.
    """
    value = skin.marks[paint]
    inside = own & (value > 0.5)
    normal = unit(skin.n[inside].mean(0))
    along = unit(skin.p[inside].mean(0) - root)
    along = unit(along - normal * (along @ normal))
    across = unit(across - along * (across @ along) - normal * (across @ normal))
    edges = np.concatenate([skin.t[:, [0, 1]], skin.t[:, [1, 2]], skin.t[:, [2, 0]]])
    edges = edges[own[edges].all(1) & ((value[edges] > 0.2).sum(1) == 1)]
    a, b = edges.T
    border = skin.p[a] + ((0.2 - value[a]) / (value[b] - value[a]))[:, None] * (skin.p[b] - skin.p[a])
    back, side = (border - root) @ along, (border - root) @ across
    base = back.min() + 0.0012 * skin.stature
    half = side[back < (back.min() + back.max()) / 2]
    at = lambda s: skin.ray(root + base * along + s * across + 0.02 * normal, -normal)
    return at(half.min()), at(half.max())


def nearest_digit(skin, joint, kind, digit):
    """Mask: vertices nearer to this finger's or toe's last bone than to any other's."""
    best, who = np.full(len(skin.p), np.inf), np.zeros(len(skin.p), int)
    for k in (1, 2, 3, 4, 5):
        last = "2" if (kind == "toe" and k == 1) else "3"
        a, b = joint[f"{kind}{k}-{last}"], skin.end[f"{kind}{k}-{last}"]
        t = np.clip((skin.p - a) @ (b - a) / ((b - a) @ (b - a)), 0, 1)
        d = np.linalg.norm(skin.p - a - t[:, None] * (b - a), axis=1)
        nearer = d < best
        best[nearer], who[nearer] = d[nearer], k
    return who == digit


def web(skin, joint, a, b):
    """Walks forward between two toes, seen from above, until the skin drops away."""
    p, q = (joint[f"toe{a}-1"] + joint[f"toe{b}-1"]) / 2, (joint[f"toe{a}-2"] + joint[f"toe{b}-2"]) / 2
    last = None
    for t in np.arange(-0.3, 3.0, 0.02):
        at = p + t * (q - p)
        hit = skin.ray([at[0], 0.075 * skin.stature, at[2]], [0, -1, 0])
        if hit is None or (last is not None and hit[1] < last[1] - 0.006):
            break
        last = hit
    return last
