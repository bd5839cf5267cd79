/** What moves the character, how calm that is made, and expressions that are worn over it. */

import { choice, find, make, say } from "../page/dom.js";
import { EXPRESSIONS } from "../page/expressions.js";
import { text } from "../page/texts.js";

/** Why a camera or a microphone does not open. */
const WHY = /** @type {Record<string, string>} */ ({
  NotAllowedError: "refused",
  NotFoundError: "absent",
  NotReadableError: "taken",
});
/** What a person opens on this page. */
const OPENED = ["camera", "microphone"];
/** @type {(() => void) | null} ends what this page itself sees */
let end = null;

/** @typedef {(show: (state: any) => void) => void} Follow calls back with the state, now and whenever it changes */

/** @param {import("./line.js").Line} line @param {any} choices @param {Follow} follow */
export function moving(line, choices, follow) {
  end?.();
  return [inputs(line, choices, follow), smoothing(line, choices, follow), expressions(line, follow)];
}

/** @param {import("./line.js").Line} line @param {any} choices @param {Follow} follow */
function inputs(line, choices, follow) {
  const place = make("div", { class: "seen" });
  const hint = make("p", { class: "hint" });
  const rest = make("button", { type: "button", class: "quiet", onclick: () => calibrate() }, text("camera.rest"));
  const use = make("button", { type: "button", class: "primary", onclick: () => toggle() });
  let input = "";
  let running = false;

  const name = () => {
    if (!OPENED.includes(input)) return;
    use.textContent = text(`${input}.${running ? "off" : "use"}`);
  };
  async function toggle() {
    if (end) return end();
    use.disabled = true;
    say(text("camera.loading"));
    try {
      const { camera, voice } = await import("./inputs.js");
      const told = (/** @type {boolean} */ seen) => (hint.textContent = text(seen ? "camera.seen" : "camera.unseen"));
      const stop = await (input === "camera" ? camera(line, place, told) : voice(line, choices.names));
      running = true;
      end = () => {
        stop();
        line.say({ lost: true });
        running = false;
        end = null;
        hint.textContent = text(`live.${input}.hint`);
        name();
      };
    } catch (error) {
      const why = WHY[/** @type {Error} */ (error).name];
      if (!why) throw error;
      say(text(`${input}.${why}`), true);
    } finally {
      use.disabled = false;
      name();
    }
  }
  async function calibrate() {
    line.say({ calibrate: true });
    if (input === "camera") (await import("./inputs.js")).acting?.calibrate();
    say(text("live.calibrated"));
  }

  async function begin(/** @type {string} */ chosen, /** @type {string} */ listens) {
    if (!running) hint.textContent = chosen === "camera" && !choices.follows ? text("camera.missing") : text(`live.${chosen}.hint`, { place: listens });
    use.hidden = !OPENED.includes(chosen) || (chosen === "camera" && !choices.follows);
    rest.hidden = !["camera", "ifacialmocap"].includes(chosen);
    if (chosen === input) return;
    end?.();
    input = chosen;
    name();
    const radio = field.querySelector(`input[value="${chosen}"]`);
    if (radio instanceof HTMLInputElement) radio.checked = true;
    if (chosen === "pointer") {
      const { pointer } = await import("./inputs.js");
      const stop = pointer(line, find("frame"), choices.names);
      end = () => {
        stop();
        end = null;
      };
    }
  }
  const field = choice(
    text("source"),
    choices.inputs.map((/** @type {string} */ each) => [each, text(`live.${each}`)]),
    "",
    (chosen) => line.say({ change: { input: chosen } }),
  );
  name();
  follow(({ setting, listens }) => begin(setting.input, listens));
  return make("section", {}, field, hint, make("div", { class: "row wrap" }, use, rest), place);
}

/** @param {import("./line.js").Line} line @param {any} choices @param {Follow} follow */
function smoothing(line, choices, follow) {
  const rows = Object.entries(choices.smoothing).map(([key, [low, high]]) => {
    const said = make("output");
    const slider = make("input", {
      type: "range",
      min: String(low),
      max: String(high),
      step: "0.1",
      "aria-label": text(`live.${key}`),
      oninput: () => line.say({ change: { [key]: Number(slider.value) } }),
    });
    follow(({ setting }) => {
      const value = setting[key];
      if (document.activeElement !== slider || !slider.matches(":active")) slider.value = String(value);
      said.textContent = text("live.hertz", { value: value.toFixed(1) });
      slider.setAttribute("aria-valuetext", said.textContent);
      slider.style.setProperty("--from", "0%");
      slider.style.setProperty("--to", `${(100 * (value - low)) / (high - low)}%`);
    });
    return make("div", { class: "slider" }, make("span", { "aria-hidden": "true" }, text(`live.${key}`)), slider, said);
  });
  return make(
    "section",
    { class: "smoothing" },
    make("h2", {}, text("live.smoothing")),
    make("p", { class: "hint" }, text("live.smoothing.hint")),
    ...rows,
  );
}

/** Expressions for the keys 1 to 9, and 0 for none. @param {import("./line.js").Line} line @param {Follow} follow */
function expressions(line, follow) {
  const wear = (/** @type {number} */ number) => line.say({ change: { expression: EXPRESSIONS[number].pose } });
  const chips = EXPRESSIONS.map(({ name }, number) =>
    make(
      "button",
      { type: "button", class: "chip", "aria-pressed": "false", onclick: () => wear(number) },
      make("kbd", { "aria-hidden": "true" }, String(number)),
      text(`expression.${name}`),
    ),
  );
  follow(({ setting }) => {
    const worn = JSON.stringify(setting.expression);
    chips.forEach((chip, number) => chip.setAttribute("aria-pressed", String(JSON.stringify(EXPRESSIONS[number].pose) === worn)));
  });
  document.onkeydown = (event) => {
    const number = "0123456789".indexOf(event.key);
    const target = /** @type {HTMLElement} */ (event.target);
    const writes = target.matches("input[type=text]:not([readonly]), select, textarea");
    if (number >= 0 && !writes && !event.ctrlKey && !event.metaKey && !event.altKey) wear(number);
  };
  return make("section", { class: "expressions" }, make("h2", {}, text("expressions")), make("div", { class: "chips" }, ...chips), make("p", { class: "hint" }, text("expressions.keys")));
}
