"""The folder of strangers' files: closed to others, and empty again whatever ends the bot."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bot.errors import StartupError
from bot.services.work_folder import open_work_folder

KILLED = """
import os, pathlib, signal, sys
from bot.services.work_folder import open_work_folder
from pipeline import unlinked_file

with open_work_folder(pathlib.Path(sys.argv[1])) as folder, unlinked_file(folder, ".mp4") as selfie:
    selfie.write_bytes(b"a selfie" * 1000)
    (folder / "named").write_bytes(b"a selfie")
    assert selfie.read_bytes() == b"a selfie" * 1000
    if sys.argv[2] == "dies":
        os.kill(os.getpid(), signal.SIGKILL)
    print("open", flush=True)
    sys.stdin.read()
"""


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def another_bot(data: Path, fate: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", KILLED, str(data), fate]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_nobody_else_may_look_into_it_and_it_goes(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir(0o755)
    with open_work_folder(data) as folder:
        assert [mode(each) for each in (data, data / "work", folder)] == [0o700] * 3
        (folder / "named").write_bytes(b"x")
    assert list((data / "work").iterdir()) == []


def test_of_a_bot_that_was_killed_only_names_stay_and_the_next_one_removes_them(tmp_path: Path) -> None:
    with another_bot(tmp_path, "dies") as killed:
        pass
    assert killed.returncode == -9
    left = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [path.name for path in left] == ["named"], "the unlinked file left nothing"
    with open_work_folder(tmp_path) as folder:
        assert list((tmp_path / "work").iterdir()) == [folder]
        assert list(folder.iterdir()) == []


def test_the_folder_of_a_bot_that_runs_is_left_alone(tmp_path: Path) -> None:
    with another_bot(tmp_path, "lives") as other:
        assert other.stdout is not None and other.stdin is not None
        assert other.stdout.readline() == "open\n"
        with open_work_folder(tmp_path) as folder:
            (theirs,) = (each for each in (tmp_path / "work").iterdir() if each != folder)
            assert (theirs / "named").exists()
        other.stdin.close()
    assert other.returncode == 0
    assert list((tmp_path / "work").iterdir()) == []


def test_a_folder_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StartupError, match="ANIMEMOJI_DATA_DIR"), open_work_folder(tmp_path / "file"):
        pass
