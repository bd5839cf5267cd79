"""Tags of the large tag sites: each is understood, or told as one that cannot be drawn; what is neither stands here."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from pipeline.characters.drawn.interpret import read_prompt

TAGS: Final = [
    tag
    for line in Path(__file__).with_name("tags.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
    for tag in line.split()
]
MISSED: Final[set[str]] = set()
"""Tags that mean nothing here: each is read as a name, and people are told so."""


def test_there_are_a_thousand_each_once() -> None:
    assert len(set(TAGS)) == len(TAGS) >= 1000


def test_all_but_a_few_mean_something() -> None:
    missed = {tag for tag in TAGS if read_prompt(tag).salt}
    assert missed == MISSED
    assert len(MISSED) <= 0.05 * len(TAGS)


def test_most_are_drawn() -> None:
    drawn = sum(read_prompt(tag).ignored == () for tag in TAGS)
    assert drawn >= 0.5 * len(TAGS)
