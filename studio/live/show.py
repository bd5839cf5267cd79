"""The show: what was chosen, what is seen, and what everybody is told of it, many times a second."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, Final, Protocol

from pipeline import Moment, Performer, UserError
from studio.live.setting import Input, Setting
from studio.relay import Channel
from studio.wire import pack

FPS: Final = 60.0
"""Poses a second while nothing is seen that is newer."""
_MOST_FPS: Final = 120.0
POSE: Final = "pose"
STATE: Final = "state"
"""The kinds of messages that watchers get: moments as bytes (``wire``), and the state as JSON."""


class PoseSource(Protocol):
    """What sees somebody by itself, without a page: a receiver of datagrams."""

    async def open(self) -> str:
        """Begins; answers where it listens. Raises UserError."""
        ...

    def calibrate(self) -> None:
        """How the head is held now is straight ahead."""
        ...

    async def close(self) -> None:
        """Ends."""
        ...


class PoseSink(Protocol):
    """What gets every moment beside those who watch."""

    def show(self, moment: Moment) -> None:
        """Takes what is shown now, and never waits."""
        ...


See = Callable[[Moment], None]
Tell = Callable[[UserError], None]
MakeSource = Callable[[See, Tell], PoseSource]


class Show:
    """One character's show. Pages and receivers tell what they ``see``; ``run`` plays it for as long as it lasts.

    Attributes:
        channel: who watches.
        setting: what was chosen.
        listens: HOST:PORT where datagrams are heard; "" where none are.

    Args:
        setting: the first choices.
        sources: how to make what receives each input that no page sees.
        outputs: what gets every moment as well.
        seed: of the character's idle life.
    """

    def __init__(
        self,
        setting: Setting,
        sources: Mapping[Input, MakeSource] | None = None,
        outputs: tuple[PoseSink, ...] = (),
        seed: int = 0,
    ) -> None:
        self.channel = Channel()
        self.setting = setting
        self._sources = sources or {}
        self._outputs = outputs
        self._performer = Performer(seed)
        self._performer.manner = setting.manner
        self._seen_at = 0.0
        self._news = asyncio.Event()
        self._source: PoseSource | None = None
        self.listens = ""
        self._notice: UserError | None = None
        self._told = ""

    # ---- what comes in ----

    def see(self, seen: Moment, seen_at: float | None = None) -> None:
        """Somebody is seen.

        ``seen_at``: when, in seconds since 1970; now, if it is left out. It is told on for measuring alone.
        """
        self._performer.see(seen, time.monotonic())
        self._seen_at = time.time() if seen_at is None else seen_at
        self._news.set()

    def lose(self) -> None:
        """Nobody is seen any longer."""
        self._performer.lose()

    async def change(self, changes: Mapping[str, Any]) -> None:
        """Makes choices. Raises OrderError, and nothing changes."""
        setting = self.setting.changed(changes)
        changes_input = setting.input is not self.setting.input
        self.setting = setting
        self._performer.manner = setting.manner
        if changes_input:
            self.lose()
            await self._use_source()
        self.tell_state()

    def calibrate(self) -> None:
        """How the head is held now is straight ahead, for what sees without a page."""
        if self._source is not None:
            self._source.calibrate()

    # ---- what goes out ----

    async def run(self) -> None:
        """Plays until it is cancelled."""
        await self._use_source()
        try:
            while True:
                with suppress(asyncio.TimeoutError):
                    await asyncio.wait_for(self._news.wait(), 1 / FPS)
                self._news.clear()
                if self._outputs or len(self.channel):
                    self._step()
                await asyncio.sleep(1 / _MOST_FPS)
        finally:
            await self._end_source()

    def _step(self) -> None:
        now = time.monotonic()
        moment = self._performer.step(now)
        seen_at = self._seen_at if self._performer.is_seen(now) else time.time()
        self.channel.tell(POSE, pack(moment, seen_at))
        for output in self._outputs:
            output.show(moment)
        self.tell_state()

    def tell_state(self) -> None:
        """Tells how things are, if that is news."""
        notice = self._notice
        state = {
            "setting": self.setting.as_json(),
            "seen": self._performer.is_seen(time.monotonic()),
            "listens": self.listens,
            "notice": None if notice is None else {"key": notice.key, "fields": notice.fields},
        }
        told = json.dumps(state, ensure_ascii=False, default=str)
        if told != self._told:
            self._told = told
            self.channel.tell(STATE, told)

    # ---- receivers ----

    async def _use_source(self) -> None:
        await self._end_source()
        self._notice = None
        make = self._sources.get(self.setting.input)
        if make is None:
            return
        source = make(self.see, self._notify)
        try:
            self.listens = await source.open()
        except UserError as error:
            self._notify(error)
            return
        self._source = source

    async def _end_source(self) -> None:
        source, self._source, self.listens = self._source, None, ""
        if source is not None:
            await source.close()

    def _notify(self, error: UserError) -> None:
        self._notice = error
        self.tell_state()
