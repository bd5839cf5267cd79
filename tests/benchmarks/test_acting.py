"""Labelled moments against poses: each rule holds where it should."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from benchmarks.acting import ActedTrack, check
from pipeline.types import PoseTrack, make_pose

WINK = make_pose(eye_wink_left=0.9, mouth_raised_corner=0.4)
REST = make_pose()


@pytest.fixture
def act() -> ActedTrack:
    """Half a second of rest, then half a second of a wink, at 10 frames a second."""
    return ActedTrack(PoseTrack.still(np.stack([REST] * 5 + [WINK] * 5), 10))


def moment(t: float, rule: dict[str, Any], window: float = 0.05) -> dict[str, Any]:
    return {"clip": "me", "t": t, "kind": "wink", "sees": "a wink", "rules": [rule], "window": window}


@pytest.mark.parametrize(
    ("rule", "at_rest", "winking"),
    [
        ({"all": [["eye_closed_left", ">", 0.6], ["eye_closed_right", "<", 0.2]]}, False, True),
        ({"any": [["eye_closed_right", ">", 0.6], ["corners_up", ">", 0.3]]}, False, True),
        ({"mean": [["eye_wink_left", "<", 0.2]]}, True, False),
        ({"change": ["eye_closed_left_minus_right", 0.1, ">", 0.5]}, False, True),
    ],
)
def test_a_rule_holds_where_it_should(act: ActedTrack, rule: dict[str, Any], at_rest: bool, winking: bool) -> None:
    assert act.judge(moment(0.2, rule)).right == at_rest
    assert act.judge(moment(0.7, rule)).right == winking


def test_all_wants_one_frame_and_mean_the_whole_window(act: ActedTrack) -> None:
    both = 0.45, 0.06  # the last frame at rest, the first of the wink
    assert act.judge(moment(both[0], {"all": [["eye_wink_left", ">", 0.8]]}, both[1])).right
    assert not act.judge(moment(both[0], {"mean": [["eye_wink_left", ">", 0.8]]}, both[1])).right


def test_what_is_wrong_says_what_was_found(act: ActedTrack) -> None:
    assert act.judge(moment(0.2, {"any": [["eye_wink_left", ">", 0.5]]})).found == (
        "any: eye_wink_left 0.00 (wanted > 0.5)",
    )


def test_moments_of_clips_that_are_not_there_do_not_count(act: ActedTrack) -> None:
    other = moment(0.7, {"any": [["eye_wink_left", ">", 0.5]]}) | {"clip": "somebody"}
    assert [
        verdict.right for _, verdict in check([moment(0.7, {"any": [["eye_wink_left", ">", 0.5]]}), other], {"me": act})
    ] == [True]
