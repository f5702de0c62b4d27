"""Solids as signed distances: bone is soft where parts meet, so parts are blended and not glued.

Every function takes an array of points (n, 3) in millimetres and gives n distances, below 0 inside.
"""

import numpy as np


def blend(k, *parts):
    """The union of solids with a fillet of about k millimetres."""
    d = parts[0]
    for other in parts[1:]:
        h = np.clip(0.5 + 0.5 * (other - d) / k, 0, 1)
        d = other * (1 - h) + d * h - k * h * (1 - h)
    return d


def carve(k, solid, tool):
    """The solid without the tool, with an edge rounded by k."""
    return -blend(k, -solid, tool)


def both(k, a, b):
    """What lies in both solids, with a rounded edge."""
    return -blend(k, -a, -b)


def ball(p, centre, r):
    return np.linalg.norm(p - centre, axis=1) - r


def ellipsoid(p, centre, radii):
    r = np.asarray(radii, float)
    q = p - centre
    k0 = np.linalg.norm(q / r, axis=1)
    k1 = np.linalg.norm(q / (r * r), axis=1)
    return k0 * (k0 - 1) / np.maximum(k1, 1e-9)


def rod(p, a, b, ra, rb=None, squash=None):
    """A round rod from a to b whose radius runs from ra to rb; squash scales the axes first (below 1 makes it longer)."""
    rb = ra if rb is None else rb
    s = np.ones(3) if squash is None else np.asarray(squash, float)
    a, b, p = np.asarray(a, float) * s, np.asarray(b, float) * s, p * s
    ab = b - a
    t = np.clip((p - a) @ ab / max(ab @ ab, 1e-9), 0, 1)
    return np.linalg.norm(p - a - t[:, None] * ab, axis=1) - (ra + (rb - ra) * t)


def path(p, points, radii, k=1.0):
    """A rod through many points."""
    parts = [rod(p, points[i], points[i + 1], radii[i], radii[i + 1]) for i in range(len(points) - 1)]
    d = parts[0]
    for other in parts[1:]:
        d = np.minimum(d, other) if k <= 0 else blend(k, d, other)
    return d


def plate(p, corners, half):
    """A flat slab in the plane of three or more corners (convex, in order), `half` thick to each side, edges round."""
    c = np.asarray(corners, float)
    n = np.cross(c[1] - c[0], c[2] - c[0])
    n /= np.linalg.norm(n)
    middle = c.mean(axis=0)
    off = (p - middle) @ n
    flat = p - off[:, None] * n
    d = np.full(len(p), np.inf)
    inside = np.ones(len(p), bool)
    for i in range(len(c)):
        a, b = c[i], c[(i + 1) % len(c)]
        ab = b - a
        t = np.clip((flat - a) @ ab / (ab @ ab), 0, 1)
        d = np.minimum(d, np.linalg.norm(flat - a - t[:, None] * ab, axis=1))
        side = np.cross(n, ab)
        if (middle - a) @ side < 0:
            side = -side
        inside &= (flat - a) @ side > 0
    within = np.where(inside, 0.0, d)
    return np.sqrt(within**2 + off**2) - half
