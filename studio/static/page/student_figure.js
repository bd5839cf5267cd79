/** A picture character that has a student or a preview, with what the stage asks of a puppet. */

import { Program } from "../program.js";
import { NoWebGlError, StudentPlayer } from "../student.js";
import { PICTURE_SIZE, readStudent } from "../student_file.js";

/** Rows of pixels that are carried together where the head is not at its usual place. */
const STRIP = 8;

/** The square of the aligned picture that is shown: left, top, side. @typedef {number[]} Window */

export class StudentFigure {
  /**
   * Reads a student; null where this browser cannot draw it.
   * @param {ArrayBuffer} data @param {string[]} names of the 45 numbers @param {Record<string, Window>} framings
   * @param {import("../feelings.js").PackedFace["carrying"] | null} carrying
   */
  static async of(data, names, framings, carrying) {
    const student = await readStudent(data);
    const canvas = new OffscreenCanvas(PICTURE_SIZE, PICTURE_SIZE);
    try {
      const figure = new StudentFigure(canvas, new StudentPlayer(canvas, student), names, framings, carrying);
      figure.isPreview = student.face.program !== null;
      return figure;
    } catch (error) {
      if (error instanceof NoWebGlError) return null;
      throw error;
    }
  }

  /** @param {OffscreenCanvas} whole the whole figure @param {StudentPlayer} player @param {string[]} names @param {Record<string, Window>} framings @param {import("../feelings.js").PackedFace["carrying"] | null} carrying */
  constructor(whole, player, names, framings, carrying) {
    this.whole = whole;
    this.player = player;
    this.names = names;
    this.framings = framings;
    /** What carries the signs of comics; nothing else of it is shown. @type {import("../puppet.js").Puppet | null} */
    this.bearer = null;
    this.size = 0;
    /** Whether the file shows it finer than it is drawn here. */
    this.isPreview = false;
    this.carrying = carrying;
    this.carry = carrying && new Program(carrying.program);
    /** @type {Window} */
    this.window = [0, 0, PICTURE_SIZE];
    /** @type {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null} */
    this.context = null;
  }

  /** Can show signs of comics from now on. @param {import("../puppet.js").Puppet} bearer a figure of usual proportions */
  wear(bearer) {
    this.bearer = bearer;
    if (this.size) bearer.fit(this.size, this.window);
  }

  get signs() {
    return this.bearer?.signs ?? [];
  }

  get packed() {
    return this.bearer?.packed;
  }

  /** The same figure for another canvas. */
  twin() {
    return new StudentFigure(this.whole, this.player, this.names, this.framings, this.carrying);
  }

  /** Shows it on a canvas from now on. @param {HTMLCanvasElement | OffscreenCanvas} canvas @param {{size: number, framing: string | Window}} options */
  show(canvas, { size, framing }) {
    canvas.width = canvas.height = this.size = size;
    this.window = typeof framing === "string" ? this.framings[framing] : framing;
    this.context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    this.context.imageSmoothingQuality = "high";
    this.bearer?.fit(size, this.window);
  }

  /** A pose by names. @param {Record<string, number>} [values] */
  pose(values = {}) {
    return Float32Array.from(this.names, (name) => values[name] ?? 0);
  }

  /** @param {ArrayLike<number>} pose @param {import("../puppet.js").Moment} [moment] a picture has no hair that swings */
  draw(pose, { signs = [], place } = {}) {
    const { context, whole, bearer } = this;
    if (!context) throw new Error("call show first");
    const { width: size } = context.canvas;
    const [left, top, side] = this.window;
    // As large as the file's poser draws it (pipeline/posers/window.py).
    const drawn = (size * PICTURE_SIZE) / side <= PICTURE_SIZE / 2 ? PICTURE_SIZE / 2 : PICTURE_SIZE;
    if (whole.width !== drawn) whole.width = whole.height = drawn;
    this.player.draw(pose);
    const scale = drawn / PICTURE_SIZE;
    context.clearRect(0, 0, size, size);
    if (place && this.carrying) this.#carried(context, size, scale, place);
    else context.drawImage(whole, left * scale, top * scale, side * scale, side * scale, 0, 0, size, size);
    if (!bearer || !signs.length) return;
    bearer.bend(pose, { signs, place });
    bearer.drawSigns(/** @type {import("../paint.js").Context} */ (context), { signs, place });
  }

  /**
   * The figure whose head is elsewhere: each row shows a row of the picture, moved and stretched.
   * @param {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D} context @param {number} size
   * @param {number} scale pixels of the drawing to one of the aligned picture @param {ArrayLike<number>} place right, down, nearer
   */
  #carried(context, size, scale, place) {
    const [left, top, side] = this.window;
    const { carrying, carry } = this;
    if (!carrying || !carry) return;
    const { centre, units } = carrying;
    const count = size / STRIP + 1;
    const x = new Float64Array(2 * count);
    const y = new Float64Array(2 * count);
    for (let i = 0; i < count; i++) {
      x[2 * i] = (left - centre[0]) * units;
      x[2 * i + 1] = (left + side - centre[0]) * units;
      y[2 * i] = y[2 * i + 1] = (top + (i * STRIP * side) / size - centre[1]) * units;
    }
    /** @type {Record<string, number | Float64Array>} */
    const inputs = { x, y, right: place[0], down: place[1], nearer: place[2] };
    carry.runMany(carry.inputs.map((name) => inputs[name]), 2 * count, [x, y]);
    const across = x.map((value) => (value / units + centre[0]) * scale);
    const along = y.map((value) => (value / units + centre[1]) * scale);
    for (let i = 0; i + 1 < count; i++) {
      const [from, to] = [2 * i, 2 * i + 1].map((at) => (across[at] + across[at + 2]) / 2);
      const height = along[2 * i + 2] - along[2 * i];
      context.drawImage(this.whole, from, along[2 * i], to - from, height, 0, i * STRIP, size, STRIP);
    }
  }

  /** Gives the graphics card free. */
  close() {
    this.whole.getContext("webgl2")?.getExtension("WEBGL_lose_context")?.loseContext();
  }
}
