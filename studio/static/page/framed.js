/** Frames in Discord have neither camera nor microphone. Whoever framed this page opens a window that has, and is followed here. */

import { make } from "./dom.js";
import { text } from "./texts.js";

export const isFramed = () => window.parent !== window;

/** The way out, in place of what a frame cannot have. @param {import("./state.js").State} state */
export function wayOut(state) {
  const open = make("button", { type: "button", class: "primary", onclick: () => dispatchEvent(new Event("outside")) }, text("camera.outside"));
  const told = make("p", { class: "hint", "aria-live": "polite" });
  const follow = () => {
    const said = state.now.window ? text("camera.connected") : "";
    if (told.textContent !== said) told.textContent = said;
  };
  state.addEventListener("change", follow);
  state.addEventListener("rebuild", () => state.removeEventListener("change", follow), { once: true });
  follow();
  return make("section", {}, make("p", { class: "hint" }, text("camera.framed")), open, told);
}
