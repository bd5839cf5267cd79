"""Adjusting a picture character: moved by its owner, saved with Done, also after a restart."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from bot.app import AnimeMojiBot
from pipeline import Character
from tests.discord_server import NotOffered, Reply, Upload, User
from tests.discord_server.pictures import png
from tests.e2e.scene import CLIP, Scene, one_sentence

HERO = Upload("hero.png", png(128))


async def _made(scene: Scene, user: User | None = None) -> Reply:
    """A picture character, "Hero", in an animoji that everybody sees."""
    reply = await (user or scene.alice).slash("animoji from-picture", picture=HERO, video=CLIP, name="Hero")
    return await reply.with_files()


async def _opened(scene: Scene, made: Reply) -> Reply:
    return await (await scene.alice.click(made, "Adjust")).with_files()


def _shown(reply: Reply) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    with Image.open(io.BytesIO(reply.file.data)) as image:
        assert image.size == (512, 512)
        return np.asarray(image.convert("RGB"))


async def _press(scene: Scene, view: Reply, label: str) -> None:
    """Presses a button of the view and waits for what comes of it."""
    before = view.message.components
    await scene.alice.click(view, label)
    await view.until(lambda reply: reply.message.components != before)


async def _animated(scene: Scene) -> Character:
    """Whom the next clip moves."""
    again = await scene.alice.slash("animoji again", character="Hero", video=CLIP)
    await again.with_files()
    character = scene.engine.jobs[-1].request.character
    assert isinstance(character, Character)
    return character


def _is_bare(character: Character, x: int, y: int) -> bool:
    assert character.picture is not None
    with Image.open(io.BytesIO(character.picture)) as image:
        pixel = image.convert("RGBA").getpixel((x, y))
    assert isinstance(pixel, tuple)
    return pixel[3] < 128


async def test_the_view_shows_where_the_head_belongs(scene: Scene, bot: AnimeMojiBot) -> None:
    view = await _opened(scene, await _made(scene))
    assert view.ephemeral
    assert "Hero" in view.text
    assert len(view.labels) == 10
    shown = _shown(view).astype(int)
    assert shown[64, 230, 0] > shown[64, 230, 1] + 80, "the frame"


async def test_what_was_moved_is_saved_with_done_and_used_by_later_clips(scene: Scene, bot: AnimeMojiBot) -> None:
    view = await _opened(scene, await _made(scene))
    first = _shown(view)
    for label in ("Right", "Right", "Down", "Smaller", "Turn left"):
        await _press(scene, view, label)
    assert np.any(_shown(view) != first)
    assert not _is_bare(await _animated(scene), 4, 256), "nothing is saved before Done"
    await _press(scene, view, "Done")
    assert "Hero" in view.text
    assert view.labels == []
    moved = await _animated(scene)
    assert _is_bare(moved, 4, 256)
    assert moved.kind.value == "uploaded"
    assert (await scene.alice.slash("character list")).text.count("Hero") == 1


async def test_reset_goes_back_to_the_beginning(scene: Scene, bot: AnimeMojiBot) -> None:
    view = await _opened(scene, await _made(scene))
    first = _shown(view)
    with pytest.raises(NotOffered):
        await scene.alice.click(view, "Reset")
    await _press(scene, view, "Larger")
    await _press(scene, view, "Left")
    await _press(scene, view, "Reset")
    assert np.array_equal(_shown(view), first)
    await _press(scene, view, "Done")
    assert not _is_bare(await _animated(scene), 4, 256)


async def test_nobody_else_adjusts_it(scene: Scene, bot: AnimeMojiBot) -> None:
    made = await _made(scene)
    one_sentence(await (await scene.bob.click(made, "Adjust")).answered())
    view = await _opened(scene, made)
    with pytest.raises(NotOffered):
        await scene.bob.click(view, "Left")


async def test_it_goes_on_after_a_restart(scene: Scene) -> None:
    async with scene.bot():
        made = await _made(scene)
        view = await _opened(scene, made)
        await _press(scene, view, "Right")
    async with scene.bot():
        await _press(scene, view, "Right")
        await _press(scene, view, "Done")
        moved = await _animated(scene)
        assert _is_bare(moved, 14, 256)
        assert not _is_bare(moved, 18, 256)
        assert "Reset" in (await _opened(scene, made)).labels


async def test_a_view_from_before_another_change_is_too_old(scene: Scene, bot: AnimeMojiBot) -> None:
    made = await _made(scene)
    old, new = await _opened(scene, made), await _opened(scene, made)
    await _press(scene, new, "Right")
    await _press(scene, new, "Done")
    assert "Hero" in one_sentence(await (await scene.alice.click(old, "Left")).answered())


async def test_a_character_that_is_gone(scene: Scene, bot: AnimeMojiBot) -> None:
    made = await _made(scene)
    view = await _opened(scene, made)
    await scene.forget("Hero")
    one_sentence(await (await scene.alice.click(made, "Adjust")).answered())
    assert "/character list" in (await (await scene.alice.click(view, "Done")).saying("gone")).text


async def test_only_pictures_offer_it(scene: Scene, bot: AnimeMojiBot) -> None:
    await _made(scene)
    drawn = await scene.create(name="Mimi")
    assert "Adjust" not in drawn.labels
    view = await (await scene.alice.slash("character view", character="Mimi")).with_files()
    assert view.labels == []
    view = await (await scene.alice.slash("character view", character="Hero")).with_files()
    assert len((await _opened(scene, view)).labels) == 10


async def test_in_japanese(scene: Scene, bot: AnimeMojiBot) -> None:
    yuki = scene.server.add_user("yuki", locale="ja").at(scene.guild)
    view = await (await yuki.click(await _made(scene, yuki), "位置を直す")).with_files()
    assert {"← 左", "＋ 大きく", "完了", "元に戻す"} <= set(view.labels)


async def test_a_drawn_character_is_shown_as_words(scene: Scene, bot: AnimeMojiBot) -> None:
    await scene.create(name="Mimi")
    view = await (await scene.alice.slash("character view", character="Mimi")).with_files()
    assert "In words:" in view.text
    assert "sailor uniform" in view.text
