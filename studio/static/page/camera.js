/** The camera or a clip as what moves a character. The pictures stay here: only poses are sent, and only to make a file. */

import { Refusal } from "./api.js";
import { make, say } from "./dom.js";
import { Acting, Eye } from "./face.js";
import { FPS, Take } from "./take.js";
import { text } from "./texts.js";

const WHY = /** @type {Record<string, string>} */ ({
  NotAllowedError: "camera.refused",
  NotFoundError: "camera.absent",
  NotReadableError: "camera.taken",
});

/** @type {Promise<Eye> | null} */
let eye = null;
/** @type {(() => void) | null} ends the camera that runs */
let end = null;

const opened = () => {
  eye ??= Eye.open().catch((error) => {
    eye = null;
    throw error;
  });
  return eye;
};

/** @param {import("./state.js").State} state @param {import("./stage.js").Stage} stage */
export function camera(state, stage) {
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
  /** @type {Acting | null} */
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
    const stop = () => stream.getTracks().forEach((track) => track.stop());
    const follows = await opened().catch((error) => {
      stop();
      throw error;
    });
    look.srcObject = stream;
    look.hidden = rest.hidden = false;
    await look.play();
    const now = (acting = new Acting(follows.blendshapes));
    use.textContent = text("camera.off");
    let last = performance.now();
    let busy = false;
    const frame = async () => {
      if (end !== off) return;
      look.requestVideoFrameCallback(frame);
      if (busy) return; // the newest one counts; what came meanwhile is let go
      busy = true;
      const found = await follows.look(new VideoFrame(look), performance.now());
      const at = performance.now();
      if (found) stage.seen = now.live(found, (at - last) / 1000);
      else stage.seen = null;
      last = at;
      seen.textContent = text(found ? "camera.seen" : "camera.unseen");
      busy = false;
    };
    const off = (end = () => {
      stop();
      end = stage.seen = null;
      look.hidden = rest.hidden = true;
      use.textContent = text("camera.use");
      seen.textContent = "";
    });
    state.change({ take: null, playing: true });
    look.requestVideoFrameCallback(frame);
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
      const follows = await opened();
      const count = Math.floor(Math.min(video.duration, state.catalogue.pose.seconds - 1) * FPS);
      /** @type {(import("./face.js").Seen | null)[]} */
      const frames = [];
      const began = performance.now();
      for (let i = 0; i < count; i++) {
        const there = new Promise((resolve) => (video.onseeked = resolve));
        video.currentTime = (i + 0.5) / FPS;
        await there;
        frames.push(await follows.look(new VideoFrame(video), began + (1000 * i) / FPS));
        seen.textContent = text("clip.reading", { percent: Math.round((100 * (i + 1)) / count) });
      }
      seen.textContent = "";
      if (!frames.some((face) => face)) throw new Refusal(text("clip.unseen"));
      const poses = new Acting(follows.blendshapes).clip(frames, 1 / FPS);
      state.change({ take: Take.recorded(poses), playing: true });
    } finally {
      URL.revokeObjectURL(video.src);
    }
  }

  state.addEventListener("rebuild", () => end?.(), { once: true });
  state.addEventListener("change", () => {
    if (state.now.source !== "camera") end?.();
  });
  return make(
    "section",
    {},
    make("p", { class: "hint" }, text("camera.hint")),
    make("div", { class: "row wrap" }, use, rest, make("label", { class: "quiet file", htmlFor: "clip" }, text("camera.clip")), clip),
    seen,
    look,
  );
}
