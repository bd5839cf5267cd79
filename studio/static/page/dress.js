/** Third step: looking how. */

import * as api from "./api.js";
import { choice, make } from "./dom.js";
import { ownColour } from "./own_colour.js";
import { text } from "./texts.js";

const COLOURS = ["#ffffff", "#ffd9e4", "#d9ecff", "#fff1c9", "#2b2436"];
const OWN = "#c9b8ff";

/** @param {import("./state.js").State} state */
export function dressPanel(state) {
  const { catalogue, now } = state;
  return make(
    "div",
    { class: "step" },
    backgrounds(state),
    caption(state),
    choice(
      text("framing"),
      Object.keys(catalogue.framings).map((name) => [name, text(`framing.${name}`)]),
      now.framing,
      (framing) => state.change({ framing }),
    ),
    choice(
      text("outline"),
      catalogue.outlines.map((/** @type {string} */ name) => [name, text(`outline.${name}`)]),
      now.outline,
      (outline) => state.change({ outline }),
    ),
    effects(state),
  );
}

/** @param {import("./state.js").State} state */
function backgrounds(state) {
  const { catalogue, now } = state;
  const swatch = (/** @type {string} */ name) => {
    const shown = make("span", { class: "swatch" });
    if (name.startsWith("#")) shown.style.backgroundColor = name;
    else if (name !== "transparent") shown.append(make("img", { src: api.background(name, 80), alt: "", loading: "lazy" }));
    else shown.classList.add("nothing");
    const title = name.startsWith("#") ? text("background.plain", { colour: name }) : text(`background.${name}`);
    return make("span", { class: "named" }, shown, make("span", { class: name.startsWith("#") ? "unseen" : "" }, title));
  };
  const names = [...catalogue.backgrounds, ...COLOURS];
  const field = choice(
    text("background"),
    names.map((/** @type {string} */ name) => [name, swatch(name)]),
    now.background,
    (background) => state.change({ background }),
    "swatches",
  );
  const show = ownColour(field, now.background.startsWith("#") ? now.background : OWN, (background) => state.change({ background }));
  const follow = () => show(state.now.background);
  state.addEventListener("change", follow);
  state.addEventListener("rebuild", () => state.removeEventListener("change", follow), { once: true });
  follow();
  return field;
}

/** @param {import("./state.js").State} state */
function caption(state) {
  const words = make("input", {
    type: "text",
    id: "caption",
    maxLength: state.catalogue.limits.caption,
    value: state.now.caption,
    placeholder: text("caption.example"),
    autocomplete: "off",
    oninput: () => state.change({ caption: words.value }),
  });
  return make("div", { class: "field" }, make("label", { htmlFor: "caption" }, text("caption")), words);
}

/** @param {import("./state.js").State} state */
function effects(state) {
  const chosen = new Set(["auto", "off"].includes(state.now.effects) ? [] : state.now.effects.split(","));
  const boxes = state.catalogue.effects.map((/** @type {string} */ name) => {
    const box = make("input", {
      type: "checkbox",
      class: "unseen",
      checked: chosen.has(name),
      onchange: () => {
        if (box.checked) chosen.add(name);
        else chosen.delete(name);
        state.change({ effects: [...chosen].join(",") || "off" });
      },
    });
    return make("label", {}, box, make("span", {}, text(`effect.${name}`)));
  });
  const some = make("div", { class: "options", hidden: ["auto", "off"].includes(state.now.effects) }, ...boxes);
  const kind = ["auto", "off"].includes(state.now.effects) ? state.now.effects : "some";
  const field = choice(
    text("effects"),
    ["auto", "off", "some"].map((name) => [name, text(`effects.${name}`)]),
    kind,
    (name) => {
      some.hidden = name !== "some";
      state.change({ effects: name === "some" ? [...chosen].join(",") || "off" : name });
    },
  );
  const note = make("p", { class: "hint" }, text("effects.picture"));
  const follow = () => (note.hidden = state.moves);
  state.addEventListener("change", follow);
  state.addEventListener("rebuild", () => state.removeEventListener("change", follow), { once: true });
  follow();
  return make("div", { class: "effects" }, field, note, make("fieldset", { class: "toggles" }, make("legend", { class: "unseen" }, text("effects.some")), some));
}
