/** The camera or a clip as what moves a character. The pictures stay here: only poses are sent, and only to make a file. */

import { Refusal } from "./api.js";
import { make, say } from "./dom.js";
import { isFramed, wayOut } from "./framed.js";
import { breath } from "./life.js";
import { FPS, Take } from "./take.js";
import { text } from "./texts.js";

const WHY = /** @type {Record<string, string>} */ ({
  NotAllowedError: "camera.refused",
  NotFoundError: "camera.absent",
  NotReadableError: "camera.taken",
});

/** @type {Promise<Tools> | null} */
let tools = null;
/** @type {(() => void) | null} ends the camera that runs */
let end = null;

/** What follows a face; who never asks for that need not fetch it. @typedef {Awaited<ReturnType<typeof open>>} Tools */
async function open() {
  const [{ Acting, Eye }, { Mood }, { framesOfClip }, { framesOf }] = await Promise.all([
    import("./face.js"),
    import("../feelings.js"),
    import("./clip.js"),
    import("./frames.js"),
  ]);
  return { follows: await Eye.open(), Acting, Mood, framesOfClip, framesOf };
}

const opened = () => {
  tools ??= open().catch((error) => {
    tools = null;
    throw error;
  });
  return tools;
};

/** @param {import("./state.js").State} state @param {import("./stage.js").Stage} stage */
export function camera(state, stage) {
  if (isFramed()) return wayOut(state);
  if (!state.catalogue.follows) return make("section", {}, make("p", { class: "hint" }, text("camera.missing")));
  const seen = make("p", { class: "hint", "aria-live": "polite" });
  const look = make("video", { muted: true, playsInline: true, class: "look", hidden: true, "aria-hidden": "true" });
  const use = make("button", { type: "button", class: "primary", onclick: () => (end ? end() : guarded(watch)) }, text("camera.use"));
  const rest = make("button", { type: "button", class: "quiet", hidden: true, onclick: () => acting?.calibrate() }, text("camera.rest"));
  const clip = make("input", {
    type: "file",
    id: "clip",
    accept: "video/*",
    onchange: () => {
      const [file] = clip.files ?? [];
      clip.value = "";
      if (file) guarded(() => follow(file));
    },
  });
  /** @type {import("./face.js").Acting | null} */
  let acting = null;

  async function guarded(/** @type {() => Promise<void>} */ act) {
    use.disabled = true;
    seen.textContent = text("camera.loading");
    try {
      await act();
    } catch (error) {
      seen.textContent = "";
      const key = WHY[/** @type {Error} */ (error).name];
      if (key) say(text(key), true);
      else throw error;
    } finally {
      use.disabled = false;
    }
  }

  async function watch() {
    if (!navigator.mediaDevices) throw new Refusal(text("camera.old"));
    const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 480, frameRate: 30 } });
    const [track] = stream.getVideoTracks();
    const stop = () => track.stop();
    const { follows, Acting, Mood, framesOf } = await opened().catch((error) => {
      stop();
      throw error;
    });
    look.srcObject = stream;
    look.hidden = rest.hidden = false;
    await look.play();
    const now = (acting = new Acting(follows));
    stage.mood = new Mood(follows.feelings);
    use.textContent = text("camera.off");
    const frames = framesOf(track, look);
    const off = (end = () => {
      stop();
      frames.close();
      end = stage.mood = null;
      stage.see(null);
      look.hidden = rest.hidden = true;
      use.textContent = text("camera.use");
      seen.textContent = "";
    });
    track.onended = () => {
      off();
      say(text("camera.gone"), true);
    };
    state.change({ take: null, playing: true });
    run();

    /** One frame after the other; what comes meanwhile is let go. */
    async function run() {
      let last = performance.now();
      for (let frame = await frames.next(); frame && end === off; frame = await frames.next()) {
        const found = await follows.look(frame, performance.now());
        if (end !== off) return; // it was turned off meanwhile
        const at = performance.now();
        stage.see(found && now.live(found, (at - last) / 1000));
        last = at;
        seen.textContent = text(found ? "camera.seen" : "camera.unseen");
      }
    }
  }

  /** Follows the face through a clip, frame by frame. */
  async function follow(/** @type {Blob} */ file) {
    end?.();
    const video = make("video", { muted: true, src: URL.createObjectURL(file) });
    try {
      await new Promise((resolve, reject) => {
        video.onloadeddata = resolve;
        video.onerror = () => reject(new Refusal(text("clip.bad")));
      });
      const { follows, Acting, framesOfClip } = await opened();
      const count = Math.floor(Math.min(video.duration, state.catalogue.pose.seconds - 1) * FPS);
      /** @type {(import("./face.js").Seen | null)[]} */
      const frames = [];
      const began = performance.now();
      for await (const frame of framesOfClip(video, count, FPS)) {
        frames.push(await follows.look(frame, began + (1000 * frames.length) / FPS));
        seen.textContent = text("clip.reading", { percent: Math.round((100 * frames.length) / count) });
      }
      seen.textContent = "";
      if (!frames.some((face) => face)) throw new Refusal(text("clip.unseen"));
      const acted = new Acting(follows).clip(frames, 1 / FPS);
      const breathing = state.names.indexOf("breathing");
      acted.forEach(({ pose }, i) => (pose[breathing] = breath(i / FPS)));
      state.change({ take: Take.acted(acted, follows.feelings), playing: true });
    } finally {
      URL.revokeObjectURL(video.src);
    }
  }

  const leave = () => {
    if (state.now.source !== "camera") end?.();
  };
  state.addEventListener("change", leave);
  state.addEventListener(
    "rebuild",
    () => {
      end?.();
      state.removeEventListener("change", leave);
    },
    { once: true },
  );
  return make(
    "section",
    {},
    make("p", { class: "hint" }, text("camera.hint")),
    make("div", { class: "row wrap" }, use, rest, make("label", { class: "quiet file", htmlFor: "clip" }, text("camera.clip")), clip),
    seen,
    look,
  );
}
