"""Animal ears: they grow out of the hair and have a motion of their own."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit, flipped
from pipeline.drawing.geometry import Attach
from pipeline.drawing.palette import lch, mix
from pipeline.drawing.pen import Layer

_INNER = lch(0.84, 0.065, 15)


def draw_ears(
    kit: AccessoryKit,
    outer: Sequence[tuple[float, float, float]],
    inner: Sequence[tuple[float, float, float]],
    tip: int,
    rate: float,
    tuft: bool = True,
    dark_tip: float = 0.0,
    behind: bool = False,
) -> None:
    """Two ears. ``outer`` begins and ends in the hair; ``tip`` is the index of its highest point."""
    pen = kit.pen
    sewn, paints = kit.sewn, kit.hair.side(-1)
    fill, line = (sewn.base, sewn.line) if sewn else (paints.fill, paints.line)
    light = (sewn or kit.tones.hair).light
    layer = Layer.BACK_TAILS if behind else Layer.HEAD_WEAR
    for sign in (-1, 1):
        shape, shell = flipped(np.array(outer, float), sign), flipped(np.array(inner, float), sign)
        root = (shape[0] + shape[-1]) / 2
        attach = Attach(turn=0.8, chain=kit.chain(tuple(root), tuple(shape[tip]), rate))
        sharp = (0, tip, len(shape) - 1)
        whole = pen.fill(shape, fill, layer, attach, sharp)
        with pen.clipped(whole):
            if dark_tip:
                low = shape[tip] + (root - shape[tip]) * dark_tip
                away = np.array([46.0, 0, 0])
                cap = np.array(
                    [
                        low - away,
                        low + (shape[tip] - low) * 0.18,
                        low + away,
                        shape[tip] + [46, -20, 0],
                        shape[tip] - [46, 20, 0],
                    ]
                )
                pen.fill(cap, line, layer, attach, (0, 2, 3, 4))
        pen.fill(shell, mix(_INNER, light, 0.25), layer, attach, (0, len(shell) // 2, len(shell) - 1))
        shade = np.vstack([shell[len(shell) // 2 :], shell[len(shell) // 2 + 1 :][::-1] * 0.5 + shell[:1] * 0.5])
        pen.fill(shade, mix(_INNER, lch(0.62, 0.11, 10), 0.55), layer, attach, (0,))
        if tuft:
            base = (shell[0] + shell[-1]) / 2
            for share, reach in ((0.25, 0.5), (0.5, 0.62), (0.75, 0.45)):
                start = shell[0] + (shell[-1] - shell[0]) * share
                end = base + (shell[len(shell) // 2] - base) * reach
                wide = np.array([3.5, 0.0, 0.0])
                hair = np.array([start - wide, end, start + wide])
                pen.fill(hair, fill, layer, attach, (0, 1, 2), detail=0.15)
        pen.line(
            shape,
            np.interp(np.arange(len(shape)), [0, tip, len(shape) - 1], [0.4, 1.3, 0.4]),
            line,
            layer,
            attach,
            sharp,
        )
