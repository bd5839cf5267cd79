"""A stream decoded packet by packet: one that is damaged or empty is passed over, and decoding goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from av.audio.stream import AudioStream
    from av.container import InputContainer
    from av.packet import Packet
    from av.stream import Stream
    from av.video.stream import VideoStream

MOST_PACKETS: Final = 250_000
"""Of all streams of a file: an hour of sound has 170,000."""
_MOST_STUMBLES: Final = 50
_PATIENCE: Final = 600
"""So many packets may decode to nothing before, and beside as many that do, decoding is given up."""


def packets(container: InputContainer) -> Iterator[Packet[Stream]]:
    """All streams' packets in the file's order, past places where the demuxer stumbles; at most MOST_PACKETS."""
    count = 0
    for _ in range(_MOST_STUMBLES):
        attempt = _Attempt(container)
        for packet in attempt:
            count += 1
            if count > MOST_PACKETS:
                return
            yield packet
        if not attempt.stumbled:
            return


class _Attempt:
    """Packets up to the file's end, or to a place that the demuxer cannot read."""

    def __init__(self, container: InputContainer) -> None:
        self._container = container
        self.stumbled = False

    def __iter__(self) -> Iterator[Packet[Stream]]:
        import av

        try:
            yield from self._container.demux()
        except (av.error.FFmpegError, ValueError):
            self.stumbled = True


@dataclass
class Decoding:
    """Decodes one stream of an opened file.

    Attributes:
        container: the file.
        stream: which of its streams.
        on_packet: called for each packet of the file, whatever it holds; may raise to stop.
        packets: how many of the stream's packets were seen.
        lost: how many of them were damaged.
    """

    container: InputContainer
    stream: VideoStream | AudioStream
    on_packet: Callable[[], None] = lambda: None
    packets: int = 0
    lost: int = 0

    def frames(self) -> Iterator[Any]:
        """Decoded frames (``av.VideoFrame`` or ``av.AudioFrame``) in the order in which they are shown."""
        index, shown = self.stream.index, 0
        last: Packet[Any] | None = None
        for packet in packets(self.container):
            self.on_packet()
            if packet.stream.index != index:
                continue
            if not packet.size:
                # The one without a time is PyAV's own, which asks the decoder for what it holds back; in a file, an
                # empty packet means that nothing has changed, and would end the decoding.
                last = packet if packet.dts is None and packet.pts is None else last
                continue
            self.packets += 1
            for frame in self._decoded(packet):
                shown += 1
                yield frame
            if self.packets > 2 * shown + _PATIENCE:
                break
        if last is not None:
            yield from self._decoded(last)

    def _decoded(self, packet: Packet[Any]) -> list[Any]:
        import av

        try:
            return list(packet.decode())
        except (av.error.FFmpegError, ValueError):
            self.lost += 1
            return []
