"""Hands of one outline, with lines between fingers that touch: they stay hands when the picture is small."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np
import numpy.typing as npt

from pipeline.drawing.palette import Colour, Ramp
from pipeline.drawing.pen import Pen
from pipeline.types.arrays import FloatArray

Points = tuple[tuple[float, float], ...]
"""Places (u, v) in design units: the wrist is (0, 0), v runs along the forearm, u to the thumb."""


@dataclass(frozen=True)
class Palm:
    """A hand as it is seen.

    Attributes:
        outline: from one side of the wrist to the other; ``webs`` are its sharp corners, between fingers.
        splits: lines between fingers that touch. shade: what lies away from the light.
        thumb: a thumb that lies over the hand, from its root and back to it; empty where the outline has it.
        creases: fine lines within the palm.
    """

    outline: Points
    webs: tuple[int, ...]
    splits: tuple[Points, ...]
    shade: Points
    thumb: Points = ()
    creases: tuple[Points, ...] = ()


_EDGE: Final[Points] = ((-22, 1), (-12, 1), (-7, 16), (-8, 26), (-9, 38), (-9, 70), (-26, 70))
SLACK: Final = Palm(
    outline=(
        (-9, -8), (-11, 6), (-13.5, 20), (-14, 34), (-13.5, 45), (-12, 53), (-8.5, 55.5), (-6, 51),
        (-6, 58), (-3.5, 65), (-0.5, 65.5), (1, 61), (1.5, 66), (4, 71), (7, 69.5), (7.5, 63),
        (8.5, 65.5), (11.5, 65.5), (13.5, 60), (14, 48), (13.5, 36), (13, 22), (11, 8), (9, -8),
    ),
    webs=(7, 11, 15),
    splits=(
        ((-6, 52), (-6.5, 43), (-7, 36)), ((1, 62), (0.5, 49), (-0.5, 38)), ((7.5, 64), (7.5, 51), (6.5, 39)),
    ),
    shade=_EDGE,
    thumb=((5, 1), (12, 7), (17, 17), (19, 28), (18.5, 37), (15, 41), (11.5, 37), (10.5, 27), (5, 17)),
)  # fmt: skip
"""Loose, its back to the viewer, the thumb in front."""
EASY: Final = Palm(
    outline=(
        (-8.5, -8), (-10, 4), (-12.5, 16), (-13.5, 28), (-13, 38), (-11, 47), (-7.5, 53.5), (-4.5, 52),
        (-3.5, 58), (-0.5, 61.5), (2, 59), (3.5, 63), (6.5, 65), (8.5, 61.5),
        (10.5, 61), (13, 56), (14, 47), (13.5, 36), (12.5, 24), (10.5, 10), (8.5, -8),
    ),
    webs=(7, 10, 13),
    splits=(
        ((-4.5, 53), (-6.5, 44), (-6, 35)), ((2, 60), (0.5, 48), (0.5, 37)), ((8.5, 62), (8, 50), (6.5, 38)),
    ),
    shade=((-22, 0), (-11, 0), (-6, 14), (-7, 26), (-5, 38), (-2, 46), (6, 50), (16, 47), (16, 72), (-24, 72)),
    thumb=((5, 0), (11, 6), (14.5, 16), (15, 27), (13.5, 37), (10.5, 41), (7.5, 37), (7.5, 27), (4, 15)),
    creases=(((-12, 43), (-9.5, 45), (-7, 44.5)), ((-5, 49), (-2, 50), (0.5, 49)), ((2.5, 51), (5, 51.5), (7.5, 50.5))),
)  # fmt: skip
"""At ease: fingers bent a little, the thumb in front."""
FLAT: Final = Palm(
    SLACK.outline, SLACK.webs, SLACK.splits, _EDGE,
    thumb=((5, 1), (13, 4), (21, 13), (27, 24), (29, 33), (25.5, 37), (21.5, 33), (17, 25), (9, 21)),
)  # fmt: skip
"""Laid on something, the thumb apart."""
BENT: Final = Palm(
    outline=(
        (-9, -8), (-12, 4), (-15, 16), (-17, 27), (-17, 37), (-13.5, 41), (-10, 38),
        (-10, 45), (-7, 51), (-3, 50.5), (-1.5, 45), (-1, 51), (2.5, 55), (6, 53), (7, 46.5),
        (8, 50), (11.5, 51.5), (14, 47), (14, 36), (13, 22), (11, 8), (9, -8),
    ),
    webs=(6, 10, 14),
    splits=(((-10, 39), (-10, 32), (-9, 25)), ((-1.5, 46), (-1.5, 36), (-2, 27)), ((7, 47), (7, 38), (6, 28))),
    shade=_EDGE,
)  # fmt: skip
"""Around a hip or another hand, the thumb behind."""
OPEN: Final = Palm(
    outline=(
        (-9, -8), (-11, 4), (-14, 16), (-15.5, 27), (-19, 38), (-22.5, 49), (-21.5, 55), (-17.5, 55), (-14, 47), (-10, 36),
        (-11.5, 50), (-12, 62), (-9.5, 67.5), (-5.5, 67), (-4, 54), (-2.5, 38), (-1.5, 54), (-0.5, 68), (2.5, 73.5),
        (6.5, 71), (6.5, 56), (5.5, 38), (10, 52), (13.5, 63), (17.5, 66), (20.5, 61), (17.5, 48), (14, 35), (14.5, 23),
        (22, 30), (29, 37), (34, 37), (34, 31), (28, 20), (20, 8), (12, -1), (9, -8),
    ),
    webs=(9, 15, 21, 28),
    splits=(),
    shade=((-26, -10), (-5, -10), (-8, 8), (-11, 22), (-15, 34), (-20, 56), (-30, 60)),
    creases=(((13, 23), (6, 17), (2, 9), (2, 0)), ((-12, 25), (-4, 23), (4, 27), (8, 31))),
)  # fmt: skip
"""Held up, the palm to the viewer."""


PEACE: Final = Palm(
    outline=(
        (-9, -8), (-11, 4), (-14, 16), (-17, 27), (-18, 36), (-16, 42), (-11.5, 43), (-8.5, 40), (-7.5, 45), (-4.5, 46),
        (-8.5, 60), (-11.5, 73), (-10, 78.5), (-5.5, 79), (-2.5, 75), (1, 61), (5, 46), (9.5, 59), (13.5, 71),
        (17, 75.5), (21, 74), (22, 69), (19, 55), (15.5, 41), (16, 30), (16.5, 20), (14.5, 8), (11, -1), (9, -8),
    ),
    webs=(7, 9, 16),
    splits=(((-8.5, 41), (-9, 35), (-8, 28)), ((-4.5, 47), (-3, 40), (-2, 32)), ((5, 47), (4.5, 41), (3, 36))),
    shade=((-26, -10), (-5, -10), (-8, 8), (-10, 20), (-9, 32), (-12, 44), (-30, 44)),
    thumb=((10, 2), (16.5, 10), (16.5, 20), (9, 26), (0, 30), (-8, 32), (-11, 28.5), (-8.5, 24), (0, 20), (5, 14)),
    creases=(((-15.5, 25), (-13, 20.5), (-9, 21)), ((-9, 22), (-6.5, 18), (-2, 19))),
)  # fmt: skip
"""Two fingers up, the thumb over the others."""
THUMB_UP: Final = Palm(
    outline=(
        (-9, -8), (-10.5, -2), (-17, -1), (-21, 4), (-19, 9.5), (-24, 13.5), (-21.5, 19.5), (-25.5, 24), (-22.5, 29.5),
        (-24, 34.5), (-20, 39.5), (-10, 41), (-1.5, 40.5), (-3, 51), (-4, 61), (-2, 69), (3, 72), (8, 69.5),
        (11, 62), (13, 50), (17, 39), (20, 29), (20, 17), (16.5, 6), (12, -2), (9, -8),
    ),
    webs=(4, 6, 8, 12),
    splits=(
        ((-19, 9.5), (-6, 9), (6, 10)), ((-21.5, 19.5), (-6, 19), (8, 20)), ((-22.5, 29.5), (-6, 29), (8, 30)),
        ((-1.5, 40.5), (6, 38.5), (9.5, 34), (8, 30)), ((8, 30), (10, 25), (8, 20)), ((8, 20), (9.5, 15), (6, 10)),
        ((6, 10), (7, 5), (3, 1)),
    ),
    shade=((-30, -10), (-5, -10), (-6, 0), (-14, 8), (-17, 20), (-18, 34), (-14, 44), (-34, 44)),
)  # fmt: skip
"""A fist with its thumb up."""
FIST: Final = Palm(
    outline=(
        (-9, -8), (-10.5, -2), (-16, -1), (-19.5, 4), (-17.5, 9), (-22, 13), (-19.5, 18.5), (-23, 23), (-20, 28),
        (-21, 33), (-16, 38), (-6, 40), (6, 40), (15, 35), (18, 25), (17.5, 13), (13.5, 3), (9, -8),
    ),
    webs=(4, 6, 8),
    splits=(
        ((-17.5, 9), (-5, 9), (6, 9)), ((-19.5, 18.5), (-5, 18.5), (8, 19)), ((-20, 28), (-6, 28), (4, 29)),
        ((8, 19), (10, 14), (6, 9)), ((6, 9), (7, 5), (3, 1)),
    ),
    shade=((-30, -10), (-5, -10), (-6, 0), (-13, 8), (-15, 20), (-16, 32), (-12, 42), (-34, 42)),
    thumb=((15, 12), (19, 22), (16, 33), (6, 40.5), (-5, 43), (-10, 40), (-7.5, 35), (1, 32), (7.5, 26), (8, 17)),
)  # fmt: skip
"""Around something upright."""
LINE: Final = 1.35
"""Half the width of a hand's outline."""


class Brush(Protocol):
    """What lays a hand's places (u, v) down where the hand is."""

    @property
    def pen(self) -> Pen:
        """What it draws with."""
        ...

    def fill(self, points: npt.ArrayLike, colour: Colour, corners: tuple[int, ...]) -> int:
        """A closed shape; its curve."""
        ...

    def line(self, points: npt.ArrayLike, width: float | FloatArray, colour: Colour, corners: tuple[int, ...]) -> None:
        """A line; ``width`` is half of it."""
        ...


def draw_palm(palm: Palm, skin: Ramp, brush: Brush) -> None:
    """Draws a hand in this skin."""
    curve = brush.fill(palm.outline, skin.base, (0, *palm.webs, len(palm.outline) - 1))
    with brush.pen.clipped(curve):
        brush.fill(palm.shade, skin.shade, (0, 1, len(palm.shade) - 2, len(palm.shade) - 1))
    for split in palm.splits:
        brush.line(split, np.interp(np.linspace(0, 1, len(split)), [0, 0.5, 1], [1.3, 0.9, 0.1]), skin.line, ())
    for crease in palm.creases:
        brush.line(crease, np.array([0.1, *[1.0] * (len(crease) - 2), 0.1]), skin.dark, ())
    brush.line(palm.outline, LINE, skin.line, palm.webs)
    if palm.thumb:
        brush.fill(palm.thumb, skin.base, (0, len(palm.thumb) - 1))
        brush.line(palm.thumb[1:], np.array([0.4, *[1.3] * (len(palm.thumb) - 3), 0.2]), skin.line, ())
