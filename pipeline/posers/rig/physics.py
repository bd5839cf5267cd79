"""What swings: every chain is two small weights (half-way and at its tip) on damped springs.

The weights follow the places where the rigid drawing would have them, and gravity pulls hanging chains upright when the
head tilts. Steps are fixed, so the same track always swings the same way.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pipeline.drawing.geometry import Chain
from pipeline.posers.rig.deform import Deformer, Stance
from pipeline.types.arrays import FloatArray

STEP = 1 / 120
"""Seconds. At most this; a frame is cut into equal steps."""
_MID_RATE = 1.7
"""The half-way weight swings so much faster than the tip."""
FARTHEST_WEIGHT = 0.55
"""No weight strays farther from its place than this share of the chain's length above it."""


class Physics:
    """The swing of all chains of a drawing; ``head_scale`` and ``most`` are those of its ``Deformer``.

    Attributes:
        count: of the chains.
        anchors: [3 count, 3], first all roots, then the places of all half-way weights at rest, then those of all tips.
        head, turn: [3 count], of the anchors, see ``Attach``.
        down: [2, count, 2], from the root to both weights on the picture at rest.
        farthest: [2, count, 1], design units that a weight strays at most.
        hang, damping: [1, count, 1], see ``Chain``. omega: [2, count, 1], radians per second of both weights.
    """

    def __init__(self, chains: Sequence[Chain], head_scale: float, most: float = 16.5) -> None:
        self.count = len(chains)
        root = np.array([chain.root for chain in chains], np.float64).reshape(-1, 3)
        tip = np.array([chain.tip for chain in chains], np.float64).reshape(-1, 3)
        self.anchors = np.concatenate([root, (root + tip) / 2, tip])
        self.head = np.tile(np.array([chain.head for chain in chains], np.float64), 3)
        self.turn = np.tile(np.array([chain.turn for chain in chains], np.float64), 3)
        self._deform = Deformer(self.head, self.turn, np.zeros(len(self.head), np.bool_), head_scale, most)
        rest = self._deform(self.anchors, Stance()).reshape(3, self.count, 2)
        self.down = rest[1:] - rest[:1]
        self.farthest = FARTHEST_WEIGHT * np.hypot(self.down[..., 0], self.down[..., 1])[..., None]
        self.hang = np.array([chain.hang for chain in chains])[None, :, None]
        rate = 2 * np.pi * np.array([chain.rate for chain in chains])
        self.omega = np.stack([rate * _MID_RATE, rate])[:, :, None]
        self.damping = np.array([chain.damping for chain in chains])[None, :, None]
        self._place: FloatArray | None = None
        self._speed = np.zeros((2, self.count, 2))
        self._goal = np.zeros((2, self.count, 2))

    def at_rest(self, stance: Stance) -> FloatArray:
        """The swing when everything has come to rest: see ``swing``."""
        rigid, goal = self._targets(stance)
        return _bend(goal - rigid)

    def reset(self, stance: Stance) -> FloatArray:
        """Starts at rest; returns where the weights are then, [2, chains, 2]."""
        _, self._goal = self._targets(stance)
        self._place, self._speed = self._goal, np.zeros_like(self._goal)
        return self._place

    def advance(self, stance: Stance, seconds: float) -> FloatArray:
        """Moves on by ``seconds`` while the body goes evenly to ``stance``, and returns the swing.

        The swing is [2, chains + 1, 2]: what u^2 and u^3 are multiplied by to get the offset of a point at share u of
        its chain; the last chain is none.
        """
        place = self.reset(stance) if self._place is None else self._place
        rigid, goal = self._targets(stance)
        steps = max(1, int(np.ceil(seconds / STEP - 1e-9)))
        dt = seconds / steps
        way = (goal - self._goal) / steps
        pull, drag = self.omega**2 * dt, np.exp(-2 * self.damping * self.omega * dt)
        for _ in range(steps):
            self._goal = self._goal + way
            self._speed = (self._speed + pull * (self._goal - place)) * drag
            place = place + self._speed * dt
        self._goal, self._place = goal, place
        return _bend(self._bounded(place - rigid))

    def _bounded(self, offsets: FloatArray) -> FloatArray:
        """Offsets that a violent motion cannot tear off: long ones are shortened softly."""
        length = np.hypot(offsets[..., 0], offsets[..., 1])[..., None]
        share = length / self.farthest
        return np.asarray(offsets * np.where(share > 1e-6, np.tanh(share) / np.maximum(share, 1e-6), 1.0))

    def _targets(self, stance: Stance) -> tuple[FloatArray, FloatArray]:
        """Where the weights [2, chains, 2] are in the rigid drawing, and where they would come to rest."""
        points = self._deform(self.anchors, stance).reshape(3, self.count, 2)
        rigid = points[1:]
        hanging = points[:1] + self.down
        return rigid, rigid + self.hang * (hanging - rigid)


def _bend(offsets: FloatArray) -> FloatArray:
    middle, tip = offsets
    bend = np.zeros((2, middle.shape[0] + 1, 2))
    bend[0, :-1] = 8 * middle - tip
    bend[1, :-1] = 2 * tip - 8 * middle
    return bend
