"""Which jobs the nodes of a cluster have room for, and how much room to ask for."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from pipeline.engine.cluster.protocol import Ask, Node
from pipeline.engine.cluster.runner import Seat
from pipeline.engine.scheduler import Lane
from pipeline.plan import Course

MOST_ASKED: Final = 1000
"""For how many jobs room is asked at most; the cluster's own limits are lower."""

NOTHING: Final = Ask(0, ())
"""What is there may go when nobody works on it."""


def seats_of(nodes: Collection[Node], jobs_per_gpu: int, at_most: int | None) -> list[Seat]:
    """``jobs_per_gpu`` seats for each GPU, then one for each CPU; ``at_most`` so many.

    Seats of one node follow each other, so that jobs fill one node before they wake the next.
    """
    seats = [Seat(node.id, 1 / jobs_per_gpu, n) for node in nodes for n in range(int(node.gpus * jobs_per_gpu))]
    seats += [Seat(node.id, 0.0, n) for node in nodes for n in range(int(node.cpus))]
    return seats[:at_most]


def place_of(seat: Seat, seats: Iterable[Seat]) -> Lane:
    """Which jobs a seat is for: where the cluster has no GPU, processors take everything."""
    if seat.gpus:
        return Lane.GPU
    return Lane.PROCESSOR if any(each.gpus for each in seats) else Lane.ANY


def room_for(plans: Collection[Course], expected: int, seats: Collection[Seat]) -> Ask:
    """The room to ask for: NOTHING where there is enough, else for all of these jobs.

    Args:
        plans: of jobs that run or wait.
        expected: how many more will come, of which nothing is known; they are taken for drawn ones.
        seats: what there is.
    """
    share = max((seat.gpus for seat in seats), default=0.0)
    pictures = sum(map(Lane.GPU.suits, plans)) if share else 0
    drawn = len(plans) - pictures + expected
    on_gpus = sum(seat.gpus > 0 for seat in seats)
    if pictures <= on_gpus and drawn <= len(seats) - on_gpus:
        return NOTHING
    return Ask(min(drawn, MOST_ASKED), (share,) * min(pictures, MOST_ASKED))
