/** A motion: poses over time, where the head is meanwhile, and the signs of comics that go with it. */

export const FPS = 25;
/** Seconds in which the end of a recording is led back to its beginning. */
const BACK = 0.4;
const WIDTH = 45;
const AXES = 3;
/** Signs that are sent at most: a request may be 64 KiB long. */
const MOST_SIGNS = 40;

/** @typedef {import("../feelings.js").Event} Event a sign, in frames */

export class Take {
  /**
   * @param {Float32Array} poses one after the other, 45 numbers each
   * @param {{fps?: number, signs?: Event[], name?: string, loops?: boolean, places?: Float32Array | null}} [more]
   *   places: where the head is in each frame: right, down, nearer; null where it keeps its place
   */
  constructor(poses, { fps = FPS, signs = [], name = "", loops = true, places = null } = {}) {
    this.poses = poses;
    this.places = places;
    this.fps = fps;
    this.signs = signs;
    this.name = name;
    this.loops = loops;
    this.length = poses.length / WIDTH;
  }

  get seconds() {
    return this.length / this.fps;
  }

  /** A motion of the server's. @param {any} read @param {number} unit @param {string} name */
  static unpacked(read, unit, name) {
    const bytes = Uint8Array.from(atob(read.poses), (letter) => letter.charCodeAt(0));
    const view = new DataView(bytes.buffer);
    const poses = Float32Array.from({ length: bytes.length / 2 }, (_, i) => view.getInt16(2 * i, true) / unit);
    return new Take(poses, { fps: read.fps, signs: read.signs, loops: read.loops, name });
  }

  /** A recording, whose end leads back to its beginning. @param {import("./face.js").Acted[]} frames @param {Event[]} [signs] */
  static recorded(frames, signs = []) {
    const poses = ledBack(frames.map(({ pose }) => pose));
    const places = ledBack(frames.map(({ place }) => place));
    return new Take(poses, { signs, places: places.some((value) => value !== 0) ? places : null });
  }

  /** A recording of somebody who is seen, with the signs of what they feel. @param {import("./face.js").Acted[]} frames @param {import("../feelings.js").Feelings} feelings */
  static acted(frames, feelings) {
    const emotions = feelings.emotions(frames.map(({ pose }) => pose), FPS);
    return Take.recorded(frames, feelings.signs(emotions, FPS));
  }

  /** As the server reads it. @param {number} unit */
  packed(unit) {
    const { fps, loops, signs, places } = this;
    return {
      poses: packed(this.poses, unit),
      fps,
      loops,
      ...(places ? { places: packed(places, unit) } : {}),
      ...(signs.length ? { signs: signs.slice(0, MOST_SIGNS) } : {}),
    };
  }

  /** The pose at a time, between its frames. @param {number} seconds @param {Float32Array} pose is filled */
  at(seconds, pose) {
    const place = (seconds * this.fps) % this.length;
    const low = Math.floor(place);
    const high = (low + 1) % this.length;
    const share = place - low;
    for (let k = 0; k < WIDTH; k++) {
      const from = this.poses[low * WIDTH + k];
      pose[k] = from + share * (this.poses[high * WIDTH + k] - from);
    }
    return pose;
  }

  /** Where the head is at a time; undefined where it keeps its place. @param {number} seconds */
  place(seconds) {
    const { places } = this;
    if (!places) return undefined;
    const at = (seconds * this.fps) % this.length;
    const low = Math.floor(at);
    const high = (low + 1) % this.length;
    return Array.from({ length: AXES }, (_, axis) => {
      const from = places[low * AXES + axis];
      return from + (at - low) * (places[high * AXES + axis] - from);
    });
  }
}

/** Frames, one after the other, and as many more as lead back to the first one. @param {ArrayLike<number>[]} frames */
function ledBack(frames) {
  const back = Math.min(Math.round(BACK * FPS), frames.length);
  const first = frames[0];
  const last = frames[frames.length - 1];
  const led = Array.from({ length: back }, (_, i) => {
    const share = smooth((i + 1) / (back + 1));
    return Array.from(last, (value, k) => value + share * (first[k] - value));
  });
  return Float32Array.from([...frames, ...led].flatMap((frame) => Array.from(frame)));
}

/** Numbers as the server reads them. @param {Float32Array} numbers @param {number} unit */
function packed(numbers, unit) {
  const bytes = new Uint8Array(2 * numbers.length);
  const view = new DataView(bytes.buffer);
  numbers.forEach((value, i) => view.setInt16(2 * i, Math.round(value * unit), true));
  let letters = "";
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters);
}

/**
 * The signs that are seen at a frame, as the poser shows them.
 * @param {Event[]} events @param {number} frame @param {number} length of the whole motion in frames
 * @param {number} fps @param {import("./stage.js").Stage["puppet"]} puppet what draws them
 */
export function signsAt(events, frame, length, fps, puppet) {
  const packed = puppet?.packed;
  if (!packed) return [];
  return events
    .filter(({ name, start, end }) => start <= frame && frame < end && puppet.signs.includes(name))
    .map(({ name, start, end }) => {
      const { comes, signs } = packed;
      const periods = Math.max(1, Math.round((end - start) / fps / signs[name].period));
      const whole = start === 0 && end >= length;
      const level = whole ? 1 : Math.min((frame - start + 1) / fps / comes, (end - frame) / fps / comes, 1);
      return { name, phase: (periods * (frame - start)) / (end - start), level };
    });
}

/** 0..1 without a corner at either end. @param {number} share */
export const smooth = (share) => share * share * (3 - 2 * share);
