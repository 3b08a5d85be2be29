// Ways from home to work in bundles. All of them lie below as one even tint; those of the chosen place lie above, full
// where people come to work, hollow where they live here and go elsewhere.

import { routes } from "./corridors.js";
import { lanes } from "./lanes.js";
import { ribbon, TENTHS } from "./ribbon.js";
import { svg } from "./svg.js";

// The widest bundle takes at most this share of the window, and a person at most so many pixels.
const WIDEST = 0.022;
const MOST_PER_PERSON = 2.6;
const LEAST = 0.9;
const LEAST_CHOSEN = 2;

// So many of the tint's ways are one shape: hundreds of shapes of their own would cost more than all the rest.
const TOGETHER = 40;

export class Ways {
  constructor(layer, ways, placeOf) {
    this.layer = layer;
    this.points = [...placeOf.values()];
    const position = new Map([...placeOf.keys()].map((code, index) => [code, index]));
    const drawn = ways.filter((way) => way.from !== way.to && position.has(way.from) && position.has(way.to));
    this.ways = drawn.map((way) => ({ ...way, home: way.from, work: way.to, from: position.get(way.from), to: position.get(way.to) }));
    this.all = svg("g", { class: "all-ways" }, layer);
    this.some = svg("g", { class: "chosen-ways" }, layer);
    this.state = "";
  }

  show(view, selected, mode) {
    const touched = this.ways.map((way) => way.home === selected || way.work === selected);
    const any = touched.includes(true);
    this.layer.setAttribute("transform", `translate(${view.origin.x.toFixed(1)} ${view.origin.y.toFixed(1)}) ${TENTHS}`);
    this.all.classList.toggle("faint", any || mode === "selected");
    this.all.style.display = mode === "all" ? "" : "none";
    this.some.style.display = mode === "none" ? "none" : "";
    const state = `${view.scale} ${view.window.width} ${selected} ${mode}`;
    if (state === this.state) return;
    this.state = state;
    if (mode === "none") return;
    // Found once, and only where somebody wants to see ways.
    this.routes ??= routes(this.points, this.ways);
    if (mode === "all") {
      this.bundles ??= new Bundles(this.all, this.points, this.ways, this.routes, LEAST, TOGETHER);
      this.bundles.draw(view);
    }
    this.#drawChosen(view, selected, touched);
  }

  #drawChosen(view, selected, touched) {
    this.some.replaceChildren();
    const pick = (list) => list.filter((_, index) => touched[index]);
    const chosen = new Bundles(this.some, this.points, pick(this.ways), pick(this.routes), LEAST_CHOSEN, 1);
    chosen.paths.forEach((path, index) => path.classList.add(chosen.ways[index].work === selected ? "coming" : "leaving"));
    chosen.draw(view);
    this.chosen = chosen;
  }

  // The ways to a place and then those from it, each with many people first.
  of(code) {
    return [...this.ways.filter((way) => way.work === code), ...this.ways.filter((way) => way.home === code)];
  }

  // The way that a drawn shape of the chosen ones stands for.
  drawnAs(path) {
    return this.chosen?.ways[this.chosen.paths.indexOf(path)] ?? null;
  }

  // The shape of a way of the place whose ways are shown.
  outline(way) {
    return this.chosen.paths[this.chosen.ways.indexOf(way)].getAttribute("d");
  }

  // Pixels that one person takes in a bundle, for the legend.
  get perPerson() {
    return this.bundles?.perPerson ?? 1;
  }
}

// What is said of a way to or from a place, to the eye and to the ear.
export function wayCard({ home, work, people, minutes }, code, placeOf, texts) {
  const title = texts.way.replace("{home}", placeOf.get(home).name).replace("{work}", placeOf.get(work).name);
  const facts = [[texts.people, String(people)]];
  if (minutes) facts.push([texts.minutes, minutes]);
  return { title, subtitle: work === code ? texts.waysHere : texts.waysAway, facts };
}

class Bundles {
  constructor(layer, points, ways, found, least, together) {
    this.points = points;
    this.ways = ways;
    this.routes = found;
    this.least = least;
    Object.assign(this, lanes(points, ways, found));
    this.together = together;
    this.paths = Array.from({ length: Math.ceil(ways.length / together) }, () => svg("path", { class: "way" }, layer));
  }

  draw(view) {
    const { scale } = view;
    const closer = Math.sqrt(view.zoom);
    this.perPerson = Math.min(MOST_PER_PERSON, (WIDEST * view.window.width) / Math.max(1, this.most)) * closer;
    const at = this.points.map((point) => ({ x: point.x * scale, y: point.y * scale }));
    const shapes = this.ways.map((way, index) => {
      const off = this.off[index].map((people) => people * this.perPerson);
      const width = Math.max(this.least, way.people * this.perPerson);
      return ribbon(this.routes[index].map((crossing) => at[crossing]), off, width);
    });
    this.paths.forEach((path, index) => {
      path.setAttribute("d", shapes.slice(index * this.together, (index + 1) * this.together).join(""));
    });
  }
}
