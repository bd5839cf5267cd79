"""A recording -> samples. What people send is hostile until it is decoded: everything is bounded."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from pipeline.media.sound import UnreadableSoundError, read_sound
from pipeline.types import Float32Array, UserError
from pipeline.types.limits import VOICE_BYTES, VOICE_SECONDS

RATE: Final = 16_000
"""Samples per second of what is analysed."""

Samples = Float32Array
"""float32 [N], mono, -1..1."""


class VoiceFileError(UserError):
    """The file is no recording that can be read."""

    key = "error.voice_file"
    template = "That recording could not be read: use a voice message, an .ogg, .mp3, .m4a or .wav file."


class VoiceTooLargeError(UserError):
    """The recording has too many bytes."""

    key = "error.voice_too_large"
    template = "That recording is {megabytes} MB large: use one of at most {limit} MB."


class NoSoundError(UserError):
    """The file holds no sound."""

    key = "error.voice_no_sound"
    template = "There is no sound in that file: use a voice message, an .ogg, .mp3, .m4a or .wav file."


def decode(path: Path, on_packet: Callable[[], None] = lambda: None) -> tuple[Samples, bool]:
    """The first 30 s of a recording at 16 kHz, and whether there was more; ``on_packet`` may raise to stop.

    Raises:
        VoiceFileError: it cannot be decoded, or is not there.
        VoiceTooLargeError: the file is larger than 25 MB.
        NoSoundError: it can be read, but has no sound.
        IncompleteFileError, OverloadedFileError: see ``check_structure``.
    """
    try:
        size = path.stat().st_size
        if size > VOICE_BYTES:
            raise VoiceTooLargeError(megabytes=round(size / 1e6), limit=round(VOICE_BYTES / 1e6))
        sound = read_sound(path, RATE, "mono", VOICE_SECONDS, on_packet)
    except (OSError, UnreadableSoundError) as error:
        raise VoiceFileError from error
    if sound is None or not sound.samples.size:
        raise NoSoundError
    return sound.samples[0], sound.goes_on
