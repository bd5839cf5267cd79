"""Captions can be read, on anything, at any size."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.compose import CaptionError, make_composer
from pipeline.compose.blend import Overlay
from pipeline.compose.caption import _fit, left_out, make_caption, readable
from pipeline.compose.typeset import clusters, is_right_to_left, set_line
from pipeline.types import BUST, FACE, Frames, Framing, notice_text
from pipeline.types.frames import GROWTH, MOUTH_LOW
from pipeline.types.limits import CAPTION_LENGTH

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


@pytest.mark.parametrize("caption", ["x" * CAPTION_LENGTH, "字" * CAPTION_LENGTH, "WWW " * 14])
@pytest.mark.parametrize("size", [16, 64, 320])
def test_the_longest_captions_fit(caption: str, size: int) -> None:
    frame = captioned(caption, size)
    assert frame[..., 3].any()
    assert not frame[: size // 2, :, 3].any() or size == 16
    assert frame[:, 0, 3].max() < 64 or size == 16


@pytest.mark.parametrize("framing", [FACE, BUST])
@pytest.mark.parametrize("caption", ["Hi!", "When the build finally passes", "字" * CAPTION_LENGTH, "WWW " * 14])
@pytest.mark.parametrize("size", [128, 320])
def test_no_caption_covers_a_mouth(framing: Framing, caption: str, size: int) -> None:
    begins = make_composer("transparent", caption, size, 25).writes_from
    for growth in (1.0, GROWTH):  # a poser may let it grow upward
        shown = framing.showing(MOUTH_LOW, begins)
        above_the_edge = shown.y + shown.side - MOUTH_LOW
        assert above_the_edge / (shown.side * growth) >= 1 - begins - 1e-6


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
        ("ありがとう😀❤️♪", "ありがとう😀❤️♪"),
        ("👨‍👩‍👧", "👨‍👩‍👧"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("hi <:pepe:123456789012345678>", "hi :pepe:"),
        ("<a:party_cat:123456789012345678>!", ":party_cat:!"),
        ("a\ue000b\U00013080c", "abc"),
        ("e\u0301", "é"),
        ("\u202eabc", "abc"),
        ("　全角　", "全角"),
    ],
)
def test_only_what_can_be_written_is_kept(caption: str, written: str) -> None:
    assert readable(caption) == written


@pytest.mark.parametrize("caption", ["", "   ", "\u200d\u200f", "\n\x07", "\U00013080"])
def test_nothing_to_write_is_no_caption(caption: str) -> None:
    assert make_caption(caption, 320) is None


@pytest.mark.parametrize(
    "caption", ["안녕하세요", "这个说话饭团东车", "LOL 😂", "नमस्ते", "مرحبا", "שלום", "สวัสดี", "ığüşçö"]
)
def test_every_script_is_written_whole(caption: str) -> None:
    assert left_out(caption) == ""
    assert readable(caption) == caption
    line = set_line(caption, is_right_to_left(caption))
    assert all(glyph.id != 0 for glyph in line.glyphs)
    assert (captioned(caption)[..., 3] == 255).sum() > 900


def test_what_no_font_has_is_named_once() -> None:
    assert left_out("a\ue000\U00013080\ue000\u202e\n") == "\ue000\U00013080"
    notices = make_composer("transparent", "a\U00013080", 64, 25).notices
    assert [notice_text(notice) for notice in notices] == [
        "No font here has these characters of the caption, so they were left out: \U00013080"
    ]
    assert make_composer("transparent", "안녕 😂", 64, 25).notices == ()


def test_arabic_letters_join_and_run_from_right_to_left() -> None:
    joined = set_line("\u0628\u0628\u0628", right_to_left=True)
    apart = set_line("\u0628\u200c\u0628\u200c\u0628", right_to_left=True)
    assert len({glyph.id for glyph in joined.glyphs}) > 1
    assert joined.width < apart.width
    # The first letter of a word stands at its right: alef is a lone stroke, so its place is easily found.
    word = captioned("\u0627" + "\u0628" * 3, 320)[..., 3]
    columns = np.flatnonzero(word.any(axis=0))
    assert word[:, columns[-1] - 12 :].any(axis=1).sum() > 1.3 * word[:, : columns[0] + 12].any(axis=1).sum()


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("abc \u05d0\u05d1\u05d2 def", "abc \u05d2\u05d1\u05d0 def"),
        ("\u05d0\u05d1 12 \u05d2\u05d3", "\u05d3\u05d2 12 \u05d1\u05d0"),
        ("\u05d0\u05d1 (abc)!", "!(abc) \u05d1\u05d0"),
    ],
)
def test_words_of_both_directions_stand_in_reading_order(text: str, order: str) -> None:
    line = set_line(text, is_right_to_left(text))
    shown = sorted(line.glyphs, key=lambda glyph: glyph.x)
    assert [glyph.id for glyph in shown] == [
        glyph.font.shaper.get_nominal_glyph(ord(char)) for glyph, char in zip(shown, order, strict=True)
    ]


def test_a_word_is_set_in_one_font() -> None:
    assert len({glyph.font for glyph in set_line("ığüşçö hello").glyphs}) == 1
    assert len({glyph.font for glyph in set_line("这个说话饭团东车").glyphs}) == 1


def test_korean_breaks_between_words() -> None:
    lines, _ = _fit("안녕하세요 여러분 반가워요", 300, 320)
    assert lines == ("안녕하세요", "여러분 반가워요")


def test_an_emoji_is_never_cut_apart() -> None:
    family = "👨‍👩‍👧"
    assert clusters(family * 2) == [0, len(family), 2 * len(family)]
    flag_and_hand = "🇯🇵👍🏽"
    assert clusters(flag_and_hand) == [0, 2, 4]


@pytest.mark.parametrize("caption", ["😂😂😂", "👨‍👩‍👧", "🐱"])
def test_emoji_are_white_shapes_with_dark_lines(caption: str) -> None:
    frame = captioned(caption)
    solid = frame[frame[..., 3] == 255][:, :3]
    light, dark = (solid > 220).all(axis=1).mean(), (solid < 80).all(axis=1).mean()
    assert light > 0.25
    assert dark > 0.1


@given(st.text(max_size=CAPTION_LENGTH), st.sampled_from([16, 96, 320]))
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
    result = Overlay(picture, 3, 4).over(frames)
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
