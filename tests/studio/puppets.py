"""What the rig makes of a pose, frame by frame: what a player of puppets has to make, too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from pipeline.drawing.pen import Pen
from pipeline.drawing.tones import Tones
from pipeline.posers.place import carried
from pipeline.posers.rig.deform import Deformer
from pipeline.posers.rig.emanata.show import EMANATA
from pipeline.posers.rig.emanata.sign import SignSheet
from pipeline.posers.rig.poser import Puppet
from pipeline.types import BUST, RigSpec

Floats = npt.NDArray[np.float64]
FPS = 25


@dataclass(frozen=True)
class Frame:
    """A pose and how it is drawn; ``sign`` is a name, a phase and a level."""

    pose: npt.NDArray[np.float32]
    place: tuple[float, float, float] | None = None
    sign: tuple[str, float, float] | None = None

    def as_json(self) -> dict[str, Any]:
        moment: dict[str, Any] = {"seconds": 1 / FPS, "place": self.place}
        if self.sign is not None:
            name, phase, level = self.sign
            moment["signs"] = [{"name": name, "phase": phase, "level": level}]
        return {"pose": self.pose.tolist(), "moment": moment}


class Rig:
    """The rig itself, step by step."""

    def __init__(self, spec: RigSpec, size: int) -> None:
        self.spec, self.puppet = spec, Puppet(spec, size, BUST)
        self.drawn = self.puppet._drawn
        self._rest = self.drawn.drawing.mesh.rest.copy()

    def frames(self, frames: Sequence[Frame]) -> list[tuple[Floats, dict[str, float]]]:
        """Paths [M, 2] in pixels and dials of every frame."""
        return [self._frame(frame) for frame in frames]

    def _frame(self, frame: Frame) -> tuple[Floats, dict[str, float]]:
        puppet, mesh = self.puppet, self.drawn.drawing.mesh
        state = puppet.face(frame.pose, acted=True)
        dials = dict.fromkeys(self.drawn.drawing.dials, 1.0)
        for mover in self.drawn.movers:
            mover.move(state, self._rest, dials)
        flat = puppet._deform(self._rest, state.stance)
        swing = puppet.physics.advance(state.stance, 1 / FPS)
        reach = mesh.reach[:, None]
        flat += swing[0, mesh.chain] * reach**2 + swing[1, mesh.chain] * reach**3
        return self._outline(mesh, flat, frame), dials

    def sign(self, frame: Frame) -> Floats:
        """The paths [M, 2] of a frame's sign."""
        assert frame.sign is not None
        name, phase, level = frame.sign
        pen, figure = Pen(), self.drawn.figure
        sign = EMANATA[name][1](SignSheet(pen, figure, Tones.of(self.spec), sleeve=self.drawn.sleeve))
        mesh = pen.finish().mesh
        rest = mesh.rest.copy()
        sign.show(rest, {}, phase, level)
        stance = self.puppet.face(frame.pose, acted=True).stance
        flat = Deformer(mesh.head, mesh.turn, mesh.wrap, figure.head_scale, figure.art.turn)(rest, stance)
        return self._outline(mesh, flat, frame)

    def _outline(self, mesh: Any, flat: Floats, frame: Frame) -> Floats:
        puppet = self.puppet
        if frame.place is not None:
            flat = carried(flat, np.array(frame.place))
        path = mesh.outline(flat * puppet._scale + puppet._shift, puppet._line_scale)
        return np.asarray(path, np.float64)
