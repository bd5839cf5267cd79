"""Webhooks of channels: made and found with a permission, used by whoever knows the token."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tests.discord_server import messages
from tests.discord_server.call import Call
from tests.discord_server.components import Json
from tests.discord_server.errors import ApiError, invalid_form, missing_permissions, unknown
from tests.discord_server.payloads import webhook_json
from tests.discord_server.state import Channel, ChannelType, Guise, Message, Permission, Webhook

if TYPE_CHECKING:
    from tests.discord_server.server import DiscordServer

PER_CHANNEL: Final = 15
_FORBIDDEN: Final = re.compile("clyde|discord", re.IGNORECASE)
_MENTION: Final = re.compile(r"@everyone|@here|<@!?(?P<user>\d+)>|<@&(?P<role>\d+)>")


def _channel(server: DiscordServer, call: Call) -> Channel:
    channel = server.world.channels.get(call.id("channel_id"))
    if channel is None or channel.guild is None:
        raise unknown("Channel")
    if not channel.guild.permissions(server.world.bot, channel) & Permission.MANAGE_WEBHOOKS:
        raise missing_permissions()
    if channel.type is ChannelType.PUBLIC_THREAD:
        raise ApiError(400, 50024, "Cannot execute action on this channel type")
    return channel


def list_of(server: DiscordServer, call: Call) -> list[Json]:
    channel = _channel(server, call)
    return [webhook_json(each, server.world) for each in server.world.webhooks.values() if each.channel is channel]


def create(server: DiscordServer, call: Call) -> Json:
    channel = _channel(server, call)
    _check_name(call.body["name"])
    if sum(each.channel is channel for each in server.world.webhooks.values()) >= PER_CHANNEL:
        raise ApiError(400, 30007, f"Maximum number of webhooks reached ({PER_CHANNEL})")
    webhook = Webhook(call.body["name"], channel, server.world.bot)
    server.world.webhooks[webhook.id] = webhook
    return webhook_json(webhook, server.world)


def named(server: DiscordServer, call: Call) -> Webhook | None:
    """The webhook that a route names; None where it names an interaction."""
    if call.id("webhook_id") == server.world.application_id:
        return None
    webhook = server.world.webhooks.get(call.id("webhook_id"))
    if webhook is None:
        raise unknown("Webhook")
    if webhook.token != call.params["webhook_token"]:
        raise ApiError(401, 50027, "Invalid Webhook Token")
    return webhook


async def execute(server: DiscordServer, webhook: Webhook, call: Call) -> Json | None:
    """Posts a message."""
    body: Json = call.body or {}
    place = _place(server, webhook, call)
    name = body.get("username") or webhook.name
    _check_name(name)
    address = body.get("avatar_url")
    if address is not None and not address.startswith(("https://", server.cdn.base)):
        raise invalid_form("avatar_url", "URL_TYPE_INVALID_SCHEME", f"Nobody can fetch {address!r}.")
    message = Message(place, webhook.maker, guise=Guise(webhook, name, address))
    message.pings = _pings(body)
    messages.write(server, message, body, call, server.upload_limit(place))
    shown = messages.show(server, message)
    await server.gateway.dispatch("MESSAGE_CREATE", shown | {"guild_id": str(place.guild.id if place.guild else 0)})
    return shown if call.query.get("wait", "").lower() in ("1", "true") else None


def _place(server: DiscordServer, webhook: Webhook, call: Call) -> Channel:
    """The webhook's channel, or the thread of it that is named."""
    if "thread_id" not in call.query:
        if webhook.channel.type is ChannelType.FORUM:
            raise ApiError(400, 220001, "Webhooks posted to forum channels must have a thread_name or thread_id")
        return webhook.channel
    thread = server.world.channels.get(int(call.query["thread_id"]))
    if thread is None or thread.parent is not webhook.channel:
        raise unknown("Channel")
    if thread.locked:
        raise ApiError(403, 160005, "Thread is locked")
    return thread


def _check_name(name: str) -> None:
    if not 1 <= len(name) <= 80 or not name.strip():
        raise invalid_form("username", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 80 in length.")
    if _FORBIDDEN.search(name) or name.lower() in ("everyone", "here"):
        raise invalid_form("username", "USERNAME_INVALID_CONTAINS", f"Username cannot be {name!r}")


def _pings(body: Json) -> frozenset[str]:
    """Whom a message calls, by its words and by what is allowed of them."""
    allowed: Json | None = body.get("allowed_mentions")
    kinds = ["everyone", "roles", "users"] if allowed is None else allowed.get("parse") or []
    found = set()
    for mention in _MENTION.finditer(body.get("content") or ""):
        kind, number = ("roles", mention["role"]) if mention["role"] else ("users", mention["user"])
        if not number:
            found |= {"@everyone"} if "everyone" in kinds else set()
        elif kind in kinds or number in map(str, (allowed or {}).get(kind) or []):
            found.add(mention.group().replace("!", ""))
    return frozenset(found)


def _posted(server: DiscordServer, webhook: Webhook, call: Call) -> Message:
    message = server.world.messages.get(call.id("message_id"))
    if message is None or message.deleted or message.guise is None or message.guise.webhook is not webhook:
        raise unknown("Message")
    thread = message.channel if message.channel is not webhook.channel else None
    if call.query.get("thread_id") != (str(thread.id) if thread else None):
        raise unknown("Message")  # it is looked for in another channel
    return message


def show(server: DiscordServer, webhook: Webhook, call: Call) -> Json:
    return messages.show(server, _posted(server, webhook, call))


def edit(server: DiscordServer, webhook: Webhook, call: Call) -> Json:
    message = _posted(server, webhook, call)
    messages.edit(server, message, call.body or {}, call, server.upload_limit(message.channel))
    return messages.show(server, message)


def delete(server: DiscordServer, webhook: Webhook, call: Call) -> None:
    _posted(server, webhook, call).deleted = True
    server.pulse.beat()
