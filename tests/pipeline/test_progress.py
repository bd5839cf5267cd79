"""How far a whole job is, and how long it still takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.progress import SHARES, Forecast, overall
from pipeline.types import Progress, Stage


def test_shares_cover_every_stage_and_sum_to_one() -> None:
    assert list(SHARES) == list(Stage)
    assert sum(SHARES.values()) == pytest.approx(1)


@given(st.sampled_from(list(Stage)), st.floats(0, 1), st.sampled_from(list(Stage)), st.floats(0, 1))
def test_the_whole_only_grows_along_the_road(stage: Stage, part: float, later: Stage, later_part: float) -> None:
    order = list(Stage)
    if (order.index(later), later_part) >= (order.index(stage), part):
        assert overall(Progress(later, later_part)) >= overall(Progress(stage, part))


def test_seconds_left_follow_the_pace_of_the_stage() -> None:
    now = 0.0
    seen: list[Progress] = []
    forecast = Forecast(seen.append, clock=lambda: now)
    forecast(Progress(Stage.CHARACTER))
    forecast(Progress(Stage.POSE))
    now = 5.0
    forecast(Progress(Stage.POSE, 0.5))
    assert [progress.seconds_left for progress in seen[:2]] == [None, None]
    # Half of the drawing took 5 s; the other half and the file (a tenth of the drawing) are left.
    assert seen[2].seconds_left == pytest.approx(5.0 * (0.25 + 0.05) / 0.25)


def test_what_a_stage_knows_itself_is_kept() -> None:
    seen: list[Progress] = []
    Forecast(seen.append)(Progress(Stage.POSE, 0.1, 42.0))
    assert seen == [Progress(Stage.POSE, 0.1, 42.0)]
