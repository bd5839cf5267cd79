"""How close a student comes to its teacher, where it is hardest: what benchmarks/students.py prints of each."""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass
from typing import Any, Final

import cv2
import numpy as np

from pipeline.posers.student.figures import judge
from pipeline.posers.student.kernels import FACE_NUMBERS, TURN_NUMBERS
from pipeline.posers.student.model import Student, premultiplied
from pipeline.posers.student.paint import Painter
from pipeline.posers.student.teacher import FACE_LEFT, FACE_TOP, Teacher
from pipeline.types import (
    POSE_HIGH,
    POSE_LOW,
    POSE_PARAMETERS,
    POSE_SIZE,
    Frames,
    Judgement,
    Poses,
    make_pose,
    neutral_poses,
)
from pipeline.types.arrays import BoolArray

CORNERS: Final = 24
PAIRS: Final = 200
LIDS: Final[tuple[dict[str, float], ...]] = (
    {"eye_wink": 1.0},
    {"eye_happy_wink": 1.0},
    {"eye_wink_left": 1.0},
    {"eye_wink": 0.5},
    {"eye_happy_wink": 0.5},
    {"eye_relaxed": 1.0},
)
BROWS: Final[tuple[dict[str, float], ...]] = (
    {},
    {"eyebrow_raised": 1.0},
    {"eyebrow_lowered": 1.0},
    {"eyebrow_happy": 1.0},
    {"eyebrow_troubled": 1.0},
    {"eyebrow_angry": 1.0},
    {"eyebrow_serious": 1.0},
    {"eyebrow_raised": 0.8, "eyebrow_troubled": 0.6},
    {"eyebrow_lowered": 0.8, "eyebrow_angry": 0.6},
    {"eyebrow_raised": 0.7, "eyebrow_happy": 0.7},
)
"""The last ones are far from all that a student is sure to learn from."""
BY_LOT: Final = 64
_LID_KINDS: Final = ("eye_wink", "eye_happy_wink", "eye_relaxed")
_BROW_KINDS: Final = tuple(dict.fromkeys(each.base for each in POSE_PARAMETERS if each.base.startswith("eyebrow")))
_SOLID: Final = 128
"""Alpha from which on a pixel counts as the figure's."""
_RUNS: Final = 20
_LOW: Final = 27.0
"""dB of the figure that no single frame should fall below."""


@dataclass(frozen=True)
class Closeness:
    """What is measured of a student.

    Attributes:
        people: in poses of people.
        corners: in poses in which every turning number is at an end of its range, or near it.
        low: how many of all those frames have a figure below 27 dB.
        lids: the least share of the teacher's change that is made as eyes close, with brows at rest.
        lids_under_brows: the same under brows that do all they can; most of those of one kind are among the samples.
        lids_by_lot: the same for closings and brows by lot, none of which is a sample.
        alone, pairs: the least overlap (intersection over union) of its figure with the teacher's, with each of the 45
            numbers alone at its ends, and with two of them; None where that was not asked for.
        milliseconds: of one thread for a frame of 512 px by itself.
    """

    people: Judgement
    corners: Judgement
    low: int
    lids: float
    lids_under_brows: float
    lids_by_lot: float
    alone: float | None
    pairs: float | None
    milliseconds: float

    def to_json(self) -> dict[str, Any]:
        """A JSON object."""
        return asdict(self)


@dataclass(frozen=True, eq=False)
class Truth:
    """What the teacher of a picture answers to all questions that its students are measured by.

    Attributes:
        people, corners: poses [N, 45] with its pictures, premultiplied uint8 [N, 512, 512, 4].
        lids: for each of ``BROWS`` its face's square, with open eyes and then with each of ``LIDS``; premultiplied.
        by_lot: the same for ``lids_by_lot``.
        outlines: poses alone and in pairs with where its figure is, bool [N, 512, 512]; nothing where not asked for.
    """

    people: tuple[Poses, Frames]
    corners: tuple[Poses, Frames]
    lids: list[tuple[Poses, Frames]]
    by_lot: list[tuple[Poses, Frames]]
    outlines: list[tuple[Poses, BoolArray]]


def ask(teacher: Teacher, people: Poses, outlines: bool) -> Truth:
    """Asks the teacher for some hundred poses, and for two hundred and fifty more where ``outlines`` are compared."""
    corners = corner_poses(people)
    lids = [np.stack([make_pose(**brows), *(make_pose(**brows, **lids) for lids in LIDS)]) for brows in BROWS]
    return Truth(
        people=(people, whole(teacher, people)),
        corners=(corners, whole(teacher, corners)),
        lids=[(poses, premultiplied(teacher.faces(poses))) for poses in lids],
        by_lot=[(poses, premultiplied(teacher.faces(poses))) for poses in lids_by_lot()],
        outlines=[(poses, solid(whole(teacher, poses))) for poses in (alone(), pairs())] if outlines else [],
    )


def measure(student: Student, truth: Truth) -> Closeness:
    """Compares a student with its teacher."""
    painter = Painter(student)
    frames = [(painter.paint(poses, 512), theirs) for poses, theirs in (truth.people, truth.corners)]
    people, corners = (judge(ours, theirs, student.face_box) for ours, theirs in frames)
    figures = [_figure(*each, student) for ours, theirs in frames for each in zip(ours, theirs, strict=True)]
    shares, by_lot = closures(student, truth.lids), closures(student, truth.by_lot)
    overlaps = [least_overlap(painter, *each) for each in truth.outlines]
    return Closeness(
        people=people,
        corners=corners,
        low=sum(figure < _LOW for figure in figures),
        lids=min(shares[0]),
        lids_under_brows=min(map(min, shares[1:])),
        lids_by_lot=min(min(each) for each in by_lot if each),
        alone=overlaps[0] if overlaps else None,
        pairs=overlaps[1] if overlaps else None,
        milliseconds=_cost(painter, truth.people[0]),
    )


def whole(teacher: Teacher, poses: Poses) -> Frames:
    """The teacher's pictures of whole poses [N, 45]: premultiplied uint8 [N, 512, 512, 4]."""
    return premultiplied(teacher.figures(teacher.faces(poses), np.ascontiguousarray(poses[:, FACE_NUMBERS:]))[0])


def _figure(ours: Frames, theirs: Frames, student: Student) -> float:
    return judge(ours[None], theirs[None], student.face_box).psnr.figure


def corner_poses(people: Poses) -> Poses:
    """Faces of these poses, turned to corners of the range that are chosen by lot, or nearly as far: [24, 45]."""
    dice = np.random.default_rng(11)
    poses: Poses = people[dice.integers(len(people), size=CORNERS)].copy()
    ends = np.where(dice.integers(0, 2, (CORNERS, TURN_NUMBERS)), POSE_HIGH[FACE_NUMBERS:], POSE_LOW[FACE_NUMBERS:])
    far = dice.uniform(0.8, 1.0, (CORNERS, TURN_NUMBERS))
    far[::2] = 1
    poses[:, FACE_NUMBERS:] = ends * far
    return poses


def alone() -> Poses:
    """Each number alone at each end of its range: [N, 45]."""
    ends = [(index, end) for index in range(POSE_SIZE) for end in (POSE_LOW[index], POSE_HIGH[index]) if end]
    poses = neutral_poses(len(ends))
    for pose, (index, end) in zip(poses, ends, strict=True):
        pose[index] = end
    return poses


def pairs() -> Poses:
    """Two numbers at an end of their range each, by lot: [200, 45]."""
    dice = np.random.default_rng(7)
    poses = neutral_poses(PAIRS)
    for pose in poses:
        for index in dice.choice(POSE_SIZE, 2, replace=False):
            pose[index] = POSE_LOW[index] if dice.random() < 0.5 and POSE_LOW[index] < 0 else POSE_HIGH[index]
    return poses


def lids_by_lot() -> list[Poses]:
    """One eye or both closed at least by half under one or two kinds of brows that do much; 64 times open eyes and then
    closed ones [2, 45].
    """
    dice = np.random.default_rng(1234)
    pairs = []
    for _ in range(BY_LOT):
        kinds = dice.choice(_BROW_KINDS, 1 + dice.integers(2), replace=False)
        brows = {str(kind): float(dice.uniform(0.6, 1)) for kind in kinds}
        side = ("", "", "_left", "_right")[dice.integers(4)]
        lids = {f"{dice.choice(_LID_KINDS)}{side}": float(dice.uniform(0.5, 1))}
        pairs.append(np.stack([make_pose(**brows), make_pose(**brows, **lids)]))
    return pairs


def closures(student: Student, groups: list[tuple[Poses, Frames]]) -> list[list[float]]:
    """For each group of poses, the first of which has open eyes, and each other one, the share of the teacher's change
    that the student makes, by least squares: 1 is all of it. What the teacher does not change at all is left out.
    """
    box, painter = student.face_box, Painter(student)
    rows = slice(box.top - FACE_TOP, box.top - FACE_TOP + box.height)
    columns = slice(box.left - FACE_LEFT, box.left - FACE_LEFT + box.width)
    shares = []
    for poses, faces in groups:
        theirs = faces[:, rows, columns].astype(np.float64)
        changes, made = theirs[1:] - theirs[0], painter.faces(poses[1:]) - theirs[0]
        squares = (changes**2).sum((1, 2, 3))
        shown = squares > 0
        parts = (made * changes).sum((1, 2, 3))[shown] / squares[shown]
        shares.append([float(part) for part in parts])
    return shares


def least_overlap(painter: Painter, poses: Poses, theirs: BoolArray) -> float:
    """The least overlap (intersection over union) of the student's figure with the teacher's, bool [N, 512, 512]."""
    overlaps = []
    for pose, their in zip(poses, theirs, strict=True):
        our = solid(painter.paint(pose[None], 512))[0]
        overlaps.append(float((our & their).sum() / (our | their).sum()))
    return min(overlaps)


def solid(pictures: Frames) -> BoolArray:
    """Where the figure is."""
    mask: BoolArray = pictures[..., 3] > _SOLID
    return mask


def _cost(painter: Painter, poses: Poses) -> float:
    """The least of twenty runs: what a frame takes when nothing else disturbs."""
    threads = cv2.getNumThreads()
    cv2.setNumThreads(1)
    try:
        seconds = []
        for pose in np.resize(poses, (_RUNS, POSE_SIZE)):
            began = time.process_time()
            painter.paint(pose[None], 512)
            seconds.append(time.process_time() - began)
    finally:
        cv2.setNumThreads(threads)
    return 1000 * min(seconds)
