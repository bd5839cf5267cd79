"""The fuzzer: what it makes is valid before it damages it, and nothing that it makes harms a reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.fuzz import Kind, fuzz, kinds, mutants
from benchmarks.reading import Ending, ending_of, read_alone
from tests.shared_data import SHARED_DATA, shared


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)
def test_every_kind_is_read_before_it_is_damaged(tmp_path: Path, kind: Kind) -> None:
    path = tmp_path / f"file{kind.ending}"
    path.write_bytes(kind.seed)
    assert ending_of(path) == (Ending.OK, "")


def test_the_same_seed_gives_the_same_damage() -> None:
    some = [data for _, data in mutants(60, 5)]
    kinds.cache_clear()  # the files are made anew
    assert some == [data for _, data in mutants(60, 5)]
    assert some != [data for _, data in mutants(60, 6)]


def test_no_damage_harms_a_reader() -> None:
    counts, found = fuzz(500, seed=11)
    assert [(each.kind, each.number, each.ending.value, each.said) for each in found] == []
    assert sum(counts.values()) == 500
    assert sum(number for (_, ending), number in counts.items() if ending is Ending.OK) > 100


def test_hostile_files_cost_little() -> None:
    shared("cases/hostile")
    for path in sorted((SHARED_DATA / "cases" / "hostile").iterdir()):
        result = read_alone(path)
        assert result.ending is Ending.REFUSED, path.name
        assert result.seconds < 5, path.name
        assert result.memory < 700e6, path.name
