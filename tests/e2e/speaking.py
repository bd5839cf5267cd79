"""Characters who say something, for the tests of what becomes of it."""

from __future__ import annotations

from tests.discord_server import Message, User
from tests.e2e.scene import Scene


def spoken(scene: Scene) -> list[Message]:
    """What characters said and still stands, oldest first."""
    return [each for each in scene.server.world.messages.values() if each.guise is not None and not each.deleted]


async def say(scene: Scene, text: str, user: User | None = None, **options: str) -> Message:
    """What a character of Alice's says."""
    before = len(spoken(scene))
    reply = await (user or scene.alice).slash("say", text=text, **options)
    await reply.until(lambda r: not r.messages, what=f"nothing left to say: {reply.transcript()}")
    assert len(spoken(scene)) == before + 1
    return spoken(scene)[-1]


def admin(scene: Scene) -> User:
    """Who owns the server."""
    return User(scene.server, scene.guild.owner, scene.guild.general)
