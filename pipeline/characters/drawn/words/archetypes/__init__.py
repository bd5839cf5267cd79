"""Words that name a whole figure: each hints at several fields, and gives way to what else is said."""

from __future__ import annotations

from typing import Final

from pipeline.characters.drawn.words.archetypes.creatures import CREATURES
from pipeline.characters.drawn.words.archetypes.fantasy import FANTASY
from pipeline.characters.drawn.words.archetypes.hunters import HUNTERS
from pipeline.characters.drawn.words.archetypes.looks import LOOKS
from pipeline.characters.drawn.words.archetypes.school import SCHOOL
from pipeline.characters.drawn.words.archetypes.tales import TALES
from pipeline.characters.drawn.words.archetypes.tempers import TEMPERS
from pipeline.characters.drawn.words.archetypes.trades import TRADES
from pipeline.characters.drawn.words.archetypes.work import WORK
from pipeline.characters.drawn.words.model import Table

TABLES: Final[tuple[Table, ...]] = (WORK, TRADES, SCHOOL, FANTASY, CREATURES, HUNTERS, LOOKS, TALES, TEMPERS)
