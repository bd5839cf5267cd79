"""The methods of the Bot API that the bot uses, each with Telegram's own refusals."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from tests.telegram_server import checks
from tests.telegram_server.checks import refuse
from tests.telegram_server.state import ApiError, Chat, Json, Message, StickerSet, World

Method = Callable[["Api", Json], object]


class Api:
    """Answers calls. ``strict`` False does not look into films and stickers, which stand-ins make."""

    def __init__(self, world: World, strict: bool) -> None:
        self.world = world
        self.strict = strict

    def call(self, method: str, fields: Json) -> object:
        found: Method | None = METHODS.get(method.lower())
        if found is None:
            raise ApiError(404, "Not Found")
        return found(self, fields)

    # Messages

    def send(self, fields: Json, kind: str, words: str, data: bytes = b"") -> Json:
        chat = self._chat(fields)
        keyboard = _json(fields, "reply_markup")
        checks.check_keyboard(keyboard)
        answered = _json(fields, "reply_parameters")
        behind = None if answered is None else self.world.messages.get(answered["message_id"])
        if answered and behind is None and not answered.get("allow_sending_without_reply"):
            raise ApiError(400, "Bad Request: message to be replied not found")
        message = Message(next(self.world.numbers), chat, self.world.me, kind=kind, data=data, keyboard=keyboard)
        message.reply_to = behind
        if kind == "text":
            message.text = words
        else:
            message.caption = words
        if data:
            self._attach(message, kind, data)
        return self.world.add(message).json

    def _attach(self, message: Message, kind: str, data: bytes) -> None:
        message.kind, message.data, message.file_id = kind, data, self.world.add_file(data)
        about: Json = {"file_id": message.file_id, "file_unique_id": message.file_id, "file_size": len(data)}
        size = {"width": 512, "height": 512}
        if kind == "photo":
            message.extra = {"photo": [about | size]}
        elif kind == "sticker":
            flags = {"is_animated": False, "is_video": True, "type": "regular"}
            message.extra = {"sticker": about | size | flags}
        elif kind == "document":
            message.extra = {"document": about}
        else:
            message.extra = {kind: about | size | {"duration": 1}}

    def film(self, data: bytes, silent: bool) -> None:
        if self.strict:
            checks.check_film(data, silent)

    def sticker(self, data: bytes, side: int = checks.STICKER_SIDE, most: int = checks.STICKER_BYTES) -> None:
        refuse(len(data) > most, "STICKER_FILE_TOO_BIG")
        if self.strict:
            checks.check_video_sticker(data, side, most)

    def edited(self, fields: Json) -> Message:
        message = self.world.messages.get(int(fields["message_id"]))
        if message is None or message.deleted or message.chat.id != int(fields["chat_id"]):
            raise ApiError(400, "Bad Request: message to edit not found")
        refuse(message.sender != self.world.me, "message can't be edited")
        return message

    def change(self, message: Message, fields: Json, words: str) -> Json:
        keyboard = _json(fields, "reply_markup")
        checks.check_keyboard(keyboard)
        before = (message.words, message.keyboard, message.versions[-1:])
        if message.kind == "text":
            message.text = words
        else:
            message.text, message.caption = "", words
        message.keyboard = keyboard
        if words != message.versions[-1]:
            message.versions.append(words)
        return message.json if before else {}

    def _chat(self, fields: Json) -> Chat:
        chat = self.world.chats.get(int(fields["chat_id"]))
        if chat is None:
            raise ApiError(403, "Forbidden: bot was blocked by the user")
        return chat

    def inputs(self, fields: Json, name: str) -> list[tuple[bytes, list[str]]]:
        """Stickers to be added, each with its emoji."""
        given = _json(fields, name)
        made = []
        for each in given if isinstance(given, list) else [given]:
            refuse(each["format"] not in ("static", "video"), "STICKER_FORMAT_INVALID")
            checks.check_emoji(each["emoji_list"])
            data = fields[each["sticker"].removeprefix("attach://")]
            self.sticker(data)
            made.append((data, each["emoji_list"]))
        return made


def _json(fields: Json, name: str) -> Any:
    return json.loads(fields[name]) if name in fields else None


def _text(api: Api, fields: Json) -> object:
    checks.check_text(fields["text"])
    return api.send(fields, "text", fields["text"])


def _media(kind: str) -> Method:
    def send(api: Api, fields: Json) -> object:
        words, data = fields.get("caption", ""), fields[kind]
        checks.check_caption(words)
        refuse(not isinstance(data, bytes), "wrong file identifier specified")
        if kind in ("animation", "video"):
            api.film(data, silent=kind == "animation")
        elif kind == "sticker":
            api.sticker(data)
        return api.send(fields, kind, words, data)

    return send


def _edit_text(api: Api, fields: Json) -> object:
    message = api.edited(fields)
    refuse(message.kind != "text", "there is no text in the message to edit")
    checks.check_text(fields["text"])
    same = message.text == fields["text"] and message.keyboard == _json(fields, "reply_markup")
    refuse(same, "message is not modified: specified new message content and reply markup are exactly the same")
    return api.change(message, fields, fields["text"])


def _edit_media(api: Api, fields: Json) -> object:
    message, media = api.edited(fields), _json(fields, "media")
    refuse(media["type"] not in ("animation", "audio", "document", "photo", "video"), "can't edit to that")
    data = fields[media["media"].removeprefix("attach://")]
    checks.check_caption(media.get("caption", ""))
    if media["type"] in ("animation", "video"):
        api.film(data, silent=media["type"] == "animation")
    api._attach(message, media["type"], data)
    return api.change(message, fields, media.get("caption", ""))


def _edit_buttons(api: Api, fields: Json) -> object:
    message = api.edited(fields)
    refuse(message.keyboard == _json(fields, "reply_markup"), "message is not modified")
    return api.change(message, fields, message.words)


def _delete(api: Api, fields: Json) -> object:
    message = api.world.messages.get(int(fields["message_id"]))
    if message is None or message.deleted:
        raise ApiError(400, "Bad Request: message to delete not found")
    message.deleted = True
    return True


def _answer(api: Api, fields: Json) -> object:
    refuse(len(fields.get("text", "")) > 200, "MESSAGE_TOO_LONG")
    refuse(fields["callback_query_id"] in api.world.notes, "query is too old and response timeout expired")
    api.world.notes[fields["callback_query_id"]] = fields.get("text", "")
    return True


def _get_file(api: Api, fields: Json) -> object:
    data = api.world.files.get(fields["file_id"])
    if data is None:
        raise ApiError(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
    refuse(len(data) > checks.DOWNLOAD, "file is too big")
    about = {"file_id": fields["file_id"], "file_unique_id": fields["file_id"], "file_size": len(data)}
    return about | {"file_path": f"videos/{fields['file_id']}.mp4"}


def _set(api: Api, fields: Json) -> StickerSet:
    found = api.world.sets.get(fields["name"])
    if found is None:
        raise ApiError(400, "Bad Request: STICKERSET_INVALID")
    return found


def _create_set(api: Api, fields: Json) -> object:
    world, name = api.world, fields["name"]
    checks.check_set_name(name, str(world.me["username"]))
    refuse(name in world.sets or name in world.taken_names, "sticker set name is already occupied")
    refuse(not 1 <= len(fields["title"]) <= 64, "PACK_TITLE_INVALID")
    refuse(int(fields["user_id"]) not in world.chats, "PEER_ID_INVALID")
    stickers = api.inputs(fields, "stickers")
    refuse(not 1 <= len(stickers) <= checks.INITIAL, "wrong number of stickers")
    world.sets[name] = StickerSet(name, fields["title"], int(fields["user_id"]), stickers)
    return True


def _add_sticker(api: Api, fields: Json) -> object:
    found = _set(api, fields)
    refuse(found.owner != int(fields["user_id"]), "STICKERSET_INVALID")
    refuse(len(found.stickers) >= checks.MOST, "STICKERS_TOO_MUCH")
    found.stickers += api.inputs(fields, "sticker")
    return True


def _get_set(api: Api, fields: Json) -> object:
    found = _set(api, fields)
    size = {"width": 512, "height": 512, "is_animated": False, "is_video": True, "type": "regular"}
    stickers = [
        {"file_id": f"{found.name}{n}", "file_unique_id": f"{found.name}{n}", "emoji": emoji[0]} | size
        for n, (_, emoji) in enumerate(found.stickers)
    ]
    return {"name": found.name, "title": found.title, "sticker_type": "regular", "stickers": stickers}


def _thumbnail(api: Api, fields: Json) -> object:
    found = _set(api, fields)
    refuse(fields["format"] != "video", "STICKER_FORMAT_INVALID")
    api.sticker(fields["thumbnail"], checks.THUMBNAIL_SIDE, checks.THUMBNAIL_BYTES)
    found.thumbnail = fields["thumbnail"]
    return True


def _commands(api: Api, fields: Json) -> object:
    commands = _json(fields, "commands")
    refuse(any(not 1 <= len(each["description"]) <= 256 for each in commands), "BOT_COMMAND_DESCRIPTION_INVALID")
    api.world.commands[fields.get("language_code", "")] = commands
    return True


METHODS: dict[str, Method] = {
    "getme": lambda api, _: api.world.me | {"can_join_groups": True, "can_read_all_group_messages": False},
    "sendmessage": _text,
    **{f"send{kind}": _media(kind) for kind in ("animation", "document", "photo", "sticker", "video")},
    "editmessagetext": _edit_text,
    "editmessagemedia": _edit_media,
    "editmessagereplymarkup": _edit_buttons,
    "deletemessage": _delete,
    "answercallbackquery": _answer,
    "getfile": _get_file,
    "createnewstickerset": _create_set,
    "addstickertoset": _add_sticker,
    "getstickerset": _get_set,
    "setstickersetthumbnail": _thumbnail,
    "setmycommands": _commands,
}
