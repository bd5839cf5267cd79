"""Who is kept out stays out at the doors that are no command, button, menu or form (for those: test_every_door)."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
import pytest_asyncio

from bot.app import AnimeMojiBot
from bot.domain import Speaking
from bot.services.asker import Asker
from tests.discord_server import Message, User
from tests.e2e.scene import CLIP, Scene, one_sentence
from tests.e2e.shutting import WAYS, Way, every_way
from tests.e2e.visitors import SOMETHING, Visit, open_studio, visit

Knock = Callable[[Scene, Visit], Awaitable[str]]
"""Bob tries to come in by a door; what he is told."""


@pytest_asyncio.fixture
async def bot(scene: Scene) -> AsyncIterator[AnimeMojiBot]:
    """The bot with its studio, which hears messages; Bob's Luna has a prefix."""
    async with open_studio(scene, read_messages=True) as bot:
        admin = Asker(1, guild_id=scene.guild.id, is_admin=True)
        await bot.services.guilds.change(admin, speaking=Speaking.PREFIX)
        await scene.create(scene.bob, name="Luna")
        await scene.bob.slash("character prefix", character="Luna", prefix="luna")
        yield bot


async def prefix(scene: Scene, _: Visit) -> str:
    original = await scene.bob.post("luna: hello")

    def answers() -> list[Message]:
        found = scene.server.world.messages.values()
        return [each for each in found if str((each.reference or {}).get("message_id")) == str(original.id)]

    await scene.server.wait_for(lambda: bool(answers()), what="a complaint")
    assert not original.deleted
    return answers()[0].text.removeprefix("I left your message as it is. ")


async def speech(scene: Scene, _: Visit) -> str:
    return one_sentence(await (await scene.bob.slash("say", text="hello")).answered())


async def menu(scene: Scene, _: Visit) -> str:
    message = await scene.alice.post("look", CLIP)
    return one_sentence(await (await scene.bob.context_menu("Animate this", message)).answered())


async def link(scene: Scene, _: Visit) -> str:
    return one_sentence(await (await scene.bob.slash("animoji studio")).answered())


async def roll(_: Scene, page: Visit) -> str:
    return await page.refused("POST", "/api/characters", {"prompt": "red hair", "seed": 1})


async def keep(_: Scene, page: Visit) -> str:
    return await page.refused("POST", f"/api/characters/{DRAWN}/keep", {})


async def make(_: Scene, page: Visit) -> str:
    return await page.refused("POST", "/api/animojis", SOMETHING | {"character": DRAWN})


async def share(_: Scene, page: Visit) -> str:
    return await page.refused("POST", f"/api/animojis/{MADE}/share", {})


DRAWN = MADE = ""
"""A character and a file of Bob's on the studio's page, from before."""
DOORS: dict[str, Knock] = {
    **{"prefix": prefix, "say": speech, "menu": menu, "link": link},
    **{"roll": roll, "keep": keep, "make": make, "share": share},
}


@every_way
async def test_every_other_door_says_the_same(
    scene: Scene, bot: AnimeMojiBot, way: Way, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with visit(scene.bob) as page:
        monkeypatch.setitem(globals(), "MADE", await page.make())
        monkeypatch.setitem(globals(), "DRAWN", await page.draw(seed=4))
        before = len(scene.engine.jobs)
        await way.shut(bot.services, scene.guild.id, scene.bob.id)
        told = {name: await knock(scene, page) for name, knock in DOORS.items()}
    assert told == dict.fromkeys(DOORS, way.sentence)
    assert len(scene.engine.jobs) == before


async def test_owners_come_in_by_every_door_while_the_bot_is_looked_after(scene: Scene, bot: AnimeMojiBot) -> None:
    owner = User(scene.server, scene.guild.owner, scene.guild.general)
    await WAYS["maintenance"].shut(bot.services, scene.guild.id, scene.bob.id)
    await scene.create(owner, name="Mine")
    await owner.slash("character prefix", character="Mine", prefix="mine")
    original = await owner.post("mine: hello")
    await scene.server.wait_for(lambda: original.deleted, what="the message was replaced")
    async with visit(owner) as page:
        await page.ask("POST", f"/api/animojis/{await page.make()}/share", {}, 204)
