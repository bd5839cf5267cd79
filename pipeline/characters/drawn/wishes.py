"""Wishes for single fields, and the seed that chooses among what they leave."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar, cast

from pipeline.characters.drawn.dice import Dice
from pipeline.characters.drawn.reading import Options, Reading, Span, Value
from pipeline.types.spec import Build

V = TypeVar("V", bound=Value)


class Wishes:
    """What a prompt wishes for, field by field; ``build`` is set once it is chosen, for hints that hang on it."""

    def __init__(self, reading: Reading, seed: int) -> None:
        self.reading = reading
        self.seed = seed
        self.dice = Dice(seed, reading.salt)
        self.build: Build | None = None

    def wish(self, field: str) -> Options | None:
        """What the prompt wishes for a field; None where it leaves it open."""
        said = self.reading.said.get(field)
        if said is None and self.build is not None:
            said = self.reading.hinted_for.get(self.build, {}).get(field)
        return self.reading.hinted.get(field) if said is None else said

    def one(self, field: str, weights: Mapping[V, float]) -> V:
        """A value for a field: among those wished for, else among all that have a weight."""
        wished, usual = self.wish(field), weights
        if isinstance(wished, tuple) and not isinstance(wished, Span):
            weights = {value: weights.get(value, 0.0) for value in cast("tuple[V, ...]", wished)}
        barred = self.reading.barred.get(field, frozenset())
        left = {value: weight for value, weight in weights.items() if value not in barred}
        if not left and barred:
            # A vampire without a cape wears something else.
            left = {value: weight for value, weight in usual.items() if weight and value not in barred}
        return self.dice.pick(field, left or weights)

    def number(self, field: str, low: float, high: float) -> float:
        """A number for a field: what the prompt wishes for, else one from ``low`` to ``high``."""
        wished = self.wish(field)
        if isinstance(wished, Span):
            low, high = wished
        elif wished:
            return float(cast("float", wished[0]))
        return self.dice.between(field, low, high)

    def flag(self, field: str, probability: float) -> bool:
        """A yes or no for a field: the one wished for, else yes with this probability."""
        wished = self.wish(field)
        return bool(wished[0]) if wished else self.dice.chance(field, probability)

    def given_colour(self, field: str) -> str:
        """The colour wished for a field, "" where none is."""
        wished = self.wish(field)
        return self.dice.pick(field, dict.fromkeys(cast("tuple[str, ...]", wished), 1.0)) if wished else ""
