"""Sets of emoji: one character, many feelings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import discord

from bot.domain import SavedCharacter
from bot.services.asker import Asker
from bot.services.characters import CharacterService
from bot.services.expressions import EMOJI_FPS, LOOP_SECONDS, ExpressionService, OnWait, Place, emoji_output
from bot.services.jobs import JobService, OnState
from pipeline import AnimojiRequest, PresetMotion

FEELINGS: Final[dict[str, str]] = {
    "happy": "laugh",
    "sad": "cry",
    "angry": "rage",
    "love": "love",
    "shock": "shock",
    "sleepy": "sleepy",
    "think": "think",
    "shy": "shy",
    "smug": "smug",
    "hi": "wave",
    "yes": "nod",
    "no": "shake",
}
"""What ends an emoji's name, and the motion that shows it; the first ones come first."""
USUAL: Final = 6
"""How many a pack has, if nobody says."""


@dataclass(frozen=True)
class Pack:
    """What became of a pack. ``stopped``: why it has fewer emoji than were wanted, if so."""

    emoji: Sequence[discord.Emoji]
    wanted: int
    stopped: Exception | None = None


class PackService:
    """Makes several emoji of one character in one go."""

    def __init__(self, jobs: JobService, expressions: ExpressionService, characters: CharacterService) -> None:
        self._characters = characters
        self._jobs = jobs
        self._expressions = expressions

    async def add(
        self,
        saved: SavedCharacter,
        place: Place,
        prefix: str,
        count: int,
        asker: Asker,
        on_step: Callable[[int, str], None],
        on_state: OnState,
        on_wait: OnWait,
    ) -> Pack:
        """Adds ``count`` emoji called ``prefix``_feeling, as many as there is room for.

        Args:
            on_step: told before each one: its number from 1, and its feeling.

        Raises:
            Exception: whatever goes wrong before the first one was added; later it ends up in the answer.
        """
        character = await self._characters.load(saved)
        made: list[discord.Emoji] = []
        room = min(count, await self._expressions.room(place, asker.user_id))
        for number, (feeling, motion) in enumerate(list(FEELINGS.items())[:room], 1):
            on_step(number, feeling)
            request = AnimojiRequest(
                character, PresetMotion(motion), emoji_output(EMOJI_FPS), best_seconds=LOOP_SECONDS
            )
            name = f"{prefix[: 31 - len(feeling)]}_{feeling}"
            try:
                result = await self._jobs.run(request, asker, on_state)
                made.append(
                    await self._expressions.upload_emoji(place.guild, name, result.data, asker.user_id, on_wait)
                )
            except Exception as error:
                if not made:
                    raise
                return Pack(made, count, error)
        return Pack(made, count, self._expressions.full(place) if room < count else None)
