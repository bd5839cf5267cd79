/** Elements in few words. */

/**
 * An element with properties, and children in it.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, any>} [properties] `class`, `aria-…`, `data-…` and `role` are attributes, `on…` listeners,
 *   all else properties of the element
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class" || name === "role" || name.includes("-")) element.setAttribute(name, value);
    else Reflect.set(element, name, value);
  }
  element.append(...children);
  return element;
}

/** An element of the page by its id. @param {string} id @returns {any} */
export function find(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no ${id}`);
  return element;
}

/** Tells people something, also those who listen. @param {string} sentence @param {boolean} [wrong] */
export function say(sentence, wrong = false) {
  const status = find("status");
  status.textContent = sentence;
  status.classList.toggle("wrong", wrong);
  status.classList.toggle("seen", sentence !== "");
  clearTimeout(hiding);
  hiding = setTimeout(() => status.classList.remove("seen"), wrong ? 9000 : 4000);
}
/** @type {ReturnType<typeof setTimeout> | undefined} */
let hiding;

/** Tells those who listen; the others see it anyway. @param {string} sentence */
export function whisper(sentence) {
  find("status").classList.remove("seen");
  find("status").textContent = sentence;
}

let radios = 0;

/**
 * One of several, as buttons in a row: native radio buttons, so that arrow keys work.
 * @param {string} legend @param {[string, string | Node][]} choices value and what is shown
 * @param {string} chosen @param {(value: string) => void} choose @param {string} [look]
 */
export function choice(legend, choices, chosen, choose, look = "segments") {
  const name = `choice${radios++}`;
  const options = choices.map(([value, shown]) =>
    make(
      "label",
      {},
      make("input", { type: "radio", name, value, checked: value === chosen, class: "unseen", onchange: () => choose(value) }),
      make("span", {}, shown),
    ),
  );
  return make("fieldset", { class: look }, make("legend", {}, legend), make("div", { class: "options" }, ...options));
}
