"""Lids that a network paints paler than the skin get the skin's colour; nothing else changes."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.posers.lids import Lids
from pipeline.types import make_pose

Face = npt.NDArray[np.uint8]
BROWN, PALE, LASH, IRIS = (150, 100, 70), (200, 160, 130), (40, 25, 25), (90, 140, 220)
EYES = ((66, 100), (126, 100))


def face(skin: tuple[int, int, int] = BROWN) -> Face:
    """Two open eyes: a white, an iris, a lash."""
    picture = np.full((192, 192, 4), (*skin, 255), np.uint8)
    for eye in EYES:
        cv2.ellipse(picture, eye, (16, 11), 0, 0, 360, (250, 247, 244, 255), -1)
        cv2.circle(picture, eye, 7, (*IRIS, 255), -1)
        cv2.ellipse(picture, eye, (16, 11), 0, 180, 360, (*LASH, 255), 2)
    return picture


def shut(lid: tuple[int, int, int], skin: tuple[int, int, int] = BROWN, down: int = 22) -> Face:
    """The same with lids so many pixels down, and a lash at their edge."""
    picture = face(skin)
    for x, y in EYES:
        picture[y - 12 : y - 12 + down, x - 18 : x + 18] = (*lid, 255)
        picture[y - 12 + down : y - 10 + down, x - 18 : x + 18] = (*LASH, 255)
    return picture


def test_pale_lids_get_the_skins_colour_and_lashes_stay() -> None:
    lids = Lids(face(), shut(PALE))
    assert lids.are_paler
    poses = np.stack([make_pose(eye_wink=1.0), make_pose(eye_happy_wink=0.5)])
    painted = np.stack([shut(PALE), shut(PALE, down=9)])
    whole, half = lids.mended(painted, poses)
    assert np.abs(whole[95, 60].astype(int)[:3] - BROWN).max() <= 2
    assert np.abs(half[92, 60].astype(int)[:3] - BROWN).max() <= 2
    is_lash = (painted[0, ..., :3] == LASH).all(-1)
    assert np.array_equal(whole[is_lash], painted[0][is_lash])
    below = half[100:, :]
    assert np.array_equal(below, painted[1][100:, :]), "what the lid leaves open is the eye"


def test_open_eyes_and_the_rest_of_a_face_stay() -> None:
    lids = Lids(face(), shut(PALE))
    looks_aside = np.roll(face(), 4, axis=1)
    made = lids.mended(looks_aside[None], make_pose(iris_rotation_y=1.0)[None])
    assert np.array_equal(made[0], looks_aside)
    spoken = shut(PALE)
    spoken[150:160, 80:110] = (250, 250, 250, 255)
    assert np.array_equal(lids.mended(spoken[None], make_pose(eye_wink=1.0)[None])[0, 150:160], spoken[150:160])


def test_lids_of_the_skins_own_colour_are_let_be() -> None:
    for skin in (BROWN, (255, 230, 215)):
        painted = shut(skin, skin)
        lids = Lids(face(skin), painted)
        assert not lids.are_paler
        assert np.array_equal(lids.mended(painted[None], make_pose(eye_wink=1.0)[None])[0], painted)


def test_a_picture_without_eyes_has_no_lids() -> None:
    blank = np.zeros((192, 192, 4), np.uint8)
    assert not Lids(blank, blank).are_paler
