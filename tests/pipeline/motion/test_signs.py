"""Signs of comics that go with what a face feels."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from pipeline.motion.signs import with_signs
from pipeline.posers.rig.emanata import EMANATA
from pipeline.types import (
    EMOTIONS,
    Effect,
    Effects,
    FileMotion,
    Gesture,
    PoseTrack,
    PresetMotion,
    TrackMotion,
    UnknownEffectError,
    VideoMotion,
    neutral_poses,
)

FPS = 20.0
CLIP = VideoMotion(Path("me.mp4"))


def feeling(*stretches: tuple[str, float, float, float]) -> PoseTrack:
    """Six seconds of a calm face that feels (emotion, how strongly, from, until seconds)."""
    track = PoseTrack.still(neutral_poses(round(6 * FPS)), FPS)
    emotions = np.zeros((len(track), len(EMOTIONS)), np.float32)
    for emotion, strength, start, end in stretches:
        emotions[round(start * FPS) : round(end * FPS), EMOTIONS.index(emotion)] = strength
    emotions[:, 0] = 1 - emotions.sum(axis=1)
    return replace(track, emotions=emotions)


def signs(track: PoseTrack, effects: Effects = Effects.AUTO) -> list[tuple[str, float, float]]:
    return [(g.name, g.start / FPS, g.end / FPS) for g in with_signs(track, CLIP, effects).gestures]


@pytest.mark.parametrize(
    ("emotion", "sign"),
    [
        ("angry", "vein"),
        ("sad", "gloom"),
        ("surprised", "exclamation"),
        ("afraid", "sweat"),
        ("disgusted", "sweat"),
        ("happy", "sparkle"),
    ],
)
def test_each_emotion_has_a_sign_for_as_long_as_it_lasts(emotion: str, sign: str) -> None:
    assert signs(feeling((emotion, 0.92, 2.0, 3.2))) == [(sign, 2.0, 3.2)]


def test_strong_feelings_that_last_have_stronger_signs() -> None:
    assert signs(feeling(("angry", 0.97, 1, 4))) == [("steam", 1, 4)]
    assert signs(feeling(("sad", 0.95, 1, 4))) == [("tears", 1, 4)]
    assert signs(feeling(("happy", 0.99, 1, 5))) == [("hearts", 1, 5)]


def test_a_faint_or_passing_feeling_has_none_and_surprise_is_a_moment() -> None:
    assert signs(feeling(("angry", 0.5, 1, 4))) == []
    assert signs(feeling(("happy", 0.99, 1, 1.4))) == []
    assert signs(feeling(("surprised", 0.95, 1, 5))) == [("exclamation", 1, 2.4)]


def test_a_short_sign_stays_long_enough_to_be_read_also_at_the_end() -> None:
    assert signs(feeling(("angry", 0.9, 1, 1.5))) == [("vein", 1, 1.8)]
    assert signs(feeling(("angry", 0.9, 5.5, 6))) == [("vein", 5.2, 6)]


def test_a_dip_does_not_end_a_sign() -> None:
    assert signs(feeling(("angry", 0.9, 1, 2), ("angry", 0.5, 2, 2.3), ("angry", 0.9, 2.3, 3))) == [("vein", 1, 3)]


def test_what_was_chosen_is_shown_throughout_and_off_shows_nothing_but_hands() -> None:
    track = replace(feeling(("angry", 0.9, 1, 3)), gestures=(Gesture("wave", 5, 30), Gesture("tears", 0, 20)))
    assert signs(track, Effects.parse("hearts, sweat")) == [("wave", 0.25, 1.5), ("hearts", 0, 6), ("sweat", 0, 6)]
    assert signs(track, Effects.OFF) == [("wave", 0.25, 1.5)]


def test_authored_signs_and_tracks_that_were_made_before_stay_as_they_are() -> None:
    track = feeling(("angry", 0.9, 1, 3))
    for motion in (PresetMotion("rage"), TrackMotion(track)):
        assert with_signs(track, motion, Effects.AUTO) is track
    assert with_signs(track, TrackMotion(track), Effects.OFF) is track
    own = replace(track, gestures=(Gesture("tears", 0, 20),))
    assert with_signs(own, FileMotion(Path("me.json")), Effects.AUTO) is own


def test_effects_are_read_as_people_write_them() -> None:
    assert Effects.parse(" Auto ") == Effects.parse("") == Effects.AUTO
    assert Effects.parse("OFF") == Effects.OFF
    assert Effects.parse("hearts,hearts  sweat").chosen == (Effect.HEARTS, Effect.SWEAT)
    with pytest.raises(UnknownEffectError, match="sparkle"):
        Effects.parse("hearts,glitter")


def test_every_effect_can_be_drawn() -> None:
    assert {effect.value for effect in Effect} <= set(EMANATA)
