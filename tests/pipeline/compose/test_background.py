"""Backgrounds by name, behind the character, with alpha treated rightly."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.compose import BackgroundError, make_composer
from pipeline.compose.background import BACKGROUND_NAMES, SCENES, make_background
from pipeline.compose.scenes import LOOP_SECONDS
from pipeline.types import Frames

NAMES = BACKGROUND_NAMES[1:]


def random_frames(count: int, size: int) -> Frames:
    return np.random.default_rng(1).integers(0, 256, (count, size, size, 4), dtype=np.uint8)


def over(front: Frames, back: Frames) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Porter and Duff's "over" for an opaque back, in floating point."""
    alpha = front[..., 3:] / 255
    mixed = front[..., :3] * alpha + back[..., :3] * (1 - alpha)
    return np.concatenate([mixed, np.full_like(alpha, 255)], axis=-1)


def test_transparent_without_a_caption_changes_nothing() -> None:
    batches = [random_frames(3, 16), random_frames(2, 16)]
    composed = list(make_composer("transparent", "", 16, 25)(iter(batches)))
    assert all(after is before for after, before in zip(composed, batches, strict=True))


@pytest.mark.parametrize("name", ["#4080c0", "sunburst", "night"])
def test_frames_lie_over_the_background(name: str) -> None:
    frames = random_frames(5, 48)
    before = frames.copy()
    behind = make_background(name, 48, 25)
    assert behind is not None
    composed = np.concatenate(list(make_composer(name, "", 48, 25)(iter([frames[:2], frames[2:]]))))
    expected = over(frames, np.stack([behind(number) for number in range(5)]))
    assert np.abs(composed - expected).max() <= 0.51
    np.testing.assert_array_equal(frames, before)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("size", [16, 128, 320])
def test_every_background_is_opaque_soft_and_always_the_same(name: str, size: int) -> None:
    first, again = make_background(name, size, 25), make_background(name, size, 25)
    assert first is not None and again is not None
    picture = first(7)
    assert picture.shape == (size, size, 4)
    assert picture.dtype == np.uint8
    assert (picture[..., 3] == 255).all()
    assert picture[..., :3].std() > 2
    np.testing.assert_array_equal(picture, again(7))


@pytest.mark.parametrize("name", SCENES)
def test_moving_backgrounds_loop_without_a_jump(name: str) -> None:
    scene = make_background(name, 64, 25)
    assert scene is not None
    around = round(LOOP_SECONDS * 25)
    np.testing.assert_array_equal(scene(0), scene(around))
    steps = [np.abs(scene(n + 1).astype(int) - scene(n)).mean() for n in range(around)]
    assert max(steps) < 1.5


@pytest.mark.parametrize("name", ["sakura", "night", "sparkle"])
def test_some_backgrounds_move(name: str) -> None:
    scene = make_background(name, 128, 25)
    assert scene is not None
    assert (scene(0) != scene(20)).any()


@pytest.mark.parametrize(
    ("name", "colour"),
    [
        ("pink", (255, 192, 203)),
        (" Sky Blue ", (135, 206, 235)),
        ("#f00", (255, 0, 0)),
        ("#12AB9f", (0x12, 0xAB, 0x9F)),
    ],
)
def test_colours_by_name_and_number(name: str, colour: tuple[int, int, int]) -> None:
    behind = make_background(name, 16, 25)
    assert behind is not None
    assert tuple(behind(0)[3, 3, :3]) == colour


@pytest.mark.parametrize(("name", "same"), [("桜", "sakura"), ("夜空", "night"), ("SUNSET", "sunset")])
def test_other_names(name: str, same: str) -> None:
    one, other = make_background(name, 32, 25), make_background(same, 32, 25)
    assert one is not None and other is not None
    np.testing.assert_array_equal(one(0), other(0))


@pytest.mark.parametrize("name", ["transparent", "", "none", "透明", " Transparent "])
def test_no_background(name: str) -> None:
    assert make_background(name, 16, 25) is None


def test_a_pattern_takes_a_colour() -> None:
    blue, usual = make_background("dots:skyblue", 64, 25), make_background("dots", 64, 25)
    assert blue is not None and usual is not None
    assert blue(0)[..., 2].mean() > blue(0)[..., 0].mean() + 20
    assert (blue(0) != usual(0)).any()


@pytest.mark.parametrize("name", ["sunst", "#12", "#12345678", "night:red", "dots:nothing", "dots:", "rgb(1,2", "{0}"])
def test_an_unknown_background_is_said_with_all_names(name: str) -> None:
    if name == "dots:":
        assert make_background(name, 16, 25) is not None
        return
    with pytest.raises(BackgroundError) as caught:
        make_composer(name, "", 16, 25)
    sentence = str(caught.value)
    assert name in sentence
    assert all(known in sentence for known in NAMES)


@given(st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_any_text_is_a_background_or_a_clear_error(name: str) -> None:
    try:
        make_background(name, 16, 25)
    except BackgroundError as error:
        assert len(str(error)) < 400
