/** Second step: does what. */

import * as api from "./api.js";
import { camera } from "./camera.js";
import { choice, make } from "./dom.js";
import { EXPRESSIONS } from "./expressions.js";
import { held } from "./life.js";
import { sliders } from "./sliders.js";
import { speak } from "./speak.js";
import { Take } from "./take.js";
import { language, text } from "./texts.js";

const TILE = 96;
const SOURCES = /** @type {const} */ (["motions", "sliders", "live", "camera", "microphone"]);

/** Plays a preset. @param {import("./state.js").State} state @param {string} name */
export async function play(state, name) {
  state.change({ preset: name });
  const take = Take.unpacked(await api.motion(name), state.catalogue.pose.unit, name);
  if (state.now.preset === name && state.now.source === "motions") state.change({ take });
}

/** What is sent of a character that a person moves: a recording, or the pose that is held. @param {import("./state.js").State} state */
export function ready(state) {
  const { source, take, pose } = state.now;
  if (source === "motions" || take) return;
  state.change({ take: held(pose, state.names) });
}

/** @param {import("./state.js").State} state @param {import("./stage.js").Stage} stage */
export function motionPanel(state, stage) {
  const panels = {
    motions: motions(state),
    sliders: sliders(state),
    live: live(),
    camera: camera(state, stage),
    microphone: speak(state, stage),
  };
  const expressions = expressionRow(state);
  const show = () => {
    for (const source of SOURCES) panels[source].hidden = source !== state.now.source;
    expressions.hidden = ["motions", "camera"].includes(state.now.source);
  };
  const source = choice(
    text("source"),
    SOURCES.map((name) => [name, text(`source.${name}`)]),
    state.now.source,
    (name) => {
      state.change({ source: /** @type {"live"} */ (name), take: null });
      show();
      if (name === "motions") play(state, state.now.preset);
    },
  );
  show();
  if (!state.now.take && state.now.source === "motions") play(state, state.now.preset);
  return make("div", { class: "step" }, source, expressions, ...Object.values(panels));
}

/** All presets, each as a small face. @param {import("./state.js").State} state */
function motions(state) {
  const tiles = state.catalogue.motions.map((/** @type {any} */ each) =>
    make(
      "button",
      {
        type: "button",
        class: "tile",
        "data-motion": each.name,
        "aria-pressed": "false",
        onclick: () => {
          state.change({ playing: true });
          play(state, each.name);
        },
      },
      make("canvas", { width: TILE, height: TILE, "aria-hidden": "true" }),
      make("span", {}, each.titles[language()]),
    ),
  );
  const mark = () => {
    for (const tile of tiles) tile.setAttribute("aria-pressed", String(tile.dataset.motion === state.now.preset));
  };
  let drawing = 0;
  const draw = async (/** @type {Event} */ event) => {
    const own = ++drawing;
    const { detail } = /** @type {CustomEvent<import("./stage.js").Stage["puppet"]>} */ (event);
    if (!detail) return;
    const puppet = detail.twin();
    const canvas = new OffscreenCanvas(TILE, TILE);
    puppet.show(canvas, { size: TILE, framing: "face" });
    for (const [i, { pose }] of state.catalogue.motions.entries()) {
      await new Promise((resolve) => setTimeout(resolve)); // one at a time, so that the stage goes on
      if (own !== drawing) return;
      puppet.draw(puppet.pose(pose));
      const context = tiles[i].querySelector("canvas").getContext("2d");
      context.clearRect(0, 0, TILE, TILE);
      context.drawImage(canvas, 0, 0);
    }
  };
  document.addEventListener("puppet", draw);
  state.addEventListener("change", mark);
  state.addEventListener(
    "rebuild",
    () => {
      document.removeEventListener("puppet", draw);
      state.removeEventListener("change", mark);
      drawing++;
    },
    { once: true },
  );
  mark();
  return make("div", { class: "tiles", role: "group", "aria-label": text("source.motions") }, ...tiles);
}

/** Expressions for the keys 1 to 9, and 0 for none. @param {import("./state.js").State} state */
function expressionRow(state) {
  const wear = (/** @type {number} */ number) => {
    const pose = new Float32Array(45);
    const { names } = state;
    for (const [name, value] of Object.entries(EXPRESSIONS[number].pose)) {
      names.forEach((/** @type {string} */ own, /** @type {number} */ i) => {
        if (own === name || own.replace(/_(left|right)$/, "") === name) pose[i] = value;
      });
    }
    state.change({ pose, take: null });
  };
  const keys = make("input", { type: "checkbox", checked: true });
  const press = (/** @type {KeyboardEvent} */ event) => {
    const number = "0123456789".indexOf(event.key);
    const target = /** @type {HTMLElement} */ (event.target);
    const writes = target.matches("input[type=text], select, textarea");
    if (number < 0 || writes || !keys.checked || event.ctrlKey || event.metaKey || event.altKey) return;
    if (["sliders", "live", "microphone"].includes(state.now.source)) wear(number);
  };
  document.addEventListener("keydown", press);
  state.addEventListener("rebuild", () => document.removeEventListener("keydown", press), { once: true });
  return make(
    "section",
    { class: "expressions" },
    make("h2", {}, text("expressions")),
    make(
      "div",
      { class: "chips" },
      ...EXPRESSIONS.map(({ name }, number) =>
        make(
          "button",
          { type: "button", class: "chip", onclick: () => wear(number) },
          make("kbd", { "aria-hidden": "true" }, String(number)),
          text(`expression.${name}`),
        ),
      ),
    ),
    make("label", { class: "switch" }, keys, text("expressions.keys")),
  );
}

function live() {
  return make("section", {}, make("p", { class: "hint" }, text("live.hint")));
}
