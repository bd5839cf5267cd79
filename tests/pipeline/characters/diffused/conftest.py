"""Tiny checkpoints, each saved once."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest


@pytest.fixture(scope="session", autouse=True)
def one_thread() -> Iterator[None]:
    """Networks as small as these wait for threads most of the time."""
    if find_spec("torch") is None:
        yield
        return
    import torch

    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


@pytest.fixture(scope="session", params=["sd15", "sdxl"])
def checkpoint(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of either family."""
    from tests.pipeline.characters.diffused.tiny import save_sd15, save_sdxl

    folder = tmp_path_factory.mktemp(request.param)
    return save_sd15(folder) if request.param == "sd15" else save_sdxl(folder)


@pytest.fixture(scope="session")
def sd15(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tests.pipeline.characters.diffused.tiny import save_sd15

    return save_sd15(tmp_path_factory.mktemp("one"))
