"""Libraries that load more than is wanted of them."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import ModuleType
from typing import Any, Final

_PLOTTING: Final = ("matplotlib", "matplotlib.pyplot")
_REFINING: Final = {
    "pymatting.alpha.estimate_alpha_cf": "estimate_alpha_cf",
    "pymatting.foreground.estimate_foreground_ml": "estimate_foreground_ml",
    "pymatting.util.util": "stack_images",
}
"""What rembg takes from pymatting, for masks that are to be refined: modules, and the function of each."""


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
    with _standing_in([package, pyplot]):
        import mediapipe  # noqa: F401


def import_rembg() -> None:
    """Imports rembg without pymatting, which is imported when a mask is to be refined: nobody here asks for that.

    pymatting is compiled by numba when it is first imported, which takes a minute, and 0.7 s whenever it is again.
    """
    modules = []
    for name, function in _REFINING.items():
        module = ModuleType(name)
        setattr(module, function, _late(name, function))
        modules.append(module)
    with _standing_in([] if "pymatting" in sys.modules else modules):
        import rembg  # noqa: F401


@contextmanager
def _standing_in(modules: Sequence[ModuleType]) -> Iterator[None]:
    """Who imports modules of these names inside gets these; afterwards the real ones."""
    sys.modules.update({module.__name__: module for module in modules})
    try:
        yield
    finally:
        for module in modules:
            del sys.modules[module.__name__]


def _late(module: str, function: str) -> Callable[..., Any]:
    def call(*args: Any, **kwargs: Any) -> Any:
        return getattr(importlib.import_module(module), function)(*args, **kwargs)

    return call
