"""The figure that the art is modelled in: the neutral one, in millimetres. Reads its landmarks and its skin."""

import re
import struct
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
FIGURES = ROOT / "assets/packs/core/figures"


def landmarks(name="neutral"):
    text = (FIGURES / f"{name}.landmarks.ron").read_text()
    found = re.findall(r'id: "(\w+)", paired: (\w+), at: \(([^)]*)\)', text)
    return {i: (p == "true", np.array([float(v) for v in at.split(",")]) * 1000) for i, p, at in found}


def skin(name="neutral"):
    """The full mesh of a figure: vertices in millimetres and triangles."""
    data = (FIGURES / f"{name}.body").read_bytes()
    low, high = np.array(struct.unpack_from("<3f", data, 12)), np.array(struct.unpack_from("<3f", data, 24))
    at = 40
    for _ in range(struct.unpack_from("<I", data, 36)[0]):
        at += 1 + data[at]
    counts = struct.unpack_from("<4I", data, at)
    at += 16
    for v, t in (counts[:2], counts[2:]):
        p = np.frombuffer(data, "<u2", v * 3, at).reshape(-1, 3) / 65535
        at += v * (6 + 4 + 1 + 1 + 2 + 1 + 1)
        tri = np.frombuffer(data, "<u2", t * 3, at).reshape(-1, 3).astype(int)
        at += t * 6
    return (low + (high - low) * p) * 1000, tri


class Skin:
    def __init__(self, name="neutral"):
        self.v, t = skin(name)
        self.a, self.b, self.c = (self.v[t[:, i]] for i in range(3))

    def ray(self, origin, direction):
        """Distances at which a ray crosses the skin, sorted."""
        o, d = np.asarray(origin, float), np.asarray(direction, float)
        d = d / np.linalg.norm(d)
        e1, e2 = self.b - self.a, self.c - self.a
        p = np.cross(d, e2)
        det = (e1 * p).sum(1)
        with np.errstate(divide="ignore", invalid="ignore"):
            s = o - self.a
            u = (s * p).sum(1) / det
            q = np.cross(s, e1)
            v = (q @ d) / det
            t = (e2 * q).sum(1) / det
            hit = (np.abs(det) > 1e-9) & (u >= -1e-6) & (v >= -1e-6) & (u + v <= 1 + 1e-6) & (t > 0)
        return np.sort(t[hit])

    def out(self, origin, direction):
        """How far it is to the skin from inside."""
        t = self.ray(origin, direction)
        return float(t[0]) if len(t) else float("nan")

    def back(self, x, y):
        """z of the skin seen from behind."""
        t = self.ray([x, y, -400], [0, 0, 1])
        return -400 + float(t[0]) if len(t) else float("nan")

    def front(self, x, y):
        t = self.ray([x, y, 400], [0, 0, -1])
        return 400 - float(t[0]) if len(t) else float("nan")
