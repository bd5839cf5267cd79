from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.motion.presets.curves import EASINGS, GRID_RATE, Key, grid_times, periodic_curve
from pipeline.motion.presets.score import read_score
from pipeline.motion.procedural import blinking, following, leading

LEAST = 'title = { en = "t" }\nseconds = 2\n'


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "example.toml"
    path.write_text(text)
    return path


def test_a_paired_channel_may_leave_out_its_side_and_a_side_of_its_own_wins(tmp_path: Path) -> None:
    text = LEAST + "[keys]\neye_wink_left = [[0, 1]]\neye_wink = [[0, 0.5]]\nmouth_aaa = [[0, 0], [1, 1, 'out']]\n"
    score = read_score(written(tmp_path, text))
    assert score.keys["eye_wink_left"] == (Key(0, 1),)
    assert score.keys["eye_wink_right"] == (Key(0, 0.5),)
    assert score.keys["mouth_aaa"][1] == Key(1, 1, "out")


@pytest.mark.parametrize(
    "text",
    [
        "[keys]\nnose = [[0, 1]]\n",
        "[keys]\nmouth_aaa = []\n",
        "[keys]\nmouth_aaa = [[0, 1], [0, 2]]\n",
        "[keys]\nmouth_aaa = [[0, 1], [2, 0]]\n",
        "[keys]\nmouth_aaa = [[0, 1, 'bouncy']]\n",
        "[keys]\n[emotions]\nbored = [[0, 1]]\n",
        "speed = 3\n[keys]\n",
    ],
)
def test_an_authors_slip_is_found(tmp_path: Path, text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read_score(written(tmp_path, LEAST + text))


@pytest.mark.parametrize("name", EASINGS)
def test_easings_go_from_0_to_1(name: str) -> None:
    start, end = EASINGS[name](np.array([0.0, 1.0]))
    assert (start, end) == (pytest.approx(0), pytest.approx(1))


@given(
    st.lists(st.tuples(st.integers(0, 39), st.floats(-1, 1)), min_size=1, max_size=8, unique_by=lambda key: key[0]),
    st.sampled_from(["auto", "out", "in_out", "linear"]),
)
def test_a_curve_stays_within_its_keys_and_meets_itself(keys: list[tuple[int, float]], arrive: str) -> None:
    channel = tuple(Key(at / 20, value, arrive) for at, value in sorted(keys))
    curve = periodic_curve(channel, 2.0)
    values = [key.value for key in channel]
    assert len(curve) == 2 * GRID_RATE
    assert curve.min() >= min(values) - 1e-9
    assert curve.max() <= max(values) + 1e-9
    steps = np.abs(np.diff(np.append(curve, curve[0])))
    assert steps[-1] <= steps[:-1].max() + 1e-9 + np.ptp(curve) * 0.05


def test_back_overshoots_and_a_hold_holds() -> None:
    curve = periodic_curve((Key(0, 0), Key(0.5, 0), Key(0.8, 1, "back"), Key(1.5, 1)), 2.0)
    times = grid_times(2.0)
    assert curve[times < 0.4].max() < 0.01
    assert 1.04 < curve.max() < 1.2
    assert np.abs(curve[(times > 0.95) & (times < 1.4)] - 1).max() < 0.02


def test_blinks_close_fast_and_open_more_slowly() -> None:
    times = np.arange(0, 1, 0.001)
    lids = blinking(times, [0.3])
    assert lids.max() == 1
    closing = (times[lids > 0.5][0] - 0.3) / 0.001
    opening = (0.3 + 0.21 - times[lids > 0.5][-1]) / 0.001
    assert closing < opening
    over_the_seam = blinking(times, [0.95], seconds=1.0)
    assert over_the_seam[0] > 0.5


def test_the_body_lags_and_swings_past_and_the_eyes_lead() -> None:
    times = grid_times(4.0)
    head = np.where((times > 1) & (times < 2.5), 1.0, 0.0)
    body = following(head, 4.0)
    assert np.argmax(body > 0.5) > np.argmax(head > 0.5) + 10
    assert 1.02 < body.max() < 1.3
    eyes = leading(head, 4.0)
    assert eyes[(times > 0.92) & (times < 0.98)].min() == 1
    assert abs(eyes[(times > 1.1) & (times < 2.3)]).max() == 0


@pytest.mark.parametrize("title", ['"Nods"', '{ ja = "うなずく" }', "{ en = 3 }"])
def test_a_title_is_a_table_with_an_english_one(tmp_path: Path, title: str) -> None:
    text = f"title = {title}\nseconds = 2\n[keys]\nhead_x = [[0, 0]]\n"
    with pytest.raises(ValueError, match="English"):
        read_score(written(tmp_path, text))


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        (LEAST, "'keys' is missing"),
        (LEAST + "sparkle = 1\n[keys]\nhead_x = [[0, 0]]\n", "sparkle"),
        (LEAST + "[keys]\nnose = [[0, 0]]\n", "unknown channel 'nose'"),
        (LEAST + "[keys]\nhead_x = [[0, 0], [5, 1]]\n", "head_x: times must ascend"),
        (LEAST + "[keys\n", "line 3"),
    ],
)
def test_a_mistake_names_the_file_and_what_is_wrong(tmp_path: Path, text: str, mistake: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(ValueError, match=f"^{path.name}: .*{mistake}"):
        read_score(path)
