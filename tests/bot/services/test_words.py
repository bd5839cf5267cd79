"""The word filter: finds what it should and leaves the rest alone."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import FilterLevel
from bot.errors import StartupError, WordRefusedError
from bot.services.asker import Asker
from bot.services.guilds import GuildService
from bot.services.words import _LISTS, WordFilter, WordService, read_list

ADMIN = Asker(1, guild_id=5, is_admin=True)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("a naked girl", "naked"),
        ("NAKED", "naked"),
        ("n4k3d", "naked"),
        ("ｎａｋｅｄ", "naked"),
        ("white-power", "white power"),
        ("全裸の女の子", "全裸"),
        ("classic sunglasses, dickens scarf", None),
        ("naked_girl", "naked"),
        ("銀髪、青い目", None),
        ("", None),
    ],
)
def test_words_are_found_whole_and_in_disguise(text: str, word: str | None) -> None:
    assert WordFilter(["naked", "dick", "ass", "white power", "全裸"]).find(text) == word


@pytest.mark.parametrize(
    "disguise",
    [
        "na\u200bked", "n\u00ada\u2060ked", "na\u3164ked", "n\ufe0faked",  # invisible letters
        "nаkеd", "ոaked", "nακed", "𝓷𝓪𝓴𝓮𝓭", "ⓝⓐⓚⓔⓓ", "🅽🅰🅺🅴🅳", "🇳🇦🇰🇪🇩",  # look-alikes
        "ɴᴀᴋᴇᴅ", "nąkęd", "n̶a̶k̶e̶d̶", "ñäkéḋ", "nakeđ",  # small capitals, marks, strokes
        "n a k e d", "n.a.k.e.d", "n - a - k - e - d", "N  A  K  E  D", "nak.ed", "n_a_k_e_d", "na*ked",  # spacing
        "nakedd", "nnaakkeedd", "naaaaaked",  # doubling
        "n4k3d", "n@ked", "ＮＡＫＥＤ", "n４ked", "N@K3D",  # digits, signs, widths
    ],
)  # fmt: skip
def test_a_disguise_is_seen_through(disguise: str) -> None:
    assert WordFilter(["naked"]).find(f"a {disguise} figure") == "naked"


@pytest.mark.parametrize(
    "innocent",
    [
        "Scunthorpe, Penistone, Essex, Sussex, Middlesex", "sextant, sextet, Sexton Blake", "cocktail dress, peacock",
        "cockatoo, shuttlecock, Hancock, woodcock", "Dickens, Dickinson, dickcissel", "classic glasses, grass, brass",
        "assassin, assistant, bassist, passionate", "grape, drape, trapeze, therapist", "cucumber, document, cumulus",
        "raccoon, Nigeria, Niger, nightingale", "spicy, spice, suspicious", "nudge, denuded", "he'll, she'll, we'll",
        "shell, hello, Michelle, Othello", "skill, kilt, Kili, killjoys", "Gundam, begun, gunmetal",
        "brat, bracelet, brave",
        "button, butter, butterfly, buttercup", "as soon as possible, at a shop", "shiitake, shitake",
        "Lolita dress, lollipop",
        "thighbone, hellebore, strips of cloth, striped shirt", "weedy, seaweed, tumbleweed",
        "beret, beery, root-beard",
        "level 455, room 1337, 8008, 2024", "a b c d", "1 2 3 4 5", "s e a", "R. A. P., e-ink", "naïve, café, résumé",
        "drugstore, rugged", "tortured? no: torte", "сок, кот, нос, хор", "ανθος, ηλιος",
        "イエロー, ピエロ, イエローの髪", "ヘテロクロミア, ステロイド, テロップ", "グロス, グローブ, アングロ",
        "ドレイプ, グレイプ",
        "パンツスーツ, ショートパンツ", "見えろ、消えろ", "パン、ツナ", "カタナ、チス", "変身", "裏、褌",
    ],
)  # fmt: skip
def test_innocent_words_that_look_alike_are_left_alone(innocent: str) -> None:
    lists = [entry for name in ("standard", "strict") for entry in read_list(_LISTS / f"{name}.txt")]
    assert WordFilter(lists).find(innocent) is None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("エロい服", "エロ"), ("エロ", "エロ"), ("全 裸", "全裸"), ("全・裸", "全裸"),
        ("全\u200b裸", "全裸"), ("ﾇｰﾄﾞ", "ヌード"),
        ("セックスシーン", "セックス"), ("テロ", "テロ"), ("テロを起こす", "テロ"),
    ],
)  # fmt: skip
def test_japanese_words_are_found_too(text: str, word: str) -> None:
    lists = [entry for name in ("standard", "strict") for entry in read_list(_LISTS / f"{name}.txt")]
    assert WordFilter(lists).find(text) == word


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert WordFilter(["naked", "全裸"]).find(text) in (None, "naked", "全裸")


def test_a_long_text_is_read_quickly() -> None:
    lists = WordFilter(read_list(_LISTS / "standard.txt") + read_list(_LISTS / "strict.txt"))
    start = time.process_time()
    for text in ("a " * 500, "na" * 500, "s-" * 500, "1!" * 500, "エ" * 1000):
        assert lists.find(text) is None
    assert time.process_time() - start < 1.0


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
