"""Where larger test data lies, when it is there: ``../shared/data`` beside the repository (or $ANIMEMOJI_TEST_DATA).

It is not part of the project (its pictures have other licences), so tests that read it skip without it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHARED_DATA = Path(os.environ.get("ANIMEMOJI_TEST_DATA", ROOT.parent / "shared" / "data"))


def shared(relative: str) -> Path:
    """The path of a test datum; skips the calling test, with the reason, where the data is not there."""
    path = SHARED_DATA / relative
    if not path.exists():
        pytest.skip(f"needs the optional test data {relative} (set ANIMEMOJI_TEST_DATA)")
    return path
