/** The frames of a camera. */

/**
 * The newest one whenever somebody asks. In Chromium they go on while the page is covered.
 * @param {MediaStreamTrack} track @param {HTMLVideoElement} look that plays it
 * @returns {{next: () => Promise<VideoFrame | null>, close: () => void}} null where it has ended
 */
export function framesOf(track, look) {
  if ("MediaStreamTrackProcessor" in window) {
    const Processor = /** @type {any} */ (window).MediaStreamTrackProcessor;
    const reader = new Processor({ track, maxBufferSize: 1 }).readable.getReader();
    return { next: async () => (await reader.read()).value ?? null, close: () => reader.cancel() };
  }
  let open = true;
  const next = () =>
    new Promise((resolve) => {
      if (!open || track.readyState === "ended") resolve(null);
      else look.requestVideoFrameCallback(() => resolve(open ? new VideoFrame(look) : null));
    });
  return { next: /** @type {() => Promise<VideoFrame | null>} */ (next), close: () => (open = false) };
}
