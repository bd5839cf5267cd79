"""From a button in Discord to the studio in a real Chromium, and back into the channel, on the real engine."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image, ImageSequence

from pipeline import Engine
from tests.chromium import launch, needs_chromium
from tests.e2e.scene import Scene, free_port
from tests.e2e.visitors import link_in

playwright = pytest.importorskip("playwright.async_api", reason="Playwright is not installed: pip install playwright")
pytestmark = needs_chromium


async def test_a_character_goes_from_discord_to_the_studio_and_back(scene: Scene) -> None:
    port = free_port()
    origin = f"http://127.0.0.1:{port}"
    async with (
        Engine() as engine,
        scene.bot(engine, studio_url=origin, studio_port=port),
        playwright.async_playwright() as tools,
    ):
        made = await scene.alice.slash("animoji create", prompt="silver twin tails, blue eyes", name="Mimi")
        await made.with_files(timeout=60)
        link = link_in(await scene.alice.click(made, "Open in the studio"))
        browser = await launch(tools)
        page = await browser.new_page(locale="en-GB")
        wrong: list[str] = []
        page.on("console", lambda message: wrong.append(message.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "request", lambda request: None if request.url.startswith((origin, "data:")) else wrong.append(request.url)
        )
        await page.goto(link)
        await page.locator("#figure[aria-label]").wait_for()
        await page.get_by_role("button", name="Mimi", pressed=True).wait_for()
        assert await page.get_by_text("Choose a picture").is_visible()
        await page.click("#tab-motion")
        await page.click("[data-motion=wave]")
        await page.click("#tab-file")
        await page.get_by_text("128 px", exact=True).click()
        await page.get_by_role("button", name="Make the file").click()
        await page.locator("img.made").wait_for(timeout=60_000)
        await page.get_by_role("button", name="Post in #general").click()
        await page.get_by_role("button", name="Posted in #general").wait_for()
        assert await page.get_by_role("button", name="Posted in #general").is_disabled()
        # The same person, without the session that the link opened.
        stranger = await browser.new_page()
        await stranger.goto(link)
        assert (await stranger.inner_text("body")).startswith("This link no longer opens the studio")
        await browser.close()
        assert wrong == []
    posted = [each for each in scene.server.world.messages.values() if each.interaction_metadata is None]
    (message,) = [each for each in posted if each.attachments]
    assert message.channel is scene.alice.channel
    with Image.open(io.BytesIO(message.attachments[0].data)) as image:
        assert (image.format, image.size) == ("GIF", (128, 128))
        frames = [np.asarray(frame.convert("RGBA")).astype(int) for frame in ImageSequence.Iterator(image)]
    assert max(np.abs(frame - frames[0]).mean() for frame in frames) > 1, "it waves"
