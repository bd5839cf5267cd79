"""What a picture lacks is told by every verb that spends minutes on it, before it does."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from PIL import Image

from animemoji.cli import main
from pipeline.characters import make_character, save_character
from pipeline.pixels.pictures import picture_pixels
from pipeline.types import PictureSource, SetupError
from tests.pipeline.characters.pictures.flawed import REFUSED, TOLD

pytest.importorskip("torch", reason="needs animemoji[neural]")

VERBS: Final = {
    "render": ("pipeline.posers.open_poser", ["--motion", "nod"], "me.gif"),
    "distil": ("pipeline.distil.distil_character", [], "me.student"),
}
"""What begins the long work, the words to ask for it, and what is written."""
SENTENCES: Final = {
    "two figures": "several figures",
    "profile": "from the front",
    "closed eyes": "eyes seem to be closed",
    "small head": "will look blurred",
    "cut off": "cut off at the top",
    "no head": "No head that looks at you was found",
    "tiny head": "use a larger picture",
    "no figure": "could not be told from its background",
    "nothing": "Nothing can be seen in that picture",
}
"""What is said of each flaw, in part."""


class LongWorkError(SetupError):
    key = "error.test"
    template = "Now it would take minutes."


def stop(*_: object) -> None:
    """Stands where the long work begins."""
    raise LongWorkError


@pytest.fixture(params=VERBS)
def words(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A verb and its options; it ends where the long work would begin."""
    work, asked, out = VERBS[request.param]
    monkeypatch.setattr(work, stop)
    return [request.param, "--character", str(tmp_path / "me.png"), *asked, "--out", str(tmp_path / out)]


@pytest.mark.parametrize("flaw", TOLD)
def test_what_is_doubtful_is_told_first(
    flaw: str, words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Image.fromarray(TOLD[flaw]()).save(tmp_path / "me.png")
    assert main(words) == 2
    *told, end = capsys.readouterr().err.splitlines()
    assert end.endswith(LongWorkError.template)
    assert [line for line in told if SENTENCES[flaw] in line], told
    assert len(set(told)) == len(told)


@pytest.mark.parametrize("flaw", REFUSED)
def test_what_cannot_be_is_refused_first(
    flaw: str, words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Image.fromarray(REFUSED[flaw]()).save(tmp_path / "me.png")
    assert main(words) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert SENTENCES[flaw] in line


def test_a_saved_picture_is_looked_over_again_before_it_is_distilled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("pipeline.distil.distil_character", stop)
    Image.fromarray(TOLD["closed eyes"]()).save(tmp_path / "picture.png")
    character = make_character(PictureSource(tmp_path / "picture.png"), lambda _: None).character
    assert character.picture is not None
    save_character(character, picture_pixels(character.picture), tmp_path / "me.png")
    assert main(["distil", "--character", str(tmp_path / "me.json"), "--out", str(tmp_path / "me.student")]) == 2
    told, end = capsys.readouterr().err.splitlines()
    assert SENTENCES["closed eyes"] in told
    assert end.endswith(LongWorkError.template)
