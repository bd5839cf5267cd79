"""What the fourth edition makes of men's heads, measured on pictures."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np
import numpy.typing as npt
import pytest

from pipeline.types import BUST, FACE, Framing, RigSpec
from pipeline.types.spec import Age, Build, Edition, FacialHair, HairBack, HairFront, HairSide
from tests.pipeline.posers.rig.pictures import PLAIN, picture

MAN: Final = replace(
    PLAIN,
    edition=Edition.FOURTH,
    build=Build.MALE,
    age=Age.ADULT,
    hair_back=HairBack.SHORT,
    hair_front=HairFront.SWEEP,
    hair_colour="#18b048",
    eye_colour="#d02020",
    outfit_colour="#203060",
)


def _green(spec: RigSpec, pose: dict[str, float] | None = None) -> npt.NDArray[np.bool_]:
    """Where a bust of 320 px has green hair."""
    red, green, blue = picture(pose or {}, spec, 320, BUST)[..., :3].astype(int).transpose(2, 0, 1)
    return np.asarray((green > red + 30) & (green > blue + 30))


def _wide(found: npt.NDArray[np.bool_], row: int) -> int:
    columns = np.flatnonzero(found[row])
    return int(columns[-1] - columns[0])


def test_a_mans_head_is_lower_above_the_brows_than_a_boys_in_the_third_edition() -> None:
    tops = {edition: np.flatnonzero(_green(replace(MAN, edition=edition)).any(1))[0] for edition in Edition}
    assert tops[Edition.FOURTH] > tops[Edition.THIRD] + 5


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("side", [HairSide.NONE, HairSide.SHORT])
def test_short_hair_of_men_draws_in_toward_the_nape(seed: int, side: HairSide) -> None:
    hair = _green(replace(MAN, seed=seed, hair_side=side))
    temples, nape = max(_wide(hair, row) for row in range(130, 165)), _wide(hair, 205)
    assert nape < 0.76 * temples


@pytest.mark.parametrize("turned", [0.95, -0.95])
def test_the_near_ear_stays_at_the_face_on_a_turn(turned: float) -> None:
    spec = replace(MAN, hair_back=HairBack.AFRO, hair_front=HairFront.CURLY)
    shown = picture({"head_y": turned}, spec, 512, Framing(158, 24, 196))[..., 3] > 128
    for row in range(308, 340, 6):  # from the eyes to the lobes, below the hair
        columns = np.flatnonzero(shown[row])
        assert len(columns) == columns[-1] - columns[0] + 1, "a gap between ear and cheek"


@pytest.mark.parametrize("front", [HairFront.SWEEP, HairFront.MESSY, HairFront.SIDE_PART])
def test_no_tip_of_a_fringe_hangs_before_a_mans_eye(front: HairFront) -> None:
    def irises(spec: RigSpec) -> int:
        red, green, blue = picture({"head_y": -0.5}, spec, 320, FACE)[..., :3].astype(int).transpose(2, 0, 1)
        return int(((red > green + 70) & (red > blue + 50))[140:240, 100:].sum())  # beside the near ear

    for seed in range(4):
        spec = replace(MAN, seed=seed)
        assert irises(replace(spec, hair_front=front)) > 0.9 * irises(replace(spec, hair_front=HairFront.SWEPT_BACK))


def test_stubble_melts_into_the_cheeks() -> None:
    def step(edition: Edition) -> float:
        """The greatest difference from one row to the next in what stubble changes on the cheeks."""
        spec = replace(MAN, edition=edition, skin="#f2d0b8", hair_side=HairSide.NONE, beard_colour="#101018")
        shaved, grown = (
            picture({}, replace(spec, facial_hair=beard), 512, FACE)[..., :3].astype(int).mean(-1)
            for beard in (FacialHair.NONE, FacialHair.STUBBLE)
        )
        return float(np.abs(np.diff((shaved - grown)[:, 185:215].mean(1))).max())

    assert step(Edition.FOURTH) < 0.5 * step(Edition.THIRD)


@pytest.mark.parametrize("turned", [-0.9, 0.9])
def test_a_bald_head_is_round_beyond_the_far_cheek(turned: float) -> None:
    spec = replace(MAN, hair_back=HairBack.BALD, hair_front=HairFront.SWEPT_BACK)
    shown = picture({"head_y": turned}, spec, 512, Framing(158, 24, 196))[150:400, :, 3] > 128
    edge = (shown if turned > 0 else shown[:, ::-1]).argmax(1)
    assert np.diff(edge).max() <= 4  # no cut edge
