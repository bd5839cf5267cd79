"""Animojis: made, kept, and made again from what was kept."""

from __future__ import annotations

import asyncio
import io

import numpy as np
import pytest
from PIL import Image

from bot.domain import JobState
from bot.errors import AnimojiUnknownError, NoAnimojiError, NotYoursError, PromptMissingError, UploadTooLargeError
from bot.services.animojis import AnimojiService
from bot.services.orders import Attached, Clip, Order, Own, Picture, Preset, Words
from bot.services.pictures import PORTRAIT_SIZE
from bot.services.wishes import NewAnimoji, NewEmoji, NewSticker, OtherFile
from bot.services.workshop import LOOP_SECONDS, STICKER_BYTES, emoji_output
from pipeline import FACE, Format, Outline, Output, TrackMotion
from tests.bot.fakes import drawn, track
from tests.bot.office import MIKA, ORDER, Office

ME = MIKA.user_id


def wish(order: Order) -> NewAnimoji:
    return NewAnimoji(order, Output())


async def test_a_new_character_is_saved_with_its_animoji(office: Office) -> None:
    job = await office.made(wish(Order(Words("cat ears", 3), Preset("idle"), "Mika", "gm", "sky")))
    assert await office.characters.load((await office.characters.find(ME, "Mika")).id) == drawn("cat ears", 3)
    kept = await office.animojis.chosen(ME, None)
    assert kept.id == job.animoji_id
    assert (kept.caption, kept.background, kept.guild_id) == ("gm", "sky", 5)


async def test_an_animoji_is_redrawn_from_what_was_kept(office: Office) -> None:
    await office.made()
    kept = await office.animojis.chosen(ME, None)
    output = Output(Format.MP4, 256, max_bytes=1000)
    await office.made(OtherFile(kept.id, output))
    request = office.engine.jobs[-1].request
    assert request.character == drawn("cat ears", 3)
    assert isinstance(request.motion, TrackMotion)
    assert np.array_equal(request.motion.track.poses, track().poses)
    assert (request.output, request.caption, request.background) == (output, "gm", "sky")


async def test_emoji_and_stickers_are_drawn_by_discords_measures(office: Office) -> None:
    await office.made()
    kept = await office.animojis.chosen(ME, None)
    await office.made(NewEmoji(kept.id, "mika"))
    request = office.engine.jobs[-1].request
    assert (request.output, request.caption) == (emoji_output(kept.fps), "")
    assert (request.output.size, request.output.framing) == (128, FACE)
    await office.made(NewSticker(kept.id, "Mika", "x"))
    request = office.engine.jobs[-1].request
    assert (request.output.format, request.output.size, request.output.max_bytes) == (Format.APNG, 320, STICKER_BYTES)
    assert (request.best_seconds, request.outline) == (LOOP_SECONDS, Outline.WHITE)


async def test_a_saved_character_is_used_again(office: Office) -> None:
    await office.made()
    first = await office.animojis.chosen(ME, None)
    await office.made(wish(Order(Own.of(first.character), Preset("nod"))))
    assert office.engine.jobs[-1].request.character == drawn("cat ears", 3)
    second = await office.animojis.chosen(ME, None)
    assert second.character.id == first.character.id
    assert [row.id for row in await office.animojis.recent(ME, 9)] == [second.id, first.id]


async def test_jobs_that_end_together_find_names_apart(either_office: Office) -> None:
    either_office.engine.slots = 2
    numbers = [await either_office.ask() for _ in range(2)]
    for number in numbers:
        await either_office.until(number, JobState.DELIVERED)
    page = await either_office.characters.page(ME, 9)
    assert {each.name for each in page.characters} == {"Cat ears", "Cat ears 2"}


async def test_portraits_show_the_character_alone(office: Office) -> None:
    await office.made(wish(Order(Words("cat ears", 3), Preset("idle"))))
    plain = await office.animojis.chosen(ME, None)
    await office.made(wish(ORDER))
    captioned = await office.animojis.chosen(ME, None)
    page = await office.characters.page(ME, 9)
    assert set(page.portraits) == {plain.character.id}
    assert Image.open(io.BytesIO(page.portraits[plain.character.id])).size == (PORTRAIT_SIZE, PORTRAIT_SIZE)
    await office.characters.paint(captioned.character.id, office.courier.delivered[-1][1][0].data)
    assert set((await office.characters.page(ME, 9)).portraits) == {plain.character.id, captioned.character.id}


async def test_a_character_deleted_while_it_was_drawn_is_saved_once_more(office: Office) -> None:
    await office.made()
    first = (await office.animojis.chosen(ME, None)).character
    office.engine.instant = False
    await office.engine.next_job()
    number = await office.ask(wish(Order(Own.of(first), Preset("nod"))))
    job = await office.engine.next_job()
    await office.characters.delete(ME, str(first.id))
    job.finish()
    await office.until(number, JobState.DELIVERED)
    second = (await office.animojis.chosen(ME, None)).character
    assert await office.characters.load(second.id) == drawn("cat ears", 3)
    assert second.name == first.name


async def test_an_animoji_deleted_before_its_turn_is_told(office: Office) -> None:
    await office.until(await office.ask(OtherFile(99, Output())), JobState.FAILED)
    await asyncio.sleep(0.1)
    assert [failure.key for _, failure in office.courier.told] == [AnimojiUnknownError.key]


async def test_what_cannot_be_done_is_refused_before_work_begins(animojis: AnimojiService) -> None:
    huge = Attached("http://127.0.0.1:9/", ".mp4", 10**9)
    with pytest.raises(PromptMissingError):
        animojis.look_at(Order(Words("  ", 1), Preset("idle")))
    for order in (Order(Words("cat", 1), Clip(huge, 6)), Order(Picture(huge), Preset("idle"))):
        with pytest.raises(UploadTooLargeError):
            animojis.look_at(order)


async def test_nobody_gets_the_animoji_of_another(office: Office) -> None:
    number = (await office.made()).animoji_id or 0
    with pytest.raises(AnimojiUnknownError):
        await office.animojis.chosen(43, number)
    with pytest.raises(NoAnimojiError):
        await office.animojis.chosen(43, None)
    with pytest.raises(NotYoursError):
        await office.animojis.owned(number, 43)
    with pytest.raises(NotYoursError):
        await office.animojis.delete(number, 43, may_moderate=False)
    with pytest.raises(AnimojiUnknownError):
        await office.animojis.get(10**6)


async def test_a_moderator_deletes_what_another_made(office: Office) -> None:
    number = (await office.made()).animoji_id or 0
    for _ in range(2):
        await office.animojis.delete(number, 43, may_moderate=True)
    with pytest.raises(AnimojiUnknownError):
        await office.animojis.delete(number, 44, may_moderate=False)
    with pytest.raises(AnimojiUnknownError):
        await office.animojis.get(number)
