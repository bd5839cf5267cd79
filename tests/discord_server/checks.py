"""Discord's documented limits on what an app sends, checked by hand.

They hold beside the OpenAPI description, which says nothing of rules across fields: nesting, sums, references.
Sources: API docs, pages Message, Component Reference, Receiving and Responding, Emoji, Sticker.
"""

from __future__ import annotations

import base64
import re
from typing import Final

from tests.discord_server.components import SELECTS, Json, Kind, referenced_files, walk
from tests.discord_server.errors import ApiError, invalid_form
from tests.discord_server.media import Picture, read_picture
from tests.discord_server.state import Attachment, Message, MessageFlag

MAX_CONTENT: Final = 2000
MAX_COMPONENTS: Final = 40
MAX_V2_TEXT: Final = 4000
MAX_EMBED_TEXT: Final = 6000
EMOJI_BYTES: Final = 256 * 1024
EMOJI_SIDE: Final = 128
STICKER_BYTES: Final = 512 * 1024
STICKER_SIDE: Final = 320
STICKER_SECONDS: Final = 5.0
STICKER_FRAMES: Final = 1000


_V2_TOP: Final = frozenset({1, 9, 10, 12, 13, 14, 17})
_IN_CONTAINER: Final = _V2_TOP - {17}
_LINK_STYLE: Final = 5


def check_message(message: Message) -> None:
    """Raises ApiError where a message, as it would now stand, breaks a rule."""
    if len(message.content) > MAX_CONTENT:
        raise invalid_form("content", "BASE_TYPE_MAX_LENGTH", f"Must be {MAX_CONTENT} or fewer in length.")
    _check_embeds(message.embeds)
    v2 = MessageFlag.IS_COMPONENTS_V2 in message.flags
    if v2 and (message.content or message.embeds):
        raise invalid_form(
            "flags", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", "No content or embeds with components v2."
        )
    if not (message.content or message.embeds or message.attachments or message.components):
        raise ApiError(400, 50006, "Cannot send an empty message")
    if len(message.attachments) > 10:
        raise invalid_form("attachments", "BASE_TYPE_MAX_LENGTH", "Must be 10 or fewer in length.")
    check_components(message.components, v2=v2, files=message.attachments)


def _check_embeds(embeds: list[Json]) -> None:
    total = 0
    for index, embed in enumerate(embeds):
        fields = embed.get("fields") or []
        limits = [("title", 256), ("description", 4096)]
        texts = [(key, embed.get(key) or "", limit) for key, limit in limits]
        texts += [(f"fields.{i}.name", item["name"], 256) for i, item in enumerate(fields)]
        texts += [(f"fields.{i}.value", item["value"], 1024) for i, item in enumerate(fields)]
        texts += [("footer.text", (embed.get("footer") or {}).get("text", ""), 2048)]
        texts += [("author.name", (embed.get("author") or {}).get("name", ""), 256)]
        for key, text, limit in texts:
            total += len(text)
            if len(text) > limit or (key.startswith("fields") and not text):
                raise invalid_form(f"embeds.{index}.{key}", "BASE_TYPE_BAD_LENGTH", f"Must be 1 to {limit} in length.")
    if total > MAX_EMBED_TEXT:
        raise invalid_form("embeds", "MAX_EMBED_SIZE_EXCEEDED", f"Embed size exceeds maximum size of {MAX_EMBED_TEXT}")


def check_components(components: list[Json], *, v2: bool, files: list[Attachment]) -> None:
    """The rules of message components: what may hold what, how many, and how long their words are."""
    everything = list(walk(components))
    if len(everything) > MAX_COMPONENTS:
        raise invalid_form("components", "BASE_TYPE_MAX_LENGTH", f"More than {MAX_COMPONENTS} components.")
    for index, item in enumerate(components):
        if not v2 and item["type"] != Kind.ACTION_ROW:
            raise invalid_form(
                f"components.{index}.type", "BASE_TYPE_CHOICES", "Only action rows without IS_COMPONENTS_V2."
            )
        if v2 and item["type"] not in _V2_TOP:
            raise invalid_form(f"components.{index}.type", "BASE_TYPE_CHOICES", "Not a top-level component.")
    if not v2 and len(components) > 5:
        raise invalid_form("components", "BASE_TYPE_MAX_LENGTH", "Must be 5 or fewer in length.")
    seen: set[str] = set()
    ids: set[int] = set()
    text = 0
    for path, item in everything:
        _check_component(path, item)
        text += len(item.get("content") or "")
        custom_id = item.get("custom_id")
        if custom_id is not None and custom_id in seen:
            raise invalid_form(
                f"{path}.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", f"Component custom id {custom_id} is duplicated"
            )
        seen.update([custom_id] if custom_id else [])
        if item.get("id"):
            if item["id"] in ids:
                raise invalid_form(f"{path}.id", "COMPONENT_ID_DUPLICATED", "Component ids must be unique")
            ids.add(item["id"])
    if text > MAX_V2_TEXT:
        raise invalid_form("components", "COMPONENT_MAX_TOTAL_TEXT", f"More than {MAX_V2_TEXT} characters of text.")
    names = {f"attachment://{item.filename}" for item in files}
    for path, url in referenced_files(components):
        if url.startswith("attachment://") and url not in names:
            raise invalid_form(
                path, "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", f"No such attachment: {url}"
            )


def hidden_files(message: Message) -> list[str]:
    """Attachments that nobody can see: with components v2 a file shows only where a component refers to it."""
    if MessageFlag.IS_COMPONENTS_V2 not in message.flags:
        return []
    shown = {url.split("/")[-1].split("?")[0] for _, url in referenced_files(message.components)}
    return [item.filename for item in message.attachments if item.filename not in shown]


def _length(path: str, value: str | None, low: int, high: int) -> None:
    if value is not None and not low <= len(value) <= high:
        raise invalid_form(path, "BASE_TYPE_BAD_LENGTH", f"Must be between {low} and {high} in length.")


def _check_component(path: str, item: Json) -> None:
    kind = item["type"]
    children: list[Json] = item.get("components") or []
    kinds = [child["type"] for child in children]
    _length(f"{path}.custom_id", item.get("custom_id"), 1, 100)
    if kind == Kind.ACTION_ROW:
        buttons = kinds.count(Kind.BUTTON)
        selects = sum(child in SELECTS for child in kinds)
        if not 1 <= buttons + selects == len(kinds) or buttons > 5 or selects > 1 or (buttons and selects):
            raise invalid_form(f"{path}.components", "BASE_TYPE_BAD_LENGTH", "1 to 5 buttons, or one select.")
    elif kind == Kind.BUTTON:
        _check_button(path, item)
    elif kind == Kind.STRING_SELECT:
        _check_options(path, item)
    elif kind == Kind.SECTION:
        if not 1 <= len(kinds) <= 3 or set(kinds) != {Kind.TEXT_DISPLAY}:
            raise invalid_form(f"{path}.components", "BASE_TYPE_BAD_LENGTH", "1 to 3 text displays.")
        if item.get("accessory", {}).get("type") not in (Kind.BUTTON, Kind.THUMBNAIL):
            raise invalid_form(f"{path}.accessory", "BASE_TYPE_REQUIRED", "A button or a thumbnail is required.")
    elif kind == Kind.TEXT_DISPLAY:
        _length(f"{path}.content", item["content"], 1, MAX_V2_TEXT)
    elif kind == Kind.MEDIA_GALLERY and not 1 <= len(item.get("items") or []) <= 10:
        raise invalid_form(f"{path}.items", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 10 in length.")
    elif kind == Kind.CONTAINER and (not kinds or set(kinds) - _IN_CONTAINER):
        raise invalid_form(f"{path}.components", "BASE_TYPE_CHOICES", "Empty, or something a container cannot hold.")


def _check_button(path: str, item: Json) -> None:
    _length(f"{path}.label", item.get("label"), 0, 80)
    if not item.get("label") and not item.get("emoji"):
        raise invalid_form(path, "BUTTON_COMPONENT_MISSING_LABEL", "A button needs a label or an emoji.")
    is_link = item["style"] == _LINK_STYLE
    if is_link != bool(item.get("url")) or is_link == bool(item.get("custom_id")):
        raise invalid_form(path, "BUTTON_COMPONENT_INVALID", "A link has a url, another button a custom_id.")


def _check_options(path: str, item: Json) -> None:
    options = item.get("options") or []
    if not 1 <= len(options) <= 25:
        raise invalid_form(f"{path}.options", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 25 in length.")
    values = [option["value"] for option in options]
    if len(set(values)) != len(values):
        raise invalid_form(f"{path}.options", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "Doubled option value.")
    for index, option in enumerate(options):
        for key in ("label", "value", "description"):
            _length(f"{path}.options.{index}.{key}", option.get(key) or ("-" if key == "description" else ""), 1, 100)
    if (item.get("max_values") or 1) > len(options):
        raise invalid_form(f"{path}.max_values", "NUMBER_TYPE_MAX", "More than there are options.")


def check_modal(data: Json) -> None:
    """The rules of modals: labels, text displays, and one input in each label."""
    _length("title", data["title"], 1, 45)
    if not 1 <= len(data["components"]) <= 5:
        raise invalid_form("components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.")
    seen: set[str] = set()
    for path, item in walk(data["components"]):
        kind = item["type"]
        if kind == Kind.LABEL:
            _length(f"{path}.label", item["label"], 1, 45)
            _length(f"{path}.description", item.get("description"), 1, 100)
        elif kind == Kind.TEXT_INPUT:
            low, high = item.get("min_length") or 0, item.get("max_length") or 4000
            if item.get("value"):
                _length(f"{path}.value", item["value"], low, high)
            _length(f"{path}.placeholder", item.get("placeholder"), 0, 100)
        elif kind == Kind.STRING_SELECT:
            _check_options(path, item)
        if "custom_id" in item:
            if item["custom_id"] in seen:
                raise invalid_form(f"{path}.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Doubled custom id.")
            seen.add(item["custom_id"])


def check_emoji_name(name: str) -> None:
    if not re.fullmatch(r"[A-Za-z0-9_]{2,32}", name):
        raise invalid_form("name", "STRING_TYPE_REGEX", "2 to 32 letters, digits and underscores.")


def check_emoji_image(image: str) -> tuple[bytes, Picture]:
    """The picture in a data URI, within the limits of an emoji."""
    found = re.fullmatch(r"data:(image/[a-z]+);base64,([A-Za-z0-9+/=]+)", image)
    if found is None:
        raise invalid_form("image", "BASE_TYPE_INVALID", "Not a data URI.")
    data = base64.b64decode(found[2], validate=True)
    picture = read_picture(data)
    if picture is None:
        raise ApiError(400, 50046, "Invalid file uploaded")
    if picture.content_type != found[1]:
        raise invalid_form("image", "IMAGE_INVALID", f"Says {found[1]}, is {picture.content_type}.")
    if len(data) > EMOJI_BYTES:
        raise ApiError(400, 50138, f"Failed to resize asset below the maximum size: {EMOJI_BYTES}")
    if max(picture.width, picture.height) > EMOJI_SIDE:
        raise invalid_form("image", "IMAGE_TOO_LARGE", f"{picture.width}x{picture.height}: more than {EMOJI_SIDE}.")
    return data, picture


def check_sticker(fields: dict[str, str], data: bytes) -> tuple[Picture, int]:
    """The picture of a sticker and its format type (1 PNG, 2 APNG, 4 GIF)."""
    _length("name", fields.get("name", ""), 2, 30)
    _length("description", fields.get("description") or "--", 2, 100)
    _length("tags", fields.get("tags", ""), 1, 200)
    if len(data) > STICKER_BYTES:
        raise ApiError(400, 50045, "File uploaded exceeds the maximum size")
    picture = read_picture(data)
    if picture is None or picture.content_type not in ("image/png", "image/gif"):
        raise ApiError(400, 50046, "Invalid file uploaded")
    if (picture.width, picture.height) != (STICKER_SIDE, STICKER_SIDE):
        raise invalid_form("file", "STICKER_SIZE", f"{picture.width}x{picture.height} is not {STICKER_SIDE} square.")
    if picture.frames > STICKER_FRAMES:
        raise ApiError(400, 170004, f"Sticker frame count exceeds maximum of {STICKER_FRAMES} frames")
    if picture.seconds > STICKER_SECONDS:
        raise ApiError(400, 170007, "Sticker animation duration exceeds maximum of 5 seconds")
    return picture, 4 if picture.content_type == "image/gif" else 2 if picture.animated else 1
