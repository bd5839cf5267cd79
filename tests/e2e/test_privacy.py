"""/privacy, /help and /about."""

from __future__ import annotations

import io
import json
import random
import re
import zipfile

import pytest

from bot.app import AnimeMojiBot
from pipeline import Character, CharacterKind
from tests.discord_server import Reply
from tests.discord_server.media import read_picture
from tests.e2e.scene import CLIP, Scene

pytestmark = pytest.mark.usefixtures("bot")


async def test_what_is_kept_is_shown(scene: Scene) -> None:
    await scene.create(name="Mimi")
    await scene.create(name="Momo")
    reply = await scene.alice.slash("privacy show")
    assert reply.ephemeral
    assert re.search(r"\b2\b", reply.text)
    nothing = await scene.bob.slash("privacy show")
    assert re.search(r"\b0\b|nothing", nothing.text)


async def test_what_is_kept_is_handed_over(scene: Scene) -> None:
    await scene.create(name="Mimi", caption="hello")
    await (await scene.alice.slash("emoji add")).saying(":mimi:")
    await scene.create(scene.bob, name="Bobby")
    reply = await scene.alice.slash("privacy export")
    await reply.with_files()
    assert reply.ephemeral
    with zipfile.ZipFile(io.BytesIO(reply.file.data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    everything = b"\n".join(files.values())
    assert b"Mimi" in everything
    assert b"hello" in everything
    assert b"silver hair" in everything
    assert b"mimi" in files["emoji_and_stickers.json"]
    assert b"Bobby" not in everything
    assert CLIP.data[:40] not in everything
    for name, data in files.items():
        assert json.loads(data) is not None if name.endswith(".json") else read_picture(data) is not None


async def test_all_is_forgotten_when_they_say_so(scene: Scene) -> None:
    animoji = await scene.create(name="Mimi")
    await (await scene.alice.slash("emoji add")).saying(":mimi:")
    await scene.create(scene.bob, name="Bobby")
    question = await scene.alice.slash("privacy delete")
    assert question.ephemeral
    assert "Mimi" in (await scene.alice.slash("character list")).text, "asking alone deletes nothing"
    answer = await scene.alice.click(question, question.labels[0])
    assert answer.ephemeral
    assert answer.labels == []
    assert "/animoji create" in (await scene.alice.slash("character list")).text
    assert "Bobby" in (await scene.bob.slash("character list")).text
    rest = await (await scene.alice.slash("privacy export")).with_files()
    with zipfile.ZipFile(io.BytesIO(rest.file.data)) as archive:
        assert b"Mimi" not in b"".join(archive.read(name) for name in archive.namelist())
    assert (await (await scene.alice.click(animoji, "Re-roll")).answered()).ephemeral


async def test_the_bots_own_emoji_go_with_who_had_them_made(scene: Scene, bot: AnimeMojiBot) -> None:
    carol, dave = (scene.server.add_user(name, installed=True) for name in ("carol", "dave"))
    for user, name in ((carol, "Mimi"), (dave, "Momo")):
        await scene.create(user, name=name)
        await (await user.slash("emoji add")).saying(f":{name.lower()}:")
    question = await carol.slash("privacy delete")
    await (await carol.click(question, question.labels[0])).answered()
    assert [emoji.name for emoji in scene.server.world.emojis.values()] == ["momo"]


@pytest.mark.parametrize("command", ["help", "about"])
async def test_help_and_about(scene: Scene, command: str) -> None:
    reply = await scene.alice.slash(command)
    assert reply.ephemeral
    assert len(reply.text) > 200
    japanese = await scene.server.add_user("yuki", locale="ja").in_dm().slash(command)
    assert re.search(r"[\u3040-\u30ff]", japanese.text)


async def test_help_names_every_command_there_is(scene: Scene) -> None:
    text = (await scene.alice.slash("help")).text
    for command in scene.server.world.commands:
        if command["type"] == 1 and command["name"] not in ("help", "about"):
            assert f"/{command['name']}" in text


async def test_about_names_the_licences(scene: Scene) -> None:
    text = (await scene.alice.slash("about")).text
    assert "MIT" in text
    assert "Talking Head" in text or "mediapipe" in text.lower()


async def test_what_is_too_large_for_one_file_comes_in_several(scene: Scene, bot: AnimeMojiBot) -> None:
    limit = 300_000
    async with bot.services.store.work() as work:
        await work.users.meet(scene.alice.id, "en-US")
        for number in range(60):
            character = Character(CharacterKind.UPLOADED, picture=random.Random(number).randbytes(60_000))
            await work.characters.add(scene.alice.id, f"Pic {number}", character)
    reply = await scene.alice.but(attachment_limit=limit).slash("privacy export")

    def characters(reply: Reply) -> int:
        return sum(name.startswith("characters/") for file in reply.files for name in names_in(file.data))

    await reply.until(lambda r: characters(r) == 60, what="all files")
    assert reply.ephemeral
    assert 10 < len(reply.files) <= 30
    assert 1 < len(reply.messages) <= 6, "Discord takes no more for an app that a person brought along"
    assert all(len(file.data) <= limit for file in reply.files)


def names_in(archive: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(archive)) as file:
        assert file.testzip() is None
        return file.namelist()
