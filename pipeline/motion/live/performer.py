"""What is seen now, and what nobody sees, become what is shown now."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from pipeline.motion.live.idle import Idle, breath
from pipeline.motion.live.one_euro import Smoothing, Steady
from pipeline.motion.steady import BRIDGE_SECONDS, EASE_SECONDS
from pipeline.types import (
    PLACE_SIZE,
    POSE_INDEX,
    POSE_PARAMETERS,
    POSE_SIZE,
    BoolArray,
    Float32Array,
    FloatArray,
    PoseCategory,
    Poses,
    clamp_poses,
    make_pose,
    mirror_places,
    mirror_poses,
    neutral_poses,
)

_GIVES_WAY: Final = (PoseCategory.EYEBROW, PoseCategory.EYE, PoseCategory.IRIS_MORPH)
"""Where an expression is worn, what else happens there gives way to it; a mouth goes on talking."""
_TURNS: Final[BoolArray] = np.array([parameter.low < 0 for parameter in POSE_PARAMETERS])
_GROUPS: Final = tuple(
    np.array([parameter.category is category and parameter.side is side for parameter in POSE_PARAMETERS])
    for category in _GIVES_WAY
    for side in {parameter.side for parameter in POSE_PARAMETERS if parameter.category is category}
)
_BREATHING: Final = POSE_INDEX["breathing"]


@dataclass(frozen=True)
class Playing:
    """How what is seen is played.

    Attributes:
        mirror: whether the character does what a mirror would show.
        expression: numbers of a pose by name that are worn over it; a name without its side means both.
        idle: whether there is life in what nobody moves.
        smoothing: how much is smoothed.
    """

    mirror: bool = False
    expression: tuple[tuple[str, float], ...] = ()
    idle: bool = True
    smoothing: Smoothing = field(default_factory=Smoothing)


def _nowhere() -> Float32Array:
    return np.full(PLACE_SIZE, np.nan, np.float32)


@dataclass(frozen=True)
class Moment:
    """What somebody does at one moment; not-a-number where nothing is known: a microphone knows of the mouth alone.

    Attributes:
        pose: float32 [45].
        place: float32 [3], where the head is, a row of ``PoseTrack.places``.
    """

    pose: Poses
    place: Float32Array = field(default_factory=_nowhere)


class Performer:
    """Plays one character.

    Where nothing is known, and where nothing was seen for ``BRIDGE_SECONDS``, idle life takes over within
    ``EASE_SECONDS``, and the head goes back to its place.
    """

    def __init__(self, seed: int = 0) -> None:
        self.manner = Playing()
        self._idle = Idle(seed)
        self._steady, self._still = Steady(), Steady()
        self._seen = Moment(np.full(POSE_SIZE, np.nan, np.float32))
        self._seen_at = -np.inf
        self._began: float | None = None
        self._last = 0.0
        self._known = np.zeros(POSE_SIZE + PLACE_SIZE, np.float32)
        self._shares = np.zeros(POSE_SIZE + PLACE_SIZE)

    def see(self, seen: Moment, now: float) -> None:
        """Somebody is seen, not mirrored. ``now``: seconds."""
        self._seen, self._seen_at = seen, now

    def lose(self) -> None:
        """Nobody is seen any longer."""
        self._seen_at = -np.inf

    def is_seen(self, now: float) -> bool:
        """Whether somebody is seen."""
        return now - self._seen_at <= BRIDGE_SECONDS

    def step(self, now: float) -> Moment:
        """What is shown now, all of it known. ``now``: seconds, later than in the call before."""
        if self._began is None:
            self._began = self._last = now
        passed, self._last = now - self._last, now
        seconds = now - self._began
        idle = self._idle.at(seconds) if self.manner.idle else neutral_poses(1)[0]
        acted, place = self._acted(idle, passed, now)
        worn = wear(acted, make_pose(**dict(self.manner.expression)))
        smoothing = self.manner.smoothing
        pose = self._steady.next(worn, passed, smoothing.cutoffs(), smoothing.keenness)
        pose[_BREATHING] = breath(seconds) if self.manner.idle else 0.0
        place = self._still.next(place, passed, smoothing.cutoff, smoothing.keenness)
        return Moment(clamp_poses(pose), place.astype(np.float32))

    def _acted(self, idle: Poses, passed: float, now: float) -> tuple[FloatArray, FloatArray]:
        """The pose [45] and the head's place [3], as far as somebody is seen."""
        pose, place = self._seen.pose, self._seen.place
        if self.manner.mirror:
            pose, place = mirror_poses(pose[None])[0], mirror_places(place)
        seen = np.concatenate([pose, place])
        known = np.isfinite(seen) & self.is_seen(now)
        self._known = np.where(np.isfinite(seen), seen, self._known).astype(np.float32)
        way = passed / EASE_SECONDS
        self._shares = np.clip(self._shares + np.where(known, way, -way), 0, 1)
        share = self._shares**2 * (3 - 2 * self._shares)
        calm = np.concatenate([idle, np.zeros(PLACE_SIZE)])
        acted = calm + share * (self._known - calm)
        return acted[:POSE_SIZE], acted[POSE_SIZE:]


def wear(pose: Poses | FloatArray, expression: Poses) -> FloatArray:
    """A pose, [45], with an expression over it: brows and eyes give way, a mouth goes on talking, turns add up."""
    worn = np.asarray(pose, np.float64).copy()
    for group in _GROUPS:
        worn[group] *= 1 - expression[group].max()
    return np.asarray(np.where(_TURNS, worn + expression, np.maximum(worn, expression)))
