"""Names: any script and any emoji, but nothing that cannot be seen or that changes the text around it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import name_key
from bot.errors import CharacterNameError
from bot.services.naming import clean_name
from bot.views.layout import quoted
from pipeline import limits


@pytest.mark.parametrize(
    "name",
    [
        "Mika",
        "fam 👨‍👩‍👧",
        "می‌خواهم",
        "❤️",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "नमस्ते",
        "한글",
        "花子",
        "José",
        "<3 Anna",
        "a < b > c",
        "Mr. @nna",
        "x" * limits.NAME_LENGTH,
    ],
)
def test_names_of_all_scripts_are_kept_as_they_are(name: str) -> None:
    assert clean_name(name) == name


@pytest.mark.parametrize(
    "name",
    [
        "",
        "   ",
        "\u3164",
        "\uffa0\u115f",
        "\u2800",
        "\u200b",
        "\ufe0f",
        "\u0301",
        "a\nb",
        "\u202eevil",
        "Mika\u2066",
        "a\u200bb",
        "\u200dMika",
        "Mika\u200c",
        "a\u200d\u200db",
        "<@&1>",
        "<sound:1:2>",
        "<@123456789012345678>",
        "hi <#12>",
        "<:smile:123456789012345678>",
        "<a:smile:1>",
        "<t:0:R>",
        "</animoji create:1>",
        "\ud800",
        "x" * (limits.NAME_LENGTH + 1),
    ],
)
def test_what_is_not_seen_or_changes_other_text_is_refused(name: str) -> None:
    with pytest.raises(CharacterNameError, match=f"1 to {limits.NAME_LENGTH} visible characters"):
        clean_name(name)


def test_letters_are_composed_and_spaces_single() -> None:
    assert clean_name("  Jose\u0301   Maria ") == "José Maria"


@given(st.text(max_size=60))
def test_a_clean_name_stays_as_it_is(name: str) -> None:
    try:
        clean = clean_name(name)
    except CharacterNameError:
        return
    assert clean_name(clean) == clean
    assert len(clean) <= limits.NAME_LENGTH


def test_capitals_and_widths_do_not_make_another_name() -> None:
    assert name_key("Ａｎｎａ") == name_key("ANNA") == name_key("anna")
    assert name_key("ｱﾝﾅ") == name_key("アンナ")
    with pytest.raises(CharacterNameError):
        clean_name("\ufdfa" * limits.NAME_LENGTH)  # each of them stands for four words


@pytest.mark.parametrize(
    "text",
    [
        "<@&1>",
        "<@1>",
        "<#1>",
        "<:a:1>",
        "<a:b:1>",
        "<t:0>",
        "</help:1>",
        "<sound:1:2>",
        "@everyone",
        "@here",
        "https://e",
    ],
)
def test_what_a_person_wrote_is_shown_as_they_wrote_it_and_mentions_nobody(text: str) -> None:
    shown = quoted(text)
    assert text not in shown
    assert shown.replace("\u2060", "").replace("\\", "") == text


def test_what_a_person_wrote_does_not_turn_the_text_around_it() -> None:
    assert quoted("abc\u202edef\u2066") == "abcdef"
