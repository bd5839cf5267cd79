"""Small clips with known pixels, and what other people's decoders make of the files."""

from __future__ import annotations

import io
from collections.abc import Iterator

import numpy as np
from hypothesis import strategies as st
from PIL import Image, ImageSequence

from pipeline.encode import encode
from pipeline.interfaces import Encoded
from pipeline.pixels.oklab import oklab
from pipeline.types import Format, FrameBatches, Frames, Output


def ball(count: int, size: int) -> Frames:
    """A shaded ball with a soft edge that runs in a circle on nothing: it uncovers transparent pixels all the time."""
    return np.concatenate(list(ball_batches(count, size)))


def ball_batches(count: int, size: int) -> Iterator[Frames]:
    """The same, one frame at a time."""
    y, x = np.mgrid[:size, :size] + 0.5
    for number in range(count):
        turn = 2 * np.pi * number / 24
        cx, cy = size * (0.5 + 0.2 * np.cos(turn)), size * (0.5 + 0.2 * np.sin(turn))
        away = np.hypot(x - cx, y - cy)
        frame = np.zeros((size, size, 4), np.uint8)
        frame[..., 0] = np.clip(255 - 2 * away * 100 / size, 0, 255)
        frame[..., 1] = 255 * x / size
        frame[..., 2] = 180
        frame[..., 3] = np.clip((size * 0.25 - away) * 96 + 128, 0, 255)
        yield frame[None]


def noise(count: int, size: int, seed: int = 0) -> Frames:
    """The hardest content there is: every pixel of every frame random, half of them transparent."""
    frames = np.random.default_rng(seed).integers(0, 256, (count, size, size, 4), dtype=np.uint8)
    frames[..., 3] = np.where(frames[..., 3] < 128, 0, 255)
    return frames


@st.composite
def patchworks(draw: st.DrawFn) -> Frames:
    """A few small frames of rectangles in any colour and any alpha, which come, go and change."""
    size = draw(st.integers(16, 24))
    frames = np.zeros((draw(st.integers(1, 6)), size, size, 4), np.uint8)
    colour = st.tuples(*[st.integers(0, 255)] * 3, st.sampled_from([0, 3, 90, 127, 128, 200, 255, 255, 255]))
    place = st.integers(0, size - 1)
    if draw(st.booleans()):
        frames[:] = draw(colour)
    for frame in frames:
        for _ in range(draw(st.integers(0, 4))):
            top, left, height, width = (draw(place) for _ in range(4))
            frame[top : top + height + 1, left : left + width + 1] = draw(colour)
    return frames


def made(frames: Frames | FrameBatches, fps: float = 20, **output: object) -> Encoded:
    """The frames encoded, a few at a time; ``output`` as in ``Output`` (the size is the frames' own by default)."""
    if isinstance(frames, np.ndarray):
        output.setdefault("size", frames.shape[1])
        frames = iter([frames[start : start + 4] for start in range(0, len(frames), 4)])
    return encode(frames, fps, Output(fps=fps, **output))  # type: ignore[arg-type]


def shown(data: bytes) -> Frames:
    """Every picture of a file as Pillow shows it, uint8 [N, H, W, 4]."""
    with Image.open(io.BytesIO(data)) as file:
        return np.stack([np.asarray(frame.convert("RGBA")) for frame in ImageSequence.Iterator(file)])


def durations(data: bytes) -> list[float]:
    """How long Pillow shows each picture, in milliseconds."""
    with Image.open(io.BytesIO(data)) as file:
        return [_loaded(frame).info["duration"] for frame in ImageSequence.Iterator(file)]


def _loaded(frame: Image.Image) -> Image.Image:
    frame.load()  # a WebP knows its times only then
    return frame


def shown_by_libav(data: bytes) -> Frames:
    """Every picture of a file as FFmpeg's decoder shows it."""
    import av

    with av.open(io.BytesIO(data), "r") as container:
        pictures = [frame.to_ndarray(format="rgba") for frame in container.decode(video=0)]
    return np.stack(pictures).astype(np.uint8)


def worst_error(meant: Frames, seen: Frames) -> float:
    """The largest distance in OKLab, times 100, where the meant pixel is to be seen (alpha 128 and more).

    1 is just visible side by side. Up to 6 levels of 255 count as equal: near black OKLab makes much of them.
    """
    visible = meant[..., 3] >= 128
    before, after = meant[visible][:, :3], seen[visible][:, :3]
    differs = np.abs(before.astype(np.int16) - after).max(axis=-1, initial=0) > 6
    apart = oklab(before[differs].astype(np.float32)) - oklab(after[differs].astype(np.float32))
    return 100 * float(np.linalg.norm(apart, axis=-1).max(initial=0))


FORMATS = tuple(Format)
