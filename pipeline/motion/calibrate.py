"""Calibration: the blendshapes that a tracker reads, relative to the face that this person has at rest.

Some movements are measured on the face itself too, and count where that says more: eyes that close (lashes, glasses and
small eyes keep a network from saying "shut"), those that mediapipe's blendshapes hardly show (its issues 4436 and
4450: corners of the mouth that sink, cheeks that rise, lips that pout), lips that meet, and brows that are lower than
they usually are. Left and right are the person's own.
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

_UNEVEN: Final = 0.12
"""Centimetres between both brows that noise and a turned head make."""


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
    moved = {name: values - rest.measures[name] for name, values in found.items()}
    # Views: what changes a column changes the table.
    face = {name: table[:, column] for column, name in enumerate(BLENDSHAPES)}
    for name, measured in (_eyes(found, rest.measures) | _mouth(moved) | _brows_down(moved)).items():
        np.maximum(face[name], measured, out=face[name])
    _correct_mouth(face, moved)
    _correct_brows(face, moved)
    face["eyeBlinkLeft"][:], face["eyeBlinkRight"][:] = near_eye(face["eyeBlinkLeft"], face["eyeBlinkRight"], facing)
    return table.clip(0, 1)


def near_eye(left: FloatArray, right: FloatArray, facing: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Both eyes' values, where the one on the far side of a turned head takes over what the near one shows.

    ``facing`` is float64 [T], degrees, + to the viewer's left, where the person's right eye is.
    """
    right_is_far, left_is_far = (
        np.clip((turn - _TURNED[0]) / (_TURNED[1] - _TURNED[0]), 0, 1) for turn in (facing, -facing)
    )
    return left * (1 - left_is_far) + right * left_is_far, right * (1 - right_is_far) + left * right_is_far


# Blendshapes from distances, in short sums whose coefficients were fitted by eye and on held-out clips.


def _eyes(found: Measures, rest: dict[str, float]) -> Measures:
    return {f"eyeBlink{side}": _SHUT * _closing(found[f"lids{side}"] / rest[f"lids{side}"]) for side in SIDES}


def _mouth(moved: Measures) -> Measures:
    opening, narrow = moved["lips_apart"].clip(0, 2), (-moved["mouth_width"]).clip(0, 1)
    wide = moved["mouth_width"].clip(0, None)
    shut = 1 - _ramp(moved["lips_apart"], 0.2, 0.5)
    arched = -moved["lip_arch"] - 0.08
    # The chin pushes the lips up: they come nearer to the nose, and no smile draws them apart.
    pushed = -moved["philtrum"] - 0.3 * wide
    values: Measures = {
        "mouthShrugLower": 0.8 * _ramp(pushed, 0.08, 0.3) * shut,
        "mouthPucker": 0.95 * _ramp(narrow + 0.8 * pushed, 0.4, 0.9) * shut,
        "jawOpen": 0.2 * (moved["lips_apart"] - 0.35).clip(0, 0.3),
    }
    for side in SIDES:
        # Corners hang where they are lower than at rest (and not by the jaw or by rounded lips), or below the middle of
        # shut lips (and not because a smile draws them up).
        corner = moved[f"corner_up{side}"]
        fallen = 1.3 * (-corner - 0.13 - 0.3 * opening - 0.3 * narrow)
        hanging = 2.5 * (arched - 0.3 * corner.clip(0, None)) * shut
        values[f"mouthFrown{side}"] = np.maximum(fallen, hanging)
        values[f"cheekSquint{side}"] = 1.4 * moved[f"cheek_up{side}"] - 0.1
    return values


def _brows_down(moved: Measures) -> Measures:
    return {f"browDown{side}": 2.0 * (-moved[f"brow_inner{side}"] - 0.12) for side in SIDES}


def _correct_mouth(face: Measures, moved: Measures) -> None:
    """Lips that meet are shut, however far down the jaw is; lips are a kiss when they are drawn in."""
    apart, narrow = moved["lips_apart"], -moved["mouth_width"]
    shut = 1 - _ramp(apart, 0.2, 0.5)
    face["mouthPucker"] *= 1 - shut * (1 - _ramp(narrow - 0.5 * moved["philtrum"], 0.3, 0.6))
    face["mouthClose"][:] = face["jawOpen"] * (1 - _ramp(apart, 0.1, 0.4))


def _correct_brows(face: Measures, moved: Measures) -> None:
    """Brows are raised where they are above their rest, each by itself: a network takes arched ones for raised."""
    left, right = (moved[f"brow_arch{side}"] for side in SIDES)
    lower = {"Left": right - left, "Right": left - right}
    for side, height in zip(SIDES, (left, right), strict=True):
        face[f"browOuterUp{side}"] *= _raised(height)
        face[f"browOuterUp{side}"] -= 2.0 * (lower[side] - _UNEVEN).clip(0, None)
    face["browInnerUp"] *= _raised((moved["brow_innerLeft"] + moved["brow_innerRight"]) / 2)


def _raised(height: FloatArray) -> FloatArray:
    """How far brows at this height over their rest (centimetres) are believed to be raised."""
    return 0.4 + 0.6 * _ramp(height, -0.05, 0.25)


def _ramp(x: FloatArray, low: float, high: float) -> FloatArray:
    return np.asarray(((x - low) / (high - low)).clip(0, 1), np.float64)


def _closing(share: FloatArray) -> FloatArray:
    """How far an eye is closed, 0..1 and beyond, from its lids' opening as a share of the open eye's."""
    least = float(np.percentile(share, 1))
    low, high = _SHUT_SHARES
    shut = float(np.clip(least, low, high)) if least < _BLINKED else low + (high - low) / 2
    return np.asarray((_OPEN_SHARE - share) / (_OPEN_SHARE - shut), np.float64)
