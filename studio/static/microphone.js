/** A microphone moves a mouth. The sound stays in this browser: it is heard, and neither kept nor sent. */

import { Voice } from "./voice.js";

/**
 * Opens the microphone.
 * @param {import("./voice.js").Vowels} table
 * @param {(amounts: Float64Array) => void} told the amounts of the vowels of `table.names`, some sixty times a second
 * @returns {Promise<() => void>} ends it
 */
export async function microphone(table, told) {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true } });
  const context = new AudioContext();
  const stop = () => {
    for (const track of stream.getTracks()) track.stop();
    context.close();
  };
  try {
    await context.audioWorklet.addModule(new URL("./voice_worklet.js", import.meta.url));
    const voice = new Voice(table, context.sampleRate);
    const hears = new AudioWorkletNode(context, "voice");
    hears.port.onmessage = ({ data }) => {
      const amounts = voice.hear(data);
      if (amounts) told(amounts);
    };
    // What leads nowhere is not computed: it goes on to the loudspeaker, silently.
    context.createMediaStreamSource(stream).connect(hears).connect(new GainNode(context, { gain: 0 })).connect(context.destination);
    await context.resume();
  } catch (error) {
    stop();
    throw error;
  }
  return stop;
}
