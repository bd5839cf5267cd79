"""Small requests, and the pictures of what comes of them."""

from __future__ import annotations

import io
from pathlib import Path

import av
import numpy as np
from PIL import Image, ImageSequence

from pipeline.types import (
    AnimojiRequest,
    Format,
    Frames,
    Output,
    PoseTrack,
    PromptSource,
    TrackMotion,
    make_pose,
)

SAMPLE = Path(__file__).parents[2] / "pipeline" / "samples" / "selfie.mp4"
PROMPT = "girl, silver twin tails, blue eyes, sailor uniform"


def short_track(frames: int = 12, fps: float = 12.0) -> PoseTrack:
    """A mouth that opens and a head that turns."""
    steps = np.linspace(0, 1, frames)
    return PoseTrack.still(np.stack([make_pose(mouth_aaa=step, head_y=step) for step in steps]), fps)


def small_request(
    kind: Format = Format.GIF, *, output: Output | None = None, caption: str = "", background: str = "transparent"
) -> AnimojiRequest:
    return AnimojiRequest(
        PromptSource(PROMPT, seed=3),
        TrackMotion(short_track()),
        output or Output(kind, size=64, fps=12.0),
        caption,
        background,
    )


def pictures_of(data: bytes, kind: Format) -> list[Frames]:
    """Every picture in a file, uint8 [H, W, 4]."""
    if kind in (Format.MP4, Format.WEBM):
        with av.open(io.BytesIO(data), "r") as film:
            return [np.asarray(frame.to_ndarray(format="rgba"), np.uint8) for frame in film.decode(video=0)]
    with Image.open(io.BytesIO(data)) as picture:
        return [np.asarray(frame.convert("RGBA")) for frame in ImageSequence.Iterator(picture)]
