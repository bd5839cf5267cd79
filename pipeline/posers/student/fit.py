"""From samples to a field: a low-rank basis, and kernel ridge regression of its coefficients (Rasmussen & Williams,
"Gaussian Processes for Machine Learning", 2006: 2.25 for the weights, 5.12 for leaving one out).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np

from pipeline.posers.student.kernels import KernelKind, make_kernel
from pipeline.posers.student.model import Field
from pipeline.types.arrays import Float32Array, FloatArray

Chunks = Callable[[], Iterable[Float32Array]]
"""The samples' values from the first to the last, float32 [n, height, width, channels], a few at a time."""

_BASIS_SAMPLES: Final = 1280
"""So many of the first samples make the basis. Each corner of the range shows something of its own: of 1312 turns the
last 288, all corners, gave corners .8 dB of the figure where they were only learnt, 1.9 where the basis knew them."""
_REWEIGHTINGS: Final = 2
_FAIRNESS: Final = 0.75
"""0: the squared error counts, as in principal components; 1: its logarithm, nearly."""
_STEPS: Final = (1.5,)
_SCALES: Final = (0.1, 60.0)
_BLOCK: Final = 256
"""Rows of a kernel matrix that are computed together."""


@dataclass(frozen=True)
class Search:
    """How scales and ridge are found: one after the other, from a start, by the mean logarithm of the squared error of
    leaving one out (as PSNR is a mean of logarithms).

    Attributes:
        scales: where it starts.
        ridges: what the ridge is chosen from; the first one while scales are searched.
        samples: how many it looks at.
    """

    scales: tuple[float, ...]
    ridges: tuple[float, ...]
    samples: int = 384


@dataclass(frozen=True)
class Fitted:
    """A field, and how far it would be from each sample without that sample (summed squares of coefficients)."""

    field: Field
    errors: FloatArray


def fit_field(
    poses: Float32Array, values: Chunks, importance: Float32Array, kind: KernelKind, rank: int, search: Search
) -> Fitted:
    """The field that shows these values in these poses.

    Args:
        poses: float32 [N, numbers].
        values: the N samples.
        importance: float32 [height, width]; what an error costs there, 0 leaves a place out. Its square is a weight.
        rank: components of the basis, at most half as many as there are samples.
        search: how scales and ridge are found.
    """
    first, shape = _first(values, min(len(poses), _BASIS_SAMPLES))
    weight = np.repeat(importance.reshape(-1), shape[2])
    kept = np.flatnonzero(weight > 0).astype(np.int32)
    weight = weight[kept]
    first = first[:, kept]
    mean = first.mean(0)
    first -= mean
    first *= weight
    components = _leading(first, min(rank, len(poses) // 2))
    del first
    targets = np.concatenate(
        [((chunk.reshape(len(chunk), -1)[:, kept] - mean) * weight) @ components.T for chunk in values()]
    ).astype(np.float64)
    scales, ridge = _searched(poses, targets, kind, search)
    inverse_times, diagonal = _solved(_kernel_matrix(poses, kind, scales), targets, ridge)
    field = Field(
        kind=kind,
        scales=scales,
        centres=np.asarray(poses, np.float32),
        weights=inverse_times.astype(np.float32),
        mean=mean,
        basis=components / weight,
        kept=kept,
        shape=shape,
    )
    return Fitted(field, ((inverse_times / diagonal[:, None]) ** 2).sum(1))


def _first(values: Chunks, count: int) -> tuple[Float32Array, tuple[int, int, int]]:
    """The first ``count`` samples, flat."""
    rows: list[Float32Array] = []
    shape = (0, 0, 0)
    for chunk in values():
        shape = chunk.shape[1], chunk.shape[2], chunk.shape[3]
        rows.append(chunk[: count - sum(map(len, rows))].reshape(-1, int(np.prod(shape))))
        if sum(map(len, rows)) >= count:
            break
    return np.concatenate(rows), shape


def _leading(rows: Float32Array, rank: int) -> Float32Array:
    """A basis of ``rank`` components of length 1 for rows [n, K]: [rank, K], the leading one first.

    The plain principal components would spend themselves on the few samples that move most. Here each sample counts the
    less the more of it is left over, found by repetition, so that small everyday movements are shown as truly.
    """
    from scipy.linalg import eigh

    count = len(rows)
    gram = (rows @ rows.T).astype(np.float64)
    counts = np.ones(count)
    for _ in range(_REWEIGHTINGS):
        values, vectors = eigh(counts[:, None] * gram * counts, subset_by_index=(count - rank, count - 1))
        # Each column makes a component of length 1 out of the rows.
        mixing = counts[:, None] * vectors[:, ::-1] / np.sqrt(np.maximum(values[::-1], 1e-12 * values[-1]))
        left_over = np.maximum(np.diagonal(gram) - ((gram @ mixing) ** 2).sum(1), 1e-9 * np.trace(gram) / count)
        counts = (left_over / left_over.mean()) ** (-_FAIRNESS / 2)
    components: Float32Array = mixing.T.astype(np.float32) @ rows
    return components


def _kernel_matrix(poses: Float32Array, kind: KernelKind, scales: tuple[float, ...]) -> FloatArray:
    kernel = make_kernel(kind, poses, scales)
    matrix = np.empty((len(poses), len(poses)))
    for start in range(0, len(poses), _BLOCK):
        matrix[start : start + _BLOCK] = kernel(poses[start : start + _BLOCK])
    return matrix


def _searched(
    poses: Float32Array, targets: FloatArray, kind: KernelKind, search: Search
) -> tuple[tuple[float, ...], float]:
    """The scales and the ridge."""
    poses, targets = poses[: search.samples], targets[: search.samples]

    def error(scales: tuple[float, ...], ridge: float) -> float:
        weights, diagonal = _solved(_kernel_matrix(poses, kind, scales), targets, ridge)
        return float(np.log(((weights / diagonal[:, None]) ** 2).sum(1)).mean())

    scales = search.scales
    least = error(scales, search.ridges[0])
    for step in _STEPS:
        for index in range(len(scales)):
            for factor in (step, 1 / step):
                while True:
                    tried = (*scales[:index], scales[index] * factor, *scales[index + 1 :])
                    found = error(tried, search.ridges[0])
                    if found > least - 1e-3 or not _SCALES[0] < tried[index] < _SCALES[1]:
                        break
                    least, scales = found, tried
    return scales, min(search.ridges, key=lambda ridge: error(scales, ridge))


def _solved(matrix: FloatArray, targets: FloatArray, ridge: float) -> tuple[FloatArray, FloatArray]:
    """(matrix + ridge)⁻¹ @ targets, and the diagonal of that inverse; the matrix is overwritten."""
    from scipy.linalg import lapack

    matrix[np.diag_indices_from(matrix)] += ridge
    factor, failed = lapack.dpotrf(matrix.T, lower=1, overwrite_a=1)
    if failed:
        raise np.linalg.LinAlgError(f"the kernel matrix is not positive definite ({failed})")
    weights, _ = lapack.dpotrs(factor, targets, lower=1)
    inverse, _ = lapack.dpotri(factor, lower=1, overwrite_c=1)
    return weights, np.diagonal(inverse).copy()
