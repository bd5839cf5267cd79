"""Talking as one's character: with /say, and changing or taking back what was said."""

from __future__ import annotations

from typing import Any

import discord
from discord import ui

from bot.client import Interaction, asker, reader, surroundings
from bot.discord_services.speeches import LENGTH, Utterance, Venue, quote_of
from bot.discord_services.webhooks import WebhookTarget
from bot.domain import Mood, Speech
from bot.errors import ServerOnlyError
from bot.speech_errors import SpeechPlaceError
from bot.texts import Language, say
from bot.views.confirming import ConfirmForm
from bot.views.journal import write_down
from bot.views.layout import quoted
from bot.views.parts import Form


async def stage_of(interaction: Interaction) -> Venue:
    """Where an interaction takes place.

    Raises:
        ServerOnlyError: in no server that the bot is a member of.
        SpeechPlaceError: in a channel that has no webhooks.
    """
    if interaction.guild_id is None or not interaction.is_guild_integration():
        raise ServerOnlyError
    channel = interaction.channel
    around = await surroundings(interaction)
    if channel is None:
        raise SpeechPlaceError
    return stage_at(channel, around, interaction.permissions, interaction.app_permissions)


def stage_at(
    channel: Any, around: frozenset[int], user: discord.Permissions, bot: discord.Permissions, spoken: bool = False
) -> Venue:
    """A channel of a server as a stage.

    Args:
        around: what the channel lies in.
        spoken: whether the person has written there already, so that Discord has seen to its slow mode.

    Raises:
        SpeechPlaceError: it has no webhooks.
    """
    is_thread = isinstance(channel, discord.Thread)
    if not is_thread and not isinstance(channel, discord.TextChannel | discord.VoiceChannel | discord.StageChannel):
        raise SpeechPlaceError
    free = spoken or user.manage_messages or user.manage_channels
    guild = channel.guild
    return Venue(
        WebhookTarget(channel.parent_id, channel.id) if is_thread else WebhookTarget(channel.id),
        around | {channel.id},
        user,
        bot,
        closed=is_thread and channel.locked,
        slowmode=0 if free else channel.slowmode_delay,
        # Without a gateway nobody has told of the server's roles.
        roles=frozenset(role.id for role in guild.roles if role.mentionable) if guild else frozenset(),
    )


async def speak(interaction: Interaction, text: str, character: str, mood: Mood | None) -> None:
    """Says something as a character of the asker's, where they are."""
    services, who = interaction.client.services, asker(interaction)
    stage = await stage_of(interaction)
    await services.speeches.check(who, stage)
    saved = await services.characters.find(interaction.user.id, character)
    await interaction.response.defer(ephemeral=True, thinking=True)
    await services.speeches.say(who, stage, Utterance(saved, text.strip(), mood))
    # What was said stands there; there is nothing to add to it.
    await interaction.delete_original_response()


async def ask_rewrite(interaction: Interaction, message: discord.Message) -> None:
    """Asks what a message of the asker's character is to say instead."""
    stage = await stage_of(interaction)
    speech = await interaction.client.services.speeches.own(message.id, interaction.user.id)
    await RewriteForm(speech, stage, message.content, reader(interaction)).open(interaction)


class RewriteForm(Form):
    """Asks for other words."""

    def __init__(self, speech: Speech, stage: Venue, content: str, language: Language) -> None:
        super().__init__(say("speech.edit_title", language))
        self._speech, self._stage = speech, stage
        self._quote, text = quote_of(content)
        self.text: ui.TextInput[Any] = ui.TextInput(style=discord.TextStyle.paragraph, default=text, max_length=LENGTH)
        self.add_item(ui.Label(text=say("speech.edit_text", language), component=self.text))

    async def run(self, interaction: Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        text = self.text.value.strip()
        speeches = interaction.client.services.speeches
        await speeches.rewrite(asker(interaction), self._stage, self._speech, text, self._quote)
        await interaction.delete_original_response()


async def ask_erase(interaction: Interaction, message: discord.Message) -> None:
    """Takes back a message of the asker's character, or of anybody's whose messages the asker moderates."""
    stage = await stage_of(interaction)
    speeches = interaction.client.services.speeches
    speech = await speeches.own(message.id, interaction.user.id, interaction.permissions.manage_messages)

    async def erase(interaction: Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        await speeches.erase(stage.spot, speech)
        await interaction.delete_original_response()
        if speech.owner_id != interaction.user.id:
            people = {"user": interaction.user.mention, "owner": f"<@{speech.owner_id}>"}
            where = {"name": quoted(speech.name), "channel": f"<#{speech.channel_id}>"}
            await write_down(interaction.client, speech.guild_id, "journal.unsaid", **people, **where)

    language = reader(interaction)
    text = say("speech.delete_text", language, name=quoted(speech.name))
    await ConfirmForm(say("speech.delete_title", language), text, erase, always_open=True).open(interaction)


async def tell_who(interaction: Interaction, message: discord.Message) -> None:
    """Tells the asker whose words a character's are."""
    speech = await interaction.client.services.speeches.find(message.id)
    text = say(
        "speech.who",
        reader(interaction),
        user=f"<@{speech.owner_id}>",
        id=str(speech.owner_id),
        name=quoted(speech.name),
        when=discord.utils.format_dt(speech.said_at, "f"),
    )
    await interaction.response.send_message(text, ephemeral=True)
