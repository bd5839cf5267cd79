"""Draws docs/img/architecture.svg from the walls in pyproject.toml: ``python docs/make_architecture_picture.py``.

A room stands above what it may know. The layers are those that ``make lint`` holds, the sentence in each room is the
first one of its own docstring, so the picture cannot be older than the code.
"""

from __future__ import annotations

import ast
import sys
from html import escape
from pathlib import Path
from typing import Final

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT: Final = Path(__file__).parents[1]
PICTURE: Final = ROOT / "docs" / "img" / "architecture.svg"

WIDTH: Final = 1120
ROW: Final = 50
GAP: Final = 8
STAGES: Final = ("characters", "motion", "posers", "compose", "encode")
"""In the order of the road; the contract names them by the alphabet."""
COLOURS: Final = {
    "animemoji": "#dcefdc",
    "bot": "#f6dde3",
    "pipeline": "#dde8f6",
    "studio": "#f5ead0",
    "stage": "#c3d7f1",
}
INK: Final = "#2b2436"


def layers(container: str) -> list[list[str]]:
    """The rooms of a package from the top down, those side by side in one list."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    (found,) = [contract for contract in contracts if contract.get("containers") == [container]]
    return [[name.strip() for name in layer.split("|")] for layer in found["layers"]]


def sentence(container: str, name: str) -> str:
    """The first sentence of a room's docstring."""
    path = ROOT / container / name
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    docstring = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
    return docstring.partition("\n\n")[0].replace("\n", " ").replace("``", "").split(". ")[0].rstrip(".")


def wrapped(text: str, characters: int) -> list[str]:
    """Lines of at most so many characters, two of them."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) >= characters:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    if len(lines) > 2:
        lines = [lines[0], lines[1][: characters - 1].rstrip() + "…"]
    return lines


def room(x: float, y: float, width: float, name: str, text: str, colour: str) -> str:
    """A box with a name and a sentence."""
    parts = [
        f'<rect x="{x}" y="{y}" width="{width}" height="{ROW}" rx="6" fill="{colour}" stroke="#aaa5b3"/>',
        f'<text x="{x + 9}" y="{y + 16}" font-weight="bold">{escape(name)}</text>',
    ]
    for number, line in enumerate(wrapped(text, int((width - 14) / 5.7))):
        parts.append(f'<text x="{x + 9}" y="{y + 30 + 12 * number}" font-size="10" opacity=".8">{escape(line)}</text>')
    return "".join(parts)


def column(container: str, x: float, y: float, width: float) -> tuple[list[str], float]:
    """All rooms of a package from ``y`` down, and where they end."""
    parts = []
    for layer in layers(container):
        names = list(STAGES) if set(layer) == set(STAGES) else [name for name in layer if name != "__main__"]
        if not names:
            continue
        each = (width - GAP * (len(names) - 1)) / len(names)
        for number, name in enumerate(names):
            colour = COLOURS["stage" if name in STAGES else container]
            parts.append(room(x + number * (each + GAP), y, each, name, sentence(container, name), colour))
        y += ROW + GAP
    return parts, y


def main() -> None:
    left, right = 400.0, WIDTH - 400.0 - 40.0
    parts = [room(10, 10, WIDTH - 20, "animemoji", sentence("animemoji", "."), COLOURS["animemoji"])]
    telegram = room(10, 10 + ROW + GAP, left, "telegram_bot", sentence("telegram_bot", "."), COLOURS["bot"])
    top = 10 + 2 * (ROW + GAP) + 22
    bot, bot_end = column("bot", 10, top, left)
    pipeline, pipeline_end = column("pipeline", left + 30, top, right)
    labels = (
        f'<text x="12" y="{top - 7}" font-weight="bold">bot/ (Discord, and the services of both)</text>'
        f'<text x="{left + 32}" y="{top - 7}" font-weight="bold">pipeline/ (from a request to bytes)</text>'
    )
    face = "".join(
        f'<text x="14" y="{bot_end + 12 + 15 * number}" font-size="11">{line}</text>'
        for number, line in enumerate(("The bot knows the pipeline by its public face alone:", "pipeline/__init__.py"))
    )
    studio = room(10, bot_end + 50, left, "studio", sentence("studio", "."), COLOURS["studio"])
    height = max(bot_end + 50 + ROW, pipeline_end) + 6
    PICTURE.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}" font-family="sans-serif" '
        f'font-size="12" fill="{INK}"><rect width="100%" height="100%" fill="#fff"/>'
        + labels
        + "".join(parts + bot + pipeline)
        + face
        + studio
        + telegram
        + "</svg>\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
