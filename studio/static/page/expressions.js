/** Expressions by number key: poses by names, a name without its side for both. */

/** @type {{name: string, pose: Record<string, number>}[]} */
export const EXPRESSIONS = [
  { name: "none", pose: {} },
  { name: "smile", pose: { eyebrow_happy: 0.6, mouth_raised_corner: 0.9, eye_raised_lower_eyelid: 0.4 } },
  { name: "laugh", pose: { eyebrow_happy: 0.8, eye_happy_wink: 1, mouth_delta: 1, mouth_raised_corner: 0.8, head_x: 0.2 } },
  { name: "wink", pose: { eye_happy_wink_left: 1, eyebrow_raised_right: 0.5, mouth_raised_corner: 0.9, neck_z: 0.35 } },
  { name: "surprised", pose: { eyebrow_raised: 1, eye_surprised: 1, iris_small: 0.45, mouth_ooo: 0.8 } },
  { name: "sad", pose: { eyebrow_troubled: 1, eye_relaxed: 0.4, mouth_lowered_corner: 0.9, head_x: -0.3, iris_rotation_x: -0.3 } },
  { name: "angry", pose: { eyebrow_angry: 1, eye_unimpressed: 0.35, mouth_lowered_corner: 0.7, head_x: -0.15 } },
  { name: "smug", pose: { eyebrow_raised_left: 0.7, eye_relaxed: 0.5, mouth_smirk: 0.9, head_y: 0.3, iris_rotation_y: -0.3 } },
  { name: "bored", pose: { eyebrow_serious: 0.6, eye_unimpressed: 1, iris_rotation_x: 0.1, neck_z: -0.2 } },
  { name: "sleepy", pose: { eyebrow_troubled: 0.3, eye_wink: 0.75, mouth_ooo: 0.25, head_x: -0.35, neck_z: 0.25 } },
];
