/** What draws a character here: its puppet, or a picture's student or preview. */

import { Puppet } from "../puppet.js";
import * as api from "./api.js";

/** A head that is nearer to its usual place than this, in heads, is there. */
const NEAR = 1e-4;

/** @typedef {Puppet | import("./student_figure.js").StudentFigure} Figure */

/**
 * Fetches it; null where a character can only be shown still: it has neither student nor preview, this browser cannot
 * draw it, or nobody waits for it any more.
 * @param {string} home where this server has what belongs to the character
 * @param {string} kind of the character @param {string[]} names of a pose's 45 numbers
 * @param {Record<string, number[]>} framings
 * @param {import("../feelings.js").PackedFace["carrying"] | null} carrying how a picture's head goes elsewhere; a puppet knows that itself
 * @param {() => boolean} [waiting] is told each time that a preview of it is being made; false gives it up
 * @returns {Promise<Figure | null>}
 */
export async function figureOf(home, kind, names, framings, carrying, waiting = () => true) {
  if (kind === "drawn") return new Puppet(await api.puppet(home));
  const data = await api.student(home, waiting);
  if (!data) return null;
  const { StudentFigure } = await import("./student_figure.js");
  return StudentFigure.of(data, names, framings, carrying);
}

/** How the head of such a character goes elsewhere, for `figureOf`. @param {string} kind */
export const carrying = async (kind) => (kind === "drawn" ? null : (await api.face()).carrying);

/** Where a head is, if it is not at its usual place. @param {ArrayLike<number>} place */
export const away = (place) => (Array.prototype.some.call(place, (value) => Math.abs(value) > NEAR) ? place : undefined);
