/** A face that is seen becomes poses, by the formulas of the pipeline. Nothing of this leaves the browser. */

import { Blendshapes } from "../blendshapes.js";
import { Feelings, middle } from "../feelings.js";
import { Steady } from "../steady.js";
import * as api from "./api.js";
import { text } from "./texts.js";

const AXES = /** @type {const} */ (["pitch", "yaw", "roll"]);
/** Frames from which the head's own rest is taken at first. */
const CALM = 15;

/**
 * @typedef {object} Seen
 * @property {Record<string, number>} shapes
 * @property {Record<"pitch" | "yaw" | "roll", number>} head degrees
 * @property {number[]} place right and down in heights of the picture, and the distance in centimetres
 *
 * @typedef {{pose: Float32Array, place: ArrayLike<number>}} Acted a pose, and where the head is: right, down, nearer
 */

/** What sees a face in frames. */
export class Eye {
  /** Loads what it needs, 17 MB the first time. */
  static async open() {
    if (!("VideoFrame" in window && "WebAssembly" in window)) throw new api.Refusal(text("camera.old"));
    const worker = new Worker("/static/page/face_worker.js", { type: "module" });
    const [blendshapes, steady, face] = await Promise.all([api.blendshapes(), api.steady(), api.face()]);
    const eye = new Eye(worker, new Blendshapes(blendshapes), steady, new Feelings(face));
    await eye.#ask({ place: face.place });
    return eye;
  }

  /** @param {Worker} worker @param {Blendshapes} blendshapes @param {import("../steady.js").PackedFilter} filter @param {Feelings} feelings */
  constructor(worker, blendshapes, filter, feelings) {
    this.worker = worker;
    this.blendshapes = blendshapes;
    this.filter = filter;
    this.feelings = feelings;
  }

  /**
   * What is seen in a frame, which is used up; null where there is no face.
   * @param {VideoFrame} frame
   * @param {number} milliseconds when it was filmed: what follows the face smooths over time
   * @returns {Promise<Seen | null>}
   */
  async look(frame, milliseconds) {
    return (await this.#ask({ frame, milliseconds }, [frame])).seen;
  }

  /** @param {object} what @param {Transferable[]} [given] @returns {Promise<any>} */
  #ask(what, given = []) {
    return new Promise((resolve, reject) => {
      this.worker.onmessage = ({ data }) => (data.error ? reject(new Error(data.error)) : resolve(data));
      this.worker.onerror = () => reject(new api.Refusal(text("camera.old")));
      this.worker.postMessage(what, given);
    });
  }

  close() {
    this.worker.terminate();
  }
}

/** Makes poses of what is seen, from the person's own rest. */
export class Acting {
  /** @param {Eye} eye */
  constructor({ blendshapes, filter, feelings }) {
    this.blendshapes = blendshapes;
    this.filter = filter;
    this.feelings = feelings;
    this.rest = { pitch: 0, yaw: 0, roll: 0 };
    /** Where the head usually is, as in `Seen`. */
    this.usual = [0, 0, 0];
    this.count = 0;
    this.steady = new Steady(filter);
    this.still = new Steady({ ...filter, cutoffs: this.usual.map(() => feelings.packed.place.cutoff) });
    /** @type {Seen | null} */
    this.now = null;
  }

  /** What is seen now is how the person holds their head, and where. */
  calibrate() {
    if (this.now) {
      this.rest = { ...this.now.head };
      this.usual = [...this.now.place];
    }
    this.count = CALM;
  }

  /** What is shown now. @param {Seen} seen @param {number} seconds since the frame before @returns {Acted} */
  live(seen, seconds) {
    const { pose, place } = this.raw(seen);
    return { pose: this.steady.next(pose, seconds), place: this.still.next(place, seconds) };
  }

  /** What is seen, trembling as cameras see it. @param {Seen} seen @param {boolean} [mirrored] @returns {Acted} */
  raw(seen, mirrored = true) {
    this.now = seen;
    if (this.count < CALM) {
      this.count++;
      for (const axis of AXES) this.rest[axis] += (seen.head[axis] - this.rest[axis]) / this.count;
      seen.place.forEach((value, axis) => (this.usual[axis] += (value - this.usual[axis]) / this.count));
    }
    const [right, down, nearer] = this.feelings.place(seen.place, this.usual); // as in a mirror
    return { pose: this.#pose(seen, mirrored), place: [mirrored ? right : -right, down, nearer] };
  }

  /**
   * What is done in a whole clip. It is steadied forth and back, so that nothing lags behind.
   * @param {(Seen | null)[]} frames null where no face was seen: what was seen before stays; one face at least
   * @param {number} seconds from frame to frame
   * @returns {Acted[]}
   */
  clip(frames, seconds) {
    const first = frames.find((seen) => seen !== null);
    if (!first) return [];
    for (const axis of AXES) this.rest[axis] = middle(frames.flatMap((seen) => (seen ? [seen.head[axis]] : [])));
    let last = first;
    const whole = frames.map((seen) => (last = seen ?? last));
    const poses = whole.map((seen) => this.#pose(seen));
    const [forth, back] = [new Steady(this.filter), new Steady(this.filter)];
    const there = poses.map((pose) => forth.next(pose, seconds));
    const again = poses.toReversed().map((pose) => back.next(pose, seconds)).reverse();
    const places = this.feelings.places(whole.map(({ place }) => place), 1 / seconds);
    return there.map((pose, i) => ({ pose: pose.map((value, k) => (value + again[i][k]) / 2), place: places[i] }));
  }

  /** @param {Seen} seen @param {boolean} [mirrored] */
  #pose({ shapes, head }, mirrored) {
    const turned = Object.fromEntries(AXES.map((axis) => [axis, head[axis] - this.rest[axis]]));
    return this.blendshapes.pose(shapes, turned, mirrored);
  }
}
