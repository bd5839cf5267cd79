"""People who talk as their characters: who may, what is posted, and who said what."""

from __future__ import annotations

import asyncio
import io
import logging
import re
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from typing import Final

import discord

from bot.discord_services.faces import FaceService, ShownFace
from bot.discord_services.webhooks import PostedText, Webhooks, WebhookTarget, webhook_name
from bot.domain import Mood, SavedCharacter, Speaking, Speech
from bot.errors import NotYoursError
from bot.services.asker import Asker
from bot.services.guilds import GuildService
from bot.services.moods import mood_of, reaction_of
from bot.services.words import WordService
from bot.speech_errors import (
    BotNeedsWebhooksError,
    NotSaidHereError,
    SpeechEmptyError,
    SpeechOffError,
    SpeechQuietError,
    SpeechTooFastError,
    WordsTooLongError,
    YouMayNotSpeakError,
)
from bot.store.database import Store
from bot.texts import Language, say
from pipeline import UserError

log = logging.getLogger(__name__)

LENGTH: Final = 2000
"""Characters that a message may have (API reference, resources/webhook)."""
_PACE: Final = (5, 10.0)
"""So many messages of one person in so many seconds. Discord lets a webhook post as many in two seconds."""
_REMEMBERED: Final = 1000
"""People and channels whose last words are remembered at once, for the pace and for faces in a row."""
_ROLE: Final = re.compile(r"<@&(\d{1,20})>")
QUOTE: Final = "-# ↪ "
"""How the line begins that says what is answered."""


@dataclass(frozen=True)
class Venue:
    """Where somebody wants to say something, and what they and the bot may do there.

    Attributes:
        around: ids of the channel, of the channel that it is a thread of, and of its category.
        closed: whether it is a thread that nobody may write in but those who manage it.
        slowmode: seconds that this person must leave between two messages.
        roles: ids of roles that everybody may call.
    """

    spot: WebhookTarget
    around: frozenset[int]
    user: discord.Permissions
    bot: discord.Permissions
    closed: bool = False
    slowmode: int = 0
    roles: frozenset[int] = frozenset()

    @property
    def may_write(self) -> bool:
        """Whether this person could write there themselves."""
        allowed = self.user.send_messages if self.spot.thread_id is None else self.user.send_messages_in_threads
        return allowed and (not self.closed or self.user.manage_threads)

    def mentions(self, text: str) -> discord.AllowedMentions:
        """Whom this person may call with these words."""
        if self.user.mention_everyone:
            return discord.AllowedMentions(everyone=True, users=True, roles=True)
        named = {int(role) for role in _ROLE.findall(text)} & self.roles
        roles: Sequence[discord.abc.Snowflake] = [discord.Object(role) for role in sorted(named)]
        return discord.AllowedMentions(everyone=False, users=True, roles=roles)


@dataclass(frozen=True)
class Utterance:
    """What is to be said, and by whom.

    Attributes:
        mood: how, None to find out.
        quote: a line to put first.
        files: what is sent with it.
    """

    character: SavedCharacter
    text: str
    mood: Mood | None = None
    quote: str = ""
    files: Sequence[discord.File] = field(default_factory=tuple)

    @property
    def content(self) -> str:
        """The words of the message; the quote gives way where there is no room for it."""
        whole = f"{self.quote}\n{self.text}" if self.quote else self.text
        return whole if len(whole) <= LENGTH else self.text


class SpeechService:
    """Says what people want their characters to say.

    Args:
        kept: how long it is remembered who said what.
    """

    def __init__(
        self,
        store: Store,
        guilds: GuildService,
        words: WordService,
        faces: FaceService,
        webhooks: Webhooks,
        kept: timedelta,
    ) -> None:
        self._store = store
        self._guilds = guilds
        self._words = words
        self._faces = faces
        self._webhooks = webhooks
        self._kept = kept
        self._tidied_on: date | None = None
        self._said: dict[int, deque[float]] = {}
        self._last: dict[tuple[int, WebhookTarget], float] = {}
        self._shown: dict[WebhookTarget, tuple[int, Mood | None, bool]] = {}
        """Who spoke last, with which face, and whether by the name that looks the same."""
        self._complained: dict[int, float] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    async def check(self, asker: Asker, stage: Venue) -> None:
        """Whether this person may talk as a character here.

        Raises:
            SpeechOffError, SpeechQuietError, YouMayNotSpeakError, BotNeedsWebhooksError
        """
        rules = await self._guilds.rules(asker.guild_id)
        if asker.guild_id is None or rules.speaking is Speaking.OFF:
            raise SpeechOffError
        if rules.quiet_channel_ids & stage.around:
            raise SpeechQuietError
        if not stage.may_write:
            raise YouMayNotSpeakError
        if not stage.bot.manage_webhooks:
            raise BotNeedsWebhooksError

    async def say(self, asker: Asker, stage: Venue, line: Utterance) -> Speech:
        """Posts a line.

        Raises:
            SpeechEmptyError, WordsTooLongError, SpeechTooFastError, WordRefusedError, and as ``check`` and
            ``Webhooks.post`` do; nothing was posted then.
        """
        await self.check(asker, stage)
        await self._look_at(asker, line.text, line.character.name, bool(line.files))
        self._take_turn(asker.user_id, stage)
        reaction = None if line.files or not stage.user.attach_files else reaction_of(line.text)
        face = await self._faces.face(line.character, line.mood or reaction or mood_of(line.text))
        picture = None if reaction is None else await self._faces.animation(line.character, reaction)
        files = line.files if picture is None else [await self._gif(asker, line.character, reaction, picture)]
        words = PostedText(
            self._name(stage.spot, line.character, face),
            face.url,
            line.content,
            stage.mentions(line.text),
            files,
            quiet_links=not stage.user.embed_links,
        )
        speech = await self._remember(asker, stage, line, face, await self._webhooks.post(stage.spot, words))
        if reaction is not None and picture is None:
            task = asyncio.create_task(self._animate(asker, stage.spot, line.character, reaction, speech))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return speech

    async def find(self, message_id: int) -> Speech:
        """Who said this message. Raises NotSaidHereError where nobody did, or it was too long ago."""
        async with self._store.look() as work:
            speech = await work.speeches.get(message_id)
        if speech is None:
            raise NotSaidHereError
        return speech

    async def own(self, message_id: int, user_id: int, may_moderate: bool = False) -> Speech:
        """What this person said, or may moderate. Raises NotSaidHereError, NotYoursError."""
        speech = await self.find(message_id)
        if speech.owner_id != user_id and not may_moderate:
            raise NotYoursError
        return speech

    async def rewrite(self, asker: Asker, stage: Venue, speech: Speech, text: str, quote: str = "") -> None:
        """Lets a message of the asker's say something else; the face stays, as Discord changes none.

        Raises:
            As ``say``, and SpeechGoneError.
        """
        await self.check(asker, stage)
        await self._look_at(asker, text, speech.name, has_files=False)
        whole = f"{quote}\n{text}" if quote and len(quote) + 1 + len(text) <= LENGTH else text
        mentions = stage.mentions(text)
        await self._webhooks.edit(
            stage.spot, speech.webhook_id, speech.message_id, content=whole, allowed_mentions=mentions
        )

    async def erase(self, spot: WebhookTarget, speech: Speech) -> None:
        """Takes a message back, and forgets who said it. Raises as ``Webhooks.delete`` does."""
        await self._webhooks.delete(spot, speech.webhook_id, speech.message_id)
        async with self._store.work() as work:
            await work.speeches.forget(speech.message_id)

    async def addressed(self, owner_id: int, text: str) -> tuple[SavedCharacter, str] | None:
        """Which of a person's characters is to say this by its prefix, and the rest of it; None for no one."""
        async with self._store.look() as work:
            characters = await work.characters.prefixed(owner_id)
        for character in characters:
            prefix = character.prefix or ""
            if text[: len(prefix)].casefold() == prefix.casefold():
                return character, text[len(prefix) :].strip()
        return None

    def may_complain(self, user_id: int, seconds: float) -> bool:
        """Whether this person was not told within so many seconds why a message stays; they are now."""
        now = time.monotonic()
        last = self._complained.pop(user_id, -seconds)
        _put(self._complained, user_id, last if now - last < seconds else now)
        return now - last >= seconds

    async def close(self) -> None:
        """Ends what is under way."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._faces.close()

    async def _look_at(self, asker: Asker, text: str, name: str, has_files: bool) -> None:
        if not text.strip() and not has_files:
            raise SpeechEmptyError
        if len(text) > LENGTH:
            raise WordsTooLongError(length=len(text), limit=LENGTH)
        await self._words.check(asker, [text, name])

    def _take_turn(self, user_id: int, stage: Venue) -> None:
        """Counts a message of this person. Raises SpeechTooFastError where it comes too soon after others."""
        now = time.monotonic()
        count, seconds = _PACE
        said = self._said.pop(user_id, deque(maxlen=count))
        _put(self._said, user_id, said)
        soon = said[0] + seconds - now if len(said) == count else 0.0
        here = self._last.pop((user_id, stage.spot), 0.0)
        if stage.slowmode:
            _put(self._last, (user_id, stage.spot), here)
            soon = max(soon, here + stage.slowmode - now if here else 0.0)
        if soon > 0:
            raise SpeechTooFastError(when=f"<t:{int(time.time() + soon) + 1}:R>")
        said.append(now)
        if stage.slowmode:
            self._last[user_id, stage.spot] = now

    def _name(self, spot: WebhookTarget, character: SavedCharacter, face: ShownFace) -> str:
        """The name to post by: another one than before, which looks the same, where the same character shows another
        face than before.
        """
        before, mood, apart = self._shown.pop(spot, (0, None, False))
        changes = mood is not face.mood
        apart = before == character.id and apart is not changes
        _put(self._shown, spot, (character.id, face.mood, apart))
        return webhook_name(character.name, apart)

    async def _gif(self, asker: Asker, character: SavedCharacter, mood: Mood | None, data: bytes) -> discord.File:
        language = Language.of((await self._guilds.rules(asker.guild_id)).language or asker.locale)
        feeling = say(f"feeling.{(mood or Mood.HAPPY).value}", language)
        alt = say("alt.still", language, name=character.name, looks=feeling)
        return discord.File(io.BytesIO(data), "reaction.gif", description=alt)

    async def _animate(
        self, asker: Asker, spot: WebhookTarget, character: SavedCharacter, mood: Mood, speech: Speech
    ) -> None:
        """Adds the moving reaction to a message as soon as it is drawn."""
        try:
            picture = await self._faces.animation(character, mood, patience=None)
            if picture is not None:
                files = [await self._gif(asker, character, mood, picture)]
                await self._webhooks.edit(spot, speech.webhook_id, speech.message_id, attachments=files)
        except UserError as error:
            log.info("message %d stays without its animation: %s", speech.message_id, error)
        except Exception:
            log.exception("message %d stays without its animation", speech.message_id)

    async def _remember(
        self, asker: Asker, stage: Venue, line: Utterance, face: ShownFace, message: discord.WebhookMessage
    ) -> Speech:
        """Writes down who said this; what nobody could answer for is taken back."""
        now = datetime.now(timezone.utc)
        character = line.character
        webhook_id = message.webhook_id or message.author.id
        channel_id = stage.spot.thread_id or stage.spot.channel_id
        guild_id = asker.guild_id or 0
        speech = Speech(message.id, channel_id, guild_id, webhook_id, asker.user_id, character.id, character.name, now)
        try:
            async with self._store.work() as work:
                await work.users.meet(asker.user_id)
                await work.speeches.add(speech)
                if face.mood is not None:
                    await work.faces.used(character.id, face.mood, now)
                if self._tidied_on != now.date():
                    await work.speeches.forget_before(now - self._kept)
                    self._tidied_on = now.date()
        except Exception:
            await self._webhooks.delete(stage.spot, webhook_id, message.id)
            raise
        return speech


def _put(memory: dict, key: object, value: object) -> None:  # type: ignore[type-arg] # whatever its keys are
    """Remembers something, and forgets what was remembered first where that is too much."""
    memory[key] = value
    while len(memory) > _REMEMBERED:
        del memory[next(iter(memory))]


def quote_of(content: str) -> tuple[str, str]:
    """The line of a message that says what it answers, "" where there is none, and the rest."""
    first, _, rest = content.partition("\n")
    return (first, rest) if first.startswith(QUOTE) else ("", content)
