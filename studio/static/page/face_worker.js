/** Follows a face, apart from the page: a video frame comes in, blendshapes and how the head is held go out. */

// MediaPipe tells the console how it starts. What goes wrong is thrown, and told to the page.
Object.assign(console, { log: () => {}, warn: () => {}, error: () => {} });

const DEGREES = 180 / Math.PI;
/** @type {any} */
let landmarker;
let last = 0;
/** What is looked at for the head's place, see `PackedFace`. @type {{ears: number[], skin: number}} */
let place;

async function open() {
  const address = "/vision/vision_bundle.mjs"; // fetched by its owner, see docs/models.md
  const { FaceLandmarker, FilesetResolver } = await import(address);
  landmarker = await FaceLandmarker.createFromOptions(await FilesetResolver.forVisionTasks("/vision/wasm", true), {
    baseOptions: { modelAssetPath: "/vision/face_landmarker.task", delegate: "CPU" },
    runningMode: "VIDEO",
    outputFaceBlendshapes: true,
    outputFacialTransformationMatrixes: true,
    canvas: new OffscreenCanvas(1, 1),
  });
}

/** @param {any} found @param {number} width @param {number} height of the frame */
function seen(found, width, height) {
  if (!found.faceBlendshapes.length) return null;
  const matrix = found.facialTransformationMatrixes[0].data;
  const at = (/** @type {number} */ row, /** @type {number} */ column) => matrix[4 * column + row];
  return {
    shapes: Object.fromEntries(found.faceBlendshapes[0].categories.map((/** @type {any} */ each) => [each.categoryName, each.score])),
    head: {
      pitch: -Math.atan2(at(2, 1), at(2, 2)) * DEGREES,
      yaw: Math.asin(at(2, 0)) * DEGREES,
      roll: Math.atan2(at(1, 0), at(0, 0)) * DEGREES,
    },
    place: [...between(found.faceLandmarks[0], height, width), -at(2, 3) - place.skin * at(2, 2)],
  };
}

/** The middle of the ears, right and down in heights of the picture. @param {{x: number, y: number}[]} points @param {number} height @param {number} width */
function between(points, height, width) {
  const [one, other] = place.ears.map((ear) => points[ear]);
  return [((one.x + other.x) / 2) * (width / height), (one.y + other.y) / 2];
}

addEventListener("message", async ({ data }) => {
  try {
    if (data.place) {
      place = data.place;
      await open();
      postMessage({ open: true });
      return;
    }
    const { frame, milliseconds } = data;
    last = Math.max(last + 1, milliseconds); // it wants every time to be later than the one before
    const found = landmarker.detectForVideo(frame, last);
    const { displayWidth, displayHeight } = frame;
    frame.close();
    postMessage({ seen: seen(found, displayWidth, displayHeight) });
  } catch (error) {
    postMessage({ error: String(error) });
  }
});
