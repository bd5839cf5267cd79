/** What swings: every chain is two small weights on damped springs, half-way and at its tip. */

import { Points } from "./mesh.js";
import { unpackEnds } from "./unpack.js";

/**
 * @typedef {import("./unpack.js").PackedEnds & {step: number, farthest: number, hang: number[],
 *   omega: number[], damping: number[]}} PackedPhysics
 * @typedef {Record<string, number>} Stance
 */

/** The swing of all chains of a drawing. */
export class Physics {
  /**
   * @param {PackedPhysics} packed
   * @param {import("./unpack.js").Units} units those of its columns, as of the mesh
   * @param {import("./program.js").Program[]} kinds
   * @param {Stance} rest how head and body are held at rest
   */
  constructor(packed, units, kinds, rest) {
    const count = (this.count = packed.count);
    this.step = packed.step;
    const ends = unpackEnds(packed, units);
    /** All roots, then the places of all half-way weights at rest, then those of all tips. @param {Float64Array} axis */
    const three = (axis) => Float64Array.from({ length: 3 * count }, (_, i) => {
      const [root, tip] = [axis[i % count], axis[count + (i % count)]];
      return i < count ? root : i < 2 * count ? (root + tip) / 2 : tip;
    });
    /** @param {Float64Array} held the same for all three */
    const alike = (held) => Float64Array.from({ length: 3 * count }, (_, i) => held[i % count]);
    const { x, y, z, head, turn, kind } = ends;
    this.anchors = new Points(
      { x: three(x), y: three(y), z: three(z), head: alike(head), turn: alike(turn), kind: alike(kind) },
      kinds,
    );
    /** How far along a chain a place lies: its distance from the root, in lengths of the chain. */
    this.along = (/** @type {number} */ chain, /** @type {number} */ toX, /** @type {number} */ toY) => {
      const away = (/** @type {number} */ aX, /** @type {number} */ aY) => Math.hypot(aX - x[chain], aY - y[chain]);
      return away(toX, toY) / Math.max(1, away(x[count + chain], y[count + chain]));
    };
    this.places = new Float64Array(6 * count);
    const places = this.anchors.deform(rest, this.places);
    /** From the roots to both weights on the picture at rest, x and y in turn. */
    this.down = Float64Array.from({ length: 4 * count }, (_, i) => places[2 * count + i] - places[i % (2 * count)]);
    /** How far each weight strays at most. */
    this.farthest = Float64Array.from({ length: 2 * count }, (_, i) => packed.farthest * Math.hypot(this.down[2 * i], this.down[2 * i + 1]));
    this.hang = packed.hang;
    this.omega = packed.omega;
    this.damping = packed.damping;
    this.place = new Float64Array(4 * count);
    this.speed = new Float64Array(4 * count);
    this.goal = new Float64Array(4 * count);
    this.next = new Float64Array(4 * count);
    /** What u² and u³ are multiplied by for a point at share u of its chain: x and y of every chain, twice. */
    this.bend = new Float64Array(4 * count);
    this.started = false;
  }

  /** Starts at rest. @param {Stance} stance */
  reset(stance) {
    this.#targets(stance, this.goal);
    this.place.set(this.goal);
    this.speed.fill(0);
    this.started = true;
  }

  /** Moves on while the body goes evenly to a stance. @param {Stance} stance @param {number} seconds */
  advance(stance, seconds) {
    if (!this.started) this.reset(stance);
    const { count, goal, next, place, speed, omega, damping } = this;
    this.#targets(stance, next);
    const steps = Math.max(1, Math.ceil(seconds / this.step - 1e-9));
    const dt = seconds / steps;
    for (let i = 0; i < 2 * count; i++) {
      const pull = omega[i] * omega[i] * dt;
      const drag = Math.exp(-2 * damping[i % count] * omega[i] * dt);
      for (let k = 2 * i; k < 2 * i + 2; k++) {
        const way = (next[k] - goal[k]) / steps;
        for (let s = 0; s < steps; s++) {
          goal[k] += way;
          speed[k] = (speed[k] + pull * (goal[k] - place[k])) * drag;
          place[k] += speed[k] * dt;
        }
      }
    }
    goal.set(next);
    return this.#bent(true);
  }

  /** Where everything has come to rest. @param {Stance} stance */
  atRest(stance) {
    this.reset(stance);
    return this.#bent(false);
  }

  /** Where the weights would come to rest. @param {Stance} stance @param {Float64Array} goal */
  #targets(stance, goal) {
    const { count, down, hang } = this;
    const places = this.anchors.deform(stance, this.places);
    for (let i = 0; i < 2 * count; i++) {
      for (let axis = 0; axis < 2; axis++) {
        const rigid = places[2 * (count + i) + axis];
        const hanging = places[2 * (i % count) + axis] + down[2 * i + axis];
        goal[2 * i + axis] = rigid + hang[i % count] * (hanging - rigid);
      }
    }
  }

  /** @param {boolean} bounded whether long offsets are shortened softly */
  #bent(bounded) {
    const { count, place, places, farthest, bend } = this;
    const offset = (/** @type {number} */ weight) => {
      const x = place[2 * weight] - places[2 * (count + weight)];
      const y = place[2 * weight + 1] - places[2 * (count + weight) + 1];
      const share = Math.hypot(x, y) / farthest[weight];
      const kept = bounded && share > 1e-6 ? Math.tanh(share) / share : 1;
      return [x * kept, y * kept];
    };
    for (let i = 0; i < count; i++) {
      const [middle, tip] = [offset(i), offset(count + i)];
      for (let axis = 0; axis < 2; axis++) {
        bend[2 * i + axis] = 8 * middle[axis] - tip[axis];
        bend[2 * (count + i) + axis] = 2 * tip[axis] - 8 * middle[axis];
      }
    }
    return bend;
  }
}
