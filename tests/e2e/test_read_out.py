"""Every picture is read out to those who cannot see it: who it is, what they do, in the reader's language."""

from __future__ import annotations

import re

import pytest

from tests.e2e.scene import CLIP, Scene, read_out

pytestmark = pytest.mark.usefixtures("bot")


@pytest.mark.parametrize(
    ("locale", "looks", "does"),
    [
        ("en-US", "Mimi_1: girl, silver hair, bob, blue eyes, sailor uniform", "; moves"),
        ("ja", "Mimi_1：女の子、銀の髪、ボブ、青の目、セーラー服", "。動いている"),
    ],
)
async def test_every_picture_says_who_it_is(scene: Scene, locale: str, looks: str, does: str) -> None:
    carol = scene.server.add_user("carol", locale=locale).at(scene.guild)
    scene.guild.grant(carol.account, 1 << 43)
    animoji = await scene.create(carol, name="Mimi_1", caption="*hi*", video=CLIP)
    assert list(read_out(animoji.message))[-1].startswith(looks + does)
    assert "*hi*" in list(read_out(animoji.message))[-1]
    for custom_id in (":mp4:", ":webp:"):
        reply = await (await carol.click(animoji, custom_id)).with_files()
        assert list(read_out(reply.message)) == list(read_out(animoji.message))
    reply = await (await carol.submit_modal(await carol.click(animoji, ":sticker:"))).with_files()
    assert list(read_out(reply.message)) == list(read_out(animoji.message))
    for command in ("view", "export", "share"):
        reply = await (await carol.slash(f"character {command}", character="Mimi_1")).with_files()
        assert set(read_out(reply.message)) == {looks}, command
    gallery = await (await carol.slash("character list")).with_files()
    assert set(read_out(gallery.message)) == {looks}


async def test_a_character_view_describes_in_the_readers_language(scene: Scene) -> None:
    carol = scene.server.add_user("carol", locale="ja").at(scene.guild)
    await scene.create(carol, name="Mimi")
    text = (await (await carol.slash("character view", character="Mimi")).with_files()).text
    words = text.partition("言葉にすると")[2].partition("\n")[0]
    assert "セーラー服、#3a4a78の服" in words
    assert not re.findall(r"(?<![#0-9a-f])[a-z]{2,}", words)
    assert text.splitlines()[-1].startswith("-# 線画 · ")
