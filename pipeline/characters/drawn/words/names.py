"""First names, which tell whether a girl or a boy is meant. None of them is a word of English or a colour: Rose,
Violet and Amber are names only where something says so ("named Rose").
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib.resources import files
from typing import Final

from pipeline.characters.drawn.scan import stem
from pipeline.characters.drawn.words.model import Thing
from pipeline.types.spec import Build
from pipeline.types.understood import Topic

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_GIRL: Final = Thing(Topic.CHARACTER, hinted={"build": (Build.FEMALE,)}, bare=True)
_BOY: Final = Thing(Topic.CHARACTER, hinted={"build": (Build.MALE,)}, bare=True)
_LISTS: Final = tomllib.loads(files("pipeline.characters.drawn.words").joinpath("first_names.toml").read_text("utf-8"))
NAMES: Final[Mapping[str, Thing]] = {
    stem(name): thing for key, thing in (("girls", _GIRL), ("boys", _BOY)) for name in _LISTS[key].split()
}
"""What a name tells, by its key as an element. Weaker than every other word."""
_ENDINGS: Final = {
    "woman": _GIRL, "wife": _GIRL, "girl": _GIRL, "lady": _GIRL, "mom": _GIRL, "mum": _GIRL, "man": _BOY, "boy": _BOY,
    "boi": _BOY, "bro": _BOY, "dude": _BOY, "dad": _BOY, "lord": _BOY, "beard": _BOY, "guy": _BOY,
}  # fmt: skip
"""How words end that are no names, and yet tell it."""


def who(key: str) -> Thing | None:
    """Whom an unknown word names, by its key as an element; None where it does not tell."""
    return NAMES.get(key) or next((thing for ending, thing in _ENDINGS.items() if key.endswith(ending)), None)


def is_name(meaning: object) -> bool:
    """Whether a meaning is that of a first name."""
    return meaning is _GIRL or meaning is _BOY
