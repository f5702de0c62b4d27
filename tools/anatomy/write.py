"""The file that the program carries: see README.md for the layout."""

import struct

import numpy as np

KINDS = {"bone": 0, "rib": 1, "disc": 2, "muscle": 3, "cartilage": 4}
NERVES = {"trunk": 0, "branch": 1, "cord": 2}


class File:
    def __init__(self):
        self.anchors, self.meshes, self.paths, self.fibres, self.marks = [], [], [], [], []

    def anchor(self, name, paired, at):
        self.anchors.append((name, paired, at))

    def mesh(self, name, kind, paired, v, t, n, occlusion, strength=None):
        strength = np.ones(len(v)) if strength is None else strength
        self.meshes.append((name, kind, paired, v, t, n, occlusion, strength))

    def path(self, name, kind, paired, points, radii):
        self.paths.append((name, kind, paired, np.asarray(points, float), np.asarray(radii, float)))

    def fibre(self, points, strength):
        self.fibres.append((np.asarray(points, float), np.asarray(strength, float)))

    def mark(self, name, paired, at):
        self.marks.append((name, paired, np.asarray(at, float)))

    def bytes(self):
        every = [m[3] for m in self.meshes] + [p[3] for p in self.paths] + [f[0] for f in self.fibres] + [m[2][None] for m in self.marks]
        every = np.concatenate(every)
        low, high = every.min(axis=0), every.max(axis=0)
        low[0] = 0.0  # so that x = 0 is exact

        def place(p):
            q = np.rint((np.asarray(p) - low) / (high - low) * 65535).clip(0, 65535).astype("<u2")
            return q.tobytes()

        def text(s):
            b = s.encode()
            return struct.pack("<B", len(b)) + b

        def byte(v):
            return np.rint(np.clip(v, 0, 1) * 255).astype(np.uint8).tobytes()

        out = [b"DEQA", struct.pack("<I", 1), struct.pack("<6f", *(low / 1000), *(high / 1000))]
        out.append(struct.pack("<H", len(self.anchors)))
        for name, paired, at in self.anchors:
            out += [text(name), struct.pack("<B3f", paired, *(at / 1000))]
        out.append(struct.pack("<H", len(self.meshes)))
        for name, kind, paired, v, t, n, occlusion, strength in self.meshes:
            out += [text(name), struct.pack("<BBHH", KINDS[kind], paired, len(v), len(t))]
            out += [place(v), octahedral(n), byte(occlusion), byte(strength), t.astype("<u2").tobytes()]
        out.append(struct.pack("<H", len(self.paths)))
        for name, kind, paired, points, radii in self.paths:
            out += [text(name), struct.pack("<BBH", NERVES[kind], paired, len(points)), place(points)]
            out.append(np.rint(radii * 20).clip(1, 255).astype(np.uint8).tobytes())  # twentieths of a millimetre
        out.append(struct.pack("<H", len(self.fibres)))
        for points, strength in self.fibres:
            out += [struct.pack("<H", len(points)), place(points), byte(strength)]
        out.append(struct.pack("<H", len(self.marks)))
        for name, paired, at in self.marks:
            out += [text(name), struct.pack("<B", paired), place(at)]
        return b"".join(out)


def octahedral(n):
    n = n / np.maximum(np.abs(n).sum(axis=1), 1e-9)[:, None]
    x, y, z = n.T
    fold = z < 0
    u = np.where(fold, (1 - np.abs(y)) * np.where(x < 0, -1, 1), x)
    v = np.where(fold, (1 - np.abs(x)) * np.where(y < 0, -1, 1), y)
    return np.rint(np.stack([u, v], 1) * 127).astype(np.int8).tobytes()
