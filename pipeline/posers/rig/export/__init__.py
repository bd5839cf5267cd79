"""A spec becomes a puppet: everything that draws and moves a character, as JSON that a browser plays.

Nothing of the rig is written down twice: what moves is traced (see ``pipeline.tape``), what is drawn is read off the
finished drawing. docs/puppet.md describes the format; ``studio/static/puppet.js`` plays it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, Final

import numpy as np

from pipeline.drawing.geometry import FrozenMesh
from pipeline.drawing.pen import Pen
from pipeline.drawing.tones import Tones
from pipeline.posers.rig.character import DrawnCharacter, draw_character
from pipeline.posers.rig.emanata.overlay import COMES_SECONDS
from pipeline.posers.rig.emanata.raised import HandSign
from pipeline.posers.rig.emanata.show import EMANATA
from pipeline.posers.rig.emanata.sign import SignSheet
from pipeline.posers.rig.export.columns import DEPTH, DIGITS, SHARE, UNIT, differences
from pipeline.posers.rig.export.marks import packed_marks
from pipeline.posers.rig.export.mesh import packed_mesh
from pipeline.posers.rig.export.programs import (
    ACTED,
    PLACE,
    STANCE,
    Attachment,
    MoveProgram,
    face_program,
    light_program,
    place_program,
    point_program,
    sign_program,
    view_program,
)
from pipeline.posers.rig.framing import MARGIN, fitted
from pipeline.posers.rig.grade import BLOOM, NEUTRAL
from pipeline.posers.rig.physics import FARTHEST_WEIGHT, STEP, Physics
from pipeline.tape.program import packed_runs
from pipeline.types import POSE_NAMES, Framing
from pipeline.types.arrays import BoolArray, FloatArray
from pipeline.types.frames import FRAMINGS
from pipeline.types.spec import Finish, RigSpec

FORMAT: Final = "animemoji.puppet"
VERSION: Final = 3
"""Raised when a player of the version before could no longer play what is made."""


def make_puppet(spec: RigSpec) -> dict[str, Any]:
    """The puppet of a drawn character, as JSON. It takes about half a second of CPU."""
    drawn = draw_character(spec)
    kinds = _Kinds(drawn)
    face = face_program(drawn)
    signs = {name: _sign(name, drawn, spec, kinds) for name in EMANATA}
    mesh = drawn.drawing.mesh
    dials = list(dict.fromkeys([*drawn.drawing.dials, *face.dials]))
    physics = Physics(mesh.chains, drawn.figure.head_scale, drawn.figure.art.turn)
    return {
        "format": FORMAT,
        "version": VERSION,
        "edition": spec.edition.value,
        "pose": list(POSE_NAMES),
        "stance": list(STANCE),
        "view": {
            "program": view_program().packed(DIGITS),
            "framings": {name: _framing(fitted(framing, drawn)) for name, framing in FRAMINGS.items()},
            "margin": MARGIN,
        },
        "place": {"inputs": list(PLACE), "program": place_program().packed(DIGITS)},
        "dials": dials,
        "face": {"acted": ACTED, **_packed_moves(face, dials)},
        "mesh": _packed_mesh(mesh, face, kinds),
        **packed_marks(drawn.drawing, dials),
        "physics": _packed_physics(physics, kinds),
        "grade": _grade(spec, drawn),
        "comes": COMES_SECONDS,
        "signs": signs,
        "kinds": kinds.packed(),
    }


class _Kinds:
    """The programs that deform a character's points, one for each kind that there is."""

    def __init__(self, drawn: DrawnCharacter) -> None:
        self._head_scale, self._most = drawn.figure.head_scale, drawn.figure.art.turn
        self._numbers: dict[Attachment, int] = {}

    def of(self, head: FloatArray, turn: FloatArray, wrap: BoolArray) -> list[int]:
        """The number of each point's program [N]."""
        return [self._numbers.setdefault(kind, len(self._numbers)) for kind in Attachment.of(head, turn, wrap)]

    def packed(self) -> list[dict[str, Any]]:
        """The programs in the order of their numbers; take it last, when all points have been asked for."""
        return [point_program(kind, self._head_scale, self._most).packed(DIGITS) for kind in self._numbers]


def _packed_moves(moves: MoveProgram, dials: Sequence[str]) -> dict[str, Any]:
    return {
        "program": moves.program.packed(DIGITS),
        "coordinates": packed_runs(moves.coordinates),
        "dials": [dials.index(name) for name in moves.dials],
    }


def _sign(name: str, drawn: DrawnCharacter, spec: RigSpec, kinds: _Kinds) -> dict[str, Any]:
    """A sign's own small drawing; its dials are numbered by its own list, which may name one of the character's."""
    seconds, make = EMANATA[name]
    pen = Pen()
    sign = make(SignSheet(pen, drawn.figure, Tones.of(spec), sleeve=drawn.sleeve))
    drawing = pen.finish()
    moves = sign_program(sign, drawing.mesh.rest)
    return {
        "period": seconds,
        **({"flip": int(sign.flip)} if isinstance(sign, HandSign) else {}),
        "dials": list(moves.dials),
        "moves": _packed_moves(moves, moves.dials),
        "mesh": _packed_mesh(drawing.mesh, moves, kinds),
        **packed_marks(drawing, moves.dials),
    }


def _packed_mesh(mesh: FrozenMesh, moves: MoveProgram, kinds: _Kinds) -> dict[str, Any]:
    return packed_mesh(mesh, moves.coordinates, kinds.of(mesh.head, mesh.turn, mesh.wrap))


def _packed_physics(physics: Physics, kinds: _Kinds) -> dict[str, Any]:
    count = physics.count
    ends = np.concatenate([physics.anchors[:count], physics.anchors[2 * count :]])
    head, turn = physics.head[:count], physics.turn[:count]
    return {
        "count": count,
        "step": STEP,
        "farthest": FARTHEST_WEIGHT,
        "x": differences(ends[:, 0], UNIT),
        "y": differences(ends[:, 1], UNIT),
        "z": differences(ends[:, 2], DEPTH),
        "head": differences(head, SHARE),
        "turn": differences(turn, SHARE),
        "kind": differences(kinds.of(head, turn, np.zeros(count, np.bool_))),
        "hang": _rounded(physics.hang),
        "omega": _rounded(physics.omega),
        "damping": _rounded(physics.damping),
    }


def _rounded(values: FloatArray) -> list[float]:
    return [float(f"{value:.9g}") for value in values.ravel()]


def _framing(framing: Framing) -> list[float]:
    return [framing.x, framing.y, framing.side]


def _grade(spec: RigSpec, drawn: DrawnCharacter) -> dict[str, Any] | None:
    """How finished pixels are graded; None for a pencil sketch, which is not."""
    if spec.finish is Finish.SKETCH:
        return None
    bloom = {"bloom": asdict(BLOOM)} if spec.finish is Finish.SOFT else {}
    return {"neutral": NEUTRAL, "light": light_program(drawn.figure.art.cool_reach).packed(DIGITS), **bloom}
