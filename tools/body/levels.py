"""Heights of the spine on a body that has no bones.

C7 comes from the rig, the S2 line (the dimples) from the hip joint; between them each vertebra's lower edge stands at
a share of the way (0 = C7, 100 = S2). Two sources give shares: the one skeleton of BodyParts3D, all of them, in uneven
steps; and Ernst 2013, 22 living people, the seven C7, T4, T7, T10, L1, L4 and S2. The row below runs evenly between
both: no share is more than 1.7 from either. Steps grow down to T5, where the spines overlap most, shrink to T10, where
they point straight back, and grow again into the loins.
"""

SHARE = {
    "C7_lower": 0.0, "T1_lower": 4.2, "T2_lower": 8.8, "T3_lower": 13.9, "T4_lower": 19.4, "T5_lower": 25.6,
    "T6_lower": 32.0, "T7_lower": 38.2, "T8_lower": 43.8, "T9_lower": 49.0, "T10_lower": 54.1, "T11_lower": 59.3,
    "T12_lower": 64.7, "L1_lower": 70.2, "L2_lower": 75.7, "L3_lower": 81.1, "L4_lower": 86.3, "L5_lower": 91.2,
    "S1": 96.6, "S2": 100.0, "S3": 103.9, "S4": 107.6,
}  # fmt: skip


def levels(joint, stature):
    """Height in metres of every level."""
    top = joint["neck01"][1] - 0.002 * stature  # the joint lies at the seventh spine; its lower edge a little below
    bottom = 0.556 * stature + 0.3 * (joint["upperleg01"][1] - 0.523 * stature)
    return {name: top + (bottom - top) * share / 100 for name, share in SHARE.items()}
