"""Animal ears and horns: they grow out of the hair and have a motion of their own."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit, flat, flipped
from pipeline.drawing.geometry import Attach
from pipeline.drawing.palette import Ramp, lch, mix
from pipeline.drawing.pen import Layer

_INNER = lch(0.84, 0.065, 15)


def _ears(
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
    pen, paints = kit.pen, kit.hair.side(-1)
    layer = Layer.BACK_TAILS if behind else Layer.HEAD_WEAR
    for sign in (-1, 1):
        shape, shell = flipped(np.array(outer, float), sign), flipped(np.array(inner, float), sign)
        root = (shape[0] + shape[-1]) / 2
        attach = Attach(turn=0.8, chain=kit.chain(tuple(root), tuple(shape[tip]), rate))
        sharp = (0, tip, len(shape) - 1)
        whole = pen.fill(shape, paints.fill, layer, attach, sharp)
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
                pen.fill(cap, paints.line, layer, attach, (0, 2, 3, 4))
        pen.fill(shell, mix(_INNER, kit.tones.hair.light, 0.25), layer, attach, (0, len(shell) // 2, len(shell) - 1))
        shade = np.vstack([shell[len(shell) // 2 :], shell[len(shell) // 2 + 1 :][::-1] * 0.5 + shell[:1] * 0.5])
        pen.fill(shade, mix(_INNER, lch(0.62, 0.11, 10), 0.55), layer, attach, (0,))
        if tuft:
            base = (shell[0] + shell[-1]) / 2
            for share, reach in ((0.25, 0.5), (0.5, 0.62), (0.75, 0.45)):
                start = shell[0] + (shell[-1] - shell[0]) * share
                end = base + (shell[len(shell) // 2] - base) * reach
                wide = np.array([3.5, 0.0, 0.0])
                hair = np.array([start - wide, end, start + wide])
                pen.fill(hair, paints.fill, layer, attach, (0, 1, 2), detail=0.15)
        pen.line(
            shape,
            np.interp(np.arange(len(shape)), [0, tip, len(shape) - 1], [0.4, 1.3, 0.4]),
            paints.line,
            layer,
            attach,
            sharp,
        )


def cat_ears(kit: AccessoryKit) -> None:
    _ears(
        kit,
        [(28, -126, 24), (36, -158, 16), (60, -200, 6), (86, -158, 4), (98, -96, 6)],
        [(46, -122, 22), (50, -150, 16), (62, -184, 8), (78, -150, 6), (84, -108, 8)],
        2,
        4.2,
    )


def fox_ears(kit: AccessoryKit) -> None:
    _ears(
        kit,
        [(20, -130, 24), (28, -176, 14), (62, -236, 4), (92, -172, 2), (102, -94, 4)],
        [(42, -126, 22), (46, -166, 14), (63, -212, 6), (80, -164, 4), (86, -108, 8)],
        2,
        3.6,
        dark_tip=0.42,
    )


def rabbit_ears(kit: AccessoryKit) -> None:
    _ears(
        kit,
        [(18, -128, 20), (12, -180, 10), (26, -228, 2), (52, -252, 0), (66, -222, 0), (64, -172, 4), (58, -118, 10)],
        [(30, -134, 20), (28, -180, 12), (36, -218, 4), (50, -236, 2), (56, -214, 2), (54, -174, 6), (48, -130, 12)],
        3,
        2.4,
        tuft=False,
    )


def bear_ears(kit: AccessoryKit) -> None:
    _ears(
        kit,
        [(48, -122, 10), (46, -154, 4), (66, -178, 0), (94, -172, -2), (106, -146, -2), (98, -112, 0), (90, -92, 4)],
        [(60, -124, 10), (60, -150, 6), (72, -164, 2), (88, -160, 0), (95, -144, 0), (90, -120, 2), (84, -108, 6)],
        3,
        4.5,
        tuft=False,
    )


def horns(kit: AccessoryKit) -> None:
    """Two curved horns with rings."""
    ramp = Ramp.cloth(kit.spec.accessory_colour) if kit.spec.accessory_colour else Ramp.cloth("#4a4152")
    pen = kit.pen
    outer = [
        (52, -122),
        (64, -152),
        (92, -168),
        (112, -196),
        (106, -222),
        (132, -190),
        (128, -152),
        (104, -124),
        (84, -106),
    ]
    for sign in (-1, 1):
        shape = flat(flipped(np.array(outer, float), sign), 10)
        attach = Attach(turn=0.85)
        whole = kit.piece(shape, kit.gradient(ramp, -220, -110), ramp.line, attach=attach, corners=(0, 4, 8))
        with pen.clipped(whole):
            shade = flat(
                flipped(
                    np.array(
                        [(84, -106), (104, -124), (128, -152), (132, -190), (112, -170), (98, -138), (72, -112)], float
                    ),
                    sign,
                ),
                10,
            )
            pen.fill(shade, ramp.shade, Layer.HEAD_WEAR, attach, (0, 3))
            for a, b in (
                ((56, -130), (90, -116)),
                ((66, -148), (108, -132)),
                ((84, -160), (122, -152)),
                ((98, -172), (130, -172)),
                ((108, -190), (130, -190)),
            ):
                ring = flat(flipped(np.array([a, ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + 5), b], float), sign), 10)
                pen.stroke(ring, 0.9, ramp.line, Layer.HEAD_WEAR, attach, detail=0.15)
        glint = flat(flipped(np.array([(66, -140), (84, -158), (100, -170), (82, -152)], float), sign), 10)
        pen.fill(glint, ramp.shine, Layer.HEAD_WEAR, attach, (0, 2), detail=0.15)


def halo(kit: AccessoryKit) -> None:
    """A ring of light over the head."""
    ramp = Ramp.cloth(kit.spec.accessory_colour or "#ffd966")
    attach = Attach(turn=0.5, chain=kit.chain((0, -150, 0), (0, -196, 0), 1.4, damping=0.4))
    glow = flat([(118, -192), (84, -168), (0, -158), (-84, -168), (-118, -192), (-84, -216), (0, -226), (84, -216)], 0)
    kit.pen.fill(glow, (*ramp.light[:3], 70), Layer.FRONT, attach)
    angle = np.linspace(0, 2 * np.pi, 15)[:-1]
    ring = flat(np.column_stack([88 * np.cos(angle), -192 + 18 * np.sin(angle)]), 0)
    closed = np.vstack([ring, ring[:1]])
    for width, colour in ((7.4, ramp.line), (6.0, ramp.base), (2.4, ramp.shine)):
        kit.pen.line(closed, width, colour, Layer.FRONT, attach)
