"""People: what they write, send and press, and what they see."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from tests.telegram_server.server import TelegramServer
from tests.telegram_server.state import Chat, Json, Message, Upload


class Person:
    """Somebody with a chat of their own with the bot."""

    def __init__(self, server: TelegramServer, number: int, name: str, language: str = "en") -> None:
        self.server = server
        self.account: Json = {"id": number, "is_bot": False, "first_name": name, "language_code": language}
        self.chat = Chat(number, name)
        server.world.chats[number] = self.chat

    def group(self, number: int) -> Chat:
        """A group that this person is in."""
        return self.server.world.chats.setdefault(number, Chat(number, "Garden", is_group=True))

    async def writes(self, text: str, chat: Chat | None = None, reply_to: Message | None = None) -> Message:
        return await self._send(Message(0, chat or self.chat, self.account, text=text, reply_to=reply_to))

    async def sends(
        self,
        kind: str,
        upload: Upload,
        caption: str = "",
        chat: Chat | None = None,
        size: int | None = None,
    ) -> Message:
        """``kind``: as a message names it: video_note, video, animation, voice, photo, document, sticker."""
        file_id = self.server.world.add_file(upload.data)
        told = len(upload.data) if size is None else size
        about: Json = {"file_id": file_id, "file_unique_id": file_id, "file_size": told}
        if kind == "photo":
            extra: Json = {"photo": [about | {"width": 512, "height": 512}]}
        elif kind == "video_note":
            extra = {kind: about | {"length": 384, "duration": 3}}
        elif kind == "sticker":
            drawn, film = upload.name.endswith(".tgs"), upload.name.endswith(".webm")
            flags = {"width": 512, "height": 512, "type": "regular", "is_animated": drawn, "is_video": film}
            extra = {kind: about | flags}
        elif kind in ("voice", "document"):
            extra = {kind: about | {"mime_type": upload.mime, "duration": 3, "file_name": upload.name}}
        else:
            sides = {"width": 512, "height": 512, "duration": 3}
            extra = {kind: about | sides | {"mime_type": upload.mime, "file_name": upload.name}}
        message = Message(0, chat or self.chat, self.account, caption=caption, kind=kind, data=upload.data)
        message.extra = extra
        return await self._send(message)

    async def forwards(self, message: Message) -> Message:
        """Sends somebody's message on to the bot."""
        origin: Json = {"type": "user", "date": 1, "sender_user": message.sender}
        copy = Message(0, self.chat, self.account, message.text, message.caption, message.kind, message.data)
        copy.extra = message.extra | {"forward_origin": origin}
        return await self._send(copy)

    async def presses(self, message: Message, label: str) -> str:
        """Presses a button; the id of the press."""
        (button,) = [each for each in message.buttons if label in each["text"]]
        return await self.presses_old(message, button["callback_data"])

    async def presses_old(self, message: Message, data: str) -> str:
        """Presses a button that may have been changed meanwhile, by its data."""
        press = f"press{next(self.server.world.numbers)}"
        query = {"id": press, "from": self.account, "chat_instance": "1", "data": data}
        await self.server.tell({"callback_query": query | {"message": message.json}})
        return press

    async def is_told(self, press: str) -> str:
        """What is shown above the chat for a press."""
        await self.server.until(lambda: press in self.server.world.notes)
        return self.server.world.notes[press]

    async def sees(
        self, is_it: Callable[[Message], object], seconds: float = 30.0, chat: Chat | None = None
    ) -> Message:
        """The newest message of the bot that is so."""
        place = chat or self.chat

        def found() -> list[Message]:
            mine = [each for each in self.server.world.in_chat(place.id) if each.sender == self.server.world.me]
            return [each for each in mine if is_it(each)]

        try:
            await self.server.until(found, seconds)
        except asyncio.TimeoutError as error:
            raise AssertionError(f"{self.transcript(place)}\n{self.server.wire.refusals}") from error
        return found()[-1]

    async def reads(self, words: str, chat: Chat | None = None) -> Message:
        """The newest message of the bot with these words."""
        return await self.sees(lambda message: words in message.words, chat=chat)

    def transcript(self, chat: Chat | None = None) -> str:
        shown = self.server.world.in_chat((chat or self.chat).id)
        return "\n".join(f"{each.sender['first_name']}: [{each.kind}] {each.words!r} {each.labels}" for each in shown)

    async def _send(self, message: Message) -> Message:
        message.id = next(self.server.world.numbers)
        self.server.world.add(message)
        await self.server.tell({"message": message.json})
        return message
