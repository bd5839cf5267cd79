"""Single locks: those before the ears, and the one hair that stands up."""

from __future__ import annotations

import numpy as np

from pipeline.drawing.geometry import SKULL, Attach, Chain
from pipeline.drawing.hair.kit import HairKit, Sway
from pipeline.drawing.pen import Layer
from pipeline.types.arrays import FloatArray


def face_locks(kit: HairKit, length: float) -> None:
    """Locks on each side of the face that end at ``length`` (down)."""
    t = np.linspace(0, 1, 9)
    broad, slim = (64.0, 13.0, length), (52.0, 7.5, 1 + (length - 1) * 0.84)
    for side in (-1, 1):
        paints = kit.side(side)
        for lon, half, end in () if kit.art.massed else (broad,) if kit.art.locks else (broad, slim):
            run: FloatArray = side * (lon + 6 * t - 7 * np.clip(t - 0.6, 0, 1) ** 2 * 4) + kit.jitter(1.5)
            if kit.art.locks:
                run = run + 2.6 * np.sin(2.2 * np.pi * t + 0.6) * t
            width: FloatArray = half * np.where(t < 0.55, 1.0, 1.0 - np.clip((t - 0.55) / 0.45, 0, 1) ** 2)
            kit.skull_lock(run, np.linspace(0.15, end, 9), width, paints, Layer.SIDE_HAIR, out=1.0,
                           sway=Sway(rate=2.2, hang=0.6, start=0.45))  # fmt: skip
        low = -8 + (length - 1) * 150
        if kit.art.massed:
            _cheek_lock(kit, side, min(low * 0.97, 0.45 * low + 78) + kit.jitter(5), 12.5, -1.0)
        elif kit.art.locks:
            _cheek_lock(kit, side, min(low * 0.97, 0.45 * low + 78) + kit.jitter(5), 9.5, 0.0)
            _cheek_lock(kit, side, min(low * 0.72, 0.3 * low + 62) + kit.jitter(5), 5.0, -7.5)


_CLOSE = 9.0
"""How much farther in they begin where hair lies close, design units."""


def _cheek_lock(kit: HairKit, side: int, low: float, half: float, inward: float) -> None:
    """A lock over the cheek's edge down to y = ``low``, which narrows the face; it bends in at its end.

    Args:
        half: half its width. inward: how far its middle is moved out (negative: toward the face), design units.
    """
    t = np.linspace(0, 1, 10)
    y = -66 + (low + 66) * t
    x = np.interp(y, [-70, -30, 20, 60, 110, 170, 260], [66, 82, 84, 80, 75, 75, 80]) * kit.out / 1.09 + (
        5.0 if kit.art.soft else 0.0
    )
    bend = 2.5 + (np.clip(low - 60, 0, 160) / 40 if kit.art.massed else 0.0)
    x -= _CLOSE if kit.sleek else 0.0
    x += inward * np.clip(t * 2, 0, 1) - 9 * np.clip((t - 0.62) / 0.38, 0, 1) ** 2 + bend * np.sin(2.4 * np.pi * t)
    z = np.interp(y, [-70, 20, 90, 200], [50, 44, 46, 46])
    width = half * np.interp(t, [0, 0.3, 0.62, 0.85, 1], [0.5, 0.9, 1.0, 0.55, 0])
    if kit.art.massed:
        width = half * np.interp(t, [0, 0.25, 0.5, 0.72, 0.88, 1], [0.4, 0.9, 1.0, 0.72, 0.34, 0])
    left = np.column_stack([side * x - width, y, z])
    right = np.column_stack([side * x + width, y, z])
    kit.lock(left, right, kit.side(side), Layer.SIDE_HAIR, SKULL, Sway(rate=2.4, hang=0.6, start=0.4),
             casts=True, shade=0.40, strands=2 if half > 7 and not kit.art.massed else 0,
             ink=0.8 if kit.art.massed else 1.15)  # fmt: skip


def draw_ahoge(kit: HairKit) -> None:
    """The one hair that stands up."""
    points = _AHOGE if kit.art.massed else _BROAD_AHOGE
    chain = kit.pen.chain(Chain((0, -130, 14), (38, -170, 10), rate=3.0, damping=0.15, hang=0.0))
    attach = Attach(turn=0.6, chain=chain)
    paints = kit.side(-1)
    if kit.art.massed:
        paints = kit.fringe(0)
        kit.pen.fill(points, kit.tone_at(paints.fill, np.array([0.0, -120.0, 0.0])), Layer.HAIR_LIGHT, attach, (4,))
        edge = points[1:-1]
        kit.pen.line(edge, [0.1, 0.8, 0.8, 0.35, 0.7, 0.8, 0.1], paints.ink, Layer.HAIR_LIGHT, attach, (3,))
        return
    kit.pen.fill(points, paints.fill, Layer.HAIR_LIGHT, attach, (3,))
    kit.pen.line(points, [0.5, 1.0, 1.0, 0.3, 0.8, 1.0, 0.5], paints.line, Layer.HAIR_LIGHT, attach, (3,))


_BROAD_AHOGE = np.array(
    [(-8, -130, 14), (-5, -156, 12), (14, -176, 10), (42, -170, 10), (24, -164, 10), (10, -150, 12), (9, -130, 14)],
    float,
)
_AHOGE = np.array(
    [
        (-1, -118, 14), (-5, -136, 14), (-7, -158, 12), (10, -178, 10), (40, -172, 10), (16, -167, 10), (5, -154, 12),
        (4, -136, 14), (3, -118, 14),
    ],
    float,
)  # fmt: skip
