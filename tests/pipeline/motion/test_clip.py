"""Clips: every kind is read, upright and in time."""

from __future__ import annotations

import gc
import struct
from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from PIL import Image as Picture
from PIL import ImageCms

from pipeline.media.sniff import FileKind, sniff
from pipeline.motion.clip import CheckedClip
from tests.pipeline.motion.clips import SAMPLE, Image, quadrants, sample_frames, set_matrix, write_clip
from tests.shared_data import shared


def is_red(patch: Image) -> bool:
    mean = patch.reshape(-1, 3).mean(axis=0)
    return bool(mean[0] > 120 > mean[1])


def test_every_frame_comes_once_with_its_time() -> None:
    frames = list(CheckedClip(SAMPLE).frames())
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
    frames = list(CheckedClip(path).frames())
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
    image = next(iter(CheckedClip(path).frames())).image
    turned = matrix[0] == 0
    assert image.shape == ((64, 48, 3) if turned else (48, 64, 3))
    height, width = image.shape[0] // 2, image.shape[1] // 2
    patches = {(r, c): is_red(image[r * height + 4 : (r + 1) * height - 4, c * width + 4 : (c + 1) * width - 4])
               for r in (0, 1) for c in (0, 1)}  # fmt: skip
    assert [place for place, found in patches.items() if found] == [red]


def test_a_turn_that_a_matroska_file_asks_for(tmp_path: Path) -> None:
    path = tmp_path / "clip.mkv"
    with av.open(str(path), "w") as container:
        stream: Any = container.add_stream("libx264", rate=25)
        stream.pix_fmt, stream.height, stream.width = "yuv420p", 48, 64
        stream.set_display_rotation(-90)
        for image in [*quadrants(), None]:
            container.mux(stream.encode(None if image is None else av.VideoFrame.from_ndarray(image, "rgb24")))
    image = next(iter(CheckedClip(path).frames())).image
    assert image.shape == (64, 48, 3)
    assert is_red(image[4:28, 28:44])


def test_uneven_times_are_kept(tmp_path: Path) -> None:
    seconds = [0.0, 0.04, 0.1, 0.3, 0.36, 0.4]
    path = write_clip(tmp_path / "clip.mp4", quadrants(), seconds=seconds)
    assert np.allclose([f.seconds for f in CheckedClip(path).frames()], seconds, atol=2e-3)


def test_a_fast_clip_is_thinned_out_while_decoding(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.mp4", quadrants(60), fps=60)
    thinned = [f.seconds for f in CheckedClip(path).frames(20)]
    assert np.allclose(thinned, np.arange(20) / 20, atol=1 / 60)
    assert len(list(CheckedClip(path).frames(50))) == 60


def test_a_clip_of_uneven_times_is_thinned_evenly(tmp_path: Path) -> None:
    """Sixty frames in the first second, ten in the next two: of the slow part nothing is left out."""
    seconds = [*(np.arange(60) / 60), *(1 + np.arange(20) / 10)]
    path = write_clip(tmp_path / "clip.mp4", quadrants(80), seconds=seconds)
    thinned = [f.seconds for f in CheckedClip(path).frames(15)]
    assert thinned[-19:] == pytest.approx(seconds[-19:], abs=2e-3)
    assert 14 <= len(thinned[:-19]) <= 17


def test_large_pictures_are_scaled_down(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.mp4", [np.zeros((1080, 1920, 3), np.uint8)])
    assert next(iter(CheckedClip(path).frames())).image.shape == (720, 1280, 3)


def test_the_ending_of_the_name_means_nothing(tmp_path: Path) -> None:
    path = tmp_path / "clip.txt"
    path.write_bytes(SAMPLE.read_bytes())
    assert CheckedClip(path).info.codec == "h264"


def test_a_file_cut_off_in_the_middle_keeps_what_came_before(tmp_path: Path) -> None:
    path = tmp_path / "cut.ts"
    whole = write_clip(tmp_path / "whole.ts", sample_frames()[:20]).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert 3 < len(list(CheckedClip(path).frames())) < 20


def harm_packets(path: Path, numbers: Iterable[int]) -> Path:
    """Fills these packets of the film with ones, behind what their container puts before them."""
    with av.open(str(path)) as container:
        places = [(p.pos, p.size) for p in container.demux(video=0) if p.size]
    data = bytearray(path.read_bytes())
    for number in numbers:
        at, size = places[number]
        assert at is not None
        data[at + 16 : at + size] = b"\xff" * (size - 16)
    path.write_bytes(data)
    return path


class TestDamage:
    """What is damaged is left out; what comes behind it is not."""

    @pytest.mark.parametrize(("codec", "ending"), [("libx264", "mp4"), ("mpeg4", "avi"), ("libvpx", "webm")])
    def test_one_packet(self, tmp_path: Path, codec: str, ending: str) -> None:
        path = write_clip(tmp_path / f"clip.{ending}", sample_frames()[:40], codec=codec)
        clip = CheckedClip(harm_packets(path, [20]))
        seconds = [frame.seconds for frame in clip.frames()]
        assert len(seconds) >= 37
        assert seconds[-1] == pytest.approx(39 / 25, abs=0.01)
        assert clip.lost < 0.1

    def test_the_first_packet(self, tmp_path: Path) -> None:
        path = write_clip(tmp_path / "clip.avi", quadrants(20), codec="mjpeg")
        assert len(list(CheckedClip(harm_packets(path, [0])).frames())) == 19

    def test_how_much_is_lost_is_known(self, tmp_path: Path) -> None:
        clip = CheckedClip(harm_packets(write_clip(tmp_path / "clip.avi", quadrants(20), codec="mjpeg"), range(3, 13)))
        assert len(list(clip.frames())) == 10
        assert clip.lost == pytest.approx(0.5, abs=0.03)

    def test_the_missing_end_of_an_indexed_file_counts_as_lost(self, tmp_path: Path) -> None:
        path = write_clip(tmp_path / "clip.mp4", sample_frames()[:40], options={"movflags": "faststart"})
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
        clip = CheckedClip(path)
        shown = len(list(clip.frames()))
        assert 5 < shown < 35
        assert clip.lost == pytest.approx(1 - shown / 40, abs=0.06)

    def test_empty_and_repeated_packets(self, tmp_path: Path) -> None:
        """A camera that misses a picture writes an empty packet into an AVI, or the last one again."""
        path = tmp_path / "clip.avi"
        whole = write_clip(tmp_path / "whole.avi", quadrants(6), codec="mjpeg")
        with av.open(str(whole)) as source, av.open(str(path), "w") as target:
            stream = target.add_stream_from_template(source.streams.video[0])
            for number, data in enumerate([bytes(p) for p in source.demux(video=0) if p.size]):
                for repeat, content in enumerate([data, b"" if number % 2 else data]):
                    packet: Any = av.Packet(content)
                    packet.stream, packet.time_base = stream, Fraction(1, 25)
                    packet.pts = packet.dts = 2 * number + repeat
                    target.mux(packet)
        assert [frame.seconds for frame in CheckedClip(path).frames()][-1] == pytest.approx(10 / 25)

    @pytest.mark.parametrize("name", ["damaged_frame20_h264.mp4", "damaged_frame20_mpeg4.avi"])
    def test_real_ones(self, name: str) -> None:
        frames = list(CheckedClip(shared(f"cases/{name}")).frames())
        assert len(frames) == 74
        assert frames[-1].seconds == pytest.approx(74 / 25)


class TestKinds:
    """Containers of cameras, phones and browsers."""

    def seconds(self, path: Path) -> list[float]:
        frames = list(CheckedClip(path).frames())
        assert is_red(frames[0].image[4:20, 4:28])
        return [frame.seconds for frame in frames]

    def test_packets_of_192_bytes(self, tmp_path: Path) -> None:
        plain = write_clip(tmp_path / "clip.ts", quadrants(), container_format="mpegts").read_bytes()
        path = tmp_path / "clip.mts"
        path.write_bytes(b"".join(b"\0\0\0\0" + plain[at : at + 188] for at in range(0, len(plain), 188)))
        assert len(self.seconds(path)) == 6

    def test_a_fragment_behind_a_segment_type(self, tmp_path: Path) -> None:
        options = {"movflags": "frag_keyframe+empty_moov+default_base_moof"}
        path = write_clip(tmp_path / "clip.mp4", quadrants(), options=options)
        path.write_bytes(struct.pack(">I4s4sI4s", 20, b"styp", b"msdh", 0, b"msdh") + path.read_bytes())
        assert len(self.seconds(path)) == 6

    @pytest.mark.parametrize(
        ("codec", "container"), [("mpeg2video", "mpeg"), ("wmv2", "asf"), ("flv", "flv"), ("mpeg4", "3gp")]
    )
    def test_containers_of_older_cameras(self, tmp_path: Path, codec: str, container: str) -> None:
        path = write_clip(tmp_path / "clip", quadrants(), codec=codec, container_format=container)
        assert len(self.seconds(path)) == 6

    @pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF"])
    def test_animated_pictures(self, tmp_path: Path, kind: str) -> None:
        first, *others = (Picture.fromarray(image) for image in quadrants())
        first.save(tmp_path / "clip", kind, save_all=True, append_images=others, duration=50)
        assert self.seconds(tmp_path / "clip") == pytest.approx([0, 0.05, 0.1, 0.15, 0.2, 0.25], abs=1e-3)

    def test_an_animated_png_behind_a_large_profile(self, tmp_path: Path) -> None:
        first, *others = (Picture.fromarray(image) for image in quadrants())
        profile = np.random.default_rng(0).bytes(9000)
        first.save(tmp_path / "a.png", save_all=True, append_images=others, duration=50, icc_profile=profile)
        assert len(self.seconds(tmp_path / "a.png")) == 6

    @pytest.mark.parametrize("first", [b"\x01vorbis", b"\x80theora"])
    def test_theora_with_its_sound_first(self, tmp_path: Path, first: bytes) -> None:
        path = tmp_path / "clip.ogv"
        heads = [b"\x01vorbis", b"\x80theora"]
        pages = [
            struct.pack("<4sBBqIIIB", b"OggS", 0, 2, 0, serial, 0, 0, 1) + bytes([30]) + head.ljust(30, b"\0")
            for serial, head in enumerate([first, *(head for head in heads if head != first)])
        ]
        path.write_bytes(b"".join(pages))
        assert sniff(path) is FileKind.OGG_VIDEO

    @pytest.mark.parametrize(
        ("name", "count"),
        [("avchd_192_byte_packets.mts", 50), ("fragment_styp_first.mp4", 50), ("animated.png", 10)],
    )
    def test_real_ones(self, name: str, count: int) -> None:
        assert len(list(CheckedClip(shared(f"cases/{name}")).frames())) == count


class TestShapes:
    @pytest.mark.parametrize(("pixel", "shape"), [(Fraction(2), (48, 128, 3)), (Fraction(1, 2), (96, 64, 3))])
    def test_pixels_that_are_not_square(self, tmp_path: Path, pixel: Fraction, shape: tuple[int, int, int]) -> None:
        path = write_clip(tmp_path / "clip.mp4", quadrants(), pixel=pixel)
        assert next(iter(CheckedClip(path).frames())).image.shape == shape

    def test_a_size_that_changes_in_the_middle(self, tmp_path: Path) -> None:
        path = tmp_path / "clip.webm"
        large = [np.repeat(np.repeat(image, 2, 0), 2, 1) for image in quadrants(4)]
        with av.open(str(path), "w") as container:
            stream: Any = container.add_stream("libvpx", rate=25)
            stream.pix_fmt, stream.height, stream.width = "yuv420p", 48, 64
            number = 0
            for images in (quadrants(4), large):
                context: Any = av.CodecContext.create("libvpx", "w")
                context.pix_fmt, context.height, context.width = "yuv420p", *images[0].shape[:2]
                context.time_base, context.framerate = Fraction(1, 25), Fraction(25)
                for image in [*images, None]:
                    frame = None if image is None else av.VideoFrame.from_ndarray(image, "rgb24")
                    for packet in context.encode(frame):
                        packet.stream, packet.time_base = stream, Fraction(1, 25)
                        packet.pts = packet.dts = number
                        number += 1
                        container.mux(packet)
        frames = list(CheckedClip(path).frames())
        assert len(frames) == 8
        assert {frame.image.shape for frame in frames} == {(48, 64, 3)}
        assert all(is_red(f.image[4:20, 4:28]) and not is_red(f.image[28:44, 36:60]) for f in frames)


class TestWhichStream:
    def write(self, path: Path, streams: list[tuple[str, list[Image], int]]) -> Path:
        with av.open(str(path), "w") as container:
            opened: list[Any] = []
            for codec, images, disposition in streams:
                stream: Any = container.add_stream(codec, rate=25)
                stream.pix_fmt = "yuvj420p" if codec == "mjpeg" else "yuv420p"
                stream.height, stream.width = images[0].shape[:2]
                stream.disposition = disposition
                opened.append(stream)
            for stream, (_, images, _) in zip(opened, streams, strict=True):
                for image in [*images, None]:
                    frame = None if image is None else av.VideoFrame.from_ndarray(image, "rgb24")
                    container.mux(stream.encode(frame))
        return path

    def test_a_thumbnail_comes_first(self, tmp_path: Path) -> None:
        blue = np.zeros((48, 64, 3), np.uint8)
        path = self.write(tmp_path / "clip.mp4", [("mjpeg", [blue], 0), ("libx264", quadrants(8), 1)])
        frames = list(CheckedClip(path).frames())
        assert len(frames) == 8
        assert is_red(frames[0].image[4:20, 4:28])

    def test_the_one_marked_to_be_shown(self, tmp_path: Path) -> None:
        blue = [np.zeros((48, 64, 3), np.uint8)] * 8
        path = self.write(tmp_path / "clip.mkv", [("libx264", blue, 0), ("libx264", quadrants(8), 1)])
        assert is_red(next(iter(CheckedClip(path).frames())).image[4:20, 4:28])

    def test_not_an_empty_one(self, tmp_path: Path) -> None:
        path = tmp_path / "clip.mkv"
        with av.open(str(path), "w") as container:
            empty: Any = container.add_stream("mpeg4", rate=25)
            empty.pix_fmt, empty.height, empty.width, empty.disposition = "yuv420p", 480, 640, 1
            stream: Any = container.add_stream("mpeg4", rate=25)
            stream.pix_fmt, stream.height, stream.width = "yuv420p", 48, 64
            for image in [*quadrants(8), None]:
                frame = None if image is None else av.VideoFrame.from_ndarray(image, "rgb24")
                container.mux(stream.encode(frame))
        assert len(list(CheckedClip(path).frames())) == 8

    def test_the_length_is_the_films_not_the_sounds(self, tmp_path: Path) -> None:
        path = tmp_path / "clip.webm"
        with av.open(str(path), "w") as container:
            film: Any = container.add_stream("libvpx", rate=25)
            film.pix_fmt, film.height, film.width = "yuv420p", 48, 64
            sound: Any = container.add_stream("libopus", rate=48000)
            for image in [*quadrants(8), None]:
                frame = None if image is None else av.VideoFrame.from_ndarray(image, "rgb24")
                container.mux(film.encode(frame))
            for at in range(0, 70 * 48000, 960):
                still = av.AudioFrame.from_ndarray(np.zeros((1, 1920), np.int16), format="s16", layout="stereo")
                still.sample_rate, still.pts = 48000, at
                container.mux(sound.encode(still))
        clip = CheckedClip(path)
        assert clip.info.seconds == pytest.approx(8 / 25, abs=0.05)
        assert len(list(clip.frames())) == 8

    def test_a_clock_that_starts_at_two_hours(self, tmp_path: Path) -> None:
        for ending in ("ts", "mkv"):
            path = write_clip(tmp_path / f"c.{ending}", quadrants(6), seconds=[7200 + at / 25 for at in range(6)])
            assert [f.seconds for f in CheckedClip(path).frames()] == pytest.approx(np.arange(6) / 25, abs=2e-3)


class TestCosts:
    def test_every_packet_is_reported(self, tmp_path: Path) -> None:
        heard: list[None] = []
        list(CheckedClip(write_clip(tmp_path / "clip.mp4", quadrants(30)), lambda: heard.append(None)).frames())
        assert len(heard) >= 60

    def test_side_data_with_a_name_is_left_alone(self, tmp_path: Path) -> None:
        """PyAV frees the names of a frame's side data twice: whoever asks for them dies when garbage is collected."""
        first, *others = (Picture.fromarray(image) for image in quadrants())
        profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
        first.save(tmp_path / "a.png", save_all=True, append_images=others, icc_profile=profile)
        assert len(list(CheckedClip(tmp_path / "a.png").frames())) == 6
        gc.collect()
