"""What Telegram takes: the limits of texts, buttons, films and stickers, read from the bytes themselves."""

from __future__ import annotations

import io
import re
from typing import Any

import av

from tests.telegram_server.state import ApiError

Json = dict[str, Any]

TEXT = 4096
CAPTION = 1024
CALLBACK_DATA = 64
BUTTONS = 100
UPLOAD = 50_000_000
DOWNLOAD = 20_000_000
STICKER_BYTES = 256 * 1024
THUMBNAIL_BYTES = 32 * 1024
STICKER_SIDE = 512
THUMBNAIL_SIDE = 100
STICKER_SECONDS = 3.0
STICKER_FPS = 30.0
SET_NAME = 64
INITIAL = 50
MOST = 120
EMOJI = 20


def refuse(condition: object, words: str) -> None:
    if condition:
        raise ApiError(400, f"Bad Request: {words}")


def check_text(text: str, longest: int = TEXT) -> None:
    refuse(not text.strip(), "message text is empty")
    refuse(len(text.encode("utf-16-le")) // 2 > longest, "message is too long")


def check_caption(text: str) -> None:
    refuse(len(text.encode("utf-16-le")) // 2 > CAPTION, "message caption is too long")


def check_keyboard(markup: Json | None) -> None:
    if markup is None:
        return
    rows = markup["inline_keyboard"]
    refuse(sum(map(len, rows)) > BUTTONS, "too many buttons")
    for row in rows:
        refuse(not row or len(row) > 8, "a row has 1 to 8 buttons")
        for button in row:
            refuse(not button["text"].strip(), "text buttons must be non-empty")
            refuse(("callback_data" in button) == ("url" in button), "a button does one thing")
            data = button.get("callback_data", "x")
            refuse(not 1 <= len(data.encode()) <= CALLBACK_DATA, "BUTTON_DATA_INVALID")
            refuse("url" in button and not button["url"].startswith("https://"), "BUTTON_URL_INVALID")


def check_film(data: bytes, silent: bool) -> None:
    refuse(len(data) > UPLOAD, "file is too big")
    with av.open(io.BytesIO(data), "r", format="mp4") as film:
        refuse(film.streams.video[0].codec_context.name != "h264", "an MP4 is H.264")
        refuse(silent and film.streams.audio, "an animation has no sound")


def check_video_sticker(data: bytes, side: int = STICKER_SIDE, most: int = STICKER_BYTES) -> None:
    """WebM, VP9 with alpha, one side exactly so long, at most 3 s and 30 fps, silent."""
    refuse(len(data) > most, "STICKER_FILE_TOO_BIG")
    refuse(data[:4] != b"\x1aE\xdf\xa3", "STICKER_VIDEO_NOWEBM")
    with av.open(io.BytesIO(data), "r", format="matroska") as film:
        video = film.streams.video[0]
        refuse(not video.codec_context.name.endswith("vp9"), "STICKER_VIDEO_NOWEBM")
        refuse(video.metadata.get("alpha_mode") != "1", "STICKER_VIDEO_NOALPHA")
        refuse(film.streams.audio, "STICKER_VIDEO_AUDIO")
        refuse(max(video.width, video.height) != side, "STICKER_VIDEO_BAD_SIZE")
        times = [float(frame.time or 0.0) for frame in film.decode(video)]
        seconds = max((film.duration or 0) / av.time_base, times[-1])
    refuse(seconds > STICKER_SECONDS, "STICKER_VIDEO_LONG")
    refuse(len(times) / seconds > STICKER_FPS + 0.5, "STICKER_VIDEO_BIG_FPS")


def check_emoji(emoji: list[str]) -> None:
    refuse(not 1 <= len(emoji) <= EMOJI, "STICKER_EMOJI_INVALID")
    refuse(any(each.isascii() for each in emoji), "STICKER_EMOJI_INVALID")


def check_set_name(name: str, bot: str) -> None:
    refuse(len(name) > SET_NAME or not re.fullmatch(r"[A-Za-z](_?[A-Za-z0-9])*", name), "PACK_SHORT_NAME_INVALID")
    refuse(not name.lower().endswith(f"_by_{bot.lower()}"), "PACK_SHORT_NAME_INVALID")
