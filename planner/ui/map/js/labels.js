// Names and values on the map. A label appears where it finds room on its own place, off the sites and off other
// labels: first the chosen place, then the large ones. Where a name finds no room, its value may. Who looks closer finds
// the others.

import { holds, ringsOf } from "./shape.js";
import { svg } from "./svg.js";

// Pixels, where letters have their usual size.
const LINE = 13;
const SIZE = 11.5;
const GAP = 3;
const ROOMY = 1.12;
const SLACK = 3;
const SHIFTS = [0, -1, 1, -2, 2, -3, 3];

let ruler = null;
const measured = new Map();

function widthOf(text, font) {
  const key = `${font} ${text}`;
  if (!measured.has(key)) {
    ruler ??= document.createElement("canvas").getContext("2d");
    ruler.font = font;
    measured.set(key, ruler.measureText(text).width);
  }
  return measured.get(key);
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
    this.places = [...places].sort((a, b) => b.width * b.height - a.width * a.height || (a.code < b.code ? -1 : 1));
    this.rings = new Map(places.map((place) => [place.code, ringsOf(place.path)]));
    this.bounds = new Map([...this.rings].map(([code, rings]) => [code, boundsOf(rings.flat())]));
  }

  show(view, { layer, selected, focused, family, letter, taken, dots }) {
    const boxes = [...taken];
    const near = new Grid(dots);
    const first = this.places.filter((place) => place.code === selected || place.code === focused);
    const rest = this.places.filter((place) => !first.includes(place));
    const texts = [];
    const values = [];
    for (const place of [...first, ...rest]) {
      const value = layer.values[place.code];
      const light = layer.classes[value?.level]?.ink === "light";
      const urgent = first.includes(place);
      const named = linesOf(place.name);
      const written = value?.text ? [value.text] : [];
      const label = { place, light, urgent, named, written, letter };
      const spot = this.#spot(view, label, family, boxes, near);
      if (spot) texts.push(put(label, spot, boxes));
      else if (written.length && layer.kind !== "categories") values.push({ ...label, named: [] });
    }
    // Values alone only where every name has had its turn.
    for (const label of values) {
      const spot = this.#spot(view, label, family, boxes, near);
      if (spot) texts.push(put(label, spot, boxes));
    }
    this.layer.replaceChildren(...texts);
  }

  #spot(view, { place, light, urgent, named, written, letter }, family, boxes, near) {
    const widths = named.map((line) => widthOf(line, `600 ${SIZE * letter}px ${family}`));
    for (const line of written) widths.push(widthOf(line, `700 ${SIZE * letter}px ${family}`));
    const width = Math.max(...widths);
    const height = widths.length * LINE * letter;
    if (!urgent && (width > place.width * view.scale * ROOMY || height > place.height * view.scale * ROOMY)) return null;
    const rings = this.rings.get(place.code);
    const inside = (point) => holds(rings, view.toCity(point.x, point.y));
    const at = this.#anchor(view, place, inside);
    if (!at) return null;
    // Dark letters can be read beyond the border as well, white ones cannot; a value without its name never may.
    const across = !light && named.length > 0;
    let second = null;
    let last = null;
    for (const spot of around(at, width, height)) {
      if (!free(spot, boxes, view)) continue;
      last ??= spot;
      if (!inside(middle(spot)) || near.touches(spot)) continue;
      if (ends(spot).every(inside)) return spot;
      if (across) second ??= spot;
    }
    return second ?? (urgent ? last : null);
  }

  // Where a place is best named: at its own point, or, where only another part of it is in the window, in the middle of
  // that part.
  #anchor(view, place, inside) {
    const at = view.toWindow(place.x, place.y);
    const { width, height } = view.window;
    if (at.x > 0 && at.y > 0 && at.x < width && at.y < height) return at;
    const { left, right, top, bottom } = this.bounds.get(place.code);
    const first = view.toWindow(left, top);
    const last = view.toWindow(right, bottom);
    if (first.x > width || first.y > height || last.x < 0 || last.y < 0) return null;
    const seen = PARTS.map(([x, y]) => ({ x: x * width, y: y * height })).filter(inside);
    if (!seen.length) return null;
    const centre = { x: mean(seen.map(({ x }) => x)), y: mean(seen.map(({ y }) => y)) };
    const away = ({ x, y }) => Math.hypot(x - centre.x, y - centre.y);
    return seen.reduce((best, one) => (away(one) < away(best) ? one : best));
  }
}

const PARTS = [0.12, 0.31, 0.5, 0.69, 0.88].flatMap((y) => [0.1, 0.26, 0.42, 0.58, 0.74, 0.9].map((x) => [x, y]));

const mean = (numbers) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

function boundsOf(points) {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

function put({ light, named, written, letter }, spot, boxes) {
  boxes.push(spot);
  const text = svg("text", { class: light ? "label light" : "label" });
  const x = middle(spot).x.toFixed(1);
  [...named, ...written].forEach((line, index) => {
    const y = (spot.top + GAP / 2 + letter * (LINE * index + 10)).toFixed(1);
    const span = svg("tspan", { x, y, class: index >= named.length ? "value" : null }, text);
    span.textContent = line;
  });
  return text;
}

// Where a label of a size may stand: at its point first, then ever farther from it.
const STEPS = SHIFTS.flatMap((down) => SHIFTS.map((right) => ({ x: right * LINE, y: down * LINE })));
STEPS.sort((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y));

function* around(at, width, height) {
  for (const step of STEPS) yield box({ x: at.x + step.x, y: at.y + step.y }, width, height);
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

// Circles by squares of the window, so that a label asks only those near it.
const SQUARE = 48;

class Grid {
  constructor(dots) {
    this.squares = new Map();
    for (const dot of dots) {
      for (const key of squares(dot)) {
        if (!this.squares.has(key)) this.squares.set(key, []);
        this.squares.get(key).push(dot);
      }
    }
  }

  touches(spot) {
    return squares(spot).some((key) => this.squares.get(key)?.some((dot) => overlap(spot, dot)));
  }
}

function squares({ left, right, top, bottom }) {
  const keys = [];
  for (let x = Math.floor(left / SQUARE); x * SQUARE <= right; x += 1) {
    for (let y = Math.floor(top / SQUARE); y * SQUARE <= bottom; y += 1) keys.push(`${x} ${y}`);
  }
  return keys;
}
