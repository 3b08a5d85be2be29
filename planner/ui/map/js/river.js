// The river's name, straight beside its straightest and flattest reach: letters along bends fall apart.

import { ringsOf } from "./shape.js";
import { svg } from "./svg.js";

const REACH = 0.055;
const TRIES = 60;
const AWAY_FROM_WATER = 7;
const LETTER = 6.5;

export class RiverName {
  constructor(layer, { path, name }) {
    this.text = svg("text", { class: "river-name" }, layer);
    this.text.textContent = name;
    this.spot = flattest(ringsOf(path)[0]);
  }

  // Returns the box in the window that the name fills, for labels to keep off.
  show(view, letter) {
    const at = view.toWindow(this.spot.x, this.spot.y);
    this.text.setAttribute("transform", `translate(${at.x.toFixed(1)} ${at.y.toFixed(1)}) rotate(${this.spot.angle.toFixed(1)})`);
    this.text.setAttribute("dy", -AWAY_FROM_WATER);
    const half = (this.text.textContent.length * LETTER * letter) / 2;
    return { left: at.x - half, right: at.x + half, top: at.y - AWAY_FROM_WATER - 2 * LETTER * letter, bottom: at.y + LETTER };
  }
}

function flattest(line) {
  const course = new Course(line);
  let best = { score: -Infinity, x: 0, y: 0, angle: 0 };
  for (let step = 1; step < TRIES; step += 1) {
    const middle = (step / TRIES) * course.length;
    const a = course.at(middle - REACH * course.length);
    const b = course.at(middle + REACH * course.length);
    const chord = Math.hypot(b.x - a.x, b.y - a.y);
    const straight = chord / (2 * REACH * course.length);
    const steep = Math.abs(b.y - a.y) / (chord || 1);
    // Towards the edge of the city there is more room.
    const outside = Math.abs(step / TRIES - 0.5);
    const score = straight - 0.45 * steep + 0.6 * outside;
    if (score > best.score) best = { score, x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, angle: (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI };
  }
  return best;
}

class Course {
  constructor(line) {
    this.line = line;
    this.reached = [0];
    for (let index = 1; index < line.length; index += 1) {
      const step = Math.hypot(line[index].x - line[index - 1].x, line[index].y - line[index - 1].y);
      this.reached.push(this.reached[index - 1] + step);
    }
    this.length = this.reached.at(-1);
  }

  at(length) {
    const wanted = Math.min(this.length, Math.max(0, length));
    const index = Math.max(1, this.reached.findIndex((reached) => reached >= wanted));
    const share = (wanted - this.reached[index - 1]) / (this.reached[index] - this.reached[index - 1] || 1);
    const [from, to] = [this.line[index - 1], this.line[index]];
    return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
  }
}
