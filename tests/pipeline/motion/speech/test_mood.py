from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.motion.speech.mood import in_mood, mood_of, without_emoji
from pipeline.types import POSE_INDEX, Effect, neutral_poses


@pytest.mark.parametrize(
    ("text", "column", "sign"),
    [
        ("I love you ❤️", "mouth_raised_corner_left", Effect.HEARTS),
        ("そっか😢", "eyebrow_troubled_left", Effect.TEARS),
        ("no 😠 no", "eyebrow_angry_right", Effect.VEIN),
        ("oh 😮", "eye_surprised_left", Effect.EXCLAMATION),
        ("hi 😊", "eyebrow_happy_left", None),
        ("haha 😂😭", "eyebrow_happy_left", None),
        ("Let's go!", "eyebrow_raised_left", None),
        ("well…", "eye_relaxed_left", None),
    ],
)
def test_an_emoji_or_a_mark_sets_the_mood(text: str, column: str, sign: Effect | None) -> None:
    mood = mood_of(text)
    assert mood.sign == sign
    assert in_mood(neutral_poses(2), mood)[1, POSE_INDEX[column]] > 0.1


def test_plain_words_have_no_mood() -> None:
    assert np.array_equal(in_mood(neutral_poses(1), mood_of("It is raining.")), neutral_poses(1))


def test_a_sad_face_does_not_smile() -> None:
    poses = neutral_poses(1)
    poses[:, POSE_INDEX["mouth_raised_corner_left"]] = 0.3
    assert in_mood(poses, mood_of("😢"))[0, POSE_INDEX["mouth_raised_corner_left"]] == 0


def test_emoji_are_not_read_out() -> None:
    assert without_emoji("Hi 👨‍👩‍👧 there! 👍🏽 5️⃣\n\x00♥ ok") == "Hi there! 5 ok"


@given(st.text())
def test_any_text_has_a_mood_and_can_be_read_in_one_line(text: str) -> None:
    mood_of(text)
    assert without_emoji(text).isprintable()
