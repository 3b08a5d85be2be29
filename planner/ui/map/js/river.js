// The river's name, straight beside its straightest and flattest reach: letters along bends fall apart.

import { svg } from "./svg.js";

const REACH = 0.055;
const TRIES = 60;
const AWAY_FROM_WATER = 7;

export class RiverName {
  constructor(layer, course, name) {
    this.text = svg("text", { class: "river-name" }, layer);
    this.text.textContent = name;
    this.spot = flattest(course);
  }

  show(view) {
    const at = view.toWindow(this.spot.x, this.spot.y);
    this.text.setAttribute("transform", `translate(${at.x.toFixed(1)} ${at.y.toFixed(1)}) rotate(${this.spot.angle.toFixed(1)})`);
    this.text.setAttribute("dy", -AWAY_FROM_WATER);
  }
}

function flattest(course) {
  const length = course.getTotalLength();
  let best = { score: -Infinity, x: 0, y: 0, angle: 0 };
  for (let step = 1; step < TRIES; step += 1) {
    const middle = (step / TRIES) * length;
    const a = course.getPointAtLength(Math.max(0, middle - REACH * length));
    const b = course.getPointAtLength(Math.min(length, middle + REACH * length));
    const chord = Math.hypot(b.x - a.x, b.y - a.y);
    const straight = chord / (2 * REACH * length);
    const steep = Math.abs(b.y - a.y) / (chord || 1);
    // Towards the edge of the city there is more room.
    const outside = Math.abs(step / TRIES - 0.5);
    const score = straight - 0.45 * steep + 0.6 * outside;
    if (score > best.score) best = { score, x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, angle: (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI };
  }
  return best;
}
