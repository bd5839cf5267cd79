/** The studio in a frame of Discord: Discord says who is there, and then the page is the same as everywhere. */

import { find } from "../page/dom.js";
import { Discord } from "./discord.js";

async function start() {
  const { application, parents } = await (await fetch("/api/activity")).json();
  const discord = new Discord(application, parents);
  await discord.ready();
  const scope = ["identify"];
  const { code } = await discord.command("AUTHORIZE", { client_id: application, response_type: "code", state: "", prompt: "none", scope });
  const answer = await fetch("/api/activity", { method: "POST", body: JSON.stringify({ code, instance: discord.instance }) });
  const said = await answer.json();
  if (!answer.ok) throw new Error(said.error);
  await discord.command("AUTHENTICATE", { access_token: said.token });
  // What a frame is not given is opened in a window of its own.
  addEventListener("outside", async () => {
    const { address } = await (await fetch("/api/activity/door", { method: "POST" })).json();
    await discord.command("OPEN_EXTERNAL_LINK", { url: address });
  });
  await import("../page/main.js");
}

start().catch((error) => {
  const status = find("status");
  status.textContent = error.message;
  status.classList.add("wrong", "seen");
});
