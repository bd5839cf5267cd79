/** All 45 numbers of a pose. Both halves of the face move together until they are told apart. */

import { make, say } from "./dom.js";
import { text } from "./texts.js";

const STEP = 0.02;

/** @param {import("./state.js").State} state */
export function sliders(state) {
  const { groups } = state.catalogue.pose;
  const { names } = state;
  let together = true;
  /** @type {(() => void)[]} */
  let shows = [];
  const rows = make("div", { class: "groups" });

  const set = (/** @type {string[]} */ own, /** @type {number} */ value) => {
    const pose = state.now.pose.slice();
    for (const name of own) pose[names.indexOf(name)] = value;
    state.change({ pose, take: null });
  };

  const row = (/** @type {string} */ label, /** @type {string[]} */ own, /** @type {number} */ low) => {
    const said = make("output");
    const slider = make("input", {
      type: "range",
      min: String(low),
      max: "1",
      step: String(STEP),
      "aria-label": label,
      "data-names": own.join(" "),
      oninput: () => set(own, Number(slider.value)),
      ondblclick: () => set(own, 0),
    });
    shows.push(() => {
      const value = state.now.pose[names.indexOf(own[0])];
      const percent = `${Math.round(100 * value)} %`;
      slider.value = String(value);
      said.textContent = percent;
      slider.setAttribute("aria-valuetext", percent);
      const [at, rest] = [value, 0].map((number) => (100 * (number - low)) / (1 - low));
      slider.style.setProperty("--from", `${Math.min(at, rest)}%`);
      slider.style.setProperty("--to", `${Math.max(at, rest)}%`);
    });
    return make("div", { class: "slider" }, make("span", { "aria-hidden": "true" }, label), slider, said);
  };

  const build = () => {
    shows = [];
    rows.replaceChildren(
      ...groups.map((/** @type {any} */ group) =>
        make(
          "fieldset",
          {},
          make("legend", {}, text(`group.${group.name}`)),
          ...group.numbers.flatMap((/** @type {any} */ { base, names: own, low }) => {
            const label = text(`pose.${base}`);
            if (own.length === 1 || together) return [row(label, own, low)];
            return own.map((/** @type {string} */ name) => row(`${label} ${text(name.endsWith("left") ? "left" : "right")}`, [name], low));
          }),
        ),
      ),
    );
    shows.forEach((show) => show());
  };
  build();

  const pair = make("input", {
    type: "checkbox",
    checked: together,
    onchange: () => {
      together = pair.checked;
      build();
    },
  });
  const load = make("input", {
    type: "file",
    id: "load-pose",
    accept: ".json,application/json",
    onchange: async () => {
      const [file] = load.files ?? [];
      load.value = "";
      if (file) read(await file.text());
    },
  });

  function read(/** @type {string} */ json) {
    const pose = new Float32Array(45);
    try {
      const { names: own, poses } = JSON.parse(json);
      own.forEach((/** @type {string} */ name, /** @type {number} */ i) => {
        const value = Number(poses[0][i]);
        if (!Number.isFinite(value) || !names.includes(name)) throw new Error(name);
        pose[names.indexOf(name)] = Math.min(Math.max(value, -1), 1);
      });
    } catch {
      say(text("pose.bad"), true);
      return;
    }
    state.change({ pose, take: null });
  }

  const random = () => {
    const pose = new Float32Array(45);
    for (const { numbers } of groups) {
      const { base, names: own, low } = numbers[Math.floor(Math.random() * numbers.length)];
      const value = (low < 0 ? Math.random() * 2 - 1 : Math.random()) * (base === "breathing" ? 0 : 0.8);
      for (const name of own) pose[names.indexOf(name)] = value;
    }
    state.change({ pose, take: null });
  };
  const button = (/** @type {string} */ key, /** @type {() => void} */ act) =>
    make("button", { type: "button", class: "quiet", onclick: act }, text(key));
  const show = (/** @type {Event} */ event) => {
    if (/** @type {CustomEvent} */ (event).detail.has("pose")) shows.forEach((each) => each());
  };
  state.addEventListener("change", show);
  state.addEventListener("rebuild", () => state.removeEventListener("change", show), { once: true });
  return make(
    "section",
    {},
    make(
      "div",
      { class: "row wrap" },
      button("pose.reset", () => state.change({ pose: new Float32Array(45), take: null })),
      button("pose.random", random),
      make("label", { class: "quiet file", htmlFor: "load-pose" }, text("pose.load")),
      load,
    ),
    make("label", { class: "switch" }, pair, text("pose.together")),
    rows,
  );
}
