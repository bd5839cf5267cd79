"""Braids."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pipeline.drawing.geometry import Attach
from pipeline.drawing.hair.gloss import Slivers, leaf
from pipeline.drawing.hair.kit import HairKit, Sway
from pipeline.drawing.hair.paints import HairPaints
from pipeline.drawing.hair.tails import Path, hair_tie, smooth
from pipeline.drawing.palette import fade
from pipeline.drawing.pen import Layer
from pipeline.types.arrays import FloatArray


def plait(
    kit: HairKit, path: Path, widths: Sequence[float], links: int, sign: int, layer: Layer, attach: Attach, low: float
) -> None:
    """A braid along a path: pairs of full strands, the upper over the lower, a tie and a tassel."""
    pen = kit.pen
    centre = smooth(path, links * 4 + 1)
    centre[:, 0] *= sign
    paints = kit.tail(sign)
    ends = np.column_stack([centre, np.full(len(centre), -6.0)])
    chain = kit.hang(tuple(ends[0]), tuple(ends[-1]), Sway(rate=1.5, damping=0.3, hang=0.5), attach)
    half = np.interp(np.linspace(0, 1, links + 1), np.linspace(0, 1, len(widths)), widths)
    head = np.interp(centre[:, 1], [130, 330], [1.0, low])
    if kit.art.locks:
        # Between the links one would see through.
        wide = np.interp(np.linspace(0, 1, len(ends)), np.linspace(0, 1, links + 1), half) * 0.55
        core = leaf(ends, wide)
        share = np.interp(core[:, 1], [130, 330], [1.0, low])
        pen.fill(core, paints.shade, layer, Attach(head=share, turn=attach.turn, chain=chain), (0, len(ends) - 1))
    for link in range(links - 1, -1, -1):
        at = link * 4
        here, ahead = centre[at], centre[min(at + 6, len(centre) - 1)]
        along = (ahead - here) / max(1e-6, float(np.hypot(*(ahead - here))))
        across = np.array([-along[1], along[0]])
        reach = float(np.hypot(*(ahead - here)))
        w = half[link]
        for side in (1, -1):
            shape = [(0.02, 0.05), (0.05, 0.72), (0.38, 1.05), (0.72, 0.80), (1.0, 0.05), (0.62, 0.0)]
            points = np.array([here + along * u * reach + across * side * v * w for u, v in shape])
            full = np.column_stack([points, np.full(len(points), -6.0)])
            fix = Attach(head=float(head[at]), turn=attach.turn, chain=chain)
            if kit.art.massed:
                _soft_strand(kit, full, side == sign, paints, layer, fix)
                continue
            pen.fill(full, paints.fill if side < 0 else paints.shade, layer, fix, (0, 4))
            pen.line(full[:5], [0.2, 0.9, 1.05, 0.9, 0.2], paints.line, layer, fix)
            inner = np.array(
                [here + along * u * reach + across * side * v * w for u, v in ((0.12, 0.35), (0.42, 0.6), (0.78, 0.32))]
            )
            pen.stroke(np.column_stack([inner, np.full(3, -6.0)]), 0.5, paints.strand, layer, fix, detail=0.25)
    last, before = centre[-1], centre[-5]
    along = (last - before) / max(1e-6, float(np.hypot(*(last - before))))
    across = np.array([-along[1], along[0]])
    w = half[-1]
    tassel = np.array(
        [
            last + along * u + across * v * w
            for u, v in ((2, -0.7), (16, -1.1), (34, -0.3), (26, 0.1), (40, 0.5), (15, 1.1), (2, 0.7))
        ]
    )
    full = np.column_stack([tassel, np.full(len(tassel), -6.0)])
    fix = Attach(head=float(head[-1]), turn=attach.turn, chain=chain)
    pen.fill(full, paints.fill, layer, fix, (0, 2, 3, 4, 6))
    pen.line(full, 0.55 if kit.art.massed else 0.8, paints.line, layer, fix, (2, 3, 4))
    angle = float(np.degrees(np.arctan2(along[1], along[0])))
    hair_tie(kit, float(last[0]), float(last[1]), angle, float(w) * 0.75, layer, fix)


def _soft_strand(kit: HairKit, outline: FloatArray, dark: bool, paints: HairPaints, layer: Layer, fix: Attach) -> None:
    """One strand of a braid in large masses: in soft shadow where the one above lies on it, a little light on its bulge.

    Args:
        outline: root, three points along the outer edge, end and a point on the inner one, [6, 3].
        dark: it is on the side that turns away from the lamp.
    """
    root, shoulder, bulge, waist, end, inner = outline
    whole = kit.pen.fill(outline, paints.fill, layer, fix, (0, 4))
    with kit.pen.clipped(whole):
        over = np.array([root, (root + shoulder) / 2, shoulder])
        kit.wedge(over, np.array([inner, (inner + waist) / 2, waist]), paints.shadow, layer, fix, 1.0)
        if dark:
            kit.wedge(
                np.array([shoulder, bulge, waist, end]),
                np.array([root, inner, inner, end]),
                paints.shadow,
                layer,
                fix,
                0.7,
            )
        else:
            gleam = Slivers(kit, layer, fix)
            middle = [shoulder * 0.5 + inner * 0.5, bulge * 0.7 + inner * 0.3, waist * 0.6 + end * 0.4]
            gleam.add(middle, 1.8, fade(paints.shine, 0.7), detail=0.12)
            gleam.paint()
    kit.pen.line(outline[:5], [0.15, 0.65, 0.8, 0.65, 0.15], paints.line, layer, fix)
