"""Hair in large masses, measured on pictures."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest

from pipeline.drawing.hair.crests import Crest, outline
from pipeline.posers.rig.character import draw_character
from pipeline.types import FULL, RigSpec
from pipeline.types.spec import Age, Build, Edition, HairBack, HairColouring, HairFront, HairSide
from tests.pipeline.posers.rig.pictures import PLAIN, green, hair_kit, picture

SHORT = replace(
    PLAIN, edition=Edition.FOURTH, build=Build.MALE, hair_back=HairBack.SHORT, hair_side=HairSide.NONE,
    hair_front=HairFront.STRAIGHT, hair_colour="#18b048", hair_mess=0.4, skin="#f0c8a8",
)  # fmt: skip


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("crest", list(Crest))
def test_an_outline_runs_from_left_to_right_and_its_locks_leave_the_dome(crest: Crest, seed: int) -> None:
    shape = outline(hair_kit(replace(SHORT, seed=seed)), crest, 1.0, 1)
    assert shape.points[0, 0] < -90
    assert shape.points[-1, 0] > 90
    assert shape.give.max() > 0.1
    assert (shape.give >= 0).all()
    assert len(shape.clefts) == sum(1 for index in shape.corners if shape.give[index] == 0)


def test_short_hair_has_a_silhouette_for_each_way_of_combing() -> None:
    cuts = [
        replace(SHORT, hair_front=HairFront.STRAIGHT),
        replace(SHORT, hair_front=HairFront.SWEEP),
        replace(SHORT, hair_front=HairFront.CURTAIN),
        replace(SHORT, hair_front=HairFront.SPIKY, hair_back=HairBack.SPIKY),
    ]
    crowns = [green(spec)[:90] for spec in cuts]
    for one, other in combinations(crowns, 2):
        assert np.count_nonzero(one ^ other) > 0.04 * np.count_nonzero(one)


def test_hair_is_combed_to_either_side() -> None:
    assert {hair_kit(replace(SHORT, seed=seed)).combed for seed in range(12)} == {-1, 1}


def _forehead(spec: RigSpec) -> int:
    """Pixels of the forehead, between the temples and above the brows, that no hair covers."""
    return int(np.count_nonzero(~green(spec)[70:128, 216:296]))


@pytest.mark.parametrize("front", [HairFront.CURTAIN, HairFront.PARTED, HairFront.SIDE_PART, HairFront.SWEEP])
def test_parted_fringes_of_the_fourth_edition_leave_less_of_the_forehead_bare(front: HairFront) -> None:
    third, fourth = (
        _forehead(replace(SHORT, hair_front=front, edition=edition)) for edition in (Edition.THIRD, Edition.FOURTH)
    )
    assert 0 < fourth < 0.85 * third


def test_a_childs_parting_starts_lower() -> None:
    child = replace(SHORT, hair_front=HairFront.CURTAIN, age=Age.CHILD)
    teen = replace(child, age=Age.TEEN)
    assert _forehead(child) < 0.9 * _forehead(teen)
    before = replace(child, edition=Edition.THIRD)
    assert _forehead(before) > _forehead(replace(teen, edition=Edition.THIRD))


@pytest.mark.parametrize("back", [HairBack.SHORT, HairBack.WOLF, HairBack.TWIN_TAILS, HairBack.AFRO])
def test_large_masses_need_fewer_points(back: HairBack) -> None:
    front = HairFront.CURLY if back is HairBack.AFRO else HairFront.MESSY
    third, fourth = (
        len(draw_character(replace(SHORT, hair_back=back, hair_front=front, edition=edition)).drawing.mesh.rest)
        for edition in (Edition.THIRD, Edition.FOURTH)
    )
    assert fourth < 0.95 * third


def test_dark_skin_of_the_fourth_edition_is_lit() -> None:
    dark = replace(SHORT, skin="#4a2c1c", hair_front=HairFront.SWEPT_BACK)
    third, fourth = (
        picture({}, replace(dark, edition=edition), 512, FULL)[160:174, 224:244, :3].astype(float).mean(-1)
        for edition in (Edition.THIRD, Edition.FOURTH)
    )
    assert fourth.max() - fourth.min() > 1.2 * (third.max() - third.min())
    assert fourth.mean() > 1.12 * third.mean()


@pytest.mark.parametrize("back", [HairBack.SHORT, HairBack.BOB, HairBack.LONG])
def test_dyed_tips_are_seen_however_short_the_hair(back: HairBack) -> None:
    dyed = replace(SHORT, hair_back=back, hair_colour="#202028", hair_colouring=HairColouring.TIPS)
    red, green, blue = (
        picture({}, replace(dyed, hair_colour_2="#18b048"), 512, FULL)[..., :3].astype(int).transpose(2, 0, 1)
    )
    assert np.count_nonzero((green > red + 30) & (green > blue + 30)) > 250


def _light(spec: RigSpec) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """The lightness of each pixel, 0..255, NaN where there is no hair."""
    pixels = picture({}, spec, 512, FULL)[..., :3].astype(np.float64).mean(-1)
    return np.where(green(spec), pixels, np.nan)


LONG = replace(SHORT, hair_back=HairBack.LONG, build=Build.FEMALE, hair_colour="#20b860")


@pytest.mark.parametrize("front", [HairFront.STRAIGHT, HairFront.MESSY, HairFront.SWEEP, HairFront.CHOPPY])
def test_tone_on_hair_of_the_fourth_edition_is_soft(front: HairFront) -> None:
    def hard(edition: Edition) -> float:
        light = _light(replace(LONG, hair_front=front, edition=edition))
        steps = np.abs(np.diff(light, axis=1))
        return float(np.mean(steps[np.isfinite(steps)] > 14))

    assert hard(Edition.FOURTH) < 0.75 * hard(Edition.THIRD)


def test_the_ring_of_light_follows_the_head() -> None:
    kit = hair_kit(LONG)
    fill = kit.fringe().fill

    def height(x: float) -> float:
        """How far down the middle of the light is, design units."""
        rows = np.arange(-130.0, -10.0)
        light = np.array([sum(kit.tone_at(fill, np.array([x, y, 0.0]))[:3]) for y in rows])
        return float(rows[light >= light.max() - 1].mean())

    assert -90 < height(0) < -50
    assert height(40) > height(0) + 3
    assert height(-80) > height(-40) + 8


def test_ink_around_hair_is_a_dark_version_of_its_colour() -> None:
    def darkest(edition: Edition) -> float:
        blond = picture({}, replace(LONG, hair_colour="#f0d080", edition=edition), 512, FULL)
        return float(np.quantile(blond[40:90][blond[40:90, :, 3] > 250][:, :3].mean(-1), 0.01))

    assert darkest(Edition.FOURTH) > darkest(Edition.THIRD) + 10


def test_curtains_are_hung_in_several_ways() -> None:
    cuts = {_forehead(replace(SHORT, hair_front=HairFront.CURTAIN, seed=seed)) // 100 for seed in range(16)}
    assert len(cuts) > 3


def test_a_receding_hairline_leaves_more_of_the_forehead_bare() -> None:
    swept, receding = (
        _forehead(replace(SHORT, hair_front=front)) for front in (HairFront.SWEPT_BACK, HairFront.RECEDING)
    )
    assert receding > 1.15 * swept


def test_a_crew_cut_is_shorter_than_short_hair_and_longer_than_a_buzz_cut() -> None:
    buzz, crew, short = (
        np.count_nonzero(green(replace(SHORT, hair_back=back)))
        for back in (HairBack.BUZZ, HairBack.CREW_CUT, HairBack.SHORT)
    )
    assert 1.2 * buzz < crew < 0.8 * short


def test_a_low_bun_lies_beside_the_neck() -> None:
    bun = replace(SHORT, hair_back=HairBack.LOW_BUN, hair_front=HairFront.SIDE_PART)
    left, right = (np.count_nonzero(green(bun)[165:190, columns]) for columns in (slice(190, 235), slice(277, 322)))
    assert abs(left - right) > 300


@pytest.mark.parametrize("back", [HairBack.CREW_CUT, HairBack.LOW_BUN, HairBack.SET_WAVES, HairBack.CORNROWS])
@pytest.mark.parametrize("edition", list(Edition))
def test_new_cuts_are_drawn_in_every_edition(back: HairBack, edition: Edition) -> None:
    assert np.count_nonzero(green(replace(SHORT, hair_back=back, edition=edition))) > 2000


@pytest.mark.parametrize("front", [HairFront.STRAIGHT, HairFront.SWEEP, HairFront.M_SHAPED])
def test_streaks_and_a_split_dye_are_seen_on_any_fringe(front: HairFront) -> None:
    dyed = replace(LONG, hair_front=front, hair_colour="#202028", hair_colour_2="#18b048")
    streaks = green(replace(dyed, hair_colouring=HairColouring.STREAKS))[60:130]
    assert 300 < np.count_nonzero(streaks) < 6000
    split = green(replace(dyed, hair_colouring=HairColouring.SPLIT))[80:120]
    left, right = split[:, 200:232], split[:, 276:300]
    assert left.mean() < 0.1
    assert right.mean() > 0.6
