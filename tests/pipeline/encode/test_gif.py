"""A GIF shows what was meant: exact transparency, right colours, right times, no trails."""

from __future__ import annotations

import io

import numpy as np
import pytest
from hypothesis import given, settings
from PIL import Image

from pipeline.types import Frames
from tests.pipeline.encode.clips import ball, durations, made, noise, patchworks, shown, shown_by_libav, worst_error


@given(patchworks())
@settings(max_examples=120, deadline=None)
def test_what_pillow_shows_is_what_was_meant(frames: Frames) -> None:
    seen = shown(made(frames).data)
    assert seen.shape == frames.shape
    np.testing.assert_array_equal(seen[..., 3] == 255, frames[..., 3] >= 128)
    assert worst_error(frames, seen) <= 2


@given(patchworks())
@settings(max_examples=60, deadline=None)
def test_what_libav_shows_is_what_was_meant(frames: Frames) -> None:
    seen = shown_by_libav(made(frames).data)
    assert seen.shape == frames.shape
    np.testing.assert_array_equal(seen[..., 3] == 255, frames[..., 3] >= 128)
    assert worst_error(frames, seen) <= 2


def test_a_moving_shape_leaves_no_trail() -> None:
    frames = ball(24, 64)
    seen = shown(made(frames).data)
    np.testing.assert_array_equal(seen[..., 3] == 255, frames[..., 3] >= 128)
    assert worst_error(frames, seen) <= 3


def test_the_last_picture_cleans_up_for_the_first() -> None:
    with Image.open(io.BytesIO(made(ball(6, 32)).data)) as file:
        file.seek(5)
        assert file.disposal_method == 2  # type: ignore[attr-defined]


def test_what_stands_still_is_stored_once() -> None:
    still = np.repeat(ball(1, 64), 20, axis=0)
    assert len(made(still).data) < len(made(still[:1]).data) + 20 * 40


def test_pictures_that_only_add_are_kept_standing() -> None:
    frames = np.zeros((3, 16, 16, 4), np.uint8)
    for number in range(3):
        frames[number, : 5 * (number + 1)] = (200, 80, 40, 255)
    with Image.open(io.BytesIO(made(frames).data)) as file:
        methods = []
        for number in range(3):
            file.seek(number)
            methods.append(file.disposal_method)  # type: ignore[attr-defined]
    assert methods == [1, 1, 2]


@pytest.mark.parametrize(
    ("fps", "expected"),
    [(25, [40] * 6), (20, [50] * 6), (50, [20] * 6), (30, [30, 40, 30, 30, 40, 30]), (1, [1000] * 6)],
)
def test_delays_are_whole_hundredths(fps: float, expected: list[int]) -> None:
    assert durations(made(ball(6, 16), fps).data) == expected


def test_a_gif_says_that_it_runs_for_ever_and_how_fast() -> None:
    result = made(ball(30, 32), fps=30)
    assert (result.frames, result.fps, result.size) == (30, 30.0, 32)
    with Image.open(io.BytesIO(result.data)) as file:
        assert file.info["loop"] == 0
        assert sum(durations(result.data)) == 1000


def test_a_single_picture_is_a_gif_too() -> None:
    frames = ball(1, 32)
    result = made(frames)
    assert result.frames == 1
    np.testing.assert_array_equal(shown(result.data)[..., 3] == 255, frames[..., 3] >= 128)


def test_nothing_at_all_is_transparent() -> None:
    assert not shown(made(np.zeros((3, 16, 16, 4), np.uint8)).data)[..., 3].any()


def test_haze_is_not_shown_and_edges_keep_their_own_colour() -> None:
    frames = np.zeros((1, 16, 16, 4), np.uint8)
    frames[..., :] = (250, 20, 20, 127)
    frames[0, 4:12, 4:12] = (250, 20, 20, 128)
    seen = shown(made(frames).data)
    assert (seen[0, ..., 3] == 255).sum() == 64
    np.testing.assert_allclose(seen[0, 8, 8, :3], (250, 20, 20), atol=2)


def test_many_colours_are_brought_to_few_with_little_error() -> None:
    frames = ball(12, 96)
    seen = shown(made(frames).data)
    visible = frames[..., 3] >= 128
    error = np.abs(frames[visible][:, :3].astype(int) - seen[visible][:, :3])
    assert error.mean() < 2.5


def test_noise_survives() -> None:
    frames = noise(4, 24)
    seen = shown(made(frames).data)
    np.testing.assert_array_equal(seen[..., 3] == 255, frames[..., 3] >= 128)
