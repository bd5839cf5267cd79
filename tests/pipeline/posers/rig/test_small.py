"""Where a face is seen small, its features are exaggerated."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import Any, Final

import cv2
import numpy as np
import pytest

from pipeline.drawing.art import EDITIONS
from pipeline.posers.rig import poser
from pipeline.posers.rig.character import DrawnCharacter, draw_character
from pipeline.posers.rig.framing import fitted
from pipeline.posers.rig.poser import Puppet, RigPoser, drawn_once
from pipeline.types import BUST, FACE, Character, CharacterKind, Framing, Poses, make_pose
from pipeline.types.spec import BodyStyle, Build, Edition, HairBack, HairFront, RestingFace, RigSpec, Species

GIRL: Final = RigSpec(
    edition=Edition.FOURTH, seed=3, hair_colour="#d98a3f", hair_front=HairFront.STRAIGHT, expression=RestingFace.NEUTRAL
)
SPECS: Final = {
    "girl": GIRL,
    "man": replace(GIRL, build=Build.MALE, hair_colour="#2c2833", hair_front=HairFront.SIDE_PART),
    "dark skin": replace(GIRL, skin="#6b432f", hair_colour="#e8e4ee"),
    "chibi": replace(GIRL, body_style=BodyStyle.CHIBI, hair_colour="#8c6fd0"),
    "cat": replace(GIRL, species=Species.CAT, hair_colour="#d98a3f"),
}


def _pair(name: str, value: float = 1.0) -> dict[str, float]:
    return {f"{name}_left": value, f"{name}_right": value}


MOODS: Final = {
    "neutral": {},
    "smile": _pair("mouth_raised_corner"),
    "laughing": {"mouth_aaa": 1.0, **_pair("eye_happy_wink"), **_pair("eyebrow_happy")},
    "sad": {**_pair("mouth_lowered_corner"), **_pair("eyebrow_troubled"), **_pair("eye_relaxed", 0.4)},
    "angry": {**_pair("mouth_lowered_corner", 0.7), **_pair("eyebrow_angry")},
    "shocked": {"mouth_ooo": 1.0, **_pair("eyebrow_raised"), **_pair("eye_surprised"), **_pair("iris_small", 0.7)},
    "wink": {"eye_wink_left": 1.0, **_pair("mouth_raised_corner")},
    "other wink": {"eye_wink_right": 1.0, **_pair("mouth_raised_corner")},
    "asleep": _pair("eye_wink"),
    "sleepy": _pair("eye_relaxed", 0.9),
    "kiss": {"mouth_uuu": 1.0, **_pair("eyebrow_raised", 0.5)},
    "grin": {"mouth_iii": 1.0, **_pair("mouth_raised_corner")},
}


def _emoji(spec: RigSpec, pose: Poses) -> np.ndarray[Any, np.dtype[np.float32]]:
    """What Discord shows of an emoji within a line's text: 48 pixels on its dark page."""
    frame = RigPoser().pose(Character(CharacterKind.DRAWN, spec=spec), pose[None], 128, FACE)[0].astype(np.float32)
    alpha = frame[..., 3:] / 255
    flat = frame[..., :3] * alpha + np.array([49, 51, 56], np.float32) * (1 - alpha)
    return np.asarray(cv2.resize(flat, (48, 48), interpolation=cv2.INTER_AREA), np.float32)


def _nearest(spec: RigSpec) -> float:
    """How far the two moods differ that differ least: the mean over the 60 pixels that differ most."""
    seen = [_emoji(spec, make_pose(**numbers)) for numbers in MOODS.values()]
    return min(float(np.sort(np.abs(a - b).mean(-1), axis=None)[-60:].mean()) for a, b in combinations(seen, 2))


def _as_in_life(spec: RigSpec, *, small: bool = False) -> DrawnCharacter:
    return draw_character(spec)


@pytest.mark.parametrize("name", SPECS)
def test_twelve_moods_are_told_apart_at_the_size_of_an_emoji(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    exaggerated = _nearest(SPECS[name])
    monkeypatch.setattr(poser, "drawn_once", _as_in_life)
    in_life = _nearest(SPECS[name])
    assert exaggerated > 5
    assert exaggerated > 2.5 * in_life


def _features(size: int, framing: Framing, edition: Edition) -> tuple[float, float]:
    figure = Puppet(replace(GIRL, edition=edition), size, framing)._drawn.figure
    return figure.eye_scale, figure.caricature.mouth


def test_replies_show_a_face_as_it_is_and_so_do_older_editions() -> None:
    figure, small = draw_character(GIRL).figure, draw_character(GIRL, small=True).figure
    assert _features(320, BUST, Edition.FOURTH) == (figure.eye_scale, 1.0)
    assert _features(128, FACE, Edition.FOURTH) == (small.eye_scale, EDITIONS[Edition.FOURTH].small.mouth)
    assert small.eye_scale > 1.1 * figure.eye_scale
    for edition in (Edition.FIRST, Edition.SECOND, Edition.THIRD):
        assert _features(128, FACE, edition) == _features(320, BUST, edition)
    assert drawn_once(GIRL) is not drawn_once(GIRL, small=True)


def test_tails_of_hair_do_not_make_a_face_small_in_its_own_picture() -> None:
    tails = draw_character(replace(GIRL, hair_back=HairBack.TWIN_TAILS))
    assert fitted(FACE, tails).side < 1.06 * FACE.side
