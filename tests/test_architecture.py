"""docs/architecture.md shows the house as it is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_picture_shows_today_s_rooms() -> None:
    picture = ROOT / "docs" / "img" / "architecture.svg"
    drawn = picture.read_text(encoding="utf-8")
    try:
        subprocess.run([sys.executable, str(ROOT / "docs" / "make_architecture_picture.py")], check=True)
        assert picture.read_text(encoding="utf-8") == drawn, "run python docs/make_architecture_picture.py"
    finally:
        picture.write_text(drawn, encoding="utf-8")


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
