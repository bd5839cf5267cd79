"""A clip's frames, one at a time: sniffed and bounded before anything is decoded, upright, with their times.

A clip comes from a stranger. The container is recognised by its first bytes and only that one demuxer is allowed (a
playlist can therefore never make us open other files), and each limit is checked on the headers first and again while
decoding, because headers lie. Nothing is kept: memory does not grow with the clip.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt

from pipeline.motion.errors import (
    ClipTooLargeError,
    ClipTooLongError,
    EmptyFileError,
    NotAVideoError,
    PictureNotVideoError,
    SoundOnlyError,
    TooManyFramesError,
    TooManyPixelsError,
)

if TYPE_CHECKING:
    from av import VideoFrame
    from av.container import InputContainer
    from av.video.reformatter import VideoReformatter
    from av.video.stream import VideoStream

MAX_BYTES: Final = 100_000_000
MAX_PIXELS: Final = 2560 * 1440
"""Above what a front camera films by default, below 4K."""
MAX_SECONDS: Final = 60.0
MAX_FRAMES: Final = 3720
"""A minute at 60 frames per second, and a little."""
SEEN_SIDE: Final = 1280
"""Longer sides are scaled down to this while decoding; the face mesh looks at 192 pixels."""

Image = npt.NDArray[np.uint8]
"""uint8 [H, W, 3]: RGB, upright."""


@dataclass(frozen=True)
class ClipInfo:
    """What the headers say. ``frames`` is 0 and ``seconds`` 0.0 where they say nothing; ``fps`` is the average."""

    width: int
    height: int
    fps: float
    frames: int
    seconds: float
    codec: str


@dataclass(frozen=True)
class ClipFrame:
    """One frame: ``seconds`` since the first one, and the picture as it should be seen."""

    seconds: float
    image: Image


_HEAD_BYTES = 64
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"BM", b"II*\x00", b"MM\x00*", b"<svg")
_WEBP_ANIMATED = 0x02
"""A flag of the WebP container's VP8X chunk."""
_PICTURE_BRANDS = (b"avif", b"heic", b"heix", b"mif1")
_SOUNDS = (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2", b"\xff\xf1", b"\xff\xf9", b"OggS", b"fLaC", b"#!AMR")
_TS_PACKET = 188


def _demuxer(path: Path) -> str:
    """The one demuxer that may open this file, by its first bytes."""
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
        file.seek(_TS_PACKET)
        second_packet = file.read(1)
    if not head:
        raise EmptyFileError
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        # FFmpeg reads still ones alone; an animated one at least is not called still.
        raise NotAVideoError if head[12:16] == b"VP8X" and head[20] & _WEBP_ANIMATED else PictureNotVideoError
    if head.startswith(_PICTURES):
        raise PictureNotVideoError
    if head[4:8] == b"ftyp" and head[8:12] in _PICTURE_BRANDS:
        raise PictureNotVideoError
    if head[:4] == b"OggS" and b"theora" in head:
        return "ogg"
    if head.startswith(_SOUNDS) or (head[:4] == b"RIFF" and head[8:12] == b"WAVE"):
        raise SoundOnlyError
    if head[4:8] in (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip"):
        return "mov"
    if head.startswith(b"\x1a\x45\xdf\xa3"):
        return "matroska"
    if head.startswith(b"GIF8"):
        return "gif"
    if head[:4] == b"RIFF" and head[8:12] == b"AVI ":
        return "avi"
    if head.startswith(b"FLV\x01"):
        return "flv"
    if head[:1] == b"\x47" == second_packet:
        return "mpegts"
    raise NotAVideoError


class Clip:
    """A video file that passed the checks of its headers.

    Args:
        path: the file; its name's ending means nothing.

    Raises:
        EmptyFileError, NotAVideoError, PictureNotVideoError, SoundOnlyError: it is not a video.
        ClipTooLargeError, TooManyPixelsError, ClipTooLongError, TooManyFramesError: it is beyond a limit.
    """

    def __init__(self, path: Path) -> None:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise ClipTooLargeError(megabytes=round(size / 1e6), limit=MAX_BYTES // 1_000_000)
        self._path = path
        self._format = _demuxer(path)
        import av

        try:
            with self._open() as container:
                self.info = _read_info(container)
        except av.error.FFmpegError as error:
            raise NotAVideoError from error

    def _open(self) -> InputContainer:
        import av

        return av.open(str(self._path), format=self._format, metadata_errors="ignore")

    def frames(self, fps: float = 0.0) -> Iterator[ClipFrame]:
        """The clip's frames in the order in which they are shown.

        Args:
            fps: the rate that is going to be asked of the motion. Frames that come more than half again as often are
                thinned out before they cost anything; 0 keeps every frame.

        Raises:
            NotAVideoError: not even one frame can be decoded.
            PictureNotVideoError: there is only one.
            ClipTooLongError, TooManyFramesError, TooManyPixelsError: the frames go beyond what the headers told.
        """
        import av
        from av.video.reformatter import VideoReformatter

        seen = 0
        scaler = VideoReformatter()
        try:
            with self._open() as container:
                for frame, seconds in _timed(container, _video_stream(container)):
                    seen += 1
                    if seen > MAX_FRAMES:
                        raise TooManyFramesError(limit=MAX_FRAMES)
                    if self._is_wanted(seconds, fps):
                        yield ClipFrame(seconds, _upright_image(frame, scaler))
        except (av.error.FFmpegError, ValueError) as error:
            # A file cut off in the middle still has the frames before the cut.
            if not seen:
                raise NotAVideoError from error
        if not seen:
            raise NotAVideoError
        if seen == 1:
            raise PictureNotVideoError

    def _is_wanted(self, seconds: float, fps: float) -> bool:
        """Whether this frame is the nearest to a tick of the asked rate; always, unless the clip's is far above."""
        if fps <= 0 or self.info.fps <= 1.5 * fps:
            return True
        interval = 1.0 / self.info.fps
        return ((seconds + interval / 2) * fps) % 1.0 < interval * fps


def _read_info(container: InputContainer) -> ClipInfo:
    """The checked headers of an opened file."""
    stream = _video_stream(container)
    context = stream.codec_context
    _check_pixels(context.width, context.height)
    duration = stream.duration and stream.time_base and float(stream.duration * stream.time_base)
    seconds = float(duration or (container.duration or 0) / 1e6)
    if seconds > MAX_SECONDS:
        raise ClipTooLongError(limit=round(MAX_SECONDS))
    if stream.frames > MAX_FRAMES:
        raise TooManyFramesError(limit=MAX_FRAMES)
    rate = float(stream.average_rate or stream.guessed_rate or 0) or 25.0
    return ClipInfo(context.width, context.height, rate, stream.frames, max(seconds, 0.0), context.name)


def _video_stream(container: InputContainer) -> VideoStream:
    """The first stream of moving pictures; the cover of a song is not one."""
    from av.stream import Disposition

    for stream in container.streams.video:
        if stream.codec_context is not None and not stream.disposition & Disposition.attached_pic:
            return stream
    raise SoundOnlyError if container.streams.audio else NotAVideoError


def _check_pixels(width: int, height: int) -> None:
    if width * height > MAX_PIXELS:
        raise TooManyPixelsError(width=width, height=height, limit="2560x1440")


def _timed(container: InputContainer, stream: VideoStream) -> Iterator[tuple[VideoFrame, float]]:
    """Decoded frames with seconds since the first, strictly growing; without a time, at the average rate."""
    stream.thread_type = "SLICE"  # threads by frame cost more time and memory than they save here
    step = 1.0 / float(stream.average_rate or 25)
    first: float | None = None
    last = -step
    for frame in container.decode(stream):
        time = frame.time
        if first is None:
            first = 0.0 if time is None else time
        seconds = last + step if time is None else time - first
        if seconds <= last:
            seconds = last + min(step, 1e-3)
        if seconds > MAX_SECONDS + 1:
            raise ClipTooLongError(limit=round(MAX_SECONDS))
        _check_pixels(frame.width, frame.height)
        yield frame, seconds
        last = seconds


def _upright_image(frame: VideoFrame, scaler: VideoReformatter) -> Image:
    """The frame as RGB [H, W, 3], at most SEEN_SIDE long, turned and flipped as its display matrix says.

    One ``scaler`` for a whole clip saves making its tables for each frame, which takes longer than using them.
    """
    scale = min(1.0, SEEN_SIDE / max(frame.width, frame.height))
    scaled = scaler.reformat(
        frame,
        format="rgb24",
        width=max(2, round(frame.width * scale)),
        height=max(2, round(frame.height * scale)),
        interpolation="FAST_BILINEAR" if scale < 1 else None,
    )
    image = scaled.to_ndarray()
    a, b, c, d = _display_matrix(frame)
    if a == 0 and d == 0:  # a quarter turn: x and y change places
        image, flip_x, flip_y = image.transpose(1, 0, 2), c < 0, b < 0
    else:
        flip_x, flip_y = a < 0, d < 0
    return np.ascontiguousarray(image[:: -1 if flip_y else 1, :: -1 if flip_x else 1])


def _display_matrix(frame: VideoFrame) -> tuple[int, int, int, int]:
    """(a, b, c, d) of the frame's display matrix as signs: shown x = a·x + c·y, shown y = b·x + d·y.

    Source: ISO/IEC 14496-12, the track header's matrix; FFmpeg hands it on as nine 32-bit integers.
    """
    from av.sidedata.sidedata import Type

    side_data: Any = frame.side_data  # its stub knows names only
    data = side_data.get(Type.DISPLAYMATRIX)
    if data is None:
        return 1, 0, 0, 1
    matrix = np.frombuffer(data, "<i4")
    corner = matrix[[0, 1, 3, 4]].astype(np.float64)
    signs = np.where(np.abs(corner) > 0.5 * np.abs(corner).max(), np.sign(corner), 0).astype(int)
    a, b, c, d = (int(v) for v in signs)
    is_quarter_turn = abs(a) + abs(d) == 0 and abs(b) + abs(c) == 2
    is_half_turn = abs(a) + abs(d) == 2 and abs(b) + abs(c) == 0
    return (a, b, c, d) if is_quarter_turn or is_half_turn else (1, 0, 0, 1)
