/**
 * Programs of a puppet: flat lists of scalar steps, run for one set of numbers or for many points at once.
 * docs/puppet.md describes how they are stored.
 */

/**
 * A program as it is stored.
 * @typedef {{code: string, count: string, where: string, stride: string}} PackedSteps
 * @typedef {{constants: number[], inputs: string[], steps: PackedSteps, outputs: string}} PackedProgram
 */

/** How many operands each operation takes, by its code; {@link apply} says what they do. */
const OPERANDS = [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2];
const BLOCK = 128;

/**
 * What a step gives.
 * @param {number} code @param {number} a @param {number} b @param {number} c
 */
function apply(code, a, b, c) {
  switch (code) {
    case 0: return a + b;
    case 1: return a - b;
    case 2: return a * b;
    case 3: return a / b;
    case 4: return Math.pow(a, b);
    case 5: return a - Math.floor(a / b) * b;
    case 6: return a < b ? a : b;
    case 7: return a > b ? a : b;
    case 8: return a > b ? 1 : 0;
    case 9: return a >= b ? 1 : 0;
    case 10: return a === b ? 1 : 0;
    case 11: return a !== 0 ? b : c;
    case 12: return -a;
    case 13: return Math.abs(a);
    case 14: return Math.sign(a);
    case 15: return Math.sqrt(a);
    case 16: return Math.exp(a);
    case 17: return Math.tanh(a);
    case 18: return Math.sin(a);
    case 19: return Math.cos(a);
    case 20: return Math.atan2(a, b);
    default: return Math.sqrt(a * a + b * b);
  }
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const VALUES = new Map(Array.from(DIGITS, (digit, value) => [digit, value]));

/** Whole numbers out of base 64 VLQ, as in source maps. @param {string} text */
export function whole(text) {
  /** @type {number[]} */
  const numbers = [];
  let [number, place] = [0, 0];
  for (const digit of text) {
    const value = VALUES.get(digit) ?? 0;
    number |= (value & 31) << place;
    place += 5;
    if (value > 31) continue;
    numbers.push(number & 1 ? -(number >>> 1) : number >>> 1);
    number = place = 0;
  }
  return numbers;
}

/**
 * Whole numbers out of runs: count, first less the number before, distance.
 * @param {string} text
 */
export function unrun(text) {
  const runs = whole(text);
  let size = 0;
  for (let at = 0; at < runs.length; at += 3) size += runs[at];
  const numbers = new Int32Array(size);
  let index = 0;
  let last = 0;
  for (let at = 0; at < runs.length; at += 3) {
    let number = last + runs[at + 1];
    for (let k = 0; k < runs[at]; k++, number += runs[at + 2]) last = numbers[index++] = number;
  }
  return numbers;
}

/** Steps over slots: first the constants, then the inputs, then one for what each step gives. */
export class Program {
  /** @param {PackedProgram} packed */
  constructor(packed) {
    this.inputs = packed.inputs;
    this.outputs = unrun(packed.outputs);
    this.firstInput = packed.constants.length;
    this.firstStep = this.firstInput + packed.inputs.length;
    /** Four numbers a step: its operation and the slots of its operands. @type {Int32Array} */
    this.steps = unpackSteps(packed.steps, this.firstInput, this.firstStep);
    this.slots = new Float64Array(this.firstStep + this.steps.length / 4);
    this.slots.set(packed.constants);
    /** A block of numbers for each slot. @type {Float64Array[] | null} */
    this.blocks = null;
    /** Which slots differ from point to point, by which inputs do. @type {Map<string, Uint8Array>} */
    this.varying = new Map();
  }

  /**
   * Runs it once. What it gives lies in `slots[outputs[i]]`, and is copied into `results` if there is one.
   * @param {ArrayLike<number>} values in the order of `inputs`
   * @param {Float64Array} [results]
   */
  run(values, results) {
    const { slots, steps, outputs } = this;
    for (let i = 0; i < this.inputs.length; i++) slots[this.firstInput + i] = values[i];
    for (let at = 0, slot = this.firstStep; at < steps.length; at += 4, slot++) {
      slots[slot] = apply(steps[at], slots[steps[at + 1]], slots[steps[at + 2]], slots[steps[at + 3]]);
    }
    if (results) for (let i = 0; i < outputs.length; i++) results[i] = slots[outputs[i]];
    return slots;
  }

  /**
   * Runs it for many points: inputs are numbers, or columns of `count` numbers; so are the results.
   * @param {(number | Float64Array)[]} values in the order of `inputs`
   * @param {number} count
   * @param {Float64Array[]} results one column for each output
   */
  runMany(values, count, results) {
    const { steps, firstInput, firstStep } = this;
    const varying = this.#varying(values);
    const blocks = (this.blocks ??= Array.from(this.slots, () => new Float64Array(BLOCK)));
    const slots = this.run(values.map((value) => (typeof value === "number" ? value : 0)));
    const most = Math.min(BLOCK, count);
    for (let slot = 0; slot < slots.length; slot++) if (!varying[slot]) blocks[slot].fill(slots[slot], 0, most);
    for (let start = 0; start < count; start += BLOCK) {
      const size = Math.min(BLOCK, count - start);
      for (let i = 0; i < values.length; i++) {
        const column = values[i];
        if (typeof column !== "number") blocks[firstInput + i].set(column.subarray(start, start + size));
      }
      for (let at = 0, slot = firstStep; at < steps.length; at += 4, slot++) {
        if (!varying[slot]) continue;
        LOOPS[steps[at]](blocks[slot], size, blocks[steps[at + 1]], blocks[steps[at + 2]], blocks[steps[at + 3]]);
      }
      for (let i = 0; i < results.length; i++) {
        results[i].set(blocks[this.outputs[i]].subarray(0, size), start);
      }
    }
  }

  /** Which slots differ from point to point. @param {(number | Float64Array)[]} values */
  #varying(values) {
    const key = values.map((value) => +(typeof value !== "number")).join("");
    let varying = this.varying.get(key);
    if (!varying) {
      varying = new Uint8Array(this.slots.length);
      for (let i = 0; i < values.length; i++) varying[this.firstInput + i] = +key[i];
      for (let at = 0, slot = this.firstStep; at < this.steps.length; at += 4, slot++) {
        for (let k = 1; k <= OPERANDS[this.steps[at]]; k++) varying[slot] |= varying[this.steps[at + k]];
      }
      this.varying.set(key, varying);
    }
    return varying;
  }
}

/**
 * @param {PackedSteps} packed @param {number} constants how many there are
 * @param {number} slot of the first step
 */
function unpackSteps(packed, constants, slot) {
  const [code, count, where, stride] = [packed.code, packed.count, packed.where, packed.stride].map(whole);
  /** @type {number[]} */
  const steps = [];
  /** Constants that no run before has taken begin here. */
  let taken = 0;
  let [operand, apart] = [0, 0];
  code.forEach((operation, run) => {
    const first = steps.length;
    for (let k = 0; k < count[run]; k++) steps.push(operation, 0, 0, 0);
    let after = taken;
    for (let i = 1; i <= OPERANDS[operation]; i++) {
      const at = where[operand++];
      let place = at > 0 ? slot - at : taken + 1 + at;
      const distance = count[run] > 1 ? stride[apart++] : 0;
      for (let k = 0; k < count[run]; k++, place += distance) {
        steps[first + 4 * k + i] = place;
        if (place < constants) after = Math.max(after, place + 1);
      }
    }
    taken = after;
    slot += count[run];
  });
  return Int32Array.from(steps);
}

/**
 * {@link apply} for a block of points: a loop for each operation, by its code.
 * @type {((out: Float64Array, size: number, a: Float64Array, b: Float64Array, c: Float64Array) => void)[]}
 */
const LOOPS = [
  (out, size, a, b) => { for (let i = 0; i < size; i++) out[i] = a[i] + b[i]; },
  (out, size, a, b) => { for (let i = 0; i < size; i++) out[i] = a[i] - b[i]; },
  (out, size, a, b) => { for (let i = 0; i < size; i++) out[i] = a[i] * b[i]; },
  (out, size, a, b) => { for (let i = 0; i < size; i++) out[i] = a[i] / b[i]; },
  (out, size, a, b) => { for (let i = 0; i < size; i++) out[i] = Math.pow(a[i], b[i]); },
  (out, size, a, b) => { for (let i = 0; i < size; i++) out[i] = a[i] - Math.floor(a[i] / b[i]) * b[i]; },
  (out, size, a, b) => { for (let i = 0; i < size; i++) out[i] = a[i] < b[i] ? a[i] : b[i]; },
  (out, size, a, b) => { for (let i = 0; i < size; i++) out[i] = a[i] > b[i] ? a[i] : b[i]; },
  (out, size, a, b) => { for (let i = 0; i < size; i++) out[i] = a[i] > b[i] ? 1 : 0; },
  (out, size, a, b) => { for (let i = 0; i < size; i++) out[i] = a[i] >= b[i] ? 1 : 0; },
  (out, size, a, b) => { for (let i = 0; i < size; i++) out[i] = a[i] === b[i] ? 1 : 0; },
  (out, size, a, b, c) => { for (let i = 0; i < size; i++) out[i] = a[i] !== 0 ? b[i] : c[i]; },
  (out, size, a) => { for (let i = 0; i < size; i++) out[i] = -a[i]; },
  (out, size, a) => { for (let i = 0; i < size; i++) out[i] = Math.abs(a[i]); },
  (out, size, a) => { for (let i = 0; i < size; i++) out[i] = Math.sign(a[i]); },
  (out, size, a) => { for (let i = 0; i < size; i++) out[i] = Math.sqrt(a[i]); },
  (out, size, a) => { for (let i = 0; i < size; i++) out[i] = Math.exp(a[i]); },
  (out, size, a) => { for (let i = 0; i < size; i++) out[i] = Math.tanh(a[i]); },
  (out, size, a) => { for (let i = 0; i < size; i++) out[i] = Math.sin(a[i]); },
  (out, size, a) => { for (let i = 0; i < size; i++) out[i] = Math.cos(a[i]); },
  (out, size, a, b) => { for (let i = 0; i < size; i++) out[i] = Math.atan2(a[i], b[i]); },
  (out, size, a, b) => { for (let i = 0; i < size; i++) out[i] = Math.sqrt(a[i] * a[i] + b[i] * b[i]); },
];
