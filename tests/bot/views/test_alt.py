"""What is read out instead of a picture."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bot.texts import ENGLISH, Language
from bot.views.alt import alt_text
from pipeline import EMOTIONS, PoseTrack
from pipeline.motion.presets import PRESETS, preset_track
from pipeline.types import Gesture
from tests.bot.fakes import drawn, track, uploaded

JAPANESE = Language.of("ja")


def _feeling(**strengths: float) -> PoseTrack:
    still = track(10)
    emotions = np.zeros((10, len(EMOTIONS)), np.float32)
    for name, strength in strengths.items():
        emotions[:, EMOTIONS.index(name)] = strength
    return replace(still, emotions=emotions)


def test_it_says_who_and_what() -> None:
    motion = replace(_feeling(happy=0.8), gestures=(Gesture("wave_right", 0, 5), Gesture("sparkle", 2, 4)))
    assert alt_text([("Mimi", drawn("silver twin tails, violet eyes"), motion)], "", ENGLISH) == (
        "Mimi: girl, silver hair, bob, blue eyes, sailor uniform; smiles, waves"
    )
    assert alt_text([("ミミ", drawn("銀髪のツインテール"), motion)], "やあ", JAPANESE) == (
        "ミミ：女の子、銀の髪、ボブ、青の目、セーラー服。笑顔、手を振る。文字は「やあ」"
    )


def test_a_caption_is_read_and_a_picture_has_no_words() -> None:
    assert (
        alt_text([("Hero", uploaded(), track())], "Hi!", ENGLISH) == "Hero: an anime character; moves. It says “Hi!”."
    )


def test_two_are_told_one_after_the_other() -> None:
    cast = [("Mimi", drawn(), _feeling(happy=0.8)), ("Hero", uploaded(), track())]
    assert alt_text(cast, "Hi!", ENGLISH) == (
        "Mimi: girl, silver hair, bob, blue eyes, sailor uniform; smiles. Hero: an anime character; moves. "
        "It says “Hi!”."
    )


def test_nothing_of_it_is_markdown_or_turns_the_text_around_it() -> None:
    painted = replace(uploaded(), prompt="silver_hair *bold*\n\n# big \u202egnp")
    words = alt_text([("*Mi_mi*", painted, track())], "`x` ||y||", ENGLISH)
    assert words == "*Mi_mi*: silver_hair *bold* # big gnp; moves. It says “`x` ||y||”."


@pytest.mark.parametrize("count", [1, 2])
def test_the_longest_words_fit(count: int) -> None:
    longest = alt_text(
        [("M" * 60, replace(uploaded(), prompt="x" * 500), _feeling(happy=1, sad=1, angry=1, afraid=1))] * count,
        "c" * 300,
        ENGLISH,
    )
    assert len(longest) <= 1024


@pytest.mark.parametrize("name", PRESETS)
def test_every_motion_of_the_list_is_read_out(name: str) -> None:
    assert alt_text([("Mimi", drawn(), preset_track(name, 25.0).track)], "", ENGLISH)


@pytest.mark.parametrize(
    ("name", "does"),
    [
        ("laugh", "smiles"),
        ("wave", "waves"),
        ("peace", "shows a peace sign"),
        ("rage", "looks angry"),
        ("cry", "looks sad"),
    ],
)
def test_what_a_motion_is_about_is_said(name: str, does: str) -> None:
    assert does in alt_text([("Mimi", drawn(), preset_track(name, 25.0).track)], "", ENGLISH)
