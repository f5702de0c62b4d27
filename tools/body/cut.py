"""Cuts triangles along iso-lines of a vertex value, so that a garment's edge is a line of mesh edges."""

import numpy as np

SNAP = 0.0002  # metres; a vertex this near to a line is moved onto it in value instead of being cut beside


def cut(rows, triangles, column, level):
    """`rows` holds all vertex values side by side; returns new rows and triangles."""
    rows = list(rows)
    value = [float(r[column]) for r in rows]
    for v, x in enumerate(value):
        if x != level and abs(x - level) < SNAP:
            rows[v] = rows[v].copy()
            rows[v][column] = value[v] = level
    made = {}

    def between(a, b):
        key = (min(a, b), max(a, b))
        if key not in made:
            a, b = key
            t = (level - value[a]) / (value[b] - value[a])
            row = rows[a] * (1 - t) + rows[b] * t
            row[column] = level
            made[key] = len(rows)
            rows.append(row)
            value.append(level)
        return made[key]

    out = []
    for corner in triangles.tolist():
        side = [(value[v] > level) - (value[v] < level) for v in corner]
        if max(side) <= 0 or min(side) >= 0:
            out.append(corner)
            continue
        if 0 in side:
            k = side.index(0)
            a, b, c = corner[k], corner[(k + 1) % 3], corner[(k + 2) % 3]
            m = between(b, c)
            out += [[a, b, m], [a, m, c]]
            continue
        k = next(i for i in range(3) if side[i] != side[(i + 1) % 3] and side[i] != side[(i + 2) % 3])
        a, b, c = corner[k], corner[(k + 1) % 3], corner[(k + 2) % 3]
        m, n = between(a, b), between(a, c)
        out += [[a, m, n], [m, b, c], [m, c, n]]
    return np.array(rows), np.array(out)
