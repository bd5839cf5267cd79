"""A database that another program keeps locked: everybody is answered in time, and what was refused is not done."""

from __future__ import annotations

import asyncio
import re
import sqlite3
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bot.app import AnimeMojiBot
from bot.client import Interaction
from bot.errors import CannotSaveError
from bot.texts import ENGLISH, explain
from bot.views.parts import Form
from pipeline import Format
from tests.discord_server import Reply, Role, User
from tests.discord_server.components import Json
from tests.e2e.scene import CLIP, Scene, all_over
from tests.e2e.speaking import say
from tests.e2e.test_every_door import EVERY_ID, FORMS, admin, call, commands_of, use

SENTENCE = explain(CannotSaveError(), ENGLISH)
Doing = Callable[[], Coroutine[Any, Any, Reply]]
AT_ONCE = 16


@asynccontextmanager
async def locked(folder: Path) -> AsyncIterator[None]:
    """The SQLite file of the bot in ``folder`` is in the hands of another program."""
    other = sqlite3.connect(folder / "animemoji.sqlite3", isolation_level=None, timeout=0.01)
    try:
        while not other.in_transaction:
            with suppress(sqlite3.OperationalError):
                other.execute("BEGIN EXCLUSIVE")
            await asyncio.sleep(0.01)  # the bot ends what it has begun in this very loop
        yield
    finally:
        other.close()


def content(folder: Path) -> list[str]:
    """All that the database holds."""
    with sqlite3.connect(folder / "animemoji.sqlite3") as connection:
        return list(connection.iterdump())


async def all_of(doings: list[Doing]) -> list[Reply]:
    """Does some at a time; who is not acknowledged in time fails."""
    replies = []
    for begin in range(0, len(doings), AT_ONCE):
        replies += await asyncio.gather(*(doing() for doing in doings[begin : begin + AT_ONCE]))
    return replies


def filled_in(user: User, form: Reply) -> Doing:
    """Sends a form with what it proposes, and with something where it insists on that."""

    async def send() -> Reply:
        asked = [part["component"] for part in form.modal["components"] if "component" in part]
        asked = [field for field in asked if field.get("required", True) and not field.get("value")]
        answers = {field["custom_id"]: _answer(field) for field in asked if field["type"] in (3, 4)}
        return await user.submit_modal(form, **answers)

    return send


def _answer(field: Json) -> str:
    options = field.get("options")
    return "7" if options is None else str(options[0]["value"])


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> set[type[Form]]:
    """The kinds of forms that were shown."""
    kinds = set()
    really_open = Form.open

    async def open_and_note(self: Form, interaction: Interaction) -> None:
        await really_open(self, interaction)
        kinds.add(type(self))

    monkeypatch.setattr(Form, "open", open_and_note)
    return kinds


async def test_every_command_button_menu_and_form_is_answered_in_time_while_the_database_is_locked(
    scene: Scene, bot: AnimeMojiBot, opened: set[type[Form]], monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = admin(scene)
    await scene.create(owner, name="x")
    await scene.create(name="Mimi")
    await owner.slash("gallery add", character="x")
    invitation = await scene.alice.slash("animoji together", friend=owner, character="Mimi")
    suggestion = await scene.suggested(owner)
    said = await say(scene, "hello", owner)
    ids = [(kind, re.sub(r":0(?=:|$)", ":1", custom_id)) for kind, custom_id in EVERY_ID]
    pressed = [partial(use, scene, owner, kind, custom_id) for kind, custom_id in ids]
    called = [partial(call, scene, owner, command) for command in commands_of(bot)]
    called += [
        partial(owner.slash, "settings role-quota", role=Role("some", 0), quota=3),
        partial(owner.slash, "animoji create", prompt="red hair", video=CLIP),
        partial(owner.context_menu, "Animate this", await scene.bob.post("look", CLIP)),
        partial(owner.context_menu, "Edit what I said", said),
        partial(owner.click, suggestion, "Change and make"),
        partial(owner.click, invitation, "Yes, choose mine"),
    ]
    forms = [await use(scene, owner, kind, custom_id) for kind, custom_id in ids if custom_id == "settings:limits"]
    await all_over(bot)
    jobs, before = len(scene.engine.jobs), content(scene.folder)
    for patience, much in (("bot.views.parts.PATIENCE", 3.0), ("bot.store.database._LONGEST_WAIT_MS", 3000)):
        monkeypatch.setattr(patience, much)  # for the sake of this test's own time
    async with locked(scene.folder):
        replies = await all_of([*pressed, *called])
        forms += [reply for reply in replies if reply.interaction.modal]
        replies += await all_of([filled_in(owner, form) for form in forms])
        await asyncio.gather(*(reply.ended() for reply in replies if reply.loading))
    assert set(FORMS) == opened
    assert sum(SENTENCE in reply.text for reply in replies) > 30
    assert [reply.transcript() for reply in replies if reply.loading] == []
    begun = [job.request for job in scene.engine.jobs[jobs:]]
    # Faces for what characters say are nobody's order.
    assert [request for request in begun if request.output.format is not Format.APNG] == []
    assert content(scene.folder) == before


async def test_who_writes_waits_for_a_lock_that_is_soon_gone(scene: Scene, bot: AnimeMojiBot) -> None:
    await scene.create(name="x")
    async with locked(scene.folder):
        asking = asyncio.create_task(scene.alice.slash("character rename", character="x", name="y"))
        await scene.server.wait_for(lambda: len(scene.server.interactions) == 2)
        await asyncio.sleep(0.3)
        assert not asking.done()
    assert SENTENCE not in (await asking).text
