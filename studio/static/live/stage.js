/** The stage: the character and nothing else, on a transparent page. */

import { get } from "../page/api.js";
import { find } from "../page/dom.js";
import { figureOf } from "../page/figure.js";
import { readFirst, text } from "../page/texts.js";
import { Line } from "./line.js";
import { lie, Player } from "./player.js";

const stage = location.pathname.split("/").pop() ?? "";

async function start() {
  if (new URLSearchParams(location.search).get("clean") !== "1") {
    document.body.classList.add("explained");
    await hint("live.stage.hint");
  }
  const home = `/api/stage/${stage}`;
  const { kind, names, framings, carrying } = await get(home);
  const figure = await figureOf(home, kind, names, framings, carrying);
  if (!figure) return hint("live.stage.old");
  const player = new Player(find("figure"), figure);
  player.addEventListener("drawn", (event) => {
    const { detail } = /** @type {CustomEvent} */ (event);
    document.dispatchEvent(new CustomEvent("drawn", { detail }));
  });
  const line = new Line(`/api/stage/${stage}/line`);
  line.addEventListener("pose", (event) => player.play(/** @type {CustomEvent} */ (event).detail));
  line.addEventListener("state", (event) => {
    const { setting } = /** @type {CustomEvent} */ (event).detail;
    player.frame(setting.framing);
    lie(document.body, find("behind"), setting.background, stage);
  });
}

/** Says something over the stage. @param {string} key */
async function hint(key) {
  await readFirst("");
  find("hint").textContent = text(key);
  find("hint").hidden = false;
}

start();
