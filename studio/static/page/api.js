/** What the page asks its own server. Nothing else is ever asked, and no picture of a person is sent. */

import { language, text } from "./texts.js";

/** The server refused, with a sentence for the person. */
export class Refusal extends Error {}

/** @param {string} path @param {RequestInit} [options] */
async function ask(path, options = {}) {
  const headers = { ...options.headers, "Accept-Language": language() };
  let answer;
  try {
    answer = await fetch(path, { ...options, headers });
  } catch {
    throw new Refusal(text("gone"));
  }
  if (answer.ok) return answer;
  const kind = answer.headers.get("Content-Type") ?? "";
  throw new Refusal(kind.startsWith("application/json") ? (await answer.json()).error : await answer.text());
}

/** @param {string} path @param {unknown} [data] */
const post = async (path, data) => (await ask(path, { method: "POST", body: JSON.stringify(data ?? {}) })).json();

/** @param {string} path */
const get = async (path) => (await ask(path)).json();

export const catalogue = () => get("/api/studio");
export const blendshapes = () => get("/api/blendshapes");
export const motion = (/** @type {string} */ name) => get(`/api/motions/${encodeURIComponent(name)}`);
export const characters = async () => (await get("/api/characters")).characters;
export const character = (/** @type {string} */ id) => get(`/api/characters/${id}`);
export const fromWords = (/** @type {string} */ prompt, /** @type {number} */ seed) =>
  post("/api/characters", { prompt, seed });
export const keep = (/** @type {string} */ id) => post(`/api/characters/${id}/keep`);
export const puppet = (/** @type {string} */ id) => get(`/api/characters/${id}/puppet`);
export const portrait = (/** @type {string} */ id) => `/api/characters/${id}/portrait`;
export const caption = (/** @type {string} */ id, /** @type {string} */ words, /** @type {string} */ framing) =>
  get(`/api/characters/${id}/caption?${new URLSearchParams({ text: words, framing })}`);
export const background = (/** @type {string} */ name, size = 320) =>
  `/api/background?${new URLSearchParams({ name, size: String(size) })}`;

/** A character from a picture. @param {Blob} picture @param {number[] | null} face middle x and y, side, in its pixels */
export async function fromPicture(picture, face) {
  const query = face ? `?face=${face.map((number) => number.toFixed(1)).join(",")}` : "";
  return (await ask(`/api/pictures${query}`, { method: "POST", body: picture })).json();
}

/**
 * Has a file made.
 * @param {object} order see studio/orders.py
 * @param {(progress: {stage: string, done: number, left: number | null}) => void} onProgress
 * @returns {Promise<any>} what was made, with its `address`
 */
export async function animoji(order, onProgress) {
  const { job } = await post("/api/animojis", order);
  return new Promise((resolve, reject) => {
    const events = new EventSource(`/api/animojis/${job}/events`);
    const end = (/** @type {() => void} */ then) => {
      events.close();
      then();
    };
    events.addEventListener("progress", ({ data }) => onProgress(JSON.parse(data)));
    events.addEventListener("done", ({ data }) =>
      end(() => resolve({ ...JSON.parse(data), address: `/api/animojis/${job}` })),
    );
    events.addEventListener("failed", ({ data }) => end(() => reject(new Refusal(JSON.parse(data).error))));
    events.addEventListener("error", () => end(() => reject(new Refusal(text("gone")))));
  });
}
