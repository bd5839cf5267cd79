"""How somebody feels who writes something: the emoji say so, or else the words, in English and in Japanese.

A mood is guessed only where the text is clear about it: what says two things, or what is denied, is neutral.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from bot.domain import Mood
from bot.services.disguises import plain

_LONGEST: Final = 24
"""Characters that a reaction has at most."""


@dataclass(frozen=True)
class _Signs:
    """What shows a mood.

    ``emoji``: one character each; ``english``: whole words or several, as patterns without their ends; ``japanese``:
    found anywhere, as patterns.
    """

    emoji: str
    english: str
    japanese: str


_SIGNS: Final = {
    Mood.HAPPY: _Signs(
        "😀😃😄😁😆😅🤣😂🙂😊😇🥳😸😹😺🎉✨☺",
        r"haha+|hehe+|lol+|lmao|rofl|xd|yay+|happy|glad|great|awesome|wonderful|fun|funny|hilarious|hooray|congrats"
        r"|congratulations|nice|woo+|thanks?|thank you",
        r"嬉しい|うれしい|楽しい|たのしい|最高|やった|わーい|おめでと|ありがと|笑|草(?=$|[\s。!！])|ｗ|(?<![a-z])w+(?=$|[\s。!！])",
    ),
    Mood.SAD: _Signs(
        "😢😭😞😔😟🙁☹😿💔🥺😥😓😩😫",
        r"sad|cry|crying|cries|unhappy|depressed|heartbroken|lonely|miss you|sorry|sob|sobs|alas|boo+hoo",
        r"悲しい|かなしい|泣いた|泣く|泣ける|泣き|つらい|辛い|寂しい|さびしい|さみしい|ぴえん|しくしく|ごめん",
    ),
    Mood.ANGRY: _Signs(
        "😠😡🤬👿💢😤",
        r"angry|furious|mad|hate|annoyed|annoying|grr+|argh+|how dare you|shut up|outrageous",
        r"怒った|怒る|怒り|ムカつく|むかつく|ムカッ|腹立つ|許さない|うるさい|ふざけるな|嫌い|きらい|プンプン",
    ),
    Mood.LOVE: _Signs(
        "❤💕💖💗💘💝💞💓😍🥰😘💋😻🫶💙💚💛🧡💜🩷",
        r"love|loves|adore|darling|sweetheart|my dear|kiss|kisses|xoxo|hugs?",
        r"大好き|だいすき|愛し|あいして|好きだ|好きです|チュッ|ラブラブ|推し",
    ),
    Mood.SHOCK: _Signs(
        "😱😲😮😯😳🤯😨😧🙀❗‼⁉",
        r"wow|whoa+|omg|oh my god|oh my|what the|unbelievable|no+ way|gasp|shocked|surprised|eek+|yikes",
        r"えっ|ええっ|まさか|うそ[!！]|嘘[!！]|びっくり|驚い|マジで|まじで|すごっ|ひえっ|ぎゃー",
    ),
    Mood.SLEEPY: _Signs(
        "😴😪🥱💤🛌",
        r"sleepy|tired|exhausted|yawn|yawns|zz+|good night|goodnight|bedtime|so sleepy",
        r"眠い|ねむい|眠たい|おやすみ|疲れた|つかれた|ふあ+|ふわぁ|ｚｚ+",
    ),
    Mood.THINK: _Signs(
        "🤔🧐💭❓❔🤨",
        r"hmm+|hm|i wonder|let me think|thinking|perhaps|maybe|not sure|i guess",
        r"うーん|う～ん|んー|かなあ|かなぁ|考え中|考えて|どうしよう|どうかな|なるほど",
    ),
    Mood.SHY: _Signs(
        "🙈🫣😚👉👈",
        r"shy|blush|blushing|blushes|embarrassed|embarrassing|eh+e|aww+|oh stop it|flattered",
        r"恥ずかし|はずかし|照れる|照れ|えへへ|てへ|もじもじ",
    ),
    Mood.SMUG: _Signs(
        "😏😎😼😈",
        r"heh|easy|obviously|of course|told you so|naturally|smug|as expected|too easy|muahaha",
        r"ふふん|ふっふっ|ドヤ|どや|当然|余裕|まあね|フッ(?=$|[\s。])",
    ),
    Mood.HI: _Signs(
        "👋🙋",
        r"hi+|hello+|hey+|good morning|good evening|welcome|greetings|howdy|bye+|goodbye|see you|see ya",
        r"こんにちは|こんばんは|おはよ|やあ|やっほ|ようこそ|はじめまして|バイバイ|またね|さようなら",
    ),
    Mood.YES: _Signs(
        "👍👌✅🙆💯🆗",
        r"yes+|yep|yeah+|yup|ok+|okay|sure|agreed|exactly|right|understood|got it|deal|absolutely",
        r"はい(?=$|[\s。!！、])|うん(?=$|[\s。!！、])|了解|りょうかい|そうだね|賛成|オッケー|おっけー|わかった|もちろん",
    ),
    Mood.NO: _Signs(
        "👎🙅❌🚫",
        r"no+(?! way)|nope|nah|never|refuse|disagree|i disagree|not at all|no thanks",
        r"いいえ|いや(?=$|[\s。!！、])|ダメ|だめ(?=$|[\s。!！])|やだ|嫌だ|いやだ|違う|ちがう|無理|むり(?=$|[\s。!！])",
    ),
}
_DENIED: Final = r"(?<!not )(?<!n't )(?<!never )(?<!no )(?<!not so )(?<!not very )"
_ENGLISH: Final = {
    mood: re.compile(rf"{_DENIED}(?<![a-z'])(?:{signs.english})(?![a-z'])") for mood, signs in _SIGNS.items()
}
_JAPANESE: Final = {mood: re.compile(signs.japanese) for mood, signs in _SIGNS.items()}
_MOOD_OF: Final = {letter: mood for mood, signs in _SIGNS.items() for letter in signs.emoji}
_NAMED: Final = re.compile(r"<a?:(\w+):\d+>")
"""An emoji of a server (API reference, message formatting)."""
_NO_WORDS: Final = re.compile(r"https?://\S+|```.*?```|`[^`]*`|<(?:[@#/]|t:|id:)[^<>]*>", re.DOTALL)
"""Links, code and mentions: what stands in them is not said."""
_REACTIONS: Final = {
    Mood.HAPPY: r"(?:l(?:o|ul)+l|lmf?ao+|rofl+|x+d+|(?:a*ha){2,}h*|(?:he){2,}h*|[wｗ]+|[笑草]+|\(笑\)|あはは+)",
    Mood.SHOCK: r"(?:[!！?？]*(?:[!！][?？]|[?？][!！])[!！?？]*|[!！]{2,}|えっ+|ええ+っ*|wow+|omg)",
    Mood.THINK: r"(?:[?？]+|hmm+|うーん+|んー+|…+)",
    Mood.SLEEPY: r"(?:z{2,}|ｚ{2,})",
}
_REACTION: Final = {mood: re.compile(rf"{pattern}[!！?？.。~〜ー]*") for mood, pattern in _REACTIONS.items()}


def mood_of(text: str) -> Mood:
    """How somebody feels who writes this: by the emoji that stand there most often, the last one of several that do
    equally often, or else by the words; neutral where nothing or several things are said.
    """
    emoji = _emoji(text)
    if emoji:
        counts = Counter(emoji)
        most = max(counts.values())
        return next(mood for mood in reversed(emoji) if counts[mood] == most)
    if (reaction := _reaction(text)) is not None:
        return reaction
    words = plain(_NO_WORDS.sub(" ", _NAMED.sub(" ", text)))
    found = {mood for mood in _SIGNS if _ENGLISH[mood].search(words) or _JAPANESE[mood].search(words)}
    return found.pop() if len(found) == 1 else Mood.NEUTRAL


def reaction_of(text: str) -> Mood | None:
    """The mood that is all that this says: "lol", "!?", a lone emoji; None where more is said, or nothing clear."""
    bare = text.strip()
    if not bare or len(_NAMED.sub(".", bare)) > _LONGEST:
        return None
    rest = _NAMED.sub("", "".join(letter for letter in bare if not _is_emoji(letter)))
    if rest.strip():
        return _reaction(bare)
    moods = set(_emoji(bare))
    return moods.pop() if len(moods) == 1 else None


def _reaction(text: str) -> Mood | None:
    word = text.strip().lower()
    if len(word) > _LONGEST:
        return None
    return next((mood for mood, pattern in _REACTION.items() if pattern.fullmatch(word)), None)


def _emoji(text: str) -> list[Mood]:
    """The moods of the emoji in a text, in their order; those of servers go by their names."""
    found: list[Mood] = []
    for part in re.finditer(rf"{_NAMED.pattern}|.", text, re.DOTALL):
        if part[1] is not None:
            found += _named(part[1])
        elif (mood := _MOOD_OF.get(part[0])) is not None:
            found.append(mood)
    return found


def _named(name: str) -> Iterable[Mood]:
    """What an emoji of this name shows: mimi_happy, PepeLaugh, sad_cat."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])|_|(?=\d)", " ", name).lower()
    words = words.replace("laugh", "haha").replace("wave", "hi")
    moods = {mood for mood in _SIGNS if mood.value in words.split() or _ENGLISH[mood].search(words)}
    return moods if len(moods) == 1 else ()


def _is_emoji(letter: str) -> bool:
    """Whether a letter is an emoji, or a part of one: its colour, a joiner, a variation selector."""
    return letter in _MOOD_OF or letter in "\ufe0f\u200d" or 0x1F000 <= ord(letter) <= 0x1FAFF or letter in "♂♀"
