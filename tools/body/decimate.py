"""Fewer triangles where nobody will miss them.

Quadric edge collapse of one half of the body, written out here because the ready-made ones cannot do three things we
need: a tolerance for every vertex (faces, hands and feet stay fine), lines that must stay lines (garment edges, the
midline), and survivors that are old vertices, so that normals and painted values stay exact.
"""

import heapq
from math import sqrt

import numpy as np

SLIVER = 0.055  # weight of the length term: keeps triangles from growing into needles on flat skin


def _planes(points, triangles):
    a, b, c = (points[triangles[:, k]] for k in range(3))
    n = np.cross(b - a, c - a)
    area = np.linalg.norm(n, axis=1)
    n = n / np.maximum(area, 1e-15)[:, None]
    return n, -(n * a).sum(1), area / 2


def _outer(n, d, weight):
    """The ten numbers of weighted plane quadrics."""
    x, y, z = n.T
    return np.stack([x * x, x * y, x * z, x * d, y * y, y * z, y * d, z * z, z * d, d * d], 1) * weight[:, None]


class Collapser:
    def __init__(self, points, triangles, tolerance, lines):
        """`lines` is a list of edges (a, b) that may only shrink along themselves; open borders are added to it."""
        count = len(points)
        self.p = points.tolist()
        self.tolerance = tolerance.tolist()
        self.tri = triangles.tolist()
        self.alive = len(self.tri)
        self.fan = [set() for _ in range(count)]
        for i, t in enumerate(self.tri):
            for v in t:
                self.fan[v].add(i)

        n, d, area = _planes(points, triangles)
        q = np.zeros((count, 10))
        weight = np.zeros(count)
        for k in range(3):
            np.add.at(q, triangles[:, k], _outer(n, d, area))
            np.add.at(weight, triangles[:, k], area)

        pairs = np.concatenate([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]])
        face = np.tile(np.arange(len(triangles)), 3)
        key = np.sort(pairs, 1)
        edges, index, times = np.unique(key, axis=0, return_inverse=True, return_counts=True)
        index = index.ravel()
        marked = {(min(a, b), max(a, b)) for a, b in lines}
        special = (times == 1) | np.array([tuple(e) in marked for e in edges.tolist()])
        # a line's own quadric: planes through the edge, upright on its faces
        on = special[index]
        way = points[pairs[on, 1]] - points[pairs[on, 0]]
        length = np.linalg.norm(way, axis=1)
        up = np.cross(way, n[face[on]])
        up /= np.maximum(np.linalg.norm(up, axis=1), 1e-15)[:, None]
        extra = _outer(up, -(up * points[pairs[on, 0]]).sum(1), 2 * length**2)
        for k in range(2):
            np.add.at(q, pairs[on, k], extra)
        self.q = q.tolist()
        self.weight = weight.tolist()
        self.line = [set() for _ in range(count)]
        for a, b in edges[special].tolist():
            self.line[a].add(b)
            self.line[b].add(a)
        self.stamp = [0] * count
        self.heap = []
        for a, b in edges.tolist():
            self._push(a, b)
        heapq.heapify(self.heap)
        self.ready = True

    def _cost(self, u, v):
        """Cost of moving u onto v, or None if that is forbidden."""
        lines = self.line[u]
        if lines and (len(lines) != 2 or v not in lines):
            return None
        a, b, c, d, e, f, g, h, i, j = self.q[u]
        x, y, z = self.p[v]
        off = a * x * x + e * y * y + h * z * z + 2 * (b * x * y + c * x * z + f * y * z + d * x + g * y + i * z) + j
        px, py, pz = self.p[u]
        far = (x - px) ** 2 + (y - py) ** 2 + (z - pz) ** 2
        return (max(off, 0.0) / max(self.weight[u], 1e-15) + SLIVER**2 * far) / self.tolerance[u] ** 2

    def _push(self, a, b):
        ab, ba = self._cost(a, b), self._cost(b, a)
        for cost, u, v in ((ab, a, b), (ba, b, a)):
            if cost is None:
                continue
            item = (cost, u, v, self.stamp[u], self.stamp[v])
            if hasattr(self, "ready"):
                heapq.heappush(self.heap, item)
            else:
                self.heap.append(item)

    def _ring(self, v):
        out = set()
        for t in self.fan[v]:
            out.update(self.tri[t])
        out.discard(v)
        return out

    def _allowed(self, u, v):
        """No hole, no fold, no needle."""
        shared = self.fan[u] & self.fan[v]
        if len(self._ring(u) & self._ring(v)) != len(shared):
            return False
        p = self.p
        bx, by, bz = p[v]
        for t in self.fan[u] - shared:
            corner = self.tri[t]
            k = corner.index(u)
            c, d = corner[(k + 1) % 3], corner[(k + 2) % 3]
            cx, cy, cz = p[c]
            dx, dy, dz = p[d]
            ax, ay, az = p[u]
            ex, ey, ez = dx - cx, dy - cy, dz - cz
            ox, oy, oz = ey * (az - cz) - ez * (ay - cy), ez * (ax - cx) - ex * (az - cz), ex * (ay - cy) - ey * (ax - cx)
            nx, ny, nz = ey * (bz - cz) - ez * (by - cy), ez * (bx - cx) - ex * (bz - cz), ex * (by - cy) - ey * (bx - cx)
            old, new = sqrt(ox * ox + oy * oy + oz * oz), sqrt(nx * nx + ny * ny + nz * nz)
            if old < 1e-10:
                continue
            if ox * nx + oy * ny + oz * nz < 0.5 * old * new:
                return False
            long = max(ex * ex + ey * ey + ez * ez, (bx - cx) ** 2 + (by - cy) ** 2 + (bz - cz) ** 2,
                       (bx - dx) ** 2 + (by - dy) ** 2 + (bz - dz) ** 2)
            if new < 0.10 * long and new < old:
                return False
        return True

    def _merge(self, u, v):
        for t in list(self.fan[u]):
            corner = self.tri[t]
            if v in corner:
                for w in corner:
                    self.fan[w].discard(t)
                self.tri[t] = None
                self.alive -= 1
            else:
                corner[corner.index(u)] = v
                self.fan[v].add(t)
        self.fan[u] = set()
        self.q[v] = [a + b for a, b in zip(self.q[u], self.q[v])]
        self.weight[v] += self.weight[u]
        self.tolerance[v] = min(self.tolerance[v], self.tolerance[u] * 2)
        for w in self.line[u]:
            self.line[w].discard(u)
            if w != v:
                self.line[w].add(v)
                self.line[v].add(w)
        self.line[u] = set()
        self.stamp[u] += 1
        self.stamp[v] += 1
        for w in self._ring(v):
            self._push(v, w)

    def down_to(self, count):
        """Collapses until `count` triangles are left; returns them (indices into the old vertices)."""
        refused = []
        while self.alive > count and self.heap:
            cost, u, v, su, sv = heapq.heappop(self.heap)
            if self.stamp[u] != su or self.stamp[v] != sv:
                continue
            if self._allowed(u, v):
                self._merge(u, v)
                # what was refused beside here may be allowed now
                if len(refused) > 2000:
                    for item in refused:
                        heapq.heappush(self.heap, item)
                    refused = []
            else:
                refused.append((cost, u, v, su, sv))
        for item in refused:
            heapq.heappush(self.heap, item)
        self.last_cost = cost if self.heap else None
        return np.array([t for t in self.tri if t is not None])
