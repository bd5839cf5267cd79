"""Who is in the same activity, and what each of them shows the others: which character, how it moves, its signs."""

from __future__ import annotations

import json
import re
import secrets
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any, Final

from pipeline import Moment
from studio.backend import Entry, Guest, RoomSeat
from studio.errors import LeftRoomError, OrderError, RoomFullError, UnknownCharacterError
from studio.relay import Channel, Watcher
from studio.wire import pack, unpack

MOST_ROOMS: Final = 500
MOST_PEOPLE: Final = 12
"""In one room: a browser draws so many characters at once."""
MOST_LINES: Final = 4
"""Of one person, as frames and as windows each."""
OWN: Final = 0
"""In place of a person's number: what their own window sees."""
_SECONDS: Final = 1 / 60
"""At least, between two poses of one line; what comes sooner is dropped before it is read."""
MOST_SIGNS: Final = 8
"""Signs of comics that one character shows at once."""
_SIGN: Final = re.compile(r"[a-z_]{1,32}")
_STATE: Final = "state"


class Person:
    """Somebody in a room.

    Attributes:
        number: what others there call them, 1 and so on.
        guest: who.
        shown: the id of the character that they move; "" before they have chosen one.
        kind: of that character.
        edition: another one for each character that they show.
        signs: the names of the signs of comics that are seen on it now.
        leader: of their frames, the one that showed a character last: its poses count.
    """

    def __init__(self, number: int, guest: Guest, called: str) -> None:
        self.number = number
        self.guest = guest
        self.called = called
        self.shown = ""
        self.kind = ""
        self.edition = ""
        self.signs: tuple[str, ...] = ()
        self.frames = Channel(MOST_LINES)
        self.windows = Channel(MOST_LINES)
        self.leader: Watcher | None = None

    @property
    def is_seen(self) -> bool:
        """Whether others see them."""
        return bool(self.shown and len(self.frames))

    @property
    def is_gone(self) -> bool:
        """Whether no line of theirs is left."""
        return not len(self.frames) and not len(self.windows)


class Room:
    """The people in one activity, by what tells them apart."""

    def __init__(self) -> None:
        self.people: dict[str, Person] = {}

    def person(self, guest: Guest, seat: RoomSeat) -> Person:
        """The guest as they are here, new if need be. Raises RoomFullError."""
        known = self.people.get(seat.person)
        if known is not None:
            return known
        if len(self.people) >= MOST_PEOPLE:
            raise RoomFullError(count=MOST_PEOPLE)
        taken = {person.number for person in self.people.values()}
        number = next(number for number in range(1, MOST_PEOPLE + 1) if number not in taken)
        return self.people.setdefault(seat.person, Person(number, guest, seat.called))

    def others(self, person: Person) -> list[Person]:
        """Everybody else who is here."""
        return [other for other in self.people.values() if other is not person]

    def tell_moment(self, person: Person, moment: Moment, seen_at: float) -> None:
        """The others see how somebody's character is now."""
        message = _numbered(moment, seen_at, person.number)
        for other in self.others(person):
            other.frames.tell(f"pose {person.number}", message)

    def tell_people(self) -> None:
        """Everybody is told who is here."""
        for person in self.people.values():
            seen = [
                {
                    "number": other.number,
                    "name": other.called,
                    "kind": other.kind,
                    "edition": other.edition,
                    "signs": other.signs,
                }
                for other in self.others(person)
                if other.is_seen
            ]
            state = {"people": seen, "window": len(person.windows) > 0}
            person.frames.tell(_STATE, json.dumps(state, ensure_ascii=False))
            person.windows.tell(_STATE, json.dumps({"frame": len(person.frames) > 0}))

    def leave(self, person: Person) -> None:
        """A line of somebody's has ended."""
        if not len(person.windows):
            person.frames.forget(f"pose {OWN}")
        if person.is_gone:
            self.people = {name: other for name, other in self.people.items() if other is not person}
            for other in self.people.values():
                other.frames.forget(f"pose {person.number}")
        self.tell_people()


class RoomLine:
    """One line of somebody's into a room: what comes by it, and the ``watcher`` of what goes."""

    def __init__(self, room: Room, person: Person, watcher: Watcher, is_window: bool, now: Callable[[], float]) -> None:
        self.watcher = watcher
        self._room = room
        self._person = person
        self._is_window = is_window
        self._now = now
        self._heard_at = float("-inf")

    def hear(self, data: bytes) -> None:
        """A moment: from a window for the person's own frames, from a frame for the others. Raises OrderError."""
        now = self._now()
        if now - self._heard_at < _SECONDS:
            return
        self._heard_at = now
        moment, seen_at = unpack(data)
        if self._is_window:
            self._person.frames.tell(f"pose {OWN}", _numbered(moment, seen_at, OWN))
        elif self._person.leader in (None, self.watcher):
            self._room.tell_moment(self._person, moment, seen_at)

    def show(self, entry: Entry) -> None:
        """The person moves this character from now on. A window shows nothing."""
        if self._is_window:
            return
        person = self._person
        person.leader = self.watcher
        if person.shown != entry.id:
            person.shown, person.kind, person.signs = entry.id, entry.character.kind.value, ()
            person.edition = secrets.token_hex(4)
            self._room.tell_people()

    def sign(self, names: Sequence[Any]) -> None:
        """Signs of comics are seen on the person's character now, by their names, and no others. Raises OrderError."""
        if len(names) > MOST_SIGNS or not all(isinstance(name, str) and _SIGN.fullmatch(name) for name in names):
            raise OrderError(reason="signs")
        person = self._person
        if not self._is_window and person.leader is self.watcher and person.signs != tuple(names):
            person.signs = tuple(names)
            self._room.tell_people()

    def release(self) -> None:
        """The person's other frames count again."""
        if self._person.leader is self.watcher:
            self._person.leader = None


class Rooms:
    """All rooms in which somebody is. ``now``: seconds, of any clock that only goes forward."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._rooms: dict[str, Room] = {}
        self._now = now

    def __len__(self) -> int:
        return len(self._rooms)

    @contextmanager
    def enter(self, guest: Guest) -> Iterator[RoomLine]:
        """The guest is where their seat is for as long as the block lasts.

        Raises:
            LeftRoomError: they have no seat.
            RoomFullError, FullStageError: too many people, or too many lines of this one.
        """
        seat = guest.seat
        if seat is None:
            raise LeftRoomError
        if seat.room not in self._rooms and len(self._rooms) >= MOST_ROOMS:
            raise RoomFullError(count=MOST_PEOPLE)
        room = self._rooms.setdefault(seat.room, Room())
        with ExitStack() as leaving:
            leaving.callback(self._close, seat.room)
            person = room.person(guest, seat)
            leaving.callback(room.leave, person)
            watcher = leaving.enter_context((person.windows if seat.is_window else person.frames).watch())
            line = RoomLine(room, person, watcher, seat.is_window, self._now)
            leaving.callback(line.release)
            room.tell_people()
            yield line

    def own(self, guest: Guest) -> str:
        """The id of the character that a guest shows in their room; "" for none."""
        room, seat = self._of(guest), guest.seat
        person = None if room is None or seat is None else room.people.get(seat.person)
        return "" if person is None else person.shown

    def shown(self, guest: Guest, number: int) -> tuple[Guest, str]:
        """Whose character, and its id, the person with this number shows in the guest's room.

        Raises:
            UnknownCharacterError: nobody does, or the guest is not there themselves.
        """
        room, seat = self._of(guest), guest.seat
        if room is not None and seat is not None and seat.person in room.people:
            for person in room.people.values():
                if person.number == number and person.is_seen:
                    return person.guest, person.shown
        raise UnknownCharacterError

    def _of(self, guest: Guest) -> Room | None:
        return None if guest.seat is None else self._rooms.get(guest.seat.room)

    def _close(self, name: str) -> None:
        if not self._rooms[name].people:
            del self._rooms[name]


def _numbered(moment: Moment, seen_at: float, number: int) -> bytes:
    """A moment with who it is of, in one more byte."""
    return pack(moment, seen_at) + bytes([number])
