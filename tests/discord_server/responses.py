"""Answers to interactions: the callback, and the webhook that an interaction's token opens for 15 minutes."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from tests.discord_server import messages
from tests.discord_server.call import Call
from tests.discord_server.checks import check_modal
from tests.discord_server.components import Json
from tests.discord_server.errors import ApiError, invalid_form, unknown
from tests.discord_server.interactions import (
    USER_INSTALL_FOLLOWUPS,
    Callback,
    Interaction,
    InteractionKind,
)
from tests.discord_server.payloads import user_json
from tests.discord_server.state import Message, MessageFlag

if TYPE_CHECKING:
    from tests.discord_server.server import DiscordServer

_ALLOWED: Final = {
    InteractionKind.COMMAND: {Callback.MESSAGE, Callback.DEFERRED_MESSAGE, Callback.MODAL, Callback.LAUNCH_ACTIVITY},
    InteractionKind.COMPONENT: set(Callback) - {Callback.AUTOCOMPLETE},
    InteractionKind.AUTOCOMPLETE: {Callback.AUTOCOMPLETE},
    InteractionKind.MODAL: set(Callback) - {Callback.AUTOCOMPLETE, Callback.MODAL},
}


def callback(server: DiscordServer, call: Call) -> Json | None:
    """The first answer, due within ``server.acknowledge_seconds``."""
    interaction = server.interactions.get(call.params["interaction_token"])
    if interaction is None or interaction.id != call.id("interaction_id"):
        raise unknown("interaction")
    late = time.monotonic() - interaction.sent_at - server.acknowledge_seconds
    if late > 0 and interaction.acknowledged_at is None:
        server.violation(call, f"acknowledged {late:.1f} s too late")
        raise unknown("interaction")
    if interaction.acknowledged_at is not None:
        raise ApiError(400, 40060, "Interaction has already been acknowledged.")
    kind = Callback(call.body["type"])
    if kind not in _ALLOWED[interaction.kind]:
        raise invalid_form("type", "INTERACTION_CALLBACK_TYPE_INVALID", f"{kind!r} does not answer this interaction.")
    if kind in (Callback.UPDATE_MESSAGE, Callback.DEFERRED_UPDATE) and interaction.source is None:
        raise invalid_form("type", "INTERACTION_CALLBACK_TYPE_INVALID", "There is no message to update.")
    _answer(server, interaction, kind, call.body.get("data") or {}, call)
    interaction.callback = kind
    interaction.acknowledged_at = time.monotonic()
    interaction.pulse.beat()
    server.pulse.beat()
    answer: Json = {"interaction": {"id": str(interaction.id), "type": int(interaction.kind)}}
    if interaction.original is not None:
        answer["interaction"] |= {
            "response_message_id": str(interaction.original.id),
            "response_message_loading": interaction.original.loading,
            "response_message_ephemeral": interaction.original.ephemeral,
        }
        answer["resource"] = {"type": int(kind), "message": messages.show(server, interaction.original)}
    if kind is Callback.LAUNCH_ACTIVITY:
        opened = server.activities.launch(interaction.channel, interaction.account)
        answer["interaction"]["activity_instance_id"] = opened.id
        answer["resource"] = {"type": int(kind), "activity_instance": {"id": opened.id}}
    return answer if call.query.get("with_response", "").lower() in ("1", "true") else None


def _answer(server: DiscordServer, interaction: Interaction, kind: Callback, data: Json, call: Call) -> None:
    if kind is Callback.MESSAGE:
        interaction.original = _write(server, interaction, data, call)
    elif kind is Callback.DEFERRED_MESSAGE:
        flags = MessageFlag(data.get("flags") or 0)
        if flags & ~MessageFlag.EPHEMERAL or set(data) - {"flags"}:
            raise invalid_form("data.flags", "BITFIELD_TYPE_INVALID", "A deferred answer can only be ephemeral.")
        message = _blank(server, interaction)
        message.flags |= flags | MessageFlag.LOADING
        server.world.messages[message.id] = message
        message.remember()
        interaction.original = message
    elif kind is Callback.UPDATE_MESSAGE:
        assert interaction.source is not None
        messages.edit(server, interaction.source, data, call, interaction.attachment_limit)
        interaction.original = interaction.source
    elif kind is Callback.DEFERRED_UPDATE:
        interaction.original = interaction.source
    elif kind is Callback.AUTOCOMPLETE:
        interaction.choices = data["choices"]
        for choice in data["choices"]:
            if not 1 <= len(choice["name"]) <= 100 or not 1 <= len(str(choice["value"])) <= 100:
                raise invalid_form("data.choices", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.")
        if len(data["choices"]) > 25:
            raise invalid_form("data.choices", "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.")
    elif kind is Callback.MODAL:
        check_modal(data)
        interaction.modal = data


def _blank(server: DiscordServer, interaction: Interaction) -> Message:
    metadata: Json = {
        "id": str(interaction.id),
        "type": int(interaction.kind),
        "user": user_json(interaction.account),
        "authorizing_integration_owners": interaction.payload["authorizing_integration_owners"],
    }
    flags = MessageFlag.EPHEMERAL if interaction.forced_ephemeral else MessageFlag(0)
    return Message(
        interaction.channel,
        server.world.bot,
        flags=flags,
        type=20 if interaction.kind is InteractionKind.COMMAND else 0,
        interaction_metadata=metadata,
        seen_by=interaction.account,
    )


def _write(server: DiscordServer, interaction: Interaction, data: Json, call: Call) -> Message:
    message = _blank(server, interaction)
    messages.write(server, message, data, call, interaction.attachment_limit)
    return message


def _open(server: DiscordServer, call: Call) -> Interaction:
    """The interaction whose token a webhook route names."""
    interaction = server.interactions.get(call.params["webhook_token"])
    if interaction is None or call.id("webhook_id") != server.world.application_id:
        raise ApiError(401, 50027, "Invalid Webhook Token")
    if interaction.expired:
        raise ApiError(401, 50027, "Invalid Webhook Token")
    if interaction.acknowledged_at is None:
        raise unknown("Webhook")
    return interaction


def followup(server: DiscordServer, call: Call) -> Json:
    interaction = _open(server, call)
    body: Json = call.body or {}
    loading = interaction.original
    if loading is not None and loading.loading and not loading.deleted:
        # The first follow-up fills the message that said "is thinking", whose visibility is decided already.
        allowed = body | {"flags": (body.get("flags") or 0) & ~int(MessageFlag.EPHEMERAL)}
        messages.edit(server, loading, allowed, call, interaction.attachment_limit)
        interaction.pulse.beat()
        return messages.show(server, loading)
    if interaction.alone and len(interaction.followups) >= USER_INSTALL_FOLLOWUPS:
        raise ApiError(400, 40094, "Maximum number of follow-up messages reached")
    message = _write(server, interaction, body, call)
    interaction.followups.append(message)
    interaction.pulse.beat()
    return messages.show(server, message)


def _original(interaction: Interaction) -> Message:
    if interaction.original is None or interaction.original.deleted:
        raise unknown("Message")
    return interaction.original


def _followup(interaction: Interaction, call: Call) -> Message:
    wanted = call.id("message_id")
    everything = [*interaction.followups, *([interaction.original] if interaction.original else [])]
    found = next((item for item in everything if item.id == wanted and not item.deleted), None)
    if found is None:
        raise unknown("Message")
    return found


def _edit(server: DiscordServer, interaction: Interaction, message: Message, call: Call) -> Json:
    messages.edit(server, message, call.body or {}, call, interaction.attachment_limit)
    interaction.pulse.beat()
    return messages.show(server, message)


def _delete(server: DiscordServer, interaction: Interaction, message: Message) -> None:
    message.deleted = True
    interaction.pulse.beat()
    server.pulse.beat()


def get_original(server: DiscordServer, call: Call) -> Json:
    return messages.show(server, _original(_open(server, call)))


def edit_original(server: DiscordServer, call: Call) -> Json:
    interaction = _open(server, call)
    return _edit(server, interaction, _original(interaction), call)


def delete_original(server: DiscordServer, call: Call) -> None:
    interaction = _open(server, call)
    _delete(server, interaction, _original(interaction))


def get_followup(server: DiscordServer, call: Call) -> Json:
    return messages.show(server, _followup(_open(server, call), call))


def edit_followup(server: DiscordServer, call: Call) -> Json:
    interaction = _open(server, call)
    return _edit(server, interaction, _followup(interaction, call), call)


def delete_followup(server: DiscordServer, call: Call) -> None:
    interaction = _open(server, call)
    _delete(server, interaction, _followup(interaction, call))
