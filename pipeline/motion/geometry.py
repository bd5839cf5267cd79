"""Where a head looks, and the shape of its face without that: landmarks fitted to an average face."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from pipeline.motion.head_place import EARS, FIELD_OF_VIEW, centimetre
from pipeline.motion.trackers.base import Points
from pipeline.types import FloatArray

_BASIS: Final = np.array(
    [
        # landmark, x, y, z of the average face, weight. y up, z towards the viewer, about centimetres.
        # Source: mediapipe's canonical face model and its Procrustes basis.
        (4, 0.000, -0.463, 7.587, 0.0709),
        (6, 0.000, 2.473, 5.789, 0.0321),
        (10, 0.000, 8.262, 4.482, 0.0084),
        (33, -4.446, 2.664, 3.173, 0.0587),
        (54, -6.279, 6.615, 1.426, 0.0077),
        (67, -3.524, 8.006, 3.729, 0.0091),
        (117, -5.259, 0.946, 2.974, 0.0098),
        (119, -3.301, 0.862, 3.873, 0.0146),
        (121, -1.821, 1.468, 4.224, 0.0186),
        (127, -7.743, 2.365, -2.005, 0.0052),
        (129, -1.786, -0.978, 4.850, 0.1206),
        (132, -7.271, -2.891, -2.252, 0.0056),
        (133, -1.856, 2.585, 3.758, 0.0533),
        (136, -5.085, -7.179, 0.715, 0.0669),
        (143, -6.408, 2.236, 1.561, 0.0148),
        (147, -6.235, -1.944, 1.664, 0.0143),
        (198, -1.247, 0.230, 5.681, 0.0255),
        (205, -3.833, -1.537, 4.138, 0.0473),
        (263, 4.446, 2.664, 3.173, 0.0587),
        (284, 6.279, 6.615, 1.426, 0.0077),
        (297, 3.524, 8.006, 3.729, 0.0091),
        (346, 5.259, 0.946, 2.974, 0.0098),
        (348, 3.301, 0.862, 3.873, 0.0146),
        (350, 1.821, 1.468, 4.224, 0.0186),
        (356, 7.743, 2.365, -2.005, 0.0052),
        (358, 1.786, -0.978, 4.850, 0.1206),
        (361, 7.271, -2.891, -2.252, 0.0056),
        (362, 1.856, 2.585, 3.758, 0.0533),
        (365, 5.085, -7.179, 0.715, 0.0669),
        (372, 6.408, 2.236, 1.561, 0.0148),
        (376, 6.235, -1.944, 1.664, 0.0143),
        (420, 1.247, 0.230, 5.681, 0.0255),
        (425, 3.833, -1.537, 4.138, 0.0473),
    ]
)
_AT: Final = _BASIS[:, 0].astype(np.intp)
_WEIGHTS: Final = _BASIS[:, 4] / _BASIS[:, 4].sum()
_AVERAGE: Final = _BASIS[:, 1:4] - _WEIGHTS @ _BASIS[:, 1:4]

_SURFACE: Final = 468
"""How many landmarks are the skin's; the irises' follow them."""


@dataclass(frozen=True)
class HeadFit:
    """Heads over time; rows where no face was seen are NaN.

    Attributes:
        degrees: float64 [T, 3]: pitch (+ up), yaw (+ to the viewer's left) and roll (+ to the viewer's left), of the
            picture as it is, measured from the camera.
        shape: float64 [T, 478, 3]: the landmarks as seen from straight ahead, in the average face's centimetres;
            x to the viewer's right, y up, z towards the viewer.
        places: float64 [T, 3]: the head's middle, right of and below the picture's corner, in heights of the picture;
            and how large a centimetre of the face appears, in the same unit.
    """

    degrees: FloatArray
    shape: FloatArray
    places: FloatArray


def fit_heads(points: Points, picture: tuple[int, int]) -> HeadFit:
    """Fits each frame's landmarks to the average face by a weighted similarity transform.

    The landmarks are first led back along the camera's rays (see ``_in_space``): a face beside the camera's axis is
    seen from its side, a near one swells in the middle, and neither is the head's turn or the person's shape.

    Args:
        points: float32 [T, 478, 3] in pixels, NaN where no face was seen.
        picture: the pictures' width and height in pixels.
    """
    from scipy.spatial.transform import Rotation

    seen = np.isfinite(points[:, 0, 0])
    marks, near = _in_space(points[seen].astype(np.float64), picture)
    rotation, size, centre = _similarity(marks)
    shape = np.einsum("tji,tnj->tni", rotation, marks - centre[:, None]) / size[:, None, None]
    yaw, pitch, roll = Rotation.from_matrix(rotation).as_euler("yxz", degrees=True).T

    def everywhere(values: FloatArray) -> FloatArray:
        full = np.full((len(points), *values.shape[1:]), np.nan)
        full[seen] = values
        return full

    # About y towards +z: positive yaw brings the nose to +x, the viewer's right; positive pitch (about x) looks down.
    middle = points[seen][:, list(EARS), :2].mean(axis=1).astype(np.float64) / picture[1]
    places = np.column_stack([middle, centimetre(1 / near)])
    return HeadFit(everywhere(np.stack([-pitch, -yaw, roll], axis=1)), everywhere(shape), everywhere(places))


def _in_space(points: FloatArray, picture: tuple[int, int]) -> tuple[FloatArray, FloatArray]:
    """Landmarks [T, 478, 3] in centimetres before a pinhole camera, x to the right, y up, z towards the viewer; and how
    large a centimetre appears [T], in focal lengths.

    A landmark's depth is known only in relation to the others and in the scale of the picture. The face's size says
    how far away it is: estimated once from the picture as it is, and once more with the perspective that follows from
    it. Source of the method: mediapipe's face geometry module (ScreenToMetricSpaceConverter).
    """
    width, height = picture
    focal = height / 2 / np.tan(FIELD_OF_VIEW / 2)
    rays = (points - (width / 2, height / 2, 0)) * (1, -1, -1) / focal
    depth = rays[..., 2] - rays[:, :_SURFACE, 2].mean(axis=1, keepdims=True) - 1

    def at(size: FloatArray) -> FloatArray:
        placed = np.concatenate([rays[..., :2] * -depth[..., None], depth[..., None]], axis=2)
        return np.asarray(placed / size[:, None, None], np.float64)

    _, first, _ = _similarity(rays)
    _, second, _ = _similarity(at(first))
    return at(first * second), first * second


def _similarity(marks: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Rotations [T, 3, 3], scales [T] and centres [T, 3] that bring the average face onto landmarks [T, 478, 3].

    Source: Umeyama (1991), weighted.
    """
    basis = marks[:, _AT]
    centre = np.einsum("n,tnj->tj", _WEIGHTS, basis)
    cross = np.einsum("tni,n,nj->tij", basis - centre[:, None], _WEIGHTS, _AVERAGE)
    u, stretch, vt = np.linalg.svd(cross)
    handed = np.ones_like(stretch)
    handed[:, 2] = np.sign(np.linalg.det(u) * np.linalg.det(vt))
    rotation = np.einsum("tij,tj,tjk->tik", u, handed, vt)
    size = (stretch * handed).sum(axis=1) / (_WEIGHTS[:, None] * _AVERAGE**2).sum()
    return rotation, size, centre
