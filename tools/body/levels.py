"""Heights of the spine on a body that has no bones.

C7 comes from the rig, the S2 line (the dimples) from the hip joint; between them each vertebra's lower edge stands at
the share that was measured on BodyParts3D (0 = C7, 100 = S2) and agrees with Ernst 2013.
"""

SHARE = {
    "C7_lower": 0.0, "T1_lower": 3.3, "T2_lower": 7.4, "T3_lower": 12.7, "T4_lower": 17.8, "T5_lower": 25.5,
    "T6_lower": 31.7, "T7_lower": 37.8, "T8_lower": 43.2, "T9_lower": 48.6, "T10_lower": 54.1, "T11_lower": 59.0,
    "T12_lower": 64.2, "L1_lower": 71.4, "L2_lower": 76.0, "L3_lower": 81.1, "L4_lower": 85.2, "L5_lower": 90.2,
    "S1": 97.1, "S2": 100.0, "S3": 103.9, "S4": 107.6,
}  # fmt: skip


def levels(joint, stature):
    """Height in metres of every level."""
    top = joint["neck01"][1] - 0.002 * stature  # the joint lies at the seventh spine; its lower edge a little below
    bottom = 0.556 * stature + 0.3 * (joint["upperleg01"][1] - 0.523 * stature)
    return {name: top + (bottom - top) * share / 100 for name, share in SHARE.items()}
