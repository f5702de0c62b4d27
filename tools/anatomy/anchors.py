"""The landmarks that hold the art: the program bends it so that each of these meets its place on a figure."""

MIDLINE = (
    ["C7_lower"] + [f"T{i}_lower" for i in range(1, 13)] + [f"L{i}_lower" for i in range(1, 6)]
    + ["S2_spine", "sacral_hiatus", "coccyx_tip", "pubic_symphysis_upper", "pubic_symphysis_lower", "navel",
       "xiphisternal_junction", "sternal_notch", "joint_neck", "joint_head", "perineum_mid"]
)  # fmt: skip
PAIRED = [
    "psis", "iliac_crest_top", "asis", "great_trochanter", "joint_hip", "joint_knee", "knee_crease", "gluteal_fold",
    "rib11_tip", "rib12_tip", "midaxillary_line", "scapula_inferior_angle", "ics3_midaxillary", "joint_ankle",
    "ics7_nipple_line", "joint_shoulder",
]  # fmt: skip


def add(file, marks):
    for name in MIDLINE + PAIRED:
        paired, at = marks[name]
        file.anchor(name, int(paired), at)
