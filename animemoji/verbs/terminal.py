"""What a verb shows: a progress bar for a person at a terminal, plain lines, or one JSON object."""

from __future__ import annotations

import json
import shutil
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from pipeline.types import Notice, Progress, Stage, notice_text

_DOING: Final[dict[Stage, str]] = {
    Stage.QUEUED: "waiting",
    Stage.CHARACTER: "making the character",
    Stage.MOTION: "reading the motion",
    Stage.POSE: "drawing",
    Stage.ENCODE: "writing the file",
}
_REDRAW_SECONDS: Final = 0.1


@dataclass(frozen=True)
class Outcome:
    """What a verb did: the object for ``--json`` and the exit code (0 well done, 1 not)."""

    report: Mapping[str, Any] = field(default_factory=dict)
    code: int = 0


class Terminal:
    """Standard output for results, standard error for everything else."""

    def __init__(self, *, as_json: bool = False) -> None:
        self.as_json = as_json
        self._bar = sys.stderr.isatty()
        self._drawn_at = 0.0
        self._bar_is_shown = False
        self._told: set[Notice] = set()

    def say(self, *lines: str) -> None:
        """Lines for people on standard output; silent with ``--json``."""
        self.clear()
        if not self.as_json:
            for line in lines:
                print(line)

    def note(self, line: str) -> None:
        """A remark on standard error."""
        self.clear()
        print(line, file=sys.stderr)

    def notices(self, notices: tuple[Notice, ...]) -> None:
        """What the person should know although all went well, on standard error, each once."""
        for item in notices:
            if item not in self._told:
                self._told.add(item)
                self.note(notice_text(item))

    def print_report(self, report: Mapping[str, Any]) -> None:
        """The one JSON object, where it was asked for."""
        self.clear()
        if self.as_json:
            print(json.dumps(report, ensure_ascii=False))

    def on_progress(self, progress: Progress) -> None:
        """Draws the bar, and says what was noticed while there is time to stop; hand this to the stages."""
        self.notices(progress.notices)
        left = "" if progress.seconds_left is None else f", about {max(1, round(progress.seconds_left))} s left"
        done = progress.fraction if progress.whole is None else progress.whole
        self.bar(done, _DOING[progress.stage] + left)

    def bar(self, fraction: float, text: str) -> None:
        """One bar that is redrawn in place, on a terminal only."""
        now = time.monotonic()
        if not self._bar or now - self._drawn_at < _REDRAW_SECONDS:
            return
        self._drawn_at = now
        self._bar_is_shown = True
        width = 24
        done = round(width * min(1.0, max(0.0, fraction)))
        line = f"[{'#' * done}{'.' * (width - done)}] {fraction:4.0%} {text}"
        sys.stderr.write("\r\x1b[2K" + line[: shutil.get_terminal_size().columns - 1])
        sys.stderr.flush()

    def clear(self) -> None:
        """Takes the bar away."""
        if self._bar_is_shown:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()
            self._bar_is_shown = False
