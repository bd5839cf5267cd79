"""Jobs while everything dies: ``python -m benchmarks.chaos --jobs 100 --pipeline-kills 5 --bot-kills 2``.

Real bot processes, real discord.py clients and real pipeline processes work on a local Discord. Meanwhile pipelines and
bots get SIGKILL, connections are cut, Discord answers 502 to what it did all the same, and the database is away for a
while. Linux only.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack, nullcontext, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import create_async_engine

from benchmarks.measurement import Measurement
from benchmarks.outages import Outage, outage_of
from bot.domain import JobState
from bot.settings import Settings
from bot.store.models import JobRow
from tests.discord_server import DiscordServer, Guild, Message, Reply, Upload
from tests.discord_server.faults import Fault
from tests.discord_server.interactions import Callback
from tests.e2e.bot_process import start_bot

SERVERS: Final = 20
PEOPLE: Final = 12
SLOW: Final = 0.02
"""Share of the jobs that take three seconds; the others take a hundredth."""
SHORT: Final = 0.1
"""Share of the jobs whose tokens end after a second or two, so that a new message must bring the result."""
PATIENCE: Final = 60.0
"""Seconds without any job coming to its end, when everybody has asked; what is not over then is stuck."""
ANSWERS: Final = "P* /*/messages*"
"""The routes by which results arrive: an edit of the answer, or a new message."""
SELFIE: Final = Upload("selfie.mp4", b"\0\0\0\x18ftypmp42" + random.Random(0).randbytes(2000))


@dataclass
class Bots:
    """Bot processes that share a database, each with its shard; who is killed is started again."""

    server: DiscordServer
    folder: Path
    settings: dict[str, str]
    count: int
    processes: dict[int, asyncio.subprocess.Process] = field(default_factory=dict)
    pipelines_killed: int = 0

    async def start(self, number: int) -> None:
        """Starts one and waits until it listens."""
        shard = {"SHARD_COUNT": str(self.count), "SHARD_IDS": str(number)} if self.count > 1 else {}
        self.processes[number] = await start_bot(self.server, self.folder, **self.settings, **shard)
        await self.server.wait_for(lambda: self._listens(number), PATIENCE, f"bot {number}")

    async def kill(self, number: int) -> None:
        """Power off, and on again."""
        process = self.processes[number]
        process.kill()
        await process.wait()
        await self.start(number)

    def kill_pipeline(self, number: int) -> None:
        """Kills what this bot has started."""
        with suppress(OSError):
            for children in Path(f"/proc/{self.processes[number].pid}/task").glob("*/children"):
                for child in children.read_text().split():
                    os.kill(int(child), signal.SIGKILL)
                    self.pipelines_killed += 1

    async def stop(self) -> None:
        for process in self.processes.values():
            with suppress(ProcessLookupError):
                process.send_signal(signal.SIGTERM)
            await asyncio.wait_for(process.wait(), PATIENCE)

    def _listens(self, number: int) -> bool:
        sessions = self.server.gateway.sessions.values()
        return any(session.socket is not None and session.shard[0] == number for session in sessions)


@dataclass
class Crowd:
    """People who ask for one animoji each, and again when nobody answers."""

    server: DiscordServer
    guilds: list[Guild]
    chance: random.Random
    replies: list[Reply] = field(default_factory=list)
    unheard: int = 0
    refused: int = 0

    async def ask(self, number: int) -> None:
        """Asks until somebody accepts it, and waits for the result for a while."""
        prompt = "slow" if self.chance.random() < SLOW else "red hair"
        lifetime = self.chance.uniform(1, 2) if self.chance.random() < SHORT else 900.0
        reply: Reply | None = None
        while reply is None:
            # Whoever asks again is somebody new, so that no two jobs have the same owner.
            name = f"person{number}.{self.unheard}.{self.refused}"
            person = self.server.add_user(name).at(self.chance.choice(self.guilds))
            try:
                reply = await person.but(token_lifetime=lifetime).slash("animoji create", prompt=prompt, video=SELFIE)
            except AssertionError:
                self.unheard += 1
                continue
            self.replies.append(reply)
            if reply.interaction.callback is Callback.MESSAGE:  # a sentence says that it cannot be done now
                self.refused += 1
                reply = None
                await asyncio.sleep(1)
        with suppress(AssertionError):
            await reply.ended(timeout=5)


async def jobs_in(database: str) -> dict[int, sa.Row[tuple[int, int, JobState, bool]]]:
    """Of every job: its id, its owner, its state, and whether somebody has still to do something about it."""
    engine = create_async_engine(database)
    try:
        async with engine.connect() as connection:
            query = sa.select(JobRow.id, JobRow.owner_id, JobRow.state, JobRow.due_at.is_not(None))
            return {row.id: row for row in await connection.execute(query)}
    finally:
        await engine.dispose()


def received(server: DiscordServer) -> Counter[int]:
    """How many messages with a file each person got."""
    messages = server.world.messages.values()
    return Counter(receiver(each) for each in messages if each.author.bot and each.attachments and not each.deleted)


def receiver(message: Message) -> int:
    """Who asked for it, or is named in it."""
    if message.interaction_metadata is not None:
        return int(message.interaction_metadata["user"]["id"])
    if message.channel.recipients:
        return message.channel.recipients[0].id
    return int(message.text.partition("<@")[2].partition(">")[0])


def selfies(folder: Path) -> int:
    """How many files hold what a person sent."""
    return sum(SELFIE.data[:200] in file.read_bytes() for file in folder.rglob("*") if file.is_file())


def disasters(
    bots: Bots, server: DiscordServer, outage: Outage, counts: argparse.Namespace
) -> list[Callable[[], Awaitable[None]]]:
    """All that is to happen, in a random order."""
    chance = random.Random(counts.seed)

    async def pipeline_dies() -> None:
        bots.kill_pipeline(chance.randrange(bots.count))

    async def bot_dies() -> None:
        await bots.kill(chance.randrange(bots.count))

    async def line_is_cut() -> None:
        if chance.random() < 0.5:
            await server.gateway.disconnect()
        else:
            server.faults.drop(ANSWERS, after=chance.random() < 0.5)

    async def answer_is_wrong() -> None:
        server.faults.add(Fault(ANSWERS, 1, status=502, body={"message": "502", "code": 0}, after=True))

    async def database_is_away() -> None:
        async with outage.away():
            await asyncio.sleep(counts.database_away)

    happens: list[Callable[[], Awaitable[None]]] = [
        *[pipeline_dies] * counts.pipeline_kills,
        *[bot_dies] * counts.bot_kills,
        *[line_is_cut] * counts.drops,
        *[answer_is_wrong] * counts.false_502,
        *[database_is_away] * bool(counts.database_away),
    ]
    chance.shuffle(happens)
    return happens


async def play(counts: argparse.Namespace, folder: Path) -> list[Measurement]:
    """Everybody asks while it happens; then what became of it."""
    settings = {"LEASE_SECONDS": "3", "MAX_JOBS": "100000", "MAX_JOBS_PER_SERVER": "100000"}
    database = Settings(data_dir=folder, database_url=counts.database).database
    async with DiscordServer(strict=False) as server, outage_of(database) as outage, AsyncExitStack() as stack:
        settings["DATABASE_URL"] = outage.url
        server.shards = counts.processes
        guilds = []
        for number in range(SERVERS):
            guilds.append(server.add_guild(f"Garden {number}"))
            await asyncio.sleep(0.001)  # a server's id says when it began, and thereby which shard hears it
        crowd = Crowd(server, guilds, random.Random(counts.seed))
        bots = Bots(server, folder, settings, counts.processes)
        stack.push_async_callback(bots.stop)
        for number in range(counts.processes):
            await bots.start(number)
        await server.ready(PATIENCE)
        happens = disasters(bots, server, outage, counts)
        numbers, one_at_a_time = iter(range(counts.jobs)), asyncio.Lock()
        began = time.monotonic()

        async def person() -> None:
            for number in numbers:
                due = happens[number * len(happens) // counts.jobs : (number + 1) * len(happens) // counts.jobs]
                async with one_at_a_time if due else nullcontext():
                    for happen in due:
                        await happen()
                await crowd.ask(number)

        await asyncio.gather(*(person() for _ in range(PEOPLE)))
        before, moved_at = -1, time.monotonic()
        while time.monotonic() - moved_at < PATIENCE:
            left = sum(is_open for *_, is_open in (await jobs_in(database)).values())
            if not left:
                break
            if left != before:
                before, moved_at = left, time.monotonic()
            await asyncio.sleep(1)
        seconds = time.monotonic() - began
    late = [each for each in server.violations if "too late" in each]
    wrong = [each for each in server.violations if each not in late]
    print(*wrong, sep="\n", file=sys.stderr)
    jobs, got = await jobs_in(database), received(server)
    delivered = [owner for _, owner, state, _ in jobs.values() if state == JobState.DELIVERED]
    alive = [reply for reply in crowd.replies if not reply.interaction.expired]
    return [
        Measurement("jobs accepted", len(jobs), ""),
        Measurement("  delivered", sum(bool(got[owner]) for owner in delivered), ""),
        Measurement("  given up", sum(job.state == JobState.FAILED for job in jobs.values()), ""),
        Measurement("  lost", sum(not got[owner] for owner in delivered), "", at_most=0),
        Measurement("  delivered twice", sum(count > 1 for count in got.values()), "", at_most=0),
        Measurement("  stuck", sum(is_open for *_, is_open in jobs.values()), "", at_most=0),
        Measurement("messages left thinking", sum(reply.loading for reply in alive), "", at_most=0),
        Measurement("messages left with progress", sum(reply.cancellable for reply in crowd.replies), "", at_most=0),
        Measurement("selfies left on disk", selfies(folder), "", at_most=0),
        Measurement("asked again, as no bot answered within 3 s", crowd.unheard, ""),
        Measurement("  of these answered too late", len(late), ""),
        Measurement("asked again, as the database was away", crowd.refused, ""),
        Measurement("pipeline processes killed", bots.pipelines_killed, ""),
        Measurement("violations of Discord's rules", len(wrong), "", at_most=0),
        Measurement("all over after", seconds, "s"),
    ]


def main() -> None:
    """Prints the table; exit status 1 where a limit was not kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", type=int, default=1000)
    parser.add_argument("--pipeline-kills", type=int, default=50)
    parser.add_argument("--bot-kills", type=int, default=10)
    parser.add_argument("--drops", type=int, default=20, help="connections that are cut")
    parser.add_argument("--false-502", type=int, default=20, help="errors that Discord answers though it did it")
    parser.add_argument("--database-away", type=float, default=30.0, help="seconds, once; 0 for never")
    parser.add_argument("--processes", type=int, default=1, help="bots that share the jobs; more need PostgreSQL")
    parser.add_argument("--database", default="", help="the address of an empty database; without it SQLite")
    parser.add_argument("--seed", type=int, default=1)
    counts = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="animemoji-") as folder:
        table = asyncio.run(play(counts, Path(folder)))
    print("\n".join(line.line() for line in table))
    raise SystemExit(not all(line.reached for line in table))


if __name__ == "__main__":
    main()
