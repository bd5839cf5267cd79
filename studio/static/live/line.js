/** The line to the server: moments as bytes, all else as JSON. It is dialled again when it breaks. */

const NUMBERS = 45;
const AXES = 3;
/** Seconds since 1970 as a 64-bit float, then a pose and the head's place as floats of 32 bits; little-endian. */
const BYTES = 8 + 4 * (NUMBERS + AXES);
/** Of a head of which nobody knows where it is. */
const UNKNOWN = new Float32Array(AXES).fill(NaN);
const AGAIN = 1000;
/** The code with which a line is closed for good (studio/relay.py). */
const SHOWN_OUT = 4001;

/** Seconds since 1970, finely. */
export const now = () => (performance.timeOrigin + performance.now()) / 1000;

/**
 * What somebody does at one moment; not-a-number where nothing is known.
 * @typedef {{pose: ArrayLike<number>, place?: ArrayLike<number>}} Moment a pose, and where the head is: right, down, nearer
 */

/** @param {Moment} moment @param {number} time seconds since 1970 at which it was seen */
export function packed({ pose, place = UNKNOWN }, time) {
  const view = new DataView(new ArrayBuffer(BYTES));
  view.setFloat64(0, time, true);
  for (let i = 0; i < NUMBERS; i++) view.setFloat32(8 + 4 * i, pose[i], true);
  for (let i = 0; i < AXES; i++) view.setFloat32(8 + 4 * (NUMBERS + i), place[i], true);
  return view.buffer;
}

/** A moment, and where there are several people, the number of whom it is of. @param {ArrayBuffer} bytes */
export function unpacked(bytes) {
  const view = new DataView(bytes);
  const read = (/** @type {number} */ from, /** @type {number} */ length) =>
    Float32Array.from({ length }, (_, i) => view.getFloat32(8 + 4 * (from + i), true));
  const of = view.byteLength > BYTES ? view.getUint8(BYTES) : 0;
  return { pose: read(0, NUMBERS), place: read(NUMBERS, AXES), time: view.getFloat64(0, true), of };
}

/** Tells of "pose" ({pose, place, time, of}), "state", "refused" (a sentence) and "open" (whether it is). */
export class Line extends EventTarget {
  /** @param {string} path of this server */
  constructor(path) {
    super();
    this.address = `${location.origin.replace(/^http/, "ws")}${path}`;
    this.#dial();
  }

  #dial() {
    const socket = (this.socket = new WebSocket(this.address));
    socket.binaryType = "arraybuffer";
    socket.addEventListener("open", () => this.#tell("open", true));
    socket.addEventListener("message", ({ data }) => {
      if (typeof data !== "string") return this.#tell("pose", unpacked(data));
      const said = JSON.parse(data);
      if (said.refused) this.#tell("refused", said.refused);
      else this.#tell("state", said);
    });
    socket.addEventListener("close", ({ code }) => {
      this.#tell("open", false);
      if (code !== SHOWN_OUT) setTimeout(() => this.#dial(), AGAIN);
    });
  }

  /** @param {string} kind @param {unknown} detail */
  #tell(kind, detail) {
    this.dispatchEvent(new CustomEvent(kind, { detail }));
  }

  /** Sends a moment, if the one before has left; answers whether it did. @param {Moment} moment @param {number} [time] when it was seen */
  send(moment, time = now()) {
    if (this.socket?.readyState !== WebSocket.OPEN || this.socket.bufferedAmount) return false;
    this.socket.send(packed(moment, time));
    return true;
  }

  /** @param {object} what */
  say(what) {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(what));
  }
}
