"""What a server has written down in a channel of its choice: who made or deleted what. Never a selfie, nor a prompt."""

from __future__ import annotations

import logging

import discord

from bot.client import UNREACHABLE, Client
from bot.domain import ExpressionKind, Job
from bot.texts import Language, say
from bot.views.layout import quoted

log = logging.getLogger(__name__)


async def write_down(client: Client, guild_id: int | None, key: str, /, **fields: object) -> None:
    """Writes a line into the server's log, where it has one. That it cannot be written stops nothing."""
    if guild_id is None:
        return
    rules = await client.services.guilds.rules(guild_id)
    if rules.log_channel_id is None:
        return
    guild = client.get_guild(guild_id)
    language = Language.of(rules.language or (guild.preferred_locale if guild else "en-US"))
    channel = client.get_partial_messageable(rules.log_channel_id, guild_id=guild_id)
    try:
        await channel.send(say(key, language, **fields), allowed_mentions=discord.AllowedMentions.none())
    except UNREACHABLE as error:
        log.info("the log of server %d takes no lines: %s", guild_id, error)


async def write_down_made(client: Client, job: Job) -> None:
    """Writes down which emoji and stickers a job made."""
    if job.guild_id is None or (await client.services.guilds.rules(job.guild_id)).log_channel_id is None:
        return
    for made in await client.services.expressions.of_job(job.id):
        is_sticker = made.kind is ExpressionKind.STICKER
        shown = "🏷️" if is_sticker else f"<a:{made.name}:{made.discord_id}>"
        key = "journal.sticker" if is_sticker else "journal.emoji"
        await write_down(client, job.guild_id, key, user=f"<@{job.owner_id}>", shown=shown, name=quoted(made.name))
