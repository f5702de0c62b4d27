"""Ways to find a place on the skin: rays, nearest points, walks and cross-sections.

All in metres on the subdivided figure: +x left, +y up, +z forward. "Out" rays start inside a limb and end on its skin.
"""

import numpy as np
import trimesh
from scipy.spatial import cKDTree
from trimesh.ray.ray_pyembree import RayMeshIntersector

from mesh import unit

FRONT, BACK = np.array([0, 0, 1.0]), np.array([0, 0, -1.0])
LEFT, UP = np.array([1.0, 0, 0]), np.array([0, 1.0, 0])


class Skin:
    def __init__(self, points, triangles, normals, stature, joint, end, marks):
        self.p, self.t, self.n = points, triangles, normals
        self.stature = stature
        self.joint = joint  # joint heads by bone name without side, left side, metres
        self.end = end  # joint tails
        self.marks = marks  # painted masks pushed through the subdivision, e.g. "fingernails"
        self.mesh = trimesh.Trimesh(points, triangles, process=False)
        self._ray = RayMeshIntersector(self.mesh)
        self._centres = cKDTree(points[triangles].mean(1))

    def ray(self, origin, way):
        """First hit from `origin` along `way`, or None."""
        origin, way = np.asarray(origin, float), unit(np.asarray(way, float))
        hit, _, _ = self._ray.intersects_location([origin], [way], multiple_hits=False)
        return hit[0] if len(hit) else None

    def from_outside(self, x, y, z, way):
        """Ray towards (x, y, z) along `way`, started well outside the body."""
        target = np.array([x, y, z], float)
        hit = self.ray(target - np.asarray(way, float) * 1.5, way)
        if hit is None:
            raise ValueError(f"no skin along {way} at {target}")
        return hit

    def front(self, x, y):
        return self.from_outside(x, y, 0, BACK)

    def back(self, x, y):
        return self.from_outside(x, y, 0, FRONT)

    def side(self, y, z):
        """Left side of whatever is outermost there."""
        return self.from_outside(0, y, z, -LEFT)

    def nearest(self, points):
        """(nearest skin points, their triangles): exact among the 32 triangles whose centres are nearest."""
        points = np.asarray(points, float).reshape(-1, 3)
        _, candidate = self._centres.query(points, k=32)
        spread = np.repeat(points, 32, axis=0)
        place = trimesh.triangles.closest_point(self.p[self.t[candidate.ravel()]], spread).reshape(-1, 32, 3)
        best = np.argmin(np.linalg.norm(place - points[:, None], axis=2), axis=1)
        row = np.arange(len(points))
        return place[row, best], candidate[row, best]

    def near(self, point):
        return self.nearest([point])[0][0]

    def normal(self, point):
        return unit(self.n[self.t[self.nearest([point])[1][0]]].mean(0))

    def out(self, centre, way):
        """Skin seen from inside."""
        return self.ray(centre, way)

    def section(self, centre, axis, zero, step=2.0):
        """Loop of skin points round `axis` through `centre`; (angles in degrees, points).

        Angle 0 looks along `zero`, 90 along axis x zero.
        """
        axis = unit(axis)
        zero = unit(zero - axis * (zero @ axis))
        other = np.cross(axis, zero)
        angle = np.arange(0, 360, step)
        a = np.radians(angle)[:, None]
        ways = np.cos(a) * zero + np.sin(a) * other
        hit, which, _ = self._ray.intersects_location(np.tile(centre, (len(a), 1)), ways, multiple_hits=False)
        out = np.full((len(a), 3), np.nan)
        out[which] = hit
        return angle, out

    def extreme(self, centre, axis, zero, way, limits=(-180, 180)):
        """The point of a section that reaches farthest along `way`; `limits` are angles from `zero`."""
        angle, loop = self.section(centre, axis, zero, 1.0)
        turn = (angle + 180) % 360 - 180
        far = np.where((turn >= limits[0]) & (turn <= limits[1]), loop @ np.asarray(way, float), -np.inf)
        return loop[np.nanargmax(far)]

    def highest(self, where, way):
        """The skin vertex inside the mask `where` that reaches farthest along `way`."""
        index = np.flatnonzero(where)
        return self.p[index[np.argmax(self.p[index] @ np.asarray(way, float))]]

    def box(self, low, high):
        """Mask of the vertices inside a box; None = no limit."""
        keep = np.ones(len(self.p), bool)
        for axis in range(3):
            if low[axis] is not None:
                keep &= self.p[:, axis] >= low[axis]
            if high[axis] is not None:
                keep &= self.p[:, axis] <= high[axis]
        return keep

    def walk(self, points, spacing=0.002):
        """Polyline over the skin through the given points, as dense points on the skin."""
        out = []
        for a, b in zip(points, points[1:]):
            a, b = np.asarray(a), np.asarray(b)
            steps = max(2, int(np.ceil(np.linalg.norm(b - a) / spacing)))
            line = a + (b - a) * np.arange(steps)[:, None] / steps
            out.append(self.nearest(line)[0])
        out.append(np.asarray([points[-1]]))
        line = np.concatenate(out)
        for _ in range(3):
            line[1:-1] = 0.5 * line[1:-1] + 0.25 * (line[:-2] + line[2:])
            line[1:-1] = self.nearest(line[1:-1])[0]
        return line

    def midline(self, centre, start, stop, step=0.25):
        """Profile in the plane x = 0 seen from `centre`: angles in degrees, 0 = forward, 90 = up."""
        angle = np.arange(start, stop + step / 2, step)
        a = np.radians(angle)
        ways = np.stack([np.zeros_like(a), np.sin(a), np.cos(a)], 1)
        origin = np.asarray(centre) + ways * 1.0
        hit, which, _ = self._ray.intersects_location(origin, -ways, multiple_hits=False)
        out = np.full((len(a), 3), np.nan)
        out[which] = hit
        out[:, 0] = 0
        return out[~np.isnan(out[:, 1])]


def along(line, length):
    """Point at a walked distance on a polyline."""
    step = np.linalg.norm(np.diff(line, axis=0), axis=1)
    total = np.concatenate([[0], np.cumsum(step)])
    return np.array([np.interp(length, total, line[:, k]) for k in range(3)])


def length(line):
    return np.linalg.norm(np.diff(line, axis=0), axis=1).sum()
