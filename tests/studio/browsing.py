"""The studio's page in a browser, watched."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from studio.guard import MOST_BYTES
from tests.studio.serving import Studio


@contextmanager
def visit(browser: Any, studio: Studio, until: str = "#figure[aria-label]", **looks: Any) -> Iterator[Any]:
    """The page with a character on its stage, or with ``until``. Its console is silent, nothing goes elsewhere, and
    nothing long.

    Motions begin when they are asked for: a stage that plays all the time takes a core from what is waited for.
    """
    usual = {"viewport": {"width": 1280, "height": 800}, "locale": "en-GB", "reduced_motion": "reduce"}
    context = browser.new_context(**usual | looks)
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))

    def look(request: Any) -> None:
        if not request.url.startswith((studio.origin, "data:", f"blob:{studio.origin}")):
            wrong.append(request.url)
        if len(request.post_data_buffer or b"") > MOST_BYTES:
            wrong.append(f"{request.url} sent {len(request.post_data_buffer)} bytes")

    page.on("request", look)
    try:
        page.goto(studio.link)
        page.locator(until).wait_for()
        yield page
        assert wrong == [], wrong
    finally:
        context.close()
