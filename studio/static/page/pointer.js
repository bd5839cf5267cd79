/** The pointer moves a head: eyes first, the head after them. */

const GAZE = 0.08;
const HEAD = 0.25;

export class Pointer {
  /** @param {HTMLElement} frame what it is seen from */
  constructor(frame) {
    this.goal = { x: 0, y: 0 };
    this.gaze = { x: 0, y: 0 };
    this.head = { x: 0, y: 0 };
    window.addEventListener("pointermove", ({ clientX, clientY }) => {
      const { left, top, width, height } = frame.getBoundingClientRect();
      this.goal.x = limited((clientX - left - width / 2) / (0.8 * width));
      this.goal.y = limited((clientY - top - height / 2) / (0.8 * height));
    });
  }

  /**
   * Adds where it looks to a pose.
   * @param {Float32Array} pose @param {string[]} names @param {number} seconds since the frame before
   */
  look(pose, names, seconds) {
    for (const [place, time] of /** @type {const} */ ([[this.gaze, GAZE], [this.head, HEAD]])) {
      const way = 1 - Math.exp(-seconds / time);
      place.x += way * (this.goal.x - place.x);
      place.y += way * (this.goal.y - place.y);
    }
    const { gaze, head } = this;
    // A head that is seen in a mirror: to the viewer's right is a turn to the character's left.
    const more = {
      iris_rotation_x: -gaze.y,
      iris_rotation_y: -gaze.x,
      head_x: -0.5 * head.y,
      head_y: -0.6 * head.x,
      body_y: -0.2 * head.x,
      neck_z: -0.1 * head.x,
    };
    for (const [name, value] of Object.entries(more)) {
      const i = names.indexOf(name);
      pose[i] = limited(pose[i] + value);
    }
  }
}

/** @param {number} value */
const limited = (value) => Math.min(Math.max(value, -1), 1);
