"""The seconds that are given are kept, however slow the machine turns out to be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from pipeline.posers.student.design import Turns
from pipeline.posers.student.distil import Distilled, DistilProgress, distil
from pipeline.posers.student.recipe import CHUNK, Recipe
from pipeline.posers.student.teacher import Flows
from pipeline.posers.student.timetable import LEAST, Phase, Timetable
from pipeline.types import Frames, JobCancelled, Poses
from tests.pipeline.posers.student.strokes import RECIPE, StrokeTeacher, poses, stroke_picture

WANTED = replace(RECIPE, faces=256, turns=320)


class Clock:
    """Seconds that pass only when somebody says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class SlowTeacher(StrokeTeacher):
    """Takes a time of the clock for each face and each turned figure, ``slower`` times as long after some."""

    def __init__(self, clock: Clock, face: float, turn: float, slower: float = 1.0, after: int = 10**9) -> None:
        super().__init__()
        self._clock, self._face, self._turn, self._slower, self._after = clock, face, turn, slower, after

    def faces(self, poses: Poses) -> Frames:
        self._clock.now += len(poses) * self._face * self._slowness()
        return super().faces(poses)

    def figures(self, faces: Frames, turns: Turns) -> tuple[Frames, Flows]:
        self._clock.now += len(turns) * self._turn * self._slowness()
        return super().figures(faces, turns)

    def _slowness(self) -> float:
        return self._slower if self.asked >= self._after else 1.0


Distilling = Callable[..., tuple[Distilled, float]]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("pipeline.posers.student.distil.Timetable", partial(Timetable, now=clock))
    return clock


@pytest.fixture
def distilled(clock: Clock, tmp_path: Path) -> Distilling:
    """Distils within so many seconds; answers also how many it took, without fitting, which takes no time here."""

    def run(teacher: StrokeTeacher, seconds: float, recipe: Recipe = WANTED) -> tuple[Distilled, float]:
        began = clock.now
        made = distil(stroke_picture(), poses(), recipe, lambda: teacher, tmp_path, deadline=began + seconds)
        return made, clock.now - began

    return run


def test_what_is_wanted_is_asked_for_where_time_is_enough(clock: Clock, distilled: Distilling) -> None:
    made, _ = distilled(SlowTeacher(clock, 0.03, 0.08), 60.0)
    assert made.recipe == made.wanted == WANTED


@pytest.mark.parametrize("slowness", [2.5, 3.5])
def test_a_busy_machine_keeps_the_time_with_fewer_samples(clock: Clock, distilled: Distilling, slowness: float) -> None:
    made, took = distilled(SlowTeacher(clock, slowness * 0.03, slowness * 0.08), 60.0)
    assert took <= 60
    assert took > 40, "what is left is for fitting, which takes longer there, too"
    assert made.wanted == WANTED
    assert LEAST[Phase.FACES] < made.recipe.faces < WANTED.faces
    assert made.recipe.turns < WANTED.turns
    assert made.recipe.faces / WANTED.faces == pytest.approx(made.recipe.turns / WANTED.turns, abs=0.2)


def test_a_machine_that_becomes_busy_meanwhile_keeps_it_too(clock: Clock, distilled: Distilling) -> None:
    made, took = distilled(SlowTeacher(clock, 0.03, 0.08, slower=3.0, after=300), 40.0)
    assert took <= 41
    assert made.recipe.faces == WANTED.faces
    assert made.recipe.turns < WANTED.turns


def test_the_least_is_asked_for_however_late_it_is(clock: Clock, distilled: Distilling) -> None:
    made, _ = distilled(SlowTeacher(clock, 1.0, 2.0), 1.0, replace(WANTED, held_out=24))
    assert made.recipe == replace(WANTED, faces=2 * CHUNK, turns=CHUNK, held_out=8)
    assert made.judgement.frames == 8
    assert made.judgement.psnr.figure > 24


def test_what_was_kept_is_learnt_from_and_makes_nothing_look_quick(clock: Clock, tmp_path: Path) -> None:
    def cancel(progress: DistilProgress) -> None:
        if progress.phase is Phase.TURNS and progress.fraction > 0.5:
            raise JobCancelled

    teacher = SlowTeacher(clock, 0.3, 0.8)
    with pytest.raises(JobCancelled):
        distil(stroke_picture(), poses(), WANTED, lambda: teacher, tmp_path, cancel)
    kept = len(list(tmp_path.glob("*/turns_*.npz"))) * CHUNK
    assert 2 * CHUNK <= kept < WANTED.turns
    began, deadline = clock.now, clock.now + 90
    made = distil(stroke_picture(), poses(), WANTED, lambda: teacher, tmp_path, deadline=deadline)
    assert clock.now - began <= 90
    assert made.recipe.faces == WANTED.faces
    assert kept <= made.recipe.turns < WANTED.turns


def test_a_run_says_how_far_it_is_and_never_more_time_than_it_has() -> None:
    clock = Clock()
    timetable = Timetable(Recipe(704, 800), clock.now + 100, clock)
    assert timetable.progress(Phase.PREPARE, 0.0) == (0.0, None)
    told = []
    for phase in (Phase.FACES, Phase.TURNS, Phase.JUDGE, Phase.FIT):
        for share in (0.0, 0.5, 1.0):
            clock.now += 9
            told.append(timetable.progress(phase, share))
    assert [fraction for fraction, _ in told] == sorted(fraction for fraction, _ in told)
    assert told[-1][0] == pytest.approx(1)
    seconds = [left for _, left in told if left is not None]
    assert len(seconds) >= 10
    assert np.all(np.array(seconds) <= 100 - 9)
