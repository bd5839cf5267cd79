"""The arithmetic of docs/scale.md: queues against the formula for them, and what must follow from what."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from benchmarks.scale import Capacities, Habits, bill, breaks, main, run, services, waits


def _erlang_c(load: float, workers: int) -> float:
    """The chance that somebody must wait for one of the workers (A. K. Erlang, 1917)."""
    offered = load * workers
    last = offered**workers / math.factorial(workers) / (1 - load)
    return last / (sum(offered**k / math.factorial(k) for k in range(workers)) + last)


@pytest.mark.parametrize(("load", "workers"), [(0.5, 1), (0.7, 2), (0.8, 8)])
def test_waiting_agrees_with_the_formula_for_exponential_jobs(load: float, workers: int) -> None:
    service = np.random.default_rng(7).exponential(1.0, 50_000)
    waited = waits(load, workers, service, jobs=100_000)
    chance = _erlang_c(load, workers)
    assert np.mean(waited > 0) == pytest.approx(chance, rel=0.06)
    assert waited.mean() == pytest.approx(chance / (workers * (1 - load)), rel=0.12)


def test_more_workers_at_the_same_load_wait_less() -> None:
    means = [waits(0.7, workers, services()).mean() for workers in (1, 4, 16)]
    assert means[0] > 3 * means[1] > 9 * means[2]


def test_twice_the_servers_take_twice_as_much() -> None:
    one, two = bill(Habits(servers=1e5)), bill(Habits(servers=2e5))
    for name in ("cores", "gpus", "shards", "commits_per_second", "upload_terabytes_month"):
        assert getattr(two, name) == pytest.approx(2 * getattr(one, name))


def test_what_breaks_first_is_enough_for_just_so_many_servers() -> None:
    found = breaks(Habits())
    assert [each.servers for each in found] == sorted(each.servers for each in found)
    at = {each.part: each.servers for each in found}
    assert bill(Habits(servers=at["one core that draws"])).cores == pytest.approx(1)
    memory = at["one process of the bot: its memory"]
    assert bill(Habits(servers=memory)).bot_processes == pytest.approx(1)
    assert bill(Habits(servers=at["PostgreSQL on two cores: commits"])).commits_per_second == pytest.approx(
        Capacities().commits
    )


def test_without_gpus_pictures_take_cores() -> None:
    with_gpus, without = Habits(), replace(Habits(), gpus=False)
    assert bill(without).gpus == 0
    assert bill(without).cores > 2 * bill(with_gpus).cores
    assert "one GPU" not in {each.part for each in breaks(without)}


def test_assumptions_can_be_changed_from_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--servers", "50000", "animojis_per_server_day=2", "core_month=30"])
    shown = capsys.readouterr().out
    assert f"{50_000 * 2 * 3 / 86_400:,.2f}" in shown
    assert "servers: one core that draws" in shown
    with pytest.raises(SystemExit):
        main(["cores_month=30"])


def test_the_benchmark_shows_the_bill() -> None:
    assert {each.name for each in run()} >= {"cores", "shards", "dollars in all"}
