"""Activities: frames that Discord opens, and the OAuth2 codes that its client hands to them."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.discord_server.call import Call
from tests.discord_server.components import Json
from tests.discord_server.errors import ApiError
from tests.discord_server.payloads import user_json

if TYPE_CHECKING:
    from tests.discord_server.server import DiscordServer
    from tests.discord_server.state import Account, Channel


@dataclass
class Instance:
    """One activity that is open in a channel, with everybody who is in it."""

    channel: Channel
    users: list[Account]
    id: str = field(default_factory=lambda: f"i-{secrets.randbits(60)}-gc-1-1")


class Activities:
    """All instances, by id, and what OAuth2 knows. ``secret``: the application's own."""

    def __init__(self) -> None:
        self.secret = secrets.token_urlsafe(24)
        self.instances: dict[str, Instance] = {}
        self._codes: dict[str, Account] = {}
        self._tokens: dict[str, Account] = {}

    def launch(self, channel: Channel, account: Account) -> Instance:
        """Opens one."""
        instance = Instance(channel, [account])
        self.instances[instance.id] = instance
        return instance

    def code(self, account: Account) -> str:
        """What a client answers to AUTHORIZE; it works once."""
        code = secrets.token_urlsafe(20)
        self._codes[code] = account
        return code

    def spend(self, code: str) -> str:
        """The access token for a code."""
        account = self._codes.pop(code, None)
        if account is None:
            raise ApiError(400, 0, "invalid_grant")
        token = secrets.token_urlsafe(20)
        self._tokens[token] = account
        return token

    def owner(self, token: str) -> Account:
        """Whose access token it is."""
        if token not in self._tokens:
            raise ApiError(401, 0, "401: Unauthorized")
        return self._tokens[token]


def token(server: DiscordServer, call: Call) -> Json:
    """OAuth2: an authorization code becomes an access token."""
    known = {"client_id": str(server.world.application_id), "client_secret": server.activities.secret}
    if any(call.fields.get(name) != value for name, value in known.items()):
        raise ApiError(401, 0, "invalid_client")
    if call.fields.get("grant_type") != "authorization_code":
        raise ApiError(400, 0, "unsupported_grant_type")
    spent = server.activities.spend(call.fields.get("code", ""))
    return {"token_type": "Bearer", "access_token": spent, "expires_in": 604800, "scope": "identify"}


def me(server: DiscordServer, call: Call) -> Json:
    """The person to whom an access token belongs."""
    account = server.activities.owner(call.bearer)
    return user_json(account) | {"locale": account.locale, "mfa_enabled": False}


def instance(server: DiscordServer, call: Call) -> Json:
    found = server.activities.instances.get(call.params["instance_id"])
    if found is None:
        raise ApiError(404, 0, "404: Not Found")
    channel = found.channel
    location: Json = {"id": f"gc-{channel.id}", "kind": "pc", "channel_id": str(channel.id)}
    if channel.guild is not None:
        location |= {"kind": "gc", "guild_id": str(channel.guild.id)}
    return {
        "application_id": str(server.world.application_id),
        "instance_id": found.id,
        "launch_id": str(channel.id),
        "location": location,
        "users": [str(account.id) for account in found.users],
    }
