"""``render --with``: two characters in one animation."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from animemoji import cli
from tests.discord_server.media import read_picture

PROMPTS = {"mimi": "girl, silver twin tails", "taro": "boy, black hair, red coat"}


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    for name, prompt in PROMPTS.items():
        assert cli.main(["character", "--prompt", prompt, "--out", str(tmp_path / f"{name}.png")]) == 0
    return tmp_path


def test_two_saved_characters_stand_side_by_side(saved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = saved / "us.gif"
    words = ["render", "--character", str(saved / "mimi.json"), "--with", str(saved / "taro.json")]
    words += ["--motion", "nod", "--with-motion", "idle", "--size", "64", "--fps", "10", "--out", str(out), "--json"]
    capsys.readouterr()
    assert cli.main(words) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["character"]["prompt"], report["partner"]["prompt"]) == (PROMPTS["mimi"], PROMPTS["taro"])
    picture = read_picture(out.read_bytes())
    assert picture is not None and (picture.width, picture.animated) == (64, True)


def test_a_pack_shows_both(saved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["export", "--character", str(saved / "mimi.json"), "--with", str(saved / "taro.json"), "--count", "1"]
    assert cli.main([*words, "--for", "discord-emoji", "--out", str(saved / "us.zip")]) == 0
    alone = ["export", "--character", str(saved / "mimi.json"), "--count", "1"]
    assert cli.main([*alone, "--for", "discord-emoji", "--out", str(saved / "me.zip")]) == 0
    assert (saved / "us.zip").read_bytes() != (saved / "me.zip").read_bytes()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--with-motion", "nod"], "use it with --with FILE"),
        (["--with", "nobody.json"], "nobody.json"),
        (["--with", "{}/taro.json", "--with-motion", "fly"], "fly"),
    ],
)
def test_a_mistake_is_one_sentence(
    saved: Path, words: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    who = ["render", "--character", str(saved / "mimi.json"), "--motion", "nod", "--out", str(saved / "us.gif")]
    capsys.readouterr()
    assert cli.main([*who, *(word.format(saved) for word in words)]) == 2
    said = capsys.readouterr()
    assert says in said.err and said.err.count("\n") == 1 and said.out == ""
