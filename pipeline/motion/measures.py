"""Distances on a face, as seen from straight ahead."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.types import FloatArray

SIDES: Final = ("Left", "Right")
"""The person's own."""

Measures = dict[str, FloatArray]
"""Named measures, each float64 [T]; sided ones end in Left or Right."""

_LIDS: Final = {"Left": ((387, 373), (386, 374), (385, 380)), "Right": ((160, 144), (159, 145), (158, 153))}
"""Upper and lower landmarks (numbers of mediapipe's face mesh)."""
_EYE_CORNERS: Final = {"Left": (263, 362), "Right": (33, 133)}
_MOUTH_CORNER: Final = {"Left": 291, "Right": 61}
_CHEEK: Final = {"Left": [280, 425], "Right": [50, 205]}
_NOSE: Final = 2
_MOUTH_MIDDLE: Final = [0, 13, 14, 17]
_UPPER_LIP: Final = 0
_LIPS: Final = (13, 14)
_BROW: Final = {"Left": (336, 334), "Right": (107, 105)}
"""The inner end and the top of the arch."""
_BROWS: Final = ("brow_inner", "brow_arch")


def measure(shape: FloatArray) -> Measures:
    """Measures of faces.

    Args:
        shape: float64 [T, 478, 3] as in ``HeadFit``.

    Returns:
        ``lids`` (how far the eye is open) in eye half-widths, the others in centimetres of the average face.
    """

    def between(a: int, b: int) -> FloatArray:
        return np.asarray(np.linalg.norm(shape[:, a] - shape[:, b], axis=1), np.float64)

    found: Measures = {
        "lips_apart": between(*_LIPS),
        "mouth_width": between(61, 291),
        "mouth_right": shape[:, _MOUTH_MIDDLE, 0].mean(axis=1),
        "philtrum": shape[:, _NOSE, 1] - shape[:, _UPPER_LIP, 1],
        "lip_arch": shape[:, list(_MOUTH_CORNER.values()), 1].mean(axis=1) - shape[:, list(_LIPS), 1].mean(axis=1),
    }
    for side in SIDES:
        temple, nose = _EYE_CORNERS[side]
        half = np.linalg.norm(shape[:, temple, :2] - shape[:, nose, :2], axis=1) / 2
        found |= {
            f"lids{side}": np.mean([between(*lids) for lids in _LIDS[side]], axis=0) / half,
            f"corner_up{side}": shape[:, _MOUTH_CORNER[side], 1] - shape[:, _NOSE, 1],
            f"cheek_up{side}": shape[:, _CHEEK[side], 1].mean(axis=1),
        }
        eye = shape[:, [temple, nose], 1].mean(axis=1)
        found |= {f"{name}{side}": shape[:, at, 1] - eye for name, at in zip(_BROWS, _BROW[side], strict=True)}
    return found
