"""Names and descriptions of commands in other languages, as Discord's clients show them."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands
from discord.app_commands import TranslationContextLocation as Location

from bot.texts.commands_ja import CHOICES, COMMANDS


class CommandTranslator(app_commands.Translator):
    """Looks Japanese up; other languages see the English that stands in the code."""

    async def translate(
        self, string: app_commands.locale_str, locale: discord.Locale, context: app_commands.TranslationContextTypes
    ) -> str | None:
        if locale is not discord.Locale.japanese:
            return None
        if context.location is Location.choice_name:
            return CHOICES.get(string.message)
        name, description = COMMANDS.get(path_of(context.data), (None, None))
        return description if context.location.name.endswith("description") else name


def path_of(item: Any) -> str:
    """Where a command, a group or an option stands: "animoji create", "animoji create:prompt"."""
    if isinstance(item, app_commands.Parameter):
        return f"{item.command.qualified_name}:{item.name}"
    return str(item.qualified_name if hasattr(item, "qualified_name") else item.name)
