"""A file's sound as samples: what a voice's motion is made from and what an MP4 carries are read by the same rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from pipeline.media.decoding import Decoding
from pipeline.media.opening import open_media
from pipeline.media.sniff import FILMS, SOUNDS, FileKind, sniff
from pipeline.media.structure import check_structure
from pipeline.types import Float32Array

if TYPE_CHECKING:
    from av.audio.stream import AudioStream
    from av.container import InputContainer

_FILM_PIXELS = 4_200_000
"""What FFmpeg may decode of a film or a cover while it opens the file; the largest clip, and whole blocks around it."""
_SMALL_GAP, _GAP = 0.01, 0.1
"""Seconds without sound that are filled with silence: behind a damaged packet, and elsewhere (times are rounded)."""


class UnreadableSoundError(Exception):
    """The file is none that holds sound, or nothing of it can be decoded. Stages say it in their own words."""


@dataclass(frozen=True)
class Sound:
    """Samples and whether the file goes on behind them.

    Attributes:
        samples: float32 [channels, N], -1..1; N is 0 where nothing was decoded.
        goes_on: whether there was more than was asked for.
    """

    samples: Float32Array
    goes_on: bool


def read_sound(
    path: Path, rate: int, layout: str, seconds: float, on_packet: Callable[[], None] = lambda: None
) -> Sound | None:
    """The first ``seconds`` of a file's sound; None where it has none. What is damaged is silent.

    Args:
        path: a recording, or a film with sound.
        rate: samples per second.
        layout: mono or stereo.
        seconds: how much of it.
        on_packet: called for each packet that is read; may raise to stop.

    Raises:
        UnreadableSoundError: it cannot be decoded, or is not there.
        IncompleteFileError, OverloadedFileError: see ``check_structure``.
    """
    import av

    try:
        kind = sniff(path)
        if kind not in SOUNDS | FILMS | {FileKind.UNKNOWN}:
            raise UnreadableSoundError
        check_structure(path, kind)
        with open_media(path, kind, _FILM_PIXELS) as container:
            if not container.streams.audio:
                return None
            # PyAV dies when it decodes a stream whose codec it does not know.
            stream = next((each for each in container.streams.audio if each.codec_context is not None), None)
            if stream is None:
                raise UnreadableSoundError
            return _decode(container, stream, rate, layout, round(seconds * rate), on_packet)
    except (av.error.FFmpegError, OSError, ValueError) as error:
        raise UnreadableSoundError from error


def _decode(
    container: InputContainer,
    stream: AudioStream,
    rate: int,
    layout: str,
    wanted: int,
    on_packet: Callable[[], None],
) -> Sound:
    import av

    # Samples of one channel behind each other, or each channel's by themselves.
    channels, sample_format = (1, "flt") if layout == "mono" else (2, "fltp")
    resampler = av.AudioResampler(format=sample_format, layout=layout, rate=rate)
    decoding = Decoding(container, stream, on_packet)
    parts: list[Float32Array] = []
    count = lost = 0
    ends = 0.0
    for frame in decoding.frames():
        pieces = [
            np.asarray(piece.to_ndarray(), np.float32).reshape(channels, -1) for piece in _resampled(resampler, frame)
        ]
        begins, length = frame.time, frame.samples / max(1, frame.sample_rate)
        if begins is not None:
            gap = begins - ends
            if parts and gap > (_SMALL_GAP if decoding.lost > lost else _GAP):
                pieces.insert(0, np.zeros((channels, min(round(gap * rate), wanted)), np.float32))
            ends = begins + length
        lost = decoding.lost
        parts += pieces
        count += sum(piece.shape[1] for piece in pieces)
        if count > wanted:
            break
    if not parts and decoding.lost:
        raise UnreadableSoundError
    samples = np.concatenate(parts, axis=1) if parts else np.zeros((channels, 0), np.float32)
    return Sound(np.nan_to_num(samples[:, :wanted]).clip(-1, 1).astype(np.float32), count > wanted)


def _resampled(resampler: Any, frame: Any) -> list[Any]:
    """What comes out of the resampler; nothing for a frame of another kind than those before it."""
    try:
        return list(resampler.resample(frame))
    except ValueError:
        return []
