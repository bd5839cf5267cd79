"""What bodies are like, and what hands and throats wear."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest

from pipeline.drawing.body import relief, silhouette, waist
from pipeline.drawing.figure import Figure, measure
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.pen import Pen
from pipeline.drawing.tones import Tones
from pipeline.parts import FACE_SHAPES, OUTFITS
from pipeline.portrait import portrait_pose
from pipeline.posers.rig.poser import RigPoser
from pipeline.types import BUST
from pipeline.types.spec import (
    Accessory,
    Age,
    Arms,
    BodyStyle,
    Build,
    Edition,
    Lower,
    Outfit,
    Physique,
    RigSpec,
    Species,
)
from tests.pipeline.posers.rig.pictures import changed, drawn, picture

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


@pytest.mark.parametrize("outfit", [Outfit.COAT, Outfit.QIPAO, Outfit.T_SHIRT, Outfit.SWIMSUIT])
def test_nothing_pale_lies_beside_the_legs(outfit: Outfit) -> None:
    """A hem throws its shadow on what is below it, and on nothing else; skin ends at its ink."""
    for build in (Build.FEMALE, Build.MALE):
        shown = picture({}, replace(MAN, build=build, outfit=outfit, arms=Arms.CLASPED, seed=2))[400:, :, 3].astype(int)
        half_clear = (shown > 30) & (shown < 225)
        assert (half_clear.sum(1) > 8).sum() <= 3, "only the softened edges of two legs and of a hem"


def test_hands_on_both_hips_are_not_mirror_images() -> None:
    shown = picture({}, replace(MAN, arms=Arms.BOTH_HIPS))[..., 3] > 128
    left, right = (np.argmax(side.any(0)) for side in (shown[250:400], shown[250:400, ::-1]))
    rows = [np.mean(np.nonzero(column)[0]) for column in (shown[250:400, left], shown[250:400, 511 - right])]
    assert abs(rows[0] - rows[1]) > 2
    assert left - right > 6, "the elbow above the higher hip is farther out"


def test_men_wear_no_long_socks_over_bare_knees() -> None:
    shorts = replace(MAN, lower=Lower.SHORTS, outfit_colour="#d9c64a")
    pictures = [picture({}, replace(shorts, seed=seed)) for seed in (1, 2)]
    knees = [each[488:506, 215:300] for each in pictures]
    dark = [((each[..., :3].max(-1) < 90) & (each[..., 3] > 250)).mean() for each in knees]
    assert max(dark) < 0.1


def test_a_sweater_is_gathered_in_ribbed_bands() -> None:
    kit_of = {}
    for outfit in (Outfit.HOODIE, Outfit.T_SHIRT):
        pen = Pen()
        spec = replace(MAN, outfit=outfit)
        kit = OutfitKit(pen, _figure(Physique.AVERAGE), spec, Tones.of(spec))
        OUTFITS[outfit].draw(kit)
        kit_of[outfit] = kit.rib
    assert kit_of[Outfit.HOODIE] > 0
    assert kit_of[Outfit.T_SHIRT] == 0


def test_straps_lie_on_the_shoulder_however_it_slopes() -> None:
    spec = replace(MAN, outfit=Outfit.TANK_TOP, age=Age.ADULT, years=45)
    pen, figure = Pen(), measure(spec, FACE_SHAPES[spec.face_shape].contour)
    kit = OutfitKit(pen, figure, spec, Tones.of(spec))
    OUTFITS[spec.outfit].draw(kit)
    assert kit.torso is not None
    slots = pen.mesh.curves[kit.torso]
    cloth = pen.finish().mesh.rest[slots.start : slots.stop]
    line = relief(figure, silhouette(figure)[:3])
    right = cloth[(cloth[:, 0] > line[0, 0]) & (cloth[:, 0] < line[2, 0])]
    above = np.interp(right[:, 0], line[:, 0], line[:, 1]) - right[:, 1]
    assert 0 < above.max() < 5


def test_nothing_of_a_kimono_s_sleeve_stays_behind_when_its_arm_is_raised() -> None:
    held = replace(MAN, build=Build.FEMALE, outfit=Outfit.KIMONO, outfit_colour="#203a30", accent_colour="#f2d64a",
                   accessories=(Accessory.FAN,), accessory_colour="#b3263f", seed=5)  # fmt: skip
    shown = picture({}, held)
    around = cv2.connectedComponents((shown[..., 3] > 128).astype(np.uint8))[0]
    assert around == 2, "the background and one figure"


def test_boys_with_small_bodies_wear_trunks_and_swimmers_no_shoes() -> None:
    for build in (Build.MALE, Build.FEMALE):
        spec = replace(MAN, build=build, body_style=BodyStyle.CHIBI, outfit=Outfit.SWIMSUIT, outfit_colour="#2a4a9a")
        shown = picture({}, spec).astype(int)
        blue, there = shown[..., 2] > shown[..., 0] + 20, shown[..., 3] > 250
        chest = slice(266, 284), slice(248, 264)
        assert blue[chest].mean() > 0.8 if build is Build.FEMALE else blue[chest].mean() < 0.1
        low = np.nonzero(there.any(1))[0].max()
        feet = shown[low - 8 : low - 2][there[low - 8 : low - 2]]
        assert (feet[:, 0] > 170).mean() > 0.5, "skin, and no dark leather"


def test_a_shirt_shows_below_the_sleeves_of_a_suit_and_not_of_a_coat() -> None:
    white = {}
    for outfit in (Outfit.SUIT, Outfit.COAT):
        spec = replace(MAN, outfit=outfit, outfit_colour="#2c3a68", accent_colour="#b8435a", arms=Arms.RELAXED)
        arms = np.delete(picture({}, spec)[370:430], np.s_[205:310], axis=1)
        white[outfit] = int(((arms[..., :3].min(-1) > 205) & (np.ptp(arms[..., :3].astype(int), axis=-1) < 24)).sum())
    assert white[Outfit.SUIT] > white[Outfit.COAT] + 40


def test_no_skin_shows_over_the_shoulders_of_a_shirt() -> None:
    """A stout neck's foot is covered by the shirt."""
    spec = replace(MAN, physique=Physique.STOUT, outfit=Outfit.SHIRT, outfit_colour="#f4f4f8", skin="#7a4a2a",
                   age=Age.ADULT, years=30, arms=Arms.RELAXED)  # fmt: skip
    shown = RigPoser().pose(drawn(spec), portrait_pose(drawn(spec))[None], 900, BUST)[0].astype(int)
    brown = (shown[..., 3] > 200) & (shown[..., 0] > shown[..., 2] + 40)
    assert brown[740:780, 560:640].sum() < 12, "beside the collar"
