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
const send = (path, data) => ask(path, { method: "POST", body: JSON.stringify(data ?? {}) });

/** @param {string} path @param {unknown} [data] */
const post = async (path, data) => (await send(path, data)).json();

/** @param {string} path @returns {Promise<any>} */
export const get = async (path) => (await ask(path)).json();

export const welcome = () => get("/api/welcome");
export const catalogue = () => get("/api/studio");
export const blendshapes = () => get("/api/blendshapes");
export const steady = () => get("/api/steady");
export const face = () => get("/api/face");
export const vowels = () => get("/api/vowels");
export const motion = (/** @type {string} */ name) => get(`/api/motions/${encodeURIComponent(name)}`);
export const characters = async () => (await get("/api/characters")).characters;
export const character = (/** @type {string} */ id) => get(`/api/characters/${id}`);
export const fromWords = (/** @type {string} */ prompt, /** @type {number} */ seed) =>
  post("/api/characters", { prompt, seed });
export const keep = (/** @type {string} */ id) => post(`/api/characters/${id}/keep`);
export const forget = (/** @type {string} */ id) => ask(`/api/characters/${id}`, { method: "DELETE" });
/** Where one's own character is. @param {string} id */
export const home = (id) => `/api/characters/${id}`;
/** What a drawn character is drawn with. @param {string} home where it is: one's own, or another's */
export const puppet = (home) => get(`${home}/puppet`);
/** What the signs of comics of a picture character are drawn with. @param {string} home */
export const signs = (home) => get(`${home}/signs`);
/** Milliseconds after which is asked again whether a preview is made. */
const AGAIN = 1500;

/**
 * What a picture character is drawn with, its student or a preview; null where it has neither, or is no longer wanted.
 * @param {string} home @param {() => boolean} waiting is told each time that a preview is being made; false gives it up
 */
export async function student(home, waiting) {
  for (;;) {
    const answer = await ask(`${home}/student`);
    if (answer.status === 200) return answer.arrayBuffer();
    if (answer.status === 204 || !waiting()) return null;
    await new Promise((resolve) => setTimeout(resolve, AGAIN));
  }
}
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

/** Begins to make a file; answers the job's id. @param {object} order see studio/orders.py @returns {Promise<string>} */
export const begin = async (order) => (await post("/api/animojis", order)).job;
export const cancel = (/** @type {string} */ job) => send(`/api/animojis/${job}/cancel`);
export const share = (/** @type {string} */ job, /** @type {boolean} */ hidden) =>
  send(`/api/animojis/${job}/share`, { hidden });

/**
 * Follows a job to its end.
 * @param {string} job
 * @param {(progress: {stage: string, done: number, left: number | null}) => void} onProgress
 * @returns {Promise<any>} what was made, with its `address`; null where it was taken back
 */
export function follow(job, onProgress) {
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
    events.addEventListener("failed", ({ data }) => {
      const { error } = JSON.parse(data);
      end(() => (error ? reject(new Refusal(error)) : resolve(null)));
    });
    events.addEventListener("error", () => end(() => reject(new Refusal(text("gone")))));
  });
}
