"""Faces to learn expressions from: real ones taken apart and put together anew, in space, before a camera.

A few clips show few people. So each example takes the shape of one person's face, moves it as somebody's did (the eyes'
half perhaps as another one's did), more or less than they did, bends the whole of it like a face that none of them
has, turns it, and looks at it from some distance.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy.spatial.transform import Rotation

from pipeline.motion.geometry import fit_heads
from pipeline.motion.trackers.blendshape_network import READ_POINTS
from pipeline.motion.watch import watch
from pipeline.types import BoolArray, Float32Array, FloatArray, IndexArray, Tracker

_EYES_FROM: Final = -0.2
_BLEND: Final = 0.4
"""Height on the average face, in its centimetres, above which a face's upper half begins, and how softly."""
_FACE: Final = 8.0
"""Half of a face's height in the same centimetres."""
_LEAST_FRAMES: Final = 5
_RIGHT_IRIS: Final = np.searchsorted(READ_POINTS, np.arange(468, 473))
_LEFT_IRIS: Final = np.searchsorted(READ_POINTS, np.arange(473, 478))


def people_in(clips: list[Path], model: Path) -> list[FloatArray]:
    """The faces of each clip as either tracker sees them: float64 [frames, 146, 3] as in ``HeadFit.shape``."""
    people = []
    for clip in clips:
        for tracker in (Tracker.MESH, Tracker.LANDMARKER):
            sighting = watch(clip, tracker, 0, lambda _: None, model)
            if sighting.seen.sum() >= _LEAST_FRAMES:
                people.append(fit_heads(sighting.points[sighting.seen], sighting.size).shape[:, READ_POINTS])
    return people


class SampledFaces:
    """Makes examples out of people."""

    def __init__(self, people: list[FloatArray]) -> None:
        self._rests = np.stack([np.median(faces, axis=0) for faces in people])
        self._moves = np.concatenate([faces - rest for faces, rest in zip(people, self._rests, strict=True)])
        counts = np.array([len(faces) for faces in people])
        self._first = np.cumsum(counts) - counts
        self._counts = counts
        self._chance = np.sqrt(counts) / np.sqrt(counts).sum()
        self._mirrored = _mirror_images(self._rests.mean(axis=0))

    def marks(self, rng: np.random.Generator, count: int) -> Float32Array:
        """READ_POINTS of ``count`` faces as a camera sees them: float32 [count, 146, 2], x right and y down."""
        who = rng.choice(len(self._counts), count, p=self._chance)
        moves = self._moves_of(rng, who)
        others = self._moves_of(rng, rng.choice(len(self._counts), count, p=self._chance))
        upper = 1 / (1 + np.exp(-(self._rests[who, :, 1:2] - _EYES_FROM) / _BLEND))
        moves = np.where(_some(rng, count, 0.5), moves * (1 - upper) + others * upper, moves)
        moves *= np.where(_some(rng, count, 0.6), rng.uniform(0.3, 1.5, (count, 1, 1)), 1)
        faces = self._shapes(rng, who) + moves
        faces = np.where(_some(rng, count, 0.5), faces[:, self._mirrored] * (-1, 1, 1), faces)
        _bend(faces, rng)
        _bulge(faces, rng)
        _look_aside(faces, rng)
        faces += rng.normal(0, 1, faces.shape) * rng.uniform(0, 0.02, (count, 1, 1)) * _some(rng, count, 0.25)
        return _seen(faces, rng)

    def _moves_of(self, rng: np.random.Generator, who: npt.NDArray[np.int64]) -> FloatArray:
        """What a face did in one of the frames of each person."""
        frames = (rng.random(len(who)) * self._counts[who]).astype(int)
        return np.asarray(self._moves[self._first[who] + frames], np.float64)

    def _shapes(self, rng: np.random.Generator, who: npt.NDArray[np.int64]) -> FloatArray:
        """Faces at rest: often another person's, sometimes a mix of two."""
        count = len(who)
        one, other = rng.integers(0, len(self._rests), (2, count))
        one = np.where(rng.random(count) < 0.6, one, who)
        share = np.where(_some(rng, count, 0.3), rng.random((count, 1, 1)), 0)
        return np.asarray(self._rests[one] * (1 - share) + self._rests[other] * share, np.float64)


def _some(rng: np.random.Generator, count: int, chance: float) -> BoolArray:
    return np.asarray(rng.random((count, 1, 1)) < chance, np.bool_)


def _mirror_images(face: FloatArray) -> IndexArray:
    """For each point of a face [146, 3] the one at its place in the mirror."""
    from scipy.optimize import linear_sum_assignment
    from scipy.spatial.distance import cdist

    _, images = linear_sum_assignment(cdist(face * (-1, 1, 1), face))
    return np.asarray(images, np.intp)


def _bend(faces: FloatArray, rng: np.random.Generator) -> None:
    """Broad changes of proportion, alike on both sides but for a little: wider jaws, higher foreheads."""
    count = len(faces)
    k = rng.normal(0, 0.175, (8, count, 1)) * _some(rng, count, 0.8)[:, 0]
    x, y, z = np.moveaxis(faces / _FACE, 2, 0)
    faces[..., 0] += k[0] * x + k[1] * x * y + k[2] * x**2 + 0.2 * k[3] * y**2
    faces[..., 1] += k[4] * y + k[5] * y**2 + k[6] * x**2 + k[7] * y**3
    faces[..., 2] += rng.normal(0, 0.2, (count, 1)) * z


def _bulge(faces: FloatArray, rng: np.random.Generator) -> None:
    """Narrow ones, on both sides: fuller lips, deeper eyes, a longer nose."""
    count = len(faces)
    for _ in range(3):
        x, y = np.abs(rng.normal(0, 4, (count, 1))), rng.uniform(-8, 6, (count, 1))
        radius = rng.uniform(1, 4, (count, 1))
        push = rng.normal(0, 0.12, (count, 1, 3)) * np.minimum(radius, 2.5)[..., None] * _some(rng, count, 0.7)
        for side in (1, -1):
            far = (faces[..., 0] - side * x) ** 2 + (faces[..., 1] - y) ** 2
            faces += np.exp(-far / 2 / radius**2)[..., None] * push * (side, 1, 1)


def _look_aside(faces: FloatArray, rng: np.random.Generator) -> None:
    """Irises moved together, a little differently in either eye."""
    count = len(faces)
    glance = rng.normal(0, 1, (count, 1, 2)) * (0.10, 0.06) * _some(rng, count, 0.5)
    faces[:, _RIGHT_IRIS, :2] += glance
    faces[:, _LEFT_IRIS, :2] += glance + rng.normal(0, 0.02, (count, 1, 2))


def _seen(faces: FloatArray, rng: np.random.Generator) -> Float32Array:
    """Turned heads before a pinhole camera, 28 centimetres (a phone held near) to two metres away."""
    count = len(faces)
    turns = Rotation.from_euler("zyx", rng.normal(0, (3, 16, 11), (count, 3)), degrees=True).as_matrix()
    turned = np.einsum("nij,npj->npi", turns, faces)
    away = 1 / rng.uniform(1 / 200, 1 / 28, (count, 1, 1))
    flat = turned[..., :2] * away / (away - turned[..., 2:])
    return np.asarray(flat * (1, -1), np.float32)
