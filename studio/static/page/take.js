/** A motion: poses over time, and the signs of comics that go with it. */

export const FPS = 25;
/** Seconds in which the end of a recording is led back to its beginning. */
const BACK = 0.4;
const WIDTH = 45;

/** @typedef {{name: string, start: number, end: number}} Event a sign, in frames */

export class Take {
  /**
   * @param {Float32Array} poses one after the other, 45 numbers each
   * @param {{fps?: number, signs?: Event[], name?: string, loops?: boolean}} [more]
   */
  constructor(poses, { fps = FPS, signs = [], name = "", loops = true } = {}) {
    this.poses = poses;
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

  /** A recording, whose end leads back to its beginning. @param {Float32Array[]} frames */
  static recorded(frames) {
    const back = Math.min(Math.round(BACK * FPS), frames.length);
    const last = frames[frames.length - 1];
    const led = Array.from({ length: back }, (_, i) => {
      const share = smooth((i + 1) / (back + 1));
      return last.map((value, k) => value + share * (frames[0][k] - value));
    });
    const all = [...frames, ...led];
    const poses = new Float32Array(all.length * WIDTH);
    all.forEach((frame, i) => poses.set(frame, i * WIDTH));
    return new Take(poses);
  }

  /** As the server reads it. @param {number} unit */
  packed(unit) {
    const bytes = new Uint8Array(2 * this.poses.length);
    const view = new DataView(bytes.buffer);
    this.poses.forEach((value, i) => view.setInt16(2 * i, Math.round(value * unit), true));
    let letters = "";
    for (const byte of bytes) letters += String.fromCharCode(byte);
    return { poses: btoa(letters), fps: this.fps, loops: this.loops };
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
}

/**
 * The signs that are seen at a frame, as the poser shows them.
 * @param {Event[]} events @param {number} frame @param {number} length of the whole motion in frames
 * @param {number} fps @param {import("../puppet.js").Puppet} puppet
 */
export function signsAt(events, frame, length, fps, puppet) {
  return events
    .filter(({ name, start, end }) => start <= frame && frame < end && puppet.signs.includes(name))
    .map(({ name, start, end }) => {
      const { comes, signs } = puppet.packed;
      const periods = Math.max(1, Math.round((end - start) / fps / signs[name].period));
      const whole = start === 0 && end >= length;
      const level = whole ? 1 : Math.min((frame - start + 1) / fps / comes, (end - frame) / fps / comes, 1);
      return { name, phase: (periods * (frame - start)) / (end - start), level };
    });
}

/** 0..1 without a corner at either end. @param {number} share */
export const smooth = (share) => share * share * (3 - 2 * share);
