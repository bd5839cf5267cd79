/** Draws the newest pose, as often as the screen shows pictures, and as finely as this machine can. */

import { away } from "../page/figure.js";

/** Pixels of the drawing: the finest one that is quick enough, and no finer than the place it has. */
const SIZES = [320, 512, 720, 1080];
/** Frames after which that is looked at again. */
const TRIED = 40;
/** Milliseconds that a frame may take at least and at most. */
const QUICK = 5;
const SLOW = 12;

export class Player extends EventTarget {
  /** Tells of "drawn" ({time}: when that pose was seen). @param {HTMLCanvasElement} canvas @param {import("../page/figure.js").Figure} puppet */
  constructor(canvas, puppet) {
    super();
    this.canvas = canvas;
    this.puppet = puppet;
    this.framing = "bust";
    this.level = 0;
    this.finest = SIZES.length - 1;
    /** Whether the drawing keeps its size, as films do. */
    this.holds = false;
    this.frames = 0;
    this.spent = 0;
    /** @type {Float32Array} */
    this.pose = puppet.pose();
    /** Where the head is. @type {Float32Array | undefined} */
    this.place = undefined;
    this.time = 0;
    this.#show();
    let last = performance.now();
    const frame = (/** @type {number} */ now) => {
      requestAnimationFrame(frame);
      this.#draw(Math.min((now - last) / 1000, 0.1));
      last = now;
    };
    requestAnimationFrame(frame);
  }

  /** @param {{pose: Float32Array, place: Float32Array, time: number}} newest */
  play({ pose, place, time }) {
    this.pose = pose;
    this.place = place;
    this.time = time;
  }

  /** @param {string} framing */
  frame(framing) {
    if (framing === this.framing) return;
    this.framing = framing;
    this.#show();
  }

  #show() {
    this.puppet.show(this.canvas, { size: SIZES[this.level], framing: this.framing });
  }

  /** @param {number} passed */
  #draw(passed) {
    const began = performance.now();
    this.puppet.draw(this.pose, { seconds: passed, place: this.place && away(this.place) });
    this.dispatchEvent(new CustomEvent("drawn", { detail: { time: this.time } }));
    this.spent += performance.now() - began;
    if (++this.frames < TRIED || this.holds) return;
    const each = this.spent / this.frames;
    this.frames = this.spent = 0;
    const place = this.canvas.clientWidth * devicePixelRatio;
    if (each > SLOW && this.level > 0) this.finest = --this.level;
    else if (each < QUICK && this.level < this.finest && place > SIZES[this.level]) this.level++;
    else return;
    this.#show();
  }
}

/**
 * The background of a stage.
 * @param {HTMLElement} frame behind everything @param {HTMLImageElement} picture in it
 * @param {string} background "transparent", "#rrggbb" or a name @param {string} stage the stage's secret
 */
export function lie(frame, picture, background, stage) {
  const flat = background.startsWith("#");
  frame.style.backgroundColor = flat ? background : "";
  frame.classList.toggle("opaque", background !== "transparent");
  picture.hidden = flat || background === "transparent";
  if (!picture.hidden) picture.src = `/api/stage/${stage}/background?${new URLSearchParams({ name: background })}`;
}
