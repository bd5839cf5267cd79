"""What is asked of a look at somebody, and what is told of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path


class Trait(str, Enum):
    """What may be told of somebody, in the words of a prompt; nothing else is ever said."""

    BLACK_HAIR = "black hair"
    BROWN_HAIR = "brown hair"
    BLONDE_HAIR = "blonde hair"
    RED_HAIR = "red hair"
    GRAY_HAIR = "gray hair"
    SHORT_HAIR = "short hair"
    MEDIUM_HAIR = "medium hair"
    LONG_HAIR = "long hair"
    GLASSES = "glasses"


@dataclass(frozen=True)
class Likeness:
    """What somebody looks like, the surest first; empty where nothing is sure."""

    traits: tuple[Trait, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """Phrases for a prompt."""
        return tuple(trait.value for trait in self.traits)


@dataclass(frozen=True)
class LookRequest:
    """Tell what the person in this clip or photo looks like."""

    path: Path

    @property
    def gives(self) -> type[Likeness]:
        """What becomes of it."""
        return Likeness

    @property
    def files(self) -> tuple[Path, ...]:
        """The file that it reads."""
        return (self.path,)

    def with_files(self, files: Sequence[Path]) -> LookRequest:
        """The same request for another file."""
        return LookRequest(*files)
