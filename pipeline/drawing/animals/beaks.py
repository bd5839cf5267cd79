"""Beaks of mascots: the upper half lies above the mouth, which opens below it."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.animals.head import centred
from pipeline.drawing.animals.kit import AnimalKit
from pipeline.drawing.palette import Ramp, mix
from pipeline.drawing.pen import Layer

ORANGE: Final = "#f2a03d"


def beak(kit: AnimalKit, half: float, top: float, bottom: float, colour: str = ORANGE) -> None:
    """A rounded beak with light on it and two nostrils.

    Args:
        half: half its width. top, bottom: its y in the middle, design units. colour: "#rrggbb".
    """
    ramp, high = Ramp.cloth(colour, kit.tones.look), bottom - top
    right = [
        (0, top), (half * 0.34, top + high * 0.10), (half * 0.72, top + high * 0.48), (half, top + high * 0.82),
        (half * 0.82, bottom + high * 0.05), (half * 0.40, bottom - high * 0.04), (0, bottom),
    ]  # fmt: skip
    whole = centred(right)
    kit.patch(whole, ramp.base, lift=13, layer=Layer.FEATURES)
    low = [(0, bottom - high * 0.2), (half * 0.95, top + high * 0.78), (half * 0.82, bottom + high * 0.02),
           (half * 0.40, bottom - high * 0.06), (0, bottom - high * 0.02)]  # fmt: skip
    kit.patch(centred(low), mix(ramp.base, ramp.shade, 0.8), lift=13.5, layer=Layer.FEATURES)
    ring = kit.figure.on_face(np.vstack([whole, whole[:1]]), 14)
    kit.pen.line(ring, 1.5, ramp.line, Layer.FEATURES)
    gleam = [(-half * 0.40, top + high * 0.40), (-half * 0.16, top + high * 0.20), (-half * 0.06, top + high * 0.30),
             (-half * 0.28, top + high * 0.52)]  # fmt: skip
    kit.patch(gleam, (255, 255, 255, 150), lift=15, layer=Layer.FEATURES)
    for sign in (-1, 1):
        x, y = sign * half * 0.20, top + high * 0.44
        nostril = [(x - 1.6, y), (x, y - 2.6), (x + 1.6, y), (x, y + 2.2)]
        kit.patch(nostril, ramp.line, lift=15, layer=Layer.FEATURES, detail=0.12)
