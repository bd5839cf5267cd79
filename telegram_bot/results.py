"""What stands below a finished animoji and beside a character."""

from __future__ import annotations

import io
from typing import Final

from bot.domain import SavedCharacter
from bot.services.animojis import Finished
from bot.texts import Language, tell, understood_text
from pipeline import Character
from telegram_bot.words import find, quoted, say

CAPTION: Final = 1000
"""Characters of a caption; Telegram takes 1024 (Bot API, InputMedia)."""
_PAPER: Final = (255, 238, 243)
"""What a character stands on: photos in Telegram are not transparent."""


def caption_of(finished: Finished, language: Language) -> str:
    """Who it is, what was understood of the words, and what the person should know."""
    result = finished.result
    lines = [quoted(finished.character.name)]
    if result.understood:
        lines.append(say("result.understood", language, words=understood_text(result.understood, language)))
    if result.ignored:
        lines.append(say("result.ignored", language, words=quoted(", ".join(result.ignored))))
    lines += [find(each.key, language, **dict(each.fields)) or tell(each, language) for each in result.notices]
    return shortened("\n".join(lines))


def character_words(saved: SavedCharacter, character: Character, language: Language) -> str:
    """A character's name and what they look like. Call it in a thread: it takes a while the first time."""
    from pipeline import appearance

    looks = quoted(saved.prompt) if character.spec is None else appearance(character.spec, language.code)
    return shortened(f"{quoted(saved.name)}\n{looks}".strip())


def shortened(text: str) -> str:
    """As much of a text as a caption may have."""
    return text if len(text) <= CAPTION else text[: CAPTION - 1] + "…"


def photo_of(picture: bytes) -> bytes:
    """A transparent picture of ours on paper, as a JPEG. Call it in a thread."""
    from PIL import Image

    with Image.open(io.BytesIO(picture), formats=("PNG",)) as opened:
        figure = opened.convert("RGBA")
    sheet = Image.new("RGB", figure.size, _PAPER)
    sheet.paste(figure, mask=figure.getchannel("A"))
    data = io.BytesIO()
    sheet.save(data, "JPEG", quality=92)
    return data.getvalue()
