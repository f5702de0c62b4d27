"""All landmarks of a figure. Names are those of the project's landmark list; `how` says how each was found."""

import numpy as np

import landmarks_arm
import landmarks_head
import landmarks_leg
import landmarks_trunk


class Marks:
    """Collects landmarks; later ones may ask for earlier ones."""

    def __init__(self):
        self.rows = []
        self._at = {}

    def middle(self, name, at, how):
        at = np.array(at, float)
        at[0] = 0
        self._add(name, False, at, how)

    def pair(self, name, at, how):
        """The left one."""
        self._add(name, True, np.array(at, float), how)

    def _add(self, name, paired, at, how):
        if name in self._at:
            raise ValueError(f"{name} twice")
        if not np.isfinite(at).all():
            raise ValueError(f"{name} was not found")
        self._at[name] = at
        self.rows.append((name, paired, at, how))

    def __getitem__(self, name):
        return self._at[name]


def find(skin, level, nipple, figure):
    """[(id, paired, point, how)] for one figure."""
    marks = Marks()
    landmarks_trunk.find(marks, skin, level, nipple, figure)
    landmarks_head.find(marks, skin, level)
    landmarks_leg.find(marks, skin, level)
    landmarks_arm.find(marks, skin, level)
    landmarks_trunk.find_late(marks, skin, level)
    joints(marks, skin)
    return marks.rows


JOINTS = {
    "hip": "upperleg01", "knee": "lowerleg01", "ankle": "foot", "shoulder": "upperarm01", "elbow": "lowerarm01",
    "wrist": "wrist", "eye": "eye", "clavicle": "clavicle", "jaw": "jaw", "neck": "neck01", "head": "head",
    "thumb_1": "finger1-1", "thumb_2": "finger1-2", "thumb_3": "finger1-3",
}  # fmt: skip
CENTRAL = ("jaw", "neck", "head")


def joints(marks, skin):
    names = dict(JOINTS)
    names |= {f"finger{f}_{k}": f"finger{f}-{k}" for f in (2, 3, 4, 5) for k in (1, 2, 3)}
    names |= {f"toe{t}_{k}": f"toe{t}-{k}" for t in (1, 2, 3, 4, 5) for k in (1, 2, 3) if (t, k) != (1, 3)}
    for name, bone in names.items():
        add = marks.middle if name in CENTRAL else marks.pair
        add("joint_" + name, skin.joint[bone], "rig joint, inside the body")
    for digit in (1, 2, 3, 4, 5):
        tip = "thumb" if digit == 1 else f"finger{digit}"
        marks.pair(f"joint_{tip}_tip", skin.end[f"finger{digit}-3"], "tip of the last bone")
        marks.pair(f"joint_toe{digit}_tip", skin.end[f"toe{digit}-{2 if digit == 1 else 3}"], "tip of the last bone")
