"""Chance that hangs on a seed: every choice has a stream of its own, so that one never disturbs another."""

from __future__ import annotations

import math
from collections.abc import Mapping
from enum import Enum
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """Choices by name: the same seed, name and options give the same answer on every machine and Python.

    ``salt`` is a text that is part of the seed.
    """

    def __init__(self, seed: int, salt: str = "") -> None:
        self._seed = f"{seed}:{salt}" if salt else str(seed)

    def share(self, name: str) -> float:
        """A number in (0, 1), evenly distributed."""
        digest = blake2b(f"{self._seed}/{name}".encode(errors="backslashreplace"), digest_size=8).digest()
        return (int.from_bytes(digest, "big") + 0.5) / 2**64

    def chance(self, name: str, probability: float) -> bool:
        """True with this probability."""
        return self.share(name) < probability

    def between(self, name: str, low: float, high: float) -> float:
        """A number from ``low`` to ``high``, rounded to hundredths."""
        return round(low + (high - low) * self.share(name), 2)

    def pick(self, name: str, weights: Mapping[T, float]) -> T:
        """One key, in proportion to its weight (all alike where every weight is 0).

        Each key runs a race of its own (an exponential clock at the rate of its weight; weighted rendezvous hashing),
        so when a weight changes or a key disappears, the winner changes only where that key is concerned.
        """
        rates = weights if any(weight > 0 for weight in weights.values()) else dict.fromkeys(weights, 1.0)
        return min(
            (key for key in rates if rates[key] > 0),
            key=lambda key: -math.log(self.share(f"{name}/{label(key)}")) / rates[key],
        )


def label(key: object) -> str:
    """The name of a choice, the same on every machine."""
    if isinstance(key, tuple):
        return "+".join(label(part) for part in key)
    return str(key.value if isinstance(key, Enum) else key)
