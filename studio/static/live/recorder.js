/** What is played, kept: as a film with its transparency, and as a track that `animemoji render --track` takes. */

const FPS = 25;
/** Seconds of a track; longer ones would not be read. */
const LONGEST = 60;
const KINDS = ["video/webm;codecs=vp9", "video/webm;codecs=vp8"];

/** Poses as they come, with their times. */
export class TrackRecorder {
  /** @param {string[]} names of the 45 numbers */
  constructor(names) {
    this.names = names;
    /** @type {{seconds: number, pose: Float32Array, place: Float32Array, seen: boolean}[]} */
    this.frames = [];
    this.began = performance.now();
  }

  get seconds() {
    return (performance.now() - this.began) / 1000;
  }

  get isFull() {
    return this.seconds >= LONGEST;
  }

  /** @param {{pose: Float32Array, place: Float32Array}} moment @param {boolean} seen whether somebody is seen */
  add({ pose, place }, seen) {
    this.frames.push({ seconds: this.seconds, pose, place, seen });
  }

  /** The track as a file, at an even rate. */
  file() {
    const { frames, names } = this;
    const last = frames[frames.length - 1]?.seconds ?? 0;
    let at = 0;
    const rows = Array.from({ length: frames.length ? Math.floor(last * FPS) + 1 : 0 }, (_, i) => {
      while (at + 1 < frames.length && frames[at + 1].seconds <= i / FPS) at++;
      return frames[at];
    });
    const track = {
      fps: FPS,
      names,
      poses: rows.map(({ pose }) => rounded(pose)),
      places: rows.map(({ place }) => rounded(place)),
      tracked: rows.map(({ seen }) => seen),
      neutral_frames: [],
    };
    return new Blob([JSON.stringify(track)], { type: "application/json" });
  }
}

/** @param {Float32Array} numbers */
const rounded = (numbers) => Array.from(numbers, (value) => Number(value.toFixed(4)));

/** What a canvas shows, as a WebM with its transparency; null where this browser cannot write one. */
export function film(/** @type {HTMLCanvasElement} */ canvas) {
  const mimeType = KINDS.find((kind) => MediaRecorder.isTypeSupported(kind));
  if (!mimeType) return null;
  const recorder = new MediaRecorder(canvas.captureStream(), { mimeType, videoBitsPerSecond: 6_000_000 });
  /** @type {Blob[]} */
  const parts = [];
  recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
  recorder.start(1000);
  return {
    /** Ends it. @returns {Promise<Blob>} */
    stop: () =>
      new Promise((resolve) => {
        recorder.addEventListener("stop", () => resolve(new Blob(parts, { type: "video/webm" })));
        recorder.stop();
      }),
  };
}

/** @param {Blob} blob @param {string} name */
export function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
