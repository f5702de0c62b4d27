"""Makes assets/anatomy/under-skin.anatomy. Run it with the Python of tools/anatomy/requirements.txt."""

import hashlib
import pickle
import time
from multiprocessing import Pool
from pathlib import Path

import numpy as np

import anchors
import mesh
import muscles
import nerves
import pelvis
import ribs
import shadow
import vertebra
from column import LEVELS, NECK, column
from figure import FIGURES, ROOT, Skin, landmarks
from write import File

OUT = ROOT / "assets/anatomy/under-skin.anatomy"


def bones(marks):
    """Every bone: name, kind, whether paired, solid, box, grid step, triangles."""
    seats, pl = column(marks), pelvis.Places(marks)
    for name in NECK + LEVELS:
        seat = seats[name]
        low, high = vertebra.box(seat)
        local = vertebra.solid(seat)
        yield f"vertebra_{name.lower()}", "bone", False, ("seat", seat, local), low, high, 1.8, 235 if name[0] == "L" else 120 if name in NECK else 185
    yield "sacrum", "bone", False, None, *pelvis.sacrum(pl, pelvis.s1_face(seats)), 2.4, 600
    yield "hip_bone", "bone", True, None, *pelvis.hip_bone(pl), 3.2, 1100
    yield "sternum", "rib", False, None, *ribs.sternum(marks), 2.6, 90
    yield "femur", "bone", True, None, *pelvis.femur(pl), 2.7, 900


def make(index):
    """The mesh of one bone. Solids are closures, so each worker makes its own."""
    marks = landmarks()
    name, kind, paired, *rest = list(bones(marks))[index]
    if rest[0] is not None and isinstance(rest[0], tuple):
        _, seat, local = rest[0]
        low, high, step, wanted = rest[1:]
        v, t, n = mesh.bone(local, low, high, step, wanted)
        return name, kind, paired, seat.outward(v), t, n @ seat.axes
    solid, low, high, step, wanted = rest[1:]
    v, t, n = mesh.bone(solid, low, high, step, wanted, seam=not paired)
    return name, kind, paired, v, t, n


def room(marks):
    r = shadow.Room((-198, 440, -120), (198, 1590, 160))
    for name, kind, paired, *rest in bones(marks):
        if isinstance(rest[0], tuple):
            _, seat, local = rest[0]
            low, high = np.array(rest[1], float), np.array(rest[2], float)
            low[0] = -high[0]
            box = np.array([[x, y, z] for x in (low[0], high[0]) for y in (low[1], high[1]) for z in (low[2], high[2])])
            world = seat.outward(box)
            r.add(lambda p: local(seat.inward(p)), world.min(0), world.max(0))
        else:
            solid, low, high = rest[1:4]
            r.add(solid, low, high)
    r.mirror()
    return r


def labels(file, seats, pl, skin, grids):
    """Places on the left that labels point at. Those of muscles lie on their own sheets, where from behind no bone shows
    through if there is such a place."""
    on = lambda name, across, along: muscles.grid_at(grids[name], across, along)
    path = {name: points for name, _, _, points, _, _ in nerves.all_of(seats, pl, skin)}
    at = {
        "long_back_muscle": on("long_back_muscle", 0.7, 0.5),
        "vertebra_l2": seats["L2"].outward([[seats["L2"].span / 2 - 9, 0.2 * seats["L2"].h, -seats["L2"].d / 2 - 6]])[0],
        "small_nerves": path["dorsal_branch_l2"][3],
        "hip_bone": muscles.curve(pl.crest, 0.12) + [0, 0, -6],
        "gluteus_medius": on("gluteus_medius", 0.3, 0.4),
        "piriformis": on("piriformis", 0.5, 0.5),
        "sciatic_nerve": path["sciatic_nerve"][3],
        "sacrum": np.array([0, pl.foramina[1][1] - 8, pl.foramina[1][2] - 4]),
        "femur": pl.trochanter + [2, 0, -8],
        "rib_12": None,
        "quadratus_lumborum": on("quadratus_lumborum", 0.7, 0.5),
        "multifidus": on("multifidus", 0.5, 0.4),
        "gluteus_maximus": on("gluteus_maximus", 0.82, 0.28),
        "femoral_nerve": path["femoral_nerve"][4],
        "spinal_cord": path["spinal_cord"][6],
        "disc_l4": seats["L4"].outward([[0, -seats["L4"].h / 2 - 4, seats["L4"].d / 2]])[0],
    }
    for name, place in at.items():
        if place is not None:
            file.mark(f"label.{name}", int(abs(place[0]) > 1e-6), place)


HERE = Path(__file__).parent


def key(files):
    marks = (FIGURES / "neutral.landmarks.ron").read_bytes()
    return hashlib.sha256(marks + b"".join((HERE / f).read_bytes() for f in files)).hexdigest()[:16]


def keep(name, make_it):
    """What took minutes is kept in .cache while the files that shape it do not change."""
    kept = HERE / ".cache" / f"{name}.pickle"
    if not kept.exists():
        kept.parent.mkdir(exist_ok=True)
        kept.write_bytes(pickle.dumps(make_it()))
    return pickle.loads(kept.read_bytes())


def one(job):
    index, name = job
    own = "vertebra.py" if name.startswith("vertebra") else "ribs.py" if name == "sternum" else "pelvis.py"
    return keep(f"{name}-{key(['sdf.py', 'mesh.py', 'column.py', own])}", lambda: make(index))


def cached(marks):
    jobs = list(enumerate(bone[0] for bone in bones(marks)))
    with Pool(2) as pool:
        made = pool.map(one, jobs, chunksize=1)
    light = keep(f"room-{key(['sdf.py', 'column.py', 'vertebra.py', 'pelvis.py', 'ribs.py', 'shadow.py'])}", lambda: room(marks))
    return made, light


def main():
    start = time.time()
    marks = landmarks()
    file = File()
    anchors.add(file, marks)
    seats, pl = column(marks), pelvis.Places(marks)
    made, light = cached(marks)
    for name, kind, paired, v, t, n in made:
        file.mesh(name, kind, int(paired), v, t, n, light.open(v, n))
    for name, v, t, n in ribs.discs(seats, pelvis.s1_face(seats)):
        file.mesh(name, "disc", 0, v, t, n, light.open(v, n))
    skin = Skin()
    rib_paths = {}
    for name, points, wide, high in ribs.ribs(seats, skin):
        rib_paths[name] = points
        v, t, n = ribs.tube(points, wide, high)
        file.mesh(name, "rib", 1, v, t, n, light.open(v, n))
    for name, points, wide, high in ribs.cartilages(rib_paths, marks):
        v, t, n = ribs.tube(points, wide, high)
        file.mesh(name, "cartilage", 1, v, t, n, light.open(v, n))
    grids = {}
    for name, grid, strength, lines in muscles.all_of(seats, pl, skin, rib_paths):
        grids[name] = grid
        v, t, n = muscles.sheet(grid)
        file.mesh(name, "muscle", 1, v, t, n, np.ones(len(v)), strength)
        for line, s in lines:
            file.fibre(line, s)
    for name, kind, paired, points, first, last in nerves.all_of(seats, pl, skin):
        path = nerves.smooth(points, 15.0 if kind == "trunk" else 9.0)
        file.path(name, kind, int(paired), path, nerves.taper(path, first, last))
    for name, seat in seats.items():
        for what, at in vertebra.landmarks(seat).items():
            file.mark(f"{name}.{what}", int(abs(at[0]) > 1e-6), at)
    labels(file, seats, pl, skin, grids)
    data = file.bytes()
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_bytes(data)
    total = sum(len(m[4]) * 2 for m in file.meshes)
    print(f"{OUT.name}: {len(data)} bytes, {total} triangles, {time.time() - start:.0f} s, {hashlib.sha256(data).hexdigest()[:16]}")


if __name__ == "__main__":
    main()
