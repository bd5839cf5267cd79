"""The texts of one language, read from its Fluent file."""

from __future__ import annotations

import functools
import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from bot.texts.language import Language, languages

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

log = logging.getLogger(__name__)


_LONG: Final = 100
"""Characters of a field up to which Fluent puts it in."""


class MessageCatalogue:
    """Messages by key, and their attributes. A key's dots are dashes in the file: "job.cancel" is ``job-cancel``."""

    def __init__(self, language: Language, path: Path | None = None) -> None:
        """Reads the language's file, or another one in that language, which takes about a tenth of a second."""
        from fluent.runtime import FluentBundle, FluentResource

        self.language = language
        # Discord's markdown and emoji codes would not survive the invisible isolation marks.
        self._bundle: FluentBundle = FluentBundle([language.code], use_isolating=False)
        self._bundle.add_resource(FluentResource((path or language.path).read_text("utf-8")))

    def find(self, key: str, attribute: str = "", /, **fields: object) -> str | None:
        """The text of a message or of one of its attributes, filled in; None where the file has none.

        Raises:
            KeyError: the text needs a field that is not given, or refers to a message that is not there.
        """
        name = key.replace(".", "-")
        if not self._bundle.has_message(name):
            return None
        message = self._bundle.get_message(name)
        pattern = message.attributes.get(attribute) if attribute else message.value
        if pattern is None:
            return None
        values = {name: _field(value) for name, value in fields.items()}
        # Fluent refuses texts of more than 2500 characters, as if they were bombs: long fields are put in afterwards.
        long = {f"\0{name}\0": value for name, value in values.items() if isinstance(value, str) and len(value) > _LONG}
        text, errors = self._bundle.format_pattern(pattern, values | {mark[1:-1]: mark for mark in long})
        if errors:
            raise KeyError(f"{key} in {self.language}: {errors[0]}")
        whole = str(text)
        for mark, value in long.items():
            whole = whole.replace(mark, value)
        return whole


@functools.cache
def catalogue(language: Language) -> MessageCatalogue:
    """The texts of a language, read once."""
    return MessageCatalogue(language)


def read_all() -> None:
    """Reads every language's file now, so that nobody waits for it later. Run it outside the event loop."""
    for language in languages():
        catalogue(language)


def _field(value: object) -> Any:
    """A field as Fluent takes it. Numbers have no separators of thousands, which sizes in pixels do without."""
    from fluent.runtime.types import fluent_number

    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return fluent_number(value, useGrouping=False)
    return str(value)
