"""Three people from one base mesh: which morphs, and how much of each."""

from dataclasses import dataclass

import numpy as np

from source import Source


@dataclass(frozen=True)
class Figure:
    """A person as shares of morphs."""

    id: str
    stature: float  # metres, sole to crown
    male: float  # share of the male morphs; the rest is female
    muscle: float  # share of the muscular morph in the average one
    ideal: float  # share of the long-limbed drawing-school proportions
    small_breast: float  # 1 = small cup, 0 = average cup
    top: bool  # wears a top besides the shorts
    extra: tuple[tuple[str, float], ...] = ()


FIGURES = (
    Figure("woman", 1.65, 0.03, 0.12, 0.15, 0.25, True),
    Figure("man", 1.77, 1.0, 0.22, 0.0, 0.0, False, (("legs/lowerlegs-height-decr", 0.2),)),
    Figure("neutral", 1.70, 0.50, 0.20, 0.15, 1.0, False),
)

# The base mesh carries its navel a little high (it lies level with the fourth lumbar vertebra) and flat.
EXTRA = (("stomach/stomach-navel-down", 0.45), ("stomach/stomach-navel-in", 0.5))
# Closed eyes and the first sign of a smile, for every figure.
FACE = (
    ("eyeBlinkLeft", 1.0),
    ("eyeBlinkRight", 1.0),
    ("mouthSmileLeft", 0.13),
    ("mouthSmileRight", 0.13),
)


def morph(source: Source, figure: Figure) -> np.ndarray:
    """The base mesh (helpers and joint cubes included) in the shape of `figure`, exactly symmetric."""
    points = source.base[0].copy()
    for gender, share in (("male", figure.male), ("female", 1 - figure.male)):
        if share == 0:
            continue
        for origin in ("african", "asian", "caucasian"):
            points += share / 3 * source.target(f"macrodetails/{origin}-{gender}-young")
        for muscle, part in (("averagemuscle", 1 - figure.muscle), ("maxmuscle", figure.muscle)):
            name = f"{gender}-young-{muscle}-averageweight"
            points += share * part * source.target(f"macrodetails/universal-{name}")
            points += share * part * figure.ideal * source.target(f"macrodetails/proportions/{name}-idealproportions")
        if gender == "female" and figure.small_breast:
            cup = "breast/female-young-averagemuscle-averageweight-mincup-averagefirmness"
            points += share * figure.small_breast * source.target(cup)
    for name, share in EXTRA + figure.extra:
        points += share * source.target(name)
    for name, share in FACE:
        points += share * source.face_unit(name)
    return symmetric(source, points)


def symmetric(source: Source, points: np.ndarray) -> np.ndarray:
    """Averages both sides; the midline lands on x = 0 exactly."""
    mirror = source.mirror[: len(points)]
    return (points + points[mirror] * [-1, 1, 1]) / 2
