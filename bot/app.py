"""The Discord application: its resources, opened in order and closed in reverse, and the client that uses them."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import discord
from discord import app_commands
from discord.ext import commands

from bot.commands.animoji import AnimojiCog
from bot.commands.character import CharacterCog
from bot.commands.emoji import EmojiCog
from bot.commands.help import HelpCog
from bot.commands.menus import add_menus
from bot.commands.privacy import ForgetButton, PrivacyCog
from bot.commands.settings import SettingsCog
from bot.services import motions
from bot.services.engine import RenderEngine
from bot.services.services import Services, make_services
from bot.settings import Settings
from bot.store.database import open_store
from bot.texts.commands import CommandTranslator
from bot.views.adjusting import AdjustButton, MoveButton
from bot.views.animoji_actions import ANIMOJI_ACTIONS
from bot.views.animoji_buttons import AnimojiButton
from bot.views.asking import asker
from bot.views.characters import PageButton, TakeButton
from bot.views.failure import tell_failure
from bot.views.job_reply import CancelButton
from bot.views.modals import answer_old_form
from bot.views.settings import SettingItem
from bot.web.server import open_web
from pipeline import UserError

log = logging.getLogger(__name__)

# This bot does not speak; there is nothing to warn of.
discord.VoiceClient.warn_nacl = False
discord.VoiceClient.warn_dave = False

COGS = (AnimojiCog, CharacterCog, EmojiCog, SettingsCog, PrivacyCog, HelpCog)
BUTTONS = (
    CancelButton,
    AnimojiButton,
    AdjustButton,
    MoveButton,
    PageButton,
    TakeButton,
    SettingItem,
    ForgetButton,
)
EMOJI_PATIENCE = 30.0
"""Seconds to wait for one of Discord's rate limits (those on emoji last long) before ``RateLimited`` is raised."""


ALWAYS_OPEN = frozenset({"settings", "privacy", "help", "about"})
"""Commands for everybody everywhere."""
GOODBYE_SECONDS = 3.0
"""How long people are told of their unfinished jobs when the bot is stopped."""


class CommandTree(app_commands.CommandTree["AnimeMojiBot"]):
    """Every command is for whom the server says, and every failed one ends in one sentence."""

    async def interaction_check(self, interaction: discord.Interaction[AnimeMojiBot], /) -> bool:
        command = interaction.command
        if interaction.type is discord.InteractionType.autocomplete or command is None:
            return True
        if command.qualified_name.partition(" ")[0] in ALWAYS_OPEN:
            return True
        try:
            await interaction.client.services.guilds.check_access(asker(interaction))
        except UserError as error:
            await tell_failure(interaction, error)
            return False
        return True

    async def on_error(
        self, interaction: discord.Interaction[AnimeMojiBot], error: app_commands.AppCommandError, /
    ) -> None:
        cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
        await tell_failure(interaction, cause)


class AnimeMojiBot(commands.AutoShardedBot):
    """The client. What it does is in ``services``; it has slash commands only and reads no messages."""

    def __init__(self, settings: Settings, services: Services, **options: Any) -> None:
        super().__init__(
            command_prefix=(),
            help_command=None,
            tree_cls=CommandTree,
            intents=discord.Intents(guilds=True, expressions=True),
            allowed_mentions=discord.AllowedMentions.none(),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
            max_ratelimit_timeout=EMOJI_PATIENCE,
            chunk_guilds_at_startup=False,
            **options,
        )
        self.settings = settings
        self.services = services
        self.animoji_actions = ANIMOJI_ACTIONS
        self.forms: set[str] = set()
        self.conversations: set[asyncio.Task[Any]] = set()

    async def setup_hook(self) -> None:
        for cog in COGS:
            await self.add_cog(cog(self))
        add_menus(self.tree)
        await asyncio.to_thread(motions.matching, "")  # autocomplete would wait for the files otherwise
        await self.tree.set_translator(CommandTranslator())
        self.services.expressions.client = self
        self.add_dynamic_items(*BUTTONS)
        if self.settings.development_guild is not None:
            guild = discord.Object(self.settings.development_guild)
            self.tree.copy_global_to(guild=guild)
            await self.tree.sync(guild=guild)
        else:
            await self.tree.sync()
        metrics = self.services.metrics
        metrics.watch("gateway_latency_seconds", "Until Discord answers a heartbeat", lambda: self.latency)
        metrics.watch("guilds", "Servers that the bot is in", lambda: len(self.guilds))
        log.info("logged in as %s, %d shard(s)", self.user, self.shard_count or 1)

    async def close(self) -> None:
        """Ends all jobs, lets their owners be told, and leaves Discord."""
        self.services.jobs.stop()
        self.services.expressions.stop()
        if self.conversations and not self.is_closed():
            await asyncio.wait(self.conversations, timeout=GOODBYE_SECONDS)
        await super().close()

    async def on_interaction(self, interaction: discord.Interaction[AnimeMojiBot], /) -> None:
        """Commands and buttons find their way by themselves; forms do not outlive a restart."""
        self.services.metrics.interactions.labels(interaction.type.name).inc()
        await answer_old_form(interaction)

    async def on_message(self, message: discord.Message, /) -> None:
        """Messages are nobody's business here."""

    async def run_until_stopped(self, token: str) -> None:
        """Serves until the process is asked to end."""
        loop = asyncio.get_running_loop()
        with contextlib.suppress(NotImplementedError):  # Windows has no SIGTERM for loops
            loop.add_signal_handler(signal.SIGTERM, lambda: loop.create_task(self.close()))
        await self.start(token)


@asynccontextmanager
async def open_bot(
    settings: Settings, engine: RenderEngine | None = None, **options: Any
) -> AsyncIterator[AnimeMojiBot]:
    """The bot with all it needs open, ready for ``start``; everything is closed in reverse order at the end.

    Args:
        settings: how.
        engine: where requests run; None opens the pipeline's own.
        options: handed on to ``discord.Client``.

    Raises:
        StartupError: the database, a word list or the port for HTTP cannot be used.
    """
    async with AsyncExitStack() as stack:
        store = await stack.enter_async_context(open_store(settings.database))
        http = await stack.enter_async_context(aiohttp.ClientSession())
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="animemoji-")))
        if engine is None:
            from pipeline import Engine, warm_up

            engine = await stack.enter_async_context(Engine(warm_up=warm_up))
        services = make_services(settings, store, engine, http, folder)
        bot = await stack.enter_async_context(AnimeMojiBot(settings, services, **options))
        if settings.http_port is not None:
            await stack.enter_async_context(open_web(bot, settings.http_host, settings.http_port))
        yield bot
