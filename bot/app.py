"""The Discord application: its resources, opened in order and closed in reverse, and the client that uses them."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

import aiohttp
import discord

import bot.commands
import bot.views
from bot.client import Client, Interaction
from bot.commands.parts import BotCog, CommandTree
from bot.discord_services.services import DiscordServices, make_discord_services
from bot.discovery import import_all, leaves
from bot.errors import StartupError
from bot.resources import open_resources
from bot.services import motions
from bot.services.engine import RenderEngine
from bot.services.students import StudentMaker
from bot.settings import Settings
from bot.texts.commands import introduce
from bot.views.courier import DiscordCourier
from bot.views.parts import BotItem, answer_old_form
from bot.web.interactions import open_door
from bot.web.server import open_web
from bot.web.studio import open_studio
from studio.bakery import Baker

log = logging.getLogger(__name__)

# This bot does not speak; there is nothing to warn of.
discord.VoiceClient.warn_nacl = False
discord.VoiceClient.warn_dave = False

FIRST_WAIT_SECONDS = 2.0
"""How long the bot waits at its start before it tries an ill Discord again; each wait is twice the one before."""
LONGEST_WAIT_SECONDS = 300.0
_NO_INTENT = (
    "Discord lets this bot read no messages: switch on Message Content Intent under Bot at"
    " https://discord.com/developers/applications, or set ANIMEMOJI_READ_MESSAGES=false."
)
_LAST_WORDS_SECONDS = 3.0
"""How long answers may take that are under way when the bot is to stop."""


def illness_of(error: Exception) -> str:
    """Why Discord does not take the bot just now, in a few words; "" where waiting would not help."""
    if isinstance(error, discord.GatewayNotFound) and isinstance(error.__cause__, discord.HTTPException):
        return illness_of(error.__cause__)
    if isinstance(error, discord.RateLimited):
        return f"Discord asks the bot to slow down for {error.retry_after:.0f} seconds"
    if isinstance(error, discord.HTTPException):
        # A 403 with a code is a permission that is missing; one without comes from the guard in front of Discord.
        passing = error.status >= 500 or error.status in (408, 429) or (error.status == 403 and error.code == 0)
        return f"Discord answers HTTP {error.status}" if passing else ""
    if isinstance(error, aiohttp.ClientError | OSError):
        return f"Discord cannot be reached ({error})"
    return ""


class AnimeMojiBot(Client):
    """The client that runs: with every command and button, from its start to its end."""

    def __init__(self, settings: Settings, services: DiscordServices, **options: Any) -> None:
        super().__init__(settings, services, CommandTree, **options)
        self._closing = asyncio.Event()
        self._door_is_open = False

    async def add_commands(self) -> None:
        """Finds all commands, buttons and menus in ``bot.commands`` and ``bot.views``, and answers them from now on."""
        import_all(bot.commands)
        import_all(bot.views)
        owners = self._owners_server
        for cog in leaves(BotCog):
            if not cog.owners_only:
                await self.add_cog(cog(self))
            elif owners is not None:
                await self.add_cog(cog(self), guild=owners)
        self.add_dynamic_items(*leaves(BotItem))  # type: ignore[type-abstract] # a leaf is not abstract
        await introduce(self.tree, owners)

    @property
    def _owners_server(self) -> discord.Object | None:
        """The server in which the owners' commands are, and nowhere else."""
        number = self.settings.owner_guild
        return None if number is None else discord.Object(number)

    async def setup_hook(self) -> None:
        """Adds commands, buttons and metrics, and tells Discord which commands there are."""
        await self.add_commands()
        await asyncio.to_thread(motions.matching, "")  # autocomplete would wait for the files otherwise
        self.services.expressions.client = self.services.webhooks.client = self
        guild = None if self.settings.development_guild is None else discord.Object(self.settings.development_guild)
        if guild is not None:
            self.tree.copy_global_to(guild=guild)
        if not self.shard_ids or 0 in self.shard_ids:  # once is enough
            for place in dict.fromkeys((guild, self._owners_server or guild)):
                await self._patiently(partial(self.tree.sync, guild=place))
        log.info("logged in as %s", self.user)
        self.services.dispatcher.start(DiscordCourier(self))

    async def start(self, token: str, *, reconnect: bool = True) -> None:
        """Logs in and serves until ``close``. While Discord is ill, it is tried again, ever less often.

        Raises:
            discord.LoginFailure: the token is wrong.
            StartupError: the port for interactions cannot be used, or Discord lets the bot read no messages.
        """

        async def log_in() -> None:
            await self.http.close()  # what an earlier try left open
            self.http.connector = discord.utils.MISSING
            await self.login(token)

        await self._patiently(log_in)
        port = self.settings.interactions_port
        if port is None:
            metrics = self.services.metrics
            metrics.watch("gateway_latency_seconds", "Until Discord answers a heartbeat", lambda: self.latency)
            metrics.watch("guilds", "Servers that the bot is in", lambda: len(self.guilds))
            try:
                await self._patiently(lambda: self.connect(reconnect=reconnect))
            except discord.PrivilegedIntentsRequired:
                raise StartupError(_NO_INTENT) from None
        elif self.application is not None:  # it is None where the bot was closed before Discord let it in
            await self._wait_for_posts(self.application.verify_key, self.settings.interactions_host, port)

    async def _wait_for_posts(self, public_key: str, host: str, port: int) -> None:
        """Takes interactions over HTTP until ``close``; the gateway is not needed then.

        Raises:
            StartupError: the port is taken, or the host is not this machine's.
        """
        async with open_door(self, public_key, host, port) as chosen:
            log.info("interactions are taken at %s:%d", host, chosen)
            self._door_is_open = True
            await self._closing.wait()

    def is_ready(self) -> bool:
        """Whether people are heard: over the gateway, or at the door for interactions."""
        return self._door_is_open or super().is_ready()

    async def _patiently(self, attempt: Callable[[], Awaitable[object]]) -> None:
        """Does ``attempt`` until Discord is well enough for it, or the bot is closed. Each failure is one log line."""
        wait = FIRST_WAIT_SECONDS
        while not self._closing.is_set():
            try:
                await attempt()
                return
            except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
                illness = illness_of(error)
                if not illness or self.shards:  # with a shard open, discord.py looks after the connection
                    raise
            log.warning("%s; trying again in %.0f seconds", illness, wait)
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(self._closing.wait(), wait)
            wait = min(2 * wait, LONGEST_WAIT_SECONDS)

    async def close(self) -> None:
        """Lets the jobs end that soon do, leaves the others to the next start, says what is being said, and leaves
        Discord.
        """
        self._closing.set()
        await self.services.dispatcher.stop(self.settings.grace_seconds)
        await self.services.speeches.close()
        if self.answering:
            await asyncio.wait(self.answering, timeout=_LAST_WORDS_SECONDS)
        await super().close()

    async def on_interaction(self, interaction: Interaction, /) -> None:
        """Commands and buttons find their way by themselves; forms do not outlive a restart."""
        self.services.metrics.interactions.labels(interaction.type.name).inc()
        await answer_old_form(interaction)

    async def on_message(self, message: discord.Message, /) -> None:
        """There are no commands in messages. Who listens for what characters say is a listener of its own."""

    async def run_until_stopped(self, token: str) -> None:
        """Serves until the process is asked to end."""
        loop = asyncio.get_running_loop()
        with contextlib.suppress(NotImplementedError):  # Windows has no SIGTERM for loops
            loop.add_signal_handler(signal.SIGTERM, lambda: loop.create_task(self.close()))
        await self.start(token)


@asynccontextmanager
async def open_bot(
    settings: Settings, engine: RenderEngine | None = None, distiller: StudentMaker | None = None, **options: Any
) -> AsyncIterator[AnimeMojiBot]:
    """The bot with all it needs open, ready for ``start``; everything is closed in reverse order at the end.

    Args:
        settings: how.
        engine: where requests run; None opens the pipeline's own.
        distiller: makes students; None takes the pipeline's own together with its engine, and makes none with another.
        options: handed on to ``discord.Client``.

    Raises:
        StartupError: the database, the engine, the blob store, a word list or the port for HTTP cannot be used.
    """
    async with AsyncExitStack() as stack:
        held = await stack.enter_async_context(open_resources(settings, engine, distiller))
        http = await stack.enter_async_context(aiohttp.ClientSession())
        services = make_discord_services(
            settings, held.store, held.engine, http, held.folder, held.blobs, held.distiller
        )
        bot = await stack.enter_async_context(AnimeMojiBot(settings, services, **options))
        services.metrics.ready.labels(services.door.platform.value).set_function(bot.is_ready)
        if settings.http_port is not None:
            await stack.enter_async_context(open_web(services, bot.is_ready, settings.http_host, settings.http_port))
        if services.studio is not None and settings.studio_port is not None:
            host, port = settings.studio_host, settings.studio_port
            baker = _baker(settings, held.folder) if engine is None else None
            await stack.enter_async_context(open_studio(bot, services.studio, http, host, port, baker))
        yield bot


def _baker(settings: Settings, folder: Path) -> Baker:
    """What makes the studio's previews of pictures; it keeps none, since nobody would ever forget them."""
    from pipeline import Baker as OurBaker

    return OurBaker(settings.pipeline, folder)
