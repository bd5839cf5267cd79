"""docs/extending.md, followed to the letter in a copy of the sources."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

ROOT = Path(__file__).parents[1]


def section(title: str) -> str:
    """The section of docs/extending.md with this title."""
    page = (ROOT / "docs" / "extending.md").read_text("utf-8")
    return next(part for part in re.split(r"^## ", page, flags=re.M) if part.startswith(f"{title}\n"))


def code_block(text: str, language: str) -> str:
    """The first code block of this language in a section."""
    found = re.search(rf"```{language}\n(.*?)```", text, re.S)
    assert found is not None
    return found[1]


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A copy of the sources to be extended."""
    folder = tmp_path / "sources"
    for package in ("animemoji", "pipeline"):
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def run(sources: Path, *arguments: str) -> str:
    """What Python prints with these arguments, with the copy in place of our sources."""
    environment = os.environ | {"PYTHONPATH": str(sources)}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=sources, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_new_motion_is_one_file(sources: Path, tmp_path: Path) -> None:
    text = section("A motion")
    (path,) = set(re.findall(r"pipeline/motion/presets/data/\w+\.toml", text))
    (sources / path).write_text(code_block(text, "toml"), "utf-8")
    name = Path(path).stem

    said = run(
        sources,
        "-c",
        "from pipeline import PRESETS, UnknownPresetError, preset_title\n"
        f"print({name!r} in PRESETS, preset_title({name!r}), preset_title({name!r}, 'ja'))\n"
        "print(UnknownPresetError.of('salutes'))",
    )
    assert said.startswith("True Yes, sir! 了解です！\n")
    assert f"did you mean {name}?" in said

    out = tmp_path / "salute.gif"
    shown = ("--prompt", "girl with short blue hair", "--motion", name, "--out", str(out))
    report = json.loads(run(sources, "-m", "animemoji", "render", *shown, "--size", "96", "--fps", "10", "--json"))
    assert report["seconds_of_motion"] == pytest.approx(2.0)
    with Image.open(out) as film:
        stills = []
        for number in (0, 8, 19):
            film.seek(number)
            stills.append(film.convert("RGBA").tobytes())
        with pytest.raises(EOFError):
            film.seek(20)
    assert stills[0] != stills[1]
