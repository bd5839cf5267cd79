"""What is measured of students, on one made by hand and its teacher."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.student_measures import ask, lids_by_lot, measure
from benchmarks.students import print_table
from pipeline.distil import example_poses
from pipeline.posers.student import design
from tests.pipeline.posers.student.handmade import handmade_student
from tests.pipeline.posers.student.strokes import StrokeTeacher, poses, stroke_picture


def test_a_student_is_measured_and_its_line_can_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    student = handmade_student(stroke_picture())
    people = poses()[:3]
    closeness = measure(student, ask(StrokeTeacher(), people, outlines=False))
    assert (closeness.people.frames, closeness.corners.frames) == (3, 24)
    assert 0 <= closeness.low <= 27
    assert closeness.alone is None and closeness.pairs is None
    assert np.isfinite(
        [closeness.lids, closeness.lids_by_lot, closeness.milliseconds, closeness.people.psnr.figure]
    ).all()
    figures = closeness.to_json()
    row = {
        "cpu_seconds": 12.0,
        "bytes": 5_400_000,
        "closeness": figures,
        "browser": figures,
        "browser_bytes": 2_000_000,
    }
    print_table({"chibi": row})
    header, rule, line = capsys.readouterr().out.splitlines()
    assert header.count("|") == rule.count("|") == line.count("|")
    assert line.startswith("| chibi | 12 |") and "5.4 MB" in line


def test_lids_by_lot_are_none_that_it_learns_from() -> None:
    closed = np.stack([pair[1, :39] for pair in lids_by_lot()])
    samples = design.faces(704, example_poses(), 0)[:, :39]
    assert np.abs(closed[:, None] - samples[None]).max(-1).min() > 0.02
    assert all((pair[0, 12:26] == 0).all() and (pair[1, 12:26] >= 0.5).any() for pair in lids_by_lot())
