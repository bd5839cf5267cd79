"""The pages: one shell around what each of them has of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from string import Template
from typing import Final

from studio.files import Packed, read_static

_KIND: Final = "text/html; charset=utf-8"
_STYLE: Final = '<link rel="stylesheet" href="/static/{}" />'


@dataclass(frozen=True)
class StudioPage:
    """A page.

    Attributes:
        name: the key of the text that follows "AnimeMoji" at its head.
        title: of its window, until its texts are there.
        main: the file of what it has between head and foot.
        script: the module that begins it.
        styles: what it looks like.
    """

    name: str
    title: str
    main: str
    script: str
    styles: tuple[str, ...]


_STYLES: Final = ("page/style.css",)
STUDIO: Final = StudioPage("studio", "AnimeMoji Studio", "page/main.html", "page/main.js", _STYLES)
FRAMED: Final = StudioPage("studio", "AnimeMoji Studio", "page/main.html", "activity/main.js", _STYLES)
"""The same in a frame of Discord, to which it says first who it is."""
CONTROLS: Final = StudioPage(
    "live", "AnimeMoji Live", "live/controls.html", "live/controls.js", (*_STYLES, "live/controls.css")
)
PAGES: Final = (STUDIO, FRAMED, CONTROLS)


class Files:
    """All that browsers may ask for; nothing else is ever read."""

    def __init__(self) -> None:
        self._static: Mapping[str, Packed] = read_static()
        self._pages = {page: self._packed(page) for page in PAGES}

    def get(self, path: str) -> Packed | None:
        """A file by its path below ``static/``."""
        return self._static.get(path)

    def page(self, page: StudioPage) -> Packed:
        """A page as it is served."""
        return self._pages[page]

    def _packed(self, page: StudioPage) -> Packed:
        whole = self._text("shell.html").substitute(
            name=page.name,
            title=page.title,
            script=f"/static/{page.script}",
            styles="\n    ".join(map(_STYLE.format, page.styles)),
            main=self._text(page.main).template.strip().replace("\n", "\n    "),
        )
        return Packed.of(whole.encode(), _KIND)

    def _text(self, path: str) -> Template:
        return Template(self._static[path].body.decode())
