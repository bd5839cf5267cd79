"""Changing some words of a prompt: what the new ones decide takes the place of what the old ones said of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from itertools import chain
from typing import Final

from pipeline.characters.drawn.interpret import read_prompt
from pipeline.parts import ACCESSORIES
from pipeline.types.spec import Accessory

_COMMA: Final = re.compile(r"\s*[,、]\s*")
_JOINTS: Final = frozenset({"and", "with", "&", "+"})


def remixed_prompt(prompt: str, words: str) -> str:
    """A prompt with more words at its end, without old ones that say something else of the same: "silver twin tails,
    blue eyes" and "red hair" make "twin tails, blue eyes, red hair". A phrase that is said again moves to the end.
    """
    added = [phrase for phrase in _COMMA.split(words.strip()) if phrase]
    again = {phrase.casefold() for phrase in added}
    decided = _decided(words)
    kept = [
        left
        for phrase in _COMMA.split(prompt.strip())
        if phrase and phrase.casefold() not in again and (left := _left_of(phrase, decided))
    ]
    return ", ".join([*kept, *dict.fromkeys(added)])


def _left_of(phrase: str, decided: frozenset[object]) -> str:
    """What a phrase says apart from what is decided; "" for nothing. One that cannot be taken apart stays whole."""
    said = _decided(phrase)
    if not said & decided:
        return phrase
    if said <= decided:
        return ""
    words, wanted = phrase.split(), said - decided
    for length in range(1, len(words)):
        for begin in range(len(words) - length + 1):
            end = begin + length
            if _decided(" ".join([*words[:begin], *words[end:]])) == wanted:
                # A noun without its adjective goes too: "and blue eyes".
                if words[begin] in _JOINTS and _decided(" ".join([*words[:begin], *words[end + 1 :]])) == wanted:
                    end += 1
                return " ".join([*words[:begin], *words[end:]])
    return phrase


def _decided(phrase: str) -> frozenset[object]:
    """What a phrase decides: fields of a spec, and places of accessories."""
    reading = read_prompt(phrase)
    barred = [Accessory(item) for item in reading.barred.get("accessories", ()) if isinstance(item, Enum)]
    accessories = (*chain.from_iterable(reading.worn), *barred)
    denied = [field for field in reading.barred if field != "accessories"]
    return frozenset([*reading.said, *denied, *chain.from_iterable(map(_places, accessories))])


def _places(accessory: Accessory) -> Iterator[object]:
    """What an accessory is exchanged with: what takes the same place, or itself alone."""
    yield from ACCESSORIES[accessory].spots or [accessory]
