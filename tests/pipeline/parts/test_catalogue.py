"""The catalogues of parts: one module for each value of an enum, and no other list."""

from __future__ import annotations

import importlib
import subprocess
import sys
from enum import Enum
from pathlib import Path
from typing import Any

import pytest

from pipeline import parts
from pipeline.parts.catalogue import Catalogue
from pipeline.parts.records import HairBackStyle, HairSideStyle, Part
from pipeline.types.spec import HairBack, HairSide

CATALOGUES: dict[str, Catalogue[Any, Any]] = {
    name: value for name, value in vars(parts).items() if isinstance(value, Catalogue)
}


@pytest.fixture(params=CATALOGUES)
def catalogue(request: pytest.FixtureRequest) -> Catalogue[Any, Any]:
    return CATALOGUES[request.param]


def test_every_value_has_its_part_in_the_order_of_the_enum(catalogue: Catalogue[Any, Any]) -> None:
    values: list[Enum] = list(type(next(iter(catalogue))).__members__.values())
    assert list(catalogue) == values
    assert [part.value for part in catalogue.values()] == values


def test_a_folder_of_parts_holds_nothing_else() -> None:
    files = {path for path in Path(str(parts.__file__)).parent.glob("*/**/*.py") if path.stem != "__init__"}
    records = {path for path in files if path.parent.name == "records"}
    wanted = {
        Path(str(importlib.import_module(f"{kind.package}.{value.value}").__file__))
        for kind in CATALOGUES.values()
        for value in kind
    }
    assert files - records == wanted


def test_every_part_is_called_something_in_english_and_japanese(catalogue: Catalogue[Any, Any]) -> None:
    for part in catalogue.values():
        assert isinstance(part, Part)
        assert next(iter(part.words)) == "en", part.value
        assert {"en", "ja"} <= set(part.words) <= {"en", "ja", "*"}, part.value
        assert part.words["en"].isascii(), part.value
        assert all(phrase == phrase.strip().lower() for phrase in part.words["en"].split(", ")), part.value


def test_a_part_that_is_not_there_says_which_file_is_missing() -> None:
    class Wing(Enum):
        FEATHERED = "feathered"

    wings: Catalogue[Any, Any] = Catalogue("pipeline.parts.hair.backs", Wing, HairBackStyle)
    with pytest.raises(ImportError, match=r"pipeline\.parts\.hair\.backs\.feathered"):
        wings[Wing.FEATHERED]


def test_a_module_must_hold_the_part_of_its_own_value() -> None:
    swapped = Catalogue("pipeline.parts.hair.backs", HairBack, HairSideStyle)
    with pytest.raises(TypeError, match=r"backs\.wolf\.PART must be a HairSideStyle for HairBack\.WOLF"):
        swapped[HairBack.WOLF]


def test_a_value_of_another_kind_is_no_key() -> None:
    others: tuple[Any, ...] = (HairSide.LONG, "long")
    assert parts.HAIR_BACKS[HairBack.LONG].value is HairBack.LONG
    assert not any(other in parts.HAIR_BACKS for other in others)


DRAWN_PARTS = """
import sys
from pipeline.types import Character, CharacterKind, RigSpec, neutral_poses
from pipeline.posers import open_poser
character = Character(CharacterKind.DRAWN, spec=RigSpec())
open_poser(character).pose(character, neutral_poses(1), 48)
print(*sorted(name for name in sys.modules if name.startswith("pipeline.parts.hair.backs.")))
"""


def test_a_saved_character_loads_its_own_parts_alone() -> None:
    done = subprocess.run([sys.executable, "-c", DRAWN_PARTS], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["pipeline.parts.hair.backs.bob"]


@pytest.mark.parametrize("command", [["--help"], ["render", "--help"], ["character", "--help"]])
def test_a_help_page_loads_neither_parts_nor_what_draws_them(command: list[str]) -> None:
    code = (
        "import sys\nfrom animemoji.cli import main\ntry:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "print([name for name in sys.modules if name.startswith(('pipeline.parts', 'pipeline.drawing'))])"
    )
    done = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
