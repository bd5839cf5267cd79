"""Application commands: checking what an app registers, and finding what a person types."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tests.discord_server.components import Json
from tests.discord_server.errors import ApiError, invalid_form
from tests.discord_server.state import World, new_id

CHAT_INPUT: Final = 1
MAX_COMMANDS: Final = {CHAT_INPUT: 100, 2: 15, 3: 15}
MAX_CHARACTERS: Final = 8000
SUBCOMMAND: Final = 1
GROUP: Final = 2
_NAME: Final = re.compile(r"[-_'\w]{1,32}")


def register(world: World, bodies: list[Json], guild_id: int | None) -> list[Json]:
    """Replaces all commands of a scope; answers them as Discord does.

    Raises:
        ApiError: one of them breaks a documented rule.
    """
    counts: dict[int, int] = {}
    names: set[tuple[int, str]] = set()
    for index, body in enumerate(bodies):
        kind = body.get("type") or CHAT_INPUT
        counts[kind] = counts.get(kind, 0) + 1
        if counts[kind] > MAX_COMMANDS[kind]:
            raise ApiError(400, 30032, f"Maximum number of application commands reached ({MAX_COMMANDS[kind]})")
        if (kind, body["name"]) in names:
            raise invalid_form(f"{index}.name", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Names must be unique.")
        names.add((kind, body["name"]))
        _check_command(body, str(index))
    before = {(item["type"], item["name"]): item["id"] for item in commands_of(world, guild_id)}
    answers = []
    for body in bodies:
        kind = body.get("type") or CHAT_INPUT
        permissions = body.get("default_member_permissions")
        answers.append(
            {"nsfw": False, "dm_permission": True, "options": [], "contexts": None, "integration_types": [0]}
            | body
            | {
                "id": before.get((kind, body["name"]), str(new_id())),
                "type": kind,
                "description": body.get("description") or "",
                "application_id": str(world.application_id),
                "version": str(new_id()),
                "default_member_permissions": None if permissions is None else str(permissions),
            }
            | ({"guild_id": str(guild_id)} if guild_id else {})
        )
    if guild_id is None:
        world.commands = answers
    else:
        world.guild_commands[guild_id] = answers
    return answers


def commands_of(world: World, guild_id: int | None) -> list[Json]:
    return world.commands if guild_id is None else world.guild_commands.get(guild_id, [])


def _check_name(name: str, path: str) -> None:
    if not _NAME.fullmatch(name) or name != name.lower():
        raise invalid_form(f"{path}.name", "APPLICATION_COMMAND_INVALID_NAME", f"Command name is invalid: {name!r}")


def _check_text(item: Json, path: str) -> None:
    described = [item.get("description"), *(item.get("description_localizations") or {}).values()]
    if any(not 1 <= len(text or "") <= 100 for text in described):
        raise invalid_form(f"{path}.description", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.")
    for name in (item["name"], *(item.get("name_localizations") or {}).values()):
        _check_name(name, path)


def _check_command(body: Json, path: str) -> None:
    if (body.get("type") or CHAT_INPUT) != CHAT_INPUT:
        if body.get("description") or body.get("options"):
            raise invalid_form(path, "CONTEXT_MENU_COMMAND_DESCRIPTION_NOT_ALLOWED", "Context menus have names only.")
        for name in (body["name"], *(body.get("name_localizations") or {}).values()):
            if not 1 <= len(name) <= 32:
                raise invalid_form(f"{path}.name", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 32 in length.")
        return
    _check_text(body, path)
    _check_options(body.get("options") or [], path, depth=0)
    total = sum(_characters(body))
    if total > MAX_CHARACTERS:
        raise invalid_form(path, "APPLICATION_COMMAND_TOO_LARGE", f"{total} characters; {MAX_CHARACTERS} are allowed.")


def _check_options(options: list[Json], path: str, depth: int) -> None:
    if len(options) > 25:
        raise invalid_form(f"{path}.options", "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.")
    if len({item["name"] for item in options}) != len(options):
        raise invalid_form(f"{path}.options", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Doubled option.")
    optional_seen = False
    for index, item in enumerate(options):
        here = f"{path}.options.{index}"
        _check_text(item, here)
        if item["type"] in (SUBCOMMAND, GROUP):
            if depth > 1 or (depth == 1 and item["type"] == GROUP):
                raise invalid_form(here, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Nested too deeply.")
            _check_options(item.get("options") or [], here, depth + 1)
            continue
        if item.get("required") and optional_seen:
            raise invalid_form(here, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options come first.")
        optional_seen |= not item.get("required")
        choices = item.get("choices") or []
        if choices and item.get("autocomplete"):
            raise invalid_form(here, "APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID", "Choices or autocomplete.")
        if len(choices) > 25 or len({choice["name"] for choice in choices}) != len(choices):
            raise invalid_form(f"{here}.choices", "BASE_TYPE_MAX_LENGTH", "At most 25, each of its own name.")
        if item.get("file_types") and item["type"] != 11:
            raise invalid_form(f"{here}.file_types", "BASE_TYPE_INVALID", "Only attachments have file types.")


def _characters(item: Json) -> Iterator[int]:
    """Lengths that count towards a command's 8000 characters: for localised texts the longest counts."""
    for key in ("name", "description"):
        yield max(len(text) for text in (item.get(key) or "", *(item.get(f"{key}_localizations") or {}).values()))
    for choice in item.get("choices") or []:
        yield max(len(text) for text in (choice["name"], *(choice.get("name_localizations") or {}).values()))
        yield len(str(choice["value"]))
    for option in item.get("options") or []:
        yield from _characters(option)


def find_chat_command(commands: list[Json], typed: str) -> tuple[Json, list[Json], Json]:
    """(command, the subcommand path within it, the part that holds the options) for "emoji add".

    Raises:
        LookupError: nothing of that name is registered.
    """
    words = typed.removeprefix("/").split()
    command = next((c for c in commands if c["type"] == CHAT_INPUT and c["name"] == words[0]), None)
    if command is None:
        known = sorted(c["name"] for c in commands if c["type"] == CHAT_INPUT)
        raise LookupError(f"/{typed} is not registered; there are {known}")
    path: list[Json] = []
    leaf = command
    for word in words[1:]:
        inner = [item for item in leaf.get("options") or [] if item["type"] in (SUBCOMMAND, GROUP)]
        found = next((item for item in inner if item["name"] == word), None)
        if found is None:
            raise LookupError(f"/{typed} is not registered; {leaf['name']} has {[item['name'] for item in inner]}")
        path.append(found)
        leaf = found
    if any(item["type"] in (SUBCOMMAND, GROUP) for item in leaf.get("options") or []):
        raise LookupError(f"/{typed} cannot be called: it only holds subcommands")
    return command, path, leaf
