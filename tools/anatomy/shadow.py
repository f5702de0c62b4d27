"""How much light reaches each place of a bone: bones in a coarse grid, and rays from every vertex."""

import numpy as np

STEP = 3.0


class Room:
    """Which cells of the trunk are bone."""

    def __init__(self, low, high):
        self.low = np.asarray(low, float)
        self.n = np.ceil((np.asarray(high, float) - self.low) / STEP).astype(int)
        self.full = np.zeros(self.n, bool)

    def add(self, solid, low, high, mirror=True):
        i0 = np.clip(np.floor((np.asarray(low) - self.low) / STEP).astype(int), 0, self.n)
        i1 = np.clip(np.ceil((np.asarray(high) - self.low) / STEP).astype(int), 0, self.n)
        if (i1 <= i0).any():
            return
        axes = [self.low[k] + (np.arange(i0[k], i1[k]) + 0.5) * STEP for k in range(3)]
        p = np.stack(np.meshgrid(*axes, indexing="ij"), -1).reshape(-1, 3)
        inside = (solid(p) < 0).reshape(i1 - i0)
        self.full[i0[0] : i1[0], i0[1] : i1[1], i0[2] : i1[2]] |= inside

    def mirror(self):
        """The room must be as wide to the right as to the left."""
        self.full |= self.full[::-1]

    def open(self, v, n, rays=40, reach=36.0):
        """1 in the open, 0 in the dark."""
        k = np.arange(rays) + 0.5
        phi, z = np.pi * (1 + 5**0.5) * k, np.sqrt(1 - k / rays)
        r = np.sqrt(1 - z * z)
        local = np.stack([r * np.cos(phi), r * np.sin(phi), z], 1)
        a = np.where(np.abs(n[:, :1]) < 0.9, [[1.0, 0, 0]], [[0, 1.0, 0]])
        t = np.cross(n, a)
        t /= np.linalg.norm(t, axis=1)[:, None]
        b = np.cross(n, t)
        light = np.zeros(len(v))
        for d in local:
            way = d[0] * t + d[1] * b + d[2] * n
            free = np.ones(len(v))
            for s in np.arange(4.0, reach, 3.0):
                cell = np.floor((v + n * 2.0 + way * s - self.low) / STEP).astype(int)
                ok = ((cell >= 0) & (cell < self.n)).all(axis=1)
                cell = np.clip(cell, 0, self.n - 1)
                hit = ok & self.full[cell[:, 0], cell[:, 1], cell[:, 2]]
                free = np.where(hit, np.minimum(free, s / reach * 0.7), free)
            light += free
        return light / rays
