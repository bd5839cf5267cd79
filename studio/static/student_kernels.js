/**
 * How alike a pose is to those that a student learnt from: the same kernels as pipeline/posers/student/kernels.py.
 */

/** @typedef {import("./student_file.js").Field} Field */

const BROWS = { left: stride(0, 12), right: stride(1, 12) };
const EYES = { left: stride(12, 26), right: stride(13, 26) };
/** Wink and happy wink; with them relaxed and unimpressed: among the entries of an eye. */
const SHUTTING = [0, 1];
const NARROWING = [0, 1, 3, 4];
const SHUT = 1.2;
const MOUTH = range(26, 37);
const GAZE = [37, 38];
/** How far entries of an eye shut it, as the teacher sees it that turns the head. */
const LIDS = /** @type {const} */ ([[0, 1], [1, 1], [3, 0.9], [4, 0.5]]);
const IRIS_SMALL = 6;
/** The first turning number of a whole pose. */
const TURN = 39;
const TURN_SUMS = [[1, 3], [2, 4]];
const TURN_SCALES = 8;

/** What a figure's flow sees of a face. */
const SEEN = new Set([...EYES.left, ...EYES.right, ...GAZE]);

/** @param {number} from @param {number} to */
function range(from, to) {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

/** @param {number} from @param {number} to */
function stride(from, to) {
  return range(from, to).filter((at) => (at - from) % 2 === 0);
}

/** Whether a field looks at this one of a pose's 45 numbers. @param {Field} field @param {number} at */
export function looksAt({ kernel, numbers: [from, to] }, at) {
  return at >= from && at < to && (kernel !== "figure" || at >= TURN || SEEN.has(at));
}

/**
 * The coefficients of a field's basis in one pose: kernel(pose, centres) @ weights.
 * @param {Field} field @param {ArrayLike<number>} numbers those of the pose that the field looks at
 * @returns {Float64Array}
 */
export function coefficients(field, numbers) {
  const samples = field.centres.length / numbers.length;
  const rank = field.weights.length / samples;
  const sums = new Float64Array(rank);
  const likenesses = alikeness(field, numbers, samples);
  for (let sample = 0; sample < samples; sample++) {
    const likeness = likenesses[sample];
    if (likeness === 0) continue;
    for (let k = 0; k < rank; k++) sums[k] += likeness * field.weights[sample * rank + k];
  }
  return sums;
}

/** How alike a pose is to each centre, or how much of each sprite is seen in it. @param {Field} field @param {ArrayLike<number>} numbers @param {number} samples */
function alikeness({ kernel, program, scales, centres }, numbers, samples) {
  const found = new Float64Array(samples);
  if (program) program.run(numbers, found);
  else {
    const alike = { face: faceAlike, turn: turnAlike, figure: figureAlike }[/** @type {"face"} */ (kernel)];
    for (let sample = 0; sample < samples; sample++) found[sample] = alike(scales, numbers, centres, sample * numbers.length);
  }
  return found;
}

/** @param {number[]} scales @param {ArrayLike<number>} pose @param {Float32Array} centres @param {number} at */
function faceAlike(scales, pose, centres, at) {
  const [brow, eye, lips, look] = scales;
  const browLeft = square(pose, centres, at, BROWS.left, brow);
  const browRight = square(pose, centres, at, BROWS.right, brow);
  const eyeLeft = eyeSquare(pose, centres, at, EYES.left, eye);
  const eyeRight = eyeSquare(pose, centres, at, EYES.right, eye);
  const mouth = square(pose, centres, at, MOUTH, lips);
  const gaze = square(pose, centres, at, GAZE, look);
  const [a, b, c, d, g] = [browLeft, browRight, eyeLeft, eyeRight, gaze].map(matern32);
  const everything = browLeft + browRight + eyeLeft + eyeRight + mouth + gaze;
  return (
    a + b + c + d + g +
    matern32(mouth) +
    0.1 * (a * c + b * d) +
    c * g +
    d * g +
    0.03 * (matern32(browLeft + browRight) + matern32(eyeLeft + eyeRight)) +
    0.02 * matern32(everything / 4)
  );
}

/** @param {number[]} scales @param {ArrayLike<number>} pose @param {Float32Array} centres @param {number} at */
function turnAlike(scales, pose, centres, at) {
  return matern32(turnSquare(scales, pose, 0, centres, at));
}

/** Of whole poses. @param {number[]} scales @param {ArrayLike<number>} pose @param {Float32Array} centres @param {number} at */
function figureAlike(scales, pose, centres, at) {
  const seen = looks(pose, 0);
  const there = looks(centres, at);
  let sum = turnSquare(scales, pose, TURN, centres, at + TURN);
  for (let i = 0; i < seen.length; i++) sum += ((seen[i] - there[i]) / scales[TURN_SCALES + i]) ** 2;
  return matern32(sum);
}

/**
 * @param {number[]} scales @param {ArrayLike<number>} pose @param {number} from where its turning numbers begin
 * @param {Float32Array} centres @param {number} at where those of the centre begin
 */
function turnSquare(scales, pose, from, centres, at) {
  let sum = 0;
  for (let i = 0; i < 6; i++) sum += ((pose[from + i] - centres[at + i]) / scales[i]) ** 2;
  TURN_SUMS.forEach(([one, other], i) => {
    sum += ((pose[from + one] + pose[from + other] - centres[at + one] - centres[at + other]) / scales[6 + i]) ** 2;
  });
  return sum;
}

/**
 * How far both eyes are shut, where they look, and how small their irises are, as far as lids leave that.
 * @param {ArrayLike<number>} pose @param {number} from where it begins
 */
function looks(pose, from) {
  const shut = [EYES.left, EYES.right].map((eye) =>
    Math.min(1, LIDS.reduce((sum, [entry, weight]) => sum + weight * pose[from + eye[entry]], 0)),
  );
  const seen = 1 - (shut[0] + shut[1]) / 2;
  const small = (pose[from + EYES.left[IRIS_SMALL]] + pose[from + EYES.right[IRIS_SMALL]]) / 2;
  return [...shut, seen * pose[from + GAZE[0]], seen * pose[from + GAZE[1]], seen * small];
}

/**
 * @param {ArrayLike<number>} pose @param {Float32Array} centres @param {number} at where the centre begins
 * @param {number[]} part which numbers @param {number} scale
 */
function square(pose, centres, at, part, scale) {
  let sum = 0;
  for (const i of part) sum += (pose[i] - centres[at + i]) ** 2;
  return sum / scale ** 2;
}

/**
 * As {@link square}, of an eye: what shuts and what narrows it counts in sum besides.
 * @param {ArrayLike<number>} pose @param {Float32Array} centres @param {number} at
 * @param {number[]} part @param {number} scale
 */
function eyeSquare(pose, centres, at, part, scale) {
  /** @param {ArrayLike<number>} numbers @param {number} from @param {number[]} entries */
  const sum = (numbers, from, entries) => entries.reduce((total, i) => total + numbers[from + part[i]], 0);
  const shut = sum(pose, 0, SHUTTING) - sum(centres, at, SHUTTING);
  const narrow = Math.min(sum(pose, 0, NARROWING), SHUT) - Math.min(sum(centres, at, NARROWING), SHUT);
  return square(pose, centres, at, part, scale) + (shut ** 2 + narrow ** 2) / scale ** 2;
}

/** Of a squared distance. @param {number} squared */
function matern32(squared) {
  const distance = Math.sqrt(3 * squared);
  return (1 + distance) * Math.exp(-distance);
}
