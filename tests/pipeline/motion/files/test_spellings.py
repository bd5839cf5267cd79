"""The same motion as other programs write it: other encodings, decimals, clocks; files that break off."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial.transform import Rotation

from pipeline.motion.blendshapes import BLENDSHAPES
from pipeline.motion.files import file_track
from pipeline.motion.files.livelink import parse_livelink, table_text
from pipeline.motion.files.miku import KNOWN
from pipeline.motion.files.vmd import parse_vmd
from pipeline.types import PoseTrack
from tests.pipeline.motion.files.writers import LINEAR, livelink_bytes, vmd_bytes
from tests.shared_data import shared

MORPHS = [("あ", 0, 0.0), ("あ", 15, 1.0), ("まばたき", 4, 1.0), ("ウィンク２右", 20, 0.5), ("笑い", 30, 1.0)]
BONES = [("頭", 0, Rotation.identity(), LINEAR), ("頭", 30, Rotation.from_euler("x", 10, degrees=True), LINEAR)]


def track_of(folder: Path, data: bytes, fps: float = 0) -> PoseTrack:
    path = folder / "motion"
    path.write_bytes(data)
    return file_track(path, fps).track


def table(rows: int = 90) -> bytes:
    """A table of three halves of a second at 60 rows per second, each value somewhere between 0 and 1."""
    return livelink_bytes(BLENDSHAPES, np.random.default_rng(3).random((rows, 52)))


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "utf-8"])
def test_names_in_every_encoding_mean_the_same(tmp_path: Path, encoding: str) -> None:
    plain = track_of(tmp_path, vmd_bytes(MORPHS, BONES))
    other = track_of(tmp_path, vmd_bytes([m for m in MORPHS if len(m[0].encode(encoding)) <= 15], BONES, encoding))
    kept = track_of(tmp_path, vmd_bytes([m for m in MORPHS if len(m[0].encode(encoding)) <= 15], BONES))
    assert np.array_equal(other.poses, kept.poses)
    assert np.abs(plain.poses).max() == 1


def test_a_vmd_that_breaks_off_keeps_its_whole_records(tmp_path: Path) -> None:
    data = vmd_bytes(MORPHS)
    whole = parse_vmd(data, KNOWN)
    cut = parse_vmd(data[: -12 - 10], KNOWN)  # behind the morphs stand three counts
    assert set(whole.morphs) - set(cut.morphs) == {"笑い"}
    assert track_of(tmp_path, data[: -12 - 10]).seconds == pytest.approx(21 / 30)


@given(st.binary(max_size=300), st.sampled_from([b"Vocaloid Motion Data 0002".ljust(50, b"\0"), b""]))
def test_any_vmd_is_a_motion_or_a_value_error(rubbish: bytes, start: bytes) -> None:
    with contextlib.suppress(ValueError):
        parse_vmd(start + rubbish, KNOWN)


def decimal_comma(data: bytes) -> bytes:
    lines = data.decode().splitlines()
    changed = [";".join(cell.replace(".", ",") if at > 1 else cell for at, cell in enumerate(line.split(",")))
               for line in lines]  # fmt: skip
    return "\n".join(changed).encode() + b"\n"


def per_cent(data: bytes, sign: str = "") -> bytes:
    head, *rows = data.decode().splitlines()
    changed = []
    for row in rows:
        code, count, *values = row.split(",")
        changed.append(",".join([code, count, *(f"{100 * float(value):.4f}{sign}" for value in values)]))
    return "\n".join([head, *changed, ""]).encode()


SPELLINGS: dict[str, Callable[[bytes], bytes]] = {
    "decimal comma": decimal_comma,
    "tabs and decimal comma": lambda data: decimal_comma(data).replace(b";", b"\t"),
    "quoted decimal comma": lambda data: b"\n".join(
        b",".join(
            b'"' + cell.replace(b".", b",") + b'"' if at > 1 else cell for at, cell in enumerate(line.split(b","))
        )
        for line in data.splitlines()
    ),
    "a comment first": lambda data: b"# exported by a program, 2024\n#\n\n" + data,
    "a note for spreadsheets": lambda data: b"sep=,\r\n" + data,
    "UTF-16": lambda data: data.decode().encode("utf-16"),
    "UTF-16, big end first": lambda data: b"\xfe\xff" + data.decode().encode("utf-16-be"),
    "UTF-16 without a mark": lambda data: data.decode().encode("utf-16-le"),
    "UTF-8 with a mark": lambda data: b"\xef\xbb\xbf" + data,
    "per cent": per_cent,
    "per cent with signs": lambda data: per_cent(data, "%"),
    "old line ends": lambda data: data.replace(b"\n", b"\r"),
    "a last row cut off": lambda data: data + data.splitlines()[-1][:200],
    "a last time cut off": lambda data: data + b"14:0",
    "a last number cut off": lambda data: data + data.splitlines()[-1].rpartition(b",")[0] + b",-",
}


@pytest.mark.parametrize("name", SPELLINGS)
def test_a_table_reads_alike_however_it_is_spelt(tmp_path: Path, name: str) -> None:
    plain, other = (track_of(tmp_path, data) for data in (table(), SPELLINGS[name](table())))
    assert other.fps == plain.fps == 60
    assert len(other) == len(plain)
    np.testing.assert_allclose(other.poses, plain.poses, atol=2e-4)


@pytest.mark.parametrize("rate", [24, 30, 60])
@pytest.mark.parametrize(
    ("header", "spell"),
    [
        ("Timestamp", lambda seconds: f"{seconds:.4f}"),
        ("Time", lambda seconds: f"{1000 * seconds + 5000:.1f}"),
        ("timestamp_ms", lambda seconds: f"{round(1000 * seconds)}"),
        ("Timestamp", lambda seconds: f"{1_700_000_000_000_000_000 + round(1e9 * seconds)}"),
        ("seconds", lambda seconds: f"{seconds:.3f}".replace(".", ",")),
        ("Timecode", lambda seconds: f"10:00:{seconds:06.3f}"),
    ],
)
def test_times_in_seconds_and_their_parts(
    tmp_path: Path, rate: int, header: str, spell: Callable[[float], str]
) -> None:
    head, *rows = table(3 * rate).decode().splitlines()
    timed = [f'"{spell(at / rate)}",' + row.split(",", 1)[1] for at, row in enumerate(rows)]
    track = track_of(tmp_path, "\n".join([head.replace("Timecode", header), *timed, ""]).encode())
    assert track.fps == rate
    assert track.seconds == pytest.approx(3, abs=1 / rate)


@settings(max_examples=80, deadline=None)
@given(
    st.text(alphabet='0123456789.,;:%-# eEnaif\t\n"', max_size=400),
    st.sampled_from(["Timecode,", "Timestamp;", "Time\t", "# x\n", ""]),
    st.sampled_from([",", ";", "\t"]),
)
def test_any_table_is_a_recording_or_a_value_error(body: str, first: str, delimiter: str) -> None:
    with contextlib.suppress(ValueError):
        recording = parse_livelink(first + delimiter.join(BLENDSHAPES) + "\n" + body)
        assert (np.diff(recording.times) > 0).all()
        assert np.isfinite(recording.values).all()
        assert 0 < recording.fps <= 250


@given(st.binary(max_size=200))
def test_any_bytes_are_a_text(data: bytes) -> None:
    assert isinstance(table_text(data), str)


def test_real_ones() -> None:
    for name, model in (("vmd_gbk_names.vmd", "vmd_ok.vmd"), ("livelink_decimal_comma.csv", "livelink_ok.csv")):
        one, other = (file_track(shared(f"cases/{each}"), 0).track for each in (name, model))
        assert np.array_equal(one.poses, other.poses)
    stamped = file_track(shared("cases/arkit_timestamp_seconds_30fps.csv"), 0).track
    assert stamped.seconds == pytest.approx(3.0)
