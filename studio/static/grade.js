/** The last touch on a finished picture: warm light, cool air and a soft bloom, by blending whole canvases. */

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
    this.size = size;
    this.bloom = packed.bloom;
    const { light, most } = lightOf(packed, size, view);
    this.light = light;
    /** Blending only darkens, so light above 1 is given back by a dodge: everything divided by 1 less this colour. */
    this.dodge = `rgb(${most.map((factor) => Math.round(255 * (1 - 1 / factor))).join(" ")})`;
    if (this.bloom) {
      const small = Math.max(this.bloom.least, Math.floor(size / this.bloom.smaller));
      this.small = contextOf(small, true);
      this.blur = Math.max(this.bloom.least_blur, this.bloom.blur * view.scale);
    }
  }

  /**
   * Draws `picture` graded on an empty context of the same size.
   * @param {OffscreenCanvas} picture @param {import("./paint.js").Context} context
   */
  draw(picture, context) {
    const { size } = this;
    context.drawImage(picture, 0, 0);
    context.globalCompositeOperation = "multiply";
    context.drawImage(this.light, 0, 0);
    context.globalCompositeOperation = "color-dodge";
    context.fillStyle = this.dodge;
    context.fillRect(0, 0, size, size);
    if (this.bloom) this.#bloom(this.bloom, picture, context);
    // What lay outside the figure goes.
    context.globalCompositeOperation = "destination-in";
    context.drawImage(picture, 0, 0);
    context.globalCompositeOperation = "source-over";
  }

  /** @param {Bloom} bloom @param {OffscreenCanvas} picture @param {import("./paint.js").Context} context */
  #bloom(bloom, picture, context) {
    const small = /** @type {OffscreenCanvasRenderingContext2D} */ (this.small);
    const [side, { size }] = [small.canvas.width, this];
    small.globalCompositeOperation = "copy";
    small.imageSmoothingQuality = "high";
    context.globalCompositeOperation = "destination-in";
    context.drawImage(picture, 0, 0);
    small.drawImage(context.canvas, 0, 0, side, side);
    const spread = blurred(small.getImageData(0, 0, side, side), this.blur ?? 1);
    small.putImageData(spread, 0, 0);
    const grey = (/** @type {number} */ level) => `rgb(${level} ${level} ${level})`;
    context.globalCompositeOperation = "multiply";
    context.fillStyle = grey(Math.round(255 * bloom.keep));
    context.fillRect(0, 0, size, size);
    context.globalCompositeOperation = "lighter";
    context.globalAlpha = bloom.add;
    context.drawImage(small.canvas, 0, 0, size, size);
    context.globalAlpha = 1;
    context.globalCompositeOperation = "difference";
    context.fillStyle = grey(-bloom.base);
    context.fillRect(0, 0, size, size);
  }
}

/** @param {number} size @param {boolean} [read] whether its pixels are often read @returns {OffscreenCanvasRenderingContext2D} */
export function contextOf(size, read = false) {
  const context = new OffscreenCanvas(size, size).getContext("2d", { willReadFrequently: read });
  if (!context) throw new Error("this browser has no 2D canvas");
  return context;
}

/**
 * A picture of the light's factors, divided by the largest of each colour (at least 1), and those.
 * @param {PackedGrade} packed @param {number} size @param {View} view
 */
function lightOf(packed, size, view) {
  const program = new Program(packed.light);
  const [x, y] = [new Float64Array(size), new Float64Array(size)];
  const factors = [0, 1, 2].map(() => new Float64Array(size * size));
  for (let i = 0; i < size; i++) x[i] = (i + 0.5 - view.x) / view.scale;
  for (let row = 0; row < size; row++) {
    y.fill((row + 0.5 - view.y) / view.scale);
    const values = program.inputs.map((name) => (name === "x" ? x : y));
    program.runMany(values, size, factors.map((colour) => colour.subarray(row * size, (row + 1) * size)));
  }
  const most = factors.map((colour) => colour.reduce((high, level) => Math.max(high, level / packed.neutral), 1));
  const context = contextOf(size);
  const picture = context.createImageData(size, size);
  factors.forEach((colour, c) => {
    colour.forEach((level, i) => (picture.data[4 * i + c] = Math.round((255 * Math.round(level)) / packed.neutral / most[c])));
  });
  for (let i = 3; i < picture.data.length; i += 4) picture.data[i] = 255;
  context.putImageData(picture, 0, 0);
  return { light: context.canvas, most };
}

/** A Gaussian blur, made opaque; what is transparent counts as black. @param {ImageData} picture @param {number} sigma */
function blurred(picture, sigma) {
  const { width, height, data } = picture;
  const reach = Math.ceil(3 * sigma);
  const weights = Array.from({ length: 2 * reach + 1 }, (_, i) => Math.exp(-((i - reach) ** 2) / (2 * sigma * sigma)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  /** Mirrored at the edges. @param {number} at @param {number} size */
  const within = (at, size) => Math.abs(at) - Math.max(0, 2 * (Math.abs(at) - size + 1));
  let from = Float32Array.from(data, (level, i) => (data[i | 3] ? level : 0));
  for (const [size, step, other, across] of [[width, 4, height, 4 * width], [height, 4 * width, width, 4]]) {
    const to = new Float32Array(from.length);
    for (let line = 0; line < other; line++) {
      for (let i = 0; i < size; i++) {
        const at = line * across + i * step;
        for (let k = -reach; k <= reach; k++) {
          const source = line * across + within(i + k, size) * step;
          const weight = weights[k + reach] / total;
          for (let c = 0; c < 3; c++) to[at + c] += weight * from[source + c];
        }
      }
    }
    from = to;
  }
  for (let i = 0; i < data.length; i++) data[i] = i % 4 === 3 ? 255 : Math.round(from[i]);
  return picture;
}
