"""A queue that is fair between owners: one person's ten jobs do not keep others waiting."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, order=True)
class _Place(Generic[Key]):
    turn: int
    arrival: int
    key: Key = field(compare=False)


class FairQueue(Generic[Key]):
    """Keys in the order in which they will be served: everybody's first, then everybody's second, and so on.

    An owner's n-th waiting key gets the n-th turn after the one being served now (start-time fair queueing with equal
    weights), so somebody who comes late goes ahead of the later keys of those who brought many.
    """

    def __init__(self) -> None:
        self._places: list[_Place[Key]] = []
        self._last_turn: dict[Hashable, int] = {}
        self._turn = 0
        self._arrivals = 0
        self._returns = 0
        """Counted down, so that what came back last is ahead of all others of its turn."""

    def __len__(self) -> int:
        return len(self._places)

    def put(self, key: Key, owner: Hashable = None) -> None:
        """Adds a key. Keys without an owner share one."""
        turn = max(self._last_turn.get(owner, 0) + 1, self._turn)
        self._last_turn[owner] = turn
        self._arrivals += 1
        insort(self._places, _Place(turn, self._arrivals, key))

    def pop(self, suits: Callable[[Key], bool] = lambda _: True) -> Key:
        """Takes the key whose turn it is among those that suit; raises IndexError when there is none."""
        index = next((index for index, place in enumerate(self._places) if suits(place.key)), len(self._places))
        place = self._places.pop(index)
        self._turn = max(self._turn, place.turn)
        self._last_turn = {owner: turn for owner, turn in self._last_turn.items() if turn >= self._turn}
        return place.key

    def put_back(self, key: Key) -> None:
        """Adds a key again that was popped: it is the next."""
        self._returns -= 1
        insort(self._places, _Place(self._turn, self._returns, key))

    def remove(self, key: Key) -> bool:
        """Takes a key out of the queue; whether it was there."""
        for index, place in enumerate(self._places):
            if place.key == key:
                del self._places[index]
                return True
        return False

    def keys(self) -> list[Key]:
        """All keys in the order in which they will be served, if nobody else comes."""
        return [place.key for place in self._places]
