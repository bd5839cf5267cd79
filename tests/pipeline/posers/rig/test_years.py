"""What years and build make of people of the fourth edition, measured on pictures and proportions."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from pipeline.drawing.figure import Figure, measure
from pipeline.parts import FACE_SHAPES
from pipeline.posers.rig.character import draw_character
from pipeline.types import BUST, RigSpec
from pipeline.types.spec import USUAL_YEARS, YEARS, Age, Arms, Build, Edition, HairBack, Lower, Outfit, age_at
from tests.pipeline.posers.rig.pictures import PLAIN, changed, picture

MAN = replace(PLAIN, edition=Edition.FOURTH, build=Build.MALE, outfit=Outfit.SHIRT)


def _aged(spec: RigSpec, years: int) -> RigSpec:
    return replace(spec, age=age_at(years), years=years)


def _figure(spec: RigSpec, years: int) -> Figure:
    return measure(_aged(spec, years), FACE_SHAPES[spec.face_shape].contour)


def test_a_year_belongs_to_one_age() -> None:
    assert [age_at(years) for years in (1, 12, 13, 19, 20, 59, 60, 120)] == [age for age in Age for _ in range(2)]
    for age, (first, last) in YEARS.items():
        assert first <= USUAL_YEARS[age] <= last


@pytest.mark.parametrize(("age", "years"), [(Age.TEEN, 25), (Age.ELDER, 40), (Age.CHILD, 13), (Age.ADULT, -1)])
def test_years_outside_an_age_are_refused(age: Age, years: int) -> None:
    with pytest.raises(ValueError, match="years"):
        RigSpec(age=age, years=years)


def test_years_are_saved_and_a_file_without_them_looks_as_old_as_its_age() -> None:
    spec = _aged(MAN, 45)
    data = spec.to_json()
    assert RigSpec.from_json(data) == spec
    del data["years"]
    assert RigSpec.from_json(data).lived == USUAL_YEARS[Age.ADULT]


def test_a_boy_grows_into_a_man() -> None:
    boy, youth, man = (_figure(MAN, years) for years in (13, 16, 25))
    for younger, older in ((boy, youth), (youth, man)):
        assert older.shoulder > 1.05 * younger.shoulder
        assert older.neck > 1.03 * younger.neck
        assert older.chin > younger.chin + 2
        assert older.eye_scale * older.eye_tall < 0.97 * younger.eye_scale * younger.eye_tall
    face = man.contour[:, 0].max() / (man.chin + 104)
    assert face < 0.93 * youth.contour[:, 0].max() / (youth.chin + 104), "a longer, narrower face"
    assert man.contour[-2, 0] > youth.contour[-2, 0], "a firmer chin"


def test_a_woman_of_35_is_no_girl_and_no_man() -> None:
    girl, woman, man = (
        _figure(replace(MAN, build=Build.FEMALE), 15),
        _figure(replace(MAN, build=Build.FEMALE), 35),
        _figure(MAN, 35),
    )
    assert girl.chin + 3 < woman.chin < man.chin - 3
    assert man.eye_scale < woman.eye_scale < girl.eye_scale
    assert woman.shoulder < 0.8 * man.shoulder


def test_editions_before_the_fourth_know_no_years() -> None:
    for edition in (Edition.FIRST, Edition.SECOND, Edition.THIRD):
        young, old = (draw_character(replace(_aged(MAN, years), edition=edition)).drawing for years in (22, 55))
        assert np.array_equal(young.mesh.rest, old.mesh.rest)


def test_lines_come_by_degrees() -> None:
    bald = replace(MAN, hair_back=HairBack.BALD, build=Build.FEMALE)
    smooth = [picture({}, _aged(bald, years), 320, BUST) for years in (30, 45, 60, 75)]
    counts = [len(draw_character(_aged(bald, years)).drawing.marks) for years in (30, 45, 60)]
    assert counts[0] < counts[1] < counts[2]
    assert changed(smooth[2], smooth[3], 12).sum() > 40


def test_children_are_smaller_the_younger_they_are() -> None:
    heads = [_figure(MAN, years).head_scale for years in (3, 8, 12, 16)]
    assert heads == sorted(heads, reverse=True)
    assert heads[-1] == 1.0
    rows = []
    for years in (3, 8, 12, 16):
        opaque = picture({}, _aged(MAN, years), 512)[..., 3] > 128
        rows.append(int(opaque[300:, 200:312].any(1).sum()))
    assert rows[0] <= rows[1] <= rows[2]


def test_chance_holds_arms_in_many_ways_and_hardly_ever_alike() -> None:
    girl = replace(MAN, build=Build.FEMALE, arms=Arms.BY_CHANCE)
    seen, alike = set(), 0
    for seed in range(40):
        alpha = picture({}, replace(girl, seed=seed), 128)[..., 3] > 128
        seen.add(alpha[60:110].tobytes())
        alike += int(np.mean(alpha[70:105] == alpha[70:105, ::-1]) > 0.995)
    assert len(seen) >= 9
    assert alike <= 4


def test_a_jacket_parts_in_a_curve_over_the_trousers() -> None:
    suit = replace(
        _aged(MAN, 30), outfit=Outfit.SUIT, outfit_colour="#3060d0", lower=Lower.TROUSERS, lower_colour="#d03030",
        arms=Arms.RELAXED,
    )  # fmt: skip
    red, _, blue = picture({}, suit, 512)[..., :3].astype(int)[:, 200:312].transpose(2, 0, 1)
    trousers = (red > blue + 20).sum(1)
    top = int(np.nonzero(trousers > 2)[0][0])
    gap = trousers[top : top + 6].tolist()
    assert gap == sorted(gap), "it widens downward"
    assert 3 * gap[0] < gap[-1] < 60
