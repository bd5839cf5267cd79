"""A picture becomes a *preview* within seconds: what a page shows until there is a student, and what has none.

The teacher is asked for few faces and turned figures. The face is blended of what it answered (``sprites``) rather than
learnt, so that lids close and mouths open however few there are. The figure is bent by the flow of a small student, and
what a warp cannot show is left out: so few samples would make a halo of it, for .2 dB of the figure.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from pipeline.posers.spots import is_visible
from pipeline.posers.student import design
from pipeline.posers.student.errors import NoMovingFaceError
from pipeline.posers.student.file import student_bytes
from pipeline.posers.student.fit import Search, fit_field
from pipeline.posers.student.kernels import FACE_NUMBERS, TURN_NUMBERS, KernelKind
from pipeline.posers.student.lesson import face_box, figure_box, flow_and_rest, moved, reached
from pipeline.posers.student.metric import flow_metric
from pipeline.posers.student.model import Box, Field, Student, picture_key, premultiplied
from pipeline.posers.student.recipe import Ranks
from pipeline.posers.student.sprites import asked_pose, sprites
from pipeline.posers.student.teacher import FACE_LEFT, FACE_SIZE, FACE_TOP, Teacher
from pipeline.types import Frames, Poses, Side, make_pose
from pipeline.types.arrays import Float32Array

TURNS: Final = 48
"""Turned figures that are asked for: the extremes, and some of the examples'."""
_SEED: Final = 0
_LEAST_MOVED: Final = 24
"""Pixels that have to move when an eye shuts or the mouth opens."""
_SEARCH: Final = Search((6.0, 7.0, 5.0, 10.0, 5.0, 30.0, 13.0, 4.0), (1e-5,))
_RANKS: Final = Ranks(len(sprites()), 20, 1)


def bake(picture: Frames, examples: Poses, teacher: Teacher) -> bytes:
    """The preview of an aligned picture, uint8 [512, 512, 4] with straight alpha, as a student's file.

    Args:
        examples: poses [N, 45] such as the character will be asked for.

    Raises:
        NoMovingFaceError: there is no face that moves.
    """
    return student_bytes(baked(picture, examples, teacher), _RANKS)


def baked(picture: Frames, examples: Poses, teacher: Teacher) -> Student:
    """The same as a value, which nobody has judged."""
    source = premultiplied(picture)
    face, face_at, still = _face(teacher)
    turns = design.turns(TURNS, examples, _SEED)
    worn = np.repeat(still[None], TURNS, 0)
    pictures, flows = teacher.figures(worn, turns)
    box = figure_box(pictures)
    flow = flow_and_rest(pictures, flows, worn, source, box)[0].astype(np.float32)
    metric = flow_metric(source, [flow], box)
    where = reached(is_visible(pictures).any(0), box)
    warp = metric.undone(
        fit_field(turns, lambda: [metric.of(flow)], where, KernelKind.TURN, _RANKS.flow, _SEARCH).field
    )
    return Student(picture_key(picture), source, face, warp, _nothing(box), face_at, box)


def _nothing(box: Box) -> Field:
    """A rest that is nowhere anything."""
    return Field(
        kind=KernelKind.TURN,
        scales=(1.0,) * KernelKind.TURN.scale_count,
        centres=np.zeros((1, TURN_NUMBERS), np.float32),
        weights=np.zeros((1, 1), np.float32),
        mean=np.zeros(4, np.float32),
        basis=np.zeros((1, 4), np.float32),
        kept=np.arange(4, dtype=np.int32),
        shape=(box.half.height, box.half.width, 4),
    )


def _face(teacher: Teacher) -> tuple[Field, Box, Frames]:
    """The blended face, the box in which it moves, and the face at rest, uint8 [192, 192, 4] with straight alpha."""
    still, left, right, spoken = teacher.faces(
        np.stack([make_pose(), make_pose(eye_wink_left=1.0), make_pose(eye_wink_right=1.0), make_pose(mouth_aaa=1.0)])
    )
    if min(int(moved(answer[None], still).sum()) for answer in (left, right, spoken)) < _LEAST_MOVED:
        raise NoMovingFaceError
    eyes = [_column(moved(answer[None], still)) for answer in (left, right)]
    poses = {sprite.asked: asked_pose(sprite) for sprite in sprites()}
    answers = teacher.faces(np.stack(list(poses.values())))
    box = face_box(moved(answers, still) > 0)
    rows = slice(box.top - FACE_TOP, box.top - FACE_TOP + box.height)
    columns = slice(box.left - FACE_LEFT, box.left - FACE_LEFT + box.width)
    rest = _values(still[rows, columns])
    beyond = {asked: _values(answer[rows, columns]) - rest for asked, answer in zip(poses, answers, strict=True)}
    is_left = (np.arange(FACE_SIZE)[columns] > sum(eyes) / 2) == (eyes[0] > eyes[1])
    halves = {Side.LEFT: is_left[:, None], Side.RIGHT: ~is_left[:, None], None: np.ones_like(is_left)[:, None]}
    basis = np.stack([(beyond[sprite.asked] * halves[sprite.side]).ravel() for sprite in sprites()])
    field = Field(
        kind=KernelKind.SPRITES,
        scales=(),
        centres=np.stack([asked_pose(sprite)[:FACE_NUMBERS] for sprite in sprites()]),
        weights=np.eye(len(basis), dtype=np.float32),
        mean=rest.ravel(),
        basis=basis.astype(np.float32),
        kept=np.arange(rest.size, dtype=np.int32),
        shape=(box.height, box.width, 4),
    )
    return field, box, still


def _values(face: Frames) -> Float32Array:
    return premultiplied(face).astype(np.float32)


def _column(counts: npt.NDArray[np.int64]) -> float:
    """The middle of what moved, in columns."""
    return float(np.average(np.arange(counts.shape[1]), weights=counts.sum(0)))
