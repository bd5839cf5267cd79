"""A clip's frames, one at a time: sniffed and bounded before anything is decoded, upright, with their times.

A clip comes from a stranger. It is opened as ``pipeline.media`` says, and each limit is checked on the headers and the
packets first and again while decoding, because headers lie. Nothing is kept: memory does not grow with the clip.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from pipeline.media.boxes import UPRIGHT, Matrix, display_matrix, quarter_turn
from pipeline.media.decoding import MOST_PACKETS, Decoding
from pipeline.media.opening import open_media
from pipeline.media.sniff import FILMS, SOUNDS, FileKind, sniff
from pipeline.media.structure import check_structure
from pipeline.media.survey import StreamSurvey, survey
from pipeline.motion.errors import (
    BlankClipError,
    ClipTooLargeError,
    ClipTooLongError,
    EmptyFileError,
    NotAVideoError,
    PictureNotVideoError,
    SoundOnlyError,
    StripError,
    TooManyFramesError,
    TooManyPixelsError,
)
from pipeline.types import Pixels
from pipeline.types.limits import CLIP_BYTES, CLIP_FRAMES, CLIP_PIXELS, CLIP_SECONDS

if TYPE_CHECKING:
    from av import VideoFrame
    from av.container import InputContainer
    from av.video.reformatter import VideoReformatter
    from av.video.stream import VideoStream

LONGEST_SHAPE: Final = 20
"""How many times longer than wide a picture may be."""
_DECODED_PIXELS: Final = CLIP_PIXELS + CLIP_PIXELS // 8
"""What a decoder may make: its pictures are whole blocks, of which the edges are cut off."""
_BLANK_PIXELS: Final = 2_000_000_000
_PIXELS_PER_BYTE: Final = 50_000
"""A film of more pixels than the one that holds less than a byte for so many shows nothing: the poorest recording of a
person holds twenty times as much, and a still screen five times."""
SEEN_SIDE: Final = 1280
"""Longer sides are scaled down to this while decoding; the face mesh looks at 192 pixels."""

Image = Pixels
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


OnPacket = Callable[[], None]
"""Called for each packet that is read, whether it shows something or not; may raise to stop."""


class CheckedClip:
    """A video file that passed the checks of its headers and packets.

    Args:
        path: the file; its name's ending means nothing.
        on_packet: see ``OnPacket``.

    Attributes:
        info: what the headers say.
        lost: after ``frames``: the share of the film that was damaged, 0..1.

    Raises:
        EmptyFileError, NotAVideoError, PictureNotVideoError, SoundOnlyError: it is not a video.
        IncompleteFileError, OverloadedFileError: see ``check_structure``.
        ClipTooLargeError, TooManyPixelsError, ClipTooLongError, TooManyFramesError: it is beyond a limit.
        StripError, BlankClipError: it can show no face.
    """

    def __init__(self, path: Path, on_packet: OnPacket = lambda: None) -> None:
        size = path.stat().st_size
        if size > CLIP_BYTES:
            raise ClipTooLargeError(megabytes=round(size / 1e6), limit=CLIP_BYTES // 1_000_000)
        self.lost = 0.0
        self._path = path
        self._on_packet = on_packet
        self._kind = sniff(path)
        self._stream = 0
        if self._kind not in FILMS | {FileKind.WEBP}:
            raise _REFUSALS.get(self._kind, SoundOnlyError if self._kind in SOUNDS else NotAVideoError)
        check_structure(path, self._kind)
        if self._kind is FileKind.WEBP:
            self.info = self._read_webp()
            return
        import av

        try:
            with self._open() as container:
                found = survey(container, on_packet)
                if sum(each.packets for each in found.values()) >= MOST_PACKETS:
                    raise TooManyFramesError(limit=CLIP_FRAMES)
                stream = _video_stream(container, found)
                self._stream = stream.index
                self.info = _read_info(stream, found[stream.index])
        except (av.error.FFmpegError, ValueError) as error:
            raise NotAVideoError from error

    def _open(self) -> InputContainer:
        return open_media(self._path, self._kind, _DECODED_PIXELS)

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

        seen, ticks = 0, -1
        for seconds, image in self._webp() if self._kind is FileKind.WEBP else self._film():
            passed = self._ticks(seconds, fps)
            if passed is None or passed > ticks:
                ticks = -1 if passed is None else passed
                try:
                    picture = image()
                except (av.error.FFmpegError, ValueError):  # pixels of a kind that cannot be turned into RGB
                    continue
                yield ClipFrame(seconds, picture)
            seen += 1
            if seen > CLIP_FRAMES:
                raise TooManyFramesError(limit=CLIP_FRAMES)
        if not seen:
            raise NotAVideoError
        if seen == 1:
            raise PictureNotVideoError

    def _film(self) -> Iterator[tuple[float, Callable[[], Image]]]:
        """Times, and what makes each picture if it is wanted."""
        import av
        from av.video.reformatter import VideoReformatter

        try:
            with self._open() as container:
                stream: Any = container.streams[self._stream]
                stream.thread_type = "SLICE"  # threads by frame cost more time and memory than they save here
                decoding = Decoding(container, stream, self._on_packet)
                scaler, view = VideoReformatter(), _View(1, 1, UPRIGHT)
                is_first = True
                for frame, seconds in _timed(decoding, 1.0 / self.info.fps):
                    if is_first:
                        is_first, view = False, _View.of(frame, stream.sample_aspect_ratio, self._turn(stream, frame))
                    yield seconds, lambda frame=frame, view=view: _upright_image(frame, view, scaler)  # type: ignore[misc]
                promised = self.info.frames if self._kind is FileKind.MOV else 0
                whole = max(1, decoding.packets, promised)
                self.lost = 1 - (decoding.packets - decoding.lost) / whole
        except (av.error.FFmpegError, ValueError) as error:
            raise NotAVideoError from error

    def _turn(self, stream: VideoStream, frame: VideoFrame) -> Matrix:
        """How the stream is to be turned. PyAV's ``frame.side_data`` knows it too, but frees some of it twice, and
        keeps a frame that was asked for it in memory.
        """
        turn = display_matrix(self._path, stream.id) if self._kind is FileKind.MOV else UPRIGHT
        return quarter_turn(frame.rotation) if turn == UPRIGHT else turn

    def _read_webp(self) -> ClipInfo:
        from PIL import Image as Pictures

        try:
            with Pictures.open(self._path, formats=("WEBP",)) as picture:
                count = int(getattr(picture, "n_frames", 1))
                _check_pixels(*picture.size)
        except (OSError, SyntaxError, ValueError, Pictures.DecompressionBombError) as error:
            raise NotAVideoError from error
        if count > CLIP_FRAMES:
            raise TooManyFramesError(limit=CLIP_FRAMES)
        return ClipInfo(*picture.size, 25.0, count, 0.0, "webp")

    def _webp(self) -> Iterator[tuple[float, Callable[[], Image]]]:
        from PIL import Image as Pictures

        with Pictures.open(self._path, formats=("WEBP",)) as picture:
            seconds = 0.0
            for index in range(self.info.frames):
                self._on_packet()
                try:
                    picture.seek(index)
                    image = np.asarray(picture.convert("RGB"))
                except (OSError, SyntaxError, ValueError, EOFError):
                    self.lost = 1 - index / self.info.frames
                    return
                if seconds > CLIP_SECONDS + 1:
                    raise ClipTooLongError(limit=round(CLIP_SECONDS))
                yield seconds, lambda image=image: _scaled(image)  # type: ignore[misc]
                seconds += max(10, int(picture.info.get("duration", 0)) or 100) / 1000

    def _ticks(self, seconds: float, fps: float) -> int | None:
        """How many ticks of the asked rate have their nearest frame here or before: a frame without a new one is left
        out. None where every frame is wanted, since the clip's own rate is not far above.
        """
        if fps <= 0 or self.info.fps <= 1.5 * fps:
            return None
        return math.floor((seconds + 0.5 / self.info.fps) * fps)


_REFUSALS: Final[dict[FileKind, type[Exception]]] = {
    FileKind.EMPTY: EmptyFileError,
    FileKind.STILL: PictureNotVideoError,
}


def _read_info(stream: VideoStream, found: StreamSurvey) -> ClipInfo:
    """The checked headers of a film, and what its packets say."""
    context = stream.codec_context
    _check_pixels(context.width, context.height)
    if found.seconds > CLIP_SECONDS + 1:
        raise ClipTooLongError(limit=round(CLIP_SECONDS))
    if found.packets > 2 * CLIP_FRAMES or stream.frames > CLIP_FRAMES:
        raise TooManyFramesError(limit=CLIP_FRAMES)
    pixels = found.packets * context.width * context.height
    if pixels > max(_BLANK_PIXELS, _PIXELS_PER_BYTE * found.bytes):
        raise BlankClipError
    rate = float(stream.average_rate or stream.guessed_rate or 0) or 25.0
    return ClipInfo(context.width, context.height, rate, stream.frames, found.seconds, context.name)


def _video_stream(container: InputContainer, found: dict[int, StreamSurvey]) -> VideoStream:
    """The film: not the cover of a song, a thumbnail or an empty stream, and of several the one meant to be shown."""
    from av.stream import Disposition

    aside = Disposition.attached_pic | Disposition.timed_thumbnails | Disposition.still_image
    films = [
        stream
        for stream in container.streams.video
        if stream.codec_context is not None and not stream.disposition & aside and found[stream.index].packets
    ]
    if not films:
        raise SoundOnlyError if container.streams.audio else NotAVideoError
    return max(
        films,
        key=lambda stream: (
            found[stream.index].packets > 1,
            bool(stream.disposition & Disposition.default),
            stream.codec_context.width * stream.codec_context.height,
            found[stream.index].packets,
            -stream.index,
        ),
    )


def _check_pixels(width: int, height: int) -> None:
    if width * height > CLIP_PIXELS:
        raise TooManyPixelsError(width=width, height=height, limit="2560x1440")
    if max(width, height) > LONGEST_SHAPE * min(width, height) > 0:
        raise StripError(width=width, height=height, limit=LONGEST_SHAPE)


_JUMP_SECONDS: Final = 1.0
"""A clock that goes back by this much was set anew; by less, frames came in a wrong order."""


def _timed(decoding: Decoding, step: float) -> Iterator[tuple[VideoFrame, float]]:
    """Decoded frames with seconds since the first, strictly growing; without a time, ``step`` after the last.

    A frame that comes again at the same time is left out.
    """
    start: float | None = None
    last = -step
    for frame in decoding.frames():
        time = frame.time
        if time is None or math.isnan(time):
            seconds = last + step
        else:
            start = time if start is None else start
            seconds = time - start
            if seconds == last:
                continue
            if seconds < last - _JUMP_SECONDS:
                start = time - last - step
                seconds = last + step
        if seconds <= last:
            seconds = last + min(step, 1e-3)
        if seconds > CLIP_SECONDS + 1:
            raise ClipTooLongError(limit=round(CLIP_SECONDS))
        _check_pixels(frame.width, frame.height)
        yield frame, seconds
        last = seconds


_BROADEST_PIXEL: Final = 10
"""A pixel that claims to be broader or higher than this has lost its number."""


@dataclass(frozen=True)
class _View:
    """How all of a clip's frames are to be seen: width and height in square pixels, before ``turn``."""

    width: int
    height: int
    turn: Matrix
    stretch: tuple[float, float] = (1.0, 1.0)

    @classmethod
    def of(cls, frame: VideoFrame, pixel: Fraction | None, turn: Matrix) -> _View:
        """The view that suits a clip's first frame, whose pixels are ``pixel`` times as broad as high."""
        ratio = float(pixel) if pixel and 1 / _BROADEST_PIXEL <= pixel <= _BROADEST_PIXEL else 1.0
        stretch = (max(1.0, ratio), max(1.0, 1 / ratio))
        width, height = frame.width * stretch[0], frame.height * stretch[1]
        scale = min(1.0, SEEN_SIDE / max(width, height))
        return cls(max(2, round(width * scale)), max(2, round(height * scale)), turn, stretch)

    def place(self, frame: VideoFrame) -> tuple[int, int]:
        """The size at which a frame fills the view, or fits into it where its shape is another one."""
        width, height = frame.width * self.stretch[0], frame.height * self.stretch[1]
        scale = min(self.width / width, self.height / height)
        return min(self.width, max(2, round(width * scale))), min(self.height, max(2, round(height * scale)))


def _upright_image(frame: VideoFrame, view: _View, scaler: VideoReformatter) -> Image:
    """The frame as RGB [H, W, 3], at most SEEN_SIDE long, turned and flipped as its display matrix says.

    One ``scaler`` for a whole clip saves making its tables for each frame, which takes longer than using them.
    """
    width, height = view.place(frame)
    scaled = scaler.reformat(
        frame,
        format="rgb24",
        width=width,
        height=height,
        interpolation="FAST_BILINEAR" if max(frame.width, frame.height) > SEEN_SIDE else None,
    )
    image = np.asarray(scaled.to_ndarray(), np.uint8)
    if (width, height) != (view.width, view.height):
        x, y = view.width - width, view.height - height
        image = np.pad(image, ((y // 2, y - y // 2), (x // 2, x - x // 2), (0, 0)))
    a, b, c, d = view.turn
    if a == 0 and d == 0:  # a quarter turn: x and y change places
        image, flip_x, flip_y = image.transpose(1, 0, 2), c < 0, b < 0
    else:
        flip_x, flip_y = a < 0, d < 0
    return np.ascontiguousarray(image[:: -1 if flip_y else 1, :: -1 if flip_x else 1])


def _scaled(image: Image) -> Image:
    """The picture at most SEEN_SIDE long."""
    import cv2

    scale = min(1.0, SEEN_SIDE / max(image.shape[:2]))
    size = (max(2, round(image.shape[1] * scale)), max(2, round(image.shape[0] * scale)))
    return image if scale == 1 else np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), np.uint8)
