"""The files: `.body` (binary) and `.landmarks.ron`. Both are written beside the old ones and swapped in."""

import os
import struct
from pathlib import Path

import numpy as np

MAGIC, VERSION = b"DEQB", 1


def swap_in(path: Path, data: bytes):
    fresh = path.with_name(path.name + ".new")
    fresh.write_bytes(data)
    os.replace(fresh, path)


def octahedral(n):
    p = n / np.abs(n).sum(1, keepdims=True)
    flat = p[:, :2].copy()
    below = p[:, 2] < 0
    sign = np.where(flat >= 0, 1.0, -1.0)
    flat[below] = ((1 - np.abs(p[:, [1, 0]])) * sign)[below]
    return np.round(flat * 32767).astype("<i2")


def box(levels):
    """Common box of all levels. Across, it is chosen so that x = 0 is one of the 65536 steps exactly."""
    points = np.concatenate([level["position"] for level in levels])
    low, high = points.min(0), points.max(0)
    step = np.abs(points[:, 0]).max() / 32767
    low[0], high[0] = -32767 * step, 32768 * step
    return low.astype("<f4"), high.astype("<f4")


def in_drawing_order(level):
    """Vertices in the order the triangles first use them: kinder to caches, and to compression."""
    triangles = level["triangle"]
    _, first = np.unique(triangles.ravel(), return_index=True)
    order = triangles.ravel()[np.sort(first)]
    place = np.zeros(len(level["position"]), int)
    place[order] = np.arange(len(order))
    out = {name: value[order] for name, value in level.items() if name != "triangle"}
    out["triangle"] = place[triangles]
    return out


def body(levels, parts) -> bytes:
    levels = [in_drawing_order(level) for level in levels]
    low, high = box(levels)
    out = [MAGIC, struct.pack("<II", VERSION, len(levels)), low.tobytes(), high.tobytes()]
    out.append(struct.pack("<I", len(parts)))
    for name in parts:
        out.append(struct.pack("<B", len(name)) + name.encode("ascii"))
    for level in levels:
        out.append(struct.pack("<II", len(level["position"]), len(level["triangle"])))
    for level in levels:
        if len(level["position"]) > 65535:
            raise ValueError("too many vertices for 16-bit indices")
        span = high.astype(float) - low
        steps = np.round((level["position"] - low) / span * 65535)
        out.append(np.clip(steps, 0, 65535).astype("<u2").tobytes())
        out.append(octahedral(level["normal"]).tobytes())
        out.append(np.clip(np.round(level["occlusion"] * 255), 0, 255).astype("u1").tobytes())
        out.append(np.clip(np.round(level["cavity"] * 127), -127, 127).astype("i1").tobytes())
        out.append(np.clip(np.round(level["garment"] * 10000), -32767, 32767).astype("<i2").tobytes())
        out.append(np.clip(np.round(level["tone"] * 127), -127, 127).astype("i1").tobytes())
        out.append(level["part"].astype("u1").tobytes())
        out.append(level["triangle"].astype("<u2").tobytes())
    return b"".join(out)


def landmarks(figure, stature, rows) -> bytes:
    """`rows`: (id, paired, point, how)."""
    lines = ["(", f'  figure: "{figure}",', f"  stature: {stature:.2f},", "  landmarks: ["]
    for name, paired, at, how in rows:
        x, y, z = (f"{v + 0.0:.4f}" for v in np.round(at, 4) + 0.0)
        lines.append(f'    (id: "{name}", paired: {str(paired).lower()}, at: ({x}, {y}, {z}), how: "{how}"),')
    return ("\n".join(lines + ["  ],", ")"]) + "\n").encode()
