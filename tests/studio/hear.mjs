// Hears sound without a browser, and prints amounts of vowels over time: node hear.mjs < {table, rate, sound}
import fs from "node:fs";
import { Voice } from "../../studio/static/voice.js";

const { table, rate, sound } = JSON.parse(fs.readFileSync(0, "utf8"));
const voice = new Voice(table, rate);
const told = [];
for (let at = 0; at + 128 <= sound.length; at += 128) {
  const amounts = voice.hear(Float32Array.from(sound.slice(at, at + 128)));
  if (amounts) told.push([(at + 128) / rate, ...amounts]);
}
process.stdout.write(JSON.stringify(told));
