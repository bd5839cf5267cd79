"""Figures that their picture cuts off."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.characters.pictures.align import Head, align
from pipeline.characters.pictures.borders import soften_cuts
from pipeline.types import Frames


def block(rows: slice, columns: slice) -> Frames:
    """A red block in a picture of 400 pixels."""
    picture = np.zeros((400, 400, 4), np.uint8)
    picture[rows, columns] = (200, 40, 40, 255)
    return picture


@pytest.mark.parametrize(
    ("rows", "columns", "border"),
    [
        (slice(100, 400), slice(100, 300), (-1, slice(None))),
        (slice(0, 300), slice(100, 300), (0, slice(None))),
        (slice(100, 300), slice(0, 300), (slice(None), 0)),
        (slice(100, 300), slice(100, 400), (slice(None), -1)),
    ],
)
def test_a_cut_that_will_be_seen_fades(rows: slice, columns: slice, border: tuple[slice | int, slice | int]) -> None:
    figure = block(rows, columns)
    head = Head(200, 100, 200)  # the whole picture is seen at 0.64 of its size
    soft = soften_cuts(figure, head)
    assert soft[border][..., 3].max() < 10
    assert np.array_equal(soft[..., :3], figure[..., :3])
    assert np.array_equal(soft[180:220, 180:220], figure[180:220, 180:220])
    before, after = (align(each, head)[..., 3].astype(int) for each in (figure, soft))
    axis = 0 if columns == slice(100, 300) else 1
    hard, steps = (np.abs(np.diff(each, axis=axis)).max(axis).max() for each in (before, after))
    assert hard > 120
    # The block's other side stays hard; the cut has no step left.
    side = slice(None, 100) if border[0] == 0 or border[1] == 0 else slice(-100, None)
    assert steps > 120
    near = np.take(after, np.arange(512)[64:384], axis=axis)
    assert np.abs(np.diff(np.take(near, np.arange(320)[side], axis=axis), axis=axis)).max() < 40


def test_what_is_not_cut_or_not_seen_stays() -> None:
    whole = block(slice(100, 300), slice(100, 300))
    assert soften_cuts(whole, Head(200, 200, 100)) is whole
    tall = block(slice(20, 400), slice(100, 300))
    assert soften_cuts(tall, Head(200, 100, 110)) is not tall
    # The head is smaller, so the picture's lower border lies below the aligned picture.
    assert soften_cuts(tall, Head(200, 100, 90)) is tall


def test_hair_that_touches_the_border_is_no_cut() -> None:
    strand = block(slice(0, 300), slice(198, 202))
    assert soften_cuts(strand, Head(200, 200, 100)) is strand
