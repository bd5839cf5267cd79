"""The studio as an activity: a page plays Discord's client, and the local Discord vouches for who is there."""

from __future__ import annotations

import json
from typing import Any

import aiohttp
import pytest
from pydantic import ValidationError

from bot.settings import Settings
from tests.chromium import launch, needs_chromium
from tests.discord_server import NotOffered
from tests.e2e.activities import discord_client, launched, opened
from tests.e2e.scene import Scene, both_doors

playwright = pytest.importorskip("playwright.async_api", reason="Playwright is not installed: pip install playwright")


@both_doors
async def test_a_command_launches_it(scene: Scene) -> None:
    async with opened(scene):
        instance = await launched(scene)
        assert (instance.channel, instance.users) == (scene.alice.channel, [scene.alice.account])
    async with scene.bot():
        with pytest.raises(NotOffered):
            await scene.alice.slash("animoji activity")


async def test_discord_itself_says_who_comes(scene: Scene) -> None:
    activities = scene.server.activities
    async with opened(scene) as address, aiohttp.ClientSession(headers={"Origin": address}) as http:
        instance = await launched(scene)

        async def enter(code: str, place: str) -> tuple[int, dict[str, Any]]:
            async with http.post(
                f"{address}/api/activity", data=json.dumps({"code": code, "instance": place})
            ) as answer:
                cookies = answer.headers.getall("Set-Cookie", [])
                assert bool(cookies) == (answer.status == 200)
                if cookies:
                    assert cookies[0].endswith("HttpOnly; Secure; SameSite=None; Partitioned")
                    http.headers["Cookie"] = cookies[0].partition(";")[0]
                return answer.status, await answer.json()

        code = activities.code(scene.alice.account)
        for wrong, place in (
            ("guessed", instance.id),
            (activities.code(scene.bob.account), instance.id),  # he is not in it
            (activities.code(scene.alice.account), "i-another"),
        ):
            status, said = await enter(wrong, place)
            assert (status, said["key"]) == (422, "error.activity_gone")
        assert (await enter("", instance.id))[0] == 422
        assert (await enter(code, instance.id))[0] == 200
        async with http.get(f"{address}/api/welcome") as answer:
            assert (await answer.json())["place"] == "#general"
        async with http.post(f"{address}/api/activity/door") as answer:
            door = (await answer.json())["address"]
        async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as window, window.get(door) as page:
            assert page.status == 200
        assert (await enter(code, instance.id))[0] == 422  # it was used
        async with http.get(f"{address}/?frame_id=1") as answer:
            policy = answer.headers["Content-Security-Policy"]
            proxy = f"https://{scene.server.world.application_id}.discordsays.com"
            assert policy.endswith(f"frame-ancestors https://discord.com {proxy}")
        for origin, status in ((proxy, 422), ("https://1.discordsays.com", 403), ("https://evil.example", 403)):
            async with http.post(f"{address}/api/activity", data="{}", headers={"Origin": origin}) as answer:
                assert answer.status == status


@needs_chromium
async def test_the_studio_runs_in_a_frame(scene: Scene) -> None:
    async with (
        discord_client() as client,
        opened(scene, client.origin) as address,
        playwright.async_playwright() as tools,
    ):
        browser = await launch(tools)
        page = await browser.new_page(locale="en-GB")
        wrong: list[str] = []
        page.on("console", lambda message: wrong.append(message.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        instance = await launched(scene)
        await page.goto(client.frame(address, scene.server.activities.code(scene.alice.account), instance.id))
        frame = page.frame_locator("iframe")
        await frame.locator("#figure[aria-label]").wait_for()
        await frame.locator("#tab-motion").click()
        await frame.get_by_text("Sliders", exact=True).click()
        await frame.get_by_role("slider", name="Ah").press("End")
        assert await frame.get_by_role("slider", name="Ah").get_attribute("aria-valuetext") == "100 %"
        await frame.get_by_text("Camera or clip").click()
        await frame.get_by_role("button", name="Open it in my browser").click()
        said: list[Any] = [[0, {}]]
        while said[-1][1].get("cmd") != "OPEN_EXTERNAL_LINK":
            said = await page.evaluate("window.said")
        commands = [what.get("cmd") for _, what in said]
        assert commands == [None, "AUTHORIZE", "AUTHENTICATE", "OPEN_EXTERNAL_LINK"]
        application = str(scene.server.world.application_id)
        assert said[0] == [0, {"v": 1, "encoding": "json", "client_id": application, "frame_id": "f1"}]
        assert said[1][1]["args"]["scope"] == ["identify"]
        # The same person, in a window of their own.
        window = await browser.new_page(locale="en-GB")
        await window.goto(said[-1][1]["args"]["url"])
        await window.locator("#figure[aria-label]").wait_for()
        assert wrong == []
        # Who says no is told why nothing comes.
        await page.goto(client.frame(address, "", instance.id))
        await frame.get_by_text("User cancelled").wait_for()
        await browser.close()


@needs_chromium
async def test_no_other_page_may_frame_it(scene: Scene) -> None:
    async with discord_client() as client, opened(scene) as address, playwright.async_playwright() as tools:
        browser = await launch(tools)
        page = await browser.new_page()
        instance = await launched(scene)
        refused: list[str] = []
        page.on("console", lambda message: refused.append(message.text))
        await page.goto(client.frame(address, scene.server.activities.code(scene.alice.account), instance.id))
        await page.wait_for_timeout(1000)
        assert "frame-ancestors" in refused[0]
        assert await page.evaluate("window.said") == []
        await browser.close()


def test_settings_go_together() -> None:
    whole: dict[str, Any] = {
        "discord_token": "x",
        "_env_file": None,
        "studio_url": "https://studio.example",
        "studio_port": 1,
        "activity_id": 5,
        "activity_secret": "s",
    }
    assert Settings(**whole).activity_parents[0] == "https://discord.com"
    said = {"activity_id": "ACTIVITY_ID", "activity_secret": "ACTIVITY_ID", "studio_port": "STUDIO_PORT"}
    for missing, named in said.items():
        with pytest.raises(ValidationError, match=f"ANIMEMOJI_{named}"):
            Settings(**{name: value for name, value in whole.items() if name != missing})
