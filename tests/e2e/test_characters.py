"""/character: list and delete."""

from __future__ import annotations

import pytest

from tests.e2e.scene import Scene, one_sentence

pytestmark = pytest.mark.usefixtures("bot")


async def test_a_new_person_is_told_how_to_begin(scene: Scene) -> None:
    reply = await scene.alice.slash("character list")
    assert reply.ephemeral
    assert "/animoji create" in reply.text


async def test_the_list_shows_ones_own_characters(scene: Scene) -> None:
    await scene.create(name="Mimi")
    await scene.create(name="Taro", prompt="red hair")
    await scene.create(scene.bob, name="Bobby")
    reply = await scene.alice.slash("character list")
    assert "Mimi" in reply.text
    assert "Taro" in reply.text
    assert "Bobby" not in reply.text


async def test_a_deleted_character_is_gone(scene: Scene) -> None:
    await scene.create(name="Mimi")
    choice = (await scene.alice.autocomplete("character delete", "character", "Mi"))[0]
    refusal = await scene.bob.slash("character delete", character=choice["value"])
    one_sentence(refusal)
    reply = await scene.alice.slash("character delete", character=choice["value"])
    assert "Mimi" in reply.text
    assert await scene.alice.autocomplete("character delete", "character", "") == []
    refusal = await scene.alice.slash("character delete", character=choice["value"])
    one_sentence(refusal)
