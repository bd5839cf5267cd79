"""Expressions measured from the shape of a face: landmarks -> 52 blendshapes, relative to the person's own neutral
face.

Each blendshape is a short sum of distances that a reader can picture (how far the lips part, how high the cheeks rise).
The coefficients were fitted, with few terms and against clips held out in turn, to what mediapipe's FaceLandmarker
reads from the same frames; they are per centimetre of the average face. Left and right are the person's own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from pipeline.motion.files.arkit import BLENDSHAPES
from pipeline.motion.geometry import Floats

_AT: Final = {name: column for column, name in enumerate(BLENDSHAPES)}

SIDES: Final = ("Left", "Right")
"""The person's own."""
_TURNED: Final = (17.0, 27.0)
"""Degrees of yaw over which the far eye stops being believed."""
_REST_WIDTH: Final = 5.05
"""Width of a resting mouth, in centimetres of the average face."""
_SHUT_SHARES: Final = (0.12, 0.42)
"""Lid openings, as shares of this person's open eye, among which the one that counts as closed is chosen by the
clip's own blinks: a mesh seldom closes lids all the way, and thick lashes or glasses keep it from more."""
_BLINKED: Final = 0.55
"""An eye that never closes further than this has not blinked."""
EYE_OPEN: Final = 0.88
"""Above this share the eye counts as open; glances and noise move it that far."""


@dataclass(frozen=True)
class _Side:
    """Landmarks of one half of the face (numbers of mediapipe's face mesh)."""

    outward: int  # which way x grows from the nose to this ear
    lids: tuple[tuple[int, int], ...]  # upper, lower
    corners: tuple[int, int]  # of the eye: at the temple, at the nose
    upper_lid: tuple[int, ...]
    lower_lid: tuple[int, ...]
    iris: int
    brow_inner: tuple[int, ...]
    brow_middle: tuple[int, ...]
    brow_outer: tuple[int, ...]
    mouth_corner: int
    cheek: tuple[int, ...]
    upper_lip: tuple[int, ...]
    lower_lip: tuple[int, ...]
    nostril: int


_RIGHT: Final = _Side(
    -1, ((160, 144), (159, 145), (158, 153)), (33, 133), (158, 159, 160), (144, 145, 153), 468,
    (55, 107), (52, 105), (46, 70), 61, (50, 205), (37, 39), (84, 181), 129,
)  # fmt: skip
_LEFT: Final = _Side(
    1, ((387, 373), (386, 374), (385, 380)), (263, 362), (385, 386, 387), (373, 374, 380), 473,
    (285, 336), (282, 334), (276, 300), 291, (280, 425), (267, 269), (314, 405), 358,
)  # fmt: skip

Measures = dict[str, Floats]
"""Named measures, each float64 [T]; sided ones end in Left or Right."""


def measure(shape: Floats) -> Measures:
    """Distances on faces seen from straight ahead.

    Args:
        shape: float64 [T, 478, 3] as in ``HeadFit``.

    Returns:
        Heights, widths and depths in centimetres of the average face; ``lids``, ``gaze_out`` and ``gaze_up`` in eye
        half-widths.
    """

    def mean_of(axis: int) -> Callable[..., Floats]:
        return lambda *at: np.asarray(shape[:, list(at), axis].mean(axis=1), np.float64)

    x, y, z = mean_of(0), mean_of(1), mean_of(2)
    nose = y(2)
    found: Measures = {
        "lips_apart": np.linalg.norm(shape[:, 13] - shape[:, 14], axis=1),
        "mouth_width": np.linalg.norm(shape[:, 61] - shape[:, 291], axis=1),
        "lips_width": np.linalg.norm(shape[:, 78] - shape[:, 308], axis=1),
        "lips_forward": z(0, 13, 14, 17),
        "mouth_right": x(0, 13, 14, 17),
        "upper_lip_thick": y(0) - y(13),
        "lower_lip_thick": y(14) - y(17),
        "lower_lip_down": nose - y(14),
        "chin_up": y(148, 152, 377) - nose,
        "below_lip_up": y(17) - nose,
        "jaw_down": np.linalg.norm(shape[:, 1] - shape[:, 152], axis=1),
        "brows_apart": x(285, 336) - x(55, 107),
    }
    for name, side in (("Left", _LEFT), ("Right", _RIGHT)):
        temple, bridge = shape[:, side.corners[0], :2], shape[:, side.corners[1], :2]
        middle, half = (temple + bridge) / 2, np.linalg.norm(temple - bridge, axis=1) / 2
        out = (temple - bridge) / (2 * half)[:, None]
        up = np.stack([-out[:, 1], out[:, 0]], axis=1) * side.outward
        iris = shape[:, side.iris, :2] - middle
        level = y(*side.corners)
        gaps = [np.linalg.norm(shape[:, top] - shape[:, low], axis=1) for top, low in side.lids]
        found |= {
            f"lids{name}": np.mean(gaps, axis=0) / half,
            f"gaze_out{name}": (iris * out).sum(axis=1) / half,
            f"gaze_up{name}": (iris * up).sum(axis=1) / half,
            f"upper_lid{name}": y(*side.upper_lid) - level,
            f"lower_lid{name}": y(*side.lower_lid) - level,
            f"brow_inner{name}": y(*side.brow_inner) - level,
            f"brow_middle{name}": y(*side.brow_middle) - level,
            f"brow_outer{name}": y(*side.brow_outer) - level,
            f"corner_out{name}": side.outward * x(side.mouth_corner),
            f"corner_up{name}": y(side.mouth_corner) - nose,
            f"cheek_up{name}": y(*side.cheek),
            f"upper_lip_up{name}": y(*side.upper_lip) - nose,
            f"lower_lip_down{name}": nose - y(*side.lower_lip),
            f"nostril_up{name}": y(side.nostril) - level,
        }
    return found


def blendshapes_from_measures(
    found: Measures, rest: dict[str, float], pitch: Floats, facing: Floats
) -> npt.NDArray[np.float64]:
    """Blendshapes [T, 52], 0..1, from measures and the same measures of the person's neutral face.

    Args:
        found: as ``measure`` gives them (smoothed or not).
        rest: the neutral face's value of each measure; its lids are those of the open eye.
        pitch: float64 [T], the head's pitch in degrees relative to neutral.
        facing: float64 [T], the head's yaw in degrees as the camera sees it: the eye that is turned away follows the
            one that is seen.
    """
    moved = {name: values - rest[name] for name, values in found.items()}
    values = _mouth(found, moved)
    left, right = (found[f"lids{side}"] / rest[f"lids{side}"] for side in SIDES)
    shares = near_eye(left, right, facing)
    closed = [_closing(share) for share in shares]
    # Eyes widen together; one alone is a lid that was seen badly.
    wide = (np.minimum(*shares) - 1.04) / 0.26
    for side, shut in zip(SIDES, closed, strict=True):
        values |= {f"eyeWide{side}": wide, f"eyeBlink{side}": 0.8 * shut} | _eye(moved, side)
    values |= _brows(moved, pitch, closed)
    table = np.zeros((len(pitch), len(BLENDSHAPES)))
    for name, column in values.items():
        table[:, _AT[name]] = column.clip(0, 1)
    return table


def near_eye(left: Floats, right: Floats, facing: Floats) -> tuple[Floats, Floats]:
    """Both eyes' values, where the one on the far side of a turned head takes over what the near one shows.

    ``facing`` is float64 [T], degrees, + to the viewer's left, where the person's right eye is.
    """
    right_is_far, left_is_far = (
        np.clip((turn - _TURNED[0]) / (_TURNED[1] - _TURNED[0]), 0, 1) for turn in (facing, -facing)
    )
    return left * (1 - left_is_far) + right * left_is_far, right * (1 - right_is_far) + left * right_is_far


def _mouth(found: Measures, moved: Measures) -> Measures:
    opening, wider = moved["lips_apart"].clip(0, None), moved["mouth_width"]
    narrow = -wider
    cheeks = (moved["cheek_upLeft"] + moved["cheek_upRight"]) / 2
    smile = 0.45 * wider + 1.3 * cheeks
    outward = moved["corner_outLeft"] - moved["corner_outRight"]
    upward = moved["corner_upLeft"] - moved["corner_upRight"]
    aside = 0.45 * moved["mouth_right"] + 0.13 * outward
    # Parted lips alone are a grin, and a lower lip that sinks while they are closed is chewing: it takes both.
    parted = found["lips_apart"] * _REST_WIDTH / found["mouth_width"]
    open_lips = np.minimum(1.5 * parted, moved["lower_lip_down"])
    ring = opening.clip(0, 1) * (narrow / 0.5).clip(0, 1)
    values = {
        "jawOpen": 0.28 * open_lips - 0.12 * smile.clip(0, 1),
        "mouthLeft": aside,
        "mouthRight": -aside,
        "mouthFunnel": 0.08 * narrow + 0.5 * moved["lips_forward"] * opening.clip(0, 0.7) + 0.3 * ring,
        "mouthPucker": 1.1 * (narrow - 0.06) - 0.3 * opening.clip(0, 1),
        "mouthShrugLower": 0.6 * (moved["below_lip_up"] + moved["chin_up"] - 0.15),
        "mouthRollLower": -0.4 * moved["lower_lip_thick"],
        "mouthRollUpper": -0.4 * moved["upper_lip_thick"],
    }
    for side, sign in zip(SIDES, (1, -1), strict=True):
        values |= {
            f"mouthSmile{side}": smile + sign * 0.3 * (outward + upward),
            # Corners lower than at rest, and not by the jaw or by rounded lips.
            f"mouthFrown{side}": 1.3
            * (-moved[f"corner_up{side}"] - 0.13 - 0.3 * opening.clip(0, 2) - 0.3 * narrow.clip(0, 1)),
            f"mouthPress{side}": -0.35 * (moved["upper_lip_thick"] + moved["lower_lip_thick"]),
            f"mouthStretch{side}": 0.15 * wider - 0.8 * cheeks.clip(0, 1),
            f"mouthUpperUp{side}": 0.45 * moved[f"upper_lip_up{side}"] + 0.15 * wider.clip(0, 2),
            f"mouthLowerDown{side}": 0.3 * (moved[f"lower_lip_down{side}"] - 0.7 * moved["jaw_down"] - 1.0),
            f"cheekSquint{side}": 1.4 * moved[f"cheek_up{side}"] - 0.1,
            f"noseSneer{side}": 1.2 * moved[f"nostril_up{side}"] - 0.15,
        }
    return values


def _eye(moved: Measures, side: str) -> Measures:
    outward = 2.4 * moved[f"gaze_out{side}"]
    upward = 1.7 * moved[f"gaze_up{side}"] + 0.75 * moved[f"upper_lid{side}"]
    return {
        f"eyeSquint{side}": 1.6 * moved[f"lower_lid{side}"],
        f"eyeLookOut{side}": outward,
        f"eyeLookIn{side}": -outward,
        f"eyeLookUp{side}": upward,
        f"eyeLookDown{side}": -upward,
    }


def _brows(moved: Measures, pitch: Floats, closed: list[Floats]) -> Measures:
    # Looking up foreshortens the forehead, which reads as lowered brows.
    slope = 0.022 * pitch
    inner = (moved["brow_innerLeft"] + moved["brow_innerRight"]) / 2 + slope
    # A blink pulls the brows along: the lids' corners, from which they are measured, sink.
    blinks = np.minimum(*closed).clip(0, 1)
    values = {"browInnerUp": (1.4 * inner - 0.05) * (1 - 0.6 * blinks)}
    for side, shut in zip(SIDES, closed, strict=True):
        outer = 1.05 * (moved[f"brow_middle{side}"] + moved[f"brow_outer{side}"]) / 2 + slope
        low = -(0.6 * moved[f"brow_inner{side}"] + 0.4 * moved[f"brow_middle{side}"]) - slope
        values[f"browOuterUp{side}"] = (outer - 0.03) * (1 - 0.6 * blinks)
        values[f"browDown{side}"] = (1.6 * (low - 0.05) - 0.8 * moved["brows_apart"]) * (1 - 0.8 * shut.clip(0, 1))
    return values


def _closing(share: Floats) -> Floats:
    """How far an eye is closed, 0..1 and beyond, from its lids' opening as a share of the open eye's."""
    least = float(np.percentile(share, 1))
    low, high = _SHUT_SHARES
    shut = float(np.clip(least, low, high)) if least < _BLINKED else low + (high - low) / 2
    return np.asarray((EYE_OPEN - share) / (EYE_OPEN - shut), np.float64)
