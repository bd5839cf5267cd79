"""Fair turns."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.engine.queue import FairQueue


def drain(queue: FairQueue[str]) -> list[str]:
    return [queue.pop() for _ in range(len(queue))]


def test_one_owner_is_served_in_order() -> None:
    queue: FairQueue[str] = FairQueue()
    for key in "abc":
        queue.put(key)
    assert drain(queue) == ["a", "b", "c"]


def test_late_owner_goes_ahead_of_the_second_job_of_the_first() -> None:
    queue: FairQueue[str] = FairQueue()
    for key in ("a1", "a2", "a3"):
        queue.put(key, "a")
    assert queue.pop() == "a1"
    queue.put("b1", "b")
    queue.put("b2", "b")
    assert queue.keys() == ["b1", "a2", "b2", "a3"]


def test_an_idle_time_gives_no_credit_and_no_debt() -> None:
    queue: FairQueue[str] = FairQueue()
    for key in ("a1", "a2", "a3", "b1"):
        queue.put(key, key[0])
    drain(queue)
    for key in ("b2", "b3", "a4", "a5"):
        queue.put(key, key[0])
    assert drain(queue) == ["b2", "b3", "a4", "a5"]


def test_remove_takes_out_one() -> None:
    queue: FairQueue[str] = FairQueue()
    queue.put("a")
    queue.put("b")
    assert queue.remove("a")
    assert not queue.remove("a")
    assert drain(queue) == ["b"]
    with pytest.raises(IndexError):
        queue.pop()


def test_the_first_that_suits_is_taken_and_the_others_keep_their_places() -> None:
    queue: FairQueue[str] = FairQueue()
    for key in ("a1", "a2", "b1"):
        queue.put(key, key[0])
    assert queue.pop(lambda key: key.endswith("2")) == "a2"
    with pytest.raises(IndexError):
        queue.pop(lambda key: key.endswith("3"))
    assert drain(queue) == ["a1", "b1"]


def test_what_is_put_back_is_the_next_one() -> None:
    queue: FairQueue[str] = FairQueue()
    for key in ("a1", "a2", "b1"):
        queue.put(key, key[0])
    one, two = queue.pop(), queue.pop()
    queue.put_back(two)
    queue.put_back(one)
    queue.put("c1", "c")
    assert drain(queue) == ["a1", "b1", "c1", "a2"]
    queue.put_back("a1")
    assert drain(queue) == ["a1"]


@given(st.lists(st.integers(0, 4), max_size=40))
def test_of_two_who_wait_nobody_is_ahead_by_more_than_one(owners: list[int]) -> None:
    queue: FairQueue[tuple[int, int]] = FairQueue()
    for number, owner in enumerate(owners):
        queue.put((owner, number), owner)
    assert sorted(queue.keys()) == sorted((owner, number) for number, owner in enumerate(owners))
    served: Counter[int] = Counter()
    waiting = Counter(owners)
    while len(queue):
        owner, _ = queue.pop()
        served[owner] += 1
        waiting[owner] -= 1
        counts = [served[other] for other in waiting if waiting[other]]
        assert not counts or max(counts) - min(counts) <= 1
