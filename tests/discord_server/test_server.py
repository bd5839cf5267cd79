"""The local Discord itself, with a small bot of the real discord.py on the other end."""

from __future__ import annotations

import asyncio
import base64
from typing import Any

import aiohttp
import pytest

from tests.discord_server import DiscordServer, Guild, NotOffered, Permission, Upload, User
from tests.discord_server.pictures import gif, png
from tests.discord_server.tiny_bot import TinyBot, running
from tests.shared_data import SHARED_DATA


@pytest.fixture
def guild(server: DiscordServer) -> Guild:
    return next(iter(server.world.guilds.values()))


@pytest.fixture
def alice(server: DiscordServer, guild: Guild) -> User:
    return server.add_user("alice").at(guild)


async def test_a_file_goes_there_and_back(alice: User) -> None:
    reply = await alice.slash("echo", file=Upload("dot.gif", gif()), mood="Happy")
    assert reply.acknowledged_after < 3
    await reply.with_files()
    assert reply.file.data == gif()
    assert reply.text == f"happy {len(gif())}"
    assert [version.loading for version in reply.message.versions] == [True, False]


async def test_only_what_is_registered_is_offered(server: DiscordServer, alice: User) -> None:
    with pytest.raises(NotOffered, match="not registered"):
        await alice.slash("ecko")
    with pytest.raises(NotOffered, match="needs"):
        await alice.slash("echo")
    with pytest.raises(NotOffered, match="no option"):
        await alice.slash("echo", file=Upload("a.gif", b""), colour="red")
    with pytest.raises(NotOffered, match="offers"):
        await alice.slash("echo", file=Upload("a.gif", b""), mood="furious")
    with pytest.raises(NotOffered, match="must be 1 to 9"):
        await alice.slash("late", times=12)
    with pytest.raises(NotOffered, match="only holds subcommands"):
        await alice.slash("make")
    with pytest.raises(NotOffered, match="installed neither"):
        await alice.at(server.add_guild("Elsewhere", with_bot=False)).slash("count")


async def test_buttons_survive_a_restart(server: DiscordServer) -> None:
    async with DiscordServer() as other:
        bob = other.add_user("bob").at(other.add_guild())
        async with running(other, TinyBot()):
            reply = await bob.slash("count")
            await bob.click(reply, "Count 0")
        async with running(other, TinyBot()):
            await bob.click(reply, "Count 1")
            assert reply.message.content == "counted 2"
            with pytest.raises(NotOffered):
                await bob.click(reply, "Count 0")
        assert other.violations == []


async def test_modals_carry_words_and_files(alice: User) -> None:
    reply = await alice.slash("feedback")
    assert reply.modal["title"] == "Tell us"
    with pytest.raises(NotOffered, match="takes"):
        await alice.submit_modal(reply, words="x" * 51)
    answer = await alice.submit_modal(reply, words="lovely", picture=Upload("dot.png", png()))
    assert answer.text == f"lovely [{len(png())}]"
    assert answer.ephemeral


async def test_context_menus_and_autocomplete(alice: User) -> None:
    message = await alice.post("look", Upload("dot.png", png()))
    assert (await alice.context_menu("Sizes", message)).text == str(len(png()))
    choices = await alice.autocomplete("make emoji", "name", "mimi")
    assert [choice["value"] for choice in choices] == ["mimi_happy", "mimi_sad"]


async def test_emoji_follow_discords_rules(server: DiscordServer, guild: Guild, alice: User) -> None:
    async def make(name: str, data: bytes) -> str:
        reply = await alice.slash("make emoji", name=name, image=Upload("e.gif", data))
        return (await reply.answered()).text

    assert (await make("wink", gif())).startswith("<a:wink:")
    assert [emoji.image for emoji in guild.emojis.values()] == [gif()]
    with server.expecting_violations():
        assert await make("no spaces", gif()) == "error 50035"
        assert await make("big", gif(side=129)) == "error 50035"
    assert await make("heavy", gif() + b"\0" * 262144) == "error 50138"
    for number in range(49):
        emoji = next(iter(guild.emojis.values()))
        guild.emojis[number] = emoji
    assert await make("full", gif()) == "error 30018"
    assert (await make("still", png())).startswith("<:still:")
    for role in guild.roles:
        role.permissions &= ~Permission.CREATE_GUILD_EXPRESSIONS
    assert await make("denied", gif()) == "error 50013"


async def test_stickers_follow_discords_rules(server: DiscordServer, guild: Guild, alice: User) -> None:
    async def make(data: bytes) -> str:
        return (await (await alice.slash("make sticker", image=Upload("s.gif", data))).answered()).text

    assert await make(gif(side=320)) == "hi"
    assert await make(gif(side=320, frames=60)) == "error 170007"
    with server.expecting_violations():
        assert await make(gif(side=300)) == "error 50035"
    assert await make(gif(side=320) + b"\0" * 524288) == "error 50045"
    for number in range(4):
        guild.stickers[number] = next(iter(guild.stickers.values()))
    assert await make(gif(side=320)) == "error 30039"


async def test_rate_limits_are_waited_for_or_raised(server: DiscordServer, alice: User) -> None:
    fault = server.faults.rate_limit("POST /guilds/*/emojis", 0.2)
    reply = await alice.slash("make emoji", name="slow", image=Upload("e.gif", gif()))
    assert "slow" in (await reply.answered()).text
    assert fault.hits == 1
    server.faults.rate_limit("POST /guilds/*/emojis", 1800.0)
    reply = await alice.slash("make emoji", name="never", image=Upload("e.gif", gif()))
    assert (await reply.answered()).text == "wait 1800"


async def test_a_cut_connection_is_resumed_and_nothing_is_lost(server: DiscordServer, alice: User) -> None:
    await server.gateway.disconnect()
    reply = await alice.but(acknowledge_within=8.0).slash("count")
    assert reply.text == "counted 0"
    session = next(iter(server.gateway.sessions.values()))
    assert session.resumes == 1
    await server.gateway.reconnect()
    await asyncio.wait_for(server.gateway.connected.wait(), 10)
    assert len(server.gateway.sessions) == 1


async def test_tokens_end(server: DiscordServer, alice: User) -> None:
    reply = await alice.slash("late", times=1)
    await reply.saying("more 0")
    assert reply.message.ephemeral
    server.expire_tokens()
    async with aiohttp.ClientSession() as session:
        url = f"{server.cdn.base}/api/v10/webhooks/{server.world.application_id}/{reply.interaction.token}"
        async with session.post(url, json={"content": "still there?"}) as response:
            assert (response.status, (await response.json())["code"]) == (401, 50027)


async def test_an_app_that_people_bring_along(server: DiscordServer) -> None:
    carol = server.add_user("carol", installed=True)
    elsewhere = carol.at(server.add_guild("Elsewhere", with_bot=False))
    reply = await elsewhere.slash("late", times=6)
    await reply.saying("more 4")
    await asyncio.sleep(0.1)
    assert len(reply.followups) == 5
    assert (await carol.at(server.add_group(carol)).slash("count")).text == "counted 0"
    assert (await carol.in_dm().slash("count")).text == "counted 0"
    with pytest.raises(NotOffered, match="no option"):
        await elsewhere.slash("count", nonsense=1)


async def test_files_lie_under_signed_addresses_that_expire(server: DiscordServer, alice: User) -> None:
    message = await alice.post("", Upload("dot.gif", gif()))
    async with aiohttp.ClientSession() as session:

        async def status(url: str) -> int:
            async with session.get(url) as response:
                return response.status

        url = server.cdn.url(message.attachments[0])
        assert await status(url) == 200
        assert await status(url.replace("hm=", "hm=0")) == 403
        server.cdn.lifetime = -1.0
        assert await status(server.cdn.url(message.attachments[0])) == 403
        server.cdn.lifetime = 60.0
        server.faults.fail("GET /attachments/*", 503)
        assert await status(server.cdn.url(message.attachments[0])) == 503


CALLBACK = "/interactions/{interaction_id}/{interaction_token}/callback"


async def _answer(server: DiscordServer, alice: User, *bodies: Any) -> list[int]:
    """Codes with which these bodies are met, sent as callback and follow-ups of one interaction."""
    from tests.discord_server.interactions import Interaction, InteractionKind
    from tests.discord_server.state import new_id

    owners = {"authorizing_integration_owners": {"0": str(alice.channel.id)}}
    kind = InteractionKind.COMMAND
    interaction = Interaction(new_id(), kind, alice.account, alice.channel, owners, alone=False)
    server.interactions[interaction.token] = interaction
    codes = []
    async with aiohttp.ClientSession() as session:
        for index, body in enumerate(bodies):
            path = f"/interactions/{interaction.id}/{interaction.token}/callback"
            if index:
                path = f"/webhooks/{server.world.application_id}/{interaction.token}"
            async with session.post(f"{server.cdn.base}/api/v10{path}", json=body) as response:
                codes.append((await response.json())["code"] if response.status >= 400 else 0)
    return codes


def _text(words: str) -> dict[str, Any]:
    return {"type": 10, "content": words}


@pytest.mark.parametrize(
    "data",
    [
        {"content": "x" * 2001},
        {"content": "words", "flags": 1 << 15, "components": [_text("and components")]},
        {"flags": 1 << 15, "components": [_text("x")] * 41},
        {"flags": 1 << 15, "components": [_text("x" * 4001)]},
        {"components": [_text("no flag")]},
        {"flags": 1 << 15, "components": [{"type": 12, "items": [{"media": {"url": "attachment://none.gif"}}]}]},
        {"components": [{"type": 1, "components": [{"type": 2, "style": 1, "custom_id": "a", "label": "A"}] * 2}]},
        {"components": [{"type": 1, "components": [{"type": 2, "style": 5, "custom_id": "a", "label": "A"}]}]},
        {"flags": 1 << 15, "components": [{"type": 17, "components": []}]},
        {"content": "", "flags": 0},
        {"content": "misspelt", "component": []},
    ],
    ids=lambda data: ",".join(data)[:30],
)
async def test_wrong_messages_are_refused(server: DiscordServer, alice: User, data: dict[str, Any]) -> None:
    if "component" in data and not (SHARED_DATA / "discord_openapi.json").exists():
        pytest.skip("needs Discord's OpenAPI file")
    with server.expecting_violations() as violations:
        codes = await _answer(server, alice, {"type": 4, "data": data})
    assert codes in ([50035], [50006])
    assert violations


async def test_an_interaction_is_answered_once_and_deferred_plainly(server: DiscordServer, alice: User) -> None:
    with server.expecting_violations():
        assert await _answer(server, alice, {"type": 5, "data": {"flags": 1 << 15}}) == [50035]
        assert await _answer(server, alice, {"type": 5, "data": {"flags": 64}}, {"content": "there"}) == [0, 0]
        assert await _answer(server, alice, {"type": 7, "data": {"content": "nothing to update"}}) == [50035]


async def test_emoji_data_must_be_what_it_says(server: DiscordServer, guild: Guild) -> None:
    url = f"{server.cdn.base}/api/v10/guilds/{guild.id}/emojis"
    lie = "data:image/png;base64," + base64.b64encode(gif()).decode()
    headers = {"Authorization": f"Bot {server.world.token}"}
    async with aiohttp.ClientSession() as session:
        with server.expecting_violations():
            async with session.post(url, json={"name": "lie", "image": lie}, headers=headers) as response:
                assert (await response.json())["code"] == 50035
        async with session.post(url, json={"name": "lie", "image": lie}) as response:
            assert response.status == 401
