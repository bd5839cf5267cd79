"""The gateway: HELLO, IDENTIFY, READY, heartbeats, RESUME, and events with their sequence numbers."""

from __future__ import annotations

import asyncio
import secrets
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, Final

import aiohttp
from aiohttp import web

from tests.discord_server.components import Json
from tests.discord_server.payloads import guild_create_json, member_json, user_json
from tests.discord_server.state import World

HEARTBEAT_MS: Final = 41_250
_DM_INTENTS: Final = {"MESSAGE_CREATE": 1 << 12}
_GUILD_INTENTS: Final = {
    "GUILD_CREATE": 1 << 0,
    "GUILD_DELETE": 1 << 0,
    "GUILD_UPDATE": 1 << 0,
    "CHANNEL_UPDATE": 1 << 0,
    "GUILD_EMOJIS_UPDATE": 1 << 3,
    "GUILD_STICKERS_UPDATE": 1 << 3,
    "MESSAGE_CREATE": 1 << 9,
}
_MESSAGE_CONTENT: Final = 1 << 15


class Op(IntEnum):
    DISPATCH = 0
    HEARTBEAT = 1
    IDENTIFY = 2
    PRESENCE_UPDATE = 3
    RESUME = 6
    RECONNECT = 7
    REQUEST_GUILD_MEMBERS = 8
    INVALID_SESSION = 9
    HELLO = 10
    HEARTBEAT_ACK = 11


@dataclass(eq=False)
class Session:
    """One identified shard. ``sent`` keeps every event, so that a resumed connection gets what it missed."""

    shard: tuple[int, int]
    intents: int
    socket: web.WebSocketResponse | None
    id: str = field(default_factory=lambda: secrets.token_hex(16))
    sent: list[Json] = field(default_factory=list)
    resumes: int = 0

    def wants(self, event: str, data: Json) -> bool:
        guild_id = data.get("guild_id") or (data.get("id") if event.startswith("GUILD_") else None)
        home = (int(guild_id) >> 22) % self.shard[1] if guild_id else 0
        if home != self.shard[0]:
            return False
        needed = (_GUILD_INTENTS if guild_id else _DM_INTENTS).get(event)
        return needed is None or bool(self.intents & needed)

    async def dispatch(self, event: str, data: Json) -> None:
        if event == "MESSAGE_CREATE" and data.get("guild_id") and not self.intents & _MESSAGE_CONTENT:
            data = data | {"content": "", "embeds": [], "attachments": [], "components": []}
        frame: Json = {"op": Op.DISPATCH, "t": event, "s": len(self.sent) + 1, "d": data}
        self.sent.append(frame)
        if self.socket is not None and not self.socket.closed:
            await self.socket.send_json(frame)


class Gateway:
    """All sessions of the one bot."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.sessions: dict[str, Session] = {}
        self.resume_url = ""
        self.resumable = True
        self.message_content = True
        """Whether the application may ask for what messages say (a switch in the developer portal)."""
        self.heartbeats = 0
        self._sockets: set[web.WebSocketResponse] = set()
        self.connected = asyncio.Event()

    async def dispatch(self, event: str, data: Json) -> int:
        """Sends an event to every session that wants it, now or when it resumes; how many those were."""
        chosen = [session for session in self.sessions.values() if session.wants(event, data)]
        for session in chosen:
            await session.dispatch(event, data)
        return len(chosen)

    def listeners(self, event: str, data: Json) -> int:
        """How many sessions with an open connection want this event."""
        return sum(session.socket is not None and session.wants(event, data) for session in self.sessions.values())

    async def disconnect(self, code: int = 4000) -> None:
        """Cuts every connection; the sessions stay and can be resumed."""
        self.connected.clear()
        for socket in list(self._sockets):
            await socket.close(code=code)

    async def reconnect(self) -> None:
        """Asks the bot to connect anew (op 7), as Discord does several times a day."""
        self.connected.clear()
        for socket in list(self._sockets):
            await socket.send_json({"op": Op.RECONNECT, "d": None})

    def forget(self) -> None:
        """Drops all sessions, as when the bot has gone."""
        self.sessions.clear()
        self.connected.clear()

    async def handle(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(max_msg_size=1 << 20)
        await socket.prepare(request)
        self._sockets.add(socket)
        session: Session | None = None
        try:
            await socket.send_json({"op": Op.HELLO, "d": {"heartbeat_interval": HEARTBEAT_MS}})
            async for frame in socket:
                if frame.type is not aiohttp.WSMsgType.TEXT:
                    break
                message = frame.json()
                session = await self._answer(socket, session, message["op"], message.get("d"))
        finally:
            self._sockets.discard(socket)
            if session is not None and session.socket is socket:
                session.socket = None
        return socket

    async def _answer(
        self, socket: web.WebSocketResponse, session: Session | None, op: int, data: Any
    ) -> Session | None:
        if op == Op.HEARTBEAT:
            self.heartbeats += 1
            await socket.send_json({"op": Op.HEARTBEAT_ACK})
        elif op == Op.IDENTIFY:
            return await self._identify(socket, data)
        elif op == Op.RESUME:
            return await self._resume(socket, data)
        elif op == Op.REQUEST_GUILD_MEMBERS and session is not None:
            await self._members(session, data)
        elif op != Op.PRESENCE_UPDATE:
            await socket.close(code=4001)
        return session

    async def _identify(self, socket: web.WebSocketResponse, data: Json) -> Session | None:
        if data["token"] != self._world.token:
            await socket.close(code=4004)
            return None
        number, count = data.get("shard") or (0, 1)
        if not 0 <= number < count:
            await socket.close(code=4010)
            return None
        if data["intents"] & _MESSAGE_CONTENT and not self.message_content:
            await socket.close(code=4014)
            return None
        shard = (number, count)
        session = Session(shard, data["intents"], socket)
        self.sessions[session.id] = session
        guilds = [g for g in self._world.guilds.values() if self._world.bot.id in g.members]
        guilds = [g for g in guilds if (g.id >> 22) % shard[1] == shard[0]]
        await session.dispatch(
            "READY",
            {
                "v": 10,
                "user": user_json(self._world.bot) | {"verified": True, "mfa_enabled": True, "email": None, "flags": 0},
                "guilds": [{"id": str(guild.id), "unavailable": True} for guild in guilds],
                "session_id": session.id,
                "resume_gateway_url": self.resume_url,
                "shard": list(shard),
                "application": {"id": str(self._world.application_id), "flags": 0},
                "private_channels": [],
            },
        )
        for guild in guilds:
            await session.dispatch("GUILD_CREATE", guild_create_json(guild, self._world.bot))
        self.connected.set()
        return session

    async def _resume(self, socket: web.WebSocketResponse, data: Json) -> Session | None:
        session = self.sessions.get(data["session_id"])
        if data["token"] != self._world.token or session is None or not self.resumable:
            await socket.send_json({"op": Op.INVALID_SESSION, "d": False})
            return None
        session.socket = socket
        session.resumes += 1
        for frame in session.sent[data["seq"] :]:
            await socket.send_json(frame)
        await session.dispatch("RESUMED", {})
        self.connected.set()
        return session

    async def _members(self, session: Session, data: Json) -> None:
        guild = self._world.guilds[int(data["guild_id"])]
        found = [m for m in guild.members.values() if m.account.username.startswith(data.get("query", ""))]
        if data.get("user_ids"):
            wanted = {int(item) for item in [data["user_ids"]] if not isinstance(item, list)}
            wanted |= {int(item) for item in data["user_ids"]} if isinstance(data["user_ids"], list) else set()
            found = [member for member in guild.members.values() if member.account.id in wanted]
        chunk: Json = {"guild_id": str(guild.id), "members": [member_json(member) for member in found]}
        chunk |= {"chunk_index": 0, "chunk_count": 1, "not_found": [], "nonce": data.get("nonce")}
        await session.dispatch("GUILD_MEMBERS_CHUNK", chunk)
