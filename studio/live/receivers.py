"""Datagrams of phones and programs become what is seen."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import Final, Protocol

from pipeline import Moment, Poses
from studio.errors import InputPortError, NonsenseError
from studio.live.show import See, Tell

LONGEST: Final = 16 * 1024
"""Bytes of a datagram; longer ones are not looked at."""
SILENT_SECONDS: Final = 3.0
"""After which somebody else may send instead."""
GREETS_SECONDS: Final = 2.0
"""Between greetings of a phone that waits to be asked."""


class Reader(Protocol):
    """What datagrams mean."""

    name: str
    """As people know it."""
    port: int
    """The usual one."""

    def read(self, data: bytes) -> Poses | None:
        """The pose, float32 [45], that is complete with a datagram; None where more is to come.

        Raises:
            ValueError: it is nothing of the kind.
        """
        ...

    def calibrate(self) -> None:
        """How the head is held now is straight ahead."""
        ...


@dataclass(frozen=True)
class Endpoint:
    """Where datagrams come in.

    Attributes:
        host: an address of this machine.
        port: 0 for a free one.
        phone: the address of the only one who may send; None for whoever sends first.
    """

    host: str
    port: int
    phone: str | None = None


class Receiver(asyncio.DatagramProtocol):
    """A ``Source``: listens to one sender at a time. What cannot be read changes nothing, and is told once."""

    def __init__(self, reader: Reader, place: Endpoint, see: See, tell: Tell, greeting: bytes = b"") -> None:
        """``greeting`` is sent to the phone, again and again while it is silent."""
        self._reader = reader
        self._place = place
        self._see, self._tell = see, tell
        self._greeting = greeting
        self._transport: asyncio.DatagramTransport | None = None
        self._greets: asyncio.Task[None] | None = None
        self._sender = place.phone
        self._heard_at = -SILENT_SECONDS
        self._complained = False

    async def open(self) -> str:
        """Begins to listen; answers HOST:PORT. Raises InputPortError."""
        host, port, phone = self._place.host, self._place.port, self._place.phone
        loop = asyncio.get_running_loop()
        try:
            self._transport, _ = await loop.create_datagram_endpoint(lambda: self, local_addr=(host, port))
        except (OSError, OverflowError) as error:
            reason = (getattr(error, "strerror", None) or str(error)).lower()
            raise InputPortError(name=self._reader.name, host=host, port=port, reason=reason) from error
        if phone and self._greeting:
            self._greets = loop.create_task(self._greet((phone, self._reader.port)))
        host, port = self._transport.get_extra_info("sockname")[:2]
        return f"{host}:{port}"

    def calibrate(self) -> None:
        """See ``Source``."""
        self._reader.calibrate()

    async def close(self) -> None:
        """Ends."""
        if self._greets is not None:
            self._greets.cancel()
        if self._transport is not None:
            self._transport.close()

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        """One datagram."""
        sender, now = addr[0], time.monotonic()
        if len(data) > LONGEST or not self._may_send(sender, now):
            return
        try:
            pose = self._reader.read(data)
        except ValueError:
            if not self._complained:
                self._complained = True
                self._tell(NonsenseError(sender=sender, name=self._reader.name))
            return
        self._sender, self._heard_at = sender, now
        if pose is not None:
            self._see(Moment(pose))

    def error_received(self, exc: Exception) -> None:
        """A greeting came back: the phone is not there yet."""

    def _may_send(self, sender: str, now: float) -> bool:
        if self._place.phone is not None:
            return sender == self._place.phone
        return sender == self._sender or now - self._heard_at > SILENT_SECONDS

    async def _greet(self, phone: tuple[str, int]) -> None:
        while True:
            if self._transport is not None and time.monotonic() - self._heard_at > GREETS_SECONDS:
                self._transport.sendto(self._greeting, phone)
            await asyncio.sleep(GREETS_SECONDS)
