"""People in one activity see each other's characters, and a window of the browser moves the one in the frame."""

from __future__ import annotations

import asyncio
import json
import math
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final

import aiohttp
import pytest

import studio.gathering
from pipeline import Moment
from pipeline.types import Poses, make_pose
from studio.wire import MESSAGE_BYTES, pack, unpack
from tests.chromium import launch, needs_chromium
from tests.discord_server.state import Account
from tests.e2e.activities import discord_client, launched, opened
from tests.e2e.scene import Scene
from tests.e2e.visitors import Visit

playwright = pytest.importorskip("playwright.async_api", reason="Playwright is not installed: pip install playwright")
axe = pytest.importorskip("axe_playwright_python.async_playwright", reason="pip install axe-playwright-python")
TURNED: Final = """() => setInterval(() => {
  const pose = new Float32Array(45).map((_, i) => (i === 40 ? 0.9 : 0));
  document.dispatchEvent(new CustomEvent("acted", {detail: {pose, place: [0.1, 0, 0]}}));
}, 100)"""
"""Somebody is seen who turns their head far, beside their usual place."""
LINE: Final = "/api/room/line"
DRAWN: Final = """canvas => canvas.getContext("2d", {willReadFrequently: true})
  .getImageData(0, 0, canvas.width, canvas.height).data.some((value) => value)"""
CHANGED: Final = """canvas => {
  const {data} = canvas.getContext("2d", {willReadFrequently: true}).getImageData(0, 0, canvas.width, canvas.height);
  const before = canvas.before?.length === data.length ? canvas.before : (canvas.before = data);
  return data.filter((value, i) => Math.abs(value - before[i]) > 40).length > 0.01 * data.length;
}"""
"""Whether a canvas shows something else than when this was asked first."""


HEARTS: Final = """canvas => {
  const {data} = canvas.getContext("2d", {willReadFrequently: true}).getImageData(0, 0, canvas.width, canvas.height);
  let count = 0;
  for (let at = 0; at < data.length; at += 4) {
    count += data[at + 3] > 200 && [255, 104, 150].every((value, i) => Math.abs(data[at + i] - value) < 12);
  }
  return count / (data.length / 4);
}"""
"""The share of a canvas that has the very pink of hearts, which is neither a mouth's nor a blush's."""
RULES: Final = {"resultTypes": ["violations"], "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}


@asynccontextmanager
async def seated(address: str, code: str, instance: str) -> AsyncIterator[Visit]:
    """Somebody whom Discord lets into the activity."""
    async with aiohttp.ClientSession(headers={"Origin": address}) as http:
        made = Visit(http, address)
        async with http.post(
            f"{address}/api/activity", data=json.dumps({"code": code, "instance": instance})
        ) as answer:
            assert answer.status == 200, await answer.text()
            http.headers["Cookie"] = answer.headers["Set-Cookie"].partition(";")[0]
        yield made


async def line(person: Visit) -> aiohttp.ClientWebSocketResponse:
    """A line into the room."""
    return await person.http.ws_connect(person.origin + LINE, headers={"Origin": person.origin})


async def heard(socket: aiohttp.ClientWebSocketResponse) -> AsyncIterator[aiohttp.WSMessage]:
    """All that comes, until the line ends."""
    while (message := await socket.receive(60)).type in (aiohttp.WSMsgType.TEXT, aiohttp.WSMsgType.BINARY):
        yield message


async def told(socket: aiohttp.ClientWebSocketResponse, **wanted: Any) -> dict[str, Any]:
    """The first thing said that is as wanted."""
    async for message in heard(socket):
        if message.type is aiohttp.WSMsgType.TEXT:
            said: dict[str, Any] = json.loads(message.data)
            if said.items() >= wanted.items():
                return said
    raise AssertionError(f"the line ended before {wanted} was said")


def packed(shown: Poses) -> bytes:
    """A pose as a page sends it."""
    return pack(Moment(shown), time.time())


async def pose(socket: aiohttp.ClientWebSocketResponse) -> tuple[Any, int]:
    """The next pose, and the number of whose it is."""
    async for message in heard(socket):
        if message.type is aiohttp.WSMsgType.BINARY:
            assert len(message.data) == MESSAGE_BYTES + 1
            return unpack(message.data[:-1])[0].pose, message.data[-1]
    raise AssertionError("the line ended")


async def people(socket: aiohttp.ClientWebSocketResponse, *names: str) -> list[dict[str, Any]]:
    """Those whom a state tells of, once it tells of these."""
    while True:
        said = await told(socket)
        if sorted(each["name"] for each in said["people"]) == sorted(names):
            found: list[dict[str, Any]] = said["people"]
            return found


async def test_who_is_in_the_instance_sees_the_others_and_nobody_else_does(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(studio.gathering, "LOOKED_AFTER", 1.0)
    activities = scene.server.activities
    async with opened(scene) as address:
        instance = await launched(scene)
        instance.users.append(scene.bob.account)
        another = await launched(scene)
        code = activities.code
        async with (
            seated(address, code(scene.alice.account), instance.id) as alice,
            seated(address, code(scene.bob.account), instance.id) as bob,
            seated(address, code(scene.alice.account), another.id) as stranger,
        ):
            hers, his, elsewhere = [await line(each) for each in (alice, bob, stranger)]
            for person, socket in ((alice, hers), (bob, his), (stranger, elsewhere)):
                await socket.send_json({"show": await person.draw()})
            (seen,) = await people(hers, "Bob")
            await people(his, "Alice")
            # Bob's character, as the others get it, and how it moves.
            assert (await alice.ask("GET", f"/api/room/people/{seen['number']}/portrait"))[:4] == b"RIFF"
            await his.send_bytes(packed(make_pose(mouth_aaa=0.5)))
            shown, number = await pose(hers)
            assert number == seen["number"]
            assert shown == pytest.approx(make_pose(mouth_aaa=0.5))
            # In another instance nobody else is seen, whatever is asked for.
            assert (await told(elsewhere, people=[]))["window"] is False
            for asked in (0, 2, 3, 999):
                await stranger.refused("GET", f"/api/room/people/{asked}/portrait")
            await his.send_json({"show": "another-s"})
            await told(his, refused="That character is no longer here: choose another one, or make it again.")
            # Nonsense is refused, what is too long ends the line, and others hear none of it.
            await hers.send_bytes(bytes(MESSAGE_BYTES + 1))
            await told(hers, refused="The studio cannot read what was sent (pose): reload the page and try again.")
            # Bob leaves his instance: the line of his page is closed for good, and Alice is alone.
            instance.users.remove(scene.bob.account)
            assert "not in this activity any more" in (await refusal(his))
            await people(hers)
            assert "not in this activity any more" in (await refusal(await line(bob)))
            await hers.close()
            await elsewhere.close()
        async with aiohttp.ClientSession() as nobody:
            for headers, status in (({"Origin": address}, 401), ({"Origin": "https://evil.example"}, 403)):
                with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
                    await nobody.ws_connect(address + LINE, headers=headers)
                assert refused.value.status == status


async def refusal(socket: aiohttp.ClientWebSocketResponse) -> str:
    """Why a line is closed for good."""
    said = ""
    async for message in heard(socket):
        if message.type is aiohttp.WSMsgType.TEXT:
            said = json.loads(message.data).get("refused", said)
    assert socket.close_code == 4001
    return said


async def test_a_window_moves_the_frame_of_its_person_alone(scene: Scene) -> None:
    activities = scene.server.activities
    async with opened(scene) as address:
        instance = await launched(scene)
        instance.users.append(scene.bob.account)
        async with (
            seated(address, activities.code(scene.alice.account), instance.id) as alice,
            seated(address, activities.code(scene.bob.account), instance.id) as bob,
        ):
            hers, his = await line(alice), await line(bob)
            for person, socket in ((alice, hers), (bob, his)):
                await socket.send_json({"show": await person.draw()})
            await people(hers, "Bob")
            door = (await alice.ask("POST", "/api/activity/door"))["address"]
            async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as http:
                async with http.get(door) as page:
                    assert page.status == 200
                async with http.get(door, allow_redirects=False) as again:  # it was used
                    assert again.status == 401
                    assert "opens it once" in await again.text() or "each opens" in await again.text()
                window = Visit(http, address)
                welcome = await window.ask("GET", "/api/welcome")
                assert welcome["room"] == "window"
                assert welcome["first"].startswith("made-")  # hers, as it is on her stage
                sees = await line(window)
                assert (await told(sees))["frame"] is True
                await told(hers, window=True)
                await sees.send_json({"show": welcome["first"]})  # a window shows nothing
                await sees.send_bytes(packed(make_pose(head_y=0.25)))
                moved, number = await pose(hers)
                assert (number, moved == pytest.approx(make_pose(head_y=0.25))) == (0, True)
                heard = make_pose() * math.nan
                heard[26] = 0.5
                await asyncio.sleep(0.03)  # sixty a second are taken
                await sees.send_bytes(packed(heard))
                moved, number = await pose(hers)
                assert (number, moved[26]) == (0, 0.5)
                await hers.send_bytes(packed(make_pose(head_y=0.75)))
                moved, number = await pose(his)  # what the window said did not come to him
                assert (number > 0, moved == pytest.approx(make_pose(head_y=0.75))) == (True, True)
                await hers.close()
                await told(sees, frame=False)
                await people(his)
                await sees.close()


@asynccontextmanager
async def chromium() -> AsyncIterator[Any]:
    async with playwright.async_playwright() as tools:
        browser = await launch(tools)
        yield browser
        await browser.close()


async def until(canvas: Any, script: str) -> None:
    """Waits until a script says yes to what is drawn."""
    end = time.monotonic() + 60
    while not await canvas.evaluate(script):
        assert time.monotonic() < end
        await asyncio.sleep(0.05)


@needs_chromium
async def test_two_people_see_each_other_move(scene: Scene) -> None:
    async with discord_client() as client, opened(scene, client.origin) as address, chromium() as browser:
        instance = await launched(scene)
        instance.users.append(scene.bob.account)
        wrong: list[str] = []

        async def joined(account: Account, motion: str) -> tuple[Any, Any]:
            page = await browser.new_page(locale="en-GB", reduced_motion=motion)
            page.on("console", lambda message: wrong.append(message.text))
            page.on("pageerror", lambda error: wrong.append(str(error)))
            await page.goto(client.frame(address, scene.server.activities.code(account), instance.id))
            return page, page.frame_locator("iframe")

        hers, alice = await joined(scene.alice.account, "no-preference")
        _, bob = await joined(scene.bob.account, "reduce")
        friend = alice.get_by_role("button", name="Bob")
        await until(friend.locator("canvas"), DRAWN)
        await friend.locator("canvas").evaluate(CHANGED)
        # Bob turns his head far: Alice sees it.
        await bob.locator("#tab-motion").click()
        await bob.get_by_text("Sliders", exact=True).click()
        await bob.locator('[data-names="head_y"]').press("End")
        await until(friend.locator("canvas"), CHANGED)
        # Alice's browser has a camera; what it sees moves her character in the frame.
        await alice.locator("#tab-motion").click()
        await alice.get_by_text("Camera or clip").click()
        await alice.get_by_role("button", name="Open it in my browser").click()
        said: list[Any] = [[0, {}]]
        while said[-1][1].get("cmd") != "OPEN_EXTERNAL_LINK":
            said = await hers.evaluate("window.said")
        window = await browser.new_page(locale="en-GB", reduced_motion="reduce")
        window.on("pageerror", lambda error: wrong.append(str(error)))
        await window.goto(said[-1][1]["args"]["url"])
        await window.get_by_text("moves your character in the activity").wait_for()
        await alice.locator("#panel-motion section:visible").get_by_text("Your browser is connected").wait_for()
        await alice.locator("#figure").evaluate(CHANGED)
        # The camera itself is tried in tests/studio/test_camera.py; this is what the page is told of what it sees.
        await window.evaluate(TURNED)
        await until(alice.locator("#figure"), CHANGED)
        # She leaves.
        await hers.close()
        await window.get_by_text("Your activity is closed").wait_for()
        await bob.get_by_role("button", name="Alice").wait_for(state="hidden")
        assert wrong == []


@needs_chromium
async def test_tiles_of_friends_show_signs_and_fit_a_phone(scene: Scene) -> None:
    async with discord_client() as client, opened(scene, client.origin) as address, chromium() as browser:
        instance = await launched(scene)
        instance.users.append(scene.bob.account)
        pages = []
        for account in (scene.alice.account, scene.bob.account):
            page = await browser.new_page(locale="en-GB", reduced_motion="no-preference")
            pages.append(page)
            await page.goto(client.frame(address, scene.server.activities.code(account), instance.id))
        alice, bob = [page.frame_locator("iframe") for page in pages]
        friend = alice.get_by_role("button", name="Bob")
        await until(friend.locator("canvas"), DRAWN)
        await bob.locator("#play").click()  # still, so that nothing else changes on Alice's tile
        await asyncio.sleep(0.5)
        assert await friend.locator("canvas").evaluate(HEARTS) == 0
        await bob.locator("#play").click()
        await bob.locator("#tab-dress").click()
        await bob.locator(".effects .segments").get_by_text("Choose").click()
        await bob.locator(".effects").get_by_text("Hearts").click()
        end = time.monotonic() + 60
        while await friend.locator("canvas").evaluate(HEARTS) < 0.003:
            assert time.monotonic() < end
            await asyncio.sleep(0.05)
        await bob.locator(".effects").get_by_text("Hearts").click()
        while await friend.locator("canvas").evaluate(HEARTS) > 0:
            assert time.monotonic() < end
            await asyncio.sleep(0.05)
        # On a phone nothing is cut, and nobody is kept out.
        await pages[0].evaluate("document.querySelector('iframe').width = 320")
        frame = pages[0].frames[1]
        cut = "[...document.querySelectorAll('.friend span')].some((name) => name.scrollWidth > name.clientWidth + 1)"
        for language, press in (("en", "false"), ("ja", "true")):
            await alice.locator("#language").select_option(language)
            if await friend.get_attribute("aria-pressed") != press:
                await friend.click()
            assert await frame.evaluate("document.documentElement.scrollWidth") <= 320
            assert not await frame.evaluate(cut)
            tile, shown = await friend.bounding_box(), await friend.locator("canvas").bounding_box()
            assert tile["x"] <= shown["x"], "its picture lies in it"
            assert shown["x"] + shown["width"] <= tile["x"] + tile["width"]
            assert shown["width"] > (140 if press == "true" else 50)
            found = (await axe.Axe().run(frame, options=RULES)).response["violations"]
            assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []
