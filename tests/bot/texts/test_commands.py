"""Commands: whole in every language, and called by their right names in what the bot says."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from typing import Any

import discord
import pytest
from discord import app_commands
from pydantic import SecretStr

from bot.app import AnimeMojiBot
from bot.domain import Mood
from bot.settings import Settings
from bot.texts import ENGLISH, Language, languages, say
from bot.texts.commands import everything, text_of
from pipeline import TARGETS, Effect
from tests.bot.fakes import idle_services
from tests.bot.texts.test_texts import FILES, _text_elements, patterns

OWNERS = discord.Object(5)
"""The server in which the owners' commands are."""
CHAT_NAME = re.compile(r"[-_\w]{1,32}")
"""Discord's rule for names (API reference, application commands): letters of any script, no capitals."""


@pytest.fixture
async def bot() -> AsyncIterator[AnimeMojiBot]:
    settings = Settings(
        studio_url="https://studio.example",
        studio_port=1,
        activity_id=1,
        activity_secret=SecretStr("s"),
        owner_guild=OWNERS.id,
    )
    async with AnimeMojiBot(settings, idle_services()) as bot:
        await bot.add_commands()
        yield bot


def items(bot: AnimeMojiBot) -> Iterator[Any]:
    """All groups, commands, options and context menus."""
    for command in everything(bot.tree, OWNERS):
        yield command
        if isinstance(command, app_commands.Command):
            yield from command.parameters


@pytest.mark.parametrize("language", languages(), ids=str)
async def test_everything_has_a_name_and_a_description(bot: AnimeMojiBot, language: Language) -> None:
    for item in items(bot):
        name = text_of(item, "", language)
        assert name
        if isinstance(item, app_commands.ContextMenu):
            assert len(name) <= 32
        else:
            assert CHAT_NAME.fullmatch(name), name
            assert name == name.lower()
            assert 1 <= len(text_of(item, "description", language) or "") <= 100
        if language == ENGLISH:
            assert name == getattr(item, "display_name", item.name)


async def test_descriptions_stand_where_discord_gets_them_from(bot: AnimeMojiBot) -> None:
    for item in items(bot):
        if not isinstance(item, app_commands.ContextMenu):
            assert str(item.description) == text_of(item, "description", ENGLISH)


async def test_no_command_text_is_there_for_nothing(bot: AnimeMojiBot) -> None:
    wanted: dict[str, set[str]] = {}
    shared: set[str] = set()
    for item in everything(bot.tree, OWNERS):
        kind = "menu" if isinstance(item, app_commands.ContextMenu) else "command"
        key = f"{kind}-{item.qualified_name.lower().replace(' ', '-').rstrip('?')}"
        wanted[key] = {""} if kind == "menu" else {"", "description"}
        if isinstance(item, app_commands.Command):
            own = set(patterns(FILES[ENGLISH][key]))
            for option in item.parameters:
                texts = {option.display_name, f"{option.display_name}-description"}
                wanted[key] |= texts & own
                shared |= set() if texts <= own else {f"option-{option.display_name}"}
    commands = {name for name in FILES[ENGLISH] if re.match(r"(command|menu)-", name)}
    assert commands == set(wanted)
    assert {name for name in FILES[ENGLISH] if name.startswith("option-")} == shared
    for key, attributes in wanted.items():
        assert set(patterns(FILES[ENGLISH][key])) == attributes


@pytest.mark.parametrize("language", languages(), ids=str)
async def test_names_in_one_place_differ(bot: AnimeMojiBot, language: Language) -> None:
    places: list[Any] = [[*bot.tree.get_commands(), *bot.tree.get_commands(guild=OWNERS)]]
    for item in items(bot):
        if isinstance(item, app_commands.Group):
            places.append(item.commands)
        elif isinstance(item, app_commands.Command):
            places.append(item.parameters)
    for place in places:
        names = [text_of(item, "", language) for item in place]
        assert len(set(names)) == len(names), names


async def test_choices_are_named_in_english_where_no_language_is_known(bot: AnimeMojiBot) -> None:
    choices = {
        choice.name for item in items(bot) if isinstance(item, app_commands.Parameter) for choice in item.choices
    }
    effects = ("auto", "off", *(effect.value for effect in Effect))
    assert choices == {
        *(say(f"choice.style-{name}", ENGLISH) for name in ("auto", "drawn", "diffused")),
        *(say(f"choice.effect-{name}", ENGLISH) for name in effects),
        *(say(f"choice.mood-{mood.value}", ENGLISH) for mood in Mood),
        *(say(f"place.{name}", ENGLISH) for name in TARGETS),
    }


@pytest.mark.parametrize("language", languages(), ids=str)
async def test_the_bot_calls_commands_by_names_that_its_reader_sees(bot: AnimeMojiBot, language: Language) -> None:
    known: set[str] = set()
    for item in everything(bot.tree, OWNERS):
        if isinstance(item, app_commands.Command):
            parents = [item.root_parent] if item.root_parent else []
            known.add(" ".join(str(text_of(each, "", language)) for each in (*parents, item)))
    for name, message in FILES[language].items():
        text = "".join(element.value for element in _text_elements(message))
        for mention in re.findall(r"(?<![\w/])/([^\s/`{}]+(?: [^\s`{}、。；;,.]+)?)", text):
            words = mention.rstrip(".,;；。")
            assert words in known or words.split()[0] in known, f"{name}: /{words}"
