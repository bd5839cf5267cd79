"""People who use the bot: they type, click, choose and fill in, and read what comes back.

They see only what Discord would offer them: a command that is not registered, not for this place, or not for their
permissions raises ``NotOffered``, and so does a button that is not there or is disabled.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tests.discord_server import messages
from tests.discord_server.answers import Answers, resolved_user
from tests.discord_server.components import SELECTS, Json, Kind, buttons, walk
from tests.discord_server.interactions import (
    TOKEN_SECONDS,
    Interaction,
    InteractionKind,
)
from tests.discord_server.media import content_type_of, read_picture
from tests.discord_server.payloads import (
    app_permissions,
    channel_context,
    channel_json,
    member_json,
    user_json,
)
from tests.discord_server.registry import find_chat_command
from tests.discord_server.reply import NotOffered, Reply, Upload
from tests.discord_server.state import (
    Account,
    Attachment,
    Channel,
    Guild,
    Message,
    MessageFlag,
    Permission,
    Sticker,
)

if TYPE_CHECKING:
    from tests.discord_server.server import DiscordServer

_ATTACHMENT: Final = 11
_REPLY: Final = 19
"""The type of a message that answers another one."""
_SIMPLE: Final[dict[int, type | tuple[type, ...]]] = {3: str, 4: int, 5: bool, 10: (int, float)}


@dataclass(frozen=True, eq=False)
class User:
    """A person at a place. ``at`` and ``but`` give the same person elsewhere, or under other conditions."""

    server: DiscordServer
    account: Account
    channel: Channel
    attachment_limit: int | None = None
    token_lifetime: float = TOKEN_SECONDS
    acknowledge_within: float | None = None

    @property
    def id(self) -> int:
        return self.account.id

    @property
    def guild(self) -> Guild | None:
        return self.channel.guild

    @property
    def inbox(self) -> list[Message]:
        """The bot's direct messages to this person."""
        dm = self.server.world.dm_with(self.account)
        found = (m for m in self.server.world.messages.values() if m.channel is dm and m.author.bot)
        return [message for message in found if not message.deleted and message.interaction_metadata is None]

    def at(self, place: Guild | Channel) -> User:
        """The same person in a channel, or in the first one of a guild (which they join)."""
        channel = place.general if isinstance(place, Guild) else place
        if channel.guild is not None and self.account.id not in channel.guild.members:
            channel.guild.join(self.account)
        return replace(self, channel=channel)

    def in_dm(self) -> User:
        """The same person in their direct messages with the bot."""
        return replace(self, channel=self.server.world.dm_with(self.account))

    def but(self, **changes: Any) -> User:
        return replace(self, **changes)

    async def post(
        self,
        content: str = "",
        *files: Upload | Path,
        voice: bool = False,
        embeds: tuple[Json, ...] = (),
        forward: Message | None = None,
        reply_to: Message | None = None,
        sticker: Sticker | None = None,
    ) -> Message:
        """A message of their own in the channel. ``embeds``: what Discord shows of its links."""
        message = Message(self.channel, self.account, content, embeds=list(embeds), forwarded=forward)
        if reply_to is not None:
            message.type, message.answers = _REPLY, reply_to
            message.reference = {"message_id": str(reply_to.id), "channel_id": str(reply_to.channel.id)}
            message.reference |= {"guild_id": str(self.guild.id)} if self.guild else {}
        message.attachments = [self.attach(file, ephemeral=False) for file in files]
        message.stickers = [] if sticker is None else [sticker]
        message.flags |= MessageFlag.IS_VOICE_MESSAGE if voice else MessageFlag(0)
        message.remember()
        self.server.world.messages[message.id] = message
        shown = messages.show(self.server, message)
        where: Json = {}
        if self.guild:
            member = member_json(self.guild.members[self.account.id], with_user=False)
            where = {"guild_id": str(self.guild.id), "member": member}
        await self.server.gateway.dispatch("MESSAGE_CREATE", shown | where)
        return message

    # Commands

    async def slash(self, command: str, /, **options: Any) -> Reply:
        """Types "/animoji create" with its options; returns when the bot has acknowledged.

        Raises:
            NotOffered: there is no such command or option here, or a value that Discord would not accept.
            AssertionError: no acknowledgement in time.
        """
        payload = self._chat_command(command, options, InteractionKind.COMMAND)
        return await self._send(InteractionKind.COMMAND, payload, alone=self._alone(payload))

    async def autocomplete(self, command: str, option: str, typed: str = "", /, **options: Any) -> list[Json]:
        """The choices offered while typing into an option."""
        payload = self._chat_command(command, options | {option: typed}, InteractionKind.AUTOCOMPLETE, focused=option)
        reply = await self._send(InteractionKind.AUTOCOMPLETE, payload, alone=self._alone(payload))
        assert reply.interaction.choices is not None
        return reply.interaction.choices

    async def context_menu(self, name: str, target: Message | User) -> Reply:
        """Right-click on a message or a person, then Apps, then the command of this name."""
        kind = 3 if isinstance(target, Message) else 2
        command = next((c for c in self._commands() if c["type"] == kind and c["name"] == name), None)
        if command is None:
            raise NotOffered(f"no context menu {name!r}; there are {[c['name'] for c in self._commands()]}")
        self._check_offered(command)
        data: Json = {"id": command["id"], "name": name, "type": kind, "target_id": str(target.id)}
        if isinstance(target, Message):
            data["resolved"] = {"messages": {str(target.id): messages.show(self.server, target)}}
        else:
            data["resolved"] = resolved_user(self.guild, target.account)
        return await self._send(InteractionKind.COMMAND, data, alone=self._alone(data))

    def _commands(self) -> list[Json]:
        world = self.server.world
        own = world.guild_commands.get(self.guild.id, []) if self.guild else []
        return [*own, *world.commands]

    def _chat_command(
        self, typed: str, options: dict[str, Any], kind: InteractionKind, focused: str | None = None
    ) -> Json:
        try:
            command, path, leaf = find_chat_command(self._commands(), typed)
        except LookupError as error:
            raise NotOffered(str(error)) from error
        self._check_offered(command)
        answers = Answers(self)
        values = self._options(typed, leaf, options, answers, focused)
        for part in reversed(path):
            values = [{"type": part["type"], "name": part["name"], "options": values}]
        data: Json = {"id": command["id"], "name": command["name"], "type": 1, "options": values}
        data |= {"guild_id": command["guild_id"]} if "guild_id" in command else {}
        return data | answers.beside

    @staticmethod
    def _options(typed: str, leaf: Json, options: dict[str, Any], answers: Answers, focused: str | None) -> list[Json]:
        registered: dict[str, Json] = {item["name"]: item for item in leaf.get("options") or []}
        given = {(name if name in registered else name.replace("_", "-")): v for name, v in options.items()}
        unknown = sorted(set(given) - set(registered))
        if unknown:
            raise NotOffered(f"/{typed} has no option {unknown}; it has {sorted(registered)}")
        missing = [name for name, item in registered.items() if item.get("required") and given.get(name) is None]
        if missing and focused is None:
            raise NotOffered(f"/{typed} needs {missing}")
        values = []
        for name, value in given.items():
            if value is None:
                continue
            option = registered[name]
            entry: Json = {"type": option["type"], "name": name}
            if name == focused:
                if not option.get("autocomplete"):
                    raise NotOffered(f"{name} of /{typed} is not completed")
                values.append(entry | {"value": value, "focused": True})
            else:
                values.append(entry | {"value": answers.value(option, _account_of(value))})
        return values

    def attach(self, value: Upload | Path, *, ephemeral: bool) -> Attachment:
        upload = Upload.of(value)
        limit = self.server.upload_limit(self.channel) if self.attachment_limit is None else self.attachment_limit
        picture = read_picture(upload.data)
        attachment = Attachment(
            upload.filename,
            upload.data,
            upload.content_type or content_type_of(upload.filename),
            self.channel.id,
            ephemeral=ephemeral,
            width=picture.width if picture else None,
            height=picture.height if picture else None,
            declared_size=upload.declared_size,
            duration=upload.duration,
        )
        if len(upload.data) > max(limit, 500 * 2**20):
            raise NotOffered(f"{upload.filename} is too large to upload, even with Nitro")
        self.server.world.attachments[attachment.id] = attachment
        return attachment

    # Where and whether

    @property
    def permissions(self) -> int:
        return self.guild.permissions(self.account, self.channel) if self.guild else 0

    def _context(self) -> int:
        return channel_context(self.channel, self.server.world)

    def _app_is_here(self) -> bool:
        """Whether the app itself was added to this place (as opposed to brought along by this person)."""
        world = self.server.world
        return world.bot.id in self.guild.members if self.guild else self._context() == 1

    def _installs(self, command: Json) -> set[int]:
        """By which installs (0 server, 1 user) this person gets this command here."""
        offered = set(command.get("integration_types") or [0])
        here = {0} if self._app_is_here() else set()
        brought = {1} if self.account.id in self.server.world.installed_by else set()
        return offered & (here | brought)

    def _check_offered(self, command: Json) -> None:
        name = command["name"]
        context = self._context()
        contexts = command.get("contexts")
        if contexts is not None and context not in contexts:
            raise NotOffered(f"{name} is for contexts {contexts}, not {context}")
        if contexts is None and context == 2 and 1 not in command["integration_types"]:
            raise NotOffered(f"{name} is not for private channels")
        if not self._installs(command):
            raise NotOffered(f"{name} is installed neither here nor by {self.account.username}")
        needed = command.get("default_member_permissions")
        if self.guild and needed is not None and int(needed) & ~self.permissions:
            raise NotOffered(f"{name} needs the permissions {needed}")
        if self.guild and not self.permissions & Permission.USE_APPLICATION_COMMANDS:
            raise NotOffered("no commands in this channel")

    def _alone(self, data: Json) -> bool:
        command = next(c for c in self._commands() if c["id"] == data["id"])
        return 0 not in self._installs(command)

    # Messages and modals

    async def click(self, where: Reply | Message, button: str) -> Reply:
        """Clicks the button with this label, emoji or custom_id (a part of it, when that is unambiguous)."""
        message = self._see(where)
        everything = buttons(message.components)
        found = [item for item in everything if button in _names(item)]
        found = found or [item for item in everything if any(button in name for name in _names(item))]
        if len(found) != 1:
            raise NotOffered(f"{len(found)} buttons {button!r} among {[_names(item) for item in everything]}")
        if found[0].get("disabled") or not found[0].get("custom_id"):
            raise NotOffered(f"the button {button!r} cannot be clicked")
        data: Json = {"component_type": int(Kind.BUTTON), "custom_id": found[0]["custom_id"]}
        return await self._component(message, data)

    async def select(self, where: Reply | Message, *values: Any, custom_id: str = "") -> Reply:
        """Chooses in the (only) select menu, or in the one whose custom_id has this part. Options: value or label."""
        message = self._see(where)
        menus = [item for _, item in walk(message.components) if item["type"] in SELECTS]
        menus = [item for item in menus if custom_id in item["custom_id"]]
        if len(menus) != 1 or menus[0].get("disabled"):
            raise NotOffered(f"{len(menus)} select menus {custom_id!r}")
        data: Json = {"component_type": menus[0]["type"], "custom_id": menus[0]["custom_id"]}
        answers = Answers(self)
        data["values"] = answers.choose(menus[0], tuple(_account_of(value) for value in values))
        return await self._component(message, data | answers.beside)

    async def submit_modal(self, reply: Reply, /, **values: Any) -> Reply:
        """Fills in the modal and sends it. Fields go by custom_id or label ("_" for a space); files by Upload or Path.

        A field that is not named keeps what the modal proposed.
        """
        modal = reply.modal
        answers = Answers(self)
        left = {name: _account_of(value) for name, value in values.items()}
        components = [answers.fill(item, left) for item in modal["components"]]
        if left:
            known = [item.get("label") or item.get("custom_id") for _, item in walk(modal["components"])]
            raise NotOffered(f"the modal has no {sorted(left)}; it has {known}")
        data: Json = {"custom_id": modal["custom_id"], "components": components}
        data |= answers.beside
        source = reply.interaction.source
        return await self._send(InteractionKind.MODAL, data, alone=reply.interaction.alone, source=source)

    def _see(self, where: Reply | Message) -> Message:
        message = where.message if isinstance(where, Reply) else where
        if message.deleted:
            raise NotOffered("the message was deleted")
        if message.ephemeral and message.seen_by is not self.account:
            raise NotOffered(f"{self.account.username} cannot see this message")
        return message

    async def _component(self, message: Message, data: Json) -> Reply:
        owners = (message.interaction_metadata or {}).get("authorizing_integration_owners", {"0": ""})
        return await self._send(InteractionKind.COMPONENT, data, alone="0" not in owners, source=message)

    # Sending

    async def _send(self, kind: InteractionKind, data: Json, *, alone: bool, source: Message | None = None) -> Reply:
        channel = source.channel if source else self.channel
        guild = channel.guild
        world = self.server.world
        owners: Json = {}
        if not alone:
            owners["0"] = str(guild.id) if guild else "0"
        if self.account.id in world.installed_by:
            owners["1"] = str(self.account.id)
        limit = self.server.upload_limit(channel) if self.attachment_limit is None else self.attachment_limit
        payload: Json = {
            "application_id": str(world.application_id),
            "type": int(kind),
            "data": data,
            "version": 1,
            "locale": self.account.locale,
            "channel_id": str(channel.id),
            "channel": channel_json(channel) | ({"permissions": str(self.permissions)} if guild else {}),
            "app_permissions": str(app_permissions(channel, world)),
            "context": channel_context(channel, world),
            "authorizing_integration_owners": owners,
            "entitlements": [],
            "entitlement_sku_ids": [],
            "attachment_size_limit": limit,
        }
        if guild:
            member = member_json(guild.members[self.account.id])
            payload |= {
                "guild_id": str(guild.id),
                "guild": {"id": str(guild.id), "locale": guild.locale, "features": []},
                "guild_locale": guild.locale,
                "member": member | {"permissions": str(guild.permissions(self.account, channel))},
            }
        else:
            payload["user"] = user_json(self.account)
        if source is not None:
            payload["message"] = messages.show(self.server, source)
        external = guild is None or bool(guild.permissions(self.account, channel) & Permission.USE_EXTERNAL_APPS)
        interaction = Interaction(
            id=self.server.interaction_id(self.token_lifetime),
            kind=kind,
            account=self.account,
            channel=channel,
            payload=payload,
            alone=alone,
            forced_ephemeral=alone and not external,
            source=source,
            attachment_limit=limit,
            token_lifetime=self.token_lifetime,
        )
        payload |= {"id": str(interaction.id), "token": interaction.token}
        self.server.interactions[interaction.token] = interaction
        await self.server.deliver(payload)
        reply = Reply(self.server, interaction)
        seconds = self.server.acknowledge_seconds if self.acknowledge_within is None else self.acknowledge_within
        return await reply.until(
            lambda _: interaction.acknowledged_at is not None, seconds, f"an acknowledgement of {data}"
        )


def _names(button: Json) -> tuple[str, ...]:
    found = (button.get("label"), (button.get("emoji") or {}).get("name"), button.get("custom_id"))
    return tuple(name for name in found if name)


def _account_of(value: Any) -> Any:
    """Somebody who is named is an account, wherever they are."""
    return value.account if isinstance(value, User) else value
