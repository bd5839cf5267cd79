/** Steps as tabs, by the pattern of ARIA's authoring practices: arrows move between them, Home and End to the ends. */

import { find, make } from "./dom.js";

let chosen = "character";

/** The step that is shown first. @param {string} name */
export const begin = (name) => (chosen = name);

/** @param {{name: string, title: string, panel: HTMLElement}[]} steps */
export function tabs(steps) {
  const list = find("tabs");
  const panels = find("panels");
  const buttons = steps.map(({ name, title }, i) =>
    make(
      "button",
      { type: "button", role: "tab", id: `tab-${name}`, "aria-controls": `panel-${name}`, onclick: () => choose(i) },
      make("span", { class: "number", "aria-hidden": "true" }, String(i + 1)),
      title,
    ),
  );
  list.replaceChildren(...buttons);
  steps.forEach(({ name, panel }) => {
    panel.id = `panel-${name}`;
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", `tab-${name}`);
  });
  panels.replaceChildren(...steps.map(({ panel }) => panel));
  list.onkeydown = (/** @type {KeyboardEvent} */ event) => {
    const at = steps.findIndex(({ name }) => name === chosen);
    const goal = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: steps.length - 1 }[event.key];
    if (goal === undefined) return;
    event.preventDefault();
    choose((goal + steps.length) % steps.length);
    buttons[(goal + steps.length) % steps.length].focus();
  };

  function choose(/** @type {number} */ number) {
    chosen = steps[number].name;
    steps.forEach(({ panel }, i) => {
      panel.hidden = i !== number;
      buttons[i].setAttribute("aria-selected", String(i === number));
      buttons[i].tabIndex = i === number ? 0 : -1;
    });
    document.dispatchEvent(new CustomEvent("step", { detail: chosen }));
  }
  choose(Math.max(0, steps.findIndex(({ name }) => name === chosen)));
}
