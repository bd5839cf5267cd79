"""What a change of the flow is seen as.

Where the flow is wrong across an edge, everybody sees it; along the edge, or in a plain place, nobody does. So a flow
is learnt in the measure of the picture's own slopes: its components are spent on what is seen (.2 to .4 dB of the
figure from as many of them).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

import cv2
import numpy as np

from pipeline.posers.student.model import Box, Field
from pipeline.types import Frames
from pipeline.types.arrays import Float32Array
from pipeline.types.frames import PICTURE_SIZE

_BLUR: Final = 1.0
"""Pixels (of the whole picture, then of the half): a flow is not wrong by less."""
_STRONG: Final = 90.0
"""The percentile of all places whose slope counts as 1."""
_PLAIN: Final = 0.2
"""What an error costs in a plain place, against one across a strong edge."""


@dataclass(frozen=True)
class FlowMetric:
    """A symmetric positive definite matrix for each place of the half-size box: what it makes of an error of the flow
    is as long as the error is seen.

    Attributes:
        matrices, inverses: float32 [height, width, 2, 2].
    """

    matrices: Float32Array
    inverses: Float32Array

    def of(self, flows: Float32Array) -> Float32Array:
        """Flows [N, height, width, 2] in this measure."""
        return _times(self.matrices, flows)

    def undone(self, field: Field) -> Field:
        """The field of plain flows for one that was learnt in this measure."""
        inverses = self.inverses.reshape(-1, 2, 2)[field.kept[::2] // 2]
        mean, basis = (_times(inverses, rows.reshape(-1, len(inverses), 2)) for rows in (field.mean, field.basis))
        return replace(field, mean=mean.reshape(-1), basis=basis.reshape(field.basis.shape))


def flow_metric(source: Frames, flows: Iterable[Float32Array], box: Box) -> FlowMetric:
    """By the slopes of the source (Förstner & Gülch's structure tensor), where some flows take each pixel from.

    Args:
        source: the picture at rest, premultiplied.
        flows: as they are learnt, a few at a time [n, height / 2, width / 2, 2].
    """
    smooth = cv2.GaussianBlur(source.astype(np.float32), (0, 0), _BLUR)
    across, down = (cv2.Sobel(smooth, cv2.CV_32F, *order, ksize=3) for order in ((1, 0), (0, 1)))
    slopes = np.dstack([(across * across).sum(-1), (across * down).sum(-1), (down * down).sum(-1)])
    y, x = np.mgrid[box.rows, box.columns].astype(np.float32)
    total, count = np.zeros((box.height, box.width, 3), np.float32), 0
    for flow in (flow for some in flows for flow in some):
        way = cv2.resize(flow, (box.width, box.height), interpolation=cv2.INTER_LINEAR) * (PICTURE_SIZE / 2)
        total += cv2.remap(slopes, x + way[..., 0], y + way[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        count += 1
    means = cv2.resize(total / count, (box.half.width, box.half.height), interpolation=cv2.INTER_AREA)
    means = cv2.GaussianBlur(means, (0, 0), _BLUR)
    strength = (means[..., 0] + means[..., 2]) / 2
    means /= max(float(np.percentile(strength[strength > 0], _STRONG)) if (strength > 0).any() else 0.0, 1e-6)
    a, b, c = means[..., 0] + _PLAIN**2, means[..., 1], means[..., 2] + _PLAIN**2
    # The square root of a symmetric 2 x 2 matrix M is (M + √det M) / √(trace M + 2 √det M).
    root = np.sqrt(np.maximum(a * c - b * b, 1e-12))
    matrices = np.stack([a + root, b, b, c + root], axis=-1) / np.sqrt(a + c + 2 * root)[..., None]
    matrices = matrices.reshape(*a.shape, 2, 2).astype(np.float32)
    return FlowMetric(matrices, np.linalg.inv(matrices))


def _times(matrices: Float32Array, vectors: Float32Array) -> Float32Array:
    """Matrices [..., 2, 2] times each of [N, ..., 2]."""
    x, y = vectors[..., 0], vectors[..., 1]
    rows = [matrices[..., row, 0] * x + matrices[..., row, 1] * y for row in (0, 1)]
    return np.stack(rows, axis=-1, dtype=np.float32)
