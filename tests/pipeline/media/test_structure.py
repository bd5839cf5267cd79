"""The walk over a file's boxes: what a demuxer would choke on is refused in milliseconds, ordinary files are not."""

from __future__ import annotations

import struct
import time
from pathlib import Path
from typing import Any

import av
import pytest

from pipeline.media.errors import IncompleteFileError, OverloadedFileError
from pipeline.media.sniff import sniff
from pipeline.media.structure import check_structure
from pipeline.types import UserError
from tests.pipeline.motion.clips import SAMPLE, sample_frames, write_clip, write_sound
from tests.shared_data import SHARED_DATA, shared

HOSTILE = [
    "q_id3_20000.mp3", "q_id3_5000.mp3", "q_mkv_tags_10000.mkv", "q_mkv_tags_5000.mkv", "q_ogg_20000.ogg",
    "q_ogg_5000.ogg", "v06g_stsz_stsc_85M.mp4", "v06h_1_tracks_20M.mp4", "v06h_3_tracks_20M.mp4",
]  # fmt: skip


def refused(path: Path, error: type[UserError] = OverloadedFileError) -> None:
    began = time.process_time()
    with pytest.raises(error):
        check_structure(path, sniff(path))
    assert time.process_time() - began < 0.5


def write_tagged(path: Path, tags: int, container: str, codec: str) -> Path:
    options = {"movflags": "use_metadata_tags"} if container == "mp4" else {}
    with av.open(str(path), "w", format=container, options=options) as target:
        target.metadata.update({f"tag{number}": "x" for number in range(tags)})
        if codec == "mpeg4":
            stream: Any = target.add_stream(codec, rate=25)
            stream.pix_fmt, stream.height, stream.width = "yuv420p", 48, 64
        else:
            stream = target.add_stream(codec, rate=48000)
            if container == "ogg":  # its comments belong to the stream
                stream.metadata.update(target.metadata)
        target.start_encoding()
    return path


KINDS = [("matroska", "mpeg4"), ("mp4", "mpeg4"), ("asf", "mpeg4"), ("mp3", "libmp3lame"), ("flac", "flac")]


@pytest.mark.parametrize(("container", "codec"), KINDS)
def test_a_file_of_many_tags_is_refused_and_one_of_some_is_not(tmp_path: Path, container: str, codec: str) -> None:
    many = write_tagged(tmp_path / "many", 1500, container, codec)
    some = write_tagged(tmp_path / "some", 100, container, codec)
    refused(many)
    check_structure(some, sniff(some))


def ogg_page(serial: int, flags: int, packet: bytes) -> bytes:
    pages = b""
    while True:
        part, packet = packet[: 255 * 255], packet[255 * 255 :]
        sizes = [255] * (len(part) // 255) + ([] if packet else [len(part) % 255])
        pages += struct.pack("<4sBBqIIIB", b"OggS", 0, flags, 0, serial, 0, 0, len(sizes)) + bytes(sizes) + part
        flags = 1
        if not packet:
            return pages


@pytest.mark.parametrize(
    ("head", "marker"),
    [(b"OpusHead", b"OpusTags"), (b"\x01vorbis", b"\x03vorbis"), (b"\x7fFLAC", b"\x84\0\0\0"), (b"Speex   ", b"")],
)
def test_comments_of_every_ogg_codec_are_counted(tmp_path: Path, head: bytes, marker: bytes) -> None:
    for number in (5000, 20):
        comments = b"".join(struct.pack("<I", 3) + b"a=b" for _ in range(number))
        packet = marker + struct.pack("<I3sI", 3, b"ven", number) + comments
        path = tmp_path / f"{number}.ogg"
        path.write_bytes(ogg_page(1, 2, head.ljust(30, b"\0")) + ogg_page(1, 0, packet))
    refused(tmp_path / "5000.ogg")
    check_structure(tmp_path / "20.ogg", sniff(tmp_path / "20.ogg"))


def test_tags_to_which_only_the_table_of_contents_points(tmp_path: Path) -> None:
    """A demuxer jumps there, also into what else looks like padding."""

    def element(name: int, content: bytes) -> bytes:
        width = (name.bit_length() + 7) // 8
        return name.to_bytes(width, "big") + (len(content) | 1 << 56).to_bytes(8, "big") + content

    simple = element(0x67C8, element(0x45A3, b"a") + element(0x4487, b"b"))
    hidden = element(0x1254C367, element(0x7373, simple * 3000))
    seek_at = len(element(0x114D9B74, element(0x4DBB, element(0x53AB, b"\x12\x54\xc3\x67") + element(0x53AC, b"\0\0"))))
    place = struct.pack(">H", seek_at + 9)
    seek = element(0x114D9B74, element(0x4DBB, element(0x53AB, b"\x12\x54\xc3\x67") + element(0x53AC, place)))
    path = tmp_path / "clip.mkv"
    path.write_bytes(element(0x1A45DFA3, b"") + element(0x18538067, seek + element(0xEC, hidden)))
    refused(path)


def patched(tmp_path: Path, name: bytes, at: int, *numbers: int) -> Path:
    """The sample clip with numbers written into one of its tables."""
    data = bytearray(write_clip(tmp_path / "clip.mp4", sample_frames()[:8]).read_bytes())
    start = data.index(name) + 8 + at
    data[start : start + 4 * len(numbers)] = struct.pack(f">{len(numbers)}I", *numbers)
    (tmp_path / "bomb.mp4").write_bytes(data)
    return tmp_path / "bomb.mp4"


@pytest.mark.parametrize(
    ("name", "at", "numbers"),
    [
        (b"stsz", 0, (1, 85_000_000)),  # sizes that are all alike take no bytes
        (b"stts", 4, (85_000_000,)),
        (b"stts", 0, (85_000_000,)),  # more rows than the table has
        (b"elst", 0, (5_000,)),
    ],
)
def test_an_index_that_unpacks_to_gigabytes(tmp_path: Path, name: bytes, at: int, numbers: tuple[int, ...]) -> None:
    refused(patched(tmp_path, name, at, *numbers))


def test_fragments_that_promise_endless_samples(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.mp4", sample_frames()[:8], options={"movflags": "frag_keyframe+empty_moov"})
    data = bytearray(path.read_bytes())
    at = data.index(b"trun") + 8
    data[at : at + 4] = struct.pack(">I", 400_000_000)
    path.write_bytes(data)
    refused(path)


def test_an_index_of_indexes_that_names_one_again_and_again(tmp_path: Path) -> None:
    def chunk(name: bytes, content: bytes) -> bytes:
        return name + struct.pack("<I", len(content)) + content

    index = chunk(b"ix00", struct.pack("<HBBI", 2, 0, 1, 100_000))
    entries = struct.pack("<QII", 12, len(index), 100_000) * 100
    master = chunk(b"indx", struct.pack("<HBBI4s", 4, 0, 0, 100, b"00dc").ljust(24, b"\0") + entries)
    (tmp_path / "clip.avi").write_bytes(chunk(b"RIFF", b"AVI " + index + master))
    refused(tmp_path / "clip.avi")


def test_a_clip_cut_before_its_index(tmp_path: Path) -> None:
    data = SAMPLE.read_bytes()
    path = tmp_path / "clip.mp4"
    path.write_bytes(data[: int.from_bytes(data[:4], "big")] + struct.pack(">I4s", 100_000, b"mdat") + bytes(5000))
    refused(path, IncompleteFileError)


@pytest.mark.parametrize("data", [b"ID3", b"ID3\3\0\0\0\0\0\0ID3", b"RIFF....AVI indx", b"RIFF....AVI indx\1\0\0\0x"])
def test_headers_that_break_off_are_no_headers(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "file"
    path.write_bytes(data)
    check_structure(path, sniff(path))


def test_ordinary_files_pass(tmp_path: Path) -> None:
    files = [SAMPLE, write_sound(tmp_path / "a.mp3", "libmp3lame"), write_sound(tmp_path / "a.ogg", "libopus")]
    for ending, codec in (("webm", "libvpx"), ("avi", "mpeg4"), ("ts", "libx264"), ("flv", "flv"), ("wmv", "wmv2")):
        files.append(write_clip(tmp_path / f"clip.{ending}", sample_frames()[:8], codec=codec))
    for path in files:
        check_structure(path, sniff(path))


def test_hours_of_film_and_of_plain_sound_are_no_bombs(tmp_path: Path) -> None:
    """They are too long, which is another sentence."""
    check_structure(patched(tmp_path, b"stsz", 0, 1, 200_000), sniff(tmp_path / "bomb.mp4"))
    with av.open(str(tmp_path / "a.mov"), "w") as container:
        stream: Any = container.add_stream("pcm_s16le", rate=48000)
        for _ in range(20):
            frame = av.AudioFrame(format="s16", layout="stereo", samples=48_000)
            frame.sample_rate = 48_000
            for plane in frame.planes:
                plane.update(bytes(plane.buffer_size))
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    check_structure(tmp_path / "a.mov", sniff(tmp_path / "a.mov"))


@pytest.mark.parametrize("name", HOSTILE)
def test_real_ones_are_refused(name: str) -> None:
    refused(shared(f"cases/hostile/{name}"))


def test_real_clips_pass() -> None:
    shared("clips")
    for path in (SHARED_DATA / "clips").glob("*.mp4"):
        check_structure(path, sniff(path))
