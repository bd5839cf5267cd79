"""What people send in Telegram: which file of a message can be animated, and where it can be fetched."""

from __future__ import annotations

from typing import Final

from telegram import Animation, Audio, Bot, Document, Message, PhotoSize, Sticker, Video, VideoNote, Voice
from telegram.constants import FileSizeLimit
from telegram.error import BadRequest

from bot.errors import UploadGoneError
from bot.services.found import FoundFile, FoundKind, kind_of

LARGEST: Final = int(FileSizeLimit.FILESIZE_DOWNLOAD)
"""Bytes of a file that Telegram hands to bots (Bot API, getFile)."""
_SCHEME: Final = "telegram:"
_ENDINGS: Final = {FoundKind.VIDEO: ".mp4", FoundKind.AUDIO: ".ogg", FoundKind.IMAGE: ".jpg"}
"""What Telegram makes of video messages, voice messages and photos, whose names it does not tell."""

_Sent = Animation | Audio | Document | PhotoSize | Sticker | Video | VideoNote | Voice


def found_in(message: Message) -> FoundFile | None:
    """The file of a message that can be animated."""
    for kind, sent in (
        (FoundKind.VIDEO, message.video_note or message.video or message.animation),
        (FoundKind.AUDIO, message.voice or message.audio),
        (FoundKind.IMAGE, message.photo[-1] if message.photo else None),
    ):
        if sent is not None:
            return _found(kind, sent)
    sticker = message.sticker
    if sticker is not None and not sticker.is_animated:  # those are drawings, of which there is no picture
        return _found(FoundKind.VIDEO if sticker.is_video else FoundKind.IMAGE, sticker)
    document = message.document
    kind_told = document and kind_of(document.mime_type or "", document.file_name or "")
    return _found(kind_told, document) if document and kind_told else None


def _found(kind: FoundKind, sent: _Sent) -> FoundFile:
    name = getattr(sent, "file_name", None) or "file" + _ENDINGS[kind]
    # Of a file without a size nobody knows more than that it is one; the download counts for itself.
    return FoundFile(kind, _SCHEME + sent.file_id, name, sent.file_size or LARGEST)


async def address(bot: Bot, url: str) -> str:
    """Where Telegram hands out a file of ``found_in`` for the next hour. The bot's token is in there: keep it nowhere.

    Raises:
        UploadGoneError: there is no such file any more, or it is larger than bots may have.
    """
    if not url.startswith(_SCHEME):
        raise UploadGoneError
    try:
        file = await bot.get_file(url.removeprefix(_SCHEME))
    except BadRequest as error:
        raise UploadGoneError from error
    if file.file_path is None:
        raise UploadGoneError
    return file.file_path
