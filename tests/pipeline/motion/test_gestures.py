"""Hands drawn from a few lines, as the hand model would see them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pytest

from pipeline.motion.gestures import find_gestures, hand_shape
from pipeline.motion.trackers.body import HandLook
from pipeline.types import Clock, Gesture

FACE = (300.0, 200.0, 160.0)


def hand(stretched: str, thumb: str = "in", at: tuple[float, float] = (100.0, 380.0)) -> npt.NDArray[np.float32]:
    """A right hand held up, palm to the camera, 21 points; ``stretched`` fingers are i, m, r, l (index to little)."""
    points = np.zeros((21, 2))
    points[1], points[2] = (18, -15), (30, -35)
    tips = {"in": ((26, -50), (12, -52)), "up": ((32, -70), (33, -105)), "out": ((55, -55), (75, -70))}[thumb]
    points[3], points[4] = tips
    for number, finger in enumerate("imrl"):
        base = 5 + 4 * number
        x = 24 - 16 * number
        points[base] = (x, -80)
        if finger in stretched:
            points[base + 1 : base + 4] = [(1.1 * x, -110), (1.15 * x, -132), (1.2 * x, -152)]
        else:
            points[base + 1 : base + 4] = [(x, -104), (0.9 * x, -84), (0.8 * x, -62)]
    return (points + at).astype(np.float32)


@pytest.mark.parametrize(
    ("shape", "name"),
    [
        (hand("im"), "peace"),
        (hand("imrl", "out"), "open"),
        (hand("", "up"), "thumbs_up"),
        (hand("", "in"), None),
        (hand("i"), None),
    ],
)
def test_what_one_hand_shows(shape: npt.NDArray[np.float32], name: str | None) -> None:
    assert hand_shape(shape, FACE) == name
    mirrored = shape * (-1, 1) + (700, 0)
    assert hand_shape(mirrored, FACE) == name


def test_a_hand_that_hangs_down_waves_to_nobody() -> None:
    assert hand_shape(hand("imrl", "out") * (1, -1)) is None


def test_a_hand_at_the_cheek() -> None:
    assert hand_shape(hand("imrl", at=(232, 300)), FACE) == "cheeks"


def test_a_hand_that_reaches_for_the_chin_does_not_wave() -> None:
    assert hand_shape(hand("imrl", "out", at=(110, 430)), FACE) is None
    assert hand_shape(hand("imrl", "out", at=(110, 380)), FACE) == "open"


def test_a_hand_seen_from_its_edge_does_not_wave() -> None:
    edge = hand("imrl", "out") * np.array((0.3, 1.0)) + (70, 0)
    assert hand_shape(edge, FACE) is None


def test_peace_beside_the_cheek_is_peace() -> None:
    beside_the_cheek = hand("im", at=(205, 310))
    assert hand_shape(beside_the_cheek, FACE) == "peace"
    assert hand_shape(hand("imrl", at=(205, 310)), FACE) == "cheeks"


def looks(names: Sequence[str | None]) -> list[HandLook]:
    shapes = {"peace": hand("im"), "open": hand("imrl", "out"), "thumbs_up": hand("", "up")}
    return [HandLook(0.1 * at, () if name is None else (shapes[name],)) for at, name in enumerate(names)]


def found_in(names: Sequence[str | None]) -> list[tuple[str, int, int]]:
    seen = looks(names)
    return [(g.name, g.start, g.end) for g in find_gestures(seen, [FACE] * len(seen), Clock.even(2 * len(seen), 20))]


def test_gestures_become_events_and_short_ones_are_passed_over() -> None:
    nothing: list[str | None] = [None] * 4
    shown: list[str | None] = [*nothing, "peace", "peace", None, "peace", "peace", *nothing, *nothing, "open", None]
    assert found_in(shown) == [("peace", 5, 21)]  # from 0.4 to 0.9 s, and the hand's way up and down


def test_a_shape_that_flashes_up_now_and_then_is_no_gesture() -> None:
    assert found_in(["thumbs_up", None, None, None, None, "thumbs_up", None, None, None]) == []


def test_one_look_that_is_misread_does_not_break_a_gesture() -> None:
    assert found_in(["peace"] * 4 + ["open"] + ["peace"] * 4) == [("peace", 0, 18)]


def test_one_gesture_begins_where_the_other_ends() -> None:
    assert found_in(["peace"] * 5 + ["open"] * 5) == [("peace", 0, 13), ("wave", 13, 20)]


def test_each_hand_is_the_mirror_image_of_the_person_s() -> None:
    """A hand at the right of the picture as it is filmed is at the left of the mirror: the character's right one."""
    left, right = hand("imrl", "out"), hand("im") * (-1, 1) + (700, 0)
    seen = [HandLook(0.1 * at, (left, right) if at > 2 else (left,)) for at in range(10)]
    found = find_gestures(seen, [FACE] * 10, Clock.even(20, 20))
    assert found == (Gesture("wave", 0, 20), Gesture("peace_right", 3, 20))


def test_hands_on_both_cheeks_are_one_event() -> None:
    both = (hand("imrl", at=(232, 300)), hand("imrl", at=(232, 300)) * (-1, 1) + (600, 0))
    seen = [HandLook(0.1 * at, both) for at in range(10)]
    assert [g.name for g in find_gestures(seen, [FACE] * 10, Clock.even(20, 20))] == ["cheeks"]


def test_an_open_hand_held_up_is_a_wave() -> None:
    seen = looks([None] + ["open"] * 8)
    assert [g.name for g in find_gestures(seen, [None] * 9, Clock.even(100, 25))] == ["wave"]


def test_no_looks_no_gestures() -> None:
    assert find_gestures([], [], Clock.even(10, 25)) == ()


def test_gestures_lie_on_the_frames_that_show_them() -> None:
    """A wave from 2.0 to 2.9 s, in a clip of 60 frames in its first second and ten in each that follows."""
    clock = Clock(np.concatenate([np.arange(60) / 60, 1 + np.arange(30) / 10]), 90 / 4)
    looks = [HandLook(at / 10, (hand("imrl", "out"),) if 20 <= at < 30 else ()) for at in range(40)]
    (wave,) = find_gestures(looks, [FACE] * 40, clock)
    assert clock.seconds_at(wave.start) == pytest.approx(1.85, abs=0.06)
    assert clock.seconds_at(wave.end) == pytest.approx(3.15, abs=0.06)
