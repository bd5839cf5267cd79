"""A byte budget is kept, whatever the content, and well used."""

from __future__ import annotations

import pytest

from pipeline.encode import BudgetError
from pipeline.encode.budget import CLOSE_ENOUGH, aim, collect
from pipeline.types import Format
from tests.pipeline.encode.clips import FORMATS, ball, made, noise, shown

EMOJI = 256 * 1024


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("budget", [40_000, 12_000])
def test_random_pixels_fit(kind: Format, budget: int) -> None:
    result = made(noise(24, 96), format=kind, max_bytes=budget, may_shrink=True)
    assert len(result.data) <= budget
    assert result.size <= 96
    if kind not in (Format.MP4, Format.WEBM):
        pictures = shown(result.data)
        assert len(pictures) == result.frames
        assert pictures.shape[1:3] == (result.size, result.size)


def test_an_emoji_of_hard_content_fits_with_room_to_spare() -> None:
    result = made(noise(60, 128), format=Format.GIF, max_bytes=EMOJI, may_shrink=True)
    assert len(result.data) <= 250 * 1024


def test_a_clip_that_fits_gives_nothing_away() -> None:
    frames = ball(24, 64)
    assert made(frames, max_bytes=EMOJI) == made(frames)


def test_a_clip_slightly_too_large_keeps_its_rate_and_size_and_uses_the_budget() -> None:
    frames = ball(24, 128)
    budget = int(len(made(frames).data) * 0.94)
    result = made(frames, max_bytes=budget)
    assert (result.frames, result.fps, result.size) == (24, 20, 128)
    assert 0.9 * budget <= len(result.data) <= budget


def test_the_rate_gives_way_before_the_size() -> None:
    frames = ball(24, 128)
    result = made(frames, max_bytes=len(made(frames).data) // 2, may_shrink=True)
    assert result.fps < 20
    assert result.size == 128


@pytest.mark.parametrize("kind", FORMATS)
def test_the_size_stays_unless_it_may_shrink(kind: Format) -> None:
    frames = noise(24, 96)
    small = made(frames, format=kind, max_bytes=12_000, may_shrink=True)
    assert small.size < 96
    with pytest.raises(BudgetError):
        made(frames, format=kind, max_bytes=12_000)
    assert made(ball(24, 96), format=kind, max_bytes=12_000).size == 96


@pytest.mark.parametrize("kind", FORMATS)
def test_what_can_never_fit_is_said_in_one_sentence(kind: Format) -> None:
    with pytest.raises(BudgetError, match=r"^This animation does not fit into 30 bytes, .*\.$"):
        made(noise(4, 32), format=kind, max_bytes=30)


def test_a_hopeless_try_is_given_up_early_with_a_fair_guess() -> None:
    used = []

    def pieces() -> object:
        for number in range(1000):
            used.append(number)
            yield bytes(1000)

    trial = collect(pieces(), 1000, 20_000)  # type: ignore[arg-type]
    assert trial.data is None
    assert len(used) < 30
    assert trial.size == pytest.approx(1_000_000, rel=0.05)


def test_it_aims_a_little_below_the_limit() -> None:
    assert aim(EMOJI) == 256_000
    assert CLOSE_ENOUGH < 1
