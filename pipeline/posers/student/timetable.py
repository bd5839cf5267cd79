"""How many samples fit into the time that is left, by how long they have taken so far.

What a machine takes for a sample is known beforehand only as long as nothing else runs on it. So the first samples of
each kind are timed, and how many there will be in all is reckoned anew after every few.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from enum import Enum
from typing import Final

from pipeline.posers.student.recipe import CHUNK, Recipe


class Phase(str, Enum):
    """Where a distillation is, in order."""

    PREPARE = "prepare"
    FACES = "faces"
    TURNS = "turns"
    JUDGE = "judge"
    FIT = "fit"


_COSTS: Final = {Phase.PREPARE: 8.0, Phase.FACES: 0.027, Phase.TURNS: 0.075, Phase.JUDGE: 0.12, Phase.FIT: 0.010}
"""Seconds on two idle cores: of the whole phase for the first, of one sample for the others."""
LEAST: Final = {Phase.FACES: 2 * CHUNK, Phase.TURNS: CHUNK, Phase.JUDGE: 8}
"""Samples that are asked for however late it is: of faces each number's full strength, of turns their extremes."""
_TIMED: Final = (Phase.FACES, Phase.TURNS)
"""What is worth to be timed: opening the teacher says little, as the first time it is prepared."""


class Timetable:
    """The clock of one distillation.

    Args:
        recipe: what is wanted.
        deadline: on the clock of ``now``; infinite where there is none.
        now: seconds.
    """

    def __init__(self, recipe: Recipe, deadline: float, now: Callable[[], float] = time.monotonic) -> None:
        self._wanted: Mapping[Phase, int] = {
            Phase.PREPARE: 1,
            Phase.FACES: recipe.faces,
            Phase.TURNS: recipe.turns,
            Phase.JUDGE: recipe.held_out,
            Phase.FIT: recipe.faces + recipe.turns,
        }
        self._deadline = deadline
        self._now = now
        self._began = now()
        self._asked = dict.fromkeys(Phase, 0)
        self._took = dict.fromkeys(Phase, 0.0)

    @contextmanager
    def timed(self, phase: Phase, count: int) -> Iterator[None]:
        """Remembers how long it takes to ask for so many samples."""
        began = self._now()
        yield
        self._asked[phase] += count
        self._took[phase] += self._now() - began

    def faces(self, done: int, turns: int) -> int:
        """How many faces there may be in all so that the rest keeps the deadline: as many as are wanted, or fewer by
        whole chunks, but ``LEAST``. Turned figures are cut by the same share.

        Args:
            done: faces that are there.
            turns: turned figures that are there.
        """
        face, turn, fit = (self._seconds(phase) for phase in (Phase.FACES, Phase.TURNS, Phase.FIT))
        more = self._wanted[Phase.TURNS] / self._wanted[Phase.FACES]
        time_left = self._left(judged=False) + done * face + turns * turn
        return self._whole(Phase.FACES, time_left / (face + fit + more * (turn + fit)))

    def turns(self, done: int, faces: int) -> int:
        """The same for turned figures, ``done`` of which are there, beside so many faces."""
        turn, fit = self._seconds(Phase.TURNS), self._seconds(Phase.FIT)
        time_left = self._left(judged=False) + done * turn - faces * fit
        return self._whole(Phase.TURNS, time_left / (turn + fit))

    def judged(self, samples: int) -> int:
        """The same for poses to judge by, before so many samples are fitted."""
        time_left = self._left(judged=True) - samples * self._seconds(Phase.FIT)
        return self._within(Phase.JUDGE, time_left / self._seconds(Phase.JUDGE))

    def _left(self, *, judged: bool) -> float:
        """Seconds to the deadline, less those for judging where they are still to come."""
        judge = 0.0 if judged else self._seconds(Phase.JUDGE) * self._wanted[Phase.JUDGE]
        return self._deadline - self._now() - judge

    def _whole(self, phase: Phase, count: float) -> int:
        return self._within(phase, count if math.isinf(count) else count // CHUNK * CHUNK)

    def _within(self, phase: Phase, count: float) -> int:
        return int(min(self._wanted[phase], max(count, LEAST[phase])))

    def progress(self, phase: Phase, share: float) -> tuple[float, float | None]:
        """How much of everything is done where so much of a phase is, 0..1, and seconds to the end where known."""
        order = list(Phase)
        costs = {each: _COSTS[each] * self._wanted[each] for each in Phase}
        before = sum(costs[each] for each in order[: order.index(phase)])
        fraction = (before + share * costs[phase]) / sum(costs.values())
        if fraction <= 0.05:
            return fraction, None
        now = self._now()
        left = (now - self._began) / fraction * (1 - fraction)
        return fraction, min(left, max(self._deadline - now, 0.0))

    def _seconds(self, phase: Phase) -> float:
        """What one sample takes: as measured, else as planned times how much slower than planned the others were."""
        if phase in _TIMED and self._asked[phase]:
            return self._took[phase] / self._asked[phase]
        planned = sum(_COSTS[each] * self._asked[each] for each in _TIMED)
        slower = sum(self._took[each] for each in _TIMED) / planned if planned else 1.0
        return _COSTS[phase] * slower
