/** Life in a pose that is held: breath, a blink and a little sway, in a loop that closes. */

import { FPS, Take, smooth } from "./take.js";

/** Seconds of the loop, when it blinks, and for how long. */
export const LOOP = 4;
const BLINK_AT = 2.6;
const BLINK = 0.24;

/** How far a breath is drawn. @param {number} seconds */
export const breath = (seconds) => 0.5 - 0.5 * Math.cos((2 * Math.PI * seconds) / LOOP);

/**
 * A pose a moment later.
 * @param {ArrayLike<number>} held @param {number} seconds @param {string[]} names @param {Float32Array} pose is filled
 */
export function alive(held, seconds, names, pose) {
  const turn = (2 * Math.PI * seconds) / LOOP;
  const shut = smooth(Math.max(0, 1 - Math.abs(((seconds % LOOP) - BLINK_AT) / (BLINK / 2))));
  /** @type {Record<string, number>} */
  const more = { breathing: breath(seconds), neck_z: 0.04 * Math.sin(turn), head_x: 0.02 * Math.sin(2 * turn) };
  names.forEach((name, i) => {
    const value = held[i] + (more[name] ?? 0);
    pose[i] = Math.min(Math.max(value, -1), 1);
    // Lids that another number closes already do not close twice.
    const closed = /^eye_wink_/.test(name) ? Math.min(1, held[i + 2] ?? 0) : 0;
    if (/^eye_wink_/.test(name)) pose[i] = Math.min(1, Math.max(held[i], shut * (1 - closed)));
  });
  return pose;
}

/** The whole loop. @param {ArrayLike<number>} held @param {string[]} names */
export function held(held, names) {
  const count = LOOP * FPS;
  const poses = new Float32Array(count * names.length);
  const pose = new Float32Array(names.length);
  for (let i = 0; i < count; i++) poses.set(alive(held, i / FPS, names, pose), i * names.length);
  return new Take(poses);
}
