"""Captions can be read, on anything, at any size."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.compose import CaptionError, make_composer
from pipeline.compose.blend import Layer
from pipeline.compose.caption import LONGEST_CAPTION, make_caption, readable
from pipeline.types import Frames

DARK, LIGHT = (0x31, 0x33, 0x38, 255), (255, 255, 255, 255)


def captioned(caption: str, size: int = 320, ground: tuple[int, int, int, int] = (0, 0, 0, 0)) -> Frames:
    """One frame of a single colour with the caption on it."""
    frames = np.full((1, size, size, 4), ground, np.uint8)
    composed: Frames = next(iter(make_composer("transparent", caption, size, 25)(iter([frames]))))[0]
    return composed


@pytest.mark.parametrize("caption", ["Good morning!", "おはよう世界", "Привет", "Ünïcödé", "♥ ♪ ★"])
@pytest.mark.parametrize("size", [128, 320])
@pytest.mark.parametrize("ground", [DARK, LIGHT])
def test_white_letters_stand_in_a_dark_outline(caption: str, size: int, ground: tuple[int, int, int, int]) -> None:
    frame = captioned(caption, size, ground)
    written = np.abs(frame.astype(int) - ground).max(axis=-1) > 40
    light, dark = (frame[..., :3] > 220).all(axis=-1), (frame[..., :3] < 80).all(axis=-1)
    rows = np.flatnonzero(written.any(axis=1))
    assert rows[0] > size * 0.6
    assert rows[-1] < size * 0.99
    inside = slice(rows[0], rows[-1] + 1)
    assert light[inside].mean() > 0.05
    assert dark[inside].mean() > 0.05


def test_it_lies_on_nothing_with_its_own_alpha() -> None:
    frame = captioned("Hi!")
    assert not frame[:200].any()
    assert (frame[..., 3] == 255).any()
    half = (frame[..., 3] > 40) & (frame[..., 3] < 200)
    # The outer edge is the outline's colour, not mixed with the black of nothing.
    np.testing.assert_allclose(np.median(frame[half][:, :3], axis=0), (43, 36, 54), atol=4)


def test_long_captions_have_two_lines_and_stay_below_the_face() -> None:
    frame = captioned("When the build finally passes after three hours")
    rows = frame[..., 3].any(axis=1)
    assert np.flatnonzero(rows)[0] > 320 * 0.7
    assert (frame[..., 3].any(axis=0)).mean() > 0.8


@pytest.mark.parametrize("caption", ["x" * LONGEST_CAPTION, "字" * LONGEST_CAPTION, "WWW " * 14])
@pytest.mark.parametrize("size", [16, 64, 320])
def test_the_longest_captions_fit(caption: str, size: int) -> None:
    frame = captioned(caption, size)
    assert frame[..., 3].any()
    assert not frame[: size // 2, :, 3].any() or size == 16
    assert frame[:, 0, 3].max() < 64 or size == 16


def test_a_word_that_never_ends_is_broken() -> None:
    frame = captioned("a" * 60)
    rows = np.flatnonzero(frame[..., 3].any(axis=1))
    assert len(rows) > 320 * 0.12


def test_too_long_a_caption_is_said() -> None:
    with pytest.raises(CaptionError, match="61 characters: shorten it to at most 60"):
        make_caption("x" * 61, 320)


@pytest.mark.parametrize(
    ("caption", "written"),
    [
        ("  a \n b\t\x00c\u200b ", "a b c"),
        ("ありがとう😀❤️♪", "ありがとう❤♪"),
        ("👨‍👩‍👧", ""),
        ("e\u0301", "é"),
        ("\u202eabc", "abc"),
        ("　全角　", "全角"),
    ],
)
def test_only_what_can_be_written_is_kept(caption: str, written: str) -> None:
    assert readable(caption) == written


@pytest.mark.parametrize("caption", ["", "   ", "😀😀", "\n\x07"])
def test_nothing_to_write_is_no_caption(caption: str) -> None:
    assert make_caption(caption, 320) is None


@given(st.text(max_size=LONGEST_CAPTION), st.sampled_from([16, 96, 320]))
@settings(max_examples=60, deadline=None)
def test_any_caption_can_be_made(caption: str, size: int) -> None:
    frame = captioned(caption, size)
    assert frame.shape == (size, size, 4)
    np.testing.assert_array_equal(frame, captioned(caption, size))


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=20, deadline=None)
def test_a_layer_lies_over_frames_with_any_alpha(seed: int) -> None:
    dice = np.random.default_rng(seed)
    frames = dice.integers(0, 256, (2, 12, 12, 4), dtype=np.uint8)
    picture = dice.integers(0, 256, (5, 7, 4), dtype=np.uint8)
    result = Layer(picture, 3, 4).over(frames)
    part, before = result[:, 4:9, 3:10].astype(float), frames[:, 4:9, 3:10].astype(float)
    front, back = picture[..., 3:] / 255, before[..., 3:] / 255
    alpha = front + back * (1 - front)
    colour = (picture[..., :3] * front + before[..., :3] * back * (1 - front)) / np.maximum(alpha, 1e-9)
    assert np.abs(part[..., 3:] - 255 * alpha).max() <= 0.51
    # Where hardly anything is, its colour is lost in rounding, as it may.
    assert (np.abs(part[..., :3] - colour)[alpha[..., 0] > 0.02]).max() <= 2
    outside = np.ones((12, 12), bool)
    outside[4:9, 3:10] = False
    np.testing.assert_array_equal(result[:, outside], frames[:, outside])
