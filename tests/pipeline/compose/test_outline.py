"""A small figure has a white border with a dark line, as a die-cut sticker has."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.compose import make_composer
from pipeline.types import Frames, Outline

PAGES = {"dark": (0x31, 0x33, 0x38), "light": (255, 255, 255)}


def disc(size: int, colour: tuple[int, int, int]) -> Frames:
    """A filled circle of half the frame's width, uint8 [1, size, size, 4]."""
    y, x = np.mgrid[:size, :size] + 0.5 - size / 2
    frame = np.zeros((1, size, size, 4), np.uint8)
    frame[..., :3] = colour
    frame[..., 3] = np.clip((size / 4 - np.hypot(x, y) + 0.5) * 255, 0, 255)
    return frame


def composed(frames: Frames, outline: Outline, background: str = "transparent", caption: str = "") -> Frames:
    """What the composer makes of them."""
    composer = make_composer(background, caption, frames.shape[1], 20.0, outline)
    return np.concatenate(list(composer(iter([frames]))))


@pytest.mark.parametrize("size", [64, 128, 320])
def test_the_border_is_white_and_its_line_dark(size: int) -> None:
    frame = composed(disc(size, (20, 10, 30)), Outline.WHITE)[0]
    row = frame[size // 2, : size // 4].astype(int)
    unit = size / 128
    edge = size / 4
    white = row[round(edge - 2 * unit)]
    assert white[3] == 255
    assert white[:3].min() > 240
    dark = row[int(edge - 3.5 * unit)]
    assert dark[3] > 200 or size < 128
    assert dark[:3].max() < 150 or size < 128
    assert not row[: int(edge - 5.5 * unit), 3].any()


def test_the_figure_itself_stays_as_it_is() -> None:
    frames = disc(128, (200, 60, 90))
    inside = frames[..., 3] == 255
    np.testing.assert_array_equal(composed(frames, Outline.WHITE)[inside], frames[inside])


@pytest.mark.parametrize("page", list(PAGES))
@pytest.mark.parametrize("colour", [*PAGES.values()])
def test_a_figure_of_the_page_s_colour_is_seen(page: str, colour: tuple[int, int, int]) -> None:
    frame = composed(disc(128, colour), Outline.AUTO)[0].astype(float)
    alpha = frame[..., 3:] / 255
    shown = frame[..., :3] * alpha + np.array(PAGES[page]) * (1 - alpha)
    assert np.ptp(shown.mean(axis=-1)) > 100


@pytest.mark.parametrize(
    ("outline", "size", "background", "has"),
    [
        (Outline.AUTO, 128, "transparent", True),
        (Outline.AUTO, 320, "transparent", False),
        (Outline.AUTO, 128, "sunset", False),
        (Outline.WHITE, 320, "transparent", True),
        (Outline.NONE, 128, "transparent", False),
    ],
)
def test_when_there_is_one(outline: Outline, size: int, background: str, has: bool) -> None:
    frames = disc(size, (10, 10, 10))
    plain = composed(frames, Outline.NONE, background)
    assert np.array_equal(composed(frames, outline, background), plain) is not has
