"""When a job is given up: by a clock that a test sets."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.engine.limits import Budget, Limits, Watchdog
from pipeline.plan import Plan, plan
from pipeline.types import (
    AnimojiRequest,
    Character,
    CharacterKind,
    CharacterSource,
    MotionSource,
    PictureSource,
    PresetMotion,
    Progress,
    PromptSource,
    Source,
    Stage,
    VideoMotion,
)

CLIP = VideoMotion(Path("a.mp4"))
PICTURE = Character(CharacterKind.UPLOADED, picture=b"x")
WORDS, PAINTED = PromptSource("girl", source=Source.DRAWN), PromptSource("girl", source=Source.DIFFUSED)


def planned(who: CharacterSource = WORDS, motion: MotionSource = CLIP) -> Plan:
    return plan(AnimojiRequest(who, motion), lambda: True)


class Watched:
    """A job under a watchdog, and the clock."""

    def __init__(self, course: Plan, limits: Limits | None = None) -> None:
        self.now = 0.0
        self.dog = Watchdog(limits or Limits(), course, lambda: self.now)

    def hear(self, stage: Stage, fraction: float = 0.0, after: float = 0.0) -> None:
        self.now += after
        self.dog.hear(Progress(stage, fraction))


def test_each_stage_has_its_own_patience() -> None:
    job = Watched(planned())
    assert job.dog.patience == Limits().start
    job.hear(Stage.CHARACTER)
    assert job.dog.patience == 15
    job.hear(Stage.MOTION)
    assert job.dog.patience == 10  # for the header
    job.hear(Stage.MOTION)
    assert job.dog.patience == 15  # for the next frame
    job.hear(Stage.POSE)
    assert job.dog.patience == 15
    job.hear(Stage.ENCODE)
    assert job.dog.patience == 15


@pytest.mark.parametrize(
    ("who", "stage", "patience"),
    [
        (PAINTED, Stage.CHARACTER, 600),
        (PAINTED, Stage.POSE, 120),
        (PAINTED, Stage.ENCODE, 15),
        (PICTURE, Stage.CHARACTER, 15),
        (PICTURE, Stage.POSE, 120),
        (PictureSource(Path("a.png")), Stage.CHARACTER, 120),
    ],
)
def test_only_networks_may_be_silent_for_long(who: CharacterSource, stage: Stage, patience: float) -> None:
    job = Watched(planned(who))
    job.hear(stage)
    assert job.dog.patience == patience


def test_only_a_clip_has_a_header() -> None:
    job = Watched(planned(motion=PresetMotion()))
    job.hear(Stage.MOTION)
    assert job.dog.patience == 15


def test_silence_counts_from_the_last_sign_of_life() -> None:
    job = Watched(planned())
    job.hear(Stage.MOTION)
    for frame in range(1, 50):
        job.hear(Stage.MOTION, frame / 100, after=14)
        assert job.dog.patience == 15
    job.now += 14
    assert job.dog.patience == 1
    job.now += 1
    assert job.dog.patience <= 0
    assert job.dog.complaint == "the pipeline said nothing for 15 s in the stage motion"


def test_a_job_has_one_budget_for_all_its_tries() -> None:
    job = Watched(planned(), Limits(usual=Budget(wall=100, cpu=1)))
    job.now = 1000  # while its process started
    job.hear(Stage.CHARACTER)
    job.hear(Stage.POSE, after=60)
    job.hear(Stage.QUEUED, 1.0, after=30)  # its process died, it is begun again
    assert job.dog.patience == 10
    job.hear(Stage.POSE, after=10)
    assert job.dog.patience == 0
    assert job.dog.complaint == "the job took longer than 100 s"


def test_painting_may_take_more() -> None:
    limits = Limits()
    assert limits.budget(planned(PAINTED)) == limits.painting
    assert limits.budget(planned(PICTURE)) == limits.budget(planned()) == limits.usual
    assert limits.painting.cpu > limits.usual.cpu
