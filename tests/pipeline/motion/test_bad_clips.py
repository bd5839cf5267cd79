"""What is no clip, or too much of one, ends in one sentence."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image as Picture

from pipeline.media.errors import IncompleteFileError
from pipeline.motion import clip as clips
from pipeline.motion.clip import CheckedClip
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
from pipeline.types import UserError
from pipeline.types.limits import CLIP_BYTES
from tests.pipeline.motion.clips import SAMPLE, quadrants, write_clip, write_sound


def refused(path: Path, error: type[UserError]) -> None:
    with pytest.raises(error) as caught:
        list(CheckedClip(path).frames())
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)


def test_empty(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    path.touch()
    refused(path, EmptyFileError)


def test_text(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    path.write_text("Hello! " * 100)
    refused(path, NotAVideoError)


def test_a_playlist_opens_no_other_file(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    path.write_text(f"ffconcat version 1.0\nfile {SAMPLE}\n")
    refused(path, NotAVideoError)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "BMP"])
def test_a_picture_named_mp4(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "clip.mp4"
    Picture.new("RGB", (64, 64), "teal").save(path, kind)
    refused(path, PictureNotVideoError)


def test_a_clip_of_one_frame(tmp_path: Path) -> None:
    refused(write_clip(tmp_path / "clip.mp4", quadrants(1)), PictureNotVideoError)


@pytest.mark.parametrize(("name", "codec"), [("a.mp4", "aac"), ("a.mp3", "mp3"), ("a.ogg", "libopus")])
def test_sound_alone(tmp_path: Path, name: str, codec: str) -> None:
    refused(write_sound(tmp_path / name, codec), SoundOnlyError)


@pytest.mark.parametrize("size", [(2, 64), (64, 1344)])
def test_a_strip(tmp_path: Path, size: tuple[int, int]) -> None:
    refused(write_clip(tmp_path / "clip.mp4", [np.zeros((*size, 3), np.uint8)] * 3), StripError)


def test_a_huge_film_of_nothing(tmp_path: Path) -> None:
    """One large picture, then one pixel of it painted anew six hundred times."""
    path, dot = tmp_path / "clip.gif", tmp_path / "dot.gif"
    Picture.new("P", (2560, 1400)).save(path)
    Picture.new("P", (1, 1)).save(dot)
    film, pixel = path.read_bytes(), dot.read_bytes()
    shown_for_20_ms = b"!\xf9\x04\0\x02\0\0\0"
    frame = shown_for_20_ms + pixel[pixel.index(b",\0\0\0\0") : -1]
    path.write_bytes(film[:-1] + frame * 600 + b";")
    refused(path, BlankClipError)


def test_a_picture_larger_than_its_header_says_is_not_decoded(tmp_path: Path) -> None:
    path = tmp_path / "clip.mov"
    large = [np.zeros((3000, 3000, 3), np.uint8)] * 2
    data = bytearray(write_clip(path, large, codec="png").read_bytes())
    at = data.index(b"png ") + 28
    assert data[at : at + 4] == struct.pack(">HH", 3000, 3000)
    data[at : at + 4] = struct.pack(">HH", 320, 320)
    path.write_bytes(data)
    refused(path, NotAVideoError)


def test_an_mp4_without_its_index(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.mp4", quadrants())
    data = path.read_bytes()
    path.write_bytes(data[: data.index(b"moov") - 4])
    refused(path, IncompleteFileError)


def test_4k(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.mp4", [np.zeros((2160, 3840, 3), np.uint8)])
    refused(path, TooManyPixelsError)


def test_ten_minutes(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.mp4", quadrants(600), fps=1)
    refused(path, ClipTooLongError)


def test_a_length_that_the_headers_hide(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.ts", quadrants(4), seconds=[0, 30, 60, 90])
    refused(path, ClipTooLongError)


def test_too_many_frames(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clips, "CLIP_FRAMES", 5)
    refused(write_clip(tmp_path / "clip.mp4", quadrants(6)), TooManyFramesError)
    refused(write_clip(tmp_path / "clip.ts", quadrants(6)), TooManyFramesError)


def test_too_many_bytes(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    with path.open("wb") as file:
        file.truncate(CLIP_BYTES + 1)
    refused(path, ClipTooLargeError)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 1), st.integers(0, 255)), min_size=1, max_size=40), st.randoms())
def test_a_damaged_file_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, harm: list[tuple[int, int]], random: object
) -> None:
    data = bytearray(_small_clip(tmp_path_factory))
    for place, value in harm:
        at = (len(data) - 700 if place else 40) + hash((value, id(random))) % 600
        data[at % len(data)] = value
    path = tmp_path_factory.mktemp("harmed") / "clip.mp4"
    path.write_bytes(data)
    try:
        frames = list(CheckedClip(path).frames())
    except UserError:
        return
    assert all(frame.image.ndim == 3 for frame in frames)


def _small_clip(folders: pytest.TempPathFactory) -> bytes:
    return write_clip(folders.mktemp("small") / "clip.mp4", quadrants()).read_bytes()
