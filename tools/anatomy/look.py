"""Looks at a mesh: a shaded picture by depth buffer, for the eye of whoever changes a bone. Needs pillow."""

import sys

import numpy as np
from PIL import Image


def picture(meshes, view="back", scale=6.0, pad=10, path="/tmp/look.png", edges=False):
    turn = {"back": 180, "front": 0, "left": 90, "right": -90, "oblique": 150}.get(view, view)
    tilt = 0.0
    if view == "top":
        turn, tilt = 180, np.radians(75)
    a = np.radians(turn)
    r = np.array([[np.cos(a), 0, -np.sin(a)], [0, 1, 0], [np.sin(a), 0, np.cos(a)]])
    t = np.array([[1, 0, 0], [0, np.cos(tilt), -np.sin(tilt)], [0, np.sin(tilt), np.cos(tilt)]])
    r = t @ r
    allv = np.concatenate([v for v, _, _ in meshes]) @ r.T
    low, high = allv.min(0), allv.max(0)
    w, h = ((high - low)[:2] * scale).astype(int) + 2 * pad
    depth = np.full((h, w), -1e9)
    image = np.full((h, w, 3), 244.0)
    light = np.array([-0.46, 0.56, 0.69])
    for v, tri, n in meshes:
        q = (v @ r.T - low) * scale + pad
        q[:, 1] = h - q[:, 1]
        m = n @ r.T
        shade = np.clip(m @ light * 0.7 + 0.3, 0, 1)
        for i in tri:
            a, b, c = q[i]
            x0, x1 = int(max(0, np.floor(min(a[0], b[0], c[0])))), int(min(w - 1, np.ceil(max(a[0], b[0], c[0]))))
            y0, y1 = int(max(0, np.floor(min(a[1], b[1], c[1])))), int(min(h - 1, np.ceil(max(a[1], b[1], c[1]))))
            if x1 < x0 or y1 < y0:
                continue
            area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
            if area >= -1e-9:
                continue
            yy, xx = np.mgrid[y0 : y1 + 1, x0 : x1 + 1] + 0.5
            w1 = ((xx - a[0]) * (c[1] - a[1]) - (yy - a[1]) * (c[0] - a[0])) / area
            w2 = ((b[0] - a[0]) * (yy - a[1]) - (b[1] - a[1]) * (xx - a[0])) / area
            w0 = 1 - w1 - w2
            z = w0 * a[2] + w1 * b[2] + w2 * c[2]
            inside = (w0 >= 0) & (w1 >= 0) & (w2 >= 0) & (z > depth[y0 : y1 + 1, x0 : x1 + 1])
            if not inside.any():
                continue
            s = w0 * shade[i[0]] + w1 * shade[i[1]] + w2 * shade[i[2]]
            depth[y0 : y1 + 1, x0 : x1 + 1][inside] = z[inside]
            colour = np.array([90, 70, 50]) + s[..., None] * np.array([158, 165, 170])
            if edges:
                e = np.minimum(np.minimum(w0, w1), w2) < 0.04
                colour = np.where(e[..., None], colour * 0.7, colour)
            image[y0 : y1 + 1, x0 : x1 + 1][inside] = colour[inside]
    Image.fromarray(image.clip(0, 255).astype(np.uint8)).save(path)


def mirrored(v, t, n):
    m = np.array([-1, 1, 1])
    return v * m, t[:, ::-1], n * m


if __name__ == "__main__":
    import mesh
    import vertebra
    from column import column
    from figure import landmarks

    seats = column(landmarks())
    for name in sys.argv[1:]:
        seat = seats[name]
        low, high = vertebra.box(seat)
        m = mesh.bone(vertebra.solid(seat), low, high, 1.7, 230)
        print(name, len(m[0]), len(m[1]))
        for view in ("back", "left", "top", "oblique"):
            picture([m, mirrored(*m)], view, path=f"/tmp/look-{name}-{view}.png", edges=view == "oblique")
