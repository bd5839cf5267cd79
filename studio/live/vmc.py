"""VMC, by which programs for virtual performers talk to each other: Open Sound Control over UDP (protocol.vmc.info)."""

from __future__ import annotations

import asyncio
import struct
import time
from collections.abc import Iterator
from math import isfinite
from typing import Any, Final

from pipeline import AVATAR_BONES, Moment, Poses, SeenAvatar, avatar_of, means_something

PORT: Final = 39539
_BUNDLE: Final = b"#bundle\0"
_HEAD: Final = 16
"""Bytes of a bundle before its parts: its mark and a time."""
_DEEPEST: Final = 2
"""Bundles within bundles."""
_SIZE: Final = struct.Struct(">i")
_MOST_NAMES: Final = 400
"""Blendshapes of one avatar that are remembered."""
_MTU: Final = 1400
"""Bytes of a datagram that goes through any network whole."""
OUT_FPS: Final = 60.0


class AvatarReader:
    """A ``Reader`` of avatars."""

    name: str = "VMC"
    port: int = PORT

    def __init__(self) -> None:
        self._coming: dict[str, float] = {}
        self._blendshapes: dict[str, float] = {}
        self._bones: dict[str, tuple[float, float, float, float]] = {}
        self._applies = False

    def read(self, data: bytes) -> Poses | None:
        """See ``Reader``: blendshapes count once they are applied, and with that a pose is complete."""
        complete = False
        for address, values in list(read_osc(data)):  # all of a datagram counts, or nothing
            complete |= self._hear(address, values)
        if not complete or not (self._blendshapes or self._bones):
            return None
        return SeenAvatar(dict(self._blendshapes), dict(self._bones)).pose()

    def calibrate(self) -> None:
        """Whoever sends an avatar has calibrated it."""

    def _hear(self, address: str, values: list[Any]) -> bool:
        match address, values:
            case "/VMC/Ext/Blend/Val", [str(name), float(amount) | int(amount)] if means_something(name):
                if isfinite(amount) and (name in self._coming or len(self._coming) < _MOST_NAMES):
                    self._coming[name] = float(amount)
            case "/VMC/Ext/Blend/Apply", _:
                self._blendshapes = dict(self._coming)
                self._applies = True
                return True
            case "/VMC/Ext/Bone/Pos", [str(name), *numbers] if len(numbers) == 7 and name in AVATAR_BONES:
                if all(isinstance(number, float) and isfinite(number) for number in numbers):
                    x, y, z, w = numbers[3:]
                    self._bones[name] = x, y, z, w
                    return name == "Head" and not self._applies
        return False


def read_osc(data: bytes) -> Iterator[tuple[str, list[Any]]]:
    """The messages of a datagram, as address and values, those in bundles in their order. Raises ValueError.

    The library reads messages; bundles are opened here, as it follows a part of negative length for ever.
    """
    from pythonosc.osc_message import OscMessage, ParseError

    for message in _messages(data, _DEEPEST):
        if not message.startswith(b"/"):
            raise ValueError("no address")
        try:
            read = OscMessage(message)
        except (ParseError, IndexError, struct.error, OverflowError) as error:
            raise ValueError("no message") from error
        yield read.address, read.params


def _messages(data: bytes, deeper: int) -> Iterator[bytes]:
    if not data.startswith(_BUNDLE):
        yield data
        return
    if not deeper:
        raise ValueError("too deep")
    at = _HEAD
    while at < len(data):
        if at + _SIZE.size > len(data):
            raise ValueError("cut off")
        (size,) = _SIZE.unpack_from(data, at)
        at += _SIZE.size
        if not 0 < size <= len(data) - at:
            raise ValueError("cut off")
        yield from _messages(data[at : at + size], deeper - 1)
        at += size


class AvatarSender(asyncio.DatagramProtocol):
    """An ``Output`` that tells another program of every pose, as of an avatar."""

    def __init__(self) -> None:
        self._transport: asyncio.DatagramTransport | None = None
        self._began = time.monotonic()
        self._sent_at = 0.0

    async def open(self, host: str, port: int) -> None:
        """Begins to send there. Raises OSError."""
        loop = asyncio.get_running_loop()
        self._transport, _ = await loop.create_datagram_endpoint(lambda: self, remote_addr=(host, port))

    def show(self, moment: Moment) -> None:
        """See ``Output``."""
        now = time.monotonic()
        if self._transport is None or now - self._sent_at < 0.9 / OUT_FPS:
            return
        self._sent_at = now
        for datagram in avatar_datagrams(moment.pose, now - self._began):
            self._transport.sendto(datagram)

    def error_received(self, exc: Exception) -> None:
        """Nobody listens there yet."""

    def close(self) -> None:
        """Ends."""
        if self._transport is not None:
            self._transport.close()


def avatar_datagrams(pose: Poses, seconds: float) -> list[bytes]:
    """Bundles that tell of a pose, float32 [45], each short enough for any network; ``seconds`` since the beginning."""
    avatar = avatar_of(pose)
    messages = [_message("/VMC/Ext/OK", ("i", 1)), _message("/VMC/Ext/T", ("f", seconds))]
    for name, turn in avatar.bones.items():
        numbers = (0.0, 0.0, 0.0, *turn)
        messages.append(_message("/VMC/Ext/Bone/Pos", ("s", name), *(("f", number) for number in numbers)))
    for name, amount in avatar.blendshapes.items():
        messages.append(_message("/VMC/Ext/Blend/Val", ("s", name), ("f", amount)))
    messages.append(_message("/VMC/Ext/Blend/Apply"))
    return list(_bundles(messages))


def _message(address: str, *values: tuple[str, Any]) -> bytes:
    from pythonosc.osc_message_builder import OscMessageBuilder

    builder = OscMessageBuilder(address)
    for kind, value in values:
        builder.add_arg(value, kind)
    return builder.build().dgram


def _bundles(messages: list[bytes]) -> Iterator[bytes]:
    now = _BUNDLE + struct.pack(">Q", 1)  # OSC's time for "at once"
    bundle = now
    for message in messages:
        if len(bundle) + _SIZE.size + len(message) > _MTU:
            yield bundle
            bundle = now
        bundle += _SIZE.pack(len(message)) + message
    yield bundle
