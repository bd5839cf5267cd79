"""A monkey at the keyboard: does at random what Discord offers it, whatever commands there are."""

from __future__ import annotations

import asyncio
import random
from typing import Any, Final

from tests.discord_server import DiscordServer, Message, NotOffered, Reply, Upload, User
from tests.discord_server.components import SELECTS, Json, Kind, buttons, walk
from tests.discord_server.pictures import gif, png
from tests.e2e.scene import CLIP

_WORDS: Final = (
    "silver hair, blue eyes",
    "銀髪 青い目 メガネ",
    "M",
    "Mimi",
    "  ",
    "**bold** ||x|| @everyone <@1> `code`",
    "'; DROP TABLE users; --",
    "x" * 300,
    "💖" * 20,
    "line\nbreak",
    "happy",
    "#ff8800",
    "0",
    "%s {name} {0}",
    "../../etc/passwd",
)
_FILES: Final = {
    "video": [CLIP, Upload("empty.mp4", b""), Upload("huge.mov", b"x", declared_size=10**10)],
    "audio": [Upload("voice.ogg", b"OggS" + bytes(300))],
    "image": [Upload("hero.png", png(128)), Upload("dance.gif", gif())],
}


_LEFT_ALONE: Final = {"owner maintenance"}
"""What shuts the bot for everybody: nobody would hear anything after it."""


class Monkey:
    """Picks by ``chance``; keeps every message it has seen, to come back to its buttons."""

    def __init__(self, server: DiscordServer, users: list[User], chance: random.Random) -> None:
        self._server = server
        self._users = users
        self._chance = chance
        self._seen: list[Message] = []
        self._said: list[Message] = []
        self.log: list[str] = []
        self.replies: list[Reply] = []

    async def act(self) -> None:
        """Does one thing; what Discord does not offer is no thing."""
        user = self._chance.choice(self._users)
        doings = [self._command] * 4 + [self._press] * 5 + [self._menu] + [self._type]
        try:
            await self._chance.choice(doings)(user)
        except NotOffered as refusal:
            self.log.append(f"  not offered: {str(refusal)[:90]}")
        await asyncio.sleep(0.02 * self._chance.random())

    def _note(self, words: str) -> None:
        self.log.append(words)

    def remember(self, reply: Reply) -> None:
        """From now on it may come back to the messages of this reply."""
        self.replies.append(reply)
        self._seen += [message for message in reply.messages if message not in self._seen]
        self._seen = self._seen[-60:]

    async def _keep(self, user: User, reply: Reply) -> None:
        self.remember(reply)
        if reply.interaction.modal is not None:
            await self._fill(user, reply)

    def _leaves(self, items: list[Json], path: str = "") -> list[tuple[str, Json]]:
        found = []
        for item in items:
            here = f"{path} {item['name']}".strip()
            inner = [option for option in item.get("options") or [] if option["type"] in (1, 2)]
            found += self._leaves(inner, here) if inner else [(here, item)]
        return found

    async def _command(self, user: User) -> None:
        commands = [item for item in self._server.world.commands if item["type"] == 1]
        name, leaf = self._chance.choice([each for each in self._leaves(commands) if each[0] not in _LEFT_ALONE])
        options: dict[str, Any] = {}
        for option in leaf.get("options") or []:
            if option.get("required") or self._chance.random() < 0.35:
                options[option["name"]] = await self._value(user, name, option)
        self._note(f"{user.account.username}: /{name} {options}"[:200])
        await self._keep(user, await user.slash(name, **options))

    async def _value(self, user: User, command: str, option: Json) -> Any:
        kind = option["type"]
        if option.get("choices"):
            return self._chance.choice(option["choices"])["value"]
        if option.get("autocomplete") and self._chance.random() < 0.8:
            offered = await user.autocomplete(command, option["name"], "")
            if offered:
                return self._chance.choice(offered)["value"]
        if kind == 3:
            longest = option.get("max_length") or 1000
            return self._chance.choice(_WORDS)[:longest].ljust(option.get("min_length") or 1, "x")
        if kind in (4, 10):
            low, high = option.get("min_value", 0), option.get("max_value", 99)
            return self._chance.randint(int(low), int(high)) if kind == 4 else self._chance.uniform(low, high)
        if kind == 5:
            return self._chance.random() < 0.5
        if kind == 6:
            return self._chance.choice(self._users)
        if kind == 7:
            return user.channel
        if kind == 8:
            return user.guild.everyone if user.guild else None
        return self._file(option.get("file_types"))

    def _file(self, kinds: list[str] | None) -> Upload:
        return self._chance.choice(_FILES[self._chance.choice(kinds or list(_FILES))])

    async def _press(self, user: User) -> None:
        usable = [message for message in self._seen if not message.deleted and message.labels]
        if not usable:
            return
        message = self._chance.choice(usable)
        if message.ephemeral:
            user = next(item for item in self._users if item.account is message.seen_by)
        user = user.at(message.channel) if message.channel.guild else user
        controls = [item for item in buttons(message.components) if item.get("custom_id") and not item.get("disabled")]
        menus = [item for _, item in walk(message.components) if item["type"] in SELECTS]
        if menus and self._chance.random() < 0.5:
            menu = self._chance.choice(menus)
            await self._choose(user, message, menu)
        elif controls:
            control = self._chance.choice(controls)
            self._note(f"{user.account.username}: presses {control['custom_id']} {control.get('label')}")
            await self._keep(user, await user.click(message, control["custom_id"]))

    async def _choose(self, user: User, message: Message, menu: Json) -> None:
        if menu["type"] == Kind.STRING_SELECT:
            values: list[Any] = [self._chance.choice(menu["options"])["value"]]
        elif menu["type"] == Kind.USER_SELECT:
            values = [self._chance.choice(self._users)]
        elif menu["type"] == Kind.CHANNEL_SELECT:
            values = [message.channel]
        else:
            values = [message.channel.guild.everyone] if message.channel.guild else []
        self._note(f"{user.account.username}: chooses {menu['custom_id']} {values}")
        await self._keep(user, await user.select(message, *values, custom_id=menu["custom_id"]))

    async def _fill(self, user: User, form: Reply) -> None:
        values: dict[str, Any] = {}
        for _, item in walk(form.modal["components"]):
            required = item.get("required", True) is not False
            if "custom_id" not in item or (not required and self._chance.random() < 0.5):
                continue
            if item["type"] == Kind.TEXT_INPUT and (self._chance.random() < 0.6 or not item.get("value")):
                longest = item.get("max_length") or 4000
                words = self._chance.choice(_WORDS)[:longest]
                values[item["custom_id"]] = words.ljust(item.get("min_length") or 1, "x")
            elif item["type"] == Kind.FILE_UPLOAD:
                values[item["custom_id"]] = self._file(item.get("file_types"))
            elif item["type"] in (Kind.STRING_SELECT, Kind.RADIO_GROUP):
                values[item["custom_id"]] = self._chance.choice(item["options"])["value"]
        self._note(f"{user.account.username}: fills in {form.modal['title']} {values}"[:200])
        await self._keep(user, await user.submit_modal(form, **values))

    async def _menu(self, user: User) -> None:
        menus = [item for item in self._server.world.commands if item["type"] == 3]
        if not menus:
            return
        if not self._said or self._chance.random() < 0.5:
            files = [self._file(None)] if self._chance.random() < 0.8 else []
            self._said.append(await user.post(self._chance.choice(_WORDS), *files))
        here = [message for message in (*self._said, *self._seen) if message.channel is user.channel]
        here = [message for message in here if not message.deleted and not message.ephemeral]
        if here:
            menu = self._chance.choice(menus)["name"]
            self._note(f"{user.account.username}: context menu {menu}")
            await self._keep(user, await user.context_menu(menu, self._chance.choice(here)))

    async def _type(self, user: User) -> None:
        commands = [item for item in self._server.world.commands if item["type"] == 1]
        for name, leaf in self._leaves(commands):
            for option in leaf.get("options") or []:
                if option.get("autocomplete") and self._chance.random() < 0.1:
                    await user.autocomplete(name, option["name"], self._chance.choice(_WORDS)[:50])
