"""Who sees whom in a room, who is told what, and how full it gets."""

from __future__ import annotations

import json
from contextlib import ExitStack
from typing import Any

import pytest

from pipeline import Character, CharacterKind, Moment, UserError
from pipeline.types import RigSpec, make_pose
from studio.backend import Entry, Guest, RoomSeat
from studio.errors import OrderError
from studio.links import Links
from studio.relay import Watcher
from studio.rooms import MOST_LINES, MOST_PEOPLE, MOST_ROOMS, Rooms
from studio.wire import pack, unpack

ELF = Entry("elf", Character(CharacterKind.DRAWN, spec=RigSpec()))
NOD = pack(Moment(make_pose(head_x=0.5)), 1.0)


def guest(name: str, room: str = "garden", *, is_window: bool = False) -> Guest:
    return Guest(name, "en", RoomSeat(room, name, name.title(), is_window))


class Clock:
    """A clock that goes on by itself, far enough for the next pose."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.step = 1.0

    def __call__(self) -> float:
        self.seconds += self.step
        return self.seconds


async def taken(watcher: Watcher) -> tuple[list[Any], list[tuple[int, float]]]:
    """States and poses (whose, and how far they nod) that wait."""
    watcher.put("end", "{}")
    told = await watcher.take()
    states = [json.loads(each) for each in told if isinstance(each, str)][:-1]
    poses = [(each[-1], float(unpack(each[:-1])[0].pose[39])) for each in told if isinstance(each, bytes)]
    return states, poses


async def test_people_see_each_other_until_they_leave() -> None:
    rooms = Rooms(Clock())
    with rooms.enter(guest("ann")) as ann, rooms.enter(guest("far", "away")) as far:
        ann.show(ELF)
        with rooms.enter(guest("bob")) as bob:
            bob.show(ELF)
            bob.hear(NOD)
            (state,), poses = await taken(ann.watcher)
            assert [(each["number"], each["name"], each["kind"]) for each in state["people"]] == [(2, "Bob", "drawn")]
            assert poses == [(2, 0.5)]
            assert rooms.shown(guest("ann"), 2) == (guest("bob"), "elf")
            assert rooms.own(guest("bob")) == "elf"
            (state,), poses = await taken(bob.watcher)
            assert [each["name"] for each in state["people"]] == ["Ann"]
            assert poses == []
        assert await taken(ann.watcher) == ([{"people": [], "window": False}], [])
        assert await taken(far.watcher) == ([{"people": [], "window": False}], [])
        for asks, number in (("ann", 2), ("ann", 0), ("nobody", 1)):
            with pytest.raises(UserError, match="no longer here"):
                rooms.shown(guest(asks), number)
        with pytest.raises(UserError, match="no longer here"):
            rooms.shown(guest("far", "away"), 1)
        assert len(rooms) == 2
    assert len(rooms) == 0


async def test_who_comes_later_sees_how_the_others_are() -> None:
    rooms = Rooms(Clock())
    with rooms.enter(guest("ann")) as ann, rooms.enter(guest("bob")) as bob:
        bob.show(ELF)
        bob.hear(NOD)
        await taken(ann.watcher)
        with rooms.enter(guest("ann")) as again:
            assert (await taken(again.watcher))[1] == [(2, 0.5)]


async def test_a_window_moves_its_own_frames() -> None:
    rooms = Rooms(Clock())
    with rooms.enter(guest("ann")) as ann, rooms.enter(guest("bob")) as bob:
        for line in (ann, bob):
            line.show(ELF)
            await taken(line.watcher)
        with rooms.enter(guest("ann", is_window=True)) as window:
            assert (await taken(window.watcher))[0] == [{"frame": True}]
            window.show(Entry("another", ELF.character))
            window.hear(NOD)
            (state,), poses = await taken(ann.watcher)
            assert (state["window"], poses) == (True, [(0, 0.5)])
            assert (await taken(bob.watcher))[1] == []
            assert rooms.own(guest("ann")) == "elf"
        assert (await taken(ann.watcher))[0][0]["window"] is False
        with rooms.enter(guest("ann")) as later:  # what a window said that is closed is over
            assert (await taken(later.watcher))[1] == []
    with rooms.enter(guest("ann", is_window=True)) as window:
        assert (await taken(window.watcher))[0] == [{"frame": False}]


async def test_of_several_frames_the_newest_counts() -> None:
    rooms = Rooms(Clock())
    with rooms.enter(guest("bob")) as bob, rooms.enter(guest("ann")) as first:
        first.show(ELF)
        with rooms.enter(guest("ann")) as second:
            second.show(ELF)
            await taken(bob.watcher)
            first.hear(NOD)
            assert (await taken(bob.watcher))[1] == []
            second.hear(NOD)
            assert (await taken(bob.watcher))[1] == [(2, 0.5)]
        first.hear(NOD)
        assert (await taken(bob.watcher))[1] == [(2, 0.5)]


async def test_what_comes_too_fast_is_dropped_unread() -> None:
    clock = Clock()
    rooms = Rooms(clock)
    with rooms.enter(guest("ann")) as ann:
        ann.hear(NOD)
        clock.step = 0.001
        ann.hear(b"nonsense")
        clock.step = 1.0
        with pytest.raises(UserError, match="cannot read"):
            ann.hear(b"nonsense")


async def test_signs_are_told_and_go_with_their_character() -> None:
    rooms = Rooms(Clock())
    other = Entry("other", ELF.character)
    with rooms.enter(guest("ann")) as ann, rooms.enter(guest("bob")) as bob:
        for line in (ann, bob):
            line.show(ELF)
        bob.sign(["hearts", "sweat"])
        (state,), _ = await taken(ann.watcher)
        assert state["people"][0]["signs"] == ["hearts", "sweat"]
        bob.sign(["hearts", "sweat"])
        assert (await taken(ann.watcher))[0] == [], "nothing is new"
        bob.show(other)
        (state,), _ = await taken(ann.watcher)
        assert state["people"][0]["signs"] == []
        with rooms.enter(guest("bob", is_window=True)) as window, rooms.enter(guest("bob")) as second:
            await taken(ann.watcher)
            for silent in (window, second):
                silent.sign(["vein"])
            assert (await taken(ann.watcher))[0] == [], "the frame that showed a character last has its signs"
    for wrong in (["<b>"], [3], ["a" * 33], ["a"] * 9):
        with rooms.enter(guest("ann")) as ann, pytest.raises(OrderError):
            ann.sign(wrong)


def test_rooms_get_full() -> None:
    rooms = Rooms()
    with ExitStack() as inside:
        for number in range(MOST_PEOPLE):
            inside.enter_context(rooms.enter(guest(f"p{number}")))
        with pytest.raises(UserError, match=f"{MOST_PEOPLE} people or more"), rooms.enter(guest("more")):
            pass
        for _ in range(MOST_LINES - 1):
            inside.enter_context(rooms.enter(guest("p0")))
        with pytest.raises(UserError, match=f"{MOST_LINES} pages"), rooms.enter(guest("p0")):
            pass
        for number in range(MOST_ROOMS - 1):
            inside.enter_context(rooms.enter(guest("p0", f"room {number}")))
        with pytest.raises(UserError, match="as many as see each other"), rooms.enter(guest("p0", "one more")):
            pass
    assert len(rooms) == 0
    with pytest.raises(UserError, match="not in this activity"), rooms.enter(Guest("alone")):
        pass


@pytest.mark.parametrize("who", [Guest(), guest("ann"), guest("ann", is_window=True)])
def test_a_link_knows_the_seat(who: Guest) -> None:
    links = Links(b"k" * 32)
    assert links.take(links.token(who)) == who
