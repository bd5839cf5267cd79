"""The fast road: what does not change is not computed again.

- The brow layers once for a character; the face once for each distinct face pose; a finished frame once for each
  distinct pose. Poses count as the same when they differ by less than can be seen.
- Pictures of up to 256 px for the whole figure come from the rotator alone.
- Jobs run side by side on all cores (or as one batch on a GPU).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeVar

import numpy as np
import numpy.typing as npt
import torch
from cachetools import LRUCache

from pipeline.posers.lids import Lids
from pipeline.posers.spots import Surroundings
from pipeline.posers.tha3.backends import BATCH, Backend, Step, choose_backend
from pipeline.posers.tha3.networks import ROTATION_POSE
from pipeline.posers.tha3.picture import to_network
from pipeline.posers.tha3.plain import EYEBROW_REGION, FACE_REGION
from pipeline.posers.tha3.steps import FaceStep, FinishStep, TurnStep, to_levels
from pipeline.posers.tha3.weights import Networks
from pipeline.types import Float32Array, Frames, Pixels, Poses, make_pose

FACE_STEP_SIZE: Final = 1 / 32
"""Face entries that round to the same multiple give the same picture to the eye (mean difference < 0.1 level)."""
TURN_STEP_SIZE: Final = 1 / 128
"""The same for head and body: 0.12 degrees, at most 0.2 px at 512."""
ROTATOR_SIZE: Final = 256

Key = TypeVar("Key", bound=Hashable)
Made = TypeVar("Made")

_FACES_KEPT: Final = 64
_FRAMES_KEPT: Final = 96


@dataclass(frozen=True)
class Prepared:
    """A character ready to be posed. ``figure``: float32 [1, 4, 512, 512]; layers and face: its regions;
    ``surroundings``: where what the networks paint is the figure's; ``lids``: how they paint its lids.
    """

    figure: Float32Array
    background_layer: Float32Array
    eyebrow_layer: Float32Array
    face: Float32Array
    surroundings: Surroundings
    lids: Lids
    faces: LRUCache[bytes, Float32Array]
    finished: LRUCache[tuple[int, bytes], Frames]


class FastRoad:
    """The networks on the best inference engine here."""

    def __init__(self, networks: Networks, cache: Path, backend: Backend | None = None) -> None:
        self._networks = networks
        self._backend = backend or choose_backend(cache)
        self._steps: dict[str, Step] = {}

    def prepare(self, picture: Pixels) -> Prepared:
        """What is done once for a character. ``picture``: aligned, uint8 [512, 512, 4]."""
        image = to_network(picture)
        with torch.inference_mode():
            layers = self._networks.eyebrow_decomposer(image[(..., *EYEBROW_REGION)])
        face = np.ascontiguousarray(image.numpy()[(..., *FACE_REGION)])
        fixed = (layers.background_layer.numpy(), layers.eyebrow_layer.numpy(), face)
        pose = make_pose(eye_wink=1.0)[None, : ROTATION_POSE.start]
        (shut,) = self._step("face", (*fixed, pose))([(*fixed, pose)])
        return Prepared(
            figure=image.numpy(),
            background_layer=fixed[0],
            eyebrow_layer=fixed[1],
            face=face,
            surroundings=Surroundings(picture),
            lids=Lids(picture[FACE_REGION], _levels(shut)),
            faces=LRUCache(_FACES_KEPT),
            finished=LRUCache(_FRAMES_KEPT),
        )

    def draw(self, prepared: Prepared, poses: Poses, size: int) -> Iterator[Frames]:
        """The aligned picture in each pose [N, 45], in batches, uint8 [n, size, size, 4]; ``size`` is 256 or 512."""
        poses = merge_poses(poses)
        for start in range(0, len(poses), BATCH):
            batch = poses[start : start + BATCH]
            keys = [(size, pose.tobytes()) for pose in batch]
            finish = partial(self._finish, prepared, size)
            yield np.concatenate(_remembered(prepared.finished, keys, list(batch), finish))

    def _finish(self, prepared: Prepared, size: int, poses: list[Float32Array]) -> list[Frames]:
        jobs = [
            (prepared.figure, face, pose[None, ROTATION_POSE])
            for face, pose in zip(self._faces(prepared, poses), poses, strict=True)
        ]
        frames = self._step("turn" if size == ROTATOR_SIZE else "finish", jobs[0])(jobs)
        return [prepared.surroundings.without_spots(frame) for frame in frames]

    def _faces(self, prepared: Prepared, poses: Iterable[Float32Array]) -> list[Float32Array]:
        face_poses = [np.ascontiguousarray(pose[None, : ROTATION_POSE.start]) for pose in poses]
        keys = [pose.tobytes() for pose in face_poses]
        fixed = (prepared.background_layer, prepared.eyebrow_layer, prepared.face)
        step = self._step("face", (*fixed, face_poses[0]))

        def made(new: list[Float32Array]) -> list[Float32Array]:
            faces = step([(*fixed, pose) for pose in new])
            return [_mended(prepared.lids, face, pose) for face, pose in zip(faces, new, strict=True)]

        return _remembered(prepared.faces, keys, face_poses, made)

    def _step(self, name: str, example: tuple[npt.NDArray[Any], ...]) -> Step:
        if name not in self._steps:
            module = {"face": FaceStep, "turn": TurnStep, "finish": FinishStep}[name](self._networks)
            self._steps[name] = self._backend(name, module.eval(), example)
        return self._steps[name]


def _levels(face: Float32Array) -> Pixels:
    """A face [1, 4, 192, 192] as the networks have it, uint8 [192, 192, 4]."""
    return np.asarray(to_levels(torch.from_numpy(face))[0].numpy(), np.uint8)


def _mended(lids: Lids, face: Float32Array, pose: Float32Array) -> Float32Array:
    """A face [1, 4, 192, 192] in a pose [1, 39] with lids of the skin's colour."""
    if not lids.are_paler:
        return face
    painted = _levels(face)
    mended = lids.mended(painted[None], pose)[0]
    is_other = (mended != painted).any(-1)
    return np.where(is_other, to_network(mended).numpy(), face)


def _remembered(
    cache: LRUCache[Key, Made],
    keys: Sequence[Key],
    poses: Sequence[Float32Array],
    make: Callable[[list[Float32Array]], list[Made]],
) -> list[Made]:
    """What belongs to each key: from the cache, or made all at once from the poses whose keys are new."""
    known = {key: cache[key] for key in keys if key in cache}
    new = {key: pose for key, pose in zip(keys, poses, strict=True) if key not in known}
    if new:
        known.update(zip(new, make(list(new.values())), strict=True))
    cache.update(known)
    return [known[key] for key in keys]


def merge_poses(poses: Poses) -> Poses:
    """Poses [N, 45] moved to the nearest one of a grid that is finer than the eye, so that equal pictures meet."""
    steps = np.full(poses.shape[1], FACE_STEP_SIZE, np.float32)
    steps[ROTATION_POSE] = TURN_STEP_SIZE
    return np.asarray(np.round(poses / steps) * steps + 0.0, np.float32)
