"""Films: what MP4 and WebM have in common, a stream of pictures with times of their own and sound under it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import log
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, cast

from pipeline.encode.budget import Ladder, Rung, Trial, fit, rungs_for
from pipeline.encode.cut import Cut
from pipeline.encode.headway import Headway
from pipeline.encode.soundtrack import Soundtrack, sound_samples
from pipeline.encode.spool import FrameSpool
from pipeline.encode.timing import TICKS_PER_SECOND, Timing
from pipeline.interfaces import Encoded
from pipeline.types import Float32Array, Output, Pixels
from pipeline.unlinked import unlinked_file

if TYPE_CHECKING:
    from av import VideoFrame, VideoStream
    from av.video.reformatter import VideoReformatter

_THREADS: Final = 2
"""A fixed number: the bytes depend on it."""


def _as_it_is(picture: Pixels) -> Pixels:
    return picture


def _nothing(_video: VideoStream) -> None:
    pass


@dataclass(frozen=True)
class Film:
    """How a kind of film is written.

    Attributes:
        container: FFmpeg's name of the muxer, which is the file's ending as well.
        muxing: options of the muxer.
        video: FFmpeg's name of the encoder of pictures.
        audio: and of sound.
        pixels: FFmpeg's name of the pixels' format.
        options: options of the encoder of pictures, for a constant rate factor.
        best_crf: the rate factor where nothing presses: lower is better.
        octave: by how many rate factors the bytes halve.
        steps: frames a second, scale, lowest quality (minus the rate factor), from the best downwards.
        converted: the frame of a prepared picture.
        multiple: what sides are a multiple of.
        prepared: a picture, RGBA, as large and with as many channels as the encoder takes it.
        set_up: tells the stream what else it should know.
    """

    container: str
    muxing: Mapping[str, str]
    video: str
    audio: Literal["aac", "libopus"]
    pixels: str
    options: Callable[[float], dict[str, str]]
    best_crf: float
    octave: int
    steps: tuple[tuple[float, float, float], ...]
    converted: Callable[[Pixels, VideoReformatter], VideoFrame]
    multiple: int = 1
    prepared: Callable[[Pixels], Pixels] = _as_it_is
    set_up: Callable[[VideoStream], None] = _nothing

    def side(self, size: int) -> int:
        """Pixels along a side of a film of pictures of this size."""
        return size + -size % self.multiple


def encode_film(
    film: Film, spool: FrameSpool, fps: float, output: Output, headway: Headway, sound: Path | None
) -> Encoded:
    """The spooled clip as the film that ``output`` asks for.

    Args:
        film: which kind.
        sound: the file whose sound is put under it, from its beginning to the clip's end; one without sound is silent.

    Raises:
        BudgetError: it cannot fit.
        SoundError: ``sound`` cannot be decoded.
    """
    samples = None if sound is None else sound_samples(sound, len(spool) / fps, headway.tick)

    def attempt(rung: Rung, quality: float, limit: int | None) -> Trial:
        del limit
        cut = Cut.of(spool, fps, output, rung)
        pictures = map(film.prepared, cut.frames(spool, headway))
        data = _write(film, pictures, film.side(cut.size), cut.times, -quality, samples, headway.tick)
        return Trial(data, len(data))

    ladder = Ladder(best=-film.best_crf, slope=log(2) / film.octave, rungs=rungs_for(fps, output, film.steps))
    data, rung = fit(attempt, ladder, output.max_bytes)
    cut = Cut.of(spool, fps, output, rung)
    return Encoded(data, len(cut.times), cut.times.fps, film.side(cut.size))


def _write(
    film: Film,
    pictures: Iterator[Pixels],
    side: int,
    times: Timing,
    crf: float,
    samples: Float32Array | None,
    tick: Callable[[], None],
) -> bytes:
    import av
    from av.video.reformatter import VideoReformatter

    # An index moves to the front in a second pass over the file, for which libav needs a path.
    with unlinked_file(suffix=f".{film.container}") as path:
        with av.open(path, "w", format=film.container, options=dict(film.muxing)) as container:
            rate = Fraction(times.fps).limit_denominator(1000)
            video = cast("VideoStream", container.add_stream(film.video, rate=rate))
            video.width = video.height = side
            video.pix_fmt = film.pixels
            film.set_up(video)
            video.options = dict[str, object](film.options(crf))
            video.thread_count = _THREADS
            video.codec_context.time_base = Fraction(1, TICKS_PER_SECOND)
            soundtrack = None if samples is None else Soundtrack(container, film.audio, samples)
            shown, scaler = 0, VideoReformatter()
            for picture, ticks in zip(pictures, times.ticks, strict=True):
                frame = film.converted(picture, scaler)
                frame.pts, frame.time_base = shown, Fraction(1, TICKS_PER_SECOND)
                shown += ticks
                container.mux(video.encode(frame))
                if soundtrack is not None:
                    soundtrack.write(shown / TICKS_PER_SECOND)
                tick()
            container.mux(video.encode(None))
            if soundtrack is not None:
                soundtrack.end()
        return path.read_bytes()
