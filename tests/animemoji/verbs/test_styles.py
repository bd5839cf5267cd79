"""The verb that lists styles and makes pictures of them."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from animemoji.cli import main
from pipeline import load_pipeline_settings
from pipeline.characters import make_character
from pipeline.characters.diffused.choose import rank
from pipeline.types import Frames, PromptSource, Source
from pipeline.types.spec import BodyStyle, Finish
from tests.pipeline.characters.pictures.portraits import on_colour, portrait


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in {
        "soft": 'title = "Soft"\ntrigger = "soft light"\ndrawn = "painterly"',
        "small": 'trigger = "chibi"\ndrawn = "chibi"',
        "grain": 'trigger = "film grain"',
        "own": 'drawn = "chibi"\npreview = "mine.png"',
    }.items():
        (tmp_path / f"{name}.toml").write_text(text)
    monkeypatch.setenv("ANIMEMOJI_SD_STYLES", str(tmp_path))
    monkeypatch.setenv("ANIMEMOJI_MODELS", str(tmp_path / "models"))
    monkeypatch.delenv("ANIMEMOJI_SD_MODEL", raising=False)
    return tmp_path


def picture(path: Path) -> Frames:
    with Image.open(path) as image:
        assert (image.format, image.size) == ("WEBP", (256, 256))
        return np.asarray(image.convert("RGB"))


def test_a_style_says_what_a_drawn_character_gets(folder: Path) -> None:
    def made(prompt: str) -> tuple[object, ...]:
        made = make_character(PromptSource(prompt, 1, Source.DRAWN), lambda _: None, load_pipeline_settings())
        assert made.character.spec is not None
        return made.character.spec.finish, made.character.spec.body_style, made.ignored, made.character.spec.hair_colour

    red = made("girl, red hair")[3]
    assert made("girl style:soft red hair") == (Finish.SOFT, BodyStyle.NORMAL, (), red)
    assert made("style:small, girl, red hair") == (Finish.CEL, BodyStyle.CHIBI, (), red)
    assert "grain" in str(made("girl, red hair, style:grain")[2])
    assert "unknown" in str(made("girl, red hair, style:unknown")[2])


def test_previews_are_drawn_where_nothing_paints(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["styles", "preview", "--json"]) == 0
    said = capsys.readouterr()
    report = json.loads(said.out)
    assert [(row["name"], row["kind"]) for row in report["previews"]] == [("small", "drawn"), ("soft", "drawn")]
    assert "grain.webp is left out: The style grain is for painted characters" in said.err
    assert "The style own has a picture of its own, mine.png" in said.err
    small, soft = picture(folder / "small.webp"), picture(folder / "soft.webp")
    assert np.abs(small.astype(int) - soft).mean() > 5
    assert main(["styles", "--json"]) == 0
    rows = {row["name"]: row["preview"] for row in json.loads(capsys.readouterr().out)["styles"]}
    assert rows == {"grain": "", "own": "", "small": str(folder / "small.webp"), "soft": str(folder / "soft.webp")}


def test_previews_are_painted_where_there_is_a_checkpoint(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tiny networks paint no heads: the pictures that are chosen from are drawn ones."""
    pytest.importorskip("diffusers", reason="needs animemoji[neural]")
    from tests.pipeline.characters.diffused.tiny import save_sd15

    monkeypatch.setenv("ANIMEMOJI_SD_MODEL", str(save_sd15(folder / "tiny")))
    monkeypatch.setenv("ANIMEMOJI_SD_STEPS", "1")
    monkeypatch.setenv("ANIMEMOJI_SD_CANDIDATES", "1")
    monkeypatch.setattr(
        "pipeline.characters.diffused.make.rank", lambda _: rank([on_colour(portrait(4), (200, 205, 210))])
    )
    assert main(["styles", "preview", "grain"]) == 0
    assert picture(folder / "grain.webp").std() > 20


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["list", "oil"], "There is no style called oil: choose from grain, own, small, soft."),
        (["preview", "grain"], "The style grain is for painted characters"),
        (["preview", "own"], "The style own has a picture of its own, mine.png"),
    ],
)
def test_mistakes_are_said(folder: Path, capsys: pytest.CaptureFixture[str], words: list[str], says: str) -> None:
    assert main(["styles", *words]) == 2
    assert says in capsys.readouterr().err


def test_no_styles_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("ANIMEMOJI_SD_STYLES", str(tmp_path / "none"))
    assert main(["styles", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["styles"] == []
