"""Sticker sets: each character may have one in Telegram, which belongs to its person and grows with what they add."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from telegram import Bot, InputSticker
from telegram.constants import StickerFormat, StickerSetLimit
from telegram.error import BadRequest

from bot.domain import Job, Platform, SavedCharacter, StickerSet
from bot.services.naming import plain_name
from bot.store.database import Store
from pipeline import EMOTIONS, PoseTrack, UserError
from telegram_bot.errors import SetFullError, SetRefusedError, WriteFirstError
from telegram_bot.sending import once, patiently

log = logging.getLogger(__name__)

PLACE: Final = "telegram-sticker"
"""What stickers must be: one of ``TARGETS``."""
MOST: Final = int(StickerSetLimit.MAX_STATIC_STICKERS)
"""Stickers in a set; since Bot API 7.2 moving ones are as many as still ones."""
_LONGEST: Final = 64
"""Characters of a set's name and of its title (Bot API, createNewStickerSet)."""
EMOJI: Final = {
    "happy": "😄",
    "sad": "😢",
    "angry": "😡",
    "love": "😍",
    "shock": "😱",
    "sleepy": "😴",
    "think": "🤔",
    "shy": "😊",
    "smug": "😏",
    "hi": "👋",
    "yes": "🙆",
    "no": "🙅",
    "yay": "🥳",
    "wink": "😉",
    "kiss": "😘",
    "good": "👍",
    "peace": "✌️",
    "huh": "😕",
    "pout": "😤",
    "sob": "😭",
    "giggle": "🤭",
    "dizzy": "😵‍💫",
    "sing": "🎤",
    "dance": "💃",
}
"""The emoji by which Telegram suggests the sticker of a feeling."""
_FELT: Final = dict(zip(EMOTIONS, ("🙂", "😄", "😢", "😡", "😲", "🤢", "😨"), strict=True))


@dataclass(frozen=True)
class PackedSticker:
    """A sticker to be added: a WebM and the emoji that stands for it."""

    data: bytes
    emoji: str


def emoji_of(track: PoseTrack) -> str:
    """The emoji for what a motion shows most of the time."""
    if track.emotions is None or not len(track.emotions):
        return _FELT["neutral"]
    return _FELT[EMOTIONS[int(np.argmax(track.emotions.mean(axis=0)))]]


def link_of(kept: StickerSet) -> str:
    """Where people add a set."""
    return f"https://t.me/addstickers/{kept.name}"


class StickerSets:
    """Fills the sets of characters."""

    def __init__(self, bot: Bot, store: Store) -> None:
        self._bot = bot
        self._store = store

    async def check_room(self, character_id: int, more: int) -> None:
        """Refuses before anything is drawn what would find no room. Raises SetFullError."""
        async with self._store.look() as work:
            kept = await work.sticker_sets.of(character_id)
        if kept is not None:
            _check(await self._count(kept.name) or 0, more)

    async def fill(self, job: Job, character: SavedCharacter, stickers: Sequence[PackedSticker]) -> StickerSet:
        """The character's set, with these stickers at its end. However often a job asks for this, they are there once.

        Raises:
            SetFullError, SetRefusedError, WriteFirstError: Telegram said no.
            NotYetError: Telegram asks for a pause.
            UnsureError: it is not known what is there now.
        """
        kept = await self._reserved(job, character)
        there = await self._count(kept.name)
        if kept.job_id != job.id:
            _check(there or 0, len(stickers))
            kept = StickerSet(kept.name, kept.title, job.id, there or 0)
            async with self._store.work() as work:
                await work.sticker_sets.begin(kept.name, job.id, kept.count)
        missing = stickers[max(0, (there or 0) - kept.count) :]
        if there is None:
            return await self._create(job, kept, missing)
        for sticker in missing:
            await self._add(job, kept, sticker)
        return kept

    async def give_icon(self, job: Job, kept: StickerSet, icon: bytes) -> None:
        """Gives a set the picture that stands for it. A set without one shows its first sticker, so no is no harm."""
        person = Platform.TELEGRAM.person(job.owner_id)
        try:
            await patiently(lambda: self._bot.set_sticker_set_thumbnail(kept.name, person, StickerFormat.VIDEO, icon))
        except BadRequest as error:
            log.warning("Telegram refused the icon of a set: %s", error)

    async def _reserved(self, job: Job, character: SavedCharacter) -> StickerSet:
        async with self._store.work() as work:
            await work.users.meet(job.owner_id)
            return await work.sticker_sets.reserve(
                job.owner_id, character.id, self._new_name(character.name), f"{character.name} · AnimeMoji"[:_LONGEST]
            )

    def _new_name(self, words: str) -> str:
        """A name that nobody has: letters, digits and single underscores, with the bot's own at the end."""
        ending = f"_{secrets.token_hex(4)}_by_{self._bot.username}"
        name = plain_name(words, _LONGEST - len(ending), "animoji")
        return (name if name[0].isalpha() else f"a{name}"[: _LONGEST - len(ending)]) + ending

    async def _count(self, name: str) -> int | None:
        """How many stickers a set has; None where there is no such set (any more)."""
        try:
            return len((await patiently(lambda: self._bot.get_sticker_set(name))).stickers)
        except BadRequest as error:
            if "STICKERSET_INVALID" in error.message.upper():
                return None
            raise

    async def _create(self, job: Job, kept: StickerSet, stickers: Sequence[PackedSticker]) -> StickerSet:
        person = Platform.TELEGRAM.person(job.owner_id)
        made = [_input(sticker) for sticker in stickers]
        try:
            await once(lambda: self._bot.create_new_sticker_set(person, kept.name, kept.title, made))
        except BadRequest as error:
            if "occupied" not in error.message.lower():
                raise _refusal(error) from error
            # Somebody else's, or one that its person deleted.
            other = StickerSet(self._new_name(kept.title), kept.title, kept.job_id, kept.count)
            async with self._store.work() as work:
                await work.sticker_sets.rename(kept.name, other.name)
            return await self._create(job, other, stickers)
        return kept

    async def _add(self, job: Job, kept: StickerSet, sticker: PackedSticker) -> None:
        person = Platform.TELEGRAM.person(job.owner_id)
        try:
            await once(lambda: self._bot.add_sticker_to_set(person, kept.name, _input(sticker)))
        except BadRequest as error:
            raise _refusal(error) from error


def _input(sticker: PackedSticker) -> InputSticker:
    return InputSticker(sticker.data, [sticker.emoji], StickerFormat.VIDEO)


def _check(there: int, more: int) -> None:
    if there + more > MOST:
        raise SetFullError(count=there, limit=MOST)


def _refusal(error: BadRequest) -> UserError:
    words = error.message.upper()
    if "PEER_ID_INVALID" in words or "USER NOT FOUND" in words:
        return WriteFirstError()
    if "STICKERS_TOO_MUCH" in words:
        return SetFullError(count=MOST, limit=MOST)
    log.warning("Telegram refused a sticker: %s", error)
    return SetRefusedError(reason=error.message[:80])
