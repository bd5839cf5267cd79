"""Lists of those who may not use the bot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import discord

from bot.domain import EVERYBODY, Block, Platform
from bot.texts import Language, say
from bot.views.layout import Page, text_page

_LISTED: Final = 30
"""The newest ones; a message takes 4,000 characters."""


def called(user_id: int) -> str:
    """How a person is written: a mention in Discord; in Telegram the number, as nobody is mentioned there from here."""
    return f"<@{user_id}>" if user_id > 0 else f"Telegram `{Platform.TELEGRAM.person(user_id)}`"


def blocks_page(blocks: Sequence[Block], language: Language) -> Page:
    """Who is blocked, since when, and by whom."""
    if not blocks:
        return text_page(say("blocks.none", language))
    lines = [
        say(
            "blocks.line",
            language,
            who=f"`{block.guild_id}`" if block.user_id == EVERYBODY else called(block.user_id),
            by=f"<@{block.by_id}>",
            when=discord.utils.format_dt(block.since, "R"),
        )
        for block in blocks[:_LISTED]
    ]
    return text_page("\n".join([say("blocks.title", language, count=len(blocks)), *lines]))
