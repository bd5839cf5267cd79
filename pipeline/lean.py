"""Libraries that load more than is wanted of them."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Final

_PLOTTING: Final = ("matplotlib", "matplotlib.pyplot")


def import_mediapipe() -> None:
    """Imports mediapipe without the plotting library that one of its helpers asks for and that nobody here calls.

    Importing pyplot takes more than half of mediapipe's import: 0.3 s of every cold start. Whoever wants to plot
    imports the real one as ever.
    """
    if "mediapipe" in sys.modules or "matplotlib" in sys.modules:
        import mediapipe

        return
    package, pyplot = (ModuleType(name) for name in _PLOTTING)
    package.pyplot = pyplot  # type: ignore[attr-defined]
    sys.modules.update(zip(_PLOTTING, (package, pyplot), strict=True))
    try:
        import mediapipe  # noqa: F401
    finally:
        for name in _PLOTTING:
            del sys.modules[name]
