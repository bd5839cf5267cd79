"""Snouts of mascots: broad ones of another colour than the fur, and nostrils."""

from __future__ import annotations

import numpy as np

from pipeline.drawing.animals.kit import AnimalKit
from pipeline.drawing.palette import Colour, fade, mix
from pipeline.drawing.pen import Layer


def snout(kit: AnimalKit, half: float, top: float, bottom: float, paint: Colour, apart: float, size: float) -> None:
    """A broad, bare front of the face, within which the mouth opens.

    Args:
        half: half its width. top, bottom: its y in the middle, design units. apart: x of its nostrils, whose half width
            is ``size``.
    """
    middle, high = (top + bottom) / 2, (bottom - top) / 2
    around = np.linspace(0, 2 * np.pi, 20, endpoint=False)
    # A squircle: broader than an oval, without its points.
    x, y = np.sin(around), -np.cos(around)
    oval = np.column_stack([half * np.sign(x) * np.abs(x) ** 0.8, middle + high * np.sign(y) * np.abs(y) ** 0.85])
    whole = kit.patch(oval, paint, lift=7)
    with kit.pen.clipped(whole):
        low = oval - np.array([0.0, 0.24 * high])
        kit.patch(np.vstack([oval[3:18], low[3:18][::-1]]), mix(paint, kit.fur.line, 0.16), lift=7)
    ring = kit.figure.on_face(np.vstack([oval, oval[:1]]), 8)
    kit.pen.line(ring, 1.3, fade(mix(paint, kit.fur.line, 0.6), 0.8), Layer.FACE_TONE)
    nostrils(kit, top + 0.42 * high, apart, size)


def nostrils(kit: AnimalKit, y: float, apart: float, size: float) -> None:
    """Two nostrils that lean outward."""
    for sign in (-1, 1):
        x = sign * apart
        shape = [(x - sign * size * 0.7, y + size * 0.2), (x, y - size * 0.7), (x + sign * size, y - size * 0.2),
                 (x + sign * size * 0.3, y + size * 0.6)]  # fmt: skip
        kit.patch(shape, mix(kit.tones.mouth_line, kit.fur.line, 0.5), lift=13, layer=Layer.FEATURES, detail=0.12)
