"""Interactions over HTTP: who is let in at the door, and who is not. Other files play what lies behind both doors."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator

import aiohttp
import pytest
import pytest_asyncio
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bot.app import AnimeMojiBot
from bot.errors import StartupError
from bot.web import interactions
from tests.e2e.scene import CLIP, Scene, free_port


@pytest_asyncio.fixture
async def scene(scene: Scene) -> AsyncIterator[Scene]:
    scene.over_http = True
    yield scene


@pytest_asyncio.fixture
async def bot(scene: Scene) -> AsyncIterator[AnimeMojiBot]:
    async with scene.bot() as bot:
        yield bot


def _ping(**fields: object) -> bytes:
    return json.dumps({"type": 1, "id": "1", **fields}).encode()


async def test_the_gateway_is_left_alone(scene: Scene, bot: AnimeMojiBot) -> None:
    await scene.create(name="Mimi")
    assert scene.server.gateway.sessions == {}
    assert bot.is_ready()


async def test_forms_menus_and_suggestions_come_through_the_door(scene: Scene, bot: AnimeMojiBot) -> None:
    reply = await scene.create(name="Mimi")
    form = await scene.alice.click(reply, "Save as")
    field = form.modal["components"][0]["component"]["custom_id"]
    await (await scene.alice.submit_modal(form, **{field: "Momo"})).saying("Momo")
    assert [choice["name"] for choice in await scene.alice.autocomplete("animoji again", "character", "mo")] == ["Momo"]
    message = await scene.bob.post("", CLIP)
    assert (await scene.alice.context_menu("Animate this", message)).modal


async def test_a_ping_is_answered(scene: Scene, bot: AnimeMojiBot) -> None:
    endpoint = scene.server.endpoint
    status, answer = await endpoint.post(_ping(), endpoint.signed(_ping()))
    assert (status, json.loads(answer)) == (200, {"type": 1})


async def test_what_discord_has_not_signed_is_refused(scene: Scene, bot: AnimeMojiBot) -> None:
    endpoint = scene.server.endpoint
    body = _ping()
    good = endpoint.signed(body)
    stranger = Ed25519PrivateKey.generate().sign(good["X-Signature-Timestamp"].encode() + body).hex()
    forged = [
        {},
        good | {"X-Signature-Ed25519": stranger},
        good | {"X-Signature-Ed25519": "no number"},
        good | {"X-Signature-Ed25519": good["X-Signature-Ed25519"][:-2]},
        good | {"X-Signature-Timestamp": str(int(good["X-Signature-Timestamp"]) + 1)},
        good | {"X-Signature-Timestamp": ""},
    ]
    for headers in forged:
        assert (await endpoint.post(body, headers))[0] == 401
    assert (await endpoint.post(_ping(more=1), good))[0] == 401, "the body was changed"
    assert (await endpoint.post(body, good))[0] == 200


@pytest.mark.parametrize("seconds", [-3600, -35, 35])
async def test_an_old_timestamp_is_refused_though_it_is_signed(
    scene: Scene, bot: AnimeMojiBot, seconds: float, caplog: pytest.LogCaptureFixture
) -> None:
    endpoint = scene.server.endpoint
    status, _ = await endpoint.post(_ping(), endpoint.signed(_ping(), at=time.time() + seconds))
    assert status == 401
    assert "this clock is wrong, or somebody sent it again" in caplog.text


async def test_a_copy_is_refused_and_starts_no_second_job(scene: Scene, bot: AnimeMojiBot) -> None:
    reply = await scene.create()
    body = json.dumps(reply.interaction.payload).encode()
    endpoint = scene.server.endpoint
    assert (await endpoint.post(body, endpoint.signed(body)))[0] == 409
    assert len(scene.engine.jobs) == 1


async def test_ids_are_forgotten_when_their_copies_would_be_too_old(
    scene: Scene, bot: AnimeMojiBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    door = interactions.InteractionDoor(bot, bytes.fromhex(scene.server.endpoint.public_key))
    now = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: now)
    assert all(door._is_new(str(number)) for number in range(100))
    assert not door._is_new("7")
    now += 2 * interactions.WINDOW_SECONDS
    assert door._is_new("new")
    assert list(door._seen) == ["new"]


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"x"', b'{"type": 2}', b"\xff"])
async def test_what_is_no_interaction_is_refused(scene: Scene, bot: AnimeMojiBot, body: bytes) -> None:
    assert (await scene.server.endpoint.post(body, scene.server.endpoint.signed(body)))[0] == 400


async def test_a_large_body_is_refused_before_it_is_read_whole(scene: Scene, bot: AnimeMojiBot) -> None:
    body = bytes(interactions.MAX_BYTES + 1)
    assert (await scene.server.endpoint.post(body, scene.server.endpoint.signed(body)))[0] == 413


async def test_a_body_that_does_not_come_is_not_waited_for(
    scene: Scene, bot: AnimeMojiBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(interactions, "READING_SECONDS", 0.05)
    port = scene.server.endpoint.url.split(":")[2].split("/")[0]
    reader, writer = await asyncio.open_connection("127.0.0.1", int(port))
    writer.write(b"POST /interactions HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{")
    assert b" 408 " in await asyncio.wait_for(reader.readline(), 5)
    writer.close()


async def test_nothing_else_is_served_there(scene: Scene, bot: AnimeMojiBot) -> None:
    async with aiohttp.ClientSession(scene.server.endpoint.url.removesuffix("interactions")) as http:
        for path in ("", "metrics", "healthz", "readyz"):
            async with http.get(path) as answer:
                assert answer.status == 404
        async with http.get("interactions") as answer:
            assert answer.status == 405


async def test_readiness_is_told_at_the_other_port(scene: Scene) -> None:
    port = free_port()
    async with (
        scene.bot(http_port=port),
        aiohttp.ClientSession(f"http://127.0.0.1:{port}") as http,
        http.get("/readyz") as answer,
    ):
        assert await answer.json() == {"ready": True, "missing": []}


async def test_a_port_that_is_taken_ends_in_one_sentence(scene: Scene, bot: AnimeMojiBot) -> None:
    taken = int(scene.server.endpoint.url.split(":")[2].split("/")[0])
    with pytest.raises(StartupError, match="ANIMEMOJI_INTERACTIONS_PORT"):
        async with interactions.open_door(bot, scene.server.endpoint.public_key, "127.0.0.1", taken):
            pass
