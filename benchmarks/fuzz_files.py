"""One valid file of each kind that people send, small, the same bytes each time."""

from __future__ import annotations

import io
import json
import struct
from fractions import Fraction
from typing import Any, Final

import numpy as np

_SAME_BYTES: Final = {"fflags": "+bitexact"}
"""Without random numbers of streams."""


def _pictures(count: int = 6) -> list[np.ndarray[tuple[int, ...], np.dtype[np.uint8]]]:
    ramp = np.linspace(0, 255, 64 * 48 * 3).reshape(48, 64, 3)
    return [np.roll(ramp, 9 * at, axis=1).astype(np.uint8) for at in range(count)]


def clip(codec: str, container: str, pixels: str = "yuv420p", **options: str) -> bytes:
    import av

    buffer = io.BytesIO()
    with av.open(buffer, "w", format=container, options=_SAME_BYTES | options) as target:
        stream: Any = target.add_stream(codec, rate=Fraction(25))
        stream.pix_fmt, stream.height, stream.width = pixels, 48, 64
        stream.thread_count = 1  # what several threads write may depend on which is first
        for image in [*_pictures(), None]:
            frame = None if image is None else av.VideoFrame.from_ndarray(image, "rgb24")
            target.mux(stream.encode(frame))
    return buffer.getvalue()


def sound(codec: str, container: str) -> bytes:
    import av

    buffer = io.BytesIO()
    with av.open(buffer, "w", format=container, options=_SAME_BYTES) as target:
        stream: Any = target.add_stream(codec, rate=48_000)
        wave = (0.3 * np.sin(np.arange(19_200) * 0.03)).astype(np.float32)[None]
        frame = av.AudioFrame.from_ndarray(wave, format="fltp", layout="mono")
        frame.sample_rate = 48_000
        for part in (frame, None):
            target.mux(stream.encode(part))
    return buffer.getvalue()


def saved(kind: str, *, animated: bool = False, **options: Any) -> bytes:
    from PIL import Image

    buffer = io.BytesIO()
    first, *others = (Image.fromarray(each) for each in _pictures())
    if animated:
        options |= {"save_all": True, "append_images": others, "duration": 40}
    first.save(buffer, kind, **options)
    return buffer.getvalue()


def decorated(kind: str, **options: Any) -> bytes:
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    profile = profile[:24] + bytes(12) + profile[36:]  # when it was made
    exif = b"Exif\0\0II*\0" + struct.pack("<IHHHIHHI", 8, 1, 0x112, 3, 1, 6, 0, 0)
    return saved(kind, icc_profile=profile, exif=exif, **options)


def vmd() -> bytes:
    def name(text: str, size: int) -> bytes:
        return text.encode("cp932").ljust(size, b"\0")

    bones = [name("頭", 15) + struct.pack("<I7f", at, 0, 0, 0, 0.1, 0, 0, 1) + bytes(64) for at in (0, 20)]
    morphs = [name(text, 15) + struct.pack("<If", at, at / 20) for text in ("あ", "まばたき") for at in (0, 20)]
    head = b"Vocaloid Motion Data 0002".ljust(30, b"\0") + name("初音ミク", 20)
    return b"".join([head, struct.pack("<I", 2), *bones, struct.pack("<I", 4), *morphs, bytes(12)])


def table() -> bytes:
    from pipeline.motion.blendshapes import BLENDSHAPES

    rows = [f"10:00:00:{at:02d}.0,61," + ",".join(f"{at / 60:.4f}" for _ in BLENDSHAPES) for at in range(12)]
    return "\n".join(["Timecode,BlendShapeCount," + ",".join(BLENDSHAPES), *rows, ""]).encode()


def track() -> bytes:
    from pipeline.types import Gesture, PoseTrack

    track = PoseTrack(
        25.0, np.zeros((5, 45), np.float32), np.ones(5, np.bool_), (1,), (Gesture("wave", 1, 3),),
        np.full((5, 7), 1 / 7, np.float32), times=np.array([0, 0.04, 0.1, 0.3, 0.5]),
    )  # fmt: skip
    return json.dumps(track.to_json()).encode()


def character() -> bytes:
    from pipeline.types import Character, CharacterKind, RigSpec

    return json.dumps(Character(CharacterKind.DRAWN, "a fox", 7, spec=RigSpec()).to_json()).encode()


def student() -> bytes:
    from pipeline.posers.student.file import student_bytes
    from pipeline.posers.student.kernels import KernelKind
    from pipeline.posers.student.model import Box, Field, Student
    from pipeline.types import Judgement, Psnr

    source = np.zeros((512, 512, 4), np.uint8)
    source[64:448, 192:320] = (90, 120, 200, 255)

    def field(kind: KernelKind, height: int, width: int, channels: int) -> Field:
        numbers = kind.numbers.stop - kind.numbers.start
        kept = np.arange(0, height * width * channels, dtype=np.int32)
        wave = np.sin(np.arange(3 * len(kept), dtype=np.float32)).reshape(3, -1)
        centres = np.linspace(-1, 1, 8 * numbers, dtype=np.float32).reshape(8, numbers)
        weights = np.ones((8, 2), np.float32)
        shape = (height, width, channels)
        return Field(kind, (1.0,) * kind.scale_count, centres, weights, wave[0], wave[1:], kept, shape)

    face, flow, rest = (
        field(KernelKind.FACE, 8, 16, 4),
        field(KernelKind.FIGURE, 32, 16, 2),
        field(KernelKind.TURN, 32, 16, 4),
    )
    judgement = Judgement(Psnr(41, 34, 32), 28, 0.99, 24)
    return student_bytes(
        Student("0" * 64, source, face, flow, rest, Box(100, 240, 8, 16), Box(64, 240, 64, 32), judgement)
    )
