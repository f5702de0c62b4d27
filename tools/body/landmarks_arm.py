"""Upper arm, elbow, forearm, wrist and hand. Angles round the arm: 0 palm side, 90 thumb side, 180 back."""

import numpy as np

from landmarks_leg import nail_corners, nearest_digit
from mesh import unit


def find(marks, skin, level):
    h, joint = skin.stature, skin.joint
    shoulder, elbow, wrist = joint["upperarm01"], joint["lowerarm01"], joint["wrist"]
    upper, fore = unit(elbow - shoulder), unit(wrist - elbow)
    hand = unit(joint["finger3-1"] - wrist)
    palm = np.cross(joint["finger5-1"] - wrist, joint["finger2-1"] - wrist)
    palm = unit(palm * np.sign(palm[2]))

    def ring(centre, axis, degrees, front=(0, 0, 1.0)):
        axis = unit(axis)
        zero = unit(np.array(front, float) - axis * (np.array(front, float) @ axis))
        thumb = np.cross(axis, zero)
        thumb *= np.sign(thumb[0])
        a = np.radians(degrees)
        return skin.out(centre, np.cos(a) * zero + np.sin(a) * thumb)

    def centred(at, axis, front=(0, 0, 1.0)):
        """Middle of the limb's section: rig axes run off centre."""
        points = np.array([ring(at, axis, d, front) for d in (0, 90, 180, 270)])
        return np.array([(points[0] + points[2]) / 2, (points[1] + points[3]) / 2]).mean(0)

    # Shoulder
    roof = marks["acromion_lateral"]
    marks.pair("greater_tubercle", skin.ray(roof + [0.3, -0.016 * h, 0], [-1, 0, 0]), "outside of the shoulder, 2 to 3 cm below the roof")
    at = centred(shoulder + 0.5 * (elbow - shoulder), upper)
    marks.pair("deltoid_anterior_border", ring(at, upper, 52), "section of the upper arm, front-outer")
    marks.pair("deltoid_posterior_border", ring(centred(shoulder + 0.35 * (elbow - shoulder), upper), upper, 138), "section of the upper arm, back-outer")
    for name, angle in (("biceps_lateral_border", 60), ("biceps_medial_border", -60), ("biceps_heads_gap", 0)):
        marks.pair(name, ring(at, upper, angle), f"section of the upper arm, {angle} degrees from the front")

    # Elbow
    across = unit(upper + fore)
    c = centred(elbow, across)
    marks.pair("elbow_crease", ring(c, across, 0), "front of the section through the elbow joint")
    marks.pair("elbow_crease_lateral_end", ring(c, across, 72), "outer end of the front fold")
    marks.pair("elbow_crease_medial_end", ring(c, across, -72), "inner end of the front fold")
    marks.pair("biceps_tendon", ring(c, across, 8), "45 % of the crease from its outer end")
    up = c - across * 0.006 * h
    marks.pair("lateral_epicondyle_humerus", ring(up, across, 100), "outer side of the elbow")
    marks.pair("medial_epicondyle_humerus", ring(up, across, -100), "inner side of the elbow")
    back = [ring(c + across * d * h, across, 180) for d in np.arange(-0.012, 0.013, 0.002)]
    marks.pair("olecranon", back[int(np.argmin([p[2] for p in back]))], "most rearward skin of the elbow")

    # Forearm: at the middle unless said
    for name, angle in (("radius_ulna_gap", 180), ("ulna_medial_border", -128), ("ulna_radial_border", -145)):
        for suffix, share in (("", 0.5), ("_lower", 10 / 12)):
            front = unit((1 - share) * np.array([0, 0, 1.0]) + share * palm)
            at = centred(elbow + share * (wrist - elbow), fore, front)
            marks.pair(name + suffix, ring(at, fore, angle, front), f"section of the forearm, {angle} degrees from the palm side")

    # Wrist
    c = centred(wrist, unit(fore + hand), palm)
    axis = unit(fore + hand)
    for name, angle, shift in (
        ("wrist_crease_palmar", 0, 0), ("wrist_crease_palmar_radial_end", 72, 0), ("wrist_crease_palmar_ulnar_end", -72, 0),
        ("wrist_crease_dorsal", 180, 0), ("radial_styloid", 88, -0.006), ("ulnar_styloid", -95, -0.004),
        ("ulnar_head", -145, -0.008), ("radial_artery", 44, -0.002), ("apl_epb_groove", 78, -0.004),
        ("snuffbox", 112, 0.006), ("scaphoid", 58, 0.005), ("fcu_tendon", -48, 0), ("pisiform", -48, 0.008),
        ("pl_fcr_gap", 4, 0), ("extensor_digitorum_tendon", 176, 0), ("triquetrum", -96, 0.009),
        ("metacarpal_base_5", -98, 0.018),
    ):  # fmt: skip
        at = ring(c + (axis if shift <= 0 else hand) * shift * h, axis if shift <= 0 else hand, angle, palm)
        marks.pair(name, at, f"section at the wrist, {angle} degrees from the palm side")

    # Hand
    # the rig's finger bones begin a good centimetre beyond the knuckles one sees on the back of the hand
    knuckle = {k: joint[f"finger{k}-1"] + 0.0075 * h * unit(wrist - joint[f"finger{k}-1"]) for k in (2, 3, 4, 5)}
    from_back = lambda at: skin.ray(at - palm * 0.12, palm)
    from_palm = lambda at: skin.ray(at + palm * 0.12, -palm)
    thumbwards = unit(knuckle[2] - knuckle[5] - hand * ((knuckle[2] - knuckle[5]) @ hand))
    for k in knuckle:
        marks.pair(f"mcp_{k}", from_back(knuckle[k]), "knuckle, from the back of the hand")
    marks.pair("mcp_2_radial", skin.out(knuckle[2], thumbwards), "thumb side of the index knuckle")
    marks.pair("mcp_5_ulnar", skin.out(knuckle[5], -thumbwards), "outer side of the little knuckle")
    a, b = joint["finger1-1"], joint["finger1-2"]
    # The rig's thumb begins well inside that bone, which is half as long again. Red and white skin meet between its
    # palm side and its thumb side, both seen straight across it; a third of the way, so that the palm's view has it.
    along = unit(b - a)
    straight = lambda way: unit(way - along * (way @ along))
    middle = a + 0.33 * (b - a)
    marks.pair("metacarpal_1", skin.out(middle, 2 * straight(palm) + straight(thumbwards - hand)), "middle of the thumb's hand bone, where palm and thumb side meet")
    start = wrist + hand * 0.012 * h + thumbwards * 0.006 * h
    marks.pair("metacarpal_2", from_back(start + 0.5 * (knuckle[2] - start) + thumbwards * 0.003 * h), "middle of the index finger's hand bone, back")
    web_middle = start + 0.5 * (knuckle[2] - start) + thumbwards * 0.009 * h
    marks.pair("metacarpal_2_radial", skin.ray(web_middle - palm * 0.10 + thumbwards * 0.02, unit(palm * 0.10 - thumbwards * 0.02)), "beside the middle of that bone, towards the thumb")
    gap = (knuckle[2] + knuckle[3]) / 2
    marks.pair("metacarpal_2_3_hand_gap", from_palm(gap + 0.22 * (wrist - gap)), "palm between the 2nd and 3rd hand bones")
    gap = (knuckle[4] + knuckle[5]) / 2
    marks.pair("metacarpal_4_5_gap", from_back(gap + 0.18 * (wrist - gap)), "back of the hand between the 4th and 5th bones")
    marks.pair("metacarpal_4_5_gap_palmar", from_palm(gap + 0.18 * (wrist - gap)), "palm between the 4th and 5th bones")
    marks.pair("skin_border_hand", skin.out(knuckle[5] + 0.25 * (wrist - knuckle[5]), -thumbwards), "outer edge of the hand")
    marks.pair("skin_border_hand_radial", skin.out(middle, thumbwards), "thumb edge of the hand")
    for k in (2, 3, 4):
        marks.pair(f"web_finger_{k}_{k + 1}", web(skin, joint, palm, k), "edge of the web between two fingers")

    left = skin.p[:, 0] > 0
    for k, finger in ((1, "thumb"), (2, "index"), (3, "middle"), (4, "ring"), (5, "little")):
        own = left & nearest_digit(skin, joint, "finger", k)
        # the thumb's own outer side is the one away from the index finger
        outwards = joint["finger1-3"] - joint["finger2-2"] if k == 1 else thumbwards
        ulnar, radial = nail_corners(skin, "fingernails", own, joint[f"finger{k}-3"], outwards)
        marks.pair(f"nail_{finger}_radial", radial, "where the painted nail's edge on the thumb's side rounds into its base")
        marks.pair(f"nail_{finger}_ulnar", ulnar, "where the painted nail's edge on the little finger's side rounds into its base")
        digit = skin.marks["weight_thumb" if k == 1 else "weight_finger"] > 0.5
        along = unit(skin.end[f"finger{k}-3"] - joint[f"finger{k}-3"])
        marks.pair(f"fingertip_{k}", skin.highest(own & digit, along), "farthest skin along the last bone")


def web(skin, joint, palm, k):
    """Walks down between two fingers, seen from the back of the hand, until there is no skin."""
    p = (joint[f"finger{k}-1"] + joint[f"finger{k + 1}-1"]) / 2
    q = (joint[f"finger{k}-2"] + joint[f"finger{k + 1}-2"]) / 2
    last = None
    for t in np.arange(0.0, 1.5, 0.01):
        at = p + t * (q - p)
        hit = skin.ray(at - palm * 0.10, palm)
        if hit is None or np.linalg.norm(hit - at) > 0.03:
            break
        last = hit
    return last
