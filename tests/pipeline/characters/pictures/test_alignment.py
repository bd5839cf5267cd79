"""Heads found and brought where a poser expects them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from pipeline.characters.pictures.align import ALIGNED, Head, align, overlap, transform_to
from pipeline.types.spec import Edition
from tests.pipeline.characters.pictures.portraits import head_of, moved, moved_head, portrait
from tests.shared_data import shared

SEEDS = range(40_000, 40_040)
"""Of characters that the head finder was not trained on."""


def random_head(dice: np.random.Generator) -> Head:
    """Somewhere in a picture of 640 pixels, up to 20 degrees aslant."""
    side = 128 * float(np.exp(dice.uniform(-0.5, 0.5)))
    return Head(640 * dice.uniform(0.42, 0.58), 640 * dice.uniform(0.3, 0.45), side, dice.uniform(-20, 20))


@given(st.floats(-200, 800), st.floats(-200, 800), st.floats(8, 600), st.floats(-180, 180), st.floats(8, 600))
def test_a_transform_takes_a_head_to_its_target(x: float, y: float, side: float, angle: float, wanted: float) -> None:
    target = Head(40.0, 60.0, wanted, 10.0)
    matrix = transform_to(Head(x, y, side, angle), target)
    assert matrix @ [x, y, 1] == pytest.approx([40, 60], abs=1e-6)
    turn = np.radians(angle)
    right = np.array([x + side * np.cos(turn), y + side * np.sin(turn), 1])
    lean = np.radians(10)
    assert matrix @ right == pytest.approx([40 + wanted * np.cos(lean), 60 + wanted * np.sin(lean)], abs=1e-6)


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 1000))
def test_moving_away_and_aligning_gives_the_picture_again(seed: int) -> None:
    head = random_head(np.random.default_rng(seed))
    true = portrait(8)
    found = align(moved(true, head, 640, 640), head)
    assert found.shape == (512, 512, 4)
    middle = slice(40, 240), slice(150, 362)
    assert np.abs(found[middle].astype(int) - true[middle].astype(int)).mean() < 12


def test_overlap() -> None:
    assert overlap(ALIGNED, ALIGNED) == 1
    assert overlap(Head(0, 0, 10), Head(5, 0, 10)) == pytest.approx(1 / 3)
    assert overlap(Head(0, 0, 10), Head(50, 0, 10)) == 0


@pytest.mark.parametrize("edition", list(Edition))
def test_heads_of_drawn_characters_are_found(edition: Edition) -> None:
    pytest.importorskip("torch", reason="needs animemoji[neural]")
    from pipeline.characters.pictures.find import find_head

    dice = np.random.default_rng(5)
    overlaps, leans = [], []
    newest = edition is list(Edition)[-1]
    for seed in SEEDS if newest else SEEDS[::2]:  # those before it do not change any more
        true = random_head(dice)
        found = find_head(moved(portrait(seed, edition=edition), true, 640, 640)).head
        true = moved_head(head_of(seed, edition), true)
        overlaps.append(0.0 if found is None else overlap(found, true))
        leans.append(90.0 if found is None else abs(found.angle - true.angle))
    assert np.mean(np.array(overlaps) >= 0.85) >= 0.95
    assert np.median(leans) < 2


def test_heads_of_demo_pictures_are_found() -> None:
    """Real drawings by other artists, some turned a little: their boxes go from the top of the hair to the chin, with
    the chin in the middle."""
    pytest.importorskip("torch", reason="needs animemoji[neural]")
    from pipeline.characters.pictures.find import find_head

    dice = np.random.default_rng(5)
    overlaps = []
    for path in sorted(shared("images").glob("*.png")):
        picture = np.asarray(Image.open(path).convert("RGBA"))
        for true in (ALIGNED, *(random_head(dice) for _ in range(7))):
            found = find_head(picture if true is ALIGNED else moved(picture, true, 640, 640)).head
            assert found is not None
            assert abs(found.angle - true.angle) < 9
            overlaps.append(overlap(found, true))
    assert np.mean(np.array(overlaps) >= 0.85) >= 0.95
    assert min(overlaps) > 0.8
