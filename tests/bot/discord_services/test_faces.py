"""What characters look like while they speak, really drawn."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from bot.discord_services.faces import _request, _Task
from bot.domain import Mood
from pipeline import Character, PromptSource, make_character, render_animoji

BYTES = 256 * 1024


@pytest.fixture(scope="module")
def luna() -> Character:
    return make_character(PromptSource("girl, silver hair, violet eyes", 7), lambda _: None).character


def test_each_mood_has_a_face_of_its_own(luna: Character) -> None:
    faces = {}
    for mood in Mood:
        data = render_animoji(_request(luna, _Task(1, mood, moves=False))).data
        assert len(data) <= BYTES
        with Image.open(io.BytesIO(data)) as picture:
            assert (picture.format, picture.size, getattr(picture, "n_frames", 1)) == ("PNG", (128, 128), 1)
            faces[mood] = np.asarray(picture.convert("RGBA"), np.int16)
    assert all((face[..., 3] == 255).all() for face in faces.values()), "nothing shines through on a dark or light chat"
    corners = {tuple(face[0, 0]) for face in faces.values()}
    assert len(corners) == 1, "one character keeps its backdrop"
    for mood, face in faces.items():
        others = [np.abs(face - other).mean() for each, other in faces.items() if each is not mood]
        assert min(others) > 1.0, mood


def test_a_reaction_is_a_small_gif_that_moves(luna: Character) -> None:
    data = render_animoji(_request(luna, _Task(1, Mood.HAPPY, moves=True))).data
    assert len(data) <= 2 * BYTES
    with Image.open(io.BytesIO(data)) as picture:
        assert (picture.format, picture.size) == ("GIF", (160, 160))
        assert getattr(picture, "n_frames", 1) > 8
