/**
 * The studio among others (studio/rooms.py). In a frame of Discord everybody's page tells the others how its character is,
 * and shows theirs. A window beside the frame tells the frame what its camera and its microphone see and hear.
 */

import { Line } from "../live/line.js";
import { find, make, say } from "./dom.js";
import { Friends } from "./friends.js";
import { text } from "./texts.js";

/** Milliseconds between two poses that others get. */
const EACH = 40;
/** Milliseconds at least between two changes of signs that others hear of. */
const SIGNS = 200;
/** How many of them one character shows (studio/rooms.py). */
const MOST_SIGNS = 8;
/** Milliseconds after which a window that is silent sees nothing any more. */
const SILENT = 2000;

/** @param {import("./state.js").State} state @param {import("./stage.js").Stage} stage */
export function enterRoom(state, stage) {
  const line = new Line("/api/room/line");
  line.addEventListener("refused", (event) => say(/** @type {CustomEvent} */ (event).detail, true));
  const told = make("p", { class: "hint" });
  const friends = make("div", { class: "friends" });
  const place = find("company");
  place.replaceChildren(told, friends);
  /** @type {any} what was told last */
  let here = null;
  const show = () => {
    if (!here) return;
    const key = state.catalogue.room === "frame" ? "room.others" : here.frame ? "room.window" : "room.closed";
    told.textContent = text(key);
    place.hidden = here.people?.length === 0;
  };
  line.addEventListener("state", (event) => {
    here = /** @type {CustomEvent} */ (event).detail;
    show();
  });
  state.addEventListener("rebuild", show);
  if (state.catalogue.room === "frame") frame(line, state, stage, new Friends(friends, state));
  else document.addEventListener("acted", (event) => line.send(/** @type {CustomEvent} */ (event).detail));
}

/** @param {Line} line @param {import("./state.js").State} state @param {import("./stage.js").Stage} stage @param {Friends} friends */
function frame(line, state, stage, friends) {
  /** @type {number[] | null} what the others have got */
  let sent = null;
  let signs = "";
  let signedAt = 0;
  const show = () => {
    sent = null;
    signs = "";
    if (state.now.character) line.say({ show: state.now.character.id });
  };
  line.addEventListener("open", show);
  state.follow(["character"], show);
  setInterval(() => {
    const { pose, place } = stage.now;
    const shown = [...pose, ...Array.from(place)];
    if (!sent?.every((value, i) => value === shown[i]) && line.send({ pose, place })) sent = shown;
    const seen = [...new Set(stage.signs)].slice(0, MOST_SIGNS);
    if (String(seen) === signs || performance.now() - signedAt < SIGNS) return;
    signs = String(seen);
    signedAt = performance.now();
    line.say({ signs: seen });
  }, EACH);

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let silence;
  const act = (/** @type {import("./face.js").Acted} */ { pose, place }) => {
    clearTimeout(silence);
    const known = [...pose.keys()].filter((i) => !Number.isNaN(pose[i]));
    stage.see(known.length === pose.length ? { pose, place: Array.from(place, (value) => value || 0) } : null);
    stage.hear(known.length && known.length < pose.length ? { columns: known, amounts: known.map((i) => pose[i]) } : null);
    if (!known.length) return;
    silence = setTimeout(() => act({ pose: new Float32Array(pose.length).fill(NaN), place }), SILENT);
    if (!state.now.playing) state.change({ playing: true });
  };
  line.addEventListener("pose", (event) => {
    const { detail } = /** @type {CustomEvent} */ (event);
    if (detail.of) friends.move(detail.of, detail);
    else act(detail);
  });
  line.addEventListener("state", (event) => {
    const { people, window } = /** @type {CustomEvent} */ (event).detail;
    friends.show(people);
    if (window !== state.now.window) state.change({ window });
  });
}
