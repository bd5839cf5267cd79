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

from bot.client import Interaction
from bot.domain import KeptAnimoji
from bot.texts import ENGLISH, Language, say
from bot.views.adjusting import AdjustButton
from bot.views.parts import BotButton
from bot.views.studio import StudioButton


class Action(str, Enum):
    """What a button below an animoji does."""

    REROLL = "reroll"
    TWEAK = "tweak"
    MOTION = "motion"
    RENAME = "rename"
    EMOJI = "emoji"
    STICKER = "sticker"
    PACK = "pack"
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
    Action.PACK: "📦",
    Action.DELETE: "🗑️",
}
_ROWS: Final = (
    (Action.REROLL, Action.TWEAK, Action.MOTION, Action.RENAME),
    (Action.EMOJI, Action.STICKER, Action.PACK),
    (Action.MP4, Action.WEBP, Action.DELETE),
)

Doing = Callable[[Interaction, int], Awaitable[None]]
"""What a button does, given who pressed it and the animoji's id."""
_DOINGS: Final[dict[Action, Doing]] = {}
_TEMPLATE: Final = rf"animoji:(?P<action>{'|'.join(action.value for action in Action)}):(?P<animoji>\d{{1,18}})"


def does(action: Action, doing: Doing) -> None:
    """Makes ``doing`` what the button of ``action`` does."""
    _DOINGS[action] = doing


class AnimojiButton(BotButton, template=_TEMPLATE):
    """One of the buttons; it obeys the owner of the animoji, or whom its action names."""

    def __init__(
        self, action: Action, animoji_id: int, language: Language = ENGLISH, guild_id: int | None = None
    ) -> None:
        # Outside of servers an emoji becomes the bot's own.
        name = "emoji_own" if action is Action.EMOJI and guild_id is None else action.value
        super().__init__(
            ui.Button(
                label=say(f"button.{name}", language),
                emoji=_SYMBOLS.get(action),
                style=discord.ButtonStyle.danger if action is Action.DELETE else discord.ButtonStyle.secondary,
                custom_id=f"animoji:{action.value}:{animoji_id}",
            )
        )
        self.action = action
        self.animoji_id = animoji_id

    @classmethod
    def parse(cls, match: re.Match[str]) -> AnimojiButton:
        return cls(Action(match["action"]), int(match["animoji"]))

    @property
    def always_open(self) -> bool:
        return self.action is Action.DELETE

    async def run(self, interaction: Interaction) -> None:
        await _DOINGS[self.action](interaction, self.animoji_id)


def animoji_rows(animoji: KeptAnimoji, language: Language, has_studio: bool = False) -> list[ui.ActionRow[Any]]:
    """The buttons of an animoji: what fits its character, made from words or not, and a picture or not; and the place,
    as only a server has stickers. ``has_studio``: whether the studio is open to people in Discord.
    """
    left_out = set() if animoji.character.prompt else {Action.REROLL, Action.TWEAK}
    left_out |= set() if animoji.guild_id else {Action.STICKER}
    # A friend agreed to this one, not to others like it.
    left_out |= {Action.REROLL, Action.TWEAK, Action.MOTION} if animoji.shows_friend else set()
    rows: list[ui.ActionRow[Any]] = [
        ui.ActionRow(
            *(AnimojiButton(action, animoji.id, language, animoji.guild_id) for action in row if action not in left_out)
        )
        for row in _ROWS
    ]
    if animoji.character.has_picture:
        rows[0].add_item(AdjustButton(animoji.character.id, language))
    if has_studio:
        rows[1].add_item(StudioButton(animoji.character.id, language))
    return rows
