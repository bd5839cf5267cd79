"""A recording -> samples. What people send is hostile until it is decoded: everything is bounded."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from pipeline.types import Float32Array, UserError

if TYPE_CHECKING:
    from av.audio.frame import AudioFrame
    from av.container import InputContainer

RATE: Final = 16_000
"""Samples per second of what is analysed."""
MAX_SECONDS: Final = 30.0
MAX_BYTES: Final = 25_000_000
_CONTAINERS: Final = "aac,aiff,amr,asf,avi,caf,flac,matroska,mov,mp3,mpeg,mpegts,ogg,wav"
"""FFmpeg's names of what may be opened; playlists and scripts, which open other files, are not among them."""

Samples = Float32Array
"""float32 [N], mono, -1..1."""


class VoiceFileError(UserError):
    key = "error.voice_file"
    template = "That recording could not be read: use a voice message, an .ogg, .mp3, .m4a or .wav file."


class VoiceTooLargeError(UserError):
    key = "error.voice_too_large"
    template = "That recording is {megabytes} MB large: use one of at most {limit} MB."


class NoSoundError(UserError):
    key = "error.voice_no_sound"
    template = "There is no sound in that file: use a voice message, an .ogg, .mp3, .m4a or .wav file."


def decode(path: Path) -> tuple[Samples, bool]:
    """The first 30 s of a recording at 16 kHz, and whether there was more.

    Raises:
        VoiceFileError: it cannot be decoded, or is not there.
        VoiceTooLargeError: the file is larger than 25 MB.
        NoSoundError: it decodes, but has no sound.
    """
    import av

    try:
        size = path.stat().st_size
    except OSError as error:
        raise VoiceFileError from error
    if size > MAX_BYTES:
        raise VoiceTooLargeError(megabytes=round(size / 1e6), limit=round(MAX_BYTES / 1e6))
    limit = round(MAX_SECONDS * RATE)
    parts: list[Samples] = []
    count = 0
    try:
        with av.open(str(path), options={"format_whitelist": _CONTAINERS}, metadata_errors="ignore") as container:
            if not container.streams.audio:
                raise NoSoundError
            resampler = av.AudioResampler(format="flt", layout="mono", rate=RATE)
            for frame in _frames(container):
                for piece in resampler.resample(frame):
                    parts.append(piece.to_ndarray().reshape(-1).astype(np.float32))
                    count += len(parts[-1])
                if count > limit:
                    break
    except (av.error.FFmpegError, OSError, ValueError, UnicodeError) as error:
        raise VoiceFileError from error
    if count == 0:
        raise NoSoundError
    samples = np.nan_to_num(np.concatenate(parts)).clip(-1, 1)
    return samples[:limit].astype(np.float32), count > limit


def _frames(container: InputContainer) -> Iterator[AudioFrame]:
    """Decoded sound; a file that breaks off in the middle gives what came before."""
    import av

    given = False
    try:
        for frame in container.decode(audio=0):
            given = True
            yield frame
    except av.error.FFmpegError:
        if not given:
            raise
