"""What signs of comics are: stamps on a sheet, shown for every frame."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from pipeline.drawing.figure import Figure
from pipeline.drawing.geometry import Attach
from pipeline.drawing.outfits.patterns import SleeveCloth
from pipeline.drawing.pen import Pen
from pipeline.drawing.tones import Tones
from pipeline.posers.rig.emanata.art import FLOATING, Art, Stamp
from pipeline.types.arrays import FloatArray


@dataclass(frozen=True)
class SignSheet:
    """What a sign is drawn on.

    Attributes:
        close: whether the picture shows a face alone, so that a hand is seen without its arm, right beside the face.
        sleeve: what a raised arm wears; None for the outfit's colour.
    """

    pen: Pen
    figure: Figure
    tones: Tones
    close: bool = False
    sleeve: SleeveCloth | None = None

    def stamps(
        self,
        name: str,
        shape: Art,
        count: int,
        attach: Attach = FLOATING,
        size: float = 1.0,
        girth: float = 1.0,
    ) -> list[Stamp]:
        """``count`` stamps of one shape, each under a dial of its own; those beside the head are told from the
        hair, and are larger on a figure that is seen small.
        """
        ground = None
        if attach is FLOATING:
            ground, size = self.tones.hair.base, size * self.figure.caricature.signs
        made = [Stamp(self.pen, f"{name}.{index}", attach, size, girth, ground) for index in range(count)]
        for stamp in made:
            shape(stamp)
        return made


class Sign(Protocol):
    """A sign that a page carries; ``show`` is called for every frame in which it is seen."""

    def show(self, rest: FloatArray, dials: dict[str, float], phase: float, level: float) -> None:
        """Places its stamps. ``phase`` counts periods from 0 on; ``level`` 0..1 is how far it has come."""
        ...
