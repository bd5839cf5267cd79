/** Life while nobody moves a puppet: it breathes, blinks, sways a little and looks where the pointer is. */

/** @typedef {import("./puppet.js").Puppet} Puppet */

/** Seconds of a breath, of a blink, and between blinks (at least, and how much more at most). */
const BREATH = 3.6;
const BLINK = 0.22;
const REST = [1.8, 3.4];
/** Seconds in which gaze and head have gone most of the way. */
const GAZE = 0.08;
const HEAD = 0.25;

/**
 * Draws the puppet from now on, frame by frame; for people who asked for less motion it only follows the pointer.
 * @param {Puppet} puppet that is shown on a canvas of the page
 * @param {(pose: Float32Array, seconds: number) => void} [act] changes the pose before it is drawn
 * @returns {() => void} ends it
 */
export function live(puppet, act = () => {}) {
  const canvas = /** @type {HTMLCanvasElement} */ (puppet.context?.canvas);
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const goal = { x: 0, y: 0 };
  const gaze = { x: 0, y: 0 };
  const head = { x: 0, y: 0 };
  let last = performance.now() / 1000;
  let blink = last + REST[0];
  let request = 0;

  const look = (/** @type {PointerEvent} */ event) => {
    const box = canvas.getBoundingClientRect();
    goal.x = limited((event.clientX - box.left - box.width / 2) / (0.8 * box.width));
    goal.y = limited((event.clientY - box.top - box.height / 2) / (0.8 * box.height));
  };
  const away = () => Object.assign(goal, { x: 0, y: 0 });

  const frame = () => {
    const now = performance.now() / 1000;
    const seconds = Math.min(now - last, 0.1);
    last = now;
    follow(gaze, goal, seconds / GAZE);
    follow(head, goal, seconds / HEAD);
    const sway = calm.matches ? 0 : Math.sin(now * 0.9) + 0.5 * Math.sin(now * 1.7);
    const shut = Math.max(0, 1 - Math.abs((now - blink) / (BLINK / 2) - 1));
    if (now > blink + BLINK) blink = now + REST[0] + REST[1] * Math.random();
    // A head that is seen in a mirror: to the viewer's right is a turn to the character's left.
    const pose = puppet.pose({
      iris_rotation_x: -gaze.y,
      iris_rotation_y: -gaze.x,
      head_x: -0.5 * head.y + 0.02 * sway,
      head_y: -0.6 * head.x,
      neck_z: 0.04 * sway,
      body_y: -0.2 * head.x,
      breathing: calm.matches ? 0 : 0.5 - 0.5 * Math.cos((2 * Math.PI * now) / BREATH),
      eye_wink: calm.matches ? 0 : shut,
    });
    act(pose, seconds);
    puppet.draw(pose, { seconds });
    request = requestAnimationFrame(frame);
  };

  addEventListener("pointermove", look);
  document.documentElement.addEventListener("pointerleave", away);
  request = requestAnimationFrame(frame);
  return () => {
    cancelAnimationFrame(request);
    removeEventListener("pointermove", look);
    document.documentElement.removeEventListener("pointerleave", away);
  };
}

/** @param {number} value */
function limited(value) {
  return Math.min(Math.max(value, -1), 1);
}

/** @param {{x: number, y: number}} place @param {{x: number, y: number}} goal @param {number} share */
function follow(place, goal, share) {
  const way = 1 - Math.exp(-share);
  place.x += way * (goal.x - place.x);
  place.y += way * (goal.y - place.y);
}
