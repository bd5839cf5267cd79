"""Commands: whole in every language, and called by their right names in what the bot says."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from types import SimpleNamespace
from typing import Any

import discord
import pytest
from discord import app_commands

from bot.app import AnimeMojiBot
from bot.settings import Settings
from bot.texts import en, ja
from bot.texts.commands import path_of
from bot.texts.commands_ja import CHOICES, COMMANDS
from tests.bot.texts.test_texts import BOT_ERRORS

CHAT_NAME = re.compile(r"[-_\w]{1,32}")
"""Discord's rule for names (API reference, application commands): letters of any script, no capitals."""


@pytest.fixture
async def bot() -> AsyncIterator[AnimeMojiBot]:
    idle = SimpleNamespace(stop=lambda: None)
    services: Any = SimpleNamespace(jobs=idle, expressions=idle)
    async with AnimeMojiBot(Settings(), services) as bot:
        await bot.add_commands()
        yield bot


def everything(bot: AnimeMojiBot) -> Iterator[Any]:
    """All groups, commands, options and context menus."""
    for kind in (discord.AppCommandType.message, discord.AppCommandType.user):
        yield from bot.tree.get_commands(type=kind)
    for command in bot.tree.walk_commands():
        yield command
        if isinstance(command, app_commands.Command):
            yield from command.parameters


async def test_everything_has_a_japanese_name_and_description(bot: AnimeMojiBot) -> None:
    paths = {path_of(item) for item in everything(bot)}
    assert paths == set(COMMANDS)
    for item in everything(bot):
        name, description = COMMANDS[path_of(item)]
        if isinstance(item, app_commands.ContextMenu):
            assert 1 <= len(name) <= 32
        else:
            assert CHAT_NAME.fullmatch(name), name
            assert name == name.lower()
            assert 1 <= len(description) <= 100


async def test_everything_has_an_english_description(bot: AnimeMojiBot) -> None:
    for item in everything(bot):
        if not isinstance(item, app_commands.ContextMenu):
            assert str(item.description) not in ("", "…"), path_of(item)


async def test_choices_are_translated(bot: AnimeMojiBot) -> None:
    names = {
        str(choice.name)
        for item in everything(bot)
        if isinstance(item, app_commands.Parameter)
        for choice in item.choices
    }
    assert names == set(CHOICES)


async def test_names_in_one_place_differ(bot: AnimeMojiBot) -> None:
    places: list[Any] = [bot.tree.get_commands()]
    for item in everything(bot):
        if isinstance(item, app_commands.Group):
            places.append(item.commands)
        elif isinstance(item, app_commands.Command):
            places.append(item.parameters)
    for place in places:
        names = [COMMANDS[path_of(item)][0] for item in place]
        assert len(set(names)) == len(names), names


def in_japanese(path: str) -> str:
    words = path.split()
    return " ".join(COMMANDS[" ".join(words[: count + 1])][0] for count in range(len(words)))


async def test_the_bot_calls_commands_by_names_that_its_reader_sees(bot: AnimeMojiBot) -> None:
    english = {path_of(item) for item in everything(bot) if isinstance(item, app_commands.Command)}
    japanese = {
        " ".join(COMMANDS[" ".join(path.split()[: n + 1])][0] for n in range(len(path.split()))) for path in english
    }
    for texts, known in ((en.TEXTS | BOT_ERRORS, english), (ja.TEXTS, japanese)):
        for key, text in texts.items():
            for mention in re.findall(r"(?<![\w/])/([^\s/`{}]+(?: [^\s`{}、。；;,.]+)?)", text):
                words = mention.rstrip(".,;；。")
                assert words in known or words.split()[0] in known, f"{key}: /{words}"
