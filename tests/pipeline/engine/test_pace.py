"""How long jobs take is learned for each kind of work on its own."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import cycle, islice
from pathlib import Path

import numpy as np
import pytest

from pipeline.engine.pace import Pace
from pipeline.plan import Making, MotionKind, Plan, plan
from pipeline.types import (
    FACE,
    FULL,
    AnimojiRequest,
    Character,
    CharacterKind,
    Format,
    Output,
    PoserName,
    PoseTrack,
    PresetMotion,
    PromptSource,
    RigSpec,
    Source,
    Stage,
    TrackMotion,
    VideoMotion,
    VoiceMotion,
    neutral_poses,
)

DRAWN = Character(CharacterKind.DRAWN, spec=RigSpec())
UPLOADED = Character(CharacterKind.UPLOADED, picture=b"x")
WORDS, PAINTED_WORDS = PromptSource("girl", source=Source.DRAWN), PromptSource("girl", source=Source.DIFFUSED)
CLIP, LONG_CLIP = VideoMotion(Path("a.mp4"), max_seconds=3), VideoMotion(Path("a.mp4"), max_seconds=12)
EMOJI = Output(Format.GIF, 128, max_bytes=256 * 1024, framing=FACE)

MIXED = {
    "drawn, preset": AnimojiRequest(WORDS, PresetMotion()),
    "drawn, clip": AnimojiRequest(WORDS, CLIP),
    "painted": AnimojiRequest(PAINTED_WORDS, CLIP, Output(Format.WEBP)),
    "drawn, long clip, large": AnimojiRequest(DRAWN, LONG_CLIP, Output(size=512)),
    "picture, preset": AnimojiRequest(UPLOADED, PresetMotion(), Output(framing=FULL)),
    "drawn, emoji": AnimojiRequest(DRAWN, TrackMotion(PoseTrack.still(neutral_poses(90))), EMOJI),
    "drawn, voice, film": AnimojiRequest(DRAWN, VoiceMotion(Path("a.ogg")), Output(Format.MP4)),
    "picture, clip": AnimojiRequest(UPLOADED, CLIP, Output(size=512)),
}


def planned(request: AnimojiRequest) -> Plan:
    """The plan on a machine that can run Stable Diffusion."""
    return plan(request, lambda: True)


def true_seconds(course: Plan, luck: float) -> Mapping[Stage, float]:
    """What a machine takes that is three times as slow as ours, has no GPU, and whose costs grow by other laws."""
    motion = course.frames / course.output.fps
    pixels = course.output.size**2
    moving = {MotionKind.CLIP: 0.5 + 0.9 * motion, MotionKind.VOICE: 0.4 + 0.04 * motion}
    making = {Making.GIVEN: 0.004, Making.DRAWN: 0.01, Making.PAINTED: 240.0, Making.ALIGNED: 3.0}
    frame = 0.007 + 6e-8 * pixels if course.poser is PoserName.RIG else 0.9
    byte = {Format.GIF: 9e-8, Format.WEBP: 3.5e-7, Format.APNG: 2e-7, Format.MP4: 1e-7}[course.output.format]
    packing = course.frames * (0.004 + byte * pixels) * (1 if course.output.max_bytes is None else 2.5)
    return {
        Stage.CHARACTER: luck * making[course.making],
        Stage.MOTION: luck * moving.get(course.motion, 0.01),
        Stage.POSE: luck * (0.1 + frame * course.frames),
        Stage.ENCODE: luck * packing,
    }


def run(pace: Pace, request: AnimojiRequest, luck: float = 1.0) -> tuple[float | None, float]:
    """What was estimated, and what it really took."""
    course = planned(request)
    estimate, true = pace.estimate(course), true_seconds(course, luck)
    pace.learn(course, true)
    return estimate, sum(true.values())


def test_nothing_is_told_before_anything_is_known() -> None:
    assert all(Pace().estimate(planned(request)) is None for request in MIXED.values())


def test_mixed_jobs_are_told_within_a_factor_of_two_after_one_round() -> None:
    pace, luck = Pace(), np.random.default_rng(4)
    for number, request in enumerate(islice(cycle(MIXED.values()), 4 * len(MIXED))):
        estimate, true = run(pace, request, luck.uniform(0.75, 1.3))
        if number >= len(MIXED):
            assert estimate is not None
        if estimate is not None:
            assert true / 2 < estimate < true * 2, f"job {number}: {estimate:.1f} s for {true:.1f} s"


def test_a_painted_job_tells_nothing_wrong_about_a_drawn_one() -> None:
    pace = Pace()
    run(pace, MIXED["painted"])
    for name in ("drawn, preset", "drawn, long clip, large"):
        course = planned(MIXED[name])
        estimate, true = pace.estimate(course), sum(true_seconds(course, 1.0).values())
        assert estimate is None or true / 2 < estimate < 2 * true


@pytest.mark.parametrize("unknown", ["painted", "picture, preset", "picture, clip"])
def test_what_depends_on_the_machine_is_never_guessed(unknown: str) -> None:
    pace = Pace()
    for name, request in MIXED.items():
        if name.startswith("drawn"):
            run(pace, request)
    assert pace.estimate(planned(MIXED[unknown])) is None


def test_a_format_that_is_new_is_guessed_from_the_rest() -> None:
    pace = Pace()
    run(pace, MIXED["drawn, clip"])
    course = planned(AnimojiRequest(WORDS, CLIP, Output(Format.APNG, 256)))
    true = sum(true_seconds(course, 1.0).values())
    assert true / 2 < (pace.estimate(course) or 0) < 2 * true


def test_longer_and_larger_jobs_take_longer() -> None:
    pace = Pace()
    run(pace, MIXED["drawn, clip"])
    short, long, large = (
        pace.estimate(planned(AnimojiRequest(WORDS, motion, output)))
        for motion, output in ((CLIP, Output()), (LONG_CLIP, Output()), (CLIP, Output(size=640)))
    )
    assert short is not None and long is not None and large is not None
    assert 3 * short < long < 5 * short
    assert large > 1.5 * short


def test_a_first_job_that_was_unlucky_is_soon_forgotten() -> None:
    pace = Pace()
    run(pace, MIXED["drawn, clip"], luck=6.0)
    for _ in range(3):
        run(pace, MIXED["drawn, clip"])
    estimate, true = run(pace, MIXED["drawn, clip"])
    assert estimate is not None and true / 2 < estimate < true * 1.6


def test_a_machine_that_becomes_slower_is_followed() -> None:
    pace = Pace()
    for _ in range(3):
        run(pace, MIXED["drawn, clip"])
    for _ in range(8):
        run(pace, MIXED["drawn, clip"], luck=5.0)
    estimate, true = run(pace, MIXED["drawn, clip"], luck=5.0)
    assert estimate == pytest.approx(true, rel=0.2)
