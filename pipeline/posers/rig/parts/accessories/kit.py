"""What accessories are drawn with."""

from __future__ import annotations

import random

from pipeline.posers.rig.drawing import Pen
from pipeline.posers.rig.figure import Figure
from pipeline.posers.rig.parts.hair.kit import HairKit
from pipeline.posers.rig.tones import Tones
from pipeline.types.spec import RigSpec


class AccessoryKit:
    """Everything that an accessory needs to draw itself. ``hair`` has the hair's paints (animal ears) and thickness."""

    def __init__(self, pen: Pen, figure: Figure, spec: RigSpec, tones: Tones, hair: HairKit) -> None:
        self.pen, self.figure, self.spec, self.tones, self.hair = pen, figure, spec, tones, hair
        self.rng = random.Random(spec.seed * 15485863 + 3)
