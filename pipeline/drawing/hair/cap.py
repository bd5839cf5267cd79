"""The hair on top of the skull: the dome under everything else."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from pipeline.drawing.figure import SKULL_TOP, SKULL_X, SKULL_Y, skull
from pipeline.drawing.geometry import OUTLINE, SKULL, Attach
from pipeline.drawing.hair.clouds import as_ball
from pipeline.drawing.hair.crests import Outline, draw_clefts, swinging
from pipeline.drawing.hair.gloss import flyaways, rim_light, soft_rim
from pipeline.drawing.hair.kit import HairKit
from pipeline.drawing.pen import Layer
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import HairBack, HairColouring


def dome(kit: HairKit, out: float = 1.0, half: float = 103.0, count: int = 17) -> FloatArray:
    """The skull's outline with hair, from the viewer's left to right, [count, 3]; ``half``: degrees from the top."""
    angle = np.radians(np.linspace(-half, half, count))
    lift = (kit.out + 0.005) * out
    sine, cosine = np.sin(angle), np.cos(angle)
    x = SKULL_X * lift * np.sign(sine) * np.abs(sine) ** 0.93
    y = SKULL_TOP - SKULL_Y * lift * np.sign(cosine) * np.abs(cosine) ** 0.97
    return np.column_stack([x, y, np.zeros(count)])


_HAIRLINE = (1.0, 0.90, 0.82, 0.77, 0.75, 0.77, 0.82, 0.90, 1.0)
_HIGH_HAIRLINE = (0.98, 0.84, 0.68, 0.60, 0.58, 0.60, 0.68, 0.84, 0.98)
_SHAVED_HAIRLINE = (0.82, 0.78, 0.68, 0.60, 0.58, 0.60, 0.68, 0.78, 0.82)
"""``down`` at even steps from the viewer's left to right: under a fringe, where the forehead is free, over shaved sides."""


def draw_cap(kit: HairKit, forehead: bool, outlined: bool, covered: bool, crest: Outline | None = None) -> None:
    """Draws the dome from its outline to the hairline, which a fringe hides.

    Args:
        forehead: the forehead is free, so the hairline lies high.
        outlined: the outline is inked; curls hide it with their own.
        covered: a hat lies over it.
        crest: the outline where locks leave the dome.
    """
    if crest is not None:
        shaved = kit.spec.hair_back is HairBack.UNDERCUT
        _draw_crested(kit, _SHAVED_HAIRLINE if shaved else _HIGH_HAIRLINE if forehead else _HAIRLINE, crest)
        return
    # Under a cloud it ends above the ears, where the cloud turns in.
    pen, top = kit.pen, dome(kit, half=103.0 if outlined or not kit.art.massed else 84.0)
    hairline = _HIGH_HAIRLINE if forehead else _HAIRLINE
    count, edge = len(top), len(hairline)
    line = skull(np.linspace(99, -99, edge), hairline[::-1], 1.0)
    turn = np.r_[np.zeros(count), np.ones(edge)]
    corners = (0, count - 1, count, count + edge - 1)
    attach = Attach(turn=turn, wrap=True)
    paints = kit.fringe(-1) if kit.art.massed and outlined else kit.side(-1)
    fill = paints.fill if outlined or not kit.art.massed else as_ball(kit, paints, Layer.CAP)
    pen.fill(np.vstack([top, line]), fill, Layer.CAP, attach, corners, casts=True)
    if kit.spec.hair_colouring is HairColouring.SPLIT:
        middle, low = count // 2, edge // 2
        half = np.vstack([top[middle:], line[: low + 1]])
        turn = np.r_[np.zeros(count - middle), np.ones(low + 1)]
        pen.fill(
            half,
            (kit.fringe(1) if kit.art.massed and outlined else kit.side(1)).fill,
            Layer.CAP,
            Attach(turn=turn, wrap=True),
            (0, count - middle - 1, count - middle, len(half) - 1),
        )
    if not outlined:
        return
    way = np.linspace(0, 1, count)
    swell = np.interp(way, [0, 0.3, 0.75, 1], [0.1, 0.9, 1.25, 0.1])
    if kit.art.locks:
        swell = np.interp(way, [0, 0.2, 0.45, 0.75, 1], [0.2, 1.5, 1.15, 1.9, 0.3])
    if kit.art.massed:
        pen.line(top, 0.58 * swell, paints.line, Layer.HAIR_LIGHT, OUTLINE)
        soft_rim(kit, top[10:16])
        return
    if kit.art.locks:
        if not covered:
            flyaways(kit, top)
        rim_light(kit, top[count // 2 + 1 :], 3.6, 2.2, Layer.HAIR_LIGHT, OUTLINE)
    pen.line(top, swell, paints.line, Layer.HAIR_LIGHT, OUTLINE)
    with pen.detailed(0.2):
        for place in (-74, -50, -29, -9, 12, 33, 54, 77):
            lon = place + kit.jitter(4)
            run = skull(np.linspace(lon * 0.85, lon, 5), np.linspace(0.05, 0.32 + 0.18 * kit.rng.random(), 5), kit.out)
            pen.stroke(run, 0.7, kit.side(lon).strand, Layer.CAP, SKULL, peak=0.3)


_SMOOTH = 0.5
"""How far (see ``Outline.give``) locks may leave a dome that has a rim of light: else it would lie beside their edge."""


def _draw_crested(kit: HairKit, hairline: tuple[float, ...], crest: Outline) -> None:
    pen, top, edge = kit.pen, crest.points, len(hairline)
    count = len(top)
    swing = swinging(kit, crest)
    # Close hair is narrower than the ball.
    narrow = min(1.0, float(top[-1, 0]) / SKULL_X)
    line = skull(np.linspace(99, -99, edge), hairline[::-1], np.interp(hairline[::-1], [0.6, 0.95], [1.0, narrow]))
    turn = np.r_[np.zeros(count), np.ones(edge)]
    give = np.r_[np.asarray(swing.give), np.zeros(edge)]
    ends = (count, count + edge - 1)
    attach = replace(swing, turn=turn, wrap=True, give=give)
    whole = pen.fill(
        np.vstack([top, line]), kit.fringe(-1).fill, Layer.CAP, attach, (*crest.corners, *ends), casts=True
    )
    if kit.spec.hair_colouring is HairColouring.SPLIT:
        with pen.clipped(whole):
            half = skull([0, 0, 0, 110, 120], [0.0, 0.5, 1.0, 1.0, 0.2], kit.out * 1.3)
            # It turns as far as the fringe does.
            pen.fill(half, kit.fringe(1).fill, Layer.CAP, Attach(turn=0.7, wrap=True), range(5))
    layer = Layer.CAP if crest.covered else Layer.HAIR_LIGHT
    swell = np.full(count, 0.85)
    swell[list(crest.corners)] = [0.4 if crest.give[index] > 0 else 1.1 for index in crest.corners]
    swell[[0, -1]] = 0.2
    pen.line(top, swell, kit.side(-1).line, layer, swing, crest.corners[1:-1])
    draw_clefts(kit, crest)
    if not crest.covered and crest.give.max() < _SMOOTH and crest.points[-1, 0] > dome(kit)[-2, 0] - 6:
        soft_rim(kit, crest.points[8:] if kit.sleek else dome(kit)[10:16])
