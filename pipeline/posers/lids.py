"""Lids of the skin's own colour: the networks know brown skin little, and shut its eyes with paler lids.

What they paint when an eye shuts is compared with the skin below the eyes. Where it is paler, that is taken back in all
poses in which lids show: what is as pale as those lids gets the skin's colour; what is no paler than the skin stays, as
lashes do.
"""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np

from pipeline.types import POSE_NAMES, Frames, Pixels, Poses
from pipeline.types.arrays import BoolArray, Float32Array

_CLOSING: Final = [
    POSE_NAMES.index(f"{kind}_{side}")
    for kind in ("eye_wink", "eye_happy_wink", "eye_relaxed", "eye_unimpressed")
    for side in ("left", "right")
]
_MOVED: Final = 24
"""Levels by which a pixel changes that a lid covers."""
_RING: Final = 7
"""Pixels around the eyes in which the skin is looked for."""
_PALER: Final = 1.06
"""So much brighter than the skin is no shading any more."""
_SOON: Final = 0.25
"""How far an eye has to be shut until what a lid shows is taken for one."""
_LIGHT: Final = np.array([0.299, 0.587, 0.114], np.float32)


class Lids:
    """Mends the lids of one picture's faces.

    Args:
        still: the face's square at rest, uint8 [192, 192, 4], straight alpha.
        shut: the same with both eyes shut, as the network paints it.
    """

    def __init__(self, still: Pixels, shut: Pixels) -> None:
        self._still = still[..., :3].astype(np.float32)
        painted = shut[..., :3].astype(np.float32)
        lid = np.abs(painted - self._still).max(-1) > _MOVED
        self._skin = np.zeros(3, np.float32)
        self._gain = np.ones(3, np.float32)
        below = _below(lid) & (still[..., 3] == 255)
        if not below.any():
            return
        self._skin = np.median(self._still[below], axis=0)
        light = painted @ _LIGHT
        colour = np.median(painted[lid & (light >= np.median(light[lid]))], axis=0)
        self._paler = float(colour @ _LIGHT / max(self._skin @ _LIGHT, 1.0))
        if self._paler > _PALER:
            self._gain = np.minimum(self._skin / np.maximum(colour, 1.0), 1.0)

    @property
    def are_paler(self) -> bool:
        """Whether there is anything to mend."""
        return bool((self._gain < 1).any())

    def mended(self, faces: Frames, poses: Poses) -> Frames:
        """Faces uint8 [N, 192, 192, 4] in these poses [N, 39 or more]."""
        closed = np.clip(poses[:, _CLOSING].max(1) / _SOON, 0, 1)
        if not self.are_paler or not closed.any():
            return faces
        made = faces.copy()
        made[..., :3] = np.rint(faces[..., :3] * self._factors(faces, closed)).astype(np.uint8)
        return made

    def _factors(self, faces: Frames, closed: Float32Array) -> Float32Array:
        """What each pixel is multiplied by, [N, 192, 192, 3]."""
        colours = faces[..., :3].astype(np.float32)
        changed = _rise(np.abs(colours - self._still).max(-1), 4, 16)
        most = colours.max(-1)
        coloured = 1 - colours.min(-1) / np.maximum(most, 1)
        usual = 1 - float(self._skin.min() / max(self._skin.max(), 1.0))
        is_skin = _rise(coloured, 0.3 * usual, 0.6 * usual)  # the white of an eye is not
        paler = _rise(colours @ _LIGHT / max(float(self._skin @ _LIGHT), 1.0), 1.0, self._paler)
        share = changed * is_skin * paler * closed[:, None, None]
        return np.asarray(self._gain ** share[..., None], np.float32)


def _below(lid: BoolArray) -> BoolArray:
    """The skin below the eyes: close to the lids, under the middle of all of them."""
    near = cv2.dilate(lid.astype(np.uint8), np.ones((2 * _RING + 1, 2 * _RING + 1), np.uint8)) > 0
    rows = np.flatnonzero(lid.any(1))
    below: BoolArray = near & ~lid
    if len(rows):
        below[: int(rows.mean())] = False
    return below


def _rise(values: Float32Array, low: float, high: float) -> Float32Array:
    """0 up to ``low``, 1 from ``high`` on."""
    return np.clip((values - low) / (high - low), 0, 1)
