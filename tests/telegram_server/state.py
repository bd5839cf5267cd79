"""What the local Telegram holds: chats with messages, files, sticker sets, and updates that nobody confirmed yet."""

from __future__ import annotations

import itertools
import time
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

BOT_ID = 7_000_000_001
BOT_NAME = "AnimeMojiTestBot"


class ApiError(Exception):
    """An answer with ``ok`` false. ``retry_after``: seconds, of a 429."""

    def __init__(self, code: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code, self.description, self.retry_after = code, description, retry_after


@dataclass(frozen=True)
class Upload:
    """A file that somebody sends."""

    name: str
    data: bytes
    mime: str = "video/mp4"


@dataclass
class Chat:
    """``id`` is its person's in a chat with the bot alone, and below 0 in a group."""

    id: int
    title: str
    is_group: bool = False

    @property
    def json(self) -> Json:
        kind: Json = (
            {"type": "group", "title": self.title} if self.is_group else {"type": "private", "first_name": self.title}
        )
        return {"id": self.id} | kind


@dataclass
class Message:
    """A message. ``versions``: what was to be read in it, one after the other."""

    id: int
    chat: Chat
    sender: Json
    text: str = ""
    caption: str = ""
    kind: str = "text"
    data: bytes = b""
    file_id: str = ""
    keyboard: Json | None = None
    reply_to: Message | None = None
    extra: Json = field(default_factory=dict)
    versions: list[str] = field(default_factory=list)
    deleted: bool = False

    @property
    def words(self) -> str:
        return self.text or self.caption

    @property
    def labels(self) -> list[str]:
        rows = self.keyboard["inline_keyboard"] if self.keyboard else []
        return [button["text"] for row in rows for button in row]

    @property
    def buttons(self) -> list[Json]:
        return [button for row in (self.keyboard or {"inline_keyboard": []})["inline_keyboard"] for button in row]

    @property
    def json(self) -> Json:
        known: Json = {"message_id": self.id, "date": int(time.time()), "chat": self.chat.json, "from": self.sender}
        if self.text:
            known["text"] = self.text
        if self.caption:
            known["caption"] = self.caption
        for key, words in (("entities", self.text), ("caption_entities", self.caption)):
            if words.startswith("/"):
                known[key] = [{"type": "bot_command", "offset": 0, "length": len(words.split()[0])}]
        if self.keyboard:
            known["reply_markup"] = self.keyboard
        if self.reply_to is not None:
            known["reply_to_message"] = self.reply_to.json
        return known | self.extra


@dataclass
class StickerSet:
    name: str
    title: str
    owner: int
    stickers: list[tuple[bytes, list[str]]]
    thumbnail: bytes = b""


class World:
    """Everything."""

    def __init__(self) -> None:
        self.me: Json = {"id": BOT_ID, "is_bot": True, "first_name": "AnimeMoji", "username": BOT_NAME}
        self.chats: dict[int, Chat] = {}
        self.messages: dict[int, Message] = {}
        self.files: dict[str, bytes] = {}
        self.sets: dict[str, StickerSet] = {}
        self.taken_names: set[str] = set()
        self.updates: dict[int, Json] = {}
        self.commands: dict[str, list[Json]] = {}
        self.notes: dict[str, str] = {}
        """What was shown above the chat, by the id of the press that it answers."""
        self.numbers = itertools.count(1)
        self._updates = itertools.count(900_000)

    def add_file(self, data: bytes) -> str:
        file_id = f"FILE{next(self.numbers)}"
        self.files[file_id] = data
        return file_id

    def tell(self, update: Json) -> int:
        number = next(self._updates)
        self.updates[number] = {"update_id": number} | update
        return number

    def add(self, message: Message) -> Message:
        self.messages[message.id] = message
        message.versions.append(message.words)
        return message

    def in_chat(self, chat_id: int) -> list[Message]:
        return [each for each in self.messages.values() if each.chat.id == chat_id and not each.deleted]
