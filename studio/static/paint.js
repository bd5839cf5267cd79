/** Paints a drawing on a canvas: fills of paths, plain or with gradients that move along, within clips. */

import { unpackMarks } from "./unpack.js";

/**
 * @typedef {string | {linear?: number, radial?: number, stops: [number, string][]}} Paint
 * @typedef {import("./unpack.js").Mark} Mark
 * @typedef {{paints: Paint[], clips: number[][], marks: import("./unpack.js").PackedMarks}} PackedPainting
 * @typedef {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D} Context
 */

/** The marks of one drawing at one size. */
export class Painter {
  /**
   * @param {PackedPainting} packed
   * @param {import("./mesh.js").Mesh} mesh
   * @param {number} scale pixels per design unit; it decides which details are drawn
   * @param {(curve: number) => boolean} hidden whether a curve never comes into the picture
   */
  constructor(packed, mesh, scale, hidden) {
    this.mesh = mesh;
    this.scale = scale;
    this.paints = packed.paints;
    const shown = unpackMarks(packed.marks).filter((mark) => mark.detail <= scale && !mark.curves.every(hidden));
    /** Marks side by side that share a clip. @type {{clip: number[] | null, marks: Mark[]}[]} */
    this.groups = [];
    shown.forEach((mark, i) => {
      if (!i || mark.clip !== shown[i - 1].clip) {
        this.groups.push({ clip: mark.clip < 0 ? null : packed.clips[mark.clip], marks: [] });
      }
      this.groups[this.groups.length - 1].marks.push(mark);
    });
  }

  /** All curves that are painted or clip what is. */
  curves() {
    return new Set(this.groups.flatMap(({ clip, marks }) => [...(clip ?? []), ...marks.flatMap((mark) => mark.curves)]));
  }

  /** The points on which gradients hang. */
  axes() {
    return this.groups.flatMap(({ marks }) => marks).flatMap((mark) => {
      const paint = this.paints[mark.paint];
      const first = typeof paint === "string" ? undefined : (paint.linear ?? paint.radial);
      return first === undefined ? [] : [first, first + 1];
    });
  }

  /** @param {Context} context @param {ArrayLike<number>} dials opacities 0..1 */
  draw(context, dials) {
    for (const { clip, marks } of this.groups) {
      if (clip) {
        context.save();
        this.#trace(context, clip);
        context.clip();
      }
      for (const mark of marks) {
        const opacity = mark.dial < 0 ? 1 : Math.min(Math.max(dials[mark.dial], 0), 1);
        if (opacity > 0) this.#fill(context, mark, opacity);
      }
      context.globalAlpha = 1;
      if (clip) context.restore();
    }
  }

  /** @param {Context} context @param {Mark} mark @param {number} opacity */
  #fill(context, mark, opacity) {
    context.globalAlpha = opacity;
    context.fillStyle = this.#style(context, this.paints[mark.paint]);
    const [x, y] = (mark.shift ?? [0, 0]).map((units) => units * this.scale);
    if (mark.shift) context.translate(x, y);
    this.#trace(context, mark.curves);
    context.fill();
    if (mark.shift) context.translate(-x, -y);
  }

  /** @param {Context} context @param {Paint} paint */
  #style(context, paint) {
    if (typeof paint === "string") return paint;
    const { flat } = this.mesh;
    const at = 2 * (paint.linear ?? paint.radial ?? 0);
    const [x, y, endX, endY] = [flat[at], flat[at + 1], flat[at + 2], flat[at + 3]];
    const gradient =
      paint.linear === undefined
        ? context.createRadialGradient(x, y, 0, x, y, Math.max(0.5, Math.hypot(endX - x, endY - y)))
        : context.createLinearGradient(x, y, endX, endY);
    for (const [share, colour] of paint.stops) gradient.addColorStop(share, colour);
    return gradient;
  }

  /** @param {Context} context @param {number[]} curves */
  #trace(context, curves) {
    const { path, curves: all } = this.mesh;
    context.beginPath();
    for (const number of curves) {
      const curve = all[number];
      let at = 2 * curve.path;
      const cubics = (/** @type {number} */ count) => {
        for (let k = 0; k < count; k++, at += 6) {
          context.bezierCurveTo(path[at], path[at + 1], path[at + 2], path[at + 3], path[at + 4], path[at + 5]);
        }
      };
      context.moveTo(path[at], path[at + 1]);
      at += 2;
      if (curve.line) {
        cubics(curve.count - 1);
        context.lineTo(path[at], path[at + 1]);
        at += 2;
        cubics(curve.count - 1);
      } else {
        cubics(curve.count);
      }
      context.closePath();
    }
  }
}
