"""The bot's webhooks: one in each channel in which characters speak. Who holds a webhook's token can post there, so
none is kept: Discord tells the bot its own ones whenever it needs them.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from weakref import WeakValueDictionary

import discord

from bot.services.posts import StaleError, at_once
from bot.speech_errors import (
    BotNeedsWebhooksError,
    SpeechBlockedError,
    SpeechBusyError,
    SpeechGoneError,
    SpeechPlaceError,
    SpeechRefusedError,
    TooManyWebhooksError,
)

log = logging.getLogger(__name__)

NAME: Final = "AnimeMoji"
"""What the webhooks themselves are called, in a channel's settings."""
PER_CHANNEL: Final = 15
"""Webhooks that a channel may have (API reference, error code 30007)."""
NAME_LENGTH: Final = 80
"""Characters of a webhook's name, at most (API reference, resources/webhook)."""
_FORBIDDEN: Final = re.compile(r"(d)(iscord)|(c)(lyde)", re.IGNORECASE)
"""What may not stand in a webhook's name (API reference, resources/webhook)."""
_TAKEN: Final = ("everyone", "here")
"""What nobody may be called (API reference, usernames and nicknames)."""
_HAIR_SPACE: Final = "\u200a"
"""The narrowest of all spaces: nobody sees it between two letters, and Discord leaves it there."""
_BETWEEN: Final = re.compile(r"(?<=[^\W\u0590-\u08ff])(?=[^\W\u0590-\u08ff])")
"""Between two letters that are not joined, as those of Arabic are."""
_KNOWN: Final = 1000
"""Channels whose webhooks are remembered at once."""
_SECONDS: Final = 10.0
"""How long a message may wait for Discord's limits before it is not posted any more."""
_MISSING_ACCESS, _MISSING_PERMISSIONS = 50001, 50013
_UNKNOWN_CHANNEL, _UNKNOWN_MESSAGE, _UNKNOWN_WEBHOOK, _INVALID_TOKEN = 10003, 10008, 10015, 50027
_TOO_MANY: Final = (30007, 30058)
_BLOCKED: Final = (200000, 200001, 240000)
_CLOSED: Final = (50083, 160005)
"""Error codes (API reference, opcodes and status codes); the last ones: a thread is archived or locked."""


@dataclass(frozen=True)
class WebhookTarget:
    """Where something is said: the channel whose webhook says it, and the thread or post in it, None for neither."""

    channel_id: int
    thread_id: int | None = None

    @property
    def thread(self) -> Any:
        """As discord.py takes it."""
        return discord.utils.MISSING if self.thread_id is None else discord.Object(self.thread_id)


@dataclass(frozen=True)
class PostedText:
    """What is posted.

    Attributes:
        name: who says it, as ``webhook_name`` made it.
        avatar_url: what they look like.
        mentions: whom it may call.
        quiet_links: whether nothing is shown of its links.
    """

    name: str
    avatar_url: str
    content: str
    mentions: discord.AllowedMentions
    files: Sequence[discord.File] = field(default_factory=tuple)
    quiet_links: bool = False


class Webhooks:
    """Finds and uses the bot's webhooks.

    Attributes:
        client: what is connected to Discord; set by the bot when it is there.
    """

    def __init__(self) -> None:
        self.client: discord.Client | None = None
        self._known: dict[int, discord.Webhook] = {}
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def post(self, spot: WebhookTarget, words: PostedText) -> discord.WebhookMessage:
        """Posts a message, once.

        Raises:
            BotNeedsWebhooksError, TooManyWebhooksError, SpeechPlaceError, SpeechBlockedError, SpeechBusyError,
            SpeechRefusedError: Discord did not take it.
        """
        try:
            return await self._post(await self._find(spot.channel_id), spot, words)
        except discord.NotFound as error:
            if error.code != _UNKNOWN_WEBHOOK:
                raise _refusal(error) from error
        except discord.HTTPException as error:
            raise _refusal(error) from error
        # Somebody has removed it since.
        self._known.pop(spot.channel_id, None)
        try:
            return await self._post(await self._find(spot.channel_id), spot, words)
        except discord.HTTPException as error:
            raise _refusal(error) from error

    async def edit(self, spot: WebhookTarget, webhook_id: int, message_id: int, **changes: Any) -> None:
        """Changes a message that one of them posted; ``changes`` as discord.py takes them.

        Raises:
            SpeechGoneError: it, or its webhook, is gone.
            BotNeedsWebhooksError, SpeechBlockedError, SpeechBusyError, SpeechRefusedError: Discord did not take it.
        """
        webhook = await self._of(spot, webhook_id)
        try:
            with at_once(_SECONDS):
                await webhook.edit_message(message_id, thread=spot.thread, **changes)
        except StaleError as error:
            raise SpeechBusyError from error
        except discord.HTTPException as error:
            raise _refusal(error) from error

    async def delete(self, spot: WebhookTarget, webhook_id: int, message_id: int) -> None:
        """Deletes a message that one of them posted; raises as ``edit`` does, but not where it is gone already."""
        webhook = await self._of(spot, webhook_id)
        try:
            await webhook.delete_message(message_id, thread=spot.thread)
        except discord.HTTPException as error:
            if error.code != _UNKNOWN_MESSAGE:
                raise _refusal(error) from error

    async def _post(self, webhook: discord.Webhook, spot: WebhookTarget, words: PostedText) -> discord.WebhookMessage:
        try:
            with at_once(_SECONDS):
                return await webhook.send(
                    words.content,
                    username=words.name,
                    avatar_url=words.avatar_url,
                    allowed_mentions=words.mentions,
                    files=words.files,
                    suppress_embeds=words.quiet_links,
                    thread=spot.thread,
                    wait=True,
                )
        except StaleError as error:
            raise SpeechBusyError from error

    async def _of(self, spot: WebhookTarget, webhook_id: int) -> discord.Webhook:
        """The webhook with this id. Raises SpeechGoneError, BotNeedsWebhooksError."""
        known = self._known.get(spot.channel_id)
        if known is not None and known.id == webhook_id:
            return known
        try:
            found = await self._ours(spot.channel_id)
        except discord.HTTPException as error:
            raise _refusal(error) from error
        webhook = next((each for each in found if each.id == webhook_id), None)
        if webhook is None:
            raise SpeechGoneError
        return webhook

    async def _find(self, channel_id: int) -> discord.Webhook:
        """The webhook of a channel, made where there is none. Raises discord.HTTPException."""
        async with self._turns.setdefault(channel_id, asyncio.Lock()):
            if channel_id not in self._known:
                found = await self._ours(channel_id)
                self._known[channel_id] = found[0] if found else await self._make(channel_id)
                while len(self._known) > _KNOWN:
                    del self._known[next(iter(self._known))]
            return self._known[channel_id]

    # discord.py has these two as methods of channels only, which are not there without a gateway.

    async def _ours(self, channel_id: int) -> list[discord.Webhook]:
        """Those of a channel that this application made: of others Discord tells no token."""
        state = self._client._connection
        found = [discord.Webhook.from_state(each, state) for each in await state.http.channel_webhooks(channel_id)]
        return [each for each in found if each.token and each.user is not None and each.user.id == state.self_id]

    async def _make(self, channel_id: int) -> discord.Webhook:
        state = self._client._connection
        data = await state.http.create_webhook(channel_id, name=NAME, reason="characters speak here")
        return discord.Webhook.from_state(data, state)

    @property
    def _client(self) -> discord.Client:
        if self.client is None:
            raise RuntimeError("the bot has not started yet")
        return self.client


def _refusal(error: discord.HTTPException) -> Exception:
    """What Discord's answer means to people."""
    if error.code in (_MISSING_PERMISSIONS, _MISSING_ACCESS):
        return BotNeedsWebhooksError()
    if error.code in _TOO_MANY:
        return TooManyWebhooksError(limit=PER_CHANNEL)
    if error.code in (_UNKNOWN_MESSAGE, _UNKNOWN_WEBHOOK, _INVALID_TOKEN):
        return SpeechGoneError()
    if error.code == _UNKNOWN_CHANNEL or error.code in _CLOSED:
        return SpeechPlaceError()
    if error.code in _BLOCKED:
        return SpeechBlockedError()
    if error.status == 429 or error.status >= 500:
        return SpeechBusyError()
    log.warning("Discord refused what a character said: %s", error)
    return SpeechRefusedError(code=error.code or error.status)


def webhook_name(name: str, apart: bool = False) -> str:
    """A character's name as Discord takes it for a webhook: names that it forbids look the same, but are not.

    Args:
        apart: whether it is to differ from the plain one where it can, though nobody sees how: Discord's clients show
            one face for all messages in a row that come from the same name.
    """
    allowed = _FORBIDDEN.sub(lambda found: _HAIR_SPACE.join(filter(None, found.groups())), name[: NAME_LENGTH // 2])
    if apart or allowed.casefold() in _TAKEN:
        allowed = _BETWEEN.sub(_HAIR_SPACE, allowed, count=1)
    return allowed
