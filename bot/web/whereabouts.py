"""Where a visitor of the studio comes from, and what they may do there: asked of Discord each time it matters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

import discord

from bot.client import Client
from bot.discord_services.studio import Visitor
from bot.errors import BotMayNotPostError, StudioPlaceGoneError, YouMayNotPostError
from bot.services.asker import Asker
from studio.errors import NoPlaceError


@dataclass(frozen=True)
class Whereabouts:
    """A visitor, as Discord knows them now.

    Attributes:
        asker: who asks, with the roles that they have now.
        surroundings: ids of what the channel lies in.
        name: what the place is called to which files can be posted, "" where there is none.
    """

    asker: Asker
    surroundings: frozenset[int] = frozenset()
    name: str = ""


@dataclass(frozen=True)
class _Channel:
    """A channel of a server, with what it lies in; ``home`` is a thread's channel, or the channel itself."""

    channel: discord.abc.GuildChannel | discord.Thread
    home: discord.abc.GuildChannel
    member: discord.Member


async def find_out(bot: Client, visitor: Visitor) -> Whereabouts:
    """Who a visitor is now. Raises StudioPlaceGoneError where they, or the bot, are there no more."""
    if visitor.guild_id is None or visitor.channel_id is None:
        name = "" if visitor.channel_id is None or bot.user is None else f"@{bot.user.display_name}"
        return Whereabouts(Asker(visitor.user_id, visitor.locale, None, visitor.channel_id), name=name)
    place = await _channel(bot, visitor.guild_id, visitor.channel_id, visitor.user_id)
    home, member = place.home, place.member
    asker = Asker(
        visitor.user_id,
        visitor.locale,
        visitor.guild_id,
        visitor.channel_id,
        frozenset((visitor.guild_id, *member._roles)),
        home.permissions_for(member).manage_guild,
        home.is_nsfw(),  # type: ignore[attr-defined] # all channels in which commands can be used have it
    )
    return Whereabouts(asker, frozenset({home.id, home.category_id or 0}), f"#{place.channel.name}")


async def postable(bot: Client, visitor: Visitor) -> discord.abc.Messageable:
    """Where files can be posted for a visitor, now.

    Raises:
        NoPlaceError: they came from nowhere.
        StudioPlaceGoneError: they, or the bot, are there no more.
        YouMayNotPostError, BotMayNotPostError: permissions are missing.
    """
    if visitor.channel_id is None:
        raise NoPlaceError
    if visitor.guild_id is None:
        return await bot.create_dm(discord.Object(visitor.user_id))
    place = await _channel(bot, visitor.guild_id, visitor.channel_id, visitor.user_id)
    channel, name = place.channel, f"#{place.channel.name}"
    if not _may_post(place, place.member):
        raise YouMayNotPostError(channel=name)
    if bot.user is None or not _may_post(place, await channel.guild.fetch_member(bot.user.id)):
        raise BotMayNotPostError(channel=name)
    return cast("discord.abc.Messageable", channel)


def _may_post(place: _Channel, member: discord.Member) -> bool:
    may = place.home.permissions_for(member)
    in_thread = isinstance(place.channel, discord.Thread)
    return may.view_channel and may.attach_files and (may.send_messages_in_threads if in_thread else may.send_messages)


async def _channel(bot: Client, guild_id: int, channel_id: int, user_id: int) -> _Channel:
    try:
        # Without a gateway nothing is known that was not asked for.
        guild = bot.get_guild(guild_id) or await bot.fetch_guild(guild_id)
        member = await guild.fetch_member(user_id)
        channel: Any = guild.get_channel_or_thread(channel_id) or await guild.fetch_channel(channel_id)
        home: Any = channel
        if isinstance(channel, discord.Thread):
            home = channel.parent or await guild.fetch_channel(channel.parent_id)
    except (discord.NotFound, discord.Forbidden) as error:
        raise StudioPlaceGoneError from error
    return _Channel(channel, home, member)
