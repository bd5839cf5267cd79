"""The network that reads expressions from landmarks: what it must not care for, and what it must say."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt
import pytest

from pipeline.motion.blendshapes import BLENDSHAPES
from pipeline.motion.trackers.blendshape_network import READ_POINTS, WEIGHTS, level, read_blendshapes
from pipeline.motion.trackers.mesh import _EYES, _MIRRORED_EYES
from pipeline.motion.watch import Sighting, watch
from pipeline.types import Tracker
from tests.pipeline.motion.clips import SAMPLE, truth
from tests.shared_data import shared


@cache
def sighting() -> Sighting:
    return watch(SAMPLE, Tracker.MESH, 0, lambda _: None)


def column(values: npt.NDArray[np.float32], name: str) -> npt.NDArray[np.float64]:
    return values[:, BLENDSHAPES.index(name)].astype(np.float64)


@pytest.mark.parametrize(("scale", "degrees", "shift"), [(0.3, 0, 40), (1, 25, -300), (4, -40, 1000)])
def test_place_size_and_lean_of_a_face_do_not_matter(scale: float, degrees: float, shift: float) -> None:
    points = sighting().points
    angle = np.radians(degrees)
    turn = np.array([[np.cos(angle), -np.sin(angle), 0], [np.sin(angle), np.cos(angle), 0], [0, 0, 1]])
    moved = (points @ turn.T * scale + shift).astype(np.float32)
    assert np.abs(read_blendshapes(moved) - read_blendshapes(points)).max() < 0.01
    seen = level(moved[:, READ_POINTS, :2])
    assert np.abs(seen.mean(axis=1)).max() < 0.01
    assert np.allclose((seen**2).sum(axis=1), len(READ_POINTS), rtol=1e-3)


def test_it_sees_the_sample_clip_blink_talk_and_smile() -> None:
    values = read_blendshapes(sighting().points)
    true = {name: np.asarray(truth()[name]) for name in ("mouth", "smile")}
    blinks = column(values, "eyeBlinkLeft")
    open_eyed = np.delete(blinks, [at + d for at in truth()["blink_frames"] for d in range(-4, 5)])
    assert min(blinks[truth()["blink_frames"]]) > 2 * open_eyed.max()
    assert (
        column(values, "jawOpen")[true["mouth"] > 0.6].min() > 5 * column(values, "jawOpen")[true["mouth"] == 0].mean()
    )
    assert np.corrcoef(column(values, "mouthSmileLeft"), true["smile"])[0, 1] > 0.85


def test_it_says_what_its_teacher_says() -> None:
    """FaceLandmarker's own points, and what its blendshape network makes of them."""
    model = shared("face_landmarker.task")
    for clip in (SAMPLE, shared("clips/d10.mp4")):
        seen = watch(clip, Tracker.LANDMARKER, 0, lambda _: None, model)
        difference = np.abs(read_blendshapes(seen.points) - seen.blendshapes)
        assert difference.mean() < 0.02
        assert np.quantile(difference, 0.99) < 0.2


def test_a_face_that_was_not_seen_has_no_expression() -> None:
    points = sighting().points[:3].copy()
    points[1] = np.nan
    values = read_blendshapes(points)
    assert np.isnan(values[1]).all()
    # Another number of faces at once is added up in another order.
    assert values[::2] == pytest.approx(read_blendshapes(points[::2]), abs=1e-5)
    assert values[0].min() >= 0
    assert values[0].max() <= 1


def test_the_weights_are_small() -> None:
    assert WEIGHTS.stat().st_size < 300_000


def test_the_eyes_in_the_mirror_are_the_other_ones() -> None:
    """A face seen from ahead, folded over its middle: each landmark comes to lie on the one that takes its place."""
    face = level(sighting().points[:1, READ_POINTS, :2]).reshape(-1, 2)
    at = {int(point): place for place, point in enumerate(READ_POINTS)}
    pairs = [(at[a], at[b]) for a, b in zip(_EYES, _MIRRORED_EYES, strict=True) if a in at and b in at]
    left, right = (face[[pair[side] for pair in pairs]] for side in (0, 1))
    assert np.abs(left * (-1, 1) - right).max() < 0.12
