"""What the second edition of our art draws in its own way, measured on pictures."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pytest

from pipeline.drawing.art import EDITIONS
from pipeline.drawing.figure import measure
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.pieces import patch, symmetric
from pipeline.drawing.palette import Colour
from pipeline.drawing.pen import Pen
from pipeline.drawing.tones import Tones
from pipeline.parts import FACE_SHAPES
from pipeline.posers.rig.character import draw_character
from pipeline.posers.rig.poser import RigPoser
from pipeline.types import BUST, FULL, Gesture, PoseTrack, RigSpec, neutral_poses
from pipeline.types.spec import Age, Build, Edition, HairBack, HairFront, Outfit, Species
from tests.pipeline.posers.rig.pictures import PLAIN, centre, changed, drawn, picture

SECOND = replace(PLAIN, edition=Edition.SECOND)


def _outfit_kit(spec: RigSpec) -> OutfitKit:
    return OutfitKit(Pen(), measure(spec, FACE_SHAPES[spec.face_shape].contour), spec, Tones.of(spec))


def _lightness(colour: Colour) -> float:
    return float(np.mean(colour[:3]))


@pytest.mark.parametrize("edition", list(Edition))
def test_every_edition_has_its_art(edition: Edition) -> None:
    assert EDITIONS[edition] is measure(RigSpec(edition=edition), FACE_SHAPES[RigSpec().face_shape].contour).art


def test_a_symmetric_piece_of_cloth_has_the_same_corners_on_both_sides() -> None:
    kit = _outfit_kit(SECOND)
    apron = symmetric([(0, 400), (54, 400), (100, 620), (50, 640), (0, 646)])
    curve = kit.pen.mesh.curves[patch(kit, apron, kit.tones.white.base, kit.tones.white.line, corners=(1, 2))]
    assert curve.corners == {1, 2, len(apron) - 1, len(apron) - 2}


def test_a_one_sided_piece_keeps_its_own_corners() -> None:
    kit = _outfit_kit(SECOND)
    flap = [(10, 200), (60, 190), (70, 260), (20, 280)]
    curve = kit.pen.mesh.curves[patch(kit, flap, kit.tones.white.base, kit.tones.white.line, corners=(1,))]
    assert curve.corners == {1}


def _rows_of_cloth(spec: RigSpec, y: int) -> int:
    """How many separate runs of opaque pixels a full picture has at height y."""
    opaque = picture({}, spec, 512, FULL)[y, :, 3] > 128
    return int(np.count_nonzero(np.diff(opaque.astype(np.int8)) == 1))


def test_arms_hang_beside_a_waist() -> None:
    relaxed = [seed for seed in range(40) if _rows_of_cloth(replace(SECOND, seed=seed), 340) == 3]
    assert len(relaxed) >= 8
    assert _rows_of_cloth(PLAIN, 340) == 1


def test_a_skirt_is_wider_than_the_waist_and_shows_two_legs() -> None:
    spec = replace(SECOND, outfit=Outfit.DRESS, seed=2)
    alpha = picture({}, spec, 512, FULL)[..., 3] > 128
    middle = alpha[:, 196:316]  # without the hands
    assert middle[460].sum() > middle[335].sum()
    assert _rows_of_cloth(spec, 505) == 2


def test_a_moved_brow_reads_over_a_blunt_fringe() -> None:
    counts = {}
    for edition in Edition:
        spec = replace(PLAIN, edition=edition, hair_front=HairFront.BLUNT, hair_colour="#e8c56a")
        angry = {"eyebrow_angry_left": 1.0, "eyebrow_angry_right": 1.0}
        counts[edition] = changed(picture({}, spec, 320, BUST), picture(angry, spec, 320, BUST), 60).sum()
    assert counts[Edition.SECOND] > 1.5 * counts[Edition.FIRST]


@pytest.mark.parametrize("skin", ["#fff0e4", "#e5b088", "#8a5636", "#4a2c20", "#3b231a"])
@pytest.mark.parametrize("hair", ["#f2e6c0", "#c9a24a", "#6b3f2a", "#22202a", "#8fd0e8"])
def test_brows_stand_out_from_every_skin(skin: str, hair: str) -> None:
    tones = Tones.of(replace(SECOND, skin=skin, hair_colour=hair))
    assert abs(_lightness(tones.brow) - _lightness(tones.skin.base)) > 18


def test_a_head_turns_farther_than_in_the_first_edition() -> None:
    turned = {}
    for edition in Edition:
        spec = replace(PLAIN, edition=edition, hair_back=HairBack.SHORT)
        turned[edition] = changed(picture({}, spec, 256, BUST), picture({"head_y": 1.0}, spec, 256, BUST)).sum()
    assert turned[Edition.SECOND] > 1.2 * turned[Edition.FIRST]


def test_the_same_seed_draws_the_same_locks_and_another_seed_others() -> None:
    first, again, other = (draw_character(replace(SECOND, seed=seed)).drawing for seed in (5, 5, 6))
    assert np.array_equal(first.mesh.rest, again.mesh.rest)
    assert first.marks == again.marks
    assert not np.array_equal(first.mesh.rest[:500], other.mesh.rest[:500])


def test_children_have_small_hands_and_hardly_a_waist() -> None:
    grown, child = (_outfit_kit(replace(SECOND, age=age)) for age in (Age.TEEN, Age.CHILD))
    assert child.smallness < 0.9 < grown.smallness
    assert child.waist[0] / child.figure.shoulder > grown.waist[0] / grown.figure.shoulder


def test_a_man_has_larger_eyes_and_a_finer_jaw_than_in_the_first_edition() -> None:
    man = replace(PLAIN, build=Build.MALE, age=Age.ADULT)
    first, second = (_outfit_kit(replace(man, edition=edition)).figure for edition in (Edition.FIRST, Edition.SECOND))
    assert second.eye_scale > 1.05 * first.eye_scale
    assert second.contour[6, 0] < first.contour[6, 0]
    assert second.shoulder < first.shoulder


def test_an_arm_that_waves_no_longer_hangs() -> None:
    seed = next(seed for seed in range(40) if _rows_of_cloth(replace(SECOND, seed=seed), 340) == 3)
    character = drawn(replace(SECOND, seed=seed))
    waving = PoseTrack(25.0, neutral_poses(20), np.ones(20, np.bool_), gestures=(Gesture("wave", 5, 20),))
    frames = np.concatenate(list(RigPoser().animate(character, waving, 512, FULL)))
    before, during = (frames[index, 340, :, 3] > 128 for index in (0, 15))
    right = slice(304, 512)  # the viewer's right of the waist
    assert before[right].any()
    assert not during[right].any()


def _red_iris(pose: dict[str, float], spec: RigSpec) -> npt.NDArray[np.bool_]:
    """Where a bust of 320 px is red in its half at the viewer's right: an iris."""
    red, green, blue = picture(pose, spec, 320, BUST)[..., :3].astype(int).transpose(2, 0, 1)
    found = (red > green + 70) & (red > blue + 50)
    found[:, :160] = False
    found[:140] = found[220:] = False  # an animal's ears, a ribbon
    return np.asarray(found)


def test_eyes_of_the_fourth_edition_look_farther_aside() -> None:
    ways = {}
    for edition in (Edition.THIRD, Edition.FOURTH):
        colours = replace(PLAIN, eye_colour="#d02020", hair_colour="#202838", outfit_colour="#203060")
        # No tip of hair before the eye.
        spec = replace(colours, edition=edition, hair_front=HairFront.SWEPT_BACK)
        left, right = (centre(_red_iris({"iris_rotation_y": way}, spec))[0] for way in (1.0, -1.0))
        ways[edition] = right - left
    assert ways[Edition.FOURTH] > 1.08 * ways[Edition.THIRD] > 0


def _green_in_row(spec: RigSpec, row: int) -> int:
    """How many pixels of a row of a full picture are of green hair."""
    red, green, blue = picture({}, spec, 512, FULL)[row, :, :3].astype(int).T
    return int(((green > red + 30) & (green > blue + 30)).sum())


def test_a_crest_of_the_fourth_edition_grows_from_a_point() -> None:
    spec = replace(PLAIN, hair_back=HairBack.MOHAWK, hair_front=HairFront.SPIKY, hair_colour="#18b048")
    rows = {edition: [_green_in_row(replace(spec, edition=edition), row) for row in (88, 100)] for edition in Edition}
    assert rows[Edition.FOURTH][1] < 0.6 * rows[Edition.FOURTH][0]
    assert rows[Edition.THIRD][1] > 0.7 * rows[Edition.THIRD][0]


def test_an_afro_of_the_fourth_edition_turns_in_at_the_ears() -> None:
    spec = replace(PLAIN, hair_back=HairBack.AFRO, hair_front=HairFront.CURLY, hair_colour="#18b048")
    third, fourth = (
        [_green_in_row(replace(spec, edition=edition), row) for row in (96, 132)]
        for edition in (Edition.THIRD, Edition.FOURTH)
    )
    assert fourth[0] > 120
    assert fourth[1] < 0.8 * third[1]


@pytest.mark.parametrize("species", [Species.HUMAN, Species.CAT])
def test_a_wholly_relaxed_eye_of_the_fourth_edition_is_shut(species: Species) -> None:
    colours = replace(PLAIN, species=species, eye_colour="#d02020", hair_front=HairFront.SWEPT_BACK)
    colours = replace(colours, hair_colour="#c8d0d8", outfit_colour="#203060")
    areas: dict[Edition, list[int]] = {}
    for edition in (Edition.THIRD, Edition.FOURTH):
        spec = replace(colours, edition=edition)
        shut = _red_iris({"eye_wink_left": 1.0}, spec)  # what is red besides
        areas[edition] = [int((_red_iris({"eye_relaxed_left": way}, spec) & ~shut).sum()) for way in (0.0, 0.75, 1.0)]
    third, fourth = areas[Edition.THIRD], areas[Edition.FOURTH]
    assert third[2] > 0.4 * third[0]
    assert fourth[2] == 0
    # Three quarters of the way are about as they were: lids fall shut at the end.
    assert fourth[1] > 0.85 * third[1]
