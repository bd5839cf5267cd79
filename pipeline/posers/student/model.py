"""A student as a value."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pipeline.posers.student.kernels import KernelKind
from pipeline.types import Frames, Judgement
from pipeline.types.arrays import Float32Array
from pipeline.types.frames import PICTURE_SIZE


@dataclass(frozen=True)
class Box:
    """A rectangle of the aligned picture, in its pixels."""

    top: int
    left: int
    height: int
    width: int

    @property
    def rows(self) -> slice:
        """Its rows in the whole picture."""
        return slice(self.top, self.top + self.height)

    @property
    def columns(self) -> slice:
        """Its columns in the whole picture."""
        return slice(self.left, self.left + self.width)

    @property
    def half(self) -> Box:
        """The same rectangle in a picture of half the size."""
        return Box(self.top // 2, self.left // 2, self.height // 2, self.width // 2)

    def grown(self, margin: int) -> Box:
        """The rectangle with ``margin`` pixels more on every side, within the picture."""
        top, left = max(0, self.top - margin), max(0, self.left - margin)
        bottom = min(PICTURE_SIZE, self.top + self.height + margin)
        right = min(PICTURE_SIZE, self.left + self.width + margin)
        return Box(top, left, bottom - top, right - left)


@dataclass(frozen=True)
class Field:
    """A picture-like quantity as a smooth function of the pose.

    values(pose) = mean + (kernel(pose, centres) @ weights) @ basis, at the entries ``kept`` of an array of ``shape``
    that is 0 everywhere else.

    Attributes:
        kind, scales: the kernel.
        centres: poses it was fitted on, float32 [N, numbers].
        weights: float32 [N, rank].
        mean: float32 [K].
        basis: float32 [rank, K].
        kept: int32 [K], ascending.
        shape: height, width, channels.
    """

    kind: KernelKind
    scales: tuple[float, ...]
    centres: Float32Array
    weights: Float32Array
    mean: Float32Array
    basis: Float32Array
    kept: npt.NDArray[np.int32]
    shape: tuple[int, int, int]


@dataclass(frozen=True, eq=False)
class Student:
    """All that is needed to draw a character in any pose. Two students are equal only when they are the same object.

    Attributes:
        picture: ``picture_key`` of the aligned picture that it was made from.
        source: that picture, premultiplied, uint8 [512, 512, 4].
        face: colours of ``face_box``, premultiplied levels 0..255, at full size.
        flow: where in the source the pixels of ``figure_box`` come from (x, y; 2 is the picture's width), at half size
            (``halves``).
        rest: what is to be added after the warp, premultiplied levels, at half size (``halves``).
        judgement: how good it is, where it has been judged.
    """

    picture: str
    source: Frames
    face: Field
    flow: Field
    rest: Field
    face_box: Box
    figure_box: Box
    judgement: Judgement | None = None


def picture_key(picture: Frames) -> str:
    """What a picture, uint8 [512, 512, 4] with straight alpha, is known by: hexadecimal, however it was saved."""
    return hashlib.sha256(premultiplied(picture).tobytes()).hexdigest()


def premultiplied(pictures: Frames) -> Frames:
    """Straight alpha -> premultiplied, uint8 [..., 4] both, rounded to the nearest level."""
    alpha = pictures[..., 3:].astype(np.uint16)
    colours = (pictures[..., :3] * alpha + 127) // 255
    return np.concatenate([colours.astype(np.uint8), pictures[..., 3:]], axis=-1)
