"""The local Discord: REST, gateway and CDN on one loopback port, for the real discord.py client."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Final

import discord
import yarl
from aiohttp import web

from tests.discord_server import rest
from tests.discord_server.activities import Activities
from tests.discord_server.call import Buckets, Call
from tests.discord_server.cdn import Cdn
from tests.discord_server.components import Json
from tests.discord_server.endpoint import Endpoint
from tests.discord_server.errors import ApiError, invalid_form
from tests.discord_server.faults import Faults
from tests.discord_server.gateway import Gateway
from tests.discord_server.interactions import ACKNOWLEDGE_SECONDS, PATIENCE, TOKEN_SECONDS, Interaction, Pulse
from tests.discord_server.openapi import load_schemas
from tests.discord_server.payloads import guild_create_json
from tests.discord_server.people import User
from tests.discord_server.state import (
    DEFAULT_ATTACHMENT_LIMIT,
    MIB,
    Account,
    Channel,
    ChannelType,
    Guild,
    Message,
    Permission,
    World,
    new_id,
)

BOT_ID: Final = 1_100_000_000_000_000_001
APPLICATION_ID: Final = 1_100_000_000_000_000_001
TIER_LIMITS: Final = (DEFAULT_ATTACHMENT_LIMIT, DEFAULT_ATTACHMENT_LIMIT, 50 * MIB, 100 * MIB)


Condition = Callable[[], bool]


class DiscordServer:
    """``async with DiscordServer() as server``: a Discord on a port of its own.

    discord.py keeps its addresses in class attributes, so while one is running it is the Discord of the whole process.

    Attributes:
        violations: what the bot sent against Discord's rules, in words. A test should end with none.
        calls: every REST call in order.
        refusals: every error answer: when, to what, which.
    """

    def __init__(self, *, strict: bool = True, acknowledge_seconds: float = ACKNOWLEDGE_SECONDS) -> None:
        """A Discord that nobody is in yet.

        Args:
            strict: False leaves the (slow) check against the OpenAPI description out.
            acknowledge_seconds: how long an interaction waits for its first answer.
        """
        token = "MTEw." + "x" * 6 + "." + "y" * 27
        self.world = World(Account("AnimeMoji", bot=True, id=BOT_ID), token, APPLICATION_ID)
        self.gateway = Gateway(self.world)
        self.endpoint = Endpoint()
        self.cdn = Cdn(self.world)
        self.activities = Activities()
        self.faults = Faults()
        self.buckets = Buckets()
        self.pulse = Pulse()
        self.interactions: dict[str, Interaction] = {}
        self.nonces: dict[tuple[int, str], Message] = {}
        """The messages that the bot posted, by channel and nonce (Discord knows them for a few minutes)."""
        self.acknowledge_seconds = acknowledge_seconds
        self.violations: list[str] = []
        self.calls: list[Call] = []
        self.refusals: list[tuple[float, Call, ApiError]] = []
        self.shards = 1
        self._schemas = load_schemas() if strict else None
        self._runner: web.AppRunner | None = None
        self._clients_addresses: tuple[str, yarl.URL, str] | None = None
        self.bot_tasks: set[asyncio.Task[None]] = set()
        self.port = 0

    # Running

    async def start(self, port: int = 0) -> None:
        app = web.Application(client_max_size=512 * MIB, middlewares=[self._weather])
        app.router.add_get("/gw/", self.gateway.handle)
        for folder in ("attachments", "ephemeral-attachments"):
            app.router.add_get(f"/{folder}/{{channel_id}}/{{attachment_id}}/{{filename}}", self.cdn.attachment)
        app.router.add_get(r"/assets/emojis/{emoji_id}.{ending}", self.cdn.emoji)
        app.router.add_get(r"/assets/stickers/{sticker_id}.{ending}", self.cdn.sticker)
        rest.install(app, self)
        self._runner = web.AppRunner(app, shutdown_timeout=0.2, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port)
        await site.start()
        self.port = self._runner.addresses[0][1]
        self.cdn.base = f"http://127.0.0.1:{self.port}"
        self.gateway.resume_url = f"ws://127.0.0.1:{self.port}/gw/"

    async def stop(self) -> None:
        await self.gateway.disconnect(1001)
        if self._runner is not None:
            await self._runner.cleanup()

    async def __aenter__(self) -> DiscordServer:
        await self.start()
        self._clients_addresses = point_client_at(self.port)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()
        if self._clients_addresses is not None:
            base, gateway, assets = self._clients_addresses
            discord.http.Route.BASE = base
            discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = gateway
            discord.Asset.BASE = assets

    @web.middleware
    async def _weather(self, request: web.Request, handler: rest.Handler) -> web.StreamResponse:
        """Faults of the CDN; those of the REST API are met there."""
        if not request.path.startswith((rest.BASE, "/gw/")):
            fault = self.faults.next_for(request.method, request.path)
            if fault is not None:
                await asyncio.sleep(fault.delay)
                answer = fault.response()
                if answer is not None:
                    return answer
        return await handler(request)

    # The world

    def add_user(self, name: str, *, locale: str = "en-US", installed: bool = False) -> User:
        """A person. ``installed``: they have installed the app for themselves."""
        account = Account(name, locale=locale)
        self.world.accounts[account.id] = account
        if installed:
            self.world.installed_by.add(account.id)
        return User(self, account, self.world.dm_with(account))

    def add_guild(self, name: str = "Garden", *, owner: User | None = None, with_bot: bool = True) -> Guild:
        """A server with a text channel; by default the bot is a member that may manage expressions, webhooks and
        messages.
        """
        account = owner.account if owner else Account(f"owner of {name}")
        self.world.accounts[account.id] = account
        guild = Guild(name, account)
        self.world.guilds[guild.id] = guild
        self.add_channel(guild, "general")
        if with_bot:
            permissions = Permission.CREATE_GUILD_EXPRESSIONS | Permission.MANAGE_GUILD_EXPRESSIONS
            permissions |= Permission.MANAGE_WEBHOOKS | Permission.MANAGE_MESSAGES
            guild.join(self.world.bot, int(permissions))
        return guild

    async def invite(self, guild: Guild, permissions: int = 0) -> None:
        """Adds the bot to a server, of which it hears over the gateway."""
        guild.join(self.world.bot, permissions)
        created = guild_create_json(guild, self.world.bot)
        del created["unavailable"]  # only a server that was there before says whether it is there again
        await self.gateway.dispatch("GUILD_CREATE", created)

    def add_channel(
        self, guild: Guild, name: str, kind: ChannelType = ChannelType.TEXT, parent: Channel | None = None
    ) -> Channel:
        channel = Channel(name, kind, guild, parent=parent)
        guild.channels[channel.id] = channel
        self.world.channels[channel.id] = channel
        return channel

    def add_group(self, *users: User) -> Channel:
        """A group of people without the bot."""
        channel = Channel("friends", ChannelType.GROUP_DM, recipients=tuple(user.account for user in users))
        self.world.channels[channel.id] = channel
        return channel

    def upload_limit(self, channel: Channel) -> int:
        return TIER_LIMITS[channel.guild.tier] if channel.guild else DEFAULT_ATTACHMENT_LIMIT

    def expire_tokens(self) -> None:
        """Lets the 15 minutes of every interaction so far be over."""
        for interaction in self.interactions.values():
            interaction.token_lifetime = 0.0

    # Judging

    def validate(self, call: Call) -> None:
        """Raises ApiError where the body does not fit Discord's own description of it."""
        if self._schemas is None:
            return
        problem = self._schemas.problem(call.method, call.template, call.body)
        if problem is not None:
            raise invalid_form("body", "OPENAPI", problem)

    def violation(self, call: Call, problem: str) -> None:
        self.violations.append(f"{call.method} {call.template}: {problem}")

    def was_doubled(self, call: Call) -> bool:
        """Whether several sessions were told of the interaction that a call answers, as while a bot is replaced."""
        interaction = self.interactions.get(call.params.get("interaction_token", ""))
        return interaction is not None and interaction.heard_by > 1

    @contextmanager
    def expecting_violations(self) -> Iterator[list[str]]:
        """What goes wrong in here is meant to, and is not held against the bot."""
        before, self.violations = self.violations, []
        try:
            yield self.violations
        finally:
            self.violations = before

    def calls_to(self, method: str, template: str) -> list[Call]:
        """All calls of one route so far."""
        return [call for call in self.calls if call.method == method and call.template == template]

    # Waiting

    async def ready(self, timeout: float = PATIENCE) -> None:
        """Waits until a bot hears people, over the gateway or at its endpoint, and has registered commands."""
        await self.wait_for(lambda: bool(self.world.commands or self.world.guild_commands), timeout, "commands")
        if not self.endpoint.url:
            await asyncio.wait_for(self.gateway.connected.wait(), timeout)
            return
        deadline = time.monotonic() + timeout
        while not await self.endpoint.accepts():
            self.check_bot()
            assert time.monotonic() < deadline, f"{self.endpoint.url} was not accepted within {timeout} s"
            await asyncio.sleep(0.02)

    async def deliver(self, interaction: Json) -> None:
        """Hands an interaction to the bot, by the road that it has chosen."""
        if self.endpoint.url:
            await self.endpoint.deliver(interaction)
        else:
            self.interactions[interaction["token"]].heard_by = self.gateway.listeners("INTERACTION_CREATE", interaction)
            assert await self.gateway.dispatch("INTERACTION_CREATE", interaction), "no bot is connected"

    async def wait_for(self, condition: Condition, timeout: float = PATIENCE, what: str = "it") -> None:
        """Waits for something in the world; raises AssertionError when it has not come, or the bot has died."""
        deadline = time.monotonic() + timeout
        while not await self.pulse.until(condition, min(0.5, max(0.0, deadline - time.monotonic()))):
            self.check_bot()
            if time.monotonic() >= deadline:
                raise AssertionError(f"{what} did not come within {timeout} s; violations: {self.violations}")

    def check_bot(self) -> None:
        """Raises what ended a bot, so that its end does not look like a hang."""
        for task in self.bot_tasks:
            if task.done() and not task.cancelled():
                raise AssertionError("the bot has stopped") from task.exception()

    def interaction_id(self, token_lifetime: float) -> int:
        """An id whose age says, as a real one would, that its token lives this much longer."""
        return new_id(age=TOKEN_SECONDS - token_lifetime)


def point_client_at(port: int) -> tuple[str, yarl.URL, str]:
    """Sends discord.py to a server on this machine; answers its addresses from before."""
    before = (discord.http.Route.BASE, discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY, discord.Asset.BASE)
    discord.http.Route.BASE = f"http://127.0.0.1:{port}{rest.BASE}"
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(f"ws://127.0.0.1:{port}/gw/")
    discord.Asset.BASE = f"http://127.0.0.1:{port}/assets"
    return before
