/** A puppet's mesh: points that are deformed, and the curves through them as Bezier paths. */

import { Program } from "./program.js";
import { unpackCurves, unpackPoints } from "./unpack.js";

/**
 * @typedef {import("./unpack.js").Held} Held
 * @typedef {import("./unpack.js").PackedMesh} PackedMesh
 */

/** Fewer points than this are not worth a run of their own. */
const FEW = 24;

/**
 * Points that one program deforms: what holds them, one number for all or one for each, and room for what is computed.
 * @typedef {{program: Program, points: Int32Array, columns: Record<string, number | Float64Array>,
 *   axes: Float64Array[], flat: Float64Array[]}} Group
 */

/** Points at rest that head and body carry along. */
export class Points {
  /**
   * @param {Held} held
   * @param {Program[]} kinds what deforms each kind of point
   */
  constructor({ x, y, z, head, turn, kind }, kinds) {
    const count = (this.count = x.length);
    /** All x, then all y, then all z. */
    this.rest = new Float64Array(3 * count);
    [x, y, z].forEach((axis, i) => this.rest.set(axis, i * count));
    this.head = head;
    this.turn = turn;
    this.kind = kind;
    this.kinds = kinds;
    /** @type {Group[]} */
    this.groups = [];
    this.use(() => true);
  }

  /** From now on only these points are deformed. @param {(point: number) => boolean} wanted */
  use(wanted) {
    /** Points that are held alike, whose sines are the same. @type {Map<string, number[]>} */
    const alike = new Map();
    for (let i = 0; i < this.count; i++) {
      if (wanted(i)) listed(alike, `${this.kind[i]} ${this.head[i]} ${this.turn[i]}`).push(i);
    }
    /** Few alike are taken together with others of their kind. @type {Map<string, number[]>} */
    const groups = new Map();
    for (const [key, points] of alike) {
      listed(groups, points.length < FEW ? key.split(" ")[0] : key).push(...points);
    }
    this.groups = Array.from(groups, ([key, points]) => {
      const [kind, ...held] = key.split(" ");
      /** @type {Record<string, number | Float64Array>} */
      const columns = held.length
        ? { head: this.head[points[0]], turn: this.turn[points[0]] }
        : { head: Float64Array.from(points, (i) => this.head[i]), turn: Float64Array.from(points, (i) => this.turn[i]) };
      const size = points.length;
      const axes = [0, 1, 2].map(() => new Float64Array(size));
      [columns.x, columns.y, columns.z] = axes;
      const flat = [new Float64Array(size), new Float64Array(size)];
      return { program: this.kinds[+kind], points: Int32Array.from(points), columns, axes, flat };
    });
  }

  /**
   * Where the points are on the picture, x and y in turn, in design units.
   * @param {Record<string, number>} stance how head and body are held, by name
   * @param {Float64Array} out
   */
  deform(stance, out) {
    const { rest, count } = this;
    for (const { program, points, columns, axes, flat } of this.groups) {
      for (let axis = 0; axis < 3; axis++) {
        const values = axes[axis];
        for (let i = 0; i < points.length; i++) values[i] = rest[axis * count + points[i]];
      }
      program.runMany(program.inputs.map((name) => columns[name] ?? stance[name]), points.length, flat);
      const x = flat[0];
      const y = flat[1];
      for (let i = 0; i < points.length; i++) {
        out[2 * points[i]] = x[i];
        out[2 * points[i] + 1] = y[i];
      }
    }
    return out;
  }
}

/** The list of a key, a new one if there is none. @param {Map<string, number[]>} lists @param {string} key */
function listed(lists, key) {
  let list = lists.get(key);
  if (!list) lists.set(key, (list = []));
  return list;
}

/** @typedef {{start: number, count: number, line: boolean, back: boolean, path: number, used: boolean}} Curve */

/** The mesh of one drawing. */
export class Mesh extends Points {
  /**
   * @param {PackedMesh} packed @param {Program[]} kinds
   * @param {import("./physics.js").Physics | null} physics whose chains its points swing with
   */
  constructor(packed, kinds, physics) {
    const strokes = unpackCurves(packed.curves);
    const points = unpackPoints(packed, strokes);
    super(points, kinds);
    this.width = points.width;
    this.corner = points.corner;
    this.chain = Int32Array.from(points.chain);
    /** At which share of its chain's length a point swings. */
    this.reach = points.give;
    for (let i = 0; physics && i < this.count; i++) {
      if (this.reach[i]) this.reach[i] *= Math.min(packed.farthest, physics.along(this.chain[i], points.x[i], points.y[i]));
    }
    let start = 0;
    let path = 0;
    /** @type {Curve[]} */
    this.curves = strokes.map(({ count, line, back }) => {
      const curve = { start, count, line, back, path, used: true };
      start += count;
      path += line ? 6 * count - 4 : 3 * count + 1;
      return curve;
    });
    /** Where the points are on the picture, x and y in turn. */
    this.flat = new Float64Array(2 * this.count);
    this.swinging = Int32Array.from(this.chain.keys()).filter((i) => this.chain[i] >= 0);
    /** Handles and normals of every point: out x, y, in x, y, normal x, y. */
    this.handles = new Float64Array(6 * this.count);
    /** All paths, x and y in turn; `curve.path` says where a curve's begins. */
    this.path = new Float32Array(2 * path);
  }

  /** From now on only these curves have points and paths. @param {(curve: number) => boolean} wanted */
  useCurves(wanted) {
    const used = new Uint8Array(this.count);
    this.curves.forEach((curve, i) => {
      curve.used = wanted(i);
      if (curve.used) used.fill(1, curve.start, curve.start + curve.count);
    });
    this.use((point) => used[point] === 1);
    this.swinging = Int32Array.from(this.chain.keys()).filter((i) => used[i] && this.chain[i] >= 0);
  }

  /**
   * Adds to `flat` what swings.
   * @param {Float64Array} bend see `Physics.advance`
   * @param {number} chains
   */
  swing(bend, chains) {
    const { flat, chain, reach } = this;
    for (const i of this.swinging) {
      const square = reach[i] * reach[i];
      const cube = square * reach[i];
      const [near, far] = [2 * chain[i], 2 * (chains + chain[i])];
      flat[2 * i] += bend[near] * square + bend[far] * cube;
      flat[2 * i + 1] += bend[near + 1] * square + bend[far + 1] * cube;
    }
  }

  /** Writes `path` out of `flat`, which is in pixels now. @param {number} lineScale pixels per unit of a line's width */
  outline(lineScale) {
    for (const curve of this.curves) {
      if (!curve.used) continue;
      this.#bend(curve, lineScale);
      if (curve.line) this.#ink(curve);
      else this.#shape(curve);
    }
  }

  /** @param {Curve} curve @param {number} lineScale */
  #bend({ start, count, line }, lineScale) {
    const { flat, handles, corner, width } = this;
    for (let k = 0; k < count; k++) {
      const here = start + k;
      const ahead = line ? start + Math.min(k + 1, count - 1) : start + ((k + 1) % count);
      const behind = line ? start + Math.max(k - 1, 0) : start + ((k + count - 1) % count);
      const sharp = corner[here] || ahead === here || behind === here;
      const x = flat[2 * here];
      const y = flat[2 * here + 1];
      const nextX = flat[2 * ahead];
      const nextY = flat[2 * ahead + 1];
      const lastX = flat[2 * behind];
      const lastY = flat[2 * behind + 1];
      const alongX = nextX - lastX;
      const alongY = nextY - lastY;
      const along = Math.max(Math.sqrt(alongX * alongX + alongY * alongY), 1e-6);
      const way = Math.sqrt((nextX - x) * (nextX - x) + (nextY - y) * (nextY - y));
      const come = Math.sqrt((x - lastX) * (x - lastX) + (y - lastY) * (y - lastY));
      const h = 6 * here;
      if (sharp) {
        const out = way / 3 / Math.max(way, 1e-6);
        const into = come / 3 / Math.max(come, 1e-6);
        handles[h] = x + (nextX - x) * out;
        handles[h + 1] = y + (nextY - y) * out;
        handles[h + 2] = x + (lastX - x) * into;
        handles[h + 3] = y + (lastY - y) * into;
      } else {
        const out = way / 3 / along;
        const into = come / 3 / along;
        handles[h] = x + alongX * out;
        handles[h + 1] = y + alongY * out;
        handles[h + 2] = x - alongX * into;
        handles[h + 3] = y - alongY * into;
      }
      const half = (width[here] * lineScale) / along;
      handles[h + 4] = -alongY * half;
      handles[h + 5] = alongX * half;
    }
  }

  /** @param {Curve} curve */
  #shape({ start, count, back, path }) {
    const { flat, handles, path: out } = this;
    const [leave, arrive] = back ? [2, 0] : [0, 2];
    let at = 2 * path;
    let here = back ? start + count - 1 : start;
    out[at++] = flat[2 * here];
    out[at++] = flat[2 * here + 1];
    for (let k = 1; k <= count; k++) {
      const ahead = start + (back ? (2 * count - 1 - k) % count : k % count);
      out[at++] = handles[6 * here + leave];
      out[at++] = handles[6 * here + leave + 1];
      out[at++] = handles[6 * ahead + arrive];
      out[at++] = handles[6 * ahead + arrive + 1];
      out[at++] = flat[2 * ahead];
      out[at++] = flat[2 * ahead + 1];
      here = ahead;
    }
  }

  /** One side of a line, and the other one back. @param {Curve} curve */
  #ink({ start, count, path }) {
    const { flat, handles, path: out } = this;
    let at = 2 * path;
    for (let side = 1; side >= -1; side -= 2) {
      for (let k = 0; k < count; k++) {
        const here = side > 0 ? start + k : start + count - 1 - k;
        const sideX = side * handles[6 * here + 4];
        const sideY = side * handles[6 * here + 5];
        if (k) {
          // The handles between the point before and this one.
          const before = here - side;
          const leave = side > 0 ? 0 : 2;
          const arrive = 2 - leave;
          out[at++] = handles[6 * before + leave] + side * handles[6 * before + 4];
          out[at++] = handles[6 * before + leave + 1] + side * handles[6 * before + 5];
          out[at++] = handles[6 * here + arrive] + sideX;
          out[at++] = handles[6 * here + arrive + 1] + sideY;
        }
        out[at++] = flat[2 * here] + sideX;
        out[at++] = flat[2 * here + 1] + sideY;
      }
    }
  }
}
