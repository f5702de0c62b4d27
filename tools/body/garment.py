"""Shorts and top as signed fields on the skin: positive inside the cloth, zero at its edge.

The form of a garment is an implicit function of position; the distance is then measured to the edge it draws on the
skin, so that hems keep their width on every slope.
"""

import numpy as np
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from mesh import adjacency

# The mesh is cut along these distances (metres), because colours are interpolated between vertices: both sides of the
# edge, then where the darker hem line one centimetre in begins, is full, is still full, and ends.
CUTS = (-0.0012, 0.0012, 0.0070, 0.0088, 0.0112, 0.0130)


def soft_min(a, b, radius):
    """The smaller of two fields, with the corner between them rounded."""
    h = np.clip(0.5 + 0.5 * (b - a) / radius, 0, 1)
    return b * (1 - h) + a * h - radius * h * (1 - h)


def shorts(points, arm, joints, stature):
    """`arm` = how much a vertex follows the arm; hands hang beside the shorts and are never cloth."""
    hip, knee = joints["upperleg01"], joints["lowerleg01"]
    mirrored = points.copy()
    mirrored[:, 0] = np.abs(points[:, 0])
    thigh = np.linalg.norm(knee - hip)
    along = (mirrored - hip) @ (knee - hip) / thigh
    waist = hip[1] + 0.060 * stature - points[:, 1] - 0.10 * points[:, 2]  # a little lower in front
    field = np.minimum(waist, 0.34 * thigh - along)
    return np.where(arm > 0.3, -1.0, field)


def top(points, arm, stature):
    """A crop top with broad straps; scooped low behind so that the upper spine stays in sight."""
    x, y, z = np.abs(points[:, 0]), points[:, 1] / stature, points[:, 2]
    x = x / stature
    hem = y - 0.672
    front = z > -0.028 * stature / 1.65

    def outside_scoop(bottom, half):
        top_edge = 0.86
        r = ((x / half) ** 2.6 + (np.clip(top_edge - y, 0, None) / (top_edge - bottom)) ** 2.6) ** (1 / 2.6)
        return (r - 1) * half

    neck = np.where(front, outside_scoop(0.762, 0.047), outside_scoop(0.738, 0.047))
    # armhole: an ellipse seen from the front, from the strap's outer edge to below the armpit
    cx, cy, rx, ry = 0.128, 0.812, 0.055, 0.092
    hole = ((np.abs(x - cx) / rx) ** 2.2 + (np.abs(y - cy) / ry) ** 2.2) ** (1 / 2.2)
    armhole = (hole - 1) * rx
    field = soft_min(soft_min(hem, neck, 0.006), armhole, 0.006) * stature
    beside = (arm > 0.5) & ((x > 0.128) | (y < 0.73))  # the arm, beside or below the armhole
    return np.where(beside | (y > 0.86), -1.0, field)


def one_piece(form, edges):
    """Takes away scraps of cloth that hang together with nothing (a patch of the arm beside the armhole)."""
    both = (form[edges] > 0).all(1)
    _, label = connected_components(adjacency(edges[both], len(form)))
    small = np.bincount(label)[label] < 300
    return np.where((form > 0) & small, -1.0, form)


def edge_distance(points, triangles, form):
    """Signed distance in metres to the line where `form` is zero on the skin."""
    segments = []
    for k in range(3):
        a, b, c = triangles[:, k], triangles[:, (k + 1) % 3], triangles[:, (k + 2) % 3]
        # the corner a lies alone on its side
        alone = ((form[a] > 0) != (form[b] > 0)) & ((form[a] > 0) != (form[c] > 0))
        a, b, c = a[alone], b[alone], c[alone]
        p = points[a] + (form[a] / (form[a] - form[b]))[:, None] * (points[b] - points[a])
        q = points[a] + (form[a] / (form[a] - form[c]))[:, None] * (points[c] - points[a])
        segments.append(np.stack([p, q], 1))
    segments = np.concatenate(segments)
    steps = 24
    t = (np.arange(steps) + 0.5) / steps
    line = (segments[:, :1] * (1 - t)[None, :, None] + segments[:, 1:] * t[None, :, None]).reshape(-1, 3)
    distance, _ = cKDTree(line).query(points)
    return np.where(form > 0, distance, -distance)
