/** The page: four steps beside a stage. */

import * as api from "./api.js";
import { characterPanel, dice } from "./character.js";
import { find } from "./dom.js";
import { dressPanel } from "./dress.js";
import { filePanel } from "./file.js";
import { languages } from "./head.js";
import { motionPanel } from "./motion.js";
import { Stage } from "./stage.js";
import { State } from "./state.js";
import { begin, tabs } from "./tabs.js";
import { language, readFirst, text } from "./texts.js";

const STEPS = /** @type {const} */ ([
  ["character", characterPanel],
  ["motion", motionPanel],
  ["dress", dressPanel],
  ["file", filePanel],
]);

async function start() {
  const welcome = await api.welcome();
  await readFirst(welcome.language); // before all else, as the server answers in this language
  const [catalogue, kept] = await Promise.all([api.catalogue(), api.characters()]);
  const state = new State({ ...catalogue, ...welcome }, {
    character: null,
    source: welcome.room === "window" ? "camera" : "motions",
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
    figure: "whole",
    window: false,
  });
  const stage = new Stage(state);
  if (welcome.room === "window") begin("motion");
  build(state, stage);
  controls(state, stage);
  languages(catalogue.languages, async () => {
    build(state, stage);
    state.change({ playing: state.now.playing });
    const { character } = state.now;
    if (character) state.change({ character: await api.character(character.id) });
  });
  const first = kept.find((/** @type {any} */ each) => each.id === welcome.first) ?? (await shown(welcome)) ?? kept[0];
  if (first) state.change({ character: first });
  else await dice(state, "");
  if (welcome.room) (await import("./room.js")).enterRoom(state, stage);
}

/** The character that is on this person's stage in an activity, which need not be kept. @param {any} welcome */
const shown = async ({ room, first }) => (room && first ? api.character(first).catch(() => null) : null);

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
  const stop = () => {
    if (!stage.recording) return;
    const take = stage.stop();
    name();
    if (take) state.change({ take });
  };
  record.addEventListener("click", () => {
    if (stage.recording) return stop();
    state.change({ take: null, playing: true });
    stage.record();
    name();
  });
  document.addEventListener("full", stop);
  state.follow(["character", "source", "take", "preset", "playing", "figure"], ({ figure, source, take, preset }) => {
    record.hidden = source === "motions" || !state.moves;
    name();
    const { titles } = state.catalogue.motions.find((/** @type {any} */ each) => each.name === preset);
    const moving =
      source === "motions" ? titles[language()] : take ? text("take", { seconds: take.seconds.toFixed(1) }) : text(`source.${source}`);
    find("shown").textContent = figure === "whole" ? moving : figure === "preview" ? `${moving} · ${text("preview")}` : text(figure);
    find("badge").hidden = figure !== "preview";
    find("badge").textContent = text("preview.badge");
  });
}

start();
