"""/character: the characters that a person keeps, shows, shares and takes along."""

from __future__ import annotations

import json

import pytest

from pipeline import Character, PromptSource
from tests.discord_server import NotOffered, Reply
from tests.discord_server.media import read_picture
from tests.e2e.scene import CLIP, Scene, one_sentence

pytestmark = pytest.mark.usefixtures("bot")


async def _mimi(scene: Scene) -> str:
    """Alice's character of that name; what autocomplete fills in for it."""
    await scene.create(name="Mimi")
    value = (await scene.alice.autocomplete("character view", "character", "Mi"))[0]["value"]
    assert isinstance(value, str)
    return value


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
    assert len(reply.files) == 2
    assert all(read_picture(file.data) for file in reply.files)


async def test_the_list_has_pages(scene: Scene) -> None:
    for number in range(1, 9):
        await scene.create(name=f"Number {number}")
    reply = await scene.alice.slash("character list")
    assert "Number 8" in reply.text
    assert "Number 1" not in reply.text
    with pytest.raises(NotOffered):
        await scene.alice.click(reply, reply.labels[0])
    await scene.alice.click(reply, reply.labels[1])
    assert "Number 1" in reply.text
    assert "Number 8" not in reply.text
    assert len(reply.files) == 2
    await scene.alice.click(reply, reply.labels[0])
    assert "Number 8" in reply.text


async def test_one_of_them_is_shown(scene: Scene) -> None:
    reply = await scene.alice.slash("character view", character=await _mimi(scene))
    await reply.with_files()
    assert reply.ephemeral
    assert "Mimi" in reply.text
    assert "silver hair" in reply.text
    assert read_picture(reply.file.data) is not None


async def test_a_new_name(scene: Scene) -> None:
    choice = await _mimi(scene)
    reply = await scene.alice.slash("character rename", character=choice, name="  Momo  ")
    assert "Momo" in one_sentence(reply)
    names = [item["name"] for item in await scene.alice.autocomplete("character view", "character", "")]
    assert names == ["Momo"]
    await scene.create(name="Taro")
    assert "taro" in one_sentence(await scene.alice.slash("character rename", character=choice, name="taro"))


async def test_the_default_is_taken_where_none_is_named(scene: Scene) -> None:
    choice = await _mimi(scene)
    await scene.create(name="Taro", prompt="red hair")
    assert "Mimi" in one_sentence(await scene.alice.slash("character default", character=choice))
    reply = await scene.alice.slash("animoji again", video=CLIP)
    await reply.with_files()
    character = scene.engine.jobs[-1].request.character
    assert isinstance(character, Character)
    assert character.prompt == "silver hair, blue eyes"
    assert "⭐" in (await scene.alice.slash("character list")).text


async def test_without_any_character_there_is_no_default(scene: Scene) -> None:
    reply = await scene.alice.slash("animoji again", video=CLIP)
    assert "/animoji create" in one_sentence(await reply.answered())


async def _shared(scene: Scene) -> tuple[Reply, str]:
    reply = await scene.alice.slash("character share", character=await _mimi(scene))
    await reply.with_files()
    assert not reply.ephemeral
    code = reply.text.split("`")[1]
    return reply, code


async def test_a_shared_character_can_be_copied_by_its_code(scene: Scene) -> None:
    _, code = await _shared(scene)
    reply = await scene.bob.slash("character import-code", code=code.lower(), name="Bobs Mimi")
    assert "Bobs Mimi" in one_sentence(reply)
    animated = await scene.bob.slash("animoji again", character="Bobs Mimi", video=CLIP)
    await animated.with_files()
    original, copy = scene.engine.jobs[0].request.character, scene.engine.jobs[-1].request.character
    assert isinstance(original, PromptSource)
    assert isinstance(copy, Character)
    assert copy.seed == original.seed


async def test_a_shared_character_can_be_taken_by_its_button(scene: Scene) -> None:
    reply, _ = await _shared(scene)
    taken = await scene.bob.click(reply, reply.labels[0])
    assert "Mimi" in one_sentence(taken)
    assert "Mimi" in (await scene.bob.slash("character list")).text


async def test_sharing_can_be_ended(scene: Scene) -> None:
    reply, code = await _shared(scene)
    ended = await scene.alice.slash("character share", character="Mimi", stop=True)
    one_sentence(ended)
    one_sentence(await scene.bob.slash("character import-code", code=code))
    one_sentence(await scene.bob.click(reply, reply.labels[0]))
    assert "/animoji create" in (await scene.bob.slash("character list")).text


async def test_a_wrong_code(scene: Scene) -> None:
    one_sentence(await scene.bob.slash("character import-code", code="NONSENSE"))


async def test_an_exported_character_can_be_read_again(scene: Scene) -> None:
    reply = await scene.alice.slash("character export", character=await _mimi(scene))
    await reply.with_files(2)
    assert reply.ephemeral
    files = {file.filename.rsplit(".", 1)[-1]: file.data for file in reply.files}
    character = Character.from_json(json.loads(files["json"]))
    original = scene.engine.jobs[0].request.character
    assert isinstance(original, PromptSource)
    assert (character.prompt, character.seed) == (original.prompt, original.seed)
    picture = read_picture(files["png"])
    assert picture is not None
    assert picture.width == 512


@pytest.mark.parametrize("command", ["view", "rename", "default", "share", "export", "delete"])
async def test_nobody_reaches_the_characters_of_others(scene: Scene, command: str) -> None:
    choice = await _mimi(scene)
    more = {"name": "Mine"} if command == "rename" else {}
    assert await scene.bob.autocomplete(f"character {command}", "character", "") == []
    one_sentence(await scene.bob.slash(f"character {command}", character=choice, **more))
    assert "Mimi" in (await scene.alice.slash("character list")).text


async def test_a_deleted_character_is_gone(scene: Scene) -> None:
    choice = await _mimi(scene)
    question = await scene.alice.slash("character delete", character=choice)
    assert "Mimi" in question.modal["components"][0]["content"]
    assert "Mimi" in (await scene.alice.slash("character list")).text, "not yet"
    assert "Mimi" in (await scene.alice.submit_modal(question)).text
    assert await scene.alice.autocomplete("character delete", "character", "") == []
    one_sentence(await scene.alice.slash("character delete", character=choice))


@pytest.mark.parametrize("name", ["fam 👨‍👩‍👧", "می‌خواهم", "❤️", "한글"])
async def test_names_of_all_scripts_and_emoji_are_taken(scene: Scene, name: str) -> None:
    reply = await scene.create(name=name)
    assert name in reply.text
    assert [choice["name"] for choice in await scene.alice.autocomplete("character view", "character", "")] == [name]
    assert name in one_sentence(await scene.alice.slash("character rename", character=name, name=f"{name} 2"))


@pytest.mark.parametrize("name", ["\u3164\u3164", "<@&1>", "\u202eimiM", "Mi\u2066mi"])
async def test_names_that_nobody_sees_or_that_change_other_text_are_refused(scene: Scene, name: str) -> None:
    await scene.create(name="Mimi")
    refusals = [
        await scene.alice.slash("animoji create", prompt="silver hair", name=name),
        await scene.alice.slash("character rename", character="Mimi", name=name),
        await scene.alice.slash("emoji sticker", name=name),
    ]
    for reply in refusals:
        said = one_sentence(await reply.ended())
        assert name not in said
        assert "characters" in said
    assert len(scene.engine.jobs) == 1
