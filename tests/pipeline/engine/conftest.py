"""One cluster for all tests of a session."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.pipeline.engine.loopback import LoopbackCluster


@pytest.fixture(scope="session")
def loopback() -> Iterator[LoopbackCluster]:
    """The cluster, which a test must ``start``."""
    cluster = LoopbackCluster()
    yield cluster
    cluster.stop()
