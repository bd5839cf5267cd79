/** What a face that is seen tells beside its pose: where the head is, and what it feels. The same rules as in Python. */

import { Program } from "./program.js";

/**
 * What it is made of; docs/puppet.md describes it.
 * @typedef {import("./program.js").PackedProgram} PackedProgram
 * @typedef {{emotion: string, strength: number, seconds: number, sign: string}} Rule
 * @typedef {object} PackedFace
 * @property {string} format @property {number} version
 * @property {{program: PackedProgram, ears: number[], skin: number, seconds: number, cutoff: number}} place
 * @property {{program: PackedProgram, centre: number[], units: number}} carrying
 * @property {{names: string[], pose: string[], scores: PackedProgram, confidences: PackedProgram, seconds: number}} emotions
 * @property {{rules: Rule[], held: number, least: number, longest: Record<string, number>}} signs
 *
 * @typedef {{name: string, start: number, end: number}} Event a sign, in frames
 * @typedef {{name: string, seconds: number, level: number}} Shown a sign that is seen now: for how long, and how far it has come
 */

/** A Gaussian is taken to end after so many standard deviations. */
const REACH = 4;

/** Places and emotions of a whole motion, or of one moment. */
export class Feelings {
  /** @param {PackedFace} packed */
  constructor(packed) {
    if (packed.format !== "animemoji.face" || packed.version !== 2) {
      throw new Error(`faces of version 2 are read here, not ${packed.format} ${packed.version}`);
    }
    this.packed = packed;
    this.where = new Program(packed.place.program);
    this.rating = new Program(packed.emotions.scores);
    this.choosing = new Program(packed.emotions.confidences);
  }

  /**
   * What a character shows of where a head is: right, down, nearer.
   * @param {ArrayLike<number>} seen right and down in heights of the picture, and the distance in centimetres
   * @param {ArrayLike<number>} usual the same of the head's usual place
   */
  place(seen, usual) {
    const names = ["right", "down", "distance"];
    const told = names.flatMap((name, axis) => [[name, seen[axis]], [`usual_${name}`, usual[axis]]]);
    return results(this.where, Object.fromEntries(told));
  }

  /** The places of a clip, steadied over time. @param {ArrayLike<number>[]} seen one a frame @param {number} fps */
  places(seen, fps) {
    const usual = [0, 1, 2].map((axis) => middle(seen.map((each) => each[axis])));
    return blurred(seen, this.packed.place.seconds * fps).map((each) => this.place(each, usual));
  }

  /** How strongly a pose says each emotion, which is to be calmed over time. @param {ArrayLike<number>} pose */
  scores(pose) {
    return results(this.rating, named(this.packed.emotions.pose, pose));
  }

  /** Scores that were calmed become confidences that sum to 1. @param {ArrayLike<number>} scores */
  confidences(scores) {
    return results(this.choosing, named(this.packed.emotions.names, scores));
  }

  /** The emotions of a whole motion. @param {ArrayLike<number>[]} poses one a frame @param {number} fps */
  emotions(poses, fps) {
    const { seconds } = this.packed.emotions;
    return blurred(poses.map((pose) => this.scores(pose)), seconds * fps).map((scores) => this.confidences(scores));
  }

  /** The signs of comics that go with emotions, as `pipeline/motion/signs.py` chooses them. @param {ArrayLike<number>[]} emotions @param {number} fps */
  signs(emotions, fps) {
    const { held } = this.packed.signs;
    const { names } = this.packed.emotions;
    return names.slice(1).flatMap((emotion, number) => {
      const felt = emotions.map((each) => each[number + 1]);
      const rules = this.rules(emotion);
      return stretches(felt, held * rules[0].strength).flatMap(([start, end]) => {
        const there = felt.slice(start, end);
        const holding = rules.filter(({ strength, seconds }) => {
          const longest = Math.max(0, ...stretches(there, strength).map(([from, to]) => to - from));
          return longest > 0 && longest >= seconds * fps;
        });
        const rule = holding.at(-1);
        const first = start + Math.max(0, there.findIndex((value) => value >= rules[0].strength));
        return rule ? [this.#legible(rule.sign, first, end, felt.length, fps)] : [];
      });
    });
  }

  /** The rules for an emotion; of those that hold the last one counts. @param {string} emotion */
  rules(emotion) {
    return this.packed.signs.rules.filter((rule) => rule.emotion === emotion);
  }

  /** @param {string} name @param {number} start @param {number} end @param {number} length @param {number} fps @returns {Event} */
  #legible(name, start, end, length, fps) {
    const { least, longest } = this.packed.signs;
    const shortest = Math.round(least * fps);
    const most = Math.round((longest[name] ?? length / fps) * fps);
    const over = Math.min(Math.max(end, start + shortest), start + most, length);
    return { name, start: Math.max(0, Math.min(start, over - shortest)), end: over };
  }
}

/** What is felt now: signs come and go while a face is seen, by the same rules as far as the past tells. */
export class Mood {
  /** @param {Feelings} feelings */
  constructor(feelings) {
    this.feelings = feelings;
    /** @type {Float64Array | null} */
    this.calm = null;
    /** For how long each rule's emotion has been strong enough. @type {Map<Rule, number>} */
    this.held = new Map();
    /** By emotion. @type {Map<string, Shown & {rule: Rule, over: boolean}>} */
    this.shown = new Map();
  }

  /**
   * The signs that are seen now.
   * @param {ArrayLike<number>} pose @param {number} seconds since the call before @param {number} comes seconds in which a sign comes and goes
   * @returns {Shown[]}
   */
  next(pose, seconds, comes) {
    const { feelings } = this;
    const { emotions, signs } = feelings.packed;
    const scores = feelings.scores(pose);
    const calm = (this.calm ??= scores);
    const way = 1 - Math.exp(-seconds / emotions.seconds);
    scores.forEach((score, i) => (calm[i] += way * (score - calm[i])));
    const felt = feelings.confidences(calm);
    emotions.names.slice(1).forEach((emotion, number) => {
      const strength = felt[number + 1];
      const rules = feelings.rules(emotion);
      for (const rule of rules) this.held.set(rule, strength >= rule.strength ? (this.held.get(rule) ?? 0) + seconds : 0);
      const rule = rules.findLast((each) => (this.held.get(each) ?? 0) >= each.seconds);
      let sign = this.shown.get(emotion);
      if (rule && (!sign || (!sign.over && rules.indexOf(rule) > rules.indexOf(sign.rule)))) {
        sign = { rule, name: rule.sign, seconds: 0, level: 0, over: false };
        this.shown.set(emotion, sign);
      }
      if (!sign) return;
      sign.seconds += seconds;
      const gone = strength < signs.held * rules[0].strength;
      if ((gone && sign.seconds >= signs.least) || sign.seconds >= (signs.longest[sign.name] ?? Infinity)) sign.over = true;
      sign.level = Math.min(1, Math.max(0, sign.level + (sign.over ? -seconds : seconds) / comes));
      // What tells of a moment does not come again while the face keeps it.
      if (sign.over && gone && sign.level === 0) this.shown.delete(emotion);
    });
    return Array.from(this.shown.values()).filter(({ level }) => level > 0);
  }
}

/** @param {string[]} names @param {ArrayLike<number>} values @returns {Record<string, number>} */
const named = (names, values) => Object.fromEntries(names.map((name, i) => [name, values[i]]));

/** @param {Program} program @param {Record<string, number>} inputs by name */
function results(program, inputs) {
  const found = new Float64Array(program.outputs.length);
  program.run(program.inputs.map((name) => inputs[name]), found);
  return found;
}

/**
 * Curves under a Gaussian over time; before the first frame and after the last one they stay as they are.
 * @param {ArrayLike<number>[]} rows one a frame @param {number} sigma its standard deviation in frames
 */
function blurred(rows, sigma) {
  const reach = Math.round(REACH * sigma);
  const weights = Array.from({ length: 2 * reach + 1 }, (_, k) => Math.exp(-0.5 * ((k - reach) / sigma) ** 2));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return rows.map((row, at) =>
    Float64Array.from(row, (_, column) => {
      let sum = 0;
      weights.forEach((weight, k) => {
        const near = Math.min(Math.max(at + k - reach, 0), rows.length - 1);
        sum += weight * rows[near][column];
      });
      return sum / total;
    }),
  );
}

/** The stretches in which a curve is at least this high, as start and end. @param {number[]} curve @param {number} height */
function stretches(curve, height) {
  /** @type {[number, number][]} */
  const found = [];
  curve.forEach((value, at) => {
    if (value < height) return;
    const last = found.at(-1);
    if (last && last[1] === at) last[1] = at + 1;
    else found.push([at, at + 1]);
  });
  return found;
}

/** The median. @param {number[]} values */
export function middle(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}
