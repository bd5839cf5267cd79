"""Emoji and stickers: making and removing them, with permissions, slots and sizes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.discord_server.call import Call
from tests.discord_server.checks import check_emoji_image, check_emoji_name, check_sticker
from tests.discord_server.components import Json
from tests.discord_server.errors import ApiError, invalid_form, missing_access, missing_permissions, unknown
from tests.discord_server.payloads import emoji_json, sticker_json
from tests.discord_server.state import (
    APPLICATION_EMOJI_SLOTS,
    EMOJI_SLOTS,
    STICKER_SLOTS,
    Account,
    Emoji,
    Guild,
    Permission,
    Sticker,
)

if TYPE_CHECKING:
    from tests.discord_server.server import DiscordServer


def guild_of(server: DiscordServer, call: Call) -> Guild:
    """The server that a path names; refuses what the bot is no member of."""
    guild = server.world.guilds.get(call.id("guild_id"))
    if guild is None:
        raise unknown("Guild")
    if server.world.bot.id not in guild.members:
        raise missing_access()
    return guild


def _may_change(server: DiscordServer, guild: Guild, maker: Account) -> None:
    """Own expressions may be changed with CREATE, those of others with MANAGE (API docs, change log 2026-02-23)."""
    allowed = guild.permissions(server.world.bot)
    own = maker is server.world.bot and allowed & Permission.CREATE_GUILD_EXPRESSIONS
    if not own and not allowed & Permission.MANAGE_GUILD_EXPRESSIONS:
        raise missing_permissions()


def _may_create(server: DiscordServer, guild: Guild) -> None:
    if not guild.permissions(server.world.bot) & Permission.CREATE_GUILD_EXPRESSIONS:
        raise missing_permissions()


async def _tell_emojis(server: DiscordServer, guild: Guild) -> None:
    data = {"guild_id": str(guild.id), "emojis": [emoji_json(item) for item in guild.emojis.values()]}
    await server.gateway.dispatch("GUILD_EMOJIS_UPDATE", data)
    server.pulse.beat()


async def _tell_stickers(server: DiscordServer, guild: Guild) -> None:
    data = {"guild_id": str(guild.id), "stickers": [sticker_json(item, guild) for item in guild.stickers.values()]}
    await server.gateway.dispatch("GUILD_STICKERS_UPDATE", data)
    server.pulse.beat()


def _make_emoji(server: DiscordServer, body: Json) -> Emoji:
    check_emoji_name(body["name"])
    data, picture = check_emoji_image(body["image"])
    return Emoji(body["name"], data, picture.content_type, picture.animated, server.world.bot)


def list_emojis(server: DiscordServer, call: Call) -> list[Json]:
    return [emoji_json(item) for item in guild_of(server, call).emojis.values()]


async def create_emoji(server: DiscordServer, call: Call) -> Json:
    guild = guild_of(server, call)
    _may_create(server, guild)
    emoji = _make_emoji(server, call.body)
    emoji.roles = [str(role) for role in call.body.get("roles") or []]
    taken = sum(item.animated == emoji.animated for item in guild.emojis.values())
    slots = EMOJI_SLOTS[guild.tier]
    if taken >= slots:
        kind, code = ("animated emojis", 30018) if emoji.animated else ("emojis", 30008)
        raise ApiError(400, code, f"Maximum number of {kind} reached ({slots})")
    guild.emojis[emoji.id] = emoji
    await _tell_emojis(server, guild)
    return emoji_json(emoji)


def _emoji(call: Call, group: dict[int, Emoji]) -> Emoji:
    emoji = group.get(call.id("emoji_id"))
    if emoji is None:
        raise unknown("Emoji")
    return emoji


def get_emoji(server: DiscordServer, call: Call) -> Json:
    return emoji_json(_emoji(call, guild_of(server, call).emojis))


async def edit_emoji(server: DiscordServer, call: Call) -> Json:
    guild = guild_of(server, call)
    emoji = _emoji(call, guild.emojis)
    _may_change(server, guild, emoji.maker)
    if "name" in call.body:
        check_emoji_name(call.body["name"])
        emoji.name = call.body["name"]
    if "roles" in call.body:
        emoji.roles = [str(role) for role in call.body["roles"] or []]
    await _tell_emojis(server, guild)
    return emoji_json(emoji)


async def delete_emoji(server: DiscordServer, call: Call) -> None:
    guild = guild_of(server, call)
    emoji = _emoji(call, guild.emojis)
    _may_change(server, guild, emoji.maker)
    del guild.emojis[emoji.id]
    await _tell_emojis(server, guild)


def list_application_emojis(server: DiscordServer, call: Call) -> Json:
    return {"items": [emoji_json(item) for item in server.world.emojis.values()]}


def create_application_emoji(server: DiscordServer, call: Call) -> Json:
    emoji = _make_emoji(server, call.body)
    if len(server.world.emojis) >= APPLICATION_EMOJI_SLOTS:
        raise ApiError(400, 30008, f"Maximum number of emojis reached ({APPLICATION_EMOJI_SLOTS})")
    if any(item.name == emoji.name for item in server.world.emojis.values()):
        taken = "APPLICATION_EMOJI_NAME_ALREADY_TAKEN"
        raise invalid_form("name", taken, "An emoji with this name already exists", avoidable=False)
    server.world.emojis[emoji.id] = emoji
    server.pulse.beat()
    return emoji_json(emoji)


def get_application_emoji(server: DiscordServer, call: Call) -> Json:
    return emoji_json(_emoji(call, server.world.emojis))


def rename_application_emoji(server: DiscordServer, call: Call) -> Json:
    emoji = _emoji(call, server.world.emojis)
    check_emoji_name(call.body["name"])
    emoji.name = call.body["name"]
    return emoji_json(emoji)


def delete_application_emoji(server: DiscordServer, call: Call) -> None:
    emoji = _emoji(call, server.world.emojis)
    del server.world.emojis[emoji.id]
    server.pulse.beat()


def list_stickers(server: DiscordServer, call: Call) -> list[Json]:
    guild = guild_of(server, call)
    return [sticker_json(item, guild) for item in guild.stickers.values()]


async def create_sticker(server: DiscordServer, call: Call) -> Json:
    guild = guild_of(server, call)
    _may_create(server, guild)
    if [file.field for file in call.files] != ["file"]:
        raise invalid_form("file", "BASE_TYPE_REQUIRED", "This field is required")
    _, format_type = check_sticker(call.fields, call.files[0].data)
    slots = STICKER_SLOTS[guild.tier]
    if len(guild.stickers) >= slots:
        raise ApiError(400, 30039, f"Maximum number of stickers reached ({slots})")
    fields = call.fields
    sticker = Sticker(
        fields["name"],
        fields.get("description", ""),
        fields["tags"],
        call.files[0].data,
        format_type,
        server.world.bot,
    )
    guild.stickers[sticker.id] = sticker
    await _tell_stickers(server, guild)
    return sticker_json(sticker, guild)


def _sticker(call: Call, guild: Guild) -> Sticker:
    sticker = guild.stickers.get(call.id("sticker_id"))
    if sticker is None:
        raise unknown("Sticker")
    return sticker


def get_sticker(server: DiscordServer, call: Call) -> Json:
    guild = guild_of(server, call)
    return sticker_json(_sticker(call, guild), guild)


async def delete_sticker(server: DiscordServer, call: Call) -> None:
    guild = guild_of(server, call)
    sticker = _sticker(call, guild)
    _may_change(server, guild, sticker.maker)
    del guild.stickers[sticker.id]
    await _tell_stickers(server, guild)
