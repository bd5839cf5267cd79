"""Times in hundredths of a second add up to the clip's length."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.encode.timing import timing


@given(st.integers(1, 800), st.floats(1, 50), st.floats(1, 50))
def test_a_slower_clip_keeps_its_length_and_shows_every_part(count: int, fps: float, slower: float) -> None:
    times = timing(count, fps, min(fps, slower))
    assert abs(times.seconds - count / fps) <= 0.005 + 1e-9
    assert min(times.ticks) >= 2
    assert max(times.ticks) - min(times.ticks) <= 1 or len(times) == 1
    assert list(times.picks) == sorted(set(times.picks))
    assert times.picks[0] >= 0 and times.picks[-1] < count


@given(st.integers(1, 800), st.floats(1, 50))
def test_at_its_own_rate_every_frame_is_shown(count: int, fps: float) -> None:
    assert timing(count, fps).picks == tuple(range(count))
