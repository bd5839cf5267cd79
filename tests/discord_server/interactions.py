"""One interaction: what a person did, the token that answers it, and what came back."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final

from tests.discord_server.components import Json
from tests.discord_server.state import DEFAULT_ATTACHMENT_LIMIT, Account, Channel, Message

PATIENCE: Final = 60.0
"""Seconds that a test waits for what must come, on a machine that is busy with much else as well."""
ACKNOWLEDGE_SECONDS: Final = 3.0
TOKEN_SECONDS: Final = 900.0
USER_INSTALL_FOLLOWUPS: Final = 5


class InteractionKind(IntEnum):
    COMMAND = 2
    COMPONENT = 3
    AUTOCOMPLETE = 4
    MODAL = 5


class Callback(IntEnum):
    MESSAGE = 4
    DEFERRED_MESSAGE = 5
    DEFERRED_UPDATE = 6
    UPDATE_MESSAGE = 7
    AUTOCOMPLETE = 8
    MODAL = 9
    LAUNCH_ACTIVITY = 12


class Pulse:
    """Lets tests wait for "something changed" and look again, without polling."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def beat(self) -> None:
        for future in self._waiting:
            if not future.done():
                future.set_result(None)
        self._waiting.clear()

    async def until(self, condition: Callable[[], bool], timeout: float) -> bool:
        """True as soon as the condition holds; False after ``timeout`` seconds."""
        deadline = time.monotonic() + timeout
        while not condition():
            future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._waiting.add(future)
            try:
                await asyncio.wait_for(future, max(0.0, deadline - time.monotonic()))
            except asyncio.TimeoutError:
                return condition()
            finally:
                self._waiting.discard(future)
        return True


@dataclass(eq=False)
class Interaction:
    """``alone``: the app is here only because this person installed it for themselves."""

    id: int
    kind: InteractionKind
    account: Account
    channel: Channel
    payload: Json
    alone: bool
    forced_ephemeral: bool = False
    source: Message | None = None
    attachment_limit: int = DEFAULT_ATTACHMENT_LIMIT
    token_lifetime: float = TOKEN_SECONDS
    token: str = field(default_factory=lambda: "t" + secrets.token_urlsafe(40))
    sent_at: float = field(default_factory=time.monotonic)
    heard_by: int = 1
    acknowledged_at: float | None = None
    callback: Callback | None = None
    original: Message | None = None
    followups: list[Message] = field(default_factory=list)
    modal: Json | None = None
    choices: list[Json] | None = None
    pulse: Pulse = field(default_factory=Pulse)

    @property
    def expired(self) -> bool:
        return time.monotonic() - self.sent_at >= self.token_lifetime
