"""One studio for a file of tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.studio.serving import Studio, serving


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    with serving(tmp_path_factory.mktemp("studio") / "characters") as running:
        yield running
