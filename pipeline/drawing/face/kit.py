"""What features of the face are drawn with."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.drawing.figure import Figure
from pipeline.drawing.pen import Pen
from pipeline.drawing.tones import Tones
from pipeline.types.spec import RigSpec


@dataclass(frozen=True)
class FaceKit:
    """Everything that a feature needs to draw itself: what to draw with, where, who, in which colours."""

    pen: Pen
    figure: Figure
    spec: RigSpec
    tones: Tones
