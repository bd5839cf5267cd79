/** The page's texts: one file a language in `text/`. */

const KEPT = "animemoji.language";
/** @type {Record<string, string>} */
let texts = {};
let chosen = "en";

/** The code of the language that is shown. */
export const language = () => chosen;

/**
 * The text of a key, with `{name}` replaced.
 * @param {string} key @param {Record<string, string | number>} [fields]
 */
export function text(key, fields = {}) {
  const found = texts[key];
  if (found === undefined) throw new Error(`there is no text ${key}`);
  return found.replace(/\{(\w+)\}/g, (whole, name) => String(fields[name] ?? whole));
}

/** Reads the language of the last visit, or else the guest's, or else the browser's. @param {string} guests "" for none */
export const readFirst = (guests) => read(localStorage.getItem(KEPT) || guests || navigator.language);

/** Reads a language that was chosen, and keeps to it. @param {string} code */
export async function choose(code) {
  await read(code);
  localStorage.setItem(KEPT, chosen);
}

/** @param {string} code */
async function read(code) {
  chosen = code.startsWith("ja") ? "ja" : "en";
  texts = await (await fetch(`/static/text/${chosen}.json`)).json();
  document.documentElement.lang = chosen;
  for (const element of document.querySelectorAll("[data-text]")) {
    element.textContent = text(/** @type {HTMLElement} */ (element).dataset.text ?? "");
  }
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", text(/** @type {HTMLElement} */ (element).dataset.label ?? ""));
  }
}
