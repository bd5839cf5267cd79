/** What every page has around it: the choice of its language, and a place where is said what was refused. */

import { Refusal } from "./api.js";
import { find, make, say } from "./dom.js";
import { choose, language } from "./texts.js";

const NAMES = /** @type {Record<string, string>} */ ({ en: "English", ja: "日本語" });

/** @param {string[]} codes of the languages that there are @param {() => unknown} read is called once another one is read */
export function languages(codes, read) {
  const chooser = find("language");
  chooser.append(...codes.map((code) => make("option", { value: code }, NAMES[code])));
  chooser.value = language();
  chooser.addEventListener("change", async () => {
    await choose(chooser.value);
    await read();
  });
}

addEventListener("unhandledrejection", (event) => {
  if (event.reason instanceof Refusal) {
    event.preventDefault();
    say(event.reason.message, true);
  }
});
