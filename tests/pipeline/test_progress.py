"""How far a whole job is, and how long it still takes."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.progress import Forecast, whole_of
from pipeline.render import render_animoji
from pipeline.types import (
    AnimojiRequest,
    Format,
    MotionSource,
    Output,
    PresetMotion,
    Progress,
    PromptSource,
    Stage,
    VideoMotion,
    notice,
)

SECONDS = {Stage.CHARACTER: 1.0, Stage.MOTION: 0.0, Stage.POSE: 6.0, Stage.ENCODE: 3.0}
SAMPLE = Path(__file__).parents[2] / "pipeline" / "samples" / "selfie.mp4"
progresses = st.builds(Progress, st.sampled_from(list(Stage)), st.floats(0, 1))


class Clock:
    """A clock that a test sets, and what a forecast said."""

    def __init__(self) -> None:
        self.now = 0.0
        self.seen: list[Progress] = []

    def __call__(self) -> float:
        return self.now

    def forecast(self, *, learned: bool = False) -> Forecast:
        return Forecast(self.seen.append, SECONDS, learned=learned, clock=self)

    @property
    def left(self) -> float | None:
        return self.seen[-1].seconds_left


@given(progresses, progresses)
def test_the_whole_only_grows_along_the_road(one: Progress, two: Progress) -> None:
    order = list(Stage)
    earlier, later = sorted((one, two), key=lambda each: (order.index(each.stage), each.fraction))
    assert 0 <= whole_of(earlier, SECONDS) <= whole_of(later, SECONDS) <= 1


def test_each_stage_has_its_share_of_the_whole() -> None:
    marks = [(Stage.QUEUED, 1), (Stage.CHARACTER, 1), (Stage.MOTION, 1), (Stage.POSE, 0.5)]
    assert [whole_of(Progress(*mark), SECONDS) for mark in marks] == pytest.approx([0, 0.1, 0.1, 0.4])
    assert whole_of(Progress(Stage.ENCODE, 7), SECONDS) == 1


@given(st.lists(progresses, min_size=2))
def test_a_bar_never_falls_back(reports: list[Progress]) -> None:
    clock = Clock()
    forecast = clock.forecast()
    for report in reports:
        forecast(report)
    shown = [progress.whole or 0.0 for progress in clock.seen]
    assert shown == sorted(shown)


def test_what_was_noticed_is_told_from_then_on_and_once() -> None:
    clock = Clock()
    forecast = clock.forecast()
    head, clip = notice("notice.picture_cut_off"), notice("notice.several_faces")
    for found in ((), (head,), (), (head, clip), ()):
        forecast(Progress(Stage.POSE, notices=found))
    assert [progress.notices for progress in clock.seen] == [(), (head,), (head,), (head, clip), (head, clip)]


def test_seconds_left_follow_the_pace_of_the_stage() -> None:
    clock = Clock()
    forecast = clock.forecast()
    forecast(Progress(Stage.CHARACTER))
    forecast(Progress(Stage.POSE))
    assert clock.left is None
    clock.now = 6.0
    forecast(Progress(Stage.POSE, 0.5))
    # Half of the drawing took 6 s, twice as long as usual; the other half is left, and the file.
    assert clock.left == pytest.approx(6.0 + 2 * 3.0)


def test_what_was_learned_says_how_long_the_stages_to_come_take() -> None:
    clock = Clock()
    forecast = clock.forecast(learned=True)
    forecast(Progress(Stage.CHARACTER))
    assert clock.left == pytest.approx(10.0)
    clock.now = 0.5
    forecast(Progress(Stage.CHARACTER))
    assert clock.left == pytest.approx(9.5)
    forecast(Progress(Stage.POSE))
    clock.now += 6.0
    forecast(Progress(Stage.POSE, 0.5))
    assert clock.left == pytest.approx(6.0 + 3.0)
    clock.now += 60.0
    forecast(Progress(Stage.ENCODE))
    assert clock.left == pytest.approx(3.0)


@pytest.mark.parametrize("motion", [PresetMotion("nod"), VideoMotion(SAMPLE, max_seconds=1)], ids=["preset", "clip"])
def test_a_real_job_fills_its_bar_step_by_step(motion: MotionSource) -> None:
    seen: list[Progress] = []
    render_animoji(AnimojiRequest(PromptSource("girl"), motion, Output(Format.GIF, size=64)), on_progress=seen.append)
    shown = [-1.0 if progress.whole is None else progress.whole for progress in seen]
    steps = [after - before for before, after in pairwise(shown)]
    assert shown[0] == 0.0 and shown[-1] == 1.0
    assert min(steps) >= 0
    assert max(steps) < 0.25
