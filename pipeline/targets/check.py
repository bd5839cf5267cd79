"""Whether a file is what a place takes: read again by a decoder, whoever made it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pipeline.targets.table import Target
from pipeline.types import Format

_MOST_PIXELS: Final = 4096 * 4096
_MOST_FRAMES: Final = 2000
_FAR_TOO_LARGE: Final = 20
"""A file of so many times the allowed bytes is not decoded to say more."""


@dataclass(frozen=True)
class Seen:
    """What a decoder found in a file. ``plays``: 0 for endlessly, None where the format does not say."""

    format: Format
    width: int
    height: int
    frames: int
    seconds: float
    plays: int | None
    has_alpha: bool
    has_sound: bool = False


class _UnreadableError(Exception):
    """No decoder makes anything of it."""


def check_file(data: bytes, target: Target) -> tuple[str, ...]:
    """What is wrong with a file for a place, each a sentence; nothing if it fits."""
    large = len(data) > target.max_bytes
    problems = [f"It has {len(data)} bytes; {target.name} takes at most {target.max_bytes}."] if large else []
    if len(data) > _FAR_TOO_LARGE * target.max_bytes:
        return tuple(problems)
    try:
        seen = look(data)
    except _UnreadableError as error:
        return (*problems, f"It cannot be read: {error}.")
    return (*problems, *_problems(seen, target))


def look(data: bytes) -> Seen:
    """What is in a GIF, WebP, PNG or WebM; every frame is decoded. Raises _UnreadableError."""
    if data[:4] == b"\x1aE\xdf\xa3":
        return _webm(data)
    return _picture(data)


def _problems(seen: Seen, target: Target) -> Iterator[str]:
    if seen.format is not target.format:
        yield f"It is {_called(seen.format)}; {target.name} takes {_called(target.format)}."
    sides = f"{seen.width}x{seen.height} pixels"
    if target.exact and (seen.width, seen.height) != (target.size, target.size):
        yield f"It has {sides}; {target.name} takes exactly {target.size}x{target.size}."
    elif max(seen.width, seen.height) > target.size:
        yield f"It has {sides}; {target.name} takes at most {target.size}x{target.size}."
    fewest, most = target.frames
    if not fewest <= seen.frames <= most:
        taken = "a picture that does not move" if target.is_still else f"{fewest} to {most}"
        yield f"It has {seen.frames} {'frame' if seen.frames == 1 else 'frames'}; {target.name} takes {taken}."
    if seen.seconds > target.max_seconds + 0.005:
        yield f"One round takes {seen.seconds:.2f} s; {target.name} takes at most {target.max_seconds:g} s."
    if target.whole_seconds and abs(seen.seconds - round(seen.seconds)) > 0.005:
        yield f"One round takes {seen.seconds:.2f} s; {target.name} takes whole seconds."
    if seen.seconds and seen.frames / seen.seconds > target.max_fps + 0.5:
        yield f"It shows {seen.frames / seen.seconds:.1f} frames a second; {target.name} takes {target.max_fps:g}."
    if target.plays is not None and seen.plays is not None and not target.plays[0] <= seen.plays <= target.plays[1]:
        often = "for ever" if seen.plays == 0 else f"{seen.plays} times"
        yield f"It plays {often}; {target.name} takes {target.plays[0]} to {target.plays[1]} times."
    if seen.format is Format.WEBM and not seen.has_alpha:
        yield "It has no transparency."
    if seen.has_sound:
        yield f"It has sound; {target.name} takes none."


def _called(kind: Format) -> str:
    return {Format.GIF: "a GIF", Format.WEBP: "a WebP", Format.APNG: "an APNG", Format.WEBM: "a WebM (VP9)"}.get(
        kind, kind.value
    )


def _picture(data: bytes) -> Seen:
    from PIL import Image

    kinds = {"GIF": Format.GIF, "WEBP": Format.WEBP, "PNG": Format.APNG}
    try:
        with Image.open(io.BytesIO(data), formats=list(kinds)) as image:
            if image.width * image.height > _MOST_PIXELS:
                raise _UnreadableError(f"{image.width}x{image.height} pixels are too many")
            kind, loop = kinds[str(image.format)], image.info.get("loop")
            count = min(int(getattr(image, "n_frames", 1)), _MOST_FRAMES)
            seconds, has_alpha = 0.0, False
            for number in range(count):
                image.seek(number)
                alpha = image.convert("RGBA").getchannel("A").getextrema()
                has_alpha = has_alpha or alpha[0] != 255
                seconds += float(image.info.get("duration", 0)) / 1000
    except _UnreadableError:
        raise
    except Exception as error:  # decoders of damaged files raise nearly everything
        raise _UnreadableError("it is damaged, or no GIF, WebP, PNG or WebM") from error
    plays = None if loop is None else int(loop) + (1 if kind is Format.GIF and loop else 0)
    return Seen(kind, image.width, image.height, count, seconds, plays, has_alpha)


def _webm(data: bytes) -> Seen:
    import av

    try:
        with av.open(io.BytesIO(data), "r", format="matroska") as container:
            video = container.streams.video[0]
            name = video.codec_context.name
            if video.width * video.height > _MOST_PIXELS or not name.endswith("vp9"):
                raise _UnreadableError(f"a WebM of {name} and {video.width}x{video.height} pixels")
            has_sound, has_alpha = bool(container.streams.audio), video.metadata.get("alpha_mode") == "1"
            starts = []
            for frame in container.decode(video):
                starts.append(float(frame.time or 0.0))
                if len(starts) == _MOST_FRAMES:
                    break
            seconds = max((container.duration or 0) / av.time_base, starts[-1])
            return Seen(Format.WEBM, video.width, video.height, len(starts), seconds, None, has_alpha, has_sound)
    except _UnreadableError:
        raise
    except Exception as error:  # as above
        raise _UnreadableError("it is damaged, or no WebM with a film") from error
