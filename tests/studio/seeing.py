"""What a browser follows faces with, in a models folder of the tests' own: nobody's cache decides what is tested."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from pathlib import Path
from shutil import copyfile, which
from typing import Any, Final

import av
import numpy as np
import pytest

from pipeline.models import DownloadError, fetch, get_model, model_path
from tests.shared_data import ROOT, SHARED_DATA

FOLDER: Final = ROOT / ".cache" / "models-of-tests"
PACKAGE: Final = "@mediapipe/tasks-vision@1.1.0"


def _packed() -> None:
    """Takes the page's part out of the npm package, where npm brings it; ``fetch`` then finds it lying there."""
    model, npm = get_model("studio"), which("npm")
    home = model_path(model, FOLDER)
    if npm is None or all((home / file.name).exists() for file in model.files):
        return
    with tempfile.TemporaryDirectory() as name:
        packing = subprocess.run([npm, "pack", PACKAGE], cwd=name, capture_output=True, check=False)
        for path in Path(name).glob("*.tgz") if packing.returncode == 0 else ():
            with tarfile.open(path) as archive:
                for file in model.files:
                    inside = archive.extractfile(f"package/{file.name}")
                    assert inside is not None
                    (home / file.name).parent.mkdir(parents=True, exist_ok=True)
                    (home / file.name).write_bytes(inside.read())


@cache
def _fetched() -> str:
    """Brings it, once; "" or why that does not work."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    landmarker, lying = get_model("face_landmarker"), SHARED_DATA / "face_landmarker.task"
    if lying.is_file() and not (FOLDER / lying.name).exists():
        copyfile(lying, FOLDER / lying.name)
    _packed()
    try:
        for model in (get_model("studio"), landmarker):
            fetch(model, FOLDER)
    except DownloadError as error:
        return str(error)
    return ""


def seeing_models() -> Path:
    """The folder; skips the calling test, with the reason, where its files cannot be had."""
    if reason := _fetched():
        pytest.skip(reason)
    return FOLDER


def numbered_clip(frames: int, fps: int) -> bytes:
    """A WebM of 64 px with one key frame alone, whose frames say their number: eight bars, white where a bit is 1."""
    file = io.BytesIO()
    with av.open(file, "w", format="webm") as out:
        stream: Any = out.add_stream("vp8", rate=fps, options={"g": "1000", "deadline": "realtime", "cpu-used": "8"})
        stream.width, stream.height, stream.pix_fmt = 64, 64, "yuv420p"
        for number in range(frames):
            bars = np.repeat([255 * (number >> bit & 1) for bit in range(8)], 8).astype(np.uint8)
            picture = av.VideoFrame.from_ndarray(np.tile(bars[None, :, None], (64, 1, 3)), "rgb24")
            picture = picture.reformat(format="yuv420p")
            picture.pts, picture.time_base = number, Fraction(1, fps)
            out.mux(stream.encode(picture))
        out.mux(stream.encode())
    return file.getvalue()


def film_of(clip: Path, film: Path, size: int = 320) -> Path:
    """A clip as Chromium's camera for tests plays it, again and again: ``film`` is a .mjpeg."""
    with av.open(str(film), "w", format="mjpeg") as out:
        stream: Any = out.add_stream("mjpeg", rate=25)
        stream.width, stream.height, stream.pix_fmt = size, size, "yuvj420p"
        for number, frame in enumerate(_frames(clip, size)):
            picture = frame.reformat(format="yuvj420p")
            picture.pts = number
            out.mux(stream.encode(picture))
        out.mux(stream.encode())
    return film


def _frames(clip: Path, size: int) -> Iterator[av.VideoFrame]:
    """The frames of a clip, RGB, of another size."""
    with av.open(str(clip)) as source:
        for frame in source.decode(video=0):
            yield av.VideoFrame.from_ndarray(frame.reformat(size, size, "rgb24").to_ndarray(), "rgb24")
