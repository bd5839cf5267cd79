"""/animoji create season: what goes with the time of the year."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

import pytest

from bot.commands import autocomplete
from pipeline import Character, PresetMotion, PromptSource
from tests.e2e.scene import CLIP, Scene, one_sentence

pytestmark = pytest.mark.usefixtures("bot")


class Christmas(datetime):
    @classmethod
    def now(cls, tz: Any = None) -> Christmas:
        return cls(2026, 12, 24, tzinfo=tz or timezone.utc)


async def test_it_is_offered_while_it_is_on(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(autocomplete, "datetime", Christmas)
    offered = await scene.alice.autocomplete("animoji create", "season", "", prompt="x")
    assert offered == [{"name": "Christmas", "value": "christmas"}]
    assert await scene.alice.autocomplete("animoji create", "season", "hallo", prompt="x") == []


async def test_it_brings_words_a_background_a_caption_and_a_motion(scene: Scene) -> None:
    await scene.create(season="christmas", video=None)
    request = scene.engine.jobs[-1].request
    assert isinstance(request.character, PromptSource)
    assert request.character.prompt == "silver hair, blue eyes, santa hat, scarf"
    assert (request.caption, request.background, request.motion) == (
        "Merry Christmas!",
        "dots:#cfe8d5",
        PresetMotion("love"),
    )


async def test_what_a_person_says_counts_more(scene: Scene) -> None:
    await scene.create(season="christmas", caption="Ho ho", background="night", video=CLIP)
    request = scene.engine.jobs[-1].request
    assert (request.caption, request.background) == ("Ho ho", "night")
    assert not isinstance(request.motion, PresetMotion)


async def test_a_character_that_is_animated_again_keeps_its_clothes(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(autocomplete, "datetime", Christmas)
    await scene.create(name="Mimi")
    assert await scene.alice.autocomplete("animoji again", "season", "") == [
        {"name": "Christmas", "value": "christmas"}
    ]
    reply = await scene.alice.slash("animoji again", season="christmas")
    await reply.with_files()
    request = scene.engine.jobs[-1].request
    assert isinstance(request.character, Character)
    assert "santa" not in request.character.prompt
    assert (request.caption, request.background, request.motion) == (
        "Merry Christmas!",
        "dots:#cfe8d5",
        PresetMotion("love"),
    )
    # What comes of it later in the year is as it was.
    await (await scene.alice.click(reply, "Re-roll")).with_files()
    rolled = scene.engine.jobs[-1].request
    assert (rolled.caption, rolled.background) == (request.caption, request.background)
    await (await scene.alice.slash("animoji again", season="christmas", motion="idle")).with_files()
    assert scene.engine.jobs[-1].request.motion == PresetMotion("idle")


@pytest.mark.parametrize("command", ["create", "again"])
async def test_another_season_is_refused(scene: Scene, command: str) -> None:
    words = {"prompt": "silver hair"} if command == "create" else {}
    reply = await scene.alice.slash(f"animoji {command}", season="easter", **words)
    assert "no season called “easter”" in one_sentence(await reply.answered())
