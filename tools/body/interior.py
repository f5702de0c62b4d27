"""Mouth and eye sockets: what nobody can see is drawn tight like a membrane behind lips and lids.

Deleting it would leave open slits; a membrane keeps the skin closed, and decimation then melts it to a few triangles.
"""

import numpy as np
import scipy.sparse as sp
import trimesh
from scipy.sparse.csgraph import connected_components
from scipy.sparse.linalg import spsolve
from trimesh.ray.ray_pyembree import RayMeshIntersector

from mesh import adjacency, averaging, edges_of, smoothstep, triangles_of, unit, vertex_normals

RAYS = 64
DEEP = 0.002  # metres behind the lips: there a ray from the front has missed them
SEAM = 0.0045  # metres behind the lips: here their seam closes
POCKET = 100  # mouth and sockets have hundreds of vertices; skin folds that see nothing have few


def hidden(points, quads, mirror) -> np.ndarray:
    """Vertices from which (almost) no ray leaves the body, in large patches only."""
    triangles = triangles_of(quads)
    normal = vertex_normals(points, triangles)
    ray = RayMeshIntersector(trimesh.Trimesh(points, triangles, process=False))
    random = np.random.default_rng(1)
    seen = np.zeros(len(points))
    for _ in range(RAYS):
        way = unit(random.normal(size=points.shape))
        way *= np.sign((way * normal).sum(1, keepdims=True))
        seen += ~ray.intersects_any(points + normal * 0.0004, way)
    blind = np.flatnonzero(seen + seen[mirror] < 4)
    links = adjacency(edges_of(quads), len(points))[blind][:, blind]
    _, label = connected_components(links)
    large = np.bincount(label)[label] > POCKET
    out = np.zeros(len(points), bool)
    out[blind[large]] = True
    return out


def close(points, quads, mirror, deep):
    """(points with the pockets drawn tight, mask of the pocket vertices); `deep` marks more vertices to draw in."""
    inside = hidden(points, quads, mirror) | deep
    mean = averaging(edges_of(quads), len(points))
    free, held = np.flatnonzero(inside), np.flatnonzero(~inside)
    matrix = sp.identity(len(points), format="csr") - mean
    tight = points.copy()
    tight[free] = spsolve(matrix[free][:, free].tocsc(), -(matrix[free][:, held] @ points[held]))
    return tight, inside


def close_lips(points, quads, lips):
    """Brings the lips together where a slit of light shows between them.

    Returns the points and a mask of the vertices deep in the slit. The slit is measured from the front at several places across the mouth: the heights between which a ray runs past
    both lips. The skin above is then drawn down and the skin below up, fading out over a centimetre.
    """
    ray = RayMeshIntersector(trimesh.Trimesh(points, triangles_of(quads), process=False))
    mouth = points[lips > 0.5]
    low, high, width = mouth[:, 1].min(), mouth[:, 1].max(), mouth[:, 0].max()
    place, half, middle, front = [], [], [], []
    for x in np.linspace(0, 0.96 * width, 14):
        y = np.arange(low - 0.001, high + 0.001, 0.0001)
        origin = np.c_[np.full_like(y, x), y, np.full_like(y, 0.5)]
        hit, which, _ = ray.intersects_location(origin, np.tile([0, 0, -1.0], (len(y), 1)), multiple_hits=False)
        z = np.full(len(y), -1.0)
        z[which] = hit[:, 2]
        inner = (y > low + 0.2 * (high - low)) & (y < high - 0.2 * (high - low))
        deep = int(np.argmin(np.where(inner, z, 9)))
        lower, upper = z[:deep].max(initial=-1), z[deep:].max(initial=-1)
        past = z < min(lower, upper) - DEEP
        past &= inner
        if past.any():
            place.append(x)
            half.append((y[past].max() - y[past].min()) / 2)
            middle.append((y[past].max() + y[past].min()) / 2)
            front.append(min(lower, upper))
    if not place:
        return points, np.zeros(len(points), bool)
    x, y, z = np.abs(points[:, 0]), points[:, 1], points[:, 2]
    gap = np.interp(x, place + [width], half + [0.0])
    centre = np.interp(x, place, middle)
    away = np.abs(y - centre)
    share = 1 - smoothstep(away, gap, gap + 0.009)
    near = (z > mouth[:, 2].min() - 0.010) & (x < width)
    out = points.copy()
    out[:, 1] -= near * share * np.sign(y - centre) * np.minimum(gap, away)
    # what lies deep between the lips is drawn forward with the pocket, or the profile would show a notch
    deep = near & (np.abs(out[:, 1] - centre) < 0.004) & (z < np.interp(x, place, front) - SEAM) & (x < 0.9 * width)
    return out, deep
