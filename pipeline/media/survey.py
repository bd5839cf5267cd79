"""What a file's packets say about its streams: how many, how large, over how long. Nothing is decoded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.media.decoding import packets

if TYPE_CHECKING:
    from av.container import InputContainer


@dataclass
class StreamSurvey:
    """One stream's packets.

    Attributes:
        packets: how many there are.
        bytes: their sizes together.
        seconds: from the first one to the last, and that one's own length where it has one. A clock that jumps back
            is taken to go on.
    """

    packets: int = 0
    bytes: int = 0
    seconds: float = 0.0
    _clock: float | None = None

    def see(self, size: int, clock: float | None) -> None:
        """Counts a packet of ``size`` bytes at ``clock`` seconds."""
        self.packets += 1
        self.bytes += size
        if clock is not None:
            self.seconds += 0.0 if self._clock is None else max(0.0, clock - self._clock)
            self._clock = clock


def survey(container: InputContainer, on_packet: Callable[[], None]) -> dict[int, StreamSurvey]:
    """Surveys of all streams by their index; ``on_packet`` is called for each packet and may raise to stop."""
    found = {stream.index: StreamSurvey() for stream in container.streams}
    own_length = dict.fromkeys(found, 0.0)
    for packet in packets(container):
        on_packet()
        if not packet.size:
            continue
        index, base = packet.stream_index, packet.time_base
        clock = packet.pts if packet.dts is None else packet.dts
        found.setdefault(index, StreamSurvey()).see(packet.size, None if clock is None else float(clock * base))
        own_length[index] = float((packet.duration or 0) * base)
    for index, seconds in own_length.items():
        if found[index].packets:
            found[index].seconds += seconds
    return found
