"""The REST API v10: one table of routes, each a function of the server and a checked call."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Final

from aiohttp import web

from tests.discord_server import activities, expressions, messages, registry, responses, webhooks
from tests.discord_server.call import Call, read_call
from tests.discord_server.components import Json
from tests.discord_server.errors import ApiError, json_answer, missing_access, missing_permissions, unknown
from tests.discord_server.faults import Fault
from tests.discord_server.payloads import (
    application_json,
    channel_json,
    guild_json,
    member_json,
    role_json,
    user_json,
)
from tests.discord_server.state import (
    Channel,
    Message,
    Permission,
    Webhook,
)

if TYPE_CHECKING:
    from tests.discord_server.server import DiscordServer

Route = Callable[["DiscordServer", Call], object]
WebhookRoute = Callable[["DiscordServer", Webhook, Call], object]
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
BASE: Final = "/api/v10"
_TOKEN_IN_PATH: Final = ("/webhooks/", "/interactions/")


def install(app: web.Application, server: DiscordServer) -> None:
    """Adds all routes."""
    for method, template, route in ROUTES:
        app.router.add_route(method, BASE + template, _handler(server, template, route))

    async def missing(request: web.Request) -> web.Response:
        server.violations.append(f"{request.method} {request.path}: this route is not modelled")
        return json_answer({"message": "404: Not Found", "code": 0}, 404)

    app.router.add_route("*", BASE + "/{rest:.*}", missing)


def _handler(server: DiscordServer, template: str, route: Route) -> Handler:
    async def handle(request: web.Request) -> web.StreamResponse:
        path = request.path.removeprefix(BASE)
        fault = server.faults.next_for(request.method, path)
        if fault is not None:
            await asyncio.sleep(fault.delay)
            if not fault.after and (answer := _instead(fault, request)) is not None:
                await request.read()
                return answer
        call: Call | None = None
        try:
            call = await read_call(request, template)
            server.calls.append(call)
            if template == "/oauth2/token" or (call.bearer and template == "/users/@me"):
                pass  # who asks proves it otherwise
            elif not template.startswith(_TOKEN_IN_PATH):
                if request.headers.get("Authorization") != f"Bot {server.world.token}":
                    raise ApiError(401, 0, "401: Unauthorized")
            elif "Authorization" in request.headers:
                server.violation(call, "the bot's token was sent along with an interaction's")
            headers, wait = server.buckets.count(call)
            if wait is not None:
                body = {"message": "You are being rate limited.", "retry_after": round(wait, 3), "global": False}
                return json_answer(body, 429, headers | {"Via": "1.1 google"})
            server.validate(call)
            result = route(server, call)
            if isinstance(result, Awaitable):
                result = await result
        except ApiError as error:
            if call is not None:
                server.refusals.append((time.monotonic(), call, error))
                twice = error.code == 40060 and not server.was_doubled(call)
                if error.avoidable or error.code in (50006, 50109, 40005) or twice:
                    server.violation(call, str(error))
            return error.response()
        if fault is not None and fault.after and (answer := _instead(fault, request)) is not None:
            return answer
        return web.Response(status=204, headers=headers) if result is None else json_answer(result, headers=headers)

    return handle


def _instead(fault: Fault, request: web.Request) -> web.Response | None:
    """What is answered in place of the truth; None for the truth."""
    if fault.dropped and request.transport is not None:
        request.transport.abort()
        return web.Response()
    return fault.response()


def _channel(server: DiscordServer, call: Call, *needed: Permission) -> Channel:
    channel = server.world.channels.get(call.id("channel_id"))
    if channel is None:
        raise unknown("Channel")
    if channel.guild is None:
        if server.world.bot not in channel.recipients and channel is not server.world.dm_with(channel.recipients[0]):
            raise missing_access()
        return channel
    allowed = channel.guild.permissions(server.world.bot, channel)
    if not allowed & Permission.VIEW_CHANNEL:
        raise missing_access()
    if any(not allowed & permission for permission in needed):
        raise missing_permissions()
    return channel


def _message(server: DiscordServer, call: Call, channel: Channel) -> Message:
    message = server.world.messages.get(call.id("message_id"))
    if message is None or message.deleted or message.ephemeral or message.channel is not channel:
        raise unknown("Message")
    return message


def me(server: DiscordServer, call: Call) -> Json:
    if call.bearer:
        return activities.me(server, call)
    return user_json(server.world.bot) | {"verified": True, "mfa_enabled": True, "locale": "en-US", "flags": 0}


def application(server: DiscordServer, call: Call) -> Json:
    return application_json(server.world) | {"verify_key": server.endpoint.public_key}


def gateway(server: DiscordServer, call: Call) -> Json:
    limit = {"total": 1000, "remaining": 999, "reset_after": 14_400_000, "max_concurrency": 1}
    return {"url": server.gateway.resume_url, "shards": server.shards, "session_start_limit": limit}


def user(server: DiscordServer, call: Call) -> Json:
    account = server.world.accounts.get(call.id("user_id"))
    if account is None:
        raise unknown("User")
    return user_json(account)


def open_dm(server: DiscordServer, call: Call) -> Json:
    account = server.world.accounts.get(int(call.body["recipient_id"]))
    if account is None or account.bot:
        raise ApiError(400, 50033, "Invalid Recipient(s)")
    return channel_json(server.world.dm_with(account))


def guild(server: DiscordServer, call: Call) -> Json:
    return guild_json(expressions.guild_of(server, call))


def guild_channels(server: DiscordServer, call: Call) -> list[Json]:
    return [channel_json(channel) for channel in expressions.guild_of(server, call).channels.values()]


def guild_roles(server: DiscordServer, call: Call) -> list[Json]:
    found = expressions.guild_of(server, call)
    return [role_json(role) for role in (found.everyone, *found.roles)]


def member(server: DiscordServer, call: Call) -> Json:
    found = expressions.guild_of(server, call).members.get(call.id("user_id"))
    if found is None:
        raise unknown("Member")
    return member_json(found)


def leave(server: DiscordServer, call: Call) -> None:
    found = expressions.guild_of(server, call)
    del found.members[server.world.bot.id]


def channel(server: DiscordServer, call: Call) -> Json:
    return channel_json(_channel(server, call))


def typing(server: DiscordServer, call: Call) -> None:
    _channel(server, call, Permission.SEND_MESSAGES)


def read_message(server: DiscordServer, call: Call) -> Json:
    found = _channel(server, call, Permission.READ_MESSAGE_HISTORY)
    return messages.show(server, _message(server, call, found))


async def post_message(server: DiscordServer, call: Call) -> Json:
    needed = [Permission.SEND_MESSAGES, *([Permission.ATTACH_FILES] if call.files else [])]
    found = _channel(server, call, *needed)
    body: Json = call.body or {}
    if found.guild is None and not all(account.dms_open for account in found.recipients):
        raise ApiError(403, 50007, "Cannot send messages to this user")
    nonce = (found.id, str(body.get("nonce"))) if body.get("enforce_nonce") else None
    if nonce is not None and (before := server.nonces.get(nonce)) is not None:
        return messages.show(server, before)
    message = Message(found, server.world.bot, reference=body.get("message_reference"))
    messages.write(server, message, body, call, server.upload_limit(found))
    if nonce is not None:
        server.nonces[nonce] = message
    shown = messages.show(server, message)
    await server.gateway.dispatch("MESSAGE_CREATE", shown | ({"guild_id": str(found.guild.id)} if found.guild else {}))
    return shown


def edit_message(server: DiscordServer, call: Call) -> Json:
    found = _channel(server, call)
    message = _message(server, call, found)
    if message.author is not server.world.bot:
        raise ApiError(403, 50005, "Cannot edit a message authored by another user")
    messages.edit(server, message, call.body or {}, call, server.upload_limit(found))
    return messages.show(server, message)


def delete_message(server: DiscordServer, call: Call) -> None:
    found = _channel(server, call)
    message = _message(server, call, found)
    may_manage = found.guild and found.guild.permissions(server.world.bot, found) & Permission.MANAGE_MESSAGES
    if message.author is not server.world.bot and not may_manage:
        raise missing_permissions()
    message.deleted = True
    server.pulse.beat()


def put_commands(server: DiscordServer, call: Call) -> list[Json]:
    guild_id = call.id("guild_id") if "guild_id" in call.params else None
    answer = registry.register(server.world, call.body, guild_id)
    server.pulse.beat()
    return answer


def get_commands(server: DiscordServer, call: Call) -> list[Json]:
    return registry.commands_of(server.world, call.id("guild_id") if "guild_id" in call.params else None)


def refresh_urls(server: DiscordServer, call: Call) -> Json:
    """New signed addresses for attachments whose old ones have expired."""
    found = []
    for url in call.body["attachment_urls"]:
        attachment = server.world.attachments.get(int(url.split("?")[0].split("/")[-2]))
        found.append({"original": url, "refreshed": server.cdn.url(attachment) if attachment else None})
    return {"refreshed_urls": found}


def entitlements(server: DiscordServer, call: Call) -> list[Json]:
    return []


def _webhook_or(ours: WebhookRoute, interactions: Route) -> Route:
    """A route that a webhook's token leads one way and an interaction's another."""

    def choose(server: DiscordServer, call: Call) -> object:
        webhook = webhooks.named(server, call)
        return interactions(server, call) if webhook is None else ours(server, webhook, call)

    return choose


_WEBHOOK: Final = "/webhooks/{webhook_id}/{webhook_token}"
_APP: Final = "/applications/{application_id}"
ROUTES: Final[tuple[tuple[str, str, Route], ...]] = (
    ("GET", "/users/@me", me),
    ("POST", "/oauth2/token", activities.token),
    ("GET", f"{_APP}/activity-instances/{{instance_id}}", activities.instance),
    ("GET", "/users/{user_id}", user),
    ("POST", "/users/@me/channels", open_dm),
    ("DELETE", "/users/@me/guilds/{guild_id}", leave),
    ("GET", "/oauth2/applications/@me", application),
    ("GET", "/applications/@me", application),
    ("GET", "/gateway", gateway),
    ("GET", "/gateway/bot", gateway),
    ("GET", f"{_APP}/entitlements", entitlements),
    ("GET", f"{_APP}/commands", get_commands),
    ("PUT", f"{_APP}/commands", put_commands),
    ("GET", f"{_APP}/guilds/{{guild_id}}/commands", get_commands),
    ("PUT", f"{_APP}/guilds/{{guild_id}}/commands", put_commands),
    ("GET", f"{_APP}/emojis", expressions.list_application_emojis),
    ("POST", f"{_APP}/emojis", expressions.create_application_emoji),
    ("GET", f"{_APP}/emojis/{{emoji_id}}", expressions.get_application_emoji),
    ("PATCH", f"{_APP}/emojis/{{emoji_id}}", expressions.rename_application_emoji),
    ("DELETE", f"{_APP}/emojis/{{emoji_id}}", expressions.delete_application_emoji),
    ("GET", "/guilds/{guild_id}", guild),
    ("GET", "/guilds/{guild_id}/channels", guild_channels),
    ("GET", "/guilds/{guild_id}/roles", guild_roles),
    ("GET", "/guilds/{guild_id}/members/{user_id}", member),
    ("GET", "/guilds/{guild_id}/emojis", expressions.list_emojis),
    ("POST", "/guilds/{guild_id}/emojis", expressions.create_emoji),
    ("GET", "/guilds/{guild_id}/emojis/{emoji_id}", expressions.get_emoji),
    ("PATCH", "/guilds/{guild_id}/emojis/{emoji_id}", expressions.edit_emoji),
    ("DELETE", "/guilds/{guild_id}/emojis/{emoji_id}", expressions.delete_emoji),
    ("GET", "/guilds/{guild_id}/stickers", expressions.list_stickers),
    ("POST", "/guilds/{guild_id}/stickers", expressions.create_sticker),
    ("GET", "/guilds/{guild_id}/stickers/{sticker_id}", expressions.get_sticker),
    ("DELETE", "/guilds/{guild_id}/stickers/{sticker_id}", expressions.delete_sticker),
    ("GET", "/channels/{channel_id}", channel),
    ("POST", "/channels/{channel_id}/typing", typing),
    ("POST", "/channels/{channel_id}/messages", post_message),
    ("GET", "/channels/{channel_id}/messages/{message_id}", read_message),
    ("PATCH", "/channels/{channel_id}/messages/{message_id}", edit_message),
    ("DELETE", "/channels/{channel_id}/messages/{message_id}", delete_message),
    ("POST", "/attachments/refresh-urls", refresh_urls),
    ("POST", "/interactions/{interaction_id}/{interaction_token}/callback", responses.callback),
    ("GET", "/channels/{channel_id}/webhooks", webhooks.list_of),
    ("POST", "/channels/{channel_id}/webhooks", webhooks.create),
    ("POST", _WEBHOOK, _webhook_or(webhooks.execute, responses.followup)),
    ("GET", f"{_WEBHOOK}/messages/@original", responses.get_original),
    ("PATCH", f"{_WEBHOOK}/messages/@original", responses.edit_original),
    ("DELETE", f"{_WEBHOOK}/messages/@original", responses.delete_original),
    ("GET", f"{_WEBHOOK}/messages/{{message_id}}", _webhook_or(webhooks.show, responses.get_followup)),
    ("PATCH", f"{_WEBHOOK}/messages/{{message_id}}", _webhook_or(webhooks.edit, responses.edit_followup)),
    ("DELETE", f"{_WEBHOOK}/messages/{{message_id}}", _webhook_or(webhooks.delete, responses.delete_followup)),
)
