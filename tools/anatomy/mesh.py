"""From a solid to few triangles: marching tetrahedra, then quadric edge collapse (Garland and Heckbert, 1997)."""

import heapq

import numpy as np

# The six tetrahedra of a cube around its diagonal 0-7; corner bits are x, y, z.
SNAP = 0.26
TETS = [(0, 1, 3, 7), (0, 3, 2, 7), (0, 2, 6, 7), (0, 6, 4, 7), (0, 4, 5, 7), (0, 5, 1, 7)]


def march(solid, low, high, step):
    """The surface of a solid in a box as (vertices, triangles), triangles counter-clockwise from outside."""
    low, high = np.asarray(low, float), np.asarray(high, float)
    n = np.maximum(2, np.ceil((high - low) / step).astype(int) + 1)
    axes = [low[i] + step * np.arange(n[i]) for i in range(3)]
    grid = np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1).reshape(-1, 3)
    value = solid(grid)
    value = np.where(np.abs(value) < 1e-6, 1e-6, value)
    index = np.arange(len(grid)).reshape(n)
    corner = [index[x : n[0] - 1 + x, y : n[1] - 1 + y, z : n[2] - 1 + z].ravel() for z in (0, 1) for y in (0, 1) for x in (0, 1)]
    edges, triangles = [], []

    def emit(outward, *pairs):
        base = [np.sort(np.stack(pair, 1), axis=1).astype(np.int64) for pair in pairs]
        true = []
        for b in base:
            t = value[b[:, 0]] / (value[b[:, 0]] - value[b[:, 1]])
            true.append(grid[b[:, 0]] + t[:, None] * (grid[b[:, 1]] - grid[b[:, 0]]))
            # A crossing close to a corner of the grid moves there: no slivers.
            one, other = b[:, 0].copy(), b[:, 1].copy()
            b[:, 1] = np.where(t < SNAP, one, other)
            b[:, 0] = np.where(t > 1 - SNAP, other, one)
        tri = np.stack([b[:, 0] * len(grid) + b[:, 1] for b in base], 1)
        wrong = (np.cross(true[1] - true[0], true[2] - true[0]) * outward).sum(1) < 0
        tri[wrong] = tri[wrong][:, ::-1]
        triangles.append(tri)

    for tet in TETS:
        v = np.stack([corner[i] for i in tet], 1)
        s = value[v] < 0
        code = s @ np.array([1, 2, 4, 8])
        for c in range(1, 15):
            rows = v[code == c]
            if not len(rows):
                continue
            inside = [i for i in range(4) if c >> i & 1]
            outside = [i for i in range(4) if not c >> i & 1]
            pick = lambda i: rows[:, i]
            outward = grid[rows[:, outside]].mean(axis=1) - grid[rows[:, inside]].mean(axis=1)
            if len(inside) == 1 or len(outside) == 1:
                one, rest = (inside[0], outside) if len(inside) == 1 else (outside[0], inside)
                emit(outward, *((pick(one), pick(r)) for r in rest))
            else:
                (a, b), (x, y) = inside, outside
                q = [(pick(a), pick(x)), (pick(a), pick(y)), (pick(b), pick(y)), (pick(b), pick(x))]
                emit(outward, q[0], q[1], q[2])
                emit(outward, q[0], q[2], q[3])
    keys = np.concatenate(triangles)
    unique, inverse = np.unique(keys.ravel(), return_inverse=True)
    a, b = unique // len(grid), unique % len(grid)
    t = np.where(a == b, 0.0, value[a] / np.where(a == b, 1.0, value[a] - value[b]))
    vertices = grid[a] + t[:, None] * (grid[b] - grid[a])
    tri = inverse.reshape(-1, 3)
    good = (tri[:, 0] != tri[:, 1]) & (tri[:, 1] != tri[:, 2]) & (tri[:, 0] != tri[:, 2])
    tri = tri[good]
    # Two sheets that snapping laid on each other are no surface.
    order = np.sort(tri, axis=1)
    _, first, counts = np.unique(order, axis=0, return_inverse=True, return_counts=True)
    return vertices, tri[counts[first] == 1]


def gradient(solid, p, h=0.2):
    g = np.stack([solid(p + e) - solid(p - e) for e in np.eye(3) * h], 1)
    return g / np.maximum(np.linalg.norm(g, axis=1), 1e-9)[:, None]


def onto(solid, p, keep_x, rounds=3):
    """Moves vertices onto the solid; those at x = 0 stay there when keep_x."""
    for _ in range(rounds):
        d = solid(p)
        move = -gradient(solid, p) * np.clip(d, -2, 2)[:, None]
        if keep_x is not None:
            move[keep_x, 0] = 0
        p = p + move * 0.9
    return p


def collapse(vertices, triangles, wanted, seam=True):
    """Few triangles of the same shape. Vertices at x = 0 stay at x = 0 when `seam`."""
    v = [list(map(float, p)) for p in vertices]
    tris = [list(map(int, t)) for t in triangles]
    alive = [True] * len(tris)
    around = [set() for _ in v]
    q = np.zeros((len(v), 10))
    on_seam = [seam and abs(p[0]) < 1e-6 for p in v]

    def add(i, n, d, w):
        a, b, c = n
        q[i] += w * np.array([a * a, a * b, a * c, a * d, b * b, b * c, b * d, c * c, c * d, d * d])

    for t, (a, b, c) in enumerate(tris):
        for i in (a, b, c):
            around[i].add(t)
        pa, pb, pc = (np.array(v[i]) for i in (a, b, c))
        n = np.cross(pb - pa, pc - pa)
        area = np.linalg.norm(n)
        if area < 1e-12:
            continue
        n /= area
        for i in (a, b, c):
            add(i, n, -n @ pa, area / 6)
    q[:, [0, 4, 7]] += 1e-5
    q[:, 3] -= 1e-5 * np.array([p[0] for p in v])
    q[:, 6] -= 1e-5 * np.array([p[1] for p in v])
    q[:, 8] -= 1e-5 * np.array([p[2] for p in v])
    q[:, 9] += 1e-5 * np.array([p[0] ** 2 + p[1] ** 2 + p[2] ** 2 for p in v])
    q = [row.tolist() for row in q]
    stamp = [0] * len(v)

    def cost(m, x, y, z):
        return (
            m[0] * x * x + 2 * m[1] * x * y + 2 * m[2] * x * z + 2 * m[3] * x + m[4] * y * y
            + 2 * m[5] * y * z + 2 * m[6] * y + m[7] * z * z + 2 * m[8] * z + m[9]
        )  # fmt: skip

    def best(a, b):
        m = [s + t for s, t in zip(q[a], q[b])]
        va, vb = v[a], v[b]
        options = []
        sa, sb = on_seam[a], on_seam[b]
        if sa == sb:
            options = [va, vb, [(s + t) / 2 for s, t in zip(va, vb)]]
            if not sa:
                A, B, C, D, E, F, G, H, I, _ = m
                det = A * (E * H - F * F) - B * (B * H - F * C) + C * (B * F - E * C)
                if abs(det) > 1e-9:
                    x = -(D * (E * H - F * F) - B * (G * H - F * I) + C * (G * F - E * I)) / det
                    y = -(A * (G * H - I * F) - D * (B * H - F * C) + C * (B * I - G * C)) / det
                    z = -(A * (E * I - F * G) - B * (B * I - G * C) + D * (B * F - E * C)) / det
                    mid = options[2]
                    far = sum((s - t) ** 2 for s, t in zip((x, y, z), mid))
                    near = sum((s - t) ** 2 for s, t in zip(va, vb))
                    if far < 4 * near and (not seam or x > 1e-3):
                        options.append([x, y, z])
        else:
            options = [va if sa else vb]
        spot = min(options, key=lambda p: cost(m, *p))
        length = sum((s - t) ** 2 for s, t in zip(va, vb))
        return cost(m, *spot) + 1e-4 * length, spot

    heap = []

    def push(a, b):
        a, b = min(a, b), max(a, b)
        c, spot = best(a, b)
        heapq.heappush(heap, (c, a, b, stamp[a], stamp[b], spot))

    seen = set()
    for a, b, c in tris:
        for e in ((a, b), (b, c), (c, a)):
            e = (min(e), max(e))
            if e not in seen:
                seen.add(e)
                push(*e)
    count = len(tris)

    def normal(p, r, s):
        ux, uy, uz = r[0] - p[0], r[1] - p[1], r[2] - p[2]
        wx, wy, wz = s[0] - p[0], s[1] - p[1], s[2] - p[2]
        return uy * wz - uz * wy, uz * wx - ux * wz, ux * wy - uy * wx

    while count > wanted and heap:
        _, a, b, ta, tb, spot = heapq.heappop(heap)
        if stamp[a] != ta or stamp[b] != tb:
            continue
        shared = around[a] & around[b]
        ring_a = {i for t in around[a] for i in tris[t]} - {a}
        ring_b = {i for t in around[b] for i in tris[t]} - {b}
        if len(ring_a & ring_b) != len(shared) or len(shared) > 2 or not shared:
            continue
        if len(shared) == 2 and on_seam[a] and on_seam[b]:
            continue  # an inner edge between two seam vertices would pinch the surface
        bad = False
        for i in (a, b):
            for t in around[i] - shared:
                p = [v[j] for j in tris[t]]
                r = [spot if j == i else v[j] for j in tris[t]]
                n0, n1 = normal(*p), normal(*r)
                dot = sum(s * t for s, t in zip(n0, n1))
                l0, l1 = sum(s * s for s in n0) ** 0.5, sum(s * s for s in n1) ** 0.5
                longest = max(sum((s - t) ** 2 for s, t in zip(r[k], r[k - 1])) for k in range(3))
                if (l0 > 0.02 * longest and dot < 0.2 * l0 * l1) or l1 < 0.01 * longest:
                    bad = True
                    break
            if bad:
                break
        if bad:
            continue
        v[a] = list(spot)
        on_seam[a] = on_seam[a] or on_seam[b]
        if on_seam[a]:
            v[a][0] = 0.0
        q[a] = [s + t for s, t in zip(q[a], q[b])]
        for t in shared:
            alive[t] = False
            count -= 1
            for i in tris[t]:
                around[i].discard(t)
        for t in list(around[b]):
            tris[t] = [a if i == b else i for i in tris[t]]
            around[a].add(t)
        around[b] = set()
        stamp[a] += 1
        stamp[b] = -1
        for i in {i for t in around[a] for i in tris[t]} - {a}:
            push(a, i)
    used = sorted({i for t, ok in zip(tris, alive) if ok for i in t})
    name = {old: new for new, old in enumerate(used)}
    out_v = np.array([v[i] for i in used])
    out_t = np.array([[name[i] for i in t] for t, ok in zip(tris, alive) if ok])
    return out_v, out_t


def bone(solid, low, high, step, wanted, seam=True):
    """A bone: vertices, triangles, outward normals. With `seam` it is the half at x >= 0, open at x = 0."""
    low = np.asarray(low, float)
    if seam:
        low[0] = 0.0
    v, t = march(solid, low, high, step)
    v[:, 0] = np.where(np.abs(v[:, 0]) < 1e-5, 0.0, v[:, 0])
    v, t = biggest(v, t)
    v, t = collapse(v, t, wanted, seam)
    at_seam = (np.abs(v[:, 0]) < 1e-6) if seam else None
    v = onto(solid, v, at_seam, 2)
    n = gradient(solid, v, 0.8)
    if seam:
        n[at_seam, 0] = 0
        n /= np.maximum(np.linalg.norm(n, axis=1), 1e-9)[:, None]
    return v, t, n


def biggest(v, t):
    """Only the largest connected piece: crumbs of the grid fall away."""
    parent = list(range(len(v)))

    def root(i):
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for a, b, c in t.tolist():
        ra, rb, rc = root(a), root(b), root(c)
        parent[rb] = ra
        parent[root(rc)] = ra
    roots = np.array([root(i) for i in t[:, 0].tolist()])
    names, counts = np.unique(roots, return_counts=True)
    t = t[np.isin(roots, names[counts >= 0.25 * counts.max()])]
    used, inverse = np.unique(t.ravel(), return_inverse=True)
    return v[used], inverse.reshape(-1, 3)
