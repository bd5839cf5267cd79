"""What every button, menu and form is built on: who may use it and what happens when it fails is decided here, once."""

from __future__ import annotations

import asyncio
import re
from abc import abstractmethod
from collections.abc import Awaitable, Callable
from enum import Enum
from typing import Any, Final, TypeVar, final

import discord
from discord import ui
from typing_extensions import Self

from bot.client import Client, Interaction, asker, reader, surroundings
from bot.errors import MaintenanceError
from bot.services.asker import Asker
from bot.texts import Language, say
from bot.views.failure import tell_failure

ItemT_co = TypeVar("ItemT_co", bound="ui.Item[Any]", covariant=True)

PATIENCE: Final = 1.5
"""Seconds that the database may keep somebody waiting who was not answered; Discord gives up after three."""
_FORM_SECONDS: Final = 3600.0
"""Seconds that a form waits to be filled in."""


async def admit(interaction: Interaction) -> None:
    """Lets the person through if they may use the bot here, and the bot is awake. Raises UserError if not."""
    await let_in(interaction.client, asker(interaction), interaction.user, lambda: surroundings(interaction))


async def awake(interaction: Interaction) -> None:
    """Lets the person through unless the bot is looked after just now; its owners always. Raises MaintenanceError."""
    await _wake(interaction.client, interaction.user)


async def let_in(
    client: Client, who: Asker, user: discord.abc.Snowflake, around: Callable[[], Awaitable[frozenset[int]]]
) -> None:
    """As ``admit``, for somebody who did not press anything.

    Args:
        around: finds out what the channel lies in.
    """
    await client.services.guilds.check_access(who, around)
    await _wake(client, user)


async def _wake(client: Client, user: discord.abc.Snowflake) -> None:
    try:
        await client.services.gate.check_awake()
    except MaintenanceError:
        if not await client.is_owner(user):
            raise


def answer_in_time(interaction: Interaction) -> None:
    """From here on this task waits for no locked database longer than Discord waits for the first answer, and a bot
    that is asked to stop waits for this task.
    """
    if (task := asyncio.current_task()) is not None:
        interaction.client.answering.add(task)
        task.add_done_callback(interaction.client.answering.discard)
    now = asyncio.get_running_loop().time
    until = now() + PATIENCE
    interaction.client.services.store.hurry(lambda: None if interaction.response.is_done() else until - now())


async def attempt(interaction: Interaction, action: Callable[[Interaction], Awaitable[None]]) -> bool:
    """Runs ``action`` and tells the person, privately, what went wrong; returns whether nothing did."""
    answer_in_time(interaction)
    try:
        await action(interaction)
    except Exception as error:
        await tell_failure(interaction, error)
        return False
    return True


class BotItem(ui.DynamicItem[ItemT_co], template=""):
    """A button or a menu whose state is in its custom id, so that it works after a restart as before.

    A subclass names the ``template`` of its custom ids, and implements ``parse`` and ``run``. Only people whom the
    server's rules allow get as far as ``run``, and what it raises is told to them.
    """

    @property
    def always_open(self) -> bool:
        """Whether it works in spite of the server's rules, as taking something back should."""
        return False

    @classmethod
    @abstractmethod
    def parse(cls, match: re.Match[str]) -> Self:
        """The item with this custom id, which matched the template."""

    @abstractmethod
    async def run(self, interaction: Interaction) -> None:
        """Does what the item is for."""

    @final
    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls.parse(match)

    @final
    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        async def act(interaction: Interaction) -> None:
            if not self.always_open:
                await admit(interaction)
            await self.run(interaction)

        await attempt(interaction, act)


class BotButton(BotItem[ui.Button[Any]], template=""):
    """A button that works after a restart."""


def one_of(room: str, doing: Enum, number: int, leads: bool, language: Language) -> ui.Button[Any]:
    """A button among several of a kind, which does ``doing`` with the thing of this number.

    Args:
        room: how the kind's texts and custom ids begin.
        leads: whether it is the one that most people want.
    """
    style = discord.ButtonStyle.primary if leads else discord.ButtonStyle.secondary
    label = say(f"{room}.{doing.value}", language)
    return ui.Button(label=label, style=style, custom_id=f"{room}:{doing.value}:{number}")


class Form(ui.Modal):
    """A form; ``open`` shows it, and ``run`` is called when it was filled in.

    It is answered as a ``BotItem`` is: the server's rules may have changed since it was opened. A form holds what it is
    about, so it does not outlive a restart of the bot; ``answer_old_form`` says so to people.

    Args:
        title: at most 45 characters.
        always_open: whether it works in spite of the server's rules, as taking something back should.
    """

    def __init__(self, title: str, *, always_open: bool = False) -> None:
        super().__init__(title=title, timeout=_FORM_SECONDS)
        self._always_open = always_open
        self._forms: set[str] = set()

    async def open(self, interaction: Interaction) -> None:
        """Answers the interaction with this form."""
        self._forms = interaction.client.forms
        self._forms.add(self.custom_id)
        await interaction.response.send_modal(self)

    @abstractmethod
    async def run(self, interaction: Interaction) -> None:
        """Does what the form is for; its fields hold what was filled in."""

    @final
    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        async def act(interaction: Interaction) -> None:
            if not self._always_open:
                await admit(interaction)
            await self.run(interaction)

        await attempt(interaction, act)

    async def on_timeout(self) -> None:
        self._forms.discard(self.custom_id)


async def answer_old_form(interaction: Interaction) -> None:
    """Answers a form that is not known any more, because the bot was restarted or an hour has passed."""
    if interaction.type is discord.InteractionType.modal_submit:
        data: Any = interaction.data
        forms = interaction.client.forms
        if data["custom_id"] in forms:
            forms.discard(data["custom_id"])
        else:
            await interaction.response.send_message(say("form.old", reader(interaction)), ephemeral=True)
