"""``animemoji live``: it says where the stage is, and in one sentence what cannot be."""

from __future__ import annotations

import io
import json
import signal
import stat
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import PIL.Image
import pytest

from animemoji.cli import MISTAKE, main
from animemoji.verbs.live import INPUTS
from pipeline import save_character
from pipeline.posers.rig.export import make_puppet
from pipeline.posers.student.file import student_bytes
from pipeline.posers.student.shelf import keep_student
from pipeline.types import Character, CharacterKind, RigSpec
from studio.live.setting import Input
from tests.pipeline.posers.student.handmade import handmade_student
from tests.pipeline.posers.student.strokes import stroke_picture


@pytest.fixture(scope="module")
def character(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("live") / "elf.png"
    assert main(["character", "--prompt", "elf boy, green hair", "--out", str(path)]) == 0
    return path


def test_it_prints_a_stage_that_opens_again(character: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    words = [sys.executable, "-m", "animemoji", "live", "--character", str(character), "--no-open", "--json"]
    stages = []
    for _ in range(2):
        with subprocess.Popen([*words, "--input", "pointer"], stdout=subprocess.PIPE, text=True) as live:
            assert live.stdout is not None
            told = json.loads(live.stdout.readline())
            with urllib.request.urlopen(told["address"], timeout=30) as page:
                assert b'id="figure"' in page.read()
            origin, _, stage = told["address"].partition("/stage/")
            with urllib.request.urlopen(f"{origin}/api/stage/{stage.partition('?')[0]}/puppet", timeout=30) as puppet:
                assert json.load(puppet).keys() == make_puppet(RigSpec()).keys()
            opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
            with opener.open(told["controls"], timeout=30) as page:
                assert b'id="panel"' in page.read()
            with pytest.raises(urllib.error.HTTPError, match="401"):
                urllib.request.urlopen(told["controls"], timeout=30)  # that link was used
            live.send_signal(signal.SIGINT)
            assert live.wait(30) == 130
        stages.append(stage)
    assert stages[0] == stages[1]  # so that a scene of OBS goes on working
    assert stat.S_IMODE((tmp_path / "animemoji" / "stage").stat().st_mode) == 0o600


def test_a_phone_s_way_is_told(character: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    words = ["live", "--character", str(character), "--no-open", "--json", "--input", "ifacialmocap"]
    with subprocess.Popen(
        [sys.executable, "-m", "animemoji", *words, "--input-port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as live:
        assert live.stdout is not None
        assert live.stderr is not None
        assert json.loads(live.stdout.readline())["address"]
        assert live.stderr.readline().startswith("A phone cannot reach this: start with --host")
        live.send_signal(signal.SIGINT)
        assert live.wait(30) == 130


def test_what_cannot_be_is_said(
    character: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = tmp_path / "me.png"
    PIL.Image.fromarray(stroke_picture()).save(data := io.BytesIO(), "PNG")
    made = Character(CharacterKind.UPLOADED, picture=data.getvalue())
    save_character(made, stroke_picture(), picture)
    monkeypatch.setenv("ANIMEMOJI_STUDENTS", str(tmp_path / "students"))
    monkeypatch.setattr("pipeline.engine.Baker.is_able", lambda _: False)
    for words, said in (
        (["--character", str(picture)], "animemoji distil --character me.png --out me.student"),
        (["--character", str(tmp_path / "none.png")], "There is no file"),
        (["--character", str(character), "--vmc-out", "nowhere"], "--vmc-out nowhere is no HOST:PORT"),
        (["--character", str(character), "--host", "0.0.0.0"], "is no single address"),
    ):
        assert main(["live", "--no-open", *words]) == MISTAKE
        told = capsys.readouterr().err
        assert said in told
        assert told.count("\n") == 1
    # With a student it is live, but for this.
    keep_student(made, tmp_path / "students", student_bytes(handmade_student(stroke_picture())))
    assert main(["live", "--no-open", "--character", str(picture), "--virtual-camera", "sunset"]) == MISTAKE
    assert capsys.readouterr().err.startswith("me.png is a picture, and --virtual-camera shows drawn characters")


def test_its_inputs_are_those_of_the_stage() -> None:
    assert tuple(each.value for each in Input) == INPUTS
