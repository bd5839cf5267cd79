"""What bodies are like, and what hands and throats wear."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.drawing.body import waist
from pipeline.drawing.figure import Figure, measure
from pipeline.drawing.tones import Tones
from pipeline.parts import FACE_SHAPES
from pipeline.types.spec import Accessory, Build, Edition, Outfit, Physique, RigSpec
from tests.pipeline.posers.rig.pictures import changed, picture

MAN = RigSpec(edition=Edition.FOURTH, build=Build.MALE, outfit=Outfit.T_SHIRT)


def _figure(physique: Physique) -> Figure:
    return measure(replace(MAN, physique=physique), FACE_SHAPES[MAN.face_shape].contour)


def test_a_stout_body_is_wider_at_its_waist_and_a_muscular_one_at_its_shoulders() -> None:
    usual, slim, strong, stout = (
        _figure(each) for each in (Physique.AVERAGE, Physique.SLIM, Physique.MUSCULAR, Physique.STOUT)
    )
    assert waist(stout)[0] > waist(usual)[0] + 30
    assert waist(slim)[0] < waist(usual)[0] - 5
    assert strong.shoulder > usual.shoulder * 1.05
    assert strong.limbs > stout.limbs > usual.limbs > slim.limbs


@pytest.mark.parametrize("physique", [each for each in Physique if each is not Physique.AVERAGE])
def test_another_physique_is_seen_below_the_chin(physique: Physique) -> None:
    before, after = picture({}, MAN), picture({}, replace(MAN, physique=physique))
    assert changed(before, after)[300:].mean() > 0.02


def test_gloves_have_their_own_colour_and_leave_the_arms_bare() -> None:
    gloved = replace(MAN, accessories=(Accessory.GLOVES,), accessory_colour="#c8303f")
    bare, worn = Tones.of(MAN), Tones.of(gloved)
    assert bare.hand == bare.skin
    assert worn.skin == bare.skin
    assert worn.hand.base != bare.skin.base
    assert 0.001 < changed(picture({}, MAN), picture({}, gloved)).mean() < 0.02


def test_a_bow_tie_takes_the_place_of_a_suits_tie() -> None:
    suit = replace(MAN, outfit=Outfit.SUIT, accent_colour="#2f7a4a")
    tied, bowed = (
        picture({}, suit),
        picture({}, replace(suit, accessories=(Accessory.BOW_TIE,), accessory_colour="#2f7a4a")),
    )
    chest = slice(245, 310), slice(236, 276)
    greens = [(each[chest][..., 1].astype(int) - each[chest][..., 0] > 20).sum() for each in (tied, bowed)]
    assert greens[0] > 200
    assert greens[1] < greens[0] / 4
