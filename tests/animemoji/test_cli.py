"""The command line's manners: help, one sentence for a mistake, one object for --json, a bar only on a terminal."""

from __future__ import annotations

import argparse
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from animemoji import cli
from animemoji.verbs import VERBS, doctor
from animemoji.verbs.terminal import Outcome, Terminal
from pipeline.types import Progress, Stage

HEAVY = ("mediapipe", "torch", "cv2", "av", "scipy", "PIL", "discord", "aiohttp", "sqlalchemy", "thorvg_python")


def run_cli(*words: str, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "animemoji", *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, **options)  # type: ignore[call-overload,no-any-return]


def mistake(*words: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Runs the words, expects exit code 2, and answers the one sentence."""
    try:
        code = cli.main(words)
    except SystemExit as end:
        code = int(str(end.code))
    out, err = capsys.readouterr()
    assert code == 2
    assert out == ""
    assert err.count("\n") == 1 and err.endswith(".\n")
    return err


def test_help_names_every_verb_and_loads_nothing_heavy() -> None:
    code = (
        "import sys; from animemoji.cli import main\n"
        "try: main(['--help'])\n"
        f"finally: print('loaded', [name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.rstrip().endswith("loaded []")
    for verb in VERBS:
        assert f"\n    {verb}" in done.stdout
    assert "example: animemoji render" in done.stdout


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_with_an_example(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main([verb, "--help"])
    assert end.value.code == 0
    text = " ".join(capsys.readouterr().out.split())
    assert "example: " in text and f"animemoji {verb}" in text.split("example: ")[1]
    assert "--json" in text


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([], "VERB"),
        (["dance"], "dance"),
        (["render", "--out", "a.gif"], "--prompt"),
        (["render", "--prompt", "x", "--out", "a.gif"], "--video"),
        (["render", "--prompt", "x", "--character", "y.png", "--motion", "idle", "--out", "a.gif"], "not allowed with"),
        (["render", "--prompt", "x", "--motion", "idle", "--out", "a.gif", "--size", "big"], "--size"),
        (["render", "--prompt", "x", "--motion", "idle", "--out", "a.gif", "--expressiveness", "3"], "0.5"),
        (["render", "--prompt", "x", "--motion", "idle", "--out", "a.gif", "--face", "1,2"], "three numbers"),
        (["character", "--out", "a.png"], "--prompt"),
        (["models", "eat"], "eat"),
        (["worker"], "--head"),
        (["worker", "--head", "ray://somewhere"], "HOST:PORT"),
    ],
)
def test_a_wrong_word_is_one_sentence(words: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert says in mistake(*words, capsys=capsys)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["render", "--prompt", "x", "--motion", "idle", "--out", "a.jpg"], ".png, .mp4 or .webm, not a.jpg"),
        (["render", "--prompt", "x", "--motion", "idle", "--out", "{tmp}/plain/a.gif"], "cannot be written"),
        (["render", "--prompt", "x", "--motion", "idle", "--out", "{tmp}/folder.gif"], "it is a folder"),
        (
            ["render", "--prompt", "x", "--motion", "idle", "--out", "{tmp}/a.gif", "--save-character", "b.txt"],
            "--save-character must end in .png or .json",
        ),
        (["render", "--prompt", "x", "--motion", "idle", "--out", "{tmp}/a.gif", "--face", "1,2,3"], "--character"),
        (
            ["render", "--character", "{tmp}/plain", "--motion", "idle", "--out", "{tmp}/a.gif", "--sketch", "x.png"],
            "use it with --prompt",
        ),
        (["render", "--prompt", "x", "--motion", "idle", "--out", "{tmp}/a.gif", "--effects", "glitter"], "sparkle"),
        (["character", "--prompt", "x", "--sketch", "no.png", "--out", "{tmp}/a.png"], "no file no.png"),
        (
            ["character", "--prompt", "x", "--source", "drawn", "--sketch", "{tmp}/plain", "--out", "{tmp}/a.png"],
            "leave the sketch out",
        ),
        (["render", "--character", "no.png", "--motion", "idle", "--out", "{tmp}/a.gif"], "no file no.png"),
        (["character", "--prompt", "x", "--out", "{tmp}/a.gif"], "--out must end in .png"),
        (["pose", "--character", "no.json", "--poses", "{tmp}/plain", "--out", "{tmp}/d"], "not a file of poses"),
        (["pose", "--character", "no.json", "--poses", "{tmp}/no.json", "--out", "{tmp}/d"], "not a file of poses"),
        (["pose", "--character", "no.json", "--poses", "x", "--out", "{tmp}/d", "--size", "1"], "16 to 1024"),
        (["models", "fetch"], "which models"),
        (["models", "fetch", "nothing"], "no model called nothing"),
        (["bench", "nothing"], "no benchmark called nothing"),
    ],
)
def test_a_users_mistake_is_one_sentence(
    words: list[str], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "plain").write_text("hello")
    (tmp_path / "folder.gif").mkdir()
    said = mistake(*(word.format(tmp=tmp_path) for word in words), capsys=capsys)
    assert says in said
    assert {item.name for item in tmp_path.iterdir()} <= {"plain", "folder.gif", "d"}


def test_json_is_one_object_on_standard_output() -> None:
    done = run_cli("models", "list", "--json")
    assert done.returncode == 0
    assert done.stderr == ""
    names = [model["name"] for model in json.loads(done.stdout)["models"]]
    assert "face_landmarker" in names
    assert done.stdout.count("\n") == 1


def test_ctrl_c_ends_with_130(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt(_args: argparse.Namespace, _terminal: Terminal) -> Outcome:
        raise KeyboardInterrupt

    monkeypatch.setattr(doctor, "run", interrupt)
    assert cli.main(["doctor"]) == 130
    assert "Traceback" not in capsys.readouterr().err


def test_a_reader_that_goes_away_is_no_error() -> None:
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "animemoji", "models", "list"]
    done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, text=True, check=False)
    os.close(write)
    assert done.returncode == 141
    assert done.stderr == ""


def test_benchmarks_outside_a_checkout_are_one_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("animemoji.verbs.bench.CHECKOUT", tmp_path)
    assert "checkout" in mistake("bench", capsys=capsys)


def test_the_bar_is_drawn_on_a_terminal_and_wiped_away(monkeypatch: pytest.MonkeyPatch) -> None:
    screen, terminal_end = pty.openpty()
    with os.fdopen(terminal_end, "w") as stream:
        monkeypatch.setattr(sys, "stderr", stream)
        terminal = Terminal()
        terminal.on_progress(Progress(Stage.POSE, 0.5, 3.2))
        terminal.clear()
        stream.write("end")
        stream.flush()
        drawn = ""
        while not drawn.endswith("end"):
            drawn += os.read(screen, 4096).decode()
    os.close(screen)
    assert "% drawing, about 3 s left" in drawn
    assert drawn.endswith("\x1b[2Kend")


def test_no_bar_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    terminal = Terminal(as_json=True)
    terminal.on_progress(Progress(Stage.POSE, 0.5))
    terminal.say("hello")
    terminal.print_report({"a": "あ"})
    assert capsys.readouterr() == ('{"a": "あ"}\n', "")


@pytest.mark.parametrize("package", ["animemoji", "pipeline"])
def test_the_packages_are_doors_to_the_command_line(package: str) -> None:
    done = subprocess.run([sys.executable, "-m", package, "models", "list", "--json"], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "tha3" in {model["name"] for model in json.loads(done.stdout)["models"]}
    refused = subprocess.run([sys.executable, "-m", package, "sing"], capture_output=True, text=True, check=False)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr.startswith("animemoji: ") and refused.stderr.count("\n") == 1
