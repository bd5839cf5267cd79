"""A small network of our own that reads an expression from the landmarks of a face: 52 blendshapes.

Short formulas over single distances say well how far lips and lids stand apart, but not what that means on another
person's face or on a turned head. This network has seen many faces, put together from real ones: it was taught by
mediapipe's blendshape network (``training/train_blendshape_network.py``), so its numbers mean what FaceLandmarker's do.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

import numpy as np

from pipeline.motion.trackers.base import Points
from pipeline.types import Float32Array

WEIGHTS: Final = Path(__file__).with_name("blendshape_network.npz")

READ_POINTS: Final = np.array(
    [0, 1, 4, 5, 6, 7, 8, 10, 13, 14, 17, 21, 33, 37, 39, 40, 46, 52, 53, 54, 55, 58, 61, 63, 65, 66, 67, 70, 78, 80,
     81, 82, 84, 87, 88, 91, 93, 95, 103, 105, 107, 109, 127, 132, 133, 136, 144, 145, 146, 148, 149, 150, 152, 153,
     154, 155, 157, 158, 159, 160, 161, 162, 163, 168, 172, 173, 176, 178, 181, 185, 191, 195, 197, 234, 246, 249, 251,
     263, 267, 269, 270, 276, 282, 283, 284, 285, 288, 291, 293, 295, 296, 297, 300, 308, 310, 311, 312, 314, 317, 318,
     321, 323, 324, 332, 334, 336, 338, 356, 361, 362, 365, 373, 374, 375, 377, 378, 379, 380, 381, 382, 384, 385, 386,
     387, 388, 389, 390, 397, 398, 400, 402, 405, 409, 415, 454, 466, 468, 469, 470, 471, 472, 473, 474, 475, 476, 477]
)  # fmt: skip
"""The 146 landmarks that the network reads: those that its teacher reads (mediapipe's face_blendshapes_graph)."""
_RIGHT_CORNERS: Final = np.searchsorted(READ_POINTS, (33, 133))
_LEFT_CORNERS: Final = np.searchsorted(READ_POINTS, (263, 362))
"""Of the person's eyes; the line through both says how far the head leans."""


def level(marks: Float32Array) -> Float32Array:
    """Faces moved to the middle, upright and of one size: what the network sees of them.

    Args:
        marks: float32 [N, 146, 2], READ_POINTS, x right and y down in any unit.

    Returns:
        float32 [N, 292] around 0; the points' root mean square distance from it is 1.
    """
    centred = marks - marks.mean(axis=1, keepdims=True)
    across = centred[:, _LEFT_CORNERS].mean(axis=1) - centred[:, _RIGHT_CORNERS].mean(axis=1)
    across /= np.linalg.norm(across, axis=1, keepdims=True)
    cos, sin = across[:, :1], across[:, 1:]
    x, y = centred[..., 0], centred[..., 1]
    upright = np.stack([x * cos + y * sin, y * cos - x * sin], axis=2)
    size = np.sqrt((upright**2).sum(axis=2).mean(axis=1))
    return np.asarray((upright / size[:, None, None]).reshape(len(marks), -1), np.float32)


def read_blendshapes(points: Points) -> Float32Array:
    """Blendshapes of faces [N, 478, 3] in pixels: float32 [N, 52], 0..1, in the order of BLENDSHAPES; NaN stays NaN."""
    from scipy.special import expit

    values = level(points[:, READ_POINTS, :2])
    *inner, (weight, bias) = _layers()
    for inner_weight, inner_bias in inner:
        values = values @ inner_weight.T + inner_bias
        values = values * expit(values)  # SiLU
    return np.asarray(expit(values @ weight.T + bias), np.float32)


@cache
def _layers() -> tuple[tuple[Float32Array, Float32Array], ...]:
    """Weights [outputs, inputs] and biases [outputs] of each layer."""
    with np.load(WEIGHTS) as file:
        stored = {name: values.astype(np.float32) for name, values in file.items()}
    return tuple((stored[f"{at}.weight"], stored[f"{at}.bias"]) for at in range(len(stored) // 2))
