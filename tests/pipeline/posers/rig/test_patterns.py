"""Patterns of cloth, measured on pictures."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from pipeline.drawing.body import relief
from pipeline.drawing.figure import measure
from pipeline.drawing.outfits.patterns import Ground
from pipeline.drawing.pen import Layer, Pen
from pipeline.drawing.tones import Tones
from pipeline.parts import FACE_SHAPES
from pipeline.posers.rig.character import draw_character
from pipeline.posers.rig.emanata import hands
from pipeline.posers.rig.emanata.raised import HandSign
from pipeline.posers.rig.emanata.sign import SignSheet
from pipeline.types import RigSpec
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Arms, Build, Edition, Lower, Motif, Outfit, Pattern
from tests.pipeline.posers.rig.pictures import PLAIN, changed, picture

GIRL = replace(
    PLAIN, edition=Edition.FOURTH, outfit=Outfit.SHIRT, outfit_colour="#3a62b8", arms=Arms.RELAXED, lower=Lower.SKIRT
)
TRUNK, SKIRT = (slice(255, 310), slice(235, 277)), (slice(375, 420), slice(220, 290))
ALL = [pattern for pattern in Pattern if pattern is not Pattern.PLAIN]


def _share(spec: RigSpec, box: tuple[slice, slice]) -> float:
    """How much of a box differs from the same cloth without a pattern."""
    plain = replace(spec, pattern=Pattern.PLAIN, lower_pattern=Pattern.PLAIN, motif=Motif.NONE)
    return float(changed(picture({}, plain), picture({}, spec), 10)[box].mean())


@pytest.mark.parametrize("pattern", ALL)
def test_a_pattern_covers_a_share_of_the_trunk_and_leaves_the_skirt_alone(pattern: Pattern) -> None:
    spec = replace(GIRL, pattern=pattern, lower_colour="#c04858")
    assert 0.05 < _share(spec, TRUNK) < 0.9
    assert _share(spec, SKIRT) < 0.02


@pytest.mark.parametrize("pattern", ALL)
def test_what_is_worn_below_has_one_of_its_own(pattern: Pattern) -> None:
    for lower in (Lower.SKIRT, Lower.TROUSERS, Lower.SHORTS):
        spec = replace(GIRL, lower=lower, lower_pattern=pattern, lower_colour="#c04858")
        assert 0.05 < _share(spec, SKIRT) < 0.9
        assert _share(spec, TRUNK) < 0.02


def test_sleeves_and_the_skirt_of_a_dress_have_the_pattern_too() -> None:
    spec = replace(GIRL, outfit=Outfit.DRESS, lower=Lower.NONE, pattern=Pattern.DOTS)
    assert _share(spec, SKIRT) > 0.05
    man = replace(GIRL, build=Build.MALE, pattern=Pattern.STRIPES, seed=3)
    different = changed(picture({}, replace(man, pattern=Pattern.PLAIN)), picture({}, man), 10)
    columns = np.nonzero(different[255:330].any(0))[0]
    trunk = np.nonzero(different[255:330, 200:312].any(0))[0]
    assert columns.max() - columns.min() > trunk.max() - trunk.min(), "beside the trunk as well"


def test_a_striped_print_goes_over_the_sleeves_of_a_t_shirt() -> None:
    spec = replace(GIRL, outfit=Outfit.T_SHIRT, motif=Motif.STRIPES)
    assert 0.2 < _share(spec, TRUNK) < 0.8
    assert np.array_equal(picture({}, spec), picture({}, replace(spec, motif=Motif.NONE, pattern=Pattern.STRIPES)))


@pytest.mark.parametrize("edition", [Edition.FIRST, Edition.SECOND, Edition.THIRD])
def test_older_editions_have_none(edition: Edition) -> None:
    spec = replace(GIRL, edition=edition)
    assert np.array_equal(
        picture({}, spec), picture({}, replace(spec, pattern=Pattern.DOTS, lower_pattern=Pattern.CHECKS))
    )


def test_a_pattern_shows_on_light_and_on_dark_cloth() -> None:
    for colour in ("#f6f4fa", "#1c1a22", "#d9c64a"):
        assert _share(replace(GIRL, outfit_colour=colour, pattern=Pattern.DOTS), TRUNK) > 0.05


def test_what_is_strewn_is_the_same_shape_everywhere() -> None:
    pen, shape, places = Pen(), np.array([(-5.0, 0.0), (0.3, -6.1), (5.0, 0.0), (0.0, 4.7)]), [(3.3, 8.1), (50.7, 91.4)]
    figure = measure(GIRL, FACE_SHAPES[GIRL.face_shape].contour)
    tones = Tones.of(GIRL)

    def place(flat: FloatArray) -> FloatArray:
        return relief(figure, flat + np.array([0.0, 260.0]))

    ground = Ground(pen, tones, tones.cloth, Layer.OUTFIT, 100.0, 200.0, place, 1, lambda _: 100.0)
    ground.strew(shape, places, tones.white.base)
    rest = pen.finish().mesh.rest.reshape(2, 4, 3)
    assert np.abs((rest[0] - rest[0, 0]) - (rest[1] - rest[1, 0])).max() < 1e-4
    assert np.abs(rest[:, :, :2].mean(1) - place(np.array(places))[:, :2]).max() < 1.0


@pytest.mark.parametrize(("outfit", "pattern"), [(Outfit.SHIRT, Pattern.STRIPES), (Outfit.FLANNEL, Pattern.PLAIN)])
def test_a_raised_arm_has_the_pattern_of_the_sleeve_that_hung_there(outfit: Outfit, pattern: Pattern) -> None:
    spec = replace(GIRL, outfit=outfit, pattern=pattern)
    drawn = draw_character(spec)
    counts = []
    for cloth in (drawn.sleeve, None):
        pen = Pen()
        HandSign(SignSheet(pen, drawn.figure, Tones.of(spec), sleeve=cloth), "wave", hands.open_hand, 0.2)
        counts.append(len(pen.finish().mesh.curves))
    assert counts[0] > counts[1] + 5


def test_a_raised_arm_is_of_the_colour_of_the_sleeves_and_not_of_what_is_worn_over_them() -> None:
    sleeve = draw_character(replace(GIRL, outfit=Outfit.VEST)).sleeve
    assert sleeve is not None
    assert sleeve.ramp == Tones.of(GIRL).white
    assert sleeve.weave is None
