/** What a puppet's file holds as columns, in full; docs/puppet.md describes them. */

import { whole } from "./program.js";

/**
 * Columns of whole numbers are text (see `whole`).
 * @typedef {Record<"x" | "y" | "z" | "head" | "turn" | "kind", string>} PackedHeld
 * @typedef {PackedHeld & {count: number}} PackedEnds
 * @typedef {Record<"after" | "count" | "back" | "way", string>} PackedRepeats
 * @typedef {PackedHeld & {repeats: PackedRepeats, chain: string, corners: string, width: string, give: string}} PackedPoints
 * @typedef {Record<"points" | "line" | "back" | "echo", string>} PackedCurves
 * @typedef {{unit: number, depth: number, share: number}} Units
 * @typedef {Units & {farthest: number, curves: PackedCurves, points: PackedPoints,
 *   echoes: {lead: number, width: number, unit: number, x: string, y: string}}} PackedMesh
 * @typedef {Record<"count" | "curves" | "paint" | "clip" | "dial", string> & {detail: number[],
 *   shifts: [number, number, number][]}} PackedMarks
 * @typedef {{curves: number[], paint: number, clip: number, dial: number, detail: number, shift: number[] | null}} Mark
 */

/**
 * Points at rest: x, y, z, and what holds them. Of a mesh: the chain, whether a curve is sharp there, half of a line's
 * width, and what the share of the chain's length is multiplied by.
 * @typedef {Record<"x" | "y" | "z" | "head" | "turn" | "kind", Float64Array>} Held
 * @typedef {Held & Record<"chain" | "corner" | "width" | "give", Float64Array>} MeshPoints
 * @typedef {{count: number, line: boolean, back: boolean, echo: boolean}} Stroke
 */

/**
 * A column of numbers out of their differences in units; the last ones that are left out are 0.
 * @param {string} packed @param {number} count @param {number} [unit]
 */
function column(packed, count, unit = 1) {
  const differences = whole(packed);
  const values = new Float64Array(count);
  let sum = 0;
  for (let i = 0; i < count; i++) values[i] = (sum += differences[i] ?? 0) * unit;
  return values;
}

/** Roots and tips of chains. @param {PackedEnds} packed @param {Units} units @returns {Held} */
export function unpackEnds(packed, { unit, depth, share }) {
  const { count } = packed;
  return {
    x: column(packed.x, 2 * count, unit),
    y: column(packed.y, 2 * count, unit),
    z: column(packed.z, 2 * count, depth),
    head: column(packed.head, count, share),
    turn: column(packed.turn, count, share),
    kind: column(packed.kind, count),
  };
}

/** The curves of a mesh. @param {PackedCurves} packed @returns {Stroke[]} */
export function unpackCurves(packed) {
  const counts = whole(packed.points);
  const [line, back, echo] = [packed.line, packed.back, packed.echo].map((flags) => column(flags, counts.length));
  return counts.map((count, i) => ({ count, line: line[i] > 0, back: back[i] > 0, echo: echo[i] > 0 }));
}

/** @param {PackedMesh} packed @param {Stroke[]} curves @returns {MeshPoints} */
export function unpackPoints({ points, echoes, unit, depth, share }, curves) {
  const [x, y, z] = unpackPlaces(points, curves);
  /** @type {Omit<MeshPoints, "width" | "give">} */
  const stored = {
    x: x.map((value) => value * unit),
    y: y.map((value) => value * unit),
    z: z.map((value) => value * depth),
    head: column(points.head, x.length, share),
    turn: column(points.turn, x.length, share),
    kind: column(points.kind, x.length),
    chain: column(points.chain, x.length),
    corner: new Float64Array(x.length),
  };
  let corner = 0;
  for (const distance of whole(points.corners)) stored.corner[(corner += distance)] = 1;
  const all = curves.reduce((sum, { count }) => sum + count, 0);
  const give = column(points.give, all, share);
  const made = Object.fromEntries([...Object.keys(stored), "width"].map((name) => [name, new Float64Array(all)]));
  const inked = curves.reduce((sum, { count, line, echo }) => sum + (line && !echo ? count : 0), 0);
  const widths = column(points.width, inked, unit);
  const [leanX, leanY] = [whole(echoes.x), whole(echoes.y)];
  let [start, first, ink, echo] = [0, 0, 0, 0];
  for (const { count, line, echo: isEcho } of curves) {
    for (const [name, values] of Object.entries(stored)) made[name].set(values.subarray(first, first + count), start);
    if (line) made.width.set(widths.subarray(ink, ink + count), start);
    if (isEcho) {
      // The pencil's second stroke goes along the line after it, whose points are read once more then.
      for (let k = 0; k < count; k++) {
        const run = echoes.lead + ((1 - echoes.lead) * k) / (count - 1);
        made.x[start + k] += run * leanX[echo] * echoes.unit;
        made.y[start + k] += run * leanY[echo] * echoes.unit;
        made.width[start + k] *= echoes.width;
      }
      echo++;
    } else {
      first += count;
      if (line) ink += count;
    }
    start += count;
  }
  return /** @type {MeshPoints} */ ({ ...made, give });
}

/**
 * x, y and z of the points that are stored, in whole numbers, out of the steps that lead to them.
 * @param {PackedPoints} points @param {Stroke[]} curves
 */
function unpackPlaces(points, curves) {
  /** How many points of its curve come before each one. */
  const before = curves.flatMap(({ count, echo }) => (echo ? [] : Array.from({ length: count }, (_, k) => k)));
  const steps = [0, 1, 2].map(() => new Float64Array(before.length));
  const [x, y, z] = steps;
  const [newX, newY, newZ] = [whole(points.x), whole(points.y), whole(points.z)];
  let [made, read] = [0, 0];
  const take = (/** @type {number} */ end) => {
    for (; read < end; read++, made++) {
      const isSmooth = before[made] > 1; // then a step is much like the one before
      x[made] = newX[read] + (isSmooth ? x[made - 1] : 0);
      y[made] = newY[read] + (isSmooth ? y[made - 1] : 0);
      z[made] = newZ[read];
    }
  };
  const { repeats } = points;
  const [after, count, back, way] = [repeats.after, repeats.count, repeats.back, repeats.way].map(whole);
  count.forEach((length, run) => {
    take(read + after[run]);
    const [isBackward, isMirrored] = [way[run] > 1, way[run] % 2 === 1];
    const sign = isBackward ? -1 : 1;
    const across = isMirrored ? -sign : sign;
    for (let k = 0, from = made - back[run]; k < length; k++, made++, from += sign) {
      x[made] = across * x[from];
      y[made] = sign * y[from];
      z[made] = sign * z[from];
    }
  });
  take(newX.length);
  for (const axis of steps) {
    for (let i = 0, first = 0; i < axis.length; i++) {
      // A curve's first point is a step from the first one of the curve before.
      axis[i] += before[i] ? axis[i - 1] : first;
      if (!before[i]) first = axis[i];
    }
  }
  return steps;
}

/** @param {PackedMarks} packed @returns {Mark[]} */
export function unpackMarks({ count, curves, paint, clip, dial, detail, shifts }) {
  const counts = whole(count);
  const all = Array.from(column(curves, counts.reduce((sum, each) => sum + each, 0)));
  const [paints, clips, dials] = [paint, clip, dial].map(whole);
  let at = 0;
  const marks = counts.map((each, i) => ({
    curves: all.slice(at, (at += each)),
    paint: paints[i],
    clip: clips[i],
    dial: dials[i],
    detail: detail[i],
    shift: /** @type {number[] | null} */ (null),
  }));
  for (const [mark, x, y] of shifts) marks[mark].shift = [x, y];
  return marks;
}
