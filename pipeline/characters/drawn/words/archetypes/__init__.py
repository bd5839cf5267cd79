"""Words that name a whole figure: each hints at several fields, and gives way to what else is said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from pipeline.characters.drawn.words.archetypes.creatures import CREATURES
from pipeline.characters.drawn.words.archetypes.fantasy import FANTASY
from pipeline.characters.drawn.words.archetypes.hunters import HUNTERS
from pipeline.characters.drawn.words.archetypes.looks import LOOKS
from pipeline.characters.drawn.words.archetypes.myths import DEAD, FOLK, GODS, SPIRITS, TOLD
from pipeline.characters.drawn.words.archetypes.professions import BELIEFS, CRAFTS, OFFICES, OUTLAWS, UNIFORMS
from pipeline.characters.drawn.words.archetypes.school import SCHOOL
from pipeline.characters.drawn.words.archetypes.stages import GROUNDS, STAGES
from pipeline.characters.drawn.words.archetypes.street import ALL, MEN, WOMEN
from pipeline.characters.drawn.words.archetypes.tales import TALES
from pipeline.characters.drawn.words.archetypes.tempers import TEMPERS
from pipeline.characters.drawn.words.archetypes.trades import TRADES
from pipeline.characters.drawn.words.archetypes.work import WORK
from pipeline.characters.drawn.words.model import Meaning, Table, Thing
from pipeline.types.spec import Build

_NOUNS: Final[Mapping[str, Build]] = {
    **dict.fromkeys(("girl", "lady", "woman", "mom", "wife", "female"), Build.FEMALE),
    **dict.fromkeys(("goddess", "priestess", "sorceress", "huntress", "heroine", "superheroine"), Build.FEMALE),
    **dict.fromkeys(("boy", "guy", "man", "dad", "male"), Build.MALE),
}
_ENDINGS: Final = {"woman": Build.FEMALE, "girl": Build.FEMALE, "man": Build.MALE, "boy": Build.MALE}
"""How words end that name a woman or a man: "saleswoman"."""


def _apart(table: Table) -> Table:
    """The table with phrases that name a woman or a man ("farm girl") in rows of their own, which say so."""
    rows: dict[str, Meaning] = {}
    for phrases, meaning in table.items():
        build_of = {phrase: _build(phrase, meaning) for phrase in phrases.split(", ")}
        for build in dict.fromkeys(build_of.values()):
            row = ", ".join(phrase for phrase, own in build_of.items() if own is build)
            rows[row] = meaning
            if build is not None and isinstance(meaning, Thing):
                rows[row] = replace(meaning, hinted={**meaning.hinted, "build": (build,)})
    return rows


def _build(phrase: str, meaning: Meaning) -> Build | None:
    """Whom a phrase names where its meaning leaves that open."""
    if not isinstance(meaning, Thing) or "build" in meaning.hinted:
        return None
    if phrase.startswith("女"):
        return Build.FEMALE
    words = phrase.split()
    ending = next((build for ending, build in _ENDINGS.items() if words[-1].endswith(ending)), None)
    return next((build for noun, build in _NOUNS.items() if noun in words), ending)


_FIGURES: Final[tuple[Table, ...]] = (
    WORK, CRAFTS, OFFICES, UNIFORMS, OUTLAWS, BELIEFS, TRADES, GROUNDS, STAGES, SCHOOL, FANTASY, CREATURES, HUNTERS,
    LOOKS, TALES, TEMPERS, MEN, WOMEN, ALL, SPIRITS, FOLK, DEAD, GODS,
)  # fmt: skip
TABLES: Final[tuple[Table, ...]] = tuple(map(_apart, _FIGURES))
WEAKER: Final[tuple[Table, ...]] = (_apart(TOLD),)
