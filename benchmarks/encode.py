"""The encoders and the composer alone, on a drawn character that talks and turns: CPU time, bytes and likeness.

Our GIF stands beside the two that come with libraries: Pillow's own, and FFmpeg's palette filters.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache
from typing import Final

import numpy as np
from PIL import Image, ImageSequence

from benchmarks.measurement import Measurement
from pipeline.characters import make_character
from pipeline.compose import make_composer
from pipeline.encode import encode
from pipeline.posers import open_poser
from pipeline.progress import ignore
from pipeline.types import (
    BUST,
    FACE,
    FloatArray,
    Format,
    Frames,
    Framing,
    Output,
    Pixels,
    PoseTrack,
    PromptSource,
    clamp_poses,
    neutral_poses,
)
from pipeline.types.pose import POSE_INDEX

PROMPT: Final = "girl, silver twin tails, violet eyes, sailor uniform, smile"
FPS: Final = 20.0
SECONDS: Final = 3.0
EMOJI: Final = 256 * 1024
STICKER: Final = 512 * 1024

Encode = Callable[[Frames], bytes]


def run() -> list[Measurement]:
    """GIFs at three sizes by three encoders; the other formats; what Discord takes as emoji and sticker; composing."""
    found = []
    for size in (128, 320, 512):
        for name, make in (("our GIF", our_gif), ("Pillow's GIF", pillow_gif), ("FFmpeg's GIF", libav_gif)):
            limit = 6.0 if make is our_gif and size == 320 else None
            found += _measure(f"{name}, {size} px", make, drawn(size), ms_at_most=limit)
    for kind in (Format.WEBP, Format.APNG, Format.MP4):
        found += _measure(f"{kind.value}, 320 px", _ours(kind, 320), drawn(320))
    for kind in (Format.GIF, Format.WEBP):
        emoji = _ours(kind, 128, EMOJI)
        found += _measure(f"emoji {kind.value} <= 256 KiB", emoji, drawn(128, FACE), kib_at_most=250)
    for kind in (Format.GIF, Format.APNG):
        sticker = _ours(kind, 320, STICKER)
        found += _measure(f"sticker {kind.value} <= 512 KiB", sticker, drawn(320), kib_at_most=512)
    for background in ("transparent", "sunset", "sakura"):
        found.append(_composing(background))
    return found


@lru_cache(maxsize=1)
def drawn(size: int, framing: Framing = BUST) -> Frames:
    """The clip: uint8 [60, size, size, 4]."""
    character = make_character(PromptSource(PROMPT), ignore).character
    return np.concatenate(list(open_poser(character).animate(character, _talk(), size, framing)))


def _talk() -> PoseTrack:
    """Speaking, blinking and looking around; its end meets its beginning."""
    turn = 2 * np.pi * np.arange(round(SECONDS * FPS)) / (SECONDS * FPS)
    poses = neutral_poses(len(turn))
    for name, values in {
        "mouth_aaa": np.maximum(0, np.sin(9 * turn)) * (0.6 + 0.4 * np.sin(turn)),
        "mouth_raised_corner_left": 0.5 + 0.5 * np.sin(turn),
        "mouth_raised_corner_right": 0.5 + 0.5 * np.sin(turn),
        "eye_wink_left": np.clip(8 * np.cos(2 * turn) - 7, 0, 1),
        "eye_wink_right": np.clip(8 * np.cos(2 * turn) - 7, 0, 1),
        "head_x": 0.3 * np.sin(2 * turn),
        "head_y": 0.7 * np.sin(turn),
        "neck_z": 0.3 * np.cos(turn),
        "body_z": 0.2 * np.sin(turn),
        "breathing": 0.5 - 0.5 * np.cos(turn),
    }.items():
        poses[:, POSE_INDEX[name]] = values
    return PoseTrack.still(clamp_poses(poses), FPS)


def _ours(kind: Format, size: int, max_bytes: int | None = None) -> Encode:
    def make(frames: Frames) -> bytes:
        batches = iter([frames[start : start + 8] for start in range(0, len(frames), 8)])
        return encode(batches, FPS, Output(kind, size, FPS, max_bytes)).data

    return make


def our_gif(frames: Frames) -> bytes:
    return _ours(Format.GIF, frames.shape[1])(frames)


def pillow_gif(frames: Frames) -> bytes:
    pictures = [Image.fromarray(frame) for frame in frames]
    file = io.BytesIO()
    pictures[0].save(
        file, "GIF", save_all=True, append_images=pictures[1:], duration=round(1000 / FPS), loop=0, disposal=2
    )
    return file.getvalue()


def libav_gif(frames: Frames) -> bytes:
    """FFmpeg's ``palettegen`` and ``paletteuse`` without dithering, through PyAV."""
    import av
    import av.filter

    height, width = frames.shape[1:3]
    graph = av.filter.Graph()
    pixels, tick = av.VideoFormat("rgba"), Fraction(1, round(FPS))
    source = graph.add_buffer(width=width, height=height, format=pixels, time_base=tick)
    fork, maker = graph.add("split"), graph.add("palettegen", "reserve_transparent=1")
    user, sink = graph.add("paletteuse", "dither=none:alpha_threshold=128"), graph.add("buffersink")
    source.link_to(fork)
    fork.link_to(user, 0, 0)
    fork.link_to(maker, 1, 0)
    maker.link_to(user, 0, 1)
    user.link_to(sink)
    graph.configure()
    file = io.BytesIO()
    with av.open(file, "w", format="gif") as container:
        stream = container.add_stream("gif", rate=round(FPS))
        stream.width, stream.height, stream.pix_fmt = width, height, "pal8"
        for number, picture in enumerate(frames):
            frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(picture), format="rgba")
            frame.pts = number
            source.push(frame)
        source.push(None)
        for _ in frames:
            mapped = sink.pull()
            if not isinstance(mapped, av.VideoFrame):
                raise TypeError(mapped)
            container.mux(stream.encode(mapped))
        container.mux(stream.encode(None))
    return file.getvalue()


def _measure(
    name: str, make: Encode, frames: Frames, *, ms_at_most: float | None = None, kib_at_most: float | None = None
) -> list[Measurement]:
    data, seconds = _cpu(lambda: make(frames))
    found = [
        Measurement(f"{name}: CPU", 1000 * seconds / len(frames), "ms a frame", at_most=ms_at_most),
        Measurement(f"{name}: size", len(data) / 1024, "KiB", at_most=kib_at_most),
    ]
    shown = _shown(data)
    if shown is not None and shown.shape == frames.shape:
        found.append(Measurement(f"{name}: SSIM", _likeness(frames, shown), ""))
    return found


def _cpu(work: Callable[[], bytes], times: int = 3) -> tuple[bytes, float]:
    """What the work gives, and the CPU seconds of its fastest run."""
    seconds = []
    data = work()
    for _ in range(times):
        began = time.process_time()
        data = work()
        seconds.append(time.process_time() - began)
    return data, min(seconds)


def _shown(data: bytes) -> Frames | None:
    """The pictures of a file as Pillow shows them; None for what it does not read."""
    if data[4:8] == b"ftyp":
        return None
    with Image.open(io.BytesIO(data)) as file:
        return np.stack([np.asarray(frame.convert("RGBA"), np.uint8) for frame in ImageSequence.Iterator(file)])


def _likeness(meant: Frames, shown: Frames) -> float:
    """Mean structural similarity (Wang et al. 2004) in grey, on Discord's dark page, within the character."""
    from skimage.metrics import structural_similarity

    scores = []
    for before, after in zip(meant[::5], shown[::5], strict=True):
        _, everywhere = structural_similarity(_grey(before), _grey(after), data_range=255, full=True)
        scores.append(everywhere[before[..., 3] >= 128].mean())
    return float(np.mean(scores))


def _grey(frame: Pixels) -> FloatArray:
    alpha = frame[..., 3:] >= 128
    return np.asarray(np.where(alpha, frame[..., :3], (0x31, 0x33, 0x38)) @ np.array([0.299, 0.587, 0.114]))


def _composing(background: str) -> Measurement:
    frames = drawn(320)

    def work() -> bytes:
        composer = make_composer(background, "Good morning!", 320, FPS)
        for _ in composer(iter([frames[start : start + 8] for start in range(0, len(frames), 8)])):
            pass
        return b""

    return Measurement(
        f"compose {background} with a caption, 320 px", 1000 * _cpu(work)[1] / len(frames), "ms a frame", at_most=1.5
    )
