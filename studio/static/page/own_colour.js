/** A colour of one's own, after those that there are to choose from. */

import { make } from "./dom.js";
import { text } from "./texts.js";

/**
 * Adds it to a choice of backgrounds.
 * @param {HTMLElement} field made by `choice` @param {string} value "#rrggbb", at first
 * @param {(colour: string) => void} chosen
 * @returns {(background: string) => void} shows which background is chosen now
 */
export function ownColour(field, value, chosen) {
  const colour = make("input", { type: "color", value, "aria-label": text("background.colour"), oninput: () => chosen(colour.value) });
  const picker = make("label", { class: "picker named" }, colour, make("span", {}, text("background.own")));
  field.lastElementChild?.append(picker);
  return (background) => {
    let own = true;
    for (const radio of field.querySelectorAll("input[type=radio]")) {
      const each = /** @type {HTMLInputElement} */ (radio);
      each.checked = each.value === background;
      if (each.checked) own = false;
    }
    picker.classList.toggle("chosen", own);
  };
}
