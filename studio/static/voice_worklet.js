/**
 * Gathers sound for `Voice`. It runs where nothing may take long: a thread that goes before all others, where slow work
 * would hold up the machine. So what is heard is worked out by the page.
 */

/** Seconds of sound that are handed on at once. */
const PIECE = 0.016;

registerProcessor(
  "voice",
  class extends AudioWorkletProcessor {
    constructor() {
      super();
      this.piece = new Float32Array(Math.ceil(PIECE * sampleRate));
      this.filled = 0;
    }

    /** @param {Float32Array[][]} inputs */
    process([[block]]) {
      for (let begin = 0; block && begin < block.length; ) {
        const part = block.subarray(begin, begin + this.piece.length - this.filled);
        this.piece.set(part, this.filled);
        this.filled += part.length;
        begin += part.length;
        if (this.filled === this.piece.length) {
          this.port.postMessage(this.piece);
          this.filled = 0;
        }
      }
      return true;
    }
  },
);
