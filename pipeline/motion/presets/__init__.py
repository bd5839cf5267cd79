"""Presets: authored motions, for people who don't want to film themselves.

Each one is a file, ``data/NAME.toml``; ``score`` says how it is written.
"""

from __future__ import annotations

import difflib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pipeline.interfaces import MadeTrack
from pipeline.types import DEFAULT_FPS, UserError

if TYPE_CHECKING:
    from pipeline.motion.presets.score import Score

_DATA: Final = Path(__file__).parent / "data"
DEFAULT_LANGUAGE: Final = "en"

PRESETS: Final[tuple[str, ...]] = tuple(sorted(path.stem for path in _DATA.glob("*.toml")))
"""The names of all presets: those of the files, so that a new file is all that a new preset needs."""


class UnknownPresetError(UserError):
    """No preset has that name."""

    key = "error.unknown_preset"
    template = 'There is no motion called "{name}": {hint}choose one of {names}.'

    @classmethod
    def of(cls, name: str) -> UnknownPresetError:
        """The error for ``name``, with the closest name that there is."""
        close = difflib.get_close_matches(name.strip().lower(), PRESETS, n=1, cutoff=0.6)
        shown = name if len(name) <= 40 else name[:39] + "…"
        return cls(name=shown, hint=f"did you mean {close[0]}? Or " if close else "", names=", ".join(PRESETS))


def preset_track(name: str, fps: float) -> MadeTrack:
    """The preset as a track that loops without a seam.

    Args:
        name: one of PRESETS, in any letter case.
        fps: frames per second; 0 for 25. The motion takes the same time at any rate, to the nearest frame.

    Raises:
        UnknownPresetError: there is no preset of that name.
    """
    known = name.strip().lower()
    if known not in PRESETS:
        raise UnknownPresetError.of(name)
    from pipeline.motion.presets.play import play  # brings scipy

    return MadeTrack(play(_score(known), fps if fps > 0 else DEFAULT_FPS))


def preset_title(name: str, language: str = DEFAULT_LANGUAGE) -> str:
    """What the preset shows, in a few words; in English where its file has no title in this language ("ja")."""
    titles = _score(name).titles
    return titles.get(language, titles[DEFAULT_LANGUAGE])


@lru_cache
def _score(name: str) -> Score:
    from pipeline.motion.presets.score import read_score

    return read_score(_DATA / f"{name}.toml")
