/** The page: four steps beside a stage. */

import * as api from "./api.js";
import { characterPanel, dice } from "./character.js";
import { find, make, say } from "./dom.js";
import { dressPanel } from "./dress.js";
import { filePanel } from "./file.js";
import { motionPanel } from "./motion.js";
import { Stage } from "./stage.js";
import { State } from "./state.js";
import { tabs } from "./tabs.js";
import { language, readTexts, text } from "./texts.js";

const STEPS = /** @type {const} */ ([
  ["character", characterPanel],
  ["motion", motionPanel],
  ["dress", dressPanel],
  ["file", filePanel],
]);

async function start() {
  await readTexts(); // first, as the server answers in its language
  const [catalogue, kept] = await Promise.all([api.catalogue(), api.characters()]);
  const state = new State(catalogue, {
    character: null,
    source: "motions",
    preset: "idle",
    take: null,
    pose: new Float32Array(45),
    background: "transparent",
    caption: "",
    effects: "auto",
    framing: "bust",
    outline: "auto",
    file: "gif",
    size: 320,
    playing: !matchMedia("(prefers-reduced-motion: reduce)").matches,
  });
  const stage = new Stage(state);
  build(state, stage);
  controls(state, stage);
  const names = { en: "English", ja: "日本語" };
  const chooser = find("language");
  chooser.append(...catalogue.languages.map((/** @type {"en"} */ code) => make("option", { value: code }, names[code])));
  chooser.value = language();
  chooser.addEventListener("change", async () => {
    await readTexts(chooser.value);
    build(state, stage);
    state.change({ playing: state.now.playing });
    const { character } = state.now;
    if (character) state.change({ character: await api.character(character.id) });
  });
  if (kept.length) state.change({ character: kept[0] });
  else await dice(state, "");
}

/** @param {State} state @param {Stage} stage */
function build(state, stage) {
  document.title = `AnimeMoji ${text("studio")}`;
  state.dispatchEvent(new Event("rebuild"));
  tabs(STEPS.map(([name, panel]) => ({ name, title: text(`step.${name}`), panel: panel(state, stage) })));
  document.dispatchEvent(new CustomEvent("puppet", { detail: stage.puppet }));
}

/** @param {State} state @param {Stage} stage */
function controls(state, stage) {
  const play = find("play");
  play.addEventListener("click", () => state.change({ playing: !state.now.playing }));
  state.follow(["playing"], ({ playing }) => {
    play.textContent = playing ? "❚❚" : "▶";
    play.setAttribute("aria-label", text(playing ? "pause" : "play"));
  });
  const record = find("record");
  const name = () => {
    record.textContent = text(stage.recording ? "record.stop" : "record");
    record.classList.toggle("recording", stage.recording !== null);
  };
  const stop = async () => {
    if (!stage.recording) return;
    const { Take } = await import("./take.js");
    const frames = stage.stop();
    name();
    if (frames.length > 2) state.change({ take: Take.recorded(frames) });
  };
  record.addEventListener("click", () => {
    if (stage.recording) return stop();
    state.change({ take: null, playing: true });
    stage.record();
    name();
  });
  document.addEventListener("full", stop);
  state.follow(["character", "source", "take", "preset", "playing"], ({ character, source, take, preset }) => {
    const drawn = character?.kind === "drawn";
    record.hidden = source === "motions" || !drawn;
    name();
    const { titles } = state.catalogue.motions.find((/** @type {any} */ each) => each.name === preset);
    find("shown").textContent =
      character && !drawn ? text("still") : source === "motions" ? titles[language()] : take ? text("take", { seconds: take.seconds.toFixed(1) }) : text(`source.${source}`);
  });
}

addEventListener("unhandledrejection", (event) => {
  if (event.reason instanceof api.Refusal) {
    event.preventDefault();
    say(event.reason.message, true);
  }
});

start();
