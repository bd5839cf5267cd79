"""The one typed seam to Discord: what commands, views and the web page know of the bot, and of who talks to it."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterable
from typing import Any, Final, TypeAlias, cast

import aiohttp
import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_services.careful_posts import careful_posts
from bot.discord_services.services import DiscordServices
from bot.services.asker import Asker
from bot.settings import Settings
from bot.texts import Language

UNREACHABLE: Final = (discord.DiscordException, aiohttp.ClientError, OSError, asyncio.TimeoutError)
"""What is raised where Discord refuses something, or cannot be reached."""

_RATE_LIMIT_SECONDS = 30.0
"""Seconds to wait for one of Discord's rate limits (those on emoji last long) before ``RateLimited`` is raised."""


class Client(commands.AutoShardedBot):
    """The connection to Discord. It has slash commands only, and reads no messages unless the settings say so; what it
    does is in ``services``.

    Attributes:
        settings: the settings of this process.
        services: what commands and views call.
        forms: the custom ids of the forms that are open.
        answering: what is answering an interaction now.
    """

    def __init__(
        self, settings: Settings, services: DiscordServices, tree: type[app_commands.CommandTree[Any]], **options: Any
    ) -> None:
        reads = settings.read_messages
        shards: dict[str, Any] = {"shard_count": settings.shard_count, "shard_ids": list(settings.shard_ids) or None}
        super().__init__(
            command_prefix=(),
            help_command=None,
            tree_cls=tree,
            intents=discord.Intents(guilds=True, expressions=True, guild_messages=reads, message_content=reads),
            max_messages=None,
            allowed_mentions=discord.AllowedMentions.none(),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
            max_ratelimit_timeout=_RATE_LIMIT_SECONDS,
            chunk_guilds_at_startup=False,
            http_trace=careful_posts(),
            **shards,
            **options,
        )
        self.settings = settings
        self.services = services
        self.forms: set[str] = set()
        self.answering: set[asyncio.Task[Any]] = set()

    async def is_owner(self, user: discord.abc.Snowflake, /) -> bool:
        """Whether this person owns the application: alone, or as somebody who may change it and has joined its team.
        discord.py counts those as well who were only invited to the team.
        """
        if self.owner_id is None and not self.owner_ids:
            application = await self.application_info()
            if application.team is None:
                self.owner_id = application.owner.id
            else:
                members = application.team.members
                self.owner_ids = {member.id for member in members if _may_run_it(member)}
        return user.id == self.owner_id or user.id in (self.owner_ids or ())

    def hear(self, interaction: dict[str, Any]) -> None:
        """Handles an interaction that did not come over the gateway as if it had."""
        # discord.py has no public way in. The payload is the same on both roads (Discord's documentation).
        self._connection.parse_interaction_create(cast("Any", interaction))

    def webhook(self, token: str) -> discord.Webhook:
        """What answers the interaction of this token, whoever heard of it first."""
        # As Interaction.followup makes it, which needs the whole interaction.
        data: Any = {"id": self.application_id, "type": discord.WebhookType.application.value, "token": token}
        return discord.Webhook.from_state(data=data, state=self._connection)


def _may_run_it(member: discord.TeamMember) -> bool:
    may = (discord.TeamMemberRole.admin, discord.TeamMemberRole.developer)
    return member.role in may and member.membership_state is discord.TeamMembershipState.accepted


Interaction: TypeAlias = discord.Interaction[Client]
"""Something a person did: a command, a click, a choice, or a form that they sent."""


def asker(interaction: Interaction) -> Asker:
    """The person of an interaction, and where it takes place."""
    in_guild = interaction.guild_id is not None and interaction.is_guild_integration()
    roles: Iterable[int] = ()
    if in_guild and isinstance(interaction.user, discord.Member):
        # Without a gateway nobody knows the server's roles, which Member.roles looks up; their ids came along.
        roles = (interaction.user.guild.id, *interaction.user._roles)
    return Asker(
        interaction.user.id,
        str(interaction.locale),
        interaction.guild_id if in_guild else None,
        interaction.channel_id,
        frozenset(roles),
        in_guild and interaction.permissions.manage_guild,
        in_guild and _is_for_adults(interaction.channel),
    )


def writer(message: discord.Message) -> Asker:
    """The person who wrote a message in a server. What they read is not known."""
    member = message.author
    roles = frozenset(role.id for role in member.roles) if isinstance(member, discord.Member) else frozenset()
    permissions = message.channel.permissions_for(member)  # type: ignore[arg-type] # it is a member's
    return Asker(
        member.id,
        guild_id=None if message.guild is None else message.guild.id,
        channel_id=message.channel.id,
        role_ids=roles,
        is_admin=permissions.manage_guild,
        age_restricted=_is_for_adults(message.channel),
    )


def _is_for_adults(channel: Any) -> bool:
    """Whether a server's channel is age-restricted; a thread whose channel nobody told of counts as not."""
    return isinstance(channel, discord.abc.GuildChannel | discord.Thread) and channel.is_nsfw()  # type: ignore[union-attr]


async def surroundings(interaction: Interaction) -> frozenset[int]:
    """Ids of what the channel of an interaction lies in: a thread's or a post's channel, and the category of that."""
    return await lying_in(interaction.client, interaction.channel)


async def lying_in(client: Client, channel: Any) -> frozenset[int]:
    """Ids of what a channel lies in, likewise."""
    found = set()
    if isinstance(channel, discord.Thread):
        found.add(channel.parent_id)
        channel = channel.parent
        if channel is None:  # no gateway has told of it
            with contextlib.suppress(discord.HTTPException):
                channel = await client.fetch_channel(*found)
    return frozenset(found | {getattr(channel, "category_id", None) or 0})


def reader(interaction: Interaction) -> Language:
    """The language of an answer that only the person of this interaction sees: their own."""
    return Language.of(interaction.locale)


def audience(interaction: Interaction) -> Language:
    """The language of an answer that everybody sees: the server's if it set one, else that of who asked."""
    return Language.of(interaction.client.services.guilds.language(interaction.guild_id) or interaction.locale)
