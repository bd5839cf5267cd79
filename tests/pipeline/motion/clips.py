"""Clips that tests make themselves."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import av
import numpy as np
import numpy.typing as npt

from tests.shared_data import ROOT

Image = npt.NDArray[np.uint8]

_PIXELS = {"gif": "rgb8", "png": "rgb24", "mjpeg": "yuvj420p"}
SAMPLE = ROOT / "pipeline" / "samples" / "selfie.mp4"


@cache
def truth() -> dict[str, Any]:
    """What the sample clip shows, frame by frame."""
    data: dict[str, Any] = json.loads(SAMPLE.with_suffix(".json").read_text())
    return data


@cache
def sample_frames() -> tuple[Image, ...]:
    """The sample clip's frames, uint8 [512, 512, 3]."""
    with av.open(str(SAMPLE)) as container:
        return tuple(np.asarray(frame.to_ndarray(format="rgb24"), np.uint8) for frame in container.decode(video=0))


def write_clip(
    path: Path,
    frames: Iterable[Image],
    fps: int = 25,
    codec: str = "libx264",
    seconds: Sequence[float] | None = None,
    container_format: str | None = None,
    options: dict[str, str] | None = None,
    pixel: Fraction = Fraction(1),
) -> Path:
    """Encodes frames.

    Args:
        path: the file.
        frames: pictures of one size.
        fps: their rate.
        codec: FFmpeg's name of the encoder.
        seconds: their times where they do not come evenly.
        container_format: FFmpeg's name of the muxer; None for the one of the name's ending.
        options: of the muxer.
        pixel: how many times as broad as high a pixel is.
    """
    # SVT-AV1 makes the thread that opens it a real-time one where that is root's, and all that the thread starts later
    # would go before everything else on the machine: it gets one that ends.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(_write, path, frames, fps, codec, seconds, container_format, options, pixel).result()


def _write(
    path: Path,
    frames: Iterable[Image],
    fps: int,
    codec: str,
    seconds: Sequence[float] | None,
    container_format: str | None,
    options: dict[str, str] | None,
    pixel: Fraction,
) -> Path:
    with av.open(str(path), "w", format=container_format, options=options or {}) as container:
        stream: Any = container.add_stream(codec, rate=Fraction(fps))
        stream.pix_fmt = _PIXELS.get(codec, "yuv420p")
        stream.codec_context.sample_aspect_ratio = pixel
        if codec == "libx264":
            stream.options = {"crf": "20", "preset": "ultrafast"}
        if seconds is not None:
            stream.time_base = stream.codec_context.time_base = Fraction(1, 1000)
        for at, image in enumerate(frames):
            if at == 0:
                stream.height, stream.width = image.shape[:2]
            frame = av.VideoFrame.from_ndarray(image, "rgb24")
            if seconds is not None:
                frame.pts, frame.time_base = round(seconds[at] * 1000), Fraction(1, 1000)
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return path


def set_matrix(path: Path, a: int, b: int, c: int, d: int) -> None:
    """Writes a display matrix into the (only) track header of an MP4 file (ISO/IEC 14496-12, 8.3.2)."""
    data = bytearray(path.read_bytes())
    at = data.index(b"tkhd") + 44
    data[at : at + 36] = struct.pack(">9i", a << 16, b << 16, 0, c << 16, d << 16, 0, 0, 0, 1 << 30)
    path.write_bytes(data)


def write_sound(path: Path, codec: str = "aac") -> Path:
    """A second of a tone, and no picture."""
    with av.open(str(path), "w") as container:
        stream: Any = container.add_stream(codec, rate=48000)
        tone = (0.2 * np.sin(np.arange(48000) * 2 * np.pi * 220 / 48000)).astype(np.float32)[None]
        frame = av.AudioFrame.from_ndarray(tone, format="fltp", layout="mono")
        frame.sample_rate = 48000
        for part in (frame, None):
            container.mux(stream.encode(part))
    return path


def write_two_people(path: Path, frames: slice = slice(None)) -> Path:
    """The sample's person at the left, and beside them the same person, who does it all the other way round in time."""
    shown = [frame[:, 80:432] for frame in sample_frames()[frames]]
    pairs = zip(shown, reversed(shown), strict=True)
    return write_clip(path, (np.ascontiguousarray(np.concatenate(pair, axis=1)) for pair in pairs))


def quadrants(count: int = 6) -> list[Image]:
    """64 x 48 pictures, red at the upper left, that grow brighter frame by frame."""
    image = np.zeros((48, 64, 3), np.uint8)
    image[:24, :32, 0] = 200
    return [image + np.uint8(5 * at % 50) for at in range(count)]
