"""What the server remembers, as the JSON that Discord would send."""

from __future__ import annotations

from tests.discord_server.components import Json
from tests.discord_server.state import (
    EVERYONE,
    Account,
    Attachment,
    Channel,
    ChannelType,
    Emoji,
    Guild,
    Guise,
    Member,
    Message,
    Role,
    Sticker,
    Webhook,
    World,
)


def user_json(account: Account) -> Json:
    return {
        "id": str(account.id),
        "username": account.username,
        "global_name": None if account.bot else account.username.title(),
        "discriminator": "0",
        "avatar": None,
        "bot": account.bot,
        "system": False,
        "public_flags": 0,
        "banner": None,
        "accent_color": None,
        "avatar_decoration_data": None,
    }


def guise_json(guise: Guise) -> Json:
    """The author of what a webhook posted. Discord copies the picture a moment later, so there is no hash yet."""
    return {"id": str(guise.webhook.id), "username": guise.name, "avatar": None, "discriminator": "0000", "bot": True}


def webhook_json(webhook: Webhook, world: World) -> Json:
    """A webhook as the bot sees it."""
    ours, guild = webhook.maker is world.bot, webhook.channel.guild
    data: Json = {"id": str(webhook.id), "type": 1, "name": webhook.name, "avatar": None}
    data |= {"channel_id": str(webhook.channel.id), "guild_id": str(guild.id) if guild else None}
    data |= {"application_id": str(world.application_id) if ours else None, "user": user_json(webhook.maker)}
    return data | ({"token": webhook.token} if ours else {})


def role_json(role: Role) -> Json:
    return {
        "id": str(role.id),
        "name": role.name,
        "permissions": str(role.permissions),
        "position": role.position,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "managed": False,
        "mentionable": role.mentionable,
        "icon": None,
        "unicode_emoji": None,
        "flags": 0,
    }


def member_json(member: Member, *, with_user: bool = True) -> Json:
    data: Json = {
        "roles": [str(role.id) for role in member.roles],
        "joined_at": member.joined_at,
        "nick": None,
        "avatar": None,
        "banner": None,
        "premium_since": None,
        "deaf": False,
        "mute": False,
        "pending": False,
        "flags": 0,
        "communication_disabled_until": None,
    }
    return data | ({"user": user_json(member.account)} if with_user else {})


def channel_json(channel: Channel) -> Json:
    data: Json = {"id": str(channel.id), "type": int(channel.type), "last_message_id": None, "flags": 0}
    if channel.guild is None:
        recipients = [user_json(account) for account in channel.recipients]
        return data | {"recipients": recipients, "name": channel.name or None, "owner_id": None, "icon": None}
    parent = str(channel.parent.id) if channel.parent else None
    if channel.type is ChannelType.PUBLIC_THREAD:
        archive = {"archived": False, "auto_archive_duration": 1440, "locked": channel.locked}
        return data | {
            "guild_id": str(channel.guild.id),
            "name": channel.name,
            "parent_id": parent,
            "owner_id": str(channel.guild.owner.id),
            "message_count": 0,
            "member_count": 1,
            "rate_limit_per_user": channel.slowmode,
            "thread_metadata": archive | {"archive_timestamp": message_time(channel.id)},
        }
    overwrite = {"id": str(channel.guild.id), "type": 0, "allow": "0", "deny": str(channel.denied)}
    return data | {
        "guild_id": str(channel.guild.id),
        "name": channel.name,
        "position": 0,
        "permission_overwrites": [overwrite] if channel.denied else [],
        "nsfw": channel.nsfw,
        "topic": None,
        "parent_id": parent,
        "rate_limit_per_user": channel.slowmode,
    }


def emoji_json(emoji: Emoji) -> Json:
    return {
        "id": str(emoji.id),
        "name": emoji.name,
        "roles": emoji.roles,
        "user": user_json(emoji.maker),
        "require_colons": True,
        "managed": False,
        "animated": emoji.animated,
        "available": True,
    }


def sticker_json(sticker: Sticker, guild: Guild) -> Json:
    return {
        "id": str(sticker.id),
        "name": sticker.name,
        "description": sticker.description or None,
        "tags": sticker.tags,
        "type": 2,
        "format_type": sticker.format_type,
        "available": True,
        "guild_id": str(guild.id),
        "user": user_json(sticker.maker),
    }


def guild_json(guild: Guild) -> Json:
    return {
        "id": str(guild.id),
        "name": guild.name,
        "icon": None,
        "splash": None,
        "discovery_splash": None,
        "banner": None,
        "description": None,
        "owner_id": str(guild.owner.id),
        "afk_channel_id": None,
        "afk_timeout": 300,
        "application_id": None,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "verification_level": 0,
        "mfa_level": 0,
        "nsfw_level": 0,
        "nsfw": False,
        "premium_tier": guild.tier,
        "premium_subscription_count": 0,
        "premium_progress_bar_enabled": False,
        "preferred_locale": guild.locale,
        "features": [],
        "system_channel_id": str(guild.system_channel.id) if guild.system_channel else None,
        "system_channel_flags": 0,
        "rules_channel_id": None,
        "public_updates_channel_id": None,
        "safety_alerts_channel_id": None,
        "vanity_url_code": None,
        "max_members": 500_000,
        "max_video_channel_users": 25,
        "roles": [role_json(role) for role in (guild.everyone, *guild.roles)],
        "emojis": [emoji_json(emoji) for emoji in guild.emojis.values()],
        "stickers": [sticker_json(sticker, guild) for sticker in guild.stickers.values()],
    }


def guild_create_json(guild: Guild, bot: Account) -> Json:
    """GUILD_CREATE: without the members intent it brings the bot itself alone."""
    members = [guild.members[bot.id]] if bot.id in guild.members else []
    channels = list(guild.channels.values())
    threads = [channel for channel in channels if channel.type is ChannelType.PUBLIC_THREAD]
    return guild_json(guild) | {
        "joined_at": members[0].joined_at if members else None,
        "large": False,
        "unavailable": False,
        "member_count": len(guild.members),
        "members": [member_json(member) for member in members],
        "channels": [channel_json(channel) for channel in channels if channel not in threads],
        "threads": [channel_json(channel) for channel in threads],
        "presences": [],
        "voice_states": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
    }


def attachment_json(attachment: Attachment, url: str) -> Json:
    data: Json = {
        "id": str(attachment.id),
        "filename": attachment.filename,
        "size": attachment.size,
        "url": url,
        "proxy_url": url,
        "ephemeral": attachment.ephemeral,
        "flags": 0,
    }
    optional = {
        "content_type": attachment.content_type or None,
        "width": attachment.width,
        "height": attachment.height,
        "description": attachment.description,
        "duration_secs": attachment.duration,
    }
    return data | {key: value for key, value in optional.items() if value is not None}


def message_json(message: Message, attachments: list[Json], world: World) -> Json:
    """A message; ``attachments`` come ready because their addresses are signed anew each time."""
    data: Json = {
        "id": str(message.id),
        "channel_id": str(message.channel.id),
        "type": message.type,
        "author": user_json(message.author),
        "content": message.content,
        "timestamp": message_time(message.id),
        "edited_timestamp": message.edited_at,
        "tts": False,
        "mention_everyone": "@everyone" in message.pings,
        "mentions": [],
        "mention_roles": [ping[3:-1] for ping in sorted(message.pings) if ping.startswith("<@&")],
        "attachments": attachments,
        "embeds": message.embeds,
        "pinned": False,
        "flags": int(message.flags),
        "components": _answered(message.components, attachments),
    }
    if message.stickers:
        data["sticker_items"] = [
            {"id": str(each.id), "name": each.name, "format_type": each.format_type} for each in message.stickers
        ]
    if message.guise is not None:
        data |= {"webhook_id": str(message.guise.webhook.id), "application_id": str(world.application_id)}
        data["author"] = guise_json(message.guise)
    elif message.author is world.bot:
        data["application_id"] = str(world.application_id)
    if message.interaction_metadata is not None:
        data["webhook_id"] = str(world.application_id)
        data["interaction_metadata"] = message.interaction_metadata
    if message.reference is not None:
        data["message_reference"] = message.reference
    return data


def message_time(snowflake: int) -> str:
    from datetime import datetime, timezone

    from tests.discord_server.state import DISCORD_EPOCH_MS

    return datetime.fromtimestamp(((snowflake >> 22) + DISCORD_EPOCH_MS) / 1000, timezone.utc).isoformat()


def _answered(components: list[Json], attachments: list[Json]) -> list[Json]:
    """Components as a message carries them: numbered, and ``attachment://`` links turned into addresses."""
    urls = {f"attachment://{item['filename']}": item for item in attachments}
    number = 0

    def visit(value: object) -> object:
        nonlocal number
        if isinstance(value, list):
            return [visit(item) for item in value]
        if not isinstance(value, dict):
            return value
        data = dict(value)
        if "type" in data and data.get("id") is None:
            number += 1
            data["id"] = number
        if isinstance(data.get("url"), str) and data["url"] in urls:
            file = urls[data["url"]]
            data |= {"url": file["url"], "proxy_url": file["url"], "content_type": file.get("content_type")}
            data |= {"attachment_id": file["id"], "width": file.get("width"), "height": file.get("height")}
            data["loading_state"] = 2
        return {key: item if key == "emoji" else visit(item) for key, item in data.items()}

    return [item for item in map(visit, components) if isinstance(item, dict)]


def application_json(world: World) -> Json:
    return {
        "id": str(world.application_id),
        "name": world.bot.username,
        "icon": None,
        "description": "",
        "bot_public": True,
        "bot_require_code_grant": False,
        "flags": 0,
        "owner": user_json(next((a for a in world.accounts.values() if not a.bot), world.bot)),
        "team": team_json(world) if world.team else None,
        "summary": "",
        "rpc_origins": [],
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
        "hook": True,
        "approximate_guild_count": len(world.guilds),
        "approximate_user_install_count": len(world.installed_by),
        "integration_types_config": {"0": {}, "1": {}},
        "tags": [],
    }


def team_json(world: World) -> Json:
    team_id = str(world.application_id)
    members = [
        {
            "user": user_json(world.accounts[number]),
            "team_id": team_id,
            "membership_state": 1 if number in world.invited else 2,
            "role": role,
            "permissions": ["*"],
        }
        for number, role in world.team.items()
    ]
    return {
        "id": team_id,
        "icon": None,
        "name": "Team",
        "owner_user_id": str(next(iter(world.team))),
        "members": members,
    }


def app_permissions(channel: Channel, world: World) -> int:
    """What the app may do in a channel. In direct messages and where it is no member: post, with files and embeds."""
    if channel.guild is not None and world.bot.id in channel.guild.members:
        return channel.guild.permissions(world.bot, channel)
    if channel.guild is not None:
        return channel.guild.everyone.permissions & ~channel.denied
    return int(EVERYONE)


def channel_context(channel: Channel, world: World) -> int:
    """Interaction context: 0 a server, 1 the bot's own direct messages, 2 other private channels."""
    if channel.guild is not None:
        return 0
    return 1 if channel.type is ChannelType.DM and channel.id in world.channels and channel.name == "" else 2
