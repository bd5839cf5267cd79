"""The head of a mascot: fur, ears that feel, and the same eyes, brows and mouth as a person's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import numpy as np

from pipeline.drawing.animals.head import shade_head
from pipeline.drawing.animals.kit import AnimalKit
from pipeline.drawing.figure import Figure
from pipeline.drawing.pen import Layer, Pen
from pipeline.drawing.tones import Tones
from pipeline.parts import COATS
from pipeline.parts.records import Animal
from pipeline.posers.rig.face.brows import Brow
from pipeline.posers.rig.face.eyes import Eye
from pipeline.posers.rig.face.face import draw_blush
from pipeline.posers.rig.face.jaw import Hung
from pipeline.posers.rig.face.mouth import Mouth
from pipeline.posers.rig.state import FaceState, Mover
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Outfit, RigSpec

_NECK: Final = 38.0
_BUILDS: Final = {False: (90.0, 1.40), True: (104.0, 1.46)}
"""Half width of the shoulders and size of the head, in editions without and with round bodies."""
_MOUTH_HEIGHT: Final = 1.22
_ON_BODY: Final = (92, 30, 76, 52)
"""The shadow of the head."""


def with_features(figure: Figure, animal: Animal, spec: RigSpec) -> Figure:
    """A person's proportions with the features of an animal's face."""
    at = animal.features
    x, y = at.eye
    shoulder, head_scale = _BUILDS[figure.art.soft]
    return replace(
        figure,
        eye=(x + 2.2 * spec.eye_spacing, y),
        eye_scale=spec.eye_size * at.eye_scale,
        nose=at.nose,
        mouth=at.mouth,
        mouth_width=at.mouth_width,
        mouth_height=_MOUTH_HEIGHT,
        mascot=True,
        lip=at.lip,
        jagged=at.jagged,
        neck=_NECK,
        shoulder=shoulder,
        head_scale=head_scale,
        crown=1.0,
    )


def draw_animal(
    pen: Pen, figure: Figure, spec: RigSpec, tones: Tones, animal: Animal, body: tuple[int, int]
) -> list[Mover]:
    """Draws the head of a mascot; ``body`` are the curves on which it throws its shadow. Returns what moves it."""
    coat = COATS[spec.coat]
    kit = AnimalKit(pen, figure, spec, tones, tipped=coat.tipped)

    def draw_head() -> int:
        outline = animal.draw_head(kit)
        with pen.clipped(outline):
            coat.draw(kit)
        animal.draw_muzzle(kit)
        shade_head(kit, outline)
        return outline

    head = AnimalHead(pen, draw_head)
    movers: list[Mover] = [head]
    if animal.draw_ear is not None:
        for side, sign in (("right", -1), ("left", 1)):
            first = len(pen.mesh.curves)
            with pen.part("ear"):
                root = animal.draw_ear(kit, sign)
            movers.append(Ear(pen, first, root, side))
    draw_blush(pen, head.curve, figure, spec, tones, animal.features.cheek)
    if not (figure.art.soft and spec.outfit is Outfit.FUR):  # there the body has it
        for curve in body:
            with pen.clipped(curve):
                pen.shadow((head.curve,), _ON_BODY, Layer.OUTFIT_OVER, (4.0, 16.0))
    movers.append(Mouth(pen, figure, spec, tones))
    for side in ("right", "left"):
        movers += [Eye(pen, figure, spec, tones, side), Brow(pen, figure, spec, tones, side)]
    return movers


class AnimalHead(Hung):
    """The head, whose chin the jaw pulls down; ``curve`` is its outline, which ``draw`` returns."""

    def __init__(self, pen: Pen, draw: Callable[[], int]) -> None:
        curves: list[int] = []
        super().__init__(pen, lambda: curves.append(draw()))
        self.curve = curves[0]


class Ear:
    """An ear that feels: it sinks in sorrow and sleep, lies back in anger and rises in surprise."""

    def __init__(self, pen: Pen, first: int, root: tuple[float, float], side: str) -> None:
        """``first``: the first of its curves, which are all those drawn since. ``side``: the character's."""
        self._places, self._rest = pen.mesh.points(first)
        self._root, self._side = root, side
        self._out = 1.0 if side == "left" else -1.0

    def move(self, state: FaceState, rest: FloatArray, dials: dict[str, float]) -> None:
        """See ``Mover``."""
        side = self._side
        troubled, angry, raised = (state.side(f"eyebrow_{name}", side) for name in ("troubled", "angry", "raised"))
        relaxed, surprised = state.side("eye_relaxed", side), state.side("eye_surprised", side)
        sunk = np.minimum(1.0, 0.9 * troubled + 0.8 * angry + 0.5 * relaxed)
        angle = self._out * (0.34 * sunk - 0.10 * np.minimum(1.0, raised + surprised))
        sine, cosine = np.sin(angle), np.cos(angle)
        x, y = self._rest[:, 0] - self._root[0], self._rest[:, 1] - self._root[1]
        moved = np.column_stack(
            [self._root[0] + x * cosine - y * sine, self._root[1] + x * sine + y * cosine, self._rest[:, 2]]
        )
        rest[self._places] = moved
