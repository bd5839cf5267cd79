"""A small bot with one of everything, and how a test runs a discord.py client against the local server."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import discord
from discord import app_commands

from tests.discord_server import DiscordServer


@asynccontextmanager
async def running(server: DiscordServer, client: discord.Client) -> AsyncIterator[None]:
    """Logs the client in and waits until it is there; closes it at the end and lets no failure of it pass."""
    task = asyncio.create_task(client.start(server.world.token))
    server.bot_tasks.add(task)
    arriving = asyncio.create_task(server.ready())
    try:
        await asyncio.wait({task, arriving}, return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            task.result()
        await arriving
        yield
    finally:
        arriving.cancel()
        await client.close()
        await asyncio.wait_for(task, timeout=5)
        server.bot_tasks.discard(task)
        if not server.bot_tasks:
            server.gateway.forget()


class CountButton(discord.ui.DynamicItem[discord.ui.Button[Any]], template=r"count:(?P<count>\d+)"):
    def __init__(self, count: int) -> None:
        super().__init__(discord.ui.Button(label=f"Count {count}", custom_id=f"count:{count}"))
        self.count = count

    @classmethod
    async def from_custom_id(cls, interaction: Any, item: Any, match: Any, /) -> CountButton:
        return cls(int(match["count"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        view = discord.ui.View(timeout=None)
        view.add_item(CountButton(self.count + 1))
        await interaction.response.edit_message(content=f"counted {self.count + 1}", view=view)


class FeedbackModal(discord.ui.Modal, title="Tell us"):
    words: discord.ui.Label[Any] = discord.ui.Label(text="Words", component=discord.ui.TextInput(max_length=50))
    picture: discord.ui.Label[Any] = discord.ui.Label(text="Picture", component=discord.ui.FileUpload(required=False))

    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        words, picture = self.words.component, self.picture.component
        assert isinstance(words, discord.ui.TextInput)
        assert isinstance(picture, discord.ui.FileUpload)
        sizes = [len(await file.read()) for file in picture.values]
        await interaction.response.send_message(f"{words.value} {sizes}", ephemeral=True)


class TinyBot(discord.Client):
    def __init__(self, **options: Any) -> None:
        super().__init__(intents=discord.Intents.default(), guild_ready_timeout=0.1, **options)
        self.tree = app_commands.CommandTree(
            self,
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        )
        self.resumes = 0

    async def on_resumed(self) -> None:
        self.resumes += 1

    async def setup_hook(self) -> None:
        self.add_dynamic_items(CountButton)
        chat: list[Any] = [echo, count, feedback, late]
        for command in chat:
            self.tree.add_command(command)
        self.tree.add_command(make_group())
        self.tree.add_command(sizes)
        await self.tree.sync()


@app_commands.command(description="Sends a file back")
@app_commands.choices(mood=[app_commands.Choice(name="Happy", value="happy")])
async def echo(interaction: discord.Interaction[Any], file: discord.Attachment, mood: str = "none") -> None:
    await interaction.response.defer()
    copy = discord.File(io.BytesIO(await file.read()), file.filename)
    view = discord.ui.LayoutView(timeout=None)
    gallery = discord.ui.MediaGallery[Any]()
    gallery.add_item(media=f"attachment://{file.filename}")
    view.add_item(discord.ui.TextDisplay(f"{mood} {file.size}"))
    view.add_item(gallery)
    await interaction.edit_original_response(view=view, attachments=[copy])


@app_commands.command(description="A button that counts")
async def count(interaction: discord.Interaction[Any]) -> None:
    view = discord.ui.View(timeout=None)
    view.add_item(CountButton(0))
    await interaction.response.send_message("counted 0", view=view)


@app_commands.command(description="Opens a modal")
async def feedback(interaction: discord.Interaction[Any]) -> None:
    await interaction.response.send_modal(FeedbackModal())


@app_commands.command(description="Answers in several messages")
async def late(interaction: discord.Interaction[Any], times: app_commands.Range[int, 1, 9]) -> None:
    await interaction.response.send_message("first", ephemeral=True)
    for number in range(times):
        await interaction.followup.send(f"more {number}")


@app_commands.context_menu(name="Sizes")
async def sizes(interaction: discord.Interaction[Any], message: discord.Message) -> None:
    await interaction.response.send_message(" ".join(str(file.size) for file in message.attachments))


def make_group() -> app_commands.Group:
    group = app_commands.Group(name="make", description="Makes things")

    @group.command(description="An emoji")
    async def emoji(interaction: discord.Interaction[Any], name: str, image: discord.Attachment) -> None:
        assert interaction.guild is not None
        await interaction.response.defer(ephemeral=True)
        try:
            made = await interaction.guild.create_custom_emoji(name=name, image=await image.read())
            await interaction.followup.send(f"{made}")
        except discord.RateLimited as error:
            await interaction.followup.send(f"wait {error.retry_after:.0f}")
        except discord.HTTPException as error:
            await interaction.followup.send(f"error {error.code}")

    @emoji.autocomplete("name")
    async def names(interaction: discord.Interaction[Any], current: str) -> list[app_commands.Choice[str]]:
        return [app_commands.Choice(name=f"{current}{end}", value=f"{current}{end}") for end in ("_happy", "_sad")]

    @group.command(description="A sticker")
    async def sticker(interaction: discord.Interaction[Any], image: discord.Attachment) -> None:
        assert interaction.guild is not None
        await interaction.response.defer()
        try:
            file = discord.File(io.BytesIO(await image.read()), image.filename)
            made = await interaction.guild.create_sticker(name="hi", description="Waves", emoji="wave", file=file)
            await interaction.followup.send(made.name)
        except discord.HTTPException as error:
            await interaction.followup.send(f"error {error.code}")

    return group
