"""Motions: what can be chosen, and how a long one is made to fit."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from bot.services.motions import IDLE, MENU, matching, title, within
from bot.texts import Language
from pipeline.motion.presets import PRESETS
from pipeline.types import Gesture
from tests.bot.fakes import track


def test_the_menu_fits_and_every_motion_can_be_found() -> None:
    assert len(MENU) <= 25
    assert IDLE in MENU
    for name in PRESETS:
        assert name in dict(matching(name))
        assert name in dict(matching(title(name).upper()))


def test_a_motion_is_found_by_its_title_in_the_reader_s_language() -> None:
    japanese = Language("ja")
    assert dict(matching("うなずく", japanese)) == {"nod": "うんうんとうなずく"}
    assert not matching("うなずく")
    assert title("wave", japanese) == "やあ！"


def test_a_motion_that_is_a_little_long_is_played_faster() -> None:
    long = track(frames=150)  # 6 s
    short = within(long, 5.0)
    assert short.seconds == 5.0
    assert np.array_equal(short.poses, long.poses)
    assert within(short, 5.0) is short


def test_a_motion_that_is_far_too_long_loses_its_end() -> None:
    short = within(track(frames=1000), 5.0)
    assert (len(short), round(short.seconds, 6), short.loops) == (187, 5.0, False)


def test_what_shows_when_a_motion_is_cut_shows_up_to_there() -> None:
    long = replace(track(frames=1000), gestures=(Gesture("wave", 100, 900), Gesture("peace", 500, 600)))
    assert within(long, 5.0).gestures == (Gesture("wave", 100, 187),)
