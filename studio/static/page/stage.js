/** The stage: what the file will show, drawn here. */

import { Puppet } from "../puppet.js";
import * as api from "./api.js";
import { find } from "./dom.js";
import { away, carrying, figureOf } from "./figure.js";
import { alive, breath } from "./life.js";
import { Pointer } from "./pointer.js";
import { FPS, Take, signsAt } from "./take.js";
import { text } from "./texts.js";

/** Pixels of the stage, and those that it has where drawing is quick. */
const SIZE = 320;
const FINE = 512;
/** Frames after which that is known, and milliseconds that each of them may take. */
const TRIED = 40;
const QUICK = 6;
/** Widths of the border around a figure, as shares of the picture: white, and the dark line outside of it. */
const BORDERS = /** @type {const} */ ([[4 / 128, "#2b2436"], [3 / 128, "#ffffff"]]);
const DIRECTIONS = Array.from({ length: 24 }, (_, k) => [Math.cos((k * Math.PI) / 12), Math.sin((k * Math.PI) / 12)]);
/** Seconds in which a pose of the sliders has gone most of its way. */
const EASE = 0.09;
/** The same for a face that is followed, between its frames. */
const QUICK_EASE = 0.03;
/** The place of a head that is there. */
const USUAL = [0, 0, 0];

/** What moves a character as somebody does now. */
const ACTED = ["camera", "microphone"];

/** Numbers of the pose that are heard, and how much of each. @typedef {{columns: number[], amounts: ArrayLike<number>}} Said */

export class Stage {
  /** @param {import("./state.js").State} state */
  constructor(state) {
    this.state = state;
    this.canvas = find("figure");
    this.border = find("outline").getContext("2d");
    this.size = SIZE;
    this.drawn = { frames: 0, milliseconds: 0 };
    this.scratch = new OffscreenCanvas(SIZE, SIZE).getContext("2d");
    this.pointer = new Pointer(find("frame"));
    this.pose = new Float32Array(45);
    this.eased = new Float32Array(45);
    this.seconds = 0;
    /** Whose figure that is, by its id. */
    this.shown = "";
    /** @type {import("./figure.js").Figure | null} */
    this.puppet = null;
    /** Where the head of somebody is who moves it: right, down, nearer. */
    this.place = new Float64Array(3);
    /** What is shown now. @type {import("./face.js").Acted} */
    this.now = { pose: this.pose, place: this.place };
    /** The names of the signs of comics that are shown now. @type {string[]} */
    this.signs = [];
    /** @type {import("./face.js").Acted[] | null} frames that are being recorded */
    this.recording = null;
    this.recorded = 0;
    /** @type {import("./face.js").Acted | null} what the face does that is followed, while it is seen */
    this.seen = null;
    /** @type {import("../feelings.js").Mood | null} what that face feels, while one is followed */
    this.mood = null;
    /** @type {Said | null} what is said */
    this.said = null;
    this.asked = 0;
    state.follow(["character"], () => this.#bring());
    state.follow(["background"], () => this.#behind());
    state.follow(["caption", "framing", "file"], () => this.#dress());
    state.follow(["take", "source"], () => (this.seconds = 0));
    state.follow(["pose", "take", "source", "effects", "outline", "background", "file", "size"], ({ playing, pose }) => {
      if (playing) return;
      this.eased.set(pose);
      this.#show(0);
    });
    let last = performance.now();
    const frame = (/** @type {number} */ now) => {
      requestAnimationFrame(frame);
      // A motion has 25 frames a second: more pictures of it would only warm the room.
      if (state.now.take && now - last < 1000 / 31) return;
      const passed = Math.min((now - last) / 1000, 0.1);
      last = now;
      if (state.now.playing) this.#show(passed);
    };
    requestAnimationFrame(frame);
  }

  /** Shows who was chosen. */
  async #bring() {
    const { character } = this.state.now;
    if (!character) return;
    const described = () =>
      this.canvas.setAttribute("aria-label", character.name || character.words || character.prompt || text("character"));
    if (this.puppet && this.shown === character.id) return described(); // it was kept, or is told in another language
    find("frame").classList.toggle("waiting", !this.puppet);
    const waiting = () => {
      if (this.state.now.character !== character) return false;
      if (this.state.now.figure !== "making") this.#stand(character, "making");
      return true;
    };
    const { names, catalogue } = this.state;
    const puppet = await figureOf(api.home(character.id), character.kind, names, catalogue.framings, await carrying(character.kind), waiting);
    if (this.state.now.character !== character) return; // another one was chosen meanwhile
    if (!puppet) return this.#stand(character, "still");
    this.puppet?.close();
    this.puppet = puppet;
    find("frame").classList.remove("waiting");
    find("still").hidden = true;
    this.canvas.hidden = false;
    this.state.change({ figure: !(puppet instanceof Puppet) && puppet.isPreview ? "preview" : "whole" });
    described();
    this.shown = character.id;
    this.framing = undefined;
    this.#fit(this.state.framing);
    this.#show(0);
    await this.#dress();
    this.dispatch();
    if (!(puppet instanceof Puppet)) {
      puppet.wear(new Puppet(await api.signs(api.home(character.id))));
      if (!this.state.now.playing) this.#show(0);
    }
  }

  /** Shows a character still, for now or for good. @param {any} character @param {"making" | "still"} figure */
  #stand(character, figure) {
    this.puppet?.close();
    this.puppet = null;
    find("frame").classList.remove("waiting");
    const still = find("still");
    still.hidden = false;
    still.src = api.portrait(character.id);
    still.alt = text(figure);
    this.canvas.hidden = true;
    this.border?.clearRect(0, 0, this.size, this.size);
    this.state.change({ figure });
    this.dispatch();
  }

  /** Tells that another puppet is there. */
  dispatch() {
    document.dispatchEvent(new CustomEvent("puppet", { detail: this.puppet }));
  }

  #behind() {
    const { background } = this.state.now;
    const picture = find("behind");
    const flat = background.startsWith("#");
    find("frame").style.backgroundColor = flat ? background : "";
    find("frame").classList.toggle("opaque", background !== "transparent");
    picture.hidden = flat || background === "transparent";
    if (!picture.hidden) picture.src = api.background(background);
  }

  /** The caption, and the framing that leaves room for it. */
  async #dress() {
    const { character, caption } = this.state.now;
    if (!character) return;
    const letters = find("letters");
    const asked = ++this.asked;
    if (!caption.trim()) {
      letters.hidden = true;
      this.#fit(this.state.framing);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 200)); // while somebody types
    if (asked !== this.asked) return;
    const made = await api.caption(character.id, caption, this.state.framing);
    if (asked !== this.asked) return;
    letters.hidden = !made.letters;
    if (made.letters) letters.src = made.letters;
    this.#fit(made.framing);
  }

  /** @param {string | number[]} framing */
  #fit(framing) {
    if (!this.puppet || String(framing) === String(this.framing)) return;
    this.framing = framing;
    this.puppet.show(this.canvas, { size: this.size, framing });
    if (!this.state.now.playing) this.#show(0);
  }

  /** A face is seen now, or none. @param {import("./face.js").Acted | null} acted */
  see(acted) {
    this.seen = acted;
    tell(acted ?? { pose: new Float32Array(45).fill(NaN) });
  }

  /** Something is said now, or nothing. @param {Said | null} said */
  hear(said) {
    this.said = said;
    const pose = new Float32Array(45).fill(NaN);
    said?.columns.forEach((column, i) => (pose[column] = said.amounts[i]));
    tell({ pose });
  }

  /** Draws the next frame. @param {number} passed seconds since the one before */
  #show(passed) {
    const { puppet, pose, state } = this;
    const { source, take, effects } = state.now;
    if (!puppet) return;
    this.seconds += passed;
    /** @type {import("../puppet.js").Sign[]} */
    let signs = [];
    const playing = take && !this.recording;
    const length = playing ? take.length : 4 * FPS;
    if (playing) take.at(this.seconds, pose);
    else this.#acted(passed, source);
    const frame = Math.floor(this.seconds * FPS) % length;
    const place = playing ? take.place(this.seconds) : this.#placed(passed);
    this.now = { pose, place: place ?? USUAL };
    const felt = playing ? [] : this.#felt(passed);
    const own = playing && effects === "auto" ? take.signs : [];
    const chosen = effects === "auto" || effects === "off" ? [] : effects.split(",");
    signs = signsAt([...own, ...chosen.map((name) => ({ name, start: 0, end: length }))], frame, length, FPS, puppet);
    if (effects === "auto") signs.push(...felt);
    this.signs = signs.map(({ name }) => name);
    const began = performance.now();
    puppet.draw(pose, { seconds: passed, place, signs });
    this.#measure(performance.now() - began);
    this.#outline();
    if (this.recording) this.#record(passed);
  }

  /** The pose of somebody who moves it now. @param {number} passed @param {string} source */
  #acted(passed, source) {
    const { puppet, eased, pose, state } = this;
    if (!puppet) return;
    const acts = ACTED.includes(source);
    const seen = acts ? this.seen : null;
    const way = 1 - Math.exp(-passed / (seen ? QUICK_EASE : EASE));
    (seen?.pose ?? state.now.pose).forEach((value, i) => (eased[i] += way * (value - eased[i])));
    if (seen) {
      pose.set(eased);
      pose[puppet.names.indexOf("breathing")] = breath(this.seconds);
      return;
    }
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    alive(eased, calm ? 0 : this.seconds, puppet.names, pose);
    if (source === "live") this.pointer.look(pose, puppet.names, passed);
    const said = acts ? this.said : null;
    said?.columns.forEach((column, i) => (pose[column] = Math.max(pose[column], said.amounts[i])));
  }

  /** Where the head is now; undefined at its usual place. @param {number} passed */
  #placed(passed) {
    const { place, state } = this;
    const seen = ACTED.includes(state.now.source) ? this.seen : null;
    const way = 1 - Math.exp(-passed / (seen ? QUICK_EASE : EASE));
    place.forEach((value, axis) => (place[axis] += way * ((seen?.place[axis] ?? 0) - value)));
    return away(place);
  }

  /** The signs of what the face feels that is followed. @param {number} passed @returns {import("../puppet.js").Sign[]} */
  #felt(passed) {
    const { puppet, mood, pose } = this;
    if (!mood || !puppet?.packed) return [];
    const { comes, signs } = puppet.packed;
    return mood
      .next(pose, passed, comes)
      .filter(({ name }) => puppet.signs.includes(name))
      .map(({ name, seconds, level }) => ({ name, phase: seconds / signs[name].period, level }));
  }

  /** Draws finer from now on where that is quick. @param {number} milliseconds */
  #measure(milliseconds) {
    const { drawn, border, scratch } = this;
    drawn.milliseconds += milliseconds;
    if (++drawn.frames !== TRIED || drawn.milliseconds > QUICK * TRIED || !border || !scratch) return;
    this.size = FINE;
    for (const canvas of [border.canvas, scratch.canvas]) canvas.width = canvas.height = FINE;
    const { framing } = this;
    this.framing = undefined;
    if (framing) this.#fit(framing);
  }

  #outline() {
    const { border, scratch, canvas, size } = this;
    if (!border || !scratch) return;
    border.clearRect(0, 0, size, size);
    if (!this.state.outlined) return;
    for (const [width, colour] of BORDERS) {
      scratch.globalCompositeOperation = "source-over";
      scratch.clearRect(0, 0, size, size);
      for (const [x, y] of DIRECTIONS) scratch.drawImage(canvas, x * width * size, y * width * size);
      scratch.globalCompositeOperation = "source-in";
      scratch.fillStyle = colour;
      scratch.fillRect(0, 0, size, size);
      border.drawImage(scratch.canvas, 0, 0);
    }
  }

  /** @param {number} passed */
  #record(passed) {
    const frames = this.recording;
    if (!frames) return;
    this.recorded += passed;
    find("shown").textContent = text("recording", { seconds: this.recorded.toFixed(1) });
    // Frames come as the screen has them; the recording has its own rate.
    const most = (this.state.catalogue.pose.seconds - 1) * FPS;
    while (frames.length < Math.min(most, this.recorded * FPS + 1)) {
      frames.push({ pose: this.pose.slice(), place: this.place.slice() });
    }
    if (frames.length === most) document.dispatchEvent(new Event("full"));
  }

  /** Begins to record. */
  record() {
    this.recorded = 0;
    this.recording = [];
  }

  /** Ends it; answers what was recorded, null where that is too little. */
  stop() {
    const frames = this.recording ?? [];
    this.recording = null;
    if (frames.length < 3) return null;
    return this.mood && this.state.now.source === "camera" ? Take.acted(frames, this.mood.feelings) : Take.recorded(frames);
  }

  /** This moment as a PNG, as large as it is drawn here. @param {number} size @returns {Promise<Blob>} */
  async picture(size) {
    const canvas = new OffscreenCanvas(size, size);
    const context = canvas.getContext("2d");
    if (!context) throw new Error("this canvas has no 2D context");
    const { background } = this.state.now;
    if (background.startsWith("#")) {
      context.fillStyle = background;
      context.fillRect(0, 0, size, size);
    }
    for (const id of ["behind", "outline", "figure", "still", "letters"]) {
      const layer = find(id);
      if (layer.hidden) continue;
      if (layer instanceof HTMLImageElement) await layer.decode();
      context.drawImage(layer, 0, 0, size, size);
    }
    return canvas.convertToBlob({ type: "image/png" });
  }
}

/** Tells the page what somebody does now. @param {import("../live/line.js").Moment} moment */
function tell(moment) {
  document.dispatchEvent(new CustomEvent("acted", { detail: moment }));
}
