"""A student's file: what is written is read, and nothing else is."""

from __future__ import annotations

import dataclasses
import io
import json
import zipfile
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from pipeline.posers.student import file
from pipeline.posers.student.errors import StudentFileError
from pipeline.posers.student.file import fitting_bytes, read_student, student_bytes
from pipeline.posers.student.kernels import KernelKind, make_kernel
from pipeline.posers.student.model import Box, Field, Student
from pipeline.posers.student.paint import FieldPainter, Painter
from pipeline.posers.student.recipe import Ranks
from pipeline.types import Judgement, Psnr, neutral_poses
from pipeline.types.arrays import FloatArray


def small_field(kind: KernelKind, shape: tuple[int, int, int], numbers: int, rng: np.random.Generator) -> Field:
    kept = np.sort(rng.choice(int(np.prod(shape)), 300, replace=False)).astype(np.int32)
    return Field(
        kind=kind,
        scales=(1.0,) * kind.scale_count,
        centres=rng.random((40, numbers), np.float32),
        weights=rng.normal(size=(40, 30)).astype(np.float32),
        mean=rng.normal(size=300).astype(np.float32),
        basis=rng.normal(size=(30, 300)).astype(np.float32),
        kept=kept,
        shape=shape,
    )


@pytest.fixture(scope="module")
def student() -> Student:
    rng = np.random.default_rng(1)
    return Student(
        picture="ab" * 32,
        source=rng.integers(0, 255, (512, 512, 4), np.uint8),
        face=small_field(KernelKind.FACE, (32, 40, 4), 39, rng),
        flow=small_field(KernelKind.FIGURE, (64, 64, 2), 45, rng),
        rest=small_field(KernelKind.TURN, (64, 64, 4), 6, rng),
        face_box=Box(100, 200, 32, 40),
        figure_box=Box(64, 128, 128, 128),
        judgement=Judgement(Psnr(41.0, 34.0, 32.0), 28.0, 0.996, 24),
    )


def test_what_is_written_is_read(student: Student) -> None:
    read = read_student(student_bytes(student))
    assert (read.picture, read.face_box, read.figure_box) == (student.picture, student.face_box, student.figure_box)
    assert read.judgement == student.judgement
    np.testing.assert_array_equal(read.source, student.source)
    for name in ("face", "flow", "rest"):
        ours, theirs = getattr(student, name), getattr(read, name)
        np.testing.assert_array_equal(theirs.centres, ours.centres)
        np.testing.assert_array_equal(theirs.weights, ours.weights)
        np.testing.assert_array_equal(theirs.kept, ours.kept)
        # The leading components have 16 bits, the others 8.
        fine = {"face": 8, "flow": 24, "rest": 4}[name]
        largest = np.abs(ours.basis).max(1, keepdims=True)
        error = np.abs(theirs.basis - ours.basis)
        shortest = largest / np.repeat([32767, 127], [fine, 30 - fine])[:, None]
        assert (error <= np.maximum(shortest, unseen(name, ours)[:, None]) * 0.505).all()
        np.testing.assert_allclose(theirs.mean, ours.mean, atol=np.abs(ours.mean).max() / 60_000)


def unseen(name: str, field: Field) -> FloatArray:
    """The change of each component that changes a usual sample by .4 levels, or .01 px of 512 where it is a flow."""
    coefficients = make_kernel(field.kind, field.centres, field.scales)(field.centres[::4]) @ field.weights
    return np.asarray({"flow": 4e-5}.get(name, 0.4) / np.sqrt((coefficients**2).mean(0)))


def test_what_poses_ask_little_for_is_kept_less_exactly(student: Student) -> None:
    """A component that nobody sees the steps of takes few bytes, and what is drawn is the same."""
    fading = np.float32(0.7) ** np.arange(30, dtype=np.float32)
    rest = dataclasses.replace(student.rest, weights=student.rest.weights * fading)
    even, faded = (student_bytes(dataclasses.replace(student, rest=each)) for each in (student.rest, rest))
    assert len(even) - len(faded) > 3000
    poses = neutral_poses(40)
    poses[:, 39:] = rest.centres
    exact, read = (FieldPainter(field)(poses) for field in (rest, read_student(faded).rest))
    assert np.sqrt(((exact - read) ** 2).sum() / (40 * 300)) < 0.4 * np.sqrt(30 / 12)


def test_the_same_student_gives_the_same_bytes_however_often_it_is_read(student: Student) -> None:
    once = student_bytes(student)
    assert student_bytes(student) == once
    assert student_bytes(read_student(once)) == once


def test_a_file_of_version_4_is_read_and_draws_as_it_did(student: Student) -> None:
    """There the flow knew nothing but the turn."""
    flow = small_field(KernelKind.TURN, (64, 64, 2), 6, np.random.default_rng(3))
    older = dataclasses.replace(student, flow=flow)
    read = read_student(changed(student_bytes(older), edit("version", to=4)))
    assert read.flow.kind is KernelKind.TURN
    poses = neutral_poses(2)
    poses[:, 40], poses[1, 12:14] = 0.5, 1.0
    open_eyes, shut = FieldPainter(read.flow)(poses)
    np.testing.assert_array_equal(open_eyes, shut)
    expected = make_kernel(KernelKind.TURN, flow.centres, flow.scales)(poses[:1, 39:]) @ read.flow.weights
    np.testing.assert_allclose(
        open_eyes.ravel()[flow.kept], (expected @ read.flow.basis + read.flow.mean)[0], rtol=1e-4, atol=1e-4
    )


def test_lower_ranks_make_a_smaller_file_that_still_draws(student: Student) -> None:
    whole, coarse = student_bytes(student), student_bytes(student, Ranks(8, 8, 4))
    assert len(coarse) < len(whole)
    read = read_student(coarse)
    assert [len(field.basis) for field in (read.face, read.flow, read.rest)] == [8, 8, 4]
    assert Painter(read).paint(neutral_poses(1), 256).shape == (1, 256, 256, 4)


def test_a_file_that_has_to_fit_gives_up_components(student: Student) -> None:
    whole = student_bytes(student)
    most = len(whole) - 20_000
    data = fitting_bytes(student, Ranks(30, 30, 30), most)
    assert len(data) <= most
    read = read_student(data)
    assert len(read.face.basis) == len(read.flow.basis) == len(read.rest.basis) < 30
    assert fitting_bytes(student, Ranks(30, 30, 30), len(whole)) == whole


def changed(data: bytes, change: Callable[[dict[str, Any], dict[str, bytes]], None]) -> bytes:
    """The file with its header and entries changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = {info.filename: archive.read(info) for info in archive.infolist()}
    header = json.loads(entries.pop("student.json"))
    change(header, entries)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("student.json", json.dumps(header))
        for name, content in entries.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def edit(*path: str, to: object) -> Callable[[dict[str, Any], dict[str, bytes]], None]:
    def change(header: dict[str, Any], _entries: dict[str, bytes]) -> None:
        place: Any = header
        for key in path[:-1]:
            place = place[key]
        place[path[-1]] = to

    return change


def replace(name: str, content: bytes) -> Callable[[dict[str, Any], dict[str, bytes]], None]:
    return lambda _header, entries: entries.update({name: content})


HOSTILE = {
    "another version": edit("version", to=99),
    "another format": edit("format", to="something else"),
    "a billion samples": edit("face", "samples", to=10**9),
    "more components than samples": edit("flow", "components", to=41),
    "samples that are no number": edit("flow", "samples", to="many"),
    "samples that are true": edit("flow", "samples", to=True),
    "a negative number of entries": edit("rest", "kept", to=-1),
    "a box out of the picture": edit("figure_box", "left", to=500),
    "a box of odd corners": edit("face_box", "top", to=101),
    "a field that is larger than its box": edit("flow", "shape", to=[4096, 4096, 2]),
    "a scale of nothing": edit("flow", "scales", to=[0.0] * 13),
    "too few scales": edit("flow", "scales", to=[1.0]),
    "an unknown kernel": edit("flow", "kernel", to="os.system"),
    "the other kernel": edit("flow", "kernel", to="face"),
    "the kernel of another field": edit("rest", "kernel", to="figure"),
    "a judgement that is infinite": edit("judgement", "worst", to=float("inf")),
    "no picture": edit("picture", to=None),
    "a header that is a list": edit("face", to=[]),
    "an array that is too short": replace("flow.weights", b"\0" * 16),
    "an array that unpacks to much more": replace("flow.weights", b"\0" * 50_000_000),
    "values that are no numbers": replace("flow.step", np.full(31, np.nan, "<f4").tobytes()),
    "a part of a pixel": edit("flow", "kept", to=299),
    "entries outside the field": replace("flow.kept", np.full(300, 10**6, "<u4").tobytes()),
    "entries twice": replace("flow.kept", np.zeros(300, "<u4").tobytes()),
    "one array more": replace("extra.npy", b"\x93NUMPY"),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_file_is_refused(student: Student, what: str) -> None:
    data = changed(student_bytes(student), HOSTILE[what])
    with pytest.raises(StudentFileError, match="animemoji distil"):
        read_student(data)


def test_bytes_that_are_no_file_are_refused(student: Student, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = student_bytes(student)
    for data in (b"", b"PK\x03\x04", whole[: len(whole) // 2], whole[:-30]):
        with pytest.raises(StudentFileError):
            read_student(data)
    monkeypatch.setattr(file, "LARGEST_FILE", len(whole) - 1)
    with pytest.raises(StudentFileError):
        read_student(whole)


def test_a_damaged_byte_anywhere_is_noticed_or_harmless(student: Student) -> None:
    whole = bytearray(student_bytes(student))
    rng = np.random.default_rng(2)
    for place in rng.integers(0, len(whole), 60):
        damaged = bytearray(whole)
        damaged[place] ^= 0xFF
        try:
            read = read_student(bytes(damaged))
        except StudentFileError:
            continue
        np.testing.assert_array_equal(read.source, student.source)
