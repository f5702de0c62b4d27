"""Quiet surfaces: a chest without nipples, and cloth that hangs over folds instead of following them."""

import numpy as np
from scipy.interpolate import RBFInterpolator

from mesh import averaging, edges_of, relax, smoothstep, taubin, triangles_of, unit, vertex_normals


def nipple_centre(points, areola):
    """The left one; `areola` is the painted mask of the base mesh."""
    left = (areola > 0.5) & (points[:, 0] > 0)
    return points[left].mean(0)


def smooth_chest(points, quads, areola, radius):
    """Lays a thin plate over both nipples: bent as little as the ring around each disc of `radius` allows.

    The plate is a height over the disc's own plane. Smoothing over the mesh's edges would not do: the rings of tiny
    quads there turn any such patch into a cone.
    """
    mean = averaging(edges_of(quads), len(points))
    centre = nipple_centre(points, areola)
    near = points.copy()
    near[:, 0] = np.abs(near[:, 0])
    away = np.linalg.norm(near - centre, axis=1)
    # the chest's own skin: not the arm beside it, not the back behind it
    normal = vertex_normals(points, triangles_of(quads))
    normal[:, 0] *= np.where(points[:, 0] < 0, -1, 1)
    skin = (near[:, 2] > 0) & (normal[:, 2] > 0) & (near[:, 0] < centre[0] + 1.25 * radius)
    up = unit(normal[skin & (away < 1.6 * radius) & (away > radius)].mean(0))
    across = unit(np.cross([0, 1.0, 0], up))
    frame = np.stack([across, np.cross(up, across), up], 1)
    local = (near - centre) @ frame
    flat = np.linalg.norm(local[:, :2], axis=1)
    ring = skin & (flat > radius) & (flat < 1.9 * radius) & (near[:, 0] > 0.012) & (points[:, 0] > 0)
    plate = RBFInterpolator(local[ring, :2], local[ring, 2], kernel="thin_plate_spline", smoothing=1e-6)
    inside = np.flatnonzero(skin & (flat < 1.25 * radius) & (near[:, 0] > 0.012))
    share = 1 - smoothstep(flat[inside], 0.85 * radius, 1.25 * radius)
    local[inside, 2] += share * (plate(local[inside, :2]) - local[inside, 2])
    out = points.copy()
    moved = centre + local[inside] @ frame.T
    moved[:, 0] *= np.where(points[inside, 0] < 0, -1, 1)
    out[inside] = moved
    return taubin(out, mean, 0.8 * (1 - smoothstep(away, radius, 1.8 * radius)) * skin, 15)


def drape_shorts(points, quads, cloth, hip):
    """`cloth` is the distance inside the shorts in metres, `hip` the left hip joint."""
    mean = averaging(edges_of(quads), len(points))
    everywhere = np.ones(len(points))
    inside = relax(smoothstep(cloth, 0, 0.05), mean, everywhere, 3) * (cloth > -0.02)
    points = taubin(points, mean, inside, 25)
    # the groin
    offset = (points - [0, hip[1] - 0.055, hip[2] + 0.025]) * [0.9, 0.7, 0.6]
    groin = np.clip(1.32 - np.linalg.norm(offset, axis=1) / 0.095, 0, 1) * (cloth > 0.01)
    points = relax(points, mean, 0.7 * groin, 14)
    # the cleft between the buttocks: cloth spans it
    x, y, z = points.T
    cleft = np.clip(1 - np.abs(x) / 0.05, 0, 1) * smoothstep(cloth, 0, 0.04) * (z < hip[2] - 0.02)
    return relax(points, mean, 0.8 * cleft * np.clip((y - hip[1] + 0.075) / 0.04, 0, 1), 18)


def drape_top(points, quads, cloth, areola):
    """A sports top: smooth over the nipple, and stretched a little across the gap between the breasts."""
    points = smooth_chest(points, quads, areola, 0.032)
    mean = averaging(edges_of(quads), len(points))
    inside = smoothstep(cloth, 0, 0.03)
    points = taubin(points, mean, 0.9 * inside, 12)
    x, _, z = points.T
    gap = np.clip(1 - np.abs(x) / 0.05, 0, 1) * smoothstep(cloth, 0.01, 0.05) * (z > 0)
    return relax(points, mean, 0.6 * gap, 10)
