"""Animojis: made, kept, and made again from what was kept."""

from __future__ import annotations

import asyncio
import io
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from PIL import Image

from bot.errors import AnimojiUnknownError, NoAnimojiError, NotYoursError, PromptMissingError, UploadTooLargeError
from bot.services.animojis import AnimojiService, Finished
from bot.services.asker import Asker
from bot.services.characters import CharacterService
from bot.services.jobs import JobService, JobState
from bot.services.orders import Clip, Order, Picture
from bot.services.pictures import PORTRAIT_SIZE
from bot.services.uploads import UploadService
from bot.services.words import WordService
from bot.store.database import Store
from pipeline import FACE, Format, Output, PresetMotion, PromptSource, TrackMotion
from tests.bot.fakes import FakeEngine, drawn, track

MIKA = Asker(42, "ja", 5)
ORDER = Order(PromptSource("cat ears", 3), PresetMotion("wave"), "", "gm", "sky")


async def ignore(state: JobState) -> None:
    pass


async def make(animojis: AnimojiService, order: Order = ORDER) -> Finished:
    return await animojis.make(MIKA, order, Output(), ignore)


async def test_a_new_character_is_saved_with_its_animoji(
    animojis: AnimojiService, characters: CharacterService
) -> None:
    finished = await make(animojis, Order(PromptSource("cat ears", 3), PresetMotion(), "Mika", "gm", "sky"))
    assert await characters.load(await characters.find(MIKA.user_id, "Mika")) == drawn("cat ears", 3)
    kept = await animojis.chosen(MIKA.user_id, None)
    assert kept.id == finished.animoji.id
    assert (kept.caption, kept.background, kept.guild_id) == ("gm", "sky", 5)


async def test_an_animoji_is_redrawn_from_what_was_kept(animojis: AnimojiService, engine: FakeEngine) -> None:
    await make(animojis)
    output = Output(Format.GIF, 128, max_bytes=1000, framing=FACE)
    await animojis.redraw(await animojis.chosen(MIKA.user_id, None), output, MIKA, caption="")
    request = engine.jobs[-1].request
    assert request.character == drawn("cat ears", 3)
    assert isinstance(request.motion, TrackMotion)
    assert np.array_equal(request.motion.track.poses, track().poses)
    assert (request.output, request.caption, request.background) == (output, "", "sky")


async def test_a_saved_character_is_used_again(animojis: AnimojiService, engine: FakeEngine) -> None:
    first = await make(animojis)
    second = await make(animojis, Order(first.character, PresetMotion("nod")))
    assert engine.jobs[-1].request.character == drawn("cat ears", 3)
    assert second.animoji.character.id == first.animoji.character.id
    assert [row.id for row in await animojis.recent(MIKA.user_id, 9)] == [second.animoji.id, first.animoji.id]


async def test_jobs_that_end_together_find_names_apart(
    either_store: Store, jobs: JobService, uploads: UploadService, words: WordService
) -> None:
    characters = CharacterService(either_store, 99)
    service = AnimojiService(either_store, jobs, uploads, characters, words)
    done = await asyncio.gather(*(make(service) for _ in range(2)))
    assert {finished.character.name for finished in done} == {"Cat ears", "Cat ears 2"}


async def test_portraits_show_the_character_alone(
    animojis: AnimojiService, characters: CharacterService, engine: FakeEngine
) -> None:
    plain = await make(animojis, Order(PromptSource("cat ears", 3), PresetMotion()))
    captioned = await make(animojis, ORDER)
    assert set((await characters.page(MIKA.user_id, 9)).portraits) == {plain.character.id}
    portrait = await animojis.paint(MIKA, captioned.character.id)
    assert (await characters.page(MIKA.user_id, 9)).portraits[captioned.character.id] == portrait
    assert portrait is not None
    assert Image.open(io.BytesIO(portrait)).size == (PORTRAIT_SIZE, PORTRAIT_SIZE)
    request = engine.jobs[-1].request
    assert (request.caption, request.background, request.output.format) == ("", "transparent", Format.APNG)


async def test_a_character_deleted_while_it_was_drawn_is_saved_once_more(
    animojis: AnimojiService, characters: CharacterService, engine: FakeEngine
) -> None:
    first = await make(animojis)
    engine.instant = False
    await engine.next_job()
    task = asyncio.create_task(make(animojis, Order(first.character, PresetMotion("nod"))))
    job = await engine.next_job()
    await characters.delete(MIKA.user_id, str(first.character.id))
    job.finish()
    second = await task
    assert await characters.load(second.character) == drawn("cat ears", 3)
    assert second.character.name == first.character.name


async def test_what_cannot_be_done_is_refused_before_work_begins(animojis: AnimojiService) -> None:
    huge: Any = SimpleNamespace(url="http://127.0.0.1:9/", size=10**9, filename="a.mp4")
    with pytest.raises(PromptMissingError):
        await animojis.check(MIKA, Order(PromptSource("  "), PresetMotion()))
    for order in (Order(PromptSource("cat"), Clip(huge, 6)), Order(Picture(huge), PresetMotion())):
        with pytest.raises(UploadTooLargeError):
            await animojis.check(MIKA, order)


async def test_nobody_gets_the_animoji_of_another(animojis: AnimojiService) -> None:
    number = (await make(animojis)).animoji.id
    with pytest.raises(AnimojiUnknownError):
        await animojis.chosen(43, number)
    with pytest.raises(NoAnimojiError):
        await animojis.chosen(43, None)
    with pytest.raises(NotYoursError):
        await animojis.owned(number, 43)
    with pytest.raises(NotYoursError):
        await animojis.delete(number, 43, may_moderate=False)
    with pytest.raises(AnimojiUnknownError):
        await animojis.get(10**6)


async def test_a_moderator_deletes_what_another_made(animojis: AnimojiService) -> None:
    number = (await make(animojis)).animoji.id
    for _ in range(2):
        await animojis.delete(number, 43, may_moderate=True)
    with pytest.raises(AnimojiUnknownError):
        await animojis.delete(number, 44, may_moderate=False)
    with pytest.raises(AnimojiUnknownError):
        await animojis.get(number)
