"""No fringe: the hair runs back from a free forehead."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.figure import skull
from pipeline.drawing.geometry import SKULL
from pipeline.drawing.hair.combed import LOOSE, Hairline, comb_back, hairline_edge, sleek_hairline
from pipeline.drawing.hair.fringes import OUT, fringe
from pipeline.drawing.hair.kit import HairKit, Sway
from pipeline.drawing.hair.masses import MassStyle
from pipeline.drawing.pen import Layer
from pipeline.parts.records import Crown, Fringes, HairFrontStyle
from pipeline.types.spec import Build, HairBack, HairFront

_HIGH = ((82, 1.10), (74, 1.04), (66, 0.94), (57, 0.83), (44, 0.735), (29, 0.68), (13, 0.685), (0, 0.72))
_LOW = ((82, 1.12), (75, 1.10), (68, 1.04), (60, 0.93), (50, 0.84), (36, 0.80), (16, 0.83), (0, 0.85))
_PEAKED = ((82, 1.14), (75, 1.12), (69, 1.05), (62, 0.92), (52, 0.77), (38, 0.70), (18, 0.755), (0, 0.815))


_ROUND = ((82, 1.12), (70, 1.15), (58, 1.20), (52, 1.12), (47, 1.01), (41, 0.92), (31, 0.855), (17, 0.815), (0, 0.80))
_MANLY = ((82, 1.12), (70, 1.15), (58, 1.18), (53, 1.07), (49, 0.92), (43, 0.80), (31, 0.755), (15, 0.785), (0, 0.81))
"""The hairline, (degrees, down) from the temple to the middle: as it was, as heads with locks have it, with a peak; and in large
masses, there on men with higher temples.
"""
_SLEEK_MAN = (
    (1.35, 0.93),
    (1.02, 0.865),
    (0.96, 0.81),
    (0.86, 0.745),
    (0.66, 0.70),
    (0.45, 0.705),
    (0.22, 0.75),
    (0, 0.775),
)
_SLEEK_WOMAN = (
    (1.35, 0.95),
    (1.02, 0.895),
    (0.97, 0.855),
    (0.88, 0.81),
    (0.7, 0.765),
    (0.45, 0.735),
    (0.2, 0.73),
    (0, 0.735),
)
_OVER_SHAVED = (1.3, 0.77)
"""The same where hair lies close, and its end over shaved sides; shares of the way to the temple for degrees."""


def draw(kit: HairKit) -> None:
    """No fringe: the hair runs back from the hairline; strands have come loose."""
    if kit.art.massed:
        man = kit.spec.build is Build.MALE
        hairline: Hairline = _MANLY if man else _ROUND
        close = _SLEEK_MAN if man else _SLEEK_WOMAN
        if kit.sleek:
            hairline = sleek_hairline(kit, close)
        elif kit.spec.hair_back is HairBack.UNDERCUT:
            hairline = sleek_hairline(kit, (_OVER_SHAVED, *close[2:]))
        comb_back(kit, hairline, () if man else LOOSE[:2])
        return
    half = _PEAKED if kit.art.soft else _LOW if kit.art.locks else _HIGH
    edge = hairline_edge(half)
    fringe(
        kit, edge, style=MassStyle(ink=0.4 if kit.art.locks else 0.75, cleft=0.0), light=0.48 if kit.art.locks else 0.34
    )
    pen, paints = kit.pen, kit.fringe(0)
    for place in (-52, -36, -21, -7, 8, 22, 37, 53):
        lon = place + kit.jitter(2)
        start = float(np.interp(abs(lon), [at for at, _ in half[::-1]], [down for _, down in half[::-1]]))
        run = np.array([skull(lon * (1 - 0.25 * s), start * (1 - s) + 0.06 * s, kit.out * OUT)
                        for s in np.linspace(0, 0.5 + 0.3 * kit.rng.random(), 5)])  # fmt: skip
        pen.line(run, [0.9, 0.75, 0.6, 0.35, 0.08], paints.strand, Layer.FRINGE, SKULL, detail=0.2)
    t = np.linspace(0, 1, 8)
    side = -1 if kit.rng.random() < 0.5 else 1
    for across, begin, end, wide in LOOSE if kit.art.locks else LOOSE[:1]:
        kit.skull_lock(side * (across * (14 + 22 * t) + 9 * np.sin(np.pi * t)), begin + (end - begin) * t,
                       wide * (1 - t) ** 0.7 + 0.3, paints, Layer.FRINGE, out=OUT,
                       sway=Sway(rate=2.6, hang=0.4, start=0.2), strands=0)  # fmt: skip


PART: Final = HairFrontStyle(
    HairFront.SWEPT_BACK,
    draw=draw,
    words={
        "en": "swept back, swept back hair, hair swept back, combed back, combed back hair, pushed back hair, hair pushed back, "
        "forehead, exposed forehead",
        "ja": "おでこ, デコ出し, でこ出し, 前髪なし",
    },
    weights={Fringes.SHORT: 0.3},
    crown=Crown.SMOOTH,
    forehead=True,
)
