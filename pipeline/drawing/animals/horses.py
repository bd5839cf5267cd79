"""Horses: a long head with a soft muzzle, ears that stand, a mane, a forelock, and a unicorn's horn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from pipeline.drawing.animals.ears import as_seen, swinging, upright
from pipeline.drawing.animals.head import centred, fur_head
from pipeline.drawing.animals.kit import AnimalKit
from pipeline.drawing.geometry import Attach
from pipeline.drawing.palette import Colour, Ramp, fade, lch, mix
from pipeline.drawing.pen import Layer, Linear
from pipeline.types.spec import Coat

_HEAD: Final = (
    (0, -110), (36, -107), (70, -92), (93, -60), (102, -22), (103, 14), (98, 40), (97, 62), (99, 84), (84, 106),
    (46, 116), (0, 118),
)  # fmt: skip
_EAR: Final = ((34, -84), (40, -122), (58, -152), (82, -174), (98, -146), (104, -110), (96, -56))
_INSIDE: Final = ((56, -92), (60, -120), (70, -142), (81, -156), (89, -138), (92, -112), (86, -78))
_MUZZLE: Final = (
    (0, 36), (34, 33), (66, 40), (86, 54), (110, 59), (110, 130), (0, 130),
)  # fmt: skip
_LOCKS: Final = (
    ((-14, -112), (-58, -106), (-104, -84), (-130, -40), (-140, 10), (-150, 54), (-132, 40), (-120, 20), (-84, -40)),
    ((-70, -60), (-112, -28), (-130, 20), (-136, 70), (-146, 112), (-120, 92), (-102, 60), (-86, 10)),
    ((20, -114), (64, -108), (104, -80), (124, -40), (130, 4), (136, 44), (118, 26), (108, 4), (80, -40)),
)
"""Of the mane, from the back: the second lock lies on the first, the third falls at the other side."""
_TIPS: Final = (5, 4, 5)
_FORELOCK: Final = (
    ((6, -124), (-22, -118), (-46, -96), (-50, -66), (-34, -30), (-26, -56), (-8, -78), (8, -122)),
    ((-6, -124), (20, -118), (42, -98), (43, -74), (33, -46), (22, -70), (4, -84), (-8, -122)),
    ((0, -126), (-20, -112), (-26, -86), (-16, -54), (8, -16), (12, -52), (24, -84), (18, -112), (2, -126)),
)
_ENDS: Final = (4, 4, 4)
_HORN: Final = ((-17, -74), (-10, -112), (0, -192), (10, -112), (17, -74), (0, -68))
_GOLD: Final = "#efc04f"
_IN_FRONT: Final = Attach(turn=0.8)


def draw_head(kit: AnimalKit) -> int:
    """A head that is narrow above the soft pale muzzle."""
    outline = fur_head(kit, _HEAD)
    with kit.pen.clipped(outline):
        kit.patch(centred(_MUZZLE), _muzzle(kit), (4, 5), lift=1)
    return outline


def _muzzle(kit: AnimalKit) -> Colour:
    if kit.spec.coat is Coat.STRIPES:
        return mix(kit.fur.shade, lch(0.50, 0.02, 20), 0.6)
    return mix(kit.fur.light, lch(0.90, 0.035, 40), 0.62)


def draw_muzzle(kit: AnimalKit) -> None:
    """Two nostrils."""
    y, fur, pale = kit.figure.nose, kit.fur, _muzzle(kit)
    rose = mix(pale, lch(0.60, 0.09, 20), 0.55)
    for sign in (-1, 1):
        nostril = [(sign * 23, y + 3), (sign * 29, y - 6), (sign * 37, y - 5), (sign * 36, y + 4), (sign * 29, y + 7)]
        kit.patch(nostril, mix(rose, fur.line, 0.45), lift=10, layer=Layer.FEATURES)


def draw_ear(kit: AnimalKit, sign: int) -> tuple[float, float]:
    """A leaf that stands."""
    return upright(kit, sign, _EAR, _INSIDE, 3, fluff=False, dark_tip=0.24 * (kit.spec.coat is Coat.STRIPES))


def draw_mane(kit: AnimalKit, colours: Sequence[Ramp]) -> None:
    """Locks behind the head, longer at one side; ``colours``: one for each in turn."""
    for at, (lock, tip) in enumerate(zip(_LOCKS, _TIPS, strict=True)):
        _lock(kit, lock, tip, colours[at % len(colours)], colours[(at + 1) % len(colours)], Layer.EARS, 1.5)


def draw_forelock(kit: AnimalKit, colours: Sequence[Ramp]) -> None:
    """Locks that fall between the ears over the forehead."""
    for at, (lock, tip) in enumerate(zip(_FORELOCK, _ENDS, strict=True)):
        _lock(kit, lock, tip, colours[at % len(colours)], colours[(at + 1) % len(colours)], Layer.FRINGE, 2.8)


def _lock(
    kit: AnimalKit, lock: Sequence[tuple[float, float]], tip: int, ramp: Ramp, end: Ramp, layer: Layer, rate: float
) -> None:
    """Hair that swings from its root to its tip, where its colour is ``end``'s."""
    pen = kit.pen
    shape = as_seen(lock, 1, 30.0 if layer is Layer.FRINGE else -10.0)
    root, last = (shape[0] + shape[-1]) / 2, len(shape) - 1
    attach = swinging(kit, root, shape[tip], rate, 0.25)
    axis = pen.axis(tuple(root), tuple(shape[tip]), attach)
    tone = Linear(((0, ramp.light), (0.3, ramp.base), (1, mix(end.base, end.shade, 0.4))), axis)
    whole = pen.fill(shape, tone, layer, attach, (0, tip, last))
    with pen.clipped(whole):
        for share in (0.36, 0.68):
            strand = shape[0] * (1 - share) + shape[-1] * share
            half = (shape[1] * (1 - share) + shape[-2] * share + shape[tip]) / 2
            pen.line([strand, half, shape[tip]], [0.3, 1.1, 0.2], fade(end.deep, 0.8), layer, attach, detail=0.12)
    ink = np.full(last + 1, 1.7)
    ink[[0, -1]] = 0.1
    pen.line(shape, ink, ramp.line, layer, attach, (0, tip, last))


def draw_horn(kit: AnimalKit) -> None:
    """A golden horn with a groove around it, on the forehead."""
    pen, gold = kit.pen, Ramp.cloth(_GOLD, kit.tones.look)
    shape = as_seen(_HORN, 1, 48.0)
    axis = pen.axis(tuple(shape[2]), tuple((shape[0] + shape[4]) / 2), _IN_FRONT)
    tone = Linear(((0, gold.shine), (0.45, gold.light), (1, gold.base)), axis)
    whole = pen.fill(shape, tone, Layer.FRINGE, _IN_FRONT, (0, 2, 4))
    with pen.clipped(whole):
        far = np.array([(0, -192, 48), (12, -112, 48), (20, -70, 48), (4, -66, 48)], float)
        pen.fill(far, fade(gold.shade, 0.75), Layer.FRINGE, _IN_FRONT, (0,))
        for y in (-150, -128, -108, -90):
            ring = [(-20, y + 5, 48), (0, y + 2, 48), (20, y - 9, 48)]
            pen.line(ring, 1.3, fade(gold.dark, 0.85), Layer.FRINGE, _IN_FRONT, detail=0.1)
    pen.line(np.vstack([shape, shape[:1]]), 1.7, gold.line, Layer.FRINGE, _IN_FRONT, (0, 2, 4, 6))
