"""Animojis: made, kept, and made again from what was kept."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.errors import AnimojiUnknownError, NoAnimojiError
from bot.services.animojis import AnimojiService, Asker
from bot.services.characters import CharacterService
from bot.services.jobs import JobState
from pipeline import FACE, AnimojiRequest, Format, Output, PromptSource, TrackMotion, VideoMotion
from tests.bot.fakes import FakeEngine, drawn, track

MIKA = Asker(42, "ja", 5)
REQUEST = AnimojiRequest(PromptSource("cat ears", 3), VideoMotion(Path("a.mp4")), caption="gm", background="sky")


async def ignore(state: JobState) -> None:
    pass


async def test_a_new_character_is_saved_with_its_animoji(
    animojis: AnimojiService, characters: CharacterService
) -> None:
    finished = await animojis.create(MIKA, REQUEST, "Mika", ignore)
    assert (await characters.find(MIKA.user_id, "Mika")).character == drawn("cat ears", 3)
    kept = await animojis.chosen(MIKA.user_id, None)
    assert kept.id == finished.animoji.id
    assert (kept.caption, kept.background, kept.guild_id) == ("gm", "sky", 5)


async def test_an_animoji_is_redrawn_from_what_was_kept(animojis: AnimojiService, engine: FakeEngine) -> None:
    await animojis.create(MIKA, REQUEST, "", ignore)
    output = Output(Format.GIF, 128, max_bytes=1000, framing=FACE)
    await animojis.redraw(await animojis.chosen(MIKA.user_id, None), output, MIKA.user_id, caption="")
    request = engine.jobs[-1].request
    assert request.character == drawn("cat ears", 3)
    assert isinstance(request.motion, TrackMotion)
    assert np.array_equal(request.motion.track.poses, track().poses)
    assert (request.output, request.caption, request.background) == (output, "", "sky")


async def test_again_uses_the_same_character(animojis: AnimojiService) -> None:
    first = await animojis.create(MIKA, REQUEST, "Mika", ignore)
    request = AnimojiRequest(first.character.character, VideoMotion(Path("b.mp4")))
    second = await animojis.again(MIKA, request, first.character, ignore)
    assert second.animoji.character_id == first.animoji.character_id
    assert [row.id for row in await animojis.recent(MIKA.user_id, 9)] == [second.animoji.id, first.animoji.id]


async def test_nobody_gets_the_animoji_of_another(animojis: AnimojiService) -> None:
    finished = await animojis.create(MIKA, REQUEST, "", ignore)
    with pytest.raises(AnimojiUnknownError):
        await animojis.chosen(43, finished.animoji.id)
    with pytest.raises(NoAnimojiError):
        await animojis.chosen(43, None)
    with pytest.raises(AnimojiUnknownError):
        await animojis.get(10**6)
