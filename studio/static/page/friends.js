/** The others in an activity: each a small stage with their character, as it moves for them. */

import { Puppet } from "../puppet.js";
import * as api from "./api.js";
import { away, carrying, figureOf } from "./figure.js";
import { make } from "./dom.js";

/** Pixels of a small stage, and of one that is looked at. */
const SMALL = 128;
const LARGE = 320;

/** @typedef {import("./face.js").Acted} Acted */
/** @typedef {{number: number, name: string, kind: string, edition: string, signs: string[]}} Told as studio/rooms.py tells of somebody */

export class Friends {
  /** @param {HTMLElement} place @param {import("./state.js").State} state */
  constructor(place, state) {
    this.place = place;
    this.state = state;
    /** @type {Map<number, Friend>} */
    this.here = new Map();
    let last = performance.now();
    const frame = (/** @type {number} */ now) => {
      requestAnimationFrame(frame);
      const passed = Math.min((now - last) / 1000, 0.1);
      last = now;
      if (state.now.playing) for (const friend of this.here.values()) friend.draw(passed);
    };
    requestAnimationFrame(frame);
  }

  /** Who is here now. @param {Told[]} people */
  show(people) {
    for (const [number, friend] of this.here) {
      if (people.some((told) => told.number === number && told.edition === friend.edition)) continue;
      friend.close();
      this.here.delete(number);
    }
    for (const told of people) {
      if (!this.here.has(told.number)) this.here.set(told.number, new Friend(told, this.state));
      this.here.get(told.number)?.sign(told.signs);
    }
    const tiles = [...this.here.values()].map(({ tile }) => tile);
    // What stays where it is keeps the keyboard's focus.
    if (tiles.length !== this.place.children.length || tiles.some((tile, i) => tile !== this.place.children[i])) this.place.replaceChildren(...tiles);
  }

  /** Somebody's character moved. @param {number} number @param {Acted} acted */
  move(number, acted) {
    const friend = this.here.get(number);
    if (friend) friend.acted = acted;
  }
}

class Friend {
  /** @param {Told} told @param {import("./state.js").State} state */
  constructor({ number, name, kind, edition }, state) {
    this.edition = edition;
    this.canvas = make("canvas", { width: SMALL, height: SMALL, "aria-hidden": "true" });
    const shown = make("div", { class: "shown" }, this.canvas);
    this.tile = make(
      "button",
      { type: "button", class: "tile friend", "aria-pressed": "false", onclick: () => this.#enlarge() },
      shown,
      make("span", {}, name),
    );
    /** @type {import("./figure.js").Figure | null} */
    this.figure = null;
    /** @type {Acted | null} */
    this.acted = null;
    /** @type {Acted | null} */
    this.drawn = null;
    /** Signs of comics, each for how many seconds, and how far it has come. @type {Map<string, {seconds: number, level: number, over: boolean}>} */
    this.signs = new Map();
    this.closed = false;
    this.#bring(`/api/room/people/${number}`, kind, shown, state);
  }

  /** @param {string} home @param {string} kind @param {HTMLElement} shown @param {import("./state.js").State} state */
  async #bring(home, kind, shown, state) {
    const figure = await carrying(kind)
      .then((how) => figureOf(home, kind, state.names, state.catalogue.framings, how, () => this.#wait(home, shown)))
      .catch(() => null);
    if (this.closed) return figure?.close();
    if (!figure) {
      this.#wait(home, shown);
      return;
    }
    shown.replaceChildren(this.canvas);
    this.figure = figure;
    if (!(figure instanceof Puppet)) figure.wear(new Puppet(await api.signs(home)));
    this.acted ??= { pose: figure.pose({}), place: [0, 0, 0] };
    this.#fit();
  }

  /** Stands still for now; whether they are still here. @param {string} home @param {HTMLElement} shown */
  #wait(home, shown) {
    if (shown.firstElementChild === this.canvas) shown.replaceChildren(make("img", { src: `${home}/portrait?${this.edition}`, alt: "" }));
    return !this.closed;
  }

  #fit() {
    const large = this.tile.getAttribute("aria-pressed") === "true";
    this.figure?.show(this.canvas, { size: large ? LARGE : SMALL, framing: "bust" });
    this.drawn = null;
    this.draw(0);
  }

  #enlarge() {
    this.tile.setAttribute("aria-pressed", String(this.tile.getAttribute("aria-pressed") !== "true"));
    this.#fit();
  }

  /** Signs of comics are seen now, and no others. @param {string[]} names */
  sign(names) {
    for (const [name, sign] of this.signs) sign.over = !names.includes(name);
    for (const name of names) if (!this.signs.has(name)) this.signs.set(name, { seconds: 0, level: 0, over: false });
  }

  /** Draws what is new. @param {number} passed seconds since the last chance */
  draw(passed) {
    if (!this.figure || !this.acted || (this.acted === this.drawn && !this.signs.size)) return;
    this.figure.draw(this.acted.pose, { seconds: passed, place: away(this.acted.place), signs: this.#signed(passed) });
    this.drawn = this.acted;
  }

  /** The signs as they are now; those that are gone are forgotten. @param {number} passed @returns {import("../puppet.js").Sign[]} */
  #signed(passed) {
    const packed = this.figure?.packed;
    if (!packed) return [];
    for (const [name, sign] of this.signs) {
      sign.seconds += passed;
      sign.level = Math.min(1, Math.max(0, sign.level + (sign.over ? -passed : passed) / packed.comes));
      if (sign.over && !sign.level) this.signs.delete(name);
    }
    return Array.from(this.signs, ([name, { seconds, level }]) => ({ name, phase: seconds / packed.signs[name]?.period, level })).filter(
      ({ name, level }) => level > 0 && name in packed.signs,
    );
  }

  /** They are gone, or move another character. */
  close() {
    this.closed = true;
    this.figure?.close();
  }
}
