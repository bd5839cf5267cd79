"""Takes the pictures in docs/activity.md: ``python -m docs.make_activity_pictures``.

The bot runs against the local Discord of the tests, and a page on another origin plays Discord's client, which frames
the studio: what is pictured is that frame. It needs Playwright and a Chromium (see docs/puppet.md), and a font with
Japanese letters.
"""

from __future__ import annotations

import asyncio
import io
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import PIL.Image
from playwright.async_api import async_playwright

from docs.make_studio_pictures import beside
from pipeline.types import PipelineSettings
from tests.chromium import launch
from tests.discord_server import DiscordServer
from tests.e2e.activities import DiscordClient, discord_client, launched, opened
from tests.e2e.scene import make_scene
from tests.studio.seeing import seeing_models

FOLDER: Final = Path(__file__).parent / "img" / "activity"
WHO: Final = {
    "Alice": "girl, long silver hair, violet eyes, cat ears, hoodie",
    "Bob": "elf boy, short green hair, gold eyes, kimono",
    "Carol": "woman, red bob, glasses, suit",
}


@dataclass
class Person:
    """Somebody in the activity: the page that plays their client, and the frame in it."""

    page: Any
    frame: Any

    async def choose(self, words: str) -> None:
        """Draws their character."""
        await self.frame.locator("#tab-character").click()
        await self.frame.locator("#words").fill(words)
        await self.frame.get_by_role("button", name="Draw", exact=True).click()
        await self.page.wait_for_timeout(2500)

    async def move(self, motion: str) -> None:
        """Plays a preset."""
        await self.frame.locator("#tab-motion").click()
        await self.frame.locator("#panel-motion .segments label").first.click()
        await self.frame.locator(f'[data-motion="{motion}"]').click()

    async def sized(self, width: int, height: int) -> None:
        """The frame as a client shows it."""
        script = "([w, h]) => Object.assign(document.querySelector('iframe'), {width: w, height: h, frameBorder: 0})"
        await self.page.evaluate(script, [width, height])
        await self.page.wait_for_timeout(600)

    async def taken(self) -> PIL.Image.Image:
        """What is in the frame, from its top."""
        await self.frame.locator("html").evaluate("() => scrollTo(0, 0)")
        await self.page.wait_for_timeout(300)
        return PIL.Image.open(io.BytesIO(await self.page.locator("iframe").screenshot())).convert("RGB")


async def main() -> None:
    """All of them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="animemoji-") as folder:
        async with DiscordServer(strict=False) as server, discord_client() as client, async_playwright() as tools:
            scene = make_scene(server, Path(folder))
            carol = server.add_user("carol").at(scene.guild)
            models = PipelineSettings(models=seeing_models())
            async with opened(scene, client.origin, pipeline=models) as address:
                browser = await launch(tools)
                instance = await launched(scene)
                accounts = (scene.alice.account, scene.bob.account, carol.account)
                instance.users[:] = accounts
                codes = [server.activities.code(account) for account in accounts]
                people = [await joined(browser, client, address, code, instance.id) for code in codes]
                await pictures(people, list(WHO.values()), browser)
                await browser.close()


async def joined(browser: Any, client: DiscordClient, address: str, code: str, instance: str) -> Person:
    """Somebody opens the activity."""
    looks: dict[str, Any] = {"locale": "en-GB", "color_scheme": "dark"}
    page = await browser.new_page(viewport={"width": 1200, "height": 900}, **looks)
    await page.goto(client.frame(address, code, instance))
    frame = page.frame_locator("iframe")
    await frame.locator("#figure[aria-label]").wait_for()
    return Person(page, frame)


async def pictures(people: list[Person], words: list[str], browser: Any) -> None:
    """What is seen of three people."""
    alice, bob, carol = people
    for person, prompt in zip(people, words, strict=True):
        await person.choose(prompt)
    await bob.move("love")
    await carol.move("laugh")
    await alice.move("laugh")
    await alice.sized(1120, 760)
    await alice.page.wait_for_timeout(4000)
    (await alice.taken()).save(FOLDER / "frame.webp", quality=82)
    await alice.frame.get_by_text("Camera or clip").click()
    await alice.sized(760, 620)
    framed = await alice.taken()
    await alice.frame.get_by_role("button", name="Open it in my browser").click()
    said: list[Any] = [[0, {}]]
    while said[-1][1].get("cmd") != "OPEN_EXTERNAL_LINK":
        said = await alice.page.evaluate("window.said")
    window = await browser.new_page(viewport={"width": 760, "height": 620}, locale="en-GB", color_scheme="dark")
    await window.goto(said[-1][1]["args"]["url"])
    await window.get_by_text("moves your character in the activity").wait_for()
    await window.wait_for_timeout(1500)
    beside([framed, PIL.Image.open(io.BytesIO(await window.screenshot())).convert("RGB")]).save(
        FOLDER / "camera.webp", quality=82
    )
    await window.close()
    await alice.move("wave")
    await alice.sized(320, 700)
    phones = [await alice.taken()]
    await alice.move("shy")
    await alice.frame.locator("#language").select_option("ja")
    await alice.frame.locator(".friend").first.click()
    await alice.page.wait_for_timeout(1500)
    phones.append(await alice.taken())
    beside(phones).save(FOLDER / "phone.webp", quality=82)


if __name__ == "__main__":
    asyncio.run(main())
