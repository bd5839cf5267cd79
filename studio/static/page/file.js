/** Last step: the file. */

import * as api from "./api.js";
import { choice, make, say, whisper } from "./dom.js";
import { ready } from "./motion.js";
import { text } from "./texts.js";

const FIRST = ["gif", "webp", "discord-emoji", "discord-sticker", "mp4", "webm"];

/** @param {import("./state.js").State} state @param {import("./stage.js").Stage} stage */
export function filePanel(state, stage) {
  const { catalogue, now } = state;
  const others = [...catalogue.files, ...catalogue.targets.map((/** @type {any} */ target) => target.name)].filter(
    (name) => !FIRST.includes(name),
  );
  const place = make(
    "select",
    {
      id: "place",
      onchange: () => {
        if (place.value) choose(place.value);
        for (const radio of kinds.querySelectorAll("input")) radio.checked = false;
      },
    },
    make("option", { value: "" }, text("file.others")),
    ...others.map((name) => make("option", { value: name }, text(`file.${name}`))),
  );
  const kinds = choice(
    text("file"),
    FIRST.map((name) => [
      name,
      make("span", { class: "kind" }, make("b", {}, text(`file.${name}`)), make("small", {}, text(`file.${name}.hint`))),
    ]),
    now.file,
    (name) => {
      place.value = "";
      choose(name);
    },
    "kinds",
  );
  const sizes = choice(
    text("size"),
    catalogue.sizes.map((/** @type {number} */ size) => [String(size), `${size} px`]),
    String(now.size),
    (size) => state.change({ size: Number(size) }),
  );
  const choose = (/** @type {string} */ file) => {
    state.change({ file });
    sizes.hidden = state.target !== undefined;
  };
  sizes.hidden = state.target !== undefined;
  place.value = others.includes(now.file) ? now.file : "";
  const bar = make("progress", { max: 1, value: 0, hidden: true, "aria-label": text("progress") });
  const doing = make("p", { class: "hint", "aria-live": "polite" });
  const result = make("div", { class: "result" });
  const go = make("button", { type: "button", class: "primary large", id: "make", onclick: create }, text("make"));
  const stop = make("button", { type: "button", class: "quiet", hidden: true }, text("make.cancel"));

  async function create() {
    if (!state.now.character) return;
    ready(state);
    if (!state.now.take) return;
    go.disabled = true;
    bar.hidden = false;
    bar.value = 0;
    try {
      const job = await api.begin(state.order);
      stop.onclick = () => api.cancel(job);
      stop.hidden = false;
      const made = await api.follow(job, ({ stage: part, done }) => {
        bar.value = done;
        doing.textContent = text(`doing.${part}`);
      });
      if (made) show(job, made);
      else say(text("make.cancelled"));
      await refresh();
    } finally {
      go.disabled = false;
      bar.hidden = stop.hidden = true;
      doing.textContent = "";
    }
  }

  /** Making a file may have kept its character. */
  async function refresh() {
    const { character } = state.now;
    if (character.kept) return;
    const now = await api.character(character.id);
    if (now.kept && state.now.character === character) state.change({ character: now });
  }

  function show(/** @type {string} */ job, /** @type {any} */ made) {
    const facts = text(made.frames === 1 ? "made.still" : "made", {
      kilobytes: Math.ceil(made.bytes / 1024),
      size: made.size,
      seconds: made.seconds.toFixed(1),
      fps: made.fps.toFixed(0),
    });
    const shown = made.video
      ? make("video", { src: made.address, autoplay: true, loop: true, muted: true, controls: true, playsInline: true })
      : make("img", { src: made.address, alt: text("made.alt") });
    shown.classList.add("made");
    shown.width = shown.height = Math.min(made.size, 320);
    result.replaceChildren(
      shown,
      make("p", {}, [facts, ...made.notices].join(" ")),
      make(
        "div",
        { class: "row wrap" },
        make("a", { class: "primary", href: made.address, download: made.file }, text("download")),
        ...(catalogue.place ? sharing(job) : []),
      ),
    );
    whisper(text("made.done"));
    result.scrollIntoView({ block: "nearest" });
  }

  /** The button that posts a file where the person came from, once; and whether as a spoiler. @param {string} job */
  function sharing(job) {
    const { place: channel } = catalogue;
    const hidden = make("input", { type: "checkbox", id: "hidden" });
    const button = make("button", {
      type: "button",
      class: "quiet",
      onclick: async () => {
        button.disabled = hidden.disabled = true;
        try {
          await api.share(job, hidden.checked);
          button.textContent = text("shared", { place: channel });
          say(text("shared", { place: channel }));
        } catch (error) {
          button.disabled = hidden.disabled = false;
          throw error;
        }
      },
    }, text("share", { place: channel }));
    return [button, make("label", { class: "row" }, hidden, text("share.hidden"))];
  }

  const moment = make(
    "section",
    {},
    make("h2", {}, text("moment")),
    make(
      "div",
      { class: "row wrap" },
      make(
        "button",
        { type: "button", class: "quiet", onclick: async () => save(await stage.picture(state.now.size), "animemoji.png") },
        text("moment.picture"),
      ),
      make(
        "button",
        {
          type: "button",
          class: "quiet",
          onclick: () => {
            const names = stage.puppet?.names ?? [];
            const pose = Array.from(stage.pose, (value) => Number(value.toFixed(4)));
            save(new Blob([JSON.stringify({ names, poses: [pose] })], { type: "application/json" }), "pose.json");
          },
        },
        text("moment.pose"),
      ),
    ),
  );
  return make(
    "div",
    { class: "step" },
    kinds,
    make("div", { class: "field" }, make("label", { htmlFor: "place" }, text("place")), place),
    sizes,
    make("div", { class: "row wrap" }, go, stop),
    bar,
    doing,
    result,
    moment,
  );
}

/** @param {Blob} blob @param {string} name */
function save(blob, name) {
  const href = URL.createObjectURL(blob);
  make("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
