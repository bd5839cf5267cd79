"""Faces that are put together anew: of the right form, different from each other, and still faces."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.motion.geometry import fit_heads
from pipeline.motion.trackers.blendshape_network import READ_POINTS, level, read_blendshapes
from pipeline.motion.watch import watch
from pipeline.types import Tracker
from tests.pipeline.motion.clips import SAMPLE
from training.sampled_faces import SampledFaces


@pytest.fixture(scope="module")
def faces() -> SampledFaces:
    sighting = watch(SAMPLE, Tracker.MESH, 0, lambda _: None)
    shape = fit_heads(sighting.points, sighting.size).shape[:, READ_POINTS]
    return SampledFaces([shape[:50], shape[50:]])


def test_the_same_seed_gives_the_same_faces_and_another_one_others(faces: SampledFaces) -> None:
    marks = faces.marks(np.random.default_rng(1), 50)
    assert marks.shape == (50, 146, 2)
    assert marks.dtype == np.float32
    assert np.array_equal(marks, faces.marks(np.random.default_rng(1), 50))
    assert np.abs(marks - faces.marks(np.random.default_rng(2), 50)).max() > 0.1


def test_they_vary_and_are_faces(faces: SampledFaces) -> None:
    marks = faces.marks(np.random.default_rng(3), 400)
    seen = level(marks).reshape(400, 146, 2)
    eyes, chin = seen[:, np.searchsorted(READ_POINTS, (33, 263))], seen[:, np.searchsorted(READ_POINTS, 152)]
    assert (chin[:, None, 1] > eyes[:, :, 1]).all()  # y points down
    assert (eyes[:, 1, 0] > eyes[:, 0, 0]).all()
    assert seen.std(axis=0).mean() > 0.05
    whole = np.zeros((400, 478, 3), np.float32)
    whole[:, READ_POINTS, :2] = marks
    said = read_blendshapes(whole)
    assert np.isfinite(said).all()
    assert (said.max(axis=0) > 0.3).sum() > 15  # many expressions, although the clip shows few
