"""MP4 with H.264, which every phone and browser plays; the only format here with sound."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from math import log
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from pipeline.encode.budget import Ladder, Rung, Trial, fit, rungs_for
from pipeline.encode.errors import SoundError
from pipeline.encode.headway import Headway
from pipeline.encode.resize import resize, scaled
from pipeline.encode.spool import FrameSpool
from pipeline.encode.timing import TICKS_PER_SECOND, Timing, timing
from pipeline.interfaces import Encoded
from pipeline.media.sound import UnreadableSoundError, read_sound
from pipeline.pixels.alpha import flatten
from pipeline.types import Float32Array, Output, Pixels
from pipeline.unlinked import unlinked_file

if TYPE_CHECKING:
    from av import VideoFrame
    from av.video.reformatter import VideoReformatter

PAGE: Final = (0x31, 0x33, 0x38)
"""What stands behind a transparent clip, since MP4 has no alpha: Discord's dark page, where most clips are seen."""

BEST_CRF = 17.0
"""x264's constant rate factor: lower is better, 17 is hard to tell from the source."""
SOUND_RATE = 48_000
SOUND_BITS_PER_SECOND = 96_000
_BT709: Final = 1
"""The number of ITU-R BT.709 among primaries, transfer curves and matrices (ITU-T H.273): what players take for granted
of a film that does not say."""
_THREADS = 2
"""A fixed number: x264's bytes depend on it."""

# Frames a second, scale, lowest quality (minus the rate factor).
_STEPS = (
    (50.0, 1.0, -30.0),
    (20.0, 1.0, -32.0),
    (12.5, 1.0, -34.0),
    (12.5, 0.75, -34.0),
    (12.5, 0.625, -34.0),
    (12.5, 0.5, -34.0),
    (10.0, 0.5, -40.0),
    (5.0, 0.25, -45.0),
)


def encode_mp4(spool: FrameSpool, fps: float, output: Output, headway: Headway, sound: Path | None = None) -> Encoded:
    """The spooled clip as the MP4 that ``output`` asks for (a pixel larger where its size is odd).

    ``sound``: the file whose sound is put under it, from its beginning to the clip's end; one without sound is silent.

    Raises:
        BudgetError: it cannot fit.
        SoundError: ``sound`` cannot be decoded.
    """
    samples = None if sound is None else _samples(sound, len(spool) / fps, headway.tick)

    def attempt(rung: Rung, quality: float, limit: int | None) -> Trial:
        del limit
        times = timing(len(spool), fps, rung.fps)
        shown = headway.tried(spool.frames(times.picks), len(times))
        frames = (_even(flatten(resize(frame, scaled(output.size, rung.scale)), PAGE)) for frame in shown)
        data = _write(frames, scaled(output.size, rung.scale), times, -quality, samples, headway.tick)
        return Trial(data, len(data))

    ladder = Ladder(best=-BEST_CRF, slope=log(2) / 6, rungs=rungs_for(fps, output, _STEPS))
    data, rung = fit(attempt, ladder, output.max_bytes)
    times = timing(len(spool), fps, rung.fps)
    pixels = scaled(output.size, rung.scale)
    return Encoded(data, len(times), times.fps, pixels + pixels % 2)


def _samples(path: Path, seconds: float, tick: Callable[[], None]) -> Float32Array | None:
    """The first ``seconds`` of a file's sound: float32 [2, N] at SOUND_RATE, -1..1; None where it has no sound."""
    try:
        sound = read_sound(path, SOUND_RATE, "stereo", seconds, tick)
    except UnreadableSoundError as error:
        raise SoundError from error
    return None if sound is None or not sound.samples.size else sound.samples


def _even(picture: Pixels) -> Pixels:
    """H.264 halves the colour planes, so an odd picture repeats its last row and column."""
    height, width = picture.shape[:2]
    return np.pad(picture, ((0, height % 2), (0, width % 2), (0, 0)), mode="edge")


def _write(
    pictures: Iterator[Pixels],
    size: int,
    times: Timing,
    crf: float,
    samples: Float32Array | None,
    tick: Callable[[], None],
) -> bytes:
    import av
    from av.video.reformatter import ColorRange, VideoReformatter

    # The index moves to the front in a second pass over the file, for which libav needs a path.
    with unlinked_file(suffix=".mp4") as path:
        with av.open(path, "w", format="mp4", options={"movflags": "+faststart", "fflags": "+bitexact"}) as container:
            rate = Fraction(times.fps).limit_denominator(1000)
            video = container.add_stream("libx264", rate=rate)
            video.width = video.height = size + size % 2
            video.pix_fmt = "yuv420p"
            context = video.codec_context
            context.color_primaries = context.color_trc = context.colorspace = _BT709
            context.color_range = ColorRange.MPEG
            # x264's macroblock tree reads memory that nobody wrote: with it, bytes differ from run to run.
            video.options = {"crf": f"{crf:.2f}", "preset": "veryfast", "tune": "animation", "mbtree": "0"}
            video.thread_count = _THREADS
            video.codec_context.time_base = Fraction(1, TICKS_PER_SECOND)
            speech = None
            if samples is not None:
                speech = container.add_stream("aac", rate=SOUND_RATE)
                speech.layout = "stereo"
                speech.bit_rate = SOUND_BITS_PER_SECOND
            shown, rgb_to_yuv = 0, VideoReformatter()
            for picture, ticks in zip(pictures, times.ticks, strict=True):
                frame = _bt709(av.VideoFrame.from_ndarray(picture, format="rgb24"), rgb_to_yuv)
                frame.pts, frame.time_base = shown, Fraction(1, TICKS_PER_SECOND)
                shown += ticks
                container.mux(video.encode(frame))
            container.mux(video.encode(None))
            if speech is not None and samples is not None:
                step = 1024
                for start in range(0, samples.shape[1], step):
                    part = av.AudioFrame.from_ndarray(
                        np.ascontiguousarray(samples[:, start : start + step]), format="fltp", layout="stereo"
                    )
                    part.sample_rate, part.pts, part.time_base = SOUND_RATE, start, Fraction(1, SOUND_RATE)
                    container.mux(speech.encode(part))
                    tick()
                container.mux(speech.encode(None))
        return path.read_bytes()


def _bt709(frame: VideoFrame, scaler: VideoReformatter) -> VideoFrame:
    """An RGB frame as YUV 4:2:0 of BT.709, in the range of television."""
    from av.video.reformatter import ColorRange, Colorspace

    converted = scaler.reformat(
        frame,
        format="yuv420p",
        dst_colorspace=Colorspace.ITU709,
        dst_color_range=ColorRange.MPEG,
    )
    converted.color_primaries = converted.color_trc = converted.colorspace = _BT709
    return converted
