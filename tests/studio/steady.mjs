// Filters poses without a browser, and prints them: node steady.mjs < {filter, poses, seconds}
import fs from "node:fs";
import { Steady } from "../../studio/static/steady.js";

const { filter, poses, seconds } = JSON.parse(fs.readFileSync(0, "utf8"));
const steady = new Steady(filter);
process.stdout.write(JSON.stringify(poses.map((pose) => Array.from(steady.next(pose, seconds)))));
