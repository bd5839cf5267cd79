"""The browser of tests, and of the pictures in docs/: Debian's Chromium.

Its dice fall the same way each time, so a page that draws anybody draws the same one in each run.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest

_CHROMIUM: Final = Path("/usr/bin/chromium")
WEBGL: Final = ("--use-angle=swiftshader", "--enable-unsafe-swiftshader")
"""Flags for WebGL without a graphics card; without them there is none."""

needs_chromium = pytest.mark.skipif(not _CHROMIUM.exists(), reason=f"there is no {_CHROMIUM}: apt-get install chromium")


def launch(tools: Any, *flags: str) -> Any:
    """A browser started with Playwright's ``tools``; to be awaited where these are the asynchronous ones."""
    drawing = () if set(WEBGL) <= set(flags) else ("--disable-gpu",)
    arguments = ["--no-sandbox", "--js-flags=--random-seed=1", *drawing, *flags]
    return tools.chromium.launch(executable_path=str(_CHROMIUM), args=arguments)
