"""What every benchmark answers: ``def run() -> Iterable[Measurement]``; each is told as soon as it is there."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

SAMPLE: Final = Path(__file__).parents[1] / "pipeline" / "samples" / "selfie.mp4"
"""The bundled clip: a face, 512 px, 25 frames per second, 4 s."""


@dataclass(frozen=True)
class Measurement:
    """One figure, with what it must reach where that is settled.

    Attributes:
        name: what was measured.
        value: how much.
        unit: of what.
        at_most, at_least: the limits.
    """

    name: str
    value: float
    unit: str
    at_most: float | None = None
    at_least: float | None = None

    @property
    def reached(self) -> bool:
        return (self.at_most is None or self.value <= self.at_most) and (
            self.at_least is None or self.value >= self.at_least
        )

    def line(self) -> str:
        """For people."""
        limit = ""
        if self.at_most is not None:
            limit = f"at most {self.at_most:g}"
        if self.at_least is not None:
            limit = f"at least {self.at_least:g}"
        verdict = "" if not limit else "   reached" if self.reached else "   NOT REACHED"
        value = f"{self.value:,.0f}" if abs(self.value) >= 1000 else f"{self.value:.3g}"
        return f"{self.name:52} {value:>9} {self.unit:14} {limit}{verdict}"

    def to_json(self) -> dict[str, Any]:
        """A JSON object; limits only where there are any."""
        data: dict[str, Any] = {"name": self.name, "value": round(self.value, 4), "unit": self.unit}
        limits = {"at_most": self.at_most, "at_least": self.at_least}
        data |= {name: limit for name, limit in limits.items() if limit is not None}
        return data | ({"reached": self.reached} if len(data) > 3 else {})


def best_seconds(work: Callable[[], object], times: int = 3) -> float:
    """Wall seconds of the fastest of some runs: what the work takes when nothing else disturbs."""
    seconds = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - began)
    return min(seconds)
