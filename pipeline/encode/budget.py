"""Making a file fit: what gives way, in which order, and how the right amount is found in few tries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log
from typing import Protocol

from pipeline.types import Output
from pipeline.types.output import BudgetError, bytes_text

CLOSE_ENOUGH = 0.96
"""A file that uses this share of its budget is not worth another try."""
KEPT_SIZE = 320
FINE_FPS = 9.0
_TRIES_A_RUNG = 4
_HOPE = 1.15
"""A rung is tried while its smallest file is thought to be at most this much too large: guesses are rough."""
_MOST_BYTES = 1 << 60
_AREA_POWER = 0.85
"""Bytes grow with the number of pixels to this power (outlines and edges grow with its root)."""


@dataclass(frozen=True)
class Rung:
    """One step down: at most ``fps``, ``scale`` times the size, and quality no lower than ``floor``."""

    fps: float
    scale: float
    floor: float


def rungs_for(fps: float, output: Output, steps: Sequence[tuple[float, float, float]]) -> list[Rung]:
    """The rungs of ``steps`` (frames per second, scale, floor) that are a step down for this clip and are allowed.

    A step that would show more frames than the clip has is left out, and so is a shrinking step that would end below
    KEPT_SIZE while the rate is still fine: up to that size people need every pixel.
    """
    rungs = [Rung(fps, 1.0, steps[0][2])]
    for rate, scale, floor in steps[1:]:
        if scale < 1 and (not output.may_shrink or (rate >= FINE_FPS and output.size * scale < KEPT_SIZE)):
            continue
        rung = Rung(min(fps, rate), scale, floor)
        if scale < 1 or rate < 0.9 * fps:
            rungs.append(rung)
    return rungs


@dataclass(frozen=True)
class Ladder:
    """How a format gives way.

    Attributes:
        best: the highest quality, on the format's own scale (more is better).
        slope: by how much the logarithm of the bytes grows with one unit of quality, roughly.
        rungs: from the finest to the crudest.
    """

    best: float
    slope: float
    rungs: Sequence[Rung]


@dataclass(frozen=True)
class Trial:
    """One try. ``data`` is None when it was given up as too large; ``size`` is its length, or what it would become."""

    data: bytes | None
    size: float


class Attempt(Protocol):
    """One try to encode within a budget."""

    def __call__(self, rung: Rung, quality: float, limit: int | None) -> Trial:
        """Encode, and give up once the file outgrows ``limit`` bytes."""
        ...


def aim(max_bytes: int) -> int:
    """What to aim at under a limit: a bit less, because some who check a limit of 256 KiB count 256,000 bytes.

    At least one byte, and no more than any file has.
    """
    return max(1, min(max_bytes, _MOST_BYTES) * 125 // 128)


def collect(pieces: Iterable[bytes], count: int, limit: int | None) -> Trial:
    """Join ``count`` pieces of a file (about one a frame), or give up early when they outgrow ``limit``."""
    parts: list[bytes] = []
    total = start = 0
    for part in pieces:
        parts.append(part)
        total += len(part)
        if len(parts) == 2:
            # The header and the first frame are larger than what follows.
            start = total
        if limit is not None and total > limit and len(parts) >= min(count, 10):
            mean = (total - start) / max(1, len(parts) - 2)
            return Trial(None, max(total, start + mean * (count - 2)))
    return Trial(b"".join(parts), total)


def fit(attempt: Attempt, ladder: Ladder, max_bytes: int | None) -> tuple[bytes, Rung]:
    """The best file of at most ``max_bytes``, and the rung it stands on.

    Raises:
        BudgetError: not even the crudest file fits.
    """
    if max_bytes is None:
        rung = ladder.rungs[0]
        trial = attempt(rung, ladder.best, None)
        if trial.data is None:
            raise ValueError("a try that has no limit was given up")
        return trial.data, rung
    limit = aim(max_bytes)
    search = _Search(attempt, ladder, limit)
    for rung in ladder.rungs:
        if search.hopeless(rung) and rung is not ladder.rungs[-1]:
            continue
        data = search.on(rung)
        if data is not None:
            return data, rung
    raise BudgetError(limit=bytes_text(max_bytes))


@dataclass(frozen=True)
class _Tried:
    """What a try taught. ``log_size``: the logarithm of its bytes."""

    rung: Rung
    quality: float
    log_size: float


class _Search:
    """Secant search for the quality at which a file just fits, remembering what earlier rungs taught."""

    def __init__(self, attempt: Attempt, ladder: Ladder, limit: int) -> None:
        self._attempt = attempt
        self._ladder = ladder
        self._limit = limit
        self._slope = ladder.slope
        self._last: _Tried | None = None

    def _predict(self, tried: _Tried, rung: Rung, quality: float) -> float:
        """The logarithm of the bytes that a try would give, from one that was made."""
        return (
            tried.log_size
            + log(rung.fps / tried.rung.fps)
            + 2 * _AREA_POWER * log(rung.scale / tried.rung.scale)
            + self._slope * (quality - tried.quality)
        )

    def hopeless(self, rung: Rung) -> bool:
        return self._last is not None and self._predict(self._last, rung, rung.floor) > log(self._limit * _HOPE)

    def on(self, rung: Rung) -> bytes | None:
        """The best file that fits on this rung, or None."""
        best: bytes | None = None
        low, high = rung.floor, self._ladder.best
        for _ in range(_TRIES_A_RUNG):
            quality = self._guess(rung, low, high)
            trial = self._attempt(rung, quality, self._limit)
            self._learn(rung, quality, trial.size)
            if trial.data is not None and len(trial.data) <= self._limit:
                best = trial.data
                if quality >= high or len(best) >= CLOSE_ENOUGH * self._limit:
                    return best
                low = quality
            elif quality <= low:
                return best
            else:
                high = quality
        return best

    def _guess(self, rung: Rung, low: float, high: float) -> float:
        if self._last is None:
            return high
        target = log(self._limit * (1 + CLOSE_ENOUGH) / 2)
        return min(high, max(low, high + (target - self._predict(self._last, rung, high)) / self._slope))

    def _learn(self, rung: Rung, quality: float, size: float) -> None:
        last = self._last
        if last is not None and last.rung == rung and abs(quality - last.quality) > 1e-6:
            slope = (log(size) - last.log_size) / (quality - last.quality)
            self._slope = min(3 * self._ladder.slope, max(self._ladder.slope / 3, slope))
        self._last = _Tried(rung, quality, log(size))
