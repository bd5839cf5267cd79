"""Shaved sides and a crest from the forehead to the nape."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.geometry import Attach
from pipeline.drawing.hair.gloss import Slivers, light_of, sides
from pipeline.drawing.hair.kit import HairKit, Sway
from pipeline.drawing.hair.scalp import draw_cropped, draw_faded
from pipeline.drawing.pen import Layer
from pipeline.parts.records import HairBackStyle
from pipeline.types.spec import Build, HairBack, HairFront


def draw(kit: HairKit) -> None:
    """Shaved sides and a crest from the forehead to the nape."""
    if kit.art.soft:
        draw_faded(kit, bare=0.62)
        _crest(kit)
        return
    draw_cropped(kit)
    pen, paints = kit.pen, kit.fringe(0)
    tall = 58 + 50 * kit.length
    # Blades from the sides to the middle, the tallest in front, like an open fan.
    for place, lean, share in (
        (-22, -42, 0.66),
        (24, 46, 0.64),
        (-14, -24, 0.88),
        (17, 28, 0.86),
        (-6, -8, 1.06),
        (8, 13, 1.0),
        (1, 2, 0.84),
    ):
        tip = np.array([place + lean + kit.jitter(5), -132 - tall * share, 4.0])
        low, half = -92.0 - abs(place) * 0.5, 22.0
        left = np.array(
            [(place * 0.6 - half * 0.7, low, 62), (place - half + lean * 0.2, -128 - tall * share * 0.25, 24), tip]
        )
        right = np.array(
            [(place * 0.6 + half * 0.7, low, 62), (place + half + lean * 0.4, -128 - tall * share * 0.3, 24), tip]
        )
        chain = kit.hang((place, -120, 10), (float(tip[0]), float(tip[1]), 4), Sway(rate=3.2, damping=0.3, hang=0.0))
        kit.lock(left, right, paints, Layer.FRINGE, Attach(turn=0.55, chain=chain, give=0.6))
    crest = np.array([(-22, -120, 60), (-15, -96, 74), (-9, -74, 82), (0, -62, 86), (9, -74, 82), (15, -96, 74), (22, -120, 60),
                      (14, -142, 40), (-14, -142, 40)], float)  # fmt: skip
    pen.fill(crest, paints.fill, Layer.FRINGE, Attach(turn=0.8), (3,))
    for x in (-8, -2, 4, 10):
        pen.stroke(
            [(x, -140, 40), (x * 0.9, -106, 68), (x * 0.5, -76, 82)], 0.8, paints.strand, Layer.FRINGE, Attach(turn=0.8)
        )
    pen.line(crest[:7], [0.3, 0.8, 1.2, 1.4, 1.2, 0.8, 0.3], paints.line, Layer.FRINGE, Attach(turn=0.8), (3,))


_BLADES: Final = (
    (-22, -30, 0.55), (22, 46, 0.62), (-16, -16, 0.84), (17, 36, 0.88), (-9, -2, 1.04), (10, 22, 1.0), (1, 8, 0.80),
    (-8, -10, 0.56), (9, 20, 0.52), (0, 3, 0.30),
)  # fmt: skip
"""Of each blade of a crest, back to front: how far from the middle it grows, how far its tip leans, its height's share."""
_SPIKES: Final = (
    (-19, -46, 0.62), (20, 66, 0.70), (-14, -22, 0.92), (15, 60, 0.96), (-8, 6, 1.16), (9, 46, 1.14), (0, 26, 1.26),
    (-10, -6, 0.72), (11, 44, 0.76), (1, 22, 0.86),
)  # fmt: skip
"""The same for a crest that is gathered at the hairline: spikes that all lean to one side."""
_BLADE: Final = (1.1, 0.85, 0.4, 0.0)
_SPIKE: Final = (1.0, 0.62, 0.24, 0.0)
"""How wide they are from the middle up to their tips, as shares."""


def _crest(kit: HairKit) -> None:
    """A crest that grows from the hairline over the whole crown: broad blades that fan out and bend at their tips."""
    paints, ramp, t = kit.fringe(0), kit.ramp(), np.linspace(0, 1, 8)
    # At the hairline it comes to a point, where it is gathered; else it is cut straight.
    low, slant, narrow, broad = (-50.0, 1.5, 0.12, 0.75) if kit.art.gathered else (-58.0, 0.0, 0.3, 0.85)
    tall, sway = 50 + 40 * kit.length, 1 if kit.spec.seed % 2 else -1
    blades, half_width, shape, ink = (_SPIKES, 15.0, _SPIKE, 1.0) if kit.art.gathered else (_BLADES, 18.0, _BLADE, 1.3)
    for root, bend, share in blades:
        place, lean = sway * root, sway * bend
        tip = np.array([place * 1.3 + lean + kit.jitter(5), -138 - tall * share, 6.0])
        chain = kit.hang((place, -120, 10), (float(tip[0]), float(tip[1]), 6), Sway(rate=3.2, damping=0.3, hang=0.0))
        attach = Attach(turn=0.6, chain=chain, give=0.6)
        x = np.interp(t, [0, 0.3, 0.6, 1], [place * 0.7, place * 1.25, place * 1.5 + 0.2 * lean, float(tip[0])])
        y = np.interp(t, [0, 0.3, 0.6, 1], [low - slant * abs(place), -108, -140 - 0.34 * tall * share, float(tip[1])])
        z = np.interp(t, [0, 0.3, 0.6, 1], [84.0, 62.0, 30.0, 6.0])
        run = np.column_stack([x, y, z])
        half = half_width * np.interp(t, [0, 0.12, 0.4, 0.7, 0.9, 1], [narrow, broad, *shape])
        across = sides(run) * half[:, None]
        left, right = run - across, run + across
        if left[3, 0] > right[3, 0]:
            left, right = right, left
        kit.lock(left, right, paints, Layer.FRINGE, attach, casts=True, shade=0.5, strands=1, ink=ink, free=0.12)
        marks = Slivers(kit, Layer.FRINGE, attach)
        lit = left + (right - left) * 0.26
        marks.add(lit[2:7], 2.2, light_of(ramp, 0.75 if place < 8 else 0.45), 0.4, 0.12)
        marks.add((left + (right - left) * 0.45)[3:7], 0.9, light_of(ramp, 0.5), 0.5, 0.2)
        marks.paint()


PART: Final = HairBackStyle(
    HairBack.MOHAWK,
    draw=draw,
    words={
        "en": "mohawk, mohican, fauxhawk, faux hawk, punk mohawk, mohawk hair",
        "ja": "モヒカン, モヒカン刈り, ソフトモヒカン",
    },
    weights={Build.MALE: 0.2, Build.ANDROGYNOUS: 0.2},
    fringes=None,
    fronts={HairFront.SPIKY: 1},
    wave=(0.0, 0.2),
    sidelocks=False,
    high=True,
    whole=True,
)
