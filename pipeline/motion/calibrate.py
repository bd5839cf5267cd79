"""Calibration: the blendshapes that a tracker reads, relative to the face that this person has at rest.

Some movements are measured on the face itself too, and count where that says more: eyes that close (lashes, glasses and
small eyes keep a network from saying "shut"), and two that mediapipe's blendshapes hardly show (its issues 4436 and
4450): corners of the mouth that sink, cheeks that rise. Left and right are the person's own.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.motion.blendshapes import BLENDSHAPES
from pipeline.motion.measures import SIDES, Measures
from pipeline.motion.neutral import Rest, rest_of_blendshapes
from pipeline.types import Float32Array, FloatArray

_TURNED: Final = (17.0, 27.0)
"""Degrees of yaw over which the far eye stops being believed."""
_SHUT_SHARES: Final = (0.12, 0.42)
"""Lid openings, as shares of this person's open eye, among which the one that counts as closed is chosen by the
clip's own blinks: a mesh seldom closes lids all the way."""
_OPEN_SHARE: Final = 0.88
"""Above this the eye is open; glances and noise move the lids that far."""
_BLINKED: Final = 0.55
"""An eye that never closes further than this has not blinked."""
_SHUT: Final = 0.8
"""The blendshape of a closed eye."""


def calibrate(blendshapes: Float32Array, found: Measures, rest: Rest, facing: FloatArray) -> FloatArray:
    """Blendshapes relative to the person's neutral face: float64 [S, 52], 0..1, in the order of BLENDSHAPES.

    Args:
        blendshapes: float32 [S, 52], 0..1, as a tracker read them.
        found: measures of the same frames.
        rest: the person's neutral face.
        facing: float64 [S], the head's yaw in degrees as the camera sees it: the eye that is turned away follows the
            one that is seen.
    """
    table = rest_of_blendshapes(blendshapes.astype(np.float64), rest.quiet)
    for name, measured in _measured(found, rest.measures).items():
        column = BLENDSHAPES.index(name)
        table[:, column] = np.maximum(table[:, column], measured)
    left, right = (BLENDSHAPES.index(f"eyeBlink{side}") for side in SIDES)
    table[:, left], table[:, right] = near_eye(table[:, left], table[:, right], facing)
    return table.clip(0, 1)


def near_eye(left: FloatArray, right: FloatArray, facing: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Both eyes' values, where the one on the far side of a turned head takes over what the near one shows.

    ``facing`` is float64 [T], degrees, + to the viewer's left, where the person's right eye is.
    """
    right_is_far, left_is_far = (
        np.clip((turn - _TURNED[0]) / (_TURNED[1] - _TURNED[0]), 0, 1) for turn in (facing, -facing)
    )
    return left * (1 - left_is_far) + right * left_is_far, right * (1 - right_is_far) + left * right_is_far


def _measured(found: Measures, rest: dict[str, float]) -> Measures:
    """Blendshapes from distances, in short sums whose coefficients were fitted by eye and on held-out clips."""
    moved = {name: values - rest[name] for name, values in found.items()}
    opening, narrow = moved["lips_apart"].clip(0, 2), (-moved["mouth_width"]).clip(0, 1)
    values: Measures = {}
    for side in SIDES:
        values[f"eyeBlink{side}"] = _SHUT * _closing(found[f"lids{side}"] / rest[f"lids{side}"])
        # Corners lower than at rest, and not by the jaw or by rounded lips.
        values[f"mouthFrown{side}"] = 1.3 * (-moved[f"corner_up{side}"] - 0.13 - 0.3 * opening - 0.3 * narrow)
        values[f"cheekSquint{side}"] = 1.4 * moved[f"cheek_up{side}"] - 0.1
    return values


def _closing(share: FloatArray) -> FloatArray:
    """How far an eye is closed, 0..1 and beyond, from its lids' opening as a share of the open eye's."""
    least = float(np.percentile(share, 1))
    low, high = _SHUT_SHARES
    shut = float(np.clip(least, low, high)) if least < _BLINKED else low + (high - low) / 2
    return np.asarray((_OPEN_SHARE - share) / (_OPEN_SHARE - shut), np.float64)
