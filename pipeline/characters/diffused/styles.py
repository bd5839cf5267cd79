"""Styles: a LoRA file with its weight, the words that wake it, and a prompt template; one TOML file each."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from string import Formatter
from typing import Final

from pipeline.characters.diffused.errors import StyleFileError, UnknownStyleError
from pipeline.types import STYLES

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_NAMED: Final = re.compile(r"\bstyle:([\w-]+),?\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Style:
    """A way to draw.

    Attributes:
        name: the file's name without its ending; in a prompt, ``style:NAME``.
        titles: for people, by language; "" is that of all others. The file has one text, or a table by language.
        lora: a hub id, or a .safetensors file (relative to the style's file); "" for words alone.
        lora_file: the file in a hub repository that has several.
        weight: how strongly the LoRA works, -2 to 2.
        trigger: the words that wake it.
        template: ``{prompt}`` and ``{trigger}``, with what the style wants around them.
        negative: words for what must not be seen.
        drawn: words for a drawn character in its place; "" where the rig has no such manner.
        preview: a picture file beside the style's file; "" for NAME.webp.
    """

    name: str
    titles: Mapping[str, str] = field(default_factory=dict)
    lora: str = ""
    lora_file: str = ""
    weight: float = 1.0
    trigger: str = ""
    template: str = "{trigger}, {prompt}"
    negative: str = ""
    drawn: str = ""
    preview: str = ""

    @property
    def preview_file(self) -> str:
        """The name of the picture that shows it, which may be missing."""
        return self.preview or f"{self.name}.webp"

    def title(self, language: str = "en") -> str:
        """What it is called in a language; in English, or else by its name, where the file does not say."""
        return next((self.titles[each] for each in (language, "en", "") if each in self.titles), self.name)


def read_style(path: Path) -> Style:
    """The style in a TOML file.

    Raises:
        StyleFileError: it holds something else.
    """

    def wrong(reason: str) -> StyleFileError:
        return StyleFileError(name=path.stem, reason=reason)

    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise wrong("it is no TOML file") from error
    titles = data.pop("title", {})
    titles = {"": titles} if isinstance(titles, str) else titles
    if not isinstance(titles, dict) or not all(isinstance(text, str) for text in titles.values()):
        raise wrong(f"title is {titles!r}")
    known = {each.name for each in fields(Style)} - {"name", "titles"}
    if unknown := sorted(set(data) - known):
        raise wrong(f"unknown: {', '.join(unknown)}")
    for name, value in data.items():
        wanted = (int, float) if name == "weight" else str
        if not isinstance(value, wanted) or isinstance(value, bool):
            raise wrong(f"{name} is {value!r}")
    style = Style(path.stem, titles, **data)
    if not -2 <= style.weight <= 2:
        raise wrong(f"weight is {style.weight:g}")
    try:
        parts = {name for _, name, _, _ in Formatter().parse(style.template) if name is not None}
    except ValueError as error:
        raise wrong("its template has a lonely brace") from error
    if "prompt" not in parts or parts - {"prompt", "trigger"}:
        raise wrong("its template needs {prompt} and may have {trigger}, nothing else")
    return style


def find_styles(folder: Path = STYLES) -> dict[str, Path]:
    """Style files by name."""
    return {path.stem: path for path in sorted(folder.glob("*.toml"))}


def drawn_words(prompt: str, folder: Path) -> str:
    """The prompt for a character that is drawn: the words of the style in place of its ``style:NAME``.

    A name that is not known stays, and is told with all that was not understood.

    Raises:
        StyleFileError: its file cannot be used.
    """
    named = _NAMED.search(prompt)
    path = find_styles(folder).get(named[1].lower()) if named else None
    words = read_style(path).drawn if path else ""
    return _NAMED.sub(f"{words}, ", prompt, count=1).strip(", ") if words else prompt


def split_style(prompt: str, usual: str, folder: Path = STYLES) -> tuple[str, Style | None]:
    """The prompt without its ``style:NAME``, and that style, else the usual one.

    Raises:
        UnknownStyleError: there is none of that name.
        StyleFileError: its file cannot be used.
    """
    named = _NAMED.search(prompt)
    name = named[1].lower() if named else usual
    rest = _NAMED.sub("", prompt).strip()
    if not name:
        return rest, None
    known = find_styles(folder)
    if name not in known:
        raise UnknownStyleError(name=name, names=", ".join(known) or "none")
    return rest, read_style(known[name])
