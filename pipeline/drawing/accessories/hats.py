"""What sits on top of the head."""

from __future__ import annotations

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.figure import SKULL_TOP, SKULL_X, SKULL_Y
from pipeline.drawing.geometry import Attach
from pipeline.types.arrays import FloatArray

HAT = Attach(turn=0.35)
"""A hat turns less than the face below it."""


def arch(kit: AccessoryKit, lift: float, half: float, count: int = 15) -> FloatArray:
    """The dome's outline at ``lift`` units over the hair, ``half`` degrees to both sides of the top, [count, 2]."""
    angle = np.radians(np.linspace(-half, half, count))
    out = kit.hair.out + lift / 128
    return np.column_stack([SKULL_X * out * np.sin(angle), SKULL_TOP - SKULL_Y * out * np.cos(angle)])
