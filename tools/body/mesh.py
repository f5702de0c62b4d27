"""Small tools for quad and triangle meshes: neighbours, normals, smoothing, subdivision."""

import numpy as np
import scipy.sparse as sp


def edges_of(faces) -> np.ndarray:
    """Every undirected edge once, sorted."""
    faces = np.asarray(faces)
    pairs = np.stack([faces, np.roll(faces, -1, axis=1)], 2).reshape(-1, 2)
    return np.unique(np.sort(pairs, axis=1), axis=0)


def adjacency(edges: np.ndarray, count: int) -> sp.csr_matrix:
    a, b = edges.T
    ones = np.ones(len(edges))
    return sp.csr_matrix((np.r_[ones, ones], (np.r_[a, b], np.r_[b, a])), shape=(count, count))


def averaging(edges: np.ndarray, count: int) -> sp.csr_matrix:
    """Matrix that replaces every vertex by the mean of its neighbours."""
    links = adjacency(edges, count)
    degree = np.asarray(links.sum(1)).ravel()
    return sp.diags(1 / np.maximum(degree, 1)) @ links


def triangles_of(quads) -> np.ndarray:
    """Two triangles per quad, always split at the first corner: good enough for rays and normals."""
    return np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])


def short_diagonals(points, quads) -> np.ndarray:
    """Two triangles per quad, split along the shorter diagonal; mirrored quads are split alike."""
    a, b, c, d = quads.T
    first = np.round(np.linalg.norm(points[a] - points[c], axis=1), 7)
    second = np.round(np.linalg.norm(points[b] - points[d], axis=1), 7)
    use = (first <= second)[:, None]
    one = np.where(use, np.c_[a, b, c], np.c_[a, b, d])
    two = np.where(use, np.c_[a, c, d], np.c_[b, c, d])
    return np.stack([one, two], 1).reshape(-1, 3)


def vertex_normals(points: np.ndarray, triangles: np.ndarray) -> np.ndarray:
    """Area-weighted normals."""
    a, b, c = (points[triangles[:, k]] for k in range(3))
    face = np.cross(b - a, c - a)
    total = np.zeros_like(points)
    for k in range(3):
        for axis in range(3):
            total[:, axis] += np.bincount(triangles[:, k], face[:, axis], minlength=len(points))
    return unit(total)


def unit(v: np.ndarray) -> np.ndarray:
    return v / np.maximum(np.linalg.norm(v, axis=-1, keepdims=True), 1e-12)


def smoothstep(x, low, high):
    t = np.clip((np.asarray(x, float) - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


def relax(points, mean, mask, steps, amount=0.5):
    """Plain smoothing: fast, but it shrinks."""
    m = mask[:, None] if np.ndim(points) == 2 else mask
    for _ in range(steps):
        points = points + amount * m * (mean @ points - points)
    return points


def taubin(points, mean, mask, steps):
    """Smoothing that keeps the volume (a shrinking step, then a slightly larger growing one)."""
    m = mask[:, None]
    for _ in range(steps):
        points = points + 0.5 * m * (mean @ points - points)
        points = points - 0.53 * m * (mean @ points - points)
    return points


def subdivide(faces, count: int):
    """One Catmull-Clark step of a closed quad mesh, as (matrix from old to new vertices, new quads).

    The base mesh was drawn for this step. A matrix lets positions and any painted value go through it alike.
    """
    faces = np.asarray(faces)
    flat = faces.ravel()
    owner = np.repeat(np.arange(len(faces)), 4)
    following = np.roll(faces, -1, axis=1).ravel()
    face_point = sp.csr_matrix((np.full(len(flat), 0.25), (owner, flat)), shape=(len(faces), count))

    pairs = np.sort(np.c_[flat, following], axis=1)
    edges, edge_id = np.unique(pairs, axis=0, return_inverse=True)
    edge_id = edge_id.ravel()
    touches = sp.csr_matrix((np.ones(len(flat)), (edge_id, owner)), shape=(len(edges), len(faces)))
    if not (np.asarray(touches.sum(1)) == 2).all():
        raise ValueError("the mesh is not closed")
    ends, rows = edges.T.ravel(), np.tile(np.arange(len(edges)), 2)
    middle = sp.csr_matrix((np.full(len(ends), 0.5), (rows, ends)), shape=(len(edges), count))
    edge_point = 0.5 * middle + 0.25 * touches @ face_point

    # an old vertex with n quads: (mean of face points + 2 x mean of edge middles + (n - 3) x itself) / n
    valence = np.bincount(flat, minlength=count).astype(float)
    around = sp.csr_matrix((1 / valence[flat], (flat, owner)), shape=(count, len(faces)))
    spokes = sp.csr_matrix((1 / valence[ends], (ends, rows)), shape=(count, len(edges)))
    own = sp.diags((valence - 3) / valence)
    vertex_point = sp.diags(1 / valence) @ (around @ face_point + 2 * spokes @ middle) + own
    matrix = sp.vstack([vertex_point, edge_point, face_point]).tocsr()

    # every old corner becomes a quad: corner, edge after it, face, edge before it
    before = np.roll(edge_id.reshape(-1, 4), 1, axis=1).ravel()
    quads = np.c_[flat, count + edge_id, count + len(edges) + owner, count + before]
    return matrix, quads
