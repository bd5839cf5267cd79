"""docs/architecture.md shows the house as it is."""

from __future__ import annotations

import re

import pytest

from docs.make_architecture_picture import PICTURE, ROOT, layers


@pytest.mark.parametrize("package", ["bot", "pipeline"])
def test_the_picture_shows_every_room(package: str) -> None:
    picture = PICTURE.read_text(encoding="utf-8")
    column = picture.partition(f">{package}/ (")[2] if package == "pipeline" else picture
    drawn = re.findall(r'font-weight="bold">([a-z_]+)<', column)
    rooms = {name for layer in layers(package) for name in layer} - {"__main__"}
    assert rooms <= set(drawn), "run python docs/make_architecture_picture.py"


def test_every_file_that_the_pages_link_to_is_there() -> None:
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    links = [(page, target) for page in pages for target in _links(page.read_text(encoding="utf-8"))]
    assert len(links) > 50
    assert [f"{page.name} -> {target}" for page, target in links if not (page.parent / target).exists()] == []


def _links(text: str) -> list[str]:
    """The relative targets of Markdown links and pictures."""
    parts = text.split("](")[1:]
    targets = [part.partition(")")[0].partition("#")[0] for part in parts]
    return [target for target in targets if target and "://" not in target and " " not in target]
