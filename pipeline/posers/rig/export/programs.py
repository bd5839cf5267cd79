"""What moves a drawn character, as programs: the rig's own code, traced."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Final, NamedTuple, cast

import numpy as np

from pipeline.posers.place import carried
from pipeline.posers.rig.character import DrawnCharacter
from pipeline.posers.rig.deform import Deformer, Stance
from pipeline.posers.rig.emanata.raised import HandSign
from pipeline.posers.rig.emanata.sign import Sign
from pipeline.posers.rig.framing import Placement
from pipeline.posers.rig.grade import light
from pipeline.tape import Program, Tape, Traced
from pipeline.types import POSE_NAMES, Framing, Poses
from pipeline.types.arrays import BoolArray, FloatArray, IndexArray

STANCE: Final = tuple(field.name for field in fields(Stance))
ACTED: Final = "acted"
PLACE: Final = ("right", "down", "nearer")
"""A row of ``PoseTrack.places``."""


@dataclass(frozen=True)
class MoveProgram:
    """A program that moves some of a mesh's points and sets dials.

    Attributes:
        program: its results are first the coordinates that move, then the dials, then (of a face) the stance.
        coordinates: int [M], where the first results belong: all x of the mesh, then all y, then all z.
        dials: the names of those that follow.
    """

    program: Program
    coordinates: IndexArray
    dials: tuple[str, ...]


def face_program(drawn: DrawnCharacter) -> MoveProgram:
    """Pose and ``acted`` (see ``RestFace.under``) become the face's points, its dials and the stance."""
    tape = Tape()
    pose = Traced.inputs(tape, POSE_NAMES)
    (acted,) = Traced.inputs(tape, [ACTED])
    state = drawn.rest_face.under(cast(Poses, pose), acted=acted)
    before = Traced.of(tape, drawn.drawing.mesh.rest)
    rest, dials = before.copy(), dict[str, float]()
    for mover in drawn.movers:
        mover.move(state, cast(FloatArray, rest), dials)
    stance = [getattr(state.stance, name) for name in STANCE]
    return _moves(tape, before, rest, dials, stance)


def sign_program(sign: Sign, rest: FloatArray) -> MoveProgram:
    """Phase and level of a sign (see ``Sign.show``) become its points and dials; ``rest`` [N, 3] are those at rest.

    A hand's has the input ``flip``, too: a left one's and a right one's are the same, which a compressed file has once.
    """
    tape = Tape()
    phase, level = Traced.inputs(tape, ["phase", "level"])
    before = Traced.of(tape, rest)
    placed, dials = before.copy(), dict[str, float]()
    if isinstance(sign, HandSign):
        (flip,) = Traced.inputs(tape, ["flip"])
        sign.show_flipped(cast(FloatArray, placed), dials, phase, level, flip)
        name, opacity = sign.hanging(level)
        dials[name] = opacity
    else:
        sign.show(cast(FloatArray, placed), dials, phase, level)
    return _moves(tape, before, placed, dials, ())


def _moves(tape: Tape, before: Traced, after: Traced, dials: Mapping[str, float], more: Iterable[float]) -> MoveProgram:
    moved = np.flatnonzero((after.slots != before.slots).T)
    rest = [Traced.of(tape, value).slots for value in (*dials.values(), *more)]
    slots = np.concatenate([after.slots.T.ravel()[moved], np.array(rest, np.intp)])
    return MoveProgram(tape.program(slots), moved, tuple(dials))


class Attachment(NamedTuple):
    """What kind of point a deforming program is for: how it follows the head (None: each in its own way)."""

    head: float | None
    turn: float | None
    wrap: bool

    @classmethod
    def of(cls, head: FloatArray, turn: FloatArray, wrap: BoolArray) -> list[Attachment]:
        """The kind of each point [N]."""

        def usual(value: float) -> float | None:
            return value if value in {0.0, 1.0} else None

        rows = zip(head.tolist(), turn.tolist(), wrap.tolist(), strict=True)
        return [cls(usual(head), usual(turn), wrap) for head, turn, wrap in rows]


def point_program(kind: Attachment, head_scale: float, most: float) -> Program:
    """A point at rest (x, y, z), its head and turn and the stance become its place (x, y); see ``Deformer``."""
    tape = Tape()
    point = Traced.inputs(tape, ["x", "y", "z"])
    head, turn = (
        Traced.inputs(tape, [name]) if value is None else np.array([value])
        for name, value in (("head", kind.head), ("turn", kind.turn))
    )
    deform = Deformer(head, turn, np.array([kind.wrap]), head_scale, most)
    flat = deform(point[None, :], Stance(*Traced.inputs(tape, STANCE)))
    return tape.program(Traced.of(tape, flat).ravel().slots)


def place_program() -> Program:
    """A place (x, y) on the picture and where the head is become another place; see ``carried``."""
    tape = Tape()
    flat = carried(Traced.inputs(tape, ["x", "y"])[None, :], Traced.inputs(tape, PLACE))
    return tape.program(Traced.of(tape, flat).ravel().slots)


def view_program() -> Program:
    """A framing (x, y, side) and a size become scale, shift (x, y) and line scale; see ``Placement``."""
    tape = Tape()
    x, y, side, size = Traced.inputs(tape, ["x", "y", "side", "size"])
    place = Placement.of(Framing(x, y, side), size)
    return tape.program(Traced.of(tape, [place.scale, *place.shift, place.line_scale]).slots)


def light_program(reach: float) -> Program:
    """A place (x, y) in design units becomes the factors of red, green and blue there; see ``grade.light``."""
    tape = Tape()
    x, y = Traced.inputs(tape, ["x", "y"])
    return tape.program(Traced.of(tape, light(x, y, reach)).ravel().slots)
