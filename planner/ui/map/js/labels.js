// Names and values on the map. A label appears where it finds room on its own place, off the sites and off other
// labels: first the chosen place, then the large ones. Who looks closer finds the others.

import { svg } from "./svg.js";

const LINE = 13;
const GAP = 3;
const ROOMY = 1.12;
const SLACK = 3;
const SHIFTS = [0, -1, 1, -2, 2];

let ruler = null;

function widthOf(text, font) {
  ruler ??= document.createElement("canvas").getContext("2d");
  ruler.font = font;
  return ruler.measureText(text).width;
}

// Break a long name once, at the gap nearest its middle.
export function linesOf(name) {
  if (name.length <= 11) return [name];
  let best = -1;
  for (let at = 2; at < name.length - 2; at += 1) {
    const gap = name[at] === " " || "/-".includes(name[at]);
    if (gap && (best < 0 || Math.abs(at - name.length / 2) < Math.abs(best - name.length / 2))) best = at;
  }
  if (best < 0) return [name];
  return name[best] === " " ? [name.slice(0, best), name.slice(best + 1)] : [name.slice(0, best + 1), name.slice(best + 1)];
}

const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

export class Labels {
  constructor(layer, places) {
    this.layer = layer;
    this.places = [...places].sort((a, b) => b.width * b.height - a.width * a.height);
  }

  show(view, { values, classes, selected, focused, family, taken, dots, inside }) {
    this.layer.replaceChildren();
    const boxes = [...taken];
    const first = this.places.filter((place) => place.code === selected || place.code === focused);
    const rest = this.places.filter((place) => !first.includes(place));
    for (const place of [...first, ...rest]) {
      const urgent = first.includes(place);
      const value = values[place.code];
      const lines = linesOf(place.name);
      const widths = lines.map((line) => widthOf(line, `600 11.5px ${family}`));
      if (value?.text) widths.push(widthOf(value.text, `700 11.5px ${family}`));
      const count = lines.length + (value?.text ? 1 : 0);
      const width = Math.max(...widths);
      if (!urgent && width > place.width * view.scale * ROOMY) continue;
      if (!urgent && count * LINE > place.height * view.scale * ROOMY) continue;
      const at = view.toWindow(place.x, place.y);
      const spots = around(at, width, count * LINE).filter((spot) => free(spot, boxes, view));
      const clear = spots.filter((spot) => inside(place, middle(spot)) && !dots.some((dot) => overlap(spot, dot)));
      const whole = clear.find((spot) => ends(spot).every((end) => inside(place, end)));
      const light = classes[value?.level]?.ink === "light";
      // Dark letters can be read beyond the border as well, white ones cannot.
      const spot = whole ?? (light ? null : clear[0]) ?? (urgent ? spots[0] : null);
      if (!spot) continue;
      boxes.push(spot);
      const text = svg("text", { class: light ? "label light" : "label" }, this.layer);
      const x = middle(spot).x.toFixed(1);
      [...lines, ...(value?.text ? [value.text] : [])].forEach((line, index) => {
        const y = (spot.top + GAP / 2 + LINE * index + 10).toFixed(1);
        const span = svg("tspan", { x, y, class: index >= lines.length ? "value" : null }, text);
        span.textContent = line;
      });
    }
  }
}

// Where a label of a size may stand: at its point first, then ever farther from it.
function around(at, width, height) {
  const steps = SHIFTS.flatMap((down) => SHIFTS.map((right) => ({ x: right * LINE, y: down * LINE })));
  steps.sort((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y));
  return steps.map((step) => box({ x: at.x + step.x, y: at.y + step.y }, width, height));
}

const middle = (spot) => ({ x: (spot.left + spot.right) / 2, y: (spot.top + spot.bottom) / 2 });

const ends = (spot) => [spot.left + GAP + SLACK, spot.right - GAP - SLACK].map((x) => ({ x, y: middle(spot).y }));

function box(at, width, height) {
  const top = at.y - height / 2;
  return { left: at.x - width / 2 - GAP, right: at.x + width / 2 + GAP, top: top - GAP / 2, bottom: top + height + GAP / 2 };
}

function free(candidate, boxes, view) {
  const inside = candidate.left > 2 && candidate.top > 2 && candidate.right < view.window.width - 2 && candidate.bottom < view.window.height - 2;
  return inside && !boxes.some((other) => overlap(candidate, other));
}
