"""The whole road with all its real stages."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import pytest

from pipeline.engine import Engine
from pipeline.interfaces import MadeCharacter
from pipeline.posers import open_poser
from pipeline.render import draw_portrait, render_animoji
from pipeline.types import (
    FACE,
    AnimojiRequest,
    AnimojiResult,
    Character,
    CharacterKind,
    Effects,
    Format,
    JobCancelled,
    MotionSource,
    Output,
    PoserName,
    PresetMotion,
    Progress,
    PromptSource,
    RigSpec,
    Stage,
    TrackMotion,
    UserError,
    neutral_poses,
)
from pipeline.types.spec import Edition
from tests.pipeline.requests import PROMPT, pictures_of, short_track, small_request


def test_a_request_becomes_a_moving_picture() -> None:
    result = render_animoji(small_request())
    assert (result.format, result.size, result.poser) == (Format.GIF, 64, PoserName.RIG)
    assert result.frames == 12
    assert result.character.spec is not None and result.character.prompt == PROMPT
    assert result.understood
    first, *_, last = pictures = pictures_of(result.data, Format.GIF)
    assert len(pictures) == result.frames and first.shape == (64, 64, 4)
    assert first[0, 0, 3] == 0 and first[40, 32, 3] == 255
    assert np.abs(first.astype(int) - last).mean() > 1


@pytest.mark.parametrize("kind", list(Format))
def test_every_format_is_made_and_shows_every_frame(kind: Format) -> None:
    result = render_animoji(small_request(kind))
    assert result.format is kind
    pictures = pictures_of(result.data, kind)
    assert len(pictures) == result.frames
    assert {picture.shape for picture in pictures} == {(64, 64, 4)}


def test_the_same_request_gives_the_same_bytes() -> None:
    request = small_request(caption="hi", background="#ffcc00")
    assert render_animoji(request).data == render_animoji(request).data


def test_another_seed_gives_another_character() -> None:
    def portrait(seed: int) -> bytes:
        request = AnimojiRequest(PromptSource("girl", seed), TrackMotion(short_track(1)), Output(size=64))
        return render_animoji(request).data

    assert portrait(1) != portrait(2)


async def test_the_engine_gives_the_same_bytes_as_a_direct_call() -> None:
    async with Engine() as engine:
        job = engine.submit(small_request())
        stages = {progress.stage async for progress in job}
        result = await job.result()
    assert result.data == render_animoji(small_request()).data
    assert Stage.QUEUED in stages and len(stages) > 1


def test_progress_runs_through_the_stages_in_order() -> None:
    seen: list[Progress] = []
    render_animoji(small_request(), on_progress=seen.append)
    order = list(Stage)
    keys = [(order.index(progress.stage), progress.fraction) for progress in seen]
    assert keys == sorted(keys)
    assert {progress.stage for progress in seen} == set(Stage) - {Stage.QUEUED}
    assert seen[-1].stage is Stage.ENCODE and seen[-1].fraction == 1.0
    assert all(0 <= progress.fraction <= 1 for progress in seen)


@pytest.mark.parametrize("stage", [Stage.CHARACTER, Stage.MOTION, Stage.POSE, Stage.ENCODE])
def test_cancelling_stops_at_once_and_leaves_no_file(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def cancel(progress: Progress) -> None:
        if progress.stage is stage:
            raise JobCancelled

    with pytest.raises(JobCancelled):
        render_animoji(small_request(), on_progress=cancel)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", Format)
def test_no_folder_lists_a_file_even_while_the_work_goes_on(
    kind: Format, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    listed: list[Path] = []
    result = render_animoji(small_request(kind), on_progress=lambda _: listed.extend(tmp_path.iterdir()))
    assert result.data
    assert listed == []


def test_timings_name_every_stage() -> None:
    timings = render_animoji(small_request()).timings
    assert set(timings) == {"character", "motion", "pose", "compose", "encode"}
    assert all(seconds >= 0 for seconds in timings.values())
    assert timings["pose"] > timings["compose"]


@pytest.mark.parametrize(
    "request_",
    [
        small_request(output=Output(size=8)),
        small_request(output=Output(size=5000)),
        small_request(output=Output(fps=0)),
        small_request(output=Output(fps=float("nan"))),
        small_request(background="no such thing"),
        small_request(caption="x" * 1000),
    ],
    ids=["tiny", "huge", "no rate", "odd rate", "background", "caption"],
)
def test_what_cannot_be_made_is_refused_before_the_work(request_: AnimojiRequest) -> None:
    with pytest.raises(UserError):
        render_animoji(request_, on_progress=lambda progress: pytest.fail(f"work began: {progress}"))


def test_what_gives_way_to_fit_is_told() -> None:
    whole = render_animoji(small_request(output=Output(size=64, fps=12.0, max_bytes=1_000_000)))
    assert whole.notices == ()
    small = render_animoji(small_request(output=Output(size=64, fps=12.0, max_bytes=4096, may_shrink=True)))
    assert len(small.data) <= 4096
    assert [notice.key for notice in small.notices] == ["notice.made_to_fit"]
    assert dict(small.notices[0].fields) == {"kilobytes": "4", "size": str(small.size), "fps": f"{small.fps:.3g}"}


def test_what_there_is_to_choose_from_is_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = (Character(CharacterKind.DRAWN, spec=RigSpec(seed=seed)) for seed in (1, 2))
    monkeypatch.setattr("pipeline.characters.make_character", lambda *_: MadeCharacter(first, others=(second,)))
    result = render_animoji(small_request())
    assert (result.character, result.others) == (first, (second,))


def test_a_portrait_can_be_framed() -> None:
    character = render_animoji(small_request()).character
    whole, face = draw_portrait(character, 128), draw_portrait(character, 128, FACE)
    assert whole.shape == face.shape == (128, 128, 4)
    assert (face[..., 3] > 0).mean() > (whole[..., 3] > 0).mean()


def test_a_portrait_turns_a_little_except_in_the_first_edition() -> None:
    for edition, turns in ((Edition.FIRST, False), (Edition.SECOND, True)):
        character = Character(CharacterKind.DRAWN, spec=RigSpec(edition=edition))
        rest = open_poser(character, PoserName.RIG).pose(character, neutral_poses(1), 128)[0]
        assert np.array_equal(draw_portrait(character, 128), rest) is not turns


def test_effects_that_were_asked_for_are_seen_and_stay_when_the_track_is_used_again() -> None:
    def render(motion: MotionSource, effects: Effects) -> AnimojiResult:
        output = Output(Format.APNG, size=64, fps=5.0)
        return render_animoji(
            AnimojiRequest(Character(CharacterKind.DRAWN, spec=RigSpec(seed=1)), motion, output, effects=effects)
        )

    plain = render(PresetMotion("idle"), Effects.AUTO)
    loving = render(PresetMotion("idle"), Effects.parse("hearts"))
    assert pictures_of(loving.data, Format.APNG)[5].tolist() != pictures_of(plain.data, Format.APNG)[5].tolist()
    assert render(TrackMotion(loving.track), Effects.AUTO).data == loving.data
    assert render(PresetMotion("rage"), Effects.OFF).track.gestures == ()
