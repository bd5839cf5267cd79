/**
 * Discord's side of a frame, spoken to by messages between windows. The protocol is that of Discord's Embedded App SDK 2.5
 * (MIT, npm @discord/embedded-app-sdk, output/Discord.mjs), of which three commands are needed here.
 */

const HANDSHAKE = 0;
const FRAME = 1;
const CLOSE = 2;

/** The frame was refused, or closed. */
export class DiscordError extends Error {}

export class Discord {
  /**
   * @param {string} application Discord's id of the application
   * @param {string[]} parents origins of the pages that may frame this one: no other page is heard
   */
  constructor(application, parents) {
    this.application = application;
    this.parents = parents;
    const query = new URLSearchParams(location.search);
    this.instance = query.get("instance_id") ?? "";
    this.frame = query.get("frame_id") ?? "";
    this.parent = window.parent.opener ?? window.parent;
    /** @type {string | null} the page that answered first */
    this.origin = null;
    /** @type {Map<string, {resolve: (data: any) => void, reject: (error: Error) => void}>} */
    this.waiting = new Map();
    addEventListener("message", (event) => this.#hear(event));
  }

  /** Says who it is; resolves once Discord has answered. */
  ready() {
    return new Promise((resolve, reject) => {
      this.waiting.set("READY", { resolve, reject });
      // It is not known yet who frames this page: what is said holds no secret.
      this.parent.postMessage([HANDSHAKE, { v: 1, encoding: "json", client_id: this.application, frame_id: this.frame }], "*");
    });
  }

  /** @param {string} cmd @param {object} args @returns {Promise<any>} */
  command(cmd, args) {
    return new Promise((resolve, reject) => {
      if (!this.origin) throw new DiscordError("Discord has not answered yet");
      const nonce = crypto.randomUUID();
      this.waiting.set(nonce, { resolve, reject });
      this.parent.postMessage([FRAME, { cmd, args, nonce }], this.origin);
    });
  }

  /** @param {MessageEvent} event */
  #hear({ origin, source, data }) {
    if (!this.parents.includes(origin) || source !== this.parent || !Array.isArray(data)) return;
    if (this.origin && origin !== this.origin) return;
    this.origin = origin;
    const [opcode, said] = data;
    if (opcode === CLOSE) {
      for (const { reject } of this.waiting.values()) reject(new DiscordError(said?.message ?? "closed"));
      this.waiting.clear();
    }
    if (opcode !== FRAME || !said) return;
    const name = said.cmd === "DISPATCH" ? said.evt : said.nonce;
    const waits = this.waiting.get(name);
    if (!waits) return;
    this.waiting.delete(name);
    if (said.evt === "ERROR") waits.reject(new DiscordError(said.data?.message ?? said.cmd));
    else waits.resolve(said.data);
  }
}
