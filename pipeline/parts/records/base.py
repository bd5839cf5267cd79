"""What every part says about itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

from pipeline.types.spec import Build

V = TypeVar("V", bound=Enum)

Words = Mapping[str, str]
"""What people call a part: phrases of prompts by language ("en", "ja"), separated by commas; "*" holds emoji and other
signs that belong to no language. The first English phrase is the one that ``describe`` writes.

Phrases are in lower case and singular, with spaces for hyphens and underscores (see ``characters/drawn/words``).
"""

Weights = Mapping[Build, float]
"""How often chance chooses a part for each build, against the others of its kind; a build that is not named never gets
it by chance."""


@dataclass(frozen=True, eq=False)
class Part(Generic[V]):
    """One part of a drawn character.

    Attributes:
        value: what a spec stores for it.
        words: what people call it.
    """

    value: V
    words: Words
