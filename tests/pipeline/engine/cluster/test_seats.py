"""How many jobs a cluster has room for, and how much more is asked for."""

from __future__ import annotations

import pytest

from pipeline.engine.cluster.protocol import Ask, Node
from pipeline.engine.cluster.seats import MOST_ASKED, NOTHING, place_of, room_for, seats_of
from pipeline.engine.scheduler import Lane
from pipeline.plan import plan
from tests.pipeline.engine.stubs import request

CPUS = Node("cpus", "10.0.0.1", 3.0, 0.0)
GPUS = Node("gpus", "10.0.0.2", 1.0, 2.0)
HEAD = Node("head", "10.0.0.3", 0.0, 0.0)
DRAWN = plan(request("x"), lambda: False)
PAINTED = plan(request("x"), lambda: True)


@pytest.mark.parametrize("batch", [1, 4, 8])
def test_each_gpu_has_room_for_a_batch_and_each_cpu_for_one_job(batch: int) -> None:
    seats = seats_of((HEAD, CPUS, GPUS), batch, None)
    assert [seat.node for seat in seats] == ["gpus"] * 2 * batch + ["cpus"] * 3 + ["gpus"]
    assert sum(seat.gpus for seat in seats) == pytest.approx(2.0), "no GPU is promised twice"
    assert len(set(seats)) == len(seats)


def test_no_more_seats_than_somebody_wants() -> None:
    assert len(seats_of((CPUS, GPUS), 1, 4)) == 4


def test_pictures_go_to_gpus_and_where_there_is_none_processors_take_everything() -> None:
    seats = seats_of((CPUS, GPUS), 1, None)
    assert [place_of(seat, seats) for seat in seats] == [Lane.GPU] * 2 + [Lane.PROCESSOR] * 4
    without = seats_of((CPUS,), 1, None)
    assert {place_of(seat, without) for seat in without} == {Lane.ANY}


def test_nothing_is_asked_for_while_there_is_room() -> None:
    seats = seats_of((CPUS, GPUS), 1, None)
    assert room_for([DRAWN] * 3 + [PAINTED] * 2, 1, seats) == NOTHING
    assert room_for([], 0, []) == NOTHING


def test_a_queue_asks_for_room_for_all_of_it() -> None:
    seats = seats_of((CPUS, GPUS), 4, None)
    assert room_for([DRAWN] * 4, 20, seats) == Ask(24, ())
    assert room_for([DRAWN] * 2 + [PAINTED] * 9, 0, seats) == Ask(2, (0.25,) * 9)
    assert room_for([PAINTED] * 2, 3, seats_of((CPUS,), 4, None)) == Ask(5, ()), "no GPU: processors paint"
    assert room_for([DRAWN], 10**6, seats).cpus == MOST_ASKED


def test_a_cluster_without_a_node_is_asked_for_one() -> None:
    assert room_for([DRAWN], 0, seats_of((HEAD,), 1, None)) == Ask(1, ())
