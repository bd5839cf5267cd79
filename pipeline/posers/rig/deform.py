"""How points move: head turned, tilted and nodded, body turned, leant and breathing."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pipeline.drawing.body import HEAD_CENTRE, HEAD_HIGH, HEAD_WIDE, LESS_BEYOND, SMALL_WIDTH, small_body
from pipeline.types.arrays import BoolArray, FloatArray

_NOD = np.radians(14.0)
_TILT = np.radians(14.0)
_BODY_TURN = np.radians(11.0)
_BODY_LEAN = np.radians(3.4)

_NOD_AXIS = 8.0
_NECK = 112.0
"""y of the joint about which the head tilts."""
_HIP = 760.0
_PERSPECTIVE = 1 / 1500
_EDGE, _EDGE_SOFTNESS = 1.40, 0.16
"""Angle (radians from the front) where wrapping points begin to stick to the outline."""


@dataclass(frozen=True)
class Stance:
    """Where head and body are, from the last six numbers of a pose (see pipeline/types/pose.py for signs)."""

    head_x: float = 0.0
    head_y: float = 0.0
    neck_z: float = 0.0
    body_y: float = 0.0
    body_z: float = 0.0
    breathing: float = 0.0


class Deformer:
    """Moves a fixed set of points; what does not depend on the stance is worked out once.

    Args:
        head, turn, wrap: per point [N], see ``Attach``.
        head_scale: the head's size against the usual one (children, chibi); the body gives way below it.
        most: degrees by which the head turns at head_y = 1 (see ``Art.turn``).
    """

    def __init__(
        self, head: FloatArray, turn: FloatArray, wrap: BoolArray, head_scale: float = 1.0, most: float = 16.5
    ) -> None:
        self._head, self._turn, self._wrap, self._scale = head, turn, wrap, head_scale
        self._body = 1 - head
        self._most = np.radians(most)
        self._wrapping = np.flatnonzero(wrap)

    def __call__(self, rest: FloatArray, stance: Stance) -> FloatArray:
        """Points on the picture [N, 2], design units, for points at rest [N, 3]."""
        x, y, z = rest[:, 0], rest[:, 1], rest[:, 2]
        turn, nod = -stance.head_y * self._most, stance.head_x * _NOD
        angle = turn * self._turn
        sine, cosine = np.sin(angle), np.cos(angle)
        turned_x, turned_z = x * cosine + z * sine, z * cosine - x * sine
        some = self._wrapping
        if len(some):
            side = np.arctan2(x[some], z[some])
            after = side + angle[some]
            over = np.abs(after) - _EDGE
            held = np.sign(side) * (_EDGE + _EDGE_SOFTNESS * np.tanh(over / (2.2 * _EDGE_SOFTNESS)))
            stick = (np.abs(turn) > 0) & (over > 0) & (np.abs(side) < 2.2) & (np.sign(after) == np.sign(side))
            radius = np.hypot(x[some], z[some])
            turned_x[some] = np.where(stick, radius * np.sin(held), turned_x[some])
            turned_z[some] = np.where(stick, radius * np.cos(held), turned_z[some])
        angle = nod * self._turn
        sine, cosine = np.sin(angle), np.cos(angle)
        height = y - _NOD_AXIS
        nodded_y, nodded_z = height * cosine - turned_z * sine, height * sine + turned_z * cosine
        near = 1 + np.clip(nodded_z, -120, 120) * self._turn * _PERSPECTIVE
        head_x = turned_x * near + turn * 12
        head_y = nodded_y * near + _NOD_AXIS - nod * 10
        head_x, head_y = _rotated(head_x, head_y, -stance.neck_z * _TILT, _NECK)
        head, body = self._head, self._body
        if self._scale != 1:
            head_x = _large(head_x, self._scale, -HEAD_WIDE, HEAD_WIDE)
            high, centre = HEAD_HIGH - HEAD_CENTRE, HEAD_CENTRE
            head_y = _large(head_y - centre, self._scale, high, np.inf) + centre
            x, y = x * SMALL_WIDTH, small_body(y, self._scale)
        flat_x = head_x * head + x * body
        flat_y = head_y * head + y * body
        swing = -stance.body_y * _BODY_TURN
        depth = z * body + 18 * head
        flat_x = flat_x * (1 - (1 - np.cos(swing)) * body) + depth * np.sin(swing)
        rise = np.clip((420 - flat_y) / 240, 0, 1)
        flat_y = flat_y - 3.2 * stance.breathing * rise
        flat_x = flat_x * (1 + 0.008 * stance.breathing * body)
        return np.stack(_rotated(flat_x, flat_y, -stance.body_z * _BODY_LEAN, _HIP), axis=1)


def _large(place: FloatArray, scale: float, low: float, high: float) -> FloatArray:
    """Places grown by ``scale`` between low and high; beyond, where tails and hats are, they shrink a little."""
    inside = np.clip(place, low, high)
    return inside * scale + (place - inside) * LESS_BEYOND


def _rotated(x: FloatArray, y: FloatArray, angle: float, centre_y: float) -> tuple[FloatArray, FloatArray]:
    """Turned on the picture about (0, centre_y); a positive angle moves what is above to the viewer's right."""
    sine, cosine = np.sin(angle), np.cos(angle)
    return x * cosine - (y - centre_y) * sine, x * sine + (y - centre_y) * cosine + centre_y
