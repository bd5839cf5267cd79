/** First step: who. */

import * as api from "./api.js";
import { make, say } from "./dom.js";
import { faceBox } from "./face_box.js";
import { text } from "./texts.js";

/** A new character of the same words. @param {import("./state.js").State} state @param {string} prompt */
export async function dice(state, prompt) {
  const character = await api.fromWords(prompt, Math.floor(Math.random() * 2 ** 31));
  state.change({ character });
  return character;
}

/** @param {import("./state.js").State} state */
export function characterPanel(state) {
  const words = make("input", {
    type: "text",
    id: "words",
    maxLength: state.catalogue.limits.prompt,
    placeholder: text("words.example"),
    value: state.now.character?.prompt ?? "",
    autocomplete: "off",
  });
  const read = make("p", { class: "hint", id: "read", "aria-live": "polite" });
  const shelf = make("div", { class: "shelf" });
  const keep = make("button", { type: "button", class: "quiet", onclick: save }, text("keep"));
  const forget = make("div", { class: "row wrap forget" });
  const roll = async () => {
    form.setAttribute("aria-busy", "true");
    try {
      const { ignored, notices } = await dice(state, words.value);
      read.textContent = [...notices, ignored.length ? text("ignored", { words: ignored.join(", ") }) : ""].join(" ").trim();
    } finally {
      form.removeAttribute("aria-busy");
    }
  };
  const form = make(
    "form",
    {
      class: "words",
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        return roll();
      },
    },
    make("label", { htmlFor: "words" }, text("words")),
    make(
      "div",
      { class: "row" },
      words,
      make("button", { type: "submit", class: "primary" }, text("draw")),
    ),
    read,
    make(
      "div",
      { class: "row" },
      make("button", { type: "button", class: "quiet", onclick: roll }, text("dice")),
      keep,
    ),
  );

  async function save() {
    const character = await api.keep(state.now.character.id);
    state.change({ character });
    say(text("kept"));
    await fill();
  }

  async function fill() {
    const found = await api.characters();
    shelf.replaceChildren(
      ...found.map((/** @type {any} */ each) =>
        make(
          "button",
          {
            type: "button",
            class: "card",
            "data-id": each.id,
            "aria-pressed": String(each.id === state.now.character?.id),
            onclick: () => state.change({ character: each }),
          },
          make("img", { src: api.portrait(each.id), alt: "", width: 96, height: 96, loading: "lazy" }),
          make("span", {}, each.name || each.prompt || each.words || text("from_picture")),
        ),
      ),
    );
    saved.hidden = !found.length;
    return found;
  }

  /** Asks before anything is deleted. */
  function askForget() {
    const { character } = state.now;
    const quiet = (/** @type {string} */ key, /** @type {() => unknown} */ onclick) =>
      make("button", { type: "button", class: "quiet", onclick }, text(key));
    const no = quiet("forget.no", follow);
    const yes = quiet("forget.yes", async () => {
      shelf.querySelector(`[data-id="${character.id}"]`)?.remove(); // or its picture is asked for when it is gone
      try {
        await api.forget(character.id);
      } catch (error) {
        await fill();
        throw error;
      }
      say(text("forgotten"));
      const left = await fill();
      if (left.length) state.change({ character: left[0] });
      else await dice(state, "");
    });
    forget.replaceChildren(make("span", {}, text("forget.sure")), yes, no);
    no.focus();
  }

  const saved = make("section", { hidden: true }, make("h2", {}, text("saved")), shelf, forget);
  const about = make("p", { class: "about", id: "about" });
  const follow = () => {
    const { character } = state.now;
    about.textContent = character?.words ?? "";
    keep.disabled = !character || character.kept;
    const button = make("button", { type: "button", class: "quiet", onclick: askForget }, text("forget"));
    forget.replaceChildren(...(character?.kept ? [button] : []));
    for (const card of shelf.children) {
      card.setAttribute("aria-pressed", String(/** @type {HTMLElement} */ (card).dataset.id === character?.id));
    }
  };
  const listen = (/** @type {Event} */ event) => {
    if (/** @type {CustomEvent} */ (event).detail.has("character")) follow();
  };
  state.addEventListener("change", listen);
  state.addEventListener("rebuild", () => state.removeEventListener("change", listen), { once: true });
  follow();
  fill();
  return make("div", { class: "step" }, form, about, saved, picture(state));
}

/** A picture of the person's own. @param {import("./state.js").State} state */
function picture(state) {
  const place = make("div");
  const file = make("input", {
    type: "file",
    id: "picture",
    accept: "image/*",
    onchange: () => {
      const chosen = file.files?.[0];
      if (!chosen) return;
      const box = faceBox(chosen);
      const use = make(
        "button",
        {
          type: "button",
          class: "primary",
          onclick: async () => {
            use.disabled = true;
            use.textContent = text("picture.working");
            try {
              state.change({ character: await api.fromPicture(chosen, box.face()) });
              place.replaceChildren();
            } finally {
              use.disabled = false;
              use.textContent = text("picture.use");
            }
          },
        },
        text("picture.use"),
      );
      place.replaceChildren(box.element, use);
    },
  });
  return make(
    "section",
    {},
    make("h2", {}, text("picture")),
    make("p", { class: "hint" }, text("picture.hint")),
    make("label", { class: "quiet file", htmlFor: "picture" }, text("picture.choose")),
    file,
    place,
  );
}
