"""/animoji styles."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from pipeline.types import DiffusionSettings, PipelineSettings
from tests.discord_server.media import read_picture
from tests.e2e.scene import Scene


@pytest.mark.usefixtures("bot")
async def test_our_styles_are_shown_with_their_pictures(scene: Scene) -> None:
    reply = await scene.alice.slash("animoji styles")
    assert reply.ephemeral
    for words in ("Watercolour", "`style:watercolour`", "Chibi", "`style:retro`\n-# only for painted characters"):
        assert words in reply.text
    assert [file.filename for file in reply.files] == ["style-cel.webp", "style-chibi.webp", "style-watercolour.webp"]
    assert all(read_picture(file.data) for file in reply.files)


@pytest.mark.usefixtures("bot")
async def test_in_japanese(scene: Scene) -> None:
    yuki = scene.server.add_user("yuki", locale="ja").at(scene.guild)
    reply = await yuki.slash("animoji styles")
    assert "水彩" in reply.text
    assert "`style:watercolour`" in reply.text


async def test_without_styles_there_is_nothing_to_show(scene: Scene, tmp_path: Path) -> None:
    async with scene.bot(pipeline=with_styles(tmp_path / "none")):
        assert "No art styles" in (await scene.alice.slash("animoji styles")).text


def with_styles(folder: Path) -> PipelineSettings:
    return PipelineSettings(diffusion=DiffusionSettings(styles=folder))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Styles of a person's own; one of them is broken."""
    folder = tmp_path / "styles"
    folder.mkdir()
    (folder / "ink.toml").write_text('title = "Ink *wash*"\npreview = "ink.png"')
    (folder / "broken.toml").write_text("= 1")
    Image.new("RGB", (32, 32)).save(folder / "ink.png")
    for number in range(12):
        (folder / f"z{number}.toml").write_text('drawn = "chibi"')
    return folder


async def test_a_person_s_own_styles(scene: Scene, folder: Path) -> None:
    async with scene.bot(pipeline=with_styles(folder)):
        reply = await scene.alice.slash("animoji styles")
    assert "Ink \\*wash\\*" in reply.text
    assert "broken" not in reply.text
    assert [file.filename for file in reply.files] == ["style-ink.png"]
