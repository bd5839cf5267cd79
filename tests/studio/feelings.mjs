// Places, emotions and signs without a browser: node feelings.mjs < {face, seen, poses, emotions, fps}
import fs from "node:fs";
import { Feelings, Mood } from "../../studio/static/feelings.js";

const { face, seen, poses, emotions, fps } = JSON.parse(fs.readFileSync(0, "utf8"));
const feelings = new Feelings(face);
const mood = new Mood(feelings);
const told = {
  places: feelings.places(seen, fps).map((place) => Array.from(place)),
  emotions: feelings.emotions(poses, fps).map((each) => Array.from(each)),
  signs: emotions.map((curves) => feelings.signs(curves, fps)),
  live: poses.map((pose) => mood.next(pose, 1 / fps, 0.2).map((sign) => ({ ...sign }))),
};
process.stdout.write(JSON.stringify(told));
