"""A character saved today looks the same after upgrades: small pictures of fixed specs, compared as an eye would.

After a change that is meant to be seen: ``python -m tests.pipeline.posers.rig.test_golden`` draws them anew.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

import cv2
import numpy as np
import pytest

from pipeline.posers.rig.poser import RigPoser
from pipeline.types import Character, CharacterKind, Framing, RigSpec, make_pose
from pipeline.types.spec import (
    Accessory,
    Age,
    BodyStyle,
    Brows,
    Build,
    Coat,
    Edition,
    EyeShape,
    Finish,
    HairBack,
    HairColouring,
    HairFront,
    HairSide,
    Iris,
    Lashes,
    Nose,
    Outfit,
    Physique,
    RestingFace,
    Species,
)
from tests.pipeline.posers.rig.pictures import Picture

FOLDER: Final = Path(__file__).with_name("golden")
SIZE: Final = 144
FRAMING: Final = Framing(126, 8, 260)
TOLERANCE: Final = 6.0
"""Greatest mean difference (of 255) of any 9x9 pixel patch of the picture on grey, after a slight blur."""

_FIRST: Final[dict[str, RigSpec]] = {
    "sailor_bob": RigSpec(seed=1),
    "blazer_man": RigSpec(
        seed=2, build=Build.MALE, age=Age.ADULT, eye_shape=EyeShape.SHARP, nose=Nose.STRAIGHT,
        hair_front=HairFront.SPIKY, hair_side=HairSide.NONE, hair_back=HairBack.SHORT, hair_colour="#4a3a34",
        outfit=Outfit.BLAZER, accessories=(Accessory.SQUARE_GLASSES,), expression=RestingFace.SMUG,
    ),
    "twin_tail_idol": RigSpec(
        seed=3, hair_front=HairFront.PARTED, hair_back=HairBack.TWIN_TAILS, hair_colour="#f0a9c0",
        hair_colour_2="#b58be0", hair_colouring=HairColouring.TIPS, iris=Iris.STAR, eye_colour="#d85c93",
        outfit=Outfit.IDOL, ahoge=True,
    ),
    "chibi_cat": RigSpec(
        seed=4, body_style=BodyStyle.CHIBI, hair_front=HairFront.MESSY, hair_colour="#6fc3c0", eye_colour="#d98a2b",
        expression=RestingFace.CAT, fang=True, outfit=Outfit.HOODIE, accessories=(Accessory.CAT_EARS,),
    ),
    "soft_kimono": RigSpec(
        seed=5, finish=Finish.SOFT, hair_front=HairFront.HIME, hair_back=HairBack.HIME, hair_colour="#2e2a34",
        eye_colour="#8e2f3f", outfit=Outfit.KIMONO, outfit_colour="#8f3050", blush=0.7,
    ),
    "sketch_elder": RigSpec(
        seed=6, finish=Finish.SKETCH, age=Age.ELDER, build=Build.MALE, hair_front=HairFront.SWEPT_BACK,
        hair_back=HairBack.PONYTAIL, hair_colour="#d8d5dd", skin="#c98d64", outfit=Outfit.CAPE,
    ),
}  # fmt: skip
"""Never change one: add another. Those of an edition stay as long as characters of it are saved."""
_MASCOTS: Final[dict[str, RigSpec]] = {
    "mascot_cat": RigSpec(
        edition=Edition.SECOND, seed=7, species=Species.CAT, coat=Coat.TABBY, body_style=BodyStyle.CHIBI,
        build=Build.ANDROGYNOUS, hair_colour="#e8a55c", eye_colour="#4fa05a", eye_shape=EyeShape.BUTTON,
        lashes=Lashes.BARE, brows=Brows.SHORT, expression=RestingFace.CAT, outfit=Outfit.FUR,
    ),
    "mascot_frog": RigSpec(
        edition=Edition.SECOND, seed=8, species=Species.FROG, body_style=BodyStyle.CHIBI, build=Build.ANDROGYNOUS,
        hair_colour="#7fbf5a", eye_colour="#8a5a24", eye_shape=EyeShape.BUTTON, lashes=Lashes.BARE, brows=Brows.SHORT,
        outfit=Outfit.CAPE, accessories=(Accessory.WITCH_HAT,),
    ),
}  # fmt: skip
_FOURTH: Final[dict[str, RigSpec]] = {
    "stout_detective": RigSpec(
        edition=Edition.FOURTH, seed=9, build=Build.MALE, age=Age.ADULT, physique=Physique.STOUT, skin="#a56f4c",
        eye_shape=EyeShape.SHARP, hair_front=HairFront.SIDE_PART, hair_side=HairSide.NONE, hair_back=HairBack.SHORT,
        hair_colour="#3a3340", outfit=Outfit.COAT, outfit_colour="#c8a878", accent_colour="#f4f4f8",
        accessories=(Accessory.MONOCLE, Accessory.FEDORA), accessory_colour="#5f4638",
    ),
    "gloved_guitarist": RigSpec(
        edition=Edition.FOURTH, seed=10, physique=Physique.MUSCULAR, hair_front=HairFront.CURLY,
        hair_side=HairSide.NONE, hair_back=HairBack.SHORT_CURLS, hair_colour="#cc6f42", eye_colour="#3fa37a",
        outfit=Outfit.VEST, outfit_colour="#33323c",
        accessories=(Accessory.GLOVES, Accessory.NECKTIE, Accessory.GUITAR), accessory_colour="#b3263f",
    ),
}  # fmt: skip
SPECS: Final = (
    _FOURTH
    | _MASCOTS
    | _FIRST
    | {f"{name}_second": replace(spec, edition=Edition.SECOND) for name, spec in _FIRST.items()}
    | {
        f"{name}_{edition.value}": replace(spec, edition=edition)
        for edition in (Edition.THIRD, Edition.FOURTH)
        for name, spec in (_FIRST | _MASCOTS).items()
    }
)


def _on_grey(picture: Picture) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    alpha = picture[..., 3:].astype(np.float32) / 255
    flat = picture[..., :3].astype(np.float32) * alpha + 128 * (1 - alpha)
    return np.asarray(cv2.GaussianBlur(flat, (0, 0), 1.0), np.float32)


def _drawn(spec: RigSpec) -> Picture:
    pose = make_pose(head_y=0.3, mouth_aaa=0.4, eye_wink_left=0.3)[None]
    return np.asarray(RigPoser().pose(Character(CharacterKind.DRAWN, spec=spec), pose, SIZE, FRAMING)[0])


@pytest.mark.parametrize("name", SPECS)
def test_a_saved_character_looks_as_it_did(name: str) -> None:
    stored = cv2.imread(str(FOLDER / f"{name}.png"), cv2.IMREAD_UNCHANGED)
    assert stored is not None, f"draw {name}.png with python -m {__name__}"
    before = _on_grey(cv2.cvtColor(stored, cv2.COLOR_BGRA2RGBA))
    difference = np.abs(before - _on_grey(_drawn(SPECS[name]))).mean(-1)
    assert cv2.blur(difference, (9, 9)).max() < TOLERANCE


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for _name, _spec in SPECS.items():
        cv2.imwrite(str(FOLDER / f"{_name}.png"), cv2.cvtColor(_drawn(_spec), cv2.COLOR_RGBA2BGRA))
