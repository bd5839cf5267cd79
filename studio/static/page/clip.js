/** The frames of a clip. */

/** A frame, from when on it is seen, and how many came before it, seen or not. @typedef {{frame: VideoFrame, at: number, number: number}} Shown */

/**
 * What is seen of a clip at even times, in order; whoever gets a frame closes it.
 *
 * It is played, and held while somebody looks at a frame, so that every frame is decoded once: to seek, a browser decodes
 * everything since the last key frame again. That is done only where frames went by unseen, as this machine was busy.
 * @param {HTMLVideoElement} video muted and loaded @param {number} count @param {number} fps of those times
 */
export async function* framesOfClip(video, count, fps) {
  let shown = await next(video);
  let coming = shown && (await next(video));
  try {
    for (let i = 0; shown && i < count; i++) {
      const time = (i + 0.5) / fps;
      while (coming && coming.at <= time) {
        shown.frame.close();
        shown = coming;
        coming = await next(video);
      }
      const missed = (coming?.number ?? 0) > shown.number + 1 && time - shown.at > 1 / fps;
      if (missed || shown.at > time) {
        shown.frame.close();
        coming?.frame.close();
        shown = await seek(video, time);
        coming = await next(video);
      }
      yield shown.frame.clone();
    }
  } finally {
    shown?.frame.close();
    coming?.frame.close();
  }
}

/** Plays on to the next frame; null at the end. @param {HTMLVideoElement} video @returns {Promise<Shown | null>} */
function next(video) {
  if (video.ended) return Promise.resolve(null); // it would begin anew
  return new Promise((resolve) => {
    const callback = video.requestVideoFrameCallback((_, { mediaTime, presentedFrames }) => {
      video.pause();
      resolve({ frame: new VideoFrame(video), at: mediaTime, number: presentedFrames + dropped(video) });
    });
    video.onended = () => {
      video.cancelVideoFrameCallback(callback);
      resolve(null);
    };
    video.play().catch(() => {}); // it was held before it had begun, which is what was wanted
  });
}

/** @param {HTMLVideoElement} video @param {number} time seconds @returns {Promise<Shown>} */
async function seek(video, time) {
  const there = new Promise((resolve) => (video.onseeked = resolve));
  video.currentTime = time;
  await there;
  return { frame: new VideoFrame(video), at: time, number: NaN };
}

/** Frames that were too late to be shown. @param {HTMLVideoElement} video */
const dropped = (video) => video.getVideoPlaybackQuality().droppedVideoFrames;
