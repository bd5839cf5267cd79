from __future__ import annotations

import numpy as np
import pytest

from pipeline.pixels.alpha import flatten, premultiply, unpremultiply
from pipeline.pixels.resize import crop_and_resize, shrink

EVERY_ALPHA = np.stack(np.meshgrid(np.arange(256), np.arange(256)), axis=-1).astype(np.uint8)
"""Every level [256, 256, 0] with every alpha [..., 1]."""
PICTURE = EVERY_ALPHA[..., [0, 0, 0, 1]]


def test_what_is_visible_survives_premultiplying_and_back() -> None:
    back = unpremultiply(premultiply(PICTURE))
    visible = PICTURE[..., 3] > 0
    np.testing.assert_array_equal(back[visible], PICTURE[visible])
    assert not back[~visible].any()


def test_a_filter_that_overshoots_leaves_no_wrapped_levels() -> None:
    overshot = np.array([[260.0, 100.0, -3.0, 262.0], [5.0, 5.0, 5.0, -2.0]], np.float32)
    assert unpremultiply(overshot).tolist() == [[255, 100, 0, 255], [255, 255, 255, 0]]


@pytest.mark.parametrize("colour", [0, 200, 255])
def test_flattening_rounds_to_the_nearest_level(colour: int) -> None:
    level, alpha = PICTURE[..., 0].astype(np.float64), PICTURE[..., 3] / 255
    exact = level * alpha + colour * (1 - alpha)
    np.testing.assert_array_equal(flatten(PICTURE, colour)[..., 0], np.rint(exact))


def test_flattening_on_a_colour() -> None:
    half = np.array([[[255, 0, 0, 51]]], np.uint8)
    assert flatten(half, (0, 100, 200)).tolist() == [[[51, 80, 160]]]


def test_colours_under_transparent_pixels_do_not_bleed_into_a_smaller_picture() -> None:
    picture = np.zeros((64, 64, 4), np.uint8)
    picture[..., 1] = 255
    picture[:, :33] = (200, 40, 40, 255)
    for small in (shrink(picture, 0.25), crop_and_resize(picture, (0, 0, 64, 64), 16)):
        assert small.shape == (16, 16, 4)
        shown = small[small[..., 3] > 32]
        assert 0 < small[8, 8, 3] < 128
        assert np.abs(shown[:, :3].astype(int) - (200, 40, 40)).max() <= 10


def test_a_crop_may_begin_in_the_middle_of_a_pixel() -> None:
    ramp = np.zeros((32, 32, 4), np.uint8)
    ramp[..., 0] = np.arange(32) * 8
    ramp[..., 3] = 255
    whole, shifted = (crop_and_resize(ramp, (x, 8, x + 8, 16), 8)[4, 4, 0] for x in (8.0, 8.5))
    assert int(shifted) - int(whole) == 4
