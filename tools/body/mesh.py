"""Small tools for polygon meshes: neighbours, normals, smoothing, subdivision."""

import numpy as np
import scipy.sparse as sp


def edges_of(faces) -> np.ndarray:
    """Every undirected edge once, sorted."""
    pairs = np.array([(a, b) for f in faces for a, b in zip(f, np.roll(f, -1))])
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


def triangles_of(faces) -> np.ndarray:
    """Fans of every polygon. A quad is split so that mirrored quads get mirrored diagonals."""
    out = []
    for f in faces:
        # starting at the smallest id would break the mirror; polygons here are stored in mirrored order instead
        out += [(f[0], f[k], f[k + 1]) for k in range(1, len(f) - 1)]
    return np.array(out)


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
    m = mask[:, None] if points.ndim == 2 else mask
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
    """One Catmull-Clark step of a closed mesh, as (matrix from old to new vertices, new quads).

    The base mesh is made of quads, so this is the step it was drawn for; triangles (where the mouth was closed) are
    fine too. A matrix lets positions and any painted value go through the same step.
    """
    size = np.array([len(f) for f in faces])
    flat = np.concatenate([np.asarray(f) for f in faces])
    owner = np.repeat(np.arange(len(faces)), size)
    following = np.concatenate([np.roll(f, -1) for f in faces])
    previous = np.concatenate([np.roll(f, 1) for f in faces])
    face_point = sp.csr_matrix((1 / size[owner], (owner, flat)), shape=(len(faces), count))

    pairs = np.sort(np.c_[flat, following], axis=1)
    edges, edge_id = np.unique(pairs, axis=0, return_inverse=True)
    edge_id = edge_id.ravel()
    touches = sp.csr_matrix((np.ones(len(flat)), (edge_id, owner)), shape=(len(edges), len(faces)))
    if not (np.asarray(touches.sum(1)) == 2).all():
        raise ValueError("the mesh is not closed")
    rows = np.arange(len(edges))
    middle = sp.csr_matrix(
        (np.full(2 * len(edges), 0.5), (np.r_[rows, rows], edges.T.ravel())), shape=(len(edges), count)
    )
    edge_point = 0.5 * middle + 0.25 * touches @ face_point

    valence = np.bincount(flat, minlength=count).astype(float)
    used = valence > 0
    safe = np.where(used, valence, 1)
    around = sp.csr_matrix((1 / safe[flat], (flat, owner)), shape=(count, len(faces)))
    spokes = sp.csr_matrix(
        (np.repeat(1 / safe[edges.T.ravel()], 1), (edges.T.ravel(), np.r_[rows, rows])), shape=(count, len(edges))
    )
    weight = sp.diags(1 / safe)
    vertex_point = (
        weight @ (around @ face_point) + 2 * weight @ (spokes @ middle) + sp.diags((safe - 3) / safe) @ sp.identity(count)
    )
    matrix = sp.vstack([vertex_point, edge_point, face_point]).tocsr()

    # every old corner becomes a quad: corner, edge after it, face, edge before it
    before = edge_id[_index_of_previous(size)]
    quads = np.c_[flat, count + edge_id, count + len(edges) + owner, count + before]
    return matrix, quads


def _index_of_previous(size: np.ndarray) -> np.ndarray:
    """For every corner in the flat list the flat index of the corner before it in the same polygon."""
    start = np.repeat(np.cumsum(size) - size, size)
    place = np.arange(size.sum()) - start
    return start + (place - 1) % np.repeat(size, size)
