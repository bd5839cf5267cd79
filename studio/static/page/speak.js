/** The microphone as what moves a mouth; sliders and expressions move the rest. The sound stays in this browser. */

import * as api from "./api.js";
import { make, say } from "./dom.js";
import { isFramed, wayOut } from "./framed.js";
import { text } from "./texts.js";

const WHY = /** @type {Record<string, string>} */ ({
  NotAllowedError: "microphone.refused",
  NotFoundError: "microphone.absent",
  NotReadableError: "microphone.taken",
});

/** @param {import("./state.js").State} state @param {import("./stage.js").Stage} stage */
export function speak(state, stage) {
  if (isFramed()) return wayOut(state);
  /** @type {(() => void) | null} */
  let end = null;
  const use = make("button", { type: "button", class: "primary", onclick: () => (end ? end() : listen()) }, text("microphone.use"));

  async function listen() {
    use.disabled = true;
    try {
      if (!navigator.mediaDevices) throw new api.Refusal(text("camera.old"));
      const [{ microphone }, table] = await Promise.all([import("../microphone.js"), api.vowels()]);
      const columns = table.names.map((/** @type {string} */ name) => state.names.indexOf(name));
      const stop = await microphone(table, (amounts) => stage.hear({ columns, amounts }));
      state.change({ take: null, playing: true });
      use.textContent = text("microphone.off");
      end = () => {
        stop();
        end = null;
        stage.hear(null);
        use.textContent = text("microphone.use");
      };
    } catch (error) {
      const key = WHY[/** @type {Error} */ (error).name];
      if (!key) throw error;
      say(text(key), true);
    } finally {
      use.disabled = false;
    }
  }

  const follow = () => {
    if (state.now.source !== "microphone") end?.();
  };
  state.addEventListener("change", follow);
  state.addEventListener(
    "rebuild",
    () => {
      end?.();
      state.removeEventListener("change", follow);
    },
    { once: true },
  );
  return make("section", {}, make("p", { class: "hint" }, text("microphone.hint")), make("div", { class: "row wrap" }, use));
}
