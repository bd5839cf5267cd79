// Plays frames of a puppet without a browser, and prints the paths and dials: node play.mjs FILE
// FILE holds {puppet, size, framing, frames: [{pose, moment}], sign}.
import fs from "node:fs";
import { Puppet } from "../../studio/static/puppet.js";

const { puppet: packed, size, framing, frames } = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const puppet = new Puppet(packed);
puppet.fit(size, framing);
const used = puppet.mesh.curves.map((curve) => curve.used);
const made = frames.map(({ pose, moment }) => {
  puppet.bend(pose, moment);
  const signs = Object.fromEntries(
    (moment.signs ?? []).map(({ name }) => {
      const sign = puppet.bent(name, moment.place);
      return [name, { path: Array.from(sign.mesh.path), dials: Array.from(sign.dials) }];
    }),
  );
  return { path: Array.from(puppet.mesh.path), dials: Array.from(puppet.dials), signs };
});
process.stdout.write(JSON.stringify({ used, made }));
