"""/animoji: a prompt and a motion become an animoji."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands.asking import asker, own_characters
from bot.errors import PromptMissingError
from bot.services.animojis import Finished
from bot.views.job_reply import JobReply
from bot.views.result import filename, result_page
from pipeline import AnimojiRequest, Format, Output, PromptSource, VideoMotion

if TYPE_CHECKING:
    from bot.app import AnimeMojiBot

REPLY_BYTES = 8 * 1024 * 1024
"""A reply's file is never larger, even where Discord takes more: it has to load on a phone."""


class AnimojiCog(commands.GroupCog, group_name="animoji", group_description="Animated anime characters of your own"):
    def __init__(self, bot: AnimeMojiBot) -> None:
        self.bot = bot

    @app_commands.command(description="Make an animated character from words and a selfie video")
    @app_commands.describe(
        prompt="What the character looks like, for example: silver hair, blue eyes, glasses",
        video="A short clip of your face; it is deleted as soon as the animoji is done",
        name="Save the character under this name",
        caption="Words to write on the picture",
    )
    async def create(
        self,
        interaction: discord.Interaction[AnimeMojiBot],
        prompt: app_commands.Range[str, 1, 1000],
        video: discord.Attachment,
        name: app_commands.Range[str, 1, 40] = "",
        caption: app_commands.Range[str, 1, 80] = "",
    ) -> None:
        services = self.bot.services
        if not prompt.strip():
            raise PromptMissingError
        services.uploads.check(video)
        await services.characters.check_room(interaction.user.id, name)
        async with JobReply(interaction) as reply, services.uploads.fetch(video) as path:
            request = AnimojiRequest(
                character=PromptSource(prompt.strip(), secrets.randbelow(2**31)),
                motion=VideoMotion(path, max_seconds=self.bot.settings.clip_seconds),
                output=self._output(interaction),
                caption=caption,
            )
            finished = await services.animojis.create(asker(interaction), request, name, reply.show)
            await self._post(interaction, reply, finished)

    @app_commands.command(description="Animate one of your characters with a new clip")
    @app_commands.describe(
        character="One of your characters",
        video="A short clip of your face; it is deleted as soon as the animoji is done",
        caption="Words to write on the picture",
    )
    @app_commands.autocomplete(character=own_characters)
    async def again(
        self,
        interaction: discord.Interaction[AnimeMojiBot],
        character: str,
        video: discord.Attachment,
        caption: app_commands.Range[str, 1, 80] = "",
    ) -> None:
        services = self.bot.services
        services.uploads.check(video)
        saved = await services.characters.find(interaction.user.id, character)
        async with JobReply(interaction) as reply, services.uploads.fetch(video) as path:
            request = AnimojiRequest(
                character=saved.character,
                motion=VideoMotion(path, max_seconds=self.bot.settings.clip_seconds),
                output=self._output(interaction),
                caption=caption,
            )
            finished = await services.animojis.again(asker(interaction), request, saved, reply.show)
            await self._post(interaction, reply, finished)

    def _output(self, interaction: discord.Interaction[AnimeMojiBot]) -> Output:
        return Output(Format.GIF, self.bot.settings.reply_size, max_bytes=min(interaction.filesize_limit, REPLY_BYTES))

    async def _post(self, interaction: discord.Interaction[AnimeMojiBot], reply: JobReply, finished: Finished) -> None:
        page = result_page(finished, interaction.locale)
        message = await reply.finish(page, finished.result.data, filename(finished))
        if message is not None:
            await self.bot.services.animojis.posted(finished.animoji.id, message.channel.id, message.id)
