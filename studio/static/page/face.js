/** A face that is seen becomes poses, by the formulas of the pipeline. Nothing of this leaves the browser. */

import { Blendshapes } from "../blendshapes.js";
import * as api from "./api.js";
import { text } from "./texts.js";

const AXES = /** @type {const} */ (["pitch", "yaw", "roll"]);
/** Frames from which the head's own rest is taken at first. */
const CALM = 15;
/** The One Euro filter (Casiez, Roussel and Vogel 2012): how slow movements are smoothed, in hertz, and how much less fast ones. */
const CUTOFF = 1.2;
const SPEED = 1.5;
/** The columns of a pose that are about lids, which shut in a tenth of a second: they are hardly smoothed. */
const LIDS = { first: 12, last: 23, cutoff: 8 };

/** @typedef {{shapes: Record<string, number>, head: Record<"pitch" | "yaw" | "roll", number>}} Seen */

/** What sees a face in frames. */
export class Eye {
  /** Loads what it needs, 17 MB the first time. */
  static async open() {
    if (!("VideoFrame" in window && "WebAssembly" in window)) throw new api.Refusal(text("camera.old"));
    const worker = new Worker("/static/page/face_worker.js", { type: "module" });
    const eye = new Eye(worker, new Blendshapes(await api.blendshapes()));
    await eye.#ask(null);
    return eye;
  }

  /** @param {Worker} worker @param {Blendshapes} blendshapes */
  constructor(worker, blendshapes) {
    this.worker = worker;
    this.blendshapes = blendshapes;
  }

  /**
   * What is seen in a frame, which is used up; null where there is no face.
   * @param {VideoFrame} frame
   * @param {number} milliseconds when it was filmed: what follows the face smooths over time
   * @returns {Promise<Seen | null>}
   */
  async look(frame, milliseconds) {
    return (await this.#ask({ frame, milliseconds })).seen;
  }

  /** @param {{frame: VideoFrame, milliseconds: number} | null} what @returns {Promise<any>} */
  #ask(what) {
    return new Promise((resolve, reject) => {
      this.worker.onmessage = ({ data }) => (data.error ? reject(new Error(data.error)) : resolve(data));
      this.worker.onerror = () => reject(new api.Refusal(text("camera.old")));
      this.worker.postMessage(what, what ? [what.frame] : []);
    });
  }

  close() {
    this.worker.terminate();
  }
}

/** The One Euro filter: poses that come one after the other become steady, and lag behind a little. */
class Steady {
  constructor() {
    /** @type {Float32Array | null} */
    this.last = null;
    this.speed = new Float32Array(45);
  }

  /** @param {Float32Array} pose @param {number} passed seconds since the one before */
  next(pose, passed) {
    const seconds = Math.max(passed, 1e-3);
    const share = (/** @type {number} */ cutoff) => 1 / (1 + 1 / (2 * Math.PI * cutoff * seconds));
    const last = this.last;
    const steady = pose.map((value, i) => {
      if (!last) return value;
      this.speed[i] += share(1) * ((value - last[i]) / seconds - this.speed[i]);
      const cutoff = LIDS.first <= i && i <= LIDS.last ? LIDS.cutoff : CUTOFF;
      return last[i] + share(cutoff + SPEED * Math.abs(this.speed[i])) * (value - last[i]);
    });
    this.last = steady;
    return steady;
  }
}

/** Makes poses of what is seen, from the person's own rest. */
export class Acting {
  /** @param {Blendshapes} blendshapes */
  constructor(blendshapes) {
    this.blendshapes = blendshapes;
    this.rest = { pitch: 0, yaw: 0, roll: 0 };
    this.count = 0;
    this.steady = new Steady();
    /** @type {Seen | null} */
    this.now = null;
  }

  /** What is seen now is how the person holds their head. */
  calibrate() {
    if (this.now) this.rest = { ...this.now.head };
    this.count = CALM;
  }

  /** The pose that is shown now. @param {Seen} seen @param {number} seconds since the frame before */
  live(seen, seconds) {
    this.now = seen;
    if (this.count < CALM) {
      this.count++;
      for (const axis of AXES) this.rest[axis] += (seen.head[axis] - this.rest[axis]) / this.count;
    }
    return this.steady.next(this.#pose(seen), seconds);
  }

  /**
   * The poses of a whole clip. It is steadied forth and back, so that nothing lags behind.
   * @param {(Seen | null)[]} frames null where no face was seen: the pose before stays
   * @param {number} seconds from frame to frame
   */
  clip(frames, seconds) {
    for (const axis of AXES) this.rest[axis] = middle(frames.flatMap((seen) => (seen ? [seen.head[axis]] : [])));
    let last = new Float32Array(45);
    const poses = frames.map((seen) => (last = seen ? this.#pose(seen) : last));
    const [forth, back] = [new Steady(), new Steady()];
    const there = poses.map((pose) => forth.next(pose, seconds));
    const again = poses.toReversed().map((pose) => back.next(pose, seconds)).reverse();
    return there.map((pose, i) => pose.map((value, k) => (value + again[i][k]) / 2));
  }

  /** @param {Seen} seen */
  #pose({ shapes, head }) {
    return this.blendshapes.pose(shapes, Object.fromEntries(AXES.map((axis) => [axis, head[axis] - this.rest[axis]])));
  }
}

/** The median. @param {number[]} values */
const middle = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
