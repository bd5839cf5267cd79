"""Hands near the face: seen in real drawings, never seen where there is none."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from PIL import Image

from pipeline.characters.pictures.align import Head, align
from pipeline.characters.pictures.hands import hand_is_near_face
from pipeline.characters.pictures.upload import align_picture
from pipeline.types import Frames
from pipeline.types.spec import LATEST_EDITION
from tests.pipeline.characters.pictures.portraits import portrait
from tests.shared_data import shared


def open_shared(name: str) -> Frames:
    return np.asarray(Image.open(shared(f"images/{name}.png")).convert("RGBA"))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("crypko_00", True),  # holds a microphone below the chin
        ("crypko_01", True),  # on the shoulder
        ("crypko_03", True),  # before the chest, fingers up
        ("crypko_05", False),
        ("lambda_00", False),
        ("lambda_01", False),
    ],
)
def test_hands_of_real_drawings(name: str, expected: bool) -> None:
    picture = open_shared(name)
    assert hand_is_near_face(picture) is expected
    turned = align(picture, Head(250, 133, 136, 3.0))
    assert hand_is_near_face(turned) is expected


def test_drawn_characters_show_no_hands() -> None:
    # An eye, curls and a braid of the last three were once taken for hands.
    assert not [seed for seed in (*range(40), 40_009, 50_055, 50_107) if hand_is_near_face(portrait(seed))]


def test_hands_that_ours_lay_on_their_chest_are_seen_and_hanging_ones_are_far() -> None:
    raised = [10, 25, 29, 35]  # three wave, one lays a hand on the chest; crossed arms (23, 34) are far enough
    assert [
        seed for seed in (*range(40), 50_107) if hand_is_near_face(portrait(seed, edition=LATEST_EDITION))
    ] == raised


def test_an_open_hand_is_seen_beside_the_face_and_not_far_below() -> None:
    assert hand_is_near_face(with_hand(portrait(8), 330, 190))
    assert not hand_is_near_face(with_hand(portrait(8), 330, 440))


def test_the_person_is_told_what_to_do() -> None:
    pytest.importorskip("torch", reason="needs animemoji[neural]")
    told = {item.key for item in align_picture(with_hand(portrait(8), 330, 190)).notices}
    assert "notice.picture_hand_near_face" in told
    assert "notice.picture_hand_near_face" not in {item.key for item in align_picture(portrait(8)).notices}


@pytest.mark.parametrize(("name", "expected"), [("crypko_00", True), ("crypko_01", True), ("crypko_05", False)])
def test_uploads_of_real_drawings(name: str, expected: bool) -> None:
    pytest.importorskip("torch", reason="needs animemoji[neural]")
    told = {item.key for item in align_picture(open_shared(name)).notices}
    assert ("notice.picture_hand_near_face" in told) is expected


def with_hand(picture: Frames, x: int, y: int) -> Frames:
    """The picture with an open hand, palm to us, its wrist at (x, y + 30)."""
    large = np.ascontiguousarray(cv2.resize(picture, None, fx=4, fy=4, interpolation=cv2.INTER_CUBIC))
    skin, line = (250, 218, 196, 255), (120, 70, 50, 255)
    palm = (4 * x, 4 * y)
    tips = [(-26, -4), (-13, -30), (-3, -36), (8, -32), (18, -24)]
    roots = [(-11, 6), (-10, -8), (-3, -10), (5, -9), (11, -6)]
    for extra, colour in ((6, line), (0, skin)):
        cv2.ellipse(large, palm, (52 + extra // 2, 56 + extra // 2), 0, 0, 360, colour, -1, cv2.LINE_AA)
        cv2.line(large, palm, (palm[0], palm[1] + 160), colour, 56 + extra, cv2.LINE_AA)
        for root, tip in zip(roots, tips, strict=True):
            ends = [(palm[0] + 4 * dx, palm[1] + 4 * dy) for dx, dy in (root, tip)]
            cv2.line(large, ends[0], ends[1], colour, 26 + extra, cv2.LINE_AA)
    for dx, dy in ((-6, -11), (1, -12), (8, -10)):
        crease = (palm[0] + 4 * dx, palm[1] + 4 * dy)
        cv2.line(large, crease, (crease[0], crease[1] + 14), line, 3, cv2.LINE_AA)
    return np.asarray(cv2.resize(large, (512, 512), interpolation=cv2.INTER_AREA), np.uint8)
