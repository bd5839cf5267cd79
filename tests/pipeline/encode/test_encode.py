"""What holds for every format: checked input, equal bytes for equal frames, flat memory, nothing left behind."""

from __future__ import annotations

import multiprocessing
import tempfile
import tracemalloc
import wave
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from pipeline.encode import BudgetError, FrameRateError, NoFramesError, SizeError, encode
from pipeline.types import Format, Frames, Output, Progress, Stage
from tests.pipeline.encode.clips import FORMATS, ball, ball_batches, made, shown


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("budget", [None, 9_000])
def test_the_same_frames_give_the_same_bytes(kind: Format, budget: int | None) -> None:
    frames = ball(12, 80)
    assert made(frames, format=kind, max_bytes=budget) == made(frames.copy(), format=kind, max_bytes=budget)


@pytest.mark.parametrize("size", [0, 15, 1025, -3])
def test_an_impossible_size_is_said(size: int) -> None:
    with pytest.raises(SizeError, match="16 to 1024"):
        made(iter([ball(1, 16)]), size=size)


@pytest.mark.parametrize("fps", [0, 0.5, 50.1, -1, float("nan"), float("inf")])
def test_an_impossible_rate_is_said(fps: float) -> None:
    with pytest.raises(FrameRateError, match="1 to 50"):
        made(ball(1, 16), fps)


@pytest.mark.parametrize("budget", [0, -5, 1, 2, 20])
@pytest.mark.parametrize("kind", FORMATS)
def test_an_impossible_budget_is_said(kind: Format, budget: int) -> None:
    with pytest.raises(BudgetError, match=f"into {budget} byte"):
        made(ball(1, 16), format=kind, max_bytes=budget)


@pytest.mark.parametrize("kind", FORMATS)
def test_a_budget_beyond_every_file_takes_nothing_away(kind: Format) -> None:
    frames = ball(3, 32)
    assert made(frames, format=kind, max_bytes=10**400) == made(frames, format=kind)


def test_no_frames_are_said() -> None:
    with pytest.raises(NoFramesError):
        made(iter([]), size=16)


@pytest.mark.parametrize("kind", [Format.GIF, Format.WEBP, Format.APNG])
def test_frames_of_another_size_are_brought_to_the_asked_one(kind: Format) -> None:
    frames = ball(3, 64)
    result = made(iter([frames]), size=32, format=kind)
    seen = shown(result.data)
    assert result.size == 32
    assert seen.shape == (3, 32, 32, 4)
    # The soft edge keeps the ball's colour instead of turning dark.
    half = (seen[..., 3] > 100) & (seen[..., 3] < 255)
    assert kind is Format.GIF or seen[half][:, 2].min() > 150


@pytest.mark.parametrize("kind", [Format.GIF, Format.WEBP, Format.APNG])
def test_memory_does_not_grow_with_the_clip(kind: Format) -> None:
    made(ball(2, 128), format=kind)  # tables that are made once

    def peak(count: int) -> float:
        """Bytes at the highest, but for the file itself and its parts."""
        tracemalloc.start()
        result = made(ball_batches(count, 128), size=128, format=kind)
        highest = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert result.frames == count
        return highest - 3 * len(result.data)

    one_frame = 128 * 128 * 4
    assert peak(300) - peak(60) < 10 * one_frame


def test_a_job_that_stops_midway_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def stopping() -> Iterator[Frames]:
        yield ball(2, 32)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        made(stopping(), size=32)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", FORMATS)
def test_a_finished_job_leaves_no_file(kind: Format, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    made(ball(2, 32), format=kind)
    assert list(tmp_path.iterdir()) == []


class Stopped(Exception):  # noqa: N818 - an event, not an error
    """What a test stops an encoder with."""


def reports_of(kind: Format, budget: int | None) -> list[Progress]:
    seen: list[Progress] = []
    encode(ball_batches(24, 80), 20, Output(kind, 80, 20, budget), on_progress=seen.append)
    return seen


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("budget", [None, 30_000, 9_000])
def test_every_frame_of_every_try_is_reported_and_the_bar_never_falls_back(kind: Format, budget: int | None) -> None:
    seen = reports_of(kind, budget)
    fractions = [progress.fraction for progress in seen]
    assert {progress.stage for progress in seen} == {Stage.ENCODE}
    assert fractions == sorted(fractions)
    assert fractions[0] >= 0 and fractions[-1] <= 1
    assert max(after - before for before, after in pairwise([0.0, *fractions])) < 0.06
    assert len(seen) >= 23
    if budget is None:
        assert fractions[-1] >= 23 / 24


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("budget", [None, 9_000])
def test_an_encoder_is_stopped_at_any_frame_and_leaves_nothing(
    kind: Format, budget: int | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = len(reports_of(kind, budget))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    for at in {1, count // 3, count // 2, count - 1, count}:
        heard: list[Progress] = []

        def stop(progress: Progress, at: int = at, heard: list[Progress] = heard) -> None:
            heard.append(progress)
            if len(heard) == at:
                raise Stopped

        with pytest.raises(Stopped):
            encode(ball_batches(24, 80), 20, Output(kind, 80, 20, budget), on_progress=stop)
        assert len(heard) == at
        assert list(tmp_path.iterdir()) == []
        assert multiprocessing.active_children() == []


def test_a_film_is_stopped_while_its_sound_is_read_or_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sound = tmp_path / "tone.wav"
    with wave.open(str(sound), "wb") as file:
        file.setparams((1, 2, 16_000, 0, "NONE", ""))
        file.writeframes(bytes(2 * 16_000))
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(empty))

    def until(fraction: float) -> Callable[[Progress], None]:
        def stop(progress: Progress) -> None:
            if progress.fraction >= fraction:
                raise Stopped

        return stop

    frames = [ball(20, 32)]
    for fraction in (0.0, 0.95):
        with pytest.raises(Stopped):
            encode(iter(frames), 20, Output(Format.MP4, 32, 20), sound, until(fraction))
        assert list(empty.iterdir()) == []


def test_frames_must_not_change_their_size() -> None:
    with pytest.raises(ValueError, match="32x32"):
        made(iter([ball(1, 32), ball(1, 16)]), size=32)


def test_batches_may_be_read_only_and_not_contiguous() -> None:
    frames = ball(4, 64)[:, ::2, ::2]
    frames.setflags(write=False)
    assert np.array_equal(shown(made(frames).data), shown(made(np.ascontiguousarray(frames)).data))


def test_the_default_output_is_a_gif() -> None:
    assert made(ball(2, 320), size=Output().size).data.startswith(b"GIF89a")


@pytest.mark.parametrize("kind", [Format.GIF, Format.APNG])
def test_a_loop_may_begin_anywhere(kind: Format) -> None:
    frames = ball(6, 32)
    from_the_third = encode(iter([frames]), 20.0, Output(kind, 32, 20.0), first=2).data
    in_order = made(np.roll(frames, -2, axis=0), format=kind).data
    np.testing.assert_array_equal(shown(from_the_third), shown(in_order))
