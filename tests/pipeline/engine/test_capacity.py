"""How many jobs a machine is taken to be good for."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from pipeline.engine import Engine
from pipeline.engine import capacity as room
from pipeline.engine.capacity import GIB, capacity, share_of
from pipeline.settings import visible_gpus
from pipeline.threads import cores, threads
from pipeline.types import DiffusionSettings, PipelineSettings
from tests.pipeline.engine.stubs import render, request

DRAWN_ONLY = PipelineSettings()
PAINTS = PipelineSettings(diffusion=DiffusionSettings(model="some/model"))


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    return Machine(monkeypatch)


class Machine:
    """This one, made to look like another."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._patch = patch

    def has(self, cores: int, gigabytes: float | None, gpus: list[str], *libraries: str) -> None:
        free = None if gigabytes is None else int(gigabytes * GIB)
        found = importlib.util.find_spec("json")
        self._patch.setattr("pipeline.engine.capacity.usable_cores", lambda: cores)
        self._patch.setattr("pipeline.engine.capacity.free_memory", lambda: free)
        self._patch.setattr("pipeline.engine.capacity.usable_gpus", lambda: gpus)
        for module in ("pipeline.engine.capacity.find_spec", "pipeline.characters.diffused.find_spec"):
            self._patch.setattr(module, lambda name: found if name in libraries else None)


@pytest.mark.parametrize(
    ("cores", "gigabytes", "expected"),
    [(4, 7.5, 4), (4, 3.2, 3), (4, 0.4, 1), (1, 64.0, 1), (64, 20.0, 20), (6, None, 6)],
)
def test_drawn_characters_take_a_core_and_a_gigabyte(
    machine: Machine, cores: int, gigabytes: float | None, expected: int
) -> None:
    machine.has(cores, gigabytes, [])
    assert capacity(DRAWN_ONLY).processes == expected


def test_networks_on_the_processor_take_more_memory(machine: Machine) -> None:
    machine.has(8, 20.0, [], "torch")
    assert capacity(DRAWN_ONLY).processes == 6
    machine.has(8, 20.0, [], "torch", "diffusers")
    assert capacity(PAINTS).processes == 2


def test_each_gpu_has_a_process_and_is_named_to_it(machine: Machine) -> None:
    machine.has(16, 100.0, ["0", "1"], "torch")
    assert capacity(DRAWN_ONLY).processes == 2
    shares = [dict(share_of(number, 3)) for number in range(3)]
    assert [share["CUDA_VISIBLE_DEVICES"] for share in shares] == ["0", "1", "0"]
    assert {share["OMP_NUM_THREADS"] for share in shares} == {"5"}


def test_somebody_who_asks_gets_what_he_asks_for(machine: Machine) -> None:
    machine.has(2, 4.0, [])
    assert capacity(DRAWN_ONLY, 5) == room.Capacity(5, "as ANIMEMOJI_PROCESSES says")


def test_gpus_that_are_hidden_do_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    for value, expected in (("1,GPU-ab", ["1", "GPU-ab"]), ("", []), ("-1", [])):
        monkeypatch.setenv("CUDA_VISIBLE_DEVICES", value)
        assert visible_gpus() == expected
    monkeypatch.delenv("CUDA_VISIBLE_DEVICES")
    assert visible_gpus() is None


def test_a_containers_limits_count(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(room, "cores", lambda: 16)
    for text, expected in (("250000 100000", 2), ("max 100000", 16), ("10000 100000", 1), ("6400000 100000", 16)):
        (tmp_path / "cpu.max").write_text(text)
        monkeypatch.setattr(room, "_CPU_LIMIT", tmp_path / "cpu.max")
        assert room.usable_cores() == expected


def test_what_is_used_of_a_containers_memory_is_not_free(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(room, "_MEMORY", tuple((tmp_path, *names) for _, *names in room._MEMORY))
    unlimited = room.free_memory()
    assert unlimited is not None and unlimited > GIB // 2
    (tmp_path / "memory.max").write_text(f"{GIB // 2}\n")
    (tmp_path / "memory.current").write_text(f"{GIB // 4}\n")
    (tmp_path / "memory.stat").write_text(f"anon 5\ninactive_file {GIB // 8}\nactive_file 7\n")
    assert room.free_memory() == GIB // 4 + GIB // 8
    (tmp_path / "memory.current").write_text(f"{GIB}\n")
    assert room.free_memory() == 0
    (tmp_path / "memory.max").write_text("max\n")
    assert room.free_memory() == pytest.approx(unlimited, abs=GIB)


def test_threads_are_those_that_the_variable_leaves(monkeypatch: pytest.MonkeyPatch) -> None:
    for value, expected in (("1", 1), ("100000", cores()), ("0", cores()), ("many", cores())):
        monkeypatch.setenv("OMP_NUM_THREADS", value)
        assert threads() == expected


async def test_processes_side_by_side_have_their_share_of_the_threads() -> None:
    async with Engine(render, processes=cores() + 1) as engine:
        result = await engine.submit(request("threads")).result()
    assert result.data.endswith(b":1")
