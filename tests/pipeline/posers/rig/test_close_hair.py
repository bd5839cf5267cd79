"""Hair that lies close to the head, ropes and grey temples, measured on pictures."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from pipeline.drawing.hair.greying import greys
from pipeline.drawing.hair.sleek import sleek_outline
from pipeline.drawing.pen import Layer
from pipeline.posers.rig.character import draw_character
from pipeline.types import FULL, RigSpec
from pipeline.types.spec import Age, Build, Edition, HairBack, HairColouring, HairFront, HairSide
from tests.pipeline.posers.rig.pictures import PLAIN, green, hair_kit, picture

MAN = replace(
    PLAIN, edition=Edition.FOURTH, build=Build.MALE, age=Age.ADULT, hair_back=HairBack.SHORT, hair_side=HairSide.NONE,
    hair_front=HairFront.SWEPT_BACK, hair_colour="#18b048", skin="#f0c8a8",
)  # fmt: skip


def _widths(spec: RigSpec) -> np.ndarray[tuple[int, ...], np.dtype[np.int_]]:
    """How far hair reaches across each row that has some, pixels."""
    rows = [np.flatnonzero(row) for row in green(spec) if row.any()]
    return np.array([row[-1] - row[0] for row in rows])


def test_hair_combed_back_is_one_smooth_curve_that_narrows_to_the_ears() -> None:
    shape = sleek_outline(hair_kit(MAN))
    assert shape.clefts == ()
    assert not shape.give.any()
    assert shape.points[-1, 0] < 0.95 * shape.points[:, 0].max()
    steps = np.diff(shape.points[:, :2], axis=0)
    turns = np.diff(np.unwrap(np.arctan2(steps[:, 1], steps[:, 0])))
    assert (turns > 0).all()


def test_hair_combed_back_is_narrower_than_a_fringed_cut() -> None:
    assert _widths(MAN).max() < 0.95 * _widths(replace(MAN, hair_front=HairFront.STRAIGHT)).max()


def test_an_undercut_leaves_the_sides_shaved() -> None:
    shaved, full = (
        np.count_nonzero(green(replace(MAN, hair_front=HairFront.SIDE_PART, hair_back=back))[130:170])
        for back in (HairBack.UNDERCUT, HairBack.SHORT)
    )
    assert shaved < 0.5 * full


@pytest.mark.parametrize("seed", range(3))
def test_dreadlocks_hang_free_and_differ(seed: int) -> None:
    drawn = draw_character(replace(MAN, hair_back=HairBack.DREADLOCKS, seed=seed)).drawing
    tubes = [mark for mark in drawn.marks if mark.layer is Layer.BACK_TAILS and not mark.clip and mark.detail == 0]
    assert len(tubes) >= 8
    reach = green(replace(MAN, hair_back=HairBack.DREADLOCKS, seed=seed))
    assert np.flatnonzero(reach.any(axis=1))[-1] > np.flatnonzero(green(MAN).any(axis=1))[-1] + 20


def test_temples_go_grey_by_chance_on_ageing_men_alone() -> None:
    dark = replace(MAN, hair_colour="#2a2430", years=50)
    grey = [greys(hair_kit(replace(dark, seed=seed))) for seed in range(40)]
    assert 8 < sum(grey) < 32
    seed = grey.index(True)
    for other in (
        replace(dark, years=30),
        replace(dark, build=Build.FEMALE),
        replace(dark, hair_colour="#f0e0a0"),
        replace(dark, edition=Edition.THIRD),
    ):
        assert not greys(hair_kit(replace(other, seed=seed)))


def test_shadows_on_dyed_ends_are_of_the_dye() -> None:
    dyed = replace(
        MAN, hair_back=HairBack.LONG, build=Build.FEMALE, hair_front=HairFront.STRAIGHT, hair_colour="#e86aa0",
        hair_colour_2="#18b048", hair_colouring=HairColouring.TIPS,
    )  # fmt: skip
    pixels = picture({}, dyed, 512, FULL)[225:250].astype(int)
    hair = pixels[(pixels[..., 1] > pixels[..., 0] + 30) | (pixels[..., 0] > pixels[..., 1] + 60)]
    assert np.mean(hair[:, 1] > hair[:, 0] + 30) > 0.8
