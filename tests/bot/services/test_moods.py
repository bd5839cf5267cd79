"""How somebody feels who writes something."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import Mood
from bot.services.moods import mood_of, reaction_of
from pipeline import FEELINGS

SAID = {
    Mood.HAPPY: [
        "haha!!",
        "What a wonderful day",
        "今日は嬉しい！",
        "w",
        "草",
        "ありがとう",
        "<:mimi_happy:123>",
        "<a:PepeLaugh:5>",
    ],
    Mood.SAD: ["😭😭", "I miss you", "sorry...", "悲しいなあ", "ぴえん"],
    Mood.ANGRY: ["😡", "How dare you!", "ムカつく"],
    Mood.LOVE: ["thanks ❤ ❤ 😂", "I love it", "大好き"],
    Mood.SHOCK: ["!?", "no way!", "えっ", "マジで"],
    Mood.SLEEPY: ["so tired", "おやすみ", "zzz"],
    Mood.THINK: ["hmm", "🤔", "?", "うーん"],
    Mood.SHY: ["how embarrassing", "恥ずかしい"],
    Mood.SMUG: ["told you so", "余裕です", "😏"],
    Mood.HI: ["Hello there", "おはよう", "👋"],
    Mood.YES: ["ok", "Yes!", "了解", "はい"],
    Mood.NO: ["nope", "いやだ", "🙅"],
    Mood.NEUTRAL: [
        *("The table is brown.", "これはペンです", "flower", "右の草原", "new world", ""),
        *(
            "I'm not happy",
            "I don't hate you",
            "well, hello, I love it",
            "see https://love.com",
            "`lol`",
            "<@123> <#5>",
        ),
    ],
}


@pytest.mark.parametrize(("mood", "text"), [(mood, text) for mood, texts in SAID.items() for text in texts])
def test_moods(mood: Mood, text: str) -> None:
    assert mood_of(text) is mood


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        *[
            (word, Mood.HAPPY)
            for word in ("lol", "LOOOL", "haha", "hahahaha!", "xD", "www", "笑", "草", "😂", "😂😂😂", "😄")
        ],
        *[("!?", Mood.SHOCK), ("?!?!", Mood.SHOCK), ("😱", Mood.SHOCK), ("?", Mood.THINK), ("…", Mood.THINK)],
        *[("<:mimi_sad:123>", Mood.SAD), ("❤️", Mood.LOVE), ("👍🏽", Mood.YES)],
        *[
            (word, None)
            for word in ("", "lol that was good", "😂😭", "👨‍👩‍👧", "<:mimi:5>", "flower", "ok", "lol" * 20)
        ],
    ],
)
def test_reactions(text: str, mood: Mood | None) -> None:
    assert reaction_of(text) is mood


@given(st.text(max_size=300))
def test_any_text_has_a_mood(text: str) -> None:
    assert isinstance(mood_of(text), Mood)
    reaction = reaction_of(text)
    assert reaction is None or reaction is mood_of(text)


def test_each_mood_has_a_motion() -> None:
    assert {mood.value for mood in Mood} - {"neutral"} == set([*FEELINGS][:12])
