"""Limits agree: what a form or a command takes, the pipeline takes, and nothing in between is larger or smaller."""

from __future__ import annotations

from typing import Any

import pytest
from discord import app_commands, ui

from bot.app import AnimeMojiBot
from bot.settings import Settings
from bot.texts import ENGLISH
from bot.texts.commands import everything
from bot.views.forms import AnimojiForm
from bot.views.modals import RenameModal, TweakModal
from pipeline import limits
from pipeline.characters.errors import EndlessPromptError
from pipeline.characters.make import make_character
from pipeline.compose.caption import make_caption
from pipeline.compose.errors import CaptionError
from pipeline.types import PromptSource
from tests.bot.fakes import idle_services, kept, saved

LENGTHS = {
    "prompt": limits.PROMPT_LENGTH,
    "caption": limits.CAPTION_LENGTH,
    "name": limits.NAME_LENGTH,
    "background": limits.BACKGROUND_LENGTH,
}


async def test_commands_take_what_the_limits_say() -> None:
    seen = set()
    async with AnimeMojiBot(Settings(), idle_services()) as bot:
        await bot.add_commands()
        for command in everything(bot.tree):
            if isinstance(command, app_commands.Command) and command.qualified_name.startswith(
                ("animoji", "character")
            ):
                for option in command.parameters:
                    if option.name in LENGTHS:
                        assert option.max_value == LENGTHS[option.name], f"{command.qualified_name}: {option.name}"
                        seen.add(option.name)
                    if option.name == "length":
                        assert (option.min_value, option.max_value) == (
                            limits.MIN_USED_SECONDS,
                            limits.MAX_USED_SECONDS,
                        )
    assert seen == set(LENGTHS)


async def test_forms_take_what_the_limits_say() -> None:
    character = saved()
    animoji = kept(character)
    form = AnimojiForm(ENGLISH)
    tweak = TweakModal(animoji, ENGLISH, private=False)
    fields: list[tuple[ui.TextInput[Any], int]] = [
        (form.prompt, limits.PROMPT_LENGTH),
        (form.caption, limits.CAPTION_LENGTH),
        (form.name, limits.NAME_LENGTH),
        (tweak.prompt, limits.PROMPT_LENGTH),
        (tweak.caption, limits.CAPTION_LENGTH),
        (RenameModal(character, ENGLISH).name, limits.NAME_LENGTH),
    ]
    assert [field.max_length for field, _ in fields] == [limit for _, limit in fields]


def test_the_pipeline_takes_as_much_and_no_more() -> None:
    assert (
        make_character(
            PromptSource("silver hair ".ljust(limits.PROMPT_LENGTH, "x")), lambda progress: None
        ).character.spec
        is not None
    )
    with pytest.raises(EndlessPromptError):
        make_character(PromptSource("x" * (limits.PROMPT_LENGTH + 1)), lambda progress: None)
    assert make_caption("x" * limits.CAPTION_LENGTH, 320) is not None
    with pytest.raises(CaptionError):
        make_caption("x" * (limits.CAPTION_LENGTH + 1), 320)
