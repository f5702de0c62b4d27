"""Pictures of a figure, for looking at it while working on the bake. Nothing here reaches the product.

The light is that of the program: a wrapped key from the upper left, a fill from the right, ambient occlusion, a warm
rim; colours are computed per vertex and interpolated between them.
"""

import numpy as np
import trimesh
from PIL import Image, ImageDraw
from trimesh.ray.ray_pyembree import RayMeshIntersector

from mesh import smoothstep, unit

GROUND = np.array([246, 241, 231]) / 255
SKIN = np.array([[0x5C, 0x3A, 0x2A], [0xC8, 0x98, 0x7A], [0xF6, 0xDC, 0xC4]]) / 255
CLOTH = np.array([[0x2F, 0x3A, 0x44], [0x72, 0x7F, 0x8B], [0xC0, 0xC9, 0xCE]]) / 255


def ramp(stops, t):
    t = np.clip(t, 0, 1)[:, None]
    low, mid, high = stops
    return np.where(t < 0.55, low + (mid - low) * t / 0.55, mid + (high - mid) * (t - 0.55) / 0.45)


def shade(body, yaw, pitch=0.0):
    """Vertex colours for a camera at `yaw` degrees (0 = front, 90 = the figure's left side): the program's recipe."""
    right, up, back = camera(yaw, pitch)
    n = np.stack([body["normal"] @ right, body["normal"] @ up, body["normal"] @ back], 1)
    key = np.clip(n @ np.array([-0.46, 0.56, 0.69]) * 0.70 + 0.30, 0, 1)
    fill = np.clip(n @ np.array([0.62, 0.10, 0.778]) * 0.5 + 0.5, 0, 1)
    open_sky = 0.40 + 0.60 * body["occlusion"] ** 1.5
    light = np.clip((0.80 * key + 0.20 * fill) * open_sky * (1 + 0.34 * np.clip(body["cavity"], -1, 0.6)), 0, 1)
    base, tone = ramp(SKIN, light), body["tone"][:, None]
    warm = base * [1.04, 0.80, 0.76]
    lip = np.array([0.69, 0.32, 0.28]) * (0.35 + 0.75 * light[:, None])
    blood = np.clip(tone, 0, 1)
    skin = base + blood * (warm + 0.25 * blood * (lip - warm) - base)
    skin = skin + 0.85 * np.clip(-tone, 0, 1) * (SKIN[0] * 0.55 - skin)
    hem = 1 - 0.14 * (1 - smoothstep(np.abs(body["garment"] - 0.010) - 0.0012, 0, 0.0018))
    cloth = ramp(CLOTH, light) * hem[:, None]
    colour = skin + smoothstep(body["garment"], -0.0011, 0.0011)[:, None] * (cloth - skin)
    shadow = (1 - light)[:, None]
    colour = colour + 0.10 * shadow * (np.array([0.42, 0.435, 0.56]) * (1 - 0.65 * shadow) - colour)
    facing = np.clip(n[:, 2], 0, 1)
    edge = smoothstep(facing, 0, 0.30)
    rim = (1 - facing) ** 3 * (0.35 + 0.65 * (n[:, 1] * 0.5 + 0.5)) * body["occlusion"]
    colour = colour + (0.30 * rim * edge)[:, None] * (np.array([1, 0.965, 0.918]) - colour)
    return np.clip(colour * (1 - 0.22 * (1 - edge))[:, None], 0, 1)


def camera(yaw, pitch):
    a, b = np.radians(yaw), np.radians(pitch)
    right = np.array([np.cos(a), 0, -np.sin(a)])
    back = np.array([np.sin(a) * np.cos(b), np.sin(b), np.cos(a) * np.cos(b)])
    return right, np.cross(back, right), back


def render(body, yaw=0, pitch=0.0, centre=None, height=1.9, size=(560, 900), sample=2, colour=None, marks=()):
    """A picture: `height` is metres shown from top to bottom; `marks` are (point, colour, text)."""
    p, t = body["position"], body["triangle"]
    centre = np.array([0, p[:, 1].max() / 2, 0]) if centre is None else np.asarray(centre, float)
    right, up, back = camera(yaw, pitch)
    w, h = size[0] * sample, size[1] * sample
    step = height / h
    x, y = np.meshgrid((np.arange(w) + 0.5 - w / 2) * step, (h / 2 - np.arange(h) - 0.5) * step)
    origin = (centre + x[..., None] * right + y[..., None] * up + 5 * back).reshape(-1, 3)
    ray = RayMeshIntersector(trimesh.Trimesh(p, t, process=False))
    hit = ray.intersects_first(origin, np.tile(-back, (len(origin), 1)))
    seen = hit >= 0
    corner = p[t[hit[seen]]]
    # barycentric weights in the picture plane
    u = np.stack([(corner - centre) @ right, (corner - centre) @ up], -1)
    q = np.stack([x.ravel()[seen], y.ravel()[seen]], -1)
    d = u[:, 1:] - u[:, :1]
    e = q - u[:, 0]
    det = d[:, 0, 0] * d[:, 1, 1] - d[:, 0, 1] * d[:, 1, 0]
    det = np.where(np.abs(det) < 1e-14, 1e-14, det)
    b1 = (e[:, 0] * d[:, 1, 1] - e[:, 1] * d[:, 1, 0]) / det
    b2 = (d[:, 0, 0] * e[:, 1] - d[:, 0, 1] * e[:, 0]) / det
    weight = np.clip(np.stack([1 - b1 - b2, b1, b2], -1), 0, 1)
    weight /= weight.sum(1, keepdims=True)
    c = shade(body, yaw, pitch) if colour is None else colour
    picture = np.tile(GROUND, (w * h, 1))
    picture[seen] = (c[t[hit[seen]]] * weight[..., None]).sum(1)
    picture = picture.reshape(h, w, 3)
    picture = picture.reshape(size[1], sample, size[0], sample, 3).mean((1, 3))
    image = Image.fromarray((picture * 255).round().astype(np.uint8))
    draw = ImageDraw.Draw(image)
    if len(marks):
        at = np.array([m[0] for m in marks])
        blocked = ray.intersects_any(at + back * 0.004, np.tile(back, (len(at), 1)))
        for (point, dot, text), hidden in zip(marks, blocked):
            if hidden:
                continue
            px = size[0] / 2 + (np.asarray(point) - centre) @ right / height * size[1]
            py = size[1] / 2 - (np.asarray(point) - centre) @ up / height * size[1]
            draw.ellipse([px - 2.5, py - 2.5, px + 2.5, py + 2.5], fill=dot)
            if text:
                draw.text((px + 4, py - 5), text, fill=dot)
    return image


def beside(images):
    """Pictures in one row."""
    row = Image.new("RGB", (sum(i.width for i in images), max(i.height for i in images)))
    x = 0
    for i in images:
        row.paste(i, (x, 0))
        x += i.width
    return row


def read_level(path, index):
    """One level of a `.body` file as the arrays that `render` wants: what the program will see."""
    data = open(path, "rb").read()
    assert data[:4] == b"DEQB"
    version, count = np.frombuffer(data, "<u4", 2, 4)
    low, high = np.frombuffer(data, "<f4", 3, 12).astype(float), np.frombuffer(data, "<f4", 3, 24).astype(float)
    at = 36
    names = []
    (parts,) = np.frombuffer(data, "<u4", 1, at)
    at += 4
    for _ in range(parts):
        names.append(data[at + 1 : at + 1 + data[at]].decode())
        at += 1 + data[at]
    sizes = np.frombuffer(data, "<u4", 2 * count, at).reshape(-1, 2).astype(int)
    at += 8 * int(count)
    for k, (nv, nt) in enumerate(sizes):
        columns = {}
        for name, kind, width, rows in (
            ("position", "<u2", 3, nv), ("normal", "<i2", 2, nv), ("occlusion", "u1", 1, nv), ("cavity", "i1", 1, nv),
            ("garment", "<i2", 1, nv), ("tone", "i1", 1, nv), ("part", "u1", 1, nv), ("triangle", "<u2", 3, nt),
        ):  # fmt: skip
            block = np.frombuffer(data, kind, width * rows, at)
            at += block.nbytes
            columns[name] = block.reshape(-1, width) if width > 1 else block
        if k == index:
            break
    flat = columns["normal"] / 32767
    n = np.c_[flat, 1 - np.abs(flat).sum(1)]
    under = n[:, 2] < 0
    n[under, :2] = ((1 - np.abs(n[:, [1, 0]])) * np.where(n[:, :2] >= 0, 1, -1))[under]
    return {
        "position": low + columns["position"] / 65535 * (high - low), "normal": unit(n),
        "occlusion": columns["occlusion"] / 255, "cavity": columns["cavity"] / 127, "garment": columns["garment"] / 10000,
        "tone": columns["tone"] / 127, "part": columns["part"], "triangle": columns["triangle"].astype(int),
        "parts": names,
    }  # fmt: skip


def read_landmarks(path):
    import re

    row = re.compile(r'id: "(\w+)", paired: (\w+), at: \(([^)]*)\)')
    return {i: (p == "true", np.array([float(v) for v in at.split(",")])) for i, p, at in row.findall(open(path).read())}


def main():
    """Writes sheets of one figure: whole, face, hand and foot, landmarks."""
    import sys
    from pathlib import Path

    here = Path(__file__).resolve().parent
    figures = here.parents[1] / "assets" / "packs" / "core" / "figures"
    out = here / ".cache"
    out.mkdir(exist_ok=True)
    for figure in sys.argv[1:] or ("woman", "man", "neutral"):
        body = read_level(figures / f"{figure}.body", 1)
        mark = read_landmarks(figures / f"{figure}.landmarks.ron")
        tall = body["position"][:, 1].max()
        at = {name: place for name, (_, place) in mark.items()}
        dots = [(place, (150, 20, 20), name) for name, place in at.items() if not name.startswith("joint_")]

        def save(name, views, marks=()):
            beside([render(body, y, p, c, h, s, marks=marks) for y, p, c, h, s in views]).save(out / f"{figure}-{name}.png")

        whole = (430, 880)
        save("whole", [(y, 0, None, tall * 1.03, whole) for y in (0, 40, 90, 180)])
        face = [0, tall * 0.925, 0.03]
        save("face", [(y, p, face, 0.30, (560, 640)) for y, p in ((0, 0), (50, 5), (90, 0))])
        save("hand", [(y, 0, at["mcp_3"], 0.26, (520, 700)) for y in (0, 180, 80)])
        save("foot", [(y, p, at["dorsalis_pedis"], 0.24, (600, 560)) for y, p in ((0, 35), (90, 5), (-60, 20))])
        save("marks", [(y, 0, [0, tall * 0.70, 0], 0.66, (900, 1150)) for y in (0, 180)], dots)


if __name__ == "__main__":
    main()
