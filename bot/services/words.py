"""The word filter: what prompts, names and captions may not say."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from bot.errors import StartupError, WordRefusedError
from bot.services.asker import Asker
from bot.services.guilds import GuildService
from bot.store.models import FilterLevel

_LISTS: Final = Path(__file__).parent / "word_lists"
_LOOKALIKES: Final = str.maketrans("013457@$!", "oieastasi")


def read_list(path: Path) -> list[str]:
    """The entries of a word list: one per line, # begins a comment.

    Raises:
        StartupError: it cannot be read.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise StartupError(f"The word list {path} cannot be read ({error}): check ANIMEMOJI_WORD_LIST.") from error
    return [entry for line in lines if (entry := line.partition("#")[0].strip())]


class WordFilter:
    """Finds words of a list in a text. Latin entries are whole words, in any case, with lookalike digits; entries in
    other scripts are found anywhere, as those are written without spaces.
    """

    def __init__(self, entries: Iterable[str]) -> None:
        latin: list[str] = []
        others: list[str] = []
        for entry in map(_plain, entries):
            (latin if entry.isascii() else others).append(re.escape(entry).replace(r"\ ", r"[\s_-]*"))
        parts = [rf"(?<![a-z])(?:{'|'.join(latin)})(?![a-z])"] if latin else []
        self._pattern = re.compile("|".join([*parts, *others])) if latin or others else None

    def find(self, text: str) -> str | None:
        """The first word of the list in ``text``, None where there is none."""
        if self._pattern is None:
            return None
        plain = _plain(text)
        found = self._pattern.search(plain) or self._pattern.search(plain.translate(_LOOKALIKES))
        return found.group() if found else None


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


class WordService:
    """Refuses words by the level of the server, or else by the bot's own.

    Args:
        default: the level where a server says nothing.
        extra: a list of further words, refused at both levels.
    """

    def __init__(self, guilds: GuildService, default: FilterLevel, extra: Path | None = None) -> None:
        self._guilds = guilds
        self._default = default
        standard = read_list(_LISTS / "standard.txt") + (read_list(extra) if extra else [])
        self._filters = {
            FilterLevel.OFF: WordFilter(()),
            FilterLevel.STANDARD: WordFilter(standard),
            FilterLevel.STRICT: WordFilter(standard + read_list(_LISTS / "strict.txt")),
        }

    async def check(self, asker: Asker, texts: Iterable[str]) -> None:
        """Raises WordRefusedError where one of the texts says what it may not."""
        level = (await self._guilds.rules(asker.guild_id)).filter_level or self._default
        for text in texts:
            if (word := self._filters[level].find(text)) is not None:
                raise WordRefusedError(word=word)
