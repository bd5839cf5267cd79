"""What bodies are like, and what hands and throats wear."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from pipeline.drawing.body import waist
from pipeline.drawing.figure import Figure, measure
from pipeline.drawing.tones import Tones
from pipeline.parts import FACE_SHAPES
from pipeline.types.spec import Accessory, Arms, BodyStyle, Build, Edition, Outfit, Physique, RigSpec, Species
from tests.pipeline.posers.rig.pictures import changed, picture

MAN = RigSpec(edition=Edition.FOURTH, build=Build.MALE, outfit=Outfit.T_SHIRT)

CAT = RigSpec(
    edition=Edition.FOURTH, species=Species.CAT, body_style=BodyStyle.CHIBI, outfit=Outfit.FUR, hair_colour="#e28a45"
)


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


ASKED = [each for each in Arms if each is not Arms.BY_CHANCE]


@pytest.mark.parametrize("outfit", [Outfit.SHIRT, Outfit.KIMONO, Outfit.CAPE], ids=lambda each: each.value)
def test_arms_are_held_as_asked_whatever_is_worn(outfit: Outfit) -> None:
    woman = RigSpec(edition=Edition.FOURTH, seed=4, outfit=outfit)
    held = [picture({}, replace(woman, arms=arms)) for arms in ASKED]
    for at, one in enumerate(held):
        for other in held[at + 1 :]:
            assert changed(one, other).mean() > 0.004


def test_a_stance_does_not_depend_on_chance() -> None:
    crossed = {
        seed: picture({}, RigSpec(edition=Edition.FOURTH, seed=seed, outfit=Outfit.T_SHIRT, arms=Arms.CROSSED))
        for seed in (3, 8)
    }
    sleeves = slice(280, 340), slice(180, 330)
    assert changed(crossed[3][sleeves], crossed[8][sleeves]).mean() < 0.02


def test_a_mascot_waves_with_a_short_arm_beside_its_head() -> None:
    calm, waving = (picture({}, replace(CAT, arms=each)) for each in (Arms.RELAXED, Arms.WAVING))
    gained = (waving[..., 3] > 128) & (calm[..., 3] < 128)
    assert gained[:, :200].sum() > 300
    assert gained[:, 256:].sum() == 0


def test_what_a_small_body_holds_keeps_its_shape() -> None:
    armed = picture({}, replace(CAT, accessories=(Accessory.SWORD,)))
    blade = (armed[..., 3] > 128) & (armed[..., 2] > armed[..., 0]) & (np.arange(512) > 376)
    rows, columns = np.nonzero(blade)
    assert np.ptp(rows) > 60
    assert np.ptp(rows) > 4 * np.ptp(columns)
