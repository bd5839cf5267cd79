/** The One Euro filter: poses that come one after the other become steady. The same code as in Python, traced. */

import { Program } from "./program.js";

/**
 * The filter as it is stored; docs/puppet.md describes it.
 * @typedef {object} PackedFilter
 * @property {string} format @property {number} version @property {import("./program.js").PackedProgram} program
 * @property {number[]} cutoffs of each number of a pose, in hertz @property {number} keenness how much higher with speed
 * @property {number} shortest seconds that pass at least
 */

export class Steady {
  /** @param {PackedFilter} packed */
  constructor(packed) {
    if (packed.format !== "animemoji.one_euro" || packed.version !== 2) {
      throw new Error(`filters of version 2 are used here, not ${packed.format} ${packed.version}`);
    }
    this.packed = packed;
    this.program = new Program(packed.program);
    const count = packed.cutoffs.length;
    this.cutoffs = Float64Array.from(packed.cutoffs);
    this.speed = new Float64Array(count);
    /** @type {Float64Array | null} */
    this.last = null;
  }

  /**
   * The steady pose.
   * @param {ArrayLike<number>} pose the newest one @param {number} passed seconds since the one before
   */
  next(pose, passed) {
    const value = Float64Array.from(pose);
    const last = (this.last ??= value.slice());
    const columns = { value, last, speed: this.speed, cutoff: this.cutoffs };
    const numbers = { seconds: Math.max(passed, this.packed.shortest), keenness: this.packed.keenness };
    const inputs = { ...columns, ...numbers };
    this.program.runMany(this.program.inputs.map((name) => inputs[/** @type {"value"} */ (name)]), value.length, [last, this.speed]);
    return Float32Array.from(last);
  }
}
