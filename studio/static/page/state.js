/** What was chosen on the page. Whoever shows it listens for changes. */

/**
 * @typedef {object} Choices
 * @property {any} character as /api/characters tells it
 * @property {"motions" | "sliders" | "live" | "camera" | "microphone"} source what moves the character
 * @property {string} preset the motion that was chosen
 * @property {import("./take.js").Take | null} take what is played; null while the person moves it themselves
 * @property {Float32Array} pose of the sliders
 * @property {string} background @property {string} caption @property {string} effects
 * @property {string} framing @property {string} outline
 * @property {string} file a format or a place @property {number} size pixels
 * @property {boolean} playing
 * @property {boolean} window whether a window of the same person sees and hears for this frame
 * @property {"whole" | "preview" | "making" | "still"} figure how the stage shows the character: as the file does, coarser,
 *   or still, for now or for good
 */

export class State extends EventTarget {
  /** @param {any} catalogue what there is to choose from, and what the guest finds @param {Choices} choices */
  constructor(catalogue, choices) {
    super();
    this.catalogue = catalogue;
    this.now = choices;
  }

  /** @param {Partial<Choices>} changes */
  change(changes) {
    Object.assign(this.now, changes);
    this.dispatchEvent(new CustomEvent("change", { detail: new Set(Object.keys(changes)) }));
  }

  /**
   * Calls back now, and whenever one of these changes.
   * @param {(keyof Choices)[]} names @param {(now: Choices) => void} show
   */
  follow(names, show) {
    this.addEventListener("change", (event) => {
      const { detail } = /** @type {CustomEvent<Set<string>>} */ (event);
      if (names.some((name) => detail.has(name))) show(this.now);
    });
    show(this.now);
  }

  /** The names of a pose's numbers. @returns {string[]} */
  get names() {
    return this.catalogue.pose.groups.flatMap((/** @type {any} */ group) =>
      group.numbers.flatMap((/** @type {any} */ number) => number.names),
    );
  }

  /** The place that the file goes to; undefined for a file that goes anywhere. */
  get target() {
    return this.catalogue.targets.find((/** @type {any} */ target) => target.name === this.now.file);
  }

  /** Whether the stage moves the character. */
  get moves() {
    return this.now.figure === "whole" || this.now.figure === "preview";
  }

  /** What the file shows of the figure. */
  get framing() {
    return this.target?.framing ?? this.now.framing;
  }

  /** Whether the file has a white border around the figure. */
  get outlined() {
    const { outline, background, size } = this.now;
    if (this.target) return true;
    return outline === "white" || (outline === "auto" && background === "transparent" && this.catalogue.outlined.includes(size));
  }

  /** What the server is asked to make. */
  get order() {
    const { character, source, preset, take, effects, caption, background, outline, file, size } = this.now;
    const motion = source === "motions" && take?.name ? { preset } : take?.packed(this.catalogue.pose.unit);
    return {
      character: character.id,
      motion,
      effects,
      caption,
      background,
      outline,
      file,
      framing: this.now.framing,
      ...(this.target ? {} : { size }),
    };
  }
}
