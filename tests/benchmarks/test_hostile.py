"""The hostile samples are what they say, and the engine refuses each within its limits."""

from __future__ import annotations

from pathlib import Path

from benchmarks.hostile import MOST_MEMORY, cost_of, make_samples, waiting_behind


def test_samples_are_small_files_of_every_kind(tmp_path: Path) -> None:
    files = list(make_samples(tmp_path))
    assert {file.suffix for file in files} == {".mkv", ".ogg", ".mp3", ".mp4", ".png", ".gif"}
    assert all(0 < file.stat().st_size < 2_000_000 for file in files)


async def test_an_index_bomb_costs_its_sender_a_sentence_and_others_nothing(tmp_path: Path) -> None:
    (bomb,) = (file for file in make_samples(tmp_path) if "index" in file.name)
    cost = await cost_of(bomb)
    assert cost.outcome.startswith("refused: ")
    assert cost.seconds < 5 and cost.cpu < 2 and 50 < cost.memory < MOST_MEMORY
    assert await waiting_behind(bomb) < 20
