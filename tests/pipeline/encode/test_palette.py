"""A palette has as many colours as it takes to look the same, and no more."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.encode.palette import Histogram, enough_colours, make_palette
from pipeline.encode.paletted import MOST_COLOURS, colours_that_do
from pipeline.pixels.oklab import oklab
from pipeline.types import FloatArray

COUNTS = (8, 16, 32, 64)


def histogram_of(rgb: FloatArray) -> Histogram:
    """Every colour as often as every other."""
    return Histogram(rgb, np.ones(len(rgb)))


def error_of(colours: Histogram, count: int) -> float:
    """The mean distance from the palette of so many colours."""
    return float(make_palette(colours, count).distance(oklab(colours.rgb.astype(np.float32))).mean())


@given(st.integers(1, 400), st.integers(0, 2**32 - 1), st.floats(0.005, 0.2))
@settings(max_examples=60, deadline=None)
def test_the_fewest_colours_that_come_close_enough_are_taken(count: int, seed: int, most_error: float) -> None:
    colours = histogram_of(np.random.default_rng(seed).uniform(0, 255, (count, 3)))
    chosen = enough_colours(colours, COUNTS, most_error)
    assert chosen == COUNTS[-1] or error_of(colours, chosen) <= most_error
    assert all(error_of(colours, fewer) > most_error for fewer in COUNTS if fewer < chosen)


def test_a_shaded_figure_needs_few_colours_and_a_rainbow_all_of_them() -> None:
    shades = np.linspace((40, 20, 90), (230, 220, 255), 2000)
    assert colours_that_do(histogram_of(shades)) == 48
    assert colours_that_do(histogram_of(np.random.default_rng(1).uniform(0, 255, (9000, 3)))) == MOST_COLOURS


def test_nothing_visible_needs_no_thought() -> None:
    assert colours_that_do(Histogram(np.zeros((0, 3)), np.zeros(0))) == 48
