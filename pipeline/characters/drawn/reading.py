"""What a prompt was read as: wishes for the fields of a spec."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from hashlib import blake2b
from typing import NamedTuple

from pipeline.characters.drawn.dice import label
from pipeline.types.spec import Accessory, Build
from pipeline.types.understood import Understood

Value = Enum | str | float | bool


class Span(NamedTuple):
    """Any number from ``low`` to ``high``."""

    low: float
    high: float


Options = tuple[Value, ...] | Span
"""What a field may be: one of some values, or a number in a span."""


@dataclass(frozen=True)
class Reading:
    """Wishes for a character.

    Attributes:
        said: what fields must be, as the prompt says itself ("twin-tails").
        hinted: what fields shall be where nothing else decides ("maid" hints at an outfit).
        worn: accessories that are said: one of each tuple.
        worn_colours: the colour of each of ``worn``, "" where it is left open; empty where one colour is meant for all.
        hinted_worn: accessories that are hinted at; these give way to a said one in the same place.
        barred: values that a field (for accessories: "accessories") must not have ("no glasses").
        understood: the phrases that were understood, topic by topic.
        ignored: words that mean nothing here, as typed, in order.
        hinted_for: hints that replace those of ``hinted`` for a build.
        named: whether it names a person or a role, so that chance must not make somebody else of them.
        salt: its unknown words, which are part of the seed: "Goku" and "Naruto" differ. "" where all are known.
    """

    said: Mapping[str, Options] = field(default_factory=dict)
    hinted: Mapping[str, Options] = field(default_factory=dict)
    worn: tuple[tuple[Accessory, ...], ...] = ()
    worn_colours: tuple[str, ...] = ()
    hinted_worn: tuple[tuple[Accessory, ...], ...] = ()
    barred: Mapping[str, frozenset[Value]] = field(default_factory=dict)
    understood: tuple[Understood, ...] = ()
    ignored: tuple[str, ...] = ()
    hinted_for: Mapping[Build, Mapping[str, Options]] = field(default_factory=dict)
    named: bool = False
    salt: str = ""

    @property
    def seed(self) -> int:
        """A seed of its own, 0 to 2³¹-1: the same for words that mean the same, in whatever language they are said."""
        meaning = (
            *(f"{name}={label(options)}" for name, options in sorted({**self.hinted, **self.said}.items())),
            *sorted(label(options) for options in (*self.worn, *self.hinted_worn)),
            *sorted(f"not {label(value)}" for values in self.barred.values() for value in values),
            self.salt,
        )
        digest = blake2b("/".join(meaning).encode(errors="backslashreplace"), digest_size=4).digest()
        return int.from_bytes(digest, "big") >> 1
