"""The buttons below an animoji. What they need is in their id and in the database, so they outlive a restart.

What each of them does is in ``bot.views.animoji_actions``.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from enum import Enum
from typing import Any, Final

import discord
from discord import ui

from bot.store.models import CharacterRow
from bot.texts import say
from bot.views.adjusting import AdjustButton
from bot.views.asking import asker
from bot.views.failure import tell_failure


class Action(str, Enum):
    """What a button below an animoji does."""

    REROLL = "reroll"
    TWEAK = "tweak"
    MOTION = "motion"
    RENAME = "rename"
    EMOJI = "emoji"
    STICKER = "sticker"
    MP4 = "mp4"
    WEBP = "webp"
    DELETE = "delete"
    PICK_1 = "pick1"
    PICK_2 = "pick2"
    PICK_3 = "pick3"
    PICK_4 = "pick4"


PICKS: Final = (Action.PICK_1, Action.PICK_2, Action.PICK_3, Action.PICK_4)
"""They take one of the pictures that were painted, by its number."""


_SYMBOLS: Final[dict[Action, str]] = {
    Action.REROLL: "🎲",
    Action.TWEAK: "✏️",
    Action.MOTION: "🎬",
    Action.RENAME: "💾",
    Action.EMOJI: "😀",
    Action.STICKER: "🏷️",
    Action.DELETE: "🗑️",
}
_FROM_WORDS: Final = frozenset({Action.REROLL, Action.TWEAK})
"""They need a prompt."""
_ROWS: Final = tuple(action for action in Action if action not in PICKS)


Doing = Callable[[discord.Interaction[Any], int], Awaitable[None]]
"""What a button does, given who pressed it and the animoji's id."""


class AnimojiButton(ui.DynamicItem[ui.Button[Any]], template=r"animoji:(?P<action>[a-z0-9]+):(?P<animoji>\d{1,18})"):
    """One of the buttons; it obeys the owner of the animoji, or whom its action names."""

    def __init__(self, action: Action, animoji_id: int, locale: object = "en-US") -> None:
        super().__init__(
            ui.Button(
                label=say(f"button.{action.value}", locale),
                emoji=_SYMBOLS.get(action),
                style=discord.ButtonStyle.danger if action is Action.DELETE else discord.ButtonStyle.secondary,
                custom_id=f"animoji:{action.value}:{animoji_id}",
            )
        )
        self.action = action
        self.animoji_id = animoji_id

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> AnimojiButton:
        return cls(Action(match["action"]), int(match["animoji"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        try:
            doing: Doing = interaction.client.animoji_actions[self.action]
            if self.action is not Action.DELETE:
                await interaction.client.services.guilds.check_access(asker(interaction))
            await doing(interaction, self.animoji_id)
        except Exception as error:
            await tell_failure(interaction, error)


def animoji_rows(animoji_id: int, character: CharacterRow, locale: object) -> list[ui.ActionRow[Any]]:
    """The buttons of an animoji: what fits its character, made from words or not, and a picture or not."""
    actions = [action for action in _ROWS if character.prompt or action not in _FROM_WORDS]
    rows: list[ui.ActionRow[Any]] = [
        ui.ActionRow(*(AnimojiButton(action, animoji_id, locale) for action in part))
        for part in (actions[:-5], actions[-5:])
    ]
    if character.picture is not None:
        rows[0].add_item(AdjustButton(character.id, locale))
    return rows
