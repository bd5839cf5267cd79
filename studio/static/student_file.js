/**
 * Reads the file of a student (docs/students.md, pipeline/posers/student/file.py): a zip of one JSON header and plain
 * little-endian arrays. Nothing in it is executed; every size follows from the header and is checked while unpacking.
 */

/**
 * A rectangle of the aligned picture, in its pixels.
 * @typedef {{top: number, left: number, height: number, width: number}} Box
 */

import { Program } from "./program.js";

/**
 * One field: values(pose) = mean + (kernel(pose, centres) @ weights) @ basis, at the entries `kept` of its box.
 * Component 0 is the mean; component k + 1 belongs to column k of `weights`. A component is whole numbers times a step.
 * @typedef {object} Field
 * @property {"face" | "turn" | "figure" | "sprites"} kernel
 * @property {[number, number]} numbers of a pose that it looks at: from the one, up to the other
 * @property {number[]} scales
 * @property {Program | null} program of sprites: the pose becomes what a kernel would be
 * @property {number} height @property {number} width @property {number} channels
 * @property {Int16Array} fine the leading components, [fine, height * width * channels]
 * @property {Int8Array} coarse the others, of the same kind
 * @property {Float32Array} step one for each component
 * @property {Float32Array} weights [samples, components - 1]
 * @property {Float32Array} centres [samples, those numbers]
 */

/**
 * @typedef {object} Student
 * @property {Uint8Array} source the picture at rest, premultiplied RGBA [512, 512, 4]
 * @property {Box} faceBox @property {Box} figureBox
 * @property {Field} face @property {Field} flow @property {Field} rest
 */

export const PICTURE_SIZE = 512;
const LARGEST_FILE = 24 * 2 ** 20;
const LARGEST_HEADER = 64 * 2 ** 10;
const LARGEST_ARRAY = 64 * 2 ** 20;
const FORMAT = "animemoji student";
const VERSIONS = [4, 5];
/** @type {Record<Field["kernel"], {scales: number, numbers: [number, number]}>} */
const KERNELS = {
  face: { scales: 4, numbers: [0, 39] },
  turn: { scales: 8, numbers: [39, 45] },
  figure: { scales: 13, numbers: [0, 45] },
  sprites: { scales: 0, numbers: [0, 39] },
};
/** Name, kernels, channels, and how many components at most have 16 bits. @type {[string, Field["kernel"][], number, number][]} */
const FIELDS = [
  ["face", ["face", "sprites"], 4, 8],
  ["flow", ["turn", "figure"], 2, 24],
  ["rest", ["turn"], 4, 4],
];

/** The file is no student, damaged, or of another version. */
export class StudentFileError extends Error {}

/**
 * @param {ArrayBuffer} data
 * @returns {Promise<Student>}
 */
export async function readStudent(data) {
  try {
    return await read(data);
  } catch (error) {
    if (error instanceof StudentFileError) throw error;
    throw new StudentFileError("That is not a student that this player can read.", { cause: error });
  }
}

/** @param {ArrayBuffer} data @returns {Promise<Student>} */
async function read(data) {
  check(data.byteLength <= LARGEST_FILE, "It is larger than any student.");
  const archive = directory(data);
  const header = JSON.parse(new TextDecoder().decode(await unpack(archive, "student.json", LARGEST_HEADER)));
  check(header.format === FORMAT && VERSIONS.includes(header.version), "It is no student of a version that is known here.");
  const faceBox = box(header.face_box);
  const figureBox = box(header.figure_box);
  const source = await exactly(archive, "source", PICTURE_SIZE * PICTURE_SIZE * 4);
  const fields = await Promise.all(
    FIELDS.map(([name, kernels, channels, fine]) => {
      const place = name === "face" ? faceBox : half(figureBox);
      check(kernels.includes(header[name].kernel), `${name} has another kernel.`);
      return field(archive, name, header[name], place, channels, fine);
    }),
  );
  return { source, faceBox, figureBox, face: fields[0], flow: fields[1], rest: fields[2] };
}

/**
 * @param {Archive} archive @param {string} name @param {any} told @param {Box} place
 * @param {number} channels @param {number} most how many components have 16 bits
 * @returns {Promise<Field>}
 */
async function field(archive, name, told, place, channels, most) {
  const { height, width } = place;
  const size = height * width * channels;
  const samples = whole(told.samples, 1, 20000);
  const components = whole(told.components, 1, Math.min(samples, 512));
  const kept = whole(told.kept, channels, size);
  const { scales, numbers: [from, to] } = KERNELS[/** @type {Field["kernel"]} */ (told.kernel)];
  const numbers = to - from;
  check(told.scales.length === scales, `${name} has other scales.`);
  const program = told.kernel === "sprites" ? new Program(told.program) : null;
  check(!program || (program.inputs.length === numbers && program.outputs.length === samples), `${name} is of other sprites.`);
  check(kept % channels === 0, `${name} keeps a part of a pixel.`);
  const fine = Math.min(most, components) + 1;
  const coarse = components + 1 - fine;
  /** @param {string} part @param {number} bytes */
  const take = (part, bytes) => exactly(archive, `${name}.${part}`, bytes);
  const where = places(new Uint32Array((await take("kept", 4 * kept)).buffer), size);
  const planes = await take("fine", 2 * fine * kept);
  const leading = new Int16Array(fine * kept);
  for (let at = 0; at < leading.length; at++) leading[at] = planes[at] | (planes[leading.length + at] << 8);
  const others = new Int8Array((await take("coarse", coarse * kept)).buffer);
  return {
    kernel: told.kernel,
    numbers: [from, to],
    scales: told.scales,
    program,
    height,
    width,
    channels,
    fine: spread(summed(leading, kept, channels), where, fine, size),
    coarse: spread(summed(others, kept, channels), where, coarse, size),
    step: new Float32Array((await take("step", 4 * (components + 1))).buffer),
    weights: new Float32Array((await take("weights", 4 * samples * components)).buffer),
    centres: new Float32Array((await take("centres", 4 * samples * numbers)).buffer),
  };
}

/** Distances -> ascending indices below `size`. @param {Uint32Array} distances @param {number} size */
function places(distances, size) {
  let place = 0;
  for (let at = 0; at < distances.length; at++) {
    check(at === 0 || distances[at] > 0, "An entry lies there twice.");
    place += distances[at];
    check(place < size, "An entry lies outside its field.");
    distances[at] = place;
  }
  return distances;
}

/**
 * Undoes the differences from the left neighbour's same channel, which wrap around; in place.
 * @template {Int8Array | Int16Array} T
 * @param {T} rows @param {number} kept @param {number} channels
 */
function summed(rows, kept, channels) {
  for (let start = 0; start < rows.length; start += kept) {
    for (let at = start + channels; at < start + kept; at++) rows[at] += rows[at - channels];
  }
  return rows;
}

/**
 * Rows of kept entries -> rows of all entries, 0 where nothing was kept.
 * @template {Int8Array | Int16Array} T
 * @param {T} rows @param {Uint32Array} where @param {number} count @param {number} size
 * @returns {T}
 */
function spread(rows, where, count, size) {
  if (where.length === size) return rows;
  const spacious = /** @type {T} */ (new /** @type {any} */ (rows.constructor)(count * size));
  for (let row = 0; row < count; row++) {
    for (let at = 0; at < where.length; at++) spacious[row * size + where[at]] = rows[row * where.length + at];
  }
  return spacious;
}

// ---- The container

/**
 * A zip: its bytes, and where each entry begins.
 * @typedef {{data: ArrayBuffer, entries: Map<string, {at: number, packed: number, method: number}>}} Archive
 */

/** @param {ArrayBuffer} data @returns {Archive} */
function directory(data) {
  const view = new DataView(data);
  let end = data.byteLength - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  check(end >= 0, "It is no zip.");
  const entries = new Map();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    check(view.getUint32(at, true) === 0x02014b50, "Its directory is damaged.");
    const length = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(new Uint8Array(data, at + 46, length));
    const local = view.getUint32(at + 42, true);
    const begin = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    check(!entries.has(name), "An array lies there twice.");
    entries.set(name, { at: begin, packed: view.getUint32(at + 20, true), method: view.getUint16(at + 10, true) });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return { data, entries };
}

/**
 * One entry, never more than `limit` bytes of it, whatever the container says about its size.
 * @param {Archive} archive @param {string} name @param {number} limit
 */
async function unpack(archive, name, limit) {
  const entry = archive.entries.get(name);
  if (entry === undefined) throw new StudentFileError(`${name} is missing.`);
  const packed = new Uint8Array(archive.data, entry.at, entry.packed);
  check(entry.method === 0 || entry.method === 8, `${name} is packed in another way.`);
  const stream = new Blob([packed]).stream();
  const reader = (entry.method === 0 ? stream : stream.pipeThrough(new DecompressionStream("deflate-raw"))).getReader();
  const content = new Uint8Array(limit);
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (size + part.value.length > limit) {
      await reader.cancel();
      throw new StudentFileError(`${name} is too large.`);
    }
    content.set(part.value, size);
    size += part.value.length;
  }
  return content.subarray(0, size);
}

/** @param {Archive} archive @param {string} name @param {number} bytes */
async function exactly(archive, name, bytes) {
  check(bytes <= LARGEST_ARRAY, `${name} is too large.`);
  const content = await unpack(archive, name, bytes);
  check(content.length === bytes, `${name} is cut off.`);
  return content;
}

// ---- The header

/** @param {any} told @returns {Box} */
function box(told) {
  const top = whole(told.top, 0, PICTURE_SIZE);
  const left = whole(told.left, 0, PICTURE_SIZE);
  const height = whole(told.height, 2, PICTURE_SIZE - top);
  const width = whole(told.width, 2, PICTURE_SIZE - left);
  check((top | left | height | width) % 2 === 0, "A box has odd sides.");
  return { top, left, height, width };
}

/** The same rectangle in a picture of half the size. @param {Box} box @returns {Box} */
function half({ top, left, height, width }) {
  return { top: top / 2, left: left / 2, height: height / 2, width: width / 2 };
}

/** @param {unknown} value @param {number} low @param {number} high @returns {number} */
function whole(value, low, high) {
  check(Number.isInteger(value) && Number(value) >= low && Number(value) <= high, `${value} is out of range.`);
  return Number(value);
}

/** @param {boolean} right @param {string} wrong */
function check(right, wrong) {
  if (!right) throw new StudentFileError(wrong);
}
