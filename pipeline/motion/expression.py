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

_REST_WIDTH: Final = 5.2
_SHUT_SHARES: Final = (0.12, 0.42)
"""Lid openings, as shares of this person's open eye, among which the one that counts as closed is chosen by the clip's own
blinks: a mesh seldom closes lids all the way, and thick lashes or glasses keep it from more."""
_BLINKED: Final = 0.55
"""An eye that never closes further than this has not blinked."""
EYE_OPEN: Final = 0.93
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


def blendshapes_from_measures(found: Measures, rest: dict[str, float], pitch: Floats) -> npt.NDArray[np.float64]:
    """Blendshapes [T, 52], 0..1, from measures and the same measures of the person's neutral face.

    Args:
        found: as ``measure`` gives them (smoothed or not).
        rest: the neutral face's value of each measure; its lids are those of the open eye.
        pitch: float64 [T], the head's pitch in degrees relative to neutral (looking up hides the forehead's slope and
            reads as lowered brows, which is put right here).
    """
    moved = {name: values - rest[name] for name, values in found.items()}
    table = np.zeros((len(pitch), len(BLENDSHAPES)))

    def put(name: str, values: Floats) -> None:
        table[:, _AT[name]] = values.clip(0, 1)

    opening = moved["lips_apart"]
    narrow = -moved["mouth_width"]
    cheeks = (moved["cheek_upLeft"] + moved["cheek_upRight"]) / 2
    smile = 0.26 * moved["mouth_width"] + 2.1 * cheeks
    uneven = 0.3 * (moved["corner_outLeft"] - moved["corner_outRight"]) + 0.3 * (
        moved["corner_upLeft"] - moved["corner_upRight"]
    )
    aside = 0.45 * moved["mouth_right"] + 0.13 * (moved["corner_outLeft"] - moved["corner_outRight"])
    # Lips that part while the jaw stays are a grin, a jaw that sinks behind closed lips is chewing: it takes both.
    parted = found["lips_apart"] * _REST_WIDTH / found["mouth_width"]
    put("jawOpen", 0.21 * parted * np.sqrt((moved["jaw_down"] + 0.1).clip(0)))
    put("mouthLeft", aside)
    put("mouthRight", -aside)
    put(
        "mouthFunnel",
        0.08 * narrow + 0.35 * moved["lips_forward"] * (opening > 0) + 0.22 * opening.clip(0, 1) * (narrow > 0.2),
    )
    put("mouthPucker", 0.45 * narrow - 0.25 * opening.clip(0, 1))
    put("mouthShrugLower", 0.3 * (moved["below_lip_up"] + moved["chin_up"]))
    pressed = -0.35 * (moved["upper_lip_thick"] + moved["lower_lip_thick"])
    put("mouthRollLower", -0.4 * moved["lower_lip_thick"])
    put("mouthRollUpper", -0.4 * moved["upper_lip_thick"])

    raised = {}
    for name in ("Left", "Right"):
        sign = 1 if name == "Left" else -1
        side_smile = smile + sign * uneven
        put(f"mouthSmile{name}", side_smile)
        # Corners lower than at rest although the mouth is no narrower: mediapipe's own frown hardly ever moves.
        put(f"mouthFrown{name}", 1.6 * (-moved[f"corner_up{name}"] - 0.12 - 0.3 * opening.clip(0, 2)))
        put(f"mouthPress{name}", pressed)
        put(f"mouthStretch{name}", 0.15 * moved["mouth_width"] - 0.8 * cheeks.clip(0, 1))
        put(f"mouthUpperUp{name}", 0.45 * moved[f"upper_lip_up{name}"] + 0.15 * moved["mouth_width"].clip(0, 2))
        put(f"mouthLowerDown{name}", 0.3 * (moved[f"lower_lip_down{name}"] - 0.7 * moved["jaw_down"]))
        put(f"cheekSquint{name}", 1.4 * moved[f"cheek_up{name}"] - 0.1)
        put(f"noseSneer{name}", 1.2 * moved[f"nostril_up{name}"] - 0.15)

        share = found[f"lids{name}"] / rest[f"lids{name}"]
        closed = _closing(share)
        put(f"eyeBlink{name}", 0.8 * closed)
        put(f"eyeWide{name}", (share - 1.06) / 0.28)
        put(f"eyeSquint{name}", 1.6 * moved[f"lower_lid{name}"])
        outward = 2.4 * moved[f"gaze_out{name}"]
        upward = 1.7 * moved[f"gaze_up{name}"] + 0.75 * moved[f"upper_lid{name}"]
        put(f"eyeLookOut{name}", outward)
        put(f"eyeLookIn{name}", -outward)
        put(f"eyeLookUp{name}", upward)
        put(f"eyeLookDown{name}", -upward)

        slope = 0.022 * pitch
        raised[name] = moved[f"brow_inner{name}"] + slope
        put(f"browOuterUp{name}", 0.75 * (moved[f"brow_middle{name}"] + moved[f"brow_outer{name}"]) / 2 + slope - 0.03)
        low = -(0.6 * moved[f"brow_inner{name}"] + 0.4 * moved[f"brow_middle{name}"]) - slope
        # A blink pulls the brow along a little.
        put(f"browDown{name}", (1.6 * (low - 0.05) - 0.8 * moved["brows_apart"]) * (1 - 0.8 * closed.clip(0, 1)))
    put("browInnerUp", 0.9 * (raised["Left"] + raised["Right"]) / 2 - 0.03)
    return table


def _closing(share: Floats) -> Floats:
    """How far an eye is closed, 0..1 and beyond, from its lids' opening as a share of the open eye's."""
    least = float(np.percentile(share, 1))
    low, high = _SHUT_SHARES
    shut = float(np.clip(least, low, high)) if least < _BLINKED else low + (high - low) / 2
    return np.asarray((EYE_OPEN - share) / (EYE_OPEN - shut), np.float64)
