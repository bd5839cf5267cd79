"""Clips: every kind is read, upright and in time; what is no clip, or too much of one, ends in one sentence."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image as Picture

from pipeline.motion import clip as clips
from pipeline.motion.clip import Clip
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
from pipeline.types import UserError
from tests.pipeline.motion.clips import SAMPLE, Image, sample_frames, set_matrix, write_clip, write_sound


def quadrants(count: int = 6) -> list[Image]:
    """64 x 48 pictures, red at the upper left, that grow brighter frame by frame."""
    image = np.zeros((48, 64, 3), np.uint8)
    image[:24, :32, 0] = 200
    return [image + np.uint8(5 * at % 50) for at in range(count)]


def is_red(patch: Image) -> bool:
    mean = patch.reshape(-1, 3).mean(axis=0)
    return bool(mean[0] > 120 > mean[1])


def test_every_frame_comes_once_with_its_time() -> None:
    frames = list(Clip(SAMPLE).frames())
    assert len(frames) == 100
    assert frames[0].image.shape == (512, 512, 3)
    assert np.allclose([f.seconds for f in frames], np.arange(100) / 25, atol=1e-3)


@pytest.mark.parametrize(
    ("codec", "ending"),
    [("libx264", "mov"), ("libx265", "mp4"), ("libvpx-vp9", "webm"), ("libsvtav1", "mp4"), ("gif", "gif"),
     ("mpeg4", "avi"), ("libx264", "mkv"), ("libx264", "ts")],
)  # fmt: skip
def test_containers_and_codecs(tmp_path: Path, codec: str, ending: str) -> None:
    path = write_clip(
        tmp_path / f"clip.{ending}", [np.repeat(np.repeat(q, 2, 0), 2, 1) for q in quadrants()], codec=codec
    )
    frames = list(Clip(path).frames())
    assert len(frames) == 6
    assert is_red(frames[0].image[8:40, 8:56])
    assert not is_red(frames[0].image[56:88, 72:120])


@pytest.mark.parametrize(
    ("matrix", "red"),
    [
        ((1, 0, 0, 1), (0, 0)),
        ((0, 1, -1, 0), (0, 1)),  # a quarter turn clockwise
        ((-1, 0, 0, -1), (1, 1)),
        ((0, -1, 1, 0), (1, 0)),
        ((-1, 0, 0, 1), (0, 1)),  # flipped left to right
        ((0, 1, 1, 0), (0, 0)),  # transposed
    ],
)
def test_the_display_matrix_is_obeyed(tmp_path: Path, matrix: tuple[int, int, int, int], red: tuple[int, int]) -> None:
    path = write_clip(tmp_path / "clip.mp4", quadrants())
    set_matrix(path, *matrix)
    image = next(iter(Clip(path).frames())).image
    turned = matrix[0] == 0
    assert image.shape == ((64, 48, 3) if turned else (48, 64, 3))
    height, width = image.shape[0] // 2, image.shape[1] // 2
    patches = {(r, c): is_red(image[r * height + 4 : (r + 1) * height - 4, c * width + 4 : (c + 1) * width - 4])
               for r in (0, 1) for c in (0, 1)}  # fmt: skip
    assert [place for place, found in patches.items() if found] == [red]


def test_uneven_times_are_kept(tmp_path: Path) -> None:
    seconds = [0.0, 0.04, 0.1, 0.3, 0.36, 0.4]
    path = write_clip(tmp_path / "clip.mp4", quadrants(), seconds=seconds)
    assert np.allclose([f.seconds for f in Clip(path).frames()], seconds, atol=2e-3)


def test_a_fast_clip_is_thinned_out_while_decoding(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.mp4", quadrants(60), fps=60)
    thinned = [f.seconds for f in Clip(path).frames(20)]
    assert np.allclose(thinned, np.arange(20) / 20, atol=1 / 60)
    assert len(list(Clip(path).frames(50))) == 60


def test_large_pictures_are_scaled_down(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.mp4", [np.zeros((1080, 1920, 3), np.uint8)])
    assert next(iter(Clip(path).frames())).image.shape == (720, 1280, 3)


def test_the_ending_of_the_name_means_nothing(tmp_path: Path) -> None:
    path = tmp_path / "clip.txt"
    path.write_bytes(SAMPLE.read_bytes())
    assert Clip(path).info.codec == "h264"


def test_a_file_cut_off_in_the_middle_keeps_what_came_before(tmp_path: Path) -> None:
    path = tmp_path / "cut.ts"
    whole = write_clip(tmp_path / "whole.ts", sample_frames()[:20]).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert 3 < len(list(Clip(path).frames())) < 20


class TestBadInput:
    def refused(self, path: Path, error: type[UserError]) -> None:
        with pytest.raises(error) as caught:
            list(Clip(path).frames())
        assert str(caught.value).endswith(".")
        assert "\n" not in str(caught.value)

    def test_empty(self, tmp_path: Path) -> None:
        path = tmp_path / "clip.mp4"
        path.touch()
        self.refused(path, EmptyFileError)

    def test_text(self, tmp_path: Path) -> None:
        path = tmp_path / "clip.mp4"
        path.write_text("Hello! " * 100)
        self.refused(path, NotAVideoError)

    def test_a_playlist_opens_no_other_file(self, tmp_path: Path) -> None:
        path = tmp_path / "clip.mp4"
        path.write_text(f"ffconcat version 1.0\nfile {SAMPLE}\n")
        self.refused(path, NotAVideoError)

    @pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "BMP"])
    def test_a_picture_named_mp4(self, tmp_path: Path, kind: str) -> None:
        path = tmp_path / "clip.mp4"
        Picture.new("RGB", (64, 64), "teal").save(path, kind)
        self.refused(path, PictureNotVideoError)

    def test_an_animated_webp_is_not_called_still(self, tmp_path: Path) -> None:
        path = tmp_path / "clip.webp"
        first, *others = (Picture.new("RGB", (64, 64), colour) for colour in ("teal", "red", "white"))
        first.save(path, save_all=True, append_images=others)
        self.refused(path, NotAVideoError)

    def test_a_clip_of_one_frame(self, tmp_path: Path) -> None:
        self.refused(write_clip(tmp_path / "clip.mp4", quadrants(1)), PictureNotVideoError)

    @pytest.mark.parametrize(("name", "codec"), [("a.mp4", "aac"), ("a.mp3", "mp3"), ("a.ogg", "libopus")])
    def test_sound_alone(self, tmp_path: Path, name: str, codec: str) -> None:
        self.refused(write_sound(tmp_path / name, codec), SoundOnlyError)

    def test_4k(self, tmp_path: Path) -> None:
        path = write_clip(tmp_path / "clip.mp4", [np.zeros((2160, 3840, 3), np.uint8)])
        self.refused(path, TooManyPixelsError)

    def test_ten_minutes(self, tmp_path: Path) -> None:
        path = write_clip(tmp_path / "clip.mp4", quadrants(600), fps=1)
        self.refused(path, ClipTooLongError)

    def test_a_length_that_the_headers_hide(self, tmp_path: Path) -> None:
        path = write_clip(tmp_path / "clip.ts", quadrants(4), seconds=[0, 30, 60, 90])
        self.refused(path, ClipTooLongError)

    def test_too_many_frames(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(clips, "MAX_FRAMES", 5)
        self.refused(write_clip(tmp_path / "clip.mp4", quadrants(6)), TooManyFramesError)
        self.refused(write_clip(tmp_path / "clip.ts", quadrants(6)), TooManyFramesError)

    def test_too_many_bytes(self, tmp_path: Path) -> None:
        path = tmp_path / "clip.mp4"
        with path.open("wb") as file:
            file.truncate(clips.MAX_BYTES + 1)
        self.refused(path, ClipTooLargeError)

    @settings(max_examples=25, deadline=None)
    @given(st.lists(st.tuples(st.integers(0, 1), st.integers(0, 255)), min_size=1, max_size=40), st.randoms())
    def test_a_damaged_file_is_read_or_refused(
        self, tmp_path_factory: pytest.TempPathFactory, harm: list[tuple[int, int]], random: object
    ) -> None:
        data = bytearray(_small_clip(tmp_path_factory))
        for place, value in harm:
            at = (len(data) - 700 if place else 40) + hash((value, id(random))) % 600
            data[at % len(data)] = value
        path = tmp_path_factory.mktemp("harmed") / "clip.mp4"
        path.write_bytes(data)
        try:
            frames = list(Clip(path).frames())
        except UserError:
            return
        assert all(frame.image.ndim == 3 for frame in frames)


def _small_clip(folders: pytest.TempPathFactory) -> bytes:
    return write_clip(folders.mktemp("small") / "clip.mp4", quadrants()).read_bytes()
