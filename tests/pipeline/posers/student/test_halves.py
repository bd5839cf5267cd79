"""Fields of half the picture's size mean what they are to mean once a painter has enlarged them."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from pipeline.posers.student.halves import halved, to_be_enlarged
from pipeline.types.arrays import Float32Array


def enlarged_and_halved(values: Float32Array) -> Float32Array:
    """The same by OpenCV."""
    height, width = values.shape[:2]
    enlarged = cv2.resize(values, (2 * width, 2 * height), interpolation=cv2.INTER_LINEAR)
    means: Float32Array = cv2.resize(enlarged, (width, height), interpolation=cv2.INTER_AREA)
    return means


@pytest.mark.parametrize("channels", [2, 4])
def test_halved_is_what_enlarging_and_halving_makes(channels: int) -> None:
    values = np.random.default_rng(1).normal(0, 1, (24, 40, channels)).astype(np.float32)
    np.testing.assert_allclose(halved(values), enlarged_and_halved(values), atol=1e-5)


def test_values_that_are_enlarged_have_the_means_that_they_were_made_of() -> None:
    rows, columns = np.mgrid[0:48, 0:64].astype(np.float32)
    means = np.stack([np.sin(rows / 2) + np.cos(columns / 3), (columns > rows).astype(np.float32)], axis=-1)
    values = to_be_enlarged(means)
    before = np.abs(enlarged_and_halved(means) - means).mean((0, 1))
    after = np.abs(enlarged_and_halved(values) - means).mean((0, 1))
    assert after[0] < 0.05 * before[0], "waves of twelve and nineteen values"
    assert after[1] < 0.5 * before[1], "an edge"
    flat = np.full((8, 8, 4), 3.5, np.float32)
    np.testing.assert_array_equal(to_be_enlarged(flat), flat)
