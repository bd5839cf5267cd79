"""A local Discord that the real discord.py client logs into over sockets: REST v10, gateway and CDN on loopback.

async with DiscordServer() as server:
    guild = server.add_guild()
    alice = server.add_user("alice").at(guild)
    ...start the bot with server.world.token, await server.ready()...
    reply = await alice.slash("animoji create", prompt="silver hair", video=Path("selfie.mp4"))
    await reply.with_files()
    assert server.violations == []
"""

from tests.discord_server.people import User
from tests.discord_server.reply import NotOffered, Reply, Upload
from tests.discord_server.server import DiscordServer, point_client_at
from tests.discord_server.state import Account, Attachment, Channel, Guild, Message, Permission, Role

__all__ = [
    "Account",
    "Attachment",
    "Channel",
    "DiscordServer",
    "Guild",
    "Message",
    "NotOffered",
    "Permission",
    "Reply",
    "Role",
    "Upload",
    "User",
    "point_client_at",
]
