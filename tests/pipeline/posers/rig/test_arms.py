"""Bare arms, measured on their outlines and on pictures."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from pipeline.drawing.figure import measure
from pipeline.drawing.outfits.bare import bend, is_one, strength, whole
from pipeline.drawing.outfits.hands import hand_size
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.pen import Pen
from pipeline.drawing.tones import Tones
from pipeline.parts import FACE_SHAPES
from pipeline.posers.rig.emanata import hands
from pipeline.posers.rig.emanata.art import Stamp
from pipeline.posers.rig.emanata.limbs import raised_forearm
from pipeline.posers.rig.emanata.raised import HandSign
from pipeline.posers.rig.emanata.sign import SignSheet
from pipeline.types import FULL, RigSpec
from pipeline.types.spec import Age, Arms, Build, Edition, Outfit, Physique
from tests.pipeline.posers.rig.pictures import PLAIN, picture

MAN = replace(PLAIN, edition=Edition.FOURTH, build=Build.MALE, age=Age.ADULT, outfit=Outfit.TANK_TOP, arms=Arms.RELAXED)
CONTOUR = FACE_SHAPES[MAN.face_shape].contour
SHOULDER, ELBOW, WRIST = np.array([100.0, 200.0]), np.array([120.0, 370.0]), np.array([118.0, 530.0])


def _kit(spec: RigSpec) -> OutfitKit:
    return OutfitKit(Pen(), measure(spec, CONTOUR), spec, Tones.of(spec))


@pytest.mark.parametrize("physique", list(Physique))
def test_a_bare_arm_ends_as_wide_as_the_hand_begins(physique: Physique) -> None:
    kit = _kit(replace(MAN, physique=physique))
    tube, _ = whole(kit, 1.3, SHOULDER, ELBOW, WRIST)
    assert np.hypot(*(tube.outer[-1] - tube.inner[-1])) == pytest.approx(2 * 10.2 * hand_size(kit), rel=1e-6)


@pytest.mark.parametrize("physique", [Physique.SLIM, Physique.AVERAGE, Physique.MUSCULAR, Physique.STOUT])
def test_the_outline_of_a_hanging_arm_has_no_step_at_the_wrist(physique: Physique) -> None:
    alpha = picture({}, replace(MAN, physique=physique), 768, FULL)[..., 3] > 128
    widths = []
    for row in alpha:
        edges = np.flatnonzero(np.diff(np.r_[False, row, False].astype(np.int8)))
        if len(edges) >= 6:  # an arm, the trunk, the other arm
            widths.append(edges[1] - edges[0])
    assert len(widths) > 100
    assert np.abs(np.diff(widths[10:-25])).max() <= 3  # fingers are what comes last


def test_the_sides_of_a_bent_arm_meet_in_one_crease() -> None:
    kit = _kit(MAN)
    wrist = np.array([70.0, 450.0])
    tube, elbow = whole(kit, 1.0, SHOULDER, ELBOW, wrist)
    upper, lower = tube.inner[: elbow + 1], tube.inner[elbow:]
    assert np.all(np.diff(upper @ (ELBOW - SHOULDER)) > 0)
    assert np.all(np.diff(lower @ (wrist - ELBOW)) > 0)


def test_an_arm_that_folds_back_is_not_one_form() -> None:
    assert is_one(SHOULDER, ELBOW, WRIST)
    assert not is_one(SHOULDER, ELBOW, np.array([60.0, 230.0]))
    assert bend(SHOULDER, ELBOW, 2 * ELBOW - SHOULDER) == pytest.approx(0, abs=1e-6)


def test_muscles_are_seen_on_the_strong_alone() -> None:
    assert strength(_kit(replace(MAN, physique=Physique.MUSCULAR))) == pytest.approx(1.0)
    assert strength(_kit(replace(MAN, physique=Physique.STOUT))) == 0
    assert strength(_kit(replace(MAN, physique=Physique.MUSCULAR, age=Age.CHILD))) == 0


@pytest.mark.parametrize("age", [Age.CHILD, Age.ADULT])
def test_a_raised_arm_goes_on_up_to_its_shoulder(age: Age) -> None:
    spec = replace(MAN, age=age, build=Build.FEMALE)
    figure, pen = measure(spec, CONTOUR), Pen()
    sign = HandSign(SignSheet(pen, figure, Tones.of(spec)), "wave", hands.open_hand, 0.2)
    rest = pen.finish().mesh.rest.copy()
    sign.show(rest, {}, 0.0, 1.0)
    arm = rest[np.setdiff1d(sign.arm, sign.hand)]
    inner = arm[arm[:, 0] < 0.9 * figure.shoulder]
    assert abs(float(inner[:, 1].min()) - figure.shoulder_y) < 16


def test_a_strong_arm_is_thick_when_it_is_raised_too() -> None:
    def widest(physique: Physique) -> float:
        stamp = Stamp(Pen(), "arm")
        raised_forearm(stamp, Tones.of(MAN), measure(replace(MAN, physique=physique), CONTOUR).limbs, None)
        return float(np.ptp(stamp.pen.finish().mesh.rest[:, 0]))

    assert widest(Physique.MUSCULAR) > 1.1 * widest(Physique.AVERAGE)
