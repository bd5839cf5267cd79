/**
 * What a voice says moves a mouth: the five vowels, as they are heard. The table of vowels is the pipeline's own
 * (docs/puppet.md); what needs a whole recording there (who speaks, how loud the room is) is followed here as it comes.
 */

/** The rate that sound is brought near to, in hertz: five formants of a grown-up mouth lie below half of it. */
const RATE = 11_000;
const TAPS = 48;
/** Seconds: between two looks, of a window for pitch (two and a half periods of the deepest voice), and for formants. */
const HOP = 0.016;
const PITCH_WINDOW = 0.05;
const FORMANT_WINDOW = 0.03;
const ORDER = 12;
const EMPHASIS = 0.95;
/** Pitches in hertz, and how alike two periods of a voice are at least. */
const [DEEP, HIGH] = [60, 420];
const VOICED = 0.45;
/** Decibels: from the loudest vowels down to where a voice ends, how far it stands above the room, and how both fade a second. */
const RANGE = 28;
const ABOVE = 6;
const FADES = 1.5;
/** Below this many decibels under full scale nobody speaks. */
const SILENT = -58;
/** Seconds in which lips have gone most of their way, and in which the pitch of a speaker is believed. */
const LIPS = 0.035;
const SPEAKER = 1;

/**
 * @typedef {object} Vowels
 * @property {string} format @property {number} version @property {string[]} names of numbers of a pose
 * @property {number[]} f1 @property {number[]} f2 @property {number[]} f1_spread @property {number[]} f2_spread
 * @property {number} skipped @property {number[]} pitches @property {number[]} factors
 */

export class Voice {
  /** @param {Vowels} table @param {number} rate of the sound, in hertz */
  constructor(table, rate) {
    if (table.format !== "animemoji.vowels" || table.version !== 1) {
      throw new Error(`vowels of version 1 are heard here, not ${table.format} ${table.version}`);
    }
    this.table = table;
    this.step = Math.max(1, Math.round(rate / RATE));
    this.rate = rate / this.step;
    this.taps = lowPass(this.step);
    this.before = new Float32Array(TAPS);
    this.phase = 0;
    this.sound = new Float32Array(Math.round(PITCH_WINDOW * this.rate));
    this.waiting = 0;
    this.loud = -30;
    this.quiet = -60;
    this.pitch = 150;
    this.amounts = new Float64Array(table.names.length);
  }

  /** Hears on. @param {Float32Array} block @returns {Float64Array | null} amounts 0..1 of the vowels where there is news */
  hear(block) {
    const fine = this.#thinned(block);
    const { sound } = this;
    sound.copyWithin(0, fine.length);
    sound.set(fine.subarray(Math.max(0, fine.length - sound.length)), Math.max(0, sound.length - fine.length));
    this.waiting += fine.length;
    if (this.waiting < HOP * this.rate) return null;
    const seconds = this.waiting / this.rate;
    this.waiting = 0;
    return this.#look(seconds);
  }

  /** Fewer samples a second, without what they cannot hold. @param {Float32Array} block */
  #thinned(block) {
    const all = new Float32Array(TAPS + block.length);
    all.set(this.before);
    all.set(block, TAPS);
    this.before = all.slice(block.length);
    const made = [];
    for (; this.phase < block.length; this.phase += this.step) {
      let sum = 0;
      for (let k = 0; k < TAPS; k++) sum += this.taps[k] * all[this.phase + 1 + k];
      made.push(sum);
    }
    this.phase -= block.length;
    return Float32Array.from(made);
  }

  /** @param {number} seconds since the look before */
  #look(seconds) {
    const opening = this.#opening(seconds);
    const goal = opening > 0 ? this.#shape() : this.amounts.map(() => 0);
    const way = 1 - Math.exp(-seconds / LIPS);
    this.amounts = this.amounts.map((value, i) => value + way * (opening * goal[i] - value));
    return this.amounts;
  }

  /** How far the mouth is open, 0..1: as loud as it is, while a voice is heard. @param {number} seconds */
  #opening(seconds) {
    const recent = this.sound.subarray(-Math.round(FORMANT_WINDOW * this.rate));
    const power = recent.reduce((sum, value) => sum + value * value, 0) / recent.length;
    const level = 10 * Math.log10(power + 1e-10);
    this.loud = Math.max(level, this.loud - FADES * seconds, SILENT + RANGE);
    this.quiet = Math.min(level, this.quiet + FADES * seconds);
    const floor = Math.max(this.loud - RANGE, Math.min(this.quiet + ABOVE, this.loud - 12), SILENT);
    if (level <= floor) return 0;
    const { alike, pitch } = this.#period();
    if (alike < VOICED) return 0;
    this.pitch += (1 - Math.exp(-seconds / SPEAKER)) * (pitch - this.pitch);
    return Math.min(1, 1.2 * Math.sqrt((level - floor) / (this.loud - floor)));
  }

  /** How alike two neighbouring periods are, and how many there are a second. */
  #period() {
    const { sound, rate } = this;
    const alike = (/** @type {number} */ lag) => {
      let [both, one, other] = [0, 0, 0];
      for (let i = lag; i < sound.length; i++) {
        both += sound[i] * sound[i - lag];
        one += sound[i] * sound[i];
        other += sound[i - lag] * sound[i - lag];
      }
      return both / Math.sqrt(one * other + 1e-12);
    };
    const first = Math.round(rate / HIGH);
    const found = Array.from({ length: Math.round(rate / DEEP) - first }, (_, i) => alike(first + i));
    // Periods are peaks; what is merely slow is alike at the shortest distances.
    const peaks = found.flatMap((value, i) => (i && value > found[i - 1] && value >= (found[i + 1] ?? value) ? [i] : []));
    const best = Math.max(...peaks.map((i) => found[i]), 0);
    // The first peak that is nearly as high as the highest: a period, not two of them.
    return { alike: best, pitch: rate / (first + (peaks.find((i) => found[i] >= 0.92 * best) ?? 0)) };
  }

  /** What share each vowel has in the mouth's shape. */
  #shape() {
    const { f1, f2, f1_spread, f2_spread, skipped, pitches, factors } = this.table;
    const size = between(Math.log(this.pitch), pitches.map(Math.log), factors);
    const heard = formants(this.sound.subarray(-Math.round(FORMANT_WINDOW * this.rate)), this.rate).map(bark);
    const far = (/** @type {number} */ from, /** @type {number} */ to, /** @type {number} */ spread) => ((from - bark(to * size)) / spread) ** 2 / 2;
    const costs = f1.map((_, vowel) => {
      let best = 2 * 9;
      heard.slice(0, 3).forEach((low, i) => {
        const first = far(low, f1[vowel], f1_spread[vowel]) + skipped * i;
        // A single broad formant can be two that have merged.
        best = Math.min(best, first + far(low, f2[vowel], f2_spread[vowel]) + 1.5);
        heard.slice(i + 1, i + 3).forEach((high, k) => {
          best = Math.min(best, first + far(high, f2[vowel], f2_spread[vowel]) + skipped * k);
        });
      });
      return best + Math.log(f1_spread[vowel] * f2_spread[vowel]);
    });
    const least = Math.min(...costs);
    const shares = costs.map((cost) => Math.exp(-1.5 * (cost - least)));
    const whole = shares.reduce((sum, share) => sum + share);
    return shares.map((share) => share / whole);
  }
}

/** A windowed sinc that lets pass what a rate `step` times lower can hold. @param {number} step */
function lowPass(step) {
  const taps = Float64Array.from({ length: TAPS }, (_, k) => {
    const x = (k - (TAPS - 1) / 2) / step;
    const window = 0.54 - 0.46 * Math.cos((2 * Math.PI * k) / (TAPS - 1));
    return window * (x === 0 ? 1 : Math.sin(0.9 * Math.PI * x) / (Math.PI * x));
  });
  const whole = taps.reduce((sum, tap) => sum + tap);
  return taps.map((tap) => tap / whole);
}

/** The resonances of the mouth in hertz, ascending: roots of a linear prediction. @param {Float32Array} sound @param {number} rate */
function formants(sound, rate) {
  const window = Float64Array.from(sound, (value, i) => {
    const taper = 0.54 - 0.46 * Math.cos((2 * Math.PI * i) / (sound.length - 1));
    return taper * (value - EMPHASIS * (sound[i - 1] ?? 0));
  });
  const alike = Array.from({ length: ORDER + 1 }, (_, lag) => {
    let sum = 0;
    for (let i = lag; i < window.length; i++) sum += window[i] * window[i - lag];
    return sum;
  });
  return roots(predictor(alike))
    .filter(([, imaginary]) => imaginary > 0)
    .map(([real, imaginary]) => ({
      hertz: (Math.atan2(imaginary, real) * rate) / (2 * Math.PI),
      width: (-Math.log(Math.hypot(real, imaginary) + 1e-9) * rate) / Math.PI,
    }))
    .filter(({ hertz, width }) => hertz > 150 && hertz < 4500 && width < 700)
    .map(({ hertz }) => hertz)
    .sort((a, b) => a - b);
}

/** The predictor's polynomial, highest power first: Levinson's and Durbin's recursion. @param {number[]} alike */
function predictor(alike) {
  let made = [1];
  let error = alike[0] * (1 + 1e-6) + 1e-12;
  for (let i = 1; i <= ORDER; i++) {
    const reflection = -made.reduce((sum, value, k) => sum + value * alike[i - k], 0) / error;
    const longer = [...made, 0];
    made = longer.map((value, k) => value + reflection * longer[i - k]);
    error *= 1 - reflection * reflection;
  }
  return made;
}

/** The roots of a polynomial, as pairs: the method of Weierstrass, Durand and Kerner. @param {number[]} polynomial */
function roots(polynomial) {
  const count = polynomial.length - 1;
  const found = Array.from({ length: count }, (_, k) => [0.9 * Math.cos(0.4 + (2 * Math.PI * k) / count), 0.9 * Math.sin(0.4 + (2 * Math.PI * k) / count)]);
  for (let round = 0; round < 60; round++) {
    let moved = 0;
    found.forEach((root, k) => {
      let [x, y] = [1, 0];
      for (const factor of polynomial.slice(1)) [x, y] = [x * root[0] - y * root[1] + factor, x * root[1] + y * root[0]];
      let [p, q] = [1, 0];
      found.forEach(([real, imaginary], other) => {
        if (other === k) return;
        const [dx, dy] = [root[0] - real, root[1] - imaginary];
        [p, q] = [p * dx - q * dy, p * dy + q * dx];
      });
      const size = p * p + q * q + 1e-30;
      const [dx, dy] = [(x * p + y * q) / size, (y * p - x * q) / size];
      root[0] -= dx;
      root[1] -= dy;
      moved = Math.max(moved, Math.abs(dx) + Math.abs(dy));
    });
    if (moved < 1e-6) break;
  }
  return found;
}

/** Critical-band rate (Traunmueller 1990). @param {number} hertz */
const bark = (hertz) => (26.81 * hertz) / (1960 + hertz) - 0.53;

/** Between points on a line, and as far as they go. @param {number} x @param {number[]} xs @param {number[]} ys */
function between(x, xs, ys) {
  const at = xs.findIndex((each) => each > x);
  if (at === 0) return ys[0];
  if (at < 0) return ys[ys.length - 1];
  return ys[at - 1] + ((x - xs[at - 1]) / (xs[at] - xs[at - 1])) * (ys[at] - ys[at - 1]);
}
