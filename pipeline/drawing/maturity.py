"""What years make of a body: how grown it is, how much of a man's, and what old age adds.

Editions before the fourth know four ages, each drawn in one way; from then on everything grows with the years.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from pipeline.drawing.art import Art
from pipeline.types.spec import Age, RigSpec


class Maturity(NamedTuple):
    """Attributes:

    growth: -1 for a child of eight, 0 at sixteen, 1 for a grown-up (see ``Growth``).
    manly: how much of a man's build a boy or man of that age has, 0..1.
    slight: factor for shoulders that have not grown yet, or shrink again. thin: for a neck. narrow: for girth.
    aged: what old age has added, 0 before forty to 1 at seventy, and a little beyond.
    head: the head's size against a grown one's.
    """

    growth: float
    manly: float
    slight: float
    thin: float
    narrow: float
    aged: float
    head: float


_STAGES: Final = {
    Age.CHILD: Maturity(-1.0, 0.35, 0.86, 0.88, 0.72, 0.0, 1.0),
    Age.TEEN: Maturity(0.0, 1.0, 1.0, 1.0, 1.0, 0.0, 1.0),
    Age.ADULT: Maturity(1.0, 1.0, 1.0, 1.0, 1.0, 0.0, 1.0),
    Age.ELDER: Maturity(1.3, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0),
}
_YEARS: Final = (2, 4, 8, 12, 14, 16, 20, 25, 45, 60, 80)
_GROWTH: Final = (-1.5, -1.3, -1.0, -0.5, -0.22, 0.0, 0.55, 1.0, 1.25, 1.3, 1.3)
_MANLY: Final = (0.25, 0.3, 0.35, 0.42, 0.6, 0.82, 0.95, 1.0, 1.0, 1.0, 1.0)
_HEAD: Final = (1.28, 1.21, 1.12, 1.06, 1.02, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0)
_SIZE: Final = (0.78, 0.81, 0.86, 0.93, 0.97, 1.0, 1.0, 1.0, 1.0, 0.98, 0.91)
_AGED: Final = ((36, 45, 60, 70, 90), (0.0, 0.14, 0.62, 1.0, 1.2))


def maturity(spec: RigSpec, art: Art) -> Maturity:
    """What its years have made of a character, as an edition draws it."""
    if not art.graded:
        stage = _STAGES[spec.age]
        return stage._replace(head=art.proportions.child_head) if spec.age is Age.CHILD else stage

    def at(values: tuple[float, ...]) -> float:
        return float(np.interp(spec.lived, _YEARS, values))

    size = at(_SIZE)
    return Maturity(
        growth=at(_GROWTH),
        manly=at(_MANLY),
        slight=size,
        thin=0.12 + 0.88 * size,
        narrow=2 * size - 1,
        aged=float(np.interp(spec.lived, *_AGED)),
        head=at(_HEAD),
    )
