/** How the character is shown: mirrored, alive, framed, and on what. */

import { choice, make } from "../page/dom.js";
import { ownColour } from "../page/own_colour.js";
import { text } from "../page/texts.js";

/** The colour that editing programs take out most easily. */
const GREEN = "#00b140";

/** @param {import("./line.js").Line} line @param {any} choices @param {import("./moving.js").Follow} follow */
export function looks(line, choices, follow) {
  const switches = ["mirror", "idle"].map((key) => {
    const box = make("input", { type: "checkbox", onchange: () => line.say({ change: { [key]: box.checked } }) });
    follow(({ setting }) => (box.checked = setting[key]));
    return make("label", { class: "switch" }, box, text(`live.${key}`));
  });
  const framing = choice(
    text("framing"),
    choices.framings.map((/** @type {string} */ name) => [name, text(`framing.${name}`)]),
    "",
    (name) => line.say({ change: { framing: name } }),
  );
  const swatch = (/** @type {string} */ name) => {
    const shown = make("span", { class: "swatch" });
    if (name.startsWith("#")) shown.style.backgroundColor = name;
    else if (name === "transparent") shown.classList.add("nothing");
    else {
      const query = new URLSearchParams({ name });
      shown.append(make("img", { src: `/api/stage/${choices.stage}/background?small&${query}`, alt: "", loading: "lazy" }));
    }
    return make("span", { class: "named" }, shown, text(name === GREEN ? "live.green" : `background.${name}`));
  };
  const names = ["transparent", GREEN, ...choices.backgrounds.filter((/** @type {string} */ name) => name !== "transparent")];
  const background = choice(
    text("background"),
    names.map((name) => [name, swatch(name)]),
    "",
    (name) => line.say({ change: { background: name } }),
    "swatches",
  );
  const show = ownColour(background, "#c9b8ff", (colour) => line.say({ change: { background: colour } }));
  follow(({ setting }) => {
    show(setting.background);
    for (const radio of framing.querySelectorAll("input[type=radio]")) {
      const own = /** @type {HTMLInputElement} */ (radio);
      own.checked = own.value === setting.framing;
    }
  });
  return [make("div", { class: "row wrap" }, ...switches), framing, background];
}
