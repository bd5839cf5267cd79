/** The last touch on finished pixels: warm light, cool air and a soft bloom. */

import { Program } from "./program.js";

/**
 * @typedef {{keep: number, add: number, base: number, smaller: number, least: number, blur: number, least_blur: number}} Bloom
 * @typedef {{neutral: number, light: import("./program.js").PackedProgram, bloom?: Bloom}} PackedGrade
 * @typedef {{scale: number, x: number, y: number}} View pixels per design unit, and the pixel of the design's origin
 */

/** Grades pictures of one size and framing. */
export class Grade {
  /** @param {PackedGrade} packed @param {number} size @param {View} view */
  constructor(packed, size, view) {
    this.light = lightOf(packed, size, view);
    this.bloom = packed.bloom && new BloomOf(packed.bloom, size, view.scale);
  }

  /** Changes the picture's colours; its alpha stays as it is. @param {ImageData} picture */
  apply({ data }) {
    const { light } = this;
    for (let i = 0; i < data.length; i += 4) {
      if (!data[i + 3]) continue;
      data[i] *= light[i];
      data[i + 1] *= light[i + 1];
      data[i + 2] *= light[i + 2];
    }
    if (this.bloom) this.bloom.apply(data);
  }
}

/**
 * Factors of red, green and blue for every pixel, in fours.
 * @param {PackedGrade} packed @param {number} size @param {View} view
 */
function lightOf(packed, size, view) {
  const program = new Program(packed.light);
  const light = new Float32Array(4 * size * size);
  const x = Float64Array.from({ length: size }, (_, column) => (column + 0.5 - view.x) / view.scale);
  const colours = [0, 1, 2].map(() => new Float64Array(size));
  for (let row = 0; row < size; row++) {
    const y = (row + 0.5 - view.y) / view.scale;
    program.runMany(program.inputs.map((name) => (name === "x" ? x : y)), size, colours);
    colours.forEach((levels, c) => {
      for (let i = 0; i < size; i++) light[4 * (row * size + i) + c] = Math.round(levels[i]) / packed.neutral;
    });
  }
  return light;
}

/** Light that spreads: a small, blurred picture is added. */
class BloomOf {
  /** @param {Bloom} bloom @param {number} size @param {number} scale pixels per design unit */
  constructor(bloom, size, scale) {
    this.bloom = bloom;
    this.size = size;
    const side = (this.side = Math.max(bloom.least, Math.floor(size / bloom.smaller)));
    const sigma = Math.max(bloom.least_blur, bloom.blur * scale);
    const reach = Math.round(3 * sigma);
    const weights = Array.from({ length: 2 * reach + 1 }, (_, i) => Math.exp(-((i - reach) ** 2) / (2 * sigma * sigma)));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    this.reach = reach;
    this.weights = Float32Array.from(weights, (weight) => weight / total);
    this.small = new Float32Array(3 * side * side);
    this.other = new Float32Array(3 * side * side);
    this.row = new Float32Array(3 * side);
    /** For every pixel of the large picture: the small one before it, and how far it is towards the next. */
    this.before = new Int32Array(size);
    this.share = new Float32Array(size);
    for (let i = 0; i < size; i++) {
      const at = Math.min(Math.max(((i + 0.5) * side) / size - 0.5, 0), side - 1);
      this.before[i] = Math.min(Math.floor(at), side - 2);
      this.share[i] = at - this.before[i];
    }
  }

  /** @param {Uint8ClampedArray} data */
  apply(data) {
    this.#shrink(data);
    this.#blur(this.small, this.other, 3, 3 * this.side);
    this.#blur(this.other, this.small, 3 * this.side, 3);
    const { bloom, size, side, small, row, before, share } = this;
    for (let y = 0, i = 0; y < size; y++) {
      const top = 3 * side * before[y];
      for (let k = 0; k < row.length; k++) row[k] = small[top + k] + share[y] * (small[top + 3 * side + k] - small[top + k]);
      for (let x = 0; x < size; x++, i += 4) {
        if (!data[i + 3]) continue;
        const left = 3 * before[x];
        for (let c = 0; c < 3; c++) {
          const spread = row[left + c] + share[x] * (row[left + 3 + c] - row[left + c]);
          data[i + c] = bloom.keep * data[i + c] + bloom.add * spread + bloom.base;
        }
      }
    }
  }

  /** The mean of what each small pixel covers. @param {Uint8ClampedArray} data */
  #shrink(data) {
    const { size, side, small } = this;
    const edge = (/** @type {number} */ at) => Math.floor((at * size) / side);
    for (let y = 0, to = 0; y < side; y++) {
      for (let x = 0; x < side; x++, to += 3) {
        const [top, low, left, right] = [edge(y), edge(y + 1), edge(x), edge(x + 1)];
        let red = 0;
        let green = 0;
        let blue = 0;
        for (let row = top; row < low; row++) {
          for (let i = 4 * (row * size + left); i < 4 * (row * size + right); i += 4) {
            if (!data[i + 3]) continue;
            red += data[i];
            green += data[i + 1];
            blue += data[i + 2];
          }
        }
        const count = (low - top) * (right - left);
        small[to] = red / count;
        small[to + 1] = green / count;
        small[to + 2] = blue / count;
      }
    }
  }

  /**
   * A Gaussian blur along one axis, mirrored at the edges.
   * @param {Float32Array} from @param {Float32Array} to @param {number} along @param {number} across
   */
  #blur(from, to, along, across) {
    const { side, reach, weights } = this;
    const last = side - 1;
    for (let line = 0; line < side; line++) {
      for (let i = 0; i < side; i++) {
        let red = 0;
        let green = 0;
        let blue = 0;
        for (let k = -reach; k <= reach; k++) {
          const place = Math.abs(i + k);
          const at = line * across + (place > last ? 2 * last - place : place) * along;
          red += weights[k + reach] * from[at];
          green += weights[k + reach] * from[at + 1];
          blue += weights[k + reach] * from[at + 2];
        }
        const at = line * across + i * along;
        to[at] = red;
        to[at + 1] = green;
        to[at + 2] = blue;
      }
    }
  }
}
