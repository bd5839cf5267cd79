"""The word filter: finds what it should and leaves the rest alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import StartupError, WordRefusedError
from bot.services.asker import Asker
from bot.services.guilds import GuildService
from bot.services.words import WordFilter, WordService
from bot.store.models import FilterLevel

ADMIN = Asker(1, guild_id=5, is_admin=True)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("a naked girl", "naked"),
        ("NAKED", "naked"),
        ("n4k3d", "naked"),
        ("ｎａｋｅｄ", "naked"),
        ("white-power", "white-power"),
        ("全裸の女の子", "全裸"),
        ("classic sunglasses, dickens scarf", None),
        ("naked_girl", "naked"),
        ("銀髪、青い目", None),
        ("", None),
    ],
)
def test_words_are_found_whole_and_in_disguise(text: str, word: str | None) -> None:
    assert WordFilter(["naked", "dick", "ass", "white power", "全裸"]).find(text) == word


@given(st.text())
def test_an_empty_list_finds_nothing(text: str) -> None:
    assert WordFilter([]).find(text) is None


async def test_levels(guilds: GuildService) -> None:
    words = WordService(guilds, FilterLevel.STANDARD)
    await words.check(ADMIN, ["a girl with a gun", "silver hair, cat ears"])
    with pytest.raises(WordRefusedError, match="nude"):
        await words.check(ADMIN, ["ok", "nude"])
    await guilds.change(ADMIN, filter_level=FilterLevel.STRICT)
    with pytest.raises(WordRefusedError, match="gun"):
        await words.check(ADMIN, ["a girl with a gun"])
    await words.check(Asker(1), ["a girl with a gun"])
    await guilds.change(ADMIN, filter_level=FilterLevel.OFF)
    await words.check(ADMIN, ["nude"])


async def test_a_list_of_ones_own(guilds: GuildService, tmp_path: Path) -> None:
    extra = tmp_path / "words.txt"
    extra.write_text("# ours\npineapple  # on pizza\n\n")
    words = WordService(guilds, FilterLevel.STANDARD, extra)
    with pytest.raises(WordRefusedError):
        await words.check(ADMIN, ["Pineapple hair"])
    with pytest.raises(StartupError, match="ANIMEMOJI_WORD_LIST"):
        WordService(guilds, FilterLevel.STANDARD, tmp_path / "none.txt")


@pytest.mark.parametrize(
    "prompt",
    [
        "silver hair, blue eyes, glasses, smiling",
        "long black hair, red kimono, cat ears, angry",
        "class president with sunglasses and a bassist's hoodie",
        "witch hat, pumpkin, assassin's cape",
        "赤い髪のツインテール、制服、笑顔",
    ],
)
@pytest.mark.parametrize("level", [FilterLevel.STANDARD, FilterLevel.STRICT])
async def test_what_people_usually_ask_for_is_fine(guilds: GuildService, prompt: str, level: FilterLevel) -> None:
    await WordService(guilds, level).check(ADMIN, [prompt])
