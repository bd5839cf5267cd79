"""Names and descriptions of commands, as Discord's clients show them in each reader's language."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any, TypeVar

import discord
from discord import app_commands
from discord.app_commands import TranslationContextLocation as Location

from bot.texts import ENGLISH, Language, find, read_all

ValueT = TypeVar("ValueT", str, int, float)


def choice(key: str, value: ValueT) -> app_commands.Choice[ValueT]:
    """A choice of an option, called what the texts say for ``key``."""
    return app_commands.Choice(name=app_commands.locale_str(key), value=value)


async def introduce(tree: app_commands.CommandTree[Any], guild: discord.abc.Snowflake | None = None) -> None:
    """Gives all commands, options and choices of a tree their English texts, and the tree the other languages'.

    Raises:
        KeyError: a command or an option has no English text.
    """
    await asyncio.to_thread(read_all)
    for command in everything(tree, guild):
        if isinstance(command, app_commands.ContextMenu):
            continue
        command.description = _text(command, "description", ENGLISH)
        if isinstance(command, app_commands.Command):
            options = command.parameters
            texts = {each.name: app_commands.locale_str(_text(each, "description", ENGLISH)) for each in options}
            app_commands.describe(**texts)(command)
            for each in (each for option in options for each in option.choices):
                each.name = find(each.name, ENGLISH) or each.name
    await tree.set_translator(CommandTranslator())


def everything(
    tree: app_commands.CommandTree[Any], guild: discord.abc.Snowflake | None = None
) -> Iterator[app_commands.Command[Any, ..., Any] | app_commands.Group | app_commands.ContextMenu]:
    """All commands, groups and menus of a tree, also those of this server alone."""
    if guild is not None:
        yield from tree.walk_commands(guild=guild)
    yield from tree.walk_commands()
    yield from tree.walk_commands(type=discord.AppCommandType.message)
    yield from tree.walk_commands(type=discord.AppCommandType.user)


class CommandTranslator(app_commands.Translator):
    """Looks names and descriptions up in the language of a locale; other locales see English."""

    async def translate(
        self, string: app_commands.locale_str, locale: discord.Locale, context: app_commands.TranslationContextTypes
    ) -> str | None:
        """The text in the language of ``locale``; None keeps the English one."""
        language = Language.spoken(locale)
        if language is None or language == ENGLISH:
            return None
        if context.location is Location.choice_name:
            return find(string.message, language)
        return text_of(context.data, "description" if context.location.name.endswith("description") else "", language)


def text_of(item: Any, attribute: str, language: Language) -> str | None:
    """A name (attribute "") or a description of a command, a group, a menu or an option; None where there is none.

    The texts of an option belong to its command (``.NAME`` and ``.NAME-description``), or to all options that are
    called so (``option-NAME``).
    """
    if isinstance(item, app_commands.Parameter):
        own = "-".join(filter(None, [item.display_name, attribute]))
        return find(_key(item.command), language, own) or find(f"option.{item.display_name}", language, attribute)
    return find(_key(item), language, attribute)


def _text(item: Any, attribute: str, language: Language) -> str:
    text = text_of(item, attribute, language)
    if text is None:
        raise KeyError(f"{item.qualified_name if hasattr(item, 'qualified_name') else item.name}: {attribute}")
    return text


def _key(item: app_commands.Command[Any, ..., Any] | app_commands.Group | app_commands.ContextMenu) -> str:
    kind = "menu" if isinstance(item, app_commands.ContextMenu) else "command"
    return f"{kind}.{item.qualified_name.lower().replace(' ', '-').rstrip('?')}"
