/** ARKit's 52 blendshapes, as trackers of faces give them, become poses: the same formulas as in Python, traced. */

import { Program } from "./program.js";

/** @typedef {{format: string, version: number, program: import("./program.js").PackedProgram}} PackedBlendshapes */

/** Turns what a tracker sees into poses. */
export class Blendshapes {
  /** @param {PackedBlendshapes} packed see docs/puppet.md */
  constructor(packed) {
    if (packed.format !== "animemoji.blendshapes" || packed.version !== 2) {
      throw new Error(`blendshapes of version 2 are read here, not ${packed.format} ${packed.version}`);
    }
    this.program = new Program(packed.program);
    this.results = new Float64Array(this.program.outputs.length);
  }

  /**
   * A pose of 45 numbers, in the order of `Puppet.names`.
   * @param {Record<string, number>} seen blendshapes 0..1 by Apple's names; absent ones count as 0
   * @param {{pitch?: number, yaw?: number, roll?: number}} [head] degrees from the person's own neutral: up, and to the
   *   viewer's left
   * @param {boolean} [mirrored] whether the character does what a mirror would show
   */
  pose(seen, head = {}, mirrored = true) {
    const values = this.program.inputs.map((name) => seen[name] ?? head[/** @type {"yaw"} */ (name)] ?? 0);
    this.program.run(values, this.results);
    const half = this.results.length / 2;
    return Float32Array.from(this.results.subarray(mirrored ? half : 0, mirrored ? 2 * half : half));
  }
}
