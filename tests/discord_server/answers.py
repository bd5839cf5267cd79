"""What a person fills in, checked as Discord's client checks it, and as it is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tests.discord_server.components import Json, Kind
from tests.discord_server.media import content_type_of
from tests.discord_server.payloads import attachment_json, channel_json, member_json, role_json, user_json
from tests.discord_server.reply import NotOffered, Upload
from tests.discord_server.state import Account, Channel, Guild, Role

if TYPE_CHECKING:
    from tests.discord_server.people import User

_ATTACHMENT: Final = 11
_SIMPLE: Final[dict[int, type | tuple[type, ...]]] = {3: str, 4: int, 5: bool, 10: (int, float)}


class Answers:
    """The values of one command, menu or form.

    Attributes:
        resolved: the people, roles, channels and files that the values name, as Discord sends them along.
    """

    def __init__(self, user: User) -> None:
        self._user = user
        self.resolved: Json = {}

    @property
    def beside(self) -> Json:
        """What goes beside the values."""
        return {"resolved": self.resolved} if self.resolved else {}

    def value(self, option: Json, value: Any) -> Any:
        """The value as Discord sends it, checked as Discord's client does."""
        name, kind = option["name"], option["type"]
        if kind == _ATTACHMENT:
            upload = Upload.of(value)
            _check_file_type(option.get("file_types"), upload, name)
            return self._upload(upload)
        if isinstance(value, Account):
            self.resolved.update(resolved_user(self._user.guild, value))
            return str(value.id)
        if isinstance(value, Role):
            self.resolved.setdefault("roles", {})[str(value.id)] = role_json(value)
            return str(value.id)
        if isinstance(value, Channel):
            shown = channel_json(value) | {"permissions": str(self._user.permissions)}
            self.resolved.setdefault("channels", {})[str(value.id)] = shown
            return str(value.id)
        if not isinstance(value, _SIMPLE[kind]) or (isinstance(value, bool) and kind != 5):
            raise NotOffered(f"{name} takes no {type(value).__name__}")
        for choice in option.get("choices") or []:
            if value in (choice["value"], choice["name"], *(choice.get("name_localizations") or {}).values()):
                return choice["value"]
        if option.get("choices"):
            raise NotOffered(f"{name} offers {[choice['value'] for choice in option['choices']]}, not {value!r}")
        low, high = ("min_length", "max_length") if kind == 3 else ("min_value", "max_value")
        measure = float(len(value) if isinstance(value, str) else value)  # type: ignore[arg-type]
        if measure < (option.get(low) or measure) or measure > (option.get(high) or measure):
            raise NotOffered(f"{name} must be {option.get(low)} to {option.get(high)}, not {measure}")
        if kind == 3 and not value:
            raise NotOffered(f"{name} cannot be empty")
        return value

    def _upload(self, upload: Upload) -> str:
        attachment = self._user.attach(upload, ephemeral=True)
        shown = attachment_json(attachment, self._user.server.cdn.url(attachment))
        self.resolved.setdefault("attachments", {})[str(attachment.id)] = shown
        return str(attachment.id)

    def choose(self, menu: Json, values: tuple[Any, ...]) -> list[str]:
        """What is chosen in a menu; options by value or label."""
        low = 1 if menu.get("min_values") is None else menu["min_values"]
        if not low <= len(values) <= (menu.get("max_values") or 1):
            raise NotOffered(f"{menu['custom_id']} takes {low} to {menu.get('max_values') or 1} values")
        if menu["type"] == Kind.STRING_SELECT:
            known = {option["label"]: option["value"] for option in menu["options"]}
            chosen = [known.get(value, value) for value in values]
            if set(chosen) - set(known.values()):
                raise NotOffered(f"{menu['custom_id']} offers {known}")
            return chosen
        kinds = {Kind.USER_SELECT: 6, Kind.ROLE_SELECT: 8, Kind.CHANNEL_SELECT: 7, Kind.MENTIONABLE_SELECT: 9}
        option: Json = {"name": menu["custom_id"], "type": kinds[Kind(menu["type"])]}
        return [self.value(option, value) for value in values]

    def fill(self, item: Json, left: dict[str, Any]) -> Json:
        """A part of a form, filled in with what is named in ``left``, which is taken out of it."""
        kind = item["type"]
        shown: Json = {"type": kind, "id": item.get("id") or 0}
        if kind == Kind.LABEL:
            return shown | {"component": self._input(item["component"], item["label"], left)}
        if kind == Kind.ACTION_ROW:
            inner = [self._input(child, child.get("label", ""), left) for child in item["components"]]
            return shown | {"components": inner}
        return shown

    def _input(self, item: Json, label: str, left: dict[str, Any]) -> Json:
        names = (item["custom_id"], label, label.lower().replace(" ", "_"), item["custom_id"].replace("-", "_"))
        key = next((name for name in names if name in left), None)
        value = left.pop(key) if key is not None else None
        required = item.get("required", True) is not False
        shown: Json = {"type": item["type"], "id": item.get("id") or 0, "custom_id": item["custom_id"]}
        if item["type"] == Kind.TEXT_INPUT:
            text = (item.get("value") or "") if value is None else value
            low, high = item.get("min_length") or 0, item.get("max_length") or 4000
            if (required and not text) or (text and not low <= len(text) <= high):
                raise NotOffered(f"{label} takes {low} to {high} characters, not {len(text)}")
            return shown | {"value": text}
        if item["type"] == Kind.FILE_UPLOAD:
            files = [] if value is None else list(value) if isinstance(value, list | tuple) else [value]
            low = 1 if item.get("min_values") is None else item["min_values"]
            if not (low if required else 0) <= len(files) <= (item.get("max_values") or 1):
                raise NotOffered(f"{label} takes {low} to {item.get('max_values') or 1} files")
            for file in files:
                _check_file_type(item.get("file_types"), Upload.of(file), label)
            return shown | {"values": [self._upload(Upload.of(file)) for file in files]}
        if item["type"] == Kind.CHECKBOX:
            return shown | {"value": bool(item.get("default") if value is None else value)}
        if item["type"] == Kind.RADIO_GROUP:
            return shown | {"value": self._preset_or(item, value, required)[:1][0]}
        if item["type"] in (Kind.STRING_SELECT, Kind.CHECKBOX_GROUP):
            return shown | {"values": self._preset_or(item, value, required)}
        chosen = [] if value is None else [value] if not isinstance(value, list | tuple) else list(value)
        return shown | {"values": self.choose(item, tuple(chosen))}

    @staticmethod
    def _preset_or(item: Json, value: Any, required: bool) -> list[str]:
        """The chosen option values; without a choice, the proposed ones."""
        known = {option["label"]: option["value"] for option in item["options"]}
        if value is None:
            chosen = [option["value"] for option in item["options"] if option.get("default")]
        else:
            asked = list(value) if isinstance(value, list | tuple) else [value]
            chosen = [known.get(name, name) for name in asked]
        if set(chosen) - set(known.values()) or (required and not chosen):
            raise NotOffered(f"{item['custom_id']} offers {known}, not {value!r}")
        return chosen


def resolved_user(guild: Guild | None, account: Account) -> Json:
    """Somebody who is named, as Discord sends them along."""
    found: Json = {"users": {str(account.id): user_json(account)}}
    if guild and account.id in guild.members:
        member = member_json(guild.members[account.id], with_user=False)
        found["members"] = {str(account.id): member | {"permissions": str(guild.permissions(account))}}
    return found


def _check_file_type(file_types: list[str] | None, upload: Upload, name: str) -> None:
    """Discord's client looks at the ending only."""
    kind = content_type_of(upload.filename)
    ending = "." + upload.filename.rsplit(".", 1)[-1].lower()
    if file_types and not any(item in (kind, ending, kind.split("/")[0], ending[1:]) for item in file_types):
        raise NotOffered(f"{name} takes {file_types}, not {upload.filename}")
