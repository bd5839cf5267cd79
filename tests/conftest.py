"""What all tests share."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from typing import Final

import pytest
from hypothesis import HealthCheck, settings
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling

from pipeline.threads import cores, limited_to, threads

# Of processes that test side by side, each calculates with its share of the cores, and so does what it starts.
os.environ.update(limited_to(max(1, threads() // int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1")))))

# Test machines are shared and noisy: how long an example takes says nothing about the code.
settings.register_profile("animemoji", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("animemoji")


@pytest.fixture(autouse=True)
def ordinary_process() -> Iterator[None]:
    """No test makes its process one of real time: whatever it starts later would hold up the whole machine."""
    before = _policy()
    yield
    assert _policy() == before, "a library has changed the scheduling of this thread"


def pytest_collection_finish() -> None:
    """What all tests are made of is there to stay. To look through it for what nobody needs any longer holds up every
    loop for a second (.8 s for 860,000 objects on a quiet machine).
    """
    gc.collect()
    gc.freeze()


def _policy() -> int:
    return os.sched_getscheduler(0) if hasattr(os, "sched_getscheduler") else 0


_TOGETHER: Final = {
    "tests/pipeline/posers/student/": "a student that takes half a minute to make",
    "tests/pipeline/engine/test_contract.py": "a cluster",
    "tests/pipeline/engine/cluster/test_nodes.py": "a cluster",
}
"""Which files share what is slow to start."""
_LONGEST: Final = (
    "a student that takes half a minute to make",
    "a cluster",
    "tests/pipeline/posers/tha3/test_fast.py",
    "tests/e2e/test_findings.py",
    "tests/e2e/test_emoji.py",
    "tests/animemoji/verbs/test_export.py",
    "tests/pipeline/characters/pictures/test_alignment.py",
    "tests/pipeline/characters/pictures/test_upload.py",
    "tests/pipeline/characters/pictures/test_hands.py",
    "tests/e2e/test_studio_page.py",
    "tests/e2e/test_killed.py",
    "tests/e2e/test_locked.py",
)
"""What takes longest for its number of tests is begun first: begun last, it would be waited for."""


class SharedTogether(LoadFileScheduling):  # type: ignore[misc]  # xdist tells no types
    """Where several processes share the tests (``pytest -n``): a file stays together, what it shares is made once."""

    def _split_scope(self, nodeid: str) -> str:
        shared = (what for where, what in _TOGETHER.items() if nodeid.startswith(where))
        return next(shared, None) or super()._split_scope(nodeid)

    def _assign_work_unit(self, node: object) -> None:
        longest = next((scope for scope in _LONGEST if scope in self.workqueue), None)
        if longest is not None:
            self.workqueue.move_to_end(longest, last=False)
        super()._assign_work_unit(node)


def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are cores: tests wait for clocks, browsers and each other's processes, too."""
    return cores() + 1


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> SharedTogether:
    """The tests are shared out file by file."""
    return SharedTogether(config, log)
