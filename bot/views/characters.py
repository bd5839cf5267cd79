"""How saved characters look."""

from __future__ import annotations

import discord
from discord import ui

from bot.services.characters import CharacterPage
from bot.texts import say
from bot.views.layout import Page, quoted, text_page


def characters_page(page: CharacterPage, locale: object) -> Page:
    """A list of characters."""
    if not page.total:
        return text_page(say("characters.none", locale))
    lines = [
        say(
            "characters.line",
            locale,
            name=quoted(row.name),
            prompt=quoted(row.prompt, 60) or say("characters.picture", locale),
            when=discord.utils.format_dt(row.created_at, "R"),
        )
        for row in page.rows
    ]
    if page.total > len(page.rows):
        lines.append(say("characters.more", locale, count=page.total - len(page.rows)))
    return Page(ui.TextDisplay(say("characters.title", locale, count=page.total)), ui.TextDisplay("\n".join(lines)))
