"""Who comes from a frame in Discord: Discord says it itself, to us and not to the page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

import aiohttp
import discord

from bot.client import Client
from bot.discord_services.studio import Visitor
from bot.discord_services.weather import is_weather
from bot.errors import ActivityGoneError, DiscordAwayError, StudioPlaceGoneError
from bot.web.whereabouts import find_out
from studio.activity import Admission
from studio.backend import RoomSeat

_SECONDS: Final = aiohttp.ClientTimeout(total=15)


@dataclass(frozen=True)
class Application:
    """What Discord knows the application by.

    Attributes:
        id: its id.
        secret: of its OAuth2, which proves to Discord that a code was given to it.
    """

    id: int
    secret: str


class DiscordPorter:
    """The ``Porter`` of people in Discord."""

    def __init__(self, bot: Client, http: aiohttp.ClientSession, application: Application) -> None:
        self._bot = bot
        self._http = http
        self._application = application

    async def admit(self, code: str, instance: str) -> Admission:
        """See ``Porter``.

        Raises:
            ActivityGoneError: the code was used, or its owner is not in this instance.
            DiscordAwayError: Discord does not answer.
        """
        try:
            token = await self._token(code)
            person = await self._person(token)
            place = await self._place(instance, int(person["id"]))
        except (aiohttp.ClientError, TimeoutError) as error:
            raise DiscordAwayError from error
        visitor = await self._visitor(int(person["id"]), str(person.get("locale") or "en-US"), place)
        seat = RoomSeat(instance, str(person["id"]), str(person.get("global_name") or person["username"]))
        return Admission(replace(visitor.guest, seat=seat), token)

    async def is_there(self, seat: RoomSeat) -> bool:
        """See ``Porter``."""
        try:
            await self._place(seat.room, int(seat.person))
        except ActivityGoneError:
            return False
        except (DiscordAwayError, aiohttp.ClientError, TimeoutError):
            return True  # what was true a while ago
        return True

    async def _token(self, code: str) -> str:
        """What the code was given for (API documentation, OAuth2: authorization code grant)."""
        asked = {
            "client_id": str(self._application.id),
            "client_secret": self._application.secret,
            "grant_type": "authorization_code",
            "code": code,
        }
        answer = await self._ask("POST", "/oauth2/token", data=asked)
        return str(answer["access_token"])

    async def _person(self, token: str) -> dict[str, Any]:
        return await self._ask("GET", "/users/@me", headers={"Authorization": f"Bearer {token}"})

    async def _place(self, instance: str, user_id: int) -> dict[str, Any]:
        """Where an instance is played. What the page says of that is not believed; Discord says who is in it, too."""
        route = discord.http.Route(
            "GET",
            "/applications/{application_id}/activity-instances/{instance_id}",
            application_id=self._application.id,
            instance_id=instance,
        )
        try:
            found: dict[str, Any] = await self._bot.http.request(route)
        except discord.NotFound as error:
            raise ActivityGoneError from error
        except discord.DiscordException as error:
            if is_weather(error):
                raise DiscordAwayError from error
            raise
        if str(user_id) not in map(str, found["users"]):
            raise ActivityGoneError
        place: dict[str, Any] = found["location"]
        return place

    async def _visitor(self, user_id: int, locale: str, place: dict[str, Any]) -> Visitor:
        guild_id = place.get("guild_id")
        visitor = Visitor(
            user_id, locale, int(guild_id) if guild_id else None, int(place["channel_id"]) if guild_id else None
        )
        try:
            await find_out(self._bot, visitor)
        except StudioPlaceGoneError:  # the bot is no member there: they are let in, and nothing can be posted
            return Visitor(user_id, locale)
        return visitor

    async def _ask(self, method: str, path: str, **sent: Any) -> dict[str, Any]:
        address = discord.http.Route.BASE + path
        async with self._http.request(method, address, timeout=_SECONDS, **sent) as answer:
            if answer.status in (400, 401, 403):
                raise ActivityGoneError
            answer.raise_for_status()
            said: dict[str, Any] = await answer.json()
            return said
