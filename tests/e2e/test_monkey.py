"""Whatever people do, in whatever order: always an answer in time, never a malformed request, never a bug."""

from __future__ import annotations

import logging
import random

import pytest

from tests.discord_server.faults import Fault
from tests.e2e.monkey import Monkey
from tests.e2e.scene import Scene, read_out


def _bugs(records: list[logging.LogRecord]) -> list[str]:
    """What the bot logged as an error."""
    formatter = logging.Formatter()
    return [formatter.format(record)[-1500:] for record in records if record.levelno >= logging.ERROR]


@pytest.mark.parametrize("seed", [1, 2])
async def test_a_monkey_at_the_keyboard(scene: Scene, caplog: pytest.LogCaptureFixture, seed: int) -> None:
    carol = scene.server.add_user("carol", locale="ja", installed=True)
    users = [scene.alice, scene.bob, carol, carol.at(scene.guild), scene.alice.in_dm()]
    monkey = Monkey(scene.server, users, random.Random(seed))
    async with scene.bot():
        for user, name in ((scene.alice, "happy"), (scene.bob, "M")):
            monkey.remember(await scene.create(user, name=name))
        for _ in range(80):
            await monkey.act()
            assert not _bugs(caplog.records), "\n".join(monkey.log[-3:])
            assert not scene.server.violations, "\n".join(monkey.log[-3:])
        for reply in monkey.replies:
            if not reply.interaction.modal:
                await reply.until(lambda r: not r.loading, what="an end")
    assert not _bugs(caplog.records)
    sent = [each for each in scene.server.world.messages.values() if each.author is scene.server.world.bot]
    heard = [words for message in sent for words in read_out(message)]
    assert len(heard) >= 3
    assert all(1 <= len(words) <= 1024 and "\\" not in words for words in heard), heard


async def test_a_monkey_in_bad_weather(scene: Scene, caplog: pytest.LogCaptureFixture) -> None:
    """Answers may be lost then; bugs and malformed requests are still none."""
    chance = random.Random(3)
    monkey = Monkey(scene.server, [scene.alice, scene.bob], chance)
    async with scene.bot():
        for _ in range(60):
            weather = chance.random()
            if weather < 0.1:
                scene.server.faults.rate_limit("P* /guilds/*", chance.choice([0.1, 7200.0]))
            elif weather < 0.2:
                scene.server.faults.fail("GET /ephemeral-attachments/*", chance.choice([403, 404, 500]))
            elif weather < 0.25:
                missing = {"message": "Unknown Message", "code": 10008}
                scene.server.faults.add(Fault("PATCH /webhooks/*", 1, status=404, body=dict(missing)))
            elif weather < 0.3:
                scene.server.expire_tokens()
            await monkey.act()
            scene.server.faults.clear()
            assert not scene.server.violations, "\n".join(monkey.log[-3:])
    weather_alone = ("nobody took the late answer", "Invalid Webhook Token")
    bugs = [bug for bug in _bugs(caplog.records) if not any(words in bug for words in weather_alone)]
    assert not bugs, "\n".join(monkey.log[-8:])
