"""Backgrounds removed: alpha against pictures whose alpha is known."""

from __future__ import annotations

import io

import cv2
import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from pipeline.characters.pictures.background import cut_out, fit_border
from pipeline.characters.pictures.matting import Matte, remove_background
from pipeline.types import Frames
from tests.pipeline.characters.pictures.portraits import on_background, on_colour, portrait
from tests.shared_data import shared

FLAT = [
    (255, 255, 255), (0, 0, 0), (128, 128, 128), (235, 235, 228), (52, 56, 64), (120, 170, 220), (60, 140, 80),
    (250, 210, 215), (255, 200, 60), (90, 40, 110),
]  # fmt: skip
GRADED = [
    ((255, 255, 255), (190, 200, 215)), ((250, 200, 200), (150, 160, 240)), ((30, 30, 60), (90, 60, 120)),
    ((200, 230, 255), (255, 250, 220)), ((60, 140, 80), (160, 210, 150)), ((255, 170, 120), (255, 230, 160)),
    ((20, 20, 20), (110, 110, 110)), ((240, 240, 240), (255, 220, 235)), ((120, 200, 200), (60, 110, 160)),
    ((180, 150, 220), (240, 220, 250)),
]  # fmt: skip


Colour = tuple[int, int, int]


def graded(ends: tuple[Colour, Colour]) -> npt.NDArray[np.float64]:
    """From the one colour at the top to the other one at the bottom, float [512, 512, 3]."""
    top, bottom = np.array(ends, np.float64)
    return np.asarray(top + np.linspace(0, 1, 512)[:, None, None] * (bottom - top) + np.zeros((1, 512, 1)))


def miss(found: Frames, true: Frames) -> float:
    """Mean absolute difference of alpha, 0..1."""
    return float(np.abs(found[..., 3] / 255 - true[..., 3] / 255).mean())


@pytest.mark.parametrize("seed", [3, 8])
def test_drawn_characters_over_twenty_backgrounds(seed: int) -> None:
    true = portrait(seed)
    misses = []
    for background in [*(np.ones((512, 512, 3)) * np.array(colour) for colour in FLAT), *map(graded, GRADED)]:
        found, how = remove_background(on_background(true, background))
        assert how is Matte.FLAT
        misses.append(miss(found, true))
    assert np.mean(misses) < 0.008
    assert max(misses) < 0.02


def test_demo_pictures_over_backgrounds() -> None:
    pictures = sorted(shared("images").glob("*.png"))
    for number, path in enumerate(pictures):
        true = np.asarray(Image.open(path).convert("RGBA"))
        for ends in (GRADED[number], (FLAT[number],) * 2):
            found, _ = remove_background(on_background(true, graded(ends)))
            assert miss(found, true) < 0.02, path.name


def as_jpeg(picture: Frames, quality: int) -> Frames:
    """What comes back of a picture that was saved as a JPEG."""
    file = io.BytesIO()
    Image.fromarray(picture).convert("RGB").save(file, "JPEG", quality=quality)
    return np.asarray(Image.open(file).convert("RGBA"))


@pytest.mark.parametrize("quality", [60, 90])
@pytest.mark.parametrize("colour", [(255, 255, 255), (250, 210, 215), (0, 177, 64), (30, 80, 220), (128, 128, 128)])
def test_a_jpeg_s_ringing_is_no_halo(colour: Colour, quality: int) -> None:
    """Ripples and bleeding colours around the figure are no part of it, on any page."""
    true = portrait(3)
    background = fit_border(np.ascontiguousarray(as_jpeg(on_colour(true, colour), quality)[..., :3]))
    assert background is not None
    found = cut_out(np.ascontiguousarray(as_jpeg(on_colour(true, colour), quality)[..., :3]), background)
    assert miss(found, true) < 0.012
    around = cv2.dilate((true[..., 3] > 0).astype(np.uint8), np.ones((9, 9), np.uint8)) == 0
    gaps = (true[..., 3] == 0) & ~around
    assert (found[around][:, 3] > 60).mean() < 0.003, "no pieces of the background"
    assert (found[gaps][:, 3] > 60).mean() < 0.35
    if colour == (0, 177, 64):
        on_grey, wanted = composed(found, 128), composed(true, 128)
        edge = ~around & (true[..., 3] < 255)
        greener = (on_grey - on_grey[..., [0, 2]].max(-1, keepdims=True))[..., 1]
        usual = (wanted - wanted[..., [0, 2]].max(-1, keepdims=True))[..., 1]
        assert (greener - usual)[edge].mean() < 9, "no green rim"


def test_a_jpeg_is_cut_out_as_a_whole() -> None:
    true = portrait(8)
    found, how = remove_background(as_jpeg(on_colour(true, (250, 250, 250)), 70))
    assert how is Matte.FLAT
    assert miss(found, true) < 0.008


def test_no_halo_shows_on_the_opposite_colour() -> None:
    """Cut out of white and put on black, edges are nearly as dark as if they had been drawn there."""
    true = portrait(8)
    found, _ = remove_background(on_colour(true, (255, 255, 255)))
    edge = (true[..., 3] > 20) & (true[..., 3] < 235)
    on_black = on_colour(found, (0, 0, 0))[edge].astype(float)
    wanted = on_colour(true, (0, 0, 0))[edge].astype(float)
    assert np.abs(on_black - wanted).mean() < 13
    assert on_black[:, :3].mean() - wanted[:, :3].mean() < 13


def composed(picture: Frames, level: int) -> npt.NDArray[np.float64]:
    """A picture over black, white or a grey, float [H, W, 3]."""
    alpha = picture[..., 3:] / 255
    return np.asarray(picture[..., :3] * alpha + level * (1 - alpha))


def test_soft_borders_on_black_and_on_white() -> None:
    """Nothing of the light background stays on dark pages; what lies behind an outline stays on them."""
    lighter, misses_on_black, misses_on_white, holes = [], [], [], []
    for seed in (3, 5, 8):
        true = portrait(seed)
        soft = (true[..., 3] > 0) & (true[..., 3] < 255)
        near = cv2.dilate(soft.astype(np.uint8), np.ones((7, 7), np.uint8)) > 0
        for colour in ((255, 255, 255), (235, 235, 228), (250, 210, 215)):
            found, _ = remove_background(on_colour(true, colour))
            on_black, on_white = (composed(found, level) - composed(true, level) for level in (0, 255))
            misses_on_black.append(np.abs(on_black[near]).mean())
            misses_on_white.append(np.abs(on_white[near]).mean())
            lighter.append(on_black[near].mean())
            holes.append(((true[..., 3] == 255) & (found[..., 3] < 200)).sum())
    assert np.mean(misses_on_black) < 8
    assert np.mean(misses_on_white) < 0.8
    assert max(lighter) < 1
    assert np.mean(holes) < 200


def test_edges_have_the_figure_s_own_colours() -> None:
    """Thin outlines as well, whose own pixels are all mixed with what lies behind them."""
    misses = []
    for seed in (3, 5, 8, 11):
        true = portrait(seed)
        for colour in ((255, 255, 255), (235, 235, 228), (120, 170, 220)):
            found, _ = remove_background(on_colour(true, colour))
            edge = (true[..., 3] > 20) & (true[..., 3] < 235) & (found[..., 3] > 20)
            misses.append(np.abs(found[edge][:, :3].astype(float) - true[edge][:, :3]).mean())
    assert np.mean(misses) < 27


def test_real_alpha_is_kept() -> None:
    true = portrait(8)
    found, how = remove_background(true)
    assert how is Matte.ALPHA
    assert found is true


def _glow(inner: Colour, outer: Colour) -> npt.NDArray[np.float64]:
    """From the one colour in the middle to the other one in the corners, evenly."""
    rows, columns = np.mgrid[0:512, 0:512] / 512
    far = np.clip(np.hypot(rows - 0.5, columns - 0.5) / 0.7, 0, 1)[..., None]
    return np.asarray(np.array(inner) * (1 - far) + np.array(outer) * far)


def test_a_glow_behind_the_head_is_graded() -> None:
    for seed in (3, 8):
        true = portrait(seed)
        for ends in (((255, 255, 245), (140, 170, 215)), ((120, 150, 140), (30, 40, 50))):
            found, how = remove_background(on_background(true, _glow(*ends)))
            assert how is Matte.FLAT
            assert miss(found, true) < 0.02


def test_a_background_that_is_flat_at_the_border_alone() -> None:
    """A sky above, houses below; stripes of two colours: the flat colour is not all of it."""
    true = portrait(8)
    dice = np.random.default_rng(4)
    town = graded(((90, 150, 220), (170, 210, 240)))
    town[300:] = np.kron(dice.uniform(40, 220, (8, 16, 3)), np.ones((27, 32, 1)))[:212]
    stripes = np.where((np.arange(512) // 40 % 3 == 0)[None, :, None], [255.0, 200, 220], [190.0, 220, 255])
    for background in (town, np.broadcast_to(stripes, (512, 512, 3))):
        found, how = remove_background(on_background(true, np.asarray(background)))
        assert how in (Matte.SEGMENTED, Matte.REMBG)
        assert miss(found, true) < 0.06


def test_a_busy_background_is_segmented() -> None:
    true = portrait(3)
    dice = np.random.default_rng(0)
    colours = dice.uniform(0, 255, (9, 9, 3)).astype(np.uint8)
    busy = np.asarray(Image.fromarray(colours).resize((512, 512), Image.Resampling.BICUBIC), np.float64)
    found, how = remove_background(on_background(true, busy))
    assert how in (Matte.SEGMENTED, Matte.REMBG)
    assert miss(found, true) < 0.08
