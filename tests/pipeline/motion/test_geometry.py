"""A rigid face before a pinhole camera: where it stands does not turn it."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.motion.geometry import _AT, _AVERAGE, fit_heads
from pipeline.motion.trackers.base import POINTS

PICTURE = (1280, 720)
FOCAL = 360 / np.tan(np.radians(31.5))


@pytest.mark.parametrize("beside", [-18.0, 0.0, 18.0])
@pytest.mark.parametrize("away", [45.0, 90.0])
def test_a_face_beside_the_middle_is_not_turned(beside: float, away: float) -> None:
    face = np.zeros((POINTS, 3))
    face[_AT] = _AVERAGE
    x, y, z = (face + np.array([beside, 6.0, -away])).T
    seen = np.stack([640 - FOCAL * x / z, 360 + FOCAL * y / z, -FOCAL * face[:, 2] / away], axis=1)
    fit = fit_heads(seen[None].astype(np.float32), PICTURE)
    assert np.abs(fit.degrees).max() < 1.0
    np.testing.assert_allclose(fit.shape[0, _AT], _AVERAGE, atol=0.15)
