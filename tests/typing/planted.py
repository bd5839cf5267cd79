"""Plants ten mistakes in a copy of the bot's views and counts those that mypy finds. Run it by hand:

    python -m tests.typing.planted

It ends with exit code 0 if mypy --strict finds at least nine, each at its own line. A line of a view that is no longer
there is named; plant its mistake elsewhere then.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
ENOUGH: Final = 9


@dataclass(frozen=True)
class Mistake:
    """A line of a view as it should be, and as somebody in a hurry would write it."""

    what: str
    file: str
    right: str
    wrong: str


MISTAKES: Final = (
    Mistake(
        "a service that does not exist",
        "modals.py",
        "interaction.client.services.words.check(",
        "interaction.client.services.word.check(",
    ),
    Mistake(
        "a person in place of their id",
        "characters.py",
        "copy = await characters.copy(interaction.user.id, ",
        "copy = await characters.copy(interaction.user, ",
    ),
    Mistake(
        "an await that is missing",
        "adjusting.py",
        "own = await characters.owned_picture(interaction.user.id, self.character_id, self.mark)",
        "own = characters.owned_picture(interaction.user.id, self.character_id, self.mark)",
    ),
    Mistake(
        "a locale in place of a language",
        "job_reply.py",
        'say("job.gone", reader(interaction))',
        'say("job.gone", interaction.locale)',
    ),
    Mistake(
        "a setting that does not exist",
        "making.py",
        "interaction.client.settings.reply_size",
        "interaction.client.settings.reply_sizes",
    ),
    Mistake(
        "arguments that changed places", "characters.py", "gallery_page(page, number, ", "gallery_page(number, page, "
    ),
    Mistake("a number in place of an animoji", "expressing.py", "EmojiModal(animoji, ", "EmojiModal(animoji_id, "),
    Mistake(
        "text that is no number",
        "adjusting.py",
        'return cls(int(match["character"]))',
        'return cls(match["character"])',
    ),
    Mistake(
        "a column of a table that the value does not have",
        "animoji_buttons.py",
        "character.has_picture",
        "character.picture is not None",
    ),
    Mistake(
        "a button that answers around the rules",
        "characters.py",
        "    async def run(self, interaction: Interaction) -> None:\n        await take_copy(",
        "    async def callback(self, interaction: Interaction) -> None:\n        await take_copy(",
    ),
)


def plant(views: Path) -> dict[tuple[str, int], Mistake]:
    """Makes all mistakes in a copy of the views; returns the file and line of each.

    Raises:
        LookupError: a line is not there any more.
    """
    places: dict[tuple[str, int], Mistake] = {}
    for mistake in MISTAKES:
        path = views / mistake.file
        text = path.read_text("utf-8")
        if mistake.right not in text:
            raise LookupError(f"{mistake.file} has no {mistake.right!r} any more")
        begin = text.index(mistake.right)
        path.write_text(text.replace(mistake.right, mistake.wrong, 1), "utf-8")
        places[mistake.file, text.count("\n", 0, begin) + 1] = mistake
    return places


def complaints(folder: Path) -> set[tuple[str, int]]:
    """The files and lines of the views in which mypy finds fault."""
    command = [sys.executable, "-m", "mypy", "--config-file", str(ROOT / "pyproject.toml"), "-p", "bot.views"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return {
        (found[1], int(found[2])) for found in re.finditer(r"^bot/views/(\w+\.py):(\d+): error:", done.stdout, re.M)
    }


def main() -> int:
    """Says of each mistake whether it was found."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for package in ("bot", "pipeline"):
            shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
        places = plant(folder / "bot" / "views")
        found = complaints(folder)
    # A mistake is found as well where its line is used: a missing await shows at the next line.
    caught = [place for place in places if any((place[0], place[1] + below) in found for below in range(3))]
    for place, mistake in places.items():
        sys.stdout.write(f"{'found ' if place in caught else 'MISSED'} {place[0]}:{place[1]} {mistake.what}\n")
    sys.stdout.write(f"{len(caught)} of {len(places)} found\n")
    return 0 if len(caught) >= ENOUGH else 1


if __name__ == "__main__":
    sys.exit(main())
