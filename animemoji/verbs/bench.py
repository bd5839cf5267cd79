"""``animemoji bench``: the figures of docs/performance.md, measured here. The benchmarks lie beside the package."""

from __future__ import annotations

import argparse
import importlib
import os
import platform
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from animemoji.verbs.terminal import Outcome, Terminal
from pipeline.types import UserError

if TYPE_CHECKING:
    from benchmarks.measurement import Measurement

HELP: Final = "the figures of docs/performance.md, measured here"
EXAMPLE: Final = "animemoji bench road rig"

CHECKOUT: Final = Path(__file__).parents[2]
_NEEDS_MORE: Final = frozenset({"gpu", "live"})
"""Benchmarks that not every machine can run; ``--all`` leaves them out."""
_HARNESS: Final = frozenset({"__init__", "acting", "measurement", "reading", "fuzz", "students", "student_measures"})


class NoBenchmarksError(UserError):
    """An installed package has no benchmarks."""

    key = "error.no_benchmarks"
    template = "The benchmarks are not part of the installed package: run this in a checkout of the repository."


class UnknownBenchmarkError(UserError):
    """No benchmark has that name."""

    key = "error.unknown_benchmark"
    template = "There is no benchmark called {name}: choose from {names}."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the verb's options."""
    parser.add_argument("names", nargs="*", metavar="NAME", help="which ones, a file of benchmarks/ each (road)")
    parser.add_argument(
        "--all", action="store_true", help="every one that needs no GPU and no browser; takes some minutes"
    )


def run(args: argparse.Namespace, terminal: Terminal) -> Outcome:
    """Does what the options ask for.

    Raises:
        UserError: an option or a file cannot be used.
    """
    known = benchmark_names()
    names = [name for name in known if name not in _NEEDS_MORE] if args.all else args.names or ["road"]
    for name in names:
        if name not in known:
            raise UnknownBenchmarkError(name=name, names=", ".join(known))
    sys.path.insert(0, str(CHECKOUT))
    measured: list[Measurement] = []
    for number, name in enumerate(names):
        terminal.bar(number / len(names), f"measuring {name}")
        for item in importlib.import_module(f"benchmarks.{name}").run():
            terminal.say(item.line())
            measured.append(item)
    return Outcome(
        {"machine": machine(), "measurements": [item.to_json() for item in measured]},
        code=0 if all(item.reached for item in measured) else 1,
    )


def benchmark_names() -> list[str]:
    """The benchmarks of this checkout. Raises NoBenchmarksError where it is none."""
    names = sorted(path.stem for path in (CHECKOUT / "benchmarks").glob("*.py") if path.stem not in _HARNESS)
    if not names:
        raise NoBenchmarksError
    return names


def machine() -> dict[str, Any]:
    """What the figures were measured on."""
    return {"cores": os.cpu_count(), "python": platform.python_version(), "system": platform.system()}
