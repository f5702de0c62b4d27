"""What light does on the still figure: ambient occlusion, and a cavity map for fine relief."""

import numpy as np
import trimesh
from trimesh.ray.ray_pyembree import RayMeshIntersector

from mesh import relax, smoothstep, unit

RAYS = 96
REACH = 0.30  # metres; farther skin throws no shadow


def occlusion(points, normals, blockers, triangles):
    """1 = open sky, 0 = buried. Cosine-weighted rays, stratified in height, jittered per vertex with a fixed seed."""
    ray = RayMeshIntersector(trimesh.Trimesh(blockers, triangles, process=False))
    random = np.random.default_rng(1)
    count = len(points)
    helper = np.where(np.abs(normals[:, :1]) < 0.9, [[1.0, 0, 0]], [[0, 1.0, 0]])
    tangent = unit(np.cross(normals, helper))
    other = np.cross(normals, tangent)
    origin = points + normals * 0.002
    blocked = np.zeros(count)
    for k in range(RAYS):
        u = (k + random.random(count)) / RAYS
        turn = random.random(count) * 2 * np.pi
        flat, high = np.sqrt(u), np.sqrt(1 - u)
        way = tangent * (flat * np.cos(turn))[:, None] + other * (flat * np.sin(turn))[:, None] + normals * high[:, None]
        place, which, _ = ray.intersects_location(origin, way, multiple_hits=False)
        blocked[which] += np.clip(1 - np.linalg.norm(place - origin[which], axis=1) / REACH, 0, 1)
    return 1 - blocked / RAYS


def cavity(points, normals, mean):
    """How far the skin stands out of (+) or behind (-) a smoothed copy of itself; 5 mm is full scale."""
    everywhere = np.ones(len(points))
    smooth = relax(points, mean, everywhere, 30)
    out = np.clip(((points - smooth) * normals).sum(1) / 0.005, -1, 1)
    return relax(out, mean, everywhere, 14)


def quiet_at(values, points, centre, inner, outer):
    """Fades a painted value out around a point and its mirror image."""
    near = points.copy()
    near[:, 0] = np.abs(near[:, 0])
    return values * smoothstep(np.linalg.norm(near - centre, axis=1), inner, outer)
