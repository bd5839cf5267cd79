"""What holds for every format: checked input, equal bytes for equal frames, flat memory, nothing left behind."""

from __future__ import annotations

import tempfile
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from pipeline.encode import FrameRateError, NoFramesError, SizeError
from pipeline.types import Format, Frames, Output, UserError
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


@pytest.mark.parametrize("budget", [0, -5])
def test_an_impossible_budget_is_said(budget: int) -> None:
    with pytest.raises(UserError):
        made(ball(1, 16), max_bytes=budget)


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


def test_frames_must_not_change_their_size() -> None:
    with pytest.raises(ValueError, match="32x32"):
        made(iter([ball(1, 32), ball(1, 16)]), size=32)


def test_batches_may_be_read_only_and_not_contiguous() -> None:
    frames = ball(4, 64)[:, ::2, ::2]
    frames.setflags(write=False)
    assert np.array_equal(shown(made(frames).data), shown(made(np.ascontiguousarray(frames)).data))


def test_the_default_output_is_a_gif() -> None:
    assert made(ball(2, 320), size=Output().size).data.startswith(b"GIF89a")
