"""Discord's client, as far as an activity sees it: a page on another origin that frames the studio."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Final

from aiohttp import web

from tests.discord_server.activities import Instance
from tests.discord_server.interactions import Callback
from tests.e2e.scene import Scene, free_port

CLIENT: Final = """<!doctype html><title>Discord</title><link rel=icon href="data:,">
<iframe width=900 height=700></iframe><script>
const said = window.said = [];
const frame = document.querySelector("iframe");
const answer = (cmd, data, nonce, evt = null) => frame.contentWindow.postMessage([1, {cmd, data, nonce, evt}], ADDRESS);
addEventListener("message", ({data: [opcode, what], origin}) => {
  if (origin !== ADDRESS) return;
  said.push([opcode, what]);
  if (opcode === 0) answer("DISPATCH", {v: 1, config: {}}, null, "READY");
  else if (what.cmd === "AUTHORIZE" && CODE) answer("AUTHORIZE", {code: CODE}, what.nonce);
  else if (what.cmd === "AUTHORIZE") answer("AUTHORIZE", {code: 4006, message: "User cancelled"}, what.nonce, "ERROR");
  else answer(what.cmd, {}, what.nonce);
});
frame.src = ADDRESS + "/?" + new URLSearchParams({frame_id: "f1", instance_id: INSTANCE, platform: "desktop"});
</script>"""
"""The side of the Embedded App SDK's protocol that Discord's client plays (npm @discord/embedded-app-sdk 2.5)."""


@dataclass
class DiscordClient:
    """Pages that frame an activity, on an origin of their own."""

    origin: str
    pages: list[str] = field(default_factory=list)

    def frame(self, address: str, code: str, instance: str) -> str:
        """Where the activity is framed for somebody who says yes with this code, or no where there is none."""
        page = CLIENT
        for name, value in (("ADDRESS", address), ("CODE", code), ("INSTANCE", instance)):
            page = page.replace(name, json.dumps(value))
        self.pages.append(page)
        return f"{self.origin}/{len(self.pages) - 1}"


@asynccontextmanager
async def discord_client() -> AsyncIterator[DiscordClient]:
    """The client, for as long as the block lasts."""
    port = free_port()
    made = DiscordClient(f"http://127.0.0.1:{port}")

    async def show(request: web.Request) -> web.Response:
        return web.Response(text=made.pages[int(request.match_info["page"])], content_type="text/html")

    app = web.Application()
    app.add_routes([web.get(r"/{page:\d+}", show)])
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    try:
        yield made
    finally:
        await runner.cleanup()


@asynccontextmanager
async def opened(scene: Scene, parent: str = "https://discord.com", **more: Any) -> AsyncIterator[str]:
    """The bot with its activity; answers the studio's address."""
    port = free_port()
    settings: dict[str, Any] = {
        "studio_url": f"http://127.0.0.1:{port}",
        "studio_port": port,
        "activity_id": scene.server.world.application_id,
        "activity_secret": scene.server.activities.secret,
        "activity_parents": (parent,),
    }
    async with scene.bot(**settings | more):
        yield settings["studio_url"]


async def launched(scene: Scene) -> Instance:
    """Alice opens it."""
    before = set(scene.server.activities.instances)
    reply = await scene.alice.slash("animoji activity")
    assert reply.interaction.callback is Callback.LAUNCH_ACTIVITY
    (instance,) = (each for name, each in scene.server.activities.instances.items() if name not in before)
    return instance
