"""Packs: one character, many feelings, and what was made stays made."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from types import SimpleNamespace
from typing import Any

import discord
import pytest

from bot.domain import SavedCharacter
from bot.errors import NoFreeSlotsError
from bot.services.animojis import AnimojiService
from bot.services.asker import Asker
from bot.services.characters import CharacterService
from bot.services.expressions import ExpressionService, Place
from bot.services.jobs import JobService
from bot.services.packs import FEELINGS, PackService
from bot.store.database import Store
from pipeline import FACE, Character, JobCancelled, PresetMotion
from pipeline.motion.presets import PRESETS
from tests.bot.fakes import FakeEngine, drawn, saved

MAY = discord.Permissions(create_expressions=True)


class Guild:
    """A server that takes a number of emoji."""

    def __init__(self, room: int) -> None:
        self.id = 5
        self.emojis: list[Any] = []
        self.emoji_limit = room

    async def create_custom_emoji(self, *, name: str, image: bytes, reason: str) -> Any:
        emoji = SimpleNamespace(id=len(self.emojis) + 1, name=name, animated=True)
        self.emojis.append(emoji)
        return emoji


@pytest.fixture
async def expressions(store: Store, animojis: AnimojiService) -> ExpressionService:
    return ExpressionService(store, animojis, 20)


class AnyCharacter(CharacterService):
    """Has every character there could be."""

    def __init__(self) -> None:
        pass

    async def load(self, saved: SavedCharacter) -> Character:
        return drawn()


async def ignore(_: object) -> None:
    pass


def adding(
    jobs: JobService, expressions: ExpressionService, guild: Any, count: int, steps: list[Any]
) -> Callable[[], Awaitable[Any]]:
    async def add() -> Any:
        return await PackService(jobs, expressions, AnyCharacter()).add(
            saved(), Place(guild, MAY, MAY), "mika", count, Asker(42), lambda *step: steps.append(step), ignore, ignore
        )

    return add


def test_every_feeling_has_a_motion() -> None:
    assert set(FEELINGS.values()) <= set(PRESETS)
    assert [*FEELINGS][:6] == ["happy", "sad", "angry", "love", "shock", "sleepy"]


async def test_a_pack_is_added_and_remembered(
    store: Store, jobs: JobService, expressions: ExpressionService, engine: FakeEngine
) -> None:
    guild = Guild(50)
    steps: list[Any] = []
    pack = await adding(jobs, expressions, guild, 3, steps)()
    assert [emoji.name for emoji in pack.emoji] == ["mika_happy", "mika_sad", "mika_angry"]
    assert pack.stopped is None
    assert steps == [(1, "happy"), (2, "sad"), (3, "angry")]
    assert [job.request.motion for job in engine.jobs] == [PresetMotion(name) for name in ("laugh", "cry", "rage")]
    assert {(job.request.output.size, job.request.output.framing) for job in engine.jobs} == {(128, FACE)}
    async with store.work() as work:
        assert len(await work.expressions.in_guild(5)) == 3


async def test_a_pack_stops_where_there_is_no_room(jobs: JobService, expressions: ExpressionService) -> None:
    pack = await adding(jobs, expressions, Guild(2), 3, [])()
    assert (len(pack.emoji), pack.wanted) == (2, 3)
    assert isinstance(pack.stopped, NoFreeSlotsError)


async def test_what_was_made_before_a_cancel_stays(
    jobs: JobService, expressions: ExpressionService, engine: FakeEngine
) -> None:
    guild: Any = Guild(50)

    async def create(**options: Any) -> Any:
        engine.instant = False
        return await Guild.create_custom_emoji(guild, **options)

    async def cancel(state: Any) -> None:
        if not engine.instant:
            jobs.cancel(state.job, 42)

    guild.create_custom_emoji = create
    pack = await PackService(jobs, expressions, AnyCharacter()).add(
        saved(),
        Place(guild, MAY, MAY),
        "mika",
        3,
        Asker(42),
        lambda *step: None,
        cancel,
        ignore,
    )
    assert len(pack.emoji) == 1
    assert isinstance(pack.stopped, JobCancelled)
