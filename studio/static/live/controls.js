/** The controls beside the stage: what moves the character, how, and what is kept of it. */

import { Puppet } from "../puppet.js";
import { get, Refusal } from "../page/api.js";
import { find, make, say } from "../page/dom.js";
import { figureOf } from "../page/figure.js";
import { languages } from "../page/head.js";
import { readFirst, text } from "../page/texts.js";
import { Line, now } from "./line.js";
import { moving } from "./moving.js";
import { looks } from "./looks.js";
import { lie, Player } from "./player.js";
import { film, save, TrackRecorder } from "./recorder.js";

/** Milliseconds between what is told of the delay. */
const TOLD = 500;

async function start() {
  await readFirst("");
  const choices = await get("/api/live");
  const home = `/api/stage/${choices.stage}`;
  const { kind, names, framings, carrying } = await get(home);
  const waiting = () => {
    find("shown").textContent = text("making");
    return true;
  };
  const figure = await figureOf(home, kind, names, framings, carrying, waiting);
  if (!figure) throw new Refusal(text("live.stage.old"));
  const player = new Player(find("figure"), figure);
  find("frame").classList.remove("waiting");
  const line = new Line("/api/live/line");
  line.addEventListener("refused", (event) => say(/** @type {CustomEvent} */ (event).detail, true));
  /** @type {any} */
  let state = null;
  /** @type {((state: any) => void)[]} what of the page shows the state */
  let showing = [];
  const follow = (/** @type {(state: any) => void} */ shows) => {
    showing.push(shows);
    if (state) shows(state);
  };
  const build = () => {
    showing = [];
    document.title = `AnimeMoji ${text("live")}`;
    find("figure").setAttribute("aria-label", text("character"));
    find("badge").hidden = figure instanceof Puppet || !figure.isPreview;
    find("badge").textContent = text("preview.badge");
    find("panel").replaceChildren(address(choices.stage), ...moving(line, choices, follow), ...looks(line, choices, follow));
    find("keeping").replaceChildren(...keeping(line, choices, player, () => state?.seen ?? false));
    if (state) show();
  };
  const show = () => {
    player.frame(state.setting.framing);
    lie(find("frame"), find("behind"), state.setting.background, choices.stage);
    const { notice, seen } = state;
    const shown = find("shown");
    shown.classList.toggle("wrong", notice !== null);
    shown.textContent = notice ? text(notice.key, notice.fields) : text(seen ? "live.seen" : "live.unseen");
    for (const shows of showing) shows(state);
  };
  line.addEventListener("state", (event) => {
    state = /** @type {CustomEvent} */ (event).detail;
    show();
  });
  line.addEventListener("open", (event) => {
    if (!(/** @type {CustomEvent} */ (event).detail)) find("shown").textContent = text("gone");
    else if (state) show();
  });
  line.addEventListener("pose", (event) => player.play(/** @type {CustomEvent} */ (event).detail));
  delay(player, () => state?.seen);
  languages(choices.languages, build);
  build();
}

/** How old what is drawn is. @param {Player} player @param {() => boolean} seen */
function delay(player, seen) {
  /** @type {number[]} */
  let ages = [];
  let told = 0;
  player.addEventListener("drawn", (event) => {
    ages.push(1000 * (now() - /** @type {CustomEvent} */ (event).detail.time));
    if (performance.now() - told < TOLD) return;
    told = performance.now();
    const middle = ages.sort((a, b) => a - b)[ages.length >> 1];
    find("delay").textContent = seen() ? text("live.delay", { milliseconds: Math.round(middle) }) : "";
    ages = [];
  });
}

/** Where the stage is, for OBS. @param {string} stage */
function address(stage) {
  const shown = make("input", {
    type: "text",
    id: "address",
    readOnly: true,
    value: `${location.origin}/stage/${stage}?clean=1`,
    onfocus: () => shown.select(),
  });
  const copy = async () => {
    shown.select();
    await navigator.clipboard.writeText(shown.value);
    say(text("live.copied"));
  };
  return make(
    "div",
    { class: "field" },
    make("label", { htmlFor: "address" }, text("live.address")),
    make("div", { class: "address" }, shown, make("button", { type: "button", class: "quiet", onclick: copy }, text("live.copy"))),
    make("p", { class: "hint" }, text("live.address.hint")),
  );
}

/** Films and tracks. @param {Line} line @param {any} choices @param {Player} player @param {() => boolean} seen */
function keeping(line, choices, player, seen) {
  /** @type {ReturnType<typeof film>} */
  let filming = null;
  /** @type {TrackRecorder | null} */
  let track = null;
  const filmed = make("button", { type: "button", class: "quiet", onclick: () => toggleFilm() });
  const tracked = make("button", { type: "button", class: "quiet", onclick: () => toggleTrack() });
  const name = () => {
    filmed.textContent = text(filming ? "record.stop" : "live.film");
    tracked.textContent = text(track ? "record.stop" : "live.track");
    filmed.classList.toggle("recording", filming !== null);
    tracked.classList.toggle("recording", track !== null);
  };
  async function toggleFilm() {
    const done = filming;
    if (!done) {
      filming = film(player.canvas);
      if (!filming) say(text("live.film.old"), true);
    } else {
      filming = null;
      save(await done.stop(), "animemoji.webm");
    }
    player.holds = filming !== null;
    name();
  }
  function toggleTrack() {
    const done = track;
    track = done ? null : new TrackRecorder(choices.names);
    if (done) save(done.file(), "animemoji.json");
    name();
  }
  line.addEventListener("pose", (event) => {
    track?.add(/** @type {CustomEvent} */ (event).detail, seen());
    if (track?.isFull) toggleTrack();
  });
  name();
  return [filmed, tracked];
}

start();
