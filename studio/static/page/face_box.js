/** A picture with a square over it that says where the head is; the server finds it by itself where it stays unset. */

import { make } from "./dom.js";
import { text } from "./texts.js";

const PARTS = /** @type {const} */ (["x", "y", "size"]);

/** @param {Blob} picture */
export function faceBox(picture) {
  const shown = make("img", { src: URL.createObjectURL(picture), alt: text("picture.yours") });
  const box = make("div", { class: "box", hidden: true });
  const place = { x: 50, y: 35, size: 40 };
  const sliders = PARTS.map((part) =>
    make(
      "label",
      {},
      text(`face.${part}`),
      make("input", {
        type: "range",
        min: "0",
        max: "100",
        value: String(place[part]),
        oninput: (/** @type {Event} */ event) => {
          place[part] = Number(/** @type {HTMLInputElement} */ (event.target).value);
          move();
        },
      }),
    ),
  );
  const places = make("div", { class: "places", hidden: true }, ...sliders);
  const own = make("input", {
    type: "checkbox",
    onchange: () => {
      box.hidden = places.hidden = !own.checked;
      move();
    },
  });
  const picked = make("div", { class: "picked" }, shown, box);
  const move = () => {
    box.style.left = `${place.x}%`;
    box.style.top = `${place.y}%`;
    box.style.width = `${Math.max(place.size, 5)}%`;
    PARTS.forEach((part, i) => {
      const slider = /** @type {HTMLInputElement} */ (places.querySelectorAll("input")[i]);
      slider.value = String(place[part]);
      slider.style.setProperty("--to", `${place[part]}%`);
    });
  };
  picked.addEventListener("pointerdown", (event) => {
    if (box.hidden) return;
    const { left, top, width, height } = picked.getBoundingClientRect();
    Object.assign(place, { x: (100 * (event.clientX - left)) / width, y: (100 * (event.clientY - top)) / height });
    move();
  });
  return {
    element: make("div", { class: "face" }, picked, make("label", { class: "switch" }, own, text("face.own")), places),
    /** Middle x and y and side in the picture's pixels; null where the server shall look for it. */
    face: () => {
      if (!own.checked) return null;
      const { naturalWidth, naturalHeight } = shown;
      return [
        (place.x / 100) * naturalWidth,
        (place.y / 100) * naturalHeight,
        (Math.max(place.size, 5) / 100) * naturalWidth,
      ];
    },
  };
}
