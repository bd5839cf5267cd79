"""requirements/lock.txt: the versions that everybody gets, on every Python that the project promises."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, distribution, metadata
from pathlib import Path
from typing import Final

from packaging.specifiers import SpecifierSet

LOCK: Final = (Path(__file__).parents[1] / "requirements" / "lock.txt").read_text()
PROMISED: Final = [
    version
    for version in (f"3.{minor}.0" for minor in range(30))
    if version in SpecifierSet(metadata("animemoji")["Requires-Python"])
]


def test_it_is_plain() -> None:
    for line in LOCK.splitlines():
        assert re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!]+( ; .+)?", line), line
    assert "://" not in LOCK


def test_each_version_takes_every_promised_python() -> None:
    assert PROMISED == ["3.10.0", "3.11.0", "3.12.0"]
    looked_at = 0
    for line in LOCK.splitlines():
        name, _, version = line.partition(" ; ")[0].partition("==")
        try:
            found = distribution(name)
        except PackageNotFoundError:
            continue  # for another system, or another extra
        if found.version == version:
            wanted = SpecifierSet(found.metadata["Requires-Python"] or "")
            assert all(python in wanted for python in PROMISED), f"{line} wants Python {wanted}"
            looked_at += 1
    assert looked_at > 40
