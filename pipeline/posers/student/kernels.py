"""How alike two poses are: the kernels of the regression, shared by fitting and drawing.

All are sums and products of Matérn kernels, so they are positive definite. Distances are exact differences: the usual
shortcut by inner products errs by 1e-3 for near points, which is as large as the ridge.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import Final, Protocol

import numpy as np

from pipeline.posers.student.sprites import sprite_shares
from pipeline.types.arrays import Float32Array, FloatArray

FACE_NUMBERS: Final = 39
"""The first 39 numbers of a pose move the face, the other six turn the figure."""
TURN_NUMBERS: Final = 6
_TURN_SUMS: Final = ((1, 3), (2, 4))
"""head_y and body_y, neck_z and body_z, among the turning numbers."""

_PARTS: Final[Mapping[str, slice]] = {
    "left brow": slice(0, 12, 2),
    "right brow": slice(1, 12, 2),
    "left eye": slice(12, 26, 2),
    "right eye": slice(13, 26, 2),
    "mouth": slice(26, 37),
    "gaze": slice(37, 39),
}
_EYES: Final = ("left eye", "right eye")
_SHUTTING: Final = (0, 1)
"""Wink and happy wink, among the entries of an eye."""
_NARROWING: Final = (0, 1, 3, 4)
"""With them relaxed and unimpressed."""
_LIDS: Final[Mapping[int, float]] = {0: 1.0, 1: 1.0, 3: 0.9, 4: 0.5}
"""How far each of them shuts an eye, as the teacher sees it that turns the head."""
_IRIS_SMALL: Final = 6
_LOOKS: Final = 5
"""Numbers of ``looks``."""
_SHUT: Final = 1.2
"""Sum of what narrows an eye from which on nothing more of it closes."""
_NEIGHBOURS: Final = {
    ("left brow", "left eye"): 0.1,
    ("right brow", "right eye"): 0.1,
    ("left eye", "gaze"): 1.0,
    ("right eye", "gaze"): 1.0,
}
"""Parts that meet in the picture, and how much what they do together weighs; a part alone weighs 1."""
_WHOLE_FACE_SCALE: Final = 2.0
"""How much longer the scale of the kernel over everything is than the mean of the others."""


class KernelKind(str, Enum):
    """What a kernel compares: faces or turns; or what a face is blended of."""

    FACE = "face"
    """Scales: brows, eyes, mouth, gaze."""
    TURN = "turn"
    """Scales: the six turning numbers, and the sums of head_y and body_y and of neck_z and body_z."""
    FIGURE = "figure"
    """Scales: those of a turn, and those of ``looks``."""
    SPRITES = "sprites"
    """A preview's face (``sprites``): no scales, and the centres are the poses in which the sprites are seen."""

    @property
    def scale_count(self) -> int:
        """How many scales such a kernel has."""
        turn = TURN_NUMBERS + len(_TURN_SUMS)
        return {
            KernelKind.FACE: 4,
            KernelKind.TURN: turn,
            KernelKind.FIGURE: turn + _LOOKS,
            KernelKind.SPRITES: 0,
        }[self]

    @property
    def numbers(self) -> slice:
        """Which of a pose's 45 numbers it looks at."""
        if self is KernelKind.FIGURE:
            return slice(0, FACE_NUMBERS + TURN_NUMBERS)
        if self is KernelKind.TURN:
            return slice(FACE_NUMBERS, FACE_NUMBERS + TURN_NUMBERS)
        return slice(0, FACE_NUMBERS)


class Kernel(Protocol):
    """Similarity to fixed centres: poses [N, d] -> float64 [N, number of centres]."""

    def __call__(self, poses: Float32Array) -> FloatArray:
        """How alike each pose is to each centre."""
        ...


def make_kernel(kind: KernelKind, centres: Float32Array, scales: Sequence[float]) -> Kernel:
    """The kernel against these centres [M, d]; ``scales`` are the distances over which poses are alike."""
    match kind:
        case KernelKind.SPRITES:
            return sprite_shares
        case KernelKind.FACE:
            return FaceKernel(centres, scales)
        case KernelKind.FIGURE:
            return SpreadKernel(_turning_and_looks, centres, scales)
        case KernelKind.TURN:
            return SpreadKernel(_turning, centres, scales)


class FaceKernel:
    """Parts of the face act almost independently: a sum of Matérn 3/2 kernels over parts and over pairs that meet in
    the picture, and a little of whole brows, whole eyes and everything. (One kernel over all 39 numbers: 4 dB worse.)
    What a part does alone must not be explained by its pairs: that would be forgotten as soon as the other one of the
    pair moves, and lids would not close under full brows, so a brow with its eye has a tenth of a part's weight. An eye
    with its gaze has all of it, since of an iris is seen what the lids leave. Entries that do the same to an eye are
    alike however they share it, so their sums count besides themselves.
    """

    def __init__(self, centres: Float32Array, scales: Sequence[float]) -> None:
        self._scales = dict(
            zip(_PARTS, (scales[0], scales[0], scales[1], scales[1], scales[2], scales[3]), strict=True)
        )
        self._centres = self._parts(centres)

    def __call__(self, poses: Float32Array) -> FloatArray:
        """As ``Kernel``."""
        parts = self._parts(poses)
        squares = {name: _squares(values, self._centres[name]) for name, values in parts.items()}
        alike = {name: _matern_3_2(value) for name, value in squares.items()}
        brows = squares["left brow"] + squares["right brow"]
        eyes = squares["left eye"] + squares["right eye"]
        everything = brows + eyes + squares["mouth"] + squares["gaze"]
        total: FloatArray = np.sum([*alike.values()], axis=0)
        for (one, other), weight in _NEIGHBOURS.items():
            total += weight * alike[one] * alike[other]
        total += 0.03 * (_matern_3_2(brows) + _matern_3_2(eyes))
        total += 0.02 * _matern_3_2(everything / _WHOLE_FACE_SCALE**2)
        return total

    def _parts(self, poses: Float32Array) -> dict[str, FloatArray]:
        parts = {name: np.asarray(poses[:, part], np.float64) for name, part in _PARTS.items()}
        for name in _EYES:
            parts[name] = _with_lids(parts[name])
        return {name: np.ascontiguousarray(values / self._scales[name]) for name, values in parts.items()}


def _with_lids(eye: FloatArray) -> FloatArray:
    """The entries of an eye [N, 7], and how far they shut and narrow it in sum [N, 9]."""
    shut = eye[:, _SHUTTING].sum(1)
    narrow = np.minimum(eye[:, _NARROWING].sum(1), _SHUT)
    return np.column_stack([eye, shut, narrow])


class SpreadKernel:
    """A Matérn 3/2 kernel over what ``spread`` makes of poses, each number of it on a scale of its own."""

    def __init__(
        self, spread: Callable[[FloatArray], FloatArray], centres: Float32Array, scales: Sequence[float]
    ) -> None:
        self._spread = spread
        self._scales = np.asarray(scales, np.float64)
        self._centres = self._scaled(centres)

    def __call__(self, poses: Float32Array) -> FloatArray:
        """As ``Kernel``."""
        return _matern_3_2(_squares(self._scaled(poses), self._centres))

    def _scaled(self, poses: Float32Array) -> FloatArray:
        scaled: FloatArray = self._spread(np.asarray(poses, np.float64)) / self._scales
        return scaled


def _turning(turns: FloatArray) -> FloatArray:
    """The six turning numbers and two sums of them [N, 8]: what turns head and body together is alike, however they
    share it.
    """
    sums = [turns[:, [one]] + turns[:, [other]] for one, other in _TURN_SUMS]
    return np.concatenate([turns, *sums], axis=1)


def _turning_and_looks(poses: FloatArray) -> FloatArray:
    """Of whole poses [N, 45]: how they turn, and how they look [N, 13]."""
    return np.concatenate([_turning(poses[:, FACE_NUMBERS:]), looks(poses)], axis=1)


def looks(poses: FloatArray) -> FloatArray:
    """What is seen of the eyes, in poses [N, 39 or more]: how far the left one and the right one are shut, where they
    look, up and sideways, and how small their irises are, both as far as lids leave them [N, 5].

    The teacher turns a head with shut eyes otherwise than one with open eyes, by up to 1.6 px (root mean square).
    """
    eyes = np.stack([poses[:, _PARTS[eye]] for eye in _EYES])
    shut = np.minimum(eyes[..., list(_LIDS)] @ list(_LIDS.values()), 1.0)
    small = eyes[..., _IRIS_SMALL].mean(0)
    seen = 1 - shut.mean(0)
    return np.column_stack([shut.T, seen[:, None] * poses[:, _PARTS["gaze"]], seen * small])


def _squares(poses: FloatArray, centres: FloatArray) -> FloatArray:
    from scipy.spatial.distance import cdist

    squares: FloatArray = cdist(poses, centres, "sqeuclidean")
    return squares


def _matern_3_2(squares: FloatArray) -> FloatArray:
    """Of squared distances r²: (1 + d) exp(-d), d = √3 r (Rasmussen & Williams, 2006, 4.17)."""
    distance = np.sqrt(3 * squares)
    similarity: FloatArray = (1 + distance) * np.exp(-distance)
    return similarity
