"""A distillation that is killed, or whose disk is full, goes on where it ended."""

from __future__ import annotations

import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.posers.student.distil import DistilProgress, distil
from pipeline.posers.student.errors import NoRoomError
from pipeline.posers.student.recipe import CHUNK
from pipeline.posers.student.timetable import Phase
from pipeline.types import JobCancelled
from tests.pipeline.posers.student.strokes import RECIPE, StrokeTeacher, poses, stroke_picture

ALL = RECIPE.faces + 3 + RECIPE.turns + 2 * RECIPE.held_out
"""How much a whole run asks: probes of the face and held-out poses are among it."""


def run(work: Path, teacher: StrokeTeacher) -> bytes:
    return distil(stroke_picture(), poses(), RECIPE, lambda: teacher, work).data


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file that a run makes which nothing befalls."""
    teacher = StrokeTeacher()
    data = run(tmp_path_factory.mktemp("undisturbed"), teacher)
    assert teacher.asked == ALL
    return data


def test_what_a_killed_run_has_asked_is_not_asked_again(undisturbed: bytes, tmp_path: Path) -> None:
    child = subprocess.Popen([sys.executable, "-m", "tests.pipeline.posers.student.strokes", str(tmp_path)])
    while child.poll() is None and not list(tmp_path.glob("*/turns_32.npz")):
        time.sleep(0.01)
    child.kill()
    assert child.wait() == -signal.SIGKILL

    def killed(_: bytes) -> None:
        raise KeyboardInterrupt

    teacher = StrokeTeacher()
    with pytest.raises(KeyboardInterrupt):  # the very moment before the student is safe
        distil(stroke_picture(), poses(), RECIPE, lambda: teacher, tmp_path, keep=killed)
    assert teacher.asked <= ALL - RECIPE.faces - 2 - 64
    knows_all = StrokeTeacher()
    assert run(tmp_path, knows_all) == undisturbed
    assert knows_all.asked == 0
    assert not list(tmp_path.glob("*")), "a finished run leaves nothing behind"


def test_a_full_disk_is_told_and_what_was_kept_before_is_of_use(tmp_path: Path) -> None:
    def run_until(phase: Phase) -> int:
        """How much is asked until then."""

        def stop(progress: DistilProgress) -> None:
            if progress.phase is phase:
                raise JobCancelled

        teacher = StrokeTeacher()
        with pytest.raises(JobCancelled):
            distil(stroke_picture(), poses(), RECIPE, lambda: teacher, tmp_path, stop)
        return teacher.asked

    assert run_until(Phase.TURNS) == 3 + CHUNK + RECIPE.faces
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    # Turned figures take more than that; the system refuses them as it does when a disk is full.
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000_000, usual[1]))
    try:
        with pytest.raises(NoRoomError, match=r"make room there.*goes on where it ended"):
            run(tmp_path, StrokeTeacher())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    assert not list(tmp_path.glob("*/.*"))
    assert run_until(Phase.JUDGE) == RECIPE.turns - CHUNK
