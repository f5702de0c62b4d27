"""From the rest pose of the base mesh to the anatomical position: palms forward, arms a little away."""

import numpy as np

from mesh import averaging, edges_of, relax, smoothstep, triangles_of, unit, vertex_normals
from shape import symmetric
from source import BODY_VERTICES, Source

DEGREE = np.pi / 180
ARM_OUT = 18 * DEGREE
CARRY = 6 * DEGREE  # the forearm leaves the upper arm by this much
SIDE = np.array([-1.0, 1.0, 1.0])  # turns left into right


def turn(axis, angle):
    """Rotation matrix."""
    x, y, z = unit(np.asarray(axis, float))
    k = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    return np.eye(3) + np.sin(angle) * k + (1 - np.cos(angle)) * k @ k


def bring(a, b):
    """Smallest rotation from direction a to direction b."""
    a, b = unit(a), unit(b)
    axis = np.cross(a, b)
    if np.linalg.norm(axis) < 1e-9:
        return np.eye(3)
    return turn(axis, np.arctan2(np.linalg.norm(axis), a @ b))


def angle_about(a, b, axis):
    """Signed angle from a to b, seen along the axis."""
    return np.arctan2(np.cross(a, b) @ axis, a @ b)


def joints(source: Source, points: np.ndarray):
    """Heads and tails of all bones: means of the little cubes that the morphs carry along."""

    def place(end):
        if end["strategy"] == "CUBE":
            return points[source.groups[end["cube_name"]]].mean(0)
        if end["strategy"] == "VERTEX":
            return points[end["vertex_index"]]
        return points[end["vertex_indices"]].mean(0)

    return ({b: place(r["head"]) for b, r in source.rig.items()}, {b: place(r["tail"]) for b, r in source.rig.items()})


def left_rotations(head, tail):
    """World rotations of the left side's bones that differ from their parent's."""
    j = {name[:-2]: p for name, p in head.items() if name.endswith(".L")}
    end = {name[:-2]: p for name, p in tail.items() if name.endswith(".L")}
    out = {}
    arm = unit(np.array([np.sin(ARM_OUT), -np.cos(ARM_OUT), -0.03]))
    fore = unit(np.array([np.sin(ARM_OUT + CARRY), -np.cos(ARM_OUT + CARRY), 0.10]))
    hand = unit(np.array([np.sin(ARM_OUT + CARRY / 2), -np.cos(ARM_OUT + CARRY / 2), 0.12]))

    upper = bring(j["lowerarm01"] - j["upperarm01"], arm)
    lower = bring(upper @ (j["wrist"] - j["lowerarm01"]), fore) @ upper
    wrist = bring(lower @ (j["finger3-1"] - j["wrist"]), hand) @ lower

    # Turn the palm forward. Its normal comes from the knuckles; the twist is spread from shoulder to wrist, because
    # taking it all at the wrist wrings the forearm like a sweet wrapper.
    palm = -np.cross(wrist @ unit(j["finger2-1"] - j["wrist"]), wrist @ unit(j["finger5-1"] - j["wrist"]))
    palm = unit(palm - hand * (palm @ hand))
    goal = np.array([0.18, 0, 1.0])
    goal = unit(goal - hand * (goal @ hand))
    twist = angle_about(palm, goal, hand)
    out["upperarm01"] = turn(arm, 0.10 * twist) @ upper
    out["upperarm02"] = turn(arm, 0.22 * twist) @ upper
    out["lowerarm01"] = turn(fore, 0.50 * twist) @ lower
    out["lowerarm02"] = turn(fore, 0.80 * twist) @ lower
    out["wrist"] = turn(hand, twist) @ wrist

    # A hand at rest: fingers nearer together than in the rest pose and softly bent.
    # n turns with the hand: it points out of the palm.
    middle = out["wrist"] @ unit(j["finger3-2"] - j["finger3-1"])
    for finger, closer, bends in ((2, 0.45, (1, 4, 3)), (3, 0, (2, 5, 4)), (4, 0.45, (3, 6, 5)), (5, 0.45, (4, 7, 5))):
        bone = f"finger{finger}-"
        along = out["wrist"] @ unit(j[bone + "2"] - j[bone + "1"])
        flat = unit(along - goal * (along @ goal))
        spread = angle_about(flat, unit(middle - goal * (middle @ goal)), goal)
        current = turn(goal, closer * spread) @ out["wrist"]
        hinge = unit(np.cross(turn(goal, closer * spread) @ along, goal))
        bent = 0
        for k, bend in enumerate(bends):
            bent += bend * DEGREE
            out[f"{bone}{k + 1}"] = turn(hinge, bent) @ current
    thumb = out["wrist"] @ unit(end["finger1-3"] - j["finger1-2"])
    nearer = unit(np.cross(thumb, middle))
    out["finger1-1"] = turn(nearer, 7 * DEGREE) @ out["wrist"]
    out["finger1-2"] = turn(nearer, 13 * DEGREE) @ out["wrist"]

    z = np.array([0, 0, 1.0])
    out["shoulder01"] = turn(z, -6 * DEGREE)  # shoulders drop with the arms
    out["upperleg01"] = turn(z, -5.2 * DEGREE)  # legs nearer together, feet flat
    out["lowerleg01"] = turn(z, -2.8 * DEGREE)
    out["foot"] = np.eye(3)
    return out


def bone_motion(source: Source, head, tail):
    """World rotation and translation of every bone."""
    wanted = {}
    for name, r in left_rotations(head, tail).items():
        wanted[name + ".L"] = r
        wanted[name + ".R"] = np.diag(SIDE) @ r @ np.diag(SIDE)
    motion = {}

    def solve(bone):
        if bone not in motion:
            parent = source.rig[bone]["parent"]
            rotation, shift = solve(parent) if parent else (np.eye(3), np.zeros(3))
            own = wanted.get(bone, rotation)
            motion[bone] = (own, rotation @ head[bone] + shift - own @ head[bone])
        return motion[bone]

    for bone in source.rig:
        solve(bone)
    return motion


def skin_weight(source: Source, *prefixes: str) -> np.ndarray:
    """How much every skin vertex follows the bones whose names start with one of the prefixes."""
    total = np.zeros(len(source.base[0]))
    for bone, (index, weight) in source.weights.items():
        if bone.startswith(prefixes):
            np.add.at(total, index, weight)
    both = total[:BODY_VERTICES].clip(0, 1)
    return (both + both[source.mirror[:BODY_VERTICES]]) / 2


def pose(source: Source, points: np.ndarray):
    """(skin vertices, joint heads, joint tails) in the anatomical position, same units as `points`."""
    head, tail = joints(source, points)
    motion = bone_motion(source, head, tail)
    moved, total = np.zeros_like(points), np.zeros(len(points))
    for bone, (index, weight) in source.weights.items():
        rotation, shift = motion[bone]
        np.add.at(moved, index, weight[:, None] * (points[index] @ rotation.T + shift))
        np.add.at(total, index, weight)
    held = total > 1e-6
    moved[held] /= total[held, None]
    moved[~held] = points[~held]

    skin = symmetric(source, moved[:BODY_VERTICES])
    rest = points[:BODY_VERTICES]
    skin = _restore_detail(source, rest, skin)
    heads = {b: motion[b][0] @ p + motion[b][1] for b, p in head.items()}
    tails = {b: motion[b][0] @ p + motion[b][1] for b, p in tail.items()}
    skin = _relax_armpits(source, skin, heads)
    return symmetric(source, skin), heads, tails


def _restore_detail(source, rest, skin):
    """Delta mush on the arms: carry the rest pose's fine shape over to a smoothed copy of the posed skin.

    Plain skinning makes elbows and twisted forearms lose volume; this gives it back.
    """
    quads = source.base[1]
    edges = edges_of(quads)
    mean = averaging(edges, len(skin))
    everywhere = np.ones(len(skin))
    smooth_rest, smooth_skin = (relax(p, mean, everywhere, 12) for p in (rest, skin))
    triangles = triangles_of(quads)
    neighbour = np.zeros(len(skin), int)
    neighbour[edges[:, 0]] = edges[:, 1]
    neighbour[edges[:, 1]] = edges[:, 0]

    def frames(p):
        n = vertex_normals(p, triangles)
        t = p[neighbour] - p
        t = unit(t - n * (t * n).sum(1, keepdims=True))
        return np.stack([n, t, np.cross(n, t)], 2)

    detail = np.einsum("nij,ni->nj", frames(smooth_rest), rest - smooth_rest)
    mushed = smooth_skin + np.einsum("nij,nj->ni", frames(smooth_skin), detail)
    arm = skin_weight(source, "upperarm", "lowerarm", "shoulder", "clavicle", "wrist")
    share = np.clip(relax(arm, mean, everywhere, 4) * 1.3, 0, 1)
    share *= 1 - skin_weight(source, "finger", "metacarpal")
    return skin * (1 - share[:, None]) + mushed * share[:, None]


def _relax_armpits(source, skin, heads):
    """Skinning folds the armpit when the arm comes down; a little smoothing opens it again."""
    mean = averaging(edges_of(source.base[1]), len(skin))
    for side in (1, -1):
        centre = heads["upperarm01." + ("L" if side > 0 else "R")] + np.array([-side * 0.25, -1.05, 0.0])
        away = np.linalg.norm((skin - centre) * [1, 0.75, 0.8], axis=1)
        skin = relax(skin, mean, 0.8 * smoothstep(1.0 - away, 0, 0.5), 16)
    return skin
