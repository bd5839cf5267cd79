"""What was asked to be hidden stays hidden, whatever is made of it and wherever it arrives."""

from __future__ import annotations

from typing import Any

import pytest

from tests.discord_server import Message, Upload
from tests.discord_server.components import Kind, walk
from tests.discord_server.pictures import png
from tests.e2e.scene import CLIP, Scene, hidden

pytestmark = pytest.mark.usefixtures("bot")


async def test_nothing_is_hidden_unless_it_is_asked_for(scene: Scene) -> None:
    reply = await scene.create(name="Mimi")
    assert not hidden(reply.message)
    assert not hidden((await (await scene.alice.click(reply, "WebP")).with_files()).message)


async def test_what_comes_of_it_is_hidden_too(scene: Scene) -> None:
    reply = await scene.create(name="Mimi", spoiler=True)
    assert hidden(reply.message)
    assert hidden((await (await scene.alice.click(reply, "Re-roll")).with_files()).message)
    assert hidden((await (await scene.alice.click(reply, "MP4")).with_files()).message)
    for button in ("Tweak", "Another motion", "Sticker"):
        form = await scene.alice.click(reply, button)
        assert hidden((await (await scene.alice.submit_modal(form)).with_files()).message), button


@pytest.mark.parametrize("command", ["again", "remix", "from-picture"])
async def test_every_command_can_hide(scene: Scene, command: str) -> None:
    await scene.create(name="Mimi")
    options: dict[str, dict[str, Any]] = {
        "again": {},
        "remix": {"character": "Mimi", "prompt": "red hair"},
        "from-picture": {"picture": Upload("hero.png", png(128))},
    }
    reply = await scene.alice.slash(f"animoji {command}", spoiler=True, **options[command])
    assert hidden((await reply.with_files()).message)


@pytest.mark.parametrize("file", [CLIP, Upload("hero.png", png(256))], ids=["clip", "picture"])
@pytest.mark.parametrize("chosen", [True, False])
async def test_the_menu_of_a_message_asks(scene: Scene, file: Upload, chosen: bool) -> None:
    await scene.create(name="Mimi")
    form = await scene.alice.context_menu("Animate this", await scene.bob.post("", file))
    boxes = [item for _, item in walk(form.modal["components"]) if item["type"] == Kind.CHECKBOX]
    reply = await scene.alice.submit_modal(form, **{boxes[0]["custom_id"]: chosen})
    assert hidden((await reply.with_files()).message) is chosen


async def test_it_is_hidden_where_it_arrives_late(scene: Scene) -> None:
    scene.engine.open.clear()
    reply = await scene.alice.slash("animoji create", prompt="silver hair", spoiler=True)
    await scene.engine.job(1)
    await reply.until(lambda r: r.cancellable)
    scene.server.expire_tokens()
    scene.engine.open.set()

    def late() -> list[Message]:
        messages = scene.server.world.messages.values()
        return [each for each in messages if each.attachments and each.interaction_metadata is None]

    await scene.server.wait_for(lambda: bool(late()), what="the result")
    assert hidden(late()[0])
