"""``animemoji distil`` and what comes after it."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from animemoji.cli import main
from pipeline.characters import make_character
from pipeline.posers import open_poser
from pipeline.posers.student.errors import NoRoomError
from pipeline.posers.student.file import read_student_file
from pipeline.posers.student.recipe import BROWSER_RANKS
from pipeline.progress import ignore
from pipeline.types import FULL, PromptSource, Source, make_pose
from tests.pipeline.posers.student.conftest import TINY, Made


@pytest.fixture
def picture(made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The session's picture in a file; its teacher and a tiny budget stand for the machine's own."""
    monkeypatch.setenv("ANIMEMOJI_STUDENTS", str(tmp_path / "students"))
    monkeypatch.setattr("pipeline.posers.student.teacher.open_teacher", lambda *_: made.teacher)
    monkeypatch.setattr("pipeline.posers.student.recipe.recipe_for", lambda *_: TINY)
    monkeypatch.setattr("pipeline.types.student.FLOOR", 20.0)
    path = tmp_path / "elf.png"
    Image.fromarray(made.picture).save(path)
    return path


def test_a_picture_becomes_a_student_that_render_takes(
    made: Made, picture: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, sheet, small = (tmp_path / name for name in ("elf.student", "sheet.png", "small.student"))
    words = ["distil", "--character", str(picture), "--out", str(out), "--sheet", str(sheet), "--browser", str(small)]
    assert main([*words, "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["out"] == str(out)
    assert report["bytes"] == out.stat().st_size
    assert set(report["seconds_by_phase"]) == {"prepare", "faces", "turns", "judge", "fit"}
    assert set(report["psnr"]) == {"whole", "figure", "head"}
    assert report["device"] == "cpu"
    assert out.read_bytes() == made.distilled.data
    assert np.asarray(Image.open(sheet)).shape == (960, 2880, 3)
    assert small.stat().st_size <= 4_000_000
    assert len(read_student_file(small).flow.basis) <= BROWSER_RANKS.flow

    gif = tmp_path / "me.gif"
    render = ["render", "--character", str(picture), "--motion", "nod", "--out", str(gif), "--size", "64", "--json"]
    assert main(render) == 0
    assert json.loads(capsys.readouterr().out)["poser"] == "student"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--out", "elf.png"], "--out must end in .student"),
        (["--out", "elf.student", "--seconds", "5"], "not a number from 20 to 86400"),
        (["--out", "elf.student", "--sheet", "sheet.txt"], "--sheet must end in .png or .webp"),
        (["--out", "elf.student", "--device", "cuda"], "--device cpu"),
    ],
)
def test_mistakes_end_with_one_sentence(
    words: list[str],
    sentence: str,
    made: Made,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    torch = pytest.importorskip("torch")
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.chdir(tmp_path)
    Image.fromarray(made.picture).save("elf.png")
    try:
        code = main(["distil", "--character", "elf.png", *words])
    except SystemExit as end:  # argparse's own way out
        code = int(str(end.code))
    assert code == 2
    said = capsys.readouterr().err
    assert sentence in said
    assert "Traceback" not in said


def test_without_the_weights_it_says_what_to_do(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("pipeline.models.find_model", lambda *_: None)
    Image.fromarray(made.picture).save(tmp_path / "elf.png")
    words = ["distil", "--character", str(tmp_path / "elf.png"), "--out", str(tmp_path / "elf.student")]
    assert main(words) == 2
    assert "animemoji models fetch tha3" in capsys.readouterr().err
    assert not (tmp_path / "elf.student").exists()


def test_what_will_move_badly_is_told_before_the_teacher_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object) -> None:
        assert "closed" in capsys.readouterr().err
        raise NoRoomError(folder="there", reason="full")

    monkeypatch.setattr("pipeline.distil.distil_character", refuse)
    words = PromptSource("girl, short brown hair, blue eyes, no glasses", 8, Source.DRAWN)
    character = make_character(words, ignore).character
    picture = open_poser(character).pose(character, make_pose(eye_wink=1.0)[None], 512, FULL)[0]
    Image.fromarray(picture).save(tmp_path / "asleep.png")
    asked = ["distil", "--character", str(tmp_path / "asleep.png"), "--out", str(tmp_path / "asleep.student")]
    assert main(asked) == 2
    assert "make room there" in capsys.readouterr().err
