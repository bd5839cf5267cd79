"""A picture that is brought to the studio's page becomes a character through the bot's services."""

from __future__ import annotations

import asyncio
import io
from dataclasses import replace

import pytest
from PIL import Image

from bot.services.asker import Asker
from pipeline import AnimojiRequest, AnimojiResult, PictureSource, UserError
from tests.bot.fakes import uploaded
from tests.discord_server.pictures import png
from tests.e2e.scene import Scene
from tests.e2e.stub_engine import stub_result
from tests.e2e.visitors import open_studio, visit

PICTURE = png(64)


@pytest.fixture(autouse=True)
def seen(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The pictures that the engine was given; each becomes a picture character."""
    found: list[bytes] = []

    def result(request: AnimojiRequest) -> AnimojiResult:
        made = stub_result(request)
        if not isinstance(request.character, PictureSource):
            return made
        found.append(request.character.path.read_bytes())
        return replace(made, character=uploaded())

    monkeypatch.setattr("tests.e2e.stub_engine.stub_result", result)
    return found


def _left(scene: Scene) -> list[str]:
    return [path.name for path in (scene.folder / "blobs").rglob("*.picture")]


async def test_a_picture_with_its_face_becomes_a_character(scene: Scene, seen: list[bytes]) -> None:
    async with open_studio(scene) as bot, visit(scene.alice) as page:
        hero = await page.ask("POST", "/api/pictures?face=30,20,16.5", PICTURE)
        assert (hero["kind"], hero["kept"]) == ("uploaded", False)
        assert seen[-1] == PICTURE
        source = scene.engine.jobs[-1].request.character
        assert isinstance(source, PictureSource)
        assert source.face == (30.0, 20.0, 16.5)
        assert not _left(scene)
        assert await page.ask("GET", "/api/characters") == {"characters": []}
        with Image.open(io.BytesIO(await page.ask("GET", f"/api/characters/{hero['id']}/portrait"))) as portrait:
            assert portrait.size == (256, 256)
        assert (await page.finish(await page.begin(hero["id"])))[-1][0] == "done"
        (kept,) = (await page.ask("GET", "/api/characters"))["characters"]
        assert (kept["kind"], kept["kept"]) == ("uploaded", True)
        assert (await bot.services.privacy.show(scene.alice.id)).characters == 1


async def test_what_cannot_be_a_character_is_said_and_nothing_is_left(scene: Scene) -> None:
    async with open_studio(scene, max_characters=1, max_upload_bytes=2**20), visit(scene.alice) as page:
        assert "at most" in await page.refused("POST", "/api/pictures", bytes(2**20 + 1))
        assert "empty" in await page.refused("POST", "/api/pictures", b"")
        scene.engine.fails_with = UserError()
        assert "check what you entered" in await page.refused("POST", "/api/pictures", PICTURE)
        scene.engine.fails_with = None
        hero = await page.ask("POST", "/api/pictures", PICTURE)
        await page.ask("POST", f"/api/characters/{hero['id']}/keep", {})
        assert "1" in await page.refused("POST", "/api/pictures", PICTURE)
        assert _left(scene) == []
        assert scene.alice.inbox == []


async def test_limits_and_rules_hold_for_pictures(scene: Scene) -> None:
    elsewhere = scene.server.add_channel(scene.guild, "elsewhere")
    async with open_studio(scene, daily_conversions=1) as bot, visit(scene.alice) as page:
        await page.ask("POST", "/api/pictures", PICTURE)
        assert "1 files" in await page.refused("POST", "/api/pictures", PICTURE)
        admin = Asker(1, guild_id=scene.guild.id, is_admin=True)
        await bot.services.guilds.change(admin, channel_ids=[elsewhere.id])
        assert "#elsewhere" in await page.refused("POST", "/api/pictures", PICTURE)
        assert _left(scene) == []


async def test_whoever_wants_to_be_forgotten_is(scene: Scene) -> None:
    async with open_studio(scene) as bot, visit(scene.alice) as page:
        scene.engine.open.clear()
        waiting = asyncio.create_task(page.refused("POST", "/api/pictures", PICTURE))
        await scene.engine.job(1)
        assert len(_left(scene)) == 1
        await bot.services.privacy.delete(scene.alice.id)
        assert await waiting
        assert _left(scene) == []
        scene.engine.open.set()
