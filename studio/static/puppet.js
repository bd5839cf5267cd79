/**
 * A character of AnimeMoji, alive on a canvas: `Puppet.load(url, canvas)`, then `draw(pose)`. No dependencies;
 * docs/puppet.md describes the file and all that can be done with it.
 */

import { Grade } from "./grade.js";
import { Mesh } from "./mesh.js";
import { Painter } from "./paint.js";
import { Physics } from "./physics.js";
import { Program, unrun } from "./program.js";

/**
 * @typedef {import("./program.js").PackedProgram} PackedProgram
 * @typedef {{program: PackedProgram, coordinates: string, dials: number[]}} PackedMoves
 * @typedef {import("./paint.js").PackedPainting & {period: number, flip?: number, dials: string[], moves: PackedMoves,
 *   mesh: import("./unpack.js").PackedMesh}} PackedSign
 * @typedef {import("./paint.js").PackedPainting & {format: string, version: number, edition: string, pose: string[],
 *   stance: string[], view: {program: PackedProgram, framings: Record<string, number[]>, margin: number},
 *   place: {inputs: string[], program: PackedProgram}, dials: string[], face: PackedMoves & {acted: string},
 *   mesh: import("./unpack.js").PackedMesh, physics: import("./physics.js").PackedPhysics,
 *   grade: import("./grade.js").PackedGrade | null, comes: number, signs: Record<string, PackedSign>,
 *   kinds: PackedProgram[]}} PackedPuppet
 *
 * @typedef {object} Sign a sign of comics that is seen now
 * @property {string} name one of `Puppet.signs`
 * @property {number} phase how many of its periods have passed
 * @property {number} [level] how far it has come, 0..1
 *
 * @typedef {object} Moment how a frame is drawn
 * @property {number} [seconds] how long after the frame before; hair and ribbons swing on. Left out: they hang still
 * @property {boolean} [acted] whether the pose is somebody's acting, whose mood the resting face follows; true
 * @property {ArrayLike<number>} [place] where the head is: right, down, nearer, in heads
 * @property {Sign[]} [signs]
 *
 * @typedef {{scale: number, x: number, y: number, line: number}} Placement
 */

/** The version of the format that this player plays. */
export const VERSION = 3;

/** A drawn character on a canvas. */
export class Puppet {
  /**
   * Fetches a puppet's file and shows it at rest.
   * @param {string | URL} url
   * @param {HTMLCanvasElement | OffscreenCanvas} canvas
   * @param {{size?: number, framing?: string | number[]}} [options] see {@link Puppet#show}
   */
  static async load(url, canvas, options = {}) {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`the puppet ${url} could not be loaded: ${answer.status}`);
    const puppet = new Puppet(await answer.json());
    puppet.show(canvas, options);
    puppet.draw(puppet.pose());
    return puppet;
  }

  /** @param {PackedPuppet} packed what the file holds */
  constructor(packed) {
    if (packed.format !== "animemoji.puppet" || packed.version !== VERSION) {
      throw new Error(`this player plays puppets of version ${VERSION}, not ${packed.format} ${packed.version}`);
    }
    this.packed = packed;
    /** The names of a pose's numbers, in their order. */
    this.names = packed.pose;
    /** The names of the signs of comics that it can show. */
    this.signs = Object.keys(packed.signs);
    const kinds = (this.kinds = packed.kinds.map((kind) => new Program(kind)));
    /** @type {Record<string, number>} */
    this.stance = Object.fromEntries(packed.stance.map((name) => [name, 0]));
    this.physics = new Physics(packed.physics, packed.mesh, kinds, this.stance);
    this.mesh = new Mesh(packed.mesh, kinds, this.physics);
    this.face = new Moves(packed.face, this.mesh);
    this.carry = new Program(packed.place.program);
    this.dials = new Float64Array(packed.dials.length);
    /** @type {Record<string, ShownSign>} */
    this.shown = {};
    const columns = new Map(packed.pose.map((name, i) => [name, i]));
    this.inputs = this.face.program.inputs.map((name) => columns.get(name) ?? -1);
    this.values = new Float64Array(this.inputs.length);
    /** @type {Placement} */
    this.view = { scale: 1, x: 0, y: 0, line: 1 };
  }

  /**
   * Chooses where and how large it is drawn.
   * @param {HTMLCanvasElement | OffscreenCanvas} canvas becomes square
   * @param {object} [options]
   * @param {number} [options.size] pixels; the canvas' width if it is left out
   * @param {string | number[]} [options.framing] "bust", "face", "full", or left, top and side in the aligned 512-px picture
   */
  show(canvas, { size = canvas.width, framing = "bust" } = {}) {
    canvas.width = canvas.height = size;
    this.context = contextOf(canvas);
    this.fit(size, framing);
    const { grade } = this.packed;
    this.grade = grade && new Grade(grade, size, this.view);
  }

  /** Makes everything ready for a size; `show` calls it. @param {number} size @param {string | number[]} framing */
  fit(size, framing) {
    const { packed, mesh } = this;
    const chosen = typeof framing === "string" ? packed.view.framings[framing] : framing;
    if (!chosen) throw new Error(`there is no framing ${framing}; there are ${Object.keys(packed.view.framings)}`);
    const [x, y, side] = chosen;
    const program = new Program(packed.view.program);
    const numbers = { x, y, side, size };
    const results = new Float64Array(4);
    program.run(program.inputs.map((name) => numbers[/** @type {"x"} */ (name)]), results);
    this.size = size;
    this.view = { scale: results[0], x: results[1], y: results[2], line: results[3] };
    mesh.useCurves(() => true);
    const hidden = this.#hidden();
    this.painter = new Painter(packed, mesh, this.view.scale, (curve) => hidden.has(curve));
    const used = this.painter.curves();
    const axes = new Set(this.painter.axes());
    mesh.useCurves((curve) => used.has(curve) || axes.has(mesh.curves[curve].start));
    this.shown = {};
  }

  /** A pose out of numbers by name; a name without its side means both. @param {Record<string, number>} [numbers] */
  pose(numbers = {}) {
    const pose = new Float32Array(this.names.length);
    for (const [name, value] of Object.entries(numbers)) {
      const columns = this.names.flatMap((own, i) => (own === name || own.replace(/_(left|right)$/, "") === name ? [i] : []));
      if (!columns.length) throw new Error(`a pose has no ${name}`);
      for (const i of columns) pose[i] = value;
    }
    return pose;
  }

  /** The same character for another canvas. */
  twin() {
    return new Puppet(this.packed);
  }

  /** It holds nothing that has to be given back, as others that draw characters do. */
  close() {}

  /**
   * Draws a pose.
   * @param {ArrayLike<number>} pose 45 numbers, in the order of `names`
   * @param {Moment} [moment]
   */
  draw(pose, moment = {}) {
    const { context, grade, size, painter } = this;
    if (!context || !painter || !size) throw new Error("call show(canvas) first");
    this.bend(pose, moment);
    context.clearRect(0, 0, size, size);
    painter.draw(context, this.dials);
    if (grade) {
      const picture = context.getImageData(0, 0, size, size);
      grade.apply(picture);
      context.putImageData(picture, 0, 0);
    }
    this.drawSigns(context, moment);
  }

  /** Draws the signs of the frame that was bent last, over what is there. @param {import("./paint.js").Context} context @param {Moment} moment */
  drawSigns(context, { signs = [], place }) {
    for (const { name } of signs) {
      const sign = this.bent(name, place);
      sign.painter.draw(context, sign.dials);
    }
  }

  /**
   * All that a frame needs before it is painted: points, paths (`mesh.path`, in pixels) and dials.
   * @param {ArrayLike<number>} pose @param {Moment} [moment]
   */
  bend(pose, { seconds, acted = true, place, signs = [] } = {}) {
    const { mesh, physics, dials, inputs, values, stance } = this;
    dials.fill(1);
    for (const sign of signs) this.#sign(sign.name).bend(sign, dials);
    for (let i = 0; i < inputs.length; i++) values[i] = inputs[i] < 0 ? +acted : pose[inputs[i]];
    const held = this.face.apply(values, dials);
    this.packed.stance.forEach((name, i) => (stance[name] = held[i]));
    mesh.deform(stance, mesh.flat);
    mesh.swing(seconds === undefined ? physics.atRest(stance) : physics.advance(stance, seconds), physics.count);
    this.#settle(mesh, place);
  }

  /**
   * A sign of the frame that was bent last, ready to be painted.
   * @param {string} name @param {ArrayLike<number>} [place]
   */
  bent(name, place) {
    const sign = this.#sign(name);
    sign.mesh.deform(this.stance, sign.mesh.flat);
    this.#settle(sign.mesh, place);
    return sign;
  }

  /**
   * Carries a mesh's points to their place in the picture, in pixels, and writes its paths.
   * @param {Mesh} mesh @param {ArrayLike<number>} [place]
   */
  #settle(mesh, place) {
    const { flat } = mesh;
    const { scale, x, y, line } = this.view;
    if (place) {
      const names = this.packed.place.inputs;
      const across = new Float64Array(mesh.count);
      const down = new Float64Array(mesh.count);
      for (let i = 0; i < mesh.count; i++) [across[i], down[i]] = [flat[2 * i], flat[2 * i + 1]];
      const values = this.carry.inputs.map((name) =>
        name === "x" ? across : name === "y" ? down : place[names.indexOf(name)],
      );
      this.carry.runMany(values, mesh.count, [across, down]);
      for (let i = 0; i < mesh.count; i++) [flat[2 * i], flat[2 * i + 1]] = [across[i], down[i]];
    }
    for (let i = 0; i < flat.length; i += 2) {
      flat[i] = flat[i] * scale + x;
      flat[i + 1] = flat[i + 1] * scale + y;
    }
    mesh.outline(line);
  }

  /** The curves that lie so far outside that no pose brings them in. */
  #hidden() {
    const { mesh, size = 0 } = this;
    const { scale, x, y } = this.view;
    const at = Object.fromEntries(this.packed.stance.map((name) => [name, 0]));
    const flat = mesh.deform(at, mesh.flat);
    const [low, high] = [-this.packed.view.margin * scale, size + this.packed.view.margin * scale];
    const hidden = new Set();
    mesh.curves.forEach(({ start, count }, number) => {
      const points = Array.from({ length: count }, (_, k) => start + k);
      if (points.some((i) => mesh.chain[i] >= 0 || this.face.moved.has(i))) return;
      const outside = [0, 1].some((axis) => {
        const places = points.map((i) => flat[2 * i + axis] * scale + (axis ? y : x));
        return Math.max(...places) < low || Math.min(...places) > high;
      });
      if (outside) hidden.add(number);
    });
    return hidden;
  }

  /** @param {string} name */
  #sign(name) {
    const packed = this.packed.signs[name];
    if (!packed) throw new Error(`there is no sign ${name}; there are ${this.signs.join(", ")}`);
    return (this.shown[name] ??= new ShownSign(packed, this));
  }
}

/** A program that moves some of a mesh's points and sets dials. */
class Moves {
  /** @param {PackedMoves} packed @param {Mesh} mesh */
  constructor(packed, mesh) {
    this.mesh = mesh;
    this.program = new Program(packed.program);
    this.coordinates = unrun(packed.coordinates);
    this.dials = packed.dials;
    this.moved = new Set(Array.from(this.coordinates, (coordinate) => coordinate % mesh.count));
    this.more = new Float64Array(this.program.outputs.length - this.coordinates.length - this.dials.length);
  }

  /**
   * Moves and dials; answers what the program gives beyond that.
   * @param {ArrayLike<number>} values of the program's inputs @param {Float64Array} dials
   */
  apply(values, dials) {
    const { coordinates, program, mesh, more } = this;
    const { outputs } = program;
    const slots = program.run(values);
    let at = 0;
    for (const coordinate of coordinates) mesh.rest[coordinate] = slots[outputs[at++]];
    for (const dial of this.dials) dials[dial] = slots[outputs[at++]];
    for (let i = 0; i < more.length; i++) more[i] = slots[outputs[at++]];
    return more;
  }
}

/** A sign of comics: a small drawing of its own. */
class ShownSign {
  /** @param {PackedSign} packed @param {Puppet} puppet */
  constructor(packed, puppet) {
    this.puppet = puppet;
    this.mesh = new Mesh(packed.mesh, puppet.kinds, null);
    this.moves = new Moves(packed.moves, this.mesh);
    this.painter = new Painter(packed, this.mesh, puppet.view.scale, () => false);
    this.dials = new Float64Array(packed.dials.length);
    /** 1, or -1 for a hand at the other side. */
    this.flip = packed.flip ?? 1;
    /** Dials of the character itself that it sets (an arm that is raised no longer hangs): its own number, theirs. */
    this.sets = packed.dials.flatMap((name, i) => {
      const other = puppet.packed.dials.indexOf(name);
      return other < 0 ? [] : [[i, other]];
    });
  }

  /** @param {Sign} sign @param {Float64Array} dials the character's */
  bend({ phase, level = 1 }, dials) {
    const numbers = { phase, level, flip: this.flip };
    this.moves.apply(this.moves.program.inputs.map((name) => numbers[/** @type {"phase"} */ (name)]), this.dials);
    for (const [own, other] of this.sets) dials[other] = this.dials[own];
  }
}

/** @param {HTMLCanvasElement | OffscreenCanvas} canvas @returns {import("./paint.js").Context} */
function contextOf(canvas) {
  // Its pixels are read in every frame: drawing stays where reading is cheap.
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("this canvas has no 2D context");
  return /** @type {import("./paint.js").Context} */ (context);
}
