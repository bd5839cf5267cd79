"""How a prompt was read, to be shown to people."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum


class Topic(str, Enum):
    """What a phrase of a prompt is about."""

    CHARACTER = "character"
    STYLE = "style"
    HAIR = "hair"
    EYES = "eyes"
    FACE = "face"
    EXPRESSION = "expression"
    SKIN = "skin"
    OUTFIT = "outfit"
    ACCESSORIES = "accessories"


@dataclass(frozen=True)
class Understood:
    """A phrase that was understood.

    Attributes:
        topic: what it is about.
        words: the phrase as it was typed, without the word that denies it.
        denied: whether it was denied, as in "no glasses".
    """

    topic: Topic
    words: str
    denied: bool = False

    def __str__(self) -> str:
        """The phrase in English, or in Japanese where it is written so: "silver", "no glasses", "眼鏡なし"."""
        if not self.denied:
            return self.words
        if any("\u3040" <= letter <= "\u9fff" for letter in self.words):
            return f"{self.words}なし"
        return f"{'not' if self.topic in (Topic.EXPRESSION, Topic.CHARACTER) else 'no'} {self.words}"


def by_topic(understood: Iterable[Understood]) -> dict[Topic, list[Understood]]:
    """The phrases of each topic, in the order of ``Topic``; one that is repeated counts once."""
    phrases = list(dict.fromkeys(understood))
    found = {topic: [phrase for phrase in phrases if phrase.topic is topic] for topic in Topic}
    return {topic: phrases for topic, phrases in found.items() if phrases}


def understood_lines(understood: Iterable[Understood]) -> list[str]:
    """One line of English for each topic: "hair: silver, no bangs"."""
    return [f"{topic.value}: {', '.join(map(str, phrases))}" for topic, phrases in by_topic(understood).items()]
