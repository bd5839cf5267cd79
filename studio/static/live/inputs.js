/** What this page itself sees: a camera, or the pointer. Each begins, and answers a function that ends it. */

import { microphone } from "../microphone.js";
import { Refusal, vowels } from "../page/api.js";
import { make } from "../page/dom.js";
import { Acting, Eye } from "../page/face.js";
import { framesOf } from "../page/frames.js";
import { Pointer } from "../page/pointer.js";
import { text } from "../page/texts.js";
import { now } from "./line.js";

/** Milliseconds between poses of the pointer. */
const POINTER = 16;
/** @type {Eye | null} */
let eye = null;
/** @type {Acting | null} */
export let acting = null;

/**
 * @param {import("./line.js").Line} line
 * @param {HTMLElement} place where the person sees themselves
 * @param {(seen: boolean) => void} told
 */
export async function camera(line, place, told) {
  if (!navigator.mediaDevices) throw new Refusal(text("live.camera.insecure"));
  const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 480, frameRate: 30 } });
  const [track] = stream.getVideoTracks();
  const stop = () => {
    track.stop();
    place.replaceChildren();
  };
  try {
    eye ??= await Eye.open();
    const look = make("video", { muted: true, playsInline: true, class: "look", "aria-hidden": "true", srcObject: stream });
    place.replaceChildren(look);
    await look.play();
    follow(eye, framesOf(track, look));
  } catch (error) {
    stop();
    throw error;
  }
  return stop;

  async function follow(/** @type {Eye} */ follows, /** @type {ReturnType<typeof framesOf>} */ frames) {
    const own = (acting = new Acting(follows));
    while (track.readyState === "live") {
      const frame = await frames.next();
      if (!frame) break;
      const time = now();
      const seen = await follows.look(frame, performance.now());
      if (track.readyState !== "live") break;
      if (seen) line.send(own.raw(seen, false), time);
      else line.say({ lost: true });
      told(seen !== null);
    }
    frames.close();
  }
}

/** The mouth says what is heard; all else is left to itself. @param {import("./line.js").Line} line @param {string[]} names */
export async function voice(line, names) {
  if (!navigator.mediaDevices) throw new Refusal(text("live.camera.insecure"));
  const table = await vowels();
  const columns = table.names.map((/** @type {string} */ name) => names.indexOf(name));
  return microphone(table, (amounts) => {
    const pose = new Float32Array(names.length).fill(NaN);
    columns.forEach((/** @type {number} */ column, /** @type {number} */ i) => (pose[column] = amounts[i]));
    line.send({ pose });
  });
}

/** Eyes and head follow the pointer; all else is left to itself. @param {import("./line.js").Line} line @param {HTMLElement} frame @param {string[]} names */
export function pointer(line, frame, names) {
  const own = new Pointer(frame);
  const turns = ["iris_rotation_x", "iris_rotation_y", "head_x", "head_y", "neck_z", "body_y"].map((name) => names.indexOf(name));
  const timer = setInterval(() => {
    const pose = new Float32Array(names.length);
    own.look(pose, names, POINTER / 1000);
    line.send({ pose: pose.map((value, i) => (turns.includes(i) ? value : NaN)) });
  }, POINTER);
  return () => clearInterval(timer);
}
