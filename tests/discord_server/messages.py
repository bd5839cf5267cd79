"""Writing and changing messages: bodies become messages, within Discord's rules."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, Final

from tests.discord_server.call import Call, File
from tests.discord_server.checks import check_message, hidden_files
from tests.discord_server.components import Json
from tests.discord_server.errors import ApiError, invalid_form
from tests.discord_server.media import content_type_of, read_picture
from tests.discord_server.payloads import attachment_json, message_json
from tests.discord_server.state import Attachment, Message, MessageFlag, now_iso

if TYPE_CHECKING:
    from tests.discord_server.server import DiscordServer

_WRITABLE: Final = (
    MessageFlag.EPHEMERAL | MessageFlag.IS_COMPONENTS_V2 | MessageFlag.SUPPRESS_NOTIFICATIONS | MessageFlag(1 << 2)
)
_EDITABLE: Final = MessageFlag.IS_COMPONENTS_V2 | MessageFlag(1 << 2)


def show(server: DiscordServer, message: Message) -> Json:
    """The message as JSON, with fresh addresses."""
    attachments = [attachment_json(item, server.cdn.url(item)) for item in message.attachments]
    shown = message_json(message, attachments, server.world)
    if message.answers is not None:
        shown["referenced_message"] = None if message.answers.deleted else show(server, message.answers)
    if message.forwarded is not None:
        copied = ("type", "content", "embeds", "attachments", "timestamp", "edited_timestamp", "flags", "components")
        snapshot = show(server, message.forwarded)
        shown["message_snapshots"] = [
            {"message": {key: snapshot[key] for key in (*copied, "sticker_items") if key in snapshot}}
        ]
    return shown


def write(server: DiscordServer, message: Message, body: Json, call: Call, limit: int) -> None:
    """Fills a new message from the body of a call and makes it public.

    Raises:
        ApiError: the message breaks a rule; nothing is changed then.
    """
    message.flags |= _flags(body, _WRITABLE)
    _apply(server, message, body, call.files, limit, kept=None)
    message.flags &= ~MessageFlag.LOADING
    _publish(server, message, call)


def edit(server: DiscordServer, message: Message, body: Json, call: Call, limit: int) -> None:
    """Changes a message as the body of a call asks; what the body does not name stays.

    Raises:
        ApiError: the result breaks a rule; nothing is changed then.
    """
    draft = copy.copy(message)
    draft.flags |= _flags(body, _EDITABLE)
    kept = None
    if body.get("attachments") is not None:
        mentioned = {str(item["id"]) for item in body["attachments"]}
        kept = [item for item in message.attachments if str(item.id) in mentioned]
    _apply(server, draft, body, call.files, limit, kept=kept)
    if not draft.loading:
        draft.edited_at = now_iso()
    draft.flags &= ~MessageFlag.LOADING
    message.__dict__.update(draft.__dict__)
    _publish(server, message, call)


def _flags(body: Json, allowed: MessageFlag) -> MessageFlag:
    flags = MessageFlag(body.get("flags") or 0)
    if flags & ~allowed:
        raise invalid_form("flags", "BITFIELD_TYPE_INVALID", f"These flags cannot be set here: {flags & ~allowed!r}")
    return flags


def _apply(
    server: DiscordServer,
    message: Message,
    body: Json,
    files: tuple[File, ...],
    limit: int,
    kept: list[Attachment] | None,
) -> None:
    if "content" in body:
        message.content = body["content"] or ""
    if "embeds" in body:
        message.embeds = body["embeds"] or []
    if "components" in body:
        message.components = body["components"] or []
    if kept is None:
        kept = message.attachments
    message.attachments = [*kept, *_uploads(message, body, files, limit)]
    check_message(message)
    for item in message.attachments:
        server.world.attachments[item.id] = item


_KEPT_NAMES: Final = re.compile(r"[A-Za-z0-9._-]+")
"""Other names are changed by Discord, so that components no longer find their file."""


def _uploads(message: Message, body: Json, files: tuple[File, ...], limit: int) -> list[Attachment]:
    described = {str(item["id"]): item for item in body.get("attachments") or []}
    found = []
    for file in files:
        if not (file.field.startswith("files[") and file.field.endswith("]")):
            raise invalid_form(file.field, "BASE_TYPE_INVALID", "Files are called files[n].")
        if len(file.data) > limit:
            raise ApiError(413, 40005, "Request entity too large")
        about = described.get(file.field[6:-1], {})
        name = about.get("filename") or file.filename
        if not _KEPT_NAMES.fullmatch(name):
            raise invalid_form("attachments", "FILENAME", f"Discord would change this name: {name!r}")
        picture = read_picture(file.data)
        found.append(
            Attachment(
                filename=name,
                data=file.data,
                content_type=content_type_of(name),
                channel_id=message.channel.id,
                ephemeral=message.ephemeral,
                description=about.get("description"),
                width=picture.width if picture else None,
                height=picture.height if picture else None,
            )
        )
    return found


def _publish(server: DiscordServer, message: Message, call: Call) -> None:
    server.world.messages[message.id] = message
    message.remember()
    for name in hidden_files(message):
        server.violation(call, f"nobody sees {name}: no component of this components-v2 message refers to it")
    server.pulse.beat()
