"""Distances and means of points on the globe, in degrees and kilometres."""

from __future__ import annotations

import math
from collections.abc import Iterable

EARTH_RADIUS = 6371.0


def distance(latitude: float, longitude: float, latitude2: float, longitude2: float) -> float:
    """Kilometres along the great circle between two points in degrees."""
    first, second = math.radians(latitude), math.radians(latitude2)
    half = (
        math.sin((second - first) / 2) ** 2
        + math.cos(first)
        * math.cos(second)
        * math.sin(math.radians(longitude2 - longitude) / 2) ** 2
    )
    return 2 * EARTH_RADIUS * math.asin(math.sqrt(min(1.0, half)))


def middle(points: Iterable[tuple[float, float]]) -> tuple[float, float]:
    """The mean of points on the sphere, in degrees; right across the 180th meridian too."""
    x = y = z = 0.0
    for latitude, longitude in points:
        phi, theta = math.radians(latitude), math.radians(longitude)
        x += math.cos(phi) * math.cos(theta)
        y += math.cos(phi) * math.sin(theta)
        z += math.sin(phi)
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def spread(centre: tuple[float, float], points: Iterable[tuple[float, float]]) -> int:
    """Kilometres from the centre within which nine of ten points lie, 5 at least."""
    ordered = sorted(distance(*centre, *point) for point in points)
    return max(5, round(ordered[int(0.9 * (len(ordered) - 1))])) if ordered else 5
