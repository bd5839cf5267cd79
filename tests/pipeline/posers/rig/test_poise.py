"""How people of the fourth edition stand: on one leg, with hands of one outline."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from pipeline.drawing.body import relief
from pipeline.drawing.figure import Figure
from pipeline.drawing.outfits.hands import GRASPING, HANGING, HOLDING, LOOSE, Hand, draw_hand
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.pen import Layer, Pen
from pipeline.drawing.tones import Tones
from pipeline.posers.rig.character import draw_character
from pipeline.posers.rig.emanata import EMANATA
from pipeline.posers.rig.emanata.sign import SignSheet
from pipeline.types import RigSpec
from pipeline.types.spec import Age, Arms, Build, Edition, Outfit
from tests.pipeline.posers.rig.pictures import PLAIN, picture

FOURTH = replace(PLAIN, edition=Edition.FOURTH)
MAN = replace(FOURTH, build=Build.MALE, outfit=Outfit.SUIT)


def _figure(spec: RigSpec) -> Figure:
    return draw_character(spec).figure


def test_shoulders_sink_and_hips_rise_on_the_side_of_the_leg_that_bears_the_weight() -> None:
    shoulders, hips = (relief(_figure(FOURTH), np.array([(-70.0, y), (70.0, y)])) for y in (210.0, 560.0))
    assert shoulders[1, 1] > shoulders[0, 1] + 5
    assert hips[1, 1] < hips[0, 1] - 5
    assert hips[:, 0].mean() > 10


def test_chance_puts_the_weight_of_some_on_the_other_leg() -> None:
    figures = [_figure(replace(FOURTH, seed=seed)) for seed in range(20)]
    sides = [float(np.sign(relief(figure, np.array([(0.0, 560.0)]))[0, 0])) for figure in figures]
    assert 4 <= sides.count(-1.0) <= 12
    assert sides.count(1.0) == 20 - sides.count(-1.0)
    asked = [_figure(replace(FOURTH, seed=seed, arms=Arms.CROSSED)) for seed in range(20)]
    assert all(figure.rests == 1 for figure in asked), "who is asked to stand in a way stands so whatever the seed"


def test_a_grown_trunk_is_shorter_than_in_the_third_edition_and_a_small_one_is_not() -> None:
    waist = np.array([(0.0, 430.0)])
    for age, shorter in ((Age.TEEN, True), (Age.CHILD, False)):
        third, fourth = (
            relief(_figure(replace(FOURTH, edition=edition, age=age)), waist)[0, 1]
            for edition in (Edition.THIRD, Edition.FOURTH)
        )
        assert (fourth < third - 20) == shorter


@pytest.mark.parametrize("hands", [(HANGING, LOOSE), (HOLDING, GRASPING)])
def test_a_hand_is_one_outline_and_takes_fewer_marks(hands: tuple[Hand, Hand]) -> None:
    marks = []
    for hand in hands:
        pen = Pen()
        kit = OutfitKit(pen, _figure(FOURTH), FOURTH, Tones.of(FOURTH))
        draw_hand(kit, hand, np.array([110.0, 540.0]), np.array([0.0, 1.0]), 1, Layer.OUTFIT)
        marks.append(len(pen.finish().marks))
    assert marks[1] < 0.7 * marks[0]


@pytest.mark.parametrize("name", ["wave", "peace", "thumbs_up"])
def test_so_is_the_hand_of_a_gesture(name: str) -> None:
    spans = []
    for edition in (Edition.THIRD, Edition.FOURTH):
        spec, pen = replace(FOURTH, edition=edition), Pen()
        EMANATA[name][1](SignSheet(pen, _figure(spec), Tones.of(spec)))
        skin = [mark for mark in pen.finish().marks if mark.paint == Tones.of(spec).skin.base]
        spans.append(len(skin))
    third, fourth = spans
    assert fourth <= 3 < third, "the wrist, the hand, and a thumb that lies over it"


def test_trousers_are_two_legs_that_grow_thinner() -> None:
    opaque = picture({}, replace(MAN, age=Age.CHILD), 512)[..., 3] > 128
    thigh, calf = (opaque[row, 180:332].sum() for row in (395, 470))
    assert calf < 0.85 * thigh
    assert np.count_nonzero(np.diff(opaque[470, 180:332].astype(int)) == 1) == 2
